"""Facts that are many: limits, rates and ceilings of the call by name, periods, the currency, what an item is set aside for."""

from decimal import Decimal
from pathlib import Path

import pytest

from budjettitui.document import Document
from budjettitui.edits import Change
from budjettitui.facts.listed import PERIODS, list_change, period_change, period_moved
from budjettitui.facts.named import FUNDS, LIMITS, RATES, named_change, names_of
from budjettitui.typed import NotYet
from budjettitui.words import LANGUAGES
from tests.checks.judging import state_of
from tests.places import PUBLIC
from tests.tui.person import at, changed, copied, to_fact

HEAD = 'schema = 1\n\n[project]\nname = "Hall" # the old one\n'
CALL = HEAD + (
    'rules = "fi-esrplus-2021"\n\n[call]\n'
    "categories = { services = { max = 35 } } # of the call\n\n"
    "[call.funds]\nerdf = { rate_max = 70, max = 500_000 } # Alueet\n\n"
    '[[cost]]\ncategory = "services"\namount = 40_000\n\n[[cost]]\ncategory = "personnel"\namount = 60_000\n'
)


def after(text: str, change: object) -> str:
    assert isinstance(change, Change)
    return Document.from_text(text).apply(change.edits).document.text


# limits of categories ------------------------------------------------------------------------------------------------
async def test_a_limit_of_a_category_is_changed_in_its_own_number_with_what_it_would_lead_to_seen_before(
    tmp_path: Path,
) -> None:
    path = tmp_path / "call.toml"
    path.write_text(CALL, encoding="utf-8")
    old = path.read_bytes()
    async with at(path, size=(100, 30)) as person:
        await to_fact(person, "limits of categories")
        await person.write("purchased")
        assert "at most 35,00 %" in person.text()
        await person.press("enter", "tab")
        await person.write("45")
        assert "Findings then: ✗0" in person.text()
        assert path.read_bytes() == old
        await person.press("enter", "escape", "escape")
        assert "Purchased services (call): at most 35,00 % -> at most 45,00 %" in person.text()
        assert len(person.session.history.steps) == 1
        await person.press("s")
    ((before, now),) = changed(old, path.read_bytes())
    assert before.replace(b"35", b"45") == now


async def test_a_limit_is_added_taken_out_and_undone_and_a_text_that_is_no_number_stays_in_its_field(
    tmp_path: Path,
) -> None:
    path = tmp_path / "call.toml"
    path.write_text(CALL, encoding="utf-8")
    async with at(path, lang="fi") as person:
        await to_fact(person, "kustannuslajien rajat")
        await person.write("palkka")
        await person.press("enter")
        await person.write("viisi")
        await person.press("enter")
        assert "viisi" in person.text()
        await person.press("ctrl+u")
        await person.write("5")
        await person.press("enter")
        assert "vähintään 5,00 %" in person.text()
        limits = person.session.state.budget.call.categories
        assert (limits["personnel"].min, limits["services"].max) == (Decimal(5), Decimal(35))
        assert limits["personnel"].max is None
        await person.press("enter", "ctrl+u", "enter", "escape", "escape")
        assert "personnel" not in person.session.state.budget.call.categories
        await person.press("u", "u")
        assert person.session.state.document.text == CALL


# rates and funds -----------------------------------------------------------------------------------------------------
async def test_the_flat_rates_of_the_cost_model_stand_in_the_list_with_what_the_rules_say(tmp_path: Path) -> None:
    async with at(copied_public("central-baltic.toml", tmp_path), lang="sv") as person:
        await to_fact(person, "schablonprocent")
        assert "Reglerna: 40,00 %; (EU) 2021/1060 art. 56(1)" in person.text()
        await person.press("enter")
        await person.write("30")
        await person.press("enter")
        assert list(person.session.state.budget.call.flat_rates.values()) == [30]


