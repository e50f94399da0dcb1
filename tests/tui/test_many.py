"""Several cells at once, blocks of a spreadsheet, copying out, and looking at rows in another way."""

from pathlib import Path

import pytest
from textual.events import Paste

from tests.tui.person import Person, at, copied

BLOCK = (
    "Henkilöstö\tUusi työntekijä\t11\tkk\t5.538,75\t100 %\t60 926,25\n"
    "Palvelut\tTulkkaus\t150\th\t71,92\t\t10 788,00\n"
    "Yhteensä\t\t\t\t\t\t71 714,25\n"
)


async def paste(person: Person, text: str) -> None:
    """The terminal's own paste on the table."""
    focused = person.app.screen.focused
    assert focused is not None
    focused.post_message(Paste(text))
    await person.rest()


def amounts(person: Person) -> list[str]:
    """The amounts of the cost lines as they are written."""
    return [str(row.amount.value) for row in person.session.state.budget.costs if row.amount is not None]


async def test_selected_amounts_are_raised_by_per_cent_in_one_step(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "2", "end", "shift+down", "shift+down")
        assert "3 x 1 cells: typing fills" in person.text()
        await person.press("plus")
        await person.write("3%")
        assert "if so" in person.text()
        await person.press("enter")
        assert amounts(person)[:4] == ["25101.59", "56104.00", "59404.24", "4000"]
        assert "Raised 3 amounts by 3 %: 136 514,40 -> 140 609,83" in person.text()
        assert len(person.session.history.steps) == 1
        await person.press("u")
        assert person.session.state.document.to_bytes() == before


async def test_what_is_typed_once_fills_the_selection(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end", "down", "down", "down", "v", "down")
        await person.write("2 500")
        await person.press("enter")
        assert amounts(person)[3:5] == ["2500", "2500"]
        assert "Filled 2 cells: 2 500" in person.text()
        assert len(person.session.history.steps) == 1


async def test_filling_down_copies_the_first_row(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "right", "right", "shift+down", "shift+down", "ctrl+d")
        shares = [str(row.allocation) for row in person.session.state.budget.costs[:3]]
        assert shares == ["40", "40", "40"]
        assert "Filled 2 cells down" in person.text()


async def test_selected_lines_are_deleted_as_one_step(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "2", "G", "up", "v", "up", "up", "d")
        assert "Deleted 3 lines, 15 788,00" in person.text()
        assert len(person.session.state.budget.costs) == 3
        await person.press("u")
        assert person.session.state.document.to_bytes() == before


async def test_a_block_is_shown_as_it_was_read_and_pasted_in_one_step(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "2", "G", "up")
        await paste(person, BLOCK)
        text = person.text()
        assert "2 rows, 7 columns, numbers as 1 234,56. Read as:" in text
        assert "Line 3 left out as a total: Yhteensä 71 714,25" in text
        assert "1 row stands in the budget already" in text
        assert "if 1    224 016,65" in text
        assert not person.session.dirty
        await person.press("2")
        assert "if 2    213 228,65" in person.text()
        await person.press("enter")
        row = person.session.state.budget.costs[6]
        assert (row.category, row.description, str(row.quantity), row.unit) == (
            "personnel",
            "Uusi työntekijä",
            "11",
            "kk",
        )
        assert len(person.session.history.steps) == 1
        await person.press("u")
        assert person.session.state.document.to_bytes() == before


async def test_what_is_in_doubt_is_said_and_a_category_that_is_unknown_is_pasted_as_it_is_written(
    tmp_path: Path,
) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "2")
        await paste(person, "services\tJotain\t1,234\nservices\tMuuta\t5\n")
        assert '? line 1: "1,234" is 1 234,00 or 1,234' in person.text()
        assert "Paste 2 rows, 1 239,00, numbers as 1,234.56" in person.text()
        await person.press("escape")
        await paste(person, "no such heading\tJotain\t5,50\nservices\tMuuta\t5,10\nservices\tTaas\t1,00\n")
        assert 'category not known to the rules: "no such heading"' in person.text()
        assert "1 row has a category not known to the rules: kept as written" in person.text()
        await person.press("enter")
        assert [one.category for one in person.session.state.budget.costs][1:3] == ["no such heading", "services"]
        assert person.checks().count("unknown-category") == 1
        await person.press("u")
        assert person.session.state.document.to_bytes() == before


async def test_a_column_that_is_not_taken_and_where_the_category_comes_from_are_said_before_anything_is_pasted(
    tmp_path: Path,
) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "G", "up")
        await paste(person, "Junaliput Tampereelle\tkesken\t5,00\nHotelliyöt Oulussa\tvalmis\t6,00\n")
        text = person.text()
        assert "Column 2 is not taken: kesken" in text
        assert "No column taken gives the category; as in the row above" in text
        assert not person.session.dirty


