"""The list under a cell: found by any of its names, and one sees by which; how many begin so, how many have it within."""

from pathlib import Path

import pytest

from budjettitui.tui.screens.chooser import Chooser
from tests.tui.person import Person, at, copied

NEW_LINE = ("g", "2", "G", "up", "a")


def _box(person: Person) -> list[str]:
    """The lines of the list, from its head to its foot."""
    lines = person.text().splitlines()
    top = next(number for number, line in enumerate(lines) if "┌─ " in line)
    end = next(number for number, line in enumerate(lines) if number > top and "└─" in line)
    return lines[top : end + 1]


async def test_the_head_counts_those_that_begin_with_it_and_those_that_have_it_inside(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press(*NEW_LINE)
        assert "┌─ category ─" in person.text()
        await person.write("o")
        assert "┌─ category: o    2 begin with it, 3 have it inside ─" in person.text()
        assert "▸other      Other costs        (Muut kulut)" in person.text()
        assert "overhead   Overhead           (Yleiskustannus)" in person.text()
        await person.write("th")
        assert "┌─ category: oth    1 begins with it ─┐" in person.text()
        assert "Esc no line" in person.text()


@pytest.mark.parametrize(
    ("lang", "typed", "word", "name"),
    [
        ("en", "lokal", "premises", "(Lokalkostnader)"),
        ("fi", "lokal", "premises", "(Lokalkostnader)"),
        ("sv", "toimi", "premises", "(Toimitilakulut)"),
        ("fi", "externa", "services", "(Externa tjänster)"),
        ("sv", "premi", "premises", "(Toimitilakulut)"),
        ("en", "HENKIL", "personnel", "(Henkilöstökulut)"),
    ],
)
async def test_a_word_found_in_another_language_shows_the_name_that_it_was_found_by(
    tmp_path: Path, lang: str, typed: str, word: str, name: str
) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), lang=lang) as person:
        await person.press(*NEW_LINE)
        await person.write(typed.lower())
        found = next(line for line in person.text().splitlines() if f"▸{word}" in line)
        assert name in found
        await person.press("enter")
        assert person.view.draft is not None
        assert person.view.draft.cells["category"] == word


async def test_what_was_typed_is_marked_where_it_was_found(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press(*NEW_LINE)
        await person.write("kulu")
        drawn = person.screen.query_one(Chooser).lines_drawn
        marked = [(piece.text, piece.role) for line in drawn[1:-1] for piece in line if piece.text.lower() == "kulu"]
        assert marked == [("kulu", "selected"), *[("kulu", "strong")] * 3]


@pytest.mark.parametrize("size", [(60, 20), (60, 15), (80, 24), (160, 48)])
async def test_all_of_the_list_stands_within_the_window(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=size, lang="sv") as person:
        await person.press(*NEW_LINE)
        await person.write("os")
        assert "Person" in _box(person)[1]
        assert "─┘" in _box(person)[-1]
        await person.press("down")
        here = [line for line in _box(person) if "▸" in line]
        assert len(here) == 1


async def test_of_two_partners_the_list_says_their_names_and_no_others(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "3", "G", "up", "right", "right", "enter")
        await person.write("for")
        assert "│ ▸fvh  Forum Virium Helsinki Oy   │" in person.text()
