"""What a fact would lead to, said before it is written; and the writing, as one step of undo."""

from typing import TYPE_CHECKING

from budjettitui.edits import Change
from budjettitui.facts.named import PARTS
from budjettitui.findings import Path
from budjettitui.tui.flows import changing
from budjettitui.tui.flows.editing import previewed
from budjettitui.tui.present.facts import name_shown, value_shown
from budjettitui.tui.present.mends import found_then
from budjettitui.tui.present.names import cell_name
from budjettitui.tui.present.typed_strips import readings
from budjettitui.tui.themes import looks_of
from budjettitui.typed import Doubtful, NotYet
from budjettitui.values import replace
from budjettitui.words import LANGUAGES, Words

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def outcome(screen: "BudgetScreen", answer: object, text: str = "") -> tuple[str, ...]:
    """What the budget would then be told: what cannot be read, else how many findings of each kind there would be."""
    view, words = screen.view, screen.view.words
    if isinstance(answer, Doubtful | NotYet):
        return (refused(screen, answer, text),)
    after = previewed(screen, answer)
    if not isinstance(answer, Change) or answer.idle or after is None:
        return ()
    return (words.say("flow.facts.then", **found_then(view, after, looks_of(screen.app))),)


def refused(screen: "BudgetScreen", answer: Doubtful | NotYet, text: str) -> str:
    """Why a text cannot be taken."""
    words = screen.view.words
    if isinstance(answer, Doubtful):
        return f"{words.say('flow.facts.two-ways', text=text)} {readings(words, answer)}"
    return words.say(f"screen.{answer.why}", text=text, part=answer.parts[0] if answer.parts else "", what=None)


def write(screen: "BudgetScreen", path: Path, answer: object) -> None:
    """One step of undo, with its name in every language: which fact, from what to what."""
    after = previewed(screen, answer)
    if not isinstance(answer, Change) or answer.idle or after is None:
        return
    state, words, said = screen.view.state, screen.view.words, dict[str, object]()
    entry = path[:2] in PARTS and len(path) > 2
    for lang in LANGUAGES:
        other = Words(lang, words.numbers, currency=words.currency, decimals=words.decimals, keys=words.keys)
        name = name_shown(state, other, path[:2], str(path[2])) if entry else ""
        named = {
            "what": other.say("flow.facts.entry", name=name) if entry else cell_name(state, other, path),
            "old": value_shown(state, other, path),
            "new": value_shown(after, other, path),
        }
        said |= named if lang == words.lang else {}
        said |= {f"{key}.{lang}": text for key, text in named.items()}
    changing.apply(screen, replace(answer, name="change.set", values=said))
