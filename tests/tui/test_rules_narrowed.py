"""Whose rules a new budget is made under: a list narrowed by typing, and a way back to it with the answers kept."""

from pathlib import Path

import pytest

from budjettitui.rules import loader
from budjettitui.tui.screens.palette import Palette
from budjettitui.tui.widgets.question import Question
from tests.tui.person import Person, at
from tests.tui.test_asked import TO_THE_QUESTIONS
from tests.tui.test_beginning import made


def palette(person: Person) -> Palette:
    """The list that stands."""
    found = person.app.screen
    assert isinstance(found, Palette)
    return found


def offered(person: Person) -> list[str]:
    """The ids that it offers, in their order."""
    return [one.name for one in palette(person).fitting]


async def test_all_rule_sets_are_offered_the_general_one_first_and_marked(tmp_path: Path) -> None:
    async with at(tmp_path) as person:
        await person.press("a")
        assert offered(person) == list(loader.shipped())
        assert offered(person)[0] == "generic"
        assert person.lines()[person.row("generic")].index("▸") < 10
        assert "✓" not in "".join(person.lines()[1:])
        line = person.lines()[-1]
        for key in ("type to narrow", "Enter choose", "Up Down", "PgUp PgDn", "Home End", "Esc"):
            assert key in line


@pytest.mark.parametrize(
    ("typed", "lang", "wanted"),
    [
        ("esr", "en", {"fi-esr-2014", "fi-esrplus-2021"}),
        ("esf+", "fi", {"fi-esrplus-2021"}),
        ("horizon", "fi", {"eu-horizon-2021"}),
        ("horisont", "en", {"eu-horizon-2021"}),
        ("elinvoimakeskus", "sv", {"fi-esrplus-2021", "fi-rural-2023"}),
        ("european commission", "fi", {"eu-horizon-2021", "eu-life-2021", "eu-erasmus-ka2-2021"}),
        ("landsbygd 2023", "en", {"fi-rural-2023"}),
        ("eu-amif", "sv", {"eu-amif-2021"}),
        ("säätiö", "en", {"generic"}),
    ],
)
async def test_letters_narrow_by_id_by_name_in_any_language_by_funder_and_by_fund(
    typed: str, lang: str, wanted: set[str], tmp_path: Path
) -> None:
    async with at(tmp_path, lang=lang) as person:
        await person.press("a")
        await person.write(typed)
        assert set(offered(person)) == wanted
        await person.press(*["backspace"] * len(typed))
        assert offered(person) == list(loader.shipped())


async def test_every_rule_set_is_found_by_words_of_its_own_in_each_language() -> None:
    for name in loader.shipped():
        rules = loader.load(name).rules
        assert rules is not None
        assert set(rules.found_by) == {"fi", "sv", "en"}, name
        assert all(rules.found_by.values())


@pytest.mark.parametrize(
    ("lang", "none", "nearest"),
    [
        (
            "en",
            "No rule set has these letters. Backspace takes one back",
            "No rule set has these letters. The nearest:",
        ),
        (
            "fi",
            "Missään sääntöjoukossa ei ole näitä kirjaimia.",
            "Missään sääntöjoukossa ei ole näitä kirjaimia. Lähimm",
        ),
        (
            "sv",
            "Ingen regeluppsättning har dessa bokstäver. Backsteg",
            "Ingen regeluppsättning har dessa bokstäver. De n",
        ),
    ],
)
async def test_where_none_fits_it_is_said_in_words_of_its_own(
    lang: str, none: str, nearest: str, tmp_path: Path
) -> None:
    async with at(tmp_path, lang=lang) as person:
        await person.press("a")
        await person.write("qqqqq")
        assert none in person.text()
        await person.press("enter")
        assert not palette(person).offered
        await person.press(*["backspace"] * 5)
        await person.write("horizno")
        assert nearest in person.text()
        assert palette(person).offered[0].name == "eu-horizon-2021"


async def test_far_keys_and_the_wheel_go_through_the_list(tmp_path: Path) -> None:
    async with at(tmp_path) as person:
        await person.press("a", "end")
        assert palette(person).marked == len(loader.shipped()) - 1
        await person.press("home")
        assert palette(person).marked == 0
        await person.press("pagedown")
        assert palette(person).marked > 5
        await person.press("pageup", "up")
        assert palette(person).marked == len(loader.shipped()) - 1
        await person.press("down")
        assert palette(person).marked == 0


async def test_esc_goes_back_to_the_rules_and_what_was_answered_stays(tmp_path: Path) -> None:
    async with at(tmp_path) as person:
        await person.press("a")
        await person.write("horizon")
        await person.press("enter")
        await person.write("hop")
        await person.press("tab")
        await person.write("A project")
        assert "Esc back to the rules" in person.lines()[-1]
        await person.press("escape")
        row = person.lines()[person.row("eu-horizon-2021")]
        assert "▸" in row
        assert "✓ Horizon Europe" in row
        assert palette(person).typed.text == "horizon"
        assert offered(person) == ["eu-horizon-2021"]
        await person.write("life")
        await person.press("enter")
        asked = person.app.screen
        assert isinstance(asked, Question)
        assert "under eu-life-2021" in person.text()
        assert asked.answers[:2] == ("hop", "A project")
        assert asked.at == 1
        await person.press("enter")
        assert person.session.state.budget.project.rules == "eu-life-2021"
        assert person.session.state.budget.project.name == "A project"


async def test_a_letter_taken_back_widens_what_was_typed_before_the_questions(tmp_path: Path) -> None:
    async with at(tmp_path) as person:
        await person.press("a")
        await person.write("esf+")
        await person.press("enter", "escape")
        assert offered(person) == ["fi-esrplus-2021"]
        await person.press("backspace")
        assert palette(person).typed.text == "esf"
        assert len(offered(person)) > 1


async def test_esc_from_the_rules_leaves_and_nothing_is_made(tmp_path: Path) -> None:
    async with at(tmp_path) as person:
        await person.press("a", "enter")
        await person.write("one")
        await person.press("escape", "escape")
        assert "Enter new budget" in person.lines()[-1]
        assert not list(tmp_path.iterdir())


async def test_in_an_open_budget_its_own_rules_have_the_sign(tmp_path: Path) -> None:
    async with at(made(tmp_path)) as person:
        await person.press(*TO_THE_QUESTIONS)
        assert "✓ ESF+" in person.lines()[person.row("fi-esrplus-2021")]
        await person.press("end")
        row = person.lines()[person.row("fi-esrplus-2021")]
        assert "✓ ESF+" in row
        assert "▸" not in row
        await person.write("generic")
        await person.press(*["backspace"] * 7)
        assert "▸✓ ESF+" in person.lines()[person.row("fi-esrplus-2021")]


async def test_rules_whose_name_has_the_typed_word_come_before_those_that_are_found_by_it(tmp_path: Path) -> None:
    async with at(tmp_path, lang="fi") as person:
        await person.press("a")
        await person.write("avustus")
        offered = [line for line in person.text().splitlines() if "│" in line and ("fi-" in line or "generic" in line)]
        assert "▸Opetushallituksen valtionavustus" in offered[0]
        assert "generic" in offered[-1]


async def test_of_two_programmes_that_fit_the_one_that_is_over_comes_last(tmp_path: Path) -> None:
    async with at(tmp_path, lang="fi") as person:
        await person.press("a")
        await person.write("esr")
        assert offered(person) == ["fi-esrplus-2021", "fi-esr-2014"]
        await person.write("-2014")
        assert offered(person) == ["fi-esr-2014"]
