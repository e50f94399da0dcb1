"""What is put together of blocks and shelves is what the rows say, whatever was worked out of the rows before them."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budjettitui import blocks
from budjettitui.blocks import Block, Rows, Seen

ROW = st.integers(0, 30)


@pytest.fixture(autouse=True, scope="module")
def _blocks_of_two_rows() -> Iterator[None]:
    """A few rows stand in several blocks on several shelves."""
    before = blocks.SIZE, blocks.WIDTH
    blocks.SIZE = blocks.WIDTH = 2
    yield
    blocks.SIZE, blocks.WIDTH = before


def is_even(row: int) -> bool:
    return row % 2 == 0


def last_digit(row: int) -> int:
    return row % 10


def seen(block: Block[int]) -> Seen:
    """What is above zero in a block."""
    there = [row for row in block.rows if row > 0]
    return len(there), frozenset(there)


def agree(rows: Rows[int]) -> None:
    """All that is asked of the blocks is what a walk along the rows gives."""
    plain = list(rows)
    assert blocks.where(rows, is_even) == [number for number, row in enumerate(plain) if is_even(row)]
    assert blocks.some(rows, is_even) == any(map(is_even, plain))
    assert blocks.values(rows, last_digit) == set(map(last_digit, plain))
    above = [row for row in plain if row > 0]
    assert blocks.all_differ(rows, seen) == (len(set(above)) == len(above))
    assert [start for start, _ in blocks.each(rows, seen)] == list(range(0, len(plain), 2))[: len(rows.blocks)]
    for wanted in range(10):
        first = next((number for number, row in enumerate(plain) if last_digit(row) == wanted), None)
        assert blocks.first_with(rows, last_digit, wanted) == first


@given(st.lists(ROW, min_size=8, max_size=16).filter(lambda rows: len(rows) % 2 == 0), st.data())
def test_rows_that_are_put_in_the_place_of_others_are_seen_in_what_is_put_together(
    rows: list[int], data: st.DataObject
) -> None:
    table = Rows.of(blocks.divided_rows(rows))
    told = [table]
    for _ in range(data.draw(st.integers(1, 8))):
        agree(table)
        start = data.draw(st.sampled_from(told))  # what was worked out of any of them may be known
        table = blocks.with_row(start, data.draw(st.integers(0, len(rows) - 1)), data.draw(ROW))
        told.append(table)
    agree(table)
    for one in told:
        agree(one)


@given(st.lists(ROW, max_size=12), st.lists(ROW, max_size=5), st.data())
def test_blocks_that_come_and_go_leave_the_others_as_they_are(
    rows: list[int], more: list[int], data: st.DataObject
) -> None:
    table = Rows.of(blocks.divided_rows(rows))
    blocks.all_differ(table, seen), blocks.where(table, is_even), blocks.first_with(table, last_digit, 0)
    at = data.draw(st.integers(0, len(table.blocks)))
    longer = Rows.of((*table.blocks[:at], *blocks.divided_rows(more), *table.blocks[at:]))
    above = [row for row in longer if row > 0]
    assert list(longer) == [row for block in longer.blocks for row in block.rows]
    assert blocks.where(longer, is_even) == [number for number, row in enumerate(longer) if is_even(row)]
    assert blocks.all_differ(longer, seen) == (len(set(above)) == len(above))
    shorter = Rows.of(longer.blocks[1:])
    assert blocks.where(shorter, is_even) == [number for number, row in enumerate(shorter) if is_even(row)]


def test_rows_that_differ_are_known_to_differ_until_one_comes_twice() -> None:
    table = Rows.of(blocks.divided_rows(range(1, 17)))
    assert blocks.all_differ(table, seen)
    assert blocks.all_differ(blocks.with_row(table, 3, 99), seen)
    assert not blocks.all_differ(blocks.with_row(table, 3, 16), seen)
    twice = blocks.with_row(blocks.with_row(table, 0, 50), 15, 50)
    assert not blocks.all_differ(twice, seen)
    assert blocks.all_differ(blocks.with_row(twice, 0, 1), seen)


def test_shelves_on_which_nothing_is_new_stay_the_same() -> None:
    table = Rows.of(blocks.divided_rows(range(16)))
    other = blocks.with_row(table, 5, 99)
    same = [one is another for one, another in zip(table.shelves.rows, other.shelves.rows, strict=True)]
    assert same == [True, False, True, True]


def test_a_row_is_held_as_itself_and_not_as_one_that_is_equal() -> None:
    one, alike = tuple(range(1)), tuple(range(1))
    table = Rows.of(blocks.divided_rows([one, (1,), (2,)]))
    assert blocks.holds(table, one)
    assert not blocks.holds(table, alike)
