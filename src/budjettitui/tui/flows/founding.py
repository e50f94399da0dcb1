"""A budget begun by answering: first the funder's rules, then what is known already. A new file, or an empty open one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from budjettitui import beginning, store
from budjettitui.beginning import Answers, Unclear
from budjettitui.rules import RuleSet, loader, name_in
from budjettitui.tui.flows import changing, going
from budjettitui.tui.flows.asking import again, picked, question
from budjettitui.tui.screens.palette import Command, Palette, PaletteText
from budjettitui.tui.whose import app_of
from budjettitui.tui.widgets.question import Field, QuestionText
from budjettitui.values import frozen, replace
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen
    from budjettitui.tui.screens.folder import FolderScreen

    AnyScreen: TypeAlias = BudgetScreen | FolderScreen

FIELDS = ("name", "ceiling", "partners", "first", "second", "third")
"""What is asked for, in the order of `_answers`; a new file is asked for its name first."""

HINTED = ("ceiling", "partners", "first")

Made = Callable[[RuleSet, tuple[str, ...]], tuple[int, str]]
"""Makes a budget of the answers; else the number of the field that needs another one, and why."""


@frozen
class Asked:
    """What is asked in two steps, whose rules and what is known, and how far the answers have come."""

    screen: "AnyScreen"
    words: Words
    dialog: str
    fields: tuple[Field, ...]
    made: Made
    today: date
    rules: RuleSet | None = None
    """The rules that the budget has now, or that were chosen before one went back."""
    at: int = 0
    typed: str = ""
    """What the rules were narrowed by when they were chosen."""


def new(screen: "FolderScreen") -> None:
    """A new file: ask whose rules it is made under, then its name and what is known."""
    words = screen.words
    fields = (Field(words.say("flow.new.file"), required=True), *_fields(words))
    _ask_rules(Asked(screen, words, "new", fields, lambda rules, given: _made(screen, rules, given), screen.today))


def step_by_step(screen: "BudgetScreen") -> None:
    """The same questions in an open budget that is still empty, with what it says already."""
    budget, words = screen.view.state.budget, screen.view.words
    there = {
        "name": budget.project.name or "",
        "ceiling": words.show(budget.call.support_rate_max) if budget.call.support_rate_max is not None else "",
        "partners": ", ".join(one.label for one in budget.partners),
    }
    present = screen.view.state.terms.rules
    made: Made = lambda rules, given: _filled(screen, rules, given)  # noqa: E731 the budget goes with it
    _ask_rules(Asked(screen, words, "begin", _fields(words, there), made, screen.session.today, present))


def _ask_rules(asked: Asked) -> None:
    """The first step: whose rules, narrowed by typing. Rules of one's own come first where the budget has them."""
    words, present = asked.words, asked.rules
    found = {name: rules for name in loader.shipped() if (rules := loader.load(name).rules) is not None}
    if present is not None and present.id not in found:
        found = {present.id: present, **found}
    offered = [_offered(rules, words, asked.today) for rules in found.values()]
    text = PaletteText(words.say(f"flow.{asked.dialog}.rules"), offered, "flow.rules", present.id if present else "")

    palette = Palette(text, words, typed=asked.typed)

    def chosen(name: str | None) -> None:
        if name is not None:
            _ask(replace(asked, rules=found[name], typed=palette.typed.text), found[name])

    picked(asked.screen, palette, chosen, "rules")


def _offered(rules: RuleSet, words: Words, today: date) -> Command:
    """A rule set as one finds it: by its id, its name in each language, its funder and funds; a programme that is over comes
    after those that run."""
    title = name_in(rules.titles, words.lang)
    found_by = rules.found_by.get(words.lang) or ()
    about = words.say("flow.rules.found-by", words=", ".join(found_by)) if found_by else ""
    every = (one for named in rules.found_by.values() for one in named)
    end = rules.word("period.end")
    past = end is not None and date.fromisoformat(end) < today
    return Command(rules.id, title, rules.id, (*rules.titles.values(), *every), about, past)


def _fields(words: Words, there: dict[str, str] | None = None) -> tuple[Field, ...]:
    return tuple(
        Field(words.say(f"flow.new.{name}"), (there or {}).get(name, ""),
              words.say(f"flow.new.{name}-hint") if name in HINTED else "",
              width=10 if name == "ceiling" else 0, offered=name == "name" and bool(there))
        for name in FIELDS
    )  # fmt: skip


def _ask(asked: Asked, rules: RuleSet, text: QuestionText | None = None) -> None:
    """The second step: what is known already. Esc goes back to the first; what was answered and typed stays."""
    if text is None:
        title = asked.words.say(f"flow.{asked.dialog}.title", rules=rules.id)
        named = name_in(rules.titles, asked.words.lang)
        about, missing = (asked.words.say(f"flow.{asked.dialog}.about"),), asked.words.say("flow.new.missing")
        text = QuestionText(title, asked.fields, (named,) if named else (), about, missing, asked.at)
    put = text

    def done(answers: tuple[str, ...] | None) -> None:
        if answers is None:
            kept = again(put, dialog.answers, dialog.at, "")
            _ask_rules(replace(asked, fields=kept.fields, at=kept.at))
            return
        at, said = asked.made(rules, answers)
        if said:
            _ask(asked, rules, again(put, answers, at, said))

    dialog = question(asked.screen, text, done, asked.dialog)


def _answers(given: tuple[str, ...]) -> Answers:
    return Answers(given[0], given[1], given[2], given[3:])


def _unclear(words: Words, unclear: Unclear) -> tuple[int, str]:
    """The field of `FIELDS` that needs another answer, and why."""
    if unclear.field == "ceiling":
        return 1, words.say("screen.cell.no-percentage")
    return 3 + unclear.line, words.say("flow.new.doubt")


def _made(screen: "FolderScreen", rules: RuleSet, given: tuple[str, ...]) -> tuple[int, str]:
    """Make the file and open it."""
    from budjettitui.tui.flows import listing  # which offers this

    words = screen.words
    name = given[0].strip()
    if Path(name).name != name or name.startswith("."):
        return 0, words.say("flow.new.no-name")
    name = name if name.endswith(".toml") else f"{name}.toml"
    style = app_of(screen).style_of_numbers
    try:
        store.create(
            screen.folder / name, beginning.begun(name, rules, _answers(given[1:]), words, screen.today, style)
        )
    except Unclear as unclear:
        at, said = _unclear(words, unclear)
        return at + 1, said
    except store.NotSaved as refused:
        return 0, words.say("flow.new.not-made", file=name, reason=refused.reason)
    listing.reread(screen)
    screen.opened = screen.folder / name
    app_of(screen).open_budget(screen.folder / name)
    return 0, ""


def _filled(screen: "BudgetScreen", rules: RuleSet, given: tuple[str, ...]) -> tuple[int, str]:
    """Write the answers as one step, and go to the first row that came of them."""
    view = screen.view
    try:
        change = beginning.filled(view.state, rules, _answers(given), view.style)
    except Unclear as unclear:
        return _unclear(view.words, unclear)
    if change.idle:
        screen.say("flow.begin.nothing")
    elif changing.apply(screen, change) and change.values["lines"]:
        going.to_path(screen, ("cost", 0))
    elif change.values["partners"]:
        going.to_path(screen, ("partner", 0))
    return 0, ""
