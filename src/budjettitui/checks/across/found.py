"""What a person and a cost are charged in this file together with others of the run."""

from collections.abc import Callable, Container, Iterator, Sequence
from decimal import Decimal

from budjettitui.checks import WARNING, Found
from budjettitui.checks.across import other_projects
from budjettitui.checks.across.costs import Bill, bills
from budjettitui.checks.across.names import same_body, somebody
from budjettitui.checks.across.time import Crowd, Stretch, crowd, stretches
from budjettitui.checks.case import Case
from budjettitui.figures.worths import model_of
from budjettitui.findings import Place
from budjettitui.model import Cost, place_of
from budjettitui.money import EXACT, HUNDRED, divided, to_decimals, total

Counts = Callable[[Case, Stretch], bool]
"""Which lines of a file are looked at."""


def every_line(_case: Case, _line: Stretch) -> bool:
    """Every line of a person is charged, whatever it is counted in."""
    return True


def booked_line(case: Case, line: Stretch) -> bool:
    """Months are booked by lines that have months, under a cost model."""
    return line.work is not None and model_of(case.budget, line.charge.row) is not None


def people_charged(case: Case, told: Container[str]) -> Iterator[Found]:
    """People who are charged beyond the whole in some months, this file and others together.

    `told` are those whom this file alone charges beyond the whole, by the name as it is compared.
    """
    for one in crowds(case, told, every_line):
        percent = to_decimals(divided(one.work, Decimal(len(one.span))), 6)
        yield _person(one, HUNDRED, percent, percent=True)


def people_booked(case: Case, told: Container[str]) -> Iterator[Found]:
    """People who have more months of work in some months than those are, this file and others together.

    `told` are those whom this file alone books beyond its months, by the name as it is compared.
    """
    for one in crowds(case, told, booked_line):
        yield _person(one, Decimal(len(one.span)), divided(one.work, HUNDRED).normalize())


def crowds(case: Case, told: Container[str], counts: Counts) -> Iterator[Crowd]:
    """The fullest span of each person in which this file and others together have more than the whole."""
    theirs = [(other.label, other.case, stretches(other.case)) for other in other_projects(case)]
    for person, lines in stretches(case).items() if theirs else ():
        mine = [line for line in lines if counts(case, line)]
        others = {label: [line for line in found.get(person, ()) if counts(of, line)] for label, of, found in theirs}
        found = crowd(mine, others) if person not in told else None
        if found is not None:
            yield found


def _person(one: Crowd, expected: Decimal, actual: Decimal, *, percent: bool = False) -> Found:
    index, row = one.mine.charge.index, one.mine.charge.row
    others = tuple(_named(label, line.charge.index, line.charge.row) for label, line in one.others)
    surely = somebody(one.mine.person)
    return Found(
        Place("person", one.mine.person),
        ("cost", index, "quantity" if row.allocation is None else "allocation"),
        {"gap": EXACT.subtract(actual, expected), "first": one.first, "last": one.last, "other": others},
        "beside" if surely else "perhaps",
        None if surely else WARNING,
        partner=row.partner,
        expected=expected,
        actual=actual,
        percent=percent,
    )


def _named(label: str, index: int, row: Cost) -> str:
    """A cost line of another file: the file, and its place there."""
    return f"{label} {place_of('cost', index, row)}"


def costs_charged(case: Case, told: Container[object]) -> Iterator[Found]:
    """Costs that are charged beyond the whole by this file and others together; `told` are rows told already."""
    theirs = [(other.label, bills(other.case)) for other in other_projects(case)]
    for key, mine in bills(case).items() if theirs else ():
        others = [(label, line) for label, found in theirs for line in found.get(key, ())]
        for bill in mine if others else ():
            if bill.index not in told:
                yield from _cost(bill, mine, others)


def _cost(bill: Bill, mine: Sequence[Bill], others: Sequence[tuple[str, Bill]]) -> Iterator[Found]:
    """An error where the payer is surely the same, a question where one file does not say who it is."""
    own = total([line.part for line in own_parts(bill, mine)])
    for wording, severity in (("cost-beside", None), ("cost-perhaps", WARNING)):
        same = same_cost(bill, others, wording)
        percent = EXACT.add(own, total([line.part for _, line in same]))
        if same and percent > HUNDRED:
            yield Found(
                place_of("cost", bill.index, bill.row),
                ("cost", bill.index),
                {
                    "gap": EXACT.subtract(percent, HUNDRED),
                    "date": bill.row.date,
                    "other": tuple(_named(label, line.index, line.row) for label, line in same),
                },
                wording,
                severity,
                bill.row.partner,
                HUNDRED,
                percent,
                percent=True,
            )
            return


def own_parts(bill: Bill, mine: Sequence[Bill]) -> list[Bill]:
    """The lines of this file that are parts of the cost: all but those of another payer."""
    return [line for line in mine if same_body(bill.payer, line.payer) is not False]


def same_cost(bill: Bill, others: Sequence[tuple[str, Bill]], wording: str) -> list[tuple[str, Bill]]:
    """The lines of other files that are the same cost: surely, or (`cost-perhaps`) as far as the files say."""
    answers = (True,) if wording == "cost-beside" else (True, None)
    return [(label, line) for label, line in others if same_body(bill.payer, line.payer) in answers]
