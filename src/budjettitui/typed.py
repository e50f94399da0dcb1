"""Numbers as people type them: `121 841,92`, `11 kk x 5 538,75 x 40 %`. What has two readings is asked, not guessed.

Pure: text in, a reading out. Never raises on any text and drops nothing silently: blanks, group signs and the units
of a closed list are noise, all else makes the text no number yet.
"""

import re
from collections.abc import Callable
from decimal import Decimal, DecimalException
from typing import Literal

from budjettitui.money import EXACT, TOO_LARGE, decimals_written, plain, to_decimals
from budjettitui.values import frozen


@frozen
class NumberStyle:
    """How numbers are written: the decimal sign and the sign between groups of three. A setting, not the language's."""

    decimal: str
    group: str


FINNISH = NumberStyle(",", "\u00a0")
ENGLISH = NumberStyle(".", ",")

FactorKind = Literal["quantity", "price", "allocation"]


@frozen
class Factor:
    """One factor of a cost line typed as a product; `unit` is the word that was typed, an allocation is in per cent."""

    kind: FactorKind
    value: Decimal
    unit: str = ""


@frozen
class Sure:
    """One reading. `factors` where it was a product that a cost line may take apart; `sum` where it was worked out."""

    value: Decimal
    factors: tuple[Factor, ...] | None = None
    sum: bool = False


@frozen
class Doubtful:
    """Two readings that differ: its sign between groups, then its sign before decimals. `why` is a key of words."""

    readings: tuple[Decimal, ...]
    why: str


@frozen
class NotYet:
    """No number, or none yet. `why` is a key of words; `parts` are the pieces of the text that it is about."""

    why: str
    parts: tuple[str, ...] = ()


Reading = Sure | Doubtful | NotYet

_COUNTED = """
kk mo mon month months mån månad månader kuukausi kuukautta htkk pm h hr hours hour t tim timme timmar tunti tuntia
pv d day days dag dagar päivä päivää vk wk week weeks vecka veckor viikko viikkoa v a year years år vuosi vuotta
kpl st pcs pc piece pieces kappaletta
"""

QUANTITY_WORDS = frozenset(_COUNTED.split())
"""Words for what a quantity counts, in three languages."""

MONEY_WORDS = frozenset(("eur", "euro", "euroa", "euros", "€"))
"""Words that mark an amount of money; they are no unit of a quantity."""

LONGEST = 200
MOST_DIGITS = 18

_BLANKS = " \u00a0\u2007\u2008\u2009\u200a\u202f"
_APOSTROPHES = "'’"
_TOKEN = re.compile(
    rf"(?P<number>[.,]?[0-9](?:[{_BLANKS}]?[0-9.,_{_APOSTROPHES}])*)|(?P<word>[^\W\d_]+|€)|(?P<sign>[-−+*×()=%])"
    rf"|(?P<blank>[{_BLANKS}\t]+)"
)
_GROUPED = re.compile(rf"([{_BLANKS}_])|[{_APOSTROPHES}]")


class _NoNumber(Exception):
    """Left by the reading of a text that is no number; caught at the door, `read_number`."""

    def __init__(self, why: str, *parts: str) -> None:
        super().__init__(why)
        self.answer = NotYet(f"typed.{why}", parts)


def read_number(text: str, style: NumberStyle = FINNISH, *, decimals: int | None = 2) -> Reading:
    """Read one number or a small sum. `decimals` is how many the cell may have; None where any number will do."""
    try:
        if len(text) > LONGEST:
            raise _NoNumber("too-long")
        reader = _SumReader(_tokens(text), style, decimals)
        return _judged(reader.all(), reader.worked_out, style, decimals)
    except _NoNumber as refusal:
        return refusal.answer
    except DecimalException:
        return NotYet("typed.too-long")


def show_number(value: Decimal, style: NumberStyle = FINNISH, decimals: int | None = 2) -> str:
    """A number as it is shown: groups of three, a true minus, half-up to `decimals` (None: as it is written)."""
    exact = value if decimals is None else to_decimals(value, decimals)
    whole, _, fraction = plain(abs(exact)).partition(".")
    head = len(whole) % 3
    groups = ([whole[:head]] if head else []) + [whole[at : at + 3] for at in range(head, len(whole), 3)]
    minus = "\u2212" if exact < 0 else ""
    return minus + style.group.join(groups) + (style.decimal + fraction if fraction else "")


@frozen
class _Token:
    kind: str
    text: str


@frozen
class _Operand:
    """A value, or the two it may have; how it was written matters for percentages and for taking products apart."""

    values: tuple[Decimal, ...]
    percent: bool = False
    unit: str | None = None
    simple: bool = False
    factors: tuple[Factor, ...] | None = None

    def share(self) -> "_Operand":
        """As a factor: a percentage is hundredths."""
        return _Operand(tuple(EXACT.scaleb(value, -2) for value in self.values)) if self.percent else self


