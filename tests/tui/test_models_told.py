"""Cost models: how the marked one is worked out, what falls away and grows, what no source confirms; copied as a table."""

from pathlib import Path

import pytest

from tests.tui.person import at, copied

MODELS = ("g", "2", "M")


async def test_the_marked_model_says_what_it_is_made_of_and_that_nothing_is_written(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press(*MODELS)
        said = " ".join(line[3:76].strip() for line in person.text().splitlines())
        assert "flat-40         191 120,40  152 896,00  38 224,40  3 lines, 15 788,00" in person.text()
        assert "fixed-lump-sum   50 000,00   40 000,00  10 000,00  all lines" in person.text()
        assert "Salary costs 136 514,40 x 40 % = 54 606,00 (half-up by 1)" in said
        assert "the rate pays them" in said
        assert "Own money grows by 7 763,92 to 38 224,40" in said
        assert "Support is rounded down by 1 here; no source confirms that" in said
        assert "Now under State grant (TEM) (Actual costs only): nothing is written" in said


async def test_w_works_it_out_and_esc_comes_back_to_the_same_model(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await person.press(*MODELS, "down", "w")
        assert "─ How it is worked out: flat-7 ─" in person.text()
        assert "Enter go there  y copy out" in person.lines()[-1]
        assert "▸Hankekoordinaattori, työllisyyspalvelut" in person.text()
        await person.press("y")
        rows = [line.split("\t")[:2] for line in person.screen.last.copied.splitlines()]
        assert ["base of the rate", "152302,40"] in rows
        assert ["~ rounded as the rules say", "10661,00"] in rows
        assert rows[-1] == ["need", "32593,40"]
        await person.press("escape")
        assert "▸flat-7 " in person.text()
        assert "if 2" in person.text()
        await person.press("w", "enter")
        assert person.view.at is not None
        assert person.view.at[:2] == ("cost", 0)
        assert not person.session.dirty


async def test_what_falls_away_stands_in_the_working_out_with_its_line(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press(*MODELS, "w", "end")
        lines = [line for line in person.text().splitlines() if "falls away (Tulkkaus)" in line]
        assert "10 788,00  line " in lines[0]


@pytest.mark.parametrize("lang", ["en", "fi", "sv"])
async def test_all_models_are_copied_as_a_table(tmp_path: Path, lang: str) -> None:
    async with at(copied("hyva-alku.toml", tmp_path), lang=lang) as person:
        await person.press(*MODELS, "y")
        rows = [line.split("\t") for line in person.screen.last.copied.splitlines()]
        assert {len(row) for row in rows} == {5}
        assert rows[1][:4] == ["flat-40", "191120,40", "152896,00", "38224,40"]
        await person.click(person.lines()[-1].index("w "), 23)
        assert ": flat-40 ─" in person.text()


async def test_under_rules_with_models_enter_still_takes_one(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    text = path.read_text(encoding="utf-8").replace('rules = "fi-state-grant"', 'rules = "fi-esrplus-2021"')
    path.write_text(text, encoding="utf-8")
    async with at(path) as person:
        await person.press(*MODELS, "home")
        said = " ".join(line.strip(" │▸!ig") for line in person.text().splitlines())
        assert "Enter takes it: 3 lines out, 1 in, one undo step" in said
        assert "w how it is worked out" in person.lines()[-1]
        await person.press("enter")
        assert person.session.state.budget.project.cost_model == "flat-40"
