"""Worked examples of funders' public guides, each with its source, as budgets: the guide's figures pass, others do not."""

import pytest

from tests.checks.judging import findings_of, found, paths
from tests.checks.rulebook import line, project, said, source

AURORA = project("eu-interreg-2021", "actual", '[call]\ntype = "aurora"\nflat_rates = { office = 15, travel = 15 }\n')
SMALL = "[declared]\nincome = 'none'\nother_grants = 'none'\n"


def errors(text: str) -> list[str]:
    """The checks that find an error."""
    return [one.check for one in findings_of(text) if one.severity.word == "error"]


# Interreg Aurora, programme manual, "Office and administrative expenditure" and "Travel and accommodation costs":
# "Staff costs EUR 10 000 * flat rate 15% = EUR 1 500"; neither is reported beside the 40 %.
# https://www.interregaurora.eu/programme-manual/apply-for-a-project/office-and-administrative-expenditure/
def test_aurora_office_and_travel_are_1_500_each_on_staff_of_10_000() -> None:
    text = AURORA + line("staff", "10_000") + line("office", "1_500") + line("travel", "1_500")
    assert errors(text) == []
    assert said("flat-amount", text.replace("1_500", "1_600", 1)) == [("cost[2]", "error", "1500.00", "1600")]


def test_aurora_works_office_and_travel_out_where_the_lines_have_no_amount() -> None:
    text = AURORA + line("staff", "10_000") + line("office") + line("travel") + "[stated]\ncosts = 13_000\n"
    assert errors(text) == []


@pytest.mark.parametrize("covered", ["office", "travel"])
def test_aurora_takes_neither_beside_the_forty_per_cent(covered: str) -> None:
    text = project("eu-interreg-2021", "flat-40") + line("staff", "10_000") + line("flat-rate", "4_000")
    assert errors(text) == []
    assert errors(text + line(covered, "1_500")) != []


# Interreg V-A Romania-Bulgaria, notice of 8.8.2017 on partner contributions in its monitoring system: of 7 001,23 the ERDF is
# 85 % = 5 951,046 -> 5 951,04, the state's 13 % = 910,159 -> 910,15, both rounded down; the partner's contribution 1 050,19.
# https://interregrobg.eu/en/archive/252-important-notice-for-e-ms-reporting-partner-reports-…
ROBG = (
    project("eu-interreg-2021", more="[call]\nsupport_rate_max = 85\n")
    + "[stated]\ncosts = 7_001.23\n"
    + source("support", "5_951.04", 'fund = "erdf"\n')
    + source("other-public", "910.15", "confirmed = true\n")
    + source("own", "140.04")
)


def test_a_romanian_partners_three_sources_meet_to_the_cent() -> None:
    assert errors(ROBG) == []
    assert found("rate-rounding", ROBG) == []


def test_a_cent_more_of_erdf_than_rounding_down_gives_is_a_remark() -> None:
    text = ROBG.replace("5_951.04", "5_951.05").replace("140.04", "140.03")
    assert errors(text) == []
    assert paths("rate-rounding", text) == ["project"]


def test_two_cents_more_are_above_the_ceiling() -> None:
    text = ROBG.replace("5_951.04", "5_951.06").replace("140.04", "140.02")
    assert errors(text) == ["rate-exceeded"]


def test_a_programme_of_85_per_cent_is_above_the_rules_of_today_and_is_asked_about() -> None:
    assert [one.severity.word for one in found("rate-above-programme", ROBG)] == ["warning"]


# Interreg Euro-MED, FAQ: of a total budget of 1 000 000 the grant is 80 %, the partners bear the remaining 20 %.
# https://interreg-euro-med.eu/en/faq-document/if-i-have-submitted-a-transfer-project-should-i-consider-eur-1-000-000-…
@pytest.mark.parametrize(("grant", "own", "told"), [(800_000, 200_000, []), (1_000_000, 0, ["rate-exceeded"])])
def test_the_grant_of_a_million_is_eight_hundred_thousand(grant: int, own: int, told: list[str]) -> None:
    text = project("eu-interreg-2021") + "[stated]\ncosts = 1_000_000\n"
    text += source("support", str(grant)) + source("own", str(own))
    assert errors(text) == told


