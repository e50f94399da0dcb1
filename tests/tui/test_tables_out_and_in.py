"""Export and import in the screen: a file beside the budget, and rows of a file shown before they are written."""

from pathlib import Path

import pytest

from budjettitui.words import LANGUAGES
from tests.exchange.books import book, number, row, said
from tests.tui.person import Person, at, copied

ROWS = (row(said("Kululaji"), said("Kuvaus"), said("Summa")) + row(said("services"), said("Tulkkaus"), number("5.5"))
        + row(said("services"), said("Painatus"), number("6")))  # fmt: skip


async def command(person: Person, name: str) -> None:
    """Choose a command by its name in the palette."""
    await person.press("colon")
    await person.write(name)
    await person.press("enter")


async def test_an_export_goes_beside_the_budget_and_says_where(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path, size=(120, 30)) as person:
        await command(person, "export")
        text = person.text()
        assert "A workbook: hot.xlsx" in text
        assert "Cost lines, Funding, Partners, Who pays whom, Budget items and Project" in text
        await person.press("enter")
        assert "Written: " in person.text()
        assert (tmp_path / "hot.xlsx").read_bytes()[:2] == b"PK"
        assert not person.session.dirty


async def test_a_file_that_is_there_is_replaced_only_when_one_says_so(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    (tmp_path / "hot.csv").write_text("mine", encoding="utf-8")
    async with at(path) as person:
        await command(person, "export")
        await person.press("2", "enter")
        assert "hot.csv is there already" in person.text()
        await person.press("enter")
        assert "hot.csv stays as it is" in person.text()
        assert (tmp_path / "hot.csv").read_text(encoding="utf-8") == "mine"
        await command(person, "export")
        await person.press("2", "enter")
        await person.press("2", "enter")
        assert "Written: " in person.text()
        assert (tmp_path / "hot.csv").read_text(encoding="utf-8-sig").startswith('"Cost category"')


async def test_what_is_exported_is_what_stands_on_the_screen(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end", "7", "enter")
        assert person.session.dirty
        await command(person, "export")
        await person.press("2", "enter")
        assert ",7.00" in (tmp_path / "hyva-alku.csv").read_text(encoding="utf-8-sig")


async def test_a_budget_that_is_only_looked_at_is_exported_too(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), read_only=True) as person:
        await command(person, "export")
        await person.press("3", "enter")
        assert (tmp_path / "hot.md").exists()
        await command(person, "import")
        assert "read-only" in person.text()


async def test_rows_of_a_workbook_are_shown_and_written_as_one_step(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    old = path.read_bytes()
    (tmp_path / "t.xlsx").write_bytes(book(ROWS))
    async with at(path, size=(110, 36)) as person:
        await command(person, "import")
        assert "They become cost lines" in person.text()
        assert "Enter show the lines" in person.text()
        await person.write("t.xlsx")
        await person.press("enter")
        text = person.text()
        assert "Import from t.xlsx" in text
        assert "Import 2 rows, 11,50" in text
        assert "if so" in text
        assert person.session.state.document.to_bytes() == old
        await person.press("enter")
        assert [str(line.amount.value) for line in person.session.state.budget.costs[-2:] if line.amount] == [
            "5.50",
            "6",
        ]
        assert len(person.session.history.steps) == 1
        assert "Imported 2 lines, 11,50" in person.text()
        await person.press("u")
        assert person.session.state.document.to_bytes() == old


async def test_a_file_that_cannot_be_taken_is_asked_for_once_more_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("category;description;amount\nservices;A;1,234\n", encoding="utf-8")
    async with at(copied("hyva-alku.toml", tmp_path), size=(110, 30)) as person:
        await command(person, "import")
        await person.write("none.xlsx")
        await person.press("enter")
        assert "there is no such file" in person.text()
        await person.press("ctrl+u")
        await person.write("t.csv")
        await person.press("enter")
        assert "Line 2, column 3: 1,234 is not known here" in " ".join(person.text().split())
        await person.press("escape")
        assert not person.session.history.steps


async def test_funding_is_read_on_its_page(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text("Rahoituksen laji;Maksaja;Summa\nOmarahoitus;Kunta;5,00\n", encoding="utf-8")
    async with at(copied("hyva-alku.toml", tmp_path), size=(110, 30)) as person:
        await person.press("g", "3")
        await command(person, "import")
        await person.write("f.csv")
        await person.press("enter")
        await person.press("enter")
        last = person.session.state.budget.funding[-1]
        assert (last.kind, last.payer) == ("own", "Kunta")


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_questions_are_asked_in_every_language_in_a_small_window(lang: str, tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), lang=lang) as person:
        for name in ("export", "import"):
            await person.press("colon")
            await person.write("xlsx")
            await person.press(*(["down"] if name == "import" else []), "enter")
            assert "table." not in person.text()
            await person.press("escape")
