"""What could not be read is no zero: a slip in the form of the file invents no money error."""

import pytest

from .judging import TWO, cost, funding, judged, share


def errors(text: str) -> set[str]:
    """The checks that found an error, but for the form of the file."""
    form = {"wrong-type", "unknown-key", "missing-key", "unknown-reference"}
    return {one.check for one in judged(text) if one.severity == 0} - form


OWN = 'partner = "town"\n', 'recipient = "town"\n'
OTHER = 'partner = "club"\n', 'recipient = "club"\n'
ROWS = cost("100", OWN[0]) + funding("own", "100", OWN[1]) + cost("50", OTHER[0]) + funding("own", "50", OTHER[1])
TOTAL = "[[stated]]\ncosts = 150\nown = 150\n"


@pytest.mark.parametrize("partner", ['name = "Club"\n', "id = 5\n", 'idd = "club"\n'])
def test_a_partner_without_an_id_makes_the_other_no_only_applicant(partner: str) -> None:
    one = '[[partner]]\nid = "town"\nrole = "lead"\n[[partner]]\n' + partner
    assert errors(one + ROWS + TOTAL) == set()
    assert errors(one + share("town", costs=100, own=100) + share("club", costs=50, own=50) + TOTAL) == set()
    third = (
        '[[partner]]\nid = "third"\n' + cost("7", 'partner = "third"\n') + funding("own", "7", 'recipient = "third"\n')
    )
    assert errors(one + third + ROWS + TOTAL.replace("150", "157")) == set()


def test_support_that_is_passed_on_is_counted_once_though_a_name_is_misspelled() -> None:
    gross = cost("100", OWN[0]) + cost("50", OTHER[0]) + funding("own", "30", OWN[1]) + funding("own", "20", OTHER[1])
    came_in = '[[funding]]\nkind = "support"\nrecipient = "town"\namount = 100\n'
    passed = '[[funding]]\nkind = "support"\npayer = "town"\nrecipient = "club"\namount = 30\n'
    text = TWO + gross + came_in + passed
    assert errors(text) == set()
    for right, slip in (
        (passed, passed.replace('"club"', '"clubb"')),
        (passed, passed.replace("payer", "payerr")),
        (passed, passed.replace("kind", "kindd")),
        (came_in, came_in.replace("recipient", "recipientt")),
    ):
        assert errors(text.replace(right, slip)) == set(), slip


def test_a_row_whose_category_could_not_be_read_may_be_of_any() -> None:
    total = "[[stated]]\ncategories = { services = 150 }\n"
    rows = cost("100") + cost("50").replace("category", "categoryy") + funding("own", "150")
    assert errors(rows + total) == set()
    assert errors(rows + total.replace("150", "160")) == {"category-total"}


def test_a_row_that_may_be_in_kind_is_in_a_categorys_total_or_not() -> None:
    total = '[[stated]]\nof = "category.services"\ncosts = 100\n'
    rows = cost("100") + cost("50", "in_kind = true\n") + funding("own", "100")
    assert errors(rows + total) == set()
    assert errors(rows.replace("in_kind", "in_knd") + total) == set()


def test_what_is_stated_of_nobody_knows_what_is_not_stated_of_the_project() -> None:
    assert errors(cost("100") + funding("own", "100") + "[[stated]]\nof = 5\ncosts = 40\n") == set()


def test_a_line_without_a_kind_is_not_promised_from_an_item_that_it_does_not_name() -> None:
    rows = cost("100", OWN[0]) + funding("own", "100", 'payer = "town"\nbudget_item = "1"\n')
    item = '[[appropriation]]\nbudget_item = "1"\npayer = "town"\nbasis = "net"\namount = 100\n'
    line = '[[funding]]\nkindd = "support"\npayer = "town"\nrecipient = "club"\namount = 40\n'
    assert errors(TWO + rows + line + item) == set()


