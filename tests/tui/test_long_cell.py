"""A cell with a very long text: of it no more is gone through at a key than is seen."""

import time
import tomllib

import pytest

from budjettitui.document.spelling import spell_string
from budjettitui.tui.themes import DARK
from budjettitui.tui.widgets.field import field, room_for
from budjettitui.tui.widgets.typed_line import TypedLine

LONG = 'Tulkkaus "ja" käännös, ' * 50_000
AROUND = 4_000


def drawn(line: TypedLine) -> str:
    return "".join(piece.text for piece in field(line, 60, DARK))


@pytest.mark.parametrize("caret", [0, 1, 500_001, len(LONG) - 1, len(LONG)])
def test_what_is_seen_around_the_caret_is_as_it_is_of_the_text_beside_it(caret: int) -> None:
    start = max(0, caret - AROUND)
    beside = TypedLine(LONG[start : caret + AROUND], caret - start)
    assert drawn(TypedLine(LONG, caret)) == drawn(beside)


def test_a_sign_with_its_accents_is_not_cut_in_two() -> None:
    text = "e\u0301" * 100_000
    assert drawn(TypedLine(text, 100_000)).replace("e\u0301", "").strip("e_ ") == ""


def test_a_key_in_a_megabyte_of_text_costs_no_more_than_what_is_seen() -> None:
    began = time.process_time()
    for caret in range(0, len(LONG), len(LONG) // 100):
        assert room_for(TypedLine(LONG, caret), DARK, 80) == 81
        assert drawn(TypedLine(LONG, caret))
    assert time.process_time() - began < 2


TEXTS = {
    "none": "",
    "quoted": 'a"b',
    "backslash": "a\\b",
    "control": "\x00\x1b\x7f\t\n\r",
    "bidi": "ä\u202e\u2028",
    "long": LONG,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_a_text_of_any_length_is_spelled_in_one_going_through_and_read_back_the_same(text: str) -> None:
    began = time.process_time()
    assert tomllib.loads(f"a = {spell_string(text)}")["a"] == text
    assert time.process_time() - began < 4
