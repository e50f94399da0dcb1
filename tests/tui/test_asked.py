"""An empty budget is filled in by answering questions, as one step, and nothing is offered twice in the file."""

from pathlib import Path

import pytest

from budjettitui.beginning import Answers, Unclear, begun, filled
from budjettitui.report.starting import starting_file
from budjettitui.rules import loader
from budjettitui.session import Session
from budjettitui.words import LANGUAGES, Words
from tests.tui.person import TODAY, Person, at
from tests.tui.test_beginning import EMPTY, made

RULES = loader.load("fi-esrplus-2021").rules
assert RULES is not None
TO_THE_QUESTIONS = ("g", "2", "down", "down", "down", "down", "enter")


async def answer(person: Person, *texts: str) -> None:
    """Texts into the fields one after another."""
    for text in texts:
        await person.write(text)
        await person.press("tab")


async def test_the_answers_are_written_in_one_step_that_undo_takes_back_to_the_byte(tmp_path: Path) -> None:
    path = made(tmp_path)
    async with at(path) as person:
        await person.press(*TO_THE_QUESTIONS)
        assert "whose rules?" in person.text()
        assert "Enter choose" in person.lines()[-1]
        await person.press("enter")
        assert "Enter write it" in person.lines()[-1]
        await answer(person, "Well-being", "75", "helsinki, Forum Virium", "Coordinator 24 370,48", "Interpreting 4000")
        await person.press("enter")
        budget = person.session.state.budget
        assert (budget.project.name, str(budget.call.support_rate_max)) == ("Well-being", "75")
        assert [(one.id, one.role) for one in budget.partners] == [("helsinki", "lead"), ("forum", "partner")]
        assert [(one.description, one.category) for one in budget.costs] == [
            ("Coordinator", "personnel"), ("Interpreting", "personnel")]  # fmt: skip
        assert person.view.page == "costs"
        assert "Filled in what was answered: 2 partners, 2 lines" in person.text()
        assert len(person.session.history.steps) == 1
        await person.press("u")
        assert person.session.state.document.text == EMPTY
        await person.press("U", "s")
    assert Session.open(path, today=TODAY).state.budget.costs[1].description == "Interpreting"


async def test_other_rules_are_chosen_and_what_stands_there_is_offered(tmp_path: Path) -> None:
    async with at(made(tmp_path, EMPTY + '\n[[partner]]\nid = "a"\nname = "First"\n')) as person:
        await person.press(*TO_THE_QUESTIONS, "end", "enter")
        last = loader.shipped()[-1]
        assert f"under {last}" in person.text()
        assert "[New" in person.text()
        assert "[First" in person.text()
        await person.press("tab", "tab")
        await person.write(", Second")
        await person.press("enter")
        budget = person.session.state.budget
        assert budget.project.rules == last
        assert budget.project.name == "New"
        assert [(one.id, one.role) for one in budget.partners] == [("a", None), ("second", "partner")]
        assert person.view.page == "partners"


async def test_answers_that_say_nothing_new_write_nothing(tmp_path: Path) -> None:
    async with at(made(tmp_path)) as person:
        await person.press(*TO_THE_QUESTIONS, "enter", "enter")
        assert "Nothing was answered" in person.text()
        assert not person.session.history.steps


@pytest.mark.parametrize(
    ("at_field", "text", "said"), [(1, "105", "0 to 100"), (4, "Interpreting 1,234", "in two ways")]
)
async def test_an_answer_that_cannot_be_taken_is_asked_again_with_all_others_kept(
    at_field: int, text: str, said: str, tmp_path: Path
) -> None:
    async with at(made(tmp_path)) as person:
        await person.press(*TO_THE_QUESTIONS, "enter", *["tab"] * at_field)
        await answer(person, text)
        await person.press("tab", *["tab"] * (at_field == 1), "enter")
        assert said in person.text()
        assert f"[{text}" in person.text()
        assert not person.session.history.steps


async def test_a_reviewer_is_not_asked(tmp_path: Path) -> None:
    async with at(made(tmp_path), read_only=True) as person:
        await person.press(*TO_THE_QUESTIONS)
        assert "whose rules" not in person.text()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_offered_table_of_the_call_is_taken_into_use_where_it_stands(lang: str, line_end: str) -> None:
    assert RULES is not None
    text = starting_file("a.toml", RULES, Words(lang), TODAY).replace("\n", line_end)
    session = Session.from_bytes(text.encode(), today=TODAY)
    session.apply(filled(session.state, RULES, Answers(ceiling="62,5 %", lines=("Travel 200",))))
    after = session.state.document.text
    assert after.count("[call]") == after.count("support_rate_max") == 1
    assert f"{line_end}[call]{line_end}# name = " in after
    assert f"{line_end}support_rate_max = 62.5{line_end}" in after
    assert not session.state.document.faults
    session.undo()
    assert session.state.document.text == text


def test_a_new_file_has_one_table_of_the_call() -> None:
    assert RULES is not None
    text = begun("a.toml", RULES, Answers(ceiling="75"), Words("en"), TODAY).decode()
    assert text.count("[call]") == 1
    assert Session.from_bytes(text.encode(), today=TODAY).state.budget.call.support_rate_max == 75


def test_partners_of_one_first_word_get_ids_of_their_own() -> None:
    assert RULES is not None
    answers = Answers(partners="Helsinki, Helsinki region, Åbo, Öst, Helsinki")
    state = Session.from_bytes(begun("a.toml", RULES, answers, Words("en"), TODAY), today=TODAY).state
    assert [one.id for one in state.budget.partners] == ["helsinki", "helsinki-2", "abo", "ost"]


def test_a_line_whose_amount_is_in_doubt_is_told_by_its_number() -> None:
    assert RULES is not None
    with pytest.raises(Unclear) as told:
        begun("a.toml", RULES, Answers(lines=("", "Travel 1,234")), Words("en"), TODAY)
    assert (told.value.field, told.value.line) == ("lines", 1)
