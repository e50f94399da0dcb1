"""The one judge of what is TOML: toml_rs, held to TOML 1.0, with a guard where it is laxer than the standard.

Measured against tomllib, tomli, tree-sitter and tomlkit: docs/decisions/001-toml-judge-and-index.md.
"""

import re
from decimal import Decimal

import toml_rs

from budjettitui.document import grammar
from budjettitui.money import OddNumber
from budjettitui.values import frozen

DIGITS = 18
_LARGEST = 10**DIGITS
_plain = re.compile(r"[+-]?[0-9_]+\.[0-9_]+")
_TIMES = re.compile(r"0000-[0-9]{2}-[0-9]{2}|[0-9]{2}:[0-9]{2}:60")
_is_key = re.compile(r"[ \t]*[.=]")

_REASONS = (
    ("duplicate key", "duplicate-key"),
    ("cannot extend", "duplicate-key"),
    ("string values must be quoted", "bare-string"),
    ("unquoted keys cannot be empty", "bare-key"),
    ("invalid unquoted key", "bare-key"),
    ("key with no value", "no-value"),
    ("unexpected key or value", "value-ended"),
    ("leading zero", "leading-zero"),
    ("carriage return", "carriage-return"),
    ("invalid comment character", "control-character"),
    ("non-double-quote visible", "control-character"),
    ("non-single-quote visible", "control-character"),
    ("invalid basic string", "unclosed-string"),
    ("invalid literal string", "unclosed-string"),
    ("multi-line", "unclosed-string"),
    ("missing comma between array", "unclosed-array"),
    ("in array, expected value", "unclosed-array"),
    ("escape", "bad-escape"),
    ("unicode", "bad-escape"),
    ("invalid date", "bad-date"),
    ("invalid time", "bad-date"),
    ("invalid offset", "bad-date"),
    ("invalid datetime", "bad-date"),
    ("unclosed array table", "unclosed-header"),
    ("unclosed table", "unclosed-header"),
    ("unclosed array", "unclosed-array"),
    ("unclosed inline table", "unclosed-inline-table"),
    ("newlines are unsupported in inline", "unclosed-inline-table"),
    ("trailing commas", "trailing-comma"),
    ("extra comma", "trailing-comma"),
    ("`_` may only", "underscore"),
    ("invalid mantissa", "bad-number"),
    ("invalid fraction", "bad-number"),
    ("invalid exponent", "bad-number"),
    ("radix", "bad-number"),
    ("invalid integer", "bad-number"),
    ("invalid float", "bad-number"),
    ("sign", "bad-number"),
    ("number", "bad-number"),
    ("boolean", "bad-boolean"),
    ("missing opening quote", "bare-string"),
    ("missing assignment", "no-value"),
    ("missing value for key", "no-value"),
    ("extra `=`", "value-ended"),
    ("invalid key-value pair", "bare-key"),
    ("missing table open", "unclosed-header"),
    ("missing array opening", "unclosed-array"),
    ("between key-value pairs", "bad-inline-table"),
    ("inline table", "bad-inline-table"),
)
"""Words of toml_rs 0.4 and the key of our own sentence; the first that is found says it."""


@frozen
class Problem:
    """The first thing that makes a text no TOML: where, our key for it, and the parser's words."""

    at: int
    reason: str
    detail: str


def judge(text: str) -> dict[str, object] | Problem:
    """The values of a text, or why it is no TOML 1.0. Numbers are exact; ints beyond 18 digits are left as they are."""
    if text.startswith("\ufeff"):
        return Problem(0, "byte-order-mark", "a second byte order mark")
    try:
        return toml_rs.loads(text, parse_float=Numbers().__getitem__, toml_version="1.0.0")
    except toml_rs.TOMLDecodeError as error:
        return _problem(error, text)
    except UnicodeEncodeError as error:
        return Problem(error.start, "surrogate", "a lone surrogate")
    except ValueError as error:
        return _untimely(text, str(error))


def too_large(value: object) -> bool:
    """True for an int of more than 18 digits."""
    return type(value) is int and not -_LARGEST < value < _LARGEST


class Numbers(dict[str, Decimal | OddNumber]):
    """Floats as they are written, each spelling made once: budgets repeat their amounts, and a look-up is cheap."""

    def __missing__(self, spelled: str) -> Decimal | OddNumber:
        self[spelled] = number = exact(spelled)
        return number


def exact(spelled: str) -> Decimal | OddNumber:
    """A float as it is written: an exact decimal, or an odd number."""
    digits = len(spelled) > DIGITS + 1 and sum(map(str.isdigit, spelled)) > DIGITS
    return OddNumber(spelled) if digits or not _plain.fullmatch(spelled) else Decimal(spelled)


def _problem(error: toml_rs.TOMLDecodeError, text: str) -> Problem:
    """What the parser says, in our terms. Its `pos` counts bytes, ours characters."""
    words = error.msg.rsplit("\n", 1)[-1][:200]
    reason = next((key for part, key in _REASONS if part in words), "other")
    at = error.pos if text.isascii() else len(text.encode()[: error.pos].decode("utf-8", "ignore"))
    at = min(at, len(text))
    if reason in {"control-character", "unclosed-string"}:
        reason = "unclosed-string" if text[at : at + 1] in {"", "\r", "\n"} else "control-character"
        if "expected `" in words:
            reason = "unclosed-string"
    if reason == "bare-string" and text[at : at + 1] in {"", "\n", "\r", "#"}:
        reason = "no-value"
    return Problem(at, reason, "".join(c if c.isprintable() else "�" for c in words))


def _untimely(text: str, words: str) -> Problem:
    """A date in the year 0 or a second 60: toml_rs lets them through and Python has no such moment."""
    for token in grammar.token.finditer(text):
        spelled = token.group()
        if not _TIMES.search(spelled) or spelled[0] in "\"'#" or _is_key.match(text, token.end()):
            continue
        try:
            toml_rs.loads(f"v = {spelled}", toml_version="1.0.0")
        except toml_rs.TOMLDecodeError:
            continue
        except ValueError:
            return Problem(token.start(), "bad-date", words)
    return Problem(0, "bad-date", words)
