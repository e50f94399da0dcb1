"""After a splice, only the rows that it touches are judged again: what stands elsewhere cannot have changed.

True for rows of a top table and for a top table as a whole, where all its sections stand together. In every other case
there is no answer here, and the whole text is judged.
"""

from budjettitui.document.judge import Problem
from budjettitui.document.layout import Layout, Path, divide
from budjettitui.document.reading import Places, read, suspicious
from budjettitui.edits import Splice
from budjettitui.values import frozen


@frozen
class Rejudged:
    """The values and places after a splice, made from those before it."""

    values: dict[str, object]
    places: Places


def rejudged(values: dict[str, object], places: Places, splice: Splice, text: str) -> Rejudged | None:
    """Values and places of the spliced text; None where it must be read as a whole."""
    layout = places.layout
    first = layout.section_at(splice.start)
    last = max(first, layout.section_at(splice.start + len(splice.old) - 1)) if splice.old else first
    for sections in ((first, last), (first - 1, last), (first, last + 1)):
        found = _tried(values, places, splice, text, sections)
        if found:
            return found
    return None


def _tried(
    values: dict[str, object], places: Places, splice: Splice, text: str, sections: tuple[int, int]
) -> Rejudged | None:
    layout = places.layout
    name = _only_table(places, *sections)
    if name is None:
        return None
    first, last = layout.whole(*sections)
    by = len(splice.new) - len(splice.old)
    if not layout.starts[first] <= splice.start <= splice.start + len(splice.old) <= places.bounds(last)[1]:
        return None
    end = places.bounds(last)[1] + by
    fresh = _fragment(text[layout.starts[first] : end], name, end == len(text))
    if fresh is None:
        return None
    part, inner = fresh
    joined = _joined(values, name, part, (layout.paths[first], layout.paths[last]))
    return None if joined is None else Rejudged(joined, _places(places, text, (first, last), inner, by))


def _only_table(places: Places, first: int, last: int) -> str | None:
    """The top table that the sections are all about, where they can be judged by themselves."""
    layout = places.layout
    if first < 1 or last >= len(layout.heads):
        return None
    name = layout.heads[first].names[0]
    mixed = any(head.names[0] != name for head in layout.heads[first : last + 1])
    above = any(statement.names[0] == name for statement in places.section(0).statements)
    return None if mixed or above or name in layout.scattered else name


def _fragment(fragment: str, name: str, at_end: bool) -> tuple[object, Layout] | None:
    """What a piece of text says of the table `name`, if it is TOML, says nothing else and ends where sections may end."""
    if suspicious(fragment) or not (at_end or fragment.endswith("\n")):
        return None
    values = read(fragment)
    if isinstance(values, Problem) or list(values) != [name]:
        return None
    inner = divide(fragment)
    if inner.starts[1] != 0 or name in inner.scattered or any(head.names[0] != name for head in inner.heads[1:]):
        return None
    last_line = fragment[fragment.rfind("\n", 0, -1) + 1 :]
    return None if last_line.lstrip(" \t").startswith("#") and not at_end else (values[name], inner)


def _joined(values: dict[str, object], name: str, part: object, ends: tuple[Path, Path]) -> dict[str, object] | None:
    """The values with rows replaced, or a whole table; None where rows and tables are mixed up."""
    rows = values.get(name)
    first, last = ends
    if not isinstance(rows, list):
        return {**values, name: part} if isinstance(part, dict) and len(first) and isinstance(rows, dict) else None
    if not isinstance(part, list) or len(first) < 2 or not isinstance(first[1], int) or not isinstance(last[1], int):
        return None
    return {**values, name: [*rows[: first[1]], *part, *rows[last[1] + 1 :]]}


def _places(places: Places, text: str, sections: tuple[int, int], inner: Layout, by: int) -> Places:
    first, last = sections
    grown = len(inner.heads) - 1 - (last - first + 1)
    kept = {n + grown if n > last else n: each for n, each in places.sections.items() if not first <= n <= last}
    return Places(text, places.layout.replaced(first, last, inner, by), kept)
