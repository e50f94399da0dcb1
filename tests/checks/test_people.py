"""People's time: hours, months and parts of it, one within and one beyond."""

import pytest

from tests.checks.rulebook import found, line, paths, project, said

YEAR = "period = { start = 2025-01-01, end = 2025-12-31 }\n"
ESR = project("fi-esrplus-2021", "flat-40", YEAR)


def work(person: str, quantity: str, unit: str, allocation: str = "", more: str = "") -> str:
    part = f"allocation = {allocation}\n" if allocation else ""
    named = f'person = "{person}"\n' if person else ""
    return line("personnel", "10_000", f'{named}quantity = {quantity}\nunit = "{unit}"\n{part}{more}')


@pytest.mark.parametrize(("second", "there"), [("720", False), ("721", True)])
def test_hours_of_a_person_are_added_up(second: str, there: bool) -> None:
    text = ESR + work("Minna Canth", "1_000", "h") + work("minna  canth", second, "tuntia")
    assert bool(found("hours-max", text)) is there


def test_hours_go_by_the_months_of_the_period() -> None:
    half = project("fi-esrplus-2021", "flat-40", "period = { start = 2025-01-01, end = 2025-06-30 }\n")
    assert said("hours-max", half + work("Minna", "861", "h")) == [("person.Minna", "error", "860", "861")]
    assert found("hours-max", project("fi-esrplus-2021", "flat-40") + work("Minna", "9_000", "h")) == []


@pytest.mark.parametrize(("second", "there"), [("40", False), ("40.01", True)])
def test_months_of_a_person_are_counted_at_their_part(second: str, there: bool) -> None:
    text = ESR + work("Minna", "12", "kk", "60") + work("Minna", "12", "kk", second)
    assert bool(found("overbooked", text)) is there
    assert bool(found("double-funding", text)) is there


def test_being_overbooked_follows_from_being_charged_twice() -> None:
    text = ESR + work("Minna", "12", "kk", "60") + work("Minna", "12", "kk", "60")
    cause = found("overbooked", text)[0].cause
    assert cause is not None
    assert cause.check == "double-funding"
    assert said("double-funding", text) == [("person.Minna", "error", "100", "120.000000")]


def test_lines_that_may_follow_each_other_are_let_be() -> None:
    assert found("double-funding", ESR + work("Minna", "6", "kk", "100") + work("Minna", "6", "kk", "100")) == []
    by_year = line("personnel", "1", 'person = "M"\nallocation = 80\nyears = { 2025 = 1 }\n')
    text = project("generic", more="") + by_year + by_year.replace("2025", "2026")
    assert found("double-funding", text) == []
    assert paths("double-funding", text + by_year) == ["person.M"]


def test_a_person_of_parts_alone_is_charged_beyond_the_whole() -> None:
    part = line("personnel", "1", 'person = "M"\nallocation = 60\n')
    assert paths("double-funding", project("generic") + part + part) == ["person.M"]
    assert paths("double-funding", project("generic") + part + part.replace("60", "40")) == []


def test_one_cost_is_charged_beyond_the_whole_where_it_surely_is_one() -> None:
    cost = 'description = "Laptop"\nquantity = 1\nunit_price = 1_000\nallocation = 60\ndate = 2025-03-01\n'
    assert paths("double-funding", project("generic") + 2 * line("equipment", "600", cost)) == ["cost[2]"]
    undated = cost.replace("date = 2025-03-01\n", "")
    assert paths("double-funding", project("generic") + 2 * line("equipment", "600", undated)) == []


@pytest.mark.parametrize(
    ("person", "unit", "months", "there"),
    [
        ("", "kk", "12", False),
        ("", "kk", "12.1", True),
        ("", "htkk", "24", False),
        ("Minna", "htkk", "12.5", True),
        ("", "h", "150", False),
    ],
)
def test_a_line_has_no_more_months_than_the_project(person: str, unit: str, months: str, there: bool) -> None:
    assert bool(found("person-months", ESR + work(person, months, unit))) is there


@pytest.mark.parametrize(
    ("part", "severity"), [("20", []), ("19.99", ["warning"]), ("10", ["warning"]), ("9.99", ["error"])]
)
def test_a_part_of_working_time_has_a_least_and_a_floor(part: str, severity: list[str]) -> None:
    assert [one.severity.word for one in found("part-time-share", ESR + work("Minna", "12", "kk", part))] == severity


def test_parts_of_one_person_are_added_up() -> None:
    assert found("part-time-share", ESR + work("Minna", "12", "kk", "12") + work("Minna", "12", "kk", "8")) == []
    assert paths("part-time-share", ESR + work("", "12", "kk", "12")) == ["cost[1]"]


def test_nothing_is_said_of_people_without_a_cost_model() -> None:
    text = project("fi-esrplus-2021", "", YEAR) + work("Minna", "20", "kk", "5") + work("Minna", "9_000", "h")
    names = ("hours-max", "overbooked", "person-months", "part-time-share")
    assert [one.check for name in names for one in found(name, text)] == []


@pytest.mark.parametrize(
    ("category", "description", "twice"),
    [
        ("side-costs", "Of the salary", False),
        ("travel", "Trips", False),
        ("personnel", "Sivukulut", False),
        ("personnel", "Lönebikostnader, Minna", False),
        ("personnel", "Holiday bonus", False),
        ("personnel", "Evaluation", True),
        ("services", "Training", True),
    ],
)
def test_side_costs_and_trips_of_a_person_are_no_second_time_of_it(
    category: str, description: str, twice: bool
) -> None:
    months = 'person = "Minna Canth"\nquantity = 12\nunit = "kk"\nunit_price = 100\n'
    text = project("generic", "", YEAR) + work("Minna Canth", "12", "kk")
    second = f'[[cost]]\ncategory = "{category}"\ndescription = "{description}"\n{months}'
    assert bool(found("double-funding", text + second)) is twice
