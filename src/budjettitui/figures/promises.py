"""What a payer has promised from each budget item, beside what it has set aside: gross, net, and by year."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.figures import Figures
from budjettitui.model import Amount, Appropriation, Budget, Funding
from budjettitui.money import EXACT, ZERO, plus, total, total_if_known
from budjettitui.values import field, frozen, replace

Rows = tuple[tuple[int, Appropriation], ...]


@frozen
class Item:
    """One budget item of one payer: two payers' items of one number are two items.

    `own` is the money of its own that the payer has promised from it, `paid` what it pays from it to others, `costs`
    the costs of those it covers; each None where it is not known.
    """

    payer: str | None
    budget_item: str
    rows: Rows
    appropriated: Decimal | None
    own: Decimal | None
    paid: Decimal | None
    costs: Decimal | None
    covered: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    """The funding lines that are paid from it."""
    own_lines: tuple[int, ...] = ()
    """Those of them that are the payer's own money."""
    basis: str | None = None
    years: dict[str, tuple[Decimal, Decimal]] = field(default_factory=dict)
    """By year, where both sides have years: set aside, and promised net."""
    parts: int = 1
    about: bool = False

    @property
    def net(self) -> Decimal | None:
        """The payer's own money and what it pays to others."""
        return plus(self.own, self.paid)

    @property
    def gross(self) -> Decimal | None:
        """The costs of those covered and what is paid to others; the support comes back later."""
        return plus(self.costs, self.paid)

    @property
    def promised(self) -> Decimal | None:
        """What is promised by the item's basis; where none is given, the reading that fits, else the smaller."""
        if self.basis == "gross":
            return self.gross
        if self.basis == "net":
            return self.net
        if self.gross is not None and self.gross == self.appropriated:
            return self.gross
        readings = [reading for reading in (self.net, self.gross) if reading is not None]
        return min(readings) if len(readings) == 2 else (readings[0] if readings else None)

    def promised_with(self, line: int, by: Decimal) -> Decimal | None:
        """What is promised where a line pays so much more, by the reading that fits now: own money is no part of the gross."""
        if line in self.own_lines:
            then = replace(self, own=plus(self.own, by))
        else:
            then = replace(self, paid=plus(self.paid, by))
        fits = self.basis is None and self.gross is not None and self.gross == self.appropriated
        return then.gross if fits else then.promised


def set_aside(row: Appropriation) -> Amount | None:
    """What an appropriation comes to: its amount, else the sum of its years; None where that is not known."""
    if row.amount is not None or row.unread & {"amount", "years"} or not row.years:
        return row.amount
    years = [figure.judged for figure in row.years.values()]
    known = [year for year in years if year is not None]
    if len(known) < len(years):
        return None
    return Amount(total([year.value for year in known]), about=any(year.about for year in known))


def items(budget: Budget, figures: Figures) -> tuple[Item, ...]:
    """Every budget item that money is set aside in, or that a funding line names, in the order of the file."""
    rows: dict[tuple[str | None, str], list[tuple[int, Appropriation]]] = {}
    for index, row in enumerate(budget.appropriations):
        if row.budget_item is not None:
            rows.setdefault((_payer(figures, row.payer), row.budget_item), []).append((index, row))
    for line in budget.funding:
        if line.budget_item is not None:
            payer = line.payer if line.payer is not None else _own_payer(figures, line)
            rows.setdefault((_payer(figures, payer), line.budget_item), [])
    ways = _Ways(_payers_with_one(rows), _own_items(rows))
    return tuple(_item(budget, figures, payer, name, tuple(found), ways) for (payer, name), found in rows.items())


def _payer(figures: Figures, payer: str | None) -> str | None:
    """The payer; where none is named, the one applicant."""
    if payer is None and not figures.several and figures.books.ids:
        return figures.books.ids[0]
    return payer


def _own_payer(figures: Figures, line: Funding) -> str | None:
    owner = figures.books.owner(line)
    return owner if line.kind == "own" and owner in figures.books.known_ids else None


@frozen
class _Ways:
    """From which item a payer pays what names none."""

    alone: frozenset[str | None]
    """Payers that have set money aside in one item only."""
    own: frozenset[tuple[str | None, str]]
    """Items that carry their payer's own money: the only one of the payer that covers it."""


def _own_items(
    rows: dict[tuple[str | None, str], list[tuple[int, Appropriation]]],
) -> frozenset[tuple[str | None, str]]:
    """The items that cover their own payer (by its id, `project`, or without `covers`), where it is one of the payer's."""
    found: dict[str | None, list[str]] = {}
    for (payer, name), own in rows.items():
        covers = [word for _, row in own for word in row.covers]
        if own and (not covers or payer in covers or "project" in covers):
            found.setdefault(payer, []).append(name)
    return frozenset((payer, names[0]) for payer, names in found.items() if len(names) == 1)


