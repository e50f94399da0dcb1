"""The strip under the table: what is wrong here, or how what is typed is read and what would follow from it."""

from collections.abc import Sequence
from decimal import Decimal

from budjettitui.cells import only_listed
from budjettitui.cells.places import value_path
from budjettitui.cells.texts import HOW
from budjettitui.document import value_at
from budjettitui.edits import Change, Insert, Set
from budjettitui.findings import NOT_YET, Finding
from budjettitui.money import as_number, less
from budjettitui.report.sentences import Sentences
from budjettitui.tui.present import found
from budjettitui.tui.present.heads import PAGES
from budjettitui.tui.present.keyhints import GOING
from budjettitui.tui.present.mends import listed_at
from budjettitui.tui.present.names import cell_name, cell_text, key_name, row_name, spelled, value_text
from budjettitui.tui.present.notes import notes_here
from budjettitui.tui.present.values import in_full
from budjettitui.tui.themes import Looks
from budjettitui.tui.view import Selected, Typing, View
from budjettitui.tui.widgets.cells import cells, wrapped
from budjettitui.tui.widgets.drawn import length
from budjettitui.tui.widgets.keysline import KeyHint, hint_pieces
from budjettitui.tui.widgets.strip import StripLine, StripText
from budjettitui.typed import Doubtful, NotYet
from budjettitui.words import Words


def strip(view: View, looks: Looks) -> StripText:
    """What the strip says now."""
    if view.place == "tabs":
        return _going(view.words)
    if view.typing is not None:
        return _typing(view, view.typing, looks)
    if view.selected is not None:
        return _selected(view, view.selected)
    finding = found.here(view)
    if finding is NOT_YET:
        return StripText(view.words.say("screen.strip.clean"), "", (judging(view.words),))
    notes = notes_here(view)
    if notes and view.finding is None and (finding is None or not found.is_of(view.state, view.at, finding)):
        return _notes(view, notes, looks)
    return _finding(view, finding, looks, noted=bool(notes)) if finding is not None else _nothing(view)


def _notes(view: View, notes: Sequence[str], looks: Looks) -> StripText:
    """The notes on a row that has no finding of its own; the first one, and how many more there are."""
    words, more = view.words, len(notes) - 1
    head = words.say("screen.strip.note", more=more or None)
    first, second = two_lines(notes[0], view.width - 4, looks)
    lines = (StripLine(first, "note"), StripLine(f"  {second}", hints=hint_keys(words, NOTE_KEYS)))
    return StripText(head, "", lines, hint_keys(words, AROUND_KEYS))


NOTE_KEYS = (("note", "note"),)


def judging(words: Words) -> StripLine:
    """That the budget is being judged: neither that something was found nor that nothing was."""
    return StripLine(words.say("screen.judging.long"), "doubt")


def _selected(view: View, selected: Selected) -> StripText:
    lines = selected_lines(view.words, selected)
    return StripText(selected_head(view.words, selected), "", tuple(StripLine(line) for line in lines))


def selected_head(words: Words, selected: Selected) -> str:
    """How much is selected."""
    return words.say("screen.strip.selected", rows=selected.rows, cells=selected.cells)


def selected_lines(words: Words, selected: Selected) -> tuple[str, ...]:
    """What the amounts among the selected cells come to; how many they are where not every cell has one."""
    one = selected.amounts
    if one is None:
        return ()
    count = one.count if one.count != selected.cells else None
    lines = (words.say("screen.strip.selected-sum", total=one.total, count=count),)
    if one.count == 1:
        return lines
    return (*lines, words.say("screen.strip.selected-range", least=one.least, most=one.most))


def _going(words: Words) -> StripText:
    pages = "  ".join(f"{number} {words.say(f'screen.page.{name}')}" for number, name in enumerate(PAGES, 1))
    return StripText(words.say("screen.go.head"), "", (StripLine(pages), StripLine(pairs(words, GOING[1:]))))


def pairs(words: Words, keys: Sequence[tuple[str, str]]) -> str:
    """`n next  f all`: keys with what they do."""
    return "  ".join(f"{key} {words.say(f'screen.hint.{name}')}" for key, name in keys)


FINDING_KEYS = (("mend", "mend"), ("why", "why"))
AROUND_KEYS = (("next_finding", "next"), ("findings", "all"))
"""Actions whose keys the strip names, with what it calls them."""


def _nothing(view: View) -> StripText:
    line = StripLine(*found.nothing_found(view.state, view.words))
    return StripText(view.words.say("screen.strip.clean"), "", (line,))


def _finding(view: View, finding: Finding, looks: Looks, *, noted: bool = False) -> StripText:
    """The finding with its number, its sentence in two lines, and the keys for it."""
    words, roots = view.words, found.ordered(view.state)
    head = _numbered(words, finding, found.root_of(view.state, finding), roots)
    if found.is_of(view.state, view.at, finding):
        head = words.say("screen.strip.in-row", head=head)
    if noted:
        head = words.say("screen.strip.noted", head=head)
    sign = finding.severity.word if finding.waived is None else "accepted"
    keys = finding_keys(view)
    first, second = two_lines(sentence(view, finding), view.width - 4, looks)
    if finding.waived is not None:
        first, second = _accepted(
            view, finding, (first, second), view.width - 5 - length(hint_pieces(keys, looks)), looks
        )
    said = (
        StripLine(first, sign, click=words.key("why")),
        StripLine(f"  {second}", hints=keys, role="error" if sign == "error" else ""),
    )
    return StripText(head, "", said, hint_keys(words, AROUND_KEYS))


