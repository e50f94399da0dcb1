"""Numbers that can be read in two ways, where the line itself says which is meant: quantity by price is the amount."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import product

from budjettitui.money import EXACT, plain, to_decimals
from budjettitui.pasting.rows import Settled
from budjettitui.typed import Doubtful, NumberStyle, Sure, read_number

FACTORS = ("quantity", "unit_price", "allocation")


def settled(
    line: int, found: Mapping[str, str], style: NumberStyle, decimals: int
) -> tuple[Mapping[str, str], tuple[Settled, ...]]:
    """The cells of a line with such numbers written in one way, and what was settled; as they are where nothing is, or where
    more than one reading of them fits.
    """
    keys = [key for key in (*FACTORS, "amount") if key in found]
    if not {"quantity", "unit_price", "amount"} <= set(keys):
        return found, ()
    readings = [_readings(found[key], style, decimals if key == "amount" else None) for key in keys]
    if all(len(one) == 1 for one in readings) or not all(readings):
        return found, ()
    fitting = [values for values in product(*readings) if _fits(dict(zip(keys, values, strict=True)), decimals)]
    if len(fitting) != 1:
        return found, ()
    values = dict(zip(keys, fitting[0], strict=True))
    doubtful = [key for key, one in zip(keys, readings, strict=True) if len(one) > 1]
    factors = tuple(values[key] for key in FACTORS if key in values)
    told = tuple(Settled(line, found[key], values[key], factors, values["amount"]) for key in doubtful)
    return {**found, **{key: _written(values[key], style) for key in doubtful}}, told


def _readings(text: str, style: NumberStyle, decimals: int | None) -> tuple[Decimal, ...]:
    reading = read_number(text, style, decimals=decimals)
    if isinstance(reading, Sure):
        return (reading.value,)
    return reading.readings if isinstance(reading, Doubtful) else ()


def _fits(values: Mapping[str, Decimal], decimals: int) -> bool:
    worth = EXACT.multiply(values["quantity"], values["unit_price"])
    if "allocation" in values:
        worth = EXACT.scaleb(EXACT.multiply(worth, values["allocation"]), -2)
    return to_decimals(worth, decimals) == values["amount"]


def _written(value: Decimal, style: NumberStyle) -> str:
    """A number that is read in one way: without groups, and with no three decimals, which could be one."""
    whole, sign, fraction = plain(value).partition(".")
    return (
        f"{whole}{style.decimal}{fraction}{'0' if len(fraction) == 3 else ''}" if sign else f"{whole}{style.decimal}00"
    )
