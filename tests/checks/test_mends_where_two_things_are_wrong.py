"""Mends of a budget with two faults, and of support that one partner passes on: one fault does not keep another from a mend."""

from .judging import TWO, cost, funding, share
from .offers import offered

TOWN, CLUB = 'recipient = "town"', 'recipient = "club"'
OF_TOWN, OF_CLUB = 'partner = "town"\n', 'partner = "club"\n'
PASSED_ON = (
    "[call]\nsupport_rate_max = 60\n" + TWO + cost("1_000", OF_TOWN) + cost("500", OF_CLUB)
    + funding("support", "900", TOWN) + funding("support", "350", 'payer = "town"\nrecipient = "club"')
    + funding("own", "450", TOWN) + funding("own", "150", CLUB)
)  # fmt: skip


def titles(text: str, check: str) -> list[str]:
    return offered(text, check)[::2]


def test_support_that_is_passed_on_comes_down_where_it_has_come_in_too() -> None:
    assert offered(PASSED_ON, "rate-exceeded-partner")[:6] == [
        "Lower the support to 300,00 and raise own funding to 200,00; the support that it is passed on from too",
        "  amount = 850; amount = 300; amount = 200",
        "Raise the costs to 584,00, own funding to 234,00",
        "  amount = 584; amount = 234",
        "Lower the costs to 375,00, the support to 225,00; the support that it is passed on from too",
        "  amount = 375; amount = 775; amount = 225",
    ]


def test_what_is_left_for_the_last_partner_is_what_its_own_figures_ask_for() -> None:
    """187 500 is written as 1 875 000, so that less than nothing is left for the club."""
    stated = "[stated]\ncosts = 550_000\nsupport = 412_500\n[call]\nsupport_rate_max = 75\n" + TWO
    text = stated + share("town", costs="250_000", support="1_875_000", own="62_500")
    text += funding("municipal", "75_000", 'payer = "town"\nrecipient = "club"\nconfirmed = true')
    assert titles(text, "total-support")[:1] == ["Change Town to 187 500,00, which leaves 225 000,00 for Club"]


def test_the_gap_of_one_partner_is_filled_though_another_has_too_much() -> None:
    """Filling it alone would leave the project with what the other has too much."""
    text = TWO + cost("1_000", OF_TOWN) + cost("500", OF_CLUB)
    text += funding("support", "700", TOWN) + funding("own", "200", TOWN)
    text += funding("support", "380", CLUB) + funding("own", "150", CLUB)
    assert titles(text, "self-financing-missing") == [
        "Raise own funding to 300,00; then (Club) lower own funding to 120,00",
        "Lower the costs of Town to 666,66, the support to 466,66; then (Club) lower own funding to 120,00",
    ]


def test_support_of_a_menu_rises_where_as_much_is_missing() -> None:
    head = 'rules = "eu-erasmus-ka2-2021"\n[call]\ntype = "ka220"\n' + TWO
    text = head + cost("150_000", OF_TOWN) + cost("100_000", OF_CLUB)
    text += funding("support", "150_000", TOWN) + funding("support", "83_000", CLUB)
    assert titles(text, "grant-menu")[0] == "Raise the support to 100 000,00 (Club)"
