"""Across files: what the budgets of one run count on together."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import chain

from budjettitui.checks import ERROR, WARNING, Found, check
from budjettitui.checks.across import Meeting, apart, costs, other_projects, time
from budjettitui.checks.case import Case, Neighbour
from budjettitui.checks.examples import BESIDE, HEAD
from budjettitui.figures.promises import Item, items
from budjettitui.findings import Place
from budjettitui.money import EXACT, total

FAMILY = "appropriation"

Key = tuple[str, str, tuple[str, ...], Decimal]
"""An appropriation by who set it aside, from which item, for which years, and how much."""

_PERIOD = "period = { start = 2025-01-01, end = 2025-12-31 }\n"
_ITEM = '[[appropriation]]\nbudget_item = "1 50 04"\npayer = "Town"\nbasis = "net"\namount = '
_PAID = '[[funding]]\nkind = "municipal"\npayer = "Town"\nbudget_item = "1 50 04"\namount = '


def _paying(here: str, beside: str) -> str:
    """Two files of one run that pay from one item, in which 25 000 are set aside."""
    return BESIDE.join(HEAD + _PERIOD + _PAID + f"{paid}\n" + _ITEM + "25_000\n" for paid in (here, beside))


@check(
    "appropriation-shared",
    ERROR,
    "across-files",
    good=_paying("10_000", "15_000"),
    bad=_paying("20_000", "20_000"),
    within=_paying("10_000", "15_000"),
    beyond=_paying("10_001", "15_000"),
)
def appropriation_shared(case: Case) -> Iterable[Found]:
    """Two budgets of one run count on the same appropriation, and together promise more than it is.

    The same is: the same payer, budget item, years and amount. Each file's own appropriation is its own: two projects may
    draw on one budget item, each with its own money set aside in it. The years are those it is split by, else those that
    the project's period touches; where neither file says any, it may be the same, and that is a question (a warning).
    Two files with one project code are versions of one project.

    Rule: what the payer sets aside and promises in the file ([[appropriation]]); this program's own.
    """
    if case.cancelled or not case.others:
        return
    for key, item in keyed(case).items():
        promised = [
            (one.label, keyed(one.case)[key].promised) for one in other_projects(case) if key in keyed(one.case)
        ]
        known = [value for _, value in promised if value is not None]
        if not known or item.promised is None or len(known) < len(promised):
            continue
        together = EXACT.add(item.promised, total(known))
        if together > key[3]:
            yield Found(
                Place("budget_item", item.budget_item),
                ("appropriation", item.rows[0][0]),
                {"other": tuple(label for label, _ in promised), "item": item.budget_item},
                "" if key[2] else "year_unsaid",
                severity=None if key[2] else WARNING,
                expected=key[3],
                actual=together,
            )


def keyed(case: Case) -> Mapping[Key, Item]:
    """The items in which a case has money set aside, by what makes two of them the same."""
    found = {}
    for item in items(case.budget, case.figures):
        if item.rows and item.appropriated is not None and not case.cancelled:
            called = " ".join(item.budget_item.split()).casefold()
            found[_payer(case, item), called, _years(case, item), item.appropriated] = item
    return found


def _payer(case: Case, item: Item) -> str:
    """Who pays, known again in another file: by business id, else by name."""
    partner = case.partner(item.payer) if item.payer is not None else None
    name = (partner.business_id or partner.label) if partner is not None else item.payer or ""
    return " ".join(name.split()).casefold()


def _years(case: Case, item: Item) -> tuple[str, ...]:
    """The years that money is set aside for: those it is split by, else those that the project's period touches."""
    split = {year for _, row in item.rows for year in row.years}
    period = case.budget.project.period
    if split:
        return tuple(sorted(split))
    return tuple(str(year) for year in range(period.start.year, period.end.year + 1)) if period is not None else ()


def neighbours(cases: Mapping[str, Case]) -> Iterator[tuple[str, tuple[Neighbour, ...]]]:
    """The cases that have something in common with another one of the run, each with those others."""
    beside: dict[str, dict[str, None]] = {}
    for label, others in chain(_sharing(cases), time.meetings(cases), costs.meetings(cases)):
        beside.setdefault(label, {}).update(dict.fromkeys(others))
    for label, met in beside.items():
        yield label, tuple(Neighbour(other, cases[other]) for other in met)


def _sharing(cases: Mapping[str, Case]) -> Iterator[Meeting]:
    """The budgets that have the same money set aside."""
    by_key: dict[Key, list[str]] = {}
    for label, case in cases.items():
        for key in keyed(case):
            by_key.setdefault(key, []).append(label)
    for labels in by_key.values():
        for label in labels if len(labels) > 1 else ():
            if met := tuple(apart(cases, labels, label)):
                yield label, met
