"""The proof of a finding on the screen: figures with their lines, and from a figure to its cell."""

from pathlib import Path

from tests.tui.person import at, copied


async def test_the_proof_shows_each_figure_with_its_line(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("w")
        text = person.text()
        for part in ("550 000,00", "412 500,00", "73 250,00", "1 750,00", "line 75"):
            assert part in text
        await person.press("escape")
        assert not person.session.dirty


async def test_enter_on_a_figure_goes_to_its_cell(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("w")
        for _ in range(30):
            marked = next(
                (line for line in person.lines() if "▸" in line and "│" in line and "73\u00a0250" in line), None
            )
            if marked is not None:
                break
            await person.press("down")
        await person.press("enter")
        assert person.view.page == "funding"
        assert person.view.at is not None
        assert (
            person.view.at[:2] == ("funding", 1)
            or person.view.state.budget.funding[int(person.view.at[1])].id == "city-fvh"
        )


async def test_what_a_finding_follows_from_is_named_as_people_call_it(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=(120, 60)) as person:
        await person.press("f", "down", "w")
        said = person.text()
        assert "Follows from: self-financing is missing (Forum Virium Helsinki Oy)" in said
        assert "Place: The project, line" in said
        assert "partner.fvh" not in said


PARTNER_ALONE = """schema = 1
[project]
name = "Courses"
[[partner]]
id = "town"
role = "lead"
[[partner]]
id = "club"
[[share]]
partner = "club"
costs = 40_000
"""


async def test_the_foot_says_that_nothing_is_known_only_where_nothing_is(tmp_path: Path) -> None:
    path = tmp_path / "courses.toml"
    path.write_text(PARTNER_ALONE, encoding="utf-8")
    async with at(path) as person:
        assert "Nothing is known yet" not in person.text()
    path.write_text(PARTNER_ALONE.partition("[[share]]")[0], encoding="utf-8")
    async with at(path) as person:
        assert "Nothing is known yet" in person.text()


async def test_where_the_list_shows_no_finding_of_its_kind_the_keys_say_that_there_are_others(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("escape", "f", "F", "F")
        for key in ("w", "m", "r"):
            await person.press("u")
            assert "Nothing of this kind" not in person.lines()[19]
            await person.press(key)
            assert "Nothing of this kind; F shows others" in person.lines()[19]


async def test_nothing_found_beside_figures_that_are_not_known_says_what_could_not_be_judged(tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    path.write_text(
        'schema = 1\n\n[project]\nname = "Hall"\n\n[[cost]]\ncategory = "pay"\ndescription = "Pay"\namount = 300_000\n'
    )
    async with at(path) as person:
        await person.press("escape")
        assert person.checks() == []
        assert "? Nothing found in what is known; not known: funding, support" in person.text()
        await person.press("f")
        assert "✓" not in person.text()


async def test_what_is_taken_off_has_the_minus_of_the_figures(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("w")
        assert "− 250 000,00" in person.text()
        assert "- 250 000,00" not in person.text()


async def test_from_the_proof_the_finding_is_mended_and_its_figures_are_copied(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("w")
        assert "m mend  y copy out" in person.lines()[-1]
        await person.press("y")
        assert "Copied 11 x 3 cells" in person.text()
        rows = [line.split("\t") for line in person.screen.last.copied.splitlines()]
        assert rows[2] == ["stated", "550000,00", "line 23; HEL 2024-013129 § 63"]
        assert ["municipal funding", "-73250,00", "line 75; at most"] in rows
        await person.press("m")
        assert "Raise municipal funding to 75 000,00" in person.text()


async def test_from_the_proof_of_a_file_that_is_only_read_nothing_is_mended(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), read_only=True) as person:
        await person.press("w")
        assert "mend" not in person.lines()[-1]
        await person.press("m")
        assert "stated" in person.text()
