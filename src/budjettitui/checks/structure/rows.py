"""Rows that are not what they should be: told apart by nothing, said twice, or without what a reader needs."""

from collections.abc import Iterator, Sequence

from budjettitui.blocks import Block, Seen, all_differ, carried_on, each, row_by_row, some, values
from budjettitui.checks import ERROR, INFO, WARNING, Found, check, row_check
from budjettitui.checks.alike import as_seen
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD, PAIR
from budjettitui.checks.ruled import source, unverified
from budjettitui.checks.written import amounts
from budjettitui.figures.worths import Worth, model_of, worths_in
from budjettitui.findings import Place
from budjettitui.model import Cost, Line, Row, Stated, place_of
from budjettitui.money import ZERO
from budjettitui.traits import category

WITH_IDS = ("partner", "cost", "income", "funding")
"""Tables whose rows may have an id. A share is called by its partner and has none of its own."""

_LIKE = ("category", "partner", "description", "person", "amount")


@check(
    "empty-budget",
    INFO,
    "project",
    good=HEAD
    + """
[stated]
costs = 50_000
""",
    bad=HEAD
    + """stage = "application"
""",
)
def empty_budget(case: Case) -> Iterator[Found]:
    """Neither costs nor funding are known: there is nothing to judge yet.

    In a draft that is how a budget begins. From the application on it is an error, since an empty budget would pass
    every other check.

    Rule: this program's own.
    """
    if case.broken or _anything(case):
        return
    severity = ERROR if case.from_stage("application") else INFO
    yield Found(Place("project"), ("project",), severity=severity)


def _anything(case: Case) -> bool:
    """True where any figure of costs or funding is written, or stands in what could not be read."""
    budget = case.budget
    if budget.unread & {"cost", "funding", "share", "stated"}:
        return True
    worths = case.figures.worths
    given = (worths.stage, worths.decimals)
    if any(known for rows in (budget.costs, budget.funding) for _, known in each(rows, _any_known, *given)):
        return True
    tables: tuple[tuple[Row | Stated, ...], ...] = (budget.costs, budget.funding, budget.shares, budget.stated)
    return bool(worths.filled) or any(some(rows, _says_figure) for rows in tables)


def _any_known(block: Block[Line], stage: str, decimals: int) -> bool:
    return any(worth.value is not None for worth in block.of(worths_in, stage, decimals))


def _says_figure(holder: Row | Stated) -> bool:
    """True where a row gives a figure of costs or funding, or may."""
    return bool(holder.unread) or any(one.keys[0] != "income" for one in amounts(holder))


@check(
    "duplicate-id",
    ERROR,
    "project",
    good=PAIR,
    bad=HEAD
    + """
[[partner]]
id = "town"
role = "lead"

[[partner]]
id = "Town"
""",
)
def duplicate_id(case: Case) -> Iterator[Found]:
    """Two rows of one table share an id, or have ids that only a machine could tell apart.

    Ids are compared as a reader sees them: after Unicode normalisation (NFKC) and case folding, without blanks around
    them and without characters of no width. An amount given to the wrong one of two would be in nobody's sums.
    The finding points at the later row.

    Rule: the format of the budget file.
    """
    for table in WITH_IDS:
        rows = case.budget.rows(table)
        if not all_differ(rows, _ids_seen):
            yield from _ids_again(table, rows)


def _ids_seen(block: Block[Row]) -> Seen:
    names = [name for name in row_by_row(block, _id_seen) if name is not None]
    return len(names), frozenset(names)


def _id_seen(row: Row) -> str | None:
    return None if row.id is None else as_seen(row.id)


def _ids_again(table: str, rows: Sequence[Row]) -> Iterator[Found]:
    first: dict[str, int] = {}
    for index, row in enumerate(rows):
        if row.id is not None:
            before = first.setdefault(as_seen(row.id), index)
            if before != index:
                said = {"id": row.id, "first": before + 1}
                yield Found(place_of(table, index, row), (table, index, "id"), said)


@check(
    "duplicate-line",
    WARNING,
    "category",
    good=HEAD
    + """
[[cost]]
category = "services"
description = "Catering, spring"
amount = 1_000

[[cost]]
category = "services"
description = "Catering, autumn"
amount = 1_000
""",
    bad=HEAD
    + """
[[cost]]
category = "services"
description = "Catering"
amount = 1_000

[[cost]]
category = "services"
description = "Catering"
amount = 1_000
""",
)
def duplicate_line(case: Case) -> Iterator[Found]:
    """Two cost lines are alike in partner, category, description, person and amount.

    A line pasted twice is paid twice. Where there are two such costs, let their descriptions say what sets them apart.
    Texts are compared without regard to case and blanks. Lines of zero are passed over.

    Rule: this program's own.
    """
    if _any_again(case):
        yield from _lines_again(case)


def _any_again(case: Case) -> bool:
    """True where two lines look alike; those that are worked out from others are in no block."""
    costs, worths = case.budget.costs, case.figures.worths
    given = (worths.stage, worths.decimals)
    if not all_differ(costs, _looks, *given):
        return True
    filled = [(costs[index], worth) for index, worth in worths.filled.items()]
    looks = [look for row, worth in filled if (look := _look(row, worth)) is not None]
    if len(set(looks)) < len(looks):
        return True
    return bool(looks) and any(not seen.isdisjoint(looks) for _, (_, seen) in each(costs, _looks, *given))


