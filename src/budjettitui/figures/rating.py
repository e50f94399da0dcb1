"""The support rate's two sides: the support, and what it is a percentage of, as docs/figures.md has them."""

from decimal import Decimal

from budjettitui.blocks import where
from budjettitui.figures.sums import Books, Sum
from budjettitui.model import Amount, Figure
from budjettitui.money import EXACT, ZERO, total_if_known
from budjettitui.rules.terms import Terms
from budjettitui.traits import is_in_kind
from budjettitui.values import frozen


@frozen
class Rated:
    """Support and its base, in the budget's currency; None where one is unknown.

    `on_public` is true where costs are unknown and the base is the stated public funding; `in_kind` is what the base has
    of in-kind costs.
    """

    support: Decimal | None = None
    base: Decimal | None = None
    on_public: bool = False
    in_kind: Decimal = ZERO


def rate_of(books: Books, terms: Terms, of: str, costs: Sum, net: Decimal | None, support: Sum) -> Rated:
    """The support and the base that the rate is taken of; within one `[stated]` where both are stated."""
    base = net if terms.support.base == "net_costs" else costs.value
    if base is None:
        public = _public_pair(books, of, support)
        return Rated(*public, on_public=True) if public is not None else Rated(support.value)
    found: tuple[Decimal, Decimal] | None = None
    if costs.origin == support.origin == "stated" and costs.anchors[0][:-1] != support.anchors[0][:-1]:
        found = _within_one(books, terms, of)
        if found is None:
            return Rated()
    in_kind = _in_kind(books, of) if terms.support.in_kind_in_base else ZERO
    if in_kind is None:
        return Rated(support.value)
    amount, costed = found or (support.value, base)
    return Rated(amount, EXACT.add(costed, in_kind), in_kind=in_kind)


def _in_kind(books: Books, of: str) -> Decimal | None:
    """The in-kind costs of a partner or of the project; None where one of them is unknown."""
    return total_if_known(
        books.worths["cost", index].value
        for index in where(books.budget.costs, is_in_kind)
        if of == "project" or not books.several or of == f"partner.{books.owner(books.budget.costs[index])}"
    )


def _picked(books: Books, figure: Figure | None) -> Amount | None:
    return None if figure is None else books.pick(figure)


def _within_one(books: Books, terms: Terms, of: str) -> tuple[Decimal, Decimal] | None:
    for stated in books.stated(of):
        costs, support, income = (_picked(books, one) for one in (stated.costs, stated.support, stated.income))
        if costs is not None and support is not None:
            less = income.value if income is not None and terms.support.base == "net_costs" else ZERO
            return support.value, EXACT.subtract(costs.value, less)
    return None


def _public_pair(books: Books, of: str, support: Sum) -> tuple[Decimal | None, Decimal] | None:
    """Support and the stated public funding, of one `[stated]` where the support is stated too."""
    first: tuple[Decimal | None, Decimal] | None = None
    for stated in books.stated(of):
        public = _picked(books, stated.public_funding)
        if public is None:
            continue
        here = _picked(books, stated.support)
        if support.origin != "stated" or here is not None:
            return (support.value if support.origin != "stated" or here is None else here.value), public.value
        first = first or (support.value, public.value)
    return first
