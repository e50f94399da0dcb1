"""Checks of what a reader has accepted, and of the rules that findings rest on. They look at what the others found."""

from collections.abc import Iterator

from budjettitui.checks import INFO, WARNING, Found, check, declared
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD, PAIR
from budjettitui.checks.known_places import Places
from budjettitui.checks.waivers import expired, names, outgrown, waivable
from budjettitui.findings import Finding, Place
from budjettitui.model import Waiver, place_of

GAP = """
[stated]
costs = 50_000
support = 40_000
own = 9_000
"""


CHANGES = ("change-total", "change-transfer")
"""Checks that look at an older version."""
ACROSS = ("appropriation-shared", "double-funding", "overbooked")
"""Checks that look at the other files of a run."""


def _waiver(more: str) -> str:
    return (
        HEAD
        + GAP
        + f'\n[[waiver]]\ncheck = "self-financing-missing"\nat = "project"\nreason = "The board decides."\n{more}'
    )


def _waivers(case: Case) -> Iterator[tuple[int, Waiver, list[Finding]]]:
    """Every waiver that could be read and names what there is, with the findings that it names."""
    if case.broken:
        return
    places = Places(case)
    known = declared().keys()
    for index, waiver in enumerate(case.budget.waivers):
        if waiver.check in known and waiver.at is not None and places.knows(waiver.at):
            yield index, waiver, [finding for finding in case.findings if names(case, waiver, finding)]


@check(
    "waiver-unused",
    WARNING,
    "waiver",
    good=_waiver(""),
    bad=HEAD + '\n[[waiver]]\ncheck = "self-financing-missing"\nat = "project"\nreason = "The board decides."\n',
    last=True,
)
def waiver_unused(case: Case) -> Iterator[Found]:
    """An acceptance has nothing left to accept.

    What it accepted is mended, or it never was at this place. Left in the file it would accept the same mistake
    silently if it came back. Where the finding follows from another, that other one is to be accepted. What is wrong
    in the file's own form cannot be accepted at all. Of what is found only beside an older version or beside other
    files nothing is said where there are none. The mend takes the row out.

    Rule: the format of the budget file (waiver).
    """
    for index, waiver, findings in _waivers(case):
        if any(finding.is_root and waivable(finding) for finding in findings) or _not_looked_for(case, waiver):
            continue
        wording = "never" if _never(waiver, findings) else "consequence" if findings else ""
        values: dict[str, object] = {"check": waiver.check, "at": waiver.at}
        causes = [finding.cause for finding in findings if finding.cause is not None]
        if wording == "consequence" and causes:
            values |= {"cause": causes[0].check, "cause_at": causes[0].path}
        yield Found(place_of("waiver", index, waiver), ("waiver", index), values, wording)


def _not_looked_for(case: Case, waiver: Waiver) -> bool:
    """True of what this run may not have found because it had no older version, or no other file that it meets."""
    return (waiver.check in CHANGES and case.older is None) or (waiver.check in ACROSS and not case.others)


def _never(waiver: Waiver, findings: list[Finding]) -> bool:
    """True of a waiver of what cannot be accepted: errors of structure, and what these checks say of waivers."""
    check = declared().get(waiver.check or "")
    return any(not waivable(finding) for finding in findings) or (check is not None and check.family == "review")


@check(
    "waiver-expired",
    WARNING,
    "waiver",
    good=_waiver("until = 2999-12-31\n"),
    bad=_waiver("until = 2020-12-31\n"),
    last=True,
)
def waiver_expired(case: Case) -> Iterator[Found]:
    """The last day of an acceptance has passed, and the finding stands again.

    Whoever accepted it meant to have it settled by then. Settle it, or accept it anew with a later day and a reason:
    where another acceptance has the finding, nothing is said of the old one.

    Rule: the format of the budget file (waiver.until).
    """
    for index, waiver, findings in _waivers(case):
        if expired(case, waiver) and any(waivable(finding) and finding.waived is None for finding in findings):
            values = {"check": waiver.check, "at": waiver.at, "until": waiver.until}
            yield Found(place_of("waiver", index, waiver), ("waiver", index, "until"), values)


@check(
    "waiver-outgrown",
    WARNING,
    "waiver",
    good=_waiver("difference = 1_000\n"),
    bad=_waiver("difference = 500\n"),
    last=True,
    within=_waiver("difference = 1_000\n"),
    beyond=_waiver("difference = 999\n"),
)
def waiver_outgrown(case: Case) -> Iterator[Found]:
    """The gap is larger than the one that was accepted, and the finding stands again.

    A person accepted a certain sum. What has come to it since nobody has looked at. A smaller gap stays accepted, and
    so does a larger one that another acceptance has.

    Rule: the format of the budget file (waiver.difference).
    """
    for index, waiver, findings in _waivers(case):
        standing = [finding for finding in findings if waivable(finding) and finding.waived is None]
        grown = [finding for finding in standing if outgrown(waiver, finding)]
        if not grown or expired(case, waiver) or waiver.difference is None:
            continue
        actual = max(abs(finding.difference) for finding in grown if finding.difference is not None)
        values = {"check": waiver.check, "at": waiver.at}
        anchor = ("waiver", index, "difference")
        accepted = abs(waiver.difference.value)
        yield Found(place_of("waiver", index, waiver), anchor, values, expected=accepted, actual=actual)


@check(
    "rule-unverified",
    INFO,
    "project",
    good=PAIR,
    bad=HEAD + 'rules = "fi-esr-2014"\nperiod = { start = 2013-01-01, end = 2014-12-31 }\n',
    last=True,
)
def rule_unverified(case: Case) -> Iterator[Found]:
    """Findings rest on rule values that no source confirms.

    Some numbers of a funder are known only from hearsay: they are marked in the rule set, and what rests on them is at
    most a warning. This names them once for the file, so that somebody can look them up.

    Rule: the verified marks of the rule set.
    """
    rules = sorted({rule for finding in case.findings for rule in finding.unverified})
    if rules:
        yield Found(Place("project"), ("project", "rules"), {"rules": tuple(rules)})
