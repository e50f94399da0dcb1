"""Whole folders of files: ours in `tests/corpus`, and the TOML project's own where it is at hand."""

import tomllib
from pathlib import Path

import pytest

from budjettitui.document import Document, EditRefused, same
from budjettitui.document.judge import Problem, exact, judge
from budjettitui.document.reading import Places, read
from budjettitui.edits import Set
from tests.property.test_document_positions import leaves

HERE = Path(__file__).parents[1]
OURS = sorted((HERE / "corpus" / "budget").glob("*.toml"))
THEIRS = HERE.parents[1] / "shared" / "corpus" / "toml-test" / "tests"
MANIFEST = [
    line.split("\t") for line in (HERE / "corpus" / "budget" / "manifest.tsv").read_text().splitlines()[1:] if line
]


def toml_test(kind: str) -> list[Path]:
    """The TOML project's own files, or a reason to skip."""
    if not THEIRS.is_dir():
        pytest.skip(f"no toml-test files at {THEIRS}")
    return sorted((THEIRS / kind).rglob("*.toml"))


def decoded(path: Path) -> str | None:
    """A file's text, without BOM; None where it is no UTF-8."""
    try:
        return path.read_bytes().decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None


def by_tomllib(text: str) -> dict[str, object] | None:
    """What Python's own parser says; None where it refuses."""
    try:
        return tomllib.loads(text, parse_float=exact)
    except ValueError:
        return None


def agrees(text: str) -> bool:
    """True where the judge and Python's parser say the same."""
    ours, theirs = judge(text), by_tomllib(text)
    return theirs is None if isinstance(ours, Problem) else theirs is not None and same(ours, theirs)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_a_file_of_ours_comes_back_byte_for_byte(path: Path) -> None:
    data = path.read_bytes()
    assert Document.from_bytes(data).to_bytes() == data


@pytest.mark.parametrize("row", MANIFEST, ids=lambda row: row[0])
def test_a_fault_stands_on_the_line_that_the_manifest_names(row: list[str]) -> None:
    name, _, exit_code, _, line = row[:5]
    faults = Document.from_bytes((HERE / "corpus" / "budget" / name).read_bytes()).faults
    assert not (faults and exit_code == "0")
    if faults and line.isdigit():
        assert int(line) in {fault.line for fault in faults}


@pytest.mark.parametrize("path", [path for path in OURS if path.stem.startswith("ok-")], ids=lambda path: path.stem)
def test_every_value_of_a_valid_file_can_be_changed_and_changed_back(path: Path) -> None:
    data = path.read_bytes()
    document = Document.from_bytes(data)
    for place, _ in leaves(document.values):
        try:
            done = document.apply([Set(place, "73_250.10")])
        except EditRefused as refused:
            if refused.key == "is-a-table":
                continue
            raise
        old, new = data.split(b"\n"), done.document.to_bytes().split(b"\n")
        if "\n" not in (document.spelling(place) or ""):
            assert len(old) == len(new)
            assert sum(one != other for one, other in zip(old, new, strict=True)) == 1
        assert done.document.splice([each.opposite for each in reversed(done.splices)]).to_bytes() == data


def test_every_file_that_is_valid_toml_is_read_whole_and_comes_back() -> None:
    for path in toml_test("valid"):
        document = Document.from_bytes(path.read_bytes())
        assert document.to_bytes() == path.read_bytes()
        if "spec-1.1" not in str(path) and not document.faults:
            for place, value in leaves(document.values):
                spelled = document.spelling(place)
                assert spelled is not None, (path, place)
                assert value in ({}, []) or same(read(f"v = {spelled}"), {"v": value}), (path, place)


def test_every_file_that_is_no_toml_has_a_fault_with_a_place() -> None:
    for path in toml_test("invalid"):
        document = Document.from_bytes(path.read_bytes())
        assert document.to_bytes() == path.read_bytes()
        if (text := decoded(path)) is None or by_tomllib(text) is None:
            assert document.faults, path
            assert all(1 <= fault.line <= document.line_count + 1 for fault in document.faults), path


@pytest.mark.parametrize("kind", ["valid", "invalid"])
def test_the_judge_agrees_with_python_on_all_of_toml_test(kind: str) -> None:
    texts = {path: decoded(path) for path in toml_test(kind)}
    assert [path for path, text in texts.items() if text is not None and not agrees(text)] == []


def test_what_is_left_of_a_broken_file_is_valid_and_holds_its_places() -> None:
    for path in [*OURS, *(toml_test("invalid") if THEIRS.is_dir() else [])]:
        document = Document.from_bytes(path.read_bytes())
        places: Places = document.places
        assert not isinstance(judge(places.text), Problem), path
        for place, _ in leaves(document.values):
            assert document.position(place) is not None, (path, place)
