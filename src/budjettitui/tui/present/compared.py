"""Two versions beside each other in budget terms: cells, figures, findings; each line with the place it speaks of."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from budjettitui.findings import Finding, Path
from budjettitui.money import EXACT
from budjettitui.places import path_of
from budjettitui.report.diff import WORD_GROUPS
from budjettitui.report.sentences import Sentences
from budjettitui.state import State
from budjettitui.tui.lines import changed_lines
from budjettitui.tui.present.names import cell_name, row_name, value_text
from budjettitui.tui.present.tables import WIDEST_FIGURE, columns
from budjettitui.tui.present.values import category
from budjettitui.tui.themes import Looks
from budjettitui.tui.widgets.cells import cells
from budjettitui.values import frozen
from budjettitui.versions.comparison import ADDED, CHANGED, Comparison, FigureChange, RowChange
from budjettitui.words import Percent, Words

Paths = tuple[Path | None, Path | None]
"""Where a change stands in this file, and in the older version."""

LONGEST_DAY = date(2000, 12, 31)


@frozen
class Compared:
    """One line. `change` is true of what was changed in the file, which `n` goes to; `whole` is it in one sentence.

    `path` leads into this file, `old_path` into the older version. A finding is in the version that has it.
    """

    text: str
    path: Path | None = None
    change: bool = False
    whole: str = ""
    old_path: Path | None = None
    finding: Finding | None = None
    gone: bool = False

    @property
    def speaks(self) -> bool:
        """True of a line about a row of this file: a change of it, or a finding that is new."""
        return self.change or (self.finding is not None and not self.gone)


def lines(
    version: str, old: State, new: State, found: Comparison, words: Words, room: int, looks: Looks
) -> list[Compared]:
    """Changed cells first, then findings that came and went, then the figures that moved, and how much text."""
    rows: list[tuple[str, str, str, str]] = [
        ("", version, words.say("flow.compare.now"), words.say("flow.compare.change"))
    ]
    changes: list[Paths | None] = [None]
    for row in found.rows:
        for name, paths, values in _row(row, old, new, words):
            rows.append((name, *values))
            changes.append(paths)
    changed = len(rows)
    figures = [one for one in found.figures if one.changed or _kept(one)]
    if figures:
        rows.append((words.say("flow.compare.figures"), "", "", ""))
    for one in figures:
        rows.append((f"{'*' if one.changed else ' '} {_figure(one, new, words)}", *_values(one, words)))
    changes += [None] * (len(rows) - len(changes))
    table = [
        _changed(row, text, paths, words) if paths is not None else Compared(text, whole=_whole(row, text, words))
        for row, text, paths in zip(rows, columns(rows, room), changes, strict=True)
    ]
    count = words.say("flow.compare.text", count=changed_lines(old.document.text, new.document.text))
    return [*table[:changed], *_findings(old, new, found, words, looks), *table[changed:], Compared(count)]


def _changed(row: tuple[str, str, str, str], text: str, paths: Paths, words: Words) -> Compared:
    return Compared(text, paths[0], change=True, whole=_sentence(row, words), old_path=paths[1])


def _whole(row: tuple[str, str, str, str], text: str, words: Words) -> str:
    """A row from what to what, where its columns could not show all of it."""
    return _sentence(row, words) if text.count("…") > sum(cell.count("…") for cell in row) else ""


def _sentence(row: tuple[str, str, str, str], words: Words) -> str:
    """What changed from what to what; of a row that came or went, what it came to."""
    name, old, new, _ = row
    if bool(old) != bool(new) and not name.startswith("* "):
        return f"{name.lstrip('* ')}: {old or new}"
    return words.say("screen.paste.cell", what=name.lstrip("* "), old=old, new=new) if old or new else name


def _row(row: RowChange, old: State, new: State, words: Words) -> Iterator[tuple[str, Paths, tuple[str, str, str]]]:
    if row.how == CHANGED:
        for change in row.keys:
            path, state = (change.new_path, new) if change.new_path is not None else (change.old_path, old)
            name = cell_name(state, words, path[:3] if len(path) > 3 else path) if path else change.key
            group = WORD_GROUPS.get((row.table, change.key), "")
            values = (
                _shown(change.old, words, group),
                _shown(change.new, words, group),
                _gap(change.difference, words),
            )
            yield f"* {name}", (change.new_path or row.new_path, change.old_path or row.old_path), values
        return
    added = row.how == ADDED
    name = row_name(new if added else old, words, row.path)
    said = words.say("flow.compare.added" if added else "flow.compare.removed", what=name)
    was, now = ("" if one is None else words.show(one) for one in (row.old_worth, row.new_worth))
    yield said, (row.new_path, row.old_path), (was, now, "")


def _shown(value: object, words: Words, group: str) -> str:
    """A value as it is read: a word of a list by its name; days as the file writes them where a language has longer
    names than the column takes."""
    if group and isinstance(value, str):
        return words.label(group, value)
    cut = isinstance(value, date) and cells(words.show(LONGEST_DAY)) > WIDEST_FIGURE
    return str(value) if cut else value_text(words, value)


def _kept(one: FigureChange) -> bool:
    return one.of == "project" and one.figure in ("costs", "support", "missing")


def _figure(one: FigureChange, new: State, words: Words) -> str:
    label = words.label("figure", one.figure)
    if one.of == "funding":
        name = words.label("funding", one.name)
    else:
        name = words.show(category(new.terms.rules, words, one.name) if one.of == "category" else one.name)
    return f"{label}, {name}" if one.name else label


def _values(one: FigureChange, words: Words) -> tuple[str, str, str]:
    shown = [_amount(value, words, percent=one.percent) for value in (one.old, one.new)]
    if one.percent and one.changed and one.old is not None and one.new is not None:
        by = EXACT.subtract(one.new, one.old)
        return shown[0], shown[1], ("+" if by > 0 else "") + words.show(Percent(by))
    return shown[0], shown[1], _gap(one.difference, words)


def _amount(value: Decimal | None, words: Words, *, percent: bool) -> str:
    return "?" if value is None else words.show(Percent(value) if percent else value)


def _gap(value: Decimal | None, words: Words) -> str:
    return "" if value is None else ("+" if value > 0 else "") + words.show(value)


def _findings(old: State, new: State, found: Comparison, words: Words, looks: Looks) -> Iterator[Compared]:
    """Those that went, then those that came, each by its sign, the gravest first."""
    told = [(old, "flow.compare.gone", one) for one in found.gone] + [
        (new, "flow.compare.new", one) for one in found.new
    ]
    roots = [(state, key, one) for state, key, one in told if one.is_root]
    if roots:
        yield Compared(words.say("flow.compare.findings"))
    for state, key, one in sorted(roots, key=lambda told: (told[1] != "flow.compare.gone", told[2].severity)):
        sign = looks.sign("accepted" if one.waived else one.severity.word)
        said, gone = words.say(key, what=_said(state, one, words)), state is old
        path = one.anchor if not gone else path_of(new.budget, one.path) if one.place.name is not None else None
        yield Compared(f"{sign} {said}", path, finding=one, gone=gone)


def _said(state: State, finding: Finding, words: Words) -> str:
    return Sentences(state.budget, words).of(finding)
