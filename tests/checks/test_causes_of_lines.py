"""One slip in one line is told once: what is taken on the line, its years, and what two documents say of it."""

from budjettitui.findings import Cause, Severity

from .judging import TWO, cause, cost, funding, judged, roots

FLAT = (
    'period = { start = 2025-01-01, end = 2026-12-31 }\nrules = "fi-esrplus-2021"\ncost_model = "flat-40"\n'
    + '[[cost]]\ncategory = "flat-rate"\namount = 40_000\n'
)


def test_a_line_whose_product_is_wrong_explains_the_flat_rate_that_is_taken_on_it() -> None:
    pay = '[[cost]]\ncategory = "personnel"\nquantity = 20\nunit_price = 5_000\namount = 110_000\n'
    assert roots(FLAT + pay) == [("line-product", "cost[2]")]
    assert cause(FLAT + pay, "flat-amount", "cost[1]") == ("line-product", "cost[2]")


def test_a_line_that_misses_its_years_explains_the_flat_rate_that_is_taken_on_it() -> None:
    pay = '[[cost]]\ncategory = "personnel"\namount = 1_000_000\nyears = { 2025 = 60_000, 2026 = 40_000 }\n'
    assert roots(FLAT + pay) == [("years-total", "cost[2].years")]


def test_a_flat_rate_line_explains_its_own_years_and_not_they_it() -> None:
    pay = '[[cost]]\ncategory = "personnel"\namount = 100_000\n'
    flat = FLAT.replace("40_000", "400_000") + "years = { 2025 = 30_000, 2026 = 10_000 }\n"
    assert roots(flat + pay) == [("flat-amount", "cost[1]")]


def test_a_flat_rate_line_explains_another_that_is_taken_on_it() -> None:
    text = 'rules = "fi-aka"\ncost_model = "full-cost"\n[call]\nflat_rates = { side-costs = 25, overhead = 80 }\n'
    for category, amount in (("personnel", "100_000"), ("side-costs", "250_000"), ("overhead", "100_000")):
        text += f'[[cost]]\ncategory = "{category}"\ndescription = "{category}"\namount = {amount}\n'
    flat = [one for one in judged(text) if one.check == "flat-amount"]
    assert [(one.path, one.is_root) for one in flat] == [("cost[2]", True), ("cost[3]", False)]


def test_years_that_miss_their_amount_explain_the_total_that_the_amount_misses() -> None:
    text = f"[stated]\nsupport = 240\n{funding('support', '204', 'years = { 2025 = 200, 2026 = 40 }')}"
    assert roots(text) == [("years-total", "funding[1].years")]
    assert cause(text, "total-support") == ("years-total", "funding[1].years")


def test_an_appropriation_that_is_less_than_its_years_explains_that_it_is_short() -> None:
    text = (
        cost("3_000") + funding("support", "2_000") + funding("municipal", "1_000", 'payer = "Town"\nbudget_item = "1"')
    )
    item = '[[appropriation]]\npayer = "Town"\nbudget_item = "1"\nbasis = "net"\namount = 100\n'
    assert roots(text + item) == [("appropriation-short", "budget_item.1")]
    text += item + "years = { 2025 = 400, 2026 = 600 }\n"
    assert roots(text) == [("years-total", "appropriation[1].years")]
    assert cause(text, "appropriation-short", "budget_item.1") == ("years-total", "appropriation[1].years")


def test_an_amount_that_misses_its_product_and_its_years_alike_is_told_once() -> None:
    keys = "quantity = 10\nunit_price = 100\nyears = { 2025 = 400, 2026 = 600 }\n"
    text = "period = { start = 2025-01-01, end = 2026-12-31 }\n" + cost("10_000", keys)
    assert roots(text) == [("line-product", "cost[1]")]
    assert cause(text, "years-total", "cost[1].years") == ("line-product", "cost[1]")


