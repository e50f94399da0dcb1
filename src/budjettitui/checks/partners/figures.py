"""What a partner has of the whole: what is left over, nothing at all, or too much."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.blocks import some, values
from budjettitui.checks import ERROR, INFO, WARNING, Found, check
from budjettitui.checks.alike import as_seen
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD, PAIR
from budjettitui.checks.near import nearest_of
from budjettitui.checks.ruled import source, unverified
from budjettitui.figures import Sheet
from budjettitui.findings import Path, Place
from budjettitui.model import Cost, Funding, Income, Row
from budjettitui.money import EXACT, ZERO, percent_of, ratio, told
from budjettitui.rules import Rule

_TABLES = frozenset({"partner", "share", "cost", "income", "funding", "appropriation", "stated"})
MOST_LOST = 20
"""With more names of nobody than this, any partner may be meant."""

_NAMING = frozenset({"partner", "recipient", "payer", "of", "covers"})


def _anchor(case: Case, partner_id: str) -> Path:
    """The row of a partner; of two with one id, the first."""
    rows = enumerate(case.budget.partners)
    return next((("partner", index) for index, partner in rows if partner.id == partner_id), ("project",))


@check(
    "partner-residual",
    INFO,
    "partner",
    good=PAIR
    + """
[[share]]
partner = "town"
costs = 250_000

[[share]]
partner = "village"
costs = 300_000
""",
    bad=HEAD
    + """
[stated]
costs = 550_000

[[partner]]
id = "town"
role = "lead"

[[partner]]
id = "village"

[[share]]
partner = "town"
costs = 250_000
""",
)
def partner_residual(case: Case) -> Iterator[Found]:
    """A partner's figures are what the project's totals leave over.

    The file says the whole and the parts of all others, so the rest is this partner's. Whatever is wrong in the
    others' figures ends up in these: enter them to have them checked.

    Rule: how this program works figures out: left over is what is stated less every other partner's.
    """
    if not case.several:
        return
    for partner_id, sheet in case.figures.partners.items():
        figures = sheet.derived
        if figures:
            values = {"figures": figures, **{name: _value(sheet, name) for name in figures}}
            place = Place("partner", partner_id)
            approximate = any(one.about for one in sheet.sums if one.origin == "left")
            yield Found(place, _anchor(case, partner_id), values, partner=partner_id, approximate=approximate)


def _value(sheet: Sheet, name: str) -> Decimal | None:
    named = {"costs": sheet.costs, "income": sheet.income, **sheet.kinds}
    return named[name].value


@check(
    "partner-empty",
    WARNING,
    "partner",
    good=PAIR
    + """
[[funding]]
kind = "municipal"
payer = "town"
recipient = "village"
amount = 5_000

[[cost]]
category = "personnel"
partner = "village"
description = "Coordinator"
amount = 20_000
""",
    bad=PAIR
    + """
[[cost]]
category = "personnel"
partner = "town"
description = "Coordinator"
amount = 20_000
""",
)
def partner_empty(case: Case) -> Iterator[Found]:
    """A partner has no figure, and no payment in or out.

    Either its part of the budget is not entered yet, or it takes no part and should not be named. A partner whose
    rows have no amounts yet is not empty: `amount-missing` tells of those. Nor is one whose id is misspelled in a row:
    `unknown-reference` tells of that, or `duplicate-id` where nobody can see it.

    Rule: this program's own.
    """
    if not case.several or _may_hide(case):
        return
    named = {as_seen(name) for name in _named(case) if name}
    for partner_id, sheet in case.figures.partners.items():
        if as_seen(partner_id) not in named and not sheet.derived and not _may_be_meant(case, partner_id):
            yield Found(Place("partner", partner_id), _anchor(case, partner_id), partner=partner_id)


def _may_hide(case: Case) -> bool:
    """True where a row could not be read that may be somebody's."""
    budget = case.budget
    tables = ("cost", "income", "funding", "share", "appropriation")
    if budget.unread & _TABLES or any(not stated.unread.isdisjoint(_NAMING) for stated in budget.stated):
        return True
    return any(some(budget.rows(table), _name_unread) for table in tables)