async def test_a_fund_of_any_name_is_added_with_its_ceilings(tmp_path: Path) -> None:
    path = tmp_path / "call.toml"
    path.write_text(CALL, encoding="utf-8")
    async with at(path) as person:
        await to_fact(person, "support of a fund")
        assert "at most 70,00 %, at most 500 000,00" in person.text()
        await person.press("down", "enter")
        await person.write("esf")
        await person.press("tab")
        await person.write("75")
        await person.press("tab")
        await person.write("1 000,50")
        await person.press("enter")
        said = person.session.state.document.text
        assert "erdf = { rate_max = 70, max = 500_000 } # Alueet\nesf = { rate_max = 75, max = 1000.50 }\n" in said
        assert len(person.session.history.steps) == 1


def copied_public(name: str, folder: Path) -> Path:
    path = folder / name
    path.write_bytes((PUBLIC / name).read_bytes())
    return path


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_all_of_it_fits_a_window_of_60_by_20(tmp_path: Path, lang: str) -> None:
    path = tmp_path / "call.toml"
    path.write_text(CALL, encoding="utf-8")
    async with at(path, size=(60, 20), lang=lang) as person:
        for _ in range(4):
            await person.press("number_sign", "end", "up", "up", "up", "up", "enter", "enter")
            assert "│" in person.text()
            await person.press("escape", "escape", "escape")


def test_the_first_name_brings_the_table_and_the_last_one_takes_it_along() -> None:
    state = state_of(HEAD)
    first = after(HEAD, named_change(state, RATES, "office", ("7,5",)))
    assert first == HEAD + "\n[call]\nflat_rates = { office = 7.5 }\n"
    gone = after(first, named_change(state_of(first), RATES, "office", ("",)))
    assert "flat_rates" not in gone
    assert "max = 35" in after(CALL, named_change(state_of(CALL), FUNDS, "erdf", ("", "")))


def test_one_number_that_goes_leaves_the_other_and_what_is_around_it() -> None:
    said = after(CALL, named_change(state_of(CALL), FUNDS, "erdf", ("70", "")))
    assert "erdf = { rate_max = 70 } # Alueet\n" in said
    assert named_change(state_of(CALL), FUNDS, "erdf", ("70", "500 000")) == Change(
        "change.set", (), {"at": (*FUNDS, "erdf")}
    )


@pytest.mark.parametrize("text", ["x", "101", "-1", "1,2,3"])
def test_what_is_no_percentage_is_not_taken_for_one(text: str) -> None:
    assert not isinstance(named_change(state_of(CALL), LIMITS, "services", ("", text)), Change)


def test_what_the_rules_and_the_budget_know_may_be_added() -> None:
    state = state_of(CALL + '[[funding]]\nkind = "support"\nfund = "jtf"\namount = 1\n')
    assert names_of(state, FUNDS) == ("erdf", "jtf")
    assert {"services", "personnel"} <= set(names_of(state, LIMITS))


# periods -------------------------------------------------------------------------------------------------------------
PERIODS_OF = HEAD + (
    'periods = [\n  "P1", # the first\n  "P2",\n]\n\n[[cost]]\ncategory = "services"\nyears = { P1 = 5, P2 = 6 } # both\n'
)


async def test_a_period_is_added_and_renamed_with_its_money_as_one_step(tmp_path: Path) -> None:
    path = tmp_path / "periods.toml"
    path.write_text(PERIODS_OF, encoding="utf-8")
    async with at(path) as person:
        await to_fact(person, "reporting periods")
        await person.press("enter")
        await person.write("P3")
        await person.press("enter")
        assert person.session.state.budget.project.periods == ("P1", "P2", "P3")
        await person.press("home", "enter", "ctrl+u")
        await person.write("1.1. - 30.6.")
        await person.press("enter", "escape", "escape")
        said = person.session.state.document.text
        assert '  "1.1. - 30.6.", # the first\n' in said
        assert 'years = { "1.1. - 30.6." = 5, P2 = 6 } # both' in said
        assert len(person.session.history.steps) == 2
        await person.press("u", "u")
        assert person.session.state.document.text == PERIODS_OF