def test_net_costs_are_not_told_beside_the_costs_that_miss() -> None:
    text = "[stated]\ncosts = 200\nnet_costs = 180\n[[income]]\namount = 20\n" + cost("150")
    assert roots(text) == [("total-cost", "project")]
    assert roots(text.replace("costs = 200\n", "", 1)) == [("total-cost", "project")]


def test_two_documents_that_state_the_same_are_told_of_once() -> None:
    text = '[[stated]]\nsource = "plan"\ncosts = 200\n[[stated]]\nsource = "decision"\ncosts = 200\n' + cost("150")
    assert roots(text) == [("total-cost", "project")]


def test_a_projects_total_explains_the_gap_of_a_partner_that_a_document_states() -> None:
    def of(who: str, costs: int) -> str:
        return f'[[stated]]\nof = "{who}"\ncosts = {costs}\nsupport = 750\nown = 250\n'

    text = TWO + of("partner.town", 1_100) + of("partner.club", 1_000) + "[[stated]]\ncosts = 2_000\n"
    assert roots(text) == [("total-cost", "project")]
    assert cause(text, "self-financing-missing", "partner.town") == ("total-cost", "project")


def test_of_one_applicant_a_document_about_it_and_one_about_the_project_are_of_one_thing() -> None:
    partner = '[[partner]]\nid = "town"\n[[stated]]\nof = "partner.town"\ncosts = 1_000\n'
    assert roots(partner + "[[stated]]\ncosts = 1_000\n", Severity.WARNING) == []
    assert roots(partner + "[[stated]]\ncosts = 1_200\n", Severity.WARNING) == [("statements-differ", "project")]


def test_one_row_that_a_category_and_a_work_package_miss_is_told_once() -> None:
    rows = cost("1_000", 'work_package = "wp1"\n') + cost("500", 'work_package = "wp2"\n')
    text = rows + "[[stated]]\ncategories = { services = 1_600 }\n[[stated]]\nof = 'work_package.wp1'\ncosts = 1_100\n"
    assert roots(text) == [("category-total", "category.services")]
    assert cause(text, "category-total", "work_package.wp1") == ("category-total", "category.services")
    assert len(roots(text.replace("1_100", "1_200"))) == 2


def test_a_line_whose_product_is_wrong_explains_in_kind_work_that_its_funding_misses() -> None:
    work = '[[cost]]\ncategory = "services"\nin_kind = true\nquantity = 250\nunit_price = 20\namount = AMOUNT\n'
    text = cost("10_000") + work + funding("support", "7_000") + funding("own", "3_000") + funding("in-kind", "5_000")
    assert roots(text.replace("AMOUNT", "5_000")) == []
    assert roots(text.replace("AMOUNT", "500")) == [("line-product", "cost[2]")]
    assert cause(text.replace("AMOUNT", "500"), "in-kind", "funding[3]") == ("line-product", "cost[2]")


def test_a_stated_support_that_a_row_misses_explains_that_the_sum_is_none_of_the_menu() -> None:
    menu = (
        'rules = "eu-erasmus-ka2-2021"\ncost_model = "lump-sum"\n[call]\ntype = "ka220"\n[stated]\nsupport = 250_000\n'
    )
    found = {one.check: one.cause for one in judged(menu + funding("support", "245_000"))}
    assert found["total-support"] is None
    assert found["grant-menu"] == Cause("total-support", "project")


def test_a_line_whose_product_is_wrong_explains_that_its_category_has_too_much() -> None:
    rig = '[[cost]]\ncategory = "equipment"\nquantity = 2\nunit_price = 1_000\namount = 20_000\n'
    text = 'rules = "fi-esrplus-2021"\ncost_model = "actual"\n[call]\ncategories = { equipment = { max = 20 } }\n'
    text += cost("10_000") + rig
    assert roots(text) == [("line-product", "cost[2]")]
    assert cause(text, "category-cap", "category.equipment") == ("line-product", "cost[2]")
