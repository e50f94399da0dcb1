"""`budjettitui import` as people run it: what is told, what is written, and what never is."""

import os
from pathlib import Path

import pytest

from budjettitui.cli import main
from budjettitui.words import LANGUAGES
from tests.cli.conftest import Run, budjettitui, folder  # noqa: F401 - fixtures
from tests.exchange.books import book, number, row, said
from tests.places import ROOT

TABLE = "Kululaji;Kuvaus;Määrä;Yksikkö;Hinta;Summa;Oma\nservices;Tulkkaus;150;h;71,92;10 788,00;x\nYhteensä;;;;;10 788,00;\n"


def test_rows_are_added_to_a_budget_and_everything_is_told(budjettitui: Run, folder: Path) -> None:  # noqa: F811
    (folder / "t.csv").write_text(TABLE, encoding="utf-8")
    before = (folder / "sound.toml").read_text(encoding="utf-8")
    ran = budjettitui("import", "t.csv", "sound.toml")
    told = ran.stdout.decode().replace("\u00a0", " ")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert told.splitlines() == [
        "Numbers are read as 1 234,56",
        "Column 1, Kululaji: category",
        "Column 2, Kuvaus: description",
        "Column 3, Määrä: quantity",
        "Column 4, Yksikkö: unit",
        "Column 5, Hinta: unit price",
        "Column 6, Summa: amount",
        "Column 7, Oma: not taken",
        "Line 2: services | Tulkkaus | 150 x 71,92 | 10 788,00",
        "Line 3 left out as a total: Yhteensä 10 788,00",
        "1 row, 10 788,00 €",
        "Before: costs 10 000,00 €, funding 10 000,00 €; 0 errors, 0 warnings, 0 infos. After: costs 20 788,00 €, "
        "funding 10 000,00 €; 1 error, 0 warnings, 0 infos",
        "sound.toml written: 1 row",
    ]
    after = (folder / "sound.toml").read_text(encoding="utf-8")
    added = after.replace(before.partition("[[funding]]")[0], "").partition("[[funding]]")[0]
    assert after.startswith(before.partition("[[funding]]")[0])
    assert 'description = "Tulkkaus"\nquantity = 150\nunit = "h"\nunit_price = 71.92\namount = 10_788\n' in added


def test_a_dry_run_says_the_same_and_writes_nothing(budjettitui: Run, folder: Path) -> None:  # noqa: F811
    (folder / "t.csv").write_text(TABLE, encoding="utf-8")
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    for name in ("sound.toml", "new.toml"):
        ran = budjettitui("import", "t.csv", name, "--dry-run")
        assert ran.returncode == 0
        assert b"Nothing was written (--dry-run)" in ran.stdout
        assert b"Line 2: services" in ran.stdout
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_a_new_file_begins_with_the_rows_and_passes_check(budjettitui: Run, folder: Path) -> None:  # noqa: F811
    rows = row(said("Kululaji"), said("Osapuoli"), said("Kuvaus"), said("Summa"))
    rows += row(said("Henkilöstö"), said("Espoon kaupunki"), said("A"), number("5.50"))
    (folder / "t.xlsx").write_bytes(book(rows))
    ran = budjettitui("import", "t.xlsx", "new.toml", "--rules", "fi-esrplus-2021")
    assert ran.returncode == 0
    assert "New partner espoon-kaupunki: Espoon kaupunki" in ran.stdout.decode()
    text = (folder / "new.toml").read_text(encoding="utf-8")
    assert 'rules = "fi-esrplus-2021"' in text
    assert 'category = "personnel"\npartner = "espoon-kaupunki"\ndescription = "A"\namount = 5.50' in text
    assert budjettitui("check", "new.toml").returncode == 0


def test_a_table_read_twice_is_told_and_doubles_nothing(budjettitui: Run, folder: Path) -> None:  # noqa: F811
    (folder / "t.csv").write_text(TABLE, encoding="utf-8")
    assert budjettitui("import", "t.csv", "sound.toml").returncode == 0
    once = (folder / "sound.toml").read_bytes()
    again = budjettitui("import", "t.csv", "sound.toml")
    assert again.returncode == 2
    assert b"1 row stands in the budget already, the first in line 2: --new leaves them out" in again.stderr
    left = budjettitui("import", "t.csv", "sound.toml", "--new")
    assert (left.returncode, (folder / "sound.toml").read_bytes()) == (0, once)
    assert b"Nothing was written" in left.stdout
    assert budjettitui("import", "t.csv", "sound.toml", "--all").returncode == 0
    assert (folder / "sound.toml").read_bytes().count(b"Tulkkaus") == 2


