"""What the documents say of the file, the commands and the words is what the code does."""

import re
import textwrap
from pathlib import Path

import pytest

from budjettitui.cli import COMMANDS, main
from budjettitui.reading.tables import TABLES, Key
from tests.places import ROOT

PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FORMAT = (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", TABLES)
def test_the_page_of_the_file_has_every_table_key_and_word(table: str) -> None:
    start = FORMAT.index(f"### `[{table}]`" if f"### `[{table}]`" in FORMAT else f"### `[[{table}]]`")
    section = FORMAT[start:].split("\n### ")[0] + FORMAT[FORMAT.index("## Values") : FORMAT.index("## Tables")]
    missing = [key.name for key in TABLES[table].keys.values() if f"`{key.name}`" not in section]
    assert missing == []
    assert [word for key in TABLES[table].keys.values() for word in _words(key) if word not in section] == []


def _words(key: Key) -> tuple[str, ...]:
    return (*key.words, *(key.inner.keys if key.inner is not None else ()))


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command: str) -> None:
    assert f"| `budjettitui {command}`" in README or f"| `budjettitui {command} " in README


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_the_documents_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not link.startswith("https://") and not _leads_somewhere(page, link)] == []


def _leads_somewhere(page: Path, link: str) -> bool:
    file, _, heading = link.partition("#")
    target = (page.parent / file) if file else page
    return target.exists() and (not heading or heading in _headings(target))


def _headings(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_what_the_design_says_a_thing_is_in_is_there() -> None:
    design = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    rows = design.split("\n| you look for |")[1].partition("\n\n")[0].partition("\n|---|---|\n")[2]
    named = set(re.findall(r"`([\w/]+(?:\.py|/))`", rows))
    assert len(named) > 30
    assert [name for name in sorted(named) if not (ROOT / "src" / "budjettitui" / name).exists()] == []


def test_pages_that_the_code_names_are_there() -> None:
    files = [file for folder in ("src", "tests", "bench") for file in ROOT.glob(f"{folder}/**/*.py")]
    named = {name for file in files for name in re.findall(r"docs/[\w/-]+\.md", file.read_text(encoding="utf-8"))}
    assert len(named) > 3
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_the_readme_shows_what_check_says(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    main(["check", "budgets/hot.toml", "--lang", "en", "--today", "2026-03-01"])
    said = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    shown = README.partition("    $ budjettitui check budgets/hot.toml\n")[2].partition("…")[0].rstrip()
    assert shown.count("\n") > 5
    assert textwrap.dedent(shown) in said


def test_a_check_or_a_rule_set_more_leaves_the_documents_true() -> None:
    counted = re.compile(r"\b(?:\d+|[Tt]welve|[Tt]hirteen) (?:checks|rule sets)\b")
    said = {page.name: page.read_text(encoding="utf-8") for page in PAGES if page.parent.name != "decisions"}
    assert {name: counted.findall(text) for name, text in said.items() if counted.search(text)} == {}


def test_what_the_documents_count_is_so_many() -> None:
    said = {page.name: page.read_text(encoding="utf-8") for page in PAGES}
    assert len(list(ROOT.glob("tests/public/*.toml"))) == 28
    assert "twenty-eight more in `tests/public/`" in said["CHANGELOG.md"]
    assert said["public-budgets.md"].startswith("# Public budgets, and what is said of them\n\nTwenty-eight budgets")