async def test_periods_are_put_in_another_order_by_the_keys_that_move_rows(tmp_path: Path) -> None:
    path = tmp_path / "periods.toml"
    path.write_text(PERIODS_OF.replace('"P2",', '"P2", "P3",'), encoding="utf-8")
    async with at(path) as person:
        old = person.session.state.document.text
        await to_fact(person, "reporting periods")
        assert "Enter edit  J K move" in person.text()
        await person.press("home", "J")
        assert person.session.state.budget.project.periods == ("P2", "P1", "P3")
        assert "▸P1" in person.text()
        await person.press("ctrl+down")
        assert person.session.state.budget.project.periods == ("P2", "P3", "P1")
        await person.press("K", "K", "K")
        assert person.session.state.document.text == old
        await person.press("end", "K")
        assert person.session.state.document.text == old
        assert "▸+ a period" in person.text()
        await person.press("home", "J", "escape", "escape", "g", "5")
        heads = next(line for line in person.lines() if "P1" in line)
        assert heads.index("P2") < heads.index("P1") < heads.index("P3")
        await person.press("u")
        assert person.session.state.budget.project.periods == ("P1", "P2", "P3")
        assert "years = { P1 = 5, P2 = 6 } # both" in person.session.state.document.text


def test_a_period_that_cannot_go_further_stays() -> None:
    state = state_of(PERIODS_OF)
    assert period_moved(state, "P1", -1) == Change("change.set", ())
    assert '"P2", # the first\n  "P1",' in after(PERIODS_OF, period_moved(state, "P2", -1))


def test_a_period_may_not_stand_twice_and_the_list_goes_with_the_last() -> None:
    state = state_of(PERIODS_OF)
    assert period_change(state, "P1", "P2") == NotYet("cell.twice", ("P2",))
    one = after(HEAD, period_change(state_of(HEAD), "", "P1"))
    assert one.endswith('periods = ["P1"]\n')
    assert after(one, period_change(state_of(one), "P1", "")) == HEAD
    assert PERIODS == ("project", "periods")


# the currency, and what an item is set aside for ---------------------------------------------------------------------
async def test_the_currency_is_chosen_from_a_list_that_says_what_would_come_of_it(tmp_path: Path) -> None:
    path = tmp_path / "money.toml"
    path.write_text(HEAD + '[[cost]]\ncategory = "x"\namount = 10.50\n', encoding="utf-8")
    async with at(path, size=(100, 30)) as person:
        await to_fact(person, "currency")
        await person.write("JPY")
        assert "Findings then:" in person.text()
        await person.press("enter")
        assert person.session.state.budget.project.currency == "JPY"


async def test_what_an_item_is_set_aside_for_is_marked_by_the_space_bar_and_written_as_one_step(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press("g", "3")
        for _ in range(20):
            await person.press("down")
            if person.view.at is not None and person.view.at[0] == "appropriation":
                break
        await person.press("full_stop")
        await person.write("what it is for")
        await person.press("enter", "home", "space", "down", "space")
        assert "✓" in person.text()
        await person.press("enter", "escape")
        assert len(person.session.history.steps) == 1
        await person.press("u")
        assert person.session.state.document.to_bytes() == path.read_bytes()


def test_words_that_stay_in_a_list_stay_where_they_stand() -> None:
    text = HEAD + '[[appropriation]]\nbudget_item = "1"\ncovers = ["a", # why\n  "b", "c"]\n'
    path = ("appropriation", 0, "covers")
    said = after(text, list_change(state_of(text), path, ("a", "c", "project")))
    assert 'covers = ["a", # why\n  "c", "project"]' in said
    assert "covers" not in after(text, list_change(state_of(text), path, ()))


# the names of steps --------------------------------------------------------------------------------------------------
async def test_the_name_of_a_step_is_said_in_the_language_that_is_chosen_later(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), lang="en") as person:
        await to_fact(person, "stage")
        await person.write("draft")
        await person.press("enter", "escape", "ctrl+p")
        await person.write("suomi")
        await person.press("enter", "u")
        assert "hakemus -> luonnos" in person.text()
