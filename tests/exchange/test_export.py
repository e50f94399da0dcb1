"""What leaves the program: the funder's tables, exact, in order, and with nothing in them that a spreadsheet would run."""

import csv
import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import load_workbook

from budjettitui.exchange import SHEETS, sheet_of, sheets_of
from budjettitui.exchange.files import content, text_lines
from budjettitui.exchange.incoming import read_grid
from budjettitui.exchange.plain_text import as_written, kept
from budjettitui.session import Session
from budjettitui.state import State
from budjettitui.words import LANGUAGES, Words
from tests.places import ROOT

BUDGETS = sorted([*ROOT.glob("budgets/*.toml"), *ROOT.glob("tests/public/*.toml")])
TODAY = date(2026, 3, 1)

HOSTILE = ('=cmd|"/c calc"!A1', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1", "'=1", "http://example.org/", "{=1}", "007",
           'a;b,c"d', "\x1b]52;c;x\x07", "\u202egnp", "::error::x", "##vso[x]", "1e5", "TRUE", "[/] [b]x")  # fmt: skip


def state_of(path: Path) -> State:
    return Session.open(path, today=TODAY).state


def hostile() -> State:
    rows = "".join(f"[[cost]]\ncategory = {_toml(text)}\ndescription = {_toml(text)}\namount = 1\n" for text in HOSTILE)
    text = f'schema = 1\n[project]\nname = {_toml(HOSTILE[0])}\ncode = "::error::x"\n{rows}'
    return Session.from_bytes(text.encode(), today=TODAY).state


def _toml(text: str) -> str:
    return '"' + "".join(f"\\U{ord(sign):08x}" for sign in text) + '"'


def test_the_cost_lines_of_hyva_alku_are_a_table_as_the_ministry_has_it() -> None:
    lines = list(text_lines(state_of(ROOT / "budgets" / "hyva-alku.toml"), Words("fi"), "csv", "costs"))
    assert lines[0] == '"Kustannuslaji";"Kuvaus";"Määrä";"Yksikkö";"Yksikköhinta";"Osuus %";"Summa (€)"'
    assert lines[1] == '"Henkilöstökulut";"Hankekoordinaattori, työllisyyspalvelut";11;"kk";;40;24370,48'
    assert lines[4] == '"Henkilöstökulut yhteensä";;;;;;136514,40'
    assert lines[7] == '"Ulkopuoliset palvelut";"Tulkkaus";150;"h";71,92;;10788,00'
    assert lines[-1] == '"Yhteensä";;;;;;152302,40'


def test_english_tables_have_points_and_commas() -> None:
    lines = list(text_lines(state_of(ROOT / "budgets" / "hyva-alku.toml"), Words("en"), "csv", "costs"))
    assert lines[7] == '"External services","Tulkkaus",150,"h",71.92,,10788.00'


