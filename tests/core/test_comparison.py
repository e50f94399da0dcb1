"""Two versions compared: which rows are the same row, what of them changed, and which findings came and went."""

from datetime import date
from decimal import Decimal

from budjettitui.session import Session
from budjettitui.state import State
from budjettitui.versions.comparison import ADDED, CHANGED, REMOVED, Comparison, compare
from budjettitui.versions.matching import matched
from tests.checks.judging import TWO
from tests.places import BUDGETS

HEAD = 'schema = 1\n[project]\nname = "Hall"\n'
FOOD = '[[cost]]\ncategory = "services"\ndescription = "Food"\namount = 100\n'
RENT = '[[cost]]\ncategory = "other"\ndescription = "Rent"\namount = 200\n'
PAY = '[[cost]]\nid = "pay"\ncategory = "personnel"\namount = 300\n'


def state(text: str) -> State:
    return Session.from_bytes(text.encode(), today=date(2025, 6, 1)).state


def compared(old: str, new: str) -> Comparison:
    return compare(state(old), state(new))


def test_a_row_that_moved_down_is_the_same_row() -> None:
    found = compared(HEAD + FOOD + RENT, HEAD + PAY + RENT + FOOD)
    assert [(row.how, str(row.place)) for row in found.rows] == [(ADDED, "cost.pay")]


def test_a_row_without_an_id_is_known_again_by_its_likeness() -> None:
    found = compared(HEAD + FOOD + RENT, HEAD + RENT.replace("200", "250") + FOOD)
    (row,) = found.rows
    assert (row.how, row.old_path, row.new_path) == (CHANGED, ("cost", 1), ("cost", 0))
    (change,) = row.keys
    assert (change.key, change.old, change.new, change.difference) == ("amount", 200, 250, Decimal(50))


def test_an_id_is_stronger_than_likeness() -> None:
    found = compared(
        HEAD + PAY, HEAD + PAY.replace("personnel", "other").replace("300", "1") + PAY.replace('id = "pay"\n', "")
    )
    assert [(row.how, row.new_path) for row in found.rows] == [(CHANGED, ("cost", 0)), (ADDED, ("cost", 1))]


def test_rows_with_nothing_in_common_went_and_came() -> None:
    found = compared(HEAD + FOOD, HEAD + PAY)
    assert {row.how for row in found.rows} == {ADDED, REMOVED}


def test_what_is_removed_is_told_where_it_stood() -> None:
    found = compared(HEAD + FOOD + RENT, HEAD + RENT)
    (row,) = found.rows
    assert (row.how, row.old_path, row.new_path, row.old_worth) == (REMOVED, ("cost", 0), None, Decimal(100))


def test_a_number_spelled_otherwise_is_no_change() -> None:
    assert compared(HEAD + FOOD, HEAD + FOOD.replace("100", "1_00.00")).same


def test_an_amount_with_a_qualifier_is_the_same_key() -> None:
    (row,) = compared(HEAD + FOOD, HEAD + FOOD.replace("100", "{ amount = 120, about = true }")).rows
    assert [(change.key, change.old, change.new) for change in row.keys] == [
        ("amount", 100, 120),
        ("amount.about", None, True),
    ]
    assert row.keys[0].new_path == ("cost", 0, "amount", "amount")
    every = '{ amount = 100, about = true, at_most = true, at_least = true, source = "p. 1" }'
    (row,) = compared(HEAD + FOOD, HEAD + FOOD.replace("100", every)).rows
    assert [change.key for change in row.keys] == [
        f"amount.{one}" for one in ("about", "at_most", "at_least", "source")
    ]


def test_a_key_stands_where_each_version_has_it() -> None:
    (row,) = compared(HEAD + FOOD + RENT, HEAD + RENT + FOOD.replace("amount = 100", "granted = 100")).rows
    assert [(change.key, change.old_path, change.new_path) for change in row.keys] == [
        ("amount", ("cost", 0, "amount"), None),
        ("granted", None, ("cost", 1, "granted")),
    ]


