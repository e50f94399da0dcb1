"""Half-broken files: what is told of them, and what can still be read."""

import pytest

from budjettitui.document import Document, Lost, TextFault

BUDGET = (
    'schema = 1\n\n[project]\nname = "Kylätalo"\n\n[[cost]]\nid = "a"\namount = 1\n\n[[cost]]\nid = "b"\namount = 2\n'
)


def only_fault(text: str) -> TextFault:
    """The one fault of a text."""
    (fault,) = Document.from_bytes(text.encode()).faults
    return fault


@pytest.mark.parametrize(
    ("line", "reason", "column"),
    [
        ("amount = 1 x", "bare-string", 10),
        ("amount = 012", "leading-zero", 10),
        ("amount = ", "no-value", 10),
        ("amount", "no-value", 7),
        ("määrä = 1", "bare-key", 2),
        ('unit = "month', "unclosed-string", 14),
        ("unit = kuukausi", "bare-string", 8),
        ("date = 2025-02-30", "bad-date", 8),
        ("date = 0000-01-01", "bad-date", 8),
        ("time = 10:00:60", "bad-date", 8),
        ("years = { 2025 = 1", "unclosed-inline-table", 19),
        ("years = { 2025 = 1, }", "trailing-comma", 19),
        ('unit = "\x1b[0m"', "control-character", 9),
        ('unit = "\\x41"', "bad-escape", 10),
        ("id = 2", "duplicate-key", 1),
        ("<<<<<<< HEAD", "conflict-marker", 1),
        ("amount = .5", "bad-number", 10),
        ("amount = 1__0", "underscore", 11),
        ("\ufeffx = 1", "byte-order-mark", 1),
    ],
)
def test_a_bad_line_is_told_where_it_is_and_the_rest_is_read(line: str, reason: str, column: int) -> None:
    text = BUDGET.replace("amount = 1", line)
    fault = only_fault(text)
    assert (fault.kind, fault.reason, fault.line, fault.column) == ("toml-syntax", reason, 8, column)
    assert text[fault.start : fault.end] == line
    document = Document.from_bytes(text.encode())
    assert document.values["cost"] == [{"id": "a"}, {"id": "b", "amount": 2}]
    assert not document.editable


def test_what_was_lost_is_told_by_table_row_and_key() -> None:
    text = BUDGET.replace("amount = 2", "amount = 1 x").replace("schema = 1", "schema = ")
    assert Document.from_bytes(text.encode()).lost == (Lost(None, None, "schema"), Lost("cost", 1, "amount"))


def test_a_bad_header_takes_its_body_with_it() -> None:
    document = Document.from_bytes(BUDGET.replace('[[cost]]\nid = "a"', '[[cost]\nid = "a"').encode())
    assert [(fault.reason, fault.line, fault.column) for fault in document.faults] == [("unclosed-header", 6, 8)]
    assert document.values["cost"] == [{"id": "b", "amount": 2}]
    assert document.lost == (Lost("cost", None, None),)


def test_a_table_that_stands_twice_is_read_once() -> None:
    document = Document.from_bytes((BUDGET + '\n[project]\nname = "other"\n').encode())
    assert document.values["project"] == {"name": "Kylätalo"}
    assert [(fault.reason, fault.line) for fault in document.faults] == [("duplicate-key", 14)]


def test_an_unclosed_array_hides_its_first_line_only() -> None:
    document = Document.from_bytes(BUDGET.replace("amount = 1", "covers = [").encode())
    assert [fault.line for fault in document.faults] == [8]
    assert document.values["cost"] == [{"id": "a"}, {"id": "b", "amount": 2}]


def test_positions_hold_in_what_could_be_read() -> None:
    document = Document.from_bytes(BUDGET.replace("amount = 1", "amount = 1 x").encode())
    assert document.position(("cost", 1, "amount")) == (12, 10)


def test_no_more_than_twenty_faults_are_told_and_whole_parts_are_read_still() -> None:
    document = Document.from_bytes(("[bad]\n" + "x\n" * 100 + BUDGET.replace("schema = 1\n", "")).encode())
    assert len(document.faults) == 20
    assert document.values["cost"] == [{"id": "a", "amount": 1}, {"id": "b", "amount": 2}]
    assert Lost(None, None, None) in document.lost


