"""Any bytes at all: a document, never an exception; and one judge that says what Python's parser says."""

import tomllib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from budjettitui.document import Document, same
from budjettitui.document.judge import Problem, exact, judge
from tests.property.budgets import budgets
from tests.property.test_document_positions import leaves

CORPUS = Path(__file__).parents[1] / "corpus" / "budget"
FILES = [path.read_bytes() for path in sorted(CORPUS.glob("*.toml")) if path.stat().st_size < 3000]
PIECES = st.one_of(
    st.sampled_from([b'"', b"'", b"[", b"]", b"{", b"}", b"=", b",", b".", b"#", b"\\", b"\n", b"\r", b"\0", b"\xff"]),
    st.sampled_from(
        [b'"""', b"'''", b"[[", b"]]", b"\r\n", b"0x", b"nan", b"2025-02-30", b"07:60:00", b"\xef\xbb\xbf"]
    ),
    st.binary(max_size=3),
)


@st.composite
def mutations(draw: st.DrawFn) -> bytes:
    """A file with pieces put in, taken out and written over."""
    data = draw(st.one_of(st.sampled_from(FILES), budgets()))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(PIECES) + data[at + draw(st.integers(0, 3)) :]
    return data


@settings(deadline=None)
@given(st.one_of(st.binary(), mutations()))
def test_no_bytes_make_reading_raise(data: bytes) -> None:
    document = Document.from_bytes(data)
    assert document.to_bytes() == data
    for fault in document.faults:
        assert fault.line >= 1
        assert fault.column >= 1
        assert 0 <= fault.start <= fault.end <= len(document.text)
        assert fault.detail.isprintable()
    for path, _ in leaves(document.values):
        assert document.position(path) is not None
        assert document.position(path, key=True) is not None


@settings(deadline=None)
@given(mutations())
def test_the_judge_says_what_pythons_parser_says(data: bytes) -> None:
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    ours = judge(text)
    try:
        theirs = tomllib.loads(text, parse_float=exact)
    except ValueError:
        assert isinstance(ours, Problem)
    else:
        assert same(ours, theirs)
