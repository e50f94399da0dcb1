"""The project and its call, fact by fact: a list narrowed by typing; each is chosen from words or typed, one step each."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from budjettitui import facts
from budjettitui.balance import counts
from budjettitui.edits import Change
from budjettitui.facts import FACTS
from budjettitui.findings import Path
from budjettitui.report.sentences import Sentences
from budjettitui.rules import loader
from budjettitui.session import State
from budjettitui.tui.flows import changing, modelling
from budjettitui.tui.flows.asking import Answers, again, picked, question
from budjettitui.tui.flows.editing import previewed
from budjettitui.tui.present import found
from budjettitui.tui.present.names import cell_name
from budjettitui.tui.present.strips import readings
from budjettitui.tui.screens.palette import Command, Palette, PaletteText
from budjettitui.tui.themes import looks_of
from budjettitui.tui.view import View
from budjettitui.tui.widgets.question import Field, QuestionText
from budjettitui.typed import Doubtful, NotYet
from budjettitui.values import replace
from budjettitui.words import Percent, Words

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

NOTHING = ""
"""The word of a list that takes the fact out."""


def show_facts(screen: "BudgetScreen", at: Path | None = None) -> None:
    """The facts with their values; Enter changes the marked one, and the list comes back."""
    view, words = screen.view, screen.view.words
    if not view.state.document.editable:
        screen.say("screen.talk.broken")
        return
    by_name = {".".join(map(str, path)): path for path in FACTS}
    listed = [_listed(view, name, path) for name, path in by_name.items()]
    palette = Palette(PaletteText(words.say("flow.facts.title"), listed, "flow.facts"), words)
    palette.marked = FACTS.index(at) if at in FACTS else 0

    def chosen(name: str | None) -> None:
        if name is not None and screen.may_write():
            _change(screen, by_name[name])

    picked(screen, palette, chosen, "facts")


def _listed(view: View, name: str, path: Path) -> Command:
    """A fact as one finds it: by what it is called, by its key, by its value; what the rules say stands below."""
    words, rule = view.words, facts.rule_of(view.state, path)
    about = ""
    if rule is not None:
        value = Percent(rule.value) if facts.is_percent(path) else rule.value  # type: ignore[arg-type]
        about = words.say("flow.facts.rules", value=value, source=rule.source)
    more = f"flow.facts.also.{path[1]}"
    also = (words.say(more),) if words.has(more) else ()
    return Command(name, _called(view, path), _value(view.state, words, path), (name, *also), about)


def _called(view: View, path: Path) -> str:
    return view.words.say(f"flow.facts.{path[0]}.{path[1]}")


def _title(view: View, path: Path) -> str:
    called = _called(view, path)
    return called[:1].upper() + called[1:]


def _value(state: State, words: Words, path: Path) -> str:
    """What a fact is, as one reads it."""
    value = facts.value_of(state, path)
    if value is None:
        return words.say("screen.nothing")
    if isinstance(value, tuple):
        return _days(words, value)
    if isinstance(value, str):
        return _word(state, words, path, value) or words.show(value)
    if facts.is_count(path):
        return words.say("show.exact", value=value)
    return words.show(Percent(value) if facts.is_percent(path) else value)


def _days(words: Words, days: tuple[date, ...]) -> str:
    """A period as it is typed: `1.1.2025 – 31.12.2027`, in English by the calendar's own order."""
    plain = words.lang == "en"
    return " – ".join(one.isoformat() if plain else f"{one.day}.{one.month}.{one.year}" for one in days)


def _word(state: State, words: Words, path: Path, word: str) -> str:
    """What a word of the file is called; empty where it is called nothing else."""
    key = str(path[1])
    if path == facts.RULES:
        rules = loader.load(word).rules if word in loader.shipped() else None
        return (rules.titles.get(words.lang) or "") if rules is not None else ""
    if path == facts.MODEL:
        model = state.terms.rules.cost_models.get(word)
        return (model.labels.get(words.lang) or "") if model is not None else ""
    groups = {
        "kind": "label.project_kind",
        "stage": "label.project_stage",
        "type": "rule.name",
        "vat": "flow.facts.vat",
    }
    if word in (facts.YES, facts.NO):
        return words.show(word == facts.YES)
    known = f"{groups.get(key, '')}.{word}"
    if word == "none" and path[0] == "declared":
        known = "flow.facts.declared-none"
    return words.say(known) if words.has(known) else ""


