"""The list of budgets sorted by a column, for looking only."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from budjettitui.balance import balance, counts
from budjettitui.sifting import Sift
from budjettitui.tui.themes import Looks
from budjettitui.tui.widgets.grid_rows import Column
from budjettitui.values import frozen, replace
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.tui.files import Listed
    from budjettitui.tui.present.promises import Told


@frozen
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


def files_with(files: Sequence["Listed"], text: str, words: Words, looks: Looks) -> list["Listed"]:
    """The files that have every word of a text in their row, or in the project's name."""
    wanted = text.casefold().split()
    return [one for one in files if not wanted or holds(_text_of(one, words, looks), wanted)]


def _text_of(one: "Listed", words: Words, looks: Looks) -> str:
    from budjettitui.tui.present.folders import rows

    shown = [cell.text for cell in rows([one], words, looks)[0].cells]
    project = one.state.budget.project if one.state is not None else None
    return "\n".join((*shown, project.name or "", project.code or "") if project is not None else shown)


def holds(text: str, wanted: Sequence[str]) -> bool:
    """True of a text that has all these words, numbers also without the blanks between their groups."""
    folded = text.casefold()
    plain = folded.replace("\u00a0", "")
    return all(word in folded or word in plain for word in wanted)


def files_in_order(files: Sequence["Listed"], sorting: Sorting, words: Words) -> list["Listed"]:
    """The files by a column."""
    return in_order(files, lambda one: _value(one, sorting.column, words), sorting) if sorting.column else list(files)


Group = list["Told"]


def _groups(told: Sequence["Told"]) -> list[Group]:
    """Each budget item with the rows below it."""
    found: list[Group] = []
    for one in told:
        if found and found[-1][0].item is one.item:
            found[-1].append(one)
        else:
            found.append([one])
    return found


def ledger_with(told: Sequence["Told"], text: str, words: Words) -> list["Told"]:
    """The budget items that have every word of a text in their rows, whole."""
    from budjettitui.tui.present.promises import rows

    wanted = text.casefold().split()
    found = []
    for group in _groups(told):
        shown = "\n".join(cell.text for row in rows(group, words) for cell in row.cells)
        found += group if not wanted or holds(f"{group[0].item.budget_item}\n{shown}", wanted) else []
    return found


def ledger_in_order(told: Sequence["Told"], sorting: Sorting) -> list["Told"]:
    """The budget items by a column, each with the rows below it."""
    if not sorting.column:
        return list(told)
    groups = in_order(_groups(told), lambda group: _promised(group[0], sorting.column), sorting)
    return [one for group in groups for one in group]


def _promised(one: "Told", column: str) -> str | Decimal | None:
    if column == "item":
        return one.item.budget_item.casefold()
    if column in ("aside", "promised", "left"):
        return getattr(one.sums, column) if one.sums is not None else None
    entry = one.entry or one.item.entries[0]
    return entry.label.casefold() if column == "file" else entry.fits or None


Sorted = TypeVar("Sorted")


def sifted(
    found: Sequence[Sorted], sift: Sift | None, text: Callable[[Sorted], str], value: Callable[[Sorted, str], Any]
) -> list[Sorted]:
    """What is shown of a list, by its text, and by its value in a column."""
    if sift is None:
        return list(found)
    wanted = sift.text.casefold().split()
    kept = [one for one in found if not wanted or holds(text(one), wanted)]
    if not sift.column:
        return kept
    return in_order(kept, lambda one: value(one, sift.column), Sorting(sift.column, sift.descending))


def in_order(found: Sequence[Sorted], value: Callable[[Sorted], Any], sorting: Sorting) -> list[Sorted]:
    """By a value. What is not known stands last in both directions."""
    known = [one for one in found if value(one) is not None]
    unknown = [one for one in found if value(one) is None]
    return [*sorted(known, key=value, reverse=sorting.descending), *unknown]


def _value(one: "Listed", column: str, words: Words) -> str | Decimal | tuple[int, ...] | None:
    if column == "file":
        return one.name.casefold()
    if one.state is None:
        return None
    if column == "project":
        return (one.state.budget.project.name or "").casefold() or None
    if column == "findings":
        return tuple(-number for number in counts(one.state.verdict()).values())
    if column == "stage":
        stage = one.state.budget.project.stage
        return words.label("project_stage", stage) if stage else None
    figures = balance(one.state)
    return {"costs": figures.costs.value, "support": figures.support.value, "rate": figures.rate}[column]
