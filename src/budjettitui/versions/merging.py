"""My unsaved steps put on top of what another has written: cell by cell, and row by row where rows have moved.

Rows are known again as in a comparison. An edit is made anew at the place where its row stands in their version. Where
both have changed one cell, theirs stays, and the conflict says so, unless mine is asked for. A step that is no edit
of values (typed on the text itself) goes on top where the lines around it are as they were.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from budjettitui.document import Document, EditRefused, spell, value_at
from budjettitui.edits import Change, Edit, Insert, Move, Remove, Rename, Set, Splice, Step
from budjettitui.findings import Path
from budjettitui.model import ROW_TABLES
from budjettitui.values import frozen
from budjettitui.versions.matching import matched, rows_of

TABLES = (*ROW_TABLES, "stated")

Name = tuple[object, ...]
"""A cell by what stays the same: its table, a mark of its row, its keys."""


@frozen
class Conflict:
    """One cell that both have changed, or a row that one took out and the other changed.

    `kind`: `cell`, `row-gone` (they took the row out), `row-changed` (I take out a row that they changed), `text` (a
    step on the text whose lines they changed), `refused`. `cell` names it, for asking mine in `keep`; the paths are
    those of my version before the step and of theirs.
    """

    kind: str
    cell: Name
    mine: Path
    theirs: Path | None
    was: object
    their_value: object
    my_text: str | None

    @property
    def can_be_mine(self) -> bool:
        """True where `keep` brings mine: not of a step whose lines are no longer there, or that was refused."""
        return self.kind in ("cell", "row-gone", "row-changed")


@frozen
class Merge:
    """Their document with my steps on top, and the conflicts in which theirs was kept."""

    document: Document
    steps: tuple[Step, ...]
    conflicts: tuple[Conflict, ...]


def merge(base: Document, steps: Sequence[Step], theirs: Document, keep: Collection[Name] = ()) -> Merge:
    """My `steps`, made on `base`, put on top of `theirs`. In the cells of `keep`, mine are taken in place of theirs."""
    return _Merging(base, theirs, keep).merged(steps)


class _Merging:
    """Both versions as they go: mine as it was at each step, theirs as it becomes."""

    def __init__(self, base: Document, theirs: Document, keep: Collection[Name]) -> None:
        self.base = base
        self.mine = base
        self.theirs = theirs
        self.keep = frozenset(keep)
        self.first = theirs
        self.conflicts: list[Conflict] = []
        self.rows: dict[str, tuple[list[object], list[object]]] = {}
        self.before: dict[object, tuple[str, int]] = {}
        self.after: dict[object, tuple[str, int]] = {}
        for table in TABLES:
            self._match(table)
        self.changed = frozenset(_changed(base.values, theirs.values, self.rows))

    def _match(self, table: str) -> None:
        """Marks the rows of both versions; rows that are the same have the same mark."""
        old, new = rows_of(self.base.values, table), rows_of(self.theirs.values, table)
        mine: list[object] = [(table, index) for index in range(len(old))]
        ours: list[object] = [(table, "new", index) for index in range(len(new))]
        for one, other in matched(table, old, new):
            if one is not None and other is not None:
                ours[other] = mine[one]
        self.rows[table] = (mine, ours)
        self.before |= {mark: (table, index) for index, mark in enumerate(mine)}
        self.after |= {mark: (table, index) for index, mark in enumerate(ours)}

    def merged(self, steps: Sequence[Step]) -> Merge:
        made = []
        for step in steps:
            self.edits: list[Edit] = []
            splices = tuple(self._step(step))
            self.mine = self.mine.splice(step.splices)
            if splices:
                change = Change(step.change.name, tuple(self.edits), step.change.values, () if self.edits else splices)
                made.append(Step(change, splices))
        return Merge(self.theirs, tuple(made), tuple(self.conflicts))

    def _step(self, step: Step) -> list[Splice]:
        if step.change.edits and self.theirs.editable and self.mine.editable:
            made = []
            for number, edit in enumerate(step.change.edits, 1):
                self.done = step.change.edits[:number]
                made += self._edit(edit)
            return made
        return self._text(step)

    # edits ----------------------------------------------------------------------------------------------------------
    def _edit(self, edit: Edit) -> list[Splice]:
        """One edit made on theirs, if it may be; both sides' rows are kept track of."""
        there = self._moved(edit)
        self._track(edit, 0)
        if there is None:
            return []
        try:
            applied = self.theirs.apply((there,))
        except EditRefused:
            self._conflict("refused", edit, None)
            return []
        self.theirs = applied.document
        self.edits.append(there)
        self._track(there, 1, edit)
        if isinstance(there, Insert) and isinstance(edit, Set | Rename):
            self.rows[there.table][1][there.index] = self._name(edit.path)[1]
        return list(applied.splices)

    def _moved(self, edit: Edit) -> Edit | None:
        """The edit at its place in their version; None where it is not made."""
        match edit:
            case Set(path) | Rename(path) if self._there(path) is None and self._name(path) in self.keep:
                return self._again(path) if isinstance(path[1], int) else edit  # a table that stands once has no row
            case Set(path, text):
                return None if self._stopped(edit, path, text) else Set(self._there(path) or path, text)
            case Rename(path, name):
                return None if self._stopped(edit, path, name) else Rename(self._there(path) or path, name)
            case Remove(path):
                return self._removed(edit, path)
            case Insert(table, index, items):
                return Insert(table, self._index(table, index), items)
            case Move(table, index, to):
                here = self._there((table, index))
                mark = self._name((table, index))[1]
                return None if here is None else Move(table, int(here[1]), self._index(table, to, mark))

    def _again(self, path: Path) -> Insert:
        """A row that they took out, as it is in mine by now: what is asked for in it wants its row."""
        table, index = str(path[0]), int(path[1])
        mine, mark = self.mine.apply(self.done).document, self._name(path)[1]
        row = rows_of(mine.values, table)[index]
        items = tuple((key, mine.spelling((table, index, key)) or spell(value)) for key, value in row.items())
        self.changed = frozenset(cell for cell in self.changed if not _within(cell, (table, mark)))
        return Insert(table, self._index(table, index, mark), items)

    def _removed(self, edit: Edit, path: Path) -> Edit | None:
        there = self._there(path)
        if there is None:
            return None
        touched = any(_within(cell, self._name(path)) for cell in self.changed)
        if touched and self._name(path) not in self.keep:
            self._conflict("row-changed" if len(path) == 2 and path[0] in TABLES else "cell", edit, there)
            return None
        return Remove(there) if self.theirs.span(there) is not None else None

    def _stopped(self, edit: Edit, path: Path, text: str) -> bool:
        """True where the edit is not made: they took its row out, or changed the same cell to something else."""
        there = self._there(path)
        if there is None:
            self._conflict("row-gone", edit, None)
            return True
        name = self._name(path)
        if name in self.keep or not any(_within(name, cell) or _within(cell, name) for cell in self.changed):
            return False
        if self.theirs.spelling(there) == text and isinstance(edit, Set):
            return True
        self._conflict("cell", edit, there)
        return True

    # rows -----------------------------------------------------------------------------------------------------------
    def _name(self, path: Path) -> Name:
        if path[0] in TABLES and len(path) > 1 and isinstance(path[1], int):
            marks = self.rows[str(path[0])][0]
            return (path[0], marks[path[1]] if path[1] < len(marks) else None, *path[2:])
        if path[0] in TABLES and self.rows[str(path[0])][0]:
            return (path[0], self.rows[str(path[0])][0][0], *path[1:])
        return path

    def _there(self, path: Path) -> Path | None:
        """Where a path of mine stands in theirs; None where its row is gone."""
        if path[0] not in TABLES:
            return path
        table, name = str(path[0]), self._name(path)
        if len(name) < 2:
            return path
        marks = self.rows[table][1]
        if name[1] not in marks:
            return None
        single = not isinstance(self.theirs.values.get(table), list)
        return (table, *_keys(path)) if single else (table, marks.index(name[1]), *_keys(path))

    def _index(self, table: str, index: int, without: object = None) -> int:
        """Before which row of theirs a row of mine at that number comes: after the one that it follows in mine.

        `without` is the mark of a row that is taken out first, since it moves.
        """
        mine, ours = ([mark for mark in side if mark != without] for side in self.rows.get(table, ([], [])))
        for mark in reversed(mine[:index]):
            if mark in ours:
                return len(ours) if index >= len(mine) else ours.index(mark) + 1
        return len(ours) if index >= len(mine) else 0

    def _track(self, edit: Edit, side: int, mine: Edit | None = None) -> None:
        """Keeps the marks of a side's rows in step with an edit; a new row has one mark on both sides."""
        match edit:
            case Insert(table, index, _) if table in self.rows:
                self.rows[table][side].insert(index, ("mine", table, id(mine or edit)))
            case Remove(path) if len(path) == 2 and path[0] in self.rows and isinstance(path[1], int):
                del self.rows[str(path[0])][side][path[1]]
            case Move(table, index, to) if table in self.rows:
                marks = self.rows[table][side]
                marks.insert(to, marks.pop(index))

    def _conflict(self, kind: str, edit: Edit, there: Path | None) -> None:
        path: Path = edit.path if isinstance(edit, Set | Remove | Rename) else (edit.table, edit.index)
        name = self._name(path)
        was = self.before.get(name[1]) if len(name) > 1 else None
        base_path: Path = (*was, *_keys(path)) if was is not None else path
        text = edit.text if isinstance(edit, Set) else None
        theirs = value_at(self.theirs.values, there) if there is not None else None
        self.conflicts.append(Conflict(kind, name, path, there, value_at(self.base.values, base_path), theirs, text))

    # text -----------------------------------------------------------------------------------------------------------
    def _text(self, step: Step) -> list[Splice]:
        """The step's splices where the lines around them are in theirs as they were in mine."""
        made: list[Splice] = []
        mine, theirs = self.mine, self.theirs
        for splice in step.splices:
            start = _shifted(mine.text, theirs.text, splice)
            if start is None:
                self.conflicts.append(
                    Conflict("text", ("text", splice.start), ("file",), None, splice.old, None, splice.new)
                )
                return []
            there = Splice(start, splice.old, splice.new)
            mine, theirs = mine.splice((splice,)), theirs.splice((there,))
            made.append(there)
        self.theirs = theirs
        self._rematch(mine)
        return made

    def _rematch(self, mine: Document) -> None:
        """After a step on the text, rows are known again by likeness."""
        for table in TABLES:
            old, new = rows_of(mine.values, table), rows_of(self.theirs.values, table)
            marks: list[object] = [("mine", table, "text", index, id(mine)) for index in range(len(old))]
            known = self.rows[table][0]
            marks = list(known) if len(known) == len(old) else marks
            ours: list[object] = [("theirs", table, index, id(mine)) for index in range(len(new))]
            for one, other in matched(table, old, new):
                if one is not None and other is not None:
                    ours[other] = marks[one]
            self.rows[table] = (marks, ours)


