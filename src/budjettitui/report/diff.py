"""Two versions of a budget for people: the rows that changed, the figures, the findings."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from budjettitui.findings import Finding, Path, Severity
from budjettitui.model import ROW_TABLES
from budjettitui.report.json_v1 import encoded
from budjettitui.report.paint import Paint
from budjettitui.report.safe import name, quiet
from budjettitui.report.sentences import Sentences, words_for
from budjettitui.state import State
from budjettitui.versions.comparison import ADDED, CHANGED, REMOVED, Comparison, FigureChange, KeyChange, RowChange
from budjettitui.words import Percent, Words
from budjettitui.words.numbers import cut

SIGNS = {ADDED: "+", REMOVED: "-", CHANGED: "~"}
ROLES = {ADDED: "info", REMOVED: "error", CHANGED: "warning"}
WORD_GROUPS = {
    ("project", "stage"): "project_stage",
    ("project", "kind"): "project_kind",
    ("funding", "kind"): "funding",
    ("cost", "category"): "category",
}
"""Keys that hold a word of a list, with the group of labels that has its name."""

LABEL = 44
"""So wide are the names of figures and keys at most; longer ones are cut."""


def report(
    old: tuple[str, State], new: tuple[str, State], found: Comparison, words: Words, *, colour: bool = False
) -> Iterator[str]:
    """The lines of the comparison: what is as it was is left out."""
    yield from _Diff(old, new, found, words, Paint(colour)).lines()


class _Diff:
    """The report of one comparison."""

    def __init__(
        self, old: tuple[str, State], new: tuple[str, State], found: Comparison, words: Words, paint: Paint
    ) -> None:
        self.names = (name(old[0]), name(new[0]))
        self.states = (old[1], new[1])
        self.found = found
        self.words = words_for(new[1].budget, words)
        self.sentences = tuple(Sentences(state.budget, words_for(state.budget, words)) for state in self.states)
        self.paint = paint

    def lines(self) -> Iterator[str]:
        """Heading, rows, figures, findings, summary."""
        yield self.paint("strong", f"{self.names[0]} → {self.names[1]}")
        if self.found.same:
            yield self.words.say("diff.text-only" if self.found.text_differs else "diff.same")
            return
        yield from self._rows()
        yield from self._figures([figure for figure in self.found.figures if figure.changed])
        yield from self._findings()
        yield ""
        yield self._summary()

    # rows -----------------------------------------------------------------------------------------------------------
    def _rows(self) -> Iterator[str]:
        for row in self.found.rows:
            yield ""
            yield self._row(row)
            shown = [change for change in row.keys if row.how == CHANGED]
            texts = [
                (self._key(change.key), self._worded(row, change, change.old), self._worded(row, change, change.new))
                for change in shown
            ]
            wide = max((len(key) for key, _, _ in texts), default=0)
            for change, (key, old, new) in zip(shown, texts, strict=True):
                yield f"    {key:<{wide}}  {old} → {new}{self._more(change.difference, gap='   ')}"

    def _row(self, row: RowChange) -> str:
        which = 0 if row.how == REMOVED else 1
        label = self.words.label("place", row.table)
        said = self.sentences[which]
        if row.table == "stated":
            label = quiet(said.stated_called(row.path))
        called = quiet(said.who(row.place)) if row.table in ROW_TABLES else ""
        place = self.paint("dim", f"[{quiet(str(row.place))}{self._line(row.path, which)}]")
        worth = row.old_worth if row.how == REMOVED else row.new_worth
        money = f"  {self.words.show(worth)}" if worth is not None and row.how != CHANGED else ""
        sign = self.paint(ROLES[row.how], SIGNS[row.how])
        named = called if called.startswith(label) or not called else f"{label}: {called}"
        return f"{sign} {named or label}{money}  {place}"

    def _line(self, path: Path, which: int) -> str:
        found = self.states[which].document.position(path)
        return f", {self.words.say('diff.line', line=found[0])}" if found else ""

    def _key(self, key: str) -> str:
        """A key by the word for it, step by step; what is no key (a year, a category, one of one's own) as it stands."""
        first, *rest = key.split(".")
        said = rest if first == "extra" else [self.words.label("key", part) for part in rest]
        return quiet(cut(", ".join([self.words.label("key", first), *said]), LABEL))

    def _worded(self, row: RowChange, change: KeyChange, value: object) -> str:
        """A value; a word of the file's lists by its name."""
        group = WORD_GROUPS.get((row.table, change.key))
        return quiet(self.words.label(group, value)) if group and isinstance(value, str) else self._value(value)

    def _value(self, value: object) -> str:
        if value is None:
            return "–"
        if isinstance(value, bool):
            return quiet(self.words.show(value))
        if isinstance(value, int | Decimal):
            return self.words.say("show.exact", value=Decimal(value))
        if isinstance(value, list | dict):
            return quiet(cut(encoded(value) if _plain(value) else str(value)))
        return quiet(self.words.show(value))

    # figures --------------------------------------------------------------------------------------------------------
    def _figures(self, changed: Sequence[FigureChange]) -> Iterator[str]:
        if not changed:
            return
        rows = [self._figure(one) for one in changed]
        heads = ["", *(self.words.say(f"diff.{head}") for head in ("before", "now", "change"))]
        wide = [max(len(row[column]) for row in [heads, *rows]) for column in range(4)]
        yield ""
        yield self.paint("strong", _aligned(heads, wide))
        yield from (_aligned(row, wide) for row in rows)

    def _figure(self, one: FigureChange) -> list[str]:
        label = self.words.label("figure", one.figure)
        if one.name:
            label = f"{label}, {self._named(one)}"
        values = [self._amount(value, one.percent) for value in (one.old, one.new)]
        return [f"  {quiet(cut(label, LABEL))}", *values, self._more(one.difference)]

    def _named(self, one: FigureChange) -> str:
        """What the figure is of; the project's figures need no name."""
        if one.of == "partner":
            known = {partner.id: partner.label for state in self.states for partner in state.budget.partners}
            return known.get(one.name, one.name)
        if one.of == "funding":
            return self.words.label("funding", one.name)
        return f"{self.words.label('place', one.of)} {one.name}"

    def _amount(self, value: Decimal | None, percent: bool) -> str:
        if value is None:
            return "?"
        return self.words.show(Percent(value) if percent else value)

    def _more(self, difference: Decimal | None, gap: str = "") -> str:
        if not difference:
            return ""
        return f"{gap}{'+' if difference > 0 else ''}{self.words.show(difference)}"

    # findings -------------------------------------------------------------------------------------------------------
    def _findings(self) -> Iterator[str]:
        parts = (("gone", self.found.gone, 0), ("new", self.found.new, 1))
        if not any(findings for _, findings, _ in parts):
            return
        for head, findings, which in parts:
            yield ""
            yield self.paint("strong", self.words.say(f"diff.{head}"))
            if not findings:
                yield f"  {self.words.say('diff.nothing')}"
            for finding in findings:
                yield self._finding(finding, which)

    def _finding(self, finding: Finding, which: int) -> str:
        severity = self.words.label("severity", finding.severity.word)
        sentence = quiet(self.sentences[which].of(finding))
        waived = f" ({self.words.say('diff.accepted')})" if finding.waived else ""
        check = self.paint("dim", f"[{quiet(finding.check)}]")
        return f"  {self.paint.severity(finding.severity, severity)}: {sentence}{waived} {check}"

    def _summary(self) -> str:
        errors = [sum(one.severity is Severity.ERROR for one in state.roots()) for state in self.states]
        figures = sum(one.changed for one in self.found.figures)
        return self.words.say(
            "diff.summary", rows=len(self.found.rows), figures=figures, before=errors[0], after=errors[1]
        )


def _plain(value: object) -> bool:
    """True of lists and tables that JSON can spell."""
    if isinstance(value, list):
        return all(_plain(item) for item in value)
    if isinstance(value, dict):
        return all(_plain(item) for item in value.values())
    return isinstance(value, str | bool | int) or value is None


def _aligned(row: Sequence[str], wide: Sequence[int]) -> str:
    label, *values = row
    cells = "  ".join(f"{value:>{width}}" for value, width in zip(values, wide[1:], strict=True))
    return f"{label:<{wide[0]}}  {cells}".rstrip()
