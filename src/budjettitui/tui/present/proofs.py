"""Why a finding stands: its sentence, its figures with what they are measured against, its place, and the check."""

from decimal import Decimal

from budjettitui.findings import Finding
from budjettitui.report.sentences import Sentences
from budjettitui.tui.present.values import money, rate
from budjettitui.tui.view import View


def proof(view: View, finding: Finding) -> list[str]:
    """The lines of the window; each is wrapped by who draws it."""
    words = view.words
    said = Sentences(view.state.budget, words)
    lines = [said.of(finding), ""]
    for name, value in (("expected", finding.expected), ("actual", finding.actual), ("difference", finding.difference)):
        if value is not None:
            lines.append(f"{words.say(f'screen.why.{name}')}  {_figure(view, finding, value)}")
    if finding.approximate:
        lines.append(words.say("report.approximate"))
    if finding.unverified:
        lines.append(words.say("report.unverified", rules=finding.unverified))
    if finding.cause is not None:
        lines.append(words.say("report.follows", check=finding.cause.check, at=finding.cause.path))
    lines += [words.say("report.hint", text=said.hint(hint)) for hint in finding.hints]
    lines.append(words.say("screen.why.place", path=finding.path, line=finding.line or 1))
    if finding.source:
        lines.append(words.say("report.rule", source=finding.source))
    meaning = explanation(view, finding.check)
    return [*lines, "", *meaning] if meaning else lines


def explanation(view: View, check: str) -> list[str]:
    """What `explain` says of a check, its first paragraph."""
    key = f"explain.{check}"
    if view.words.has(key):
        return [view.words.say(key)]
    from budjettitui.checks import declared

    found = declared().get(check)
    doc = getattr(found, "look", None).__doc__ if found is not None else None
    return [" ".join(doc.split("\n\n")[0].split())] if doc else []


def _figure(view: View, finding: Finding, value: Decimal) -> str:
    return rate(view.words, value) if finding.percent else money(view.words, value)
