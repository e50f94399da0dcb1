"""Cost models compared: the same lines under each model that the rules have. Choosing one is one step of undo."""

from decimal import Decimal
from typing import TYPE_CHECKING

from budjettitui.cost_models import ChangedLine, ModelTrial, trials
from budjettitui.report.sentences import Sentences
from budjettitui.rules import RuleSet, loader
from budjettitui.tui.flows import changing
from budjettitui.tui.present.tables import columns, fits
from budjettitui.tui.widgets.box import widest
from budjettitui.tui.widgets.menu import Choice, MenuText
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

WHAT_IF = "fi-esrplus-2021"
"""The rule set that is tried where the file's own has one model or none; nothing is written then."""

MOST_LINES = 3


def models(screen: "BudgetScreen") -> None:
    """The models beside each other; the marked one shows in the row `if`."""
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
    heads = (
        "",
        *(words.say(f"screen.head.{name}") for name in ("costs", "support", "own")),
        words.say("flow.models.away"),
    )
    rows, inner = [heads, *(_row(one, words) for one in tried)], widest(screen.app.size) - 3
    if not fits(rows, inner):  # what falls away is told below too
        rows = [row[:-1] for row in rows]
    table = columns(rows, inner)
    choices = tuple(
        Choice(line, note=_note(screen, one, rules), enters="" if _writable(screen, one) else "close")
        for line, one in zip(table[1:], tried, strict=True)
    )
    title = words.say("flow.models.title" if own else "flow.models.what-if", rules=_name(words, rules))
    chosen_now = next((number for number, one in enumerate(tried) if one.chosen), 0)
    text = MenuText(title, choices, (" " + table[0],), numbered=False, marked=chosen_now)

    def chosen(number: int | None) -> None:
        screen.previews = ()
        screen.change(preview=None, preview_label="")
        if number is not None:
            _take(screen, tried[number], own=own)

    screen.previews = tuple(one.state or view.state for one in tried)
    screen.ask(text, chosen, dialog="models" if own else "tried")


def _name(words: Words, rules: RuleSet | None) -> str:
    if rules is None:
        return ""
    key = f"screen.rules.{rules.id}"
    return words.say(key) if words.has(key) else words.show(rules.id)


def _row(one: ModelTrial, words: Words) -> tuple[str, ...]:
    figures = [_money(value, words) for value in (one.costs, one.support, one.own)]
    away = ""
    if one.out:
        away = f"{_money(one.falls_away, words)} ({len(one.out)})"
    return (one.model + (" *" if one.chosen else ""), *figures, away)


def _money(value: Decimal | None, words: Words) -> str:
    return "?" if value is None else words.show(value)


def _note(screen: "BudgetScreen", one: ModelTrial, rules: RuleSet | None) -> tuple[str, ...]:
    """What comes in, what falls away, what is wrong then, and what Enter does."""
    words = screen.view.words
    if one.state is None:
        return (words.say("flow.models.cannot"),)
    said = Sentences(one.state.budget, words)
    known = (rules or screen.view.state.terms.rules).cost_models.get(one.model)
    label = known.labels.get(words.lang) if known is not None else None
    lines = [*([words.show(label)] if label else []), _writes(words, one, rules)]
    if one.into:
        lines.append(words.say("flow.models.into", what=_named(one.into, words)))
    if one.out:
        lines.append(words.say("flow.models.out", what=_named(one.out, words)))
    lines += [words.say("screen.mend.new", what=said.of(error)) for error in one.new_errors[:1]]
    if not one.open:
        lines.append(words.say("flow.models.not-open"))
    return tuple(lines)


def _writes(words: Words, one: ModelTrial, rules: RuleSet | None) -> str:
    """What Enter does."""
    if rules is not None:
        return words.say("flow.models.nothing-written")
    if one.chosen:
        return words.say("flow.models.chosen")
    return words.say("flow.models.takes", out=len(one.out), into=len(one.into))


def _writable(screen: "BudgetScreen", one: ModelTrial) -> bool:
    """True where Enter changes the file."""
    return not (screen.view.read_only or one.chosen or one.state is None)


def _named(lines: tuple[ChangedLine, ...], words: Words) -> str:
    shown = [f"{words.show(line.description)} {_money(line.amount, words)}" for line in lines]
    more = len(shown) - MOST_LINES
    named = ", ".join(shown[:MOST_LINES])
    return f"{named}, {words.say('screen.strip.more', count=more)}" if more > 0 else named


def _take(screen: "BudgetScreen", one: ModelTrial, *, own: bool) -> None:
    if not own:
        screen.say("flow.models.nothing-written")
    elif one.chosen:
        screen.say("flow.models.chosen")
    elif one.state is None:
        screen.say("flow.models.cannot")
    elif screen.may_write() and changing.apply(screen, one.change):
        screen.cursor_told()
