"""How keys are written for people: those with a name are called by it in each language, all others are as they are."""

import re

from budjettitui.words import Words

_NAMED = re.compile(r"\b(arrows|Up|Down|Left|Right|Backspace|Space|type)\b")


def key_text(words: Words, shown: str) -> str:
    """`Up Down` in the words of a language; `type` stands for any key that writes."""
    return _NAMED.sub(lambda found: words.say(f"screen.keys.{found[1].lower()}"), shown)
