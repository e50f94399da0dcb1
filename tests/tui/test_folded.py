"""What follows from a finding is folded away and seen again; many are folded by themselves."""

from pathlib import Path

from tests.tui.person import at, copied, partners

FIRST = """
schema = 1

[project]
name = "Nine"
rules = "fi-esrplus-2021"
stage = "application"
period = { start = 2025-01-01, end = 2026-12-31 }

[stated]
costs = 500
support = 100
"""


async def test_z_folds_what_follows_from_a_finding_and_shows_it_again(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("f")
        assert "↳        The project" in person.text()
        await person.press("down", "z")
        assert "↳" not in person.text()
        assert "▸✗ error    fvh (+1)" in person.text()
        assert "1 more follows from it: z shows it" in person.text()
        await person.press("z")
        assert "↳        The project" in person.text()


async def test_more_than_three_are_folded_until_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "nine.toml"
    path.write_text(FIRST + partners(9, "quantity = 2\nunit_price = 71.92\namount = 144", "3"), encoding="utf-8")
    for size in ((80, 24), (160, 48)):
        async with at(path, size=size) as person:
            await person.press("f")
            assert "↳" not in person.text()
            assert "(+9)" in person.text()
            await person.press("z")
            assert "(+9)" not in person.text()
            assert person.text().count("↳") >= 5


async def test_a_finding_that_nothing_follows_from_says_so(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("f", "end", "z")
        assert "Nothing follows from this finding" in person.text()