def _looks(block: Block[Cost], stage: str, decimals: int) -> Seen:
    """How the lines above zero look, as one number each: two that are alike have the same."""
    looks = [look for look in block.of(_each_look, stage, decimals) if look is not None]
    return len(looks), frozenset(looks)


def _each_look(block: Block[Cost], *given: object) -> tuple[int | None, ...]:
    rows, worths = block.rows, block.of(worths_in, *given)
    before = block.before(_each_look, *given)
    if before is None:
        return tuple([_look(row, worth) for row, worth in zip(rows, worths, strict=True)])
    return carried_on(block, before, lambda offset: _look(rows[offset], worths[offset]))


def _look(row: Cost, worth: Worth) -> int | None:
    return hash((*_alike(row, worth), *_texts(row))) if _counts(row, worth) else None


def _counts(row: Cost, worth: Worth) -> bool:
    return bool(worth.value) and row.unread.isdisjoint(_LIKE)


def _alike(row: Cost, worth: Worth) -> tuple[object, ...]:
    return row.partner, row.category, worth.value


def _lines_again(case: Case) -> Iterator[Found]:
    first: dict[tuple[object, ...], int] = {}
    named: dict[tuple[object, ...], dict[tuple[str, str], int]] = {}
    for index, row in enumerate(case.budget.costs):
        worth = case.figures.worths["cost", index]
        if not _counts(row, worth):
            continue
        alike = _alike(row, worth)
        one = first.setdefault(alike, index)
        if one == index:
            continue
        texts = named.setdefault(alike, {_texts(case.budget.costs[one]): one})
        before = texts.setdefault(_texts(row), index)
        if before != index:
            yield Found(place_of("cost", index, row), ("cost", index), {"first": before + 1}, actual=worth.value)


def _texts(row: Cost) -> tuple[str, str]:
    return _plain(row.description), _plain(row.person)


def _plain(text: str | None) -> str:
    return " ".join(text.casefold().split()) if text else ""


@row_check(
    "description-missing",
    WARNING,
    "cost",
    good=HEAD
    + """
[[cost]]
category = "services"
description = "Interpreting"
amount = 10_788
""",
    bad=HEAD
    + """
[[cost]]
category = "services"
amount = 10_788
""",
)
def description_missing(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """A cost line above zero says nothing of what it is for.

    A funder pays for what was described; some forms refuse a line without it, and then it is an error.

    Rule: amounts.description_required of the rule set.
    """
    value = case.figures.worths[table, index].value
    if not isinstance(row, Cost) or value is None or value <= ZERO or case.broken:
        return
    if "description" in row.unread or (row.description and row.description.strip()):
        return
    rule = case.terms.rules.rule("amounts.description_required")
    asked = rule if case.terms.rules.flag("amounts.description_required") else None
    yield Found(
        place_of(table, index, row),
        (table, index),
        severity=ERROR if asked else None,
        actual=value,
        unverified=unverified(asked),
        source=source(asked),
    )


@row_check(
    "amount-missing",
    WARNING,
    "cost",
    "income",
    "funding",
    good=HEAD
    + """
[[cost]]
category = "services"
description = "Interpreting"
quantity = 150
unit_price = 71.92
""",
    bad=HEAD
    + """
[[cost]]
category = "services"
description = "Interpreting"
unit_price = 71.92
""",
)
def amount_missing(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """A line has no amount, and nothing to work one out from: no years, no quantity with a price, no flat rate.

    Its sum is unknown, and so are all the sums it belongs to: they are left out and not taken for zero. Where there is
    nothing to pay, write amount = 0. What was realised is no plan: a line that has nothing else has no amount. A flat
    rate is worked out by the cost model: where none is chosen, that is what is missing.

    Rule: the format of the budget file.
    """
    if case.figures.worths[table, index].value is not None or case.broken or row.unread:
        return
    if isinstance(row, Line) and not (isinstance(row, Cost) and _rests_on_others(case, row)):
        values, wording = _of_no_model(case, row) if isinstance(row, Cost) else ({}, "")
        yield Found(place_of(table, index, row), (table, index), values, wording)


def _of_no_model(case: Case, row: Cost) -> tuple[dict[str, object], str]:
    """What is said of a line that would be a flat rate, and whose cost model has none, or is not chosen."""
    model = model_of(case.budget, row)
    models = models_of_flat(case, row)
    if not models or model in models or row.unit_price is not None:
        return {}, ""
    known = model in case.terms.rules.cost_models
    return {"model": model or "", "models": models}, "other-model" if known else "no-model" if model is None else ""


def models_of_flat(case: Case, row: Cost) -> tuple[str, ...]:
    """The cost models of the rules that work out a line of this category as a flat rate."""
    models = case.terms.rules.cost_models.values()
    return tuple(one.id for one in models if any(rate.category == row.category for rate in one.flat_rates))


def _rests_on_others(case: Case, row: Cost) -> bool:
    """True of a flat-rate line that has a base, so that one of those lines is what misses an amount."""
    rates = case.terms.flat_rates(model_of(case.budget, row))
    base = {name for rate in rates if rate.category == row.category for name in rate.base}
    return not base.isdisjoint(values(case.budget.costs, category))
