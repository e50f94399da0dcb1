"""A row that stands at the wrong partner, in the wrong category or as the wrong kind: it is offered where it belongs."""

import pytest

from budjettitui.findings import Severity
from tests.places import PUBLIC

from .judging import HEAD, TWO, cost, funding, share
from .mending import after, errors, offered, session_of


def public(name: str, old: str, new: str, which: int = 0) -> str:
    """A public budget with one of the places changed where a text stands."""
    text = (PUBLIC / f"{name}.toml").read_text(encoding="utf-8")
    parts = text[text.index("schema") :].split(old)
    assert len(parts) > which + 1, old
    return old.join(parts[: which + 1]) + new + old.join(parts[which + 1 :])


def at_partner(table: str, whose: str, amount: int, more: str = "", key: str = "partner") -> str:
    return f'[[{table}]]\n{key} = "{whose}"\namount = {amount}\n{more}'


def both(hall: str = "club", own: str = "club", fees: str = "town") -> str:
    """A town and a club with some 5 000 of net costs each, where one row of each sort may stand at the other of them."""
    text = HEAD + TWO + "[call]\nsupport_rate_max = 60\n"
    text += at_partner("cost", "town", 6_000, 'category = "personnel"\n')
    text += at_partner("cost", "club", 4_500, 'category = "personnel"\n')
    text += at_partner("cost", hall, 1_000, 'category = "other"\ndescription = "Hall"\n')
    text += at_partner("income", fees, 1_000, 'description = "Fees"\n')
    for kind, whose, amount in (("support", "town", 3_000), ("support", "club", 3_000), ("own", "town", 2_000)):
        text += at_partner("funding", whose, amount, f'kind = "{kind}"\n', "recipient")
    return text + at_partner("funding", own, 2_500, 'kind = "own"\ndescription = "Members"\n', "payer")


def test_a_budget_whose_rows_stand_where_they_belong_has_no_error() -> None:
    assert errors(session_of(both()).findings()) == set()


@pytest.mark.parametrize(
    ("text", "check", "title", "written"),
    [
        (both(hall="town"), "self-financing-missing", "Move Hall, 1 000,00, to Club, if it belongs there", "hall"),
        (both(hall="town"), "overfunded", "Move Hall, 1 000,00, to Club, if it belongs there", "hall"),
        (both(own="town"), "self-financing-missing", "Move Members, 2 500,00, to Club, if it belongs there", "own"),
        (both(fees="club"), "overfunded", "Move Fees, 1 000,00, to Town, if it belongs there", "fees"),
        (both(fees="club"), "self-financing-missing", "Move Fees, 1 000,00, to Town, if it belongs there", "fees"),
    ],
)
def test_a_row_of_the_wrong_partner_goes_to_the_one_whose_money_then_meets(
    text: str, check: str, title: str, written: str
) -> None:
    assert offered(text, check)[0] == title
    assert HEAD + after(text, check, title) == both(), written


def test_a_row_that_is_not_what_both_miss_by_is_not_moved() -> None:
    text = both(hall="town").replace("amount = 1000\ncategory", "amount = 1001\ncategory")
    assert not [title for title in offered(text, "self-financing-missing") if "belongs" in title]


