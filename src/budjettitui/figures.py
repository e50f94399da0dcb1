"""The figures of a budget, as DESIGN 3.3 has them: totals by partner, category, source and year. Pure functions.

Every figure knows where it comes from (`Sum.origin`, `Sum.anchors`), so that the screen and a proof can say so.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from budjettitui.amounts import WorthMemo, Worths, judged_worths, staged_worths
from budjettitui.model import CASH_KINDS, Amount, Budget, Figure, Funding, Share, Stated
from budjettitui.money import EXACT, ZERO, ratio, total
from budjettitui.rating import rate_of
from budjettitui.rules.terms import Terms
from budjettitui.sums import (
    COSTS,
    INCOME,
    UNKNOWN_SUM,
    WHOLE,
    Books,
    Quantity,
    Spread,
    Spreader,
    Sum,
    figure_sum,
    funding_of,
    share_sum,
    stated_sum,
)
from budjettitui.values import field, frozen


@frozen
class Sheet:
    """The figures of one partner or of the project at one stage; None and unknown sums are not zero.

    Amounts are in the budget's currency; `support_rate` is an exact percentage of `rate_base`.
    """

    costs: Sum = UNKNOWN_SUM
    income: Sum = UNKNOWN_SUM
    kinds: Mapping[str, Sum] = field(default_factory=dict)
    net_costs: Decimal | None = None
    funding: Decimal | None = None
    need: Decimal | None = None
    covered: Decimal | None = None
    missing: Decimal | None = None
    rate_support: Decimal | None = None
    rate_base: Decimal | None = None
    rate_on_public: bool = False
    """True where costs are unknown and the rate is taken on the stated public funding."""
    rate_about: bool = False
    rate_in_kind: Decimal = ZERO
    """The in-kind costs within `rate_base`, where the rules count them there."""

    @property
    def support(self) -> Sum:
        """The support."""
        return self.kinds.get("support", UNKNOWN_SUM)

    @property
    def own(self) -> Sum:
        """The own funding (self-financing) of those whose sheet it is."""
        return self.kinds.get("own", UNKNOWN_SUM)

    @property
    def support_rate(self) -> Decimal | None:
        """Support as a percentage of its base; None where one is unknown or the base is not above zero."""
        if self.rate_support is None or self.rate_base is None or self.rate_base <= ZERO:
            return None
        return ratio(self.rate_support, self.rate_base)

    @property
    def derived(self) -> tuple[str, ...]:
        """The names of the figures that are what the totals leave over."""
        named = [("costs", self.costs), ("income", self.income), *self.kinds.items()]
        return tuple(name for name, one in named if one.origin == "left")

    @property
    def sums(self) -> tuple[Sum, ...]:
        """Every sum that the sheet is made of."""
        return (self.costs, self.income, *self.kinds.values())

    @property
    def approximate(self) -> bool:
        """True where a figure it rests on is marked about."""
        return any(one.about for one in self.sums)

    @property
    def funding_parts(self) -> int:
        """How many separately rounded parts its funding has."""
        return sum(one.parts for one in self.kinds.values())

    def other_funding(self) -> Decimal | None:
        """Funding that is neither support nor own."""
        rest = [one.value for kind, one in self.kinds.items() if kind not in ("support", "own")]
        known = [value for value in rest if value is not None]
        return total(known) if len(known) == len(rest) else None


@frozen
class Stage:
    """The project's and the partners' sheets at one stage."""

    project: Sheet
    partners: Mapping[str, Sheet]
    spreads: Mapping[str, Spread]
    """Each quantity by name: `costs`, `income`, and the kinds of funding as `funding.own`."""


@frozen
class Figures:
    """All that is worked out of one budget."""

    project: Sheet
    partners: Mapping[str, Sheet]
    spreads: Mapping[str, Spread]
    worths: Worths
    books: Books
    categories: Mapping[str, Decimal | None]
    work_packages: Mapping[str, Decimal | None]
    years: Mapping[str, Decimal | None]
    stages: Mapping[str, Stage] = field(default_factory=dict)

    @property
    def several(self) -> bool:
        """True where there is more than one partner."""
        return self.books.several


Pick = Callable[[Figure], Amount | None]


def figures(budget: Budget, terms: Terms, memo: WorthMemo | None = None) -> Figures:
    """Works out every figure of a budget. Nothing is raised, whatever the budget holds.

    `memo` is filled and used where an editor works the same budget out again and again.
    """
    worths = judged_worths(budget, terms, memo)
    books = _books(budget, worths, _judged)
    judged = _stage(books, terms)
    return Figures(
        judged.project,
        judged.partners,
        judged.spreads,
        worths,
        books,
        _by(books, "category"),
        _by(books, "work_package"),
        costs_by_year(budget, books),
        {stage: _stage(_books(budget, staged_worths(budget, stage), pick), terms) for stage, pick in _given(budget)},
    )


def _judged(figure: Figure) -> Amount | None:
    return figure.judged


def _granted(figure: Figure) -> Amount | None:
    return figure.granted


def _realised(figure: Figure) -> Amount | None:
    return figure.realised


def _given(budget: Budget) -> list[tuple[str, Pick]]:
    """The stages besides the judged one that the budget gives figures of."""
    granted, realised = _rows_given(budget)
    items: tuple[Stated | Share, ...] = (*budget.stated, *budget.shares)
    stated = [
        figure
        for item in items
        for figure in (item.costs, item.income, item.support, item.own, getattr(item, "public_funding", None))
        if figure is not None
    ]
    found: list[tuple[str, Pick]] = []
    if granted or any(figure.granted is not None for figure in stated):
        found.append(("granted", _granted))
    if realised or any(figure.realised is not None for figure in stated):
        found.append(("realised", _realised))
    return found


def _rows_given(budget: Budget) -> tuple[bool, bool]:
    """Whether a row gives a granted figure, and whether one gives a realised figure."""
    granted = realised = False
    for _, _, row in budget.lines():
        granted = granted or row.granted is not None
        realised = realised or row.realised is not None
        if row.years:
            granted = granted or any(figure.granted is not None for figure in row.years.values())
            realised = realised or any(figure.realised is not None for figure in row.years.values())
    return granted, realised


def _books(budget: Budget, worths: Worths, pick: Pick) -> Books:
    ids = tuple(dict.fromkeys(partner.id for partner in budget.partners if partner.id is not None))
    return Books(budget, worths, pick, ids, frozenset(ids))


def _stage(books: Books, terms: Terms) -> Stage:
    spreads = {"costs": Spreader(books, COSTS, lambda _: False).spread()}
    spreads["income"] = _income_spread(books)
    funded = _funded(books)
    for kind in CASH_KINDS:
        quantity = funding_of(kind)
        spreads[quantity.name] = Spreader(books, quantity, funded.__contains__).spread()
    partners = {
        partner: _sheet(
            books, terms, f"partner.{partner}", {name: one.partners[partner] for name, one in spreads.items()}
        )
        for partner in books.ids
    }
    project = _sheet(books, terms, "project", {name: one.project for name, one in spreads.items()})
    if not books.several:
        partners = dict.fromkeys(books.ids, project)
    return Stage(project, partners, spreads)


def _income_spread(books: Books) -> Spread:
    """Income that no row or key gives counts as zero; what `[declared]` says of it is such a key."""
    declared = books.budget.declared.income
    spreader = Spreader(books, INCOME, lambda _: not isinstance(declared, Amount))
    if spreader.stated is None and isinstance(declared, Amount):
        spreader.stated = figure_sum(declared, "stated", ("declared", "income"))
    return spreader.spread()


def _funded(books: Books) -> frozenset[str]:
    """Those who have a funding row, or whose own funding is known: what they have no row of counts as zero."""
    found = set()
    for index, row in enumerate(books.budget.funding):
        if books.pick is _judged or books.worths["funding", index].value is not None:
            found.add(books.owner(row))
    own = funding_of("own")
    for partner in books.ids:
        if share_sum(books, own, partner) or stated_sum(books, "own", f"partner.{partner}"):
            found.add(partner)
    if stated_sum(books, "own", "project"):
        found.add(WHOLE)
    if not books.several and found:
        found.add(WHOLE)
    return frozenset(found)


def _sheet(books: Books, terms: Terms, of: str, sums: Mapping[str, Sum]) -> Sheet:
    costs, income = sums["costs"], sums["income"]
    kinds = {kind: sums[f"funding.{kind}"] for kind in CASH_KINDS}
    places = ("project",) if of != "project" and not books.several else ()
    net = _net(books, (of, *places), costs, income)
    support = kinds["support"].value
    funding = _funding(books, (of, *places), kinds)
    covered = _covered(kinds, funding)
    need = None if net is None or support is None else EXACT.subtract(net, support)
    rate = rate_of(books, terms, of, costs, net, kinds["support"])
    return Sheet(
        costs,
        income,
        kinds,
        net,
        funding,
        need,
        covered,
        None if need is None or covered is None else EXACT.subtract(need, covered),
        rate.support,
        rate.base,
        rate.on_public,
        costs.about or kinds["support"].about,
        rate.in_kind,
    )


def _net(books: Books, places: tuple[str, ...], costs: Sum, income: Sum) -> Decimal | None:
    """Costs less income; where costs are unknown, or stated beside net costs and no income is given, what is stated."""
    if costs.value is None:
        return _first_stated(books, "net_costs", places)
    if income.value is None:
        return None
    if costs.origin == "stated" and income.origin == "zero":
        stated = _first_stated(books, "net_costs", places)
        if stated is not None:
            return stated
    return EXACT.subtract(costs.value, income.value)


def _funding(books: Books, places: tuple[str, ...], kinds: Mapping[str, Sum]) -> Decimal | None:
    known = [one.value for one in kinds.values() if one.value is not None]
    return total(known) if len(known) == len(kinds) else _first_stated(books, "funding", places)


def _covered(kinds: Mapping[str, Sum], funding: Decimal | None) -> Decimal | None:
    """All funding but support: the other kinds' sum, else the stated funding less the support."""
    others = [one.value for kind, one in kinds.items() if kind != "support"]
    known = [value for value in others if value is not None]
    if len(known) == len(others):
        return total(known)
    support = kinds["support"].value
    return None if funding is None or support is None else EXACT.subtract(funding, support)


