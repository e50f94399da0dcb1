"""Shares over the years: shown below the rows of the tables, typed figure by figure, and gone with the last one."""

from pathlib import Path

from tests.tui.person import at

HEAD = 'schema = 1\n\n[project]\nname = "x"\nperiod = { start = 2025-01-01, end = 2026-12-31 }\n'
SHARE = (
    '\n[[partner]]\nid = "a"\n\n[[partner]]\nid = "b"\nname = "Second"\n'
    '\n[[share]]\npartner = "b"\ncosts = 1_000 # decided\nsupport = 800\n'
)
YEARS = "years = { 2025 = { costs = 400 } }\n"


def made(folder: Path, text: str) -> Path:
    """A budget of this text."""
    path = folder / "shares.toml"
    path.write_text(text, encoding="utf-8")
    return path


async def test_each_figure_of_a_share_has_a_row_with_what_is_in_no_year(tmp_path: Path) -> None:
    async with at(made(tmp_path, HEAD + SHARE + YEARS)) as person:
        await person.press("g", "5")
        costs, support = (next(line.split() for line in person.text().splitlines() if f"{key}, Second" in line)
                          for key in ("costs", "support"))  # fmt: skip
        assert costs[-4:] == ["1", "000,00", "400,00", "600,00"]
        assert support[-2:] == ["800,00", "800,00"]


async def test_a_year_is_typed_into_a_share_that_has_none_and_undo_gives_the_same_bytes(tmp_path: Path) -> None:
    path = made(tmp_path, HEAD + SHARE)
    async with at(path) as person:
        await person.press("g", "5", "right", "right")
        assert person.view.at == ("share", 0, "years", "2025", "costs")
        await person.write("400,50")
        assert "if so" in person.text()
        await person.press("tab")
        await person.write("599,50")
        await person.press("enter")
        share = person.session.state.budget.shares[0]
        assert {name: str(one.costs.planned.value) for name, one in share.years.items() if one.costs and one.costs.planned} == {
            "2025": "400.50", "2026": "599.50"}  # fmt: skip
        await person.press("u", "u")
        assert person.session.state.document.text == HEAD + SHARE


async def test_a_year_that_is_there_takes_another_figure_and_emptying_the_last_takes_the_years_out(
    tmp_path: Path,
) -> None:
    path = made(tmp_path, HEAD + SHARE + YEARS)
    async with at(path) as person:
        await person.press("g", "5", "right", "right", "down")
        await person.write("320")
        await person.press("enter")
        assert "2025 = { costs = 400, support = 320 }" in person.session.state.document.text
        await person.press("u")
        await person.press("up", "backspace")
        assert person.session.state.document.text == HEAD + SHARE


async def test_a_figure_of_a_share_is_spread_in_its_own_row_and_the_figures_beside_it_stay(tmp_path: Path) -> None:
    path = made(tmp_path, HEAD + SHARE + "years = { 2025 = { costs = 400, support = 7 } } # theirs\n")
    async with at(path) as person:
        before = person.session.state.document.to_bytes()
        await person.press("g", "5")
        assert person.view.at == ("share", 0, "costs")
        await person.press("E")
        text = person.session.state.document.text
        assert "years = { 2025 = { costs = 500, support = 7 }, 2026 = { costs = 500 } } # theirs" in text
        assert "Spread by months: 1 line, 1 000,00" in person.text()
        await person.press("E")
        assert "Split evenly already" in person.text()
        assert len(person.session.history.steps) == 1
        await person.press("u")
        assert person.session.state.document.to_bytes() == before


async def test_the_figures_of_a_share_that_are_selected_are_spread_in_one_step(tmp_path: Path) -> None:
    path = made(tmp_path, HEAD + SHARE)
    async with at(path) as person:
        before = person.session.state.document.to_bytes()
        await person.press("g", "5", "v", "down", "E")
        years = "years = { 2025 = { costs = 500, support = 400 }, 2026 = { costs = 500, support = 400 } }"
        assert years in person.session.state.document.text
        assert "Spread by months: 2 lines" in person.text()
        assert len(person.session.history.steps) == 1
        await person.press("u")
        assert person.session.state.document.to_bytes() == before
        assert (person.view.page, person.view.at) == ("years", ("share", 0, "costs"))


async def test_rows_and_figures_of_shares_that_are_selected_are_spread_in_one_step(tmp_path: Path) -> None:
    row = '\n[[cost]]\ncategory = "services"\npartner = "a"\ndescription = "Hall"\namount = 300\n'
    path = made(tmp_path, HEAD + SHARE + row)
    async with at(path) as person:
        before = person.session.state.document.to_bytes()
        await person.press("g", "5", "v", "down", "down", "down", "down", "down", "E")
        assert "Spread by months: 3 lines" in person.text()
        assert person.session.state.document.text.count("2026 = 150") == 1
        assert len(person.session.history.steps) == 1
        await person.press("u")
        assert person.session.state.document.to_bytes() == before


async def test_a_figure_that_cannot_be_spread_says_why(tmp_path: Path) -> None:
    whole = SHARE.replace("support = 800\n", "") + "years = { 2025 = { support = 5 } }\n"
    async with at(made(tmp_path, HEAD + whole)) as person:
        await person.press("g", "5", "down", "E")
        assert "Not spread: the share states no whole of this figure" in person.text()
        assert not person.session.dirty
    async with at(made(tmp_path, HEAD + SHARE + "years = { 2025 = 400 }\n")) as person:
        await person.press("g", "5", "E")
        assert "Not spread: the share or a year of it cannot be read" in person.text()
        assert not person.session.dirty
    async with at(made(tmp_path, HEAD.replace("period", "extra.period") + SHARE)) as person:
        await person.press("g", "5", "E")
        assert "The project has no period yet" in person.text()
        assert not person.session.dirty


async def test_the_rest_of_a_figure_of_a_share_goes_into_the_year_under_the_cursor(tmp_path: Path) -> None:
    async with at(made(tmp_path, HEAD + SHARE + YEARS)) as person:
        await person.press("g", "5", "right", "right", "right", "L")
        assert "years = { 2025 = { costs = 400 }, 2026 = { costs = 600 } }" in person.session.state.document.text
        await person.press("down", "L")
        assert "2026 = { costs = 600, support = 800 }" in person.session.state.document.text
        await person.press("L")
        assert "Nothing is left to put into a year" in person.text()


async def test_in_a_narrow_window_the_name_says_first_which_figure_of_the_share_it_is(tmp_path: Path) -> None:
    long = SHARE.replace('"Second"', '"The Association for the Second Half of a Long Day"')
    async with at(made(tmp_path, HEAD + long)) as person:
        await person.press("g", "5")
        assert "costs, The Assoc" in person.text()
        assert "support, The Assoc" in person.text()


async def test_a_share_without_a_figure_has_what_its_years_come_to_and_nothing_left_to_split(tmp_path: Path) -> None:
    years = "years = { 2025 = { costs = 400, own = 50 }, 2026 = { costs = 100 } }\n"
    text = HEAD + SHARE.replace("costs = 1_000 # decided\n", "") + years
    async with at(made(tmp_path, text)) as person:
        await person.press("g", "5")
        costs, own = (next(line for line in person.text().splitlines() if f"{key}, Second" in line)
                      for key in ("costs", "own money"))  # fmt: skip
        assert costs.split()[-4:] == ["500,00", "400,00", "100,00", "0,00"]
        assert "?" not in own, "nobody says how much there is to split"
