"""The line of the file under a finding: marked under the value, cut around the mark, and safe."""

import pytest

from budjettitui.report.safe import name, quiet
from budjettitui.report.source_line import cells, marked


@pytest.mark.parametrize(
    ("line", "column", "under"),
    [
        ("amount = 1_000 # note", 10, "1_000"),
        ('name = "a \\" b" # c', 8, '"a \\" b"'),
        ("[[partner]]", 1, "[[partner]]"),
        ("support = { granted = 1 } # x", 11, "{ granted = 1 }"),
        ("unknown = 1", 1, "unknown"),
        ("", 1, ""),
    ],
)
def test_the_mark_stands_under_the_value(line: str, column: int, under: str) -> None:
    text, mark = marked(line, column, 80)
    start, length = mark.index("^"), mark.count("^")
    assert text[start : start + length] == under


@pytest.mark.parametrize("column", [1, 500, 5000, 9990])
def test_a_long_line_is_cut_around_the_mark(column: int) -> None:
    line = "x" * (column - 1) + '"VALUE"' + "y" * 10_000
    text, mark = marked(line, column, 60)
    start = mark.index("^")
    assert text[start : start + 7] == '"VALUE"'
    assert cells(text) <= 60


def test_wide_and_hidden_characters_before_the_value_move_the_mark() -> None:
    text, mark = marked("名\x1b\u202e = 1", 7, 80)
    assert text == "名␛⟨U+202E⟩ = 1"
    assert cells(text[: text.index("1")]) == mark.index("^")


@pytest.mark.parametrize("text", ["##vso[task.complete]", "a ##[error]x", "##teamcity[x]"])
def test_no_line_speaks_to_the_machinery_of_ci(text: str) -> None:
    assert "##" not in quiet(text)


@pytest.mark.parametrize(
    "path", ["::error::x.toml", "##vso.toml", "-rf.toml", "section_start:1:x.toml", "\n::error::.toml"]
)
def test_a_file_name_that_looks_like_a_command_is_told_from_this_folder(path: str) -> None:
    assert name(path).startswith("./")


@pytest.mark.parametrize("path", ["budgets/hot.toml", "/tmp/x.toml", "./check", "../x.toml", "ä.toml"])
def test_a_plain_file_name_stays(path: str) -> None:
    assert name(path) == path
