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
        costs, support = (next(line.split() for line in person.text().splitlines() if f"Second, {key}" in line)
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


async def test_a_share_is_not_spread_and_says_so(tmp_path: Path) -> None:
    async with at(made(tmp_path, HEAD + SHARE)) as person:
        await person.press("g", "5", "E")
        assert "Shares are typed year by year" in person.text()
        assert not person.session.dirty
