"""Rows of funding pasted on the page Funding: shown as they were understood, then written as one step."""

from pathlib import Path

import pytest

from budjettitui.words import LANGUAGES
from tests.tui.person import at, copied
from tests.tui.test_many import paste

TABLE = (
    "Rahoituslaji\tMaksaja\tSaaja\tSumma\t2026\t2027\r"
    "Omarahoitus\tHelsingin kaupunki\t\t30 000,00\t10 000\t20 000\r"
    "Kuntarahoitus\thelsinki\tForum Virium Helsinki Oy\t1 750,00\t\t1 750\r"
    "Rahoitus yhteensä\t\t\t31 750,00\t10 000\t21 750\r"
)


async def test_a_table_of_funding_becomes_rows_in_one_step_with_what_it_would_bring_seen_before(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    old = path.read_bytes()
    async with at(path, size=(120, 40)) as person:
        await person.press("g", "3", "end", "down")
        await paste(person, TABLE)
        text = person.text()
        assert "Paste 2 rows, 31 750,00" in text
        assert "Forum Virium Hel" in text
        assert "Line 4 left out as a total: Rahoitus yhteensä" in text
        assert "years 2026  years 2027" in text
        assert "20 000,00" in text
        assert "if so" in text
        assert path.read_bytes() == old == person.session.state.document.to_bytes()
        await person.press("enter")
        assert "Pasted 2 rows of funding, 31 750,00" in person.text()
        assert len(person.session.history.steps) == 1
        new = [row for row in person.session.state.budget.funding if row.years]
        assert [(row.kind, row.payer, row.recipient) for row in new] == [
            ("own", "helsinki", None), ("municipal", "helsinki", "fvh")]  # fmt: skip
        await person.press("u")
        assert person.session.state.document.to_bytes() == old


async def test_rows_that_name_no_kind_are_pasted_as_the_kind_that_one_chooses(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=(100, 30)) as person:
        await person.press("g", "3")
        count = len(person.session.state.budget.funding)
        await paste(person, "Säätiö\t5 000,00\rPankki\t7 000,00\r")
        assert "2 rows name no kind of funding known here" in person.text()
        await person.write("5")
        await person.press("enter")
        assert [row.kind for row in person.session.state.budget.funding].count("private") == 2
        assert len(person.session.state.budget.funding) == count + 2


async def test_the_kind_of_the_row_under_the_cursor_is_offered_first_for_rows_that_name_none(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=(100, 30)) as person:
        await person.press("g", "3")
        while (person.screen.view.at or ())[:2] != ("funding", 2):
            await person.press("down")
        before = [row.kind for row in person.session.state.budget.funding]
        await paste(person, "Säätiö\t5 000,00\rPankki\t7 000,00\r")
        await person.press("enter")
        assert [row.kind for row in person.session.state.budget.funding] == [*before, "municipal", "municipal"]


async def test_a_column_of_amounts_goes_over_the_cells_and_a_recipient_that_is_no_partner_stops_it(
    tmp_path: Path,
) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "3", "down", "end")
        while "own-employment" not in str(person.view.at) and person.view.at != ("funding", 0, "amount"):
            await person.press("down")
        await paste(person, "1 000,00\r2 000,50\r")
        assert "Paste over 2 cells from here on" in person.text()
        await person.press("escape")
        await paste(person, "Kind\tRecipient\tAmount\rown\tNobody\t5,00\r")
        assert 'line 2 has "Nobody"' in person.text()
        assert not person.session.dirty


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_dialog_fits_a_window_of_60_by_20(tmp_path: Path, lang: str) -> None:
    async with at(copied("hot.toml", tmp_path), size=(60, 20), lang=lang) as person:
        await person.press("g", "3")
        await paste(person, TABLE)
        assert "31 750,00" in person.text()
        await person.press("enter")
        assert len(person.session.history.steps) == 1


async def test_rows_without_words_of_their_own_are_called_by_their_kind_and_payer(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=(120, 40)) as person:
        await person.press("g", "3")
        await paste(person, "Kind\tPayer\tAmount\rprivate\tThe bank\t500,00\r")
        await person.press("enter", "g", "5")
        assert "private funding, The bank" in person.text()
