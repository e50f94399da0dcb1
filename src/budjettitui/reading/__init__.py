"""From TOML values to a budget: what every key may hold, and a flaw with its place for all that holds something else.

Whatever the values are, a budget comes back, as far as it can be read. A key that could not be read is named in its
table's `unread`, so that nothing is worked out as though it were not there; so is the key that a misspelled one is
nearest to.

Which tables and keys there are stands in `tables`, how each kind of value is read in `kinds`, most of them at once in `plain`,
what is said of the others in `flaws`. What did not change since the last reading is told by `rereading`.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import accumulate
from typing import Any

from budjettitui.blocks import Block, Rows, divided_rows
from budjettitui.findings import Path, Place
from budjettitui.model import ROW_TABLES, Budget, Flaw, Stated
from budjettitui.money import CENT, ONE, decimals_of
from budjettitui.reading.flaws import Sink, has_bad_text, under
from budjettitui.reading.kinds import UNREAD, Kind, blank
from budjettitui.reading.rereading import Reread, known_rows, unchanged
from budjettitui.reading.tables import ROWS, SINGLES, TABLES, TOP, Key, Table
from budjettitui.values import field, record

Lost = tuple[str | None, int | None, str | None]
"""What a half-broken file has lost: a table, a row number from 0, a key; None where that is not known."""


@record
class Memo:
    """The tables as they were read before: an edit reads one row again and not ten thousand."""

    currency: str = ""
    periods: tuple[str, ...] = ()
    tables: dict[str, tuple[tuple[object, ...], list[Reread]]] = field(default_factory=dict)
    """Of each table its rows as TOML has them, and the pieces that they were read in."""


def read(values: Mapping[str, object], lost: tuple[Lost, ...] = (), memo: Memo | None = None) -> Budget:
    """The budget that the values of a TOML document hold, with what could not be read as `flaws`.

    `lost` names what a half-broken document has lost before it got here. `memo` is filled and used where an editor
    reads the same document again and again. Nothing is raised, whatever the values are.
    """
    return _BudgetReader(values, lost, memo or Memo()).budget()


class _BudgetReader:
    """One reading of one document."""

    def __init__(self, values: Mapping[str, object], lost: tuple[Lost, ...], memo: Memo) -> None:
        self.values = values
        self.lost = lost
        self.flaws: list[Flaw] = []
        self.memo = memo
        self.unread = {table for table, row, _ in lost if table in ROW_TABLES and row is None}
        self.misnamed: set[str] = set()
        """Tables that stand once, and stand there under a misspelled name: what they say is not known."""
        self.sink = Sink(self.flaws.append)
        self.cents = CENT

    def budget(self) -> Budget:
        self._top()
        parts: dict[str, Any] = {}
        for name, table in SINGLES.items():
            parts[name] = self._single(name, table)
            if name == "project":
                self._context(parts[name])
        parts["stated"] = self._stated()
        for name, table in ROWS.items():
            parts[ROW_TABLES[name]] = self._rows(name, table)
        return Budget(**parts, flaws=tuple(self.flaws), unread=frozenset(self.unread))

    def _context(self, project: Any) -> None:
        self.sink.decimals = decimals_of(project.currency)
        self.cents = ONE.scaleb(-self.sink.decimals)
        self.sink.periods = project.periods
        if (self.memo.currency, self.memo.periods) != (project.currency, project.periods):
            self.memo.currency, self.memo.periods = project.currency, project.periods
            self.memo.tables.clear()

    def _top(self) -> None:
        version = self.values.get("schema")
        if type(version) is not int or version != 1:
            there = "schema" in self.values
            self.sink.flaw(
                "schema-version", Place("file"), ("schema",) if there else (), {}, "unknown" if there else "missing"
            )
        for name, value in self.values.items():
            if name == "extra":
                self.sink.extra(Place("file"), (name,), value)
            if name not in TABLES and name not in TOP:
                near = self.sink.unknown_key(Place("file"), (name,), name, (*TABLES, "schema"))
                if near in ROW_TABLES or near == "stated":
                    self._lost_rows(near, value)
                elif near in SINGLES and near not in self.values:
                    self.misnamed.add(near)

    def _lost_rows(self, table: str, value: object) -> None:
        """Rows under a misspelled name are unread, also where others stand under the right one."""
        if table not in self.values or isinstance(value, list | dict):
            self.unread.add(table)

    def _single(self, name: str, table: Table) -> Any:
        value = self.values.get(name)
        if value is None and name in table.required_tables:
            self.sink.flaw("missing-key", Place("file"), (), {"key": name}, "table")
        if value is not None and not isinstance(value, dict):
            self.sink.wrong_type(Place(name), (name,), "table", value)
            self.misnamed.add(name)
            value = None
        lost = {key for tab, _, key in self.lost if tab == name and key is not None}
        lost |= table.keys.keys() if name in self.misnamed else set()
        return self._one(table, value or {}, Place(name), (name,), lost, missing=value is not None)

    def _stated(self) -> tuple[Stated, ...]:
        value = self.values.get("stated")
        if value is None:
            return ()
        items = value if isinstance(value, list) else [value]
        found = []
        for index, item in enumerate(items):
            path: Path = ("stated", index) if isinstance(value, list) else ("stated",)
            place = Place("stated", None, index + 1 if isinstance(value, list) else None)
            if not isinstance(item, dict):
                self.sink.wrong_type(place, path, "table", item)
                self.unread.add("stated")
                continue
            lost = {key for tab, row, key in self.lost if tab == "stated" and row in (None, index) and key}
            stated = self._one(TABLES["stated"], item, place, path, lost, anchor=path)
            if "of" in stated.unread:  # nobody knows what it is of, and least of all the project
                self.unread.add("stated")
                continue
            found.append(stated)
        return tuple(found)

    def _rows(self, name: str, table: Table) -> tuple[Any, ...]:
        value = self.values.get(name)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.sink.wrong_type(Place(name), (name,), "rows", value)
            self.unread.add(name)
            return ()
        if self.lost:
            return Rows.of(divided_rows([self._row(name, index, item, table) for index, item in enumerate(value)]))
        pieces = self._pieces(name, table, value)
        self.memo.tables[name] = tuple(value), pieces
        return Rows.of(piece.block for piece in pieces)

    def _pieces(self, name: str, table: Table, items: list[object]) -> list[Reread]:
        """The table in pieces; those that are as they were are not read again."""
        were, before = self.memo.tables.get(name, ((), []))
        order = unchanged(before, were, items)
        kept = {id(piece) for piece in order if isinstance(piece, Reread)}
        stale = [piece for piece in before if id(piece) not in kept]
        known, there = known_rows(stale), {}
        if stale:
            starts = accumulate([len(piece.items) for piece in before], initial=0)
            there = dict(zip(starts, before, strict=False))
        found: list[Reread] = []
        for piece in order:
            if isinstance(piece, Reread):
                self.flaws.extend(piece.flaws)
                found.append(piece)
            else:
                found += self._read_again(name, table, items, piece, known, there.get(piece.start))
        return found

    def _read_again(
        self,
        name: str,
        table: Table,
        items: list[object],
        rows: range,
        known: Mapping[int, Any],
        there: Reread | None,
    ) -> Iterator[Reread]:
        """Some rows in new pieces; of a row that a piece of before had, what was read then. `there` began with the first."""
        start = rows.start
        for some in divided_rows(items[start : rows.stop]):
            mark, unread = len(self.flaws), name in self.unread
            made = [
                known.get(id(item)) or self._row(name, start + offset, item, table)
                for offset, item in enumerate(some.rows)
            ]
            whole = unread or name not in self.unread
            block = Block(made, there.block if there is not None and start == rows.start else None)
            yield Reread(some.rows, block, tuple(self.flaws[mark:]), start, whole)
            start += len(made)

    def _row(self, name: str, index: int, item: object, table: Table) -> Any:
        plain = None if self.lost else _plain_row(item, table, self.cents)
        if plain is not None:
            return plain
        if not isinstance(item, dict):
            self.sink.wrong_type(Place(name, None, index + 1), (name, index), "table", item)
            self.unread.add(name)
            return table.make(unread=frozenset(table.keys))
        lost = {key for tab, row, key in self.lost if tab == name and row == index and key} if self.lost else None
        called = item.get(table.called)
        place = Place(name, called) if isinstance(called, str) and called else Place(name, None, index + 1)
        return self._one(table, item, place, (name, index), lost)

    def _one(
        self,
        table: Table,
        item: Mapping[str, object],
        place: Place,
        path: Path,
        lost: set[str] | None,
        *,
        missing: bool = True,
        **more: Any,
    ) -> Any:
        read: dict[str, Any] = more
        unread = set(lost or ())
        keys = table.keys
        for name, value in item.items():
            key = keys.get(name)
            if name == "extra":
                self.sink.extra(place, (*path, name), value)
                continue
            if key is None:
                near = self.sink.unknown_key(place, (*path, name), name, tuple(keys))
                if near is not None and near not in item:
                    unread.add(near)
                continue
            got = self._key(key, value, place, path, table)
            if got is UNREAD:
                unread.add(name)
            else:
                read[name] = got
        if missing:
            self._missing(table, item, place, path, unread)
        return table.make(**read, unread=frozenset(unread)) if unread else table.make(**read)

    def _key(self, key: Key, value: object, place: Place, path: Path, table: Table) -> Any:
        if key.kind is Kind.TABLES:
            return self._named(key, value, place, path)
        got = key.read(self.sink, value, place, (*path, key.name))
        if got.__class__ is str:
            if has_bad_text(got):
                self.sink.hidden(place.at(key.name), (*path, key.name), got)
            if blank(got) and (key.required or key.name == table.called):
                return self._blank(key, place, path)
        return got

    def _blank(self, key: Key, place: Place, path: Path) -> Any:
        check = "missing-key" if key.required else "wrong-type"
        self.sink.flaw(check, place.at(key.name), (*path, key.name), {"key": key.name}, "blank")
        return UNREAD

    def _named(self, key: Key, value: object, place: Place, path: Path) -> Any:
        """A table of tables by name: `years` of a share, `call.categories`, `call.funds`."""
        if not isinstance(value, dict):
            self.sink.wrong_type(place.at(key.name), (*path, key.name), "table", value)
            return UNREAD
        inner = key.inner
        assert inner is not None
        made = {}
        for name, item in value.items():
            here = (*path, key.name, name)
            if key.name == "years" and name == "extra" and not self.sink.is_year(name):
                self.sink.extra(place.at(key.name), here, item)
                continue
            self.sink.hidden(place.at(key.name), here, name, key=True)
            if key.name == "years" and not self.sink.is_year(name):
                self.sink.bad_year(place.at(key.name), here, name)
            elif not isinstance(item, dict):
                self.sink.wrong_type(place.at(f"{key.name}.{name}"), here, "table", item)
            else:
                made[name] = self._one(inner, item, under(place, f"{key.name}.{name}"), here, None)
        return made

    def _missing(self, table: Table, item: Mapping[str, object], place: Place, path: Path, unread: set[str]) -> None:
        for name in table.required:
            if name not in item and name not in unread:
                self.sink.flaw("missing-key", place, path, {"key": name})
                unread.add(name)


def _plain_row(item: object, table: Table, cents: Decimal) -> Any:
    """The row, where every value in it is plain, so that nothing is to be said of it; None where one is not."""
    if item.__class__ is not dict or not isinstance(item, dict):
        return None
    read: dict[str, Any] = {}
    readers = table.plain
    for name, value in item.items():
        reader = readers.get(name)
        plain = None if reader is None else reader(value, cents)
        if plain is None:
            return None
        read[name] = plain
    if any(name not in read for name in table.required):
        return None
    return table.make(**read)
