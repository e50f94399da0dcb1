"""One way to show any text safely: what it holds of control, direction and zero-width characters is spelled out."""

import re

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Characters that act on a terminal, turn the direction of writing, or cannot be seen. Tab and line feed are not here."""

_UNSEEN = re.compile(f" *(?:{HIDDEN.pattern})+ *")

_SPACES = re.compile("[\t\n]")


def has_hidden(text: str) -> bool:
    """True where a text holds a character that nobody could see or that a terminal would obey."""
    return HIDDEN.search(text.replace("\r\n", "\n")) is not None


def visible(text: str) -> str:
    """The text as one safe line: control signs as their pictures (`␛`), hidden ones by number (`⟨U+202E⟩`).

    Every sink takes its text through here: terminal, log, dialog, table, report. A tab and a line end become a blank.
    """
    if text.isascii() and text.isprintable():
        return text
    return HIDDEN.sub(_spelled, _SPACES.sub(" ", text.replace("\r\n", "\n")))


def seen_only(text: str, put: str = "") -> str:
    """The text with `put` in the place of what nobody could see, and of the blanks beside it."""
    return _UNSEEN.sub(put, text)


def _spelled(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"
