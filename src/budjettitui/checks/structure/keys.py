"""Whether the keys and values of the file are those of its form."""

from collections.abc import Iterator

from budjettitui.checks import ERROR, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.structure.flaws import flaws, missing


@check(
    "unknown-key",
    ERROR,
    "row",
    good=HEAD
    + """
[[cost]]
category = "personnel"
description = "Coordinator"
amount = 40_000

[cost.extra]
desk = "4 B"
""",
    bad=HEAD
    + """
[[cost]]
category = "personnel"
description = "Coordinator"
amout = 40_000
""",
)
def unknown_key(case: Case) -> Iterator[Found]:
    """A key or a table that the form of the budget file does not have.

    A misspelled key would be passed over and its amount left out of every sum. The nearest known key is named and
    offered as a mend. What is your own belongs in a table called extra, which any table may have and no check reads.

    Rule: the format of the budget file.
    """
    return flaws(case, "unknown-key")


@check(
    "missing-key",
    ERROR,
    "row",
    good=HEAD
    + """
[[funding]]
kind = "own"
amount = 10_000
""",
    bad=HEAD
    + """
[[funding]]
amount = 10_000
""",
)
def missing_key(case: Case) -> Iterator[Found]:
    """A key that must be there is not, or is blank: the project's name, a partner's id, a cost line's category.

    Without it nobody can say what the row is or where its amount belongs. Of a text that is not TOML throughout,
    nothing is said to be missing: it may stand in the part that could not be read.

    Rule: the format of the budget file.
    """
    return missing(case, "missing-key")


@check(
    "wrong-type",
    ERROR,
    "row",
    good=HEAD
    + """stage = "application"
period = { start = 2025-01-01, end = 2026-12-31 }

[call]
support_rate_max = 75
""",
    bad=(
        HEAD
        + """stage = "applied"
""",
        HEAD
        + """
[call]
support_rate_max = 175
""",
    ),
)
def wrong_type(case: Case) -> Iterator[Found]:
    """A value of another type than its key takes, or a word that is none of those allowed.

    The value is not read, so what rests on it is unknown and not judged. A percentage is a number from 0 to 100, a
    date has no time, a word comes from a short list that the finding gives.

    Rule: the format of the budget file.
    """
    return flaws(case, "wrong-type")


@check(
    "amount-format",
    ERROR,
    "row",
    good=HEAD
    + """
[[cost]]
category = "personnel"
description = "Coordinator"
amount = 121_841.92
""",
    bad=(
        HEAD
        + """
[[cost]]
category = "personnel"
description = "Coordinator"
amount = "121 841,92"
""",
        HEAD
        + """
[[cost]]
category = "personnel"
description = "Coordinator"
amount = 121_841.925
""",
    ),
)
def amount_format(case: Case) -> Iterator[Found]:
    """An amount that is a text, no number, written with an exponent, finer than the currency, or 10^12 and above.

    Amounts are read as the exact decimals that are written and never rounded on the way, so they have to be written
    as numbers: 121_841.92. Where the reading is beyond doubt, the number is offered as a mend.

    Rule: the format of the budget file; the decimals of a currency are those of ISO 4217.
    """
    return flaws(case, "amount-format")