def _changed(
    base: Mapping[str, object], theirs: Mapping[str, object], rows: Mapping[str, tuple[list[object], list[object]]]
) -> Iterator[Name]:
    """The cells that they changed, by name: keys of rows that both have, and keys of tables that stand once."""
    for table in dict.fromkeys((*base, *theirs)):
        if table not in rows:
            yield from _differing(base.get(table), theirs.get(table), (table,))
            continue
        old, new = rows_of(base, table), rows_of(theirs, table)
        there = {mark: index for index, mark in enumerate(rows[table][1])}
        for index, mark in enumerate(rows[table][0]):
            if mark in there:
                yield from _differing(old[index], new[there[mark]], (table, mark))


def _differing(old: object, new: object, name: Name) -> Iterator[Name]:
    if old is new or (type(old) is type(new) and old == new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            yield from _differing(old.get(key), new.get(key), (*name, key))
    else:
        yield name


def _keys(path: Path) -> Path:
    """What of a path stands within its row, or within a table that stands once."""
    return path[2:] if len(path) > 1 and isinstance(path[1], int) else path[1:]


def _within(inner: Name, outer: Name) -> bool:
    return inner[: len(outer)] == outer


def _shifted(mine: str, theirs: str, splice: Splice) -> int | None:
    """Where a splice of my text begins in theirs; None where its lines are not there as they were."""
    ours, others = mine.splitlines(keepends=True), theirs.splitlines(keepends=True)
    if splice.start == len(mine) and mine.endswith("\n") == theirs.endswith("\n"):
        return len(theirs)
    first = mine.count("\n", 0, splice.start)
    last = mine.count("\n", 0, splice.start + len(splice.old))
    for block in SequenceMatcher(None, ours, others, autojunk=False).get_matching_blocks():
        if block.a <= first and last < block.a + block.size:
            at = splice.start - sum(map(len, ours[: block.a])) + sum(map(len, others[: block.b]))
            return at if theirs[at : at + len(splice.old)] == splice.old else None
    return None


__all__ = ["Conflict", "Merge", "merge"]
