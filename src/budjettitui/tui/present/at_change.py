"""What is said of a marked change between two versions: where it stands, its notes, and the finding that it is about."""

from budjettitui.acceptance import notes_at
from budjettitui.document import Document
from budjettitui.findings import Finding, Path
from budjettitui.proof.mended_at import MendedAt
from budjettitui.state import State
from budjettitui.text_lines import line_of
from budjettitui.tui.present import found
from budjettitui.tui.present.compared import Compared
from budjettitui.tui.view import View


def below(view: View, name: str, old: State, line: Compared) -> tuple[str, ...]:
    """The change as a sentence, with the line of the file that has it, and the notes on its row."""
    words = view.words
    if not line.change:
        return (line.whole,) if line.whole else ()
    here = _line(view.state.document, line.path)
    there = _line(old.document, line.old_path) if here is None else None
    said = words.say("flow.compare.at", what=line.whole, line=here, there=there, version=name if there else None)
    notes = notes_at(view.state, line.path) if line.path is not None else ()
    return (said, *(words.say("flow.note.there", text=text, by=by, day=day) for text, by, day in notes))


def _line(document: Document, path: Path | None) -> int | None:
    return line_of(document, path) if path is not None else None


def finding_at(view: View, old: State, line: Compared) -> tuple[State, Finding] | None:
    """The finding that a line is about, and the version that has it: one that stands in the row, else one that is gone."""
    if line.finding is not None:
        return (old if line.gone else view.state), line.finding
    for state, path in ((view.state, line.path), (old, line.old_path)):
        here = found.about(state, path, MendedAt(state)) if path is not None and line.change else None
        if here is not None:
            return state, here
    return None
