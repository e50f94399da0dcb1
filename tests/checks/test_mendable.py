"""What is said to have mends has them, and nothing else."""

from budjettitui.checks import declared
from budjettitui.checks.fixes import MENDS
from budjettitui.checks.mendable import HELPED, MENDABLE


def test_the_checks_that_are_said_to_have_mends_are_those_that_have_them() -> None:
    assert set(MENDS) == MENDABLE


def test_every_check_that_is_helped_is_a_check() -> None:
    assert set(declared()) >= HELPED
