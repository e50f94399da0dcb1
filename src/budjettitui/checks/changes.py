"""Changes: a budget against an older version of itself, by what the rules let be changed without asking."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from budjettitui.checks import ERROR, WARNING, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.ruled import source, unverified
from budjettitui.findings import Path, Place
from budjettitui.money import EXACT, ZERO, percent_of
from budjettitui.rules import Rule
from budjettitui.values import frozen

FAMILY = "lifecycle"

OLDER = "# --- the older version ---\n"
"""In an example, what stands above this line is the older version of what stands below it."""

_OPH = HEAD + 'rules = "fi-oph"\n[[cost]]\ncategory = "personnel"\ndescription = "Teacher"\namount = '
_RULES = 'rules = "fi-esrplus-2021"\ncost_model = "actual"\n'
_ESR = HEAD + _RULES + '[[cost]]\ncategory = "personnel"\namount = 100_000\n[[cost]]\ncategory = "services"\namount = '


@check(
    "change-total",
    ERROR,
    "project",
    good=_OPH + "474_816\n" + OLDER + _OPH + "474_816\n",
    bad=_OPH + "474_816\n" + OLDER + _OPH + "480_000\n",
    within=_OPH + "474_816\n" + OLDER + _OPH + "474_816\n",
    beyond=_OPH + "474_816\n" + OLDER + _OPH + "474_817\n",
)
def change_total(case: Case) -> Iterable[Found]:
    """Against an older version, the total of the costs has moved where the rules say that it stays, or may only fall.

    A change of budget moves money between lines; more or less of it is another decision.

    Rule: changes.total_stays and changes.total_not_above of the rule set.
    """
    then, now = _totals(case)
    if then is None or now is None or then == now:
        return
    stays, falls = change_rule(case, "changes.total_stays"), change_rule(case, "changes.total_not_above")
    rule = stays if stays is not None and stays.value is True else falls if now > then and falls is not None else None
    if rule is None or rule.value is not True or abs(EXACT.subtract(now, then)) <= case.tolerance(1, now, then):
        return
    yield Found(
        Place("project"),
        case.anchor_of(Place("project")),
        wording="" if rule is stays else "not-above",
        expected=then,
        actual=now,
        source=source(rule),
        unverified=unverified(rule),
    )


def _totals(case: Case) -> tuple[Decimal | None, Decimal | None]:
    if case.older is None:
        return None, None
    return case.older.figures.project.costs.value, case.figures.project.costs.value


def change_rule(case: Case, key: str) -> Rule | None:
    """A rule of changes, as the cost model has it, else as the rule set has it."""
    return case.terms.rule(key, case.terms.model())


_TWO = HEAD + _RULES + '[[partner]]\nid = "town"\n[[partner]]\nid = "village"\n'


def _of(partner: str, amount: str) -> str:
    return f'[[cost]]\npartner = "{partner}"\ncategory = "services"\namount = {amount}\n'


@check(
    "change-transfer",
    WARNING,
    "category",
    good=(
        _ESR + "30_000\n" + OLDER + _ESR + "40_000\n",
        _TWO + _of("town", "60_000") + _of("village", "30_000") + OLDER
        + _TWO + _of("town", "50_000") + _of("village", "40_000"),
    ),
    bad=(
        _ESR + "30_000\n" + OLDER + _ESR + "40_000.01\n",
        _TWO + _of("town", "60_000") + _of("village", "30_000") + OLDER
        + _TWO + _of("town", "49_999") + _of("village", "40_001"),
    ),
    within=_ESR + "30_000\n" + OLDER + _ESR + "40_000\n",
    beyond=_ESR + "30_000\n" + OLDER + _ESR + "40_000.01\n",
)  # fmt: skip
def change_transfer(case: Case) -> Iterable[Found]:
    """Against an older version, more money was moved into a category, or to a partner, than may be moved without asking.

    A category may usually grow by a part of itself, or by a sum where that is more; some cost models take no moves. The
    same limits are held against the costs of each partner. Where a version has shares or stated totals for rows, nobody
    knows its categories, and they are not compared.

    Rule: changes.transfer_max_rate, transfer_max_amount and transfers of the rule set; 866/2021 25 §.
    """
    limit = transfer_limit(case) if case.older is not None else None
    if limit is None:
        return
    for place, then, now in (*_categories(case), *_partners(case)):
        if now is None or then is None or now <= then:
            continue
        most = max(percent_of(limit.rate, then), limit.amount)
        if EXACT.subtract(now, then) > most:
            yield _moved(case, place, then, now, most, limit.rule)


Grown = tuple[Place, Decimal | None, Decimal | None]
"""What may have grown, with its costs then and now."""


def _categories(case: Case) -> Iterator[Grown]:
    assert case.older is not None
    if not _by_rows(case.older) or not _by_rows(case):
        return
    for name, now in case.figures.categories.items():
        yield Place("category", name), case.older.figures.categories.get(name, ZERO), now


def _by_rows(case: Case) -> bool:
    """True where rows give the costs: of a share or a stated total nobody knows what categories it has."""
    sheets = [sheet for _, sheet in case.sheets()] if case.several else [case.figures.project]
    return bool(case.budget.costs) and not any(sheet.costs.origin in ("share", "stated", "left") for sheet in sheets)


def _partners(case: Case) -> Iterator[Grown]:
    """The partners of both versions, and those who have come to partners who were there."""
    assert case.older is not None
    if case.several and case.older.several:
        for name, sheet in case.figures.partners.items():
            then = case.older.figures.partners.get(name)
            yield Place("partner", name), ZERO if then is None else then.costs.value, sheet.costs.value


@frozen
class TransferLimit:
    """What may be moved without asking: a part of what there was, in per cent, or a sum where that is more."""

    rate: Decimal
    amount: Decimal
    rule: Rule


def transfer_limit(case: Case) -> TransferLimit | None:
    """What a category, or a partner, may grow by; None where the rules set nothing."""
    moves = change_rule(case, "changes.transfers")
    if moves is not None and moves.value is False:
        return TransferLimit(ZERO, ZERO, moves)
    rate, most = change_rule(case, "changes.transfer_max_rate"), change_rule(case, "changes.transfer_max_amount")
    rule = rate or most
    if rule is None:
        return None
    return TransferLimit(_number(rate), _number(most), rule)


def _number(rule: Rule | None) -> Decimal:
    return rule.value if rule is not None and isinstance(rule.value, Decimal) else ZERO


def _moved(case: Case, place: Place, then: Decimal, now: Decimal, most: Decimal, rule: Rule) -> Found:
    partner = place.name if place.table == "partner" else None
    return Found(
        place,
        next(_anchors(case, place.name or ""), ("project",)) if partner is None else case.anchor_of(place),
        {"limit": most},
        "" if most else "none",
        partner=partner,
        expected=then,
        actual=now,
        source=source(rule),
        unverified=unverified(rule),
    )


def _anchors(case: Case, category: str) -> Iterator[Path]:
    return (("cost", index) for index, row in enumerate(case.budget.costs) if row.category == category)
