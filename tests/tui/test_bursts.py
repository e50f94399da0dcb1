"""A word typed where letters are commands is taken back whole, with a hint; quick commands are not."""

import time
from pathlib import Path

import pytest
from textual.events import Key

from budjettitui.tui.flows.taking_back import before_burst, take_back
from tests.tui.person import Person, at, copied
from tests.tui.test_typed_ahead import opened

HINT = "Enter starts writing here"
TEXTS = [
    ("j", "imatkat"),
    ("enter", "Matkat"),
    ("slash", "tulkkaus"),
    ("c", "Kysymys"),
    ("r", "Perustelu"),
    ("i", "Matkat"),
]


async def typed(person: Person, text: str, every: float = 0.08, *, at_once: bool = False) -> None:
    """Keys so many seconds apart, each done before the next comes; `at_once` as a terminal sends what is pasted."""
    began = time.monotonic()
    for number, sign in enumerate(text):
        event = Key("enter" if sign == "\r" else sign, sign)
        event.time = began + number * every
        event.set_sender(person.app)
        person.app.post_message(event)
        if not at_once:
            await person.pilot.pause()
    await person.rest()
    if person.app.bursts.task is not None:
        await person.app.bursts.task
    await person.rest()


async def on_a_description(person: Person) -> None:
    """The cursor on the second description of the costs."""
    await person.press("g", "2", "down", "right")


