"""A case with one finding corrected, to see what else is gone then."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from budjettitui.blocks import with_more, with_row
from budjettitui.checks.case import Case
from budjettitui.figures import figures
from budjettitui.findings import Finding
from budjettitui.model import Amount, Appropriation, Budget, Cost, Figure, Funding, Income, Line, Share, Stated
from budjettitui.money import EXACT
from budjettitui.values import replace


def corrections(case: Case, finding: Finding) -> Iterator[Case]:
    """The ways to correct a finding: the line's amount; the stated figure; or the parts that miss it."""
    if finding.expected is None or finding.actual is None:
        return
    if finding.check in ("line-product", "flat-amount", "years-total"):
        yield together(case, [finding])
        return
    key = str(finding.values.get("key", ""))
    yield _worked_out(case, _stated_as(case.budget, finding, key, finding.expected))
    if not finding.values.get("left_over"):
        parts = _parts_as(case, finding, key, EXACT.subtract(finding.actual, finding.expected))
        if parts is not None:
            yield _worked_out(case, parts)


def corrections_at(case: Case, finding: Finding, partners: list[str]) -> Iterator[Case]:
    """The ways to correct a total of a project with several partners by the part of one of them."""
    if finding.expected is None or finding.actual is None or finding.place.table != "project" or not case.several:
        return
    more = EXACT.subtract(finding.actual, finding.expected)
    for partner in partners:
        parts = _parts_as(case, finding, str(finding.values.get("key", "")), more, partner)
        if parts is not None:
            yield _worked_out(case, parts)


def together(case: Case, lines: list[Finding]) -> Case:
    """The case with all these lines' amounts corrected at once: to what they work out at, or what their years add up to."""
    rows: dict[str, Sequence[Line | Appropriation]] = {
        "cost": case.budget.costs,
        "income": case.budget.incomes,
        "funding": case.budget.funding,
        "appropriation": case.budget.appropriations,
    }
    for finding in lines:
        table, index = (*(finding.anchor or ()), "", "")[:2]
        if table not in rows or not isinstance(index, int) or index >= len(rows[table]):
            continue
        amount = _line_corrected(case, finding, index)
        if amount is not None:
            rows[table] = with_row(rows[table], index, replace(rows[table][index], amount=Amount(amount)))
    mended = replace(
        case.budget,
        costs=rows["cost"],
        incomes=rows["income"],
        funding=rows["funding"],
        appropriations=rows["appropriation"],
    )
    return _worked_out(case, mended)


def _line_corrected(case: Case, finding: Finding, index: int) -> Decimal | None:
    """What the line of a finding should be; the last of several flat-rate lines takes all that they miss."""
    if finding.check != "flat-amount":
        return finding.actual if finding.check == "years-total" else finding.expected
    now = case.figures.worths["cost", index].value
    return None if now is None or finding.difference is None else EXACT.subtract(now, finding.difference)


def _worked_out(case: Case, budget: Budget) -> Case:
    return replace(case, budget=budget, figures=figures(budget, case.terms))


def _stated_as(budget: Budget, finding: Finding, key: str, value: Decimal) -> Budget:
    """The budget with the stated figure, or the share's, brought to what adds up."""
    figure = Figure(Amount(value))
    anchor = (finding.anchor or ())[:-1]
    stated = tuple(
        replace(one, **{key: figure}) if one.anchor == anchor and hasattr(one, key) else one for one in budget.stated
    )
    shares = tuple(
        replace(one, **{key: figure}) if ("share", index) == anchor and hasattr(one, key) else one
        for index, one in enumerate(budget.shares)
    )
    return replace(budget, stated=stated, shares=shares)


def _parts_as(case: Case, finding: Finding, key: str, more: Decimal, partner: str | None = None) -> Budget | None:
    """The budget with a line (of a partner) that brings the parts to the stated figure; None where no line can."""
    budget = case.budget
    if finding.place.table == "partner":
        partner = finding.place.name
    if any(_has(share, key, partner) for share in budget.shares) and not _rows(case, key, partner):
        return _share_moved(budget, key, partner, more)
    if not _rows(case, key, partner) and (moved := _stated_moved(budget, key, partner, more)) is not None:
        return moved
    amount = Amount(more)
    if key in ("costs", "net_costs"):
        return replace(budget, costs=with_more(budget.costs, Cost(category="", partner=partner, amount=amount)))
    if key == "income":
        return replace(budget, incomes=with_more(budget.incomes, Income(partner=partner, amount=amount)))
    if key in ("support", "own"):
        return replace(budget, funding=with_more(budget.funding, Funding(kind=key, recipient=partner, amount=amount)))
    return None


def _has(item: Share | Stated, key: str, partner: str | None) -> bool:
    return getattr(item, key, None) is not None and (partner is None or getattr(item, "partner", None) == partner)


def _rows(case: Case, key: str, partner: str | None) -> bool:
    """True where rows give a figure: of a partner those that stand in its books."""
    rows: Iterable[Cost | Income | Funding]
    if key in ("costs", "net_costs"):
        rows = case.budget.costs
    elif key == "income":
        rows = case.budget.incomes
    else:
        rows = (row for row in case.budget.funding if row.kind == key)
    return any(partner is None or case.figures.books.owner(row) == partner for row in rows)


def _share_moved(budget: Budget, key: str, partner: str | None, more: Decimal) -> Budget | None:
    """The last share that has the figure takes the difference."""
    for index in range(len(budget.shares) - 1, -1, -1):
        share = budget.shares[index]
        figure: Figure | None = getattr(share, key, None)
        if _has(share, key, partner) and figure is not None and figure.judged is not None:
            moved = Figure(Amount(EXACT.add(figure.judged.value, more)))
            shares = (*budget.shares[:index], replace(share, **{key: moved}), *budget.shares[index + 1 :])
            return replace(budget, shares=shares)
    return None


def _stated_moved(budget: Budget, key: str, partner: str | None, more: Decimal) -> Budget | None:
    """The first that is stated of the partner (of any, where none is named) takes the difference."""
    for index, stated in enumerate(budget.stated):
        of = stated.of == f"partner.{partner}" if partner is not None else stated.of.startswith("partner.")
        figure: Figure | None = getattr(stated, key, None) if of else None
        if figure is not None and figure.judged is not None:
            moved = replace(stated, **{key: Figure(Amount(EXACT.add(figure.judged.value, more)))})
            return replace(budget, stated=(*budget.stated[:index], moved, *budget.stated[index + 1 :]))
    return None
