"""Mends by a whole line: support that nobody applied for, a line that is of another kind than it says, a line twice."""

import pytest

from .judging import cost, funding, names, roots
from .mending import after, offered

TWO = 'rules = "fi-esrplus-2021"\n[[partner]]\nid = "town"\nrole = "lead"\n[[partner]]\nid = "club"\nname = "Club"\n'
TOWN = (
    cost("50_000", 'partner = "town"\n')
    + funding("support", "40_000", 'recipient = "town"')
    + funding("own", "10_000", 'recipient = "town"')
)
CLUB = cost("20_000", 'partner = "club"\n')


def of_club(kind: str, amount: str) -> str:
    return funding(kind, amount, 'recipient = "club"')


@pytest.mark.parametrize("check", ["self-financing-missing", "support-unused"])
def test_a_partner_without_support_may_apply_for_what_its_ceiling_allows(check: str) -> None:
    text, title = TWO + TOWN + CLUB + of_club("own", "4_000"), "Apply for 16 000,00 of support (Club) on a new line"
    assert title in offered(text, check)
    mended = after(text, check, title)
    assert roots(mended) == []
    assert 'kind = "support"\nrecipient = "club"\namount = 16_000\n' in mended


def test_where_nothing_is_missing_other_money_pays_less_for_it() -> None:
    text = TWO + TOWN + CLUB + of_club("private", "20_000")
    title = "Apply for 16 000,00 of support (Club) on a new line and lower private funding to 4 000,00"
    assert title in offered(text, "support-unused")
    assert roots(after(text, "support-unused", title)) == []


def test_where_no_ceiling_is_known_or_it_leaves_too_little_no_new_line_fills_a_gap() -> None:
    short = TWO + TOWN + CLUB + of_club("own", "3_000")
    open_ = (TWO + TOWN + CLUB + of_club("own", "4_000")).replace("fi-esrplus-2021", "generic")
    for text in (short, open_):
        assert not [one for one in offered(text, "self-financing-missing") if one.startswith("Apply")]


def test_a_line_without_a_payer_may_be_support_or_own_funding() -> None:
    text = TWO + TOWN + CLUB + of_club("private", "16_000") + of_club("own", "4_000")
    title = "If funding line 3 of 16 000,00 is support: say so"
    assert title in offered(text, "support-unused")
    assert roots(after(text, "support-unused", title)) == []
    call = "[call]\nself_financing_min = 10\n"
    grant = call + cost("100_000") + funding("support", "90_000") + funding("other", "10_000")
    title = "If funding line 2 of 10 000,00 is own funding: say so"
    assert title in offered(grant, "self-financing-min")
    assert "self-financing-min" not in names(after(grant, "self-financing-min", title))
    paid = grant.replace('kind = "other"\n', 'kind = "other"\npayer = "Lions Club"\n')
    assert not [one for one in offered(paid, "self-financing-min") if one.startswith("If")]


def test_a_flat_rate_line_that_stands_there_twice_may_be_taken_out() -> None:
    flat = '[[cost]]\ncategory = "flat-rate"\namount = 40_000\n'
    pay = '[[cost]]\ncategory = "personnel"\ndescription = "Coordinator"\namount = 100_000\n'
    text = 'rules = "fi-esrplus-2021"\ncost_model = "flat-40"\n' + pay + flat + flat
    text += funding("support", "112_000") + funding("own", "28_000")
    mended = after(text, "flat-amount", "Take cost line 3 out: 40 000,00 less")
    assert mended.count("flat-rate") == 1
    assert roots(mended) == []
