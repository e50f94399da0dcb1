"""A new budget from the list: first the funder's rules, then what is known already; a commented file is made of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from budjettitui import beginning, store
from budjettitui.beginning import Answers, Unclear
from budjettitui.rules import RuleSet, loader
from budjettitui.tui.flows.asking import again, question
from budjettitui.tui.widgets.cells import cells
from budjettitui.tui.widgets.menu import Choice, MenuText
from budjettitui.tui.widgets.question import Field, QuestionText

if TYPE_CHECKING:
    from budjettitui.tui.screens.folder import FolderScreen

FIELDS = ("file", "name", "ceiling", "partners", "first", "second", "third")


def new(screen: "FolderScreen") -> None:
    """Ask whose rules it is made under."""
    words = screen.words
    found = [rules for name in loader.shipped() if (rules := loader.load(name).rules) is not None]
    wide = max((cells(one.id) for one in found), default=0)
    named = [(one.id, one.titles.get(words.lang) or one.titles.get("en") or "") for one in found]
    choices = tuple(Choice(f"{name:<{wide}}  {title}", hang=wide + 2) for name, title in named)
    at = next((number for number, one in enumerate(found) if one.id == "generic"), 0)
    text = MenuText(words.say("flow.new.rules"), choices, numbered=False, marked=at)

    def chosen(number: int | None) -> None:
        if number is not None:
            _ask(screen, found[number], _text(screen, found[number]))

    screen.ask(text, chosen, dialog="rules")


def _text(screen: "FolderScreen", rules: RuleSet) -> QuestionText:
    words = screen.words
    hints = {"ceiling", "partners", "first"}
    fields = tuple(
        Field(words.say(f"flow.new.{name}"), hint=words.say(f"flow.new.{name}-hint") if name in hints else "",
              required=name == "file", width=10 if name == "ceiling" else 0)
        for name in FIELDS
    )  # fmt: skip
    return QuestionText(words.say("flow.new.title", rules=rules.id), fields, (), (words.say("flow.new.about"),),
                        words.say("flow.new.missing"))  # fmt: skip


def _ask(screen: "FolderScreen", rules: RuleSet, text: QuestionText) -> None:
    def done(answers: tuple[str, ...] | None) -> None:
        if answers is None:
            return
        at, said = _made(screen, rules, answers)
        if said:
            _ask(screen, rules, again(text, answers, at, said))

    question(screen, text, done, "new")


def _made(screen: "FolderScreen", rules: RuleSet, answers: tuple[str, ...]) -> tuple[int, str]:
    """Make the file and open it; else the number of the field that needs another answer, and why."""
    from budjettitui.tui.flows import listing  # which offers this

    words = screen.words
    name = answers[0].strip()
    if Path(name).name != name or name.startswith("."):
        return 0, words.say("flow.new.no-name")
    name = name if name.endswith(".toml") else f"{name}.toml"
    given = Answers(answers[1], answers[2], answers[3], answers[4:])
    try:
        data = beginning.begun(name, rules, given, words, screen.today, screen.app.style_of_numbers)  # type: ignore[attr-defined]
        store.create(screen.folder / name, data)
    except Unclear as unclear:
        return (2 if unclear.field == "ceiling" else 4), words.say("screen.cell.no-percentage")
    except store.NotSaved as refused:
        return 0, words.say("flow.new.not-made", file=name, reason=refused.reason)
    listing.reread(screen)
    screen.app.open_budget(screen.folder / name)  # type: ignore[attr-defined]
    return 0, ""
