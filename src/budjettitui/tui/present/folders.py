"""What the list of budgets shows of each: its figures, its findings, and in the strip what it is about."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from budjettitui.balance import balance, counts
from budjettitui.findings import Severity
from budjettitui.report.sentences import Sentences
from budjettitui.state import State
from budjettitui.tui.present.found import nothing_found, ordered
from budjettitui.tui.present.heads import about
from budjettitui.tui.present.values import marks, money, partner_name, support_rate
from budjettitui.tui.themes import Looks
from budjettitui.tui.widgets.cells import cells, two_lines, wrapped
from budjettitui.tui.widgets.grid import Cell, Column, GridRow
from budjettitui.tui.widgets.strip import StripLine, StripText
from budjettitui.tui.widgets.tabs import Tab, TabsText
from budjettitui.tui.widgets.title import TitleText
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.tui.files import Listed
    from budjettitui.tui.screens.folder import FolderScreen

LINES = 4
"""Lines of the strip below the list."""

ROOMY = 70
"""Cells of a window whose title has room for how many budgets there are."""

WIDE, FILE = 120, 30
"""Cells from which a window shows the names of the projects, and those of the files then."""


def title(screen: "FolderScreen", words: Words, looks: Looks) -> TitleText:
    """The folder, whether it is only read, how many budgets where there is room, and all findings by severity."""
    found = [counts(one.state.verdict()) for one in screen.files if one.state is not None]
    sums = {severity: sum(one[severity] for one in found) for severity in Severity}
    said = "  ".join(
        f"{looks.sign(severity.word)} {words.say(f'report.count.{severity.word}s', count=number)}"
        for severity, number in sums.items()
    )
    state = words.say("screen.title.read-only") if screen.read_only else ""
    count = words.say("screen.list.count", count=len(screen.files)) if screen.size.width >= ROOMY else ""
    return TitleText(named(screen.folder), state, count, said, "info")


def named(folder: Path) -> str:
    """What a folder is called: `budgets/`."""
    return f"{folder.name or folder.resolve().name}/"


def tabs(words: Words, present: int, waiting: bool) -> TabsText:
    """The two tabs: the budgets, and what is promised from each budget item."""
    shown = (Tab(1, words.say("screen.page.budgets")), Tab(2, words.say("screen.page.promises")))
    return TabsText(shown, present, waiting=waiting, go=words.key("go"))


def columns(words: Words, width: int = 0) -> tuple[Column, ...]:
    """The columns of the list; in a wide window what each project is called too."""
    found = words.say("screen.head.findings")
    project = (Column("project", words.say("screen.list.project")),) if width >= WIDE else ()
    return (
        Column("file", words.say("screen.head.file"), FILE if project else None, least=14, gives=True),
        *project,
        Column("costs", words.say("screen.head.costs"), 12, right=True, least=10, gives=True),
        Column("support", words.say("screen.head.support"), 12, right=True, marks=1, least=10, gives=True),
        Column("rate", words.say("screen.head.rate"), 7, right=True, marks=1),
        Column("findings", found, max(9, cells(found))),
        Column("stage", words.say("screen.head.stage"), 11),
    )


def rows(files: Sequence["Listed"], words: Words, looks: Looks, width: int = 0) -> list[GridRow]:
    """A row a file, with the cells of `columns`."""
    return [_row(one, words, looks, wide=width >= WIDE) for one in files]


def _row(one: "Listed", words: Words, looks: Looks, *, wide: bool) -> GridRow:
    name: tuple[Cell, ...] = (Cell(one.name, editable=False),)
    if wide:
        called = one.state.budget.project.name if one.state is not None else ""
        name += (Cell(called or "", editable=False),)
    if one.state is None:
        known = (*name, *([Cell("?", editable=False)] * 3))
        return GridRow(("file", one.name), (*known, Cell("", editable=False), Cell("?", editable=False)), "error")
    words = words.of("", one.state.budget.decimals)
    figures, found = balance(one.state), counts(one.state.verdict())
    gravest = next((severity.word for severity in Severity if found[severity]), "")
    stage = one.state.budget.project.stage
    said = " ".join(f"{looks.sign(severity.word)}{number}" for severity, number in found.items())
    made = (
        *name,
        Cell(money(words, figures.costs.value), marks(figures.costs), editable=False),
        Cell(money(words, figures.support.value), marks(figures.support), editable=False),
        Cell(support_rate(words, figures.support.value, figures.rate), editable=False),
        Cell(said, editable=False),
        Cell(words.label("project_stage", stage) if stage else "", editable=False),
    )
    return GridRow(("file", one.name), made, gravest)


def strip(one: "Listed | None", words: Words, width: int, looks: Looks) -> StripText:
    """What a budget is about, and its gravest finding."""
    if one is None:
        return StripText("", "", (StripLine(),) * LINES)
    if one.state is None:
        reason = words.say("screen.talk.unreadable", file=one.name, reason=one.reason)
        return StripText(one.name, "", (StripLine(reason, "error"), StripLine(), StripLine(), StripLine()))
    state = one.state
    project = state.budget.project
    first = StripLine(project.name or words.say("screen.no-name"), right=project.code or "")
    period = words.say("screen.period", start=project.period.start, end=project.period.end) if project.period else ""
    rules, behind = about(state, words), "   ".join(part for part in (period, _lead(state, words)) if part)
    second = StripLine(rules, right=behind if cells(rules) + cells(behind) + 5 <= width else period)
    found = ordered(state)
    if not found:
        return StripText(one.name, "", (first, second, StripLine(*nothing_found(state, words)), StripLine()))
    said, rest = two_lines(Sentences(state.budget, words).of(found[0]), width - 4, looks)
    return StripText(one.name, "", (first, second, StripLine(said, found[0].severity.word), StripLine(f"  {rest}")))


def new_strip(folder: Path, words: Words, width: int, looks: Looks) -> StripText:
    """What comes of the row that begins a budget."""
    said = words.say("screen.list.new-about", folder=named(folder))
    lines = [StripLine(part) for part in wrapped(said, width - 2, looks)][:LINES]
    return StripText(words.say("screen.do.new"), "", (*lines, *[StripLine()] * (LINES - len(lines))))


def _lead(state: State, words: Words) -> str:
    lead = next((one for one in state.budget.partners if one.role == "lead"), None)
    return words.say("screen.list.lead", who=partner_name(state.budget, lead.id)) if lead is not None else ""
