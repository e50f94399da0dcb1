"""A budget begun by answering: first the funder's rules, then what is known already. A new file, or an empty open one."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from budjettitui import beginning, store
from budjettitui.beginning import Answers, Unclear
from budjettitui.rules import RuleSet, loader
from budjettitui.session import GENERIC
from budjettitui.tui.flows import changing, going
from budjettitui.tui.flows.asking import again, question
from budjettitui.tui.widgets.cells import cells
from budjettitui.tui.widgets.menu import Choice, MenuText
from budjettitui.tui.widgets.question import Field, QuestionText
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


def new(screen: "FolderScreen") -> None:
    """A new file: ask whose rules it is made under, then its name and what is known."""
    words = screen.words
    fields = (Field(words.say("flow.new.file"), required=True), *_fields(words))
    _ask_rules(screen, words, None, fields, "new", lambda rules, given: _made(screen, rules, given))


def step_by_step(screen: "BudgetScreen") -> None:
    """The same questions in an open budget that is still empty, with what it says already."""
    budget, words = screen.view.state.budget, screen.view.words
    there = {
        "name": budget.project.name or "",
        "ceiling": words.show(budget.call.support_rate_max) if budget.call.support_rate_max is not None else "",
        "partners": ", ".join(one.label for one in budget.partners),
    }
    fields = _fields(words, there)
    present = screen.view.state.terms.rules
    _ask_rules(screen, words, present, fields, "begin", lambda rules, given: _filled(screen, rules, given))


def _ask_rules(
    screen: "AnyScreen", words: Words, present: RuleSet | None, fields: tuple[Field, ...], dialog: str, made: Made
) -> None:
    """Rules of one's own come first where the budget has them; the present ones are marked."""
    found = [rules for name in loader.shipped() if (rules := loader.load(name).rules) is not None]
    marked = GENERIC if present is None else present.id
    if present is not None and marked not in [one.id for one in found]:
        found.insert(0, present)
    wide = max((cells(one.id) for one in found), default=0)
    named = [(one.id, one.titles.get(words.lang) or one.titles.get("en") or "") for one in found]
    choices = tuple(Choice(f"{name:<{wide}}  {title}", hang=wide + 2) for name, title in named)
    at = next((number for number, one in enumerate(found) if one.id == marked), 0)
    text = MenuText(words.say(f"flow.{dialog}.rules"), choices, numbered=False, marked=at)

    def chosen(number: int | None) -> None:
        if number is not None:
            title = words.say(f"flow.{dialog}.title", rules=found[number].id)
            above = (words.say(f"flow.{dialog}.about"),)
            _ask(
                screen,
                found[number],
                QuestionText(title, fields, (), above, words.say("flow.new.missing")),
                dialog,
                made,
            )

    screen.ask(text, chosen, dialog="rules")


def _fields(words: Words, there: dict[str, str] | None = None) -> tuple[Field, ...]:
    return tuple(
        Field(words.say(f"flow.new.{name}"), (there or {}).get(name, ""),
              words.say(f"flow.new.{name}-hint") if name in HINTED else "",
              width=10 if name == "ceiling" else 0, offered=name == "name" and bool(there))
        for name in FIELDS
    )  # fmt: skip


def _ask(screen: "AnyScreen", rules: RuleSet, text: QuestionText, dialog: str, made: Made) -> None:
    def done(answers: tuple[str, ...] | None) -> None:
        if answers is None:
            return
        at, said = made(rules, answers)
        if said:
            _ask(screen, rules, again(text, answers, at, said), dialog, made)

    question(screen, text, done, dialog)


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
    style = screen.app.style_of_numbers  # type: ignore[attr-defined]
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
    screen.app.open_budget(screen.folder / name)  # type: ignore[attr-defined]
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
