"""The preview of a pasted block: columns given other meanings, numbers read the other way, totals taken in, doubts told."""

from pathlib import Path

import pytest

from tests.tui.person import Person, at, copied
from tests.tui.test_many import paste

BLOCK = "services\tGuide\t2\tpcs\t10,00\t20,00\nservices\tHall\t3\tpcs\t5,00\t15,00\nYhteensä\t\t\t\t\t35,00\n"
BELOW = ("g", "2", "G", "up")


def _head(person: Person) -> str:
    """The heads of the columns."""
    return " ".join(person.lines()[person.row("Read as:") + 1].strip(" │▸").split())


async def test_it_says_where_the_rows_go_and_what_was_left_out(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press(*BELOW)
        await paste(person, BLOCK)
        assert "2 rows, 6 columns, numbers as 1 234,56. Read as:" in person.text()
        assert "Goes in as 2 new lines below Tulkkaus; Costs 152 302,40 -> 152 337,40" in person.text()
        assert "Line 3 left out as a total: Yhteensä 35,00. The same; x takes it in" in person.text()
        assert "if so   152 337,40" in person.text()
        assert "Enter paste  Left Right column  n numbers  x totals" in person.lines()[-1]


async def test_left_and_right_go_to_a_column_and_down_gives_it_another_meaning(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await person.press(*BELOW)
        await paste(person, BLOCK)
        await person.press("right", "right")
        assert "▸description" in person.text()
        assert "Up Down what it means" in person.lines()[-1]
        await person.press("up", "up")
        assert "▸not taken" in person.text()
        assert "Column 2 is not taken: Guide" in person.text()
        await person.press("enter")
        new = person.session.state.budget.costs[6:]
        assert [(row.description, str(row.quantity)) for row in new] == [(None, "2"), (None, "3")]


async def test_a_meaning_that_another_column_has_goes_over_and_that_is_said(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press(*BELOW)
        await paste(person, BLOCK)
        await person.press("right", "right", "right")
        assert "▸quantity" in person.text()
        await person.press("up", "up", "up")
        assert "description was column 2, which is not taken now" in person.text()
        assert _head(person) == "category not taken ▸description unit unit price amount"
        await person.press("down", "down", "down")
        assert _head(person) == "category description ▸quantity unit unit price amount"
        assert "which is not taken now" not in person.text()


async def test_esc_leaves_the_column_first_and_then_the_block(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press(*BELOW)
        await paste(person, BLOCK)
        await person.press("left", "escape")
        assert "Read as:" in person.text()
        assert "▸amount" not in person.text()
        await person.press("escape")
        assert "Read as:" not in person.text()
        assert person.session.state.document.to_bytes() == before


async def test_what_was_chosen_stays_when_the_numbers_are_read_the_other_way(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press(*BELOW)
        await paste(person, "services\tGuide\t1.234\nservices\tHall\t5.678\n")
        await person.press("right", "right", "up", "up")
        assert _head(person) == "category ▸not taken amount"
        await person.press("n")
        assert _head(person) == "category ▸not taken amount"
        assert "numbers as 1,234.56" in person.text()
        await person.press("n")
        assert "numbers as 1 234,56" in person.text()
        assert _head(person) == "category ▸not taken amount"


async def test_x_takes_a_total_in_and_leaves_it_out_again(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press(*BELOW)
        await paste(person, BLOCK)
        await person.press("x")
        assert "3 rows, 6 columns" in person.text()
        assert "if so   152 372,40" in person.text()
        await person.press("x")
        assert "2 rows, 6 columns" in person.text()
        await person.press("x", "enter")
        assert len(person.session.state.budget.costs) == 9


async def test_a_number_that_its_line_settles_is_told_with_why(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press(*BELOW)
        await paste(person, "services\tGuide\t2\tpcs\t617,00\t1,234\nservices\tHall\t1\tpcs\t5,00\t5,00\n")
        said = " ".join(" ".join(line.strip(" │▸!?*i─") for line in person.text().splitlines()).split())
        assert '"1,234" could be read in two ways. Read as 1 234,00, since 2 x 617,00 = 1 234,00' in said
        assert "1 ?  services" in person.text()
        await person.press("enter")
        assert str(person.session.state.figures.worths["cost", 6].value) in ("1234", "1234.00")


async def test_what_is_in_doubt_is_seen_with_both_readings_and_not_pasted(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press(*BELOW)
        await paste(person, "services\tGuide\t1,234\nservices\tHall\t5,10\n")
        assert '? line 1: "1,234" is 1 234,00 or 1,234' in person.text()
        assert "1 ?  services" in person.text()
        await person.press("enter")
        assert "Read as:" in person.text()
        assert 'Not pasted: line 1 has "1,234"' in person.text()
        assert person.session.state.document.to_bytes() == before
        await person.press("escape")


@pytest.mark.parametrize("size", [(60, 20), (60, 15), (80, 23), (160, 48)])
async def test_in_any_window_the_marked_column_and_the_first_row_are_seen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=size) as person:
        await person.press(*BELOW)
        await paste(person, BLOCK)
        for name in ("category", "description", "quantity", "unit", "unit price", "amount"):
            await person.press("right")
            assert f"▸{name}" in person.text()
            assert "   1   " in person.text()
        await person.press("right")
        await person.pilot.resize_terminal(80, 24)
        await person.rest()
        assert "Goes in as 2 new lines below Tulkkaus" in person.text()


async def test_a_click_on_a_head_goes_to_its_column_and_a_second_one_gives_the_next_meaning(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press(*BELOW)
        await paste(person, BLOCK)
        y = person.row("Read as:") + 1
        x = person.lines()[y].index("unit price") + 1
        await person.click(x, y)
        assert "▸unit price" in person.text()
        await person.click(x, y)
        assert "▸unit price" not in person.text()
        await person.click(person.lines()[-1].index("Esc"), person.app.size.height - 1)
        assert "Read as:" in person.text()


async def test_many_rows_are_gone_through_by_pages(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press(*BELOW)
        await paste(person, "".join(f"services\tLine {n}\t{n},50\n" for n in range(1, 41)))
        assert "Line 1 " in person.text()
        for _ in range(20):
            await person.press("pagedown")
        assert "Line 40" in person.text()
        for _ in range(20):
            await person.press("pageup")
        assert "Line 1 " in person.text()


async def test_names_of_any_length_and_hostile_signs_stay_within_the_frame(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press(*BELOW)
        await paste(person, f"services\t[/] \u202e{'漢字' * 60}\x1b]52;c;x\x07\t1,50\nservices\t{'x' * 400}\t2,50\n")
        box = [line for line in person.lines() if "│" in line]
        assert all(line.count("│") == 2 for line in box)
        assert "⟨U+202E⟩" in person.text()


async def test_an_imported_table_is_looked_at_in_the_same_way(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    (tmp_path / "rows.csv").write_text(
        "Laji;Kuvaus;Summa\nservices;Guide;20,00\nservices;Hall;15,00\nYhteensä;;35,00\n", encoding="utf-8"
    )
    async with at(path) as person:
        await person.press("g", "2", ":")
        await person.write("import")
        await person.press("enter")
        await person.write("rows.csv")
        await person.press("enter")
        assert "2 rows, 3 columns" in person.text()
        assert "left out as a total" in person.text()
        await person.press("x")
        assert "3 rows, 3 columns" in person.text() or "not" in person.text()
        await person.press("x", "right", "right", "up", "up")
        assert "▸not taken" in person.text()
        await person.press("enter")
        assert [row.description for row in person.session.state.budget.costs[6:]] == [None, None]
