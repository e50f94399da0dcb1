"""The pages Years and File, the ledger and the dialogs of blocks are exactly as wide as the window."""

from pathlib import Path

import pytest

from tests.tui.person import at, copied
from tests.tui.test_many import BLOCK, paste
from tests.tui.widgets_stage import width

WALK = ("g 5", "E", "g 6", "down enter", "escape", "slash", "escape", "g 2", "shift+down", "F", "escape", "escape", "S")


@pytest.mark.parametrize(
    ("lang", "size"),
    [
        ("en", (160, 48)),
        ("fi", (80, 24)),
        ("sv", (80, 24)),
        pytest.param("en", (80, 24), marks=pytest.mark.long),
        pytest.param("fi", (160, 48), marks=pytest.mark.long),
        pytest.param("sv", (160, 48), marks=pytest.mark.long),
    ],
)
async def test_every_line_is_as_wide_as_the_window(lang: str, size: tuple[int, int], tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=size, lang=lang) as person:
        for keys in WALK:
            await person.press(*keys.split())
            assert {width(line) for line in person.lines()} == {size[0]}, keys
        await paste(person, BLOCK)
        assert {width(line) for line in person.lines()} == {size[0]}
        assert len(person.lines()) == size[1]


@pytest.mark.parametrize("lang", ["en", "fi", "sv"])
@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_the_ledger_is_as_wide_as_the_window(size: tuple[int, int], lang: str, tmp_path: Path) -> None:
    for name in ("dot.toml", "hot.toml"):
        copied(name, tmp_path)
    async with at(tmp_path, size=size, lang=lang) as person:
        await person.press("g", "2", "down")
        assert {width(line) for line in person.lines()} == {size[0]}
        assert len(person.lines()) == size[1]
