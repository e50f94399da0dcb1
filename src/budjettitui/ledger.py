"""The controller's ledger: what each project promises from each budget item in which year, beside what is set aside.

A sum over files is given only where the years of all of them are known: promises of years that do not meet are no sum.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from budjettitui.figures.promises import Item, items
from budjettitui.model import Amount, Period
from budjettitui.money import less, total_if_known
from budjettitui.state import State
from budjettitui.values import frozen

Key = tuple[str, str]


@frozen
class Sums:
    """Set aside and promised, in currency; None where it is not known."""

    aside: Decimal | None
    promised: Decimal | None

    @property
    def left(self) -> Decimal | None:
        """What is set aside and not promised; below zero where more is promised."""
        return less(self.aside, self.promised)

    @property
    def over(self) -> bool:
        """True of over-commitment."""
        left = self.left
        return left is not None and left < 0


@frozen
class Entry:
    """One project's promise from a budget item. `years` is empty where they are not known; `rows` says whether money is
    set aside in this file at all, `fits` by which reading: `gross`, `net`, `both`, None."""

    label: str
    sums: Sums
    years: Mapping[str, Sums]
    period: Period | None
    rows: bool
    fits: str | None
    at_most: bool
    item: Item


@frozen
class LedgerRow:
    """One budget item of one payer over all projects.

    `total` is None where there are several projects and the years of one are not known; `years` then has nothing.
    """

    payer: str
    budget_item: str
    entries: tuple[Entry, ...]
    years: Mapping[str, Sums]
    total: Sums | None

    @property
    def over(self) -> bool:
        """True where a project, or all of them in one year, promise more than is set aside."""
        return any(entry.sums.over for entry in self.entries) or any(sums.over for sums in self.years.values())


def ledger(states: Iterable[tuple[str, State]]) -> tuple[LedgerRow, ...]:
    """Budget items of all files (label and state each), in their order; cancelled projects promise nothing."""
    found: dict[Key, list[Entry]] = {}
    names: dict[Key, Key] = {}
    for label, state in states:
        if state.case.cancelled:
            continue
        for item in items(state.budget, state.figures):
            payer = _payer(state, item)
            key = (_plain(payer[0]), _plain(item.budget_item))
            names.setdefault(key, (payer[1], item.budget_item))
            found.setdefault(key, []).append(_entry(label, state, item))
    return tuple(_row(names[key], entries) for key, entries in found.items())


def _payer(state: State, item: Item) -> Key:
    """Who pays: how it is known again in another file (business id, else name), and what it is called."""
    partner = state.case.partner(item.payer) if item.payer is not None else None
    if partner is None:
        return item.payer or "", item.payer or ""
    return partner.business_id or partner.label, partner.label


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _entry(label: str, state: State, item: Item) -> Entry:
    period = state.budget.project.period
    sums = Sums(item.appropriated, item.promised)
    years = {year: Sums(aside, promised) for year, (aside, promised) in item.years.items()}
    if not years and period is not None and period.start.year == period.end.year:
        years = {str(period.start.year): sums}
    amounts = [row.amount for _, row in item.rows if row.amount is not None]
    return Entry(label, sums, years, period, bool(item.rows), _fits(item), _at_most(amounts), item)


def _at_most(amounts: Iterable[Amount]) -> bool:
    return any(amount.at_most for amount in amounts)


def _fits(item: Item) -> str | None:
    """By which reading the promise is what is set aside."""
    if item.basis is not None:
        return item.basis
    gross, net = item.gross == item.appropriated, item.net == item.appropriated
    if item.appropriated is None or not (gross or net):
        return None
    return "both" if gross and net else "gross" if gross else "net"


def _row(name: Key, entries: list[Entry]) -> LedgerRow:
    years: dict[str, Sums] = {}
    known = all(entry.years for entry in entries)
    for year in sorted({year for entry in entries for year in entry.years}) if known else ():
        years[year] = _sum([entry.years[year] for entry in entries if year in entry.years])
    whole = entries[0].sums if len(entries) == 1 else _sum([entry.sums for entry in entries]) if known else None
    return LedgerRow(name[0], name[1], tuple(entries), years, whole)


def _sum(sums: list[Sums]) -> Sums:
    return Sums(total_if_known(one.aside for one in sums), total_if_known(one.promised for one in sums))
