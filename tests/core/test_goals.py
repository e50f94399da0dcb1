"""Goal seek on the real budgets and on small ones: what moves, what does not, and what no whole unit can do."""

from datetime import date
from decimal import Decimal

import pytest

from budjettitui.findings import Path as Where
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
from budjettitui.session import Session
from tests.places import BUDGETS

D = Decimal

ESR = """schema = 1
[project]
name = "Hall"
rules = "fi-esrplus-2021"
cost_model = "flat-40"
[[cost]]
id = "pay"
category = "personnel"
amount = 100_000
[[cost]]
id = "help"
category = "personnel"
amount = 50_000
[[cost]]
id = "flat"
category = "flat-rate"
amount = 60_000
[[funding]]
id = "esf"
kind = "support"
amount = 168_000
[[funding]]
id = "town"
kind = "own"
amount = 40_000
"""


def opened(name: str) -> Session:
    return Session.open(BUDGETS / f"{name}.toml", today=date(2025, 6, 1))


def of(text: str) -> Session:
    return Session.from_bytes(text.encode(), today=date(2025, 6, 1))


def moves(answer: Answer) -> dict[Where, tuple[Decimal | None, Decimal]]:
    assert isinstance(answer, Goal), answer
    return {move.path: (move.old, move.new) for move in answer.moves}


def test_hot_is_closed_by_costs_as_the_screen_draws_it() -> None:
    session = opened("hot")
    answer = missing_by_costs(session.state, session.preview, partner="fvh")
    assert moves(answer) == {
        ("stated", 0, "costs", "amount"): (D(550_000), D(543_000)),
        ("stated", 0, "support"): (D(412_500), D(407_250)),
    }
    assert isinstance(answer, Goal)
    assert answer.exact
    assert answer.state.errors() == ()
    assert answer.state.document.text.count("about = true") == session.state.document.text.count("about = true")


def test_hot_is_closed_by_funding_with_its_appropriation() -> None:
    session = opened("hot")
    answer = missing_by_own(session.state, session.preview)
    assert moves(answer) == {
        ("funding", 2, "amount", "amount"): (D(73_250), D(75_000)),
        ("appropriation", 1, "amount", "amount"): (D(73_250), D(75_000)),
    }


def test_hot_has_nothing_to_raise_to_the_ceiling() -> None:
    session = opened("hot")
    answer = support_at(session.state, session.preview)
    assert moves(answer) == {}
    assert isinstance(answer, Goal)
    assert (answer.reached, answer.exact) == (D(75), True)


def test_the_change_is_one_step_of_undo() -> None:
    session = opened("dot")
    before = session.state.document.text
    answer = missing_by_costs(session.state, session.preview)
    assert isinstance(answer, Goal)
    session.apply(answer.change)
    assert session.state.figures.project.missing == 0
    session.undo()
    assert session.state.document.text == before


def test_a_rate_that_no_whole_euro_has_is_given_with_both_neighbours() -> None:
    session = of(ESR.replace("60_000", "60_001"))
    answer = support_at(session.state, session.preview, D(75))
    assert isinstance(answer, Goal)
    assert not answer.exact
    assert [near.value for near in answer.nearest] == [D(157_500), D(157_501)]
    assert answer.state.figures.project.support.value == D(157_500)


def test_flat_rates_follow_and_what_is_locked_stays() -> None:
    session = of(ESR)
    answer = missing_by_costs(session.state, session.preview, locks={"cost.pay"})
    found = moves(answer)
    assert ("cost", 0, "amount") not in found
    assert {("cost", 1, "amount"), ("cost", 2, "amount")} <= found.keys()
    assert isinstance(answer, Goal)
    assert answer.state.figures.project.missing == 0
    assert not [finding for finding in answer.state.verdict() if finding.check == "flat-amount"]


def test_with_everything_locked_there_is_no_solution() -> None:
    session = of(ESR)
    answer = missing_by_costs(session.state, session.preview, locks={"category.personnel", "category.flat-rate"})
    assert isinstance(answer, NoSolution)
    assert answer.reason == "all-locked"


PAIR = """schema = 1
[project]
name = "Pair"
[[partner]]
id = "a"
role = "lead"
[[partner]]
id = "b"
[[cost]]
category = "personnel"
partner = "a"
amount = 1_000
[[cost]]
category = "personnel"
partner = "b"
amount = 1_000
[[funding]]
kind = "own"
payer = "a"
amount = 900
[[funding]]
kind = "own"
payer = "b"
amount = 800
"""


def test_a_gap_of_a_partner_that_is_locked_is_no_matter_of_whole_units() -> None:
    session = of(PAIR)
    for seek in (missing_by_costs, missing_by_own):
        answer = seek(session.state, session.preview, locks={"partner.b"})
        assert isinstance(answer, NoSolution)
        assert answer.reason == "gap-locked"
        assert answer.nearest is not None
        assert answer.nearest.reached == 200, "what the other partner misses is still closed"


