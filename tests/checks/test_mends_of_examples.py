"""What is offered of the bad examples that the checks declare: at least two mends of every money finding, or the reason."""

import re

import pytest

from budjettitui.checks import declared
from budjettitui.checks.mendable import MENDS
from tests.places import ROOT

from .mending import session_of

MONEY = (
    *("total-cost", "total-income", "total-funding", "total-support", "total-own", "category-total", "stated-percent"),
    *("line-product", "years-total", "flat-amount", "flat-base", "flat-overlap", "flat-combination", "unit-cost"),
    *("appropriation-short", "appropriation-basis", "category-cap", "category-floor", "in-kind", "overbooked"),
    *("hours-max", "person-months", "part-time-share", "duplicate-line", "negative-amount", "magnitude", "transfer"),
    *("years-outside-period", "outside-period", "amount-unit", "duplicate-id", "vat-suspect"),
    *("costs-ceiling", "grant-menu", "grant-short", "net-positive", "partner-concentration", "public-as-private"),
    *("rate-exceeded", "rate-exceeded-fund", "rate-exceeded-partner", "realised-rate", "self-financing-every-partner"),
    *("self-financing-min", "self-financing-unknown", "stage-order"),
    *("decision-limit", "rate-above-programme", "rate-rounding", "support-unused"),
    *(
        "appropriation-shared",
        "category-ineligible",
        "change-transfer",
        "double-funding",
        "flat-forbidden",
        "grant-range",
    ),
    *("income-as-own", "lump-fixed", "lump-limit", "other-eu-money", "public-total", "side-costs", "statements-differ"),
    *("unconfirmed", "vat-basis", "waiver-outgrown", "flat-condition", "simplified-required", "model-kind"),
    *("cost-model-mixed", "hidden-characters", "lead-partner", "source-required"),
    *("rounded-parts", "support-returned"),
)
"""Of each of their examples two mends at least are offered."""

FEWER = {
    "appropriation-years": 0,
    "change-total": 1,
    "partner-empty": 1,
    "period": 1,
    "status-funding": 0,
    "vat-ineligible": 1,
    "waiver-expired": 1,
}
"""Of some of their examples so many; docs/mends.md has the reasons."""

EXAMPLES = [(name, text) for name in (*MONEY, *FEWER) for text in declared()[name].bad]


@pytest.mark.parametrize(("check", "text"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_a_money_finding_has_two_mends_or_as_many_as_the_page_of_mends_says(check: str, text: str) -> None:
    session = session_of(text)
    found = [one for one in session.state.verdict() if one.check == check]
    least = FEWER.get(check, 2)
    assert [len(session.with_fixes(one).fixes) for one in found if len(session.with_fixes(one).fixes) < least] == []


def test_checks_that_have_fewer_than_two_are_not_also_said_to_have_two() -> None:
    assert not FEWER.keys() & set(MONEY)
    assert MENDS.keys() >= {*FEWER, *MONEY}


PAGE = ROOT / "docs" / "mends.md"


def rows_of_the_page() -> dict[str, list[str]]:
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    return {cells[1].strip(" `"): cells[2:4] for line in lines if (cells := line.split("|"))}


def test_the_page_of_mends_is_sorted_and_names_checks_that_have_mends() -> None:
    assert list(rows_of_the_page()) == sorted(rows_of_the_page())
    nothing = {check for check, cells in rows_of_the_page().items() if cells[0].strip() == "nothing"}
    assert rows_of_the_page().keys() - nothing <= MENDS.keys()
    assert not nothing & MENDS.keys()
    assert {*FEWER, *MONEY} <= rows_of_the_page().keys()


def test_the_page_of_mends_gives_the_reason_where_fewer_than_two_are_offered() -> None:
    assert [check for check in FEWER if len(rows_of_the_page()[check][1].strip()) < 10] == []


def test_the_page_of_mends_tells_of_every_check_what_is_offered_or_that_nothing_is() -> None:
    told = re.findall(r"`([a-z-]+)`", PAGE.read_text(encoding="utf-8"))
    assert set(declared()) <= set(told)
    assert rows_of_the_page().keys() >= MENDS.keys()
