"""What was granted and realised, beside what was planned."""

from decimal import Decimal

import pytest

from budjettitui.checks.changes import OLDER

from .judging import PAIR, START, findings_of, found, paths, state_of_example

SOKU = """
[stated]
support = { granted = 789_752, realised = 606_431 }
public_funding = { planned = 1_053_002, realised = 808_575 }
"""


def test_soku_realised_what_it_was_granted_but_for_183_321() -> None:
    text = START + 'rules = "fi-esr-2014"\nstage = "closed"\n' + SOKU
    assert found("realised-rate", text) == []
    (finding,) = found("support-returned", text)
    assert (finding.difference, finding.severity, finding.line) == (Decimal(-183_321), 2, 8)


@pytest.mark.parametrize(("realised", "told"), [("606_432", False), ("606_433", True)])
def test_the_realised_rate_has_the_tolerance_of_the_rules(realised: str, told: bool) -> None:
    text = START + 'rules = "fi-esr-2014"\n' + SOKU.replace("606_431", realised)
    assert bool(found("realised-rate", text)) is told


@pytest.mark.parametrize(
    "stated",
    [
        "support = { granted = 75, realised = 70 }",
        "costs = { granted = 100, realised = 90 }\nsupport = { granted = 75 }",
        "costs = { realised = 90 }\nsupport = { granted = 75, realised = 90 }",
        "costs = { planned = 200, realised = 90 }\nsupport = { planned = 150, granted = 50, realised = 60 }",
        "costs = { granted = 0, realised = 90 }\nsupport = { granted = 75, realised = 70 }",
        "costs = { granted = 100 }\nsupport = { granted = 75, realised = 70 }\npublic_funding = { realised = 70 }",
    ],
    ids=[
        "no costs",
        "none realised",
        "granted costs not known",
        "granted of other costs",
        "of nothing",
        "another base",
    ],
)
def test_no_rate_is_compared_that_is_not_known(stated: str) -> None:
    assert found("realised-rate", START + f"[stated]\n{stated}\n") == []


def test_a_rate_of_rows() -> None:
    text = START + '[[cost]]\ncategory = "x"\ndescription = "y"\ngranted = 100\nrealised = 80\n'
    support = '[[funding]]\nkind = "support"\ngranted = 75\nrealised = '
    assert found("realised-rate", text + support + "60\n") == []
    assert found("realised-rate", text + support + "61\n") == []
    assert [one.expected for one in found("realised-rate", text + support + "62\n")] == [Decimal(60)]


@pytest.mark.parametrize(
    ("stage", "told"),
    [("closed", True), ("application", True), ("running", False), ("granted", False), ("cancelled", False)],
)
def test_support_is_returned_when_the_project_is_over(stage: str, told: bool) -> None:
    text = START + f'stage = "{stage}"\n[stated]\nsupport = {{ granted = 75, realised = 70 }}\n'
    assert bool(found("support-returned", text)) is told


def test_support_within_rounding_is_not_returned() -> None:
    assert found("support-returned", START + "[stated]\nsupport = { granted = 75, realised = 74 }\n") == []


# order --------------------------------------------------------------------------------------------------------------
def row(keys: str) -> str:
    return START + f'[[cost]]\ncategory = "x"\ndescription = "y"\n{keys}\n'


@pytest.mark.parametrize(
    "keys",
    [
        "granted = 100\nrealised = 101",
        "granted = 100\nrealised = 100",
        "applied = 100\ngranted = 90\nrealised = 80",
        "amount = 50\ngranted = 100",
        "applied = 50\nrealised = 100",
        "years = { 2025 = { granted = 10, realised = 20 }, 2026 = { granted = 20, realised = 10 } }",
    ],
    ids=[
        "within rounding",
        "equal",
        "as it should be",
        "planned is not applied for",
        "a stage between",
        "moved a year",
    ],
)
def test_stages_in_order(keys: str) -> None:
    assert found("stage-order", row(keys)) == []


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("granted = 100\nrealised = 102", 8),
        ("applied = 100\ngranted = 102", 8),
        ("years = { 2025 = { granted = 10, realised = 20 } }", 4),
    ],
)
def test_stages_out_of_order(keys: str, line: int) -> None:
    assert [(one.path, one.line, one.severity) for one in found("stage-order", row(keys))] == [("cost[1]", line, 1)]


