"""Where things stand, against values found another way."""

from collections.abc import Iterator

from hypothesis import given

from budjettitui.document import Document, same
from budjettitui.document.reading import read
from budjettitui.findings import Path
from tests.property.budgets import budgets


def leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every value of a document that holds no others, with its path."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list) and value:
        for number, inner in enumerate(value):
            yield from leaves(inner, (*path, number))
    elif path:
        yield path, value


@given(budgets())
def test_what_is_written_at_a_place_is_what_the_document_says_of_it(data: bytes) -> None:
    document = Document.from_bytes(data)
    assert document.faults == ()
    for path, value in leaves(document.values):
        spelled = document.spelling(path)
        assert spelled is not None
        if value == {} and spelled.startswith("["):
            continue
        assert same(read(f"v = {spelled}"), {"v": value}), (path, spelled)


@given(budgets())
def test_line_and_column_lead_to_the_same_character_as_the_span(data: bytes) -> None:
    document = Document.from_bytes(data)
    lines = document.text.split("\n")
    for path, _ in leaves(document.values):
        for key in (False, True):
            place = document.position(path, key=key)
            span = document.key_span(path) if key else document.span(path)
            assert place is not None
            assert span is not None
            assert sum(len(line) + 1 for line in lines[: place[0] - 1]) + place[1] - 1 == span[0]


@given(budgets())
def test_every_key_stands_where_its_name_is_spelled(data: bytes) -> None:
    document = Document.from_bytes(data)
    for path, _ in leaves(document.values):
        for size in range(1, len(path) + 1):
            name, span = path[size - 1], document.key_span(path[:size])
            assert span is not None
            if isinstance(name, str):
                assert document.text[slice(*span)].endswith((name, f'"{name}"', f"'{name}'"))
