"""The two lines at the top: file, rules and stage; pages and counts."""

from decimal import Decimal

from budjettitui.balance import ceilings, counts
from budjettitui.findings import NOT_YET, Severity
from budjettitui.state import State
from budjettitui.tui.present.values import short_rate
from budjettitui.tui.view import View
from budjettitui.tui.widgets.tabs import Count, Tab, TabsText
from budjettitui.tui.widgets.title import TitleText
from budjettitui.words import Words

PAGES = ("overview", "costs", "funding", "partners", "years", "file")
"""The pages in the order of their numbers."""

PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "infos"}


def title(view: View) -> TitleText:
    """Line 1."""
    stage = view.state.budget.project.stage
    state, role = _saved(view)
    shown = view.words.label("project_stage", stage) if stage else ""
    read_only = f"{view.words.say('screen.title.read-only')} " if view.read_only else ""
    longest = f"{read_only}{view.words.say('screen.title.unsaved')}"
    return TitleText(view.label, state, about(view.state, view.words), shown, role, longest)


def _saved(view: View) -> tuple[str, str]:
    if not view.state.document.editable:
        unsaved = view.words.say("screen.title.unsaved") if view.dirty else ""
        return f"!{view.words.say('screen.title.broken')} {unsaved}".rstrip(), "error"
    read_only = view.words.say("screen.title.read-only") if view.read_only else ""
    if view.dirty:
        return f"{read_only} {view.words.say('screen.title.unsaved')}".lstrip(), "changed"
    return read_only, "info" if read_only else ""


def about(state: State, words: Words) -> str:
    """The rules in short, and their ceiling or the cost model: `ESF+ 2021-27 | call max 75 %`."""
    rules, model = state.terms.rules, state.budget.project.cost_model
    known = rules.cost_models.get(model or "")
    parts = [rules_name(state, words)]
    if model is not None:
        parts.append((known.labels.get(words.lang) if known is not None else None) or model)
    rule, own = state.terms.support.ceiling(), sorted(set(ceilings(state).values()))
    if own:
        lowest, highest = (short_rate(words, end) for end in (own[0], own[-1]))
        parts.append(words.say("screen.title.each-max", rate=f"{lowest}–{highest}"))
    elif rule is not None and isinstance(rule.value, Decimal):
        by_call = state.budget.call.support_rate_max is not None
        key = "screen.title.call-max" if by_call else "screen.title.rules-max"
        parts.append(words.say(key, rate=short_rate(words, rule.value)))
    return " | ".join(parts)


def rules_name(state: State, words: Words) -> str:
    """The rule set's short name on the screen, else its title."""
    rules = state.terms.rules
    key = f"screen.rules.{rules.id}"
    return words.say(key) if words.has(key) else rules.titles.get(words.lang) or rules.id


def tabs(view: View) -> TabsText:
    """Line 2. While findings stand over the page, it is still the page below them that is marked."""
    shown = tuple(Tab(number, view.words.say(f"screen.page.{name}")) for number, name in enumerate(PAGES, 1))
    present = PAGES.index(view.page) if view.page in PAGES else 0
    return TabsText(
        shown, present, severity_counts(view.state, view.words), waiting=view.place == "tabs", go=view.words.key("go")
    )


def severity_counts(state: State, words: Words) -> tuple[Count, ...]:
    """The standing roots of each severity, with their words; before judging, that it is going on."""
    if state.findings is NOT_YET:
        return (Count("doubt", None, words.say("screen.judging.short")),)
    found = counts(state.findings)
    return tuple(
        Count(severity.word, number, words.say(f"report.count.{PLURALS[severity]}", count=number))
        for severity, number in found.items()
    )
