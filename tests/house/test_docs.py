"""What the documents say of the file, the commands and the words is what the code does."""

from pathlib import Path

import pytest

from budjettitui.cli import COMMANDS
from budjettitui.tables import TABLES, Key

ROOT = Path(__file__).resolve().parents[2]
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
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"| `budjettitui {command}`" in readme or f"| `budjettitui {command} " in readme
