"""Support against its ceiling: what is compared, of whom, by how much it may pass. Shared by the checks of rates."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from budjettitui.blocks import some
from budjettitui.checks.case import Case
from budjettitui.checks.misspelled import is_unnamed_partner
from budjettitui.figures import Sheet
from budjettitui.figures.sums import Sum
from budjettitui.findings import Path, Place
from budjettitui.model import Funding
from budjettitui.money import EXACT, ZERO, percent_of, ratio, to_decimals, total, total_if_known
from budjettitui.rules import Rule
from budjettitui.traits import is_in_kind
from budjettitui.values import frozen, replace


@frozen
class Ceiling:
    """Support beside what the ceiling allows of its base, all in the budget's currency; `rate` is per cent."""

    place: Place
    sheet: Sheet
    rule: Rule
    rate: Decimal
    support: Decimal
    base: Decimal
    tolerance: Decimal
    own: bool = False
    """True of a ceiling that the partner has of its own."""
    raised: Decimal = ZERO
    """What partners with a ceiling of their own are allowed above the rate; of what could be applied for, below it too."""

    @property
    def allowed(self) -> Decimal:
        """The support that the ceiling allows, exact."""
        return EXACT.add(percent_of(self.rate, self.base), self.raised)

    @property
    def rate_shown(self) -> Decimal:
        """The rate; of a project whose partners have other ones of their own, what they come to together."""
        return to_decimals(ratio(self.allowed, self.base), 6) if self.raised else self.rate

    @property
    def over(self) -> Decimal:
        """How far the support is above it; below zero where it is not."""
        return EXACT.subtract(self.support, self.allowed)

    @property
    def exceeded(self) -> bool:
        """True above the ceiling beyond tolerance."""
        return self.over > self.tolerance

    @property
    def rounded(self) -> bool:
        """True above the ceiling within tolerance."""
        return ZERO < self.over <= self.tolerance


def project_ceiling(case: Case) -> Ceiling | None:
    """The project's support beside the call's ceiling, else the rules'; None where one of them is not known.

    Where the rules decide on each partner's support by itself, a partner with a higher ceiling of its own raises what the
    project is allowed: in an innovation action of Horizon, a university gets all beside a company's 70 %.
    """
    one = _ceiling(case, Place("project"), case.figures.project, case.terms.support.ceiling(), own=False)
    if one is None or case.terms.support.scope != "partner":
        return one
    return _with_own(one, [own for own in own_ceilings(case, one.rate) if own.higher])


@frozen
class OwnCeiling:
    """A partner's ceiling of its own beside the project's: by how many points it is another, and of what."""

    index: int
    points: Decimal | None
    base: Decimal | None

    @property
    def more(self) -> Decimal | None:
        """What it allows beyond the project's ceiling; below zero where it allows less; None where it is not known."""
        return None if self.base is None or self.points is None else percent_of(self.points, self.base)

    @property
    def higher(self) -> bool:
        """True where it may allow more."""
        return self.points is None or self.points > ZERO

    @property
    def lower(self) -> bool:
        """True where it may allow less."""
        return self.points is None or self.points < ZERO


def own_ceilings(case: Case, rate: Decimal) -> Iterator[OwnCeiling]:
    """The partners that have a ceiling of their own, which is not the project's."""
    for index, partner in enumerate(case.budget.partners):
        own, sheet = partner.support_rate_max, case.figures.partners.get(partner.id or "")
        if "support_rate_max" in partner.unread:
            yield OwnCeiling(index, None, None)
        elif own is not None and own != rate and sheet is not None:
            yield OwnCeiling(index, EXACT.subtract(own, rate), sheet.rate_base)


def _with_own(one: Ceiling, found: Sequence[OwnCeiling]) -> Ceiling | None:
    raised = total_if_known(own.more for own in found)
    return None if raised is None else replace(one, raised=EXACT.add(one.raised, raised))


