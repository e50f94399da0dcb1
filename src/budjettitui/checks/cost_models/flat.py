"""Flat rates: is the line the rate of its base, does the base have the right costs, is nothing paid twice."""

from collections.abc import Iterator

from budjettitui.checks import ERROR, WARNING, Found, check, row_check
from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.books import any_model, unverified_model
from budjettitui.checks.cost_models.flat_lines import FlatLine, flat_lines, left_out
from budjettitui.checks.cost_models.kinds_of_cost import called
from budjettitui.checks.examples import HEAD
from budjettitui.checks.ruled import source, unverified
from budjettitui.figures.worths import model_of
from budjettitui.findings import Path, Place
from budjettitui.model import Cost, Row, place_of
from budjettitui.money import EXACT, ZERO

FAMILY = "cost-models"

_ESR = HEAD + 'rules = "fi-esrplus-2021"\ncost_model = "flat-40"\n'
_SEVEN = HEAD + 'rules = "fi-esrplus-2021"\ncost_model = "flat-7"\n'
_HORIZON = HEAD + 'rules = "eu-horizon-2021"\ncost_model = "actual"\n'


def _line(category: str, amount: str, description: str = "") -> str:
    said = description or category.capitalize()
    return f'\n[[cost]]\ncategory = "{category}"\ndescription = "{said}"\namount = {amount}\n'


@check(
    "flat-amount",
    ERROR,
    "partner",
    good=_ESR + _line("personnel", "221_354") + _line("flat-rate", "88_542"),
    bad=(
        _ESR + _line("personnel", "221_354") + _line("flat-rate", "88_544"),
        _ESR + _line("personnel", "221_354"),
    ),
    within=_ESR + _line("personnel", "221_354") + _line("flat-rate", "88_543"),
    beyond=_ESR + _line("personnel", "221_354") + _line("flat-rate", "88_544"),
)
def flat_amount(case: Case) -> Iterator[Found]:
    """The line of a flat rate is not the rate times its base, or there is no such line.

    The cost model fixes the amount: 40 % of the salaries, 25 % of the direct costs without subcontracting. The rate is
    rounded the rules' way, and one rounding unit for each flat-rate line is let pass as rounding. A rate that is a
    maximum is missed only by a larger line. Each partner is looked at by itself, and each work package where all the
    lines concerned name one. A line that is missing is a question: perhaps it is not claimed.

    Rule: the flat rates of the cost model in the rule set, with call.flat_rates on top.
    """
    for one in flat_lines(case):
        if one.actual is None:
            if not one.rate.at_most and one.expected > ZERO:
                yield _missing(case, one)
            continue
        miss = one.miss()
        if miss != ZERO:
            yield _missed(case, one, rounding=abs(miss) <= one.tolerance(case))


def _values(one: FlatLine) -> dict[str, object]:
    return {"rate": one.percent, "base": one.base, "work_package": one.work_package or ""}


def _missing(case: Case, one: FlatLine) -> Found:
    place, anchor = one.books.place, case.anchor_of(one.books.place)
    if one.work_package is not None:
        place, anchor = Place("work_package", one.work_package), ("cost", one.base_lines[0][0])
    return Found(
        place,
        anchor,
        _values(one),
        "missing",
        severity=WARNING,
        partner=one.books.partner,
        expected=one.expected,
        unverified=unverified(one.rate.rate),
        source=source(one.rate.rate),
    )


def _missed(case: Case, one: FlatLine, *, rounding: bool) -> Found:
    """The miss, told at the last line: of several lines it is what they come to, and the rate is of them all.

    Rounding is told of the last line alone, which is to be what the others leave over.
    """
    assert one.actual is not None
    index, row = one.lines[-1]
    of_one = case.figures.worths["cost", index].value if rounding else one.actual
    assert of_one is not None
    several = len(one.lines) > 1
    values = {**_values(one), "row": row.description or "", "key": "amount"}
    return Found(
        place_of("cost", index, row),
        _amount_anchor(index, row),
        values,
        "line" if rounding else "lines" if several else "",
        partner=one.books.partner,
        expected=EXACT.subtract(of_one, one.miss()),
        actual=of_one,
        approximate=case.figures.worths["cost", index].about,
        unverified=unverified(one.rate.rate),
        source=source(one.rate.rate),
        check="rounded-parts" if rounding else "",
    )


