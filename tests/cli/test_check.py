"""`budjettitui check` judges what it is given, in one order, and says by its exit code what it found."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from budjettitui.cli import main
from tests.cli.conftest import SHORT, SOUND, Run


def test_a_sound_budget_gives_nothing_and_exits_0(budjettitui: Run) -> None:
    ran = budjettitui("check", "sound.toml")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"1 file: nothing found\n", b"")


def test_money_that_is_missing_exits_1_with_its_place_line_and_mends(budjettitui: Run) -> None:
    ran = budjettitui("check", "short.toml")
    text = ran.stdout.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert ran.returncode == 1
    assert "error: The project: 1 000,00 € of self-financing is missing (needs 10 000,00, has 9 000,00)" in text
    assert text.startswith("short.toml:")
    assert "mend: " in text
    assert "and 1 more follows:" in text
    assert text.splitlines()[-1].startswith("1 file: 1 error")


def test_the_mends_of_a_remark_stand_in_the_json_and_below_it_in_the_text(budjettitui: Run, folder: Path) -> None:
    own = SOUND.replace("amount = 10_000\n[[funding]]", "amount = 17_000\n[[funding]]")
    support = '[call]\nsupport_rate_max = 75\n[[funding]]\nkind = "support"\namount = 7_000\n'
    (folder / "less.toml").write_text(own + support, encoding="utf-8")
    (told,) = json.loads(budjettitui("check", "less.toml", "--format", "json").stdout)["findings"]
    assert (told["check"], told["severity"], len(told["fixes"]) > 1) == ("support-unused", "info", True)
    text = budjettitui("check", "less.toml").stdout.decode()
    assert "[support-unused]" in text
    assert text.count("mend: ") == len(told["fixes"])


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on_says_what_makes_the_exit_code(budjettitui: Run, level: str, code: int) -> None:
    assert budjettitui("check", "short.toml", "--fail-on", level).returncode == code


def test_a_path_that_is_not_there_exits_2_and_the_others_are_judged(budjettitui: Run) -> None:
    ran = budjettitui("check", "nowhere.toml", "sound.toml")
    assert ran.returncode == 2
    assert b"nowhere.toml: no such file or folder" in ran.stderr
    assert ran.stdout == b"1 file: nothing found\n"


@pytest.mark.parametrize(
    "arguments", [["check"], ["check", "--format", "xml", "sound.toml"], ["check", "--today", "x", "."]]
)
def test_arguments_that_make_no_sense_exit_2_with_a_line_on_stderr(budjettitui: Run, arguments: list[str]) -> None:
    ran = budjettitui(*arguments)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr


def test_a_folder_is_searched_in_order_without_hidden_folders_and_other_toml_is_counted(
    budjettitui: Run, folder: Path
) -> None:
    (folder / "b").mkdir()
    (folder / ".hidden").mkdir()
    (folder / "b" / "deep.toml").write_text(SHORT, encoding="utf-8")
    (folder / ".hidden" / "x.toml").write_text("= broken", encoding="utf-8")
    (folder / "pyproject.toml").write_text('[project]\nname = "x"\n[tool.x]\na = 1\n', encoding="utf-8")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    ran = budjettitui("check", ".", "--format", "json")
    told = json.loads(ran.stdout)
    assert told["summary"]["files"] == 3
    assert told["summary"]["skipped"] == 1
    assert [
        finding["file"] for finding in told["findings"] if finding["cause"] is None and finding["severity"] == "error"
    ] == [
        "./short.toml",
        "./b/deep.toml",
    ]


def test_nothing_is_judged_twice(budjettitui: Run) -> None:
    ran = budjettitui("check", "sound.toml", "./sound.toml", ".", "--format", "json")
    assert json.loads(ran.stdout)["summary"]["files"] == 2


def test_standard_input_is_a_file_called_dash(budjettitui: Run) -> None:
    ran = budjettitui("check", "-", "--format", "json", stdin=SHORT.encode())
    assert ran.returncode == 1
    assert {finding["file"] for finding in json.loads(ran.stdout)["findings"]} == {"-"}


def test_a_named_file_that_is_no_budget_is_a_finding_with_a_line(budjettitui: Run, folder: Path) -> None:
    (folder / "broken.toml").write_text('schema = 1\n[project]\nname = "x\n', encoding="utf-8")
    (folder / "folder.toml").mkdir()
    ran = budjettitui("check", "broken.toml", "sound.toml", "--format", "json")
    told = json.loads(ran.stdout)
    first = told["findings"][0]
    assert (ran.returncode, told["summary"]["files"]) == (1, 2)
    assert (first["check"], first["severity"], first["line"]) == ("toml-syntax", "error", 3)


def test_an_older_version_that_is_no_toml_is_said_and_exits_2(budjettitui: Run, folder: Path) -> None:
    (folder / "older.toml").write_text("schema = 1\n[project\n", encoding="utf-8")
    ran = budjettitui("check", "sound.toml", "--against", "older.toml", "--lang", "en")
    assert ran.returncode == 2
    assert ran.stderr.decode().startswith("budjettitui: older.toml:2:9: Not TOML from here on")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_never_waited_for(budjettitui: Run, folder: Path) -> None:
    os.mkfifo(folder / "pipe.toml")
    ran = budjettitui("check", "pipe.toml", "--format", "json")
    assert ran.returncode == 1
    assert json.loads(ran.stdout)["findings"][0]["check"] == "file-unreadable"


@pytest.mark.parametrize(
    "name", [b"::error::x.toml", b"##vso[x].toml", b"-rf.toml", b"a\nb\x1b[31m.toml", b"\xff\xfe.toml", b"check"]
)
def test_odd_file_names_are_judged_and_shown_safely(budjettitui: Run, folder: Path, name: bytes) -> None:
    Path(os.fsdecode(os.path.join(os.fsencode(folder), name))).write_text(SHORT, encoding="utf-8")  # noqa: PTH118
    ran = budjettitui("check", "--", name)
    assert ran.returncode == 1
    for line in (ran.stdout + ran.stderr).decode().splitlines():
        assert not line.startswith(("::", "##", "-rf"))
        assert "\x1b" not in line
    told = budjettitui("check", "--format", "json", "--", name)
    assert os.fsencode(json.loads(told.stdout)["findings"][0]["file"]) == name


def test_output_is_the_same_whatever_the_hash_seed(budjettitui: Run) -> None:
    outputs = {budjettitui("check", ".", "--format", "json", PYTHONHASHSEED=str(seed)).stdout for seed in range(3)}
    assert len(outputs) == 1


def test_colour_is_only_where_it_is_asked_for(budjettitui: Run) -> None:
    assert b"\x1b[" not in budjettitui("check", "short.toml").stdout
    assert b"\x1b[" in budjettitui("check", "short.toml", FORCE_COLOR="1").stdout
    assert b"\x1b[" not in budjettitui("check", "short.toml", FORCE_COLOR="1", NO_COLOR="1").stdout


def test_the_language_follows_the_machine_and_the_option(budjettitui: Run) -> None:
    assert "omarahoituksesta puuttuu" in budjettitui("check", "short.toml", LC_ALL="fi_FI.UTF-8").stdout.decode()
    assert "saknas" in budjettitui("check", "short.toml", "--lang", "sv").stdout.decode()


def test_a_reader_that_leaves_is_no_fault(budjettitui: Run, folder: Path) -> None:
    many = "".join(f'[[cost]]\ncategory = "a"\namount = -{n}\n' for n in range(1, 3000))
    (folder / "many.toml").write_text(SOUND + many, encoding="utf-8")
    command = f"{sys.executable} -m budjettitui check many.toml | head -n 1"
    ran = subprocess.run(command, shell=True, cwd=folder, capture_output=True, check=False)
    assert ran.stderr == b""
    assert ran.stdout.startswith(b"many.toml:")


def test_a_person_of_two_files_is_told_in_both_with_the_row_of_the_other(budjettitui: Run, folder: Path) -> None:
    period = '"\nperiod = { start = 2025-01-01, end = 2025-12-31 }'
    row = '[[cost]]\ncategory = "personnel"\ndescription = "Teacher"\nperson = "Minna Canth"\nallocation = 60\namount = 0\n'
    text = SOUND.replace('courses"', f"courses{period}") + row
    (folder / "both").mkdir()
    for name in ("first", "second"):
        (folder / "both" / f"{name}.toml").write_text(text, encoding="utf-8")
    (folder / "both" / "link.toml").symlink_to("first.toml")
    for paths in (["both"], ["both/first.toml", "both/second.toml"]):
        found = json.loads(budjettitui("check", *paths, "--format", "json", "--lang", "en").stdout)["findings"]
        told = {one["file"]: (one["check"], one["path"], one["line"], one["actual"]) for one in found}
        assert told == dict.fromkeys(
            ["both/first.toml", "both/second.toml"], ("double-funding", "person.Minna Canth", 19, "120.000000")
        )
        assert "both/second.toml cost[2]" in found[0]["message"]
        assert "both/first.toml cost[2]" in found[1]["message"]
    assert budjettitui("check", "both/first.toml").stdout == b"1 file: nothing found\n"


def test_json_names_the_rule_set_and_the_source_where_a_rule_has_one(budjettitui: Run, folder: Path) -> None:
    high = SOUND.replace('courses"', 'courses"\nrules = "fi-esrplus-2021"', 1).replace(
        'kind = "own"', 'kind = "support"'
    )
    (folder / "high.toml").write_text(high.replace("category =", "categroy ="), encoding="utf-8")
    (folder / "sound.toml").write_text(high, encoding="utf-8")
    found = json.loads(budjettitui("check", ".", "--format", "json").stdout)["findings"]
    rules = {(Path(one["file"]).name, one["check"]): one["rule"] for one in found}
    assert rules["short.toml", "self-financing-missing"] == {"set": "generic", "source": None}
    assert rules["sound.toml", "rate-exceeded"] == {"set": "fi-esrplus-2021", "source": "867/2021 4 § 1 mom."}
    assert rules["high.toml", "unknown-key"] is None


def test_standard_input_is_called_dash_in_the_text_too(budjettitui: Run) -> None:
    assert budjettitui("check", "-", stdin=b"a = = 1\n").stdout.startswith(b"-:1:5:")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="asks for a device that is always full")
def test_output_that_cannot_be_written_is_told_with_its_reason(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "budjettitui", "check", "short.toml"]
        done = subprocess.run(
            command, cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False, env={**os.environ, "LC_ALL": "C"}
        )
    assert (done.returncode, done.stderr) == (2, b"budjettitui: The output could not be written: the disk is full\n")


def test_without_any_output_at_all_the_exit_code_still_tells(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["check", str(folder / "short.toml")]) == 1
