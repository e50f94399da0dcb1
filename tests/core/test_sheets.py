"""Sheets and breakdowns where a figure stands in no row: whose sheet what is stated counts on, and in which category."""

from decimal import Decimal

from tests.checks.judging import HEAD, TWO, cost, state_of

D = Decimal
ONE = '[[partner]]\nid = "town"\n'


def test_what_is_stated_of_the_project_is_on_the_sheet_of_the_one_applicant_too() -> None:
    figures = state_of(HEAD + ONE + "[stated]\nnet_costs = 80\nfunding = 70\n").figures
    sheet = figures.partners["town"]
    assert (sheet.net_costs, sheet.funding) == (figures.project.net_costs, figures.project.funding) == (D(80), D(70))


def test_what_is_stated_of_the_project_is_on_no_sheet_of_several_partners() -> None:
    figures = state_of(HEAD + TWO + "[stated]\nnet_costs = 80\nfunding = 70\n").figures
    assert (figures.project.net_costs, figures.project.funding) == (D(80), D(70))
    assert [(sheet.net_costs, sheet.funding) for sheet in figures.partners.values()] == [(None, None)] * 2


def test_a_category_is_what_its_rows_come_to_else_what_is_stated_of_it() -> None:
    stated = "[stated]\ncategories = { personnel = 60, services = 35 }\n"
    figures = state_of(HEAD + stated + cost("40")).figures
    assert figures.categories == {"services": D(40), "personnel": D(60)}


def test_a_category_with_a_row_that_has_no_amount_is_not_known() -> None:
    figures = state_of(HEAD + cost("40") + '[[cost]]\ncategory = "services"\nquantity = 2\n').figures
    assert figures.categories == {"services": None}


def test_no_category_is_known_where_the_cost_lines_could_not_be_read() -> None:
    figures = state_of("cost = 5\n" + HEAD + "[stated]\ncategories = { personnel = 60 }\n").figures
    assert figures.categories == {"personnel": None}
