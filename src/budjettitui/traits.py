"""What is asked of single rows: functions that pick rows out of blocks (`blocks.where`, `blocks.values`)."""

from budjettitui.model import Cost, Funding, Row


def called(row: Row) -> str | None:
    """The id of a row; None where it has none."""
    return row.id


def is_in_kind(row: Cost) -> bool:
    """True of a cost line outside the cash budget."""
    return row.in_kind is True


def is_kind(row: Funding, kind: str) -> bool:
    """True of a funding line of one kind."""
    return row.kind == kind


def category(row: Cost) -> str | None:
    """The category of a cost line."""
    return row.category


def unit_of(row: Cost) -> str | None:
    """What the quantity of a cost line is counted in."""
    return row.unit
