"""What a text means that a person typed into a cell: which keys of the row become what, and which marks are set.

A number is read as people write it; a doubtful one is asked and not guessed.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

from budjettitui.cells.places import is_year, kind_of
from budjettitui.figures.worths import product_of
from budjettitui.findings import Path
from budjettitui.model import Budget
from budjettitui.money import is_whole, to_decimals
from budjettitui.reading.kinds import Kind
from budjettitui.reading.tables import TABLES
from budjettitui.typed import FINNISH, Doubtful, Factor, NotYet, NumberStyle, Sure, read_number
from budjettitui.values import frozen, replace

HOW = "how"
"""The column that folds quantity, unit, price and allocation of a cost line."""

MARKS = {"~": "about", "<": "at_most", ">": "at_least"}
"""Signs behind an amount that set what the file says of its certainty; written twice they take it off."""

_MARKED = re.compile(r"^(.*?)\s*((?:~|<|>|\s)*)$", re.DOTALL)
_NUMBERS = (Kind.AMOUNT, Kind.PRICE, Kind.FIGURE, Kind.NUMBER, Kind.PERCENT, Kind.AMOUNT_OR_NONE)
PRODUCT = ("quantity", "unit", "unit_price", "allocation")

_TIMES = re.compile(r"[*×xX]")
"""A percentage is one of something only where it multiplies it."""

New = Decimal | str | bool | None
"""What a key becomes; None where it goes."""


@frozen
class Meant:
    """What a text would write: the keys of the row with their new values, and the marks that it sets or takes off."""

    values: Mapping[str, New]
    marks: Mapping[str, bool]


def typed_into(
    budget: Budget, path: Path, text: str, style: NumberStyle = FINNISH, *, new: bool = False
) -> Meant | Doubtful | NotYet:
    """What a text means in a cell, by the kind of its key."""
    table, key = str(path[0]), str(path[-1])
    text = text.strip()
    if key == HOW:
        return _how(budget, path, text, style, new)
    if is_year(path):
        return _number(budget, path, text, style, new) if text else Meant({key: None}, {})
    known = TABLES[table].keys[key]
    if not text:
        return NotYet("cell.must-be") if known.required else Meant({key: None}, {})
    if known.kind not in _NUMBERS:
        return _word(known.kind, known.words, key, text)
    if known.kind is Kind.AMOUNT_OR_NONE and text == "none":
        return Meant({key: text}, {})
    return _number(budget, path, text, style, new)


def _word(kind: Kind, words: tuple[str, ...], key: str, text: str) -> Meant | NotYet:
    if kind is Kind.BOOL or (kind is Kind.CONFIRMED and text in ("true", "false")):
        return Meant({key: text == "true"}, {})
    if words and text not in words:
        return NotYet("cell.no-such-word", (text,))
    return Meant({key: text}, {})


def _number(budget: Budget, path: Path, text: str, style: NumberStyle, new: bool) -> Meant | Doubtful | NotYet:
    key = str(path[-1])
    number, marks = _marks(text)
    reading = read_number(number, style, decimals=decimals_of_cell(budget, path))
    if not isinstance(reading, Sure):
        return reading
    kind = kind_of(path)
    if path[0] == "cost" and not is_year(path) and reading.factors and (kind is Kind.AMOUNT or key in PRODUCT):
        return _spread(budget, path, reading.factors, reading.value, new)
    if "%" in number and not _TIMES.search(number) and kind in (Kind.AMOUNT, Kind.FIGURE, Kind.AMOUNT_OR_NONE):
        return NotYet("cell.percent-of-what")
    if kind is Kind.PERCENT and not 0 <= reading.value <= 100:
        return NotYet("cell.no-percentage")
    exact = to_decimals(reading.value, budget.decimals) if kind in (Kind.AMOUNT, Kind.FIGURE) else reading.value
    values: dict[str, New] = {key: short(exact)}
    return Meant(values if new or path[0] != "cost" else values | _amount_along(budget, path, reading.value), marks)


def _amount_along(budget: Budget, path: Path, value: Decimal) -> dict[str, New]:
    """The amount of a line that was its product and stays it when quantity, price or allocation is typed alone."""
    key, index, rows = str(path[-1]), path[1], budget.costs
    if key not in PRODUCT or not isinstance(index, int) or index >= len(rows):
        return {}
    row, price = rows[index], rows[index].unit_price
    if row.amount is None or row.amount.value != product_of(row, budget.decimals):
        return {}
    new: object = replace(price, value=value) if key == "unit_price" and price is not None else value
    product = product_of(replace(row, **{key: new}), budget.decimals)
    return {} if product is None else {"amount": short(product)}


def _marks(text: str) -> tuple[str, Mapping[str, bool]]:
    """The number without the marks behind it, and what the marks set (`~`) or take off (`~~`)."""
    found = _MARKED.match(text)
    assert found is not None
    signs = "".join(found[2].split())
    return found[1], {word: sign * 2 not in signs for sign, word in MARKS.items() if sign in signs}


def decimals_of_cell(budget: Budget, path: Path) -> int | None:
    """How many decimals a number in this cell may have; None where any number will do."""
    kind = kind_of(path)
    return budget.decimals if kind in (Kind.AMOUNT, Kind.FIGURE, Kind.AMOUNT_OR_NONE) else None


def _how(budget: Budget, path: Path, text: str, style: NumberStyle, new: bool) -> Meant | Doubtful | NotYet:
    """Quantity, price and allocation typed as one small product."""
    if not text:
        return Meant(dict.fromkeys(PRODUCT), {})
    reading = read_number(text, style, decimals=None)
    if isinstance(reading, Sure) and reading.factors is None and not reading.sum:
        alone = read_number(f"{text} x 100 %", style, decimals=None)
        if isinstance(alone, Sure) and alone.factors:
            reading = Sure(reading.value, alone.factors[:1])
    if not isinstance(reading, Sure):
        return reading
    if not reading.factors:
        return NotYet("cell.how")
    if [factor.kind for factor in reading.factors] == ["price"] and _is_bare(budget, path, new):
        return Meant({**dict.fromkeys(PRODUCT), "amount": short(to_decimals(reading.value, budget.decimals))}, {})
    return _spread(budget, path, reading.factors, reading.value, new)


def _spread(budget: Budget, path: Path, factors: tuple[Factor, ...], value: Decimal, new: bool) -> Meant | NotYet:
    """A product as the keys of a cost line; its amount too, where quantity and price are both there."""
    found: dict[str, New] = dict.fromkeys(PRODUCT)
    for factor in factors:
        found["unit_price" if factor.kind == "price" else factor.kind] = short(factor.value)
        if factor.kind == "quantity":
            found["unit"] = factor.unit or _unit(budget, path, new)
        if factor.kind == "allocation" and not 0 <= factor.value <= 100:
            return NotYet("cell.no-percentage")
    if found["quantity"] is not None and found["unit_price"] is not None:
        found["amount"] = short(to_decimals(value, budget.decimals))
    return Meant(found, {})


def _is_bare(budget: Budget, path: Path, new: bool) -> bool:
    """True of a line that has no figure yet: a number alone is what it costs and no price of nothing."""
    index = path[1] if len(path) > 1 else None
    if new or not isinstance(index, int) or index >= len(budget.costs):
        return True
    row = budget.costs[index]
    return (row.amount, row.quantity, row.unit_price) == (None, None, None) and not row.years


def _unit(budget: Budget, path: Path, new: bool) -> str | None:
    """The unit that the row has; typing a number alone does not take it away."""
    rows = budget.costs
    index = path[1] if len(path) > 1 else None
    return rows[index].unit if not new and isinstance(index, int) and index < len(rows) else None


def short(value: Decimal) -> Decimal:
    """A whole number without decimals; spelling gives those back that the number before it had."""
    return value.quantize(Decimal(1)) if is_whole(value) else value
