"""Two texts compared line by line: how many lines a saving changes, and which."""

import difflib
from collections.abc import Iterator

MOST_COMPARED = 4000
"""Lines beyond this are compared by their places alone, which is fast."""


HANG = len("    1 - ")
"""Where the text of a changed line begins: what of it goes on below stands under that."""


def changed_lines(old: str, new: str) -> int:
    """How many lines of the new text are changed or new, and how many of the old ones are gone without another."""
    count = 0
    for _, old_start, old_end, new_start, new_end in _changes(old.splitlines(), new.splitlines()):
        count += max(old_end - old_start, new_end - new_start)
    return count


def lines_at_end(old: str, new: str) -> int:
    """How many lines of the new text stand behind all of the old one."""
    last = len(old.splitlines())
    found = [new_end - new_start for _, start, _, new_start, new_end in _changes(old.splitlines(), new.splitlines())
             if start == last]  # fmt: skip
    return sum(found)


def diff_lines(old: str, new: str) -> list[str]:
    """The changed lines with their numbers, `-` before the old ones and `+` before the new ones."""
    ours, theirs = new.splitlines(), old.splitlines()
    found: list[str] = []
    for _, old_start, old_end, new_start, new_end in _changes(theirs, ours):
        found += [f"{number + 1:5} - {theirs[number]}" for number in range(old_start, old_end)]
        found += [f"{number + 1:5} + {ours[number]}" for number in range(new_start, new_end)]
    return found


def _changes(old: list[str], new: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """The stretches that differ; what is alike at both ends is left out before anything is compared."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    if len(middle_old) + len(middle_new) > MOST_COMPARED:
        yield "replace", start, len(old) - end, start, len(new) - end
        return
    for tag, a, b, c, d in difflib.SequenceMatcher(None, middle_old, middle_new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield tag, a + start, b + start, c + start, d + start
