"""People and costs in several files of one run: what is surely charged twice is found, and nothing else."""

import pytest

from budjettitui.checks.across.names import somebody
from budjettitui.checks.files import neighbours
from budjettitui.findings import Finding, Severity
from budjettitui.session import Session
from tests.places import ROOT

from .judging import TODAY

START = 'schema = 1\n[project]\nname = "Courses"\n'
TOWN = '[[partner]]\nid = "a"\nname = "Town"\nbusiness_id = "0201256-6"\n'
OTHER = '[[partner]]\nid = "a"\nname = "Village"\n'


def file(period: str, *rows: str, head: str = "") -> str:
    begin, end = period.split("/")
    return START + head + f"period = {{ start = {begin}, end = {end} }}\n" + "".join(rows)


def work(more: str, person: str = "Minna Canth") -> str:
    return f'[[cost]]\ncategory = "personnel"\nperson = "{person}"\namount = 9_000\n{more}\n'


def bill(more: str = "", day: str = "2025-03-14", amount: str = "amount = 1_240.50", category: str = "services") -> str:
    return f'[[cost]]\ncategory = "{category}"\ndescription = "Audit"\ndate = {day}\n{amount}\n{more}\n'


def together(*texts: str) -> dict[str, list[Finding]]:
    """What is found of each file of a run, of the checks that look across files."""
    sessions = [
        Session.from_bytes(one.encode(), today=TODAY, label=f"{'abcdef'[n]}.toml") for n, one in enumerate(texts)
    ]
    for label, others in neighbours({one.label: one.state.case for one in sessions}):
        next(one for one in sessions if one.label == label).beside(others)
    looked = ("double-funding", "overbooked")
    return {one.label: [found for found in one.state.verdict() if found.check in looked] for one in sessions}


YEAR, NEXT, HALF = "2025-01-01/2025-12-31", "2026-01-01/2026-12-31", "2025-07-01/2026-06-30"


@pytest.mark.parametrize(
    ("one", "other", "percent"),
    [
        (file(YEAR, work("allocation = 50")), file(YEAR, work("allocation = 50")), None),
        (file(YEAR, work("allocation = 50")), file(YEAR, work("allocation = 50.01")), "100.010000"),
        (file(YEAR, work("allocation = 100")), file(NEXT, work("allocation = 100")), None),
        (file(YEAR, work("allocation = 80")), file(HALF, work("allocation = 30")), "110.000000"),
        (file(YEAR, work("allocation = 80")), file("2025-12-02/2026-03-31", work("allocation = 80")), None),
        (file(YEAR, work("allocation = 80")), file("2025-01-15/2025-02-14", work("allocation = 80")), None),
        (file(YEAR, work("allocation = 80")), START + work("allocation = 80"), None),
        (file(YEAR, work("allocation = 80")), file(YEAR, work("")), None),
        (file(YEAR, work('quantity = 6\nunit = "kk"')), file(YEAR, work('quantity = 6\nunit = "kk"')), None),
        (file(YEAR, work('quantity = 7\nunit = "kk"')), file(YEAR, work('quantity = 6\nunit = "kk"')), "108.333333"),
        (file(YEAR, work('quantity = 10\nunit = "kk"')), file(HALF, work('quantity = 12\nunit = "kk"')), "166.666667"),
        (file(YEAR, work('quantity = 6\nunit = "kk"')), file(HALF, work('quantity = 12\nunit = "kk"')), None),
        (file(YEAR, work("allocation = 80")), file(YEAR, work("allocation = 80\nyears = { 1999x = 1 }")), None),
        (file(YEAR, work("allocation = 80")), file(HALF, work("allocation = 80\nyears = { 2026 = 9_000 }")), None),
        (
            file(YEAR, work("allocation = 80")),
            file(HALF, work("allocation = 80\nyears = { 2025 = 9_000 }")),
            "160.000000",
        ),
        (file(YEAR, work('quantity = 900\nunit = "h"')), file(YEAR, work("allocation = 100")), None),
    ],
)
def test_only_months_that_are_surely_shared_are_charged_twice(one: str, other: str, percent: str | None) -> None:
    for found in together(one, other).values():
        assert [str(each.actual) for each in found] == ([] if percent is None else [percent])


def test_each_file_names_the_other_and_the_row_in_it() -> None:
    found = together(file(YEAR, bill(), work("allocation = 60")), file(YEAR, work('id = "coord"\nallocation = 60')))
    values = {label: [(one.path, one.line, one.values["other"]) for one in each] for label, each in found.items()}
    assert values == {
        "a.toml": [("person.Minna Canth", 15, ("b.toml cost.coord",))],
        "b.toml": [("person.Minna Canth", 10, ("a.toml cost[2]",))],
    }


def test_what_one_file_says_alone_is_not_said_again() -> None:
    found = together(file(YEAR, work("allocation = 60"), work("allocation = 60")), file(YEAR, work("allocation = 60")))
    assert {label: [(one.wording, str(one.actual)) for one in each] for label, each in found.items()} == {
        "a.toml": [("", "120")],
        "b.toml": [("beside", "160.000000")],
    }


def test_three_small_parts_may_be_more_than_the_whole() -> None:
    found = together(*[file(YEAR, work("allocation = 40"))] * 3)
    assert [len(each) for each in found.values()] == [1, 1, 1]
    assert found["a.toml"][0].values["other"] == ("b.toml cost[1]", "c.toml cost[1]")


def test_a_cancelled_project_and_another_version_of_the_same_charge_nothing() -> None:
    one = file(YEAR, work("allocation = 60"))
    assert not any(together(one, file(YEAR, work("allocation = 60"), head='stage = "cancelled"\n')).values())
    coded = file(YEAR, work("allocation = 60"), head='code = "S 1"\n')
    assert not any(together(coded, coded).values())
    assert all(together(coded, one).values())


