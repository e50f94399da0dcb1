"""The files of a language: which keys stand where, read once and only when needed."""

from functools import cache
from pathlib import Path
from typing import Any

import toml_rs

LANGUAGES = ("fi", "sv", "en")

_HERE = Path(__file__).parent

FILES = ("", "explain_", "screen_", "flow_", "rule_", "table_")
"""The beginnings of the file names: `en.toml` has all but what the files with a beginning, `explain_en.toml`, have."""

_APART = {"explain": "explain_", "screen": "screen_", "flow": "flow_", "rule": "rule_", "table": "table_"}


def texts(lang: str, key: str) -> dict[str, str]:
    """The sentences of the file that `key` stands in, by dotted key."""
    return load(_APART.get(key.partition(".")[0], ""), lang)


@cache
def load(beginning: str, lang: str) -> dict[str, str]:
    """The sentences of one file by dotted key; none where a language has no such file."""
    path = _HERE / f"{beginning}{lang}.toml"
    if not path.exists():
        return {}
    tree = toml_rs.loads(path.read_text(encoding="utf-8"), toml_version="1.0.0")
    found: dict[str, str] = {}
    _flatten(tree, "", found)
    return found


def _flatten(tree: dict[str, Any], before: str, found: dict[str, str]) -> None:
    for name, value in tree.items():
        if isinstance(value, dict):
            _flatten(value, f"{before}{name}.", found)
        else:
            found[before + name] = value
