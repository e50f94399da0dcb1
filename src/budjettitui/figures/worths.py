"""What a row comes to: written, added up from its years, or worked out from price, quantity or flat rate (docs/figures.md)."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from budjettitui.blocks import Block, Shelf, by_shelf, joined, on_shelf, row_by_row, where
from budjettitui.model import JUDGED, LINES, Amount, Budget, Cost, Figure, Line
from budjettitui.money import HUNDRED, ZERO, percent_of, rounded, times, to_decimals, total
from budjettitui.rules import FlatRate
from budjettitui.rules.terms import Terms
from budjettitui.values import frozen


@frozen
class Worth:
    """A row's sum at one stage, None where it is unknown, and how it came about."""

    value: Decimal | None
    how: str
    """`written`, `years`, `product`, `flat`, or `unknown`."""
    about: bool = False
    at_most: bool = False
    at_least: bool = False

    @property
    def slack(self) -> Decimal:
        """How much a figure marked about widens the reconciliation with a stated total."""
        return slack_of(self.value) if self.about and self.value is not None else ZERO


def slack_of(value: Decimal) -> Decimal:
    """Half a unit of the last non-zero digit: 5 000 for 550 000, half a cent for 24 370,48; zero for zero."""
    if not value:
        return ZERO
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(5).scaleb(exponent - 1)


UNKNOWN = Worth(None, "unknown")

PLANNED = frozenset(("amount", "years", "quantity", "unit_price", "allocation"))
"""The keys that say what a row is planned to come to: while one of them cannot be read, nobody knows that."""


def written(amount: Amount) -> Worth:
    """The worth of an amount as it is written."""
    return Worth(amount.value, "written", amount.about, amount.at_most, amount.at_least)


def judged_worth(row: Line, decimals: int) -> Worth:
    """A row's sum at the stage it is judged at: planned (written or worked out), else applied, else granted.

    A flat-rate row without an amount is not worked out here, since its base is other rows.
    """
    if row.amount is not None:
        return written(row.amount)
    if not row.unread.isdisjoint(PLANNED):
        return UNKNOWN
    if row.years:
        return _years_worth(row.years.values())
    if isinstance(row, Cost):
        product = product_of(row, decimals)
        if product is not None:
            return Worth(product, "product")
    stage = _later_stage(row)
    amount = getattr(row, stage) if stage is not None else None
    return UNKNOWN if amount is None else written(amount)


def _later_stage(row: Line) -> str | None:
    """Of a row that is planned nowhere, the first stage that it says something of, whether or not that can be read."""
    return next((stage for stage in JUDGED[1:] if getattr(row, stage) is not None or stage in row.unread), None)


def _years_worth(years: Iterable[Figure]) -> Worth:
    amounts = [figure.judged for figure in years]
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(amounts):
        return UNKNOWN
    return Worth(total([amount.value for amount in known]), "years", about=any(amount.about for amount in known))


def product_of(row: Cost, decimals: int) -> Decimal | None:
    """Quantity x unit price x allocation, half-up to the currency; None where quantity or price is not given."""
    exact = exact_product(row)
    return None if exact is None else to_decimals(exact, decimals)


def exact_product(row: Cost) -> Decimal | None:
    """Quantity x unit price x allocation, not rounded."""
    if row.quantity is None or row.unit_price is None:
        return None
    product = times(row.quantity, row.unit_price.value)
    return product if row.allocation is None else percent_of(row.allocation, product)


def staged_worth(row: Line, stage: str) -> Worth:
    """A row's sum at exactly one stage, `granted` or `realised`."""
    amount: Amount | None = getattr(row, stage)
    if amount is not None:
        return written(amount)
    years = [figure.at(stage) for figure in row.years.values()]
    known = [amount for amount in years if amount is not None]
    if not known or len(known) < len(years) or stage in row.unread:
        return UNKNOWN
    return Worth(total([amount.value for amount in known]), "years")


