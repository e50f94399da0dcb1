"""Goal seek: what must change so that a figure is what it is to be. Each answer shows in the row `if` before Enter."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from budjettitui import goals
from budjettitui.balance import balance
from budjettitui.edits import Insert
from budjettitui.findings import NOT_YET
from budjettitui.goals import Answer, Goal, NoSolution
from budjettitui.report.sentences import Sentences
from budjettitui.state import State
from budjettitui.tui.flows import changing, copying
from budjettitui.tui.flows.asking import Answers, again, question
from budjettitui.tui.present import ceilings
from budjettitui.tui.present.found import new_roots
from budjettitui.tui.present.names import cell_name, edit_name, row_name
from budjettitui.tui.present.tables import columns
from budjettitui.tui.present.values import category
from budjettitui.tui.view import Talk
from budjettitui.tui.widgets.box import widest
from budjettitui.tui.widgets.menu import Choice, Menu, MenuText
from budjettitui.tui.widgets.question import Field, QuestionText
from budjettitui.typed import Sure, read_number
from budjettitui.values import field, frozen, replace
from budjettitui.words import Percent, Words

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

MOST_MOVES = 4


@frozen
class Wish:
    """What is asked for: what must stay as it is, and a rate of one's own."""

    locks: frozenset[str] = field(default_factory=frozenset)
    rate: Decimal | None = None


Sought = tuple[str, Callable[[], Answer]]


def goal(screen: "BudgetScreen", wish: Wish | None = None) -> None:
    """All goals that have a meaning here, each sought; then what is to be kept, and a rate of one's own."""
    wish = wish or Wish(screen.last.kept)
    screen.last.kept = frozenset(
        lock for lock in wish.locks if "[" not in lock
    )  # a row may have another number next time
    words = screen.view.words
    found = [(title, seek()) for title, seek in _sought(screen, wish)]
    ceiling = _supported(screen, wish)[0][0] if wish.rate is None else ""
    choices = [*_choices(screen, wish, found, ceiling)]
    kept = ", ".join(label for name, label in _names(screen) if name in wish.locks)
    kept = kept or words.say("flow.goal.nothing-kept")
    choices.append(Choice(words.say("flow.goal.keep", what=kept), key="x", enters="choose-kept"))
    choices.append(Choice(words.say("flow.goal.rate", rate=_rate(wish)), key="r", enters="another-rate"))
    above = () if found else (words.say("flow.goal.no-goal"),)
    text = MenuText(
        words.say("flow.goal.title"), tuple(choices), above, others=frozenset(copying.keys_of(screen, "copy"))
    )

    def pressed(event: Menu.Pressed) -> None:
        title, answer = found[event.index] if event.index < len(found) else ("", None)
        if answer is not None:
            copying.put_rows(screen, _copied(screen, answer, event.menu.text.choices[event.index], title == ceiling))

    def chosen(number: int | None) -> None:
        screen.previews, screen.menu_key = (), None
        screen.change(preview=None, preview_label="")
        if number is None:
            return
        if number == len(found):
            _keep(screen, wish)
        elif number == len(found) + 1:
            _ask_rate(screen, wish)
        else:
            _do(screen, found[number][1])

    screen.previews = (*(_state(answer) or screen.view.state for _, answer in found), None, None)
    screen.menu_key = pressed
    screen.ask(text, chosen, dialog="goal")


def _choices(screen: "BudgetScreen", wish: Wish, found: Sequence[tuple[str, Answer]], ceiling: str) -> Iterator[Choice]:
    """The goals with their answers; the one of that title with the ceilings."""
    writes, rates = "close" if screen.view.read_only else "", {title for title, _ in _supported(screen, wish)}
    for title, answer in found:
        choice = _choice(screen, title, answer, writes, rate=title in rates)
        yield _with_ceilings(screen, choice) if title == ceiling else choice


def _with_ceilings(screen: "BudgetScreen", choice: Choice) -> Choice:
    """The goal of the ceiling, with what support may be under each ceiling; where it is there, that it is the most."""
    state, words = screen.view.state, screen.view.words
    found = ceilings.told(words, state, widest(screen.app.size))
    reached = ceilings.nothing_to_raise(words, state) if choice.enters == "nothing-to-write" else ""
    return replace(choice, note=(*((reached,) if reached and found else choice.note), *found))


def _copied(screen: "BudgetScreen", answer: Answer, choice: Choice, ceiling: bool) -> Sequence[Sequence[str]]:
    """What is copied of a goal: what it is, each figure from what to what, and the ceilings where it is about them."""
    words, found = screen.view.words, answer.nearest if isinstance(answer, NoSolution) else answer
    rows = [[choice.title], *([words.show(line)] for line in choice.note[:1] if not (found and found.change.edits))]
    rows += [[*row[:2], row[3]] for row in _moved(screen, found)] if found is not None else []
    return [*rows, *(ceilings.table(words, screen.view.state) if ceiling else ())]