def test_costs_that_are_another_partners_go_with_the_flat_rate_that_is_worked_out_of_them() -> None:
    flat = "".join(
        at_partner("cost", whose, 0, 'category = "flat-rate"\n').replace("amount = 0\n", "")
        for whose in ("town", "club")
    )
    text = HEAD + 'rules = "fi-esrplus-2021"\ncost_model = "flat-40"\nkind = "development"\n' + TWO
    text += "".join(
        at_partner("cost", whose, amount, f'category = "personnel"\ndescription = "{name}"\n')
        for whose, amount, name in (("town", 50_000, "Head"), ("town", 10_000, "Coach"), ("club", 30_000, "Clerk"))
    )
    for whose, amount in (("town", 70_000), ("club", 56_000)):
        text += flat if whose == "town" else ""
        text += at_partner("funding", whose, amount * 4 // 5, 'kind = "support"\n', "recipient")
        text += at_partner("funding", whose, amount // 5, 'kind = "own"\n', "recipient")
    title = "Move Coach, 10 000,00, to Club, if it belongs there"
    assert offered(text, "self-financing-missing")[0] == title
    assert errors(session_of(after(text, "self-financing-missing", title)).findings()) == set()


def test_a_share_of_the_wrong_partner_goes_to_the_other() -> None:
    text = HEAD + TWO + '[[partner]]\nid = "school"\nname = "School"\n'
    text += share("town", costs=9_000, support=5_000, own=4_000)
    text += share("club", costs=2_000, support=1_200, own=800) + share("club", costs=3_000, support=2_000)
    text += share("school", costs=500, own=1_500)
    title = "Move the share of Club, costs of 3 000,00, to School, if it belongs there"
    assert offered(text, "self-financing-missing")[0] == title
    assert 'partner = "school"\ncosts = 3000' in after(text, "self-financing-missing", title)


# flat rates ----------------------------------------------------------------------------------------------------------
def test_the_line_of_a_flat_rate_goes_to_the_partner_who_lacks_it() -> None:
    line = '[[cost]]\npartner = "turku"\ncategory = "flat-rate"'
    text = public("central-baltic", line, line.replace("turku", "tallinn"))
    title = "Move 40 % of staff, 24 000,00, to Maritime museum, if it belongs there"
    for check in ("flat-amount", "overfunded"):
        assert offered(text, check)[0] == title
        assert after(text, check, title) == public("central-baltic", line, line)
        assert not [name for name in offered(text, check) if "worked out as \N{MINUS SIGN}" in name]


def test_of_two_lines_of_one_rate_the_one_that_is_too_much_is_taken_out() -> None:
    line = '[[cost]]\npartner = "turku"\ncategory = "flat-rate"'
    text = public("central-baltic", line, line.replace("turku", "tallinn"))
    second = "Lower the support to 43 200,00; then take 40 % of staff out: 24 000,00 less"
    assert [name for name in offered(text, "overfunded") if name.startswith(second)]


def test_a_line_of_the_base_goes_to_the_partner_whose_flat_rate_has_it() -> None:
    line = '[[cost]]\npartner = "company"\ncategory = "personnel"'
    text = public("horizon-ia", line, line.replace("company", "city"))
    title = "Move 32 person-months, 160 000,00, to Company, if it belongs there"
    for check in ("flat-amount", "self-financing-missing", "overfunded"):
        assert offered(text, check)[0] == title
        assert after(text, check, title) == public("horizon-ia", line, line)


def test_a_line_that_the_rate_counts_in_its_base_is_offered_the_category_of_the_base() -> None:
    text = HEAD + 'rules = "fi-esrplus-2021"\ncost_model = "flat-40"\n'
    text += "".join(
        f'[[cost]]\ncategory = "{category}"\ndescription = "{name}"\namount = {amount}\n'
        for category, name, amount in (
            ("personnel", "Coach", 50_000),
            ("flat-rate", "40 %", 40_000),
            ("flat-rate", "Second coach", 50_000),
        )
    )
    text += funding("support", "112_000") + funding("own", "28_000")
    title = "Move Second coach, 50 000,00, to personnel, if it belongs there"
    assert offered(text, "flat-amount")[0] == title
    assert errors(session_of(after(text, "flat-amount", title)).findings()) == set()


# stated totals -------------------------------------------------------------------------------------------------------
def categories(interpreting: str) -> str:
    """Costs whose categories are stated, one line of which may stand in the wrong one."""
    text = "[stated]\ncosts = 100_000\ncategories = { services = 30_000, travel = 10_000, equipment = 60_000 }\n"
    for category, name, amount in (
        ("services", "Evaluation", "12_000"),
        (interpreting, "Interpreting", "18_000"),
        ("travel", "Trips", "10_000"),
        ("equipment", "Boats", "60_000"),
    ):
        text += cost(amount, f'description = "{name}"\n').replace('"services"', f'"{category}"')
    return text + funding("support", "70_000") + funding("own", "30_000")


def test_a_line_in_the_wrong_category_goes_to_the_one_that_lacks_as_much() -> None:
    text, title = categories("travel"), "Move Interpreting, 18 000,00, to services, if it belongs there"
    assert text != categories("services")
    session = session_of(text)
    found = [one for one in session.findings() if one.check == "category-total" and one.severity is Severity.ERROR]
    assert [one.fixes[0].title for one in found] == ["fix.belongs.category"] * 2
    assert offered(text, "category-total")[0] == title
    assert after(text, "category-total", title) == categories("services")


def test_support_that_is_own_money_is_offered_as_what_it_is_stated_to_be() -> None:
    def of(kind: str) -> str:
        text = "[stated]\ncosts = 50_000\nsupport = 40_000\nown = 10_000\n" + cost("50_000")
        text += funding("support", "40_000") + funding("own", "6_000")
        return text + funding(kind, "4_000", 'description = "Part of the city"\n')

    title = "If Part of the city of 4 000,00 is own funding: say so"
    assert offered(of("support"), "total-support")[0] == title
    assert after(of("support"), "total-support", title) == of("own")
