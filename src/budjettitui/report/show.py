"""A budget as tables in the terminal. Rich is loaded here and nowhere before."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from budjettitui.figures import Figures, Sheet
from budjettitui.figures.promises import items
from budjettitui.model import Budget, Cost, Funding, Partner
from budjettitui.money import ZERO, part_of
from budjettitui.report.items import labelled
from budjettitui.report.safe import quiet
from budjettitui.report.sentences import words_for
from budjettitui.rules import RuleSet
from budjettitui.words import Percent, Words

Label = Callable[[str], str]

SHEET = ("costs", "income", "support", "support_rate", "own", "funding", "missing")
"""The figures of the tables by partner and stage, in the order in which a reader asks for them."""


def report(
    budget: Budget, figures: Figures, rules: RuleSet, words: Words, *, colour: bool = False, width: int = 100
) -> Iterator[str]:
    """The lines of all tables that have something in them."""
    shown = _Tables(budget, figures, rules, words_for(budget, words))
    out = StringIO()
    console = Console(file=out, width=max(width, 60), force_terminal=colour, no_color=not colour, highlight=False)
    console.print(shown.heading())
    for table in shown.tables():
        if table.row_count:
            console.print(_fitting(table, console), crop=False)
    if any(sheet.derived for sheet in figures.partners.values()):
        console.print(Text(words.say("show.derived")))
    yield from (line.rstrip() for line in out.getvalue().rstrip("\n").split("\n"))


def _fitting(table: Table, console: Console) -> Table:
    """The table; one of many figures that is too wide closer together, else with each figure in a line of its own.

    Figures would be cut otherwise, and 152 302,4 reads as one. In a table of a figure or two the texts fold.
    """
    figures = [column for column in table.columns if column.justify == "right"]
    if len(figures) <= FEW or _width(table, console) <= console.width:
        return table
    table.padding = (0, 1, 0, 0)
    for column in figures:
        column.width = max(cell_len(word) for word in (*str(column.header).split(), *map(str, column.cells)))
        column.no_wrap = False
    return table if _width(table, console) <= console.width else _in_lines(table)


def _width(table: Table, console: Console) -> int:
    """How wide a table would like to be."""
    return Measurement.get(console, console.options.update(max_width=_WIDEST), table).maximum


def _in_lines(table: Table) -> Table:
    """What its rows are called, and below each its figures, one a line."""
    made = Table(box=None, title=table.title, title_justify="left", pad_edge=False, show_header=False)
    made.add_column(overflow="fold")
    made.add_column(justify="right", no_wrap=True)
    label, *figures = (list(column.cells) for column in table.columns)
    for number, name in enumerate(label):
        made.add_row()
        made.add_row(name)
        for column, cells in zip(table.columns[1:], figures, strict=True):
            made.add_row(Text(f"  {column.header}"), cells[number])
    made.add_row()
    return made


FEW = 2
_WIDEST = 100_000


class _Tables:
    """The tables of one budget."""

    def __init__(self, budget: Budget, figures: Figures, rules: RuleSet, words: Words) -> None:
        self.budget = budget
        self.figures = figures
        self.rules = rules
        self.words = words
        self.partners: Mapping[str | None, Partner] = {partner.id: partner for partner in budget.partners}

    def heading(self) -> Text:
        """The project's name, and what rules it is under."""
        project = self.budget.project
        parts = [project.code, self.rules.titles.get(self.words.lang) or self.rules.id]
        if project.stage is not None:
            parts.append(self.words.label("project_stage", project.stage))
        if project.period is not None:
            parts.append(self.words.say("show.period", start=project.period.start, end=project.period.end))
        said = " · ".join(quiet(part) for part in parts if part)
        return Text.assemble((quiet(project.name or "?"), "bold"), "\n", said)

    def tables(self) -> Iterator[Table]:
        yield self._project()
        if self.figures.several:
            yield self._by_partner()
        yield self._sums("categories", self.figures.categories, called=self._category)
        yield self._costs()
        yield self._funding()
        yield self._sums("years", self.figures.years)
        yield self._items()

    def _table(self, title: str, *heads: str, numbers: int) -> Table:
        table = Table(box=SIMPLE_HEAD, title=self.words.say(f"show.{title}"), title_justify="left", pad_edge=False)
        for number, head in enumerate(heads):
            right = number >= len(heads) - numbers
            table.add_column(head, justify="right" if right else "left", no_wrap=right, overflow="fold")
        return table

    def _row(self, table: Table, *cells: object) -> None:
        table.add_row(*(Text(cell if isinstance(cell, str) else self._cell(cell)) for cell in cells))

    def _cell(self, value: object) -> str:
        return "?" if value is None else quiet(self.words.show(value))

    def _name(self, value: str | None) -> str:
        return "" if value is None else quiet(self.words.show(value))

    def _heads(self, group: str, names: Iterable[str]) -> list[str]:
        return [self.words.label(group, name) for name in names]

    def _project(self) -> Table:
        table = self._table("project", "", *self._heads("figure", SHEET), numbers=len(SHEET))
        sheets = {"planned": self.figures.project} | {name: one.project for name, one in self.figures.stages.items()}
        for stage, sheet in sheets.items():
            self._row(table, self.words.label("stage", stage), *self._figures(sheet))
        return table

    def _by_partner(self) -> Table:
        heads = [*self._heads("table", ["partner"]), *self._heads("figure", SHEET)]
        table = self._table("partners", *heads, numbers=len(SHEET))
        for partner, sheet in self.figures.partners.items():
            self._row(table, self._partner(partner), *self._figures(sheet))
        self._row(table, self.words.label("table", "total"), *self._figures(self.figures.project))
        return table

    def _figures(self, sheet: Sheet) -> list[str]:
        values = (sheet.costs.value, sheet.income.value, sheet.support.value, sheet.support_rate, sheet.own.value)
        found = [self._cell(value) for value in (*values, sheet.funding, sheet.missing)]
        if sheet.support_rate is not None:
            found[3] = self._cell(Percent(sheet.support_rate))
        for name, number in (("costs", 0), ("income", 1), ("support", 2), ("own", 4)):
            if name in sheet.derived:
                found[number] += " ="
        return found

    def _sums(self, title: str, sums: Mapping[str, Decimal | None], called: Label | None = None) -> Table:
        what = "year" if title == "years" else "category"
        table = self._table(title, *self._heads("table", [what, "amount", "share"]), numbers=2)
        whole = self.figures.project.costs.value
        for name, value in sums.items():
            part = part_of(value, whole)
            self._row(table, called(name) if called else self._name(name), value, "" if part is None else Percent(part))
        return table

    def _costs(self) -> Table:
        heads = ["category", "partner", "description", "how", "amount"]
        table = self._table("costs", *self._heads("table", heads), numbers=1)
        for index, row in enumerate(self.budget.costs):
            worth = self.figures.worths["cost", index].value
            cells = (self._category(row.category), self._partner(row.partner), self._name(row.description))
            self._row(table, *cells, self._how(row), worth)
        return table

    def _how(self, row: Cost) -> str:
        """Quantity, unit, price and allocation, as people write them."""
        parts = []
        if row.quantity is not None:
            parts.append(f"{self.words.say('show.exact', value=row.quantity)} {self._name(row.unit)}".strip())
        if row.unit_price is not None:
            parts.append(self.words.say("show.exact", value=row.unit_price.value))
        if row.allocation is not None:
            parts.append(self._cell(Percent(row.allocation)))
        return " x ".join(parts)

    def _funding(self) -> Table:
        heads = ["kind", "payer", "recipient", "budget_item", "amount"]
        table = self._table("funding", *self._heads("table", heads), numbers=1)
        for index, row in enumerate(self.budget.funding):
            worth = self.figures.worths["funding", index].value
            self._row(table, *self._source(row), worth)
        there = {row.kind for row in self.budget.funding}
        for kind, one in self.figures.project.kinds.items():
            if kind not in there and one.value is not None and one.value != ZERO:
                self._row(table, self.words.label("funding", kind), "", "", "", one.value)
        return table

    def _source(self, row: Funding) -> tuple[str, str, str, str]:
        kind = self.words.label("funding", row.kind) if row.kind else ""
        return kind, self._partner(row.payer), self._partner(row.recipient), self._name(row.budget_item)

    def _items(self) -> Table:
        heads = [*self._heads("table", ["budget_item"]), *self._heads("figure", ["promised", "appropriated"])]
        table = self._table("budget_items", *heads, numbers=2)
        for name, item in labelled(items(self.budget, self.figures)):
            self._row(table, self._name(name), item.promised, item.appropriated)
        return table

    def _partner(self, partner: str | None) -> str:
        known = self.partners.get(partner)
        return self._name(known.label if known is not None else partner)

    def _category(self, category: str | None) -> str:
        known = self.rules.categories.get(category or "")
        return self._name(known.labels.get(self.words.lang) or category if known is not None else category)
