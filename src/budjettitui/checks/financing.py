"""Financing: does every euro of the costs have a source, at every partner, and is the own funding enough."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from budjettitui.blocks import some, where
from budjettitui.checks import ERROR, INFO, WARNING, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.ruled import source, unverified
from budjettitui.checks.totals import gaps
from budjettitui.figures import Sheet
from budjettitui.figures.tallies import STRAY, owner_of
from budjettitui.findings import Place
from budjettitui.model import Funding
from budjettitui.money import EXACT, ONE, ZERO, less, percent_of, rounded, total_if_known
from budjettitui.rules import Rule
from budjettitui.traits import is_in_kind
from budjettitui.values import frozen

_COSTS = "[stated]\ncosts = 100_000\nsupport = 75_000\n"
_OWN = '[[funding]]\nkind = "own"\namount = '


@check(
    "self-financing-missing",
    ERROR,
    "partner",
    good=HEAD + _COSTS + _OWN + "25_000\n",
    bad=HEAD + _COSTS + _OWN + "23_000\n",
    within=HEAD + _COSTS + _OWN + "24_998\n",
    beyond=HEAD + _COSTS + _OWN + "24_997\n",
)
def self_financing_missing(case: Case) -> Iterable[Found]:
    """What the support leaves of a partner's costs is not covered by its own and other money.

    The need is net costs less support; every euro of it has to have a source. Where there are several partners it is
    looked at for each of them, since one partner's surplus does not pay another's costs.

    Rule: how this program works figures out (docs/figures.md).
    """
    for place, sheet, missing, tolerance in gaps(case):
        if missing > tolerance and sheet.need is not None and sheet.need > ZERO:
            yield _gap_found(case, place, sheet)


def _gap_found(case: Case, place: Place, sheet: Sheet, wording: str = "") -> Found:
    return Found(
        place,
        case.anchor_of(place),
        {"who": case.label(place), "need": sheet.need, "covered": sheet.covered, "costs": sheet.costs.value,
         "support": sheet.support.value, "about": sheet.approximate},
        wording or ("" if place.table == "partner" else "project"),
        partner=place.name,
        expected=sheet.need,
        actual=sheet.covered,
        approximate=sheet.approximate,
    )  # fmt: skip


_TWO = '[[partner]]\nid = "town"\nrole = "lead"\n[[partner]]\nid = "club"\n'
_TOWN = '[[share]]\npartner = "town"\ncosts = 60_000\nsupport = 45_000\nown = 15_000\n'
_SHARES = _TOWN + '[[share]]\npartner = "club"\ncosts = 40_000\n'


@check(
    "self-financing-unknown",
    INFO,
    "partner",
    good=HEAD + _TWO + _SHARES + "support = 30_000\nown = 10_000\n",
    bad=HEAD + _TWO + _SHARES + "support = 30_000\n",
)
def self_financing_unknown(case: Case) -> Iterable[Found]:
    """The support leaves something to pay, and nothing in the file says who pays it.

    A remark while the budget is drafted; from the application on, funders want to know. Where a funding line says who,
    and only its amount is missing, that is told of the line.

    Rule: how this program works figures out (docs/figures.md).
    """
    if case.cancelled:
        return
    for place, sheet in case.sheets():
        partner = case.partner(place.name) if place.name else None
        if sheet.need is None or sheet.need <= ZERO or sheet.covered is not None:
            continue
        if sheet.derived or (partner is not None and partner.role == "others") or _somebody_named(case, sheet):
            continue
        yield Found(
            place,
            case.anchor_of(place),
            {"who": case.label(place), "need": sheet.need},
            "" if place.table == "partner" else "project",
            severity=WARNING if case.from_stage("application") else None,
            partner=place.name,
            expected=sheet.need,
            approximate=sheet.approximate,
        )


def _somebody_named(case: Case, sheet: Sheet) -> bool:
    """True where some money is there that covers, or may be: a line without a sum, or of a misspelled partner."""
    other = [one for kind, one in sheet.kinds.items() if kind != "support"]
    if any(one.own and one.value is not None and one.value > ZERO for one in other):
        return True
    unread = any(one.own and not one.known for one in sheet.kinds.values())
    return unread or some(case.budget.funding, _stray, case.figures.books.known_ids)


def _stray(row: Funding, ids: frozenset[str]) -> bool:
    return row.kind != "support" and owner_of(row, ids) == STRAY


@check(
    "overfunded",
    ERROR,
    "partner",
    good=HEAD + _COSTS + _OWN + "25_000\n",
    bad=HEAD + _COSTS + _OWN + "27_000\n",
    within=HEAD + _COSTS + _OWN + "25_002\n",
    beyond=HEAD + _COSTS + _OWN + "25_003\n",
)
def overfunded(case: Case) -> Iterable[Found]:
    """More money than costs: the own and other funding is above what the support leaves to pay.

    A cost may be paid once. What is over is either a cost that is not in the budget, money counted twice, or profit,
    which a grant may not give.

    Rule: how this program works figures out (docs/figures.md).
    """
    if case.cancelled:
        return
    places = case.sheets()
    if case.several:
        places = [*places, (Place("project"), case.figures.project)]
    for place, sheet in places:
        if sheet.need is None or (sheet.covered is None and sheet.need >= ZERO):
            continue
        over = EXACT.subtract(sheet.covered or ZERO, sheet.need)
        if over > case.gap_tolerance(sheet):
            wording = "support" if sheet.covered is None else "" if place.table == "partner" else "project"
            found = _gap_found(case, place, sheet, wording)
            yield found if sheet.covered is not None else _support_over(found, sheet)


def _support_over(found: Found, sheet: Sheet) -> Found:
    """The support alone is above the net costs: they are what was needed, it is what there is."""
    return Found(
        found.place, found.anchor, found.values, found.wording, partner=found.partner,
        expected=sheet.net_costs, actual=sheet.support.value, approximate=found.approximate,
    )  # fmt: skip


# the least own funding -----------------------------------------------------------------------------------------------
@frozen
class Least:
    """The own funding that somebody has, the least that is asked, and the base it is a percentage of."""

    place: Place
    own: Decimal
    least: Decimal
    base: Decimal
    rule: Rule


def least_own(case: Case) -> Iterator[Least]:
    """The least own funding of the project, and of every partner where the call asks it of each."""
    rule = case.terms.own.minimum
    if rule is None or case.cancelled or not isinstance(rule.value, Decimal):
        return
    if not case.ruled and case.budget.call.self_financing_base is None:
        return
    places = [(Place("project"), case.figures.project)]
    every = case.terms.own.every_partner_rule
    if case.several and every is not None and every.value is True:
        places += case.sheets()
    for place, sheet in places:
        own, base = own_money(case, place, sheet), _least_base(case, sheet)
        if own is not None and base is not None and base > ZERO:
            yield Least(place, own, least_of(case, rule, base), base, rule)


def least_of(case: Case, rule: Rule, base: Decimal) -> Decimal:
    """The least own funding of a base, rounded the rules' way."""
    unit = case.terms.unit or ONE.scaleb(-case.budget.decimals)
    percent = rule.value if isinstance(rule.value, Decimal) else ZERO
    return rounded(percent_of(percent, base), unit, case.terms.rounding("own"))


