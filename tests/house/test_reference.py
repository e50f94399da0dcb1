"""The reference pages are made from the code, and say what it says now."""

import pytest

from budjettitui.report.reference import PAGES
from tests.places import ROOT

DOCS = ROOT / "docs"


@pytest.mark.parametrize("name", PAGES)
def test_the_reference_is_not_stale(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run: python dev.py reference"