class Worths(Mapping[tuple[str, int], Worth]):
    """Every row's worth at one stage (`judged`, `granted`, `realised`), by table and number from 0."""

    __slots__ = ("_tables", "decimals", "filled", "reconciled", "stage")

    def __init__(self, budget: Budget, stage: str) -> None:
        self.stage = stage
        self.decimals = budget.decimals
        self.filled: dict[int, Worth] = {}
        """The flat-rate cost lines that are worked out from others, by number."""
        self.reconciled: tuple[object, object, tuple[Any, ...]] | None = None
        """Stated totals beside these sums, once a check has asked: of which budget, under which terms (`checks/totals.py`)."""
        given = (self.stage, self.decimals)
        self._tables = {
            table: joined([part for _, part in by_shelf(budget.rows(table), _worths_on_shelf, *given)])
            for table in LINES
        }

    def __getitem__(self, row: tuple[str, int]) -> Worth:
        table, index = row
        return self._tables[table][index]

    # narrower than a mapping has it, which takes keys of any type: it is asked for at every row
    def get(self, row: tuple[str, int], default: Worth | None = None) -> Worth | None:  # type: ignore[override]
        """The row's worth; the default where the table has no amounts."""
        table = self._tables.get(row[0], ())
        return table[row[1]] if row[1] < len(table) else default

    def __iter__(self) -> Iterator[tuple[str, int]]:
        return ((table, index) for table, worths in self._tables.items() for index in range(len(worths)))

    def __len__(self) -> int:
        return sum(map(len, self._tables.values()))

    def between(self, table: str, start: int, end: int) -> list[Worth]:
        """The worths of some rows that follow each other; none of a table without amounts."""
        return self._tables[table][start:end] if table in self._tables else []

    def filled_between(self, table: str, start: int, end: int) -> dict[int, Worth]:
        """Of some rows that follow each other those that are worked out from others."""
        if table != "cost" or not self.filled:
            return {}
        return {index: worth for index, worth in self.filled.items() if start <= index < end}

    def fill(self, index: int, worth: Worth) -> None:
        """Gives a cost line that rests on others its worth."""
        self.filled[index] = self._tables["cost"][index] = worth


def _worths_on_shelf(shelf: Shelf[Line], stage: str, decimals: int) -> tuple[Worth, ...]:
    return tuple(joined([worths for _, worths in on_shelf(shelf, worths_in, stage, decimals)]))


def worths_in(block: Block[Line], stage: str, decimals: int) -> tuple[Worth, ...]:
    """What the rows of a block come to, each on its own."""
    return row_by_row(block, _worth_at, stage, decimals)


def _worth_at(row: Line, stage: str, decimals: int) -> Worth:
    return judged_worth(row, decimals) if stage == "judged" else staged_worth(row, stage)


def judged_worths(budget: Budget, terms: Terms) -> Worths:
    """What every row comes to at the stage it is judged at, flat-rate rows worked out from their base."""
    worths = Worths(budget, "judged")
    models = dict.fromkeys([budget.project.cost_model, *(partner.cost_model for partner in budget.partners)])
    for model in models:
        for rate in terms.flat_rates(model):
            _fill_flat(budget, terms, model, rate, worths)
    return worths


def model_of(budget: Budget, row: Cost) -> str | None:
    """The cost model that holds for a cost line: its partner's, else the project's."""
    for partner in budget.partners:
        if partner.id == row.partner or (row.partner is None and len(budget.partners) == 1):
            return partner.cost_model or budget.project.cost_model
    return budget.project.cost_model


def _fill_flat(budget: Budget, terms: Terms, model: str | None, rate: FlatRate, worths: Worths) -> None:
    for index in where(budget.costs, _may_rest, rate.category, budget.decimals):
        row = budget.costs[index]
        if worths["cost", index].value is None and model_of(budget, row) == model:
            amount = flat_amount(budget, terms, row, rate, worths)
            if amount is not None:
                worths.fill(index, Worth(amount, "flat"))


