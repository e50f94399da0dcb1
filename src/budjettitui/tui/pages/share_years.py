"""The years of shares: a partner's costs, support and own money over the years, top-down, below the rows of the tables."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.findings import Path
from budjettitui.model import Share
from budjettitui.money import less, total, total_if_known
from budjettitui.spreading import YearColumn
from budjettitui.spreading.shares import figure_of
from budjettitui.tui.pages.rows import sum_row
from budjettitui.tui.present.names import key_name, row_name
from budjettitui.tui.present.values import money
from budjettitui.tui.view import View
from budjettitui.tui.widgets.grid import Cell, GridRow

KEYS = ("costs", "income", "support", "own")
"""The figures of a share that may be split by year."""


class ShareYears:
    """A heading, and a row for each figure of each share that has one, in whole or of a year; nothing without shares."""

    def __init__(self, view: View, years: tuple[YearColumn, ...], editable: bool) -> None:
        self.view = view
        self.years = years
        self.editable = editable
        self.places: list[tuple[int, str]] = list(self._places())

    def __len__(self) -> int:
        return len(self.places) + 1 if self.places else 0

    def _places(self) -> Iterator[tuple[int, str]]:
        for index, share in enumerate(self.view.state.budget.shares):
            for key in KEYS:
                if getattr(share, key) is not None or any(getattr(one, key) for one in share.years.values()):
                    yield index, key

    def row(self, number: int) -> GridRow:
        """The heading, or the figure of that number."""
        words = self.view.words
        if number == 0:
            return sum_row("head share", Cell(words.label("place", "share"), role="strong"))
        index, key = self.places[number - 1]
        share = self.view.state.budget.shares[index]
        whole = self._whole(share, key)
        parts = [figure_of(share.years.get(year.name), key) for year in self.years]
        known = [one for one in parts if one is not None]
        name = f"{key_name(words, key)}, {row_name(self.view.state, words, ('share', index))}"
        cells = [Cell("" if one is None else money(words, one), editable=self.editable) for one in parts]
        rest = less(whole, total(known))
        left = "" if rest is None else money(words, rest)
        return GridRow(
            ("share", index, key),
            (
                Cell(name, editable=False),
                Cell("" if whole is None else money(words, whole), editable=self.editable),
                *cells,
                Cell(left, role="warning" if known and rest else "dim", editable=False),
            ),
        )

    def _whole(self, share: Share, key: str) -> Decimal | None:
        """The figure of a share; where it has none, what its years come to, if each of them has it (docs/figures.md).

        Where only some of them have it, nobody says what there is to split, and nothing is left.
        """
        whole = figure_of(share, key)
        if whole is not None or not share.years:
            return whole
        return total_if_known(figure_of(year, key) for year in share.years.values())

    def path_at(self, number: int, column: int) -> Path | None:
        """The place of a cell: the figure of the share, or of one of its years."""
        if not 0 < number <= len(self.places):
            return None
        index, key = self.places[number - 1]
        if 2 <= column < 2 + len(self.years):
            return ("share", index, "years", self.years[column - 2].name, key)
        return ("share", index, key)

    def number_of(self, path: Path) -> int | None:
        """The number of the row that shows a figure of a share, or one of its years."""
        if len(path) < 2 or path[0] != "share":
            return None
        numbered = enumerate(self.places, 1)
        return next((n for n, (index, key) in numbered if path[1] == index and path[-1] in (key, index, "years")), None)
