"""Names that the rule set must know: itself, its categories, its cost models."""

from collections.abc import Iterator

from budjettitui.checks import ERROR, Found, check, row_check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.near import nearest_category, nearest_of
from budjettitui.findings import Path, Place
from budjettitui.model import Cost, Row, place_of
from budjettitui.rules import loader


@check(
    "unknown-rules",
    ERROR,
    "project",
    good=HEAD
    + """rules = "fi-esrplus-2021"
""",
    bad=(
        HEAD
        + """rules = "fi-esrplus-2012"
""",
        HEAD
        + """rules = "../city.toml"
""",
    ),
)
def unknown_rules(case: Case) -> Iterator[Found]:
    """There is no such rule set, its file is outside the budget's own folder, or it does not load.

    The budget is then judged by the generic rules: its sums are, its ceilings are not. A rule set is the id of one
    that ships (budjettitui rules lists them), or ./path of a file beside the budget.

    Rule: the format of the budget file (project.rules).
    """
    name = case.budget.project.rules
    if name is None:
        return
    fault = case.rules_fault if name.strip() else "unknown"
    if fault is None:
        return
    wording = {"unknown": "", "path": "outside", "outside": "outside"}.get(fault, "broken")
    near = nearest_of(name, loader.shipped()) if fault == "unknown" else None
    values = {"word": name, "nearest": near, "reason": fault}
    yield Found(Place("project").at("rules"), ("project", "rules"), values, wording)


def _other_categories(case: Case) -> Iterator[Found]:
    """Categories that stand elsewhere than in a cost line: in totals, and in what the call allows."""
    for number, stated in enumerate(case.budget.stated):
        place = Place("stated", None, number + 1 if len(stated.anchor) > 1 else None)
        table, _, name = stated.of.partition(".")
        if table == "category" and name:
            yield from _category(case, name, place.at("of"), (*stated.anchor, "of"))
        for name in stated.categories:
            yield from _category(case, name, place.at(f"categories.{name}"), (*stated.anchor, "categories", name), True)
    for name in case.budget.call.categories:
        yield from _category(case, name, Place("call").at(f"categories.{name}"), ("call", "categories", name), True)


@row_check(
    "unknown-category",
    ERROR,
    "cost",
    good=HEAD
    + """rules = "fi-esrplus-2021"

[[cost]]
category = "services"
description = "Interpreting"
amount = 10_788
""",
    bad=HEAD
    + """rules = "fi-esrplus-2021"

[[cost]]
category = "service"
description = "Interpreting"
amount = 10_788
""",
    beside=_other_categories,
)
def unknown_category(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """A cost category that the rule set does not have.

    The funder's form has no row for it, and the ceilings and flat rates that hold for a category would pass it over.
    budjettitui rules ID lists the categories. The generic rules take any word.

    Rule: the categories of the rule set.
    """
    rules = case.terms.rules
    if rules.any_category or not isinstance(row, Cost) or row.category in rules.categories:
        return
    if row.category is not None:
        place = place_of(table, index, row).at("category")
        yield from _category(case, row.category, place, (table, index, "category"))


def _category(case: Case, name: str, place: Place, anchor: Path, at_key: bool = False) -> Iterator[Found]:
    rules = case.terms.rules
    if rules.any_category or name in rules.categories:
        return
    values = {"word": name, "rules": rules.id, "nearest": nearest_category(name, rules)}
    yield Found(place, anchor, values, at_key=at_key)


@check(
    "unknown-cost-model",
    ERROR,
    "project",
    good=HEAD
    + """rules = "fi-esrplus-2021"
cost_model = "flat-40"
""",
    bad=HEAD
    + """rules = "fi-esrplus-2021"
cost_model = "flat40"
""",
)
def unknown_cost_model(case: Case) -> Iterator[Found]:
    """A cost model that the rule set does not have, of the project or of a partner.

    No flat rate would be worked out or judged. budjettitui rules ID lists the cost models. The generic rules take any.

    Rule: the cost models of the rule set.
    """
    yield from _model(case, case.budget.project.cost_model, Place("project"), ("project",))
    for index, partner in enumerate(case.budget.partners):
        yield from _model(case, partner.cost_model, place_of("partner", index, partner), ("partner", index))


def _model(case: Case, name: str | None, place: Place, anchor: Path) -> Iterator[Found]:
    rules = case.terms.rules
    if name is None or rules.any_cost_model or name in rules.cost_models:
        return
    values = {"word": name, "rules": rules.id, "nearest": nearest_of(name, tuple(rules.cost_models))}
    partner = place.name if place.table == "partner" else None
    yield Found(place.at("cost_model"), (*anchor, "cost_model"), values, partner=partner)