def test_where_all_funding_is_locked_what_is_too_much_of_it_does_not_go_below_zero() -> None:
    session = of(PAIR.replace("900", "1_100").replace("800", "1_000"))
    answer = missing_by_own(session.state, session.preview, locks={"funding[1]", "funding[2]"})
    assert isinstance(answer, NoSolution)
    assert answer.reason == "all-locked"


def test_a_flat_rate_that_jumps_over_the_sum_leaves_no_whole_cent_and_the_nearest_is_given() -> None:
    held = ESR.replace("168_000", "168_000").replace("40_000", "41_999.70")
    session = of(held)
    answer = missing_by_costs(session.state, session.preview, hold_support=True)
    if isinstance(answer, NoSolution):
        assert answer.reason == "no-whole-unit"
        assert answer.nearest is not None
        assert abs(answer.nearest.reached) < 1
    else:
        assert answer.state.figures.project.missing == 0


def test_how_much_a_line_may_be_is_what_closes_the_gap() -> None:
    text = ESR.replace("168_000", "150_000").replace("40_000", "59_000")
    session = of(text)
    answer = line_at_most(session.state, session.preview, 1)
    assert isinstance(answer, Goal)
    missing = answer.state.figures.project.missing
    assert missing is not None
    assert missing <= 0
    value = moves(answer)["cost", 1, "amount"][1]
    wide = text.replace("50_000", str(value + D("1.50")))
    higher = of(wide.replace("60_000", str((D(100_000) + value + D("1.5")) * 2 / 5)))
    assert (higher.state.figures.project.missing or 0) > 0


def test_a_line_is_not_made_so_small_that_the_support_passes_its_ceiling() -> None:
    session = of(ESR)
    answer = line_at_most(session.state, session.preview, 1)
    assert isinstance(answer, NoSolution)
    assert answer.reason == "over-ceiling"
    followed = line_at_most(session.state, session.preview, 1, hold_support=False)
    assert isinstance(followed, Goal)
    assert not [finding for finding in followed.state.errors() if finding.check.startswith("rate")]


def test_a_line_that_is_a_product_takes_its_price_along() -> None:
    session = opened("hyva-alku")
    locks = {
        f"cost.{name}"
        for name in ("coordinator", "worker-employment", "worker-immigration", "audit", "audit-documents")
    }
    answer = costs_at(session.state, session.preview, D("80.5"), locks=locks)
    found = moves(answer)
    assert ("cost", 5, "unit_price") in found
    assert isinstance(answer, Goal)
    assert not [finding for finding in answer.state.verdict() if finding.check == "line-product"]


def test_stated_totals_that_agreed_move_with_what_they_total() -> None:
    session = opened("hyva-alku")
    answer = support_at(session.state, session.preview, D(75))
    assert ("stated", "support") in moves(answer)
    assert isinstance(answer, Goal)
    assert not [finding for finding in answer.state.verdict() if finding.check.startswith("total-s")]


@pytest.mark.parametrize("name", ["lahetko", "soku"])
def test_what_is_not_known_is_not_sought(name: str) -> None:
    session = opened(name)
    for answer in (missing_by_costs(session.state, session.preview), missing_by_own(session.state, session.preview)):
        assert isinstance(answer, NoSolution)
        assert answer.reason == "unknown"


# volunteer work in the base of the rate -----------------------------------------------------------------------------
VILLAGE = """schema = 1
[project]
name = "Hall"
rules = "fi-rural-2023"
[call]
support_rate_max = 75
[[cost]]
category = "other"
amount = 80_000
[[cost]]
category = "other"
in_kind = true
amount = 20_000
[[funding]]
kind = "support"
amount = 75_000
[[funding]]
kind = "own"
amount = 4_000
[[funding]]
kind = "in-kind"
amount = 20_000
"""


def test_costs_that_own_money_and_volunteer_work_carry_keep_the_rate_on_both() -> None:
    """4 000 and 20 000 of work are a quarter of 96 000: 76 000 in cash, of which 72 000 is support."""
    session = of(VILLAGE)
    answer = missing_by_costs(session.state, session.preview)
    assert moves(answer) == {
        ("cost", 0, "amount"): (D(80_000), D(76_000)),
        ("funding", 0, "amount"): (D(75_000), D(72_000)),
    }


def test_costs_at_a_rate_leave_the_volunteer_work_as_it_is() -> None:
    """75 000 is 60 % of 125 000, of which 20 000 is work."""
    session = of(VILLAGE)
    answer = costs_at(session.state, session.preview, rate=D(60))
    assert moves(answer)["cost", 0, "amount"] == (D(80_000), D(105_000))


UNPAID = ESR[: ESR.index("[[funding]]")]