@pytest.mark.parametrize(
    ("table", "arguments", "why"),
    [
        ("category;description;amount\nservices;a;1,234\n", (), b"can be read in two ways"),
        ("category;description;amount\n", (), b"No line with an amount was found"),
        ('a;b\n"c;d\n', (), b"quotation marks do not meet"),
        ("category;description;amount\nservices;a;5,00\n", ("--sheet", "S"), b"it has no sheet S"),
        ("category;description;amount\nservices;a;5,00\n", ("--rules", "generic"), b"--rules is for a new file"),
        ("category;description;amount\nservices;a;5,00\n", ("--as", "services"), b"is not written as WORD=CATEGORY"),
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_written(
    budjettitui: Run, folder: Path, table: str, arguments: tuple[str, ...], why: bytes  # noqa: F811
) -> None:  # fmt: skip
    (folder / "t.csv").write_text(table, encoding="utf-8")
    before = (folder / "sound.toml").read_bytes()
    ran = budjettitui("import", "t.csv", "sound.toml", *arguments)
    assert ran.returncode == 2
    assert why in ran.stderr
    assert (folder / "sound.toml").read_bytes() == before


def test_only_what_is_there_and_whole_is_read(budjettitui: Run, folder: Path) -> None:  # noqa: F811
    (folder / "t.csv").write_text(TABLE, encoding="utf-8")
    (folder / "broken.toml").write_text("schema = 1\n[project\n", encoding="utf-8")
    os.mkfifo(folder / "pipe")
    assert budjettitui("import", "none.csv", "sound.toml").returncode == 2
    assert budjettitui("import", ".", "sound.toml").returncode == 2
    assert budjettitui("import", "pipe", "sound.toml").returncode == 2
    assert b"broken.toml:2" in budjettitui("import", "t.csv", "broken.toml").stderr
    assert budjettitui("import", "t.csv", "no/such/new.toml").returncode == 2
    assert budjettitui("import", "t.csv", "new.toml", "--rules", "no-such").returncode == 2
    assert not (folder / "new.toml").exists()


def test_a_new_file_has_the_currency_that_the_table_names(budjettitui: Run, folder: Path) -> None:  # noqa: F811
    (folder / "t.csv").write_text("category;description;amount (SEK)\nservices;a;5,00\n", encoding="utf-8")
    ran = budjettitui("import", "t.csv", "new.toml")
    assert ran.returncode == 0
    assert "5,00\u00a0SEK" in ran.stdout.decode()
    assert "€" not in ran.stdout.decode()
    assert 'currency = "SEK"' in (folder / "new.toml").read_text(encoding="utf-8")


def test_a_table_may_come_from_standard_input(budjettitui: Run, folder: Path) -> None:  # noqa: F811
    assert budjettitui("import", "-", "sound.toml", stdin=TABLE.encode()).returncode == 0
    assert "Tulkkaus" in (folder / "sound.toml").read_text(encoding="utf-8")


def test_funding_is_read_where_one_asks_for_it(budjettitui: Run, folder: Path) -> None:  # noqa: F811
    (folder / "f.csv").write_text(
        "Rahoituksen laji;Maksaja;Summa\nOmarahoitus;Kunta;5,00\nX;Y;6,00\n", encoding="utf-8"
    )
    assert budjettitui("import", "f.csv", "sound.toml", "--table", "funding", "--dry-run").returncode in (0, 2)
    ran = budjettitui("import", "f.csv", "sound.toml", "--table", "funding", "--kind", "private")
    assert ran.returncode == 0
    text = (folder / "sound.toml").read_text(encoding="utf-8")
    assert 'kind = "own"\npayer = "Kunta"\namount = 5' in text


def test_the_sign_before_decimals_may_be_told(budjettitui: Run, folder: Path) -> None:  # noqa: F811
    (folder / "t.csv").write_text("category;description;amount\nservices;a;1.234\n", encoding="utf-8")
    assert budjettitui("import", "t.csv", "new.toml").returncode == 2
    assert budjettitui("import", "t.csv", "new.toml", "--decimal", "comma").returncode == 0
    assert "amount = 1234\n" in (folder / "new.toml").read_text(encoding="utf-8")


def test_what_is_told_cannot_speak_to_a_terminal_or_to_ci(budjettitui: Run, folder: Path) -> None:  # noqa: F811
    table = "category;description;amount;::error::x\nservices;\x1b]52;c;x\x07;5,00;##vso[task]\n\u202e;##vso[x];6,00;\n"
    (folder / "t.csv").write_text(table, encoding="utf-8")
    ran = budjettitui("import", "t.csv", "new.toml")
    said_all = (ran.stdout + ran.stderr).decode()
    assert "\x1b" not in said_all
    assert "\u202e" not in said_all
    assert "##" not in said_all
    assert not [line for line in said_all.splitlines() if line.lstrip().startswith("::")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_is_there_in_every_language(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = ROOT / "budgets" / "hyva-alku.toml"
    table = tmp_path / "t.xlsx"
    assert main(["export", str(source), "-o", str(table), "--lang", lang]) == 0
    new = tmp_path / "new.toml"
    assert main(["import", str(table), str(new), "--rules", "fi-state-grant", "--lang", lang]) == 0
    assert main(["import", str(table), str(new), "--table", "funding", "--lang", lang]) == 0
    assert main(["import", str(table), str(new), "--lang", lang]) == 2
    said_all = capsys.readouterr()
    assert "table." not in said_all.out.replace(str(table), "") + said_all.err
    assert main(["check", str(new), "--fail-on", "error"]) == 0