def room_below_ceiling(case: Case) -> Ceiling | None:
    """All the project's support beside its ceiling, that of funds with a rate of their own too; None where no fund has more.

    A partner with a lower ceiling of its own makes the room smaller: it cannot take what others leave.
    """
    one = project_ceiling(case)
    if one is not None:
        one = _with_own(one, [own for own in own_ceilings(case, one.rate) if own.lower])
    full = {fund.fund for fund in fund_supports(case) if _is_full(case, fund)}
    lines = [row for row in case.budget.funding if row.kind == "support"]
    if one is None or one.sheet.rate_support is None or (lines and all(row.fund in full for row in lines)):
        return None
    tolerance = case.tolerance(one.sheet.support.parts, one.sheet.rate_support, one.base)
    return replace(one, support=one.sheet.rate_support, tolerance=tolerance)


def _is_full(case: Case, one: "FundSupport") -> bool:
    """True of a fund that gives no more than it gives already: its sum, or its rate of the costs of those who receive it."""
    fund = case.budget.call.funds[one.fund]
    if fund.rate_max is not None and one.base is not None:
        room = EXACT.subtract(percent_of(fund.rate_max, one.base), one.support)
        if room <= case.tolerance(one.parts, one.support, one.base):
            return True
    return fund.max is not None and one.support >= fund.max.value


def partner_ceilings(case: Case) -> Iterator[Ceiling]:
    """Each partner's support beside its own ceiling, else the project's; of one applicant only its own is looked at.

    Where a source says that the project's ceiling binds no partner by itself, only their own are looked at. Where there is
    one applicant, sums stand at the project (docs/file-format.md).
    """
    for partner_id, sheet in case.figures.partners.items():
        partner = case.partner(partner_id)
        if partner is not None and "support_rate_max" in partner.unread:
            continue
        own = partner is not None and partner.support_rate_max is not None
        if partner is not None and own:
            rule = Rule("partner.support_rate_max", partner.support_rate_max or ZERO, None, True)
        else:
            looked_at = case.several and not case.terms.support.project_alone
            found = case.terms.support.ceiling() if looked_at else None
            if found is None:
                continue
            rule = found
        place = Place("partner", partner_id) if case.several else Place("project")
        one = _ceiling(case, place, sheet, rule, own=own)
        if one is not None:
            yield one


def _ceiling(case: Case, place: Place, sheet: Sheet, rule: Rule | None, *, own: bool) -> Ceiling | None:
    base = sheet.rate_base
    if case.cancelled or rule is None or not isinstance(rule.value, Decimal) or base is None or base <= ZERO:
        return None
    if not case.ruled and (sheet.income.value or some(case.budget.costs, is_in_kind)):
        return None  # whether income is taken off, and in-kind costs are added, is for the rules to say
    support = sheet.rate_support
    aside = [] if own else [value for _, value in fund_tested(case, place)]
    if support is None or any(value is None for value in aside):
        return None
    support = EXACT.subtract(support, total([value for value in aside if value is not None]))
    tolerance = case.tolerance(sheet.support.parts - len(aside), support, base)
    return Ceiling(place, sheet, rule, rule.value, support, base, tolerance, own)


def fund_tested(case: Case, place: Place) -> Iterator[tuple[int, Decimal | None]]:
    """Support lines whose fund has a rate of its own in the call, by number: they are tested there only.

    What a partner passes on is taken off its own lines, as it is off its support.
    """
    books = case.figures.books
    if not case.budget.call.funds:
        return
    for index, row in enumerate(case.budget.funding):
        fund = case.budget.call.funds.get(row.fund or "")
        if row.kind != "support" or fund is None or fund.rate_max is None:
            continue
        value = case.figures.worths["funding", index].value
        if place.table == "project":
            if not _passed_on(case, row):
                yield index, value
        elif books.owner(row) == place.name:
            yield index, value
        elif row.payer == place.name:
            yield index, None if value is None else -value


def _passed_on(case: Case, row: Funding) -> bool:
    """True of support that one partner pays to another: it has come in from outside already."""
    books = case.figures.books
    if is_unnamed_partner(case, row.payer):
        return True
    return row.payer in books.known_ids and books.owner(row) != row.payer


