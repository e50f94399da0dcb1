"""Filter and sort, for looking: on every page that has rows; the file stays, and what is hidden is said."""

from pathlib import Path

import pytest

from tests.tui.person import Person, at, copied


def shown(person: Person) -> list[str]:
    """The keys of the rows of the table that has the cursor, from the top."""
    grid = person.screen.desk.grid
    assert grid is not None
    rows = [grid.sheet.rows[number] for number in range(len(grid.sheet.rows))]
    return [row.cells[0].text for row in rows if row.kind == "row" and row.selectable]


async def column(person: Person, key: str) -> None:
    """Go to a column by its key."""
    grid = person.screen.desk.grid
    assert grid is not None
    grid.move_to(grid.cursor[0], [one.key for one in grid.sheet.columns].index(key))
    await person.rest()


async def test_budget_items_are_sorted_and_filtered(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path, size=(120, 36)) as person:
        await person.press("g", "3")
        person.screen.set_focus(person.screen.page.grids[1])
        before = shown(person)
        await column(person, "promised")
        await person.press("S", "S")
        assert shown(person)[0] == before[0]
        assert sorted(shown(person)) == sorted(before)
        assert "Sorted by promised" in person.text()
        await person.press("F")
        await person.write("50")
        await person.press("enter")
        assert shown(person) == ["1 50 04"]
        assert "1 of 4 lines shown" in person.text()
    assert path.read_bytes() == copied("hot.toml", tmp_path).read_bytes()


async def test_partners_are_sorted_the_project_stays_last_and_a_cell_is_still_its_own(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=(120, 36)) as person:
        await person.press("g", "4")
        before = shown(person)
        await column(person, "costs")
        await person.press("S", "S")
        assert shown(person) == [*reversed(before[:-1]), before[-1]]
        await person.press("g", "g")
        assert person.view.at is not None
        assert person.screen.page.spot_of(person.view.at) is not None
        await person.press("F")
        await person.write("nobody")
        await person.press("enter")
        assert shown(person) == before[-1:]
        await person.press("F", *["backspace"] * 6, "enter")
        assert len(shown(person)) == len(before)


async def test_years_are_sorted_by_a_year_and_filtered_with_their_table(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path, size=(120, 36)) as person:
        await person.press("g", "5", "down", "E", "g", "5")
        names = shown(person)
        await column(person, "rest")
        await person.press("S")
        assert person.view.sifts["cost"].column == "rest"
        assert sorted(shown(person)) == sorted(names)
        assert shown(person) != names
        await person.press("F")
        await person.write("tulkkaus")
        await person.press("enter")
        assert "1 of 6 shown" in person.text()
        grid = person.screen.desk.grid
        assert grid is not None
        row = next(n for n in range(len(grid.sheet.rows)) if grid.sheet.rows[n].key == ("cost", 5))
        grid.move_to(row, 1)
        await person.rest()
        assert person.view.at == ("cost", 5, "amount")


async def test_findings_are_sorted_and_what_follows_stays_below_its_cause(tmp_path: Path) -> None:
    async with at(copied("dot.toml", tmp_path)) as person:
        await person.press("f")
        before = shown(person)
        await column(person, "where")
        await person.press("S")
        assert "Sorted by where" in person.text()
        assert sorted(shown(person)) == sorted(before)
        assert "↳" not in shown(person)[0]


