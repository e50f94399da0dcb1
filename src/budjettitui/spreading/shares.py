"""The figures of partners' shares over the years: each spread in its own row, those beside it in a year left as they are."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from budjettitui.cells.places import value_path
from budjettitui.cells.texts import short
from budjettitui.document import spell, value_at
from budjettitui.document.spelling import spell_key
from budjettitui.edits import Change, Edit, Remove, Set
from budjettitui.findings import Path
from budjettitui.model import Share, ShareYear
from budjettitui.money import EXACT, ZERO, to_decimals, total
from budjettitui.spreading import bearing_years, even_parts
from budjettitui.state import State
from budjettitui.typed import NotYet

SHARE_YEAR = ("share", "index", "years", "name", "key")
"""Where a figure of one year of a share stands."""

Parts = Mapping[str, Decimal]
"""What a figure has in each year."""


def figure_of(one: Share | ShareYear | None, key: str) -> Decimal | None:
    """A figure of a share or of one of its years, at the stage that is judged."""
    figure = getattr(one, key) if one is not None else None
    judged = figure.judged if figure is not None else None
    return judged.value if judged is not None else None


def spread_shares(state: State, figures: Iterable[tuple[int, str]]) -> Change | NotYet:
    """Figures of shares (the number of the share, the key) split evenly by the months of the project in each year."""
    years = bearing_years(state)
    if isinstance(years, NotYet):
        return years
    wanted: dict[int, dict[str, Parts]] = {}
    stated = True
    for index, key in figures:
        share = state.budget.shares[index]
        if key in share.unread or _unreadable(state, index):
            return NotYet("years.share-unread")
        whole = figure_of(share, key)
        stated = stated and whole is not None
        if whole is not None:
            wanted.setdefault(index, {})[key] = even_parts(state, whole, years)
    if not wanted and not stated:
        return NotYet("years.share-whole")
    edits: list[Edit] = []
    wholes: list[Decimal] = []
    for index, parts in wanted.items():
        edits += _edits(state, index, parts)
        wholes += [
            figure_of(state.budget.shares[index], key) or ZERO for key in parts if _differs(state, index, parts, key)
        ]
    amount = total(wholes) if len(wholes) == 1 else None
    return Change("screen.did.spread", tuple(edits), {"count": len(wholes), "amount": amount})


def _unreadable(state: State, index: int) -> bool:
    """True of a share with years that are no tables of figures: what stands in them would be lost."""
    years = value_at(state.document.values, ("share", index, "years"))
    if years is None:
        return False
    return not isinstance(years, Mapping) or not all(isinstance(year, Mapping) for year in years.values())


def _edits(state: State, index: int, parts: Mapping[str, Parts]) -> list[Edit]:
    """The edits that give some figures of a share just these years; tables are made, and go, with what is in them."""
    years: Path = ("share", index, "years")
    there = value_at(state.document.values, years)
    names = list(dict.fromkeys(name for one in parts.values() for name in one))
    if not isinstance(there, Mapping):
        inner = ", ".join(f"{spell_key(name)} = {_table(name, parts)}" for name in names)
        return [Set(years, f"{{ {inner} }}")]
    edits: list[Edit] = []
    for name, year in there.items():
        gone = [key for key, one in parts.items() if name not in one and key in year]
        alone = bool(gone) and len(gone) == len(year)
        edits += [Remove((*years, name))] if alone else [Remove((*years, name, key)) for key in gone]
    for name in names:
        if name in there:
            edits += [edit for key in parts for edit in _figure(state, (*years, name, key), parts[key][name])]
        else:
            edits.append(Set((*years, name), _table(name, parts)))
    return edits


def _table(name: str, parts: Mapping[str, Parts]) -> str:
    return "{ " + ", ".join(f"{key} = {spell(short(one[name]))}" for key, one in parts.items()) + " }"


def _figure(state: State, path: Path, part: Decimal) -> list[Edit]:
    """The edit of one figure of a year, where it is another; what stands around the number stays."""
    path = value_path(state.document.values, path)
    return [] if value_at(state.document.values, path) == part else [Set(path, spell(short(part)))]


def _differs(state: State, index: int, parts: Mapping[str, Parts], key: str) -> bool:
    years = state.budget.shares[index].years
    there = {name: figure_of(year, key) for name, year in years.items() if getattr(year, key) is not None}
    return there != parts[key]


def rest_of_share(state: State, path: Path) -> Change | NotYet:
    """What a figure of a share has in no year, put into one cell on top of what stands there."""
    index, name, key = int(path[1]), str(path[3]), str(path[-1])
    if not state.document.editable:
        return NotYet("cell.broken")
    share = state.budget.shares[index]
    whole = figure_of(share, key)
    parts = {year: figure_of(one, key) for year, one in share.years.items() if getattr(one, key) is not None}
    if whole is None or None in parts.values() or _unreadable(state, index):
        return NotYet("years.not-known")
    left = EXACT.subtract(whole, total([one or ZERO for one in parts.values()]))
    amount = to_decimals(EXACT.add(parts.get(name) or ZERO, left), state.budget.decimals)
    edits = _one_year(state, path, amount) if left else []
    return Change("screen.did.rest", tuple(edits), {"amount": amount, "year": name})


def _one_year(state: State, path: Path, amount: Decimal) -> list[Edit]:
    name, key = str(path[3]), str(path[-1])
    years, one = value_at(state.document.values, path[:3]), {key: {name: amount}}
    if not isinstance(years, Mapping):
        return [Set(path[:3], f"{{ {spell_key(name)} = {_table(name, one)} }}")]
    return _figure(state, path, amount) if name in years else [Set(path[:4], _table(name, one))]