def _rate(wish: Wish) -> Percent | None:
    return Percent(wish.rate) if wish.rate is not None else None


def _sought(screen: "BudgetScreen", wish: Wish) -> list[Sought]:
    """The goals: closing what is missing, the support, the costs, the line under the cursor."""
    view, preview, words = screen.view, screen.session.preview, screen.view.words
    state, locks = view.state, wish.locks
    found: list[Sought] = []
    if state.figures.project.missing:
        found += [
            (words.say("goal.missing-by-costs"), lambda: goals.missing_by_costs(state, preview, locks=locks)),
            (words.say("flow.goal.costs-held"),
             lambda: goals.missing_by_costs(state, preview, locks=locks, hold_support=True)),
            (words.say("goal.missing-by-own"), lambda: goals.missing_by_own(state, preview, locks=locks)),
        ]  # fmt: skip
    if wish.rate is not None or state.terms.support.ceiling() is not None:
        found += _supported(screen, wish)
    at = view.at
    if at is not None and at[0] == "cost" and len(at) > 1 and isinstance(at[1], int):
        line = at[1]
        title = words.say("flow.goal.line", what=row_name(state, words, at[:2]))
        found.append((title, lambda: goals.line_at_most(state, preview, line, locks=locks)))
    return found


def _supported(screen: "BudgetScreen", wish: Wish) -> list[Sought]:
    """Support at a rate of the costs, and costs of which it is that rate."""
    state, preview, words = screen.view.state, screen.session.preview, screen.view.words
    aimed = "flow.goal.support" if wish.rate is not None else "flow.goal.support-ceiling"
    costs = "flow.goal.costs" if wish.rate is not None else "flow.goal.costs-ceiling"
    return [
        (words.say(aimed, rate=_rate(wish)), lambda: goals.support_at(state, preview, wish.rate, locks=wish.locks)),
        (words.say(costs, rate=_rate(wish)), lambda: goals.costs_at(state, preview, wish.rate, locks=wish.locks)),
    ]


def _state(answer: Answer) -> State | None:
    goal_found = answer.nearest if isinstance(answer, NoSolution) else answer
    return goal_found.state if goal_found is not None else None


def _choice(screen: "BudgetScreen", title: str, answer: Answer, writes: str, *, rate: bool) -> Choice:
    words = screen.view.words
    if isinstance(answer, NoSolution):
        why = _why(screen, answer)
        if answer.nearest is None or not answer.nearest.change.edits:  # the nearest is what stands there now
            return Choice(f"{title}: {words.say('flow.goal.none')}", note=(why,), enters="nothing-to-write")
        return Choice(
            f"{title}: {words.say('flow.goal.nearest')}",
            note=(why, *_stays(words, answer.nearest), *_moves(screen, answer.nearest)),
            enters=writes,
        )
    if not answer.change.edits:
        return Choice(
            f"{title}: {words.say('flow.goal.already')}",
            note=_as_it_is(screen) if rate else (),
            enters="nothing-to-write",
        )
    said = words.say("flow.goal.exact" if answer.exact else "flow.goal.rounded")
    return Choice(f"{title}: {said}", note=(*_moves(screen, answer), *_brings(screen, answer)), enters=writes)


def _as_it_is(screen: "BudgetScreen") -> tuple[str, ...]:
    """The support beside the costs that it is a rate of, where a goal is reached already."""
    one = balance(screen.view.state)
    if one.support.value is None or one.costs.value is None or one.rate is None:
        return ()
    said = {"support": one.support.value, "costs": one.costs.value, "rate": Percent(one.rate)}
    return (screen.view.words.say("flow.goal.as-it-is", **said),)


def _brings(screen: "BudgetScreen", answer: Goal) -> list[str]:
    """The gravest that would be found anew, as of a mend."""
    new = new_roots(screen.view.state, answer.state) if screen.view.state.findings is not NOT_YET else []
    said = Sentences(answer.state.budget, screen.view.words)
    return [screen.view.words.say("screen.mend.new", what=said.of(new[0]))] if new else []


def _stays(words: Words, nearest: Goal) -> list[str]:
    """What is missing still where that was to be nothing; of a rate, what it would be."""
    if nearest.wanted:
        return [words.say("flow.goal.reaches", rate=Percent(nearest.reached))]
    return [words.say("flow.goal.stays", amount=nearest.reached)] if nearest.reached else []


