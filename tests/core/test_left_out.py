"""A text of which little is no TOML: the rest is judged where it is the rest, and nothing is found for what was left out."""

from datetime import date
from pathlib import Path

import pytest

from budjettitui.document import Document
from budjettitui.document.left_out import FEW, lines_left_out, rest_is_whole
from budjettitui.findings import Severity
from budjettitui.session import Session
from budjettitui.state import State
from tests.places import BUDGETS

DAY = date(2026, 11, 24)
HOT = (BUDGETS / "hot.toml").read_text(encoding="utf-8")
BROKEN = HOT.replace("1_000_000", "1 000 000")


def judged(text: str, *, rest: bool = True) -> State:
    return Session(Document.from_text(text), today=DAY, folder=BUDGETS, rest=rest).state


def told(state: State) -> set[tuple[str, str]]:
    return {(one.check, one.path) for one in state.verdict()}


def test_with_a_line_left_out_the_rest_is_judged_as_it_was() -> None:
    assert told(judged(BROKEN)) == told(judged(HOT)) | {("toml-syntax", "file")}


def test_check_judges_a_broken_file_by_its_form_alone_as_before() -> None:
    assert {one.check for one in judged(BROKEN, rest=False).verdict()} == {"toml-syntax"}


@pytest.mark.parametrize("path", sorted(BUDGETS.glob("*.toml")), ids=lambda path: path.stem)
def test_whichever_line_is_broken_nothing_grave_is_found_that_was_not_there(path: Path) -> None:
    """A sum that a line left out belongs to is not known: no money is told to be missing for it."""
    lines = path.read_text(encoding="utf-8").split("\n")
    before = {(one.check, one.partner) for one in judged("\n".join(lines)).verdict()}
    for number, line in enumerate(lines):
        key, equals, _ = line.partition("=")
        if not equals or line.startswith("#"):
            continue
        state = judged("\n".join([*lines[:number], f"{key}= 1 000 x", *lines[number + 1 :]]))
        assert state.case.rest, line
        new = [one for one in state.errors() if (one.check, one.partner) not in before and one.check != "toml-syntax"]
        assert new == [], line


@pytest.mark.parametrize(
    ("broken", "lines"),
    [
        ("a = 1 2\nb = 3\n", (1,)),
        ("a = 1 2\nb = 3 4\nc = 5\n", (1, 2)),
        ('a = "open\nb = 3\n', (1,)),
    ],
)
def test_the_lines_that_were_left_out_are_named(broken: str, lines: tuple[int, ...]) -> None:
    document = Document.from_text(broken)
    assert lines_left_out(document) == lines
    assert rest_is_whole(document)


@pytest.mark.parametrize(
    "broken",
    [
        "".join(f"a{number} = 1 2\n" for number in range(FEW + 1)),
        "[project\nname = 'x'\n",
        "a = [1,\n2\nb = 3\n",
        'a = """\nopen\nb = 3\n',
        "<<<<<<< mine\na = 1\n=======\na = 2\n>>>>>>> theirs\n",
        "just words\n",
    ],
    ids=["many", "head", "open list", "open text", "conflict", "no key"],
)
def test_where_more_than_a_few_statements_of_a_line_are_gone_the_rest_is_not_judged(broken: str) -> None:
    assert not rest_is_whole(Document.from_text(broken))
    assert {one.check for one in judged(HOT + broken).verdict()} <= {"toml-syntax", "unknown-key", "unknown-table"}


def test_a_whole_text_leaves_nothing_out_and_bytes_that_are_no_text_have_no_rest() -> None:
    assert lines_left_out(Document.from_text(HOT)) == ()
    assert not rest_is_whole(Document.from_text(HOT))
    assert not rest_is_whole(Document.from_bytes(HOT.encode("utf-16")))


def test_an_amount_that_was_left_out_makes_its_sums_unknown_and_not_smaller() -> None:
    state = judged(HOT.replace("amount = 12_500", "amount = 12 500"))
    assert state.case.rest
    assert state.figures.partners["helsinki"].missing is None
    assert [one.severity for one in state.errors() if one.partner == "helsinki"] == []
    assert Severity.ERROR in {one.severity for one in state.roots()}
