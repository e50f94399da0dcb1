"""What stands once in the file, the project, its call and what is declared, is changed from a list, one step each."""

from pathlib import Path

import pytest

from budjettitui.document import Document
from budjettitui.edits import Change
from budjettitui.facts import FACTS, OF_ROWS, fact_change, facts_of, types_of, value_of, words_of
from budjettitui.judging import Judging
from budjettitui.reading.tables import TABLES
from budjettitui.rules import loader
from budjettitui.session import Session
from budjettitui.typed import NotYet
from budjettitui.words import LANGUAGES, Words
from tests.checks.judging import state_of
from tests.tui.person import TODAY, at, changed, copied, to_fact

SMALL = 'schema = 1\n\n[project]\nname = "Hall" # the old one\n'


async def test_a_ceiling_of_the_call_is_typed_over_and_one_line_of_the_file_changes(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    old = path.read_bytes()
    async with at(path, size=(160, 48)) as person:
        await to_fact(person, "ceiling")
        assert "The rules: 80,00 %; 867/2021 4 § 1 mom." in person.text()
        await person.write("70")
        assert "Findings then: ✗3" in person.text()
        assert "New: Forum Virium Helsinki Oy" in person.text()
        assert person.session.state.document.text == old.decode()
        await person.press("enter")
        assert "70,00 %" in person.text()
        await person.press("escape")
        assert "75,00 % -> 70,00 %" in person.text()
        assert len(person.session.history.steps) == 1
        await person.press("s")
    ((before, after),) = changed(old, path.read_bytes())
    assert (before.split(b"#")[0].strip(), after.split(b"#")[0].strip()) == (
        b"support_rate_max = 75", b"support_rate_max = 70")  # fmt: skip


async def test_a_fact_typed_as_it_stands_is_no_step_and_nothing_is_said_to_follow(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path, size=(160, 48)) as person:
        await to_fact(person, "ceiling")
        await person.write("75,00")
        assert "Findings then" not in person.text()
        await person.press("enter", "escape")
        assert person.session.history.steps == ()
        assert not person.session.dirty
        assert "75,00 % -> " not in person.text()


async def test_a_stage_is_chosen_by_its_word_in_the_language_of_the_screen_and_undone(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path, lang="fi") as person:
        await to_fact(person, "vaihe")
        await person.write("luonn")
        await person.press("enter")
        assert person.session.state.budget.project.stage == "draft"
        await person.press("escape")
        assert "hakemus -> luonnos" in person.text()
        await person.press("u")
        assert person.session.state.document.text == path.read_bytes().decode()


async def test_a_period_is_two_days_and_anything_else_stays_in_the_field_with_a_sentence(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path, lang="sv", size=(160, 48)) as person:
        await to_fact(person, "sista dag")
        await person.write("1.6.2025 - 31.5")
        assert "Skriv två dagar" in person.text()
        await person.press("enter")
        assert "1.6.2025 - 31.5" in person.text()
        await person.write(".2028")
        await person.press("enter", "escape")
        period = person.session.state.budget.project.period
        assert period is not None
        assert (period.start.isoformat(), period.end.isoformat()) == ("2025-06-01", "2028-05-31")
        assert "1.1.2025 – 31.12.2027 -> 1.6.2025 – 31.5.2028" in person.text()


async def test_what_the_file_does_not_say_yet_is_written_beside_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "small.toml"
    path.write_text(SMALL, encoding="utf-8")
    async with at(path) as person:
        for typed, text in (("last day", "2027-01-01 2027-12-31"), ("highest support", "60"), ("income, decl", "none")):
            await to_fact(person, typed)
            await person.write(text)
            await person.press("enter", "escape")
        await to_fact(person, "VAT")
        await person.write("without")
        await person.press("enter", "escape", "s")
    said = path.read_text(encoding="utf-8")
    assert said.startswith(SMALL + "period = { start = 2027-01-01, end = 2027-12-31 }\n")
    assert "[call]\nsupport_rate_max = 60\n" in said
    assert '[declared]\nincome = "none"\nvat = "excluded"\n' in said


async def test_a_fact_is_left_out_by_its_last_choice_or_by_an_empty_text_and_a_name_is_not(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await to_fact(person, "stage")
        await person.write("say nothing")
        await person.press("enter")
        assert person.session.state.budget.project.stage is None
        await person.write("ceiling")
        await person.press("enter", "ctrl+u", "enter")
        assert person.session.state.budget.call.support_rate_max is None
        await person.write("name of the project")
        await person.press("enter", "ctrl+u", "enter")
        assert "This must not be empty" in person.text()


async def test_a_quick_hand_opens_the_list_and_narrows_it_in_one_go(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.write("#stage")
        assert "stage_" in person.text()
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await person.press("g", "2")
        await person.write(".person")
        assert "person_" in person.text()


async def test_the_keys_of_the_shell_move_and_clear_within_what_is_typed(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await to_fact(person, "name of the call")
        await person.press("ctrl+w", "ctrl+a")
        await person.write("A ")
        await person.press("ctrl+e")
        await person.write("Z")
        assert "[A ESR+ 4.3, yhdenvertainen Z_" in person.text()
        await person.press("ctrl+u")
        await person.write("New")
        await person.press("enter")
        assert person.session.state.budget.call.name == "New"


# a row, key by key ---------------------------------------------------------------------------------------------------
async def test_what_the_page_has_no_column_for_is_written_into_the_row_and_seen_by_the_checks(tmp_path: Path) -> None:
    path = tmp_path / "vat.toml"
    path.write_text(
        SMALL + 'rules = "fi-esrplus-2021"\ncost_model = "actual"\n[declared]\nvat = "included"\n'
        '[[partner]]\nid = "town"\nname = "Town"\nrole = "lead"\n'
        '[[cost]]\npartner = "town"\ncategory = "services"\ndescription = "Food"\namount = 100\n',
        encoding="utf-8",
    )
    async with at(path, size=(120, 40)) as person:
        await person.press("g", "4", "full_stop")
        assert "Town" in person.text()
        await person.write("kind")
        await person.press("enter")
        await person.write("munic")
        await person.press("enter", "escape")
        assert person.session.state.budget.partners[0].kind == "municipality"
        assert "vat-ineligible" in person.checks()
        await person.press("g", "2", "full_stop")
        await person.write("day of the cost")
        await person.press("enter")
        await person.write("31.2.2027")
        await person.press("enter")
        assert "Write a day" in person.text()
        await person.press("ctrl+u")
        await person.write("28.2.2027")
        await person.press("enter", "escape", "s")
    said = path.read_text(encoding="utf-8")
    assert 'role = "lead"\nkind = "municipality"\n' in said
    assert "amount = 100\ndate = 2027-02-28\n" in said


async def test_a_row_of_funding_says_how_sure_it_is_in_words(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), lang="sv") as person:
        await person.press("g", "3", "down", "down", "full_stop")
        await person.write("confirmed")
        await person.press("enter")
        await person.write("villkor")
        await person.press("enter", "escape")
        assert person.session.state.budget.funding[0].confirmed == "conditional"


async def test_where_no_row_is_the_key_names_the_other_one(tmp_path: Path) -> None:
    path = tmp_path / "small.toml"
    path.write_text(SMALL, encoding="utf-8")
    async with at(path) as person:
        await person.press("full_stop")
        assert "No row is here: the project and its call are at #" in person.text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_key_of_a_row_has_a_name_in_each_language(lang: str) -> None:
    words = Words(lang)
    keys = {str(path[-1]) for table in OF_ROWS for path in facts_of((table, 0))}
    assert {"person", "date", "vat_rate", "recovers_vat", "public"} <= keys
    assert [key for key in sorted(keys) if not words.has(f"flow.facts.row.{key}")] == []


# what is not changed -------------------------------------------------------------------------------------------------
async def test_read_only_shows_the_facts_and_changes_none(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path, read_only=True) as person:
        await person.press("number_sign")
        assert "HEL 2024-013129" in person.text()
        await person.press("enter")
        assert "read-only" in person.text()
        assert not person.session.dirty


async def test_a_broken_file_says_so_in_place_of_its_facts(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text("schema = 1\n[project\n", encoding="utf-8")
    async with at(path) as person:
        await person.press("number_sign")
        assert "The project and its call" not in person.text()
        assert "broken" in person.text()


async def test_the_cost_model_of_lines_is_chosen_where_it_shows_what_it_does_to_them(tmp_path: Path) -> None:
    path = tmp_path / "esr.toml"
    path.write_text(
        SMALL + 'rules = "fi-esrplus-2021"\n[[cost]]\ncategory = "personnel"\namount = 1_000\n', encoding="utf-8"
    )
    async with at(path) as person:
        await to_fact(person, "cost model")
        assert "flat-40" in person.text()
        assert "what falls away" in person.text() or "falls away" in person.text()


async def test_the_overview_names_the_key_of_the_facts_and_the_commands_find_them_by_what_they_are(
    tmp_path: Path,
) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "1")
        assert "# project" in person.lines()[-1]
        for word in ("period", "ceiling", "stage"):
            await person.press("ctrl+p")
            await person.write(word)
            assert "the project and its call" in person.text()
            await person.press("escape")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fact_and_word_of_a_fact_has_a_name_in_each_language(lang: str) -> None:
    words, state = Words(lang), state_of(SMALL)
    assert [path for path in FACTS if not words.has(f"flow.facts.{path[0]}.{path[1]}")] == []
    for kind, group in (("kind", "label.project_kind"), ("stage", "label.project_stage")):
        assert [one for one in words_of(state, ("project", kind)) if not words.has(f"{group}.{one}")] == []
    for name in loader.shipped():
        rules = loader.load(name).rules
        assert rules is not None
        assert [one for one in types_of(rules) if not words.has(f"rule.name.{one}")] == []


def test_every_key_of_the_project_the_call_and_what_is_declared_is_a_fact() -> None:
    there = {(str(path[0]), str(path[1])) for path in FACTS}
    assert there == {(table, key) for table in ("project", "call", "declared") for key in TABLES[table].keys}


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1.1.2027–31.12.2028", "2027-01-01", "2028-12-31"),
        ("2027-01-01 – 2028-12-31", "2027-01-01", "2028-12-31"),
        ("1. 1. 2027, 31.12.2028", "2027-01-01", "2028-12-31"),
    ],
)
def test_days_are_read_in_either_way_of_writing_them(text: str, start: str, end: str) -> None:
    change = fact_change(state_of(SMALL), ("project", "period"), text)
    assert isinstance(change, Change)
    after = Document.from_text(SMALL).apply(change.edits).document
    assert f"period = {{ start = {start}, end = {end} }}" in after.text


@pytest.mark.parametrize(
    "text", ["2027", "1.1.2027", "1.1.2027 – 31.2.2028", "from 1.1.2027 to 31.12.2028", "1.1.27 – 2.2.28"]
)
def test_what_is_no_two_days_is_not_taken_for_them(text: str) -> None:
    assert isinstance(fact_change(state_of(SMALL), ("project", "period"), text), NotYet)


def test_one_day_that_differs_changes_one_day() -> None:
    session = Session.from_bytes(
        (SMALL + "period = { start = 2027-01-01, end = 2027-12-31 } # two\n").encode(), today=TODAY
    )
    change = fact_change(session.state, ("project", "period"), "2027-01-01 2028-06-30")
    assert isinstance(change, Change)
    assert len(change.edits) == 1
    session.apply(change)
    assert "period = { start = 2027-01-01, end = 2028-06-30 } # two\n" in session.state.document.text
    assert value_of(session.state, ("project", "period")) == value_of(
        Judging(None, TODAY).state(session.state.document), ("project", "period")
    )
