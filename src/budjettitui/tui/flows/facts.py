"""The project and its call, or a row, fact by fact: a list narrowed by typing; each is chosen or typed, one step each."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from budjettitui import facts
from budjettitui.cells.places import kind_of
from budjettitui.edits import Change
from budjettitui.facts import FACTS
from budjettitui.facts.named import PARTS, named_in, numbers_of
from budjettitui.findings import Path
from budjettitui.reading.kinds import Kind
from budjettitui.tui.flows import facts_many, modelling
from budjettitui.tui.flows.asking import Answers, again, picked, question
from budjettitui.tui.flows.facts_seen import outcome, refused, write
from budjettitui.tui.present.facts import called, days_shown, name_shown, numbers_shown, title, value_shown, word_shown
from budjettitui.tui.present.names import row_name
from budjettitui.tui.screens.palette import Command, Palette, PaletteText
from budjettitui.tui.view import View
from budjettitui.tui.widgets.question import Field, QuestionText
from budjettitui.words import Percent

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

NOTHING = ""
"""The word of a list that takes the fact out."""


def show_facts(screen: "BudgetScreen", at: Path | None = None) -> None:
    """The facts with their values; Enter changes the marked one, and the list comes back."""
    _show(screen, FACTS, screen.view.words.say("flow.facts.title"), at)


def show_row(screen: "BudgetScreen") -> None:
    """The row under the cursor, key by key, with what the page has no column for; in the list, the row of the finding."""
    view = screen.view
    finding = screen.desk.finding_here() if view.listing else None
    row = facts.row_of(view.state, finding.anchor if finding is not None else view.at)
    if row is None:
        screen.say("flow.facts.no-row")
    else:
        _show_row(screen, row)


def _show_row(screen: "BudgetScreen", row: Path, at: Path | None = None) -> None:
    _show(screen, facts.facts_of(row), row_name(screen.view.state, screen.view.words, row), at)


def _back(screen: "BudgetScreen", path: Path) -> None:
    """The list again, at the fact that was changed or left."""
    if path in FACTS:
        show_facts(screen, path)
    else:
        _show_row(screen, path[:2], path)


def _show(screen: "BudgetScreen", paths: Sequence[Path], title: str, at: Path | None) -> None:
    view, words = screen.view, screen.view.words
    if not view.state.document.editable:
        screen.say("screen.talk.broken")
        return
    by_name = {".".join(map(str, path)): path for path in paths}
    listed = [_listed(view, name, path) for name, path in by_name.items()]
    palette = Palette(PaletteText(title, listed, "flow.facts", beside=True), words)
    palette.marked = paths.index(at) if at in paths else 0

    def chosen(name: str | None) -> None:
        if name is not None and screen.may_write():
            _change(screen, by_name[name])

    picked(screen, palette, chosen, "facts")


def _listed(view: View, name: str, path: Path) -> Command:
    """A fact as one finds it: by what it is called, by its key, by its value; what the rules say stands below."""
    words, rule = view.words, facts.rule_of(view.state, path)
    about = ""
    if rule is not None:
        value = Percent(rule.value) if isinstance(rule.value, Decimal) and facts.is_percent(path) else rule.value
        about = words.say("flow.facts.rules", value=value, source=rule.source)
    if path in PARTS:
        names = (
            f"{name_shown(view.state, words, path, one)}: "
            f"{numbers_shown(words, path, numbers_of(view.state, path, one))}"
            for one in named_in(view.state, path)
        )
        about = "; ".join(names)
    more = f"flow.facts.also.{path[-1]}"
    also = (words.say(more),) if words.has(more) else ()
    return Command(name, called(words, path), value_shown(view.state, words, path), (name, *also), about)


# changing one --------------------------------------------------------------------------------------------------------
def _change(screen: "BudgetScreen", path: Path) -> None:
    state = screen.view.state
    if path == facts.MODEL and state.budget.costs and len(state.terms.rules.cost_models) > 1:
        modelling.models(screen)  # which shows what each model would do to the lines
    elif path[:2] in PARTS or kind_of(path) is Kind.TEXTS:
        facts_many.change(screen, path, lambda: _back(screen, path))
    elif facts.words_of(state, path) and facts.only_listed(state, path):
        _choose(screen, path)
    else:
        _ask(screen, path, _question(screen, path))


def _choose(screen: "BudgetScreen", path: Path) -> None:
    """One of the words, or none of them."""
    view = screen.view
    known = facts.words_of(view.state, path)
    offered = [Command(word, word_shown(view.state, view.words, path, word) or word, word) for word in known]
    present = facts.value_of(view.state, path)
    if facts.may_go(path) and present is not None:
        offered.append(Command(NOTHING, view.words.say("flow.facts.leave-out")))

    def told(names: tuple[str, ...]) -> str:
        return "".join(outcome(screen, facts.fact_change(view.state, path, names[0], view.style)))

    text = PaletteText(
        title(view.words, path), offered, "flow.facts", present if isinstance(present, str) else "-", told
    )

    def chosen(word: str | None) -> None:
        if word is not None:
            write(screen, path, facts.fact_change(view.state, path, word, view.style))
        _back(screen, path)

    picked(screen, Palette(text, view.words), chosen, "fact-word")


def _question(screen: "BudgetScreen", path: Path) -> QuestionText:
    view, words = screen.view, screen.view.words
    value = facts.value_of(view.state, path)
    text = "" if value is None else days_shown(words, value) if isinstance(value, tuple | date) else words.show(value)
    text = words.say("show.exact", value=value) if isinstance(value, Decimal) else text
    hinted = f"flow.facts.hint.{path[-1]}"
    hint = words.say(hinted) if words.has(hinted) and not text else ""
    known = facts.words_of(view.state, path)
    hint = hint or (words.say("flow.facts.known", words=known) if known else "")
    asked = Field(words.say("flow.facts.value"), text, hint, required=not facts.may_go(path), offered=bool(text))
    rule = facts.rule_of(view.state, path)
    above = (_listed(view, "", path).about,) if rule is not None else ()

    def told(answers: Answers) -> tuple[str, ...]:
        return outcome(screen, facts.fact_change(view.state, path, answers[0], view.style), answers[0])

    return QuestionText(title(view.words, path), (asked,), above, missing=words.say("flow.facts.missing"), told=told)


def _ask(screen: "BudgetScreen", path: Path, text: QuestionText) -> None:
    def done(answers: Answers | None) -> None:
        if answers is not None:
            answer = facts.fact_change(screen.view.state, path, answers[0], screen.view.style)
            if not isinstance(answer, Change):
                _ask(screen, path, again(text, answers, 0, refused(screen, answer, answers[0])))
                return
            write(screen, path, answer)
        _back(screen, path)

    question(screen, text, done, "fact")