def test_stated_figures_and_shares_out_of_order() -> None:
    text = PAIR + "[stated]\ncosts = { granted = 100, realised = 110 }\nown = { applied = 5, granted = 50 }\n"
    text += '[[share]]\npartner = "town"\nsupport = { granted = 10, realised = 20 }\n'
    assert sorted(paths("stage-order", text)) == ["project", "project", "share.town.support"]


def test_the_projects_sum_is_told_where_no_row_tells_of_it() -> None:
    rows = row("granted = 100\nrealised = 100") + '[[cost]]\ncategory = "x"\ndescription = "z"\n'
    assert paths("stage-order", rows + "granted = 0\nrealised = 0\n") == []
    assert paths("stage-order", rows + "granted = 0\nrealised = 30\n") == ["cost[2]"]


# cancelled ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("stated", "severity", "actual"),
    [
        ("public_funding = { planned = 391_780, realised = 0 }\nsupport = { granted = 0, realised = 0 }", 2, None),
        ("costs = 100\nsupport = 80\nown = 5", 2, None),
        ("support = { granted = 10 }", 0, 10),
        ("support = { granted = 10, realised = 4 }", 0, 4),
        ("costs = { realised = 7 }", 0, 7),
    ],
)
def test_a_cancelled_project_says_this_alone(stated: str, severity: int, actual: int | None) -> None:
    findings = findings_of(START + f'stage = "cancelled"\n[stated]\n{stated}\n')
    assert [(one.check, one.severity, one.actual) for one in findings] == [("status-funding", severity, actual)]


def test_a_project_that_is_not_cancelled_says_nothing_of_it() -> None:
    assert found("status-funding", START + 'stage = "closed"\n') == []


def test_categories_of_a_version_that_has_totals_for_rows_or_no_costs_yet_are_not_compared() -> None:
    rules = START + 'rules = "fi-esrplus-2021"\ncost_model = "actual"\n'
    pay = rules + '[[cost]]\ncategory = "personnel"\ndescription = "Pay"\namount = 300_000\n'
    total = rules + "[stated]\ncosts = 300_000\n"
    for above, below in ((total, pay), (pay, total), (rules, pay), (pay, rules)):
        verdict = state_of_example(above + OLDER + below).verdict()
        assert not [one for one in verdict if one.check == "change-transfer"]


@pytest.mark.parametrize(
    "stated",
    [
        "costs = 100\nsupport = 80\nown = { planned = 20, granted = 20 }",
        "costs = 100\nsupport = { applied = 80 }\nown = { applied = 20, granted = 20 }",
    ],
)
def test_support_that_is_only_planned_was_not_granted_as_nothing(stated: str) -> None:
    assert found("grant-short", f"{START}[stated]\n{stated}\n") == []


def test_a_share_with_support_that_is_only_planned_was_not_granted_as_nothing() -> None:
    share = "costs = 50\nsupport = 40\nown = { planned = 10, granted = 10 }\n"
    text = PAIR + "".join(f'[[share]]\npartner = "{one}"\n{share}' for one in ("town", "village"))
    assert found("grant-short", text) == []


def test_support_of_which_nothing_was_granted_says_so_by_a_zero() -> None:
    text = (
        START + "[stated]\ncosts = 100\nsupport = { planned = 80, granted = 0 }\nown = { planned = 20, granted = 20 }\n"
    )
    assert [one.actual for one in found("grant-short", text)] == [Decimal(0)]


@pytest.mark.parametrize(("own", "told"), [("250", True), ("{ planned = 250, granted = 300 }", False)])
def test_a_partner_that_pays_what_was_not_granted_covers_the_difference(own: str, told: bool) -> None:
    town = f'[[share]]\npartner = "town"\ncosts = 1000\nsupport = {{ planned = 750, granted = 700 }}\nown = {own}\n'
    village = '[[share]]\npartner = "village"\ncosts = 1000\nsupport = { planned = 750, granted = 750 }\nown = 250\n'
    assert bool(found("grant-short", PAIR + town + village)) is told
