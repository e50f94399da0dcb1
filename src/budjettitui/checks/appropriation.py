"""Appropriations: what a payer has promised from a budget item, beside what it has set aside in it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from budjettitui.checks import ERROR, INFO, WARNING, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.misspelled import meant_as_partner
from budjettitui.figures.promises import Item, items, set_aside
from budjettitui.findings import Path, Place
from budjettitui.money import EXACT, ZERO, total

_TOWN = (
    '[[partner]]\nid = "town"\nrole = "lead"\n[[partner]]\nid = "club"\n[[share]]\npartner = "town"\ncosts = 60_000\n'
)
_SHARE = _TOWN + 'support = 45_000\nown = 15_000\n[[funding]]\nkind = "municipal"\npayer = "town"\nrecipient = "club"\n'
_PAID = (
    _SHARE + 'budget_item = "1 50 04"\namount = 10_000\n[[appropriation]]\nbudget_item = "1 50 04"\npayer = "town"\n'
)


def _judged(case: Case) -> Iterator[Item]:
    """The items in which money is set aside and known; not those of a partner whose id is misspelled."""
    for item in () if case.cancelled else items(case.budget, case.figures):
        if item.rows and item.appropriated is not None and not meant_as_partner(case, item.payer):
            yield item


def _anchor(item: Item) -> Path:
    return ("appropriation", item.rows[0][0])


def _values(case: Case, item: Item) -> dict[str, object]:
    who = case.label(Place("partner", item.payer)) if item.payer else ""
    covered = tuple(case.label(Place("partner", one)) for one in item.covered if one != "project")
    return {
        "item": item.budget_item, "who": who, "own": item.own, "paid": item.paid, "costs": item.costs, "net": item.net,
        "gross": item.gross, "covered": covered,
    }  # fmt: skip


@check(
    "appropriation-short",
    ERROR,
    "item",
    good=HEAD + _PAID + 'amount = 25_000\nbasis = "net"\n',
    bad=HEAD + _PAID + 'amount = 22_000\nbasis = "net"\n',
    within=HEAD + _PAID + 'amount = 24_999\nbasis = "net"\n',
    beyond=HEAD + _PAID + 'amount = 24_998\nbasis = "net"\n',
)
def appropriation_short(case: Case) -> Iterable[Found]:
    """A payer has promised more from a budget item than it has set aside in it.

    Net is its own money and what it pays to others; gross is the costs of those covered and what it pays to others, since
    the support comes back later. Where the file does not say which, only what is short in both readings is told. What
    rounding explains is told as that.

    Rule: what the payer sets aside and promises in the file ([[appropriation]]); this program's own.
    """
    for item in _judged(case):
        yield from _short_years(case, item)
        promised = _least_promised(item)
        if promised is None or item.appropriated is None:
            continue
        over = EXACT.subtract(promised, item.appropriated)
        rounded = over <= case.tolerance(item.parts, promised, item.appropriated)
        if over > ZERO:
            yield Found(
                Place("budget_item", item.budget_item),
                _anchor(item),
                {**_values(case, item), "row": item.budget_item} if rounded else _values(case, item),
                "item" if rounded else item.basis or "",
                partner=item.payer if item.payer in case.figures.partners else None,
                expected=item.appropriated,
                actual=promised,
                approximate=item.about,
                check="rounded-parts" if rounded else "",
            )


def _least_promised(item: Item) -> Decimal | None:
    """What is promised by the basis; without one the smaller reading, and nothing where one of them is unknown."""
    if item.basis is not None:
        return item.gross if item.basis == "gross" else item.net
    return None if item.net is None or item.gross is None else min(item.net, item.gross)


def _short_years(case: Case, item: Item) -> Iterator[Found]:
    if item.basis == "gross":
        return
    for year, (aside, promised) in item.years.items():
        if EXACT.subtract(promised, aside) > case.tolerance(item.parts, promised, aside):
            yield Found(
                Place("budget_item", item.budget_item, key=f"years.{year}"),
                (*_anchor(item), "years"),
                {**_values(case, item), "year": year},
                "year",
                partner=item.payer if item.payer in case.figures.partners else None,
                expected=aside,
                actual=promised,
            )


@check(
    "appropriation-basis",
    INFO,
    "item",
    good=HEAD + _PAID + 'amount = 70_000\nbasis = "gross"\n',
    bad=HEAD + _PAID + "amount = 70_000\n",
)
def appropriation_basis(case: Case) -> Iterable[Found]:
    """The file does not say whether a budget item holds the gross costs or only the city's own part: which reading fits.

    Gross is the costs of those covered plus what is paid to others; net is the payer's own money plus what is paid to
    others. Both are right ways to budget, and they differ by the support that comes back.

    Rule: what the payer sets aside and promises in the file ([[appropriation]]); this program's own.
    """
    for item in _judged(case):
        if item.basis is not None or item.appropriated is None or (item.net is None and item.gross is None):
            continue
        if any("basis" in row.unread for _, row in item.rows):
            continue
        fits = {
            name
            for name, sum_ in (("net", item.net), ("gross", item.gross))
            if sum_ is not None and _fits(case, item, sum_)
        }
        if not fits and _least_promised(item) is None:
            continue
        wording = "both" if len(fits) == 2 else next(iter(fits), "neither")
        yield Found(
            Place("budget_item", item.budget_item),
            _anchor(item),
            {**_values(case, item), "appropriated": item.appropriated},
            wording,
            severity=WARNING if wording == "neither" else None,
            partner=item.payer if item.payer in case.figures.partners else None,
        )


def _fits(case: Case, item: Item, sum_: Decimal) -> bool:
    assert item.appropriated is not None
    return abs(EXACT.subtract(sum_, item.appropriated)) <= case.tolerance(item.parts, sum_, item.appropriated)


_BY_YEAR = 'amount = 25_000\nbasis = "net"\nby_year = true\n'


@check(
    "appropriation-years",
    WARNING,
    "item",
    good=HEAD + _PAID + _BY_YEAR + "years = { 2025 = 12_000, 2026 = 13_000 }\n",
    bad=HEAD + _PAID + _BY_YEAR,
)
def appropriation_years(case: Case) -> Iterable[Found]:
    """Money is set aside year by year, and the file does not say how much in which year.

    Rule: what the payer sets aside and promises in the file ([[appropriation]]); this program's own.
    """
    if case.cancelled:
        return
    for index, row in enumerate(case.budget.appropriations):
        if row.by_year and not row.years and "years" not in row.unread and row.budget_item is not None:
            yield Found(Place("budget_item", row.budget_item), ("appropriation", index), {"item": row.budget_item})


@check(
    "decision-limit",
    WARNING,
    "project",
    good=HEAD + "decision_limit = 100_000\n" + _PAID + 'amount = 70_000\nbasis = "gross"\n',
    bad=HEAD + "decision_limit = 50_000\n" + _PAID + 'amount = 70_000\nbasis = "gross"\n',
    within=HEAD + "decision_limit = 70_000\n" + _PAID + 'amount = 70_000\nbasis = "gross"\n',
    beyond=HEAD + "decision_limit = 69_999\n" + _PAID + 'amount = 70_000\nbasis = "gross"\n',
)
def decision_limit(case: Case) -> Iterable[Found]:
    """The appropriations together are above what the decider may decide alone.

    Rule: project.decision_limit of the budget file.
    """
    limit = case.budget.project.decision_limit
    known = [amount.value for row in case.budget.appropriations if (amount := set_aside(row)) is not None]
    if limit is not None and known and not case.cancelled and total(known) > limit.value:
        yield Found(
            Place("project"),
            ("project", "decision_limit"),
            expected=limit.value,
            actual=total(known),
        )
