"""VAT in the costs: is it said whether prices have it, and may it be there at all."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.blocks import some, where
from budjettitui.checks import ERROR, WARNING, Found, check, row_check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.ruled import source, unverified
from budjettitui.findings import Place
from budjettitui.model import Cost, Partner, Row, place_of
from budjettitui.money import EXACT, HUNDRED, ZERO, divided, times, to_decimals
from budjettitui.rules import Rule

FAMILY = "time"


def _line(rate: str, category: str = "services") -> str:
    return f'\n[[cost]]\ncategory = "{category}"\ndescription = "Trainer {rate}"\nvat_rate = {rate}\namount = 1_255\n'


@check(
    "vat-basis",
    WARNING,
    "partner",
    good=HEAD + _line("25.5") + _line("14"),
    bad=(HEAD + _line("25.5") + _line("0"), HEAD + '\n[declared]\nvat = "excluded"\n' + _line("25.5")),
)
def vat_basis(case: Case) -> Iterator[Found]:
    """Prices with and without VAT stand side by side, or nothing says which they are where the rules ask.

    A line that gives its `vat_rate` has so much VAT in its amount. Side by side are lines with VAT and lines with none
    in one category of one partner, or lines with VAT where the file declares that prices are without.

    Rule: declarations.vat of the rule set; else this program's own.
    """
    declared = case.budget.declared
    for owner, lines in _by_owner(case).items():
        mixed = _mixed(lines) if declared.vat is None else None
        if declared.vat == "excluded":
            mixed = next((index for index, row in lines if row.vat_rate), None)
        if mixed is not None:
            place = Place("partner", owner) if case.several and owner in case.figures.partners else Place("project")
            partner = place.name
            yield Found(place, ("cost", mixed, "vat_rate"), {}, declared.vat or "", partner=partner)
    rule = case.terms.rules.rule("declarations.vat")
    asked = rule is not None and rule.value is True and case.budget.costs
    if asked and declared.vat is None and not declared.unread and not any(_by_owner(case).values()):
        place = Place("project")
        yield Found(place, ("project",), {}, "unsaid", unverified=unverified(rule), source=source(rule))


def _by_owner(case: Case) -> dict[str, list[tuple[int, Cost]]]:
    """The lines that give a VAT rate, by whose they are."""
    found: dict[str, list[tuple[int, Cost]]] = {}
    for index in where(case.budget.costs, _tells_vat):
        row = case.budget.costs[index]
        found.setdefault(case.figures.books.owner(row), []).append((index, row))
    return found


def _tells_vat(row: Cost) -> bool:
    return row.vat_rate is not None


def _mixed(lines: list[tuple[int, Cost]]) -> int | None:
    """The first line without VAT in a category that has lines with it."""
    with_vat = {row.category for _, row in lines if row.vat_rate}
    return next((index for index, row in lines if row.vat_rate == ZERO and row.category in with_vat), None)


def _never(case: Case, partner: Partner | None) -> Rule | None:
    """The rule by which a partner's VAT is never paid."""
    if partner is None:
        return None
    rule = case.terms.rules.rule("vat.municipality")
    if partner.kind == "municipality" and rule is not None and rule.value == "never":
        return rule
    rule = case.terms.rules.rule("vat.recoverable")
    return rule if partner.recovers_vat is True and rule is not None and rule.value == "never" else None


def _declared(case: Case) -> Iterator[Found]:
    """The same of partners whose prices are declared to have VAT in them, where no line says how much."""
    if case.budget.declared.vat != "included" or some(case.budget.costs, _tells_vat):
        return
    for index, partner in enumerate(case.budget.partners):
        rule = _never(case, partner)
        sheet = case.figures.partners.get(partner.id or "")
        if rule is not None and sheet is not None and sheet.costs.value != ZERO:
            place = Place("partner", partner.id)
            yield Found(place, ("partner", index), {"who": partner.label}, _said(rule, "declared"), partner=partner.id,
                        unverified=unverified(rule), source=source(rule))  # fmt: skip


_TOWN = HEAD + 'rules = "fi-esrplus-2021"\n\n[[partner]]\nid = "town"\nkind = "municipality"\n'


@row_check(
    "vat-ineligible",
    ERROR,
    "cost",
    good=_TOWN + _line("0"),
    bad=(_TOWN + _line("25.5"), _TOWN + '\n[declared]\nvat = "included"\n[stated]\ncosts = 100_000\n'),
    beside=_declared,
)
def vat_ineligible(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """There is VAT in the costs of one whose VAT the rules never pay.

    A municipality gets the VAT of its purchases back from the state, so it is no cost of it: the structural funds never
    pay it. The same holds of anybody who deducts VAT or has it refunded. The VAT of a line is what its `vat_rate` makes
    of its amount.

    Rule: vat.municipality and vat.recoverable of the rule set; 866/2021 23 §, 119/2022 30 §.
    """
    if not isinstance(row, Cost) or not row.vat_rate or case.budget.declared.vat == "excluded":
        return
    rule, worth = _never(case, _partner(case, row)), case.figures.worths[table, index].value
    if rule is not None and worth:
        vat = to_decimals(_vat_in(worth, row.vat_rate), case.budget.decimals)
        yield Found(
            place_of(table, index, row),
            (table, index, "vat_rate"),
            {"rate": row.vat_rate, "amount": worth, "without": EXACT.subtract(worth, vat)},
            _said(rule, ""),
            partner=row.partner,
            actual=vat,
            unverified=unverified(rule),
            source=source(rule),
        )


def _said(rule: Rule, how: str) -> str:
    """By which of the two rules it is not paid: to a municipality, or to one who gets it back."""
    return how if rule.key == "vat.municipality" else f"{how}-recovered".lstrip("-")


def _vat_in(worth: Decimal, rate: Decimal) -> Decimal:
    return divided(times(worth, rate), EXACT.add(HUNDRED, rate))


def _partner(case: Case, row: Cost) -> Partner | None:
    if row.partner is None and len(case.budget.partners) == 1:
        return case.budget.partners[0]
    return case.partner(row.partner) if row.partner is not None else None
