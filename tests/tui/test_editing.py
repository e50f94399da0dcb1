"""A cell is typed, previewed, refused or kept; rows are added, copied, moved and taken away."""

from pathlib import Path

import pytest

from tests.tui.person import Person, at, copied


@pytest.fixture
def hyva(tmp_path: Path) -> Path:
    return copied("hyva-alku.toml", tmp_path)


async def on_interpreting(person: Person) -> None:
    """The amount of the last cost line."""
    await person.press("g", "2", "down", "down", "down", "down", "down", "end")


async def test_while_typing_balance_sums_and_findings_show_what_would_come(hyva: Path) -> None:
    async with at(hyva) as person:
        await on_interpreting(person)
        await person.write("10878")
        text = person.text()
        assert "if so   152 392,40    152 302,40    ✗      90,00   121 841,92          79,95 %" in text
        assert "reads as 10 878,00      was 10 788,00      change +90,00" in text
        assert "new: " in text
        assert "90,00 too much" in text
        assert person.session.state.figures.project.costs.value == person.screen.saved.figures.project.costs.value
        await person.press("escape")
        assert "if so" not in person.text()
        assert not person.session.dirty


async def test_a_doubtful_number_is_refused_with_both_readings(hyva: Path) -> None:
    async with at(hyva) as person:
        await on_interpreting(person)
        await person.write("1.234")
        assert "1.234 can be read in two ways" in person.text()
        assert "1 234,00 (thousands)      1,23 (decimals)" in person.text()
        await person.press("enter")
        assert not person.session.dirty
        assert person.view.typing is not None
        await person.press("down", "enter")
        amount = person.session.state.budget.costs[5].amount
        assert amount is not None
        assert str(amount.value) == "1234"


async def test_what_is_no_number_says_why_and_is_not_kept(hyva: Path) -> None:
    async with at(hyva) as person:
        await on_interpreting(person)
        await person.write("4.2,0")
        await person.press("tab")
        assert "Not a number: a comma after a point" in person.text()
        assert not person.session.dirty


async def test_keeping_goes_down_or_right(hyva: Path) -> None:
    async with at(hyva) as person:
        await person.press("g", "2", "down", "right")
        await person.press("enter")
        await person.write(" B")
        await person.press("tab")
        assert person.view.at == ("cost", 1, "how")
        assert person.session.state.budget.costs[1].description == "Hanketyöntekijä, työllisyyspalvelut B"
        assert "Changed description of" in person.text()
        await person.press("end", "enter", "enter")
        assert person.view.at == ("cost", 2, "amount")


async def test_emptying_takes_the_key_out(hyva: Path) -> None:
    async with at(hyva) as person:
        await on_interpreting(person)
        await person.press("backspace")
        assert person.session.state.budget.costs[5].amount is None
        await person.press("u")
        assert person.session.state.budget.costs[5].amount is not None
        assert not person.session.dirty


async def test_a_category_is_chosen_by_typing_in_any_language(hyva: Path) -> None:
    async with at(hyva) as person:
        await person.press("g", "2", "enter")
        assert "▸personnel" in person.text()
        await person.write("toimitila")
        await person.press("enter")
        assert person.session.state.budget.costs[0].category == "premises"


async def test_a_row_writes_nothing_until_it_has_content(hyva: Path) -> None:
    before = hyva.read_bytes()
    async with at(hyva) as person:
        await person.press("g", "2", "a", "enter")
        assert not person.session.dirty
        await person.press("escape")
        assert len(person.session.state.budget.costs) == 6
        assert not person.session.history.steps
    assert hyva.read_bytes() == before


async def test_rows_are_copied_moved_and_taken_away_and_undo_brings_all_back(hyva: Path) -> None:
    async with at(hyva) as person:
        before = person.session.state.document.text
        await person.press("g", "2", "down", "D")
        assert len(person.session.state.budget.costs) == 7
        assert person.view.at == ("cost", 2, "category")
        await person.press("J")
        assert person.view.at == ("cost", 3, "category")
        await person.press("K", "K")
        assert person.view.at == ("cost", 1, "category")
        await person.press("d")
        assert len(person.session.state.budget.costs) == 6
        assert "u takes it back" in person.text()
        for _ in person.session.history.steps:
            await person.press("u")
        assert person.session.state.document.text == before
        await person.press("u")
        assert "Nothing to undo" in person.text()