@frozen
class FundSupport:
    """The support lines of one fund, and the costs of those who receive it."""

    fund: str
    support: Decimal
    parts: int
    base: Decimal | None
    lines: tuple[int, ...]
    """The lines that are counted, by number."""
    owners: tuple[str, ...] = ()
    """Those who receive it; empty where its base is the whole project's."""

    @property
    def index(self) -> int:
        """The first of the lines."""
        return self.lines[0]


def fund_supports(case: Case) -> Iterator[FundSupport]:
    """The support of every fund that the call sets a ceiling for, where all its lines are known.

    What one partner passes on to another is not counted twice: it is in the line by which it came in.
    """
    for name in case.budget.call.funds:
        rows = [
            (index, row) for index, row in enumerate(case.budget.funding) if row.kind == "support" and row.fund == name
        ]
        counted = [(index, row) for index, row in rows if not _passed_on(case, row)] or rows
        worths = [case.figures.worths["funding", index].value for index, _ in counted]
        known = [value for value in worths if value is not None]
        if rows and len(known) == len(worths):
            owners, base = _base(case, [row for _, row in rows])
            lines = tuple(index for index, _ in counted)
            yield FundSupport(name, total(known), len(counted), base, lines, owners)


def _base(case: Case, rows: list[Funding]) -> tuple[tuple[str, ...], Decimal | None]:
    """Those who receive the fund's support, each once, and their costs; the whole project's where a line names nobody."""
    figures = case.figures
    owners = {figures.books.owner(row) for row in rows}
    if not figures.several or not owners <= set(figures.partners):
        return (), figures.project.rate_base
    return tuple(sorted(owners)), total_if_known(figures.partners[owner].rate_base for owner in owners)


def public_money(case: Case) -> tuple[Decimal, Decimal] | None:
    """The money that is surely public, and all money, of the project; None where either is not known."""
    funding = case.figures.project.funding
    if funding is None or funding <= ZERO:
        return None
    return total([one.value for one in public_parts(case)]), funding


@frozen
class PublicPart:
    """What is public of a project's money: a kind of funding, a line, a partner's own money; below zero what is not."""

    value: Decimal
    kind: str = ""
    path: Path | None = None


def public_parts(case: Case) -> Iterator[PublicPart]:
    """What makes the public money.

    Support, municipal and other public money is; private money is not; of other kinds a line's `public` says it, else
    the kind of the partner that pays. What nobody can tell is not counted as public.
    """
    for kind in ("support", "municipal", "other-public"):
        one = case.figures.project.kinds.get(kind)
        if one is not None and one.value is not None:
            yield PublicPart(one.value, kind)
    for index, row in enumerate(case.budget.funding):
        value = case.figures.worths["funding", index].value
        if value is None:
            continue
        if row.kind in ("own", "private", "other") and is_public(case, row):
            yield PublicPart(value, path=("funding", index))
        elif row.kind in ("municipal", "other-public", "support") and row.public is False:
            yield PublicPart(-value, path=("funding", index))
    for partner, own in _own_shares(case):
        if own.value is not None and _is_public_body(case, partner):
            yield PublicPart(own.value, path=own.anchors[0])


def _own_shares(case: Case) -> Iterator[tuple[str, Sum]]:
    """Own funding known from a share or a stated figure, and not from rows."""
    own = case.figures.spreads["funding.own"]
    for partner, one in own.partners.items():
        if one.value is not None and one.origin in ("share", "stated", "left"):
            yield partner, one


def is_public(case: Case, row: Funding) -> bool:
    """True of a line that is public money for sure."""
    if row.public is not None:
        return row.public
    if row.kind in ("support", "municipal", "other-public"):
        return True
    payer = row.payer or (case.figures.books.owner(row) if row.kind == "own" else None)
    return row.kind != "private" and payer is not None and _is_public_body(case, payer)


def _is_public_body(case: Case, partner_id: str) -> bool:
    partner = case.partner(partner_id)
    return partner is not None and partner.kind in ("municipality", "state", "university")
