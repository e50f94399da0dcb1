"""Goal seek and cost models compared: seen before Enter, one step, taken back to the same bytes."""

from decimal import Decimal
from pathlib import Path

from budjettitui.tui.widgets.menu import Menu
from tests.tui.person import at, copied


async def test_a_goal_shows_in_the_row_if_and_is_written_as_one_step(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("T")
        assert "543 000,00" in person.text()
        assert person.view.preview is not None
        assert person.view.preview.figures.project.missing == Decimal(0)
        assert not person.session.dirty
        await person.press("enter")
        assert person.session.state.figures.project.missing == Decimal(0)
        assert person.session.state.figures.project.costs.value == Decimal(543_000)
        assert len(person.session.history.steps) == 1
        await person.press("u")
        assert person.session.state.document.to_bytes() == before


async def test_what_is_kept_does_not_move(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2", "T", "x")
        assert "[ ]" in person.text()
        await person.press("enter")
        assert "[x]" in person.text()
        await person.press("escape")
        assert "Keep as it is: all of Personnel costs" in person.text()
        await person.press("escape")
        assert not person.session.dirty
        await person.press("T")
        assert "Keep as it is: all of Personnel costs" in person.text()


async def test_where_what_is_kept_leaves_nothing_to_move_no_nearest_is_promised(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("T", "x", "down", "enter", "escape")
        assert "Keep as it is: Forum Virium Helsinki Oy" in person.text()
        assert "the nearest" not in person.text()
        await person.press("1", "enter")
        assert "it is so already" not in person.text()
        assert person.session.state.document.to_bytes() == before


async def test_where_what_misses_is_kept_it_is_said_that_nothing_may_move_there(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("T", "x", "down", "enter", "escape")
        assert "The gap is where nothing may move: it is kept as it is" in person.text()
        assert "No whole unit" not in person.text()


async def test_the_bottom_line_says_what_enter_does_with_the_marked_goal(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("T")
        assert "Enter write it" in person.lines()[-1]
        assert "if you press Enter" in person.text()
        await person.press("end")
        assert "Enter another rate" in person.lines()[-1]
        assert "if you press Enter" not in person.text()
        assert "if 7" not in person.text(), "it has no figures of its own"
        await person.press("up")
        assert "Enter choose what to keep" in person.lines()[-1]
        await person.press("up")
        assert "it is so now" in person.text()
        assert "Enter close" in person.lines()[-1]
        assert "if you press Enter" not in person.text()
        await person.press("home")
        assert "Enter write it" in person.lines()[-1]
        await person.press("escape")
        assert "write it" not in person.lines()[-1]


async def test_a_goal_in_a_file_that_is_only_read_promises_no_writing(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), read_only=True) as person:
        await person.press("T")
        assert "Enter close" in person.lines()[-1]


async def test_the_bottom_line_takes_no_cost_model_that_the_file_has_already(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("fi-state-grant", "fi-esrplus-2021"), encoding="utf-8")
    async with at(path) as person:
        await person.press("M", "home")
        assert "Enter take it" in person.lines()[-1]
        while " *" not in next(line for line in person.lines() if "▸" in line and "│" in line):
            await person.press("down")
        assert "Enter close" in person.lines()[-1]


async def test_a_rate_of_ones_own_is_sought(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("T", "r")
        await person.write("700")
        await person.press("enter")
        assert "0 to 100" in person.text()
        for _ in range(3):
            await person.press("backspace")
        await person.write("70")
        await person.press("enter")
        assert "70,00 %" in person.text()
        await person.press("4", "enter")
        assert person.session.state.figures.project.support_rate == Decimal(70)


async def test_choosing_a_cost_model_is_one_step_of_undo(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    text = path.read_text(encoding="utf-8").replace("fi-state-grant", "fi-esrplus-2021")
    path.write_text(text, encoding="utf-8")
    async with at(path) as person:
        await person.press("M")
        assert "flat-40" in person.text()
        menu = person.app.screen
        assert isinstance(menu, Menu)
        while menu.text.choices[menu.marked].title.split()[0] != "flat-40":
            await person.press("up")
        assert "191 120,40" in person.text()
        await person.press("enter")
        assert person.session.state.budget.project.cost_model == "flat-40"
        assert person.session.state.figures.project.costs.value == Decimal("191120.40")
        await person.press("u")
        assert person.session.state.document.text == text


async def test_under_rules_with_one_model_nothing_is_written(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("M")
        assert "what if" in person.text()
        await person.press("enter")
        assert not person.session.dirty


UNPAID = """schema = 1

[project]
name = "Hall"
rules = "fi-esrplus-2021"

[[cost]]
category = "personnel"
amount = 100_000
"""


async def test_a_goal_begins_the_support_of_a_budget_that_has_costs_alone(tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    path.write_text(UNPAID, encoding="utf-8")
    async with at(path) as person:
        await person.press("escape", "T")
        assert "a new row: support, 80 000,00" in person.text()
        assert "80,00 % max 80" in person.text()
        await person.press("down")
        assert "No support is known yet" in person.text()
        await person.press("up", "enter")
        assert person.session.state.document.text == UNPAID + '\n[[funding]]\nkind = "support"\namount = 80_000\n'


async def test_a_goal_without_costs_says_whose_are_missing_and_which_keys_lead_to_them(tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    partners = '\n[[partner]]\nid = "a"\n\n[[partner]]\nid = "b"\nname = "Second"\n'
    path.write_text(UNPAID.replace("[[cost]]", '[[cost]]\npartner = "a"') + partners, encoding="utf-8")
    async with at(path) as person:
        await person.press("escape", "T")
        assert "The costs of Second are not known yet: g 2 leads to them, and a adds" in person.text()


async def test_a_cost_model_is_called_by_its_name_too(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), lang="fi") as person:
        await person.press("escape", "M")
        while "▸actual" not in person.text():
            await person.press("down")
        assert "Tosiasialliset kustannukset" in person.text()


async def test_where_no_goal_has_a_meaning_the_menu_says_so(tmp_path: Path) -> None:
    path = tmp_path / "sea.toml"
    path.write_text('schema = 1\n\n[project]\nname = "Sea"\nrules = "eu-horizon-2021"\n', encoding="utf-8")
    async with at(path) as person:
        await person.press("escape", "T")
        assert "Nothing is known to be missing, and these rules have no ceiling" in person.text()


SALARIES = """schema = 1

[project]
name = "Salaries"

[[cost]]
category = "personnel"
amount = 90_000

[[cost]]
category = "services"
amount = 10_000

[[funding]]
kind = "own"
amount = 80_000
"""


async def test_as_far_as_what_may_move_can_go_is_a_choice_that_says_what_stays_missing(tmp_path: Path) -> None:
    path = tmp_path / "salaries.toml"
    path.write_text(SALARIES, encoding="utf-8")
    async with at(path) as person:
        await person.press("T", "x", "enter", "escape", "home", "2")
        assert "support as it is: not exactly; the nearest" in person.text()
        assert "Missing still: 10 000,00" in person.text()
        assert "Enter write it" in person.lines()[-1]
        await person.press("enter")
        assert person.session.state.figures.project.missing == Decimal(10_000)
        await person.press("u")
        assert person.session.state.document.text == SALARIES


async def test_the_frame_of_the_goals_stays_where_it_is_whichever_is_marked(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=(100, 30)) as person:
        await person.press("T")
        frames = set()
        for _ in range(7):
            frames.add(tuple(number for number, line in enumerate(person.lines()) if set("┌├└") & set(line[5:-5])))
            await person.press("down")
        assert len(frames) == 1


async def test_a_total_that_is_stated_as_a_plain_number_moves_in_the_sight_of_who_asks(tmp_path: Path) -> None:
    async with at(copied("dot.toml", tmp_path)) as person:
        await person.press("T")
        assert "costs (stated total)    400 000,00  ->  395 000,00" in person.text()
