"""Exact money: decimals as they are written, sums and products with the inexact trap set, and rounding by name."""

from collections.abc import Iterable
from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
)

from budjettitui.values import frozen


@frozen
class OddNumber:
    """A TOML number that is no plain decimal of at most 18 digits: `nan`, `inf`, an exponent, or too many digits."""

    text: str


EXACT = Context(prec=80, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow])
"""Sums and products of amounts below 10^12 with at most 18 digits fit with room; what would not fit raises."""

_ROUGH = Context(prec=80, traps=[InvalidOperation, DivisionByZero, Overflow])

ZERO = Decimal(0)
HUNDRED = Decimal(100)
CENT = Decimal("0.01")
ONE = Decimal(1)

TOO_LARGE = Decimal(10) ** 12
"""Amounts reach this far and no further (checks, amount-format)."""

ROUNDINGS = {"down": ROUND_FLOOR, "up": ROUND_CEILING, "half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN}
"""The directions that a rule set may name."""

NO_DECIMALS = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split())  # noqa: SIM905
THREE_DECIMALS = frozenset("BHD IQD JOD KWD LYD OMR TND".split())  # noqa: SIM905
_TWO_DECIMALS = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC
    CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES
    KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR
    NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT
    TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG
"""
CURRENCIES = frozenset(_TWO_DECIMALS.split()) | NO_DECIMALS | THREE_DECIMALS
"""The currencies of ISO 4217 that money is kept in (not metals, tests and funds)."""


def decimals_of(currency: str) -> int:
    """How many decimals a currency has (ISO 4217); two where the code is not known."""
    if currency in NO_DECIMALS:
        return 0
    return 3 if currency in THREE_DECIMALS else 2


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The exact sum; zero of nothing."""
    result = ZERO
    for amount in amounts:
        result = EXACT.add(result, amount)
    return result


def total_if_known(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The exact sum; None where one of the amounts is unknown, since nothing unknown is taken for zero."""
    result = ZERO
    for amount in amounts:
        if amount is None:
            return None
        result = EXACT.add(result, amount)
    return result


def plus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    """The exact sum of two amounts; None where one of them is unknown."""
    return None if one is None or other is None else EXACT.add(one, other)


def less(amount: Decimal | None, by: Decimal | None) -> Decimal | None:
    """The exact difference of two amounts; None where one of them is unknown."""
    return None if amount is None or by is None else EXACT.subtract(amount, by)


def times(*factors: Decimal) -> Decimal:
    """The exact product."""
    result = ONE
    for factor in factors:
        result = EXACT.multiply(result, factor)
    return result


def percent_of(rate: Decimal, base: Decimal) -> Decimal:
    """`rate` per cent of `base`, exact."""
    return EXACT.scaleb(EXACT.multiply(rate, base), -2)


def ratio(part: Decimal, whole: Decimal) -> Decimal:
    """`part` as a percentage of `whole`, to 80 digits; only for showing and comparing, never added up."""
    return _ROUGH.divide(_ROUGH.multiply(part, HUNDRED), whole)


def part_of(value: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """A sum as a percentage of another (`ratio`); None where either is not known, or there is nothing to be a part of."""
    return None if value is None or whole is None or whole <= ZERO else ratio(value, whole)


def divided(amount: Decimal, by: Decimal) -> Decimal:
    """A quotient to 80 digits, for what is rounded right afterwards."""
    return _ROUGH.divide(amount, by)


def rounded(amount: Decimal, unit: Decimal, direction: str = "half_up") -> Decimal:
    """The multiple of `unit` next to `amount`, in a direction of `ROUNDINGS`."""
    steps = _ROUGH.divide(amount, unit).quantize(ONE, rounding=ROUNDINGS[direction], context=_ROUGH)
    return EXACT.multiply(steps, unit)


def to_decimals(amount: Decimal, decimals: int) -> Decimal:
    """Half-up to so many decimals, as amounts and percentages are shown."""
    return amount.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=_ROUGH)


def told(limit: Decimal, figure: Decimal, decimals: int) -> Decimal:
    """A limit half-up to so many decimals; with as many more as it takes where `figure` would seem to be the limit."""
    short = to_decimals(limit, decimals)
    apart = _ROUGH.subtract(figure, limit)
    return short if not apart or short != figure else to_decimals(limit, -apart.adjusted())


def decimals_to_show(amount: Decimal, decimals: int) -> int:
    """So many decimals, or as many more as it takes to show that an amount is not zero."""
    return decimals if not amount or to_decimals(amount, decimals) else -amount.adjusted()


def decimals_written(amount: Decimal) -> int:
    """How many decimals a number was written with (`4.10` has two)."""
    exponent = amount.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def as_number(value: object) -> Decimal | None:
    """A value of a TOML file as an exact number; None where it is none, as true and false are."""
    if isinstance(value, bool):
        return None
    return Decimal(value) if isinstance(value, int | Decimal) else None


def is_whole(amount: Decimal) -> bool:
    """True of a whole number of currency units, however it is written."""
    return amount == amount.to_integral_value()


def plain(amount: Decimal) -> str:
    """Digits and a point, never an exponent."""
    return f"{amount:f}"