async def test_unknown_categories_of_a_column_without_a_head_are_taken_told_and_can_be_left_out(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path, size=(160, 48)) as person:
        await person.press("g", "2", "G", "up")
        await paste(person, "Henkilostokulu\tJunaliput\t5,00\nHenkilostokulu\tHotelliyöt\t6,00\n")
        text = person.text()
        assert text.count('category not known to the rules: "Henkilostokulu"; the nearest is personnel') == 1
        assert "Column 1 is taken as the category by its form: Henkilostokulu" in text
        assert "Paste 2 rows, 11,00, without column 1" in text
        await person.press("enter")
        assert [one.category for one in person.session.state.budget.costs][-2:] == ["Henkilostokulu"] * 2
        assert person.checks().count("unknown-category") == 2
        assert len(person.session.history.steps) == 1
        await person.press("m")
        assert "1 Make it personnel on all 2 lines with Henkilostokulu" in person.text()
        await person.press("1", "enter")
        assert "unknown-category" not in person.checks()
        await person.press("u", "u")
        assert person.session.state.document.to_bytes() == before
        await paste(person, "Henkilostokulu\tJunaliput\t5,00\nHenkilostokulu\tHotelliyöt\t6,00\n")
        await person.press("2", "enter")
        assert [one.category for one in person.session.state.budget.costs][-2:] == ["services"] * 2


async def test_rows_of_a_block_that_have_no_room_in_the_dialog_are_not_dropped_unsaid(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "G", "up")
        await paste(person, "".join(f"Matkat{n}\tJunaliput {n}\t{n},00\n" for n in range(1, 6)))
        assert "│ and 2 more " in person.text()


async def test_copying_says_how_and_a_second_time_writes_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BUDJETTITUI_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("PATH", str(tmp_path))
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end", "v", "down", "y")
        assert "Copied 2 x 1 cells (by the terminal, OSC 52" in person.text()
        assert person.app.clipboard == "24370,48\n54469,90"
        await person.press("y")
        assert (tmp_path / "state" / "copied.tsv").read_text(encoding="utf-8") == "24370,48\n54469,90\n"


async def test_a_page_that_is_copied_and_pasted_reads_as_the_same_lines(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "y", "p")
        assert "6 rows stand in the budget already" in person.text()


async def test_finding_filtering_and_sorting_change_nothing_in_the_file(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "2", "slash")
        await person.write("tulkk")
        await person.press("enter")
        assert person.view.at is not None
        assert person.view.at[:2] == ("cost", 5)
        await person.press("F")
        await person.write("tilin")
        await person.press("enter")
        assert "2 of 6 lines shown, the others are hidden" in person.text()
        assert "Tulkkaus" not in "\n".join(person.lines()[2:16])
        await person.press("home", "end", "up", "up")
        await person.write("7")
        await person.press("enter")
        assert amounts(person)[3] == "7"
        await person.press("u", "n", "n")
        assert "Tulkkaus" in "\n".join(person.lines()[2:16])
        await person.press("end", "S", "S")
        assert [line[14:24] for line in person.lines()[3:5]] == ["Hanketyönt", "Hanketyönt"]
        assert "Sorted by amount, the largest first" in person.text()
        assert person.session.state.document.to_bytes() == before


async def test_the_folder_is_sorted_and_a_promise_is_opened_at_its_place(tmp_path: Path) -> None:
    for name in ("dot.toml", "hot.toml", "hyva-alku.toml"):
        copied(name, tmp_path)
    async with at(tmp_path) as person:
        await person.press("right", "S")
        assert [line.split()[1] for line in person.lines()[3:6]] == ["hyva-alku.toml", "dot.toml", "hot.toml"]
        await person.press("g", "2")
        assert any(line.split()[-5:] == ["1", "50", "04", "2", "files"] for line in person.lines())
        await person.press("down", "down", "enter")
        await person.rest()
        assert person.view.label == "hot.toml"
        assert person.view.at is not None
        assert person.view.at[0] == "appropriation"


async def test_too_much_promised_stands_as_an_error_in_the_ledger(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("73_250, at_most = true } #", "83_250, at_most = true } #"), encoding="utf-8")
    async with at(tmp_path) as person:
        await person.press("g", "2")
        assert any(line[1] == "✗" and "−10 000,00" in line.replace("\u00a0", " ") for line in person.lines())


async def test_raising_several_amounts_tells_the_change_of_the_cell_that_is_typed_in(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end", "v", "down", "down")
        await person.write("+3%")
        assert "reads as 59 404,24      was 57 674,02      change +1 730,22" in person.text()


@pytest.mark.parametrize("end", [("G",), ("down",) * 4, ("pagedown",)])
async def test_all_salaries_are_raised_where_only_they_are_shown_and_all_rows_to_the_end_are_selected(
    end: tuple[str, ...], tmp_path: Path
) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "F")
        await person.write("personnel")
        await person.press("enter", "g", "g", "end", "v", *end, "plus")
        await person.write("3%")
        await person.press("enter")
        assert amounts(person) == ["25101.59", "56104.00", "59404.24", "4000", "1000", "10788"]
        assert "Raised 3 amounts by 3 %" in person.text()
