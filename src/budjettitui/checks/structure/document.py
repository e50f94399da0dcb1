"""Whether the file can be read at all, is TOML, and says the version of its form."""

from collections.abc import Iterator

from budjettitui.checks import ERROR, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.structure.flaws import missing
from budjettitui.findings import Finding, Place

FILE = Place("file")

TOO_LARGE = "too-large"
"""The fault of a text that is not even looked at."""


@check(
    "toml-syntax",
    ERROR,
    "file",
    good=HEAD
    + """
[[cost]]
category = "personnel"
description = "Coordinator"
amount = 1_000_000
""",
    bad=HEAD
    + """
[[cost]]
category = "personnel"
description = "Coordinator"
amount = 1 000 000
""",
)
def toml_syntax(case: Case) -> Iterator[Found]:
    """The file is not TOML 1.0, or its text is not UTF-8.

    A budget that cannot be read cannot be trusted: a sum may miss a line. The finding gives the reason with its line
    and column. What stands around it is read as far as it can be, and judged for its form alone. Where it is beyond
    doubt what was meant, a mend is offered (1 000 000 becomes 1_000_000, 152302,40 becomes 152302.40).

    Rule: toml.io, version 1.0.0.
    """
    for fault in case.faults:
        if fault.kind != TOO_LARGE:
            wording = "encoding" if fault.kind == "not-utf-8" else ""
            values = {"reason": fault.reason, "detail": fault.detail}
            yield Found(FILE, None, values, wording, line=fault.line, column=fault.column)


@check(
    "file-unreadable",
    ERROR,
    "file",
    good=HEAD,
    bad=(),
)
def file_unreadable(case: Case) -> Iterator[Found]:
    """The file cannot be read: there is no permission, it is no regular file, or it is too large.

    Only regular files are read, so that a pipe, a device or a folder called x.toml can hang nothing, and none larger
    than 64 MiB. There is no example: nothing that stands in a budget causes it.

    Rule: the limits of this program.
    """
    for fault in case.faults:
        if fault.kind == TOO_LARGE:
            yield Found(FILE, None, {"reason": TOO_LARGE}, line=1, column=1)


def unreadable(reason: str) -> Finding:
    """The finding of a file that could not be opened; `reason` is a word of `store.Unreadable`."""
    return Finding("file-unreadable", ERROR, FILE, {"reason": reason})


@check(
    "schema-version",
    ERROR,
    "file",
    good=HEAD,
    bad=(
        """
[project]
name = "Village courses"
""",
        """
schema = 2

[project]
name = "Village courses"
""",
    ),
)
def schema_version(case: Case) -> Iterator[Found]:
    """The file does not say which version of the form it is written in, or says one that this program does not know.

    A later version may give a key another meaning, and a budget read wrongly is worse than one not read. Write
    schema = 1 at the top of the file.

    Rule: the format of the budget file (schema).
    """
    return missing(case, "schema-version")