def _why(screen: "BudgetScreen", answer: NoSolution) -> str:
    """Why there is no answer; of costs that are not known, whose."""
    partners = screen.view.state.figures.partners
    names = {one.id: one.label for one in screen.view.state.budget.partners}
    without = [str(names[one]) for one, sheet in partners.items() if not sheet.costs.known]
    who = ", ".join(without) if 0 < len(without) < len(partners) else None
    return screen.view.words.say(f"goal.none.{answer.reason}", who=who)


def _moves(screen: "BudgetScreen", found: Goal) -> list[str]:
    """What moves, from what to what."""
    view, words = screen.view, screen.view.words
    new = [edit for edit in found.change.edits if isinstance(edit, Insert)]
    rows = _moved(screen, found)
    more = len(rows) - MOST_MOVES
    told = [words.say("screen.strip.more", count=more)] if more > 0 else []
    shown = columns(rows[:MOST_MOVES], widest(screen.app.size))
    return [*shown, *told, *(edit_name(view.state, words, edit) for edit in new)]


def _moved(screen: "BudgetScreen", found: Goal) -> list[tuple[str, str, str, str]]:
    """Each written figure that moves: what it is called, what it was, an arrow, what it would be."""
    view, words = screen.view, screen.view.words
    rows = []
    for move in found.moves:
        if len(move.path) < 3 and move.path[0] != "stated":
            continue
        path = move.path[:3] if len(move.path) > 3 else move.path
        state = found.state if move.old is None else view.state
        old = words.show(move.old) if move.old is not None else ""
        rows.append((cell_name(state, words, path), old, "->", words.show(move.new)))
    return rows


def _do(screen: "BudgetScreen", answer: Answer) -> None:
    found = answer.nearest if isinstance(answer, NoSolution) else answer
    if isinstance(answer, NoSolution) and (found is None or not found.change.edits):
        screen.change(talk=Talk(_why(screen, answer)))
    elif found is not None and not found.change.edits:
        screen.say("flow.goal.nothing")
    elif found is not None and screen.may_write() and changing.apply(screen, found.change):
        screen.cursor_told()


# what is to be kept ---------------------------------------------------------------------------------------------------
def _keep(screen: "BudgetScreen", wish: Wish) -> None:
    """Enter keeps a category, a partner or a source as it is, or lets it go again; Esc goes back to the goals."""
    words, names = screen.view.words, _names(screen)
    text = _keep_text(words, names, wish, 0)

    def chosen(number: int | None, marked: Wish = wish) -> None:
        if number is None:
            goal(screen, marked)
            return
        locks = marked.locks ^ {names[number][0]}
        changed = Wish(locks, marked.rate)
        screen.ask(_keep_text(words, names, changed, number), lambda again_: chosen(again_, changed), dialog="keep")

    screen.ask(text, chosen, dialog="keep")


def _keep_text(words: Words, names: list[tuple[str, str]], wish: Wish, marked: int) -> MenuText:
    choices = tuple(
        Choice(f"[{'x' if name in wish.locks else ' '}] {label}", hang=len("[ ] ")) for name, label in names
    )
    return MenuText(words.say("flow.goal.keep-title"), choices, numbered=False, marked=marked)


def _names(screen: "BudgetScreen") -> list[tuple[str, str]]:
    """What may be kept, by the places that the core knows it by."""
    state, words = screen.view.state, screen.view.words
    used = dict.fromkeys(row.category for row in state.budget.costs if row.category)
    rules = state.terms.rules
    found = [(f"category.{name}", words.say("flow.goal.category", what=category(rules, words, name))) for name in used]
    found += [(f"partner.{one.id}", words.show(one.label)) for one in state.budget.partners if one.id]
    rows = [("funding", index) for index in range(len(state.budget.funding))]
    rows += [("cost", index) for index in range(len(state.budget.costs))]
    found += [(f"{table}[{index + 1}]", row_name(state, words, (table, index))) for table, index in rows]
    return found


def _ask_rate(screen: "BudgetScreen", wish: Wish) -> None:
    words = screen.view.words
    asked = Field(words.say("flow.goal.rate-field"), "", words.say("flow.goal.rate-hint"), width=10)
    _ask(screen, wish, QuestionText(words.say("flow.goal.title"), (asked,)))


def _ask(screen: "BudgetScreen", wish: Wish, text: QuestionText) -> None:
    def done(answers: Answers | None) -> None:
        typed = (answers or ("",))[0].strip().removesuffix("%")
        reading = read_number(typed, screen.view.style, decimals=None) if typed else None
        if reading is not None and not (isinstance(reading, Sure) and 0 < reading.value <= 100):
            _ask(screen, wish, again(text, answers or ("",), 0, screen.view.words.say("screen.cell.no-percentage")))
        else:
            goal(screen, Wish(wish.locks, reading.value if isinstance(reading, Sure) else None))

    question(screen, text, done, "rate")
