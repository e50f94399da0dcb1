"""Dialogs in a window of 60 by 20: frames stay whole, and columns are not broken in the middle of what they say."""

from pathlib import Path

import pytest

from budjettitui.words import LANGUAGES
from tests.tui.person import Person, at, copied

SMALL = (60, 20)


def frame(person: Person) -> list[str]:
    """The lines of the dialog, from its upper to its lower edge."""
    lines = person.lines()
    top = next(number for number, line in enumerate(lines) if "┌" in line)
    left, right = lines[top].index("┌"), lines[top].rindex("┐")
    bottom = next(number for number, line in enumerate(lines) if number > top and line[left] == "└")
    for line in lines[top + 1 : bottom]:
        assert line[left] in "│├"
        assert line[right] in "│┤"
    return [line[left + 1 : right].replace("\u00a0", " ") for line in lines[top : bottom + 1]]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_long_value_of_a_fact_leaves_its_name_and_the_frame_whole(tmp_path: Path, lang: str) -> None:
    async with at(copied("hot.toml", tmp_path), size=SMALL, lang=lang) as person:
        await person.press("number_sign")
        name = {"en": "name of the project", "fi": "hankkeen nimi", "sv": "projektets namn"}[lang]
        assert any(name in line and "Hyvinvoinnista" in line for line in frame(person))


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_what_a_figure_rests_on_goes_on_below_its_label_and_is_not_broken_in_a_narrow_column(
    tmp_path: Path, lang: str
) -> None:
    async with at(copied("hot.toml", tmp_path), size=SMALL, lang=lang) as person:
        await person.press("w")
        assert any("HEL 2024-013129 § 63" in line for line in frame(person))


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_each_cost_model_has_one_line(tmp_path: Path, lang: str) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=SMALL, lang=lang) as person:
        await person.press("M", "home")
        lines = frame(person)
        first = next(number for number, line in enumerate(lines) if "flat-40" in line)
        assert "flat-7" in lines[first + 1]
