"""What holds for all tests: those that take minutes run only where they are asked for."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--long` runs them too."""
    parser.addoption("--long", action="store_true", help="run also the tests that take minutes")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long ones out, unless they are asked for."""
    if not config.getoption("--long"):
        long = [item for item in items if item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in set(long)]