def _least_base(case: Case, sheet: Sheet) -> Decimal | None:
    base = case.terms.own.base
    if base == "costs":
        return sheet.costs.value
    if base == "net_need":
        return less(sheet.net_costs, sheet.other_funding())
    if base == "costs_and_in_kind":
        in_kind = [case.figures.worths["cost", index].value for index in where(case.budget.costs, is_in_kind)]
        return total_if_known([sheet.costs.value, *in_kind])
    return sheet.net_costs


def own_money(case: Case, place: Place, sheet: Sheet) -> Decimal | None:
    """Own funding: of the project, its own lines and what partners pay for each other; of a partner, its own and what
    another pays for it. In-kind work counts where the call or the rules say so. None where it is not known, as where a
    line that counts is for a partner whose name is nobody's."""
    if sheet.own.value is None or (place.table == "partner" and own_lines(case, Place("partner", STRAY))):
        return None
    more = [case.figures.worths["funding", index].value for index in own_lines(case, place)]
    return total_if_known([sheet.own.value, *more])


def own_lines(case: Case, place: Place) -> list[int]:
    """The lines that count as own funding beside own lines, by number: of the project, or of a partner."""
    books, rows = case.figures.books, enumerate(case.budget.funding)
    return [
        index
        for index, row in rows
        if _counts(case, row) and (place.table == "project" or books.owner(row) == place.name)
    ]


