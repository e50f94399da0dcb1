"""Windows of odd sizes: no word is cut beside nothing, no figure is read into its neighbour, the cursor stands once."""

from pathlib import Path

import pytest

from budjettitui.reading.tables import TABLES
from budjettitui.tui.present.names import key_name, value_text
from budjettitui.tui.themes import DARK
from budjettitui.tui.widgets.panel import Panel, PanelLine, Section
from budjettitui.tui.widgets.small_table import SmallRow, SmallTable
from budjettitui.tui.widgets.title import TitleLine, TitleText
from budjettitui.words import Words
from tests.tui.person import at, copied
from tests.tui.test_widgets_lines import drawn

WIDE = (160, 48)


async def test_descriptions_are_whole_where_other_columns_have_room(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=WIDE) as person:
        await person.press("escape", "g", "2")
        assert "Hankekoordinaattori, työllisyyspalvelut" in person.lines()[3]


async def test_the_id_of_a_partner_is_whole_in_the_matrix(tmp_path: Path) -> None:
    async with at(copied("lahetko.toml", tmp_path), size=WIDE) as person:
        await person.press("escape", "g", "4")
        assert "▸  rovaniemi " in person.lines()[3]


@pytest.mark.parametrize("number", ["4", "5"])
async def test_no_column_of_figures_is_left_out_at_100_cells(number: str, tmp_path: Path) -> None:
    async with at(copied("soku.toml", tmp_path), size=(100, 30)) as person:
        await person.press("escape", "g", number)
        assert ">" not in person.lines()[2]


async def test_the_budget_items_of_the_overview_are_whole(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=WIDE) as person:
        assert "sosiaali-, terveys- ja pelastustoimiala, helsinki" in person.text()


async def test_each_bar_has_a_legend_of_its_own_since_both_may_have_the_same_letter(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=WIDE, lang="sv") as person:
        costs, funding = person.lines()[7:9]
        assert costs.split("│")[0].split() == ["P", "Personalkostnader", "E", "Externa", "tjänster"]
        assert funding.split("│")[0].replace("\u00a0", "").split() == [
            "S",
            "stöd",
            "121841,92",
            "E",
            "eget",
            "30460,48",
        ]


async def test_the_two_tables_of_the_funding_have_a_blank_line_between_them(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=WIDE) as person:
        await person.press("escape", "g", "3")
        above = person.row("budget item                ") - 1
        assert not person.lines()[above].split("│")[0].strip()


async def test_the_mark_of_a_figure_stands_behind_it_where_it_adds_up(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=WIDE) as person:
        await person.press("escape", "g", "4")
        assert "costs             250 000,00~ from the share, line 48 " in person.text()


async def test_the_panel_marks_its_finding_and_leaves_the_cursor_to_the_page(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=WIDE) as person:
        marked = person.app.screen.query_one(Panel).lines_drawn[4]
        assert [piece.role for piece in marked if "self-financing" in piece.text] == ["strong"]


async def test_a_mend_that_goes_on_below_stands_under_its_beginning() -> None:
    lines = await drawn(Panel((Section("Mends", (PanelLine("1 " + "word " * 20, hang=2),)),)), (40, 12))
    assert lines[1].startswith("│ 1 word")
    assert lines[2].startswith("│   word")


async def test_a_sentence_that_goes_on_below_keeps_away_from_its_figure() -> None:
    told = PanelLine("a price that looks as if it had value added tax", "warning", right="13,92")
    lines = await drawn(Panel((Section("Findings", (told,)),)), (40, 12))
    assert "  13,92" in lines[1]


async def test_the_name_of_the_cell_in_the_panel_is_said_whole(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=WIDE) as person:
        await person.press("escape", "g", "5")
        panel = " ".join(line.split("│")[1].strip() for line in person.lines()[2:4])
        assert panel == "This cell: amount of Hankekoordinaattori, työllisyyspalvelut"


async def test_names_of_a_small_table_are_cut_only_where_it_has_no_room() -> None:
    rows = (
        SmallRow("who pays whom", ("to one", "together")),
        SmallRow("needed, that is the net costs", ("1,00", "2,00")),
    )
    assert "needed, that is the net costs" in "".join(await drawn(SmallTable(rows), (80, 4)))
    narrow = await drawn(SmallTable(rows), (50, 4))
    assert "…" in narrow[1]
    assert all(line.rstrip().endswith(("together", "2,00")) for line in narrow[:2])


async def test_in_the_title_the_cost_model_gives_way_before_the_ceiling() -> None:
    title = TitleText("budget.toml", about="Interreg | Other costs 40 % of staff costs | max 80 %", stage="application")
    assert " | max 80 %" in (await drawn(TitleLine(title), (80, 1)))[0]
    assert "Interreg | max 80 %" in (await drawn(TitleLine(title), (52, 1)))[0]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_key_of_the_file_has_a_name_in_the_language_of_the_screen(lang: str) -> None:
    words = Words(lang)
    keys = {key for table in TABLES.values() for key in table.keys}
    raw = {key for key in keys if "_" in key_name(words, key)}
    assert not raw
    assert DARK.shown(key_name(words, "by_year")) != "by_year"


def test_a_list_of_the_file_is_read_as_its_words() -> None:
    assert value_text(Words("en"), ["city-fvh", "helsinki"]) == "city-fvh, helsinki"


@pytest.mark.parametrize(("lang", "rule"), [("en", "Rule: "), ("fi", "Sääntö: "), ("sv", "Regel: ")])
async def test_every_line_of_why_begins_alike(lang: str, rule: str, tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=WIDE, lang=lang) as person:
        assert f"│ {rule}VN/16899/2022" in person.text()


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
async def test_from_what_to_what_a_mend_writes_is_not_parted(lang: str, tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), lang=lang) as person:
        await person.press("escape", "m")
        text = person.text()
        assert text.count("73 250,00 -> 75 000,00") == 2
        assert "550 000,00 -> 543 000,00" in text


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
async def test_sums_of_ten_million_stand_below_their_heads_in_a_window_of_80(lang: str, tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    text = '[[cost]]\ncategory = "personnel"\namount = 50_000_000\n[[funding]]\nkind = "support"\namount = 30_000_000\n'
    own = '[[funding]]\nkind = "own"\npayer = "a"\namount = 9_000_000\n'
    head = 'schema = 1\n[project]\nname = "A"\nrules = "fi-esrplus-2021"\n[[partner]]\nid = "a"\nrole = "lead"\n'
    path.write_text(head + text + own, encoding="utf-8")
    async with at(path, lang=lang) as person:
        figures = person.lines()[-3].replace("\u00a0", " ")
        for figure in ("50 000 000,00", "39 000 000,00", "11 000 000,00", "30 000 000,00", "60,00 %"):
            assert figure in figures
        await person.press("g", "2", "end")
        await person.write("40000000")
        *_, now, then, _ = person.text().splitlines()
        assert "50 000 000,00" in now
        assert "40 000 000,00" in then
