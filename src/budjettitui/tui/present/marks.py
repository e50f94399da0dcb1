"""Rows with a mark of a person: a finding on them was accepted, or they have a note."""

from budjettitui.acceptance import noted_rows
from budjettitui.findings import NOT_YET, Path
from budjettitui.state import State
from budjettitui.tui.present.found import new_roots
from budjettitui.tui.view import View
from budjettitui.typed import Doubtful, NotYet


def marks_of(state: State) -> dict[Path, str]:
    """`accepted` or `note` by row; what is accepted goes before a note, and is known once it is judged."""
    if not state.budget.waivers and not state.budget.notes:
        return {}
    found: dict[Path, str] = dict.fromkeys(noted_rows(state), "note")
    for one in () if state.findings is NOT_YET else state.findings:
        if one.waived is not None and one.anchor is not None and len(one.anchor) > 1:
            found[one.anchor[:2]] = "accepted"
    return found


def marks_of_partners(state: State) -> dict[str, str]:
    """The same by partner; the project's own marks stand under the empty name."""
    found: dict[str, str] = {}
    for path, mark in marks_of(state).items():
        table, index = path[0], path[1] if len(path) > 1 else None
        if table in ("partner", "share") and isinstance(index, int):
            row = state.budget.rows(str(table))[index]
            name = getattr(row, "partner", None) if table == "share" else row.id
            found[name or ""] = mark
    for one in () if state.findings is NOT_YET else state.findings:
        if one.waived is not None and one.partner:
            found[one.partner] = "accepted"
    return found


def sign_while_typed(view: View) -> str:
    """The sign of the row that is being typed: in doubt, or the gravest that would be found anew in it; else empty."""
    typing, after = view.typing, view.preview
    if typing is None:
        return ""
    if isinstance(typing.answer, Doubtful | NotYet):
        return "doubt"
    new = new_roots(view.state, after) if after is not None and view.state.findings is not NOT_YET else []
    here = [one for one in new if one.anchor is not None and one.anchor[:2] == typing.path[:2]]
    return here[0].severity.word if here else ""
