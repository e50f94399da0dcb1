"""The list of budgets sorted by a column, for looking only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from budjettitui.balance import balance, counts
from budjettitui.tui.widgets.grid_rows import Column
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.tui.files import Listed


@dataclass(frozen=True, slots=True)
class Sorting:
    """The column that a table is sorted by, for looking only; none where it stands as in the file."""

    column: str = ""
    descending: bool = False

    def next(self, column: str) -> "Sorting":
        """Up, then down, then as it was."""
        if column != self.column:
            return Sorting(column)
        return Sorting() if self.descending else Sorting(column, True)

    def marked(self, column: Column) -> Column:
        """The head of the column, with `^` or `v` behind it where the table is sorted by it."""
        if column.key != self.column:
            return column
        return replace(column, title=f"{column.title} {'v' if self.descending else '^'}")


COLUMNS = ("file", "costs", "support", "rate", "findings", "stage")


def in_order(files: Sequence["Listed"], column: str, descending: bool, words: Words) -> list["Listed"]:
    """The files by a column; what is not known stands last in both directions."""
    known = [one for one in files if _value(one, column, words) is not None]
    unknown = [one for one in files if _value(one, column, words) is None]
    ordered = sorted(known, key=lambda one: _value(one, column, words), reverse=descending)  # type: ignore[arg-type,return-value]
    return [*ordered, *unknown]


def _value(one: "Listed", column: str, words: Words) -> str | Decimal | tuple[int, ...] | None:
    if column == "file":
        return one.name.casefold()
    if one.state is None:
        return None
    if column == "findings":
        return tuple(-number for number in counts(one.state.findings).values())
    if column == "stage":
        stage = one.state.budget.project.stage
        return words.label("project_stage", stage) if stage else None
    figures = balance(one.state)
    return {"costs": figures.costs.value, "support": figures.support.value, "rate": figures.rate}[column]
