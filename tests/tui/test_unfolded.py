"""Costs on a page of 100 cells: quantity, unit, price and per cent have a column each, and the amount goes along."""

from decimal import Decimal
from pathlib import Path

import pytest

from budjettitui.cells import cell_change
from budjettitui.edits import Change, Set
from budjettitui.model import Amount, Cost
from budjettitui.session import Session
from budjettitui.tui.present.values import how
from budjettitui.words import Words
from tests.tui.person import TODAY, at, changed, copied

LINE = (
    'schema = 1\n[[cost]]\ncategory = "services"\nquantity = 150\nunit = "h"\n'
    "unit_price = 71.92\nallocation = 50\namount = {}\n"
)


async def test_each_factor_has_its_column_where_there_is_room(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path, size=(160, 48)) as person:
        await person.press("g", "2")
        head, first = person.lines()[2], person.text().splitlines()[3]
        assert "qty unit" in head
        assert "how" not in head.split("│")[0].split()
        assert first.split("│")[0].split()[-7:] == ["11", "kk", "40", "24", "370,48", "16,00", "%"]
    async with at(path, size=(120, 36)) as person:
        await person.press("g", "2")
        assert "how" in person.lines()[2].split("│")[0].split()


async def test_a_quantity_typed_alone_takes_the_amount_along_that_was_its_product(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path, size=(160, 48)) as person:
        await person.press("g", "2", *["down"] * 5, "right", "right")
        assert person.view.at == ("cost", 5, "quantity")
        await person.write("100")
        await person.press("enter", "s")
    lines = [(old.split()[:1], new.split()[:1]) for old, new in changed(before, path.read_bytes())]
    assert lines == [([b"quantity"], [b"quantity"]), ([b"amount"], [b"amount"])]
    assert b"amount = 7192" in path.read_bytes().replace(b"_", b"")


@pytest.mark.parametrize(
    ("key", "text", "writes"),
    [
        ("quantity", "100", {"quantity": "100", "amount": "3596"}),
        ("unit_price", "80", {"unit_price": "80.00", "amount": "6000"}),
        ("allocation", "100", {"allocation": "100", "amount": "10788"}),
    ],
)
def test_any_factor_takes_the_product_along(key: str, text: str, writes: dict[str, str]) -> None:
    state = Session.from_bytes(LINE.format(5394).encode(), today=TODAY).state
    answer = cell_change(state, ("cost", 0, key), text)
    assert isinstance(answer, Change)
    assert {str(edit.path[2]): edit.text for edit in answer.edits if isinstance(edit, Set)} == writes


def test_an_amount_that_was_no_product_stays() -> None:
    state = Session.from_bytes(LINE.format(5000).encode(), today=TODAY).state
    answer = cell_change(state, ("cost", 0, "quantity"), "100")
    assert isinstance(answer, Change)
    assert answer.edits == (Set(("cost", 0, "quantity"), "100"),)


def test_a_small_sum_typed_into_a_factor_is_taken_apart() -> None:
    state = Session.from_bytes(LINE.format(5394).encode(), today=TODAY).state
    answer = cell_change(state, ("cost", 0, "unit_price"), "2 x 100")
    assert isinstance(answer, Change)
    after = Session.from_bytes(LINE.format(5394).encode(), today=TODAY).preview(answer).budget.costs[0]
    assert (str(after.quantity), after.unit, after.allocation) == ("2", "h", None)
    assert after.amount is not None
    assert str(after.amount.value) == "200"


def test_where_how_is_too_long_for_its_column_the_unit_gives_way_and_no_number() -> None:
    row = Cost(category="personnel", quantity=Decimal("1234.5"), unit="henkilötyökuukautta",
               unit_price=Amount(Decimal("5538.75")), allocation=Decimal("42.5"))  # fmt: skip
    words = Words("fi")
    whole = how(words, row).replace("\u00a0", " ")
    assert whole == "1 234,5 henkilötyökuukautta x 5 538,75 x 42,5 %"
    short = how(words, row, 34)
    assert short.replace("\u00a0", " ") == "1 234,5 henki… x 5 538,75 x 42,5 %"
    assert len(short) == 34
