"""Waivers: used, unused, run out, outgrown; and the rules that nobody has confirmed."""

from datetime import date
from decimal import Decimal

import pytest

from budjettitui.findings import Finding

from .judging import PAIR, START, findings_of, found

GAP = START + "[stated]\ncosts = 50_000\nsupport = 40_000\nown = 9_000\n"


def waiver(more: str = "", *, check: str = "self-financing-missing", at: str = "project") -> str:
    return f'[[waiver]]\ncheck = "{check}"\nat = "{at}"\nreason = "The board decides."\n{more}\n'


def said(text: str, today: date = date(2026, 11, 24)) -> list[tuple[str, str]]:
    return [(one.check, one.wording) for one in findings_of(text, today=today) if one.check.startswith("waiver-")]


def gap(text: str) -> Finding:
    return found("self-financing-missing", text)[0]


def test_a_waiver_that_accepts_something_is_not_spoken_of() -> None:
    assert said(GAP + waiver()) == []
    assert gap(GAP + waiver()).waived is not None


@pytest.mark.parametrize("reason", ['reason = ""\n', 'reason = "  "\n', "", "reason = 5\n"])
def test_a_waiver_that_does_not_say_why_accepts_nothing_and_is_not_called_unused(reason: str) -> None:
    text = GAP + waiver().replace('reason = "The board decides."\n', reason)
    assert gap(text).waived is None
    assert said(text) == []


@pytest.mark.parametrize(
    "limit", ['until = "2025-01-01"', "untill = 2025-01-01", 'difference = "1 000"', "difference = nan"]
)
def test_a_waiver_whose_limit_cannot_be_read_accepts_nothing_and_is_not_called_unused(limit: str) -> None:
    assert gap(GAP + waiver(limit)).waived is None
    assert said(GAP + waiver(limit)) == []


def test_a_waiver_that_accepts_nothing_is_unused() -> None:
    (finding,) = found("waiver-unused", START + waiver())
    assert (finding.path, finding.line, finding.severity) == ("waiver[1]", 4, 1)
    assert said(GAP + waiver(check="overfunded")) == [("waiver-unused", "")]


@pytest.mark.parametrize(("day", "told"), [(date(2025, 4, 1), []), (date(2025, 4, 2), [("waiver-expired", "")])])
def test_a_waiver_holds_until_the_end_of_its_last_day(day: date, told: list[tuple[str, str]]) -> None:
    assert said(GAP + waiver("until = 2025-04-01"), day) == told


@pytest.mark.parametrize("check", ["change-total", "change-transfer", "appropriation-shared", "double-funding"])
def test_a_waiver_of_what_only_other_files_show_is_not_called_unused_without_them(check: str) -> None:
    assert said(GAP + waiver(check=check)) == []


def test_an_expired_waiver_of_nothing_is_only_unused() -> None:
    assert said(START + waiver("until = 2020-01-01")) == [("waiver-unused", "")]


@pytest.mark.parametrize(("accepted", "told"), [("1_000", []), ("2_000", []), ("-1_000", []), ("999.99", ["outgrown"])])
def test_a_waiver_holds_as_far_as_its_difference(accepted: str, told: list[str]) -> None:
    text = GAP + waiver(f"difference = {accepted}")
    assert [check for check, _ in said(text)] == [f"waiver-{one}" for one in told]
    assert (gap(text).waived is None) is bool(told)


def test_an_outgrown_waiver_says_what_was_accepted_and_what_it_is_now() -> None:
    (finding,) = found("waiver-outgrown", GAP + waiver("difference = 500"))
    assert (finding.expected, finding.actual, finding.line) == (Decimal(500), Decimal(1000), 12)


def test_a_waiver_that_has_run_out_and_is_outgrown_has_run_out() -> None:
    assert said(GAP + waiver("difference = 500\nuntil = 2020-01-01")) == [("waiver-expired", "")]


def test_an_error_of_the_files_form_cannot_be_accepted() -> None:
    text = START + '[[cost]]\nid = "a"\ncategory = "x"\namuont = 5\n' + waiver(check="unknown-key", at="cost.a")
    assert said(text) == [("waiver-unused", "never")]


def test_a_warning_of_the_files_form_can() -> None:
    text = START + '[[cost]]\nid = "a"\ncategory = "x"\namount = 5\n' + waiver(check="description-missing", at="cost.a")
    assert said(text) == []
    assert found("description-missing", text)[0].waived is not None


def test_a_consequence_is_accepted_with_its_cause() -> None:
    text = (
        PAIR + '[stated]\ncosts = 100\nsupport = 75\n[[share]]\npartner = "town"\ncosts = 50\nsupport = 37\nown = 13\n'
    )
    text += '[[funding]]\nkind = "municipal"\npayer = "town"\nrecipient = "village"\namount = 2\n'
    assert gap(text).path == "partner.village"
    assert said(text + waiver(check="total-mismatch")) == [("waiver-unused", "consequence")]
    assert said(text + waiver(at="partner.village")) == []


def test_a_waiver_at_a_row_accepts_what_stands_at_one_of_its_keys() -> None:
    row = '[[cost]]\nid = "a"\ncategory = "services"\ndescription = "b"\nquantity = 1\nunit_price = 71.92\n'
    text = START + '[[partner]]\nid = "t"\nrecovers_vat = true\n' + row
    for at in ("cost.a", "cost.a.unit_price"):
        assert said(text + waiver(check="vat-suspect", at=at)) == []


def test_a_waiver_that_could_not_be_read_is_not_findings_of() -> None:
    assert said(START + '[[waiver]]\ncheck = 5\nat = "project"\nreason = "x"\n') == []


def test_unverified_rules_are_named_once() -> None:
    text = START + 'rules = "fi-esr-2014"\nperiod = { start = 2013-01-01, end = 2024-01-01 }\n'
    (finding,) = found("rule-unverified", text)
    assert (finding.values["rules"], finding.path) == (("period.end", "period.start"), "project")


def test_a_total_that_is_only_about_is_named_where_findings_rest_on_it() -> None:
    about = GAP.replace("costs = 50_000", "costs = { amount = 50_000, about = true }")
    (finding,) = found("approximate-total", about)
    assert (finding.path, finding.line, finding.values["figure"]) == ("project", 5, "costs")
    assert found("approximate-total", about.replace("own = 9_000", "own = 10_000")) == []
    assert found("approximate-total", GAP) == []


def test_of_two_findings_at_one_place_a_waiver_accepts_the_one_that_it_is_large_enough_for() -> None:
    text = START + '[[cost]]\ncategory = "x"\ndescription = "y"\namount = 1_000\n'
    text += '[[stated]]\nsource = "form"\ncosts = 1_100\n[[stated]]\nsource = "cover"\ncosts = 1_900\n'
    text += waiver("difference = 100", check="total-cost")
    accepted = {one.difference: one.waived is not None for one in found("total-cost", text)}
    assert accepted == {Decimal(100): True, Decimal(900): False}
    assert said(text) == [("waiver-outgrown", "")]


@pytest.mark.parametrize("limit", ["until = 2025-04-01", "difference = 500"])
def test_nothing_stands_again_while_another_waiver_accepts_it(limit: str) -> None:
    assert said(GAP + waiver(limit)) != []
    assert said(GAP + waiver(limit) + waiver("until = 2030-01-01")) == []
