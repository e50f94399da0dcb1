"""Limits that no single line can keep: all lines move together, in every way that a line can be written."""

import pytest

from .judging import HEAD, cost, funding, roots
from .mending import after, offered

THREE = (
    HEAD
    + "[call]\n{limit}\n"
    + "".join(f'[[partner]]\nid = "{name}"\n' for name in "abc").replace('id = "a"\n', 'id = "a"\nrole = "lead"\n')
)
PRICED = '[[cost]]\ncategory = "services"\nquantity = 10\nunit_price = 2_000\n'
YEARS = '[[cost]]\ncategory = "services"\nyears = { 2025 = 12_000, 2026 = 8_000 }\n'


def of_three(limit: str, line: str = cost("20_000"), fund: str = "") -> str:
    """Three partners with a line of 20 000 each, 16 000 of support and 4 000 of their own."""
    text = THREE.format(limit=limit)
    for name in "abc":
        text += f'{line}partner = "{name}"\n'
        for kind, amount in (("support", "16_000"), ("own", "4_000")):
            text += funding(kind, amount, f'recipient = "{name}"' + (fund if kind == "support" else ""))
    return text


@pytest.mark.parametrize("line", [cost("20_000"), PRICED, YEARS], ids=["amount", "price", "years"])
def test_costs_far_above_their_limit_come_down_in_proportion_however_they_are_written(line: str) -> None:
    text = of_three("costs_max = 30_000", line)
    title = "Lower all costs in proportion, to 30 000,00, the support to 24 000,00, other money by 6 000,00"
    assert offered(text, "costs-ceiling")[0] == title
    assert roots(after(text, "costs-ceiling", title)) == []


def test_a_line_of_years_alone_moves_in_its_last_year_and_where_that_has_too_little_in_all() -> None:
    call = HEAD + "[call]\ncosts_max = LIMIT\n" + YEARS + funding("support", "16_000") + funding("own", "4_000")
    for limit, years in (("15_000", "2025 = 12_000, 2026 = 3_000"), ("10_000", "2025 = 6_000, 2026 = 4_000")):
        assert years in after(call.replace("LIMIT", limit), "costs-ceiling", "Lower the costs to")


def test_costs_come_under_their_limit_beside_a_stated_total_that_misses_them() -> None:
    text = of_three("costs_max = 50_000") + "[stated]\ncosts = 61_000\n"
    assert {check for check, _ in roots(text)} == {"costs-ceiling", "total-cost"}
    titles = offered(text, "costs-ceiling")
    assert len(titles) == 2
    for title in titles:
        assert title.endswith("then state costs as 50 000,00")
        assert roots(after(text, "costs-ceiling", title)) == []


@pytest.mark.parametrize("limit", ["funds = { erdf = { max = 12_000 } }", "support_max = 12_000"])
def test_support_far_above_its_limit_comes_down_with_the_costs_or_with_other_money(limit: str) -> None:
    text = of_three(limit, fund='\nfund = "erdf"')
    check = "grant-range" if "support_max" in limit else "rate-exceeded-fund"
    titles, part = offered(text, check), " (Fund ERDF)" if check == "rate-exceeded-fund" else ""
    assert titles[:2] == [
        f"Lower all support in proportion, to 12 000,00{part} and let other money pay 36 000,00",
        "Lower all costs in proportion, to 15 000,00, the support to 12 000,00, other money by 9 000,00",
    ]
    for title in titles[:2]:
        assert roots(after(text, check, title)) == []


def test_of_a_funds_sum_that_a_plan_passes_five_times_a_digit_may_be_missing() -> None:
    text = of_three("funds = { erdf = { max = 4_800 } }", fund='\nfund = "erdf"')
    plain = HEAD + "[call]\nfunds = { erdf = { max = 4_800 } }\n" + cost("60_000")
    plain += funding("support", "48_000", 'fund = "erdf"') + funding("own", "12_000")
    slip = "If the call's limit of 4 800,00 lacks a digit: change it to 48 000,00"
    assert slip not in offered(text, "rate-exceeded-fund")
    assert slip not in offered(plain, "rate-exceeded-fund")
    alone = plain.replace("[call]\n", "[call]\nsupport_min = 40_000\n")
    assert offered(alone, "rate-exceeded-fund") == [slip]


