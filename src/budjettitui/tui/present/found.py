"""Findings in the order in which they are gone through, and which of them speaks of a place."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from budjettitui.findings import NOT_YET, Cause, Finding, Path, Severity, Unjudged
from budjettitui.state import State
from budjettitui.tui.view import View
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.proof.mended_at import MendedAt

PARTNER_TABLES = ("partner", "share")


def ordered(state: State) -> list[Finding]:
    """Standing roots of a state that was judged, gravest first, then in the order of the file."""
    return sorted(state.roots(), key=lambda one: one.severity)


def with_consequences(state: State) -> list[tuple[Finding, bool]]:
    """Every standing finding below its root; True for those that follow from the one above."""
    after: dict[Cause, list[Finding]] = {}
    for one in state.verdict():
        if one.cause is not None and one.waived is None:
            after.setdefault(one.cause, []).append(one)
    found: list[tuple[Finding, bool]] = []
    for root in ordered(state):
        found.append((root, False))
        found += [(one, True) for one in after.pop(Cause(root.check, root.path), [])]
    return found + [(one, False) for rest in after.values() for one in rest]


def following(state: State, root: Finding) -> int:
    """How many findings stand below a root."""
    count, below = 0, False
    for one, follows in with_consequences(state):
        below = below if follows else one is root
        count += below and follows
    return count


def accepted(state: State) -> list[Finding]:
    """The roots that somebody accepted."""
    return [one for one in state.verdict() if one.is_root and one.waived is not None]


def here(view: View) -> Finding | Unjudged | None:
    """The finding that the strip speaks of: the one gone to, else the row's gravest, else the first that stands."""
    if view.state.findings is NOT_YET:
        return NOT_YET
    if view.finding is not None:
        return view.finding
    roots = ordered(view.state)
    found = _graver(_of_row(view.state, view.at, roots), mended_here(view))
    return found or (roots[0] if roots else None)


def about(state: State, path: Path, mended_at: "MendedAt") -> Finding | None:
    """The gravest root that stands in the row of a place, or that may be mended there as one of a few."""
    return _graver(_of_row(state, path, ordered(state)), mended_at.rows.get(path[:2]) or mended_at.rows.get(path))


def _graver(own: Finding | None, mended: Finding | None) -> Finding | None:
    """What stands in a row, or what may be mended there where that is graver."""
    return mended if own is None or (mended is not None and mended.severity < own.severity) else own


def mended_here(view: View) -> Finding | None:
    """The finding that stands elsewhere and may be mended in the row under the cursor, as one of a few."""
    at = view.at if view.at is not None or view.figure is None else next(iter(view.figure.sum.anchors), None)
    if view.mended_at is None or at is None:
        return None
    return view.mended_at.rows.get(at[:2]) or view.mended_at.rows.get(at)


def is_here(view: View, finding: Finding) -> bool:
    """True of a finding that is about the row under the cursor, or that has its sign there."""
    return is_of(view.state, view.at, finding) or mended_here(view) is finding


def nothing_found(state: State, words: Words) -> tuple[str, str]:
    """That nothing was found, and its sign; where costs and funding could not be compared, what is not known."""
    sheet = state.figures.project
    if sheet.missing is not None:
        return words.say("screen.strip.nothing"), "ok"
    figures = (("costs", sheet.costs.value), ("funding", sheet.funding), ("support", sheet.support.value))
    unknown = [words.label("figure", name) for name, value in figures if value is None]
    return words.say("screen.strip.unjudged", what=", ".join(unknown) or None), "doubt"


def root_of(state: State, finding: Finding) -> Finding:
    """The finding itself, or the one that it follows from."""
    if finding.cause is None:
        return finding
    roots = [one for one in state.verdict() if (one.check, one.path) == (finding.cause.check, finding.cause.path)]
    return roots[0] if roots else finding


def is_of(state: State, path: Path | None, finding: Finding) -> bool:
    """True of a finding that is about the row at a path."""
    return path is not None and bool(_of_row(state, path, [finding]))


def _of_row(state: State, at: Path | None, findings: Iterable[Finding]) -> Finding | None:
    if at is None:
        return None
    partner = partner_of(state, at)
    for one in findings:
        if one.anchor is not None and at[:2] == one.anchor[:2] and len(at) > 1:
            return one
        if partner is not None and one.partner == partner:
            return one
    return None


def partner_of(state: State, at: Path) -> str | None:
    """The partner whose row of a table of partners a place is; None of any other row."""
    if at[0] not in PARTNER_TABLES or len(at) < 2 or not isinstance(at[1], int):
        return None
    rows = state.budget.rows(str(at[0]))
    row = rows[at[1]] if at[1] < len(rows) else None
    return getattr(row, "partner", None) or getattr(row, "id", None)


def signs_of(view: View, table: str) -> dict[int, Severity]:
    """The gravest finding of each row of a table; consequences count, since they stand there too. None before judging.

    With them those that stand at a sum, of the few rows that it is made of.
    """
    found: dict[int, Severity] = {}
    for path, root in view.mended_at.rows.items() if view.mended_at is not None else ():
        if path[0] == table and isinstance(path[1], int):
            found[path[1]] = root.severity
    for one in () if view.state.findings is NOT_YET else view.state.findings:
        if one.waived is not None or one.anchor is None or len(one.anchor) < 2 or one.anchor[0] != table:
            continue
        index = one.anchor[1]
        if isinstance(index, int):
            found[index] = min(found.get(index, Severity.INFO), one.severity)
    return found


def partner_signs(state: State) -> dict[str, Severity]:
    """The gravest finding of each partner; the project's own stand under the empty name. None before judging."""
    found: dict[str, Severity] = {}
    index_of: dict[Path, str | None] = {("partner", number): one.id for number, one in enumerate(state.budget.partners)}
    index_of |= {("share", number): one.partner for number, one in enumerate(state.budget.shares)}
    for one in () if state.findings is NOT_YET else state.findings:
        if one.waived is not None:
            continue
        name = one.partner or (index_of.get(one.anchor[:2]) if one.anchor is not None else None)
        if name is None and one.place.table in ("project", "stated", "call"):
            name = ""
        if name is not None:
            found[name] = min(found.get(name, Severity.INFO), one.severity)
    return found


def new_roots(before: State, after: State) -> list[Finding]:
    """The roots that a change would bring, gravest first."""
    known = {(one.check, one.path) for one in before.verdict()}
    return [one for one in ordered(after) if (one.check, one.path) not in known]


def gone_roots(before: State, after: State) -> list[Finding]:
    """The roots that a change would take away."""
    left = {(one.check, one.path) for one in after.verdict()}
    return [one for one in ordered(before) if (one.check, one.path) not in left]