async def test_redo_does_it_again(hyva: Path) -> None:
    async with at(hyva) as person:
        await on_interpreting(person)
        await person.write("10878")
        await person.press("enter", "u")
        assert not person.session.dirty
        await person.press("U")
        assert person.session.dirty
        assert "Changed amount of Tulkkaus: 10 788,00 -> 10 878,00" in person.text()


async def test_a_share_is_edited_in_the_matrix(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "4", "up", "up", "home", "right")
        assert person.view.at == ("share", 0, "costs")
        await person.write("260000")
        await person.press("enter")
        costs = person.session.state.budget.shares[0].costs
        assert costs is not None
        assert costs.judged is not None
        assert str(costs.judged.value) == "260000"
        assert costs.judged.about


async def test_worked_out_cells_say_so(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "4", "end", "7")
        assert "Worked out" in person.text()
        assert not person.session.dirty


async def test_a_value_is_pasted_into_the_cell(hyva: Path) -> None:
    async with at(hyva) as person:
        await on_interpreting(person)
        from textual.events import Paste

        assert person.app.screen.focused is not None
        person.app.screen.focused.post_message(Paste("8\u00a0700,00\n"))
        await person.rest()
        await person.press("enter")
        amount = person.session.state.budget.costs[5].amount
        assert amount is not None
        assert str(amount.value) == "8700"


async def test_findings_are_gone_to_and_back(hyva: Path) -> None:
    async with at(hyva) as person:
        await person.press("n")
        assert person.view.page == "costs"
        assert person.view.at == ("cost", 5, "how")
        await person.press("g", "o")
        assert person.view.page == "overview"
        await person.press("f", "down", "enter")
        assert person.view.page == "costs"


async def test_the_language_is_switched_in_the_palette(hyva: Path) -> None:
    async with at(hyva) as person:
        await person.press("ctrl+p")
        await person.write("suomi")
        await person.press("enter")
        assert "Yleiskuva" in person.text()
        assert "kumoa" in person.lines()[-1]


async def test_rows_of_a_spreadsheet_are_looked_at_and_pasted_as_one_step(hyva: Path) -> None:
    from textual.events import Paste

    async with at(hyva) as person:
        await on_interpreting(person)
        assert person.app.screen.focused is not None
        person.app.screen.focused.post_message(Paste("services\tTulkki\t1\u00a0000,50\nLehti\t20\n"))
        await person.rest()
        assert "if so   153 322,90" in person.text()
        assert not person.session.dirty
        await person.press("enter")
        assert [row.description for row in person.session.state.budget.costs[6:]] == ["Tulkki", "Lehti"]
        assert len(person.session.history.steps) == 1


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_word_marked_in_a_list_is_told_with_what_it_would_bring(
    size: tuple[int, int], tmp_path: Path
) -> None:
    path = tmp_path / "one.toml"
    path.write_text(
        'schema = 1\n[project]\nname = "A"\nrules = "fi-esrplus-2021"\nstage = "application"\ncost_model = "flat-40"\n'
        '[[cost]]\ncategory = "personnel"\namount = 1_000\n[[cost]]\ncategory = "flat-rate"\namount = 400\n',
        encoding="utf-8",
    )
    async with at(path, size=size) as person:
        await person.press("g", "2", "home", "enter")
        assert "if so" not in person.text()
        await person.press("down")
        assert "new:" in person.text()
        assert "if so" in person.text()
        await person.press("up")
        assert "new:" not in person.text()
        assert not person.session.history.steps
        await person.press("down", "enter")
        assert person.session.state.budget.costs[0].category == "services"


async def test_what_was_done_is_told_with_both_figures_and_a_long_name_gives_way(hyva: Path) -> None:
    async with at(hyva) as person:
        await person.press("g", "2", "end", "9", "enter")
        assert "Changed amount of Hankekoordinaattori…: 24 370,48 -> 9,00" in person.text()


WORDS_OF_NOBODY = """\
schema = 1
[project]
name = "Odd words"
[[partner]]
id = "town"
[[partner]]
id = "club"
[[cost]]
category = "services"
partner = "nobody"
description = "Courses"
amount = 100
"""


async def test_a_list_that_is_opened_and_left_with_enter_keeps_a_word_that_is_not_in_it(tmp_path: Path) -> None:
    path = tmp_path / "odd.toml"
    path.write_text(WORDS_OF_NOBODY, encoding="utf-8")
    async with at(path) as person:
        await person.press("g", "2", "right", "enter")
        assert person.view.typing is not None
        assert person.view.typing.marked == -1
        await person.press("enter")
        assert person.session.state.document.text == WORDS_OF_NOBODY
        assert not person.session.dirty
