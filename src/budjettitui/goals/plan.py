"""A plan of moves: which written figures go where, turned into edits that keep every line true to itself.

A line's amount takes its price along where it is a product, and its last year where it is split by years. A stated
total that agrees with what it totals moves with it, and so does the total that a partner is left over from.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from budjettitui.checks.mends.cost_lines import CannotBe, CostLines, price_for
from budjettitui.checks.mends.writing import amount_at, amount_path, moved, new_row, set_amount
from budjettitui.document import respell, spell
from budjettitui.edits import Change, Edit, Insert, Set
from budjettitui.figures.promises import items
from budjettitui.figures.worths import exact_product, stage_of
from budjettitui.findings import Path
from budjettitui.goals.answers import FigureMove
from budjettitui.model import Cost, Line
from budjettitui.money import EXACT, ZERO
from budjettitui.state import State

STAGE_KEYS = {"planned": "amount", "applied": "applied", "granted": "granted"}
TOTALS = {"costs": ("costs", "net_costs"), "funding.support": ("support", "funding")}
"""The stated keys that move with a quantity; all other funding moves `funding`, the own funding `own` too."""


class Plan:
    """The moves of one goal, by what is written."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.lines: dict[tuple[str, int], Decimal] = {}
        self.begun: dict[tuple[str, int], Decimal] = {}
        self.figures: dict[Path, Decimal] = {}
        self.rows: list[tuple[str, tuple[tuple[str, str], ...], Decimal]] = []

    def copied(self) -> "Plan":
        """The same moves, to try more of them on."""
        other = Plan(self.state)
        other.lines, other.begun, other.figures = dict(self.lines), dict(self.begun), dict(self.figures)
        other.rows = list(self.rows)
        return other

    @property
    def idle(self) -> bool:
        """True while nothing moves."""
        return not (self.lines or self.begun or self.figures or self.rows)

    def line(self, table: str, index: int, by: Decimal) -> None:
        """A line moves by so much."""
        if by:
            self.lines[table, index] = EXACT.add(self.lines.get((table, index), ZERO), by)

    def costs(self, lines: CostLines, values: Mapping[int, Decimal]) -> Decimal:
        """Cost lines come to these values; gives by how much in all. Lines that work themselves out are not written."""
        moved = ZERO
        by_category: dict[str, Decimal] = {}
        flats = {one.index for one in lines.flats}
        for index, value in values.items():
            by = EXACT.subtract(value, lines.value(index))
            moved = EXACT.add(moved, by)
            category = self.state.budget.costs[index].category or ""
            by_category[category] = EXACT.add(by_category.get(category, ZERO), by)
            if by and not (index in flats and lines.worths["cost", index].how == "flat"):
                self.line("cost", index, by)
        for category, by in by_category.items():
            self.category(category, by)
        return moved

    def figure(self, path: Path, by: Decimal) -> None:
        """A figure that is no line moves by so much."""
        if by:
            self.figures[path] = EXACT.add(self.figures.get(path, ZERO), by)

    def add(self, table: str, amount: Decimal, **keys: str) -> None:
        """A new line."""
        items = tuple((key, spell(value)) for key, value in keys.items())
        self.rows.append((table, (*items, ("amount", respell("1_000", amount))), amount))

    def fill(self, table: str, index: int, amount: Decimal) -> None:
        """A line that has no amount gets one."""
        self.begun[table, index] = amount

    def place(self, quantity: str, partner: str | None, by: Decimal, *, written: bool = False) -> None:
        """A quantity of a partner (None: the project) moves, and what is stated of it; `written`: its lines have moved.

        Raises `CannotBe` where the figure stands nowhere.
        """
        spread = self.state.figures.spreads[quantity]
        one = spread.partners[partner] if partner is not None and partner in spread.partners else spread.project
        before = len(self.figures)
        if one.origin == "share" and not written:
            self.figure(one.anchors[0], by)
        if one.origin == "rows":
            self._share(quantity.removeprefix("funding."), partner, one.value, by)
        found = list(self._stated(quantity, partner, by))
        for path in found:
            self.figure(path, by)
        if not written and len(self.figures) == before and by and not any(path in self.figures for path in found):
            raise CannotBe("nowhere-written")

    def appropriation(self, line: int, by: Decimal) -> None:
        """The appropriation that pays a funding line grows where it would be short."""
        for item in items(self.state.budget, self.state.figures):
            if line not in item.lines or not item.rows or item.appropriated is None or item.promised is None:
                continue
            short = EXACT.subtract(EXACT.add(item.promised, by), item.appropriated)
            if by > ZERO and short > ZERO:
                self.figure(("appropriation", item.rows[0][0], "amount"), min(short, by))

    def _share(self, key: str, partner: str | None, value: Decimal | None, by: Decimal) -> None:
        """A share beside lines of its own moves with them where it agrees with them now."""
        for index, share in enumerate(self.state.budget.shares):
            figure = getattr(share, key, None) if share.partner == partner else None
            if figure is not None and figure.judged is not None and figure.judged.value == value:
                self.figure(("share", index, key), by)

    def category(self, category: str, by: Decimal) -> None:
        """What is stated of a category moves with its lines where it agrees with them now."""
        now = self.state.figures.categories.get(category)
        for stated in self.state.budget.stated if by else ():
            figure = stated.categories.get(category) if stated.of == "project" else None
            if figure is not None and figure.judged is not None and figure.judged.value == now:
                self.figure((*stated.anchor, "categories", category), by)

    def _stated(self, quantity: str, partner: str | None, by: Decimal) -> Iterator[Path]:
        """Where totals are stated that agree now, or that the figure is taken from."""
        figures = self.state.figures
        sheets = {"project": figures.project}
        if partner is not None and partner in figures.partners:
            sheets[f"partner.{partner}"] = figures.partners[partner]
        kind = quantity.removeprefix("funding.")
        more = ("own", "funding") if kind == "own" else ("funding",)
        for stated in self.state.budget.stated:
            sheet = sheets.get(stated.of)
            if sheet is None:
                continue
            values = {"costs": sheet.costs.value, "net_costs": sheet.net_costs, "support": sheet.support.value}
            values |= {"own": sheet.own.value, "funding": sheet.funding}
            for key in TOTALS.get(quantity, more):
                there = getattr(stated, key)
                amount = there.judged if there is not None else None
                path = (*stated.anchor, key)
                used = any(path in one.anchors for one in sheet.sums) or self._left_from(quantity, path)
                if amount is not None and (amount.value == values[key] or used):
                    yield path

    def _left_from(self, quantity: str, path: Path) -> bool:
        partners = self.state.figures.spreads[quantity].partners.values()
        return any(one.origin == "left" and path == one.anchors[0] for one in partners)

    # edits ----------------------------------------------------------------------------------------------------------
    def change(self, name: str, **values: object) -> tuple[Change, tuple[FigureMove, ...]]:
        """The plan as one change, with every figure that it writes. Raises `CannotBe`."""
        edits: list[Edit] = []
        moves: list[FigureMove] = []
        for (table, index), by in self.lines.items():
            edits += self._line(table, index, by, moves)
        for (table, index), amount in self.begun.items():
            edits.append(Set((table, index, "amount"), respell("1_000", amount)))
            moves.append(FigureMove((table, index, "amount"), None, amount))
        for path, by in self.figures.items():
            edits.append(self._moved(path, by, moves))
        counts: dict[str, int] = {}
        for table, keys, amount in self.rows:
            made = new_row(self.state.document, table, keys)
            index = made.index + counts.get(table, 0)
            counts[table] = counts.get(table, 0) + 1
            edits.append(Insert(table, index, keys))
            moves.append(FigureMove((table, index), None, amount))
        return Change(name, tuple(edits), values), tuple(moves)

    def _moved(self, path: Path, by: Decimal, moves: list[FigureMove]) -> Edit:
        document = self.state.document
        here, old = amount_path(document, path), amount_at(document, path)
        edit = moved(document, path, by)
        if edit is None or here is None or old is None:
            raise CannotBe("below-zero" if old is not None else "nowhere-written")
        moves.append(FigureMove(here, old, EXACT.add(old, by)))
        return edit

    def _line(self, table: str, index: int, by: Decimal, moves: list[FigureMove]) -> Iterator[Edit]:
        row = self.state.budget.rows(table)[index]
        assert isinstance(row, Line)
        worth = self.state.figures.worths[table, index].value
        if worth is None or EXACT.add(worth, by) < ZERO:
            raise CannotBe("below-zero" if worth is not None else "unknown")
        to = EXACT.add(worth, by)
        stage = stage_of(row)
        key = STAGE_KEYS.get(stage or "")
        written = key is not None and getattr(row, key) is not None
        if written and key is not None:
            yield self._moved((table, index, key), by, moves)
        if row.years and stage == "planned":
            yield from self._years(table, index, row, by, moves)
        if isinstance(row, Cost) and exact_product(row) is not None and stage == "planned":
            yield self._price(index, row, to, moves)
        elif not written and not row.years:
            raise CannotBe("nowhere-written")

    def _years(self, table: str, index: int, row: Line, by: Decimal, moves: list[FigureMove]) -> Iterator[Edit]:
        """The last year takes the move; what is more than it has, the year before it."""
        left = by
        for year in reversed(list(row.years)):
            path: Path = (table, index, "years", year)
            now = amount_at(self.state.document, path)
            if now is None:
                raise CannotBe("unknown")
            part = max(left, -now)
            if part:
                yield self._moved(path, part, moves)
            left = EXACT.subtract(left, part)
            if not left:
                return
        raise CannotBe("below-zero")

    def _price(self, index: int, row: Cost, to: Decimal, moves: list[FigureMove]) -> Edit:
        """The price at which quantity and allocation give the amount, with as few decimals as it takes."""
        price = price_for(row, to, self.state.budget.decimals)
        path: Path = ("cost", index, "unit_price")
        edit = set_amount(self.state.document, path, price) if price is not None else None
        old = amount_at(self.state.document, path)
        if edit is None or price is None:
            raise CannotBe("no-price")
        if old != price:
            moves.append(FigureMove(path, old, price))
        return edit
