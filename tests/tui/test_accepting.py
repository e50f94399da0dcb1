"""Accepting with a reason, and notes, as a person does them."""

from pathlib import Path

from tests.tui.person import at, copied


async def test_a_reason_accepts_a_finding_with_what_follows_from_it(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("r")
        assert "Goes with it" in person.text()
        assert "6 lines" in person.text()
        await person.press("enter")
        assert "A reason is needed" in person.text()
        await person.write("The city board decides")
        await person.press("tab", "tab")
        await person.write("soon")
        await person.press("enter")
        assert "Not a day" in person.text()
        for _ in range(4):
            await person.press("backspace")
        await person.write("1.4.2027")
        await person.press("enter")
        assert "self-financing-missing" not in person.checks()
        assert "total-mismatch" not in person.checks()
        assert "Accepted: self-financing is missing, Forum Virium" in person.text()
        assert any(" a fvh" in line or "▸a fvh" in line for line in person.lines())
        await person.press("s")
        written = path.read_bytes()
        assert written.startswith(before.rstrip(b"\n"))
        assert b"until = 2027-04-01" in written
        await person.press("u", "s")
        assert path.read_bytes() == before


async def test_an_accepted_finding_is_shown_as_accepted_with_its_reason(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("r")
        await person.write("Board decides")
        await person.press("enter", "f", "down", "down", "down")
        said = person.text()
        assert "─ Accepted finding, in this row ─" in said
        assert " a Forum Virium Helsinki Oy: 1 750,00 of self-financing is missing (needs" in said
        assert "accepted: Board decides" in said


LONG = (
    "The city board decides on 12 March; the chief financial officer has promised in writing that the missing part is "
    "put into the supplementary budget of the spring, and the steering group has noted it in its minutes 4/2026."
)


async def test_a_long_reason_is_cut_at_a_blank_in_the_strip_and_whole_where_the_finding_is_explained(
    tmp_path: Path,
) -> None:
    path = copied("hot.toml", tmp_path)
    waiver = (
        f'check = "self-financing-missing"\nat = "partner.fvh"\nby = "Maija"\nuntil = 2027-04-01\nreason = "{LONG}"\n'
    )
    path.write_text(path.read_text(encoding="utf-8") + f"\n[[waiver]]\n{waiver}", encoding="utf-8")
    async with at(path) as person:
        await person.press("f", "down", "down", "down")
        strip = [line.rstrip() for line in person.text().splitlines()][17:19]
        assert strip[0].endswith("of self-financing is missing (needs …")
        assert strip[1].startswith("   accepted: The city board decides on 12 March; the chief")
        assert strip[1].endswith(" w why")
        assert LONG.startswith(strip[1].removeprefix("   accepted: ").partition("…")[0])
    async with at(path, size=(80, 48)) as person:
        await person.press("f", "down", "down", "down", "w")
        said = " ".join(line.strip(" │▸a") for line in person.lines())
        assert "Accepted by Maija until 1 April 2027: The city board" in said
        assert "noted it in its minutes 4/2026." in said
    async with at(path, size=(160, 48)) as person:
        await person.press("f", "down", "down", "down")
        panel = " ".join(line[109:].strip(" │") for line in person.lines())
        assert f"Accepted by Maija until 1 April 2027: {LONG}" in panel


async def test_the_lines_that_a_dialog_tells_of_are_those_that_are_saved(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press("r")
        assert "To the file, 6 lines" in person.text()
        await person.write("so it is")
        await person.press("tab")
        await person.write("review")
        assert "To the file, 7 lines" in person.text()
        await person.press("tab")
        await person.write("1.4.2027")
        assert "To the file, 8 lines" in person.text()
        await person.press("enter", "c")
        assert "To the file: 6 lines" in person.text()
        await person.write("Look at this")
        await person.press("enter", "s")
        assert "14 lines changed" in person.text()


async def test_the_name_of_who_accepts_is_remembered(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press("r")
        await person.write("so it is")
        await person.press("tab")
        await person.write("review")
        await person.press("enter")
        await person.press("g", "2", "c")
        assert "[review" in person.text()


async def test_a_note_stands_on_its_row_as_a_sign_and_in_the_file(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "2", "c")
        await person.write("Is this [sure]?")
        await person.press("enter")
        assert "Note on Hankekoordinaattori" in person.text()
        assert any(line.startswith('▸"') for line in person.lines())
        await person.press("c")
        assert "Noted already: Is this [sure]?" in person.text()
        await person.press("escape", "s")
        assert b'text = "Is this [sure]?"' in path.read_bytes()
        await person.press("u", "s")
        assert path.read_bytes() == before


async def test_escape_writes_nothing(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("r")
        await person.write("no")
        await person.press("escape", "c")
        await person.write("no")
        await person.press("escape")
        assert not person.session.dirty


async def test_a_note_on_a_finding_of_the_whole_file_is_one_on_the_project(tmp_path: Path) -> None:
    path = tmp_path / "nothing.toml"
    path.write_bytes(b"")
    async with at(path) as person:
        await person.press("f", "c")
        assert "project" in person.text()
        await person.write("begun")
        await person.press("enter")
        assert "begun" in person.session.state.document.text


async def test_a_partner_that_is_only_being_added_takes_no_note_of_its_own(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "4", "a", "tab", "c")
        await person.write("Who is the third?")
        await person.press("enter")
        assert [note.at for note in person.session.state.budget.notes] == ["project"]


async def test_a_name_is_called_that_of_last_time_only_where_there_was_one(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("escape", "r")
        assert "your name, or empty" in person.text()
        await person.write("Decided")
        await person.press("tab")
        await person.write("Aino")
        await person.press("enter", "u", "r")
        assert "Aino" in person.text()
        assert "as last time" in person.text()
