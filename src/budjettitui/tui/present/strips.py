"""The strip under the table: what is wrong here; while a cell is typed, `typed_strips` says it."""

from collections.abc import Sequence

from budjettitui.findings import NOT_YET, Finding
from budjettitui.report.places import spelled
from budjettitui.report.sentences import Sentences
from budjettitui.tui.present import found
from budjettitui.tui.present.heads import PAGES
from budjettitui.tui.present.keyhints import GOING
from budjettitui.tui.present.mends import listed_at
from budjettitui.tui.present.notes import notes_here
from budjettitui.tui.present.typed_strips import typed_strip
from budjettitui.tui.themes import Looks
from budjettitui.tui.view import Selected, View
from budjettitui.tui.widgets.cells import cells, two_lines, wrapped
from budjettitui.tui.widgets.drawn import length
from budjettitui.tui.widgets.keysline import KeyHint, hint_pieces
from budjettitui.tui.widgets.strip import StripLine, StripText
from budjettitui.words import Words
from budjettitui.words.numbers import cut


def strip(view: View, looks: Looks) -> StripText:
    """What the strip says now."""
    if view.place == "tabs":
        return _going(view.words)
    if view.typing is not None:
        return typed_strip(view, view.typing, looks)
    if (failed := failure(view)) is not None:
        return StripText(failed[0], "", _of_two(failed[1], view, looks))
    if view.selected is not None:
        return _selected(view, view.selected)
    finding = found.here(view)
    if finding is NOT_YET:
        return StripText(view.words.say("screen.strip.clean"), "", (judging(view.words),))
    notes = notes_here(view)
    if notes and view.finding is None and (finding is None or not found.is_here(view, finding)):
        return _notes(view, notes, looks)
    return _finding(view, finding, looks, noted=bool(notes)) if finding is not None else _nothing(view)


def failure(view: View) -> tuple[str, str] | None:
    """What could not be done and why, where the rule that talks has no room for all of it: what it is called, and all of it."""
    text = view.talk.text
    if view.talk.role != "error" or cells(text) <= view.width - BESIDE:
        return None
    return view.words.say("screen.strip.whole"), text


BESIDE = 4
"""Cells of the rule that talks beside its sentence."""


def _of_two(text: str, view: View, looks: Looks) -> tuple[StripLine, StripLine]:
    first, second = two_lines(text, view.width - 4, looks)
    return StripLine(first, "error"), StripLine(f"  {second}", role="error")


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
    on_text = view.line is not None and view.shown_page == "file"
    return StripText(_line(view, named=True) if on_text else view.words.say("screen.strip.clean"), "", (line,))


RULED = 6
"""Cells of the rule that are no text."""


def around(words: Words) -> tuple[KeyHint, ...]:
    """The keys that lead to other findings."""
    return hint_keys(words, AROUND_KEYS)


def _line(view: View, *, named: bool) -> str:
    """The line of the file under the cursor, of how many; with what stands there."""
    place = spelled(view.at, view.state.budget) if named and view.at else None
    return view.words.say("screen.strip.line", line=view.line, count=view.state.document.line_count, place=place)


def _finding(view: View, finding: Finding, looks: Looks, *, noted: bool = False) -> StripText:
    """The finding with its number, its sentence in two lines, and the keys for it."""
    words, roots = view.words, found.ordered(view.state)
    head, is_here = _numbered(words, finding, found.root_of(view.state, finding), roots), found.is_here(view, finding)
    if view.line is not None and view.shown_page == "file":
        short = _numbered(words, finding, found.root_of(view.state, finding), roots, short=True)
        room = view.width - length(hint_pieces(around(words), looks)) - RULED
        line = _line(view, named=is_here)
        head = next((one for one in (f"{line} | {head}", f"{line} | {short}") if cells(one) <= room), line)
    elif is_here:
        head = words.say("screen.strip.in-row", head=head)
    elif finding.anchor is None and finding.line is not None:
        head = words.say("screen.strip.at-line", head=head, line=finding.line, column=finding.column)
    if noted:
        head = words.say("screen.strip.noted", head=head)
    sign = finding.severity.word if finding.waived is None else "accepted"
    keys = finding_keys(view)
    beside = view.width - 5 - length(hint_pieces(keys, looks))
    first, second = _in_two_lines(view, finding, beside, looks)
    if finding.waived is not None:
        first, second = _accepted(view, finding, (first, second), beside, looks)
    said = (
        StripLine(first, sign, click=words.key("why")),
        StripLine(f"  {second}", hints=keys, role="error" if sign == "error" else ""),
    )
    return StripText(head, "", said, around(words))


SHORT_NAME = 32
"""Signs that are left of a name where the whole sentence has no room, so that its figures are seen."""


def _in_two_lines(view: View, finding: Finding, beside: int, looks: Looks) -> tuple[str, str]:
    """The sentence, the second line as wide as the keys leave it; a long name gives way to the figures."""
    said = sentence(view, finding)
    first, second = two_lines(said, view.width - 4, looks)
    name = cut(view.words.show(Sentences(view.state.budget, view.words).who(finding.place)))
    if len(name) > SHORT_NAME and (cells(second) > beside or second.endswith("…")):
        return two_lines(said.replace(name, cut(name, SHORT_NAME), 1), view.width - 4, looks)
    return first, second


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


def _numbered(words: Words, finding: Finding, root: Finding, roots: Sequence[Finding], *, short: bool = False) -> str:
    """Which finding it is; of one that follows from another, which one that is; of an accepted one, that it is.

    In short without how grave it is, which its sign says.
    """
    if finding.waived is not None:
        return words.say("screen.strip.accepted")
    number = next((n for n, one in enumerate(roots, 1) if (one.check, one.path) == (root.check, root.path)), "?")
    key = ("short" if short else "head") if root is finding or finding.cause is None else "follows"
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