@pytest.mark.parametrize("page", ["1", "6"])
async def test_pages_whose_lines_have_one_order_say_so(page: str, tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", page, "S")
        assert "not sorted or filtered" in person.text()


async def test_going_to_a_finding_of_a_hidden_partner_shows_it(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "4", "F")
        await person.write("kaupunki")
        await person.press("enter")
        assert "1 of 2 lines shown" in person.text()
        await person.press("n")
        assert person.view.at is not None
        assert "partner" not in person.view.sifts or not person.view.sifts["partner"].text


async def test_a_hidden_row_under_the_cursor_gives_it_to_one_that_is_seen(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "F")
        await person.write("tilin")
        await person.press("enter", "d")
        assert [row.description for row in person.session.state.budget.costs][3:] == [
            "Tilintarkastuksen asiakirjat",
            "Tulkkaus",
        ]


async def test_a_line_is_not_moved_where_the_order_of_the_file_is_not_seen(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await person.press("g", "2", "end", "S", "J")
        assert not person.session.dirty
        assert "in the order of the file" in person.text()
        await person.press("S", "S", "J", "s")
        assert str(person.session.state.budget.costs[1].description).startswith("Hankekoordinaattori")


async def test_after_deleting_in_a_sorted_table_the_cursor_is_on_the_row_that_moved_up(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "end", "S", "g", "g", "down", "d")
        assert person.view.at is not None
        at_row = person.session.state.budget.costs[int(person.view.at[1])]
        assert at_row.description == "Tulkkaus"
        await person.press("d")
        left = [row.description for row in person.session.state.budget.costs]
        assert left[3:] == ["Tilintarkastuksen asiakirjat"]


@pytest.mark.parametrize(
    ("lang", "filtering", "finding"),
    [
        ("en", "Enter show the lines  Esc leave as it is", "Enter find  Esc close"),
        ("fi", "Enter näytä rivit  Esc jätä ennalleen", "Enter etsi  Esc sulje"),
        ("sv", "Enter visa raderna  Esc låt vara som det är", "Enter sök  Esc stäng"),
    ],
)
async def test_the_dialogs_say_what_enter_and_esc_do_in_them(
    lang: str, filtering: str, finding: str, tmp_path: Path
) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), lang=lang) as person:
        await person.press("g", "2", "F")
        assert filtering in person.text()
        await person.press("escape", "slash")
        assert finding in person.text()


async def test_what_only_a_hidden_line_has_is_found_and_all_lines_are_shown_again(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "F")
        await person.write("personnel")
        await person.press("enter", "slash")
        await person.write("Tulkkaus")
        await person.press("enter")
        assert "Found Tulkkaus in a hidden line: all are shown again" in person.text()
        assert person.view.at is not None
        assert person.view.at[:2] == ("cost", 5)


async def test_what_no_line_has_leaves_the_hidden_ones_hidden(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "F")
        await person.write("personnel")
        await person.press("enter", "slash")
        await person.write("nowhere")
        await person.press("enter")
        assert "Not found on this page: nowhere" in person.text()
        assert len(shown(person)) == 3


async def test_another_word_is_typed_over_the_last_one_and_backspace_empties_the_filter(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "slash")
        await person.write("tili")
        await person.press("enter", "slash")
        await person.write("tulkk")
        await person.press("enter")
        assert person.view.at is not None
        assert person.view.at[:2] == ("cost", 5)
        await person.press("F")
        await person.write("personnel")
        await person.press("enter", "F", "backspace", "enter")
        assert len(shown(person)) == 6


async def test_in_the_list_of_budgets_a_hidden_one_is_found_too(tmp_path: Path) -> None:
    for name in ("dot.toml", "hot.toml"):
        copied(name, tmp_path)
    async with at(tmp_path) as person:
        await person.press("F")
        await person.write("dot")
        await person.press("enter", "slash")
        await person.write("hot.toml")
        await person.press("enter")
        assert "all are shown again" in person.text()
        assert "▸✗ hot.toml" in person.text()


async def test_sorting_the_promises_stays_on_the_same_one(tmp_path: Path) -> None:
    for name in ("dot.toml", "hot.toml"):
        copied(name, tmp_path)
    async with at(tmp_path) as person:
        await person.press("g", "2", "right", "right")
        assert "▸  1 50 04" in person.text()
        await person.press("S")
        assert "▸  1 50 04" in person.text()
        await person.press("S")
        assert "▸  1 50 04" in person.text()
