"""A terminal whose encoding has no signs gets plain ones, and of a letter that it has not the nearest."""

from io import BytesIO, TextIOWrapper

import pytest

from budjettitui.cli.output import plain_only


@pytest.mark.parametrize(("encoding", "plain"), [("ascii", True), ("iso-8859-1", True), ("utf-8", False)])
def test_signs_are_drawn_where_the_terminal_can_take_them(encoding: str, plain: bool) -> None:
    assert plain_only(TextIOWrapper(BytesIO(), encoding=encoding, errors="backslashreplace")) is plain


def test_a_letter_that_the_terminal_has_not_is_the_nearest_and_as_wide() -> None:
    written = BytesIO()
    stream = TextIOWrapper(written, encoding="ascii", errors="backslashreplace")
    assert plain_only(stream)
    stream.write("Hyvä 1\N{NO-BREAK SPACE}000 € Ω")
    stream.flush()
    assert written.getvalue() == b"Hyva 1 000 ? ?"


def test_no_stdout_is_no_reason_for_plain_signs() -> None:
    assert not plain_only(None)
