"""The cost models in the words of their dialog: each in a row, and how the marked one comes about."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from budjettitui.cost_models import ChangedLine, ModelTrial
from budjettitui.figures.worths import flat_unit
from budjettitui.money import EXACT, percent_of, total_if_known
from budjettitui.report.sentences import Sentences
from budjettitui.rules import FlatRate, Rule, RuleSet, name_in
from budjettitui.state import State
from budjettitui.tui.present.tables import columns, fits
from budjettitui.tui.present.values import category, money
from budjettitui.tui.widgets.cells import cells, filled
from budjettitui.words import Percent, Words

MOST_LINES = 3
"""Lines that come in or fall away that are named; of more, how many."""


def heads(words: Words) -> tuple[str, ...]:
    """The heads of the table."""
    figures = (words.say(f"screen.head.{name}") for name in ("costs", "support", "own"))
    return ("", *figures, words.say("flow.models.away"))


def row(words: Words, state: State, one: ModelTrial) -> tuple[str, ...]:
    """One model with its figures and what falls away."""
    figures = [money(words, value) for value in (one.costs, one.support, one.own)]
    every = len(one.out) == sum(not line.in_kind for line in state.budget.costs)
    key = "nothing" if not one.out else "all" if every else "lines"
    away = words.say(f"flow.models.away-{key}", count=len(one.out), amount=one.falls_away)
    return (one.model + (" *" if one.chosen else ""), *figures, away)


def table(rows: Sequence[tuple[str, ...]], room: int) -> list[str]:
    """The rows in columns; without what falls away where it has no room, since that is told below too."""
    widest = max(cells(one[-1]) for one in rows)
    shown = [(*one[:-1], filled(one[-1], widest)) for one in rows]
    return columns(shown if fits(shown, room) else [one[:-1] for one in rows], room)


def notes(words: Words, state: State, one: ModelTrial, rules: RuleSet | None) -> tuple[str, ...]:
    """How it comes about, what falls away, whose money grows, what no source confirms, what Enter does, what is new."""
    if one.state is None:
        return (words.say("flow.models.cannot"),)
    lines = [*_flats(words, state, one)]
    if one.out:
        covered = {name for rate in one.rates for name in rate.covers}
        key = "out-paid" if all(line.category in covered for line in one.out) else "out"
        named = ", ".join(words.show(line.description) for line in one.out[:MOST_LINES])
        named += f", {words.say('screen.strip.more', count=more)}" if (more := len(one.out) - MOST_LINES) > 0 else ""
        lines.append(words.say(f"flow.models.{key}", what=named, count=len(one.out)))
    lines += [*_own(words, state, one), *_unsure(words, one), _writes(words, state, one, rules)]
    if not one.open:
        lines.append(words.say("flow.models.not-open"))
    said = Sentences(one.state.budget, words)
    return (*lines, *(words.say("screen.mend.new", what=said.of(error)) for error in one.new_errors[:1]))


def _flats(words: Words, state: State, one: ModelTrial) -> Iterator[str]:
    """What each line that comes in is: a rate of what, rounded how; else the line with its amount."""
    known = one.terms.rules.cost_models.get(one.model)
    name = (known.labels.get(words.lang) if known is not None else None) or one.model
    told = list(zip(one.rates, one.into, strict=False))
    for rate, line in told:
        base = _base(state, one, rate, line)
        what = ", ".join(category(one.terms.rules, words, part) for part in rate.base[:2])
        more = len(rate.base) - 2 if len(rate.base) > 2 else None
        percent = rate.rate.value if isinstance(rate.rate.value, Decimal) else None
        exact = percent_of(percent, base) if percent is not None and base is not None else None
        how = _rounding(words, one, "flat") if exact != line.amount else None
        said = f"{words.say('show.exact', value=percent)} %"
        yield words.say("flow.models.flat", rate=said, what=what, more=more, base=base, amount=line.amount,
                        how=how)  # fmt: skip
    if one.into and not told:
        yield words.say("flow.models.sum", name=name, what=_named(one.into, words))
    if not one.into:
        yield name
    most = known.rules.get("lump.costs_max") if known is not None else None
    if most is not None:
        yield words.say("flow.goal.most.at-most", most=most.value, source=most.source)


def _base(state: State, one: ModelTrial, rate: FlatRate, line: ChangedLine) -> Decimal | None:
    """What a flat rate is taken of: the lines of its base that stay, of its partner."""
    gone = {out.index for out in one.out}
    rows = [at for at, row in enumerate(state.budget.costs)
            if at not in gone and row.category in rate.base and row.partner == line.partner and not row.in_kind]  # fmt: skip
    return total_if_known(state.figures.worths["cost", at].value for at in rows)


def _rounding(words: Words, one: ModelTrial, what: str) -> str:
    unit = flat_unit(one.state.budget, one.terms) if one.state is not None else None
    return words.say(f"flow.models.rounding.{one.terms.rounding(what)}", unit=unit)


def _own(words: Words, state: State, one: ModelTrial) -> Iterator[str]:
    """By how much what others than the support must bring grows or falls."""
    now, then = state.figures.project.need, one.own
    if now is not None and then is not None and now != then:
        key = "grows" if then > now else "falls"
        yield words.say(f"flow.models.own-{key}", by=abs(EXACT.subtract(then, now)), own=then)


def _unsure(words: Words, one: ModelTrial) -> Iterator[str]:
    """The rules that it rests on and that no source confirms."""
    for rate in one.rates:
        if not rate.rate.verified and isinstance(rate.rate.value, Decimal):
            yield "! " + words.say("flow.models.unsure-rate", rate=Percent(rate.rate.value))
    rule: Rule | None = one.terms.rules.rule("rounding.support")
    sheet = one.state.figures.project if one.state is not None else None
    if rule is None or rule.verified or sheet is None or one.support_rate is None or sheet.rate_base is None:
        return
    if percent_of(one.support_rate, sheet.rate_base) != one.support:
        yield "! " + words.say("flow.models.unsure-support", how=_rounding(words, one, "support"))


def _writes(words: Words, state: State, one: ModelTrial, rules: RuleSet | None) -> str:
    """What Enter does."""
    if rules is not None:
        mine = state.terms.rules
        title = f"screen.rules.{mine.id}"
        name = words.say(title) if words.has(title) else words.show(name_in(mine.titles, words.lang) or mine.id)
        models = ", ".join(name_in(model.labels, words.lang) or model.id for model in mine.cost_models.values())
        return words.say("flow.models.nothing-written", rules=name, models=models or None)
    if one.chosen:
        return words.say("flow.models.chosen")
    return words.say("flow.models.takes", out=len(one.out), into=len(one.into))


def _named(lines: tuple[ChangedLine, ...], words: Words) -> str:
    shown = [f"{words.show(line.description)} {money(words, line.amount)}" for line in lines]
    more = len(shown) - MOST_LINES
    named = ", ".join(shown[:MOST_LINES])
    return f"{named}, {words.say('screen.strip.more', count=more)}" if more > 0 else named
