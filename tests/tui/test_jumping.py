"""Jump: a letter on every target that is seen; typing it goes there; nothing is hidden but the cells of the letters."""

from pathlib import Path

import pytest

from budjettitui.tui.flows import judging, working
from budjettitui.tui.screens.jumper import LETTERS, Jumper, labels
from tests.places import BUDGETS
from tests.tui.person import Person, at, copied

from .test_judged_later import file_of


def label_on(person: Person, text: str, *, before: bool = False) -> str:
    """The letters in the gutter of the row that has a text, or just before the text, as they are seen there."""
    jumper = person.app.screen
    assert isinstance(jumper, Jumper)
    row = person.row(text)
    line = person.lines()[row]
    x = line.index(text) if before else 0
    ends = {
        (one.x + (before and not one.before), one.y): label
        for one, label in zip(jumper.targets, jumper.labels, strict=True)
    }
    found = ends[x, row]
    assert (line[:x].endswith(found)) if before else line.startswith(found)
    return found


async def test_a_letter_goes_to_its_row_and_the_balance_stays(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2")
        before = person.lines()[20:23]
        await person.press("semicolon")
        assert "Type a letter to go there. Esc ends" in person.text()
        assert person.lines()[20:23] == before
        await person.write(label_on(person, "Tulkkaus"))
        assert person.screen.desk.grid is not None
        assert person.view.at == ("cost", 5, "category")
        assert "Type a letter" not in person.text()


@pytest.mark.parametrize("page", ["1", "2", "3", "4", "5", "6", "findings"])
async def test_every_page_has_letters_on_its_rows_its_tabs_and_its_keys(page: str, tmp_path: Path) -> None:
    async with at(copied("dot.toml", tmp_path), ascii=True) as person:
        await person.press(*(["f"] if page == "findings" else ["g", page]))
        before = person.lines()
        await person.press("semicolon")
        changed = [number for number, line in enumerate(person.lines()) if line != before[number]]
        assert {1, 23} <= set(changed)
        assert any(2 <= number < 17 for number in changed)
        assert not {20, 21, 22} & set(changed)
        await person.press("escape")
        assert person.lines()[:23] == before[:23]


async def test_a_tab_a_key_of_the_bottom_line_and_a_finding_are_targets(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("semicolon")
        await person.write(label_on(person, "3 Funding", before=True))
        assert person.view.page == "funding"
        await person.press("semicolon")
        await person.write(label_on(person, "? help", before=True))
        assert "Keys here" in person.text()


async def test_of_more_than_26_targets_the_last_have_two_letters_and_the_first_of_them_narrows(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=(160, 48)) as person:
        await person.press("g", "6", "semicolon")
        label = label_on(person, "schema = 1")
        assert len(label) == 1
        last = label_on(person, "q close", before=True)
        assert len(last) == 2
        await person.write(last[0])
        assert not person.lines()[person.row("schema = 1")].startswith(label)
        assert person.lines()[-1].find(last) > 0
        await person.press("backspace")
        assert label_on(person, "schema = 1") == label
        row = person.row("schema = 1")
        await person.write(label)
        assert person.lines()[row].startswith("▸")


async def test_it_works_on_the_list_of_budgets() -> None:
    async with at(BUDGETS) as person:
        await person.press("semicolon")
        await person.write(label_on(person, "soku.toml"))
        await person.press("enter")
        assert "soku.toml" in person.lines()[0]


async def test_another_window_size_ends_it(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("semicolon")
        await person.pilot.resize_terminal(100, 30)
        await person.rest()
        assert person.view.dialog == ""
        assert "Type a letter" not in person.text()


@pytest.mark.parametrize("count", [1, 26, 27, 60, 400, len(LETTERS) ** 2])
def test_labels_are_different_and_none_begins_another(count: int) -> None:
    found = labels(count)
    assert len(set(found)) == count
    assert not [one for one in found for other in found if one != other and other.startswith(one)]
    assert {len(label) for label in found} <= {1, 2}
    assert [len(label) for label in found] == sorted(len(label) for label in found)


def test_as_many_targets_as_can_be_have_one_letter() -> None:
    assert labels(26) == list(LETTERS)
    assert [len(label) for label in labels(27)].count(1) == 25


async def test_letters_asked_for_before_the_verdict_stand_where_their_targets_then_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "LARGE", 0)
    monkeypatch.setattr(judging, "STEP", 0)
    monkeypatch.setattr(judging, "PAUSE", 60)
    async with at(file_of("odd.toml", tmp_path)) as person:
        await person.press("semicolon")
        assert [label_on(person, sums) for sums in ("1 000,00", "\N{MINUS SIGN}700,00", "300,00        900,00")] == [
            "a",
            "s",
            "d",
        ]
