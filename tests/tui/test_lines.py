"""Every line is exactly as wide as the window, on every page, in every language; nothing is lost without colour."""

import unicodedata
from pathlib import Path

import pytest

from tests.tui.person import at, copied
from tests.tui.widgets_stage import width

SIZES = [(80, 23), (80, 24), (120, 36), (160, 48)]
NAMES = ["hot.toml", "lahetko.toml", "dot.toml"]
AMBIGUOUS = set("─│┌┐└┘├┤┬┴┼…–—§’")
WALK = ("g 1", "g 2", "g 3", "g 4", "f", "escape", "w", "escape", "m", "escape", "question_mark", "escape",
        "g 2", "a", "escape", "g 2 end 5", "escape", "g", "escape", "colon", "escape")  # fmt: skip


IN_TURN = (("hot.toml", "en"), ("hyva-alku.toml", "fi"), ("soku.toml", "sv"))


@pytest.mark.parametrize(
    ("name", "lang", "size"),
    [
        pytest.param(name, lang, size, marks=[] if number % 3 == which else [pytest.mark.long])
        for number, size in enumerate(SIZES)
        for which, (name, lang) in enumerate(IN_TURN)
    ],
)
async def test_every_line_is_as_wide_as_the_window(name: str, lang: str, size: tuple[int, int], tmp_path: Path) -> None:
    async with at(copied(name, tmp_path), size=size, lang=lang) as person:
        for keys in WALK:
            await person.press(*keys.split())
            lines = person.lines()
            assert len(lines) == size[1]
            assert {width(line) for line in lines} == {size[0]}, keys
            odd = {sign for line in lines for sign in line if unicodedata.east_asian_width(sign) == "A"} - AMBIGUOUS
            assert not odd - set("§ÄÖÅ×"), (keys, odd)


@pytest.mark.parametrize("name", [NAMES[0], *(pytest.param(name, marks=pytest.mark.long) for name in NAMES[1:])])
async def test_ascii_draws_with_plain_signs_alone(name: str, tmp_path: Path) -> None:
    async with at(copied(name, tmp_path), ascii=True) as person:
        for keys in WALK:
            await person.press(*keys.split())
            drawn = {sign for line in person.lines() for sign in line if not sign.isascii() and not sign.isalpha()}
            assert not drawn - {"\u00a0", "§", "–", "—", "…", "’"}, keys


@pytest.mark.parametrize(
    "size",
    [(60, 15), (80, 19), pytest.param((109, 24), marks=pytest.mark.long), (110, 24),
     pytest.param((200, 60), marks=pytest.mark.long)],
)  # fmt: skip
async def test_other_windows_hold_too(size: tuple[int, int], tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=size) as person:
        for keys in WALK:
            await person.press(*keys.split())
            assert {width(line) for line in person.lines()} == {size[0]}, keys
            assert len(person.lines()) == size[1]
        for kept in ("550 000,00", "548 250,00", "1 750,00", "412 500,00", "75,00 %"):
            assert kept in person.text()


PARTS = {
    "second line of the strip": "has 73 250,00)",
    "bar": "at the ceiling",
    "first line of the strip": "Finding 1 of 4",
    "heads": "Funding         Missing",
    "figures": "548 250,00    ✗",
    "keys": "Enter ",
}
"""What is given up as the window gets lower, in this order; the last two never."""


@pytest.mark.parametrize(("height", "gone"), [(24, 0), (23, 0), (20, 0), (19, 1), (18, 2), (17, 3), (16, 4), (15, 4)])
async def test_a_lower_window_gives_its_lines_up_in_this_order(height: int, gone: int, tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=(80, height)) as person:
        await person.press("g", "2")
        assert [name for name, text in PARTS.items() if text not in person.text()] == list(PARTS)[:gone]
        await person.press("g", "3", "down", "down", "end")
        await person.write("70")
        assert "if so" in person.text()


async def test_below_the_least_size_one_line_says_so_and_all_is_kept(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end", "5", "5")
        await person.pilot.resize_terminal(52, 14)
        await person.rest()
        assert "60x15 at least, now 52x14" in person.text()
        await person.pilot.resize_terminal(80, 24)
        await person.rest()
        assert person.view.typing is not None
        assert person.view.typing.text == "55"


async def test_the_balance_stands_under_every_page_and_dialog(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        for keys in WALK:
            await person.press(*keys.split())
            assert "550 000,00~   548 250,00" in person.lines()[-3].replace("\u00a0", " "), keys


async def test_findings_and_their_signs_are_said_without_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        coloured = person.lines()
    monkeypatch.setenv("NO_COLOR", "1")
    async with at(path) as person:
        assert person.lines() == coloured
