"""Where a rule set stands: the shipped files, and files beside a budget. Nothing outside its folder is read."""

import os
import re
import stat
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path

import toml_rs

SETS = Path(__file__).parent / "sets"
SIZE_MAX = 1024 * 1024
NAME_MAX = 200
NESTING_MAX = 64
BRACKETS_MAX = 2000

_ID = re.compile(r"[a-z0-9.]+(?:-[a-z0-9.]+)*")
_BESIDE = re.compile(r"\./(?:[^\x00-\x1f\x7f/\\:]+/)*[^\x00-\x1f\x7f/\\:]+\.toml")
_TEXTS = re.compile(
    r'"""(?:[^\\]|\\.)*?(?:"""|\Z)' r"|'''.*?(?:'''|\Z)" r'|"(?:[^"\\\n]|\\[^\n])*"?' r"|'[^'\n]*'?" r"|\#[^\n]*",
    re.DOTALL,
)
"""Strings and comments, closed or not; every way of matching goes forward only, so that no text takes long."""


class RulesRefused(Exception):
    """A rule set that cannot be had; `word` says why, `reason`, `line` and `column` where it is no TOML."""

    def __init__(self, word: str, reason: str = "", line: int | None = None, column: int | None = None) -> None:
        super().__init__(word)
        self.word, self.reason, self.line, self.column = word, reason, line, column


@lru_cache(maxsize=1)
def shipped() -> tuple[str, ...]:
    """The ids of the rule sets that ship, `generic` first."""
    found = sorted(path.stem for path in SETS.glob("*.toml"))
    return ("generic", *(name for name in found if name != "generic"))


def shipped_path(name: str) -> str | None:
    """The file of a shipped rule set; None where no such id ships, however it is spelled."""
    if len(name) > NAME_MAX or not _ID.fullmatch(name):
        return None
    path = str(SETS / f"{name}.toml")
    return path if os.path.isfile(path) and name in shipped() else None  # noqa: PTH113


def beside_path(name: str, folder: str, jail: str) -> str:
    """The real path of `./name.toml` seen from `folder`, which must lie in `jail` when every link is followed."""
    parts = name.split("/")[1:]
    if len(name) > NAME_MAX or not _BESIDE.fullmatch(name) or any(part in (".", "..") for part in parts):
        raise RulesRefused("path")
    try:
        real = os.path.realpath(os.path.join(folder, *parts))  # noqa: PTH118
        inside = os.path.commonpath((real, jail)) == jail
    except (OSError, ValueError):
        raise RulesRefused("path") from None
    if not inside:
        raise RulesRefused("outside")
    return real


def read_text(path: str) -> str:
    """The text of a regular file of at most 1 MiB, without its BOM; a pipe or a device is not even opened."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            raise RulesRefused("not-a-file")
        handle = os.open(path, _flags())
    except FileNotFoundError:
        raise RulesRefused("not-found") from None
    except (OSError, ValueError):
        raise RulesRefused("unreadable") from None
    with os.fdopen(handle, "rb") as file:
        return _text(_bytes(file.fileno()))


def _flags() -> int:
    """For reading, without waiting for a writer, without following a link put there meanwhile."""
    names = ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY")
    flags = os.O_RDONLY
    for name in names:
        flags |= getattr(os, name, 0)
    return flags


def _bytes(handle: int) -> bytes:
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        raise RulesRefused("not-a-file")
    found = b""
    try:
        while len(found) <= SIZE_MAX and (more := os.read(handle, SIZE_MAX + 1)):
            found += more
    except OSError:
        raise RulesRefused("unreadable") from None
    if len(found) > SIZE_MAX:
        raise RulesRefused("too-large")
    return found


def _text(found: bytes) -> str:
    try:
        return found.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = found.count(b"\n", 0, error.start) + 1
        raise RulesRefused("not-toml", "utf-8", line, 1) from None


@lru_cache(maxsize=64)
def parse(text: str) -> dict[str, object]:
    """The values of a rule-set file, decimals exact. They are shared: nobody may change them."""
    if _too_deep(text):
        raise RulesRefused("not-toml", "nesting", 1, 1)
    try:
        values: dict[str, object] = toml_rs.loads(text, parse_float=_decimal, toml_version="1.0.0")
    except Exception as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        reason = str(getattr(error, "msg", "") or "").strip().splitlines()
        raise RulesRefused("not-toml", reason[-1] if reason else "", line, column) from None
    return values


def _too_deep(text: str) -> bool:
    """True where brackets nest too deep. Asked before parsing: the parser's own stack is not without end.

    The count of all brackets stands beside it, so that a string that only seems to be one hides nothing.
    """
    if text.count("[") + text.count("{") > BRACKETS_MAX:
        return True
    depth = deepest = 0
    for sign in re.findall(r"[\[\]{}]", _TEXTS.sub("", text)):
        depth = depth + 1 if sign in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest > NESTING_MAX


def _decimal(text: str) -> Decimal:
    """The exact decimal as written; what no decimal can hold is not a number, which the reader then says."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")
