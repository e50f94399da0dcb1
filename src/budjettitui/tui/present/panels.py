"""The side panel: this cell, the findings, why, in sections under each other."""

from budjettitui.findings import Finding
from budjettitui.report.sentences import Sentences
from budjettitui.tui.present import found
from budjettitui.tui.present.names import cell_name, cell_text
from budjettitui.tui.present.proofs import proof
from budjettitui.tui.present.strips import finding_keys, strip
from budjettitui.tui.themes import Looks
from budjettitui.tui.view import View
from budjettitui.tui.widgets.panel import PanelLine, Section

LISTED = 40
"""Findings that the panel lists at most."""


def sections(view: View, looks: Looks) -> tuple[Section, ...]:
    """The sections of the panel."""
    finding = found.here(view)
    first = _here(view, looks)
    return (first, _findings(view, finding), *([_why(view, finding)] if finding is not None else []))


def _here(view: View, looks: Looks) -> Section:
    """What the strip would say while typing or going; else the cell under the cursor."""
    words = view.words
    if view.typing is not None or view.going:
        said = strip(view, looks)
        lines = tuple(PanelLine(line.text.strip(), line.sign) for line in said.lines)
        return Section(said.head, lines)
    if view.at is None:
        return Section(words.say("screen.panel.here"))
    name = cell_name(view.state, words, view.at)
    position = view.state.document.position(view.at) or view.state.document.position(view.at[:2])
    line = (
        words.say("screen.panel.line", line=position[0]) if position is not None else words.say("screen.panel.no-line")
    )
    return Section(name, (PanelLine(cell_text(view.state, words, view.at)), PanelLine(line, role="dim")))


def _findings(view: View, here: Finding | None) -> Section:
    said = Sentences(view.state.budget, view.words)
    lines = []
    for finding, follows in found.with_consequences(view.state)[:LISTED]:
        marked = here is not None and (finding.check, finding.path) == (here.check, here.path)
        sign = "follows" if follows else finding.severity.word
        click = f"finding {finding.check} {finding.path}"
        lines.append(PanelLine(said.of(finding), sign, here=marked, click=click))
    if not lines:
        lines.append(PanelLine(view.words.say("screen.strip.nothing"), "ok"))
    return Section(view.words.say("screen.panel.findings"), tuple(lines))


def _why(view: View, finding: Finding) -> Section:
    lines = tuple(PanelLine(line.text) for line in proof(view, finding))
    keys = finding_keys(view)
    return Section(view.words.say("screen.panel.why"), (*lines, PanelLine(), PanelLine(hints=keys)))