def _tokens(text: str) -> list[_Token]:
    tokens, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _NoNumber("sign", text[at])
        kind = match.lastgroup or ""
        if kind == "word" and match[0] in ("x", "X"):
            tokens.append(_Token("sign", "*"))
        elif kind != "blank":
            tokens.append(_Token(kind, match[0].replace("×", "*").replace("−", "-")))
        at = match.end()
    return tokens


class _SumReader:
    """Reads tokens by one rule a method: sum, product, signed, operand. `worked_out` once there was anything to do."""

    def __init__(self, tokens: list[_Token], style: NumberStyle, decimals: int | None) -> None:
        self.tokens = tokens
        self.at = 1 if tokens and tokens[0].text == "=" else 0
        self.style = style
        self.decimals = decimals
        self.worked_out = False

    def all(self) -> _Operand:
        """The whole text; what is left over behind it is refused by name."""
        if self.at >= len(self.tokens):
            raise _NoNumber("nothing")
        result = self.sum()
        if self.at < len(self.tokens):
            raise _NoNumber("left-over", self.tokens[self.at].text)
        return result

    def sum(self) -> _Operand:
        """Terms with `+` and `-`. Percentages are added to percentages alone."""
        result = self.product()
        while sign := self.taken("+", "-"):
            self.worked_out = True
            term = self.product()
            if term.percent != result.percent:
                raise _NoNumber("percent-in-sum")
            values = _both(EXACT.add if sign == "+" else EXACT.subtract, result.values, term.values)
            result = _Operand(values, percent=result.percent)
        return result

    def product(self) -> _Operand:
        """Factors with `*`, `x` or `×`."""
        factors = [self.signed()]
        while self.taken("*"):
            factors.append(self.signed())
        if len(factors) == 1:
            return factors[0]
        self.worked_out = True
        values = factors[0].share().values
        for factor in factors[1:]:
            values = _both(EXACT.multiply, values, factor.share().values)
        return _Operand(values, factors=_factors(factors))

    def signed(self) -> _Operand:
        """An operand, with a sign before it perhaps."""
        sign = self.taken("+", "-")
        operand = self.operand()
        if sign != "-":
            return operand
        return _Operand(tuple(EXACT.minus(value) for value in operand.values), operand.percent)

    def operand(self) -> _Operand:
        """A number with its unit before or behind it, or a sum in brackets."""
        before = self.unit()
        token = self.next()
        if token.text == "(":
            inner = self.sum()
            if not self.taken(")"):
                raise _NoNumber("bracket")
            values, simple = inner.values, False
            self.worked_out = True
        elif token.kind == "number":
            values, simple = _values(token.text, self.style, self.decimals), True
        else:
            raise _NoNumber("number-missing", token.text)
        percent = bool(self.taken("%"))
        behind = self.unit()
        return _Operand(values, percent, behind if behind is not None else before, simple)

    def unit(self) -> str | None:
        """A unit word where one stands, nothing for money; None where none stands."""
        if self.at >= len(self.tokens) or self.tokens[self.at].kind != "word":
            return None
        word = self.next().text
        if word.lower() not in QUANTITY_WORDS | MONEY_WORDS:
            raise _NoNumber("word", word)
        return "" if word.lower() in MONEY_WORDS else word

    def taken(self, *signs: str) -> str:
        """The sign that stands here, if it is one of these; it is gone past then."""
        if self.at < len(self.tokens) and self.tokens[self.at].text in signs:
            self.at += 1
            return self.tokens[self.at - 1].text
        return ""

    def next(self) -> _Token:
        """The token here; a text that ends too early is no number yet."""
        if self.at >= len(self.tokens):
            raise _NoNumber("unfinished")
        self.at += 1
        return self.tokens[self.at - 1]


def _both(
    work: Callable[[Decimal, Decimal], Decimal], left: tuple[Decimal, ...], right: tuple[Decimal, ...]
) -> tuple[Decimal, ...]:
    """The work done on first with first and second with second; one value stands for both."""
    pairs = [(left[0], right[0]), (left[-1], right[-1])]
    return tuple(work(*pair) for pair in (pairs if len(left) + len(right) > 2 else pairs[:1]))


