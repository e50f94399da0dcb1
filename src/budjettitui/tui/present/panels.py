"""The side panel: this cell or what is being typed, the findings, why, the mends, in sections under each other."""

from collections.abc import Iterator

from budjettitui.acceptance import waivable
from budjettitui.balance import Source
from budjettitui.document import value_at
from budjettitui.findings import NOT_YET, Finding, Path
from budjettitui.report.sentences import Sentences
from budjettitui.state import State
from budjettitui.tui.pages.page import room
from budjettitui.tui.present import found, listed, mends
from budjettitui.tui.present.names import cell_name, cell_text, row_name
from budjettitui.tui.present.notes import notes_here
from budjettitui.tui.present.strips import (
    failure,
    finding_keys,
    hint_keys,
    judging,
    selected_head,
    selected_lines,
    strip,
)
from budjettitui.tui.present.values import label, marks, money, partner_name
from budjettitui.tui.themes import Looks
from budjettitui.tui.view import View
from budjettitui.tui.widgets.panel import PanelLine, Section

EDITS_FROM = 40
"""Lines of window from which the panel says of each mend what it writes."""

LISTED = 40
"""Findings that the panel lists at most."""


def sections(view: View, looks: Looks) -> tuple[Section, ...]:
    """The sections of the panel; what could not be done stands first as long as its rule has no room for it."""
    failed = failure(view) if view.typing is None else None
    told = () if failed is None else (Section(failed[0], (PanelLine(failed[1], "error"),)),)
    return (*told, *_sections(view, looks))


def _sections(view: View, looks: Looks) -> tuple[Section, ...]:
    finding = found.here(view)
    if finding is NOT_YET:  # nothing can be said of it yet
        return (_typed(view, looks) if view.going else _here(view), _findings(view, None))
    if view.typing is not None or view.going:
        after = [_after(view, view.preview)] if view.preview is not None else []
        return (_typed(view, looks), *after, _findings(view, finding))
    if view.beside:
        return (_why(view, finding), _mends(view, finding)) if finding is not None else ()
    here = (_here(view), _findings(view, finding))
    return here if finding is None else (*here, _why(view, finding), _mends(view, finding))


def _typed(view: View, looks: Looks) -> Section:
    """What the strip would say: how what is typed is read, or where one may go. What follows has its own section."""
    said = strip(view, looks)
    lines = said.lines[:1] if view.preview is not None else said.lines
    parts = [part for line in lines for part in (line.text.strip().split("      ") if line.text.strip() else [])]
    return Section(said.head, tuple(PanelLine(part, said.lines[0].sign) for part in parts))


def _after(view: View, after: State) -> Section:
    """What would be found anew if it were kept, with what follows from it, and what would be gone."""
    words, said = view.words, Sentences(after.budget, view.words)
    lines: list[PanelLine] = []
    new = {(one.check, one.path) for one in found.new_roots(view.state, after)}
    keeps = False
    for finding, follows in found.with_consequences(after):
        keeps = keeps if follows else (finding.check, finding.path) in new
        if keeps and follows:
            short = f"{listed.where(said, finding.place)}: {listed.what(said, finding)}"
            lines.append(PanelLine(short, "follows", listed.gap(words, finding)))
        elif keeps:
            lines.append(PanelLine(words.say("screen.strip.new", what=said.of(finding)), finding.severity.word))
    before = Sentences(view.state.budget, words)
    for finding in found.gone_roots(view.state, after):
        lines.append(PanelLine(words.say("screen.strip.gone", what=before.of(finding)), "ok"))
    return Section(words.say("screen.panel.after"), tuple(lines) or (PanelLine(words.say("screen.strip.no-new")),))


def _here(view: View) -> Section:
    """The cell under the cursor: what it holds, and the line where that stands; of several, what they come to."""
    words, at = view.words, view.at
    if view.selected is not None:
        lines = tuple(PanelLine(line) for line in selected_lines(words, view.selected))
        return Section(selected_head(words, view.selected), lines)
    if at is None and view.figure is not None:
        return _of_no_row(view, view.figure)
    if at is None:
        return Section(words.say("screen.panel.here"), (PanelLine(words.say("screen.panel.nowhere"), role="dim"),))
    place = view.state.document.position(at) or view.state.document.position(at[:2])
    line = words.say("screen.panel.line", line=place[0]) if place is not None else words.say("screen.panel.no-line")
    text = _meant(view, at) or cell_text(view.state, words, at)
    lines = (PanelLine(text), PanelLine(line, role="dim")) if text else (PanelLine(line, role="dim"),)
    lines = (*lines, *(PanelLine(said, "note") for said in notes_here(view)))
    return Section(words.say("screen.panel.cell", what=cell_name(view.state, words, at)), lines)


