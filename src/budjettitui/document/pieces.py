"""Large texts judged piece by piece, cut at rows: the judge sets aside 25 times the size of what it is given.

Pieces that are TOML each by itself are TOML together where no table is in two of them, but for rows of one table. What
does not come out so plainly is judged as a whole, as far as memory allows.
"""

import re

from budjettitui.document.judge import Problem, judge

LARGE = 4 << 20
"""Characters up to which a text is judged as a whole at once."""

_STEP = 1 << 20
_WHOLE = 16 << 20
_TOKENS = 4_000_000
_header = re.compile(r"^[ \t]*\[", re.MULTILINE)
_row = re.compile(r"^\[\[[ \t]*[A-Za-z0-9_-]+[ \t]*\]\]", re.MULTILINE)


def judge_in_pieces(text: str) -> dict[str, object] | Problem:
    """The values of a large text, or why it is no TOML; `too-large` where that could not be found out."""
    values: dict[str, object] = {}
    top = judge_whole(text[: _head_end(text)])
    start, step = 0, _STEP
    while start < len(text):
        end = _next_cut(text, start + step)
        said = judge_whole(text[start:end])
        if isinstance(said, Problem):
            if said.reason.startswith("unclosed") and end < len(text) and step < _WHOLE:
                step *= 2
                continue
            return Problem(start + said.at, said.reason, said.detail)
        if isinstance(top, Problem) or not _joined(values, said, top):
            return judge_whole(text)
        start, step = end, _STEP
    return values


def judge_whole(text: str) -> dict[str, object] | Problem:
    """The judge's word on a text, or `too-large` where asking could take more memory than we promise."""
    if len(text) > _WHOLE or (len(text) > _TOKENS and sum(map(text.count, " \n=,.{[\"'")) > _TOKENS):
        return Problem(0, "too-large", "")
    return judge(text)


def _next_cut(text: str, after: int) -> int:
    found = _row.search(text, after)
    return found.start() if found else len(text)


def _head_end(text: str) -> int:
    found = _header.search(text)
    return found.start() if found else len(text)


def _joined(values: dict[str, object], more: dict[str, object], top: dict[str, object]) -> bool:
    """Add a piece's values to those before it; False where they share more than rows of a table.

    A list among the keys at the file's top (`top`) is no table of rows, and nothing can be added to it.
    """
    for name, value in more.items():
        before = values.get(name)
        if name not in values:
            values[name] = value
        elif isinstance(before, list) and isinstance(value, list) and name not in top:
            before += value
        else:
            return False
    return True
