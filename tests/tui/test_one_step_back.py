"""Esc goes one step back wherever one is, and Tab leads from the findings to the table."""

from pathlib import Path

import pytest

from tests.tui.person import at, copied


async def test_esc_shows_the_rows_that_a_filter_has_hidden_and_then_has_nothing_to_leave(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await person.press("g", "2", "F")
        await person.write("tilintarkastus")
        await person.press("enter")
        assert "1 of 6 lines shown" in person.text()
        await person.press("escape")
        assert "All lines shown: 6" in person.text()
        assert "Tulkkaus" in person.text()
        await person.press("escape")
        assert "Nothing to leave" in person.text()
        assert not person.session.dirty


async def test_esc_shows_all_also_where_the_filter_left_no_row(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "F")
        await person.write("zzz")
        await person.press("enter", "escape")
        assert "Tulkkaus" in person.text()


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
@pytest.mark.parametrize("key", ["tab", "shift+tab"])
async def test_tab_in_the_findings_leads_back_to_the_cell_one_came_from(
    key: str, size: tuple[int, int], tmp_path: Path
) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=size) as person:
        await person.press("g", "2", "down", "end")
        before = person.view.at
        await person.press("f")
        assert person.view.listing
        await person.press(key)
        assert not person.view.listing
        assert person.view.at == before
        await person.press("tab")
        assert person.view.at != before