@pytest.mark.parametrize(
    ("more", "written"),
    [
        ("", 'kind = "support"\namount = 168_000\n'),
        ('[[funding]]\nkind = "support"\n', 'kind = "support"\namount = 168_000\n'),
        ('[[funding]]\nkind = "support"\namount = 8_000\n\n[[funding]]\nkind = "support"\n', "amount = 160_000\n"),
    ],
)
def test_support_at_its_ceiling_begins_the_line_that_is_not_there_or_fills_the_one_that_waits(
    more: str, written: str
) -> None:
    session = of(UNPAID + more)
    found = support_at(session.state, session.preview)
    assert isinstance(found, Goal)
    assert found.exact
    assert found.state.document.text.endswith(written)
    assert found.state.figures.project.support_rate == 80


def test_each_partner_whose_support_nothing_speaks_of_gets_a_line_of_its_own() -> None:
    two = '[[partner]]\nid = "a"\n[[partner]]\nid = "b"\n'
    costs = "".join(
        f'[[cost]]\npartner = "{who}"\ncategory = "personnel"\namount = {amount}\n'
        for who, amount in (("a", 100_000), ("b", 50_000))
    )
    session = of(f'schema = 1\n[project]\nname = "Hall"\nrules = "fi-esrplus-2021"\n{two}{costs}')
    found = support_at(session.state, session.preview)
    assert isinstance(found, Goal)
    support = {who: sheet.support.value for who, sheet in found.state.figures.partners.items()}
    assert support == {"a": D(80_000), "b": D(40_000)}


def test_a_goal_that_rests_on_costs_or_support_that_are_not_known_names_them() -> None:
    unpaid, empty = of(UNPAID), of('schema = 1\n[project]\nname = "Hall"\nrules = "fi-esrplus-2021"\n')
    assert costs_at(unpaid.state, unpaid.preview) == NoSolution("no-support")
    assert support_at(empty.state, empty.preview) == NoSolution("no-costs")
    assert costs_at(empty.state, empty.preview) == NoSolution("no-costs")


# as far as it goes ---------------------------------------------------------------------------------------------------
SALARIES = """schema = 1
[project]
name = "Salaries"
[[cost]]
category = "personnel"
amount = 90_000
[[cost]]
category = "services"
amount = 10_000
[[funding]]
kind = "support"
amount = 60_000
[[funding]]
kind = "own"
amount = 20_000
"""


def test_where_the_lines_that_may_move_do_not_suffice_the_nearest_is_as_far_as_they_go() -> None:
    session = of(SALARIES)
    answer = missing_by_costs(session.state, session.preview, hold_support=True, locks={"category.personnel"})
    assert isinstance(answer, NoSolution)
    assert answer.reason == "below-zero"
    assert answer.nearest is not None
    assert moves(answer.nearest)["cost", 1, "amount"] == (Decimal(10_000), Decimal(0))
    assert answer.nearest.reached == answer.nearest.state.figures.project.missing == 10_000


def test_the_support_follows_as_far_as_the_costs_go() -> None:
    session = of(SALARIES)
    answer = missing_by_costs(session.state, session.preview, locks={"category.personnel"})
    assert isinstance(answer, NoSolution)
    assert answer.nearest is not None
    assert answer.nearest.state.figures.project.support_rate == 60
    assert answer.nearest.reached == 16_000


def test_too_much_funding_goes_as_low_as_what_may_move_lets_it() -> None:
    session = of(SALARIES.replace("90_000", "20_000") + '[[funding]]\nkind = "private"\namount = 5_000\n')
    answer = missing_by_own(session.state, session.preview, locks={"funding[2]"})
    assert isinstance(answer, NoSolution)
    assert answer.nearest is not None
    assert answer.nearest.reached == -50_000
    assert ("funding", 2, "amount") in moves(answer.nearest)


def test_the_costs_of_a_rate_and_a_line_alone_go_as_low_as_they_can() -> None:
    session = of(SALARIES)
    for answer in (
        costs_at(session.state, session.preview, D(75), locks={"category.personnel"}),
        line_at_most(session.state, session.preview, 1),
    ):
        assert isinstance(answer, NoSolution)
        assert answer.reason == "below-zero"
        assert answer.nearest is not None
        assert answer.nearest.state.figures.project.costs.value == 90_000


def test_a_partner_whose_lines_are_all_locked_does_not_stop_the_others() -> None:
    session = of(PAIR.replace('partner = "b"', 'partner = "b"\nid = "kept"'))
    answer = missing_by_costs(session.state, session.preview, hold_support=True, locks={"cost.kept"})
    assert isinstance(answer, NoSolution)
    assert answer.reason == "all-locked"
    assert answer.nearest is not None
    assert answer.nearest.reached == 200


def test_nothing_that_is_no_nearer_is_given_for_the_nearest() -> None:
    session = of(SALARIES.replace("10_000", "0"))
    answer = missing_by_costs(session.state, session.preview, hold_support=True, locks={"category.personnel"})
    assert answer == NoSolution("below-zero")
