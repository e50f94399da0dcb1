"""Overview: what the project is, what is missing first, two bars of where money goes and comes from, partners."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from string import ascii_uppercase, digits
from typing import ClassVar

from textual.widget import Widget

from budjettitui.balance import meets, segments
from budjettitui.findings import NOT_YET, Path
from budjettitui.money import ZERO, total
from budjettitui.report.sentences import Sentences
from budjettitui.tui.pages.costs import title
from budjettitui.tui.pages.page import Page, Table, room
from budjettitui.tui.pages.partners import MatrixRows
from budjettitui.tui.pages.rows import note
from budjettitui.tui.present.besides import Told, besides
from budjettitui.tui.present.found import accepted, ordered
from budjettitui.tui.present.strips import sentence
from budjettitui.tui.present.values import category, legend, marks, money, support_rate
from budjettitui.tui.themes import SIGN_ROLES, SIGNS, Looks
from budjettitui.tui.view import View
from budjettitui.tui.widgets.cells import cells, cut, fit, wrapped
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece, spread
from budjettitui.tui.widgets.grid import Cell, Column, Grid, GridRow
from budjettitui.tui.widgets.grid_course import Spot

BARS_FROM = 22
"""Lines of window from which the two bars are shown; in fewer, the partners have their room."""

HIGH_FROM = 30
"""Lines of window from which categories and budget items are shown below the partners."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar: its letter, what it is, its sum."""

    letter: str
    name: str
    value: Decimal
    shown: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its parts, the sum behind it."""

    label: str
    parts: tuple[Part, ...]
    behind: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the table of the Overview."""

    name: str = ""
    about: str = ""
    sign: str = ""
    first: str = ""
    bars: tuple[Bar, ...] = ()
    text: tuple[tuple[str, str], ...] = ()
    """Lines of a file that could not be read, each with its role."""
    roomy: bool = False
    """True where there are lines enough for a legend to each bar."""


OF_THE_PROJECT: Path = ("stated",)
"""The row of the project on the page of the partners."""


class OverviewHead(Drawn[Head]):
    """Draws the head; the bars are as long as the line allows, and of one length."""

    DEFAULT_CSS: ClassVar[str] = "OverviewHead { height: auto; }"

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """Name, about, what is missing, the bars with their legends."""
        head = self.value
        lines: list[Line] = [[Piece(" " + cut(head.name, width - 2, looks), "strong")]]
        if head.about:
            lines.append([Piece(" " + cut(head.about, width - 2, looks))])
        if head.first:
            first, *others = wrapped(head.first, width - 4, looks)
            role = SIGN_ROLES.get(head.sign, "")
            lines.append([Piece(" "), Piece(looks.sign(head.sign), role), Piece(" " + first, role)])
            lines += [[Piece("   " + other, role)] for other in others]
        lines += [[Piece(" " + cut(text, width - 2, looks), role)] for text, role in head.text]
        labels = max((cells(looks.shown(bar.label)) for bar in head.bars), default=0)
        behind = max((cells(looks.shown(bar.behind)) for bar in head.bars), default=0)
        inner = max(10, width - labels - behind - 7)
        for bar in head.bars:
            lines.append(_bar(bar, labels, inner, behind, looks))
        if head.bars:
            lines += _legends(head.bars, labels + 3, width, looks, head.roomy)
        return [*lines, []]


def _bar(bar: Bar, labels: int, inner: int, behind: int, looks: Looks) -> Line:
    given = segments([part.value for part in bar.parts], inner)
    pieces = [Piece(" " + fit(bar.label, labels, looks) + " [")]
    for number, (part, count) in enumerate(zip(bar.parts, given, strict=True)):
        letter = looks.sign(part.sign) if part.sign else part.letter
        role = "error" if part.sign == "error" else "bar" if number % 2 == 0 else ""
        pieces.append(Piece(letter * count, role))
    filled = sum(given)
    return [*pieces, Piece(" " * (inner - filled) + "] " + fit(bar.behind, behind, looks, right=True))]


def _legends(bars: Sequence[Bar], indent: int, width: int, looks: Looks, roomy: bool) -> list[Line]:
    """A legend to each bar in their order, since both may have the same letter; where lines are few, all in one, the
    funding first."""
    apart = [line for bar in bars for line in _legend(bar.parts, indent, width, looks)]
    together = _legend([part for bar in reversed(bars) for part in bar.parts], indent, width, looks)
    return apart if roomy or len(apart) <= len(together) else together


def _legend(parts: Sequence[Part], indent: int, width: int, looks: Looks) -> list[Line]:
    """`S support 412 500,00  O own 62 500,00`, on as many lines as it takes."""
    lines: list[list[Piece]] = [[Piece(" " * indent)]]
    used = indent
    for part in parts:
        letter = looks.sign(part.sign) if part.sign else part.letter
        text = looks.shown(f" {part.name} {part.shown}".rstrip())
        if used + cells(text) + 3 > width and used > indent:
            lines.append([Piece(" " * indent)])
            used = indent
        gap = Piece("  " if used > indent else "")
        lines[-1] += [gap, Piece(letter, "error" if part.sign == "error" else "strong"), Piece(text, "dim")]
        used += cells(text) + 3
    return [spread(line, [], width, looks) for line in lines]