def of_unlike(limit: str, *, own: str = "4_000", fund: str = "") -> str:
    """Three partners with lines of 20 000, 40 000 and 90 000, four fifths of it support; the own money of the first is told."""
    text = THREE.format(limit=limit)
    for name, costs, support, money in (("a", 20, 16, own), ("b", 40, 32, "8_000"), ("c", 90, 72, "18_000")):
        text += cost(f"{costs}_000", f'partner = "{name}"\n')
        text += funding("support", f"{support}_000", f'recipient = "{name}"{fund}')
        text += funding("own", money, f'recipient = "{name}"')
    return text


def test_the_largest_costs_alone_come_down_where_they_have_what_no_line_has() -> None:
    text = of_unlike("costs_max = 30_000")
    in_all = "to 30 000,00 in all, the support to 24 000,00, other money by 24 000,00"
    assert offered(text, "costs-ceiling") == [
        "Lower all costs in proportion, to 30 000,00, the support to 24 000,00, other money by 24 000,00",
        f"Lower the 2 largest costs in proportion, {in_all}",
    ]
    then = after(text, "costs-ceiling", "Lower the 2 largest")
    assert roots(then) == []
    assert 'amount = 20_000\npartner = "a"' in then


@pytest.mark.parametrize("line", [PRICED, YEARS], ids=["price", "years"])
def test_the_largest_costs_come_down_however_they_are_written(line: str) -> None:
    text = of_unlike("costs_max = 30_000").replace(cost("20_000"), line)
    then = after(text, "costs-ceiling", "Lower the 2 largest")
    assert roots(then) == []
    assert line in then


def test_beside_a_gap_other_money_comes_down_no_further_than_to_where_it_meets() -> None:
    text = of_unlike("costs_max = 30_000", own="3_000")
    assert {check for check, _ in roots(text)} == {"costs-ceiling", "self-financing-missing"}
    title = "Lower all costs in proportion, to 30 000,00, the support to 24 000,00, other money by 23 000,00"
    assert roots(after(text, "costs-ceiling", title)) == []


def test_support_above_a_funds_sum_is_paid_by_others_in_new_lines_where_what_pays_is_bound_to_an_appropriation() -> (
    None
):
    town = 'payer = "Town"\nbudget_item = "1 10"'
    text = of_unlike("funds = { erdf = { rate_max = 70, max = 40_000 } }", fund='\nfund = "erdf"')
    text = text.replace(
        funding("own", "18_000", 'recipient = "c"'), funding("municipal", "18_000", f'recipient = "c"\n{town}')
    )
    text += f'[[appropriation]]\n{town}\nbasis = "net"\namount = 18_000\n'
    assert offered(text, "rate-exceeded-fund") == [
        f"Lower {which} in proportion, to 40 000,00{all_of_it} (Fund ERDF), with new lines: other funding 80 000,00 in all"
        for which, all_of_it in (("all support", ""), ("the 2 largest lines of support", " in all"))
    ]
    for title in ("Lower all support", "Lower the 2 largest"):
        then = after(text, "rate-exceeded-fund", title)
        assert {check for check, _ in roots(then)} <= {"unconfirmed"}
        assert then.count('kind = "other"') == (3 if "all" in title else 2)


def test_a_priced_line_carries_a_move_that_no_line_with_an_amount_can() -> None:
    text = "[call]\ncosts_max = 60\nsupport_rate_max = 50\n" + funding("support", "60") + funding("own", "60")
    text += cost("1").replace("amount = 1", "quantity = 10\nunit_price = 10.0") + cost("10") * 2
    assert "Lower the costs to 60,00 (Cost line 1), the support to 30,00, own funding to 30,00" in [
        title.replace("cost line", "Cost line") for title in offered(text, "costs-ceiling")
    ]