def _name_unread(row: Row) -> bool:
    return not row.unread.isdisjoint(_NAMING)


def _may_be_meant(case: Case, partner_id: str) -> bool:
    """True where a row names a partner that is not there, and may mean this one: the nearest, or where none is near."""
    budget = case.budget
    rows = {row.partner for row in budget.costs} | {row.partner for row in budget.incomes}
    rows |= {share.partner for share in budget.shares} | {row.recipient for row in budget.funding}
    lost = sorted({name for name in rows if name} - {partner.id for partner in budget.partners})
    known = tuple(case.figures.partners)
    return len(lost) > MOST_LOST or any(nearest_of(name, known) in (partner_id, None) for name in lost)


def _named(case: Case) -> set[str | None]:
    """All who have a row, a share, a stated figure, or pay or receive something."""
    budget = case.budget
    named = values(budget.costs, _partner) | values(budget.incomes, _partner)
    named |= {share.partner for share in budget.shares if share.unread or _says_something(share)}
    for pair in values(budget.funding, _payment):
        named |= set(pair)
    for item in budget.appropriations:
        named |= {item.payer, *item.covers}
    return named | {stated.of.removeprefix("partner.").strip('"') for stated in budget.stated}


def _partner(row: Cost | Income) -> str | None:
    return row.partner


def _payment(row: Funding) -> tuple[str | None, str | None]:
    return row.payer, row.recipient


def _says_something(share: object) -> bool:
    return any(getattr(share, key) for key in ("costs", "income", "support", "own", "years"))


@check(
    "partner-concentration",
    INFO,
    "partner",
    good=HEAD
    + """
[call]
partner_max = 60

[[partner]]
id = "town"
role = "lead"

[[partner]]
id = "village"

[[share]]
partner = "town"
costs = 60_000

[[share]]
partner = "village"
costs = 40_000
""",
    bad=HEAD
    + """
[call]
partner_max = 60

[[partner]]
id = "town"
role = "lead"

[[partner]]
id = "village"

[[share]]
partner = "town"
costs = 70_000

[[share]]
partner = "village"
costs = 30_000
""",
)
def partner_concentration(case: Case) -> Iterator[Found]:
    """One partner has more of the project's costs than it may.

    Some calls want the work spread among the partners. An error where the call sets the limit, else only said. The
    rest of a larger project (role others) is not one partner and is passed over.

    Rule: call.partner_max, else partners.concentration_max of the rule set, in per cent of the costs.
    """
    rule = case.terms.costs.partner_max
    whole = case.figures.project.costs.value
    if rule is None or not isinstance(rule.value, Decimal) or not case.several or whole is None or whole <= ZERO:
        return
    allowed = percent_of(rule.value, whole)
    for partner_id, sheet in case.figures.partners.items():
        costs = sheet.costs.value
        partner = case.partner(partner_id)
        if costs is None or (partner is not None and partner.role == "others"):
            continue
        over = EXACT.subtract(costs, allowed)
        if over > ZERO and over <= case.tolerance(1, costs, whole):
            yield from _rounded(case, partner_id, (allowed, costs), rule)
        elif over > ZERO:
            yield Found(
                Place("partner", partner_id),
                case.anchor_of(Place("partner", partner_id)),
                {"costs": costs, "whole": whole},
                severity=ERROR if case.budget.call.partner_max is not None else INFO,
                partner=partner_id,
                expected=rule.value,
                actual=ratio(costs, whole),
                percent=True,
                approximate=sheet.costs.about or case.figures.project.costs.about,
                unverified=unverified(rule),
                source=source(rule),
            )


def _rounded(case: Case, partner_id: str, sums: tuple[Decimal, Decimal], rule: Rule) -> Iterator[Found]:
    """Above the part that the call allows by no more than rounding; what only the rule set would ask is not told."""
    if case.budget.call.partner_max is not None:
        place = Place("partner", partner_id)
        yield Found(place, case.anchor_of(place), {"ceiling": rule.value}, "category", partner=partner_id,
                    expected=told(*sums, case.budget.decimals), actual=sums[1],
                    source=source(rule), check="rate-rounding")  # fmt: skip
