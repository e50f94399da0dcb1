"""A text of several lines in TOML: read back as it was, whatever is in it, in files of either line end."""

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budjettitui.acceptance import noted
from budjettitui.document import spell_text
from budjettitui.session import Session

TODAY = date(2026, 11, 24)
LINES = st.lists(st.text(st.sampled_from('ab "\\\t\r\x00\x1b\x7fä€\u2028\u202e{}[]#=')), min_size=1, max_size=6)


@given(LINES)
def test_a_text_is_read_back_as_it_was(lines: list[str]) -> None:
    text = "\n".join(line.rstrip("\r") for line in lines)
    assert tomllib.loads(f"text = {spell_text(text)}\n") == {"text": text}


def test_one_line_stands_on_one_line() -> None:
    assert spell_text('a "b"') == '"a \\"b\\""'


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_file_keeps_its_line_ends_and_every_other_byte(end: str) -> None:
    text = end.join(("schema = 1", "[project]  # what", 'name = "x"', ""))
    session = Session.from_bytes(text.encode(), today=TODAY)
    session.apply(noted(session.state, None, 'first\nsays """three"""\n\nend"', "", TODAY))
    written = session.state.document.text
    assert written.startswith(text)
    assert written.count("\n") == written.count(end)
    assert tomllib.loads(written)["note"][0]["text"] == 'first\nsays """three"""\n\nend"'
    session.undo()
    assert session.state.document.text == text
