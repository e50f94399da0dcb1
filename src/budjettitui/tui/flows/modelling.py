"""Cost models compared: the same lines under each model that the rules have. Choosing one is one step of undo."""

from typing import TYPE_CHECKING

from budjettitui.cost_models import ModelTrial, trials
from budjettitui.cost_models.worked_out import worked_out
from budjettitui.rules import RuleSet, loader
from budjettitui.tui.flows import changing, copying, going
from budjettitui.tui.present import models as present
from budjettitui.tui.present.proofs import copied, in_columns
from budjettitui.tui.widgets.box import widest
from budjettitui.tui.widgets.menu import Choice, Menu, MenuText
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

WHAT_IF = "fi-esrplus-2021"
"""The rule set that is tried where the file's own has one model or none; nothing is written then."""

WORKED_OUT = -1
"""What the dialog is left with to tell how its first model is worked out; of each next one, one less."""


def models(screen: "BudgetScreen", marked: int | None = None) -> None:
    """The models beside each other; the marked one shows in the row `if`, `w` tells how it is worked out, `y` copies all."""
    view, words = screen.view, screen.view.words
    if not view.state.document.editable:
        screen.say("screen.talk.broken")
        return
    if not view.state.budget.costs:
        screen.say("flow.models.no-lines")
        return
    own = len(view.state.terms.rules.cost_models) > 1
    rules = None if own else loader.load(WHAT_IF, None).rules
    tried = trials(view.state, screen.session.preview, rules, words.lang)
    rows = [present.heads(words), *(present.row(words, view.state, one) for one in tried)]
    table = present.table(rows, widest(screen.app.size) - 3)
    choices = tuple(_choice(screen, line, one, rules) for line, one in zip(table[1:], tried, strict=True))
    title = words.say("flow.models.title" if own else "flow.models.what-if", rules=_name(words, rules))
    chosen_now = next((number for number, one in enumerate(tried) if one.chosen), 0) if marked is None else marked
    keys = copying.keys_of(screen, "copy", "why")
    text = MenuText(title, choices, (" " + table[0],), numbered=False, marked=chosen_now, others=frozenset(keys))

    def pressed(event: Menu.Pressed) -> None:
        if keys[event.key] == "copy":
            copying.put_rows(screen, rows)
        else:
            event.menu.dismiss(WORKED_OUT - event.index)

    def chosen(number: int | None) -> None:
        screen.previews, screen.menu_key = (), None
        screen.change(preview=None, preview_label="")
        if number is not None and number <= WORKED_OUT:
            _worked_out(screen, tried[WORKED_OUT - number], WORKED_OUT - number)
        elif number is not None:
            _take(screen, tried[number], own=own)

    screen.previews, screen.menu_key = tuple(one.state or view.state for one in tried), pressed
    screen.ask(text, chosen, dialog="models" if own else "tried")


def _choice(screen: "BudgetScreen", line: str, one: ModelTrial, rules: RuleSet | None) -> Choice:
    """One model, with what is said of it while it is marked."""
    note = present.notes(screen.view.words, screen.view.state, one, rules)
    return Choice(line, note=note, enters="" if _writable(screen, one) else "close")


def _worked_out(screen: "BudgetScreen", one: ModelTrial, number: int) -> None:
    """How the figures of a model come about. Esc goes back to the models, Enter to the line of a figure that has one."""
    view, words = screen.view, screen.view.words
    steps = list(worked_out(view.state, one, words.lang))
    lines = in_columns(view, steps, inner=widest(screen.app.size) - 1)
    keys = copying.keys_of(screen, "copy")
    choices = tuple(Choice(line.text, hang=line.hang) for line in lines)
    title = words.say("flow.models.worked-out", model=one.model)
    text = MenuText(title, choices, numbered=False, others=frozenset(keys))

    def pressed(event: Menu.Pressed) -> None:
        copying.put_rows(screen, copied(view, steps))

    def chosen(line: int | None) -> None:
        screen.menu_key = None
        path = lines[line].path if line is not None else None
        if path is None or not going.to_path(screen, path):
            models(screen, number)

    screen.menu_key = pressed
    screen.ask(text, chosen, dialog="worked-out")


def _name(words: Words, rules: RuleSet | None) -> str:
    if rules is None:
        return ""
    key = f"screen.rules.{rules.id}"
    return words.say(key) if words.has(key) else words.show(rules.id)


def _writable(screen: "BudgetScreen", one: ModelTrial) -> bool:
    """True where Enter changes the file."""
    return not (screen.view.read_only or one.chosen or one.state is None)


def _take(screen: "BudgetScreen", one: ModelTrial, *, own: bool) -> None:
    if not own:
        screen.say("flow.models.not-written")
    elif one.chosen:
        screen.say("flow.models.chosen")
    elif one.state is None:
        screen.say("flow.models.cannot")
    elif screen.may_write() and changing.apply(screen, one.change):
        screen.cursor_told()
