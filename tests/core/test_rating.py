"""The support rate: what of support and of which base it is taken, where several could be meant."""

from decimal import Decimal

from budjettitui.figures import Sheet
from tests.checks.judging import HEAD, TWO, cost, funding, state_of

D = Decimal
RURAL = HEAD + 'rules = "fi-rural-2023"\n' + TWO
"""Rules that take in-kind costs into the base."""


def sheet(text: str, partner: str = "") -> Sheet:
    figures = state_of(text).figures
    return figures.partners[partner] if partner else figures.project


def test_the_base_of_a_partner_has_its_own_in_kind_costs_and_that_of_the_project_has_all() -> None:
    text = RURAL + cost("1_000", 'partner = "town"\n') + cost("500", 'partner = "club"\n')
    text += cost("200", 'partner = "town"\nin_kind = true\n') + cost("70", 'partner = "club"\nin_kind = true\n')
    bases = [(one.rate_base, one.rate_in_kind) for one in (sheet(text, "town"), sheet(text, "club"), sheet(text))]
    assert bases == [(D(1_200), D(200)), (D(570), D(70)), (D(1_770), D(270))]


def test_where_costs_are_unknown_support_of_rows_is_rated_on_the_public_funding_that_is_stated() -> None:
    rated = sheet(HEAD + "[stated]\npublic_funding = 100\nsupport = 50\n" + funding("support", "60"))
    assert (rated.rate_on_public, rated.rate_support, rated.rate_base) == (True, D(60), D(100))


def test_where_costs_are_unknown_stated_support_is_rated_on_the_public_funding_of_the_same_document() -> None:
    rated = sheet(HEAD + "[[stated]]\npublic_funding = 100\n[[stated]]\npublic_funding = 90\nsupport = 45\n")
    assert (rated.rate_on_public, rated.rate_support, rated.rate_base) == (True, D(45), D(90))
