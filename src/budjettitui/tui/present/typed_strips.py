"""The strip while a cell is typed: how what is typed is read, what was there, and what would follow from it."""

from collections.abc import Sequence
from decimal import Decimal

from budjettitui.cells import only_listed
from budjettitui.cells.places import judged_path, value_path
from budjettitui.cells.texts import HOW
from budjettitui.document import value_at
from budjettitui.edits import Change, Insert, Set
from budjettitui.findings import Finding
from budjettitui.money import as_number, less
from budjettitui.report.sentences import Sentences
from budjettitui.state import State
from budjettitui.tui.present import found
from budjettitui.tui.present.names import COUNTED, cell_name, cell_text, key_name, spelled
from budjettitui.tui.present.values import exact, in_full
from budjettitui.tui.themes import Looks
from budjettitui.tui.view import Typing, View
from budjettitui.tui.widgets.cells import cells, two_lines
from budjettitui.tui.widgets.strip import StripLine, StripText
from budjettitui.typed import Doubtful, NotYet
from budjettitui.words import Words

ROUND = 6
"""Cells around a sentence and what stands behind it: a sign, and blanks."""


def typed_strip(view: View, typing: Typing, looks: Looks) -> StripText:
    """What the strip says while a cell is typed: what it is, how it is read, what was there, what would follow."""
    words = view.words
    name = cell_name(view.state, words, typing.path)
    if typing.draft:
        name = words.say("screen.strip.new-row", what=words.label("place", str(typing.path[0])),
                         key=key_name(words, str(typing.path[-1])))  # fmt: skip
    of_many = _cells_changed(words, typing.answer) if isinstance(typing.answer, Change) else ""
    name = of_many or name
    head = name if typing.draft else words.say("screen.strip.editing", what=name)
    if typing.listed:
        return StripText(head, "", _choosing(view, typing))
    if isinstance(typing.answer, Change):
        as_typed = "" if of_many else words.say("screen.strip.as-typed")
        return StripText(head, as_typed, _sure(view, typing, typing.answer))
    return StripText(head, "", _unsure(view, typing, looks))


def _choosing(view: View, typing: Typing) -> tuple[StripLine, ...]:
    """How one chooses; of a word that is not in the list, whether it may stand there all the same."""
    words = view.words
    if not typing.options:
        fits = "talk.none-fits" if only_listed(view.state, typing.path) else "strip.own-word"
        return (StripLine(words.say(f"screen.{fits}"), "doubt"),)
    lines = [StripLine(words.say("screen.strip.choose"))]
    if typing.draft:
        lines.append(StripLine(f"  {words.say('screen.strip.empty-row')}"))
    elif isinstance(typing.answer, Change) and not typing.answer.idle:
        lines.append(_consequence(view, typing))
    return tuple(lines)


def _sure(view: View, typing: Typing, change: Change) -> tuple[StripLine, ...]:
    """How it is read, what was there, how much that changes; then the first new finding, or one that goes."""
    words = view.words
    was = words.say("screen.nothing") if typing.draft else cell_text(view.state, words, typing.path)
    reading = _read_as(view, typing, change)
    after = ""
    now, before = _number(change, typing), _old(view, typing)
    if now is None:
        now = _seen(view, typing)
    gap = less(now, before)
    if gap:
        sign = "+" if gap > 0 else ""
        after = words.say("screen.strip.change", gap=f"{sign}{in_full(words, gap)}")
    said = (words.say("screen.strip.reads", reading=reading), words.say("screen.strip.was", was=was), after)
    first = "      ".join(one for one in said if one)
    return (StripLine(first), _consequence(view, typing))


def _cells_changed(words: Words, change: Change) -> str:
    """Of what is typed once into several selected cells: how many they are, and what amounts that are raised come to."""
    count, old, new = (change.values.get(name) for name in ("count", "old", "new"))
    if not isinstance(count, int) or count < 2:
        return ""
    raised = isinstance(old, Decimal) and isinstance(new, Decimal)
    return words.say("screen.strip.cells", count=count, total=new if raised else None, was=old if raised else None)


def _consequence(view: View, typing: Typing) -> StripLine:
    words = view.words
    if typing.slow:
        return StripLine("…")
    if view.preview is None:
        return StripLine()
    new, gone = found.new_roots(view.state, view.preview), found.gone_roots(view.state, view.preview)
    said = Sentences(view.preview.budget, words)
    if new:
        told = words.say("screen.strip.new", what=said.of(new[0]))
        return StripLine(told, new[0].severity.word, _besides(view, view.preview, new, cells(told)))
    if gone:
        what = Sentences(view.state.budget, words).of(gone[0])
        return StripLine(words.say("screen.strip.gone", what=what), "ok")
    return StripLine(f"  {words.say('screen.strip.no-new')}")


