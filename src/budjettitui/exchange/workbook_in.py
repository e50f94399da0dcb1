"""One sheet of a workbook (xlsx) as a grid: the digits as they stand in the file, and nothing worked out."""

from collections.abc import Collection, Mapping, Sequence

from budjettitui.exchange.grid import Grid, TableRefused, squeezed
from budjettitui.exchange.packed import Package, walk
from budjettitui.exchange.sheet_cells import SheetReader, letters, unescaped
from budjettitui.exchange.styles import looks_of
from budjettitui.values import frozen

MOST_TEXTS = 200_000
"""Texts that the cells of a workbook share."""

Relations = Mapping[str, tuple[str, str]]


@frozen
class _Listed:
    """A sheet as the workbook lists it."""

    name: str
    part: str
    hidden: bool


def read_workbook(data: bytes, wanted: str | None = None, usual: Collection[str] = ()) -> Grid:
    """The sheet of that name, else one that has a `usual` one, else the first that is not hidden. Raises `TableRefused`."""
    package = Package(data)
    home = _of_kind(package.relations(""), "officeDocument")
    if home is None or home not in package.parts:
        raise TableRefused("no-workbook")
    relations = package.relations(home)
    sheets, from_1904 = _sheets(package.read(home), relations)
    sheet = _chosen(sheets, wanted, usual)
    styles = _of_kind(relations, "styles")
    looks = looks_of(package.read(styles) if styles is not None else None)
    reader = SheetReader(_shared(package, relations), looks, from_1904=from_1904)
    walk(package.read(sheet.part), reader.start, reader.end, reader.text)
    return _grid(reader, sheet, [one.name for one in sheets if one is not sheet])


def _grid(reader: SheetReader, sheet: _Listed, others: Sequence[str]) -> Grid:
    found = squeezed(reader.cells)
    return Grid(
        found.table,
        tuple(found.lines),
        tuple(map(letters, found.columns)),
        {(found.lines[line], found.columns[column]): why for (line, column), why in reader.faults.items()},
        tuple((key, count) for key, count in reader.counted.items() if count),
        sheet=sheet.name,
        others=tuple(others),
    )


def _of_kind(relations: Relations, wanted: str) -> str | None:
    """The part that a relation of a kind leads to."""
    return next((part for kind, part in relations.values() if kind == wanted), None)


def _sheets(data: bytes, relations: Relations) -> tuple[list[_Listed], bool]:
    """The sheets with cells, and whether days are counted from 1904 on."""
    found: list[_Listed] = []
    from_1904 = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal from_1904
        if name == "workbookPr":
            from_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "sheet":
            kind, part = relations.get(attributes.get("id", ""), ("", ""))
            hidden = attributes.get("state", "visible") != "visible"
            if kind == "worksheet":
                found.append(_Listed(attributes.get("name", ""), part, hidden))

    walk(data, start)
    return found, from_1904


def _chosen(sheets: Sequence[_Listed], wanted: str | None, usual: Collection[str]) -> _Listed:
    if wanted is None:
        seen = [one for one in sheets if not one.hidden]
        if not seen:
            raise TableRefused("no-sheets")
        return next((one for one in seen if one.name.casefold() in usual), seen[0])
    named = [one for one in sheets if one.name.casefold() == wanted.casefold()]
    if not named:
        raise TableRefused("no-such-sheet", sheet=wanted, sheets=tuple(one.name for one in sheets))
    return named[0]


def _shared(package: Package, relations: Relations) -> list[str]:
    """The texts that cells share, each once."""
    part = _of_kind(relations, "sharedStrings")
    if part is None:
        return []
    found: list[str] = []
    taken: list[str] = []
    taking = silent = False

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal taking, silent
        silent = silent or name == "rPh"
        taking = name == "t" and not silent

    def end(name: str) -> None:
        nonlocal taking, silent
        taking = False
        silent = silent and name != "rPh"
        if name == "si":
            found.append(unescaped("".join(taken)))
            taken.clear()
            if len(found) > MOST_TEXTS:
                raise TableRefused("too-many-cells", most=MOST_TEXTS)

    def text(piece: str) -> None:
        if taking:
            taken.append(piece)

    walk(package.read(part), start, end, text)
    return found
