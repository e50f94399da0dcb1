"""The project and its call, or a row, fact by fact: a list narrowed by typing; each is chosen or typed, one step each."""

from collections.abc import Sequence
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
from budjettitui.tui.flows.choosing import label
from budjettitui.tui.flows.editing import previewed
from budjettitui.tui.present import found
from budjettitui.tui.present.names import cell_name, row_name
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
    palette = Palette(PaletteText(title, listed, "flow.facts"), words)
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
        value = Percent(rule.value) if facts.is_percent(path) else rule.value  # type: ignore[arg-type]
        about = words.say("flow.facts.rules", value=value, source=rule.source)
    more = f"flow.facts.also.{path[-1]}"
    also = (words.say(more),) if words.has(more) else ()
    return Command(name, _called(view, path), _value(view.state, words, path), (name, *also), about)


def _called(view: View, path: Path) -> str:
    return view.words.say(f"flow.facts.{path[0] if path in FACTS else 'row'}.{path[-1]}")


def _title(view: View, path: Path) -> str:
    called = _called(view, path)
    return called[:1].upper() + called[1:]


def _value(state: State, words: Words, path: Path) -> str:
    """What a fact is, as one reads it."""
    value = facts.value_of(state, path)
    if value is None:
        return words.say("screen.nothing")
    if isinstance(value, tuple | date):
        return _days(words, value)
    if isinstance(value, str):
        return _word(state, words, path, value) or words.show(value)
    if facts.is_exact(path):
        return words.say("show.exact", value=value)
    return words.show(Percent(value) if facts.is_percent(path) else value)


def _days(words: Words, days: date | tuple[date, ...]) -> str:
    """Days as they are typed: `1.1.2025 – 31.12.2027`, in English `2025-01-01 – 2027-12-31`."""
    plain = words.lang == "en"
    every = (days,) if isinstance(days, date) else days
    return " – ".join(one.isoformat() if plain else f"{one.day}.{one.month}.{one.year}" for one in every)


GROUPS = {
    ("project", "kind"): "label.project_kind",
    ("project", "stage"): "label.project_stage",
    ("call", "type"): "rule.name",
    ("call", "self_financing_base"): "rule.word",
    ("declared", "vat"): "flow.facts.vat",
    ("partner", "kind"): "label.partner_kind",
    ("partner", "role"): "label.role",
    ("funding", "kind"): "label.funding",
}
"""Where the words of a key are called something, by table and key."""


def _word(state: State, words: Words, path: Path, word: str) -> str:
    """What a word of the file is called; empty where it is called nothing else."""
    table, key = str(path[0]), str(path[-1])
    if path == facts.RULES:
        rules = loader.load(word).rules if word in loader.shipped() else None
        return (rules.titles.get(words.lang) or "") if rules is not None else ""
    if key == facts.MODEL[-1]:
        model = state.terms.rules.cost_models.get(word)
        return (model.labels.get(words.lang) or "") if model is not None else ""
    if word in (facts.YES, facts.NO):
        return words.show(word == facts.YES)
    if (table, key) not in GROUPS and table != "declared":
        return label(state, words, path, word)
    known = "flow.facts.declared-none" if word == "none" else f"{GROUPS.get((table, key), '')}.{word}"
    return words.say(known) if words.has(known) else ""


# changing one --------------------------------------------------------------------------------------------------------
def _change(screen: "BudgetScreen", path: Path) -> None:
    state = screen.view.state
    if path == facts.MODEL and state.budget.costs and len(state.terms.rules.cost_models) > 1:
        modelling.models(screen)  # which shows what each model would do to the lines
    elif facts.words_of(state, path) and facts.only_listed(state, path):
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
        _back(screen, path)

    picked(screen, Palette(text, view.words), chosen, "fact-word")


def _question(screen: "BudgetScreen", path: Path) -> QuestionText:
    view, words = screen.view, screen.view.words
    value = facts.value_of(view.state, path)
    text = "" if value is None else _days(words, value) if isinstance(value, tuple | date) else words.show(value)
    text = words.say("show.exact", value=value) if isinstance(value, Decimal) else text
    hinted = f"flow.facts.hint.{path[-1]}"
    hint = words.say(hinted) if words.has(hinted) and not text else ""
    known = facts.words_of(view.state, path)
    hint = hint or (words.say("flow.facts.known", words=known) if known else "")
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
        _back(screen, path)

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
