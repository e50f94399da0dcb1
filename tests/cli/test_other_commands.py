"""`new`, `show`, `explain`, `rules`, help and version: what each gives, and that none is ever silent about a fault."""

import json
from pathlib import Path

import pytest

from budjettitui import __version__
from budjettitui.checks import declared
from budjettitui.cli import COMMANDS, main
from budjettitui.rules.loader import shipped
from budjettitui.words import LANGUAGES
from tests.cli.conftest import Run


@pytest.mark.parametrize("rules", shipped())
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_new_file_passes_check_and_is_never_written_over(
    rules: str, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "new.toml"
    assert main(["new", str(file), "--rules", rules, "--lang", lang]) == 0
    text = file.read_text(encoding="utf-8")
    assert main(["check", str(file), "--fail-on", "warning"]) == 0
    assert main(["new", str(file), "--rules", rules]) == 2
    assert file.read_text(encoding="utf-8") == text
    assert "is there already" in capsys.readouterr().err


def test_a_new_file_needs_rules_that_exist_and_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "a.toml"), "--rules", "fi-esrplus-2012"]) == 2
    assert "the nearest is fi-esrplus-2021" in capsys.readouterr().err
    assert main(["new", str(tmp_path / "none" / "a.toml")]) == 2
    assert list(tmp_path.iterdir()) == []


def test_show_gives_the_figures_as_json(budjettitui: Run) -> None:
    ran = budjettitui("show", "short.toml", "--format", "json")
    told = json.loads(ran.stdout)
    assert ran.returncode == 0
    assert list(told) == ["project", "partners", "categories", "funding", "years", "budget_items"]
    assert (told["project"]["costs"], told["project"]["missing"]) == ("10000.00", "1000.00")
    assert told["categories"] == {"services": "10000.00"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_show_draws_tables_in_every_language(budjettitui: Run, lang: str) -> None:
    ran = budjettitui("show", "short.toml", "--lang", lang)
    assert ran.returncode == 0
    assert "Courses" in ran.stdout.decode()
    assert "9\N{NO-BREAK SPACE}000,00" in ran.stdout.decode()


def test_show_keeps_markup_and_control_characters_as_text(budjettitui: Run, folder: Path) -> None:
    text = (
        (folder / "sound.toml").read_text(encoding="utf-8").replace("Courses", r"[/] [b]x \u001b]52;c;x\u0007 \u202ey")
    )
    (folder / "odd.toml").write_text(text, encoding="utf-8")
    shown = budjettitui("show", "odd.toml").stdout.decode()
    assert "[/] [b]x ␛]52;c;x␇ ⟨U+202E⟩y" in shown
    assert "\x1b" not in shown


def test_show_of_a_broken_file_shows_what_could_be_read_and_exits_2(budjettitui: Run, folder: Path) -> None:
    (folder / "broken.toml").write_text('schema = 1\n[project]\nname = "Half"\n[call\n', encoding="utf-8")
    ran = budjettitui("show", "broken.toml")
    assert ran.returncode == 2
    assert b"Half" in ran.stdout
    assert b"broken.toml:4" in ran.stderr


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_check_is_explained_with_an_example(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name, check in declared().items():
        assert main(["explain", name, "--lang", lang]) == 0
        said = capsys.readouterr().out
        assert said.startswith(f"{name}: ")
        assert "explain." not in said
        assert "label." not in said
        assert not check.bad or "schema" in said or "project" in said


def test_an_unknown_check_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "self-financing-mising"]) == 2
    assert "the nearest is self-financing-missing" in capsys.readouterr().err


