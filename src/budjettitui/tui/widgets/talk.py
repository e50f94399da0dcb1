"""The rule that talks: what was just done, what undo would take back, how far a long work has come."""

from budjettitui.tui.themes import Looks
from budjettitui.tui.widgets.drawn import Drawn, Line, rule
from budjettitui.values import frozen


@frozen
class TalkText:
    """One sentence in a rule. `joint` is the cell where the side of the panel meets it from above."""

    text: str = ""
    role: str = ""
    right: str = ""
    joint: int | None = None


class TalkRule(Drawn[TalkText]):
    """Draws the sentence within its rule; a plain rule where there is nothing to say."""

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """One line."""
        text = self.value
        return [rule(text.text, text.right, width, looks, text.role, text.joint)]
