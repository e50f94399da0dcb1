"""What reading found, passed on as findings."""

from collections.abc import Iterator

from budjettitui.checks import Found
from budjettitui.checks.case import Case


def flaws(case: Case, check: str) -> Iterator[Found]:
    """The flaws of one check, in the order of reading."""
    for flaw in case.budget.flaws:
        if flaw.check == check:
            yield Found(flaw.place, flaw.anchor, flaw.values, flaw.wording, at_key=flaw.at_key)


def missing(case: Case, check: str) -> Iterator[Found]:
    """The same for what says that something is not there; of a text that is broken nobody can say so."""
    if not case.broken:
        yield from flaws(case, check)
