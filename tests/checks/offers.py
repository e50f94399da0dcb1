"""What is offered of a finding: each mend in its own words, and the lines that stand in the file after it."""

from difflib import ndiff

from budjettitui.report.sentences import Sentences
from budjettitui.session import Session
from budjettitui.words import Words

from .mending import session_of


def offered(text: str, check: str) -> list[str]:
    """The mends of a check's first root: what each is called, and below it the lines that it writes."""
    session = session_of(text)
    said = Sentences(session.state.budget, Words("en"))
    root = next(one for one in session.findings() if one.check == check and one.is_root)
    found = []
    for fix in root.fixes:
        title = said.fix(fix).replace("\N{NO-BREAK SPACE}", " ")
        found += [title, "  " + written(session, session.preview(fix.change).document.text)]
    return found


def written(session: Session, after: str) -> str:
    """The lines that are new, one after another."""
    lines = ndiff(session.state.document.text.splitlines(), after.splitlines())
    return "; ".join(line[2:] for line in lines if line.startswith("+ ") and line[2:])
