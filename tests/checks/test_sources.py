"""Sources of money: what the rules take, what is certain, and VAT, years and grants beside them."""

import pytest

from tests.checks.judging import PAIR
from tests.checks.rulebook import found, line, paths, project, said, source

EVERY = (
    PAIR + "[call]\nself_financing_every_partner = true\n[[share]]\npartner = 'town'\ncosts = 60_000\nown = 15_000\n"
)
VILLAGE = "[[share]]\npartner = 'village'\ncosts = 40_000\nsupport = 30_000\n"
TOWN = '[[partner]]\nid = "town"\nkind = "municipality"\n'


def test_money_that_another_pays_counts_and_what_is_not_known_is_not_nothing() -> None:
    assert paths("self-financing-every-partner", EVERY + VILLAGE + "own = 0\n") == ["partner.village"]
    assert paths("self-financing-every-partner", EVERY + VILLAGE + "own = 1\n") == []
    assert paths("self-financing-every-partner", EVERY + VILLAGE) == []
    paid = source("municipal", "10_000", 'payer = "town"\nrecipient = "village"\n')
    assert paths("self-financing-every-partner", EVERY + VILLAGE + paid) == []


def test_income_is_own_funding_where_no_rule_says_otherwise() -> None:
    assert said("income-as-own", project("fi-oph") + source("income", "5"))[0][1] == "error"
    assert said("income-as-own", project("fi-esrplus-2021") + source("income", "5"))[0][1] == "warning"
    assert said("income-as-own", project("generic") + source("income", "5")) == []


def test_in_kind_work_is_taken_by_some_and_not_by_others() -> None:
    hours = line("personnel", "5_000", "in_kind = true\n")
    assert said("in-kind", project("fi-esrplus-2021") + source("in-kind", "5_000"))[0][:2] == ("funding[1]", "error")
    assert paths("in-kind", project("fi-esrplus-2021") + hours) == ["cost[1]"]
    assert paths("in-kind", project("fi-rural-2023") + hours + source("in-kind", "5_000")) == []
    assert said("in-kind", project("fi-rural-2023") + hours + source("in-kind", "5_000.03")) == [
        ("funding[1]", "error", "5000", "5000.03")
    ]
    assert found("rounded-parts", project("fi-rural-2023") + hours + source("in-kind", "5_000.02"))
    assert said("in-kind", project("generic") + hours + source("in-kind", "6_000"))[0][1] == "warning"
    assert paths("in-kind", project("fi-rural-2023") + source("in-kind", "5_000")) == []
    assert said("in-kind", project("generic") + "[call]\nin_kind_counts = false\n" + source("in-kind", "5")) != []


def test_in_kind_funding_is_not_compared_where_no_line_tells_of_in_kind_costs() -> None:
    """Nothing that is not there counts as zero: the costs may stand in a form that the file has no lines of."""
    assert said("in-kind", project("generic") + line("personnel", "9_000") + source("in-kind", "5_000")) == []


def test_public_money_is_known_by_the_line_or_by_the_partner_that_pays() -> None:
    paid = 'payer = "town"\n'
    assert paths("public-as-private", project("generic") + TOWN + source("private", "5", paid)) == ["funding[1]"]
    assert paths("public-as-private", project("generic") + TOWN + source("municipal", "5", paid)) == []
    assert paths("public-as-private", project("generic") + source("private", "5", 'payer = "Town Ltd"\n')) == []


def test_other_eu_money_is_forbidden_where_the_rules_say_so() -> None:
    fund = 'fund = "erdf"\n'
    assert paths("other-eu-money", project("eu-life-2021") + source("own", "5", fund)) == ["funding[1]"]
    assert paths("other-eu-money", project("eu-life-2021") + source("support", "5", fund)) == []
    assert paths("other-eu-money", project("fi-esrplus-2021") + source("own", "5", fund)) == []


@pytest.mark.parametrize(
    ("stage", "confirmed", "wording"),
    [
        ("draft", "false", None),
        ("application", "false", ""),
        ("application", '"conditional"', "conditional"),
        ("running", "true", None),
        ("application", None, "unanswered"),
    ],
)
def test_money_of_others_is_to_be_certain_from_the_application_on(
    stage: str, confirmed: str | None, wording: str | None
) -> None:
    more = 'payer = "Village shop"\n' + (f"confirmed = {confirmed}\n" if confirmed else "")
    text = project("fi-rural-2023", more=f'stage = "{stage}"\n') + source("private", "5", more)
    assert [one.wording for one in found("unconfirmed", text)] == ([] if wording is None else [wording])


def test_support_partners_and_funders_that_ask_for_no_commitment_are_let_be() -> None:
    applied = project("fi-rural-2023", more='stage = "application"\n') + TOWN
    assert found("unconfirmed", applied + source("support", "5", 'payer = "Ministry"\nconfirmed = false\n')) == []
    assert found("unconfirmed", applied + source("municipal", "5", 'payer = "town"\nconfirmed = false\n')) == []
    plain = project("generic", more='stage = "application"\n')
    assert found("unconfirmed", plain + source("private", "5", 'payer = "Shop"\n')) == []


