"""One quantity (costs, income, a kind of funding) at every partner and at the project: docs/figures.md to the letter.

A partner's is the sum of its rows, else its share, else what is stated of it, else what the project's total leaves
over, else unknown. The project's is the partners' sum with the rows that name no partner, else those rows alone, else
what is stated. Nothing unknown is taken for zero.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import chain

from budjettitui.figures.tallies import STRAY, WHOLE, Tally, names_partners, owner_of, passed_by, tallies
from budjettitui.figures.worths import Worths, slack_of
from budjettitui.findings import Path
from budjettitui.model import Amount, Budget, Cost, Figure, Funding, Income, Share, ShareYear, Stated
from budjettitui.money import EXACT, ZERO, total
from budjettitui.values import field, frozen, replace

LEFT_OVER_PARTS = 5
"""A partner that is what the totals leave over stands for an unknown number of rounded parts (checks, tolerance)."""


@frozen
class Sum:
    """A sum with where it comes from. `value` is None where it is unknown.

    `origin`: `rows`, `share`, `stated`, `left` (what the totals leave over), `zero` (counts as zero by docs/figures.md),
    `partners` (the partners' sum), `unknown`. `parts`: how many separately rounded parts it has.
    """

    value: Decimal | None = None
    origin: str = "unknown"
    parts: int = 0
    about: bool = False
    at_most: bool = False
    at_least: bool = False
    anchors: tuple[Path, ...] = ()
    slack: Decimal = ZERO
    """How much the figures marked about widen the reconciliation of a stated total with its parts (docs/figures.md)."""

    @property
    def known(self) -> bool:
        """True where there is a figure."""
        return self.value is not None

    @property
    def own(self) -> bool:
        """True of a figure that somebody wrote: rows, a share, or stated."""
        return self.origin in ("rows", "share", "stated")


UNKNOWN_SUM = Sum()


@frozen
class Books:
    """Whose a row is: the partners' ids in order, and every row's worth at the stage looked at."""

    budget: Budget
    worths: Worths
    pick: Callable[[Figure], Amount | None]
    ids: tuple[str, ...]
    known_ids: frozenset[str] = field(default=frozenset())

    @property
    def several(self) -> bool:
        """True where there is more than one partner."""
        return len(self.ids) > 1

    @property
    def nameless(self) -> bool:
        """True where there are several partners and at most one has an id: nobody knows whose the rows are."""
        return len(self.ids) < 2 and self.unnamed

    @property
    def unnamed(self) -> bool:
        """True where one of several partners has no id, or stands where it is not read."""
        partners = self.budget.partners
        if "partner" in self.budget.unread:
            return bool(partners) or names_partners(self.budget)
        return len(partners) > 1 and any(partner.id is None for partner in partners)

    @property
    def only(self) -> str:
        """Whose everything is, where there is one applicant: the only partner's id, or the project's own books."""
        return self.ids[0] if len(self.ids) == 1 else WHOLE

    def owner(self, row: Cost | Income | Funding) -> str:
        """Whose books a row stands in: a partner's id, `WHOLE` or `STRAY`."""
        return owner_of(row, self.known_ids)

    def stated(self, of: str) -> Iterator[Stated]:
        """What is stated of a place, in the order of the file."""
        return (stated for stated in self.budget.stated if stated.of == of)


@frozen
class Quantity:
    """One quantity: its name, the rows that carry it, and what it is called in a share and in `[stated]`.

    Kinds of funding are named `funding.own` and so on, since there is both income and funding of the kind income.
    """

    name: str
    table: str
    kind: str | None = None
    key: str | None = None
    """Its key in `[[share]]` and `[stated]`; None where those have none."""


COSTS = Quantity("costs", "cost", None, "costs")
INCOME = Quantity("income", "income", None, "income")


def funding_of(kind: str) -> Quantity:
    """The quantity of one kind of funding."""
    return Quantity(f"funding.{kind}", "funding", kind, kind if kind in ("support", "own") else None)


def rows_sum(rows: Tally, passed: Tally | None = None) -> Sum:
    """The sum of rows, less what of it is passed on; unknown where one of them is."""
    if passed is None:
        value = rows.value if rows.known else None
        return Sum(value, "rows", rows.parts, rows.about, rows.at_most, rows.at_least, rows.anchors, rows.slack)
    return Sum(
        EXACT.subtract(rows.value, passed.value) if rows.known and passed.known else None,
        "rows",
        rows.parts + passed.parts,
        rows.about or passed.about,
        rows.at_most or passed.at_most,
        rows.at_least or passed.at_least,
        rows.anchors + passed.anchors,
        EXACT.add(rows.slack, passed.slack),
    )


def figure_sum(amount: Amount, origin: str, anchor: Path) -> Sum:
    """The sum that one written figure is."""
    slack = slack_of(amount.value) if amount.about else ZERO
    return Sum(amount.value, origin, 1, amount.about, amount.at_most, amount.at_least, (anchor,), slack)


def share_sum(books: Books, quantity: Quantity, partner: str) -> Sum | None:
    """A partner's share of a quantity; several shares of one partner add up; None where none says it."""
    if quantity.key is None:
        return None
    found = []
    for index, share in enumerate(books.budget.shares):
        if share.partner != partner:
            continue
        if quantity.key in share.unread:
            return replace(UNKNOWN_SUM, origin="share", anchors=(("share", index, quantity.key),))
        amount = _picked(books, share, quantity.key)
        if amount is not None:
            found.append(figure_sum(amount, "share", ("share", index, quantity.key)))
        elif getattr(share, quantity.key) is None:
            found += _years_of_share(books, share, index, quantity.key)
    return added(found, "share") if found else None


def _years_of_share(books: Books, share: Share, index: int, key: str) -> list[Sum]:
    """What a share without the figure is worked out from: its years, where each of them has it."""
    found = []
    for name, year in share.years.items():
        figure: Figure | None = getattr(year, key)
        amount = None if figure is None or key in year.unread else books.pick(figure)
        if amount is None:
            return []
        found.append(figure_sum(amount, "share", ("share", index, "years", name, key)))
    return found


def _picked(books: Books, item: Share | Stated, key: str) -> Amount | None:
    figure: Figure | None = getattr(item, key)
    return None if figure is None else books.pick(figure)


def stated_sum(books: Books, key: str | None, of: str) -> Sum | None:
    """What is stated of a place: of several that state it, the first; None where none does."""
    if key is None:
        return None
    for stated in books.stated(of):
        if key in stated.unread:
            return replace(UNKNOWN_SUM, origin="stated", anchors=((*stated.anchor, key),))
        amount = _picked(books, stated, key)
        if amount is not None:
            return figure_sum(amount, "stated", (*stated.anchor, key))
    return None


def added(sums: list[Sum], origin: str) -> Sum:
    """The sum of sums; unknown where one of them is."""
    values = [one.value for one in sums if one.value is not None]
    return Sum(
        total(values) if len(values) == len(sums) else None,
        origin if len(values) == len(sums) else "unknown",
        sum(one.parts for one in sums),
        any(one.about for one in sums),
        any(one.at_most for one in sums),
        any(one.at_least for one in sums),
        tuple(chain.from_iterable([one.anchors for one in sums])),
        total([one.slack for one in sums]),
    )


@frozen
class Spread:
    """A quantity at the project and at each partner."""

    project: Sum
    partners: Mapping[str, Sum]
    whole_rows: Sum | None = None
    """The rows that name no partner, where there are several partners."""
    stated: Sum | None = None
    """What is stated of the project, whether or not it is used."""
    parts_exceed: bool = False
    """True where the known partners' figures are already above the stated total."""


class Spreader:
    """Works a quantity out, by the rules at the head of this file."""

    def __init__(self, books: Books, quantity: Quantity, counts_as_zero: Callable[[str], bool]) -> None:
        self.books = books
        self.quantity = quantity
        self.counts_as_zero = counts_as_zero
        """Whether a partner (or `WHOLE`) without row or share has none of it, and not an unknown sum."""
        self.rows = tallies(books.budget, quantity.table, quantity.kind, books.known_ids, books.worths)
        self.lost = quantity.table in books.budget.unread or books.nameless
        self.stated = stated_sum(books, quantity.key, "project")
        self.stated_lost = "stated" in books.budget.unread

    def spread(self) -> Spread:
        """The quantity at the project and at every partner."""
        if self.lost:
            return Spread(UNKNOWN_SUM, dict.fromkeys(self.books.ids, UNKNOWN_SUM), None, self.stated)
        return self._several() if self.books.several else self._single()

    def _single(self) -> Spread:
        only = self.books.only
        rows = self.rows.get(only)
        if rows is not None:
            result = rows_sum(rows)
        else:
            result = self._written(only) or self.stated or self._of_nobody() or self._zero(WHOLE) or UNKNOWN_SUM
        return Spread(result, dict.fromkeys(self.books.ids, result), None, self.stated)

    def _written(self, partner: str) -> Sum | None:
        if "share" in self.books.budget.unread and self.quantity.key is not None:
            return UNKNOWN_SUM
        share = share_sum(self.books, self.quantity, partner)
        return share or stated_sum(self.books, self.quantity.key, f"partner.{partner}")

    def _zero(self, partner: str) -> Sum | None:
        if self.stated is not None or (self.stated_lost and self.quantity.key is not None):
            return None
        if self.quantity.table == "funding" and WHOLE in self.rows and self.books.several:
            return None
        if self.books.worths.stage != "judged" and self._at_another_stage(partner):
            return None
        return Sum(ZERO, "zero") if self.counts_as_zero(partner) else None

    def _of_nobody(self) -> Sum | None:
        """Unknown, where a share of the quantity names nobody: it may be of anyone who has no figure of it."""
        key = self.quantity.key
        strays = [share for share in self.books.budget.shares if share.partner not in self.books.known_ids]
        years = (year for share in strays for year in share.years.values())
        written: tuple[Share | ShareYear, ...] = (*strays, *years)
        given = key is not None and any(getattr(one, key) is not None or key in one.unread for one in written)
        return UNKNOWN_SUM if given else None

    def _at_another_stage(self, partner: str) -> bool:
        """True where a share or `[stated]` has the figure, of another stage: what it is at this one nobody says."""
        key = self.quantity.key
        places = ("project", f"partner.{partner}", f"partner.{self.books.only}")
        shares = [share for share in self.books.budget.shares if share.partner in (partner, self.books.only)]
        written: tuple[Share | ShareYear | Stated, ...] = (
            *shares,
            *(year for share in shares for year in share.years.values()),
            *(stated for stated in self.books.budget.stated if stated.of in places),
        )
        return key is not None and any(getattr(one, key) is not None for one in written)

    def _several(self) -> Spread:
        own = {partner: self._own(partner) or self._of_nobody() for partner in self.books.ids}
        whole = rows_sum(self.rows[WHOLE]) if WHOLE in self.rows else None
        if STRAY in self.rows:
            return self._stray(own, whole, rows_sum(self.rows[STRAY]))
        own, exceed = (own, False) if self.books.unnamed else self._with_left_over(own, whole)
        partners = {partner: found or self._zero(partner) or UNKNOWN_SUM for partner, found in own.items()}
        return Spread(self._project(partners, whole), partners, whole, self.stated, exceed)

    def _own(self, partner: str) -> Sum | None:
        rows = self.rows.get(partner)
        return self._written(partner) if rows is None else rows_sum(rows, self.rows.get(passed_by(partner)))

    def _stray(self, own: Mapping[str, Sum | None], whole: Sum | None, stray: Sum) -> Spread:
        """A row of one partner, nobody knows which: the partners' sums are unknown.

        The project's is known where all partners count rows or none at all: whosever the row is, it is added up once.
        """
        partners = {partner: replace(one or UNKNOWN_SUM, value=None, origin="unknown") for partner, one in own.items()}
        every = [one or self._zero(partner) or UNKNOWN_SUM for partner, one in own.items()]
        if all(one.origin in ("rows", "zero") for one in every):
            parts = [*every, stray, *self._passed_from_stray(), *([whole] if whole is not None else [])]
            return Spread(added(parts, "partners"), partners, whole, self.stated)
        return Spread(self.stated or UNKNOWN_SUM, partners, whole, self.stated)

    def _passed_from_stray(self) -> Iterator[Sum]:
        """What partners without rows pass on, taken off: it came in by the row of which nobody knows whose it is."""
        for partner in self.books.ids:
            passed = self.rows.get(passed_by(partner))
            if passed is not None and partner not in self.rows:
                one = rows_sum(passed)
                yield replace(one, value=None if one.value is None else EXACT.subtract(ZERO, one.value))

    def _with_left_over(self, own: dict[str, Sum | None], whole: Sum | None) -> tuple[dict[str, Sum | None], bool]:
        """The one partner without a figure gets what the stated total leaves over, where it is not below zero."""
        without = [partner for partner, one in own.items() if one is None and self._zero(partner) is None]
        rest = [one for partner, one in own.items() if one is not None and partner not in without]
        if self.stated is None or self.stated.value is None or len(without) > 1:
            return own, False
        rest += [whole] if whole is not None else []
        parts = added(rest, "partners")
        if parts.value is None:
            return own, False
        left = EXACT.subtract(self.stated.value, parts.value)
        if not without or left < ZERO:
            return own, bool(without) and left < ZERO
        marks = [self.stated, *rest]
        made = Sum(
            left,
            "left",
            LEFT_OVER_PARTS,
            any(one.about for one in marks),
            any(one.at_most for one in marks),
            any(one.at_least for one in marks),
            tuple(anchor for one in marks for anchor in one.anchors),
        )
        return {**own, without[0]: made}, False

    def _project(self, partners: Mapping[str, Sum], whole: Sum | None) -> Sum:
        if partners and not self.books.unnamed and all(one.known for one in partners.values()):
            parts = [*partners.values(), *([whole] if whole is not None else [])]
            return added(parts, "partners")
        no_own = all(not one.own for one in partners.values()) and self._of_nobody() is None
        if whole is not None and no_own:
            return whole
        if self.stated is not None:
            return self.stated
        if no_own and whole is None:
            return self._zero(WHOLE) or UNKNOWN_SUM
        return UNKNOWN_SUM