@pytest.mark.parametrize(
    ("person", "there"),
    [
        ("Minna Canth", True),
        (" minna  CANTH ", True),
        ("Projektipäällikkö", False),
        ("Project manager", False),
        ("Senior researcher", False),
        ("Projektkoordinator", False),
        ("N.N.", False),
        ("MM", None),
        ("p1", None),
        ("Person 1", None),
        ("Henkilö", False),
        ("Uusi 1", False),
        ("Tutkija 2", False),
        ("rekrytoitava", False),
        ("Nguyễn Thị Minh", True),
    ],
)
def test_a_name_makes_a_person_a_sign_perhaps_and_a_job_does_not(person: str, there: bool | None) -> None:
    assert somebody(person) is there
    found = together(file(YEAR, work("allocation = 60", person)), file(YEAR, work("allocation = 60", person)))
    severity = {True: [Severity.ERROR], None: [Severity.WARNING], False: []}[there]
    assert [[one.severity for one in each] for each in found.values()] == [severity, severity]


def test_months_beyond_those_of_the_calendar_are_told_once() -> None:
    model = 'cost_model = "actual"\n'
    one = file(YEAR, work('quantity = 7\nunit = "kk"'), head=model)
    found = together(one, one)["a.toml"]
    assert [(each.check, each.cause is None, str(each.expected), str(each.actual)) for each in found] == [
        ("double-funding", True, "100", "116.666667"),
        ("overbooked", False, "12", "14"),
    ]
    free = file(YEAR, work('quantity = 7\nunit = "kk"'))
    assert [each.check for each in together(free, free)["a.toml"]] == ["double-funding"]


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        (TOWN + bill(), TOWN + bill(), Severity.ERROR),
        (TOWN + bill(), TOWN.replace("Town", "The Town") + bill(), Severity.ERROR),
        (TOWN + bill(), OTHER.replace("Village", "town ") + bill(), Severity.ERROR),
        (TOWN + bill(), OTHER + bill(), None),
        (TOWN + bill(), bill(), Severity.WARNING),
        (TOWN + bill(), TOWN + bill(day="2025-03-15"), None),
        (TOWN + bill(), TOWN + bill(amount="amount = 1_240.51"), None),
        (TOWN + bill(), TOWN + bill().replace("Audit", "Printing"), None),
        (TOWN + bill(category="travel"), TOWN + bill(category="travel"), None),
        (TOWN + bill(category="personnel"), TOWN + bill(category="personnel"), None),
        (TOWN + bill("allocation = 50"), TOWN + bill("allocation = 50"), None),
        (
            TOWN + bill("allocation = 50", amount="quantity = 1\nunit_price = 900"),
            TOWN + bill("allocation = 50", amount="quantity = 1\nunit_price = 900"),
            None,
        ),
        (
            TOWN + bill("allocation = 50", amount="quantity = 1\nunit_price = 900"),
            TOWN + bill(amount="amount = 900"),
            Severity.ERROR,
        ),
    ],
)
def test_a_cost_is_the_same_where_a_reviewer_would_agree(one: str, other: str, severity: Severity | None) -> None:
    for found in together(START + one, START + other).values():
        assert [each.severity for each in found] == ([] if severity is None else [severity])


def test_published_budgets_and_the_five_of_this_project_have_nobody_in_common() -> None:
    files = [*(ROOT / "budgets").glob("*.toml"), *(ROOT / "tests" / "public").glob("*.toml")]
    assert len(files) > 30
    cases = {str(one): Session.open(one, today=TODAY).state.case for one in files}
    assert list(neighbours(cases)) == []


# one appropriation in two files -------------------------------------------------------------------------------------
PAID = '[[funding]]\nkind = "municipal"\npayer = "Town"\nbudget_item = "1 50"\namount = 100\n'
ASIDE = '[[appropriation]]\npayer = "Town"\nbudget_item = "1 50"\nbasis = "net"\namount = 100\n'
LINE = '[[cost]]\ncategory = "services"\ndescription = "Courses"\namount = 100\n'
COUNTED = LINE + PAID + ASIDE


def shared(*texts: str) -> list[Severity]:
    """How gravely each file of a run is told that it counts on another's appropriation."""
    sessions = [Session.from_bytes(one.encode(), today=TODAY, label=str(n)) for n, one in enumerate(texts)]
    for label, others in neighbours({one.label: one.state.case for one in sessions}):
        sessions[int(label)].beside(others)
    return [
        found.severity for one in sessions for found in one.state.verdict() if found.check == "appropriation-shared"
    ]


def test_an_appropriation_is_the_same_by_the_calendar_years_that_the_projects_touch() -> None:
    whole, part = file("2025-01-01/2025-12-31", COUNTED), file("2025-03-01/2025-12-31", COUNTED)
    split = START + COUNTED + "years = { 2025 = 100 }\n"
    assert shared(whole, part) == shared(whole, split) == [Severity.ERROR, Severity.ERROR]
    assert shared(whole, file("2026-01-01/2026-12-31", COUNTED)) == []


def test_an_appropriation_of_no_known_year_in_two_files_is_a_question() -> None:
    assert shared(START + COUNTED, START + COUNTED) == [Severity.WARNING, Severity.WARNING]
    assert shared(START + COUNTED, file("2025-01-01/2025-12-31", COUNTED)) == []


def test_two_versions_of_one_project_share_their_appropriation_and_nothing_is_wrong() -> None:
    version = file("2025-01-01/2025-12-31", COUNTED, head='code = "R-1"\n')
    assert shared(version, version) == []
    assert shared(version, version.replace("R-1", "R-2")) == [Severity.ERROR, Severity.ERROR]
