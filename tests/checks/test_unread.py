"""What could not be read is not taken for absent, and no verdict is made of it."""

from tests.checks.judging import roots

FUNDED = '[[cost]]\ncategory = "services"\namount = 100\n[[funding]]\nkind = "support"\namount = 75\n'


def test_a_source_whose_kind_cannot_be_read_makes_no_gap() -> None:
    text = FUNDED + '[[funding]]\nkind = ["own"]\namount = 25\n[[funding]]\nkind = "private"\namount = 1\n'
    assert {check for check, _ in roots(text)} == {"wrong-type"}


def test_a_ceiling_that_cannot_be_read_is_not_replaced_by_the_rule_sets() -> None:
    text = 'rules = "fi-esrplus-2021"\n[call]\nsupport_rate_max = "75"\n'
    text += FUNDED + '[[funding]]\nkind = "own"\namount = 25\n'
    assert "support-unused" not in {check for check, _ in roots(text)}


def test_a_line_that_may_be_in_kind_makes_the_costs_unknown() -> None:
    text = FUNDED + '[[cost]]\ncategory = "services"\nin_kind = "yes"\namount = 25\n'
    text += '[[funding]]\nkind = "own"\namount = 25\n'
    assert {check for check, _ in roots(text)} == {"wrong-type"}