def test_what_is_planned_is_the_same_key_with_every_other_stage_beside_it() -> None:
    stated = HEAD + "[stated]\ncosts = {}\n"
    stages = "{ planned = 100, applied = 90, granted = 80, realised = 70 }"
    (row,) = compared(stated.format("100"), stated.format(stages)).rows
    assert [(change.key, change.old, change.new) for change in row.keys] == [
        ("costs.applied", None, 90),
        ("costs.granted", None, 80),
        ("costs.realised", None, 70),
    ]


def test_budget_items_are_told_apart_by_their_payers_where_there_are_several() -> None:
    item = '[[appropriation]]\nbudget_item = "1"\npayer = "{}"\namount = {}\n'
    one, two = HEAD + TWO + item.format("town", 10), item.format("club", 20)
    changed = [one for one in compared(one, one.replace("amount = 10", "amount = 15")).figures if one.changed]
    assert [(figure.name, figure.new) for figure in changed if figure.of == "budget_item"] == [("1", Decimal(15))]
    changed = [one for one in compared(one + two, one + two.replace("20", "25")).figures if one.changed]
    assert [(figure.name, figure.new) for figure in changed if figure.of == "budget_item"] == [
        ("1 (club)", Decimal(25))
    ]


def test_the_costs_of_every_year_are_compared() -> None:
    food = FOOD.replace("amount = 100", "years = { 2025 = 40, 2026 = 60 }")
    found = compared(HEAD + food, HEAD + food.replace("2026 = 60", "2027 = 70"))
    assert [(one.name, one.old, one.new) for one in found.figures if one.of == "year" and one.changed] == [
        ("2026", Decimal(60), None),
        ("2027", None, Decimal(70)),
    ]


def test_a_finding_of_a_row_that_moved_neither_went_nor_came() -> None:
    bad = '[[cost]]\ncategory = "x"\ndescription = "Odd"\nquantity = 2\nunit_price = 10\namount = 30\n'
    found = compared(HEAD + bad + RENT, HEAD + RENT + PAY + bad)
    assert [one for one in (*found.gone, *found.new) if one.check == "line-product"] == []
    assert ("cost[1]", "cost[3]") in [(old.path, new.path) for old, new in found.stayed if old.check == "line-product"]


def test_hot_after_its_mend_is_two_rows_and_two_findings_less() -> None:
    text = (BUDGETS / "hot.toml").read_text(encoding="utf-8")
    found = compared(text, text.replace("73_250", "75_000"))
    assert [str(row.place) for row in found.rows] == ["funding.city-fvh", "appropriation[2]"]
    assert sorted(finding.check for finding in found.gone) == ["self-financing-missing", "total-mismatch"]
    assert found.new == ()
    missing = next(one for one in found.figures if (one.of, one.figure) == ("project", "missing"))
    assert (missing.old, missing.new, missing.difference) == (Decimal(1750), Decimal(0), Decimal(-1750))


def test_ten_thousand_rows_without_ids_are_matched_in_their_order() -> None:
    rows = [{"category": "x", "amount": number} for number in range(10_000)]
    pairs = matched("cost", rows, rows[:5000] + rows[5001:])
    assert pairs[5000] == (5000, None)
    assert pairs[5001] == (5001, 5000)


def test_figures_that_are_only_spelled_otherwise_are_the_same_in_stated_totals_too() -> None:
    old = HEAD + "[stated]\ncosts = 50_000\nsupport = 40_000\n" + FOOD
    new = HEAD + "[stated]\nsupport = 40_000.00\ncosts = 50_000.0\n" + FOOD.replace("100", "100.00")
    assert compared(old, new).same


def test_where_another_stage_is_added_what_is_planned_stays_as_it_was() -> None:
    new = "[stated]\ncosts = 500\nsupport = { planned = 400, realised = 300 }\n"
    (row,) = compared(HEAD + "[stated]\ncosts = 500\nsupport = 400\n", HEAD + new).rows
    assert [(change.key, change.old, change.new) for change in row.keys] == [("support.realised", None, 300)]
