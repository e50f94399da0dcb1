"""The menu of mends: how many there are, what is not offered and why, and accepting as the last of them."""

from pathlib import Path

from tests.places import PUBLIC
from tests.tui.person import Person, at, copied


async def to_finding(person: Person, check: str) -> None:
    """Press `n` until the strip speaks of a check."""
    for _ in person.session.state.roots():
        await person.press("n")
        if person.view.finding is not None and person.view.finding.check == check:
            return
    raise AssertionError(f"no {check} is gone to by n")


async def test_the_strip_says_how_many_mends_there_are(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        assert "m 3 mends  w why" in person.text()


async def test_no_mend_is_promised_where_there_is_none(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await to_finding(person, "approximate-total")
        strip = person.lines()[-6]
        assert "w why" in strip
        assert "mend" not in strip


async def test_a_mend_that_would_bring_an_error_is_named_with_it(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path), size=(120, 36)) as person:
        await person.press("m")
        text = " ".join(person.text().split())
        assert "Not offered: Lower the costs alone to 298 250,00. It would bring:" in text
        assert "support is 75,44 %, over the ceiling of 75,00 %" in text


BY_YEAR = """schema = 1
[project]
name = "Village courses"
period = { start = 2025-01-01, end = 2026-12-31 }
[[funding]]
kind = "municipal"
payer = "Town"
budget_item = "1"
amount = 25_000
years = { 2025 = 20_000, 2026 = 5_000 }
[[appropriation]]
budget_item = "1"
payer = "Town"
basis = "net"
by_year = true
amount = 26_000
"""
"""Set aside by year without the years: divided evenly, the first year would be short."""


async def test_a_mend_that_alone_would_bring_an_error_is_offered_with_what_mends_that(tmp_path: Path) -> None:
    path = tmp_path / "courses.toml"
    path.write_text(BY_YEAR, encoding="utf-8")
    async with at(path) as person:
        await to_finding(person, "appropriation-years")
        await person.press("m")
        text = person.text()
        assert "▸1 Divide 26 000,00 evenly over 2 years: 13 000,00; then raise the" in text
        assert "2025 of Appropriation 1   nothing -> 20 000,00" in text


async def test_where_each_mend_would_bring_an_error_the_menu_says_so_and_offers_to_accept(tmp_path: Path) -> None:
    path = tmp_path / "lump.toml"
    text = (PUBLIC / "horizon-lump.toml").read_text(encoding="utf-8").replace("amount = 90_000", "amount = 108_000")
    text = text.replace("amount = 25_000", "amount = 21_000").replace("amount = 30_000", "amount = 26_000")
    path.write_text(text, encoding="utf-8")
    async with at(path) as person:
        await to_finding(person, "flat-amount")
        await person.press("m")
        text = person.text()
        assert "Not offered: Make the amount 29 500,00" in text
        assert "▸1 Change nothing, accept it with a reason" in text


async def test_a_price_with_vat_is_taken_off_with_what_pays_for_it_and_with_the_stated_totals(tmp_path: Path) -> None:
    async with at(copied("hyva-alku.toml", tmp_path)) as person:
        await to_finding(person, "vat-suspect")
        await person.press("m")
        text = " ".join(person.text().replace("│", " ").split())
        assert "Take the VAT off the price: 58; own funding 28 372,48; the stated totals too" in text


async def test_the_edits_of_a_mend_name_the_years_that_they_write(tmp_path: Path) -> None:
    path = tmp_path / "courses.toml"
    row = '[[cost]]\ncategory = "services"\ndescription = "Food"\namount = 900\nyears = { 2025 = 500, 2026 = 600 }\n'
    path.write_text(BY_YEAR.split("[[funding]]")[0] + row, encoding="utf-8")
    async with at(path) as person:
        await to_finding(person, "years-total")
        await person.press("m")
        text = person.text()
        assert "2026 of Food   600,00 -> 400,00" in text
        assert "2025 of Food   500,00 -> 450,00" in text


async def test_the_last_choice_changes_no_figure_and_asks_for_a_reason(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press("m", "4")
        now, if_four = person.lines()[-3:-1]
        assert if_four.split()[2:] == now.split()[1:]
        await person.press("enter")
        assert "Accept: Forum Virium Helsinki Oy" in person.text()
        await person.write("decided in March")
        await person.press("enter")
        assert [one.check for one in person.session.state.budget.waivers] == ["self-financing-missing"]
        assert "self-financing-missing" not in person.checks()


async def test_all_choices_are_seen_in_a_window_of_23_lines(tmp_path: Path) -> None:
    async with at(copied("dot.toml", tmp_path), size=(80, 23)) as person:
        await person.press("m")
        text = person.text()
        assert all(f"{number} " in text for number in (1, 2, 3))
        assert "4 Change nothing, accept it with a reason" in text
        assert "Not offered" in text


async def test_the_line_of_a_broken_file_can_be_opened_for_writing_from_the_menu(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("decision_limit = 1_000_000", "decision_limit = one million"), encoding="utf-8")
    async with at(path) as person:
        await person.press("m", "end", "enter")
        assert "Open line" not in person.text()
        assert person.view.page == "file"
        assert person.view.typing is not None
        assert "decision_limit = one million" in person.view.typing.text


async def test_the_bottom_line_says_what_enter_does_on_a_row_that_adds(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("g", "2")
        assert person.lines()[-1].startswith(" Enter add  u undo")


async def test_cost_models_of_a_file_without_cost_lines_are_not_compared(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("M")
        assert "no cost lines, so there is nothing to compare" in person.text()


async def test_a_line_that_a_mend_adds_has_its_category_in_the_language_of_the_screen(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    path.write_bytes(path.read_bytes().replace(b"54_469.90", b"50_000", 1))
    async with at(path, lang="fi") as person:
        await to_finding(person, "total-cost")
        await person.press("m")
        assert "uusi rivi, Kustannusrivi: Muut kulut, 4 469,90" in person.text()
        assert "other" not in person.text()


async def test_what_a_form_asks_is_answered_from_the_menu_in_words_or_with_a_sum(tmp_path: Path) -> None:
    path = copied("hyva-alku.toml", tmp_path)
    async with at(path) as person:
        await person.press("m")
        assert "Declare that there are none, if that is so: income and other grants" in person.text()
        assert "nothing -> none" in person.text()
        await person.press("2", "enter")
        assert "▸income, declared" in person.text()
        await person.press("enter")
        await person.write("500")
        await person.press("enter", "escape")
        income = person.session.state.budget.declared.income
        assert income is not None
        assert str(getattr(income, "value", income)) == "500"


async def test_a_word_that_no_mend_can_be_sure_of_is_chosen_from_the_list_of_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "one.toml"
    text = (
        'schema = 1\n[project]\nname = "A"\nrules = "fi-esrplus-2021"\n[[cost]]\ncategory = "Matkat"\namount = 2_880\n'
    )
    path.write_text(text, encoding="utf-8")
    async with at(path) as person:
        assert "m choose  w why" in person.text()
        await person.press("m")
        assert person.view.page == "costs"
        assert "personnel  Salary costs" in person.text()
        await person.write("oth")
        await person.press("enter")
        assert person.session.state.budget.costs[0].category == "other"
        assert "unknown-category" not in person.checks()
        await person.press("u")
        assert person.session.state.document.text == text


async def test_lines_of_funding_without_a_name_are_told_apart_by_whose_they_are(tmp_path: Path) -> None:
    text = BY_YEAR.split("[[funding]]")[0] + '[[partner]]\nid = "town"\nrole = "lead"\n[[partner]]\nid = "club"\n'
    for who, own in (("town", 210), ("club", 190)):
        text += f'[[cost]]\ncategory = "services"\ndescription = "Food"\npartner = "{who}"\namount = 1_000\n'
        for kind, amount in (("support", 800), ("own", own)):
            text += f'[[funding]]\nkind = "{kind}"\nrecipient = "{who}"\namount = {amount}\n'
    path = tmp_path / "courses.toml"
    path.write_text(text, encoding="utf-8")
    async with at(path) as person:
        await to_finding(person, "overfunded")
        await person.press("m")
        shown = person.text()
        assert "own funding, town   210,00 -> 200,00" in shown
        assert "own funding, club   190,00 -> 200,00" in shown


async def test_from_the_mends_one_asks_why_and_from_there_comes_back(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        before = person.session.state.document.text
        await person.press("m")
        assert "w why" in person.lines()[-1]
        await person.press("w")
        assert "75 000,00" in person.text()
        assert "Why" in person.text()
        assert "line 75" in person.text()
        await person.press("m")
        assert "Raise municipal funding to 75 000,00" in person.text()
        await person.press("escape")
        assert person.session.state.document.text == before
