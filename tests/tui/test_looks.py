"""What jarred on pictures of every dialog, page and mode: keys that do nothing there, a row's name for many cells."""

from pathlib import Path

import pytest

from budjettitui.tui.present.tables import columns
from budjettitui.tui.screens.foot import GoLine
from budjettitui.tui.widgets.grid import Grid
from budjettitui.tui.widgets.tabs import TabsLine
from tests.places import BUDGETS
from tests.tui.person import at, copied

EMPTY = 'schema = 1\n\n[project]\nname = "New"\nrules = "fi-esrplus-2021"\nstage = "draft"\n'


def empty(folder: Path) -> Path:
    """A budget that has no figure yet."""
    path = folder / "new.toml"
    path.write_text(EMPTY, encoding="utf-8")
    return path


def broken(folder: Path) -> Path:
    """A budget without cost lines that is no TOML at one line."""
    path = copied("hot.toml", folder)
    path.write_text(path.read_text(encoding="utf-8").replace("1_000_000", "1 000 000"), encoding="utf-8")
    return path


async def test_while_a_number_is_typed_no_key_is_named_that_does_nothing(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end")
        await person.write("10878")
        assert "Enter keep, down" in person.lines()[-1]
        assert "Up Down" not in person.lines()[-1]
        await person.press("escape")
        await person.write("4.2,0")
        assert "Not a number" in person.text()
        assert "Enter" not in person.lines()[-1]
        assert "Esc put back" in person.lines()[-1]


async def test_where_no_word_of_the_list_fits_the_bottom_line_chooses_none(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "3", "a")
        assert "Enter choose" in person.lines()[-1]
        await person.write("zzz")
        assert "Enter" not in person.lines()[-1]
        assert "if you press Enter" not in person.text()
        assert "Esc no line" in person.lines()[-1]


async def test_after_g_esc_stays(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g")
        assert "Esc stay here" in person.lines()[-1]


async def test_a_preview_that_takes_its_time_is_no_doubt(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end")
        person.screen.desk.editing.took = 1.0
        await person.pilot.press("7")
        await person.pilot.pause()
        assert person.view.typing is not None
        assert person.view.typing.slow
        assert "in doubt" not in person.text()


@pytest.mark.parametrize(
    ("typed", "told"), [("+3%", "Editing 3 cells: sum 140 609,83, was 136 514,40"), ("500", "Editing 3 cells ")]
)
async def test_what_is_typed_into_many_cells_is_told_of_all_of_them(typed: str, told: str, tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end", "shift+down", "shift+down")
        await person.press(*({"+": "plus", "%": "percent_sign"}.get(sign, sign) for sign in typed))
        assert "Editing amount of" not in person.text()
        assert told in person.text()


async def test_the_help_says_what_follows_g(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=(80, 100)) as person:
        await person.press("question_mark", "question_mark", "end")
        lines = [line.replace("\u00a0", " ") for line in person.lines()]
        number = next(n for n, line in enumerate(lines) if "AFTER g" in line)
        assert "1-6" in lines[number + 1]
        assert "page" in lines[number + 1]


async def test_cost_models_that_only_show_are_chosen_and_not_scrolled(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("M")
        assert "Up Down choose" in person.lines()[-1]
        assert "Enter" not in person.lines()[-1]


def test_a_name_goes_on_over_columns_that_have_nothing() -> None:
    rows = [("", "before", "now"), ("- a name that is longer than its column is", "", ""), ("kept", "1,00", "2,00"),
            ("+ another name that is much longer than that", "", "3,00")]  # fmt: skip
    lines = columns(rows, 44)
    assert lines[1] == rows[1][0]
    assert lines[3].startswith("+ another name that is much lo")
    assert lines[2].endswith("1,00  2,00")
    assert all(len(line) <= 44 for line in lines)


async def test_a_broken_line_has_the_pointer_of_every_other_place(tmp_path: Path) -> None:
    async with at(broken(tmp_path)) as person:
        assert "▸   13" in person.text()
    async with at(broken(tmp_path), ascii=True) as person:
        assert ">   13" in person.text()


@pytest.mark.parametrize("number", ["2", "3", "4"])
async def test_where_nothing_can_be_added_no_key_is_named_for_it(number: str, tmp_path: Path) -> None:
    async with at(empty(tmp_path), read_only=True) as person:
        await person.press("escape", "g", number)
        assert "a adds one" not in person.text()
        assert "yet." in person.text() or "needs no partner row." in person.text()
    async with at(broken(tmp_path)) as person:
        await person.press("escape", "g", "2")
        assert "No cost lines: the costs, 550 000,00, come from totals.  " in person.text()
        assert "a adds one" not in person.text()


async def test_without_years_it_is_said_where_the_period_stands_and_nothing_is_offered_to_split(tmp_path: Path) -> None:
    async with at(empty(tmp_path)) as person:
        await person.press("escape", "g", "5")
        assert "# asks for the first and last day of the project" in person.text()
        assert "E even" not in person.lines()[-1]
        assert "L rest here" not in person.lines()[-1]
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "5")
        assert "E even" in person.lines()[-1]


async def test_the_cursor_is_seen_on_a_way_to_begin_from_whichever_column_it_came(tmp_path: Path) -> None:
    async with at(empty(tmp_path)) as person:
        await person.press("escape", "g", "2", "end", "down")
        row = person.row("add a partner")
        ground = person.app.screen.get_style_at(60, row).bgcolor
        seen = person.app.screen.get_style_at(5, row).bgcolor
        assert seen == person.app.looks.role("cursor").bgcolor
        assert seen == ground, "all of the row is marked"


async def test_the_list_of_budgets_waits_no_longer_once_a_tab_was_chosen() -> None:
    async with at(BUDGETS) as person:
        line = person.app.screen.query_one(GoLine)
        await person.press("g")
        assert line.value.waiting
        await person.press("2")
        assert not line.value.waiting
        assert person.app.screen.focused is person.app.screen.query_one(Grid)
        await person.press("f6")
        assert line.value.waiting
        await person.press("f6")
        assert not line.value.waiting


async def test_counts_lose_their_words_before_any_of_them_goes(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), lang="fi", size=(110, 30)) as person:
        line = person.lines()[1]
        assert isinstance(person.app.screen.query_one(GoLine), TabsLine)
        assert "✗0 !2 i0" in line


async def test_plain_signs_draw_a_dash_of_the_file_otherwise_and_leave_it_in_the_file(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    path.write_text(
        path.read_text(encoding="utf-8").replace('Tilintarkastus"', 'Tili \u2013 tarkastus"'), encoding="utf-8"
    )
    async with at(path, ascii=True) as person:
        await person.press("g", "2", "down", "down", "down", "right")
        assert "Tili - tarkastus" in person.text()
        assert "\u2013" not in person.text()
        await person.press("enter")
        await person.write(" x")
        assert "Tili - tarkastus x" in person.text()
        await person.press("enter", "s")
    assert "Tili \u2013 tarkastus x" in path.read_text(encoding="utf-8")


async def test_where_there_is_no_row_none_is_offered_to_be_taken_away_or_copied(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=(160, 48)) as person:
        for keys in (["g", "2"], ["g", "3", "G"], ["g", "1", "down", "down"]):
            await person.press(*keys)
            assert "delete" not in person.lines()[-1], keys
            assert "D copy" not in person.lines()[-1], keys
        await person.press("g", "4", "up", "up", "up", "down")
        assert "d delete" in person.lines()[-1]
        assert "D copy" not in person.lines()[-1]
        await person.press("D")
        assert "A partner is not copied" in person.text()
        await person.press("g", "6")
        assert "d delete" in person.lines()[-1]


async def test_of_selected_cells_that_are_worked_out_it_is_not_said_that_typing_fills_them(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=(160, 48)) as person:
        await person.press("g", "2", "end", "v", "down")
        assert "2 x 1 cells: y copies them out" in person.text()
        await person.press("left")
        assert "2 x 2 cells: typing fills" in person.text()
    async with at(copied("hyva-alku.toml", tmp_path), read_only=True) as person:
        await person.press("escape", "g", "2", "end", "v", "down")
        assert "2 x 1 cells: y copies them out" in person.text()


async def test_enter_is_named_where_it_does_something_and_nowhere_else(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), read_only=True) as person:
        await person.press("escape")
        assert "Enter open" in person.lines()[-1]
        await person.press("enter")
        assert person.view.page == "partners"
        await person.press("g", "2")
        assert "Enter" not in person.lines()[-1]
        await person.press("g", "5")
        assert "Enter open" in person.lines()[-1]
        await person.press("enter")
        assert person.view.page == "costs"
        assert "Enter" not in person.lines()[-1]
    async with at(broken(tmp_path)) as person:
        await person.press("g", "2")
        assert "Enter" not in person.lines()[-1]
        await person.press("g", "6")
        assert "Enter edit" in person.lines()[-1]


async def test_the_project_on_the_overview_opens_where_it_adds_up(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("G", "enter")
        assert person.view.page == "partners"
        assert "project, how it adds up" in person.text()


async def test_of_a_figure_that_leads_nowhere_enter_does_not_say_that_it_leads_there(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "4", "down", "right", "enter")
        assert "Worked out: it stands in no line of the file" in person.text()
        assert "Enter shows" not in person.text()
        await person.press("left", "up", "right", "7")
        assert person.view.typing is not None or "Enter shows" in person.text()


async def test_the_text_of_the_file_is_begun_in_and_not_the_number_of_a_line(tmp_path: Path) -> None:
    async with at(empty(tmp_path)) as person:
        await person.press("escape", "<", "enter")
        assert person.view.page == "file"
        assert person.view.typing is not None


async def test_in_the_list_of_findings_no_word_is_cut_beside_nothing(tmp_path: Path) -> None:
    waived = '\n[[waiver]]\ncheck = "self-financing-missing"\nat = "partner.fvh"\nreason = "The board decides"\n'
    path = copied("hot.toml", tmp_path)
    path.write_text(path.read_text(encoding="utf-8") + waived, encoding="utf-8")
    async with at(path, lang="fi") as person:
        await person.press("escape", "f")
        assert "hyväksytty " in person.text()
        assert "osapuolen luvut ovat jäännös" in person.text()
    async with at(path, lang="en") as person:
        await person.press("escape", "f")
        assert "a partner's figures are what is left over" in person.text()


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
async def test_no_sentence_of_an_empty_page_is_cut(lang: str, tmp_path: Path) -> None:
    async with at(empty(tmp_path), lang=lang) as person:
        await person.press("escape")
        for number in range(1, 7):
            await person.press("g", str(number))
            assert "…" not in person.text()
