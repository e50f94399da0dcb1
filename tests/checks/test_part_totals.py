"""Stated totals of categories, years and work packages beside what adds up to them."""

import pytest

from .judging import TWO, all_of, cause, cost, funding, one_of, roots, share, sums

TOTAL = "category-total"
PERIOD = "period = { start = 2025-01-01, end = 2026-12-31 }\n"


def of(what: str, **figures: object) -> str:
    return f'[[stated]]\nof = "{what}"\n' + "".join(f"{key} = {value}\n" for key, value in figures.items())


def split(first: int, second: int) -> str:
    return f"years = {{ 2025 = {first}, 2026 = {second} }}"


BOTH = (
    PERIOD
    + f'[[cost]]\ncategory = "services"\n{split(600, 400)}\n'
    + f'[[funding]]\nkind = "support"\n{split(500, 300)}\n[[funding]]\nkind = "own"\n{split(100, 100)}\n'
)


@pytest.mark.parametrize(("key", "right"), [("costs", 600), ("support", 500), ("own", 100), ("funding", 600)])
def test_every_figure_that_is_stated_of_a_year_is_compared(key: str, right: int) -> None:
    assert roots(BOTH + of("year.2025", **{key: right})) == []
    text = BOTH + of("year.2025", **{key: right + 50})
    assert roots(text) == [(TOTAL, "year.2025")]
    assert sums(one_of(text, TOTAL)) == (right, right + 50, 50)


def test_income_of_a_year_is_compared() -> None:
    text = BOTH + f"[[income]]\n{split(30, 20)}\n"
    assert [one.path for one in all_of(text + of("year.2026", income=50), TOTAL)] == ["year.2026"]
    assert all_of(text + of("year.2026", income=20), TOTAL) == []


def test_of_a_year_that_misses_in_several_figures_the_first_is_told() -> None:
    text = BOTH + of("year.2025", costs=700, support=580, own=120)
    assert roots(text) == [(TOTAL, "year.2025")]
    assert sums(one_of(text, TOTAL)) == (600, 700, 100)


def test_what_a_row_does_not_split_may_belong_to_a_year() -> None:
    open_ = PERIOD + cost("1_000", "years = { 2025 = 600 }\n")
    assert all_of(open_ + of("year.2025", costs=600), TOTAL) == []
    assert all_of(open_ + of("year.2025", costs=1_000), TOTAL) == []
    assert len(all_of(open_ + of("year.2025", costs=1_100), TOTAL)) == 1
    assert len(all_of(open_ + of("year.2025", costs=500), TOTAL)) == 1


def test_a_share_that_is_split_by_year_belongs_to_the_years_total() -> None:
    years = "{ 2025 = { costs = 600 }, 2026 = { costs = 400 } }"
    text = TWO + share("town", costs=1_000, years=years) + share("club", costs=500, years="{ 2025 = { costs = 500 } }")
    assert all_of(text + of("year.2025", costs=1_100), TOTAL) == []
    assert sums(one_of(text + of("year.2025", costs=1_200), TOTAL)) == (1_100, 1_200, 100)


def test_a_partner_that_is_left_over_leaves_the_years_open() -> None:
    text = TWO + "[[stated]]\ncosts = 1_500\n" + cost("1_000", f'partner = "town"\n{split(600, 400)}\n')
    assert all_of(text + of("year.2025", costs=900), TOTAL) == []


def test_support_that_is_passed_on_came_in_once() -> None:
    text = (
        TWO
        + funding("support", "1_000", f'recipient = "town"\n{split(600, 400)}')
        + funding("support", "300", f'payer = "town"\nrecipient = "club"\n{split(200, 100)}')
    )
    assert all_of(text + of("year.2025", support=600), TOTAL) == []


def test_a_category_that_no_row_has_is_nothing_where_rows_give_all_the_costs() -> None:
    text = "[stated]\ncategories = { services = 1000, travel = 200 }\n"
    assert sums(one_of(text + cost("1_000"), TOTAL)) == (0, 200, 200)
    assert roots("[stated]\ncosts = 1_200\n" + text.removeprefix("[stated]\n") + cost("1_000")) == [
        (TOTAL, "category.travel")
    ]


def test_a_category_that_no_row_has_may_be_anothers_where_not_all_have_rows() -> None:
    stated = "[[stated]]\ncategories = { services = 1000, travel = 200 }\n"
    assert all_of(TWO + stated + share("club", costs=200) + cost("1_000", 'partner = "town"\n'), TOTAL) == []
    assert all_of(stated, TOTAL) == []


def test_a_years_support_explains_the_support_in_all() -> None:
    text = BOTH + "[[stated]]\nsupport = 850\n" + of("year.2025", support=550)
    assert roots(text) == [(TOTAL, "year.2025")]
    assert cause(text, "total-support") == (TOTAL, "year.2025")


@pytest.mark.parametrize("partners", ["", TWO])
def test_categories_and_work_packages_stated_without_any_row_are_compared_with_nothing(partners: str) -> None:
    text = partners + "[[stated]]\ncosts = 1_000\nown = 1_000\ncategories = { services = 600, other = 400 }\n"
    assert all_of(text + of("work_package.wp1", costs=300), TOTAL) == []


def test_what_a_partner_has_only_in_a_share_may_belong_to_any_category() -> None:
    text = TWO + cost("600", 'partner = "town"\n') + share("club", costs=400, own=400)
    for stated, found in ((600, 0), (1_000, 0), (1_100, 1), (500, 1)):
        assert len(all_of(text + of("category.services", costs=stated), TOTAL)) == found, stated
