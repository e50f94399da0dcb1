"""The JSON of `show`, version 1: every figure of a budget as a string, null where it is unknown."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from budjettitui.figures import Figures, Sheet
from budjettitui.figures.promises import Item, items
from budjettitui.model import Budget
from budjettitui.money import total_if_known
from budjettitui.report.items import labelled
from budjettitui.report.json_v1 import PERCENT_DECIMALS, amount, part_a_line

Shown = dict[str, object]


def report(budget: Budget, figures: Figures) -> Iterator[str]:
    """The document, one part a line."""
    return part_a_line(document(budget, figures))


def document(budget: Budget, figures: Figures) -> Shown:
    """The figures by project, partner, category, kind of funding, year and budget item."""
    decimals = budget.decimals
    stages = {name: stage.project for name, stage in figures.stages.items()}
    return {
        "project": _sheet(figures.project, decimals, stages),
        "partners": {
            partner: _sheet(sheet, decimals, {name: stage.partners[partner] for name, stage in figures.stages.items()})
            for partner, sheet in figures.partners.items()
        },
        "categories": _sums(figures.categories, decimals),
        "funding": _sums(_by_kind(budget, figures), decimals),
        "years": _sums(figures.years, decimals),
        "budget_items": {name: _item(item, decimals) for name, item in labelled(items(budget, figures))},
    }


def _by_kind(budget: Budget, figures: Figures) -> dict[str, Decimal | None]:
    """Funding by kind; work in kind, which is no money and in no other total, where the budget has lines of it."""
    sums = {kind: one.value for kind, one in figures.project.kinds.items()}
    work = [figures.worths["funding", index].value for index, row in enumerate(budget.funding) if row.kind == "in-kind"]
    if work:
        sums["in-kind"] = total_if_known(work)
    return sums


def _sheet(sheet: Sheet, decimals: int, stages: Mapping[str, Sheet] | None = None) -> Shown:
    found: Shown = {
        "costs": amount(sheet.costs.value, decimals),
        "income": amount(sheet.income.value, decimals),
        "net_costs": amount(sheet.net_costs, decimals),
        "support": amount(sheet.support.value, decimals),
        "support_rate": amount(sheet.support_rate, PERCENT_DECIMALS),
        "own": amount(sheet.own.value, decimals),
        "funding": amount(sheet.funding, decimals),
        "need": amount(sheet.need, decimals),
        "covered": amount(sheet.covered, decimals),
        "missing": amount(sheet.missing, decimals),
        "derived": list(sheet.derived),
    }
    if stages is not None:
        found["stages"] = {name: _sheet(one, decimals) for name, one in stages.items()}
    return found


def _sums(sums: Mapping[str, Decimal | None], decimals: int) -> dict[str, str | None]:
    return {name: amount(value, decimals) for name, value in sums.items()}


def _item(item: Item, decimals: int) -> dict[str, str | None]:
    return {"promised": amount(item.promised, decimals), "appropriated": amount(item.appropriated, decimals)}
