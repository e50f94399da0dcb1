"""What holds for all tests: those that take minutes run only where they are asked for.

A process of tests lives for minutes and holds some ten thousand of them, which never go: they are not looked through again
each time that something may be collected, and that is done less often. What Python makes of a source is kept (as in
`dev.py`), else each program that is started here, and each process of tests, would read all sources anew.

Profiles of hypothesis: the same examples every time in CI, more of them where `HYPOTHESIS_PROFILE=long` asks. How long an
example takes is not looked at: it tells of the machine, which may stand still for a while, and not of the code.
"""

import gc
import os
import sys

import pytest
from hypothesis import HealthCheck, settings

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

NEW_ONES = 50_000
"""Values that are made before it is looked whether any of them can be collected."""

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", UNHURRIED, derandomize=True, max_examples=60, database=None)
settings.register_profile("long", UNHURRIED, max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "1000")))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--long` runs them too."""
    parser.addoption("--long", action="store_true", help="run also the tests that take minutes")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long ones out, unless they are asked for."""
    if not config.getoption("--long"):
        long = {item for item in items if item.get_closest_marker("long")}
        config.hook.pytest_deselected(items=list(long))
        items[:] = [item for item in items if item not in long]


def pytest_collection_finish() -> None:
    """What stands now stands until the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_ONES)