def _may_rest(row: Cost, category: str, decimals: int) -> bool:
    """True of a line that may be a flat rate of others: it has no figure of its own."""
    return row.category == category and not row.unread and judged_worth(row, decimals) is UNKNOWN


def flat_amount(
    budget: Budget, terms: Terms, row: Cost, rate: FlatRate, worths: Mapping[tuple[str, int], Worth]
) -> Decimal | None:
    """What a flat-rate row comes to: its rate of its base, rounded the rules' way; None where the base is unknown."""
    base = None if _base_is_open(budget, terms, row, rate.base) else base_of(budget, row, rate.base, worths)
    if base is None or not isinstance(rate.rate.value, Decimal):
        return None
    return rounded(
        percent_of(rate.rate.value, base), flat_unit(budget, terms), terms.rules.word("rounding.flat") or "half_up"
    )


def flat_unit(budget: Budget, terms: Terms) -> Decimal:
    """The unit that a flat rate is rounded to: the rules' rounding unit, else the currency's smallest."""
    return terms.rules.number("rounding.unit") or Decimal(1).scaleb(-budget.decimals)


def base_of(
    budget: Budget, row: Cost, categories: tuple[str, ...], worths: Mapping[tuple[str, int], Worth]
) -> Decimal | None:
    """The sum of the lines that a flat-rate row rests on: its partner's, of its work package where it names one."""
    found = []
    for index in where(budget.costs, _in_base, categories):
        other = budget.costs[index]
        if same_books(budget, row, other) and row.work_package in (None, other.work_package):
            value = worths["cost", index].value
            if value is None:
                return None
            found.append(value)
    return total(found) if found else None


def _in_base(row: Cost, categories: tuple[str, ...]) -> bool:
    return row.category in categories and not row.in_kind


def _base_is_open(budget: Budget, terms: Terms, row: Cost, categories: tuple[str, ...]) -> bool:
    """True where a line may be one of the base, and what tells so could not be read or is no word that is known."""
    if not budget.unread.isdisjoint(("cost", "partner")):
        return True
    known = None if terms.rules.any_category else frozenset(terms.rules.categories)
    ids = frozenset(partner.id for partner in budget.partners)
    for index in where(budget.costs, _may_be_in_base, categories, known, ids):
        other = budget.costs[index]
        package = row.work_package in (None, other.work_package) or "work_package" in other.unread
        if package and (same_books(budget, row, other) or _of_unknown(other, ids)):
            return True
    return False


def _may_be_in_base(
    row: Cost, categories: tuple[str, ...], known: frozenset[str] | None, ids: frozenset[str | None]
) -> bool:
    lost = row.category is None or "category" in row.unread or (known is not None and row.category not in known)
    if not lost and row.category not in categories:
        return False
    unread = not row.unread.isdisjoint(("in_kind", "work_package"))
    return not row.in_kind and (lost or unread or _of_unknown(row, ids))


def _of_unknown(row: Cost, ids: frozenset[str | None]) -> bool:
    """True of a line whose partner could not be read, or is none of several."""
    return len(ids) > 1 and ("partner" in row.unread or (row.partner is not None and row.partner not in ids))


def same_books(budget: Budget, one: Cost, other: Cost) -> bool:
    """True of two lines of one partner; where there is one applicant, of any two."""
    return len(budget.partners) < 2 or one.partner == other.partner


def stage_of(row: Line) -> str | None:
    """The stage that a row is judged at, as `judged_worth` has it; None where it says nothing of an amount at all."""
    if row.amount is not None or row.years or not row.unread.isdisjoint(PLANNED):
        return "planned"
    if isinstance(row, Cost) and exact_product(row) is not None:
        return "planned"
    return _later_stage(row) or ("planned" if isinstance(row, Cost) and row.unit_price is not None else None)


def share_of(part: Decimal, allocation: Decimal | None) -> Decimal:
    """A part at its allocation in per cent; all of it where none is given."""
    return part if allocation is None else percent_of(min(allocation, HUNDRED), part)
