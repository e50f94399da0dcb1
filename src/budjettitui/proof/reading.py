"""The figures of a file at one stage as steps: each sum with the rows, shares or stated figures that it is made of."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.figures import Sheet
from budjettitui.figures.promises import set_aside
from budjettitui.figures.sums import Spread, Sum
from budjettitui.figures.worths import staged_worth
from budjettitui.findings import Path, Place
from budjettitui.model import (
    CASH_KINDS,
    LINES,
    QUALIFIERS,
    ROW_TABLES,
    Amount,
    Appropriation,
    Cost,
    Figure,
    Funding,
    Income,
    Line,
    Stated,
)
from budjettitui.money import ZERO, total
from budjettitui.proof.steps import ProofStep
from budjettitui.proof.working import worked_out
from budjettitui.values import frozen

MOST_LINES = 40
"""So many lines of a sum are told one by one; the rest in one step."""


@frozen
class Reading:
    """A case at one stage: the one it is judged at, or `granted`, `realised`."""

    case: Case
    stage: str = ""

    def sheet(self, place: Place) -> Sheet:
        """The figures of a partner, or of the project."""
        stage = self.case.figures.stages[self.stage] if self.stage else self.case.figures
        partner = stage.partners.get(place.name or "") if place.table == "partner" else None
        return partner or stage.project

    @property
    def spreads(self) -> dict[str, Spread]:
        """Each quantity at the project and at every partner."""
        return dict((self.case.figures.stages[self.stage] if self.stage else self.case.figures).spreads)

    # what a sum is made of ----------------------------------------------------------------------------------------
    def sum(self, what: str, one: Sum, sign: str = "", indent: int = 0) -> Iterator[ProofStep]:
        """A sum, with the figures it is made of below it where it is more than one figure."""
        path = self.at(one.anchors[0]) if len(one.anchors) == 1 else None
        how, factors = worked_out(self.case, path) if path is not None and not self.stage else ("", ())
        yield ProofStep(what, one.value, sign, origin=one.origin, path=path, indent=indent, marks=_marks(one),
                   how=how, factors=factors)  # fmt: skip
        if one.origin == "left":
            yield from self.left_over(one, indent + 1)
        elif one.origin == "partners":
            name = what if what in ("costs", "income") else f"funding.{what.removeprefix('funding.')}"
            yield from self.of_partners(self.spreads[name], indent + 1)
        elif len(one.anchors) > 1:
            yield from self.parts(one, indent + 1)

    def of_partners(self, spread: Spread, indent: int = 0) -> Iterator[ProofStep]:
        """Each partner's part of a project's sum, and the rows that name no partner."""
        sign = ""
        for partner, one in spread.partners.items():
            if one.value or one.anchors:
                path = self.at(one.anchors[0]) if len(one.anchors) == 1 else None
                name = self.case.label(Place("partner", partner))
                yield ProofStep("part", one.value, sign, name, one.origin, path, indent=indent, marks=_marks(one))
                sign = "+"
                if one.origin in ("rows", "share") and len(one.anchors) > 1:
                    yield from self.parts(one, indent + 1)
                elif one.origin == "left":
                    yield from self.left_over(one, indent + 1)
        if spread.whole_rows is not None:
            yield from self.parts(spread.whole_rows, indent, sign)

    def left_over(self, one: Sum, indent: int) -> Iterator[ProofStep]:
        """The stated total, and what the others have of it."""
        for number, path in enumerate(one.anchors):
            what, sign = ("part", "-") if number else ("stated", "")
            yield ProofStep(what, self.amount(path), sign, self.name(path), path=self.at(path), indent=indent)

    def parts(self, one: Sum, indent: int = 0, sign: str = "") -> Iterator[ProofStep]:
        """The figures that a sum is made of; what one partner passes on to another goes off the first."""
        gone = set() if self._adds_up(one) else {path for path in one.anchors if self._is_passed_on(path)}
        signs = []
        for number, path in enumerate(one.anchors):
            signs.append("-" if path in gone else "+" if number else sign)
            gone.discard(path)
        yield from self.rows(one.anchors, indent, signs=signs)

    def rows(
        self, paths: Sequence[Path], indent: int = 0, sign: str = "", *, signs: Sequence[str] = ()
    ) -> Iterator[ProofStep]:
        """Figures that are added up, the first with `sign`; of very many the last ones in one step."""
        signs = signs or [sign, *["+"] * (len(paths) - 1)][: len(paths)]
        for path, shown in list(zip(paths, signs, strict=True))[:MOST_LINES]:
            how, factors = ("", ()) if self.stage else worked_out(self.case, path)
            yield ProofStep("part", self.amount(path), shown, self.name(path), path=self.at(path), indent=indent,
                       how=how, factors=factors)  # fmt: skip
        rest = list(zip(paths, signs, strict=True))[MOST_LINES:]
        if rest:
            values = [(self.amount(path) or ZERO) * (-1 if shown == "-" else 1) for path, shown in rest]
            yield ProofStep("more", total(values), "+", str(len(rest)), indent=indent)

    def added(self, paths: Sequence[Path], what: str, value: Decimal | None) -> Iterator[ProofStep]:
        """Figures and what they come to; of none, what there is."""
        yield from self.rows(paths)
        yield ProofStep(what, value, "=" if paths else "")

    def funding(self, sheet: Sheet, sign: str, *, but: tuple[str, ...] = (), indent: int = 0) -> Iterator[ProofStep]:
        """Each kind of funding that there is any of."""
        for kind in CASH_KINDS:
            one = sheet.kinds[kind]
            if kind not in but and (one.value or one.anchors):
                yield from self.sum(f"funding.{kind}", one, sign, indent)
                sign = sign or "+"

    # what stands at a path ----------------------------------------------------------------------------------------
    def at(self, path: Path) -> Path:
        """Where a figure of this stage stands: below the row or the figure that has several."""
        if not self.stage:
            return path
        if path[0] in LINES and len(path) == 2:
            row = self.case.budget.rows(str(path[0]))[int(path[1])]
            return (*path, self.stage) if getattr(row, self.stage) is not None else path
        return (*path, self.stage)

    def found(self, path: Path) -> Amount | None:
        """The amount as it is written at a path: of a row, a share, a stated total, an appropriation."""
        item, rest = self._holder(path)
        if not rest:
            return set_aside(item) if isinstance(item, Appropriation) else getattr(item, self.stage or "amount", None)
        for part in rest:
            item = item.get(str(part)) if isinstance(item, Mapping) else getattr(item, str(part), None)
        if isinstance(item, Figure):
            return item.at(self.stage) if self.stage else item.judged
        return item if isinstance(item, Amount) else None

    def _holder(self, path: Path) -> tuple[object, Path]:
        """The row or table that a path leads into, and what of the path is left there."""
        budget, key = self.case.budget, str(path[0])
        if key == "stated":
            found = self._stated(path)
            return found, path[len(found.anchor) :] if found is not None else ()
        if key in ROW_TABLES and len(path) > 1 and isinstance(path[1], int):
            return budget.rows(key)[path[1]], path[2:]
        return getattr(budget, key, None), path[1:]

    def _stated(self, path: Path) -> Stated | None:
        return next((one for one in self.case.budget.stated if one.anchor == path[: len(one.anchor)]), None)

    def amount(self, path: Path) -> Decimal | None:
        """The amount at a path: a row's worth, or a figure of a share or a stated total."""
        if len(path) == 2 and path[0] in LINES and isinstance(path[1], int):
            if self.stage:
                row = self.case.budget.rows(str(path[0]))[path[1]]
                return staged_worth(row, self.stage).value if isinstance(row, Line) else None
            worth = self.case.figures.worths.get((str(path[0]), path[1]))
            return worth.value if worth is not None else None
        found = self.found(path)
        return found.value if found is not None else None

    def name(self, path: Path) -> str:
        """What the file calls what stands at a path."""
        rows = self.case.budget.rows(str(path[0])) if path[0] in (*LINES, "share", "appropriation") else ()
        if len(path) < 2 or not isinstance(path[1], int) or path[1] >= len(rows):
            return ""
        row = rows[path[1]]
        year = f" {path[3]}" if len(path) > 3 and path[2] == "years" else ""
        if isinstance(row, Cost | Income | Funding):
            name = row.description or row.id or ""
            return name + year if name else ""
        if isinstance(row, Appropriation):
            return (row.description or row.budget_item or "") + year
        return self.case.label(Place("partner", row.id)) + year if row.id else ""

    def source(self, path: Path) -> str:
        """What the file says a figure is from: its own `source`, else that of its `[[stated]]`."""
        found = self.found(path)
        said = found.source if found is not None else None
        stated = self._stated(path)
        return said or (stated.source if stated is not None else None) or ""

    def _adds_up(self, one: Sum) -> bool:
        amounts = [self.amount(path) for path in one.anchors]
        return total([amount for amount in amounts if amount is not None]) == one.value

    def _is_passed_on(self, path: Path) -> bool:
        """True of a line of support that one partner pays to another."""
        if len(path) != 2 or path[0] != "funding":
            return False
        row, books = self.case.budget.funding[int(path[1])], self.case.figures.books
        return row.kind == "support" and row.payer in books.known_ids and books.owner(row) != row.payer


def _marks(one: Sum) -> tuple[str, ...]:
    return tuple(mark for mark in QUALIFIERS if getattr(one, mark))
