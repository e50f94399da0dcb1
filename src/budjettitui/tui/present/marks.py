"""Rows with a mark of a person: a finding on them was accepted, or they have a note."""

from budjettitui.acceptance import noted_rows
from budjettitui.findings import NOT_YET, Path
from budjettitui.state import State


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
