"""Beginnings that the examples of checks share, so that each shows only what it is about."""

HEAD = """\
schema = 1

[project]
name = "Village courses"
"""

PAIR = (
    HEAD
    + """
[[partner]]
id = "town"
role = "lead"

[[partner]]
id = "village"
"""
)
"""Two partners, one of them the lead."""

BESIDE = "# --- a file beside it ---\n"
"""In an example, what stands above this line is another file of the same run."""

ROWS = '[[cost]]\ncategory = "personnel"\namount = 60_000\n[[cost]]\ncategory = "services"\namount = 40_000\n'
"""Two cost lines, 100 000 together."""

MONEY = '[[funding]]\nkind = "support"\namount = 75_000\n[[funding]]\nkind = "own"\namount = 25_000\n'
"""Their funding: three quarters support, the rest own."""


def costs_and_support(costs: str, support: str) -> str:
    """A cost line and the support applied for."""
    return f'[[cost]]\ncategory = "personnel"\namount = {costs}\n[[funding]]\nkind = "support"\namount = {support}\n'
