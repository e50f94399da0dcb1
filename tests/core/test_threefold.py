"""Three versions, cell by cell: what each of two hands did to a budget, the cells that both changed first."""

from budjettitui.versions.threefold import ThreefoldCell, cells
from tests.checks.judging import HEAD, state_of

FOOD = '[[cost]]\ncategory = "services"\ndescription = "Food"\namount = 100\n'
RENT = '[[cost]]\ncategory = "other"\ndescription = "Rent"\namount = 200\n'
BASE = HEAD + FOOD + RENT


def threefold(theirs: str, mine: str) -> tuple[ThreefoldCell, ...]:
    return cells(state_of(BASE), state_of(theirs), state_of(mine))


def told(one: ThreefoldCell) -> tuple[object, ...]:
    return one.path, one.was, one.theirs, one.mine, one.by_them, one.by_me


def test_a_cell_that_both_changed_comes_before_those_that_one_did() -> None:
    theirs = BASE.replace("100", "110").replace("200", "220")
    mine = BASE.replace("200", "230")
    assert [told(one) for one in threefold(theirs, mine)] == [
        (("cost", 1, "amount"), 200, 220, 230, True, True),
        (("cost", 0, "amount"), 100, 110, 100, True, False),
    ]


def test_keys_that_were_not_there_are_cells_of_their_own_and_one_where_both_added_the_same() -> None:
    theirs = HEAD + FOOD + "vat_rate = 24\n" + RENT + "vat_rate = 10\n"
    mine = HEAD + FOOD + RENT + 'vat_rate = 14\nperson = "Minna Canth"\n'
    assert [told(one) for one in threefold(theirs, mine)] == [
        (("cost", 1, "vat_rate"), None, 10, 14, True, True),
        (("cost", 0, "vat_rate"), None, 24, None, True, False),
        (("cost", 1, "person"), None, None, "Minna Canth", False, True),
    ]


def test_a_row_that_came_or_went_is_one_cell_with_what_it_comes_to() -> None:
    assert [told(one) for one in threefold(HEAD + FOOD, BASE + FOOD.replace("Food", "Bus").replace("100", "30"))] == [
        (("cost", 1), 200, None, 200, True, False),
        (("cost", 2), None, None, 30, False, True),
    ]
