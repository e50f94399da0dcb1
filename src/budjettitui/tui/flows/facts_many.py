"""Facts that are many: tables of the call name by name, periods one by one, and what an appropriation covers, marked."""

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from budjettitui.facts import listed, named
from budjettitui.facts.named import PARTS, NumberRefused
from budjettitui.findings import Path
from budjettitui.reading.kinds import Kind
from budjettitui.tui.flows.asking import Answers, again, picked, question
from budjettitui.tui.flows.facts_seen import outcome, refused, write
from budjettitui.tui.present.facts import covered, name_shown, numbers_shown, title
from budjettitui.tui.screens.palette import Command, Palette, PaletteText
from budjettitui.tui.view import View
from budjettitui.tui.widgets.question import Field, QuestionText
from budjettitui.typed import NotYet
from budjettitui.values import replace
from budjettitui.words import Percent

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

NEW = "+"
"""The row of a list that adds one."""


def change(screen: "BudgetScreen", path: Path, back: Callable[[], None]) -> None:
    """Change one of them; `back` leads to where it was chosen."""
    if path in PARTS:
        _names(screen, path, back)
    elif path == listed.PERIODS:
        _periods(screen, back)
    else:
        _marks(screen, path, back)


# names with numbers --------------------------------------------------------------------------------------------------
def _names(screen: "BudgetScreen", path: Path, back: Callable[[], None], at: str = "") -> None:
    """The names with their numbers; those that the rules know and the call says nothing of stand there too."""
    view, words, names = screen.view, screen.view.words, named.names_of(screen.view.state, path)
    rows = [_row(view, path, name) for name in names]
    if named.may_add(view.state, path):
        rows.append(Command(NEW, words.say("flow.facts.add-name")))
    if not rows:
        screen.say("flow.facts.no-names")
        back()
        return
    palette = Palette(PaletteText(title(words, path), rows, "flow.facts", beside=True), words)
    palette.marked = names.index(at) if at in names else 0

    def chosen(name: str | None) -> None:
        if name is None:
            back()
        else:
            _numbers(screen, path, "" if name == NEW and NEW not in names else name, back)

    picked(screen, palette, chosen, "fact-names")


def _row(view: View, path: Path, name: str) -> Command:
    words, state = view.words, view.state
    numbers = numbers_shown(words, path, named.numbers_of(state, path, name))
    rules = named.rules_of(state, path, name)
    said = numbers_shown(
        words, path, [rule.value if rule and isinstance(rule.value, Decimal) else None for rule in rules]
    )
    source = next((rule.source for rule in rules if rule is not None), None)
    if not said and source is not None:
        said = words.say("flow.facts.asked")
    about = words.say("flow.facts.rules", value=said, source=source) if said else ""
    shown = name_shown(state, words, path, name)
    called = f"{shown} ({words.show(name)})" if path == named.RATES and shown != words.show(name) else shown
    return Command(name, called, numbers or words.say("screen.nothing"), (name,), about)


def _numbers(screen: "BudgetScreen", path: Path, name: str, back: Callable[[], None]) -> None:
    """The numbers of one name; without any of them it goes. A new one is named first."""
    view = screen.view

    def answer(answers: Answers) -> object:
        named_as = name or answers[0].strip()
        return named.named_change(view.state, path, named_as, answers[not name :], view.style) if named_as else None

    def told(answers: Answers) -> tuple[str, ...]:
        found = answer(answers)
        at = found.at + (not name) if isinstance(found, NumberRefused) else 0
        return outcome(screen, found.why if isinstance(found, NumberRefused) else found, answers[at])

    def done(text: QuestionText, answers: Answers | None) -> None:
        found = answer(answers) if answers is not None else None
        if isinstance(found, NumberRefused) and answers is not None:
            at = found.at + (not name)
            once_more = again(text, answers, at, refused(screen, found.why, answers[at]))
            question(screen, once_more, lambda more: done(once_more, more), "fact")
            return
        kept = name or (answers[0].strip() if answers is not None else "")
        if found is not None:
            write(screen, (*path, kept), found)
        _names(screen, path, back, kept)

    asked = replace(_asked(view, path, name), told=told)
    question(screen, asked, lambda answers: done(asked, answers), "fact")


