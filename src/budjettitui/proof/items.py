"""Proofs of appropriations: what is promised from a budget item, net and gross, beside what is set aside in it."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.figures.promises import Item, items
from budjettitui.findings import Finding, Path, Place
from budjettitui.money import EXACT
from budjettitui.proof.reading import Reading
from budjettitui.proof.steps import ProofStep, apart, of_difference
from budjettitui.values import replace


def short(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """What is promised by the item's basis, what is set aside, and how far apart they are."""
    item = _item(case, finding)
    if item is None:
        return
    file, year = Reading(case), str(finding.values.get("year") or "")
    if year:
        paths: list[Path] = [("funding", index, "years", year) for index in item.lines]
        yield from file.rows([path for path in paths if file.amount(path) is not None])
        yield ProofStep("promised", finding.actual, "=")
        aside: list[Path] = [("appropriation", index, "years", year) for index, _ in item.rows]
        yield from file.rows([path for path in aside if file.amount(path) is not None])
        yield ProofStep("set_aside", finding.expected, "=")
    else:
        gross = item.basis == "gross" or (item.basis is None and finding.actual == item.gross != item.net)
        yield from gross_steps(file, item) if gross else net_steps(file, item)
        yield from set_aside_steps(file, item)
    yield from apart(finding, case.tolerance(item.parts, finding.actual, finding.expected), "short")


def readings(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """Both readings of an item that does not say its basis, each beside what is set aside."""
    item = _item(case, finding)
    if item is None:
        return
    file = Reading(case)
    yield from set_aside_steps(file, item)
    for value, steps in ((item.net, net_steps), (item.gross, gross_steps)):
        if value is not None:
            yield from steps(file, item)
            yield ProofStep("set_aside", item.appropriated, "-")
            yield from of_difference(value, item.appropriated, "difference")
    yield ProofStep("allowed", case.tolerance(item.parts, item.net, item.gross, item.appropriated), "<=")


def _item(case: Case, finding: Finding) -> Item | None:
    row = finding.anchor[1] if finding.anchor is not None and len(finding.anchor) > 1 else None
    found = items(case.budget, case.figures)
    return next((item for item in found if any(index == row for index, _ in item.rows)), None)


def net_steps(file: Reading, item: Item) -> Iterator[ProofStep]:
    """The payer's own money, and what it pays to others."""
    own = _own_lines(file, item)
    lines: list[Path] = [("funding", index) for index in own]
    yield from file.rows(lines)
    sign = "+" if lines else ""
    beside = _own_beside(file, item, own)
    if beside is not None:
        yield from _own_in_no_row(file, item, beside, sign)
        sign = "+"
    paid: list[Path] = [("funding", index) for index in item.lines if index not in own]
    yield from file.rows(paid, sign=sign)
    yield ProofStep("net", item.net, "=" if sign or paid else "")


def _own_lines(file: Reading, item: Item) -> list[int]:
    books = file.case.figures.books
    payer = item.payer or books.only
    return [index for index in item.lines if books.owner(file.case.budget.funding[index]) == payer]


def _own_beside(file: Reading, item: Item, lines: list[int]) -> Decimal | None:
    """The payer's own money that stands in no row."""
    if item.own is None:
        return None
    values = [file.amount(("funding", index)) for index in lines]
    beside = item.own
    for value in values:
        beside = EXACT.subtract(beside, value) if value is not None else beside
    return beside if beside else None


def _own_in_no_row(file: Reading, item: Item, value: Decimal, sign: str) -> Iterator[ProofStep]:
    spread = file.spreads["funding.own"]
    one = spread.project if item.payer is None else spread.partners.get(item.payer)
    if one is not None and one.value == value:
        yield from file.sum("own", one, sign)
    else:
        yield ProofStep("own", value, sign)


def gross_steps(file: Reading, item: Item) -> Iterator[ProofStep]:
    """The costs of those covered, and what is paid to others."""
    figures = file.case.figures
    for number, covered in enumerate(item.covered):
        sheet = figures.project if covered == "project" else figures.partners[covered]
        for step in file.sum("costs", sheet.costs, "+" if number else ""):
            named = step.what == "costs" and covered != "project"
            yield _named(file, step, covered) if named else step
    own = _own_lines(file, item)
    paid: list[Path] = [("funding", index) for index in item.lines if index not in own]
    yield from file.rows(paid, sign="+" if item.covered else "")
    yield ProofStep("gross", item.gross, "=" if item.covered or paid else "")


def _named(file: Reading, step: ProofStep, partner: str) -> ProofStep:
    return replace(step, name=file.case.label(Place("partner", partner)))


def set_aside_steps(file: Reading, item: Item) -> Iterator[ProofStep]:
    """What is set aside: the one row, or all of them and their sum."""
    if len(item.rows) == 1:
        path: Path = ("appropriation", item.rows[0][0])
        yield ProofStep("set_aside", item.appropriated, "", file.name(path), path=path)
        return
    yield from file.rows([("appropriation", index) for index, _ in item.rows])
    yield ProofStep("set_aside", item.appropriated, "=")


def decision_limit(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """Every appropriation, their sum, and what may be decided alone."""
    file = Reading(case)
    yield ProofStep("most", finding.expected, path=("project", "decision_limit"))
    rows: list[Path] = [("appropriation", index) for index in range(len(case.budget.appropriations))]
    yield from file.rows([path for path in rows if file.amount(path) is not None])
    yield ProofStep("set_aside", finding.actual, "=")
    yield from apart(finding)