# Interreg VI-A Greece-Cyprus, second call: an operation has 1 000 000 to 2 200 000, of which ERDF 800 000 to 1 760 000.
# https://interreg.gr/en/interreg-greece-cyprus-2nd-call-for-project-proposals/
@pytest.mark.parametrize(
    ("costs", "erdf", "told"),
    [
        (1_000_000, 800_000, []),
        (2_200_000, 1_760_000, []),
        (999_999, 799_999, ["grant-range"]),
        (2_200_001, 1_760_000, ["costs-ceiling"]),
    ],
)
def test_an_operation_of_greece_and_cyprus_is_as_large_as_the_call_says(costs: int, erdf: int, told: list[str]) -> None:
    limits = "[call]\nsupport_min = 800_000\nsupport_max = 1_760_000\ncosts_max = 2_200_000\n"
    text = project("eu-interreg-2021", more=limits) + f"[stated]\ncosts = {costs}\n"
    assert errors(text + source("support", str(erdf)) + source("own", str(costs - erdf))) == told


# Regional State Administrative Agencies, conditions of use: of 100 000 a grant of 80 % leaves 20 000 for other funding.
# https://aviavustukset.fi/avustusten-kaytto/avustuksen-kayttoa-koskevat-ehdot/
@pytest.mark.parametrize(
    ("other", "told"),
    [(20_000, []), (19_000, ["self-financing-missing", "total-mismatch"]), (21_000, ["overfunded", "total-mismatch"])],
)
def test_of_a_hundred_thousand_twenty_must_come_from_elsewhere(other: int, told: list[str]) -> None:
    text = (
        project("fi-state-grant", "actual", "[call]\nsupport_rate_max = 80\n") + SMALL + "[stated]\ncosts = 100_000\n"
    )
    assert sorted(errors(text + source("support", "80_000") + source("other", str(other)))) == told


# Leader groups of Satakunta, "Talkootyö on rahaa": twelve people, three of them on machines, work for five hours:
# (9 x 15 + 3 x 45) x 5 = 1 350. http://www.satasilta.fi/satasilta/sankariyhdistykset/talkootyo_on_rahaa
HOURS = 'in_kind = true\ndescription = "{what}"\nquantity = {hours}\nunit = "h"\nunit_price = {price}\n'


def test_twelve_people_and_three_machines_work_for_1_350_in_five_hours() -> None:
    people = line("other", "675", HOURS.format(what="Ihmiset", hours=45, price=15))
    machines = line("other", "675", HOURS.format(what="Koneet kuljettajineen", hours=15, price=45))
    text = project("fi-rural-2023", "actual") + people + machines
    assert errors(text + source("in-kind", "1_350")) == []
    assert errors(text + source("in-kind", "1_530")) == ["in-kind"]
    assert errors(text.replace("quantity = 45", "quantity = 54") + source("in-kind", "1_350")) == ["line-product"]


# Pohjois-Kymen Kasvu, guide for applicants: development at 80 % of up to 225 000 (public money at most 180 000), investments at
# 50 %; volunteer work is counted on both the funding and the cost side.
# https://www.pohjois-kymenkasvu.fi/hakuopas/hakuohjeet-hankehakijalle/kenelle-miten-paljonko/
@pytest.mark.parametrize(
    ("rate", "costs", "support"), [(80, 225_000, 180_000), (50, 360_000, 180_000), (80, 7_812.5, 6_250)]
)
def test_the_largest_and_the_smallest_leader_projects_of_the_guide_pass(rate: int, costs: float, support: int) -> None:
    text = project("fi-rural-2023", "actual", f'[call]\ntype = "leader"\nsupport_rate_max = {rate}\n')
    text += f"[stated]\ncosts = {costs}\n" + source("support", str(support)) + source("own", str(costs - support))
    assert errors(text) == []


