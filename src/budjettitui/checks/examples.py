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
