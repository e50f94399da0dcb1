"""Places as people write them: with letters of their own language, with blanks, by number, quoted where a dot asks it."""

import pytest

from budjettitui.findings import quoted
from budjettitui.places import parts_of

from .judging import judged, roots

LINE = '[[cost]]\nid = "{name}"\ncategory = "services"\ndescription = "Talks"\namount = 100\nyears = {{ 2022 = 900 }}\n'
WAIVER = '[[waiver]]\ncheck = "years-total"\nat = \'{at}\'\nreason = "The board knows."\n'


@pytest.mark.parametrize("name", ["päivä", "metsähallitus", "1 50 04", "a-b_c", "Åsa Ek", "hanke (2)", "1,5", "a/b"])
def test_a_name_without_a_dot_stands_bare(name: str) -> None:
    assert quoted(name) == name
    assert parts_of(f"cost.{quoted(name)}.amount") == ["cost", name, "amount"]


@pytest.mark.parametrize("name", ["a.b", "a[1]", 'the "hall"', " a", "", "back\\slash", "it's"])
def test_a_name_that_would_end_early_is_quoted_and_read_back(name: str) -> None:
    assert quoted(name) != name
    assert parts_of(f"cost.{quoted(name)}.amount") == ["cost", name, "amount"]


@pytest.mark.parametrize("at", ["cost.päivä.years", 'cost."päivä".years', "cost.päivä", "cost[1].years", "cost[1]"])
def test_a_waiver_accepts_however_its_place_is_written(at: str) -> None:
    assert roots(LINE.format(name="päivä") + WAIVER.format(at=at)) == []


@pytest.mark.parametrize("at", ["cost.paiva", "cost[2]", "cost.päivä.amount", "cost"])
def test_a_waiver_of_another_place_accepts_nothing(at: str) -> None:
    text = LINE.format(name="päivä") + WAIVER.format(at=at) + '[[cost]]\nid = "paiva"\ncategory = "rent"\namount = 1\n'
    assert ("years-total", "cost.päivä.years") in roots(text)


def test_the_path_of_a_finding_is_one_that_a_waiver_may_name() -> None:
    for name in ("päivä", "a b", "x.y"):
        found = next(one for one in judged(LINE.format(name=name)) if one.check == "years-total")
        assert roots(LINE.format(name=name) + WAIVER.format(at=found.path)) == []


def test_a_finding_of_a_row_names_the_partner_whose_row_it_is() -> None:
    rows = '[[cost]]\ncategory = "a"\namount = -5\n[[funding]]\nkind = "private"\npayer = "town"\namount = "7"\n'
    one, two = '[[partner]]\nid = "town"\n', '[[partner]]\nid = "club"\n'
    wrong = ("negative-amount", "amount-format")
    assert [found.partner for found in judged(one + rows) if found.check in wrong] == ["town", "town"]
    assert [found.partner for found in judged(one + two + rows) if found.check in wrong] == [None, "town"]
    assert [found.partner for found in judged(rows) if found.check in wrong] == [None, None]
