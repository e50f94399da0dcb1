"""What was left out of a text that is no TOML, and whether the rest of it may be judged.

A statement that is left out takes its key with it, and reading knows that as unread: no sum that it belongs to is known.
So the rest may be judged, where it is the rest: a few statements of one line each, none of them the head of a table (what
stands below it belongs to it) and none that goes on in the next line (which then is no statement of its own).
"""

from budjettitui.document.text import Document

FEW = 3
"""Statements that are left out at most, for the rest to be called the budget."""


def lines_left_out(document: Document) -> tuple[int, ...]:
    """The lines that were passed over, from 1."""
    found: set[int] = set()
    for fault in document.faults:
        last = fault.line + document.text.count("\n", fault.start, max(fault.start, fault.end))
        first = document.text.count("\n", 0, fault.start) + 1
        found.update(range(first, max(first, last) + 1))
    return tuple(sorted(found))


def spans(lines: tuple[int, ...]) -> tuple[str, ...]:
    """Lines as people write them: `12`, `53–59`."""
    starts = [line for line in lines if line - 1 not in lines]
    ends = [line for line in lines if line + 1 not in lines]
    return tuple(str(one) if one == end else f"{one}–{end}" for one, end in zip(starts, ends, strict=True))


def rest_is_whole(document: Document) -> bool:
    """True where little enough was left out, and nothing that holds more than itself."""
    faults, text = document.faults, document.text
    if not 0 < len(faults) <= FEW or not document.faithful:
        return False
    return all(one.key is not None for one in document.lost) and all(
        fault.kind == "toml-syntax" and "\n" not in text[fault.start : fault.end] for fault in faults
    )
