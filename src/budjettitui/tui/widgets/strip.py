"""The strip under the table: a rule that says what it is about, and two lines that answer "what about this?"."""

from budjettitui.tui.themes import SIGN_ROLES, Looks
from budjettitui.tui.widgets.cells import cells, wrapped
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece, length, rule, spread
from budjettitui.tui.widgets.keysline import KeyHint, hint_pieces
from budjettitui.values import frozen


@frozen
class StripLine:
    """One line: a sign perhaps, a text that gives way, and something at its right end that does not."""

    text: str = ""
    sign: str = ""
    right: str = ""
    role: str = ""
    hints: tuple[KeyHint, ...] = ()
    """Keys at its right end, each with what it does; a click on one is its key."""
    click: str = ""
    """What a click on the sign and the text is."""


@frozen
class StripText:
    """The words in the rule, at its right end, and the lines below; two lines are always there, empty or not."""

    head: str = ""
    right: str = ""
    lines: tuple[StripLine, ...] = ()
    hints: tuple[KeyHint, ...] = ()


class FootStrip(Drawn[StripText]):
    """Draws the rule and its lines, as many as there are, at least two."""

    DEFAULT_CSS = "FootStrip { height: auto; }"

    def _needs(self) -> int:
        """The rule and its lines: to count them nothing has to be drawn."""
        return 1 + max(2, len(self.value.lines))

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """The rule, then the lines; where the widget is lower than that, the last lines are left out."""
        text = self.value
        lines = [*text.lines, StripLine(), StripLine()][: max(2, len(text.lines))]
        head = rule(text.head, text.right, width, looks, hints=hint_pieces(text.hints, looks))
        return [head, *(_line(line, width, looks) for line in lines)]


def _line(line: StripLine, width: int, looks: Looks) -> Line:
    sign = [Piece(looks.sign(line.sign), SIGN_ROLES.get(line.sign, ""), line.click), Piece(" ")] if line.sign else []
    right = [Piece(f" {looks.shown(line.right)} ", "dim")] if line.right else [Piece(" ")]
    if line.hints:
        right = [Piece(" "), *hint_pieces(line.hints, looks), Piece(" ")]
    role = line.role or ("error" if line.sign == "error" else "")
    room = width - length([Piece(" "), *sign, *right])
    return spread([Piece(" "), *sign, Piece(_at_blank(line.text, room, looks), role, line.click)], right, width, looks)


def _at_blank(text: str, room: int, looks: Looks) -> str:
    """A text cut at a blank, so that no figure is shown as another; one without blanks anywhere."""
    if cells(looks.shown(text)) <= room:
        return text
    first, more = wrapped(text, max(1, room - 2), looks)[0], looks.sign("more")
    return text if first.endswith(more) else f"{first} {more}"