@pytest.mark.parametrize("rules", shipped())
def test_a_rule_set_is_written_out_with_sources_and_marks(rules: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", rules, "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{rules}: ")
    if rules != "generic":
        assert "read at its source" in said


@pytest.mark.parametrize("name", ["city.toml", "./city.toml", "rules/../city.toml"])
def test_a_rule_set_of_ones_own_is_written_out_by_its_file(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "city.toml").write_text('extends = "fi-oph"\n[support.rate_max]\nvalue = 60\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["rules", name, "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "On top of fi-oph" in said
    assert "support.rate_max = 60,00" in said


SAID = {
    "fi": (
        "support.rate_max = 80,00 %  (tuki enintään, osuutena perusteestaan)  [867/2021 4 § 1 mom.; tarkistettu lähteestä]",
        "support.base = net_costs  (mistä tuen osuus lasketaan: nettokustannuksista)  [",
        "units.travel-day-europe = 368  (tämänniminen yksikkökustannus tai yksikköarvo: matkapäivä Euroopassa)  [",
        "line_max.equipment = 3 000  (tämän kustannuslajin yksi rivi enintään: Kone- ja laiteinvestoinnit)  [",
        "sanoina: tavanomainen toiminta, poistot, korot, pankkikulut,",
    ),
    "sv": (
        "support.rate_max_by_kind.investment = 70,00 %  (stödet högst, som del av sin grund, för den här typen av projekt "
        "(`project.kind`): investeringsprojekt)  [",
        "cost_share.land.max = 10,00 %  (en sådan kostnad, känd på sin beskrivning, högst av kostnaderna: mark- och vatten",
        "vat.municipality = never  (mervärdesskatt i en kommuns kostnader: aldrig stödberättigande)  [",
    ),
}


@pytest.mark.parametrize("lang", SAID)
def test_each_rule_is_told_in_the_language_of_the_reader(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "fi-esrplus-2021", "--lang", lang]) == 0
    out = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert [one for one in SAID[lang] if one not in out] == []


def test_rules_lists_every_set(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(shipped())


def test_version_and_help_are_data(budjettitui: Run) -> None:
    assert budjettitui("--version").stdout.decode().strip() == f"budjettitui {__version__}"
    assert "talousarvio" in budjettitui("--help", "--lang", "fi").stdout.decode()
    assert budjettitui("check", "--help").returncode == 0


ENGLISH_OF_ARGPARSE = ("usage", "positional", "options", "exit", "argument", "required", "choose from", "expected")


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_help_speaks_the_language_asked_for_and_no_other(
    command: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*([command] if command else []), "--help", "--lang", lang])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert [word for word in ENGLISH_OF_ARGPARSE if word in said] == []


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (["check"], "PATH is missing"),
        (["check", "--format", "xml", "a"], "--format takes text and json, not xml"),
        (["check", "--format"], "--format needs a value after it"),
        (["check", "--no-waivers=3", "a"], "--no-waivers takes no value, and has 3"),
        (["check", "--f", "json", "a"], "--f may mean --format and --fail-on"),
        (["check", "--today", "2.3.2025", "a"], "--today: 2.3.2025 is no day; a day is written 2026-03-01"),
        (["serve", "--port", "80"], "--port: 80 is no port; a port is a number from 1024 to 65535"),
        (["schema", "\u202ex"], "⟨U+202E⟩x is not among what this command takes; --help lists it"),
    ],
)
def test_an_option_that_is_wrong_is_told_in_each_language(
    given: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {}
    for lang in LANGUAGES:
        with pytest.raises(SystemExit) as ended:
            main([given[0], "--lang", lang, *given[1:]])
        assert ended.value.code == 2
        said[lang] = capsys.readouterr().err.splitlines()[-1]
    assert said["en"] == f"budjettitui {given[0]}: {complaint}"
    assert len(set(said.values())) == len(LANGUAGES)
    assert [word for word in ENGLISH_OF_ARGPARSE if word in said["fi"] + said["sv"]] == []


def test_a_misspelled_command_is_told_the_nearest(budjettitui: Run, folder: Path) -> None:
    ran = budjettitui("chek", "sound.toml")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"no file, folder or command chek; the nearest command is check" in ran.stderr
    (folder / "chek").mkdir()
    assert b"terminal" in budjettitui("chek").stderr


def test_without_a_terminal_the_screen_says_so_and_exits_2(budjettitui: Run) -> None:
    ran = budjettitui("sound.toml")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"terminal" in ran.stderr


def test_a_file_that_is_not_there_is_not_opened(budjettitui: Run) -> None:
    assert b"no such file or folder" in budjettitui("nowhere.toml").stderr


def test_show_loses_no_item_and_no_work_in_kind(budjettitui: Run, folder: Path) -> None:
    rows = (
        f'[[funding]]\nkind = "private"\npayer = "{payer}"\nbudget_item = "1"\namount = 5\n' for payer in ("A", "B")
    )
    odd = '[[funding]]\nkind = "private"\npayer = "C"\nbudget_item = "1 (A)"\namount = 7\n'
    work = '[[funding]]\nkind = "in-kind"\namount = 3\n'
    text = 'schema = 1\n[project]\nname = "Courses"\n' + "".join(rows) + odd + work
    (folder / "items.toml").write_text(text, encoding="utf-8")
    told = json.loads(budjettitui("show", "items.toml", "--format", "json").stdout)
    assert sorted(item["promised"] for item in told["budget_items"].values()) == ["5.00", "5.00", "7.00"]
    assert {"1 (A)", "1 (B)"} <= set(told["budget_items"])
    assert (told["funding"]["in-kind"], told["project"]["funding"]) == ("3.00", "17.00")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("data", ["schema = 1\n".encode("utf-16"), b"\xff\0\0budget"])
def test_what_is_no_text_is_said_in_words(
    data: bytes, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kept.toml"
    file.write_bytes(data)
    assert main(["show", str(file), "--lang", lang]) == 2
    said = capsys.readouterr().err.strip().rpartition(": ")[2]
    assert " " in said
    assert said not in ("utf-16", "binary")


@pytest.mark.parametrize("before", [["--lang", "sv"], ["--lang=sv"]])
def test_the_language_may_be_told_before_the_command(
    before: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "new.toml"
    assert main([*before, "new", str(file)]) == 0
    assert "öppna" in capsys.readouterr().out
    assert file.exists()


def test_no_line_of_a_budget_that_is_shown_speaks_to_ci(budjettitui: Run, folder: Path) -> None:
    rows = '[[cost]]\ncategory = "::error::c"\ndescription = "::warning::d"\namount = 5\n'
    (folder / "odd.toml").write_text(f'schema = 1\n[project]\nname = "::error::x"\n{rows}', encoding="utf-8")
    for command in (["show", "odd.toml"], ["diff", "sound.toml", "odd.toml"], ["export", "odd.toml", "--format", "md"]):
        said = budjettitui(*command).stdout.decode()
        assert not [line for line in said.splitlines() if line.lstrip().startswith("::")]
        assert "error" in said


@pytest.mark.parametrize("width", ["20", "60", "80", "90", "100", "120"])
def test_no_figure_is_cut_however_narrow_the_terminal_is(width: str, budjettitui: Run, folder: Path) -> None:
    rows = "".join(
        f'[[partner]]\nid = "{who}"\nname = "{who} of the river and the islands"\n[[share]]\npartner = "{who}"\n'
        "costs = 1_234_567.89\nsupport = 234_567.89\nown = 1_000_000\n"
        for who in ("town", "club")
    )
    (folder / "wide.toml").write_text(f'schema = 1\n[project]\nname = "x"\n{rows}', encoding="utf-8")
    said = budjettitui("show", "wide.toml", COLUMNS=width).stdout.decode().replace("\N{NO-BREAK SPACE}", " ")
    figures = ("2 469 135,78", "469 135,78", "2 000 000,00", "1 234 567,89", "234 567,89", "1 000 000,00", "19,00 %")
    assert all(figure in said for figure in figures)
    assert "town of the river" in said