@pytest.mark.parametrize(
    ("spelled", "meant"),
    [
        ("1 000 000", "1_000_000"),
        ("1\u00a0000,5", "1_000.5"),
        ("40 000,00", "40_000.00"),
        ("152_302,40", "152_302.40"),
        ("152302,40", "152302.40"),
        ("-5,25", "-5.25"),
        ("“Kylätalo”", '"Kylätalo"'),
        ("”Kylätalo”", '"Kylätalo"'),
    ],
)
def test_what_is_beyond_doubt_comes_with_its_mend(spelled: str, meant: str) -> None:
    text = BUDGET.replace("amount = 1", f"amount = {spelled} # note")
    start = text.index(spelled)
    assert only_fault(text).mend == (start, start + len(spelled), meant)


@pytest.mark.parametrize("spelled", ["1,234", "1 00", "1.234,50", "4.2,0", "0 123", "1 000 €", "01,50", "“a”b”"])
def test_what_can_be_doubted_has_no_mend(spelled: str) -> None:
    assert only_fault(BUDGET.replace("amount = 1", f"amount = {spelled}")).mend is None


@pytest.mark.parametrize(
    ("data", "reason", "line", "column"),
    [
        ('a = 1\nb = "Kylätalo"\n'.encode("latin-1"), "not-utf-8", 2, 9),
        (b"a = '\xc0\xaf'\n", "not-utf-8", 1, 6),
        ("a = 1\n".encode("utf-16"), "utf-16", 1, 1),
        (b"\x1f\x8b\x08\x00\x00", "binary", 1, 2),
    ],
)
def test_bytes_that_are_no_utf8_are_told_and_never_written(data: bytes, reason: str, line: int, column: int) -> None:
    document = Document.from_bytes(data)
    fault = document.faults[0]
    assert (fault.kind, fault.reason, fault.line, fault.column) == ("not-utf-8", reason, line, column)
    assert document.to_bytes() == data
    assert not document.editable


def test_the_rest_of_a_latin_1_file_is_read() -> None:
    assert Document.from_bytes('a = 1\nb = "ä"\n'.encode("latin-1")).values["a"] == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a = " + "[" * 90 + "]" * 90, "too-deep"),
        ("a = " + "[" * 100_000, "too-deep"),
        ("a = 1\rb = '[" + "[" * 100_000, "too-deep"),
        ('a = "\r' + "[" * 100_000, "too-deep"),
        ("a." * 100_000 + "a = 1", "too-many-parts"),
        ("[" + "a." * 100 + "a]", "too-many-parts"),
        ("a = " + ("{" + "a." * 99 + "a = ") * 60 + "1" + "}" * 60, "too-deep"),
    ],
    ids=range(7),
)
def test_what_is_over_a_limit_is_passed_over_with_its_line(text: str, kind: str) -> None:
    document = Document.from_bytes(f"schema = 1\n{text}\n".encode())
    assert document.faults[0].kind == kind
    assert document.faults[0].line > 1
    assert document.values["schema"] == 1


@pytest.mark.parametrize("text", ["a=[\n" * 1000, "a=[[],\n" * 1000], ids=range(2))
def test_brackets_left_open_line_after_line_are_told(text: str) -> None:
    assert "too-deep" in {fault.kind for fault in Document.from_bytes(text.encode()).faults}


WITHIN = ["a = " + "[" * 64 + "]" * 64, "a." * 99 + "a = 1", "a = '" + "." * 500 + "[" * 500 + "'"]


@pytest.mark.parametrize("text", WITHIN, ids=range(3))
def test_what_is_within_the_limits_is_read(text: str) -> None:
    assert Document.from_bytes(text.encode()).faults == ()


@pytest.mark.parametrize("data", [b"#" * (64 * 1024 * 1024 + 1), b"a=1\n" * 2_000_000, b"#" * (20 << 20)], ids=range(3))
def test_what_is_too_large_is_not_read(data: bytes) -> None:
    document = Document.from_bytes(data)
    assert [fault.kind for fault in document.faults] == ["too-large"]
    assert document.to_bytes() == data


@pytest.mark.parametrize("number", ["1 000 000", "1\u00a0000", "152302,40"])
def test_a_number_as_on_paper_is_told_from_a_text_without_quotes(number: str) -> None:
    (fault,) = Document.from_text(f"schema = 1\n[project]\ndecision_limit = {number}\n").faults
    assert fault.reason == "written-number"
    assert fault.mend is not None
