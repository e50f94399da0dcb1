"""Secured money: has everybody who pays said so, and is there some of each kind that the rules require."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks import ERROR, WARNING, Found, check, row_check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.misspelled import meant_as_partner
from budjettitui.checks.ruled import source, unverified
from budjettitui.checks.sources import money, row_found
from budjettitui.findings import Place
from budjettitui.model import Funding, Row
from budjettitui.money import EXACT, HUNDRED, ZERO, percent_of, told, total
from budjettitui.values import replace

FAMILY = "financing"

_AMIF = HEAD + 'rules = "eu-amif-2021"\n'
_HARBOUR = (
    HEAD
    + 'rules = "fi-rural-2023"\nkind = "investment"\n[[partner]]\nid = "town"\nkind = "municipality"\n'
    + "[stated]\ncosts = 100_000\n"
)
_WHOLE = HEAD + 'rules = "fi-state-grant"\n[stated]\ncosts = 100_000\n'
_APPLIED = HEAD + 'stage = "application"\n'


@row_check(
    "unconfirmed",
    WARNING,
    "funding",
    good=_APPLIED + money("private", "5_000", 'payer = "Village shop Ltd"\nconfirmed = true\n'),
    bad=(
        _APPLIED + money("private", "5_000", 'payer = "Village shop Ltd"\nconfirmed = false\n'),
        HEAD
        + 'rules = "fi-rural-2023"\nstage = "application"\n'
        + money("private", "5_000", 'payer = "Village shop Ltd"\n'),
    ),
)
def unconfirmed(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """Money of somebody who is no partner is not certain, and the budget is already applied for.

    Said of money that is marked as not confirmed, or as confirmed on a condition; and, where the rules want a
    commitment with the application, of money of which nothing says whether there is one. The support that is applied
    for is never certain and is passed over; so is money of a partner whose id is misspelled.

    Rule: self_financing.commitments_required of the rule set.
    """
    if not isinstance(row, Funding) or not row.kind or row.kind in ("support", "own", "in-kind", "income"):
        return
    if not case.from_stage("application") or "confirmed" in row.unread or row.payer in case.figures.books.known_ids:
        return
    rule = case.terms.rules.rule("self_financing.commitments_required")
    asked = rule is not None and rule.value is True and row.payer is not None
    wording = {True: None, False: "", "conditional": "conditional"}.get(row.confirmed or False)
    if row.confirmed is None:
        wording, rule = ("unanswered", rule) if asked else (None, None)
    else:
        rule = None
    if meant_as_partner(case, row.payer):
        return
    if wording is not None and case.figures.worths[table, index].value:
        found = row_found(case, index, row, rule, payer=row.payer or "")
        key = "confirmed" if row.confirmed is not None else "payer"
        yield replace(found, wording=wording, anchor=(table, index, key))


@check(
    "source-required",
    ERROR,
    "project",
    good=(
        _AMIF + money("support", "75_000") + money("own", "25_000"),
        _HARBOUR + money("support", "70_000") + money("own", "30_000"),
        _HARBOUR + money("support", "56_000") + money("other-public", "24_000") + money("private", "20_000"),
    ),
    bad=(
        _AMIF + money("support", "75_000") + money("private", "25_000"),
        _WHOLE + money("support", "100_000"),
        _HARBOUR + money("support", "75_000") + money("own", "25_000"),
    ),
    within=_HARBOUR + money("support", "70_000") + money("own", "29_999.99"),
    beyond=_HARBOUR + money("support", "70_000") + money("own", "29_999.98"),
)
def source_required(case: Case) -> Iterator[Found]:
    """A kind of funding that the rules require is missing.

    Some forms take no plan without own funding, some none without a municipality's part. Nothing is said while the
    funding is not known, nor of own funding where support may be all of the costs. Where the law lets support not cover
    the whole cost, and no ceiling says how much it may, support that does is asked about: for a special reason, which a
    budget does not show, it may. In a public body's own investment some rules want a part of the public money to be other
    than the support; what may be public is taken as such.

    Rule: self_financing.required_kinds, support.full_cost and support.other_public_min of the rule set; 1125/2021 14 §
    2 mom.; 688/2001 6 § 1 mom.; 617/2023 25 § 3 mom.
    """
    whole = list(_whole_cost(case))
    yield from whole
    yield from _other_public(case)
    rule = case.terms.rules.rule("self_financing.required_kinds")
    for kind in case.terms.texts("self_financing.required_kinds"):
        if _is_missing(case, kind) and not (kind == "own" and (whole or _whole_allowed(case))):
            values = {"kind": kind}
            yield Found(Place("project"), ("project",), values, unverified=unverified(rule), source=source(rule))


def _whole_allowed(case: Case) -> bool:
    """True where support may be all of the costs: then nobody need add money of its own."""
    rule = case.terms.support.ceiling()
    return rule is not None and isinstance(rule.value, Decimal) and rule.value >= HUNDRED


def _whole_cost(case: Case) -> Iterator[Found]:
    rule, sheet = case.terms.rules.rule("support.full_cost"), case.figures.project
    if rule is None or rule.value != "forbidden" or case.terms.support.ceiling() is not None or sheet.rate_on_public:
        return
    support, base = sheet.rate_support, sheet.rate_base
    if support is not None and base is not None and support >= base > ZERO:
        yield Found(
            Place("project"),
            ("project",),
            {"kind": "own"},
            "whole",
            severity=WARNING,
            unverified=unverified(rule),
            source=source(rule),
        )


def _other_public(case: Case) -> Iterator[Found]:
    """A municipality's or the state's investment with too little other public money beside the support."""
    rule, sheet = case.terms.rules.rule("support.other_public_min"), case.figures.project
    partners = case.budget.partners
    public = len(partners) == 1 and partners[0].kind in ("municipality", "state")
    if rule is None or not isinstance(rule.value, Decimal) or not public or case.budget.project.kind != "investment":
        return
    support = sheet.support.value
    if support is None or support <= ZERO or sheet.funding is None:
        return
    private = [case.figures.worths["funding", index].value or ZERO for index in surely_private(case)]
    other = EXACT.subtract(EXACT.subtract(sheet.funding, support), total(private))
    least = percent_of(rule.value, EXACT.add(support, other))
    if EXACT.subtract(least, other) > case.tolerance(1, other, support):
        yield Found(
            Place("project"),
            ("project",),
            {"kind": "other-public", "rate": rule.value},
            "share",
            expected=told(least, other, case.budget.decimals),
            actual=other,
            unverified=unverified(rule),
            source=source(rule),
        )


def surely_private(case: Case) -> list[int]:
    """The lines whose money is surely private, by number: private lines, and those that say so."""
    lines = enumerate(case.budget.funding)
    return [index for index, row in lines if row.public is False or (row.kind == "private" and row.public is None)]


def _is_missing(case: Case, kind: str) -> bool:
    """True where there surely is none of a kind of funding."""
    if kind == "in-kind":
        rows = [index for index, row in enumerate(case.budget.funding) if row.kind == kind]
        return bool(case.budget.funding) and not any(
            case.figures.worths["funding", index].value != ZERO for index in rows
        )
    found = case.figures.project.kinds.get(kind)
    return found is not None and found.value == ZERO
