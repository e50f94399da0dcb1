"""Line 2: the pages with their numbers, and how many findings there are."""

from budjettitui.tui.themes import SIGN_ROLES, Looks
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece, length, spread
from budjettitui.values import frozen

WORDS_FROM = 110
"""From this width on the counts are said in words."""


@frozen
class Tab:
    """One page; `number` is what is pressed after the key that goes."""

    number: int
    name: str


@frozen
class Count:
    """How many findings of one severity: `sign` is its name in `themes.SIGNS`, `words` is `2 warnings`.

    Where there is no number yet, `words` says why, and stands alone.
    """

    sign: str
    number: int | None
    words: str


@frozen
class TabsText:
    """The pages, which of them is seen (its place in `tabs`), the counts, and whether the key that goes waits for a number;
    `go` is that key, as the settings have it.
    """

    tabs: tuple[Tab, ...]
    present: int = 0
    counts: tuple[Count, ...] = ()
    waiting: bool = False
    go: str = "g"


class TabsLine(Drawn[TabsText]):
    """Draws line 2. A click on a tab is told as `page 2`, one on the counts as `findings`."""

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """First all in full; then the counts without words; then the gravest alone; then the other pages by their number."""
        text = self.value
        unknown = any(count.number is None for count in text.counts)
        worded = _counts(text.counts, looks, words=unknown or width >= WORDS_FROM)
        short = _counts(text.counts[:1], looks, words=False)
        plain = worded if unknown else _counts(text.counts, looks, words=False)
        for names, counts in ((True, worded), (True, plain), (True, short), (False, plain), (False, short)):
            tabs = _tabs(text, looks, names)
            if length(tabs) + 1 + length(counts) <= width:
                break
        margin = [Piece(" ")] if counts and length(tabs) + length(counts) + 2 <= width else []
        return [spread(tabs, [*counts, *margin], width, looks)]


def _tabs(text: TabsText, looks: Looks, names: bool) -> list[Piece]:
    pieces = [Piece(" "), Piece(looks.shown(text.go), "cursor" if text.waiting else "dim")]
    for place, tab in enumerate(text.tabs):
        here = place == text.present
        name = f"{tab.number} {looks.shown(tab.name)}" if names or here else str(tab.number)
        pieces.append(Piece(f"[{name}]" if here else f" {name} ", "strong" if here else "", f"page {tab.number}"))
    return pieces


def _counts(counts: tuple[Count, ...], looks: Looks, words: bool) -> list[Piece]:
    """`✗1 !0 i3`, or `✗ 1 error  ! 0 warnings  i 3 infos`; what is none is not coloured."""
    pieces = []
    for place, count in enumerate(counts):
        behind = ("  " if words else " ") if place + 1 < len(counts) else ""
        said = f" {looks.shown(count.words)}" if words else "" if count.number is None else str(count.number)
        role = SIGN_ROLES.get(count.sign, "") if count.number != 0 else ""
        pieces += [Piece(looks.sign(count.sign) + said, role, "findings"), Piece(behind)]
    return pieces
