"""What is read at once is read as it would be with places and flaws at hand."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budjettitui.findings import Place
from budjettitui.model import Flaw
from budjettitui.money import OddNumber
from budjettitui.reading.flaws import Sink
from budjettitui.reading.kinds import Kind
from budjettitui.reading.plain import reader_of
from budjettitui.reading.tables import Key

WORDS = ("own", "support")

VALUES = st.one_of(
    st.sampled_from(
        ["", " ", "own", "support", "owN", "a\tb", "a\nb", "\u202eab", "Päivä", "\ufe0f", "\u3164", "none"]
    ),
    st.text(max_size=8),
    st.booleans(),
    st.integers(-(10**13), 10**13),
    st.sampled_from([10**12, 10**12 - 1, -(10**12), 0]),
    st.decimals(-(10**13), 10**13, places=2),
    st.decimals(-200, 200, places=1),
    st.decimals(-200, 200, places=13),
    st.sampled_from([Decimal("1.10"), Decimal("1.1"), Decimal("-0.00"), Decimal("1000000000000.00"), Decimal(100)]),
    st.just(OddNumber("nan")),
    st.dates(),
    st.just(datetime(2026, 1, 1, 12)),
    st.just([]),
    st.just({"amount": 3}),
    st.just({"2026": 3}),
)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.TABLES])
@pytest.mark.parametrize("decimals", [0, 2, 3])
@given(value=VALUES)
def test_a_plain_value_is_read_as_the_slow_reader_reads_it_and_has_no_flaw(
    kind: Kind, decimals: int, value: object
) -> None:
    plain = reader_of(kind, WORDS)(value, Decimal(1).scaleb(-decimals))
    flaws: list[Flaw] = []
    sink = Sink(flaws.append)
    sink.decimals = decimals
    slow = Key("key", kind, words=WORDS).read(sink, value, Place("cost", None, 1), ("cost", 0, "key"))
    if plain is not None:
        assert plain == slow
        assert type(plain) is type(slow)
        assert not flaws
        if isinstance(value, str):
            sink.hidden(Place("cost", None, 1), ("cost", 0, "key"), value)
            assert not flaws
            assert value.strip()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.TEXT, "Päivi"),
        (Kind.WORD, "own"),
        (Kind.AMOUNT, 12),
        (Kind.AMOUNT, Decimal("12.50")),
        (Kind.PRICE, Decimal("12.50")),
        (Kind.NUMBER, 2),
        (Kind.PERCENT, 100),
        (Kind.DATE, date(2026, 1, 1)),
        (Kind.BOOL, False),
    ],
)
def test_what_most_rows_hold_is_plain(kind: Kind, value: object) -> None:
    assert reader_of(kind, WORDS)(value, Decimal("0.01")) is not None