def _amount_anchor(index: int, row: Cost) -> Path:
    return ("cost", index, "amount") if row.amount is not None else ("cost", index)


@check(
    "flat-base",
    ERROR,
    "partner",
    good=_HORIZON + _line("personnel", "80_000") + _line("subcontracting", "20_000") + _line("indirect", "20_000"),
    bad=_HORIZON + _line("personnel", "80_000") + _line("subcontracting", "20_000") + _line("indirect", "25_000"),
    within=_HORIZON + _line("personnel", "80_000") + _line("subcontracting", "20_000") + _line("indirect", "25_001"),
    beyond=_HORIZON + _line("personnel", "80_000") + _line("subcontracting", "20_000") + _line("indirect", "25_000"),
)
def flat_base(case: Case) -> Iterator[Found]:
    """The line of a flat rate was worked out on a base that has costs in it which the rules leave out.

    The usual slip: 25 % of all costs, although subcontracting and support to third parties do not belong to the base.
    It is told only where the line is, to a whole unit of currency, the rate of the base with those categories in it.

    Rule: the base of the flat rate in the rule set.
    """
    for one in flat_lines(case):
        if abs(one.miss()) <= one.tolerance(case):
            continue
        found = left_out(case, one)
        if found is not None:
            index, row = one.lines[-1]
            values = {**_values(one), "excluded": found[0], "more": found[1]}
            yield Found(
                place_of("cost", index, row),
                _amount_anchor(index, row),
                values,
                partner=one.books.partner,
                expected=one.expected,
                actual=one.actual,
                unverified=unverified(one.rate.rate),
                source=source(one.rate.rate),
            )


@row_check(
    "flat-overlap",
    ERROR,
    "cost",
    good=(
        _ESR + _line("personnel", "50_000") + _line("flat-rate", "20_000"),
        _SEVEN + _line("services", "20_000") + _line("services", "3_000", "Accounting course for the participants"),
    ),
    bad=(
        _ESR + _line("personnel", "50_000") + _line("flat-rate", "20_000") + _line("services", "3_000"),
        _SEVEN + _line("services", "20_000") + _line("services", "3_000", "Accounting"),
    ),
    asks=any_model,
)
def flat_overlap(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """A cost that the flat rate covers already stands as a line of its own: it would be paid twice.

    Where all other costs are 40 % of the salaries, there are only two lines: the salaries and the flat rate. A smaller
    rate covers kinds of cost, whatever their category: occupational health, the steering group, accounting. Such a cost
    is known by the line's whole description, in three languages: a word in the midst of one proves nothing.

    Rule: what the flat rate covers, and covered.costs, in the cost model of the rule set; 866/2021 8, 9 and 11 §.
    """
    model = case.terms.rules.cost_models.get(model_of(case.budget, row) or "") if isinstance(row, Cost) else None
    worth = case.figures.worths[table, index].value
    if not isinstance(row, Cost) or model is None or row.in_kind or not worth:
        return
    rates = case.terms.flat_rates(model)
    place = place_of(table, index, row)
    for rate in rates:
        if row.category in rate.covers:
            values = {"rate": rate.rate.value, "model": model.id}
            yield Found(place, (table, index, "category"), values, partner=row.partner, actual=worth,
                        unverified=unverified_model(model), source=model.source)  # fmt: skip
            return
    rule = model.rules.get("covered.costs")
    said = (row.description or "").strip().casefold()
    kinds = (
        case.terms.texts("covered.costs", model) if said and row.category not in {one.category for one in rates} else ()
    )
    if rates and kinds and called(kinds).fullmatch(said):
        values = {"rate": rates[0].rate.value, "model": model.id}
        yield Found(place, (table, index, "description"), values, partner=row.partner, actual=worth,
                    unverified=unverified(rule), source=source(rule))  # fmt: skip
