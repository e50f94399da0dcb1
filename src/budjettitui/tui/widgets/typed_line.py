"""The text of the cell that is being typed, with the place of the caret. A value: every key makes a new one."""

from budjettitui.tui.widgets.cells import joins
from budjettitui.values import frozen


@frozen
class TypedLine:
    """What was typed, untouched, and before which character the caret stands."""

    text: str = ""
    caret: int = 0

    @classmethod
    def ending(cls, text: str) -> "TypedLine":
        """A text with the caret behind it."""
        return cls(text, len(text))

    def put(self, more: str) -> "TypedLine":
        """With something written at the caret."""
        return TypedLine(self.text[: self.caret] + more + self.text[self.caret :], self.caret + len(more))

    def left(self) -> "TypedLine":
        """The caret one sign back; an accent goes with what it stands on."""
        at = max(0, self.caret - 1)
        while at > 0 and joins(self.text[at]):
            at -= 1
        return TypedLine(self.text, at)

    def right(self) -> "TypedLine":
        """The caret one sign on."""
        at = min(len(self.text), self.caret + 1)
        while at < len(self.text) and joins(self.text[at]):
            at += 1
        return TypedLine(self.text, at)

    def home(self) -> "TypedLine":
        """The caret at the beginning."""
        return TypedLine(self.text, 0)

    def end(self) -> "TypedLine":
        """The caret at the end."""
        return TypedLine.ending(self.text)

    def back(self) -> "TypedLine":
        """Without the sign before the caret."""
        start = self.left().caret
        return TypedLine(self.text[:start] + self.text[self.caret :], start)

    def delete(self) -> "TypedLine":
        """Without the sign at the caret."""
        return TypedLine(self.text[: self.caret] + self.text[self.right().caret :], self.caret)

    def cleared(self) -> "TypedLine":
        """Without all that stands before the caret."""
        return TypedLine(self.text[self.caret :], 0)

    def word_back(self) -> "TypedLine":
        """Without the word before the caret, and the blanks behind it."""
        before = self.text[: self.caret].rstrip()
        start = max((at + 1 for at, sign in enumerate(before) if sign.isspace()), default=0)
        return TypedLine(self.text[:start] + self.text[self.caret :], start)
