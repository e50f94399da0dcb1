"""`diff`: rows, figures and findings of two versions; exit codes; versions in git; and nothing unsafe on the way."""

import json
import subprocess
from pathlib import Path

import pytest

from budjettitui.words import LANGUAGES
from tests.cli.conftest import SHORT, SOUND, Run


def git(folder: Path, *words: str) -> None:
    own = ["git", "-C", str(folder), "-c", "user.name=T", "-c", "user.email=t@example.org", *words]
    subprocess.run(own, check=True, capture_output=True)


def test_the_same_file_is_the_same(budjettitui: Run) -> None:
    ran = budjettitui("diff", "sound.toml", "sound.toml")
    assert ran.returncode == 0
    assert "say the same" in ran.stdout.decode()


def test_comments_and_spelling_alone_are_no_difference_of_the_budget(budjettitui: Run, folder: Path) -> None:
    (folder / "spelled.toml").write_text("# seen\n" + SOUND.replace("10_000", "10000"), encoding="utf-8")
    ran = budjettitui("diff", "sound.toml", "spelled.toml")
    assert ran.returncode == 0
    assert "spelling differ" in ran.stdout.decode()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_changed_is_told_with_both_figures_and_the_difference(budjettitui: Run, lang: str) -> None:
    ran = budjettitui("diff", "sound.toml", "short.toml", "--lang", lang)
    said = ran.stdout.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert ran.returncode == 1
    assert "10 000 → 9 000" in said
    assert "−1 000,00" in said
    assert "[self-financing-missing]" in said


def test_what_grew_has_a_plus_before_it(budjettitui: Run) -> None:
    said = budjettitui("diff", "short.toml", "sound.toml").stdout.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "9 000 → 10 000   +1 000,00" in said
    assert "9 000,00  10 000,00  +1 000,00" in said
    assert "1 000,00       0,00  −1 000,00" in said


def test_where_no_figure_changed_no_table_of_figures_stands(budjettitui: Run, folder: Path) -> None:
    (folder / "named.toml").write_text(SOUND + '\n[[note]]\nat = "project"\ntext = "seen"\n', encoding="utf-8")
    said = budjettitui("diff", "sound.toml", "named.toml", "--lang", "en").stdout.decode()
    assert "+ Note 1" in said
    assert "before" not in said.split()
    assert "0 figures changed" in said


def test_json_has_rows_figures_and_findings_with_their_places(budjettitui: Run) -> None:
    told = json.loads(budjettitui("diff", "sound.toml", "short.toml", "--format", "json").stdout)
    (row,) = told["rows"]
    assert (row["table"], row["change"], row["new"]) == ("funding", "changed", {"path": "funding[1]", "line": 11})
    assert row["keys"] == [{"key": "amount", "old": "10000", "new": "9000"}]
    assert {"of": "project", "figure": "missing", "old": "0.00", "new": "1000.00", "difference": "1000.00"} in told[
        "figures"
    ]
    assert [finding["check"] for finding in told["findings"]["new"] if finding["cause"] is None] == [
        "self-financing-missing"
    ]


@pytest.mark.parametrize(
    "names", [("sound.toml", "none.toml"), ("-x:sound.toml", "sound.toml"), ("HEAD:none", "sound.toml")]
)
def test_what_cannot_be_had_is_said_and_exits_with_2(budjettitui: Run, names: tuple[str, str]) -> None:
    ran = budjettitui("diff", "--", *names)
    assert ran.returncode == 2
    assert ran.stdout == b""
    assert b"no such file" in ran.stderr


def test_a_file_that_is_no_toml_is_not_compared(budjettitui: Run, folder: Path) -> None:
    (folder / "broken.toml").write_text(SOUND + "= 5\n", encoding="utf-8")
    ran = budjettitui("diff", "sound.toml", "broken.toml")
    assert ran.returncode == 2
    assert b"broken.toml:14:1" in ran.stderr


def test_a_version_in_git_is_compared_from_any_folder(budjettitui: Run, folder: Path) -> None:
    git(folder, "init", "-q")
    (folder / "sub").mkdir()
    (folder / "sub" / "b.toml").write_text(SOUND, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    (folder / "sub" / "b.toml").write_text(SHORT, encoding="utf-8")
    assert budjettitui("diff", "HEAD:sub/b.toml", "sub/b.toml").returncode == 1
    assert budjettitui("diff", f"HEAD:{folder}/sub/b.toml", "sound.toml").returncode == 0
    assert budjettitui("diff", "HEAD:sub", "sound.toml").returncode == 2


def test_a_file_that_is_called_like_a_revision_is_that_file(budjettitui: Run, folder: Path) -> None:
    (folder / "HEAD:a.toml").write_text(SOUND, encoding="utf-8")
    assert budjettitui("diff", "HEAD:a.toml", "sound.toml").returncode == 0


def test_nothing_of_a_file_reaches_the_terminal_raw(budjettitui: Run, folder: Path) -> None:
    text = SOUND.replace('"Courses"', r'"[/] \u001b]52;c;x\u0007 \u202ey"').replace("10_000", "11_000")
    (folder / "odd.toml").write_text(text, encoding="utf-8")
    said = budjettitui("diff", "sound.toml", "odd.toml").stdout.decode()
    assert "[/] ␛]52;c;x␇ ⟨U+202E⟩y" in said
    assert not {"\x1b", "\x07", "\u202e"} & set(said)


def test_no_line_of_it_begins_a_command_of_ci(budjettitui: Run, folder: Path) -> None:
    text = SOUND.replace("[declared]", '[extra]\n"::error::x" = "##[error]y"\n[declared]')
    (folder / "::warning::z.toml").write_text(text, encoding="utf-8")
    for form in ("text", "json"):
        said = budjettitui("diff", "sound.toml", "::warning::z.toml", "--format", form).stdout.decode()
        assert [line for line in said.splitlines() if line.strip().startswith("::")] == []
        assert "##" not in said


@pytest.mark.parametrize(
    ("lang", "price", "kind"),
    [
        ("en", "unit price  10 → 12", "kind  own funding → municipal funding"),
        ("fi", "yksikköhinta  10 → 12", "laji  omarahoitus → kuntarahoitus"),
        ("sv", "enhetspris  10 → 12", "slag  egen finansiering → kommunal finansiering"),
    ],
)
def test_keys_and_their_words_are_called_as_people_call_them(
    budjettitui: Run, folder: Path, lang: str, price: str, kind: str
) -> None:
    priced = SOUND.replace("amount = 10_000\n[[funding]]", "quantity = 1_000\nunit_price = 10\n[[funding]]")
    (folder / "old.toml").write_text(priced, encoding="utf-8")
    dearer = priced.replace("unit_price = 10", "unit_price = 12").replace('kind = "own"', 'kind = "municipal"')
    (folder / "new.toml").write_text(dearer, encoding="utf-8")
    said = budjettitui("diff", "old.toml", "new.toml", "--lang", lang).stdout.decode()
    assert price in said
    assert kind in said
    assert "unit_price" not in said
