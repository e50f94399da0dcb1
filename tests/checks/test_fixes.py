"""Mends of single findings: what is offered, and what stands in the file afterwards."""

from datetime import date

import pytest

from budjettitui.findings import Finding
from budjettitui.report.sentences import Sentences
from budjettitui.session import Session
from budjettitui.words import LANGUAGES, Words

from .judging import HEAD, TWO, cost, funding, share

TODAY = date(2025, 6, 1)


def session(text: str) -> Session:
    return Session.from_bytes((HEAD + text).encode(), today=TODAY)


def finding(text: str, check: str) -> Finding:
    return next(one for one in session(text).findings() if one.check == check)


def after(text: str, check: str, title: str) -> str:
    """The text (below its head) after the first mend of that title."""
    fix = next(fix for fix in finding(text, check).fixes if fix.title == title)
    return session(text).preview(fix.change).document.text.removeprefix(HEAD)


def titles(text: str, check: str) -> list[str]:
    return [fix.title for fix in finding(text, check).fixes]


def test_a_stated_total_becomes_what_adds_up_and_keeps_its_qualifier_and_comment() -> None:
    text = "[stated]\ncosts = { amount = 2_000, at_most = true } # decided\n" + cost("2_100")
    assert after(text, "total-cost", "fix.set-stated") == text.replace("2_000", "2_100")


def test_a_category_total_becomes_what_adds_up() -> None:
    text = "[stated]\ncategories = { services = 900 } # from the form\n" + cost("1_000")
    assert after(text, "category-total", "fix.set-stated.place") == text.replace("900", "1000")


def test_a_stated_rate_becomes_the_computed_one_at_its_decimals() -> None:
    text = "[stated]\ncosts = 300\nsupport = 200\nsupport_rate = 66.0 # of costs\n"
    assert after(text, "stated-percent", "fix.set-rate") == text.replace("66.0", "66.7")


def test_a_line_gets_its_product_or_the_price_that_gives_its_amount() -> None:
    line = '[[cost]]\ncategory = "services"\ndescription = "Food"\nquantity = 10\n'
    text = line + "unit_price = 50.00 # each\namount = 600\n"
    assert after(text, "line-product", "fix.set-amount") == text.replace("600", "500")
    assert after(text, "line-product", "fix.set-price") == text.replace("50.00", "60.00")


def test_the_last_year_takes_the_difference() -> None:
    text = "period = { start = 2025-01-01, end = 2026-12-31 }\n" + cost("1_000", "years = { 2025 = 500, 2026 = 400 }\n")
    assert after(text, "years-total", "fix.set-last-year") == text.replace("2026 = 400", "2026 = 500")


def test_a_gap_of_one_applicant_has_two_to_four_mends() -> None:
    text = "[call]\nsupport_rate_max = 75\n" + cost("1_000") + funding("support", "750") + funding("own", "200")
    offered = titles(text, "self-financing-missing")
    assert 2 <= len(offered) <= 4
    assert after(text, "self-financing-missing", "fix.raise-funding") == text.replace("200", "250")


def test_the_costs_are_lowered_with_their_support() -> None:
    text = "[call]\nsupport_rate_max = 75\n" + cost("1_000") + funding("support", "750") + funding("own", "200")
    mended = after(text, "self-financing-missing", "fix.lower-costs")
    assert mended == text.replace("1_000", "800").replace("750", "600")


def test_a_mend_writes_a_whole_sum_without_cents_where_there_were_none() -> None:
    text = "[call]\nsupport_rate_max = 75\n" + cost("1_000") + funding("support", "800") + funding("own", "200")
    assert "750.00" not in after(text, "rate-exceeded", "fix.support.down")


def test_support_above_its_ceiling_is_lowered_with_own_funding_in_its_place() -> None:
    text = "[call]\nsupport_rate_max = 75\n" + cost("1_000") + funding("support", "800") + funding("own", "200")
    mended = after(text, "rate-exceeded", "fix.support.down")
    assert mended == text.replace("amount = 800", "amount = 750").replace("amount = 200", "amount = 250")
    alone = [fix for fix in finding(text, "rate-exceeded").fixes if len(fix.change.edits) == 1]
    assert not alone, "alone it would make a gap"


def test_a_surplus_is_taken_off_the_funding() -> None:
    text = cost("1_000") + funding("support", "750") + funding("own", "300")
    assert after(text, "overfunded", "fix.lower-funding") == text.replace("300", "250")
    assert 2 <= len(titles(text, "overfunded")) <= 4


def test_a_mend_that_would_break_a_stated_total_is_offered_with_that_total_alone() -> None:
    """The product would be 500, but the document's total is met with the 600 that is written."""
    line = '[[cost]]\ncategory = "services"\ndescription = "Food"\nquantity = 10\nunit_price = 50\namount = 600\n'
    text = "[stated]\ncosts = 600\n" + line
    assert titles(text, "line-product") == ["fix.set-amount", "fix.set-price", "fix.set-quantity"]
    assert after(text, "line-product", "fix.set-amount") == text.replace("600", "500")


def test_an_amount_in_words_becomes_a_number_where_it_is_beyond_doubt() -> None:
    text = '[[cost]]\ncategory = "services"\ndescription = "Food"\namount = "121 841,92" # typed\n'
    assert after(text, "amount-format", "fix.rewrite-amount") == text.replace('"121 841,92"', "121_841.92")
    assert titles(text.replace("121 841,92", "1,234"), "amount-format") == []


