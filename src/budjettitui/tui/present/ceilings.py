"""The ceilings of the support beside each other, and what more costs would bring, in the words of the goal dialog."""

from collections.abc import Iterator, Sequence

from budjettitui.goals.ceilings import Height, More, bounds, heights, more_costs
from budjettitui.state import State
from budjettitui.tui.present.tables import columns, fits, whole
from budjettitui.tui.present.values import category, money
from budjettitui.tui.widgets.cells import cells, filled
from budjettitui.words import Percent, Words

MOST_NAMES = 2
"""Categories of a flat rate that are named; of more, how many."""


def told(words: Words, state: State, room: int) -> tuple[str, ...]:
    """The table of the ceilings in so many cells, then what more costs bring and what stands in their way."""
    rows = list(_rows(words, heights(state)))
    return (*(_shown(rows, room) if len(rows) > 1 else ()), *_sentences(words, state))


def _shown(rows: Sequence[tuple[str, ...]], room: int) -> list[str]:
    """The rows in columns; where there is no room for why, that stands below."""
    if whole(rows, room) and fits(rows, room):
        widest = max(cells(row[-1]) for row in rows)
        return columns([(*row[:-1], filled(row[-1], widest)) for row in rows], room)
    below = [f"{called}: {why}" for called, *_, why in rows[1:] if why]
    return [*columns([row[:-1] for row in rows], room), *below]


def table(words: Words, state: State) -> Sequence[Sequence[str]]:
    """The same as rows that are copied out."""
    return [*_rows(words, heights(state)), *((sentence, "", "", "") for sentence in _sentences(words, state))]


def nothing_to_raise(words: Words, state: State) -> str:
    """That the support is the most that it may be, where it is; nothing where it is not."""
    found, base = heights(state), state.figures.project.costs.value
    if not found or found[0].more:
        return ""
    return "✓ " + words.say("flow.goal.most.reached", support=found[0].support, costs=base)


def _rows(words: Words, found: Sequence[Height]) -> Iterator[tuple[str, ...]]:
    yield ("", *(words.say(f"flow.goal.most.{name}") for name in ("support", "more", "why")))
    for number, one in enumerate(found):
        called = words.say(f"flow.goal.most.of-{one.of}", rate=Percent(one.rate))
        holds = words.say("flow.goal.most.holds") if not number else None
        source = one.source if one.of == "rules" else None
        unsure = words.say("rules.unverified") if source and not one.verified else None
        why = ", ".join(filter(None, (holds, words.show(source) if source else None, unsure)))
        yield called, money(words, one.support), money(words, one.more), why


def _sentences(words: Words, state: State) -> Iterator[str]:
    """What more costs bring, where costs bring more; else, or before they do, what the rules set."""
    found = more_costs(state)
    if found is None:
        yield words.say("flow.goal.most.apart")
    for one in found or ():
        yield _brings(words, state, one)
    for bound in bounds(state):
        key = bound.of if bound.of in ("fixed", "menu") else f"{'most' if bound.left else 'no'}-{bound.of}"
        most = bound.sums[0] if bound.sums else None
        yield words.say(f"flow.goal.most.{key}", sums=bound.sums, most=most, left=bound.left, source=bound.source)


def _brings(words: Words, state: State, one: More) -> str:
    if one.flat is None:
        return words.say("flow.goal.most.each", step=one.step, support=one.support, others=one.others)
    names = [category(state.terms.rules, words, name) for name in one.flat.categories]
    what = ", ".join(names[:MOST_NAMES]) + (f" +{len(names) - MOST_NAMES}" if len(names) > MOST_NAMES else "")
    return words.say("flow.goal.most.flat", step=one.step - one.flat.amount, what=what, flat=one.flat.amount,
                     costs=one.step, support=one.support, others=one.others)  # fmt: skip
