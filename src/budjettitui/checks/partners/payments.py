"""What partners pay to each other, and to themselves."""

from collections.abc import Iterator

from budjettitui.checks import ERROR, WARNING, Found, check, row_check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import PAIR
from budjettitui.checks.rings import same_ring, shortest
from budjettitui.checks.suppliers import is_service, names_in
from budjettitui.findings import Place
from budjettitui.model import Cost, Funding, Row, place_of
from budjettitui.money import ZERO


@check(
    "transfer",
    ERROR,
    "row",
    good=PAIR
    + """
[[funding]]
kind = "municipal"
payer = "town"
recipient = "village"
amount = 5_000
""",
    bad=(
        PAIR
        + """
[[funding]]
kind = "municipal"
payer = "village"
recipient = "village"
amount = 5_000
""",
        PAIR
        + """
[[funding]]
kind = "municipal"
payer = "town"
recipient = "village"
amount = 5_000

[[funding]]
kind = "other"
payer = "village"
recipient = "town"
amount = 5_000
""",
    ),
)
def transfer(case: Case) -> Iterator[Found]:
    """A partner pays itself with what is not its own funding, or payments between partners go round.

    Money that comes back to its payer covers nothing: it is counted as funding twice and exists once. What a partner
    pays of its own cost is own funding. A ring is told once, at its first row; support that is passed on goes in a ring
    too where it comes back to whom it came from. Work in kind is no money; a line that names no recipient is not taken
    for a payment to oneself.

    Rule: this program's own.
    """
    known = case.figures.books.known_ids
    for index, row in enumerate(case.budget.funding):
        to_oneself = row.payer is not None and row.payer == row.recipient and row.payer in known
        if to_oneself and row.kind not in (None, "own", "in-kind") and _pays(case, index):
            place = place_of("funding", index, row)
            payer = case.label(Place("partner", row.payer))
            actual = case.figures.worths["funding", index].value
            yield Found(place, ("funding", index), {"payer": payer}, partner=row.payer, actual=actual)
    yield from _rings(case)


def _pays(case: Case, index: int) -> bool:
    """False of a line of zero."""
    return case.figures.worths["funding", index].value != ZERO


def _rings(case: Case) -> Iterator[Found]:
    """Rings of support passed on, and rings of other money: the city that passes support on may be paid something back."""
    paid = [(index, row) for index, row in _paid(case) if row.kind != "in-kind" and _pays(case, index)]
    yield from _rings_of(case, [(index, row) for index, row in paid if row.kind == "support"])
    yield from _rings_of(case, [(index, row) for index, row in paid if row.kind != "support"])


def _paid(case: Case) -> Iterator[tuple[int, Funding]]:
    """What one partner pays, or passes on, to another."""
    known = case.figures.books.known_ids
    for index, row in enumerate(case.budget.funding):
        if row.payer in known and row.recipient in known and row.payer != row.recipient:
            yield index, row


def _rings_of(case: Case, rows: list[tuple[int, Funding]]) -> Iterator[Found]:
    ways: dict[str, list[str]] = {}
    for _, row in rows:
        ways.setdefault(str(row.payer), []).append(str(row.recipient))
    numbers = same_ring(ways)
    told: set[int] = set()
    for index, row in rows:
        payer, recipient = str(row.payer), str(row.recipient)
        if numbers[payer] == numbers[recipient] and numbers[payer] not in told:
            told.add(numbers[payer])
            yield _ring(case, index, row, [payer, *shortest(ways, recipient, payer)])


def _ring(case: Case, index: int, row: Funding, ring: list[str]) -> Found:
    labels = tuple(case.label(Place("partner", partner)) for partner in ring)
    return Found(place_of("funding", index, row), ("funding", index), {"ring": labels}, "ring", partner=row.payer)


@row_check(
    "partner-as-supplier",
    WARNING,
    "cost",
    good=PAIR
    + """name = "Village Hall Association"

[[cost]]
category = "services"
partner = "town"
description = "Interpreting, Lingua Ltd"
amount = 5_000
""",
    bad=PAIR
    + """name = "Village Hall Association"

[[cost]]
category = "services"
partner = "town"
description = "Courses, Village Hall Association"
amount = 5_000
""",
)
def partner_as_supplier(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """A line of services names another partner of the project as the one who provides them.

    Partners are paid their costs through the budget and do not sell to each other; what one does for another belongs
    among its own costs. It is looked for in the descriptions of services, by the partner's name with or without the
    form of its company.

    Rule: this program's own; programmes forbid contracts between partners.
    """
    if not isinstance(row, Cost) or not row.description or not is_service(row.category):
        return
    for partner in case.budget.partners:
        if (
            partner.name
            and partner.id != row.partner
            and len(case.budget.partners) > 1
            and names_in(partner.name, row.description)
        ):
            yield Found(
                place_of(table, index, row).at("description"), (table, index, "description"), {"partner": partner.name}
            )
            return
