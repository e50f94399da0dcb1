"""What the budget comes to, as tables: by category, by partner, by who pays whom, by year, and the project as a whole."""

from collections.abc import Iterable
from decimal import Decimal

from budjettitui.exchange.naming import Names
from budjettitui.exchange.sheets import Cell, ExportColumn, ExportTable, Kind, Line, shown
from budjettitui.figures import Sheet
from budjettitui.figures.payers import FUNDER, Payments, payments
from budjettitui.figures.promises import items
from budjettitui.money import part_of
from budjettitui.report.items import labelled
from budjettitui.state import State

FIGURES: tuple[tuple[str, Kind], ...] = (
    ("costs", "money"), ("income", "money"), ("support", "money"), ("support_rate", "percent"), ("own", "money"),
    ("funding", "money"), ("missing", "money"),
)  # fmt: skip


def category_sheet(state: State, names: Names) -> ExportTable:
    """What each category comes to, and its part of the costs."""
    sums = state.figures.categories
    whole = state.figures.project.costs.value
    lines = [Line((shown(names.category(word) or ""), value, part_of(value, whole))) for word, value in sums.items()]
    columns = _columns(names, (("category", "text"), ("amount", "money"), ("share", "percent")))
    return _sheet(names, "categories", columns, _with_total(names, lines, (whole, part_of(whole, whole))))


def partner_sheet(state: State, names: Names) -> ExportTable:
    """The figures of each partner, and of the project; nothing where there is one applicant."""
    columns = _columns(names, (("partner", "text"), ("role", "text"), *FIGURES, ("derived", "text")))
    lines = []
    roles = {partner.id: partner.role for partner in state.budget.partners}
    for partner, sheet in state.figures.partners.items() if state.figures.several else ():
        role = roles.get(partner)
        said = names.words.label("role", role) if role else None
        lines.append(Line((shown(names.partner(partner) or ""), said, *_figures(sheet), _derived(names, sheet))))
    return _sheet(names, "partners", columns, _with_total(names, lines, (None, *_figures(state.figures.project), None)))


def payer_sheet(state: State, names: Names) -> ExportTable:
    """Who pays whom: a line a payer, a column a recipient."""
    rows = payments(state.budget, state.figures)
    recipients = [names.money(shown(names.partner(one) or "")) for one in state.figures.partners]
    columns = (names.column("payer", "text"), *recipients, names.column("together", "money"))
    lines = [Line((_payer(names, row), *row.amounts, row.together)) for row in rows]
    paid = (sheet.funding for sheet in state.figures.partners.values())
    return _sheet(names, "payers", columns, _with_total(names, lines, (*paid, state.figures.project.funding)))


def year_sheet(state: State, names: Names) -> ExportTable:
    """The costs of each year or reporting period, as far as they are split."""
    columns = _columns(names, (("year", "text"), ("costs", "money")))
    lines = [Line((shown(year), value)) for year, value in state.figures.years.items()]
    return _sheet(names, "years", columns, lines)


def item_sheet(state: State, names: Names) -> ExportTable:
    """What is promised from each budget item, and what is set aside there."""
    columns = _columns(names, (("budget_item", "text"), ("promised", "money"), ("appropriated", "money")))
    lines = [
        Line((shown(name), item.promised, item.appropriated))
        for name, item in labelled(items(state.budget, state.figures))
    ]
    return _sheet(names, "items", columns, lines)


def project_sheet(state: State, names: Names) -> ExportTable:
    """The figures of the project, stage by stage."""
    columns = _columns(names, (("stage", "text"), *FIGURES, ("derived", "text")))
    sheets = {"planned": state.figures.project} | {name: one.project for name, one in state.figures.stages.items()}
    lines = [Line((names.stage(name), *_figures(sheet), _derived(names, sheet))) for name, sheet in sheets.items()]
    return _sheet(names, "project", columns, lines)


def _sheet(names: Names, key: str, columns: tuple[ExportColumn, ...], lines: Iterable[Line]) -> ExportTable:
    return ExportTable(key, names.sheet(key), columns, tuple(lines), names.state.budget.decimals)


def _columns(names: Names, keys: Iterable[tuple[str, Kind]]) -> tuple[ExportColumn, ...]:
    return tuple(names.column(key, kind) for key, kind in keys)


def _with_total(names: Names, lines: list[Line], sums: tuple[Cell, ...]) -> list[Line]:
    return [*lines, Line((names.words.say("table.total"), *sums), total=True)] if lines else []


def _figures(sheet: Sheet) -> tuple[Decimal | None, ...]:
    return (sheet.costs.value, sheet.income.value, sheet.support.value, sheet.support_rate, sheet.own.value,
            sheet.funding, sheet.missing)  # fmt: skip


def _derived(names: Names, sheet: Sheet) -> str | None:
    """The figures that are what the totals leave over, and stand in no row."""
    return ", ".join(names.words.label("figure", name) for name in sheet.derived) or None


def _payer(names: Names, row: Payments) -> str:
    if row.named:
        return shown(names.partner(row.payer) or "")
    return names.words.say("table.funder") if row.payer == FUNDER else names.kind(row.payer) or ""
