"""The period and what lies outside of it; VAT in a price."""

import pytest

from budjettitui.session import Session

from .judging import PAIR, START, TODAY, found, paths

YEAR = "period = { start = 2025-01-01, end = 2025-12-31 }\n"


def months(start: str, end: str, most: str) -> list[object]:
    text = START + f"period = {{ start = {start}, end = {end} }}\n[call]\nmonths_max = {most}\n"
    return [one.values["months"] for one in found("period", text)]


@pytest.mark.parametrize(
    ("start", "end", "most"),
    [
        ("2022-01-01", "2023-08-31", "20"),
        ("2022-11-01", "2023-09-30", "11"),
        ("2015-09-01", "2018-11-30", "39"),
        ("2024-02-15", "2025-02-14", "12"),
        ("2024-01-31", "2024-02-28", "1"),
        ("2024-02-29", "2025-02-27", "12"),
        ("2025-01-01", "2025-01-01", "1"),
        ("2022-01-01", "2023-08-31", "19.5"),
        ("9999-01-01", "9999-12-31", "12"),
    ],
)
def test_a_period_that_is_not_too_long(start: str, end: str, most: str) -> None:
    assert months(start, end, most) == []


@pytest.mark.parametrize(
    ("start", "end", "most", "begun"),
    [
        ("2022-01-01", "2023-08-31", "19", 20),
        ("2022-01-01", "2023-09-01", "20", 21),
        ("2024-02-15", "2025-02-15", "12", 13),
    ],
)
def test_a_period_that_is_too_long(start: str, end: str, most: str, begun: int) -> None:
    assert months(start, end, most) == [begun]


def test_a_period_that_ends_before_it_starts_is_told_once_and_nothing_else_rests_on_it() -> None:
    text = START + "period = { start = 2026-01-01, end = 2025-12-31 }\n[call]\nmonths_max = 1\n"
    text += '[[cost]]\ncategory = "x"\ndescription = "y"\namount = 5\ndate = 2030-01-01\nyears = { 2031 = 5 }\n'
    assert [one.wording for one in found("period", text)] == ["reversed"]
    assert found("outside-period", text) == []
    assert found("years-outside-period", text) == []


def test_a_programmes_days_that_no_source_confirms_make_a_warning() -> None:
    text = START + 'rules = "fi-esr-2014"\nperiod = { start = 2022-01-01, end = 2024-01-01 }\n'
    (finding,) = found("period", text)
    assert (finding.severity, finding.unverified, finding.path) == (1, ("period.end",), "project.period")


def dated(date: str, description: str = "Catering") -> str:
    return START + YEAR + f'[[cost]]\ncategory = "x"\ndescription = "{description}"\namount = 5\ndate = {date}\n'


@pytest.mark.parametrize("day", ["2025-01-01", "2025-12-31"])
def test_both_ends_belong_to_the_period(day: str) -> None:
    assert found("outside-period", dated(day)) == []


@pytest.mark.parametrize("day", ["2024-12-31", "2026-01-01"])
def test_a_cost_outside_of_the_period(day: str) -> None:
    assert paths("outside-period", dated(day)) == ["cost[1].date"]


@pytest.mark.parametrize("words", ["Tilintarkastus", "Revision av bokslutet", "Final audit"])
def test_an_audit_may_come_after_the_end(words: str) -> None:
    assert found("outside-period", dated("2026-02-01", words)) == []


@pytest.mark.parametrize(
    "words",
    ["Revision", "Extern revision", "Projektets revision", "Kostnader för revision", "Slutrevision", "Revisionsarvode",
     "Tjänster: revision", "Bokföring och revision", "Revision och slutrapport", "Revisor", "Revision 2026"],
)  # fmt: skip
def test_revision_is_an_audit_where_it_is_swedish(words: str) -> None:
    assert found("outside-period", dated("2026-02-01", words)) == []


@pytest.mark.parametrize(
    "words",
    ["Revision of the plan", "Plan revision", "Budget revisions", "Revision to the curriculum", "Language revision",
     "Text revision and layout", "Prevision", "Auditiivinen opaste"],
)  # fmt: skip
def test_revision_is_no_audit_where_it_is_english_and_something_is_changed(words: str) -> None:
    assert paths("outside-period", dated("2026-02-01", words)) == ["cost[1].date"]


@pytest.mark.parametrize("words", ["Auditorium rent", "Auditorion vuokra", "Hyra av auditorier", "Auditions"])
def test_an_auditorium_is_no_audit(words: str) -> None:
    assert paths("outside-period", dated("2026-02-01", words)) == ["cost[1].date"]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('[[cost]]\ncategory = "x"\ndescription = "y"\nyears = { 2025 = 1, 2026 = 1 }\n', ["cost[1].years.2026"]),
        ('[[funding]]\nkind = "own"\nyears = { 2024 = 1 }\n', ["funding[1].years.2024"]),
        ("[[income]]\nyears = { 2026 = 1 }\n", ["income[1].years.2026"]),
        ('[[partner]]\nid = "a"\n[[share]]\npartner = "a"\nyears.2026.costs = 1\n', ["share.a.years.2026"]),
        ('[[appropriation]]\nbudget_item = "1"\nyears = { 2026 = 1 }\n', ["appropriation[1].years.2026"]),
        ('[[cost]]\ncategory = "x"\ndescription = "y"\nyears = { 2025 = 1, 2026 = 0 }\n', []),
        ('[[cost]]\ncategory = "x"\ndescription = "Audit"\nyears = { 2026 = 1 }\n', []),
    ],
)
def test_years_outside_of_the_period(table: str, told: list[str]) -> None:
    assert paths("years-outside-period", START + YEAR + table) == told