# changing one --------------------------------------------------------------------------------------------------------
def _change(screen: "BudgetScreen", path: Path) -> None:
    state = screen.view.state
    if path == facts.MODEL and state.budget.costs and len(state.terms.rules.cost_models) > 1:
        modelling.models(screen)  # which shows what each model would do to the lines
    elif facts.words_of(state, path):
        _choose(screen, path)
    else:
        _ask(screen, path, _question(screen, path))


def _choose(screen: "BudgetScreen", path: Path) -> None:
    """One of the words, or none of them."""
    view = screen.view
    known = facts.words_of(view.state, path)
    offered = [Command(word, _word(view.state, view.words, path, word) or word, word) for word in known]
    present = facts.value_of(view.state, path)
    if facts.may_go(path) and present is not None:
        offered.append(Command(NOTHING, view.words.say("flow.facts.leave-out")))
    text = PaletteText(_title(view, path), offered, "flow.facts", present if isinstance(present, str) else "-")

    def chosen(word: str | None) -> None:
        if word is not None:
            _write(screen, path, facts.fact_change(view.state, path, word, view.style))
        show_facts(screen, path)

    picked(screen, Palette(text, view.words), chosen, "fact-word")


def _question(screen: "BudgetScreen", path: Path) -> QuestionText:
    view, words = screen.view, screen.view.words
    value = facts.value_of(view.state, path)
    text = "" if value is None else _days(words, value) if isinstance(value, tuple) else words.show(value)
    text = words.say("show.exact", value=value) if isinstance(value, Decimal) else text
    hinted = f"flow.facts.hint.{path[1]}"
    hint = words.say(hinted) if words.has(hinted) and not text else ""
    asked = Field(words.say("flow.facts.value"), text, hint, required=not facts.may_go(path), offered=bool(text))
    rule = facts.rule_of(view.state, path)
    above = (_listed(view, "", path).about,) if rule is not None else ()

    def told(answers: Answers) -> tuple[str, ...]:
        return _outcome(screen, path, answers[0])

    return QuestionText(_title(view, path), (asked,), above, missing=words.say("flow.facts.missing"), told=told)


def _outcome(screen: "BudgetScreen", path: Path, text: str) -> tuple[str, ...]:
    """What the budget would then be told: what cannot be read, else how many findings of each kind there would be."""
    view, words = screen.view, screen.view.words
    answer = facts.fact_change(view.state, path, text, view.style)
    if not isinstance(answer, Change):
        return (_refused(screen, answer, text),)
    after = previewed(screen, answer)
    if answer.idle or after is None:
        return ()
    new, looks = found.new_roots(view.state, after), looks_of(screen.app)
    behind = words.say("screen.mend.nothing-new")
    if new:
        behind = words.say("screen.mend.new", what=Sentences(after.budget, words).of(new[0]))
    signs = " ".join(f"{looks.sign(severity.word)}{number}" for severity, number in counts(after.verdict()).items())
    return (words.say("flow.facts.then", found=signs, behind=behind),)


def _refused(screen: "BudgetScreen", answer: Doubtful | NotYet, text: str) -> str:
    words = screen.view.words
    if isinstance(answer, Doubtful):
        return f"{words.say('flow.facts.two-ways', text=text)} {readings(words, answer)}"
    return words.say(f"screen.{answer.why}", text=text, part=answer.parts[0] if answer.parts else "", what=None)


def _ask(screen: "BudgetScreen", path: Path, text: QuestionText) -> None:
    def done(answers: Answers | None) -> None:
        if answers is not None:
            answer = facts.fact_change(screen.view.state, path, answers[0], screen.view.style)
            if not isinstance(answer, Change):
                _ask(screen, path, again(text, answers, 0, _refused(screen, answer, answers[0])))
                return
            _write(screen, path, answer)
        show_facts(screen, path)

    question(screen, text, done, "fact")


def _write(screen: "BudgetScreen", path: Path, answer: object) -> None:
    """One step of undo, with its name: which fact, from what to what."""
    after = previewed(screen, answer)
    if isinstance(answer, Change) and not answer.idle and after is not None:
        state, words = screen.view.state, screen.view.words
        said = {
            "what": cell_name(state, words, path),
            "old": _value(state, words, path),
            "new": _value(after, words, path),
        }
        changing.apply(screen, replace(answer, name="change.set", values=said))
