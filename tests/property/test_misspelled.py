"""One slip of the pen is one mistake: a key, a table or a partner misspelled invents no error of money."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from budjettitui.checks import declared
from budjettitui.findings import Severity
from budjettitui.session import Session

from .broken_budgets import shared, whole

TODAY = date(2025, 6, 1)
NAME = re.compile(r'(?m)^\[{0,2}([a-z_]{3,})(?=\]| =)|^(?:partner|recipient) = "(\w+)"')
"""A table or a key at the beginning of a line, or who is meant."""


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """A budget that meets, and the same with two letters swapped in one name, in one place or wherever it stands."""
    text: str = draw(st.one_of(whole(), shared()))
    place = draw(st.sampled_from([one for one in NAME.finditer(text) if "schema" not in one[0]]))
    group = 1 if place[1] else 2
    name = place[group]
    slip = name[:-2] + name[-1] + name[-2] if name[-1] != name[-2] else name[:-1]
    if place[0].startswith("[["):
        return text, text.replace(f"[[{name}]]", f"[[{slip}]]")
    return text, text[: place.start(group)] + slip + text[place.end(group) :]


def errors_of_money(text: str) -> set[tuple[str, str]]:
    found = Session.from_bytes(text.encode(), today=TODAY).state.verdict()
    checks = declared()
    return {
        (one.check, one.path)
        for one in found
        if one.severity is Severity.ERROR and checks[one.check].family != "structure"
    }


@given(slips())
def test_a_name_that_is_misspelled_brings_no_error_but_its_own(slip: tuple[str, str]) -> None:
    right, wrong = slip
    assert errors_of_money(wrong) <= errors_of_money(right), wrong