def test_names_of_the_projects_own_periods_are_no_years() -> None:
    text = START + YEAR + 'periods = ["2031", "spring"]\n[[cost]]\ncategory = "x"\ndescription = "y"\n'
    assert found("years-outside-period", text + "years = { 2031 = 1, spring = 1 }\n") == []


def test_without_a_period_nothing_is_outside() -> None:
    text = '[[cost]]\ncategory = "x"\ndescription = "y"\namount = 5\ndate = 2030-01-01\nyears = { 2031 = 5 }\n'
    assert found("outside-period", START + text) == []
    assert found("years-outside-period", START + text) == []


# VAT ----------------------------------------------------------------------------------------------------------------
def priced(price: str, *, time: str = "2023", partner: str = "recovers_vat = true", row: str = "") -> str:
    period = f"period = {{ start = {time}-01-01, end = {time}-08-31 }}\n" if time else ""
    town = f'[[partner]]\nid = "town"\n{partner}\n'
    cost = '[[cost]]\ncategory = "services"\ndescription = "Interpreting"\nquantity = 150\n'
    return START + period + town + cost + f"unit_price = {price}\n{row}\n"


@pytest.mark.parametrize(
    ("price", "time", "rate", "net"),
    [
        ("71.92", "2023", "24", "58"),
        ("71.92", "2024", "24", "58"),
        ("71.92", "", "24", "58"),
        ("72.79", "2025", "25.5", "58"),
        ("71.54", "2025", "25.5", "57"),
        ("71.535", "2025", "25.5", "57"),
        ("66.12", "2023", "14", "58"),
        ("65.83", "2026", "13.5", "58"),
        ("63.80", "2023", "10", "58"),
        ("68.20", "2023", "24", "55"),
    ],
)
def test_a_price_that_is_round_only_without_vat(price: str, time: str, rate: str, net: str) -> None:
    (finding,) = found("vat-suspect", priced(price, time=time))
    assert (str(finding.values["rate"]), f"{finding.expected}", finding.path) == (rate, net, "cost[1].unit_price")


@pytest.mark.parametrize(
    ("price", "time"),
    [
        ("58", "2023"),
        ("62", "2023"),
        ("62.00", "2023"),
        ("71.91", "2023"),
        ("71.92", "2025"),
        ("72.79", "2023"),
        ("66.12", "2026"),
        ("65.83", "2025"),
        ("63.80", "2025"),
        ("71.92", "2012"),
        ("0.00", "2023"),
        ("0.50", "2023"),
    ],
)
def test_a_price_that_is_round_or_that_no_rate_of_its_time_makes_round(price: str, time: str) -> None:
    assert found("vat-suspect", priced(price, time=time)) == []


def test_the_hint_says_how_much_less_it_would_be() -> None:
    (finding,) = found("vat-suspect", priced("71.92"))
    assert str(finding.values["gap"]) == "2088.00"


@pytest.mark.parametrize(
    "text",
    [
        priced("71.92", partner="recovers_vat = false"),
        priced("71.92", partner=""),
        priced("71.92", partner='recovers_vat = "yes"'),
        priced("71.92", partner='recovers_vat = true\ncountry = "SE"'),
        priced("71.92", row="vat_rate = 0"),
        priced("71.92", row='person = "A"'),
        priced("71.92").replace('"services"', '"personnel"'),
        priced("71.92").replace("[project]", '[project]\ncurrency = "SEK"'),
        priced("71.92").replace("[[cost]]", '[[partner]]\nid = "b"\nrole = "lead"\n[[cost]]'),
        priced("71.92", row="date = 2025-02-01"),
        priced("71.92", row="years = { 2025 = 10_788 }"),
    ],
)
def test_where_vat_is_not_to_be_suspected(text: str) -> None:
    assert found("vat-suspect", text) == []


def test_the_time_of_a_line_goes_before_that_of_the_project() -> None:
    assert found("vat-suspect", priced("71.92", time="2025", row="date = 2024-08-31"))
    assert found("vat-suspect", priced("72.79", time="2023", row="years = { 2024 = 5, 2025 = 5 }"))


# the years of a share -------------------------------------------------------------------------------------------------
def test_the_years_of_a_share_are_compared_with_the_share() -> None:
    period = "period = { start = 2024-01-01, end = 2025-12-31 }\n"
    pair = PAIR.replace("[[partner]]", period + "[[partner]]", 1)
    years = (
        '[[share]]\npartner = "town"\ncosts = {}\nyears = {{ 2024 = {{ costs = 200 }}, 2025 = {{ costs = 200 }} }}\n'
    )
    assert paths("years-total", pair + years.format(400)) == []
    assert paths("years-total", pair + years.format(300)) == ["share.town.years"]
    assert paths("years-total", pair + years.format(500)) == ["share.town.years"]
    assert paths("rounded-parts", pair + years.format(401)) == ["share.town.years"]
    assert paths("years-total", pair + years.format(500).replace(", 2025 = { costs = 200 }", "")) == []


def test_the_last_year_of_a_share_takes_the_difference() -> None:
    share = (
        '[[share]]\npartner = "town"\nsupport = 300\nyears = { 2024 = { support = 200 }, 2025 = { support = 200 } }\n'
    )
    session = Session.from_bytes((PAIR + share).encode(), today=TODAY)
    fix, *_ = next(one.fixes for one in session.findings() if one.check == "years-total")
    assert "2025 = { support = 100 }" in session.preview(fix.change).document.text
