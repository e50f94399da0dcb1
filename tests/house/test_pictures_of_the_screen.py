"""The pictures of the documents are those that the script draws, and every one of them is shown."""

import re

from budjettitui.tui.pictures import PICTURES, page
from tests.places import ROOT

DOCS = ROOT / "docs"


def test_the_page_of_the_screens_is_as_the_script_writes_it() -> None:
    assert (DOCS / "screens.md").read_text(encoding="utf-8") == page()


def test_there_is_a_picture_of_each_and_no_other() -> None:
    assert {path.stem for path in (DOCS / "screens").glob("*.svg")} == {one.name for one in PICTURES}


def test_the_pictures_fetch_nothing() -> None:
    for path in (DOCS / "screens").glob("*.svg"):
        assert set(re.findall(r"https?://[^\s\"']+", path.read_text(encoding="utf-8"))) <= {
            "http://www.w3.org/2000/svg"
        }