def test_a_gap_by_rounding_says_which_part_to_move() -> None:
    text = cost("1_000") + funding("support", "750") + funding("own", "249")
    assert after(text, "rounded-parts", "fix.move-part") == text.replace("249", "250")


def test_an_unknown_key_becomes_the_nearest() -> None:
    text = cost("1_000").replace("category", "catgory")
    assert after(text, "unknown-key", "fix.rename-key") == cost("1_000")


def test_a_partner_that_is_misspelt_becomes_the_nearest() -> None:
    text = TWO + share("town", costs=100) + cost("100", 'partner = "clubb" # who\n')
    assert after(text, "unknown-reference", "fix.nearest-word") == text.replace("clubb", "club")


def test_an_unknown_category_becomes_the_nearest_by_its_word_or_its_heading_on_one_line_or_on_all() -> None:
    text = 'rules = "fi-state-grant"\n' + cost("1_000").replace("services", "Henkilostokulut") * 2
    assert after(text, "unknown-category", "fix.nearest-word") == text.replace("Henkilostokulut", "personnel", 1)
    assert after(text, "unknown-category", "fix.nearest-category") == text.replace("Henkilostokulut", "personnel")
    assert titles(text.replace("Henkilostokulut", "Qwerty"), "unknown-category") == []


def test_a_mend_that_would_bring_an_error_is_not_offered_and_told_with_it() -> None:
    text = "[call]\nsupport_rate_max = 75\n" + cost("1_000") + funding("support", "750") + funding("own", "200")
    open_ = session(text)
    gap = next(one for one in open_.state.verdict() if one.check == "self-financing-missing")
    refused = [(fix.title, error.check) for fix, error in open_.not_offered(gap)]
    assert refused == [("fix.lower-costs.alone", "rate-exceeded"), ("fix.support.up", "rate-exceeded")]
    assert not {title for title, _ in refused} & set(titles(text, "self-financing-missing"))


def test_lowering_the_costs_alone_is_offered_where_no_ceiling_forbids_it() -> None:
    text = cost("1_000") + funding("support", "750") + funding("own", "200")
    assert "fix.lower-costs.alone" in titles(text, "self-financing-missing")
    assert after(text, "self-financing-missing", "fix.lower-costs.alone") == text.replace("1_000", "950")
    gap = finding(text, "self-financing-missing")
    assert not any(fix.title == "fix.lower-costs.alone" for fix, _ in session(text).not_offered(gap))


ONE_KIND = funding("support", "50") + "".join(funding("municipal", "20", f'id = "{one}"') for one in "ab")


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("[call]\nsupport_rate_max = 60\n[stated]\ncosts = 100\n" + funding("support", "70"), "rate-exceeded"),
        (cost("100") + ONE_KIND, "self-financing-missing"),
        (cost("70") + ONE_KIND, "overfunded"),
        (cost("89") + ONE_KIND, "rounded-parts"),
    ],
)
def test_two_mends_of_one_finding_are_never_called_the_same(text: str, check: str) -> None:
    text += funding("own", "30") if check == "rate-exceeded" else ""
    found = finding(text, check)
    assert len(found.fixes) > 1
    for lang in LANGUAGES:
        said = [Sentences(session(text).state.budget, Words(lang)).fix(fix) for fix in found.fixes]
        assert len(set(said)) == len(said), said


@pytest.mark.parametrize(("wrong", "right"), [("[[costs]]", "[[cost]]"), ("[statd]", "[stated]")])
def test_a_misspelled_table_is_called_by_the_nearest_name_in_all_its_headers(wrong: str, right: str) -> None:
    rows = "[statd]\ncosts = 7\n" if "statd" in wrong else '[[costs]]\ncategory = "a"\namount = 5\n' * 2
    session = Session.from_bytes((HEAD + rows).encode(), today=TODAY)
    (fix,) = next(one.fixes for one in session.findings() if one.check == "unknown-key")
    mended = session.preview(fix.change).document.text
    assert (mended.count(right), mended.count(wrong)) == (rows.count(wrong), 0)


def test_costs_without_support_are_lowered_once_and_no_support_is_named() -> None:
    text = cost("100.50") + funding("own", "99")
    found = finding(text, "self-financing-missing").fixes
    lowered = [fix for fix in found if fix.title.startswith("fix.lower-costs")]
    assert [(fix.title, fix.values["support"]) for fix in lowered] == [("fix.lower-costs", None)]


def test_no_mend_of_too_little_own_funding_takes_all_costs_away() -> None:
    text = "[call]\nself_financing_min = 20\n" + cost("800") + funding("support", "800")
    assert titles(text, "self-financing-min") == ["fix.own.new"]


def test_a_mend_in_steps_that_does_what_another_does_is_not_offered_beside_it() -> None:
    both = '[[partner]]\nid = "a"\nrole = "lead"\nsupport_rate_max = 60\n[[partner]]\nid = "b"\n'
    rows = "".join(
        cost("1_000", f'partner = "{one}"\n')
        + funding("support", support, f'recipient = "{one}"')
        + funding("own", "300", f'payer = "{one}"')
        for one, support in (("a", "700"), ("b", "600"))
    )
    text = "[call]\nsupport_rate_max = 75\n" + both + rows
    changes = [frozenset(fix.change.edits) for fix in finding(text, "support-unused").fixes]
    assert changes
    assert len(set(changes)) == len(changes)