class Besides(Drawn[tuple[Told, ...]]):
    """Draws what there is room for below the partners."""

    DEFAULT_CSS: ClassVar[str] = "Besides { height: 1fr; }"

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """The lines, the last one saying so where there are more."""
        lines: list[Line] = [[Piece(fit(f"   {text}", width - 1, looks), role)] for text, role in self.value]
        if 1 <= height < len(lines):
            return [*lines[: height - 1], [Piece(f"   {looks.shown('…')}", "dim")]]
        return lines if height else []


class OverviewPage(Page):
    """The head, a row for each partner and the project, and in a high window what else there is to see."""

    def __init__(self) -> None:
        super().__init__("overview")
        self.rows: SheetRows | None = None

    def parts(self) -> Sequence[Widget]:
        """Head and table."""
        return OverviewHead(Head()), Table(id="overview-table"), Besides(())

    def fill(self, view: View) -> None:
        """Show the view."""
        self.rows = SheetRows(view)
        self.query_one(OverviewHead).show(head(view))
        self.grids[0].show(columns(view), self.rows)
        below = self.query_one(Besides)
        below.display = view.height >= HIGH_FROM
        if below.display:
            self.grids[0].styles.height = min(len(self.rows) + 1, max(4, view.height // 3))
            below.show(besides(view, room(view)))
        else:
            self.grids[0].styles.height = "1fr"

    def path_at(self, grid: Grid, row: int, column: int) -> Path | None:
        """The partner of a row."""
        if self.rows is None or row >= len(self.rows.matrix.ids):
            return None
        path = self.rows.matrix.path_at(row, len(self.rows.matrix.keys) - 1)
        return path if path is not None else None

    def opens(self, grid: Grid, row: int, column: int) -> object:
        """The partner, or the project, on the page of the partners, where it adds up."""
        path = self.path_at(grid, row, column)
        return OF_THE_PROJECT if path == ("project",) else path

    def spot_of(self, path: Path) -> tuple[Table, Spot] | None:
        """The project's row, for all that stands on no other page."""
        return (self.grids[0], (len(self.rows.matrix.ids) - 1, 0)) if self.rows is not None else None


class SheetRows:
    """A row for each partner and for the project: costs, support, rate, other money, missing."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.matrix = MatrixRows(view)
        marked = note(legend(view.words))
        self.below = [GridRow(("blank",), (), kind="blank", selectable=False), marked]

    def __len__(self) -> int:
        return len(self.matrix.ids) + len(self.below)

    def __getitem__(self, number: int, /) -> GridRow:
        """A partner's row, the project's, or the legend."""
        if number >= len(self.matrix.ids):
            return self.below[number - len(self.matrix.ids)]
        who, words = self.matrix.ids[number], self.view.words
        sheet, made = self.matrix.sheet(who), self.matrix[number]
        miss = sheet.missing
        sign = {True: "✓", False: "✗", None: ""}[meets(self.view.seen, miss)]
        figures = (
            Cell(money(words, sheet.costs.value), marks(sheet.costs), editable=False),
            Cell(money(words, sheet.support.value), marks(sheet.support), editable=False),
            Cell(support_rate(words, sheet.support.value, sheet.support_rate), editable=False),
            Cell(money(words, sheet.covered), editable=False),
            Cell(
                f"{sign} {money(words, miss):>10}" if sign else money(words, miss),
                role="error" if sign == "✗" else "",
                editable=False,
            ),
        )
        first = made.cells[0]
        name = first.source if room(self.view) >= 100 and first.source else first.text
        return GridRow(made.key, (Cell(name, editable=False), *figures), made.sign)


def columns(view: View) -> tuple[Column, ...]:
    """The columns of the Overview."""
    words = view.words
    return (
        Column("partner", title(words, "partner"), least=10),
        Column("costs", title(words, "costs"), 12, right=True, gives=True),
        Column("support", title(words, "support"), 11, right=True, marks=1, gives=True),
        Column("rate", title(words, "rate"), 8, right=True, marks=0, gives=True),
        Column("covered", title(words, "covered"), 11, right=True, marks=0, gives=True),
        Column("missing", title(words, "missing"), 13, right=True, marks=1),
    )


def head(view: View) -> Head:
    """The head for a view: what is broken, else what is missing, first."""
    words, project = view.words, view.state.budget.project
    parts = [project.code or "", words.label("project_kind", project.kind) if project.kind else ""]
    if project.period is not None:
        parts.append(words.say("screen.period", start=project.period.start, end=project.period.end))
    name, said = project.name or words.say("screen.no-name"), "   ".join(part for part in parts if part)
    if not view.state.document.editable:
        return Head(name, said, "error", *broken(view))
    sign, first = what_first(view)
    bars = tuple(bar for bar in (costs_bar(view), funding_bar(view)) if bar is not None)
    return Head(name, said, sign, first, bars if view.height >= BARS_FROM else (), roomy=view.height >= HIGH_FROM)


def what_first(view: View) -> tuple[str, str]:
    """The sentence of the gravest finding, of an error that was accepted, else whether costs and funding meet."""
    if view.state.findings is NOT_YET:
        return "doubt", view.words.say("screen.judging.long")
    words, roots = view.words, ordered(view.state)
    errors = [one for one in roots if one.severity.word == "error"]
    if errors:
        return "error", Sentences(view.state.budget, words).of(errors[0])
    missing = view.state.figures.project.missing
    taken = [one for one in accepted(view.state) if one.severity.word == "error"]
    if taken and missing:
        return "accepted", sentence(view, taken[0])
    if missing is None:
        return "doubt", words.say("screen.overview.unknown")
    key = "meets" if missing == ZERO else "missing" if missing > ZERO else "over"
    return ("ok" if missing == ZERO else "info"), words.say(f"screen.overview.{key}", gap=abs(missing))


def broken(view: View) -> tuple[str, tuple[Bar, ...], tuple[tuple[str, str], ...]]:
    """What could not be read: the line, those around it, and how to go on."""
    words, document = view.words, view.state.document
    fault = document.faults[0]
    lines: list[tuple[str, str]] = []
    for number in range(max(1, fault.line - 2), min(document.line_count, fault.line + 1) + 1):
        here = number == fault.line
        pointer = SIGNS["here"][0] if here else " "
        lines.append((f"{pointer}{number:5}  {document.line_text(number)}", "error" if here else "dim"))
        if here:
            lines.append(
                (" " * (7 + fault.column) + "^ " + words.say("screen.broken.reason", reason=fault.reason), "error")
            )
    mendable = any(one.mend is not None for one in document.faults)
    lines.append(("   " + words.say("screen.broken.keys" if mendable else "screen.broken.no-keys"), ""))
    return words.say("screen.broken.first", line=fault.line), (), tuple(lines)


def _letters(names: Sequence[str]) -> list[str]:
    """A sign for each name, no two the same: its first letter that no other has yet, else a digit, else another letter."""
    taken: list[str] = []
    for number, name in enumerate(names):
        own = [sign.upper() for sign in name if sign.isascii() and sign.isalpha()]
        free = (sign for sign in (*own, str(number % 10), *ascii_uppercase, *digits) if sign not in taken)
        taken.append(next(free, "."))
    return taken


MOST_PARTS = 12
"""Parts of a bar beyond which the smallest stand as one: more of them are neither seen in it nor named below it."""

Named = list[tuple[str, Decimal]]


def _largest(known: Named) -> tuple[Named, list[Decimal]]:
    """The largest parts in their order, and what the others come to."""
    if len(known) <= MOST_PARTS:
        return known, []
    kept = sorted(range(len(known)), key=lambda number: -known[number][1])[: MOST_PARTS - 1]
    return (
        [one for number, one in enumerate(known) if number in kept],
        [value for number, (_, value) in enumerate(known) if number not in kept],
    )


def costs_bar(view: View) -> Bar | None:
    """Where the money goes: by partner, or by category where there is one applicant."""
    figures, words = view.state.figures, view.words
    whole = figures.project.costs
    if whole.value is None or whole.value <= ZERO:
        return None
    if figures.several:
        named = [(who, sheet.costs.value) for who, sheet in figures.partners.items()]
    else:
        named = [(category(view.state.terms.rules, words, name), value) for name, value in figures.categories.items()]
    known = [(name, value) for name, value in named if value is not None and value > ZERO]
    known, others = _largest(known)
    parts = [
        Part(letter, name, value) for letter, (name, value) in zip(_letters([n for n, _ in known]), known, strict=True)
    ]
    if others:
        parts.append(Part("+", words.say("screen.overview.others", count=len(others)), total(others)))
    missing = figures.project.missing
    if missing is not None and missing < ZERO:
        parts.append(
            Part("-", words.say("screen.overview.over-part"), abs(missing), money(words, abs(missing)), "warning")
        )
    return (
        Bar(words.say("screen.foot.costs"), tuple(parts), money(words, whole.value) + marks(whole)) if parts else None
    )


def funding_bar(view: View) -> Bar | None:
    """Where the money comes from, what is missing as its last part, never rounded away."""
    sheet, words = view.state.figures.project, view.words
    if sheet.funding is None:
        return None
    known = [(kind, one.value) for kind, one in sheet.kinds.items() if one.value is not None and one.value > ZERO]
    names = [words.say(f"screen.kind.{kind}") for kind, _ in known]
    parts = [
        Part(letter, name, value, money(words, value))
        for letter, name, (_, value) in zip(_letters(names), names, known, strict=True)
    ]
    if sheet.missing is not None and sheet.missing > ZERO:
        sign = "" if meets(view.state, sheet.missing) is None else "error"
        parts.append(
            Part("x", words.say("screen.overview.missing-part"), sheet.missing, money(words, sheet.missing), sign)
        )
    return Bar(words.say("screen.foot.funding"), tuple(parts), money(words, sheet.funding)) if parts else None
