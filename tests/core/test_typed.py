"""How numbers are read that people type, one sentence a test."""

from decimal import Decimal

import pytest

from budjettitui.typed import ENGLISH, FINNISH, Doubtful, Factor, NotYet, Sure, read_number, show_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("121 841,92", "121841.92"),
        ("121841.92", "121841.92"),
        ("5 538,75", "5538.75"),
        ("5\u00a0538,75", "5538.75"),
        ("5\u202f538,75", "5538.75"),
        ("5\u2009538,75", "5538.75"),
        ("1'234.50", "1234.50"),
        ("12,345,678", "12345678"),
        ("1.234.567", "1234567"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("10,5", "10.5"),
        (",5", "0.5"),
        ("\u22125", "-5"),
        ("-1 750,00", "-1750.00"),
        ("550_000", "550000"),
    ],
)
def test_a_number_is_taken_as_people_write_it(text: str, value: str) -> None:
    assert read_number(text) == Sure(Decimal(value))


@pytest.mark.parametrize("text", ["500 €", "€ 500", "500 eur", "500 kk", "500mo", "500 mån", "500h", "500 t", "500 %"])
def test_a_unit_is_no_error(text: str) -> None:
    assert read_number(text) == Sure(Decimal(500))


@pytest.mark.parametrize("text", ["1,234", "1.234"])
def test_what_reads_as_a_thousand_or_as_decimals_is_asked(text: str) -> None:
    assert read_number(text) == Doubtful((Decimal(1234), Decimal("1.234")), "typed.two-ways")


def test_doubt_follows_the_number_style() -> None:
    assert read_number("1,234", ENGLISH) == Sure(Decimal(1234))
    assert isinstance(read_number("1.234", ENGLISH), Doubtful)
    assert read_number("1.234", ENGLISH, decimals=None) == Sure(Decimal("1.234"))
    assert read_number("71,925", FINNISH, decimals=None) == Sure(Decimal("71.925"))
    assert isinstance(read_number("71.925", FINNISH, decimals=None), Doubtful)


def test_no_doubt_where_groups_of_three_are_impossible() -> None:
    assert read_number("0,234", decimals=3) == Sure(Decimal("0.234"))
    assert read_number("1234,567", decimals=3) == Sure(Decimal("1234.567"))


@pytest.mark.parametrize(
    ("text", "why", "parts"),
    [
        ("4.2,0", "typed.comma-after-point", ("4.2", "0")),
        ("4,2.0", "typed.point-after-comma", ("4,2", "0")),
        ("1 23", "typed.groups", ("1 23",)),
        ("1 234,5,6", "typed.groups", ("1 234,5,6",)),
        ("1 000'000", "typed.groups", ("1 000'000",)),
        ("10,", "typed.unfinished", ("10,",)),
        ("11*", "typed.unfinished", ()),
        ("10,555 5", "typed.groups", ("10,555 5",)),
        ("10,5555", "typed.too-fine", ("10,5555",)),
        ("", "typed.nothing", ()),
        ("=", "typed.nothing", ()),
        ("12 apples", "typed.word", ("apples",)),
        ("1e5", "typed.word", ("e",)),
        ("100/3", "typed.sign", ("/",)),
        ("11 kk 5", "typed.left-over", ("5",)),
        ("5 + 10 %", "typed.percent-in-sum", ()),
        ("(1+2", "typed.bracket", ()),
        ("1" * 13, "typed.too-large", ()),
        ("999999999*999999", "typed.too-large", ()),
        ("1" * 19, "typed.too-long", ()),
        ("1+" * 150 + "1", "typed.too-long", ()),
    ],
)
def test_what_is_no_number_is_refused_with_its_reason(text: str, why: str, parts: tuple[str, ...]) -> None:
    assert read_number(text) == NotYet(why, parts)


@pytest.mark.parametrize("text", ["11 kk x 5 538,75 x 40 %", "11 kk × 5538,75 € * 40%"])
def test_a_product_can_be_taken_apart_for_a_cost_line(text: str) -> None:
    quantity, price = Factor("quantity", Decimal(11), "kk"), Factor("price", Decimal("5538.75"))
    assert read_number(text) == Sure(
        Decimal("24370.50"), (quantity, price, Factor("allocation", Decimal(40))), sum=True
    )


def test_the_factor_with_a_unit_is_the_quantity_wherever_it_stands() -> None:
    reading = read_number("71,92 € x 150 h")
    assert reading == Sure(
        Decimal("10788.00"), (Factor("quantity", Decimal(150), "h"), Factor("price", Decimal("71.92"))), sum=True
    )


@pytest.mark.parametrize(
    ("text", "value"), [("3+4,50", "7.50"), ("=10-2", "8"), ("(1+2)*3", "9"), ("2*3*4*5", "120"), ("40 % + 35 %", "75")]
)
def test_a_sum_becomes_its_result_and_nothing_is_taken_apart(text: str, value: str) -> None:
    assert read_number(text) == Sure(Decimal(value), None, sum=True)


def test_a_doubtful_factor_makes_the_product_doubtful() -> None:
    assert read_number("2*1,234") == Doubtful((Decimal(2468), Decimal("2.468")), "typed.two-ways")


def test_a_doubt_that_changes_nothing_is_none() -> None:
    reading = read_number("0*1,234")
    assert isinstance(reading, Sure)
    assert reading.value == 0


def test_numbers_are_shown_in_either_style() -> None:
    assert show_number(Decimal("-1234567.5")) == "\u22121\u00a0234\u00a0567,50"
    assert show_number(Decimal("1234.5"), ENGLISH) == "1,234.50"
    assert show_number(Decimal("71.925"), decimals=None) == "71,925"
    assert show_number(Decimal("-0.001")) == "0,00"
