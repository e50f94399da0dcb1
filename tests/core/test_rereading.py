"""Of a long table only what an edit has touched is read again, wherever the edit before it was."""

from datetime import date

from budjettitui.blocks import blocks_of
from budjettitui.edits import Change, Insert, Set
from budjettitui.session import Session, State

ROWS = 1_000
TEXT = 'schema = 1\n[project]\nname = "Many lines"\n' + "".join(
    f'[[cost]]\ncategory = "services"\ndescription = "Line {number}"\namount = {number}\n' for number in range(ROWS)
)


def amount(row: int, value: str) -> Change:
    """Another amount of a row."""
    return Change("change.set", (Set(("cost", row, "amount"), value),))


def read_again(before: State, after: State) -> int:
    """How many blocks of the costs are others than before."""
    there = {id(block) for block in blocks_of(before.budget.costs)}
    return sum(id(block) not in there for block in blocks_of(after.budget.costs))


def test_an_edit_reads_the_block_again_in_which_it_is() -> None:
    session = Session.from_bytes(TEXT.encode(), today=date(2025, 6, 1))
    assert len(blocks_of(session.state.budget.costs)) > 10
    assert read_again(session.state, session.preview(amount(500, "7"))) == 1


def test_after_a_look_at_one_end_an_edit_at_the_other_leaves_all_between_as_it_is() -> None:
    session = Session.from_bytes(TEXT.encode(), today=date(2025, 6, 1))
    first = session.preview(amount(0, "7"))
    last = session.preview(amount(ROWS - 1, "7"))
    assert read_again(first, last) == 2
    assert last.budget.costs[0].amount == session.state.budget.costs[0].amount


def test_a_row_that_comes_between_leaves_what_is_above_and_below() -> None:
    session = Session.from_bytes(TEXT.encode(), today=date(2025, 6, 1))
    more = session.preview(Change("change.add", (Insert("cost", 500, (("amount", "7"),)),)))
    assert len(more.budget.costs) == ROWS + 1
    assert read_again(session.state, more) <= 2