@pytest.mark.parametrize(
    "word", ["Matkat", "Palvelut", "Dimdi", "gupdU", "Kahvit", "Tekijät", "wMAtka", "pankki", "sosiaali", "dDosq"]
)
async def test_a_word_on_a_cell_for_words_leaves_everything_as_it_was(word: str, tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await on_a_description(person)
        await person.press("left", "d", "right")
        steps, text = person.session.history.steps, person.session.state.document.text
        await typed(person, word, at_once=bool(set(word) & set("sqyo")))
        assert HINT in person.text()
        assert person.app.screen is person.screen
        assert person.view.page == "costs"
        assert person.view.at == ("cost", 1, "description")
        assert person.session.history.steps == steps
        assert person.session.state.document.text == text
        assert path.read_bytes() == before
        assert "Enter edit" in person.lines()[-1]


async def test_what_was_taken_back_before_the_word_can_still_be_done_again(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await on_a_description(person)
        await person.press("d", "down", "d", "up", "u", "home", "right")
        await typed(person, "dDudKu")
        assert HINT in person.text()
        assert (len(person.session.history.steps), len(person.session.history.undone)) == (1, 1)
        await person.pilot.pause(1.5)
        await person.press("U")
        assert len(person.session.state.budget.costs) == 4


async def test_the_rest_of_the_word_and_the_line_behind_it_do_nothing(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await on_a_description(person)
        await typed(person, "Matkakulut\r")
        assert person.view.typing is None
        assert not person.session.dirty
        await person.pilot.pause(1.5)
        await person.press("enter")
        assert person.view.typing is not None


@pytest.mark.parametrize("keys", ["uuuuu", "jjjjj", "nnnnn", "jkjkjk", "hjklhjkl", "jjjdd", "ddddd"])
async def test_quick_commands_are_done(keys: str, tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await on_a_description(person)
        await typed(person, keys)
        assert HINT not in person.text()
        assert len(person.session.history.steps) == min(keys.count("d"), 5)


async def test_slow_letters_are_commands(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await on_a_description(person)
        await typed(person, "dDkuU", every=0.21)
        assert HINT not in person.text()
        assert len(person.session.history.steps) == 2


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("a", "palvelut"),
        ("j", "imatkat"),
        ("enter", "Matkat"),
        ("slash", "tulkkaus"),
        ("c", "Kysymys"),
        ("r", "Perustelu"),
        ("i", "Matkat"),
    ],
)
async def test_what_is_written_quickly_into_a_field_is_no_burst(key: str, text: str, tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await on_a_description(person)
        await person.pilot.press(key)
        await typed(person, text)
        assert HINT not in person.text()
        assert text in person.text() or "services" in person.text()
        assert person.view.typing is not None or person.app.screen is not person.screen


@pytest.mark.parametrize(("key", "said"), [("d", "Deleted "), ("D", "Copied "), ("J", "Moved "), ("K", "Moved ")])
async def test_a_single_letter_that_changes_says_what_it_did_and_how_it_is_taken_back(
    key: str, said: str, tmp_path: Path
) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await on_a_description(person)
        await person.press(key)
        assert said in person.text()
        assert "u takes it back" in person.text()


@pytest.mark.parametrize(
    "word", ["salary", "hours", "Matkat", "palkka", "kulut", "yhteensä", "summa", "dDosq", "dDadK"]
)
async def test_a_word_on_a_number_leaves_everything_as_it_was(word: str, tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "2", "down", "end", "d")
        steps, text = person.session.history.steps, person.session.state.document.text
        await typed(person, word, at_once=bool(set(word) & set("sqyop")))
        assert HINT in person.text()
        assert person.app.screen is person.screen
        assert person.view.at == ("cost", 1, "amount")
        assert person.session.history.steps == steps
        assert person.session.state.document.text == text
        assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("keys", "steps"),
    [("jjjjj", 0), ("ddddd", 4), ("jdjdj", 2), ("vjjjd", 1), ("ggjjd", 1), ("Djjdd", 3), ("KKjjd", 3), ("jjdds", 2)],
)
async def test_quick_commands_on_a_number_are_done(keys: str, steps: int, tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("g", "2", "down", "down", "end")
        await typed(person, keys)
        assert HINT not in person.text()
        assert len(person.session.history.steps) == steps
        await person.pilot.pause(0.3)
        assert (path.read_bytes() != before) == ("s" in keys)


async def test_a_quick_save_is_saved_once_no_word_comes_of_it(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await on_a_description(person)
        await person.press("d", "s")
        assert "Saved" in person.text()
    assert path.read_text(encoding="utf-8").count("[[cost]]") == 5


async def test_a_save_waits_for_no_word_where_none_could_come_of_it_or_nothing_be_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("budjettitui.tui.bursts.GAP", 600.0)
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await person.press("escape")
        await person.pilot.press("s")
        await person.pilot.pause()
        assert "nothing to save" in person.text()
        person.app.bursts.run = None
        await on_a_description(person)
        await person.press("d")
        await person.pilot.press("ctrl+s")
        await person.pilot.pause()
        assert "Saved" in person.text()
    assert path.read_text(encoding="utf-8").count("[[cost]]") == 5


def test_text_pasted_as_keys_into_a_real_terminal_neither_saves_nor_changes(tmp_path: Path) -> None:
    file = copied("hyva-alku.toml", tmp_path)
    before = file.read_bytes()
    with opened(file) as terminal:
        terminal.wait_for(b"Opened")
        terminal.send(b"g2\x1b[C")
        terminal.wait_for(b"Hankekoordinaattori")
        time.sleep(0.5)
        terminal.send(b"dsq Sosiaalinen kuntoutus, asiakkaat\r Ds\tqsd\r1000\r")
        terminal.wait_for(HINT.encode())
        time.sleep(0.5)
        terminal.send(b"sq")
        assert terminal.wait_for_the_end() == 0
    assert file.read_bytes() == before


@pytest.mark.parametrize("word", ["Matkakulut", "sosiaali", "dDosq"])
async def test_a_word_on_the_overview_does_nothing_and_says_so(word: str, tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    before = path.read_bytes()
    async with at(path) as person:
        await person.press("escape", "up")
        await typed(person, word, at_once=True)
        assert "Nothing is written here: letters are commands" in person.text()
        assert person.app.screen is person.screen
        assert person.view.page == "overview"
        assert not person.session.dirty
    assert path.read_bytes() == before


async def test_a_word_that_is_taken_back_while_the_program_ends_is_no_fault(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await on_a_description(person)
        before = before_burst(person.app)
        assert before is not None
        await person.screen.remove_children()  # a program that ends takes them away before the screen
        take_back(before)
        assert person.view.talk is None or HINT not in person.view.talk.text