def _counts(case: Case, row: Funding) -> bool:
    if row.kind == "in-kind":
        rule = case.terms.own.in_kind
        return rule is not None and rule.value in ("allowed", "capped")
    paid = row.payer in case.figures.books.known_ids and row.recipient is not None and row.recipient != row.payer
    return paid and row.kind not in ("own", "support", "income")


_LEAST = HEAD + "[call]\nself_financing_min = 20\n[stated]\ncosts = 100_000\n"
_SUPPORT = '[[funding]]\nkind = "support"\namount = 75_000\n'
_OTHER = '[[funding]]\nkind = "private"\namount = '


@check(
    "self-financing-min",
    ERROR,
    "project",
    good=_LEAST + _SUPPORT + _OWN + "20_000\n" + _OTHER + "5_000\n",
    bad=_LEAST + _SUPPORT + _OWN + "15_000\n" + _OTHER + "10_000\n",
    within=_LEAST + _SUPPORT + _OWN + "19_999\n" + _OTHER + "5_000\n",
    beyond=_LEAST + _SUPPORT + _OWN + "19_998\n" + _OTHER + "5_000\n",
)
def self_financing_min(case: Case) -> Iterable[Found]:
    """The own funding is below the least percentage that the call, or the rule set, asks.

    What it is a percentage of is the rules' to say: the costs, the costs less income, or what income and other funding
    leave to pay. The least is rounded the rules' way; being one unit below it is told as rounding.

    Rule: call.self_financing_min and self_financing_base, else self_financing.min and self_financing.base of the
    rule set.
    """
    for one in least_own(case):
        below = EXACT.subtract(one.least, one.own)
        rounded = below <= case.tolerance(1, one.own, one.least)
        if below > ZERO:
            values: dict[str, object] = {"who": case.label(one.place), "percent": one.rule.value, "base": one.base}
            yield Found(
                one.place,
                case.anchor_of(one.place),
                {**values, "row": "own"} if rounded else values,
                "least" if rounded else "" if one.place.table == "project" else "partner",
                partner=one.place.name,
                expected=one.least,
                actual=one.own,
                unverified=unverified(one.rule),
                source=source(one.rule),
                check="rounded-parts" if rounded else "",
            )


@check(
    "declaration-missing",
    WARNING,
    "project",
    good=HEAD + 'rules = "fi-state-grant"\n[declared]\nincome = "none"\nother_grants = "none"\n',
    bad=HEAD + 'rules = "fi-state-grant"\n[declared]\nincome = "none"\n',
)
def declaration_missing(case: Case) -> Iterable[Found]:
    """The form asks for income and for other grants, and the file says nothing of them, not even that there are none.

    A blank is not an answer: `none` is.

    Rule: declarations.income and declarations.other_grants of the rule set.
    """
    declared = case.budget.declared
    missing = [
        key for key in ("income", "other_grants") if case.terms.rules.flag(f"declarations.{key}") and _silent(case, key)
    ]
    if missing and not declared.unread and "declared" not in case.budget.unread:
        rule = case.terms.rules.rule(f"declarations.{missing[0]}")
        yield Found(
            Place("project"),
            ("project",),
            {"keys": tuple(missing)},
            "both" if len(missing) > 1 else missing[0],
            source=source(rule),
        )


def _silent(case: Case, key: str) -> bool:
    """True where nothing in the file answers: no declaration, and of income no line or stated figure either."""
    if getattr(case.budget.declared, key) is not None:
        return False
    if key != "income":
        return True
    return not case.budget.incomes and not any(stated.income for stated in case.budget.stated)
