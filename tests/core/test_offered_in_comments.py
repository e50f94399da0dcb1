"""The first row of a table goes where a commented file offers it, and the comments stay as they are."""

import pytest

from budjettitui.beginning import Answers, begun
from budjettitui.edits import Change, Insert, Set
from budjettitui.rules import loader
from budjettitui.session import Session
from budjettitui.words import LANGUAGES, Words
from tests.tui.person import TODAY

RULES = loader.load("fi-esrplus-2021").rules
assert RULES is not None
FIRSTS = (
    Insert("partner", 0, (("id", '"a"'),)),
    Insert("cost", 0, (("category", '"services"'), ("amount", "5"))),
    Insert("funding", 0, (("kind", '"own"'), ("amount", "5"))),
    Set(("stated", "costs"), "5"),
    Set(("call", "support_rate_max"), "70"),
)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_first_row_stands_below_its_own_explanation_and_undo_gives_the_same_bytes(lang: str, newline: str) -> None:
    assert RULES is not None
    text = begun("a.toml", RULES, Answers(), Words(lang), TODAY).decode().replace("\n", newline)
    session = Session.from_bytes(text.encode(), today=TODAY)
    for one in FIRSTS:
        session.apply(Change("change.add-row", (one,), {}))
    after = session.state.document.text
    for table in ("[[partner]]", "[[cost]]", "[[funding]]", "[stated]", "[call]"):
        offered, made = after.index(f"# {table}"), after.index(f"{newline}{table}{newline}")
        between = after[offered:made].split(newline)
        assert all(line.startswith("#") for line in between[:-1])
        assert between[-1] == ""
    assert [line for line in after.splitlines() if line.startswith("#")] == [
        line for line in text.splitlines() if line.startswith("#")
    ]
    for _ in FIRSTS:
        session.undo()
    assert session.state.document.text == text


def test_comments_that_belong_to_a_table_and_texts_that_look_like_them_offer_nothing() -> None:
    text = 'schema = 1\n[project]\nname = """\n# [[funding]]\n"""\n\n# [[funding]]\n[[cost]]\namount = 5\n'
    session = Session.from_bytes(text.encode(), today=TODAY)
    session.apply(Change("change.add-row", (FIRSTS[2],), {}))
    assert session.state.document.text == text + '\n[[funding]]\nkind = "own"\namount = 5\n'


def test_an_offer_at_the_end_of_a_file_without_a_last_line_end_takes_a_row() -> None:
    text = "schema = 1\n\n# [[cost]]\n# amount = 1"
    session = Session.from_bytes(text.encode(), today=TODAY)
    session.apply(Change("change.add-row", (FIRSTS[1],), {}))
    assert session.state.document.text == text + '\n\n[[cost]]\ncategory = "services"\namount = 5'


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_new_file_says_the_words_that_may_stand_in_it_with_what_they_mean(lang: str) -> None:
    assert RULES is not None
    text = begun("a.toml", RULES, Answers(), Words(lang), TODAY).decode()
    stage = next(line for line in text.splitlines() if line.startswith("# stage: "))
    assert "application" in stage
    assert Words(lang).label("project_stage", "application") in stage
    assert f"#   other-public     {Words(lang).label('funding', 'other-public')}\n" in text


def test_a_partner_called_by_a_genitive_has_an_id_of_both_words() -> None:
    assert RULES is not None
    answers = Answers(partners="Espoon kaupunki, Helsingin yliopisto, Omnia, Forum Virium Helsinki")
    state = Session.from_bytes(begun("a.toml", RULES, answers, Words("fi"), TODAY), today=TODAY).state
    assert [one.id for one in state.budget.partners] == ["espoon-kaupunki", "helsingin-yliopisto", "omnia", "forum"]