def _first_stated(books: Books, key: str, places: tuple[str, ...]) -> Decimal | None:
    for place in places:
        found = stated_sum(books, key, place)
        if found is not None:
            return found.value
    return None


def _by(books: Books, key: str) -> dict[str, Decimal | None]:
    """Cash costs by category or by work package; a sum with an unknown row is unknown; stated where no row has it."""
    found: dict[str, list[Decimal | None]] = {}
    for index, row in enumerate(books.budget.costs):
        name = getattr(row, key)
        if name is not None and not row.in_kind:
            found.setdefault(name, []).append(books.worths["cost", index].value)
    sums = {name: _all_known(values) for name, values in found.items()}
    if key == "category":
        for stated in books.stated("project"):
            for name, figure in stated.categories.items():
                amount = books.pick(figure)
                sums.setdefault(name, amount.value if amount is not None else None)
    if "cost" in books.budget.unread:
        return dict.fromkeys(sums)
    return sums


def _all_known(values: list[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return total(known) if len(known) == len(values) else None


def costs_by_year(budget: Budget, books: Books) -> dict[str, Decimal | None]:
    """Costs by year or period: what the cost lines split, with the shares of partners that have no lines."""
    found: dict[str, list[Decimal | None]] = {}
    cash = [row for row in budget.costs if not row.in_kind]
    for row in cash:
        for year, figure in row.years.items():
            found.setdefault(year, []).append(_value(figure.judged))
    with_rows = {books.owner(row) for row in cash}
    for share in budget.shares:
        if share.partner not in with_rows:
            for year, part in share.years.items():
                if part.costs is not None:
                    found.setdefault(year, []).append(_value(part.costs.judged))
    return {year: _all_known(found[year]) for year in sorted(found)}


def _value(amount: Amount | None) -> Decimal | None:
    return None if amount is None else amount.value


def payments(budget: Budget, books: Books) -> list[tuple[int, Funding]]:
    """Funding that one partner pays to another, support passed on left out."""
    return [
        (index, row)
        for index, row in enumerate(budget.funding)
        if row.payer in books.known_ids and row.recipient is not None and row.recipient != row.payer
        if row.kind != "support"
    ]


__all__ = ["Figures", "Quantity", "Sheet", "Stage", "costs_by_year", "figures", "payments"]
