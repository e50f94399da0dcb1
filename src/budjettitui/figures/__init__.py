"""The figures of a budget, as docs/figures.md has them: totals by partner, category, source and year. Pure functions.

From the ground up: `worths` (what a row comes to), `tallies` (the rows of a table by whose they are), `sums` (one quantity
at every partner and at the project), `rating` and `breakdowns` (the support rate; costs by category and year). Here all of
them become `Figures`; of these `promises` and `payers` tell what is promised from budget items, and who pays whom.

Every figure knows where it comes from (`Sum.origin`, `Sum.anchors`), so that the screen and a proof can say so.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from budjettitui.blocks import Block, each, values
from budjettitui.figures.breakdowns import costs_by_category, costs_by_year
from budjettitui.figures.rating import rate_of
from budjettitui.figures.sums import (
    COSTS,
    INCOME,
    UNKNOWN_SUM,
    Books,
    Spread,
    Spreader,
    Sum,
    figure_sum,
    funding_of,
    share_sum,
    stated_sum,
)
from budjettitui.figures.tallies import WHOLE, owner_of
from budjettitui.figures.worths import Worths, judged_worths, worths_in
from budjettitui.model import CASH_KINDS, LINES, Amount, Budget, Figure, Funding, Line, Share, ShareYear, Stated
from budjettitui.money import EXACT, ZERO, less, ratio, total_if_known
from budjettitui.rules.terms import Terms
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
        return total_if_known(one.value for kind, one in self.kinds.items() if kind not in ("support", "own"))


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
    years: Mapping[str, Decimal | None]
    stages: Mapping[str, Stage] = field(default_factory=dict)

    @property
    def several(self) -> bool:
        """True where there is more than one partner."""
        return self.books.several


Pick = Callable[[Figure], Amount | None]


def figures(budget: Budget, terms: Terms) -> Figures:
    """Works out every figure of a budget. Nothing is raised, whatever the budget holds."""
    worths = judged_worths(budget, terms)
    books = _books(budget, worths, _judged)
    judged = _stage(books, terms)
    return Figures(
        judged.project,
        judged.partners,
        judged.spreads,
        worths,
        books,
        costs_by_category(books),
        costs_by_year(budget, books),
        {stage: _stage(_books(budget, Worths(budget, stage), pick), terms) for stage, pick in _given(budget)},
    )


def _judged(figure: Figure) -> Amount | None:
    return figure.judged


def _granted(figure: Figure) -> Amount | None:
    return figure.granted


def _realised(figure: Figure) -> Amount | None:
    return figure.realised


def _given(budget: Budget) -> list[tuple[str, Pick]]:
    """The stages besides the judged one that the budget gives figures of."""
    years = [year for share in budget.shares for year in share.years.values()]
    items: tuple[Stated | Share | ShareYear, ...] = (*budget.stated, *budget.shares, *years)
    stated = [
        figure
        for item in items
        for figure in (item.costs, item.income, item.support, item.own, getattr(item, "public_funding", None))
        if figure is not None
    ]
    given = {stage for table in LINES for stages in values(budget.rows(table), _gives) for stage in stages}
    found: list[tuple[str, Pick]] = []
    if "granted" in given or any(figure.granted is not None for figure in stated):
        found.append(("granted", _granted))
    if "realised" in given or any(figure.realised is not None for figure in stated):
        found.append(("realised", _realised))
    return found


def _gives(row: Line) -> tuple[str, ...]:
    """The stages besides the judged one that a row gives figures of."""
    if row.granted is None and row.realised is None and not row.years:
        return ()
    years = row.years.values()
    found = [stage for stage in ("granted", "realised") if getattr(row, stage) is not None]
    return (*found, *(stage for stage in ("granted", "realised") if any(one.at(stage) is not None for one in years)))


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
    project = _sheet(books, terms, "project", {name: one.project for name, one in spreads.items()})
    if not books.several:
        return Stage(project, dict.fromkeys(books.ids, project), spreads)
    partners = {
        partner: _sheet(
            books, terms, f"partner.{partner}", {name: one.partners[partner] for name, one in spreads.items()}
        )
        for partner in books.ids
    }
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
    judged = books.worths.stage == "judged"
    found: set[str] = set()
    for owners in each(books.budget.funding, _payees, books.known_ids, books.worths.stage, books.worths.decimals):
        found |= owners[1][0] if judged else owners[1][1]
    own = funding_of("own")
    for partner in books.ids:
        if share_sum(books, own, partner) or stated_sum(books, "own", f"partner.{partner}"):
            found.add(partner)
    if stated_sum(books, "own", "project"):
        found.add(WHOLE)
    if not books.several and found:
        found.add(WHOLE)
    return frozenset(found)


def _payees(
    block: Block[Funding], ids: frozenset[str], stage: str, decimals: int
) -> tuple[frozenset[str], frozenset[str]]:
    """Whose the funding rows are, and whose those with a known sum are."""
    owners = [owner_of(row, ids) for row in block.rows]
    worths = block.of(worths_in, stage, decimals)
    known = [owner for owner, worth in zip(owners, worths, strict=True) if worth.value is not None]
    return frozenset(owners), frozenset(known)


def _sheet(books: Books, terms: Terms, of: str, sums: Mapping[str, Sum]) -> Sheet:
    costs, income = sums["costs"], sums["income"]
    kinds = {kind: sums[f"funding.{kind}"] for kind in CASH_KINDS}
    net = _net(books, of, costs, income)
    funding = _funding(books, of, kinds)
    covered = _covered(kinds, funding)
    need = less(net, kinds["support"].value)
    rate = rate_of(books, terms, of, costs, net, kinds["support"])
    return Sheet(
        costs,
        income,
        kinds,
        net,
        funding,
        need,
        covered,
        less(need, covered),
        rate.support,
        rate.base,
        rate.on_public,
        costs.about or kinds["support"].about,
        rate.in_kind,
    )


def _net(books: Books, of: str, costs: Sum, income: Sum) -> Decimal | None:
    """Costs less income; where costs are unknown, or stated beside net costs and no income is given, what is stated."""
    if costs.value is None:
        return _stated(books, "net_costs", of)
    if income.value is None:
        return None
    if costs.origin == "stated" and income.origin == "zero":
        stated = _stated(books, "net_costs", of)
        if stated is not None:
            return stated
    return EXACT.subtract(costs.value, income.value)


def _funding(books: Books, of: str, kinds: Mapping[str, Sum]) -> Decimal | None:
    summed = total_if_known(one.value for one in kinds.values())
    return summed if summed is not None else _stated(books, "funding", of)


def _covered(kinds: Mapping[str, Sum], funding: Decimal | None) -> Decimal | None:
    """All funding but support: the other kinds' sum, else the stated funding less the support."""
    others = total_if_known(one.value for kind, one in kinds.items() if kind != "support")
    return others if others is not None else less(funding, kinds["support"].value)


def _stated(books: Books, key: str, of: str) -> Decimal | None:
    found = stated_sum(books, key, of)
    return None if found is None else found.value
