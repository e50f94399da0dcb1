"""The JSON of `diff`, version 1: what changed between two versions, by the names that the file has for it."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.findings import Finding, Path
from budjettitui.model import Budget
from budjettitui.report.json_v1 import PERCENT_DECIMALS, amount, part_a_line
from budjettitui.report.places import spelled
from budjettitui.report.sentences import Sentences, words_for
from budjettitui.state import State
from budjettitui.versions.comparison import Comparison, FigureChange, KeyChange, RowChange
from budjettitui.words import Words


def report(old: tuple[str, State], new: tuple[str, State], found: Comparison, words: Words) -> Iterator[str]:
    """The document, one part a line."""
    return part_a_line(document(old, new, found, words))


def document(old: tuple[str, State], new: tuple[str, State], found: Comparison, words: Words) -> dict[str, object]:
    """The comparison as JSON has it: amounts are strings, what is not there is null."""
    states = (old[1], new[1])
    decimals = new[1].budget.decimals
    return {
        "version": 1,
        "old": old[0],
        "new": new[0],
        "same": found.same,
        "rows": [_row(row, states) for row in found.rows],
        "figures": [_figure(one, decimals) for one in found.figures if one.changed],
        "findings": {
            "gone": [_finding(one, states[0].budget, words) for one in found.gone],
            "new": [_finding(one, states[1].budget, words) for one in found.new],
        },
    }


def _row(row: RowChange, states: tuple[State, State]) -> dict[str, object]:
    return {
        "table": row.table,
        "change": row.how,
        "path": str(row.place),
        "old": _where(row.old_path, states[0]),
        "new": _where(row.new_path, states[1]),
        "keys": [_key(change) for change in row.keys],
    }


def _where(path: Path | None, state: State) -> dict[str, object] | None:
    if path is None:
        return None
    found = state.document.position(path)
    return {"path": spelled(path, state.budget), "line": found[0] if found else None}


def _key(change: KeyChange) -> dict[str, object]:
    return {"key": change.key, "old": _plain_value(change.old), "new": _plain_value(change.new)}


def _plain_value(value: object) -> object:
    """A value of the file: numbers as strings, so that none is read as a binary float."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, list):
        return [_plain_value(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain_value(item) for key, item in value.items()}
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _figure(one: FigureChange, decimals: int) -> dict[str, object]:
    places = PERCENT_DECIMALS if one.percent else decimals
    return {
        "of": f"{one.of}.{one.name}" if one.name else one.of,
        "figure": one.figure,
        "old": amount(one.old, places),
        "new": amount(one.new, places),
        "difference": amount(one.difference, places),
    }


def _finding(finding: Finding, budget: Budget, words: Words) -> dict[str, object]:
    return {
        "check": finding.check,
        "severity": finding.severity.word,
        "path": finding.path,
        "line": finding.line,
        "cause": None if finding.cause is None else {"check": finding.cause.check, "path": finding.cause.path},
        "message": Sentences(budget, words_for(budget, words)).of(finding),
        "waived": finding.waived is not None,
    }
