"""Proofs of what several files of a run have in common: each figure with the file that it stands in."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from budjettitui.checks.across import other_projects
from budjettitui.checks.across.costs import Bill, bills
from budjettitui.checks.across.found import booked_line, crowds, every_line, own_parts, same_cost
from budjettitui.checks.across.time import Crowd, Stretch, stretches
from budjettitui.checks.case import Case
from budjettitui.checks.files import keyed
from budjettitui.checks.persons import MONTHS, PERSON_MONTHS, name_key
from budjettitui.figures.promises import Item
from budjettitui.findings import Finding, Path
from budjettitui.model import Cost
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, times, to_decimals
from budjettitui.proof.items import gross_steps, net_steps, set_aside_steps
from budjettitui.proof.reading import Reading
from budjettitui.proof.steps import ProofStep, apart
from budjettitui.values import replace


# an appropriation ----------------------------------------------------------------------------------------------------
def shared(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """What each file promises from the appropriation, together, beside what is set aside once."""
    row = finding.anchor[1] if finding.anchor is not None else None
    for key, item in keyed(case).items():
        if item.rows[0][0] == row:
            yield from _promised("", Reading(case), item)
            for other in other_projects(case):
                theirs = keyed(other.case).get(key)
                if theirs is not None:
                    yield from _promised(other.label, Reading(other.case), theirs)
            yield ProofStep("adds_up", finding.actual, "=")
            yield from set_aside_steps(Reading(case), item)
            yield from apart(finding)


def _promised(label: str, file: Reading, item: Item) -> Iterator[ProofStep]:
    """What one file promises from an item, with what it is made of below it."""
    yield ProofStep("promised", item.promised, "+" if label else "", label, file=label)
    made = gross_steps(file, item) if item.promised == item.gross != item.net else net_steps(file, item)
    for step in list(made)[:-1]:
        yield replace(step, indent=step.indent + 1, file=label)


# a cost --------------------------------------------------------------------------------------------------------------
def cost(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The lines of one cost in all files, each at its part; together they are beyond the whole."""
    row = finding.anchor[1] if finding.anchor is not None else None
    for key, mine in bills(case).items():
        for bill in mine:
            if bill.index == row:
                others = [(one.label, line) for one in other_projects(case) for line in bills(one.case).get(key, ())]
                lines = [("", line) for line in own_parts(bill, mine)]
                yield from _parts([*lines, *same_cost(bill, others, finding.wording)])
    yield ProofStep("adds_up", finding.actual, "=", percent=True)
    yield ProofStep("whole", HUNDRED, percent=True)
    yield from apart(finding)


def _parts(lines: Sequence[tuple[str, Bill]]) -> Iterator[ProofStep]:
    for number, (label, line) in enumerate(lines):
        path: Path = ("cost", line.index) if line.row.allocation is None else ("cost", line.index, "allocation")
        yield ProofStep("part", line.part, "+" if number else "", _name(line.row), path=path, file=label, percent=True)


# a person's time -----------------------------------------------------------------------------------------------------
def months(case: Case, finding: Finding) -> Iterator[ProofStep]:
    """The lines of a person in all files, as far as they surely lie in the same months, beside those months."""
    counts = booked_line if finding.check == "overbooked" else every_line
    one = next((one for one in crowds(case, (), counts) if one.mine.person == finding.place.name), None)
    if one is None:
        return
    there, sign = Decimal(len(one.span)), ""
    files = [("", case), *((other.label, other.case) for other in other_projects(case))]
    for label, of in files:
        lines = [line for line in stretches(of).get(name_key(one.mine.person), ()) if counts(of, line)]
        for step in _of_file(label, lines, one, sign):
            sign = "+"
            yield step
    if finding.percent:
        yield ProofStep("months", divided(one.work, HUNDRED), "=", exact=True)
        yield _span(one, "/")
        yield ProofStep("adds_up", finding.actual, "=", percent=True)
        yield ProofStep("whole", HUNDRED, percent=True)
        yield from apart(finding)
    else:
        yield ProofStep("months", finding.actual, "=", exact=True)
        yield _span(one, "")
        yield ProofStep("over", EXACT.subtract(finding.actual or there, there), "=", exact=True)


def _span(one: Crowd, sign: str) -> ProofStep:
    """The months that are looked at."""
    begin, end = (f"{day.year}-{day.month:02}" for day in (one.first, one.last))
    return ProofStep("shared_months", Decimal(len(one.span)), sign, f"{begin} – {end}", exact=True)


def _of_file(label: str, lines: Sequence[Stretch], one: Crowd, sign: str) -> Iterator[ProofStep]:
    """What one file has in the months, line by line; of what is beyond them only that file alone is told."""
    added = ZERO
    for line in lines:
        worth = line.surely(one.span)
        if worth > ZERO:
            yield from (replace(step, file=label) for step in _line(line, one.span, worth, sign))
            added, sign = EXACT.add(added, worth), "+"
    beyond = EXACT.subtract(added, times(HUNDRED, Decimal(len(one.span))))
    if beyond > ZERO:
        yield ProofStep("told_alone", divided(beyond, HUNDRED), "-", label, exact=True)


def _line(line: Stretch, span: range, worth: Decimal, sign: str) -> Iterator[ProofStep]:
    """A line's months in the span: all of them at its part, or its work without what finds room outside."""
    path: Path = ("cost", line.charge.index)
    yield ProofStep("part", _months(worth), sign, _name(line.charge.row), path=path, exact=True)
    inside = Decimal(line.common(span))
    if line.work is None or worth == times(line.most, inside):
        part = path if line.charge.row.allocation is None else (*path, "allocation")
        yield ProofStep("shared_months", inside, "", indent=1, exact=True)
        yield ProofStep("allocation", line.most, "x", path=part, percent=True, indent=1)
        return
    outside = times(line.most, EXACT.subtract(Decimal(len(line.window)), inside))
    yield ProofStep("months", _months(line.work), "", path=(*path, "quantity"), indent=1, exact=True)
    if line.charge.row.allocation is not None:
        yield ProofStep("quantity", line.charge.counted(MONTHS | PERSON_MONTHS), "", indent=2, exact=True)
        yield ProofStep("allocation", line.charge.part, "x", path=(*path, "allocation"), percent=True, indent=2)
    if outside:
        yield ProofStep("room_outside", _months(outside), "-", indent=1, exact=True)


def _months(work: Decimal) -> Decimal:
    """Per cent of a month, added up, as months."""
    return to_decimals(divided(work, HUNDRED), 6).normalize()


def _name(row: Cost) -> str:
    return row.description or row.id or row.person or ""
