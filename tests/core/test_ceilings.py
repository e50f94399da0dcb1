"""How high support may go under each ceiling, and what more costs bring, by each rule set's own rounding."""

from datetime import date
from decimal import Decimal

import pytest

from budjettitui.goals.ceilings import bounds, heights, more_costs
from budjettitui.session import Session
from budjettitui.state import State
from tests.places import BUDGETS
from tests.places import PUBLIC as PUBLIC_BUDGETS

D = Decimal
TODAY = date(2026, 11, 24)


def _state(text: str) -> State:
    return Session.from_bytes(text.encode(), today=TODAY).state


def _of(name: str) -> State:
    folder = BUDGETS if (BUDGETS / name).exists() else PUBLIC_BUDGETS
    return Session.from_bytes((folder / name).read_bytes(), today=TODAY).state


def test_the_lower_ceiling_of_a_call_stands_before_the_programmes_with_its_statute() -> None:
    call, programme = heights(_of("hot.toml"))
    assert (call.of, call.rate, call.support, call.more) == ("call", D(75), D(412_500), D(0))
    assert (programme.of, programme.rate, programme.support, programme.more) == ("rules", D(80), D(440_000), D(27_500))
    assert programme.source == "867/2021 4 § 1 mom."
    assert programme.verified


@pytest.mark.parametrize(("name", "of"), [("dot.toml", ["call"]), ("j11721.toml", ["rules"]), ("hyva-alku.toml", [])])
def test_no_ceiling_is_told_that_is_none_or_no_higher(name: str, of: list[str]) -> None:
    assert [one.of for one in heights(_of(name))] == of


def test_what_is_over_the_ceiling_is_below_zero() -> None:
    assert heights(_of("soku.toml"))[0].more == D(-1)


def test_a_thousand_more_of_costs_is_parted_at_the_rate() -> None:
    (one,) = more_costs(_of("hot.toml")) or ()
    assert (one.step, one.support, one.others) == (D(1000), D(750), D(250))


def test_a_thousand_more_of_pay_brings_its_flat_rate_along() -> None:
    _, pay = more_costs(_of("j11721.toml")) or ()
    assert pay.flat is not None
    assert (pay.flat.categories, pay.flat.amount) == (("personnel",), D(400))
    assert (pay.step, pay.support, pay.others) == (D(1400), D(1120), D(280))


def test_the_support_is_rounded_down_from_where_it_stands() -> None:
    text = 'schema = 1\n[project]\nrules = "fi-esrplus-2021"\n[call]\nsupport_rate_max = 66.66\n'
    (one,) = more_costs(_state(text + "[stated]\ncosts = 10_001\nsupport = 6_666\n")) or ()
    assert one.support == D(667)  # 66,66 % of 11 001 is 7 333,27; of 10 001 it is 6 666,67
    assert one.support + one.others == one.step


def test_where_ceilings_differ_it_depends_on_whose_the_costs_are() -> None:
    assert more_costs(_of("horizon-ia.toml")) is None
    assert heights(_of("horizon-ia.toml"))[0].of == "partners"


@pytest.mark.parametrize(("name", "of"), [("erasmus.toml", "menu"), ("esr-plus-prestudy.toml", "fixed")])
def test_of_fixed_sums_more_costs_bring_nothing_and_the_sums_are_told(name: str, of: str) -> None:
    state = _of(name)
    assert more_costs(state) == ()
    (found,) = bounds(state)
    assert found.of == of
    assert found.sums
    assert found.source


@pytest.mark.parametrize(("most", "left"), [(100_400, 400), (100_000, 0), (99_000, 0)])
def test_the_most_of_costs_is_told_where_a_thousand_more_would_meet_it(most: int, left: int) -> None:
    text = f'schema = 1\n[project]\nrules = "fi-esrplus-2021"\n[call]\ncosts_max = {most}\n[stated]\ncosts = 100_000\n'
    (found,) = bounds(_state(text))
    assert (found.of, found.sums, found.left) == ("costs", (D(most),), D(left))


def test_a_most_that_is_far_is_not_told() -> None:
    text = 'schema = 1\n[project]\nrules = "fi-esrplus-2021"\n[call]\ncosts_max = 200_000\n[stated]\ncosts = 100_000\n'
    assert list(bounds(_state(text))) == []
