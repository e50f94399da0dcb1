"""What holds of every number that is typed or shown."""

from decimal import Decimal
from math import prod

from hypothesis import given
from hypothesis import strategies as st

from budjettitui.money import EXACT, TOO_LARGE
from budjettitui.typed import ENGLISH, FINNISH, Doubtful, NotYet, NumberStyle, Sure, read_number, show_number

styles = st.sampled_from([FINNISH, ENGLISH])
amounts = st.decimals(min_value=-(10**12) + 1, max_value=10**12 - 1, places=2)
near_numbers = st.text(alphabet="0123456789.,  '\u00a0\u202f-+*x%()=€khmot_", max_size=24)


@given(amounts, styles)
def test_what_is_shown_reads_as_the_same_number(value: Decimal, style: NumberStyle) -> None:
    assert read_number(show_number(value, style), style) == Sure(value)


@given(st.integers(0, 6).flatmap(lambda places: st.decimals(0, 10**9, places=places)), styles)
def test_a_price_is_read_as_it_is_shown_however_fine(value: Decimal, style: NumberStyle) -> None:
    assert read_number(show_number(value, style, None), style, decimals=None) == Sure(value)


@given(st.one_of(st.text(max_size=60), near_numbers), styles, st.sampled_from([0, 2, 3, None]))
def test_no_text_makes_it_fall(text: str, style: NumberStyle, decimals: int | None) -> None:
    assert isinstance(read_number(text, style, decimals=decimals), Sure | Doubtful | NotYet)


@given(near_numbers, styles)
def test_doubt_means_two_readings_that_differ(text: str, style: NumberStyle) -> None:
    reading = read_number(text, style)
    if isinstance(reading, Doubtful):
        group, point = reading.readings
        assert group != point


@given(st.from_regex(r"[1-9][0-9]{0,2}[.,][0-9]{3}", fullmatch=True), styles)
def test_three_digits_behind_one_sign_are_doubtful_unless_the_sign_parts_groups(text: str, style: NumberStyle) -> None:
    reading = read_number(text, style)
    as_group, as_decimal = Decimal(text.replace(".", "").replace(",", "")), Decimal(text.replace(",", "."))
    if style.group in text:
        assert reading == Sure(as_group)
    else:
        assert reading == Doubtful((as_group, as_decimal), "typed.two-ways")


@given(near_numbers, st.sampled_from("abcd/#~&;\u0661"))
def test_no_character_is_dropped_silently(text: str, foreign: str) -> None:
    middle = len(text) // 2
    assert not isinstance(read_number(text[:middle] + foreign * 2 + text[middle:]), Sure)


@given(st.lists(st.integers(1, 99_999), min_size=2, max_size=3))
def test_a_product_is_exact(cents: list[int]) -> None:
    text = "*".join(str(EXACT.scaleb(Decimal(factor), -2)) for factor in cents)
    exact = EXACT.scaleb(Decimal(prod(cents)), -2 * len(cents))
    reading = read_number(text)
    assert isinstance(reading, Sure)
    assert reading.value == exact


@given(near_numbers, styles)
def test_a_reading_is_below_the_largest_amount(text: str, style: NumberStyle) -> None:
    reading = read_number(text, style, decimals=None)
    assert not isinstance(reading, Sure) or abs(reading.value) < TOO_LARGE
