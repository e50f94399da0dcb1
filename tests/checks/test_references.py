"""Names in one row that must be found in another, and places that waivers and notes point at."""

import pytest

from .judging import PAIR, START, found, paths

WAIVER = '[[waiver]]\ncheck = "self-financing-missing"\nreason = "x"\nat = '
NOTE = '[[note]]\ntext = "x"\nat = '

ROWS = (
    PAIR
    + """
[stated]
costs = 5
[[share]]
partner = "town"
costs = 5
[[cost]]
id = "hall"
category = "rents"
description = "Hall"
person = "Hall keeper"
work_package = "wp1"
amount = 1
[[cost]]
id = "a.b"
category = "other"
description = "Other"
amount = 1
[[funding]]
kind = "support"
fund = "esf"
budget_item = "1 50 04"
amount = 1
[[appropriation]]
budget_item = "1.2"
"""
)

THERE = [
    "file",
    "project",
    "project.period",
    "call",
    "call.support_rate_max",
    "declared.income",
    "stated",
    "stated.costs",
    "partner.town",
    "partner.town.iban",
    "share.town.costs",
    "cost.hall",
    "cost.hall.years.2025",
    'cost."a.b"',
    'cost."a.b".amount',
    "cost[1]",
    "cost[2].amount",
    "funding[1]",
    "appropriation[1]",
    "category.rents",
    "category.anything",
    "year.2031",
    "work_package.wp1",
    "fund.esf",
    "budget_item.1 50 04",
    'budget_item."1.2"',
    "person.Hall keeper",
]

NOT_THERE = [
    "",
    "nobody",
    "partner",
    "partner.nobody",
    "partner.town.ibann",
    "share.village",
    "cost[0]",
    "cost[3]",
    "cost.a.b",
    "cost.hall.amuont",
    "funding.own",
    "year.31",
    "work_package.wp2",
    "fund.erdf",
    "budget_item.1 50 05",
    "person.Nobody",
    "stated[2].costs",
    "project.nam",
    "file.x",
    "cost.hall.",
    "cost..hall",
    "[1]",
    "cost.[1]x",
]


def quoted(at: str) -> str:
    return "'" + at + "'"


@pytest.mark.parametrize("at", THERE)
def test_a_place_that_is_there(at: str) -> None:
    assert paths("unknown-reference", ROWS + NOTE + quoted(at) + "\n") == []


@pytest.mark.parametrize("at", NOT_THERE)
def test_a_place_that_is_not_there(at: str) -> None:
    expected = [] if at == "" else ["note[1].at"]
    assert paths("unknown-reference", ROWS + NOTE + quoted(at) + "\n") == expected


def test_a_waiver_that_points_nowhere_is_told_once() -> None:
    text = ROWS + WAIVER + "'partner.vilage'\n"
    assert [one.values["nearest"] for one in found("unknown-reference", text)] == ["partner.village"]
    assert found("waiver-unused", text) == []


def test_a_waiver_of_a_check_that_is_not_is_told_once() -> None:
    text = START + '[[waiver]]\ncheck = "rate-exceded"\nreason = "x"\nat = "project"\n'
    assert [(one.path, one.values["nearest"]) for one in found("unknown-reference", text)] == [
        ("waiver[1].check", "rate-exceeded")
    ]
    assert found("waiver-unused", text) == []


def test_a_waiver_may_name_any_check() -> None:
    text = START + '[[waiver]]\ncheck = "flat-amount"\nreason = "x"\nat = "project"\n'
    assert paths("unknown-reference", text) == []


@pytest.mark.parametrize(
    ("row", "path"),
    [
        ('[[cost]]\ncategory = "x"\ndescription = "y"\namount = 1\npartner = "vilage"\n', "cost[1].partner"),
        ('[[income]]\namount = 1\npartner = "vilage"\n', "income[1].partner"),
        ('[[share]]\npartner = "vilage"\ncosts = 1\n', "share.vilage.partner"),
        ('[[funding]]\nkind = "own"\nrecipient = "vilage"\namount = 1\n', "funding[1].recipient"),
        ('[[appropriation]]\nbudget_item = "1"\ncovers = ["town", "vilage"]\n', "appropriation[1].covers"),
        ('[stated]\nof = "partner.vilage"\ncosts = 1\n', "stated.of"),
        ('[[stated]]\nof = "partners"\ncosts = 1\n', "stated[1].of"),
        ('[stated]\nof = "year.first"\ncosts = 1\n', "stated.of"),
    ],
)
def test_a_partner_that_is_not_there(row: str, path: str) -> None:
    assert paths("unknown-reference", PAIR + row) == [path]


@pytest.mark.parametrize(
    "row",
    [
        '[[funding]]\nkind = "municipal"\npayer = "The town of Nowhere"\nrecipient = "village"\namount = 1\n',
        '[[appropriation]]\nbudget_item = "1"\ncovers = ["project", "town", "own"]\n'
        '[[funding]]\nid = "own"\nkind = "own"\namount = 1\n',
        '[stated]\nof = "partner.town"\ncosts = 1\n',
        '[stated]\nof = "work_package.wp9"\ncosts = 1\n',
        '[stated]\nof = "category.rents"\ncosts = 1\n',
        '[stated]\nof = "year.2030"\ncosts = 1\n',
    ],
)
def test_what_may_be_named(row: str) -> None:
    assert paths("unknown-reference", PAIR + row) == []


def test_a_budget_without_partners_names_none() -> None:
    row = '[[cost]]\ncategory = "x"\ndescription = "y"\namount = 1\n'
    assert paths("unknown-reference", START + row + 'partner = "town"\n') == ["cost[1].partner"]
    assert paths("unknown-reference", START + row) == []


@pytest.mark.parametrize("partner", ["id = 5", "idd = 'vilage'", 'id = " "'])
def test_where_a_partners_id_could_not_be_read_nobody_can_say_who_is_missing(partner: str) -> None:
    text = (
        PAIR + f'[[partner]]\n{partner}\n[[cost]]\ncategory = "x"\ndescription = "y"\namount = 1\npartner = "third"\n'
    )
    assert paths("unknown-reference", text) == []


def test_where_a_row_could_not_be_read_no_place_in_its_table_is_missing() -> None:
    assert paths("unknown-reference", START + "cost = 5\n".join(["", ""]) + NOTE + "'cost.hall'\n") == ["note[1].at"]
    assert paths("unknown-reference", "cost = 5\n" + START + NOTE + "'cost.hall'\n") == []