@pytest.mark.parametrize("table", ["cost", "funding", "income"])
def test_rows_under_a_misspelled_name_are_unread_though_others_stand_under_the_right_one(table: str) -> None:
    income = '[[income]]\ndescription = "fees"\namount = 10\n'
    text = cost("110") + cost("50") + income + income + funding("own", "100") + funding("private", "40")
    assert errors(text) == set()
    assert errors(text.replace(f"[[{table}]]", f"[[{table}s]]", 1)) == set()


def test_a_partner_under_a_misspelled_name_leaves_open_whose_the_rows_are() -> None:
    two = '[[partner]]\nid = "town"\nrole = "lead"\n[[partners]]\nid = "club"\n'
    assert errors(two + ROWS + TOTAL) == set()
    assert errors(two + ROWS.replace("recipient", "payer") + TOTAL) == set()
    third = '[[partner]]\nid = "third"\n' + share("third", costs=7, own=7)
    assert errors(two + third + ROWS + TOTAL.replace("150", "157")) == set()


def test_own_money_that_cannot_be_read_is_somebody_who_pays() -> None:
    text = 'stage = "application"\n' + TWO + share("town", costs=100, support=75, own='"abc"')
    assert "self-financing-unknown" not in {one.check for one in judged(text)}


def test_a_category_that_the_rules_do_not_have_may_be_another_one() -> None:
    rules = 'rules = "fi-oph"\n'
    row = '[[cost]]\ncategory = "services"\ndescription = "d"\namount = 100\n'
    text = rules + row + row.replace("100", "50") + "[[stated]]\ncategories = { services = 150 }\n"
    category = {"unknown-category"}
    assert errors(text) == set()
    assert errors(text.replace('"services"', '"servises"', 1)) == category
    assert errors(text.replace('"services"', '"servises"')) == category
    assert errors(text.replace("{ services", "{ servises")) == category
    assert errors(text.replace('"services"', '"servises"', 1).replace("= 150", "= 160")) == {
        *category,
        "category-total",
    }


def test_costs_that_no_line_gives_to_a_category_may_be_of_one_that_has_too_little() -> None:
    least = 'cost_model = "own"\n[call]\ncategories = { services = { min = 20 } }\n' + TWO + cost("100", OWN[0])
    assert errors(least + share("club", costs=400)) == set()
    assert errors(least + share("club", costs=900)) == set()
    row = cost("900", OTHER[0])
    assert errors(least + row.replace('"services"', '"travel"')) == {"category-floor"}
    assert errors(least + row.replace("category", "categoyr")) == set()


FLAT = 'rules = "fi-esrplus-2021"\ncost_model = "flat-40"\n' + TWO


@pytest.mark.parametrize(
    ("right", "slip"),
    [
        ('"personnel"\namount = 5000', '"personel"\namount = 5000'),
        ('category = "personnel"\namount = 5000', 'categry = "personnel"\namount = 5000'),
        ('amount = 5000\npartner = "club"', 'amount = 5000\npartner = "clubb"'),
        ('amount = 5000\npartner = "club"', 'amount = 5000\npartnr = "club"'),
    ],
)
def test_a_flat_rate_line_is_not_worked_out_of_a_base_that_is_not_known(right: str, slip: str) -> None:
    def of(who: str, pay: int) -> str:
        lines = [cost(str(pay), f'partner = "{who}"\n'), cost("5000", f'partner = "{who}"\n')]
        rows = "".join(lines).replace('"services"', '"personnel"')
        flat = f'[[cost]]\ncategory = "flat-rate"\ndescription = "f"\npartner = "{who}"\n'
        costs = (pay + 5000) * 14 // 10
        support = funding("support", str(costs * 8 // 10), f'recipient = "{who}"')
        return rows + flat + support + funding("own", str(costs - costs * 8 // 10), f'payer = "{who}"')

    text = FLAT + of("town", 150_000) + of("club", 80_000)
    assert errors(text) == set()
    assert errors(text.replace(right, slip, 1 if "club" in right else -1)) - {"unknown-category"} == set()