def test_a_required_source_is_missed_only_where_the_funding_is_known() -> None:
    amif = project("eu-amif-2021")
    assert said("source-required", amif + source("support", "5"))[0][1] == "error"
    assert said("source-required", amif + line("personnel", "5")) == []


def test_no_own_funding_is_asked_for_where_support_may_be_all_of_the_costs() -> None:
    text = project("eu-amif-2021") + line("personnel", "10") + source("support", "10") + "[call]\n"
    assert said("source-required", text + 'type = "operating"\n') == []
    assert said("source-required", text + 'type = "project"\n')[0][1] == "error"


def test_own_funding_that_is_missing_is_told_once() -> None:
    text = project("eu-amif-2021") + line("personnel", "100") + source("support", "75")
    (none,) = found("source-required", text)
    assert none.cause is not None
    assert none.cause.check == "self-financing-missing"


# VAT, years, grants --------------------------------------------------------------------------------------------------
def test_the_vat_of_a_municipality_is_never_paid_in_the_structural_funds() -> None:
    text = project("fi-esrplus-2021") + TOWN
    assert said("vat-ineligible", text + line("services", "1_255", "vat_rate = 25.5\n")) == [
        ("cost[1]", "error", None, "255.00")
    ]
    assert said("vat-ineligible", text + line("services", "1_255", "vat_rate = 0\n") + line("other", "5")) == []
    assert paths("vat-ineligible", text + '[declared]\nvat = "included"\n[stated]\ncosts = 5\n') == ["partner.town"]
    assert paths("vat-ineligible", text + '[declared]\nvat = "excluded"\n' + line("other", "5")) == []
    club = text.replace("municipality", "association")
    assert paths("vat-ineligible", club + line("services", "1_255", "vat_rate = 25.5\n")) == []
    recovers = club.replace('kind = "association"', "recovers_vat = true")
    assert paths("vat-ineligible", recovers + line("services", "1_255", "vat_rate = 25.5\n")) == ["cost[1]"]
    wordings = [one.wording for one in found("vat-ineligible", recovers + line("services", "10", "vat_rate = 24\n"))]
    assert wordings == ["recovered"]


def test_prices_with_and_without_vat_side_by_side() -> None:
    with_vat, without = line("services", "5", "vat_rate = 14\n"), line("services", "6", "vat_rate = 0\n")
    assert paths("vat-basis", project("generic") + with_vat + without) == ["project"]
    assert paths("vat-basis", project("generic") + with_vat + without.replace("services", "premises")) == []
    assert paths("vat-basis", project("generic") + '[declared]\nvat = "included"\n' + with_vat + without) == []


@pytest.mark.parametrize(("support", "there"), [("35_000", False), ("34_999", True), ("41_001", True)])
def test_a_year_strays_by_more_than_five_points(support: str, there: bool) -> None:
    """Costs of 50 000 a year; support of 75 000 is 75 per cent, so that 70 to 80 per cent are 35 000 to 40 000."""
    costs = line("personnel", "", "years = { 2025 = 50_000, 2026 = 50_000 }\n")
    years = f"years = {{ 2025 = {support}, 2026 = {75_000 - int(support)} }}\n"
    text = project("generic") + costs + f'[[funding]]\nkind = "support"\n{years}'
    assert bool(found("year-rate", text)) is there


def test_years_are_not_judged_where_not_all_is_split() -> None:
    costs = line("personnel", "130_000", "years = { 2025 = 60_000, 2026 = 60_000 }\n")
    text = project("generic") + costs + '[[funding]]\nkind = "support"\nyears = { 2025 = 10_000, 2026 = 70_000 }\n'
    assert found("year-rate", text) == []


def granted(own: str, costs: str = "100_000") -> str:
    money = f"costs = {costs}\nsupport = {{ planned = 75_000, granted = 70_000 }}\nown = {own}\n"
    return project("generic", more='stage = "granted"\n') + "[stated]\n" + money


def test_a_grant_that_is_short_needs_somebody_who_covers_it() -> None:
    assert said("grant-short", granted("25_000")) == [("project", "warning", "75000", "70000")]
    assert said("grant-short", granted("30_000")) == []
    assert said("grant-short", granted("25_000", "{ planned = 100_000, granted = 95_000 }")) == []


def test_an_audit_is_asked_for_from_a_certain_sum_on() -> None:
    horizon = project("eu-horizon-2021")
    assert paths("audit-cost", horizon + line("personnel", "325_000")) == ["project"]
    assert paths("audit-cost", horizon + line("personnel", "324_999")) == []
    revision = line("other-goods", "5_000", 'description = "Revision"\n')
    assert paths("audit-cost", horizon + line("personnel", "325_000") + revision) == []
    assert paths("audit-cost", horizon + line("personnel", "5_000") + revision) == ["cost[2]"]
    assert paths("audit-cost", project("generic") + revision) == []
