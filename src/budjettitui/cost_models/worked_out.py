"""How the figures of a budget under another cost model came about: the flat rates, the costs, the support, what falls away."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.cost_models import ChangedLine, ModelTrial
from budjettitui.findings import Path
from budjettitui.model import Cost
from budjettitui.money import EXACT, percent_of, total_if_known
from budjettitui.proof.steps import ProofStep
from budjettitui.rules import FlatRate, Rule, name_in
from budjettitui.state import State

Rows = list[tuple[int, Cost]]


def worked_out(state: State, one: ModelTrial, lang: str) -> Iterator[ProofStep]:
    """The steps of one trial, with the lines of the file as it is. Categories are named in `lang`."""
    gone = {line.index for line in one.out}
    kept = [(at, row) for at, row in enumerate(state.budget.costs) if at not in gone and not row.in_kind]
    for rate, line in zip(one.rates, one.into, strict=False):
        yield from _flat(state, one, kept, rate, line)
    yield from _costs(state, one, kept, lang)
    yield from _support(state, one)
    for line in one.out:
        path: Path | None = None if line.index is None else ("cost", line.index)
        yield ProofStep("falls_away", line.amount, name=line.description, path=path)


def _flat(state: State, one: ModelTrial, kept: Rows, rate: FlatRate, line: ChangedLine) -> Iterator[ProofStep]:
    """The lines that a flat rate is taken of, the rate, and the line that it makes."""
    rows = [(at, row) for at, row in kept if row.category in rate.base and row.partner in (None, line.partner)]
    rows = [pair for pair in rows if line.partner is None or pair[1].partner == line.partner]
    for number, (at, row) in enumerate(rows):
        name = row.description or row.id or ""
        yield ProofStep("part", _worth(state, at), "+" if number else "", name, path=("cost", at))
    base = total_if_known(_worth(state, at) for at, _ in rows)
    yield ProofStep("base", base, "=")
    yield _of_rules(one, "flat_rate", rate.rate)
    exact = None if base is None or not isinstance(rate.rate.value, Decimal) else percent_of(rate.rate.value, base)
    yield ProofStep("flat_rate_of_it", exact, "=")
    if exact != line.amount:
        yield ProofStep("rounded", line.amount, "~", source=_where(one, one.terms.rules.rule("rounding.flat")))


def _costs(state: State, one: ModelTrial, kept: Rows, lang: str) -> Iterator[ProofStep]:
    """The costs by category, what comes in, and what all of it comes to."""
    sign = ""
    categories = one.terms.rules.categories
    for name in dict.fromkeys(row.category or "" for _, row in kept):
        amount = total_if_known(_worth(state, at) for at, row in kept if (row.category or "") == name)
        known = categories.get(name)
        yield ProofStep("part", amount, sign, (name_in(known.labels, lang) if known else "") or name)
        sign = "+"
    for line in one.into:
        yield ProofStep("part", line.amount, sign, line.description)
        sign = "+"
    yield ProofStep("costs", one.costs, "=")


def _support(state: State, one: ModelTrial) -> Iterator[ProofStep]:
    """The support at its rate, as the rules round it, and what is left for others."""
    sheet = one.state.figures.project if one.state is not None else None
    if sheet is None or one.support is None or one.support_rate is None or sheet.rate_base is None:
        yield ProofStep("support", one.support, "-")
        yield ProofStep("need", one.own, "=")
        return
    if sheet.rate_base != one.costs:
        yield ProofStep("base", sheet.rate_base)
    ceiling = one.terms.support.ceiling()
    at_ceiling = ceiling is not None and ceiling.value == one.support_rate
    yield ProofStep(
        "rate", one.support_rate, "x", percent=True, exact=True, source=_where(one, ceiling if at_ceiling else None)
    )
    exact = percent_of(one.support_rate, sheet.rate_base)
    yield ProofStep("support", exact, "=")
    if exact != one.support:
        yield ProofStep("rounded", one.support, "~", source=_where(one, one.terms.rules.rule("rounding.support")))
    if one.own is not None and one.costs is not None and EXACT.subtract(one.costs, one.support) == one.own:
        yield ProofStep("costs", one.costs)
        yield ProofStep("support", one.support, "-")
    yield ProofStep("need", one.own, "=")


def _worth(state: State, at: int) -> Decimal | None:
    return state.figures.worths["cost", at].value


def _of_rules(one: ModelTrial, what: str, rule: Rule) -> ProofStep:
    value = rule.value if isinstance(rule.value, Decimal) else None
    return ProofStep(what, value, "x", percent=True, exact=True, source=_where(one, rule))


def _where(one: ModelTrial, rule: Rule | None) -> str:
    """The rule set and the source of a rule; nothing of one that is not there."""
    if rule is None:
        return ""
    named = "" if rule.key.startswith("call.") else one.terms.rules.id
    return ": ".join(text for text in (named, rule.source) if text)
