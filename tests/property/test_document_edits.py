"""Edits on budgets of every spelling: what is meant happens, nothing else does, and undo gives the same bytes."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from budjettitui.document import Applied, Document, EditRefused, same
from budjettitui.document.layout import divide
from budjettitui.document.reading import Places
from budjettitui.edits import Edit, Insert, Move, Remove, Rename, Set
from tests.property.budgets import VALUES, budgets
from tests.property.test_document_positions import leaves

NEW_KEYS = st.sampled_from(["amount", "new", "a key", "2027"])


@st.composite
def edits(draw: st.DrawFn, document: Document) -> Edit:
    """An edit of something that is in the document, or next to it."""
    paths = [path for path, _ in leaves(document.values)]
    paths += [path[:size] for path in paths for size in range(1, len(path))] + [()]
    path = draw(st.sampled_from(paths))
    table = draw(st.sampled_from(["cost", "funding", "waiver"]))
    rows: Any = document.values.get(table, [])
    number = st.integers(0, max(0, len(rows)))
    match draw(st.integers(0, 5)):
        case 0:
            return Set(path, draw(VALUES))
        case 1:
            return Set((*path, draw(NEW_KEYS)), draw(VALUES))
        case 2:
            return Remove(path)
        case 3:
            return Rename(path, draw(NEW_KEYS))
        case 4:
            return Insert(table, draw(number), (("id", '"new"'), ("years", draw(VALUES))))
        case _:
            return Move(table, draw(number), draw(number))


def made(document: Document, edit: Edit) -> Applied | EditRefused:
    """The edit made, or why not."""
    try:
        return document.apply([edit])
    except EditRefused as refused:
        return refused


@settings(max_examples=200, deadline=None)
@given(st.data(), budgets())
def test_an_edit_and_its_undo_give_the_same_bytes(data: st.DataObject, written: bytes) -> None:
    document = Document.from_bytes(written)
    edit = data.draw(edits(document))
    applied = made(document, edit)
    if isinstance(applied, EditRefused):
        assert applied.key != "not-as-meant", edit
        return
    fresh = Document.from_bytes(applied.document.to_bytes())
    assert same(fresh.values, applied.document.values)
    undone = applied.document.splice([splice.opposite for splice in reversed(applied.splices)])
    assert undone.to_bytes() == written
    assert same(undone.values, document.values)


@settings(max_examples=100, deadline=None)
@given(st.data(), budgets())
def test_after_many_edits_every_place_is_where_a_fresh_reading_finds_it(data: st.DataObject, written: bytes) -> None:
    document = Document.from_bytes(written)
    for _ in range(4):
        edit = data.draw(edits(document))
        applied = made(document, edit)
        if isinstance(applied, EditRefused):
            continue
        document = applied.document
        kept, fresh = document.places, Places(document.text, divide(document.text))
        assert kept.layout.starts == fresh.layout.starts
        assert kept.layout.heads == fresh.layout.heads
        again = Document.from_bytes(document.to_bytes())
        for path, _ in leaves(document.values):
            assert kept.find(path) == fresh.find(path)
            assert document.position(path) == again.position(path)


@settings(deadline=None)
@given(st.data(), budgets())
def test_a_value_on_one_line_is_changed_on_that_line_alone(data: st.DataObject, written: bytes) -> None:
    document = Document.from_bytes(written)
    paths = [path for path, _ in leaves(document.values) if "\n" not in (document.spelling(path) or "\n")]
    paths = [path for path in paths if not document.text[(document.span(path) or (0, 0))[0] :].startswith(("[[", "[ "))]
    if not paths:
        return
    path = data.draw(st.sampled_from(paths))
    applied = made(document, Set(path, "73_250.10"))
    if isinstance(applied, EditRefused):
        assert applied.key == "is-a-table"
        return
    before, after = written.split(b"\n"), applied.document.to_bytes().split(b"\n")
    assert len(before) == len(after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) <= 1


def one_by_one(document: Document, edits: list[Insert]) -> Document | EditRefused:
    """Rows put in each by itself."""
    for edit in edits:
        applied = made(document, edit)
        if isinstance(applied, EditRefused):
            return applied
        document = applied.document
    return document


@settings(max_examples=100, deadline=None)
@given(st.data(), budgets(), st.integers(16, 20))
def test_many_rows_put_in_together_are_the_same_bytes_as_one_by_one(
    data: st.DataObject, written: bytes, count: int
) -> None:
    document = Document.from_bytes(written)
    table = data.draw(st.sampled_from(["cost", "funding", "waiver"]))
    rows: Any = document.values.get(table, [])
    index = data.draw(st.integers(0, max(0, len(rows))))
    inserts = [Insert(table, index + number, (("id", f'"new {number}"'),)) for number in range(count)]
    singly = one_by_one(document, inserts)
    try:
        together: Document | EditRefused = document.apply(inserts).document
    except EditRefused as refused:
        together = refused
    assert isinstance(together, EditRefused) == isinstance(singly, EditRefused)
    if isinstance(together, Document) and isinstance(singly, Document):
        assert together.to_bytes() == singly.to_bytes()
        assert same(together.values, singly.values)
