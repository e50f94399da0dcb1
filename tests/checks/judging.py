"""Budgets written by hand, and what is found in them, as tests say it."""

from datetime import date
from pathlib import Path

from budjettitui.checks.case import Case, Neighbour
from budjettitui.checks.changes import OLDER
from budjettitui.checks.examples import BESIDE
from budjettitui.document import Document
from budjettitui.findings import Finding, Severity
from budjettitui.judging import Judging
from budjettitui.session import Session
from budjettitui.state import State

TODAY = date(2025, 6, 1)
HEAD = 'schema = 1\n[project]\nname = "Village hall courses"\n'
TWO = '[[partner]]\nid = "town"\nrole = "lead"\nname = "Town"\n[[partner]]\nid = "club"\nname = "Club"\n'


def judged(text: str, head: str = HEAD) -> tuple[Finding, ...]:
    """All findings of a budget; a text that is not a whole file begins within `[project]`."""
    head = "" if text.lstrip().startswith("schema") else head
    return Session.from_bytes((head + text).encode(), today=TODAY).state.verdict()


def all_of(text: str, check: str) -> list[Finding]:
    """The findings of one check."""
    return [one for one in judged(text) if one.check == check]


def one_of(text: str, check: str) -> Finding:
    """The only finding of one check."""
    found = all_of(text, check)
    assert len(found) == 1, [(one.check, one.path) for one in judged(text)]
    return found[0]


def names(text: str) -> set[str]:
    """The checks that found anything."""
    return {one.check for one in judged(text)}


def says(text: str, check: str) -> bool:
    """True where a check finds anything."""
    return check in names(text)


def roots(text: str, at_least: Severity = Severity.ERROR) -> list[tuple[str, str]]:
    """Check and place of the roots that are this grave, errors unless told otherwise."""
    return [
        (one.check, one.path) for one in judged(text) if one.is_root and one.waived is None and one.severity <= at_least
    ]


def cause(text: str, check: str, path: str = "project") -> tuple[str, str] | None:
    """What a finding follows from; None where it is a root."""
    found = [one for one in judged(text) if (one.check, one.path) == (check, path)]
    assert len(found) == 1, [(one.check, one.path, one.cause) for one in judged(text)]
    return (found[0].cause.check, found[0].cause.path) if found[0].cause else None


def sums(finding: Finding) -> tuple[object, ...]:
    """What should be, what is, and the difference."""
    return finding.expected, finding.actual, finding.difference


def cost(amount: str, more: str = "") -> str:
    """A cost line."""
    return f'[[cost]]\ncategory = "services"\namount = {amount}\n{more}'


def funding(kind: str, amount: str, more: str = "") -> str:
    """A funding line; `more` are keys, `payer = "x"`."""
    return f'[[funding]]\nkind = "{kind}"\namount = {amount}\n{more}' + ("\n" if more else "")


def stated(**figures: object) -> str:
    """What a document states of the project."""
    return "[stated]\n" + "".join(f"{key} = {value}\n" for key, value in figures.items())


def share(partner: str, **figures: object) -> str:
    """A partner's part."""
    return f'[[share]]\npartner = "{partner}"\n' + "".join(f"{key} = {value}\n" for key, value in figures.items())


# whole texts ----------------------------------------------------------------------------------------------------------
START = HEAD
PAIR = START + '[[partner]]\nid = "town"\nrole = "lead"\n[[partner]]\nid = "village"\n'


def state_of(text: str | bytes, *, today: date = TODAY, folder: Path | None = None) -> State:
    """The budget of a whole text, worked out and judged; rules of its own stand in `folder`."""
    data = text.encode() if isinstance(text, str) else text
    return Judging(folder, today).state(Document.from_bytes(data))


def findings_of(text: str | bytes, *, today: date = TODAY) -> tuple[Finding, ...]:
    """All findings of a whole text."""
    return state_of(text, today=today).verdict()


def found(check: str, text: str | bytes, *, today: date = TODAY, folder: Path | None = None) -> list[Finding]:
    """What one check finds in a whole text."""
    return [one for one in state_of(text, today=today, folder=folder).verdict() if one.check == check]


def paths(check: str, text: str | bytes) -> list[str]:
    """Where one check finds anything in a whole text."""
    return [one.path for one in found(check, text)]


def found_in_example(check: str, text: str) -> list[Finding]:
    """What a check finds in one of its examples."""
    return [one for one in state_of_example(text).verdict() if one.check == check]


def case_of_example(text: str) -> Case:
    """The case of an example."""
    return state_of_example(text).case


def state_of_example(text: str) -> State:
    """An example judged; it may be two files: an older version, or one beside it."""
    for mark in (OLDER, BESIDE):
        above, _, below = text.partition(mark)
        if below:
            other = Session.from_bytes(above.encode(), today=TODAY, label="other.toml")
            session = Session.from_bytes(below.encode(), today=TODAY, label="this.toml")
            return session.against(other) if mark == OLDER else beside(session, other)
    return state_of(text)


def beside(session: Session, other: Session) -> State:
    """A budget judged together with another one, whether or not a run would find that they meet."""
    return session.beside((Neighbour(other.label, other.state.case),))
