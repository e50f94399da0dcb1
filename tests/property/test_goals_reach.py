"""Whatever the figures: a goal's change reaches the goal within the rules' rounding, and nothing locked moves."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from budjettitui.edits import Insert, Set
from budjettitui.goals import (
    Answer,
    Goal,
    NoSolution,
    costs_at,
    line_at_most,
    missing_by_costs,
    missing_by_own,
    support_at,
)
from budjettitui.money import percent_of
from budjettitui.session import Session

from .broken_budgets import broken

TODAY = date(2025, 6, 1)
AMOUNTS = st.one_of(st.integers(0, 400_000), st.decimals(1, 90_000, places=2))
RATES = st.sampled_from([Decimal(75), Decimal(80), Decimal("72.5"), Decimal(40), Decimal("33.3")])


@st.composite
def lines(draw: st.DrawFn) -> str:
    """One applicant under rules with and without whole euros, with a flat rate or without, a product among the lines."""
    rules, model = draw(
        st.sampled_from([("generic", ""), ("fi-esrplus-2021", "flat-40"), ("fi-esrplus-2021", "actual")])
    )
    text = f'schema = 1\n[project]\nname = "Hall"\nrules = "{rules}"\n'
    text += f'cost_model = "{model}"\n' if model else ""
    for number in range(draw(st.integers(1, 4))):
        category = "personnel" if model == "flat-40" else draw(st.sampled_from(["personnel", "services", "other"]))
        text += f'[[cost]]\nid = "c{number}"\ncategory = "{category}"\namount = {draw(AMOUNTS)}\n'
    if draw(st.booleans()):
        hours = draw(st.integers(1, 90))
        text += f'[[cost]]\nid = "p"\ncategory = "personnel"\nquantity = {hours}\nunit_price = 71.92\n'
    text += '[[cost]]\nid = "flat"\ncategory = "flat-rate"\n' if model == "flat-40" else ""
    text += f'[[funding]]\nid = "s"\nkind = "support"\namount = {draw(AMOUNTS)}\n'
    return text + f'[[funding]]\nid = "o"\nkind = "own"\namount = {draw(AMOUNTS)}\n'


BUDGETS = st.one_of(lines(), lines(), broken())


def opened(text: str) -> Session:
    return Session.from_bytes(text.encode(), today=TODAY)


def answers(session: Session, rate: Decimal, locks: set[str]) -> list[Answer]:
    state, preview = session.state, session.preview
    return [
        support_at(state, preview, rate, locks=locks),
        missing_by_costs(state, preview, locks=locks),
        missing_by_costs(state, preview, locks=locks, hold_support=True),
        missing_by_own(state, preview, locks=locks),
        costs_at(state, preview, rate, locks=locks),
        *(line_at_most(state, preview, index, locks=locks) for index in range(min(2, len(state.budget.costs)))),
    ]


@given(BUDGETS, RATES)
@settings(max_examples=40)
def test_a_goal_that_is_answered_is_reached(text: str, rate: Decimal) -> None:
    session = opened(text)
    unit = session.state.terms.unit or Decimal("0.01")
    supported, *missing, based = answers(session, rate, set())[:5]
    for answer in missing:
        if isinstance(answer, Goal):
            assert answer.state.figures.project.missing == 0
        elif answer.nearest is not None:
            assert answer.nearest.reached != 0
    if isinstance(supported, Goal):
        sheet = supported.state.figures.project
        parts = max(1, len(supported.state.figures.partners))
        assert sheet.support.value is not None
        assert sheet.rate_base is not None
        assert abs(sheet.support.value - percent_of(rate, sheet.rate_base)) <= unit * parts
    if isinstance(based, Goal):
        sheet = based.state.figures.project
        assert sheet.support.value is not None
        assert sheet.rate_base is not None
        parts = max(1, len(based.state.figures.partners))
        assert abs(percent_of(rate, sheet.rate_base) - sheet.support.value) < unit * parts


@given(BUDGETS, RATES, st.data())
@settings(max_examples=40)
def test_nothing_locked_moves_and_what_moves_is_told(text: str, rate: Decimal, data: st.DataObject) -> None:
    session = opened(text)
    names = [
        f"cost.{row.id}" if row.id else f"cost[{index + 1}]" for index, row in enumerate(session.state.budget.costs)
    ]
    locks = set(data.draw(st.lists(st.sampled_from(names), unique=True))) if names else set()
    for answer in answers(session, rate, locks):
        if isinstance(answer, NoSolution):
            continue
        before, after = session.state, answer.state
        for index, name in enumerate(names):
            if name in locks:
                assert after.figures.worths["cost", index].value == before.figures.worths["cost", index].value or (
                    before.figures.worths["cost", index].how == "flat"
                )
        written = {edit.path for edit in answer.change.edits if isinstance(edit, Set)}
        written |= {(edit.table, edit.index) for edit in answer.change.edits if isinstance(edit, Insert)}
        assert {move.path for move in answer.moves} <= written
        again = opened(after.document.text).state
        assert again.figures.project.missing == after.figures.project.missing


@given(lines())
@settings(max_examples=30)
def test_a_line_is_as_large_as_it_may_be_and_no_larger(text: str) -> None:
    session = opened(text)
    answer = line_at_most(session.state, session.preview, 0)
    if isinstance(answer, NoSolution):
        return
    assert answer.reached <= 0
    assert answer.reached > -2 or session.state.budget.project.cost_model == "flat-40"