def _besides(view: View, after: State, new: Sequence[Finding], told: int) -> str:
    """How many more would be found; how many follow from the one that is told, where its sentence leaves room for that."""
    if len(new) > 1:
        return view.words.say("screen.strip.more", count=len(new) - 1)
    count = found.following(after, new[0])
    said = view.words.say("screen.strip.following", count=count) if count else ""
    return said if told + cells(said) + ROUND <= view.width else ""


def _read_as(view: View, typing: Typing, change: Change) -> str:
    """The reading in words: an amount, or the factors that a product was taken apart into."""
    words, written = view.words, _written(change)
    index, rows = typing.path[1], view.seen.budget.costs
    product = typing.path[0] == "cost" and (typing.path[-1] == HOW or "unit_price" in written)
    if product and isinstance(index, int) and index < len(rows):
        one = rows[index]
        said = words.say(
            "screen.strip.product",
            quantity=one.quantity,
            unit=one.unit,
            price=one.unit_price and one.unit_price.value,
            allocation=one.allocation,
            amount=one.amount and one.amount.value,
        )
        return said.lstrip(", =")
    text, seen = written.get(str(typing.path[-1])), _seen(view, typing)
    if seen is not None:
        return exact(words, seen) if typing.path[-1] in COUNTED else in_full(words, seen)
    if text is None or text.startswith("{"):
        return typing.text or words.say("screen.nothing")
    return spelled(words, text)


def _written(change: Change) -> dict[str, str]:
    """What a change writes of each key of its row."""
    found: dict[str, str] = {}
    for edit in change.edits:
        if isinstance(edit, Insert):
            found |= dict(edit.items)
        elif isinstance(edit, Set):
            keys = [step for step in edit.path[1:] if isinstance(step, str)]
            found |= {keys[0]: edit.text} if keys else {}
    return found


def _seen(view: View, typing: Typing) -> Decimal | None:
    """The number that would stand in the cell, where one is typed."""
    if view.preview is None or typing.path[-1] == HOW or not typing.text:
        return None
    values = view.preview.document.values
    value = value_at(values, value_path(values, judged_path(view.preview.budget, typing.path)))
    return None if isinstance(value, bool) else as_number(value)


def _number(change: Change, typing: Typing) -> Decimal | None:
    for edit in change.edits:
        if isinstance(edit, Set) and edit.path[:2] == typing.path[:2] and typing.path[-1] in edit.path:
            plain = edit.text.replace("_", "")
            if plain.lstrip("-").replace(".", "", 1).isdecimal():
                return Decimal(plain)
    return None


def _old(view: View, typing: Typing) -> Decimal | None:
    values = view.state.document.values
    path = judged_path(view.state.budget, typing.path)
    old = value_at(values, value_path(values, path)) if not typing.draft else None
    if old is None or isinstance(old, bool):
        old = value_at(values, path)
    return as_number(old)


def _unsure(view: View, typing: Typing, looks: Looks) -> tuple[StripLine, ...]:
    """Both readings of a doubtful number, or what is missing to make it one."""
    words, answer = view.words, typing.answer
    if isinstance(answer, Doubtful):
        first = words.say("screen.typed.two-ways", text=typing.text)
        return (StripLine(first, "doubt"), StripLine("   " + readings(words, answer)))
    if isinstance(answer, NotYet):
        text = typing.text if typing.text else words.say("screen.nothing")
        why = words.say(f"screen.{answer.why}", text=text, part=answer.parts[0] if answer.parts else "")
        first, second = two_lines(why, view.width - 4, looks)
        return (StripLine(first, "doubt"), StripLine(f"  {second or words.say('screen.typed.help')}"))
    if typing.draft:
        return (StripLine(f"  {words.say('screen.strip.empty-row')}"),)
    return (StripLine(words.say("screen.strip.was", was=cell_text(view.state, words, typing.path))),)


def readings(words: Words, answer: Doubtful) -> str:
    """`1 234,00 (thousand)      1,23 (1,234 has more decimals than cents)`."""
    group, decimal = answer.readings
    said = (("groups-read", group), ("decimals-read", decimal))
    return "      ".join(words.say(f"screen.typed.{key}", value=value) for key, value in said)
