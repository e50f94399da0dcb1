"""Whether a place that a waiver, a note or a total points at is in the budget (docs/file-format.md)."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from budjettitui.blocks import some, values
from budjettitui.checks.case import Case
from budjettitui.findings import Place
from budjettitui.model import ROW_TABLES, Row, place_of
from budjettitui.places import SINGLE, parts_of
from budjettitui.reading.flaws import YEAR
from budjettitui.reading.tables import TABLES
from budjettitui.traits import category

MOST_LISTED = 2000
"""Of a larger budget not all places are listed when the nearest is looked for."""


class Places:
    """The places of one budget, gathered once."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.budget = case.budget
        self._ids: dict[str, frozenset[str]] = {}

    def knows(self, text: str) -> bool:
        """True of a place that is there; of one in a table that could not be read whole nobody can say no."""
        parts = parts_of(text)
        if parts is None or not isinstance(parts[0], str):
            return False
        table, rest = parts[0], parts[1:]
        if table in ROW_TABLES:
            return self._row(table, rest)
        if table in SINGLE:
            return self._single(table, rest)
        if table in self.names:
            return len(rest) == 1 and self.has(table, str(rest[0]))
        return table == "file" and not rest

    def has(self, table: str, name: str) -> bool:
        """True of a category, a year, a fund and their like that the budget has."""
        if table == "year":
            return bool(YEAR.fullmatch(name)) or name in self.budget.project.periods
        if table == "category" and self.case.terms.rules.any_category:
            return bool(name)
        return name in self.names[table] or self._lost(*_HOLDERS[table])

    def ids(self, table: str) -> frozenset[str]:
        """The ids of a table's rows."""
        if table not in self._ids:
            self._ids[table] = _named(values(self.budget.rows(table), _field, "id"))
        return self._ids[table]

    def may_lack(self, table: str) -> bool:
        """True where a row, or the id of one, could not be read."""
        return self._lost(table) or some(self.budget.rows(table), _name_unread)

    @cached_property
    def listed(self) -> tuple[str, ...]:
        """Places as people write them, for the nearest one."""
        found = ["file", "project"]
        for table in ("partner", "share", "cost", "income", "funding"):
            rows = enumerate(self.budget.rows(table)[:MOST_LISTED])
            found += [str(place_of(table, index, row)) for index, row in rows]
        for table, names in self.names.items():
            found += [str(Place(table, name)) for name in sorted(names)]
        return tuple(found)

    @cached_property
    def names(self) -> Mapping[str, frozenset[str]]:
        """What the places that are no rows are called by."""
        budget = self.budget
        categories = [*values(budget.costs, category)]
        categories += [*self.case.terms.rules.categories, *budget.call.categories]
        categories += [name for stated in budget.stated for name in stated.categories]
        items = [*values(budget.funding, _field, "budget_item"), *values(budget.appropriations, _field, "budget_item")]
        return {
            "category": _named(categories),
            "year": frozenset(budget.project.periods),
            "work_package": _named([*values(budget.costs, _field, "work_package"), *self._stated("work_package")]),
            "fund": _named([*values(budget.funding, _field, "fund"), *budget.call.funds]),
            "budget_item": _named(items),
            "person": _named(values(budget.costs, _field, "person")),
        }

    def _stated(self, table: str) -> list[str | None]:
        return [stated.of[len(table) + 1 :] for stated in self.budget.stated if stated.of.startswith(f"{table}.")]

    def _lost(self, *tables: str) -> bool:
        return self.case.broken or not self.budget.unread.isdisjoint(tables)

    def _row(self, table: str, rest: list[str | int]) -> bool:
        if not rest or (len(rest) > 1 and not _has_key(table, rest[1])):
            return False
        if isinstance(rest[0], int):
            return 0 < rest[0] <= len(self.budget.rows(table)) or self._lost(table)
        return rest[0] in self.ids(table) or self.may_lack(table)

    def _single(self, table: str, rest: list[str | int]) -> bool:
        if table == "stated" and rest and isinstance(rest[0], int):
            return 0 < rest[0] <= len(self.budget.stated) and (len(rest) == 1 or _has_key(table, rest[1]))
        return not rest or _has_key(table, rest[0])


_HOLDERS = {
    "category": ("cost", "stated"),
    "work_package": ("cost", "stated"),
    "fund": ("funding",),
    "budget_item": ("funding", "appropriation"),
    "person": ("cost",),
}
"""The tables that the places which are no rows come from."""


def _field(row: Row, name: str) -> str | None:
    found: str | None = getattr(row, name, None)
    return found


def _name_unread(row: Row) -> bool:
    return "id" in row.unread or "partner" in row.unread


def _named(names: Iterable[str | None]) -> frozenset[str]:
    return frozenset([name for name in names if name])


def _has_key(table: str, key: str | int) -> bool:
    return key in TABLES[table].keys
