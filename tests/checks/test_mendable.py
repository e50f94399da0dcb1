"""What is said to have mends has them, and nothing else."""

import pytest

from budjettitui.checks import declared
from budjettitui.checks.mendable import HELPED, MENDS, mend_of


@pytest.mark.parametrize("check", sorted(MENDS))
def test_what_is_said_to_make_the_mends_of_a_check_is_there(check: str) -> None:
    assert mend_of(check).__doc__


def test_every_check_that_is_helped_is_a_check() -> None:
    assert set(declared()) >= HELPED
