"""What was done, in a sentence: the name of a step of undo, as it is said when it is done, undone and done again."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from budjettitui.edits import Change
from budjettitui.tui.present.names import said_of
from budjettitui.tui.view import Talk
from budjettitui.tui.widgets.cells import cells
from budjettitui.values import replace
from budjettitui.words import Words

BESIDE, LEAST = 8, 12
"""Cells of the rule beside its two texts, and signs of a name that are left of it."""

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def step_name(words: Words, change: Change) -> str:
    """A step of undo by its name."""
    return words.say(change.name, **_values(said_of(words, change.values)))


def _values(values: Mapping[str, object]) -> dict[str, object]:
    return {
        key: value for key, value in values.items() if key != "text" and not (key == "at" and isinstance(value, tuple))
    }


def done(words: Words, change: Change, width: int) -> Talk:
    """`Changed amount of Tulkkaus: …`, with how to take it back. A long name gives way to from what and to what."""
    right, who = words.say("screen.talk.takes-back"), change.values.get("who")
    text = step_name(words, change)
    over = cells(text) + cells(right) + BESIDE - width
    if isinstance(who, str) and 0 < over < len(who) - LEAST:
        text = step_name(words, replace(change, values={**change.values, "who": f"{who[: len(who) - over - 1]}…"}))
    return Talk(text, right=right)


def no_finding(screen: "BudgetScreen") -> None:
    """That there is no finding here: none at all, or none of the kind that the list shows."""
    hidden = screen.view.listing and screen.view.shown != "all"
    screen.say("screen.found.none" if hidden else "screen.talk.no-findings")