def _factors(operands: list[_Operand]) -> tuple[Factor, ...] | None:
    """What a cost line takes of a product: quantity, price, allocation; None where it is not clear which is which."""
    shares = [operand for operand in operands if operand.percent]
    others = [operand for operand in operands if not operand.percent]
    clear = all(operand.simple and len(operand.values) == 1 for operand in operands)
    if len(operands) > 3 or len(shares) > 1 or len(others) > 2 or not clear:
        return None
    if len(others) == 2 and (others[0].unit == "" or others[1].unit):
        others.reverse()  # 5 538,75 € x 11 kk
    kinds: list[FactorKind] = ["quantity", "price"] if len(others) == 2 else ["quantity" if others[0].unit else "price"]
    named = [Factor(kind, operand.values[0], operand.unit or "") for kind, operand in zip(kinds, others, strict=True)]
    return (*named, *(Factor("allocation", operand.values[0]) for operand in shares))


def _values(text: str, style: NumberStyle, decimals: int | None) -> tuple[Decimal, ...]:
    """The value of one number, or the two it may have: first with its sign between groups, then before decimals."""
    if sum(character.isdigit() for character in text) > MOST_DIGITS:
        raise _NoNumber("too-long")
    if _GROUPED.search(text):
        return (_spaced(text),)
    points, commas = text.count("."), text.count(",")
    if points and commas:
        return (_mixed(text),)
    if points + commas == 0:
        return (Decimal(text),)
    sign = "." if points else ","
    return (_groups(text, sign),) if points + commas > 1 else _one_sign(text, sign, style, decimals)


def _one_sign(text: str, sign: str, style: NumberStyle, decimals: int | None) -> tuple[Decimal, ...]:
    """One point or comma: a decimal sign, unless three digits behind it and one to three before could be groups."""
    before, _, after = text.partition(sign)
    if not after:
        raise _NoNumber("unfinished", text)
    as_decimal = Decimal(f"{before or '0'}.{after}")
    if len(after) != 3 or not 1 <= len(before) <= 3 or before.startswith("0"):
        return (as_decimal,)
    as_group = Decimal(before + after)
    if sign == style.group:
        return (as_group,)
    if sign == style.decimal and (decimals is None or decimals >= 3):
        return (as_decimal,)
    return (as_group, as_decimal)


def _spaced(text: str) -> Decimal:
    """Groups parted by blanks, apostrophes or underscores: each of three digits, with one decimal sign at most."""
    whole, sign, after = re.sub(r"[.,]", ".", text).partition(".")
    groups = _GROUPED.split(whole)[::2]
    one_kind = len({match[0] if match[0] not in _BLANKS else " " for match in _GROUPED.finditer(whole)}) <= 1
    if (sign and not after) or not one_kind or not _of_three(groups) or not (after.isdecimal() or not after):
        raise _NoNumber("groups", text)
    return Decimal("".join(groups) + (f".{after}" if after else ""))


def _mixed(text: str) -> Decimal:
    """Points and commas: the last is the decimal sign and stands once, the others stand between groups of three."""
    last = max(text.rfind("."), text.rfind(","))
    other = "," if text[last] == "." else "."
    before, after = text[:last], text[last + 1 :]
    if text[last] in before or not _of_three(before.split(other)) or not after:
        raise _NoNumber("comma-after-point" if text[last] == "," else "point-after-comma", before, after)
    return Decimal(before.replace(other, "") + "." + after)


def _groups(text: str, sign: str) -> Decimal:
    """The same sign more than once: groups of three."""
    groups = text.split(sign)
    if not _of_three(groups):
        raise _NoNumber("groups", text)
    return Decimal("".join(groups))


def _of_three(groups: list[str]) -> bool:
    """True of one to three digits followed by groups of three."""
    first, *others = groups
    return first.isdecimal() and len(first) <= 3 and all(len(group) == 3 and group.isdecimal() for group in others)


def _judged(result: _Operand, worked_out: bool, style: NumberStyle, decimals: int | None) -> Reading:
    """One value is sure, two that differ are doubtful; a plain number finer than its cell is not taken."""
    values = tuple(_tidy(value, worked_out, decimals) for value in result.values)
    if len(values) == 2 and values[0] != values[1]:
        return Doubtful(values, "typed.two-ways")
    if abs(values[0]) >= TOO_LARGE:
        raise _NoNumber("too-large")
    if not worked_out and decimals is not None and decimals_written(values[0]) > decimals:
        raise _NoNumber("too-fine", show_number(values[0], style, None))
    return Sure(values[0], result.factors, worked_out)


def _tidy(value: Decimal, worked_out: bool, decimals: int | None) -> Decimal:
    """Without the noughts that multiplying brings, and without a minus before nought."""
    places = max(2, decimals or 0)
    while worked_out and decimals_written(value) > places and value.as_tuple().digits[-1] == 0:
        value = EXACT.quantize(value, Decimal(1).scaleb(1 - decimals_written(value)))
    return EXACT.plus(value)
