"""What was done, in a sentence: the name of a step of undo, as it is said when it is done, undone and done again."""

from collections.abc import Mapping

from budjettitui.edits import Change
from budjettitui.tui.view import Talk
from budjettitui.words import Words


def step_name(words: Words, change: Change) -> str:
    """A step of undo by its name."""
    return words.say(change.name, **_values(change.values))


def _values(values: Mapping[str, object]) -> dict[str, object]:
    return {
        key: value for key, value in values.items() if key != "text" and not (key == "at" and isinstance(value, tuple))
    }


def done(words: Words, change: Change) -> Talk:
    """`Changed amount of Tulkkaus: …`, with how to take it back."""
    return Talk(step_name(words, change), right=words.say("screen.talk.takes-back"))
