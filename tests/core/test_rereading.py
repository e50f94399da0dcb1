"""Of a long table only what an edit has touched is read again, wherever the edit before it was."""

from datetime import date

from budjettitui.blocks import FEW, Block, Rows, blocks_of, where, with_row
from budjettitui.edits import Change, Insert, Set
from budjettitui.session import Session
from budjettitui.state import State

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


looked: list[int] = []


def is_odd(number: int) -> bool:
    """True of an odd one; keeps in mind what was looked at."""
    looked.append(number)
    return number % 2 == 1


def test_in_a_block_with_one_other_row_only_that_row_is_looked_at_again() -> None:
    rows = Rows.of([Block(range(20)), Block(range(20, 40))])
    assert where(rows, is_odd) == list(range(1, 40, 2))
    changed = with_row(with_row(rows, 4, 101), 25, 60)
    looked.clear()
    assert where(changed, is_odd) == sorted({*range(1, 40, 2), 4} - {25})
    assert looked == [101, 60]


def test_a_block_with_many_other_rows_is_looked_at_whole() -> None:
    rows = Rows.of([Block(range(20))])
    where(rows, is_odd)
    others = range(100, 100 + FEW + 1)
    looked.clear()
    changed = Rows.of([Block([*others, *range(len(others), 20)], blocks_of(rows)[0])])
    assert where(changed, is_odd) == [number for number in range(20) if [*others, *range(len(others), 20)][number] % 2]
    assert len(looked) == 20
