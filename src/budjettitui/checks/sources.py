"""Sources of money: has every partner some of its own, and is each of a kind that the rules take."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks import ERROR, Found, check, row_check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.financing import own_money
from budjettitui.checks.ruled import source, unverified
from budjettitui.figures import Sheet
from budjettitui.findings import Place
from budjettitui.model import Funding, Row, place_of
from budjettitui.money import ZERO, total_if_known
from budjettitui.rules import Rule

FAMILY = "financing"

EU_FUNDS = frozenset(
    (
        *("eu", "erdf", "eakr", "eruf", "esf", "esf+", "esr", "esr+", "jtf", "fro", "interreg", "rrf"),
        *("amif", "isf", "bmvi", "eafrd", "maaseuturahasto", "ejflu", "emff", "emfaf", "emkvr", "ehfvf"),
        *("horizon", "horisontti", "horisont", "h2020", "life", "erasmus", "erasmus+", "cerv", "eu4health"),
        *("digital", "creative-europe"),
    )
)
"""What EU funds and programmes are called as the `fund` of a line."""

EU_PAYERS = ("european commission", "euroopan komissio", "europeiska kommissionen", "eu-komissio", "eu-kommissionen")


def money(kind: str, amount: str, more: str = "") -> str:
    """A line of funding, for examples."""
    return f'\n[[funding]]\nkind = "{kind}"\namount = {amount}\n{more}'


def _forbids(case: Case, key: str) -> Rule | None:
    """The rule that forbids something, where there is one that does."""
    rule = case.terms.rules.rule(key)
    return rule if rule is not None and rule.value in ("forbidden", False) else None


# own funding of everybody --------------------------------------------------------------------------------------------
_EVERY = (
    HEAD
    + """
[call]
self_financing_every_partner = true

[[partner]]
id = "town"
role = "lead"

[[partner]]
id = "village"

[[share]]
partner = "town"
costs = 60_000
support = 45_000
own = 15_000

[[share]]
partner = "village"
costs = 40_000
"""
)


@check(
    "self-financing-every-partner",
    ERROR,
    "partner",
    good=_EVERY + "support = 30_000\nown = 10_000\n",
    bad=_EVERY + "support = 40_000\nown = 0\n",
)
def self_financing_every_partner(case: Case) -> Iterator[Found]:
    """The call asks own funding of every partner, and one has neither own money nor money that another pays for it.

    Money that another partner, a municipality or anybody else pays for a partner counts, since it may stand in the
    place of own funding; support and the project's income do not. What is not known is not taken for nothing.

    Rule: call.self_financing_every_partner, else self_financing.every_partner of the rule set.
    """
    rule = case.terms.own.every_partner_rule
    if rule is None or rule.value is not True:
        return
    for place, sheet in case.sheets():
        partner = case.partner(place.name) if place.name else None
        if sheet.costs.value == ZERO or (partner is not None and partner.role == "others"):
            continue
        if _brought(case, place, sheet) == ZERO:
            yield Found(
                place,
                case.anchor_of(place),
                {"who": case.label(place)},
                partner=place.name,
                actual=ZERO,
                unverified=unverified(rule),
                source=source(rule),
            )


def _brought(case: Case, place: Place, sheet: Sheet) -> Decimal | None:
    """Own money and what others pay; None where it is not known."""
    others = [sheet.kinds[kind].value for kind in ("municipal", "other-public", "private", "other")]
    return total_if_known([own_money(case, place, sheet), *others])


# kinds of money that the rules do not take ---------------------------------------------------------------------------
def row_found(case: Case, index: int, row: Funding, rule: Rule | None, **values: object) -> Found:
    """What is found of a line of funding: its worth, and the rule it goes against."""
    return Found(
        place_of("funding", index, row),
        ("funding", index, "kind"),
        values,
        partner=row.recipient,
        actual=case.figures.worths["funding", index].value,
        unverified=unverified(rule),
        source=source(rule),
    )


_OPH = HEAD + 'rules = "fi-oph"\n'


@row_check(
    "income-as-own",
    ERROR,
    "funding",
    good=_OPH + money("own", "5_000"),
    bad=_OPH + money("income", "5_000"),
)
def income_as_own(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """Revenue of the project stands as a source of funding, where the rules take it off the costs instead.

    Fees of a course lower what the grant has to pay; they are not the applicant's own money. Such revenue belongs to
    `[[income]]`.

    Rule: self_financing.income_counts of the rule set.
    """
    rule = _forbids(case, "self_financing.income_counts")
    if not isinstance(row, Funding) or row.kind != "income" or rule is None:
        return
    if case.figures.worths[table, index].value:
        yield row_found(case, index, row, rule)


@row_check(
    "public-as-private",
    ERROR,
    "funding",
    good=HEAD + money("private", "5_000", 'payer = "Village shop Ltd"\n'),
    bad=HEAD + money("private", "5_000", "public = true\n"),
)
def public_as_private(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """The money of a public body stands in a line of private funding.

    A municipality's or the state's money is public whoever enters it, and counts for the limits of public money. It is
    known by the line's `public = true`, or by the kind of the partner that pays.

    Rule: self_financing.public_as_private of the rule set; without one, this program's own.
    """
    if not isinstance(row, Funding) or row.kind != "private" or not case.figures.worths[table, index].value:
        return
    rule = case.terms.rules.rule("self_financing.public_as_private")
    payer = case.partner(row.payer) if row.payer is not None else None
    body = payer is not None and payer.kind in ("municipality", "state")
    if (rule is None or rule.value == "forbidden") and (row.public is True or (body and row.public is None)):
        yield row_found(case, index, row, rule, payer=payer.label if payer is not None else row.payer or "")


_LIFE = HEAD + 'rules = "eu-life-2021"\n'


@row_check(
    "other-eu-money",
    ERROR,
    "funding",
    good=_LIFE + money("other-public", "5_000", 'fund = "state"\n'),
    bad=_LIFE + money("other-public", "5_000", 'fund = "erdf"\n'),
)
def other_eu_money(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """Money of another EU programme stands as own share, where the rules forbid it.

    The EU does not pay the same project twice. Such money is known by the `fund` of the line, or by the Commission as
    its payer.

    Rule: self_financing.other_eu of the rule set.
    """
    rule = _forbids(case, "self_financing.other_eu")
    if not isinstance(row, Funding) or rule is None or not row.kind or row.kind in ("support", "income", "in-kind"):
        return
    fund, payer = (row.fund or "").strip().casefold(), (row.payer or "").strip().casefold()
    if (fund in EU_FUNDS or payer in EU_PAYERS) and case.figures.worths[table, index].value:
        yield row_found(case, index, row, rule, fund=row.fund or "")
