"""`budjettitui export` as people run it: where the tables go, what is never written over, and the exit codes."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, budjettitui, folder  # noqa: F401 - fixtures


def test_a_workbook_goes_beside_the_budget_and_its_name_is_told(budjettitui: Run, folder: Path) -> None:  # noqa: F811
    ran = budjettitui("export", "sound.toml")
    assert ran.returncode == 0
    assert b"sound.xlsx written: Cost lines" in ran.stdout
    assert (folder / "sound.xlsx").read_bytes()[:2] == b"PK"


def test_csv_and_markdown_go_to_standard_output(budjettitui: Run) -> None:  # noqa: F811
    lines = budjettitui("export", "sound.toml", "--format", "csv").stdout.decode().splitlines()
    assert lines == [
        '"Cost category","Description","Amount (€)"', '"services","Courses",10000.00', '"services, total",,10000.00',
        '"Total",,10000.00',
    ]  # fmt: skip
    assert (
        "| services | Courses | 10\u00a0000,00 |"
        in budjettitui("export", "sound.toml", "--format", "md").stdout.decode()
    )
    funding = budjettitui(
        "export", "sound.toml", "--format", "csv", "--table", "funding", "--lang", "fi"
    ).stdout.decode()
    assert funding.splitlines()[1] == '"omarahoitus";;10000,00'


def test_what_is_there_already_stays_unless_it_is_told_to_go(budjettitui: Run, folder: Path) -> None:  # noqa: F811
    (folder / "sound.csv").write_text("mine", encoding="utf-8")
    ran = budjettitui("export", "sound.toml", "-o", "sound.csv")
    assert ran.returncode == 2
    assert b"--force replaces it" in ran.stderr
    assert (folder / "sound.csv").read_text(encoding="utf-8") == "mine"
    assert budjettitui("export", "sound.toml", "-o", "sound.csv", "--force").returncode == 0
    assert (folder / "sound.csv").read_bytes().startswith(b'\xef\xbb\xbf"Cost category"')


@pytest.mark.parametrize("name", ["sound.toml", "./sound.toml", "link.toml"])
def test_an_export_never_goes_over_its_own_budget(budjettitui: Run, folder: Path, name: str) -> None:  # noqa: F811
    (folder / "link.toml").symlink_to("sound.toml")
    before = (folder / "sound.toml").read_bytes()
    ran = budjettitui("export", "sound.toml", "--format", "csv", "-o", name, "--force")
    assert ran.returncode == 2
    assert (folder / "sound.toml").read_bytes() == before


def test_what_is_not_whole_is_not_exported(budjettitui: Run, folder: Path) -> None:  # noqa: F811
    (folder / "broken.toml").write_text('schema = 1\n[project]\nname = "x"\n[call\n', encoding="utf-8")
    ran = budjettitui("export", "broken.toml")
    assert ran.returncode == 2
    assert b"broken.toml:4" in ran.stderr
    assert b"Nothing was exported" in ran.stderr
    assert not (folder / "broken.xlsx").exists()
    assert budjettitui("export", "nowhere.toml").returncode == 2
    assert budjettitui("export", "sound.toml", "-o", "no/such/folder.xlsx").returncode == 2


def test_standard_input_is_exported_as_text_or_to_a_file_that_is_named(budjettitui: Run, folder: Path) -> None:  # noqa: F811
    text = (folder / "sound.toml").read_bytes()
    assert b"Courses" in budjettitui("export", "-", "--format", "csv", stdin=text).stdout
    assert budjettitui("export", "-", stdin=text).returncode == 2
    assert budjettitui("export", "-", "-o", "out.xlsx", stdin=text).returncode == 0
    assert (folder / "out.xlsx").exists()


def test_an_empty_table_says_which_tables_have_something_in_them(budjettitui: Run, folder: Path) -> None:  # noqa: F811
    (folder / "shares.toml").write_text('schema = 1\n[project]\nname = "x"\n[stated]\ncosts = 5\n')
    ran = budjettitui("export", "shares.toml", "--format", "csv", "--lang", "en")
    assert ran.returncode == 0
    assert b"Nothing stands in the table costs; with --table: project" in ran.stderr
    assert b"Nothing stands" not in budjettitui("export", "sound.toml", "--format", "csv").stderr