def _of_no_row(view: View, source: Source) -> Section:
    """A figure that stands in no row: what it comes to, what it is taken from, and the lines of that."""
    words, one = view.words, source.sum
    places = dict.fromkeys(view.state.document.position(anchor) for anchor in one.anchors)
    lines = [words.say("screen.panel.line", line=place[0]) for place in places if place is not None]
    who = partner_name(view.state.budget, source.partner) or row_name(view.state, words, ("project",))
    name = words.say("screen.cell-of", key=words.label("funding", source.kind), who=words.show(who))
    parts = (f"{money(words, one.value)} {marks(one)}".rstrip(), words.say(f"screen.panel.from-{one.origin}"), *lines)
    return Section(words.say("screen.panel.cell", what=name), tuple(PanelLine(part, role="dim" if number else "")
                                                                    for number, part in enumerate(parts)))  # fmt: skip


def _meant(view: View, at: Path) -> str:
    """A word of a list by its name, with the word itself where that says more."""
    word = value_at(view.state.document.values, at)
    if len(at) < 3 or not isinstance(word, str):
        return ""
    name = label(view.state, view.words, at, word)
    return name if not name or name == word else f"{view.words.show(word)}: {name}"


def _findings(view: View, here: Finding | None) -> Section:
    """The list in a few words each, the one that is spoken of marked."""
    said, words = Sentences(view.state.budget, view.words), view.words
    lines = []
    every = listed.listed(view)
    if every is NOT_YET:
        return Section(words.say("screen.panel.findings"), (PanelLine(judging(words).text, "doubt"),))
    for one in every[:LISTED]:
        finding = one.finding
        marked = here is not None and (finding.check, finding.path) == (here.check, here.path)
        text = f"{listed.with_folded(said, one)}: {listed.what(said, finding)}"
        click, role = f"finding {finding.check} {finding.path}", "dim" if one.sign == "accepted" else ""
        lines.append(PanelLine(text, one.sign, listed.gap(words, finding), role, marked, click))
    if not lines:
        whole = view.shown == "all"
        lines.append(PanelLine(*found.nothing_found(view.state, words) if whole else (words.say("screen.found.none"),)))
    title = f"{words.say('screen.panel.findings')}  [{words.say(f'screen.found.{view.shown}')}]"
    return Section(title, tuple(lines))


def _why(view: View, finding: Finding) -> Section:
    from budjettitui.tui.present.proofs import proof  # when it is asked for: a start waits for none of it

    lines = tuple(PanelLine(line.text) for line in proof(view, finding, view.width - room(view) - 3))
    return Section(view.words.say("screen.panel.why"), lines)


def _mends(view: View, finding: Finding) -> Section:
    """The mends by name with what they write, and the keys that do something."""
    keys = (*finding_keys(view), *(hint_keys(view.words, (("r", "accept"),)) if waivable(finding) else ()))
    lines = (*_mend_lines(view), PanelLine(), PanelLine(hints=keys))
    return Section(view.words.say("screen.panel.mends"), lines)


def _mend_lines(view: View) -> Iterator[PanelLine]:
    known = view.mends
    if known is None or view.read_only:
        yield PanelLine(view.words.say("screen.panel.mends-more" if not view.read_only else "screen.talk.read-only"))
        return
    for number, fix in enumerate(known.fixes, 1):
        yield PanelLine(f"{number} {mends.name_of(view, fix)}", hang=2)
        for line in () if view.height < EDITS_FROM else mends.edit_lines(view, fix.change, view.width - room(view) - 6):
            yield PanelLine(f"  {line}", role="dim")
    if not known.fixes:
        key = "mends-chosen" if mends.listed_at(view.state, known.finding) is not None else "mends-none"
        yield PanelLine(view.words.say(f"screen.panel.{key}"))