def _accepted(
    view: View, finding: Finding, whole: tuple[str, str], beside: int, looks: Looks
) -> tuple[str, str]:  # fmt: skip
    """An accepted finding with its reason on two lines, the second as wide as what stands `beside` it leaves it; where
    that is too little for all of it, each begins a line of its own and is cut at a blank. Why it stands tells the rest.
    """
    assert finding.waived is not None
    reason = view.words.say("screen.strip.reason", reason=finding.waived.reason)
    if cells(whole[1]) <= beside and not whole[1].endswith("…"):
        return whole
    what = Sentences(view.state.budget, view.words).of(finding)
    return _one_line(what, view.width - 4, looks), _one_line(reason, beside, looks)


def _one_line(text: str, width: int, looks: Looks) -> str:
    """A text on one line; what does not fit is left out at a blank, with a sign that says so."""
    first, *more = wrapped(text, width, looks)
    return f"{wrapped(text, width - 2, looks)[0]} {looks.sign('more')}" if more else first


def _numbered(words: Words, finding: Finding, root: Finding, roots: Sequence[Finding]) -> str:
    """Which finding it is; of one that follows from another, which one that is; of an accepted one, that it is."""
    if finding.waived is not None:
        return words.say("screen.strip.accepted")
    number = next((n for n, one in enumerate(roots, 1) if (one.check, one.path) == (root.check, root.path)), "?")
    key = "head" if root is finding or finding.cause is None else "follows"
    return words.say(f"screen.strip.{key}", number=number, count=len(roots), severity=finding.severity.word)


def finding_keys(view: View) -> tuple[KeyHint, ...]:
    """The keys that do something about a finding."""
    words, known = view.words, view.mends
    keys = hint_keys(words, FINDING_KEYS[1:])
    if (
        not view.read_only
        and known is not None
        and not known.fixes
        and listed_at(view.state, known.finding) is not None
    ):
        return (KeyHint(words.key("mend"), words.say("screen.hint.choose")), *keys)
    if view.read_only or (known is not None and not known.fixes):
        return keys
    if known is None:
        return hint_keys(words, FINDING_KEYS)
    return (KeyHint(words.key("mend"), words.say("screen.hint.mends", count=len(known.fixes))), *keys)


def hint_keys(words: Words, actions: Sequence[tuple[str, str]]) -> tuple[KeyHint, ...]:
    """Actions by their keys, with what they do."""
    return tuple(KeyHint(words.key(action), words.say(f"screen.hint.{name}")) for action, name in actions)


def sentence(view: View, finding: Finding) -> str:
    """The sentence of a finding; amounts without their currency, which stands nowhere else on the screen either.

    Of an accepted one, the reason goes with it.
    """
    said = Sentences(view.state.budget, view.words).of(finding)
    if finding.waived is None:
        return said
    return view.words.say("screen.strip.taken", what=said, reason=finding.waived.reason)


def two_lines(text: str, width: int, looks: Looks) -> tuple[str, str]:
    """A text on two lines, parted at a blank; what does not fit is cut by who draws it."""
    first, *rest = wrapped(text, width, looks)
    return first, " ".join(rest)


def _typing(view: View, typing: Typing, looks: Looks) -> StripText:
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
    reading = read_as(view, typing, change)
    after = ""
    now, before = _number(change, typing), _old(view, typing)
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
        more = words.say("screen.strip.more", count=len(new) - 1) if len(new) > 1 else ""
        return StripLine(words.say("screen.strip.new", what=said.of(new[0])), new[0].severity.word, more)
    if gone:
        what = Sentences(view.state.budget, words).of(gone[0])
        return StripLine(words.say("screen.strip.gone", what=what), "ok")
    return StripLine(f"  {words.say('screen.strip.no-new')}")


def read_as(view: View, typing: Typing, change: Change) -> str:
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
    text = written.get(str(typing.path[-1]))
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


def _number(change: Change, typing: Typing) -> Decimal | None:
    for edit in change.edits:
        if isinstance(edit, Set) and edit.path[:2] == typing.path[:2] and typing.path[-1] in edit.path:
            plain = edit.text.replace("_", "")
            if plain.lstrip("-").replace(".", "", 1).isdecimal():
                return Decimal(plain)
    return None


def _old(view: View, typing: Typing) -> Decimal | None:
    values = view.state.document.values
    old = value_at(values, value_path(values, typing.path)) if not typing.draft else None
    if old is None or isinstance(old, bool):
        old = value_at(values, typing.path)
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


__all__ = ["readings", "row_name", "sentence", "strip", "two_lines", "value_text"]