def _payers_with_one(rows: dict[tuple[str | None, str], list[tuple[int, Appropriation]]]) -> frozenset[str | None]:
    """Payers that have set money aside in one item only: what they promise without naming an item is from that one."""
    found: dict[str | None, int] = {}
    for (payer, _), own in rows.items():
        found[payer] = found.get(payer, 0) + (1 if own else 0)
    return frozenset(payer for payer, count in found.items() if count == 1)


def _item(budget: Budget, figures: Figures, payer: str | None, name: str, rows: Rows, ways: _Ways) -> Item:
    covers = [word for _, row in rows for word in row.covers]
    takes_all = payer in ways.alone and bool(rows) and (not covers or "project" in covers)
    takes_own = (payer, name) in ways.own
    lines = _lines(budget, figures, (payer, name), covers, takes_all=takes_all, takes_own=takes_own)
    covered = _covered(figures, payer, covers)
    own_lines = [index for index in lines if _to_itself(figures, budget.funding[index], payer)]
    paid_lines = [index for index in lines if index not in own_lines]
    own = plus(_sum(figures, own_lines), _own_without_rows(figures, payer, takes_own))
    basis = next((row.basis for _, row in rows if row.basis is not None), None)
    amounts = [amount for _, row in rows if (amount := set_aside(row)) is not None]
    return Item(
        payer,
        name,
        rows,
        None if not rows or len(amounts) < len(rows) else total([amount.value for amount in amounts]),
        own,
        _sum(figures, paid_lines),
        _costs(figures, covered) if rows else None,
        covered,
        tuple(lines),
        tuple(own_lines),
        basis,
        _years(budget, rows, lines),
        max(1, len(lines)),
        any(amount.about for amount in amounts),
    )


def _to_itself(figures: Figures, line: Funding, payer: str | None) -> bool:
    return figures.books.owner(line) == (payer or figures.books.only)


def _lines(
    budget: Budget,
    figures: Figures,
    item: tuple[str | None, str],
    covers: list[str],
    *,
    takes_all: bool,
    takes_own: bool,
) -> list[int]:
    """The funding lines that the payer pays from this item: those that name it, those it covers, and of those that name
    none: all where the payer has set aside in one item only, its own money where this is the item that covers it."""
    payer, name = item
    found = []
    for index, row in enumerate(budget.funding):
        if row.kind in ("support", "in-kind") or (row.kind is None and row.budget_item is None):
            continue
        line_payer = row.payer if row.payer is not None else _own_payer(figures, row)
        if _payer(figures, line_payer) != payer:
            continue
        named = row.budget_item == name or (row.id is not None and row.id in covers)
        taken = takes_all or (takes_own and _to_itself(figures, row, payer))
        said_who = row.payer is not None or row.kind == "own"
        if named or (row.budget_item is None and said_who and taken):
            found.append(index)
    return found


def _covered(figures: Figures, payer: str | None, covers: list[str]) -> tuple[str, ...]:
    """The partners whose costs the appropriation carries; without `covers` the payer, or the one applicant.

    A payer from outside has no costs of its own: without `covers` it carries only what it pays.
    """
    ours = payer is None or payer in figures.books.known_ids
    if "project" in covers or (not covers and not figures.several and ours):
        return ("project",)
    if covers:
        return tuple(word for word in dict.fromkeys(covers) if word in figures.books.known_ids)
    return (payer,) if payer is not None and payer in figures.books.known_ids else ()


def _own_without_rows(figures: Figures, payer: str | None, takes_own: bool) -> Decimal | None:
    """The payer's own money that stands in no row (a share, a stated figure), where this item carries it."""
    if not takes_own or (payer is None and figures.several):
        return ZERO
    spread = figures.spreads["funding.own"]
    own = spread.project if payer is None else spread.partners.get(payer)
    if own is None or own.origin == "rows":
        return ZERO
    return own.value


def _sum(figures: Figures, lines: list[int]) -> Decimal | None:
    return total_if_known(figures.worths["funding", index].value for index in lines)


def _costs(figures: Figures, covered: tuple[str, ...]) -> Decimal | None:
    if "project" in covered:
        return figures.project.costs.value
    return total_if_known(figures.partners[partner].costs.value for partner in covered)


def _years(budget: Budget, rows: Rows, lines: list[int]) -> dict[str, tuple[Decimal, Decimal]]:
    """By year, what is set aside and what is promised, where every row on both sides is split by years."""
    promised = [budget.funding[index] for index in lines]
    if not rows or not promised or not all(row.years for _, row in rows) or not all(row.years for row in promised):
        return {}
    aside = _by_year([row for _, row in rows])
    given = _by_year(promised)
    return {year: (aside.get(year, ZERO), given.get(year, ZERO)) for year in sorted({*aside, *given})}


def _by_year(rows: "list[Appropriation] | list[Funding]") -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for year, amount in _amounts(rows):
        found[year] = EXACT.add(found.get(year, ZERO), amount.value)
    return found


def _amounts(rows: "list[Appropriation] | list[Funding]") -> Iterator[tuple[str, Amount]]:
    for row in rows:
        for year, figure in row.years.items():
            if figure.judged is not None:
                yield year, figure.judged
