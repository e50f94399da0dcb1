"""The controller's ledger over the five budgets, and Hyvä alku under every cost model of ESF+."""

from datetime import date
from decimal import Decimal

import pytest

from budjettitui.cost_models import trials
from budjettitui.ledger import ledger
from budjettitui.rules import loader
from budjettitui.session import Session
from tests.places import BUDGETS

TODAY = date(2025, 6, 1)
D = Decimal


def session(name: str) -> Session:
    return Session.open(BUDGETS / f"{name}.toml", today=TODAY)


@pytest.mark.parametrize(
    ("model", "costs", "support", "own", "away"),
    [
        ("flat-40", "191120.40", "152896.00", "38224.40", "15788"),
        ("flat-7", "162963.40", "130370.00", "32593.40", "0"),
        ("actual", "152302.40", "121841.00", "30461.40", "0"),
        ("lump-sum", "152302.40", "121841.00", "30461.40", "0"),
        ("fixed-lump-sum", "50000.00", "40000.00", "10000.00", "152302.40"),
    ],
)
def test_hyva_alku_under_the_cost_models_of_esf_plus(model: str, costs: str, support: str, own: str, away: str) -> None:
    one = session("hyva-alku")
    found = {trial.model: trial for trial in trials(one.state, one.preview, loader.load("fi-esrplus-2021").rules)}
    trial = found[model]
    assert (trial.costs, trial.support, trial.own, trial.falls_away) == (D(costs), D(support), D(own), D(away))


def test_choosing_a_model_is_one_step_and_the_flat_rate_is_right() -> None:
    text = (BUDGETS / "hyva-alku.toml").read_text(encoding="utf-8")
    text = text.replace('"fi-state-grant"', '"fi-esrplus-2021"')
    one = Session.from_bytes(text.encode(), today=TODAY)
    flat = next(trial for trial in trials(one.state, one.preview) if trial.model == "flat-40")
    one.apply(flat.change)
    assert one.state.budget.project.cost_model == "flat-40"
    assert [row.category for row in one.state.budget.costs] == ["personnel"] * 3 + ["flat-rate"]
    assert not [finding for finding in one.state.errors() if finding.check.startswith(("flat-", "total-"))]
    one.undo()
    assert one.state.document.text == text


def test_real_costs_that_another_model_has_a_rate_for_stay_under_the_model_of_the_file() -> None:
    path = BUDGETS.parent / "tests" / "public" / "central-baltic.toml"
    one = Session.open(path, today=TODAY)
    found = {trial.model: trial for trial in trials(one.state, one.preview)}
    assert found["flat-40"].chosen
    assert found["flat-40"].costs == one.state.figures.project.costs.value == D(210_000)
    assert {line.category for line in found["flat-40"].out} == {"flat-rate"}
    assert {line.category for line in found["actual"].out} == {"flat-rate"}
    assert {line.category for line in found["staff-20"].out} == {"flat-rate", "staff"}


def test_the_ledger_has_every_item_and_no_sum_where_years_are_not_known() -> None:
    rows = ledger([(name, session(name).state) for name in ("dot", "hot", "hyva-alku", "lahetko", "soku")])
    shared = rows[0]
    assert (shared.budget_item, shared.total, shared.years) == ("1 50 04", None, {})
    assert [(entry.label, entry.sums.promised, entry.sums.left) for entry in shared.entries] == [
        ("dot", D(279_800), D(0)),
        ("hot", D(73_250), D(0)),
    ]
    alone = [row for row in rows if len(row.entries) == 1]
    assert [row.total is not None for row in alone] == [True, True, True]
    assert [row.entries[0].sums.aside for row in alone] == [D(250_000), None, None]


FILE = """schema = 1
[project]
name = "{name}"
[[funding]]
kind = "municipal"
payer = "Town"
budget_item = "1 50 04"
years = {{ 2025 = {first}, 2026 = {second} }}
[[appropriation]]
budget_item = "1 50 04"
payer = "Town"
basis = "net"
years = {{ 2025 = 100, 2026 = 100 }}
amount = 200
"""


def test_where_years_are_known_the_files_are_added_up_year_by_year_and_over_commitment_shows() -> None:
    states = [
        (name, Session.from_bytes(FILE.format(name=name, first=first, second=second).encode(), today=TODAY).state)
        for name, first, second in (("a", 100, 100), ("b", 90, 130))
    ]
    (row,) = ledger(states)
    assert row.years["2025"].left == D(10)
    assert row.years["2026"].left == D(-30)
    assert row.over
    assert row.total is not None
    assert row.total.promised == D(420)