@pytest.mark.parametrize(("municipal", "told"), [("30_000", []), ("30_000.01", ["project"])])
def test_public_money_of_a_leader_project_is_at_most_180_000(municipal: str, told: list[str]) -> None:
    text = project("fi-rural-2023", "actual", '[call]\ntype = "leader"\n') + "[stated]\ncosts = 225_000\n"
    text += source("support", "150_000") + source("municipal", municipal, "confirmed = true\n")
    assert paths("public-total", text + source("private", "45_000")) == told


@pytest.mark.parametrize(("support", "told"), [("99_999", []), ("100_000", ["warning"])])
def test_a_state_grant_does_not_cover_the_whole_cost_unasked(support: str, told: list[str]) -> None:
    """688/2001, 6 § 1 mom.; a call that pays all of it says so."""
    text = project("fi-state-grant", "actual") + "[stated]\ncosts = 100_000\n" + source("support", support)
    assert [one.severity.word for one in found("source-required", text)] == told
    allowed = text.replace("[stated]", "[call]\nsupport_rate_max = 100\n[stated]")
    assert found("source-required", allowed) == []


@pytest.mark.parametrize(("worth", "told"), [(4_000, []), (3_900, ["rate-exceeded"])])
def test_half_of_an_investment_may_be_paid_where_volunteer_work_is_counted_in(worth: int, told: list[str]) -> None:
    """16 000 in cash and 4 000 of work: half of 20 000 is 10 000, and 62,5 % of the cash alone."""
    text = project("fi-rural-2023", "actual", '[call]\ntype = "public_investment"\nsupport_rate_max = 50\n')
    text += line("other", "16_000") + line("other", str(worth), "in_kind = true\n")
    text += source("support", "10_000") + source("private", "6_000") + source("in-kind", str(worth))
    assert errors(text) == told


def test_unknown_volunteer_work_leaves_the_rate_unknown() -> None:
    text = project("fi-rural-2023", "actual", "[call]\nsupport_rate_max = 50\n") + line("other", "16_000")
    text += line("other", "", 'in_kind = true\ndescription = "Talkoot"\n') + source("support", "10_000")
    assert found("rate-exceeded", text) == []


# Erasmus+, small-scale and cooperation partnerships: the only sums that a grant may be.
# https://fundingprogrammesportal.gov.cy/en/call/small-scale-partnerships
@pytest.mark.parametrize(
    ("kind", "grant", "told"),
    [
        ("ka210", 30_000, []),
        ("ka210", 60_000, []),
        ("ka210", 45_000, ["error"]),
        ("ka220", 250_000, []),
        ("ka220", 60_000, ["warning"]),
    ],
)
def test_a_partnership_gets_one_of_the_sums_of_its_call(kind: str, grant: int, told: list[str]) -> None:
    text = project("eu-erasmus-ka2-2021", "lump-sum", f'[call]\ntype = "{kind}"\n') + source("support", str(grant))
    assert [one.severity.word for one in found("grant-menu", text)] == told


# 757/2021, 17 § 3 mom.: acceptable costs are costs less income, so 80 % of 95 000 and not of 100 000.
@pytest.mark.parametrize(
    ("support", "told"), [("76_000", []), ("76_001", []), ("76_002", ["rate-exceeded"]), ("80_000", ["rate-exceeded"])]
)
def test_income_is_taken_off_before_the_rate(support: str, told: list[str]) -> None:
    text = project("fi-esrplus-2021") + line("personnel", "100_000") + "[[income]]\namount = 5_000\n"
    text += source("support", support) + source("own", str(95_000 - int(support)))
    assert errors(text) == told


# rakennerahastot.fi, Kertakorvaus: total costs of at most 200 000; vakioidut kertakorvaukset: 50 000 as the whole cost.
def test_the_standardised_lump_sum_is_the_whole_cost_and_the_support_its_percentage() -> None:
    text = project("fi-esrplus-2021", "fixed-lump-sum", 'kind = "pre-study"\n') + "[stated]\ncosts = 50_000\n"
    assert errors(text + source("support", "40_000") + source("own", "10_000")) == []
    assert errors(text + source("support", "50_000")) != []
