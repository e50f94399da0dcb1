"""How the screen looks: roles with their styles for each theme, and the signs with their plain forms.

Widgets name a role, never a colour. What a role says is always said by a sign or a word too.
"""

from collections.abc import Mapping

from rich.style import Style
from textual.app import App
from textual.theme import Theme

from budjettitui.values import frozen, replace
from budjettitui.visible import visible

SIGNS: Mapping[str, tuple[str, str]] = {
    "error": ("✗", "X"),
    "warning": ("!", "!"),
    "info": ("i", "i"),
    "ok": ("✓", "v"),
    "accepted": ("a", "a"),
    "note": ('"', '"'),
    "changed": ("*", "*"),
    "doubt": ("?", "?"),
    "here": ("▸", ">"),
    "follows": ("↳", "\\"),
    "more": ("…", "."),
}
"""Each sign as it is drawn, and as `--ascii` draws it (screens.md, section 2)."""

_PLAIN = str.maketrans(dict(SIGNS.values()) | dict(zip("─│┌┐└┘├┤┬┴┼−–≈", "-|+++++++++--~", strict=True)))

ROLES = ("error", "warning", "info", "accepted", "changed", "derived", "preview", "cursor", "selected", "edit", "caret",
         "rule",
         "dim", "strong", "bar")  # fmt: skip
"""What a style may stand for. `strong` is the page one is on, `bar` the cells of the rate bar."""

SIGN_ROLES = {"error": "error", "warning": "warning", "info": "info", "accepted": "accepted", "changed": "changed",
              "doubt": "warning"}  # fmt: skip
"""The role a sign of the gutter is drawn in; those not named are plain."""


@frozen
class Looks:
    """One way to look: the ground, the text on it, a style for every role, and whether signs are plain ASCII."""

    name: str
    ground: str
    text: str
    roles: Mapping[str, Style]
    dark: bool = True
    ascii: bool = False

    def __hash__(self) -> int:
        return hash((self.name, self.ascii))

    def role(self, name: str) -> Style:
        """The style of a role; no style at all for a name that is none."""
        return self.roles.get(name, _NO_STYLE)

    def sign(self, name: str) -> str:
        """The sign of that name, one cell wide; a blank where there is none."""
        drawn, plain = SIGNS.get(name, (" ", " "))
        return plain if self.ascii else drawn

    def shown(self, text: str) -> str:
        """Any text as it may be drawn: nothing hidden in it, and plain signs where `--ascii` asks for them."""
        safe = visible(text)
        return safe.translate(_PLAIN) if self.ascii else safe

    def theme(self) -> Theme:
        """The same ground and text for Textual's own widgets."""
        return Theme(self.name, primary=self.text, foreground=self.text, background=self.ground, surface=self.ground,
                     panel=self.ground, dark=self.dark)  # fmt: skip


_NO_STYLE = Style()


def _styles(**roles: str) -> Mapping[str, Style]:
    """The styles of a theme; the caret is the edit turned round."""
    styles = {role: Style.parse(text) for role, text in roles.items()}
    return styles | {"caret": styles["edit"] + Style(reverse=True)}


DARK = Looks("dark", "#12151a", "#d6dde4", _styles(
    error="bold #ff7b72", warning="#e3b341", info="#79c0ff", accepted="#d2a8ff", changed="bold", derived="#a9b7c6",
    preview="italic #a5d6ff", cursor="#12151a on #cdd9e5",
    selected="#ffffff on #34506b", edit="underline #ffffff on #2b3848", rule="#8b98a6",
    dim="#98a3af", strong="bold", bar="#ffffff on #2f4a66"))  # fmt: skip

LIGHT = Looks("light", "#ffffff", "#1f2328", _styles(
    error="bold #a81409", warning="#7d5000", info="#0550ae", accepted="#6b3fa0", changed="bold", derived="#4d5761",
    preview="italic #0a5480", cursor="#ffffff on #2a3138",
    selected="#10202f on #c3dbf2", edit="underline #000000 on #fff0b8", rule="#5c6670",
    dim="#59636e", strong="bold", bar="#10202f on #c3dbf2"), dark=False)  # fmt: skip

HIGH_CONTRAST = Looks("high-contrast", "#000000", "#ffffff", _styles(
    error="bold #ff8a80", warning="bold #ffd54f", info="#90caf9", accepted="#e1bee7", changed="bold", derived="#e0e0e0",
    preview="italic #b3e5fc", cursor="#000000 on #ffffff",
    selected="#000000 on #9ad1ff", edit="underline bold #000000 on #ffff66", rule="#ffffff",
    dim="#d0d0d0", strong="bold", bar="#000000 on #9ad1ff"))  # fmt: skip

COLOUR_BLIND = Looks("colour-blind", "#101418", "#d8dee4", _styles(
    error="bold #d55e00", warning="#e69f00", info="#56b4e9", accepted="#cc79a7", changed="bold", derived="#a8b4c0",
    preview="italic #8fcdf2", cursor="#101418 on #d8dee4",
    selected="#ffffff on #24507a", edit="underline #ffffff on #1f3a52", rule="#8f9aa5",
    dim="#98a3ad", strong="bold", bar="#ffffff on #24507a"))  # fmt: skip
"""Okabe and Ito's vermilion, orange, sky blue and reddish purple."""

NO_COLOUR = Looks("no-colour", "#000000", "#ffffff", _styles(
    error="bold", changed="bold", cursor="reverse", selected="underline",
    edit="underline", strong="bold", bar=""))  # fmt: skip
"""For `NO_COLOR`: reverse, underline and bold alone."""

LOOKS: Mapping[str, Looks] = {looks.name: looks for looks in (DARK, LIGHT, HIGH_CONTRAST, COLOUR_BLIND, NO_COLOUR)}
"""The themes one may choose, by name."""


def chosen(name: str = "dark", *, no_colour: bool = False, ascii: bool = False) -> Looks:
    """The looks for a setting; `NO_COLOR` goes before the theme, and a name that is none is dark."""
    looks = NO_COLOUR if no_colour else LOOKS.get(name, DARK)
    return replace(looks, ascii=ascii)


def looks_of(app: App[object]) -> Looks:
    """What an app chose as its `looks`; by itself dark, or without colour where the terminal asks for that."""
    looks = getattr(app, "looks", None)
    return looks if isinstance(looks, Looks) else chosen(no_colour=app.no_color)
