"""Head and foot of a budget: title and tabs; the rule that talks, the balance and the keys."""

from collections.abc import Sequence
from operator import is_
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen

from budjettitui.tui.pages.page import room
from budjettitui.tui.present.foot import foot
from budjettitui.tui.present.heads import tabs, title
from budjettitui.tui.present.keyhints import hints, none_fits
from budjettitui.tui.themes import Looks, looks_of
from budjettitui.tui.view import View
from budjettitui.tui.widgets.balance import Balance, BalanceRow, BalanceText, Figure, figure_lines
from budjettitui.tui.widgets.box import LEAST, too_small
from budjettitui.tui.widgets.cells import cut, wrapped
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece
from budjettitui.tui.widgets.ground import Bare
from budjettitui.tui.widgets.keysline import KeysLine
from budjettitui.tui.widgets.tabs import TabsLine, TabsText
from budjettitui.tui.widgets.talk import TalkRule, TalkText
from budjettitui.tui.widgets.title import TitleLine, TitleText
from budjettitui.words import Words

HEADS_FROM, BAR_FROM = 17, 19
"""Lines of window from which the heads of the balance, and its third line, are shown."""


NOT_DONE = ("tried", "compared", "text")
"""Dialogs that show figures of another state, and do nothing at Enter."""


class GoLine(TabsLine, can_focus=True):
    """The tabs, which wait for a key after `g`."""

    class Pressed(Message):
        """The key that followed; what it means the screen knows."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def on_key(self, event: events.Key) -> None:
        """Digits and letters that go somewhere are told; all others keep their meaning."""
        if event.key in TAKEN:
            event.stop()
            event.prevent_default()
            self.post_message(GoLine.Pressed(event.key))


TAKEN = frozenset("123456789geob<>") | {"escape", "ctrl+g", "enter", "left", "right", "tab", "shift+tab", "down", "up",
                                        "h", "l", "j", "k", "less_than_sign", "greater_than_sign"}  # fmt: skip
"""The keys that the tabs take while they wait."""


class Head(Vertical, Bare):
    """Lines 1 and 2."""

    DEFAULT_CSS: ClassVar[str] = "Head { height: 2; }"
    view: reactive[View | None] = reactive(None, repaint=False)
    _seen: Sequence[object] = ()
    """What it was made of last."""

    def compose(self) -> ComposeResult:
        """Title and tabs."""
        yield TitleLine(TitleText(""))
        yield GoLine(TabsText(()))

    def on_mount(self) -> None:
        """Draw for the first time."""
        self.watch_view(self.view)

    def watch_view(self, view: View | None) -> None:
        """Draw what the view says, where anything that it is made of is another."""
        if view is None or not self.is_mounted:
            return
        seen = (view.label, view.state, view.words, view.dirty, view.read_only, view.page, view.place == "tabs")
        if not all_same(seen, self._seen):
            self._seen = seen
            self.query_one(TitleLine).show(title(view))
            self.query_one(GoLine).show(tabs(view))


class LowBalance(Balance):
    """The balance with fewer lines where the window is low: first its third line goes, then its heads."""

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """Of a preview the rows stay longest, else the heads and `now`; named figures stay, and what is below goes."""
        lines = super().draw(width, height, looks)
        if not 0 < height < len(lines):
            return lines
        if figure_lines(self.value, width, looks) > 1:
            return lines[:height]
        previewed = self.value.if_so is not None or bool(self.value.note)
        return lines[-height:] if previewed else lines[1 - (height - 1) : 1 - (height - 1) + height]


class TooSmall(Drawn[str]):
    """The one sentence of a window that is too small for all else."""

    DEFAULT_CSS: ClassVar[str] = "TooSmall { height: 1fr; }"

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """The sentence on as many lines as it needs, cut where even that does not fit."""
        return [[Piece(cut(line, width, looks))] for line in wrapped(self.value, width, looks)[: max(1, height)]]


def has_room(screen: Screen[None], words: Words) -> bool:
    """True of a window that is large enough; in another one only the sentence is seen, which is brought up to date."""
    size = screen.app.size
    small = too_small(size)
    screen.set_class(small, "small")
    if small:
        said = words.say("screen.too-small", least=f"{LEAST.width}x{LEAST.height}", now=f"{size.width}x{size.height}")
        screen.query_one(TooSmall).show(said)
    return not small


def unseen(screens: Sequence[Screen[Any]], event: events.Event) -> bool:
    """True of a key or a paste whose work nobody would see: a window that is too small does nothing but end."""
    typed = isinstance(event, events.Paste) or (isinstance(event, events.Key) and event.key != "ctrl+q")
    return typed and any(screen.has_class("small") for screen in screens)


def all_same(these: Sequence[object], those: Sequence[object]) -> bool:
    """True of the very same things: what is worked out of them need not be worked out again."""
    return len(these) == len(those) and all(map(is_, these, those))


NO_FIGURES: tuple[Figure, Figure, Figure, Figure, Figure] = (Figure(), Figure(), Figure(), Figure(), Figure())


class Foot(Vertical, Bare):
    """The lines below the page."""

    DEFAULT_CSS: ClassVar[str] = "Foot { height: auto; }"
    view: reactive[View | None] = reactive(None, repaint=False)
    _seen: Sequence[object] = ()
    """What the balance was made of last."""

    def compose(self) -> ComposeResult:
        """What was done, the balance, the keys."""
        yield TalkRule(TalkText())
        yield LowBalance(BalanceText(("",) * 5, BalanceRow("", *NO_FIGURES)))
        yield KeysLine(())

    def on_mount(self) -> None:
        """Draw for the first time."""
        self.watch_view(self.view)

    def watch_view(self, view: View | None) -> None:
        """Draw what the view says."""
        if view is None or not self.is_mounted:
            return
        joint = room(view) if view.wide else None
        talk = view.talk
        if view.typing is not None or (view.preview is not None and view.dialog not in NOT_DONE and not view.does):
            slow = view.typing is not None and view.typing.slow
            doubt = (view.note and not slow) or none_fits(view)
            key = "screen.talk.in-doubt" if doubt else "screen.talk.if-enter"
            told = talk.text if talk.role == "warning" else ""
            self.query_one(TalkRule).show(TalkText(view.words.say(key), right=told, joint=joint))
        else:
            self.query_one(TalkRule).show(TalkText(talk.text, talk.role, talk.right, joint))
        seen = (view.state, view.preview, view.preview_label, view.words, view.note, view.width, view.height)
        if not all_same(seen, self._seen):
            self._seen = seen
            self._weigh(view)
        self.query_one(KeysLine).show(hints(view))

    def _weigh(self, view: View) -> None:
        """The balance, with as many lines as its figures need and the window has."""
        balance = self.query_one(LowBalance)
        shown, lines = foot(view), 3 if view.height >= BAR_FROM else 2 if view.height >= HEADS_FROM else 1
        balance.styles.height = max(lines, figure_lines(shown, view.width, looks_of(self.app)))
        balance.show(shown)
