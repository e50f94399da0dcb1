"""Rates: support against its ceilings, of the project, of partners and of funds, and against the call's sums."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from budjettitui.checks import ERROR, INFO, WARNING, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD, costs_and_support
from budjettitui.checks.room import narrowest
from budjettitui.checks.ruled import source, unverified
from budjettitui.checks.support import (
    Ceiling,
    FundSupport,
    fund_supports,
    partner_ceilings,
    project_ceiling,
    public_money,
    room_below_ceiling,
)
from budjettitui.findings import Path, Place
from budjettitui.money import ZERO, percent_of, ratio, to_decimals, told
from budjettitui.values import replace

_CALL = HEAD + "[call]\nsupport_rate_max = 75\n"
_TWO = '[[partner]]\nid = "town"\nrole = "lead"\n[[partner]]\nid = "club"\n'


def _shares(*shares: tuple[str, str, str]) -> str:
    return "".join(
        f'[[share]]\npartner = "{who}"\ncosts = {costs}\nsupport = {support}\n' for who, costs, support in shares
    )


def _ceiling_found(case: Case, one: Ceiling, wording: str = "") -> Found:
    return Found(
        one.place,
        _support_anchor(case, one),
        {
            "who": case.label(one.place),
            "rate": to_decimals(one.sheet.support_rate or ZERO, 6),
            "ceiling": one.rate_shown,
            "base": one.base,
            "support": one.support,
            "direction": case.terms.rules.word("rounding.support") or "half_up",
        },
        wording or ("own" if one.own else "call" if one.rule.key.startswith("call.") else ""),
        partner=one.place.name,
        expected=told(one.allowed, one.support, case.budget.decimals),
        actual=one.support,
        approximate=one.sheet.rate_about,
        unverified=unverified(one.rule),
        source=source(one.rule),
    )


def _support_anchor(case: Case, one: Ceiling) -> Path:
    """The one line that the support stands on, else where sums of the place stand."""
    anchors = one.sheet.support.anchors
    return anchors[0] if len(anchors) == 1 else case.anchor_of(one.place)


@check(
    "rate-exceeded",
    ERROR,
    "project",
    good=_CALL + costs_and_support("100_000", "75_000"),
    bad=_CALL + costs_and_support("100_000", "76_000"),
    within=_CALL + costs_and_support("100_000", "75_001"),
    beyond=_CALL + costs_and_support("100_000", "75_002"),
)
def rate_exceeded(case: Case) -> Iterable[Found]:
    """The project's support is above the highest rate that the call, or else the rule set, allows.

    The rate is support as a percentage of the costs, less income where the rules say so. What the rules' rounding
    explains is not told here. Support lines of a fund with a rate of its own in the call are tested there only. Where
    costs are not known, the rate can only be taken on the public funding; it is then a question and not an error.

    Rule: call.support_rate_max, else support.rate_max of the rule set, by type of call or kind of project.
    """
    one = project_ceiling(case)
    if one is not None and one.exceeded:
        found = _ceiling_found(case, one)
        yield replace(found, severity=WARNING) if one.sheet.rate_on_public else found


@check(
    "rate-exceeded-partner",
    WARNING,
    "partner",
    good=_CALL + _TWO + _shares(("town", "60_000", "45_000"), ("club", "40_000", "30_000")),
    bad=_CALL + _TWO + _shares(("town", "60_000", "40_000"), ("club", "40_000", "35_000")),
    within=_CALL + _TWO + _shares(("town", "60_000", "40_000"), ("club", "40_000", "30_001")),
    beyond=_CALL + _TWO + _shares(("town", "60_000", "40_000"), ("club", "40_000", "30_002")),
)
def rate_exceeded_partner(case: Case) -> Iterable[Found]:
    """A partner's support is above its own ceiling, or above the project's.

    Whether the ceiling binds each partner or only the project as a whole is the funder's to say: it is an error where
    the rules decide on each partner's support by itself, and where the partner has a ceiling of its own, which is then
    for all its support, whatever the fund. Where a source says that the ceiling is the project's alone (LIFE), only a
    partner's own ceiling is looked at.

    Rule: partner.support_rate_max, else the project's ceiling; support.scope of the rule set says whom it binds.
    """
    alone = case.terms.rules.word("support.scope") == "partner"
    for one in partner_ceilings(case):
        if one.exceeded:
            found = _ceiling_found(case, one)
            yield replace(found, severity=ERROR) if alone or one.own else found


_FUNDS = HEAD + "[call]\nfunds = { erdf = { rate_max = 70 } }\n"
_FUNDED = '[[cost]]\ncategory = "works"\namount = 100_000\n[[funding]]\nkind = "support"\nfund = "erdf"\namount = '


@check(
    "rate-exceeded-fund",
    ERROR,
    "fund",
    good=_FUNDS + _FUNDED + "70_000\n",
    bad=_FUNDS + _FUNDED + "72_000\n",
    within=_FUNDS + _FUNDED + "70_001\n",
    beyond=_FUNDS + _FUNDED + "70_002\n",
)
def rate_exceeded_fund(case: Case) -> Iterable[Found]:
    """The support from one fund is above that fund's ceiling: a rate of the costs of those who receive it, or a sum.

    Where it is above both, the one that allows less is told.

    Rule: call.funds: a fund's own rate_max and max.
    """
    for one in fund_supports(case):
        limits = list(_fund_limits(case, one))
        if limits:
            allowed, rate = min(limits, key=lambda limit: limit[0])
            yield _fund_found(case, one, allowed, rate)


def _fund_limits(case: Case, one: FundSupport) -> Iterator[tuple[Decimal, Decimal | None]]:
    """What a fund allows, where the support is above it: by its rate with that rate, by its sum."""
    fund = case.budget.call.funds[one.fund]
    if fund.rate_max is not None and one.base is not None and one.base > ZERO:
        allowed = percent_of(fund.rate_max, one.base)
        if one.support - allowed > case.tolerance(one.parts, one.support, one.base):
            yield allowed, fund.rate_max
    if fund.max is not None and one.support > fund.max.value:
        yield fund.max.value, None


def _fund_found(case: Case, one: FundSupport, allowed: Decimal, rate: Decimal | None) -> Found:
    values = {"fund": one.fund, "ceiling": rate, "base": one.base, "support": one.support}
    if one.base:
        values["rate"] = to_decimals(ratio(one.support, one.base), 6)
    return Found(
        Place("fund", one.fund),
        ("funding", one.index),
        values,
        "" if rate is not None else "sum",
        expected=told(allowed, one.support, case.budget.decimals),
        actual=one.support,
        source=case.budget.call.name,
    )


@check(
    "rate-rounding",
    INFO,
    "project",
    good=_CALL + costs_and_support("100_000", "75_000"),
    bad=HEAD + 'rules = "fi-esrplus-2021"\n[call]\nsupport_rate_max = 75\n' + costs_and_support("100_002", "75_002"),
    within=HEAD + 'rules = "fi-esrplus-2021"\n[call]\nsupport_rate_max = 75\n' + costs_and_support("100_002", "75_001"),
    beyond=HEAD + 'rules = "fi-esrplus-2021"\n[call]\nsupport_rate_max = 75\n' + costs_and_support("100_002", "75_002"),
)
def rate_rounding(case: Case) -> Iterable[Found]:
    """Support is a little above the ceiling, by no more than the rules' rounding: a remark, not a mistake.

    Funders round support up, down or half-up, and their own decisions differ; one rounding unit for each part of the
    support is let pass.

    Rule: rounding.unit, rounding.support and rounding.tolerance of the rule set.
    """
    one = project_ceiling(case)
    if one is not None and one.rounded:
        yield _ceiling_found(case, one, "public" if one.sheet.rate_on_public else "rounded")
    for part in partner_ceilings(case):
        if part.rounded:
            yield _ceiling_found(case, part, "rounded")
    yield from _fund_rounding(case)


def _fund_rounding(case: Case) -> Iterator[Found]:
    for one in fund_supports(case):
        rate = case.budget.call.funds[one.fund].rate_max
        if rate is not None and one.base is not None and one.base > ZERO:
            over = one.support - percent_of(rate, one.base)
            if ZERO < over <= case.tolerance(one.parts, one.support, one.base):
                yield _fund_found(case, one, percent_of(rate, one.base), rate)


@check(
    "rate-above-programme",
    WARNING,
    "project",
    good=HEAD + 'rules = "fi-esrplus-2021"\n[call]\nsupport_rate_max = 75\n',
    bad=HEAD + 'rules = "fi-esrplus-2021"\n[call]\nsupport_rate_max = 90\n',
)
def rate_above_programme(case: Case) -> Iterable[Found]:
    """The call's ceiling is above the rule set's. A call may go above only for a special reason: look at its text.

    Rule: support.rate_max of the rule set, by type of call or kind of project.
    """
    call, rule = case.budget.call.support_rate_max, case.terms.support.programme_ceiling()
    if call is not None and rule is not None and isinstance(rule.value, Decimal) and call > rule.value:
        yield Found(
            Place("project"),
            ("call", "support_rate_max"),
            expected=to_decimals(rule.value, 6),
            actual=to_decimals(call, 6),
            percent=True,
            unverified=unverified(rule),
            source=source(rule),
        )


@check(
    "rate-base",
    WARNING,
    "project",
    good=_CALL + costs_and_support("100_000", "75_000"),
    bad=HEAD + "[stated]\nsupport = 75_000\npublic_funding = 100_000\n",
)
def rate_base(case: Case) -> Iterable[Found]:
    """Costs are not known, so the support rate is taken on the public funding. It can only be too high.

    Public registers give the public funding of a project and not its costs; with private money on top, the rate of the
    costs is lower.

    Rule: support.base of the rule set; how this program works figures out (docs/figures.md).
    """
    sheet = case.figures.project
    rate = sheet.support_rate
    if not case.cancelled and sheet.rate_on_public and rate is not None and sheet.rate_support:
        yield Found(
            Place("project"),
            case.anchor_of(Place("project")),
            {"support": sheet.rate_support, "base": sheet.rate_base, "rate": to_decimals(rate, 6)},
        )


_OWN = '[[funding]]\nkind = "own"\namount = 30_000\n'
_MONEY = '[[funding]]\nkind = "support"\namount = 75_000\n[[funding]]\nkind = '
_PUBLIC = HEAD + "[call]\npublic_max = 80\n" + _MONEY
_LEADER = HEAD + 'rules = "fi-rural-2023"\n[call]\ntype = "leader"\n[[funding]]\nkind = "support"\namount = '


@check(
    "public-total",
    WARNING,
    "project",
    good=_PUBLIC + '"private"\namount = 25_000\n',
    bad=(_PUBLIC + '"municipal"\namount = 25_000\n', _LEADER + "180_000.01\n"),
    within=_LEADER + "180_000\n",
    beyond=_LEADER + "180_000.01\n",
)
def public_total(case: Case) -> Iterable[Found]:
    """All public money together is a larger part of all money than the call, or the rule set, lets it be, or a larger sum.

    A Leader project has a sum: its support and other public money are at most 180 000 euros (617/2023 26 §).

    Rule: call.public_max, else support.public_max and support.public_amount_max_by_type of the rule set.
    """
    money = public_money(case)
    if money is None:
        return
    yield from _public_sum(case, money[0])
    rule = case.terms.support.public_max
    if rule is None or not isinstance(rule.value, Decimal):
        return
    public, funding = money
    allowed = percent_of(rule.value, funding)
    rounded = public - allowed <= case.tolerance(case.figures.project.funding_parts, public, funding)
    if public > allowed:
        yield Found(
            Place("project"),
            case.anchor_of(Place("project")),
            {"ceiling": rule.value, "funding": funding, "rate": to_decimals(ratio(public, funding), 6)},
            "money" if rounded else "",
            severity=None if rounded else ERROR if case.budget.call.public_max is not None else None,
            expected=told(allowed, public, case.budget.decimals),
            actual=public,
            unverified=unverified(rule),
            source=source(rule),
            check="rate-rounding" if rounded else "",
        )


def _public_sum(case: Case, public: Decimal) -> Iterator[Found]:
    rule = case.terms.support.public_amount_max
    if rule is not None and isinstance(rule.value, Decimal) and public > rule.value:
        yield Found(
            Place("project"),
            case.anchor_of(Place("project")),
            wording="sum",
            expected=rule.value,
            actual=public,
            unverified=unverified(rule),
            source=source(rule),
        )


@check(
    "support-unused",
    INFO,
    "project",
    good=_CALL + costs_and_support("100_000", "75_000"),
    bad=(
        _CALL + costs_and_support("100_000", "70_000"),
        _CALL + "self_financing_min = 28\n" + costs_and_support("100_000", "70_000") + _OWN,
        _CALL + "public_max = 72\n" + costs_and_support("100_000", "70_000") + _OWN,
    ),
    within=_CALL + costs_and_support("100_000", "74_999"),
    beyond=_CALL + costs_and_support("100_000", "74_998"),
)
def support_unused(case: Case) -> Iterable[Found]:
    """Support is below the ceiling: how much more the rules would allow to apply for.

    Once it is granted there is nothing more to apply for, and nothing is said. Neither is it where all of it is from funds
    that give no more: each has reached its rate or its sum. What comes from a fund with a rate of its own counts here. A
    partner's lower ceiling of its own, the most of the call, the least own money and the most public money leave less to
    apply for, where they do.

    Rule: the ceiling of rate-exceeded, that of partners, call.support_max and call.funds; the least own funding of
    self-financing-min; the most public money of public-total.
    """
    one = room_below_ceiling(case) if not case.from_stage("granted") else None
    if one is None or one.sheet.rate_on_public or one.support <= ZERO:
        return
    found, room = _ceiling_found(case, one), narrowest(case, one)
    if room.wording:
        values = {**found.values, "percent": room.rule.value}
        found = replace(found, values=values, wording=room.wording, source=source(room.rule),
                        expected=told(room.most, one.support, case.budget.decimals),
                        unverified=unverified(room.rule))  # fmt: skip
    if room.most - one.support > one.tolerance:
        yield found
