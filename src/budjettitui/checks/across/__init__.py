"""What the budgets of one run have in common: people, costs, appropriations. The checks of them stand in their families.

A check is given the others that it has to look at (`Case.others`); which those are is found here, once for a run, so that
of a thousand budgets only those are judged again that meet another.
"""

from collections.abc import Iterable, Iterator, Mapping

from budjettitui.checks.case import Case, Neighbour

Meeting = tuple[str, tuple[str, ...]]
"""A budget of the run, by its label, and those that it meets."""

MOST_NAMED = 20
"""So many others are looked at and named at most."""


def same_project(one: Case, other: Case) -> bool:
    """True of two versions of one project, which have one code: nothing is paid twice by being written down twice."""
    codes = [" ".join((case.budget.project.code or "").split()).casefold() for case in (one, other)]
    return bool(codes[0]) and codes[0] == codes[1]


def judged(case: Case) -> bool:
    """True of a budget that can meet another: it could be read whole, and its project was not cancelled."""
    return not case.broken and not case.cancelled


def apart(cases: Mapping[str, Case], labels: Iterable[str], label: str) -> Iterator[str]:
    """Those of the labels that are other projects than the one that a label names."""
    return (one for one in labels if one != label and not same_project(cases[one], cases[label]))


def other_projects(case: Case) -> list[Neighbour]:
    """The neighbours that are not versions of the same project."""
    return [other for other in case.others if not same_project(other.case, case)]
