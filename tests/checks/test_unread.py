"""What could not be read is not taken for absent, and no verdict is made of it."""

from budjettitui.findings import Severity
from tests.checks.judging import names, roots

FUNDED = '[[cost]]\ncategory = "services"\namount = 100\n[[funding]]\nkind = "support"\namount = 75\n'


def test_a_source_whose_kind_cannot_be_read_makes_no_gap() -> None:
    text = FUNDED + '[[funding]]\nkind = ["own"]\namount = 25\n[[funding]]\nkind = "private"\namount = 1\n'
    assert {check for check, _ in roots(text)} == {"wrong-type"}


def test_a_source_without_its_kind_may_be_the_support_and_is_told_nothing_but_that() -> None:
    life = 'rules = "eu-life-2021"\nstage = "application"\n[[cost]]\ncategory = "personnel"\namount = 100\n'
    source = '[[funding]]\npayer = "Somebody"\nfund = "erdf"\nconfirmed = false\namount = 60\n'
    found = {check for check, _ in roots(life + source, Severity.WARNING)}
    assert found & {"missing-key", "other-eu-money", "unconfirmed"} == {"missing-key"}
    named = {check for check, _ in roots(life + source + 'kind = "other-public"\n', Severity.WARNING)}
    assert named >= {"other-eu-money", "unconfirmed"}


def test_a_ceiling_that_cannot_be_read_is_not_replaced_by_the_rule_sets() -> None:
    text = 'rules = "fi-esrplus-2021"\n[call]\nsupport_rate_max = "75"\n'
    text += FUNDED + '[[funding]]\nkind = "own"\namount = 25\n'
    assert "support-unused" not in {check for check, _ in roots(text)}


def test_a_line_that_may_be_in_kind_makes_the_costs_unknown() -> None:
    text = FUNDED + '[[cost]]\ncategory = "services"\nin_kind = "yes"\namount = 25\n'
    text += '[[funding]]\nkind = "own"\namount = 25\n'
    assert {check for check, _ in roots(text)} == {"wrong-type"}


CLUB = '[[partner]]\nname = "Club"\nrole = "lead"\n[[partner]]\nid = "town"\n[[partner]]\nid = "village"\n'
ERDF = "[call]\nfunds = { erdf = { max = 210 } }\n"
CAME = '[[funding]]\nkind = "support"\nfund = "erdf"\namount = 210\n'
PASSED = '[[funding]]\nkind = "support"\nfund = "erdf"\namount = 70\npayer = "Club"\nrecipient = "village"\n'


def test_support_that_a_partner_without_an_id_passes_on_came_in_once() -> None:
    assert "rate-exceeded-fund" not in names(ERDF + CLUB + CAME + PASSED)
    other = PASSED.replace('"Club"', '"Another club"')
    assert "rate-exceeded-fund" in names(ERDF + CLUB + CAME + other)


def test_money_of_a_partner_without_an_id_is_not_money_of_an_outsider() -> None:
    paid = '[[funding]]\nkind = "private"\namount = 10\npayer = "club"\nrecipient = "town"\nconfirmed = false\n'
    assert "unconfirmed" not in names('stage = "application"\n' + CLUB + paid)
    assert "unconfirmed" in names('stage = "application"\n' + CLUB + paid.replace('"club"', '"shop"'))
