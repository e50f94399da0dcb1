"""Characters in a text that nobody can see."""

from collections.abc import Iterator

from budjettitui.checks import WARNING, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.structure.flaws import flaws


@check(
    "hidden-characters",
    WARNING,
    "row",
    good="""
schema = 1

[project]
name = "Kylätalon kurssit – byahusets kurser"
""",
    bad=r"""
schema = 1

[project]
name = "Village\u200bcourses"
""",
)
def hidden_characters(case: Case) -> Iterator[Found]:
    """A text holds control, right-to-left or zero-width characters.

    They come along when text is pasted. Two words that look alike are then not the same, and on a careless screen
    such a text could show other figures than the file has. They are shown spelled out: ␛ or ⟨U+202E⟩.

    Rule: Unicode; the list stands in budjettitui/visible.py.
    """
    return flaws(case, "hidden-characters")
