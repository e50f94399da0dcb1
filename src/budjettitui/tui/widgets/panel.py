"""The side panel of wide windows: sections under each other, each with its name in a rule."""

from budjettitui.tui.themes import SIGN_ROLES, Looks
from budjettitui.tui.widgets.cells import cells, wrapped
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece, length, rule, spread
from budjettitui.tui.widgets.keysline import KeyHint, hint_pieces
from budjettitui.values import frozen


@frozen
class PanelLine:
    """One line. `here` is where one stands in a list; a text too long goes on below. `click` is told to the page."""

    text: str = ""
    sign: str = ""
    right: str = ""
    role: str = ""
    here: bool = False
    click: str = ""
    hang: int = 0
    """Cells by which what goes on below stands in."""
    hints: tuple[KeyHint, ...] = ()
    """Keys with what they do, in place of a text; a click on one is its key."""


@frozen
class Section:
    """A name and its lines."""

    title: str
    lines: tuple[PanelLine, ...] = ()


class Panel(Drawn[tuple[Section, ...]]):
    """Draws the sections with a blank line between; where they are too long, the longest gives lines away.

    Where something stands above it (`below`), its first section has a rule too.
    """

    below = False

    DEFAULT_CSS = "Panel { width: 41; height: 1fr; }"

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """The first section's name stands in the top line, the others in rules."""
        blocks = [[line for text in section.lines for line in _lines(text, width - 1, looks)] for section in self.value]
        heads = [_head(section.title, width, looks) for section in self.value]
        if heads and not self.below:
            heads[0] = [[Piece(" "), Piece(line, "strong")] for line in wrapped(self.value[0].title, width - 3, looks)]
        _shorten(blocks, height - sum(map(len, heads)) - len(heads) + 1, width - 1, looks)
        lines: list[Line] = []
        for head, block in zip(heads, blocks, strict=True):
            lines += [*head, *block, []]
        side = Piece(looks.shown("│"), "rule")
        lines += [[]] * (height - len(lines))
        return [line if _ruled(line, looks) else [side, *line] for line in lines[: max(height, 0)]]


def _head(title: str, width: int, looks: Looks) -> list[Line]:
    return [[Piece(looks.shown("├"), "rule"), *rule(title, "", width - 1, looks, "strong")]]


def _ruled(line: Line, looks: Looks) -> bool:
    return bool(line) and line[0].text == looks.shown("├") and line[0].role == "rule"


def _lines(line: PanelLine, width: int, looks: Looks) -> list[Line]:
    """The line, and what of its text did not fit, below it under its beginning."""
    if line.hints:
        return [[Piece(" "), *hint_pieces(line.hints, looks)]]
    here = Piece(looks.sign("here") if line.here else " ", "strong")
    sign = [Piece(looks.sign(line.sign), SIGN_ROLES.get(line.sign, ""), line.click), Piece(" ")] if line.sign else []
    right = [Piece(f" {looks.shown(line.right)} ")] if line.right else [Piece(" ")]
    role = "strong" if line.here else line.role  # the cursor itself stands on the page
    room = width - 1 - 2 * bool(line.sign) - sum(cells(piece.text) for piece in right)
    first, *others = wrapped(line.text, max(4, room), looks)
    if others and line.right:  # a sentence that goes on below is not to be read into the figure
        first, *others = wrapped(line.text, max(4, room - 1), looks)
    if line.hang and others:
        others = wrapped(" ".join(others), max(4, room - line.hang), looks)
    indent = " " * (1 + 2 * bool(line.sign) + line.hang)
    begin: Line = [here, *sign, Piece(first, role, line.click)]
    begin = spread(begin, right, width, looks) if line.right else begin
    return [begin, *([Piece(indent), Piece(other, role, line.click)] for other in others)]


def _shorten(blocks: list[list[Line]], room: int, width: int, looks: Looks) -> None:
    """Take lines from the longest block until all fit; a block that lost some ends in `…`."""
    while sum(len(block) for block in blocks) > max(0, room) and any(blocks):
        longest = max(blocks, key=len)
        if len(longest) == 1:
            longest.clear()
        else:
            longest[-2:] = [_ending(longest[-2], width, looks)]


def _ending(line: Line, width: int, looks: Looks) -> Line:
    """A line that is the last to be seen of its section: `…` behind it, or in its place where it has no room for that."""
    more = f" {looks.sign('more')}"
    if "".join(piece.text for piece in line).endswith(more):
        return [Piece(more, "dim")]
    return [*line, Piece(more, "dim")] if length(line) + cells(more) < width else [Piece(more, "dim")]
