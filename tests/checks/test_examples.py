"""Every check's own examples: the good ones are not found, the bad ones are."""

import pytest

from budjettitui.checks import declared
from budjettitui.checks.to_come import NAMES

from .judging import found_in_example

NO_BAD_EXAMPLE = {"file-unreadable"}
"""Nothing that stands in a budget causes these."""

GOOD = [(check.name, text) for check in declared().values() for text in check.good]
BAD = [(check.name, text) for check in declared().values() for text in check.bad]


@pytest.mark.parametrize(("check", "text"), GOOD, ids=[name for name, _ in GOOD])
def test_a_good_example_is_not_found(check: str, text: str) -> None:
    assert found_in_example(check, text) == []


@pytest.mark.parametrize(("check", "text"), BAD, ids=[name for name, _ in BAD])
def test_a_bad_example_is_found(check: str, text: str) -> None:
    assert found_in_example(check, text)


@pytest.mark.parametrize("name", declared())
def test_a_check_has_examples_and_an_explanation(name: str) -> None:
    check = declared()[name]
    assert check.good
    assert check.bad or name in NO_BAD_EXAMPLE
    assert check.doc.strip()


def test_no_check_is_still_to_come_and_there() -> None:
    assert NAMES & declared().keys() == set()