@pytest.mark.parametrize("path", BUDGETS, ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sum_is_that_of_the_budget(path: Path, lang: str) -> None:
    state = state_of(path)
    words = Words(lang)
    costs = sheet_of(state, words, "costs")
    amount = next(
        at for at, column in enumerate(costs.columns) if column.head.startswith(words.say("table.head.amount"))
    )
    total = [line.cells[amount] for line in costs.lines if line.cells[0] == words.say("table.total")]
    own = [state.figures.worths["cost", at].value for at, row in enumerate(state.budget.costs) if not row.in_kind]
    if total and total[0] is not None:
        assert total[0] == sum(value for value in own if value is not None)
    funding = sheet_of(state, words, "funding").lines
    assert not funding or state.figures.project.funding in {cell for line in funding for cell in line.cells}
    assert all(len(line.cells) == len(sheet.columns) for sheet in sheets_of(state, words) for line in sheet.lines)


@pytest.mark.parametrize("path", BUDGETS, ids=lambda path: path.stem)
def test_another_program_reads_the_same_figures_in_the_workbook(path: Path) -> None:
    state = state_of(path)
    words = Words("sv")
    book = load_workbook(io.BytesIO(content(state, words, "xlsx", "costs")))
    for sheet in sheets_of(state, words):
        head, *read = book.get_sheet_by_name(sheet.name).to_python()
        assert head == [column.head for column in sheet.columns]
        for line, cells in zip(sheet.lines, read, strict=True):
            for written, seen, column in zip(line.cells, cells, sheet.columns, strict=False):
                if isinstance(written, Decimal) and column.kind == "money":
                    assert Decimal(str(seen)) == written


def test_no_text_of_a_file_becomes_a_formula_a_link_or_a_number_in_a_workbook() -> None:
    data = content(hostile(), Words("en"), "xlsx", "costs")
    book = zipfile.ZipFile(io.BytesIO(data))
    parts = {name: book.read(name).decode() for name in book.namelist()}
    assert not [name for name, text in parts.items() if re.search(r"<f[ >]|<hyperlink|TargetMode|DOCTYPE", text)]
    read = load_workbook(io.BytesIO(data)).get_sheet_by_name("Cost lines").to_python()
    said = {str(row[1]) for row in read}
    assert {
        '=cmd|"/c calc"!A1',
        "+1+1",
        "'=1",
        "007",
        "http://example.org/",
        "TRUE",
        "␛]52;c;x␇",
        "⟨U+202E⟩gnp",
    } <= said


def test_no_cell_of_a_csv_is_worked_out_and_all_of_them_read_back_as_they_were() -> None:
    state = hostile()
    text = content(state, Words("fi"), "csv", "costs").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert not [cell for row in rows for cell in row if re.match(r"[=+\-@\t\r]", cell)]
    descriptions = [as_written(row[1]) for row in rows[1:] if row[1]]
    shown = [text for text in HOSTILE if text.isprintable()]
    assert [text for text in descriptions if text in shown] == shown


@pytest.mark.parametrize("text", [*HOSTILE, "''", "'", "'''=", "", "'a"])
def test_what_is_kept_from_being_a_formula_is_given_back_to_the_letter(text: str) -> None:
    assert as_written(kept(text)) == text
    assert not re.match(r"[=+\-@\t\r]", kept(text))


@pytest.mark.parametrize("text", ["_x0041_", "_x005F_", "\ufffe\uffff", "x" * 40_000, " a ", "<&>\"'", "𝔸", "a  b"])
def test_any_text_comes_back_from_a_workbook_as_it_is_or_as_it_is_shown(text: str) -> None:
    budget = f'schema = 1\n[project]\nname = "x"\n[[cost]]\ncategory = "a"\ndescription = {_toml(text)}\namount = 1\n'
    data = content(Session.from_bytes(budget.encode(), today=TODAY).state, Words("en"), "xlsx", "costs")
    assert load_workbook(io.BytesIO(data)).sheet_names[0] == "Cost lines"
    seen = str(read_grid(data, "costs").lines[1][1])
    shown = text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd").strip()
    assert seen == (shown if len(text) < 32_767 else shown[:32_766] + "…")


def test_a_number_with_more_digits_than_a_spreadsheet_keeps_is_written_as_a_text() -> None:
    text = ('schema = 1\n[project]\nname = "x"\n[[cost]]\ncategory = "a"\nquantity = 1\nunit_price = 1234567890.1234567\n'
            "amount = 999_999_999_999.99\n")  # fmt: skip
    state = Session.from_bytes(text.encode(), today=TODAY).state
    read = (
        load_workbook(io.BytesIO(content(state, Words("en"), "xlsx", "costs")))
        .get_sheet_by_name("Cost lines")
        .to_python()
    )
    assert read[1][3] == "1234567890.1234567"
    assert Decimal(str(read[1][4])) == Decimal("999999999999.99")


def test_an_amount_that_is_not_known_makes_no_sum() -> None:
    text = ('schema = 1\n[project]\nname = "x"\n[[cost]]\ncategory = "a"\ndescription = "b"\namount = 5\n'
            '[[cost]]\ncategory = "a"\ndescription = "c"\n')  # fmt: skip
    sheet = sheet_of(Session.from_bytes(text.encode(), today=TODAY).state, Words("en"), "costs")
    assert [line.cells[-1] for line in sheet.lines] == [Decimal(5), None, None, None]


def test_in_kind_lines_stand_outside_the_cash_total_and_stages_and_years_in_columns_of_their_own() -> None:
    text = (
        'schema = 1\n[project]\nname = "x"\n[[cost]]\ncategory = "a"\ndescription = "b"\nyears = { 2025 = 2, 2026 = 3 }\n'
        'granted = 4\n[[cost]]\ncategory = "a"\ndescription = "c"\namount = { amount = 7, about = true }\nin_kind = true\n'
    )
    sheet = sheet_of(Session.from_bytes(text.encode(), today=TODAY).state, Words("en"), "costs")
    assert [column.head for column in sheet.columns] == [
        "Cost category", "Description", "Amount (€)", "Granted (€)", "2025 (€)", "2026 (€)", "In kind", "Precision"
    ]  # fmt: skip
    cells = [line.cells for line in sheet.lines]
    assert cells[0] == ("a", "b", Decimal(5), Decimal(4), Decimal(2), Decimal(3), None, None)
    assert cells[2][:3] == ("Total", None, Decimal(5))
    assert cells[3] == ("a", "c", Decimal(7), None, None, None, "yes", "about")
    assert cells[4][2] == Decimal(7)


@pytest.mark.parametrize("key", SHEETS)
@pytest.mark.parametrize("form", ["csv", "md"])
def test_nothing_that_leaves_speaks_to_a_terminal_or_to_ci(key: str, form: str) -> None:
    for line in text_lines(hostile(), Words("en"), form, key):
        assert line.isprintable()
        assert not line.lstrip().startswith("::")


def test_the_same_budget_gives_the_same_bytes() -> None:
    state = state_of(ROOT / "budgets" / "hot.toml")
    first, second = (content(state, Words("fi"), "xlsx", "costs") for _ in range(2))
    assert first == second
