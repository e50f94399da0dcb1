"""The panel of wide windows and the list of findings: four sections, few words, filters."""

from pathlib import Path

from tests.tui.person import Person, at, copied

WIDE = (160, 48)


def panel(person: Person) -> str:
    """What stands right of the page, line by line."""
    return "\n".join(line.split("│", 1)[1] if "│" in line else line[108:] for line in person.lines()).replace(
        "\u00a0", " "
    )


def order(text: str, *parts: str) -> bool:
    """True where all parts stand in a text, in this order."""
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


async def test_cell_findings_why_and_mends_stand_under_each_other(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=WIDE) as person:
        assert order(person.text(), "This cell: Forum Virium", "─ Findings  [all]", "─ Why ─", "─ Mends ─")


async def test_a_finding_is_listed_by_its_place_its_title_and_the_difference_and_what_follows_below(
    tmp_path: Path,
) -> None:
    async with at(copied("hot.toml", tmp_path), size=WIDE) as person:
        lines = panel(person).splitlines()
        at_root = next(n for n, line in enumerate(lines) if "✗ fvh: self-financing is missing" in line)
        assert lines[at_root].rstrip().endswith("−1 750,00")
        assert "↳ The project: funding is not the costs" in lines[at_root + 1]


async def test_the_mends_are_listed_with_what_they_write_before_they_are_asked_for(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=WIDE) as person:
        text = panel(person)
        assert order(text, "1 Raise municipal funding", "73 250,00 -> 75 000,00", "2 Lower the costs", "3 Let another")
        assert "m 3 mends  w why  r accept" in text


async def test_while_typing_the_panel_says_what_would_be_found_and_what_follows_from_it(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=WIDE) as person:
        await person.press("g", "2", *["down"] * 5, "end", "left")
        await person.write("10878")
        text = panel(person)
        assert order(text, "If you press Enter", "new: ", "↳ ", "─ Findings")
        assert "reads as 10 878,00" in text


async def test_no_number_in_the_panel_is_parted_from_its_line_in_a_window_of_120_columns(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=(120, 36)) as person:
        text = panel(person)
        assert "550 000,00  line 23" in text
        assert "300 000,00  left over" in text


async def test_f_goes_through_the_filters_and_the_list_shows_what_they_let_through(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("f")
        assert "[all] errors  warnings  infos  accepted" in person.text()
        await person.press("F")
        text = person.text()
        assert "[errors]" in text
        assert "self-financing is missing" in text
        assert "↳" in text
        assert "gross or net is not said" not in text
        await person.press("F")
        assert "Nothing of this kind" in person.text()
        await person.press("F")
        assert "gross or net is not said" in person.text()


async def test_an_accepted_finding_is_listed_after_the_others_with_its_sign(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("r")
        await person.write("decided")
        await person.press("enter", "f")
        rows = [line for line in person.lines() if "self-financing is missing" in line and "takes it back" not in line]
        assert len(rows) == 1
        assert rows[0][1:].startswith("a accepted")
        await person.press("F", "F", "F", "F")
        assert "[accepted]" in person.text()
        assert "gross or net" not in person.text()


async def test_the_filter_of_a_place_shows_what_is_of_the_row_one_came_from(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "4", "down", "f", *["F"] * 5)
        text = person.text()
        assert "[of this place]" in text
        assert "self-financing is missing" in text
        assert "gross or net is not said" not in text


async def test_what_the_marked_finding_means_stands_below_the_list(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), lang="fi") as person:
        await person.press("f")
        assert "Osapuolen nettokustannuksista jää tuen ja muun rahoituksen" in person.text()


async def test_a_consequence_says_which_finding_it_follows_from(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("f", "down")
        assert "Follows from finding 1 of 4" in person.text()


async def test_a_high_window_shows_categories_and_budget_items_below_the_partners(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), size=WIDE) as person:
        assert "89,63 %" in person.text()
    async with at(copied("hot.toml", tmp_path), size=WIDE) as person:
        assert "1 50 04, helsinki" in person.text()


async def test_f_goes_into_the_panel_of_a_wide_window_and_the_page_stays(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=WIDE) as person:
        await person.press("g", "3", "f", "down", "down")
        text = person.text()
        assert "+ add a source" in text
        assert order(panel(person), "Findings  [all]", "▸i The project: a total", "─ Why ─", "rest on this figure")


async def test_a_click_on_the_page_leaves_the_list_beside_it(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=WIDE) as person:
        await person.press("g", "3", "f")
        await person.click(20, person.row("from the share"))
        assert not person.view.listing
        assert "This cell" in panel(person)


async def test_a_wide_window_shows_who_pays_whom_and_the_part_of_each_partner(tmp_path: Path) -> None:
    async with at(copied("dot.toml", tmp_path), size=WIDE) as person:
        await person.press("g", "3")
        text = person.text().partition("who pays whom")[2]
        assert order(text, "to helsinki", "funder", "needed", "✗ 1 000,00")
        await person.press("g", "4")
        whole = person.text().partition("of the whole")[2]
        assert order(whole, "kind", "role", "business id", "helsinki", "62,75 %", "municipality", "lead", "0201256-6")
        assert order(whole, "fvh", "37,25 %", "company", "partner", "not given")


async def test_money_that_stands_in_no_row_says_what_it_is_and_where_it_is_taken_from(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=(160, 48)) as person:
        await person.press("g", "3")
        assert "This cell: support of Helsingin kaupunki" in person.text()
        assert "written in the partner's share and in no row" in person.text()
        assert "line 49 of the file" in person.text()
        await person.press("down")
        assert "This cell: support of Forum Virium Helsinki Oy" in person.text()
        assert "what the stated totals leave over" in person.text()
        assert "line 24 of the file" in person.text()