def _asked(view: View, path: Path, name: str) -> QuestionText:
    """A field for each number, what the rules say above them, and that the name goes without any."""
    words, state = view.words, view.state
    old = named.numbers_of(state, path, name) if name else (None,) * len(PARTS[path])
    fields = [Field(words.say("flow.facts.name"), required=True)] if not name else []
    for (part, _), number in zip(PARTS[path], old, strict=True):
        shown = words.say("show.exact", value=number) if number is not None else ""
        label = words.say(f"flow.facts.part.{part}")
        fields.append(Field(label, shown, _hint(view, path, name, part), offered=bool(shown)))
    above = [_row(view, path, name).about] if name else []
    if name in named.named_in(state, path):
        above.append(words.say("flow.facts.empty-goes"))
    called = f"{title(words, path)}: {name_shown(state, words, path, name)}" if name else title(words, path)
    return QuestionText(called, tuple(fields), tuple(filter(None, above)), missing=words.say("flow.facts.missing"))


def _hint(view: View, path: Path, name: str, part: str) -> str:
    """What the rules say for this number, or its unit."""
    at = [one for one, _ in PARTS[path]].index(part)
    rule = named.rules_of(view.state, path, name)[at] if name else None
    if rule is not None and isinstance(rule.value, Decimal):
        return view.words.say("flow.facts.rules", value=Percent(rule.value), source=None)
    return "%" if PARTS[path][at][1] is Kind.PERCENT else ""


# periods -------------------------------------------------------------------------------------------------------------
def _periods(screen: "BudgetScreen", back: Callable[[], None], at: str = "") -> None:
    """The periods in their order, and a new one below."""
    words, there = screen.view.words, listed.listed_in(screen.view.state, listed.PERIODS)
    rows = [Command(str(number), words.show(name), str(number)) for number, name in enumerate(there, 1)]
    rows.append(Command(NEW, words.say("flow.facts.add-period")))
    text = PaletteText(title(words, listed.PERIODS), rows, "flow.facts", moving=_moving(screen.view))
    palette = Palette(text, words)
    palette.marked = there.index(at) if at in there else len(there)

    def chosen(name: str | None) -> None:
        if name is None:
            back()
        elif palette.moved:
            period = there[int(name) - 1] if name != NEW else NEW
            if name != NEW:
                write(screen, listed.PERIODS, listed.period_moved(screen.view.state, period, palette.moved))
            _periods(screen, back, period)
        else:
            _period(screen, "" if name == NEW else there[int(name) - 1], back)

    picked(screen, palette, chosen, "fact-periods")


def _moving(view: View) -> dict[str, int]:
    """The keys that move rows elsewhere, as the settings have them."""
    ways = {"row_up": -1, "row_down": 1}
    return {key: ways[action.name] for action in view.keys if action.name in ways for key in action.keys}


def _period(screen: "BudgetScreen", old: str, back: Callable[[], None]) -> None:
    """What one period is called; an empty name takes it out of the list."""
    view, words = screen.view, screen.view.words
    note = (words.say("flow.facts.period-goes"),) if old else ()

    def told(answers: Answers) -> tuple[str, ...]:
        return outcome(screen, listed.period_change(view.state, old, answers[0]), answers[0])

    text = QuestionText(title(words, listed.PERIODS), (Field(words.say("flow.facts.name"), old, offered=bool(old)),), note,
                        told=told)  # fmt: skip

    def done(text: QuestionText, answers: Answers | None) -> None:
        if answers is None:
            _periods(screen, back, old)
            return
        answer = listed.period_change(view.state, old, answers[0])
        if isinstance(answer, NotYet):
            once_more = again(text, answers, 0, refused(screen, answer, answers[0]))
            question(screen, once_more, lambda more: done(once_more, more), "fact")
            return
        write(screen, listed.PERIODS, answer)
        _periods(screen, back, answers[0].strip() if old else "")

    question(screen, text, lambda answers: done(text, answers), "fact")


# what is covered -----------------------------------------------------------------------------------------------------
def _marks(screen: "BudgetScreen", path: Path, back: Callable[[], None]) -> None:
    """All that may stand in the list, each chosen or not by the space bar."""
    view, words, state = screen.view, screen.view.words, screen.view.state
    rows = [Command(name, covered(state, words, name), words.show(name)) for name in listed.coverable(state, path)]

    def told(names: tuple[str, ...]) -> str:
        return "".join(outcome(screen, listed.list_change(view.state, path, names)))

    there = frozenset(listed.listed_in(state, path))
    palette = Palette(PaletteText(title(words, path), rows, "flow.facts", told=told, several=there), words)

    def chosen(name: str | None) -> None:
        if name is not None:
            write(screen, path, listed.list_change(view.state, path, palette.chosen))
        back()

    picked(screen, palette, chosen, "fact-marks")
