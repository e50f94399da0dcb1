"""Help and the palette, made from the table of keys."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from budjettitui.tui.flows.asking import picked
from budjettitui.tui.keys import (
    ACTIONS,
    ON_A_BUDGET,
    ONLY_BY_KEY,
    PAGE,
    PALETTE_ONLY,
    PLACES,
    Action,
    actions_of,
    called,
)
from budjettitui.tui.present.keyhints import GOING, plain_hints
from budjettitui.tui.present.keynames import key_text
from budjettitui.tui.screens.palette import Command, Palette, PaletteText
from budjettitui.tui.whose import app_of
from budjettitui.tui.widgets.grid import Grid
from budjettitui.tui.widgets.menu import Choice, Menu, MenuText
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen
    from budjettitui.tui.screens.folder import FolderScreen

    AnyScreen: TypeAlias = BudgetScreen | FolderScreen

GROUPS = ("move", "change", "findings", "edit", "other")

HELP_KEYS = frozenset({"question_mark", "?", "f1"})
"""In the help they show the other keys: first those of this place, then all."""


def help_lines(words: Words, place: str, actions: Sequence[Action] = ACTIONS) -> list[str]:
    """The keys of a place by group, one a line: the key, what it does, the other keys."""
    lines: list[str] = []
    listed = actions_of(place, actions)
    for group in GROUPS:
        named = [one for one in listed if one.group == group]
        if named:
            lines.append(words.say(f"screen.help.{group}"))
            lines += [_line(words, one) for one in named]
    return lines


def all_lines(words: Words, actions: Sequence[Action] = ACTIONS) -> list[str]:
    """All keys of the program: each place, and what its keys do that do not the same in a place before it."""
    lines: list[str] = []
    told: set[str] = set()
    for place in PLACES:
        new = [one for one in actions_of(place, actions) if one.name not in told]
        told.update(one.name for one in new)
        after_g = _after_g(words) if place == "tabs" else []
        lines += [words.say(f"screen.place.{place}"), *after_g, *(_line(words, one) for one in new)]
    return lines


def _after_g(words: Words) -> list[str]:
    """The keys that may follow `g`, as the bottom line names them."""
    return [f"  {hint.key:<15} {hint.word}" for hint in plain_hints(words, GOING)]


def _line(words: Words, one: Action) -> str:
    shown, others = key_text(words, one.shown), key_text(words, _others(one.keys, one.shown))
    return f"  {shown:<15} {words.say(f'screen.do.{one.name}')}{others}"


def _others(keys: tuple[str, ...], shown: str) -> str:
    """The keys beside those that are shown, in brackets."""
    there = shown.casefold()
    named = ("f", "ctrl", "shift", "insert", "delete")
    more = [key for key in keys if key.startswith(named) or (len(key) == 1 and not key.isdecimal())]
    more = [
        key for key in more if key.replace("ctrl+", "^").casefold() not in there or (len(key), shown) == (1, "Enter")
    ]
    spelled = dict.fromkeys(_spelled(key) for key in more)
    return f"  ({', '.join(spelled)})" if spelled else ""


NAMES = {"pageup": "PgUp", "pagedown": "PgDn"}


def _spelled(key: str) -> str:
    """A key as the help writes it: `^PgDn`, `F8`; the four arrows with shift are one."""
    held, _, name = key.rpartition("+")
    if held == "shift" and name in ("up", "down", "left", "right"):
        return "shift+arrows"
    if len(name) > 1:
        name = name.upper() if name[1:].isdecimal() else NAMES.get(name, name.title())
    return f"^{name}" if held == "ctrl" else f"{held}+{name}" if held else name


def speaker(screen: "AnyScreen") -> Any:
    """What has the words, the line that talks and whether it is only read: a budget's view, the list of budgets itself."""
    return getattr(screen, "view", screen)


def words_of(screen: "AnyScreen") -> Words:
    """The words of a budget, or of the list of budgets."""
    words = speaker(screen).words
    assert isinstance(words, Words)
    return words


def keys_of(screen: "AnyScreen") -> tuple[Action, ...]:
    """All actions with the keys that they have here."""
    return app_of(screen).keys.actions


def _useful(screen: "AnyScreen") -> tuple[Action, ...]:
    """The actions that do something: without those that write where nothing may be written."""
    writing = not _read_only(screen) or getattr(screen, "noting", False)
    return tuple(one for one in keys_of(screen) if writing or not one.writes)


def _read_only(screen: "AnyScreen") -> bool:
    """True where the file, or the folder, was opened for looking."""
    return bool(speaker(screen).read_only)


def place_of(screen: "AnyScreen") -> str:
    """Where one is, as the table of keys has it."""
    view = getattr(screen, "view", None)
    return str(view.place) if view is not None else "list"


def show_help(screen: "AnyScreen") -> None:
    """The keys of this place, with those of cells being typed; at `?` once more all keys, and back."""
    words, place, keys = words_of(screen), place_of(screen), _useful(screen)
    here = help_lines(words, place, keys)
    here += help_lines(words, "edit", keys) if place in ("table", "findings", "tabs") else []
    texts = (_text(words, "title", here), _text(words, "all-title", all_lines(words, keys)))

    def pressed(event: Menu.Pressed) -> None:
        event.menu.renew(texts[1] if event.menu.text is texts[0] else texts[0])

    def closed(_: int | None) -> None:
        screen.menu_key = None

    screen.menu_key = pressed
    screen.ask(texts[0], closed, dialog="help")


def _text(words: Words, title: str, lines: Sequence[str]) -> MenuText:
    choices = tuple(Choice(line, role="" if line.startswith(" ") else "strong") for line in lines)
    return MenuText(words.say(f"screen.help.{title}"), choices, numbered=False, others=HELP_KEYS)


def commands(words: Words, place: str, actions: Sequence[Action] = ACTIONS) -> list[Command]:
    """Everything that the palette offers in a place: the action and what it is called, with its key."""
    named = [one for one in actions if place in one.places and one.name not in (*ONLY_BY_KEY, "palette")]
    also = (*(ON_A_BUDGET if place in PAGE else ()), *PALETTE_ONLY)
    return _named(words, named) + [_command(words, name) for name in also]


def _named(words: Words, actions: Sequence[Action]) -> list[Command]:
    return [_command(words, one.name, key_text(words, one.shown)) for one in actions]


def _command(words: Words, name: str, key: str = "") -> Command:
    """It is found by what it is called, by its key and by other words that people have for what it is about."""
    also = f"screen.also.{name}"
    return Command(name, words.say(f"screen.do.{name}"), key, tuple(words.say(also).split()) if words.has(also) else ())


def show_palette(screen: "AnyScreen") -> None:
    """All commands by name."""
    words, place = words_of(screen), place_of(screen)
    offered = commands(words, "table" if place == "tabs" else place, _useful(screen))
    _choose(screen, words.say("screen.palette.title"), offered)


def show_menu(screen: "AnyScreen", at: tuple[int, int]) -> None:
    """What can be done here, where the right button of the mouse was pressed."""
    words, view, place = words_of(screen), getattr(screen, "view", None), place_of(screen)
    broken, page = (not view.state.document.editable, view.shown_page) if view is not None else (False, "")
    listed, keys = "table" if place == "tabs" else place, keys_of(screen)
    _choose(
        screen,
        words.say("screen.palette.here"),
        _named(words, called(listed, keys, read_only=_read_only(screen), broken=broken, page=page, adds=_adds(screen))),
        at,
    )


def _adds(screen: "AnyScreen") -> bool:
    """True where the cursor stands on a row that adds one."""
    grid = screen.focused
    if not isinstance(grid, Grid) or grid.cursor[0] >= len(grid.sheet.rows):
        return False
    return grid.sheet.rows[grid.cursor[0]].kind == "add"


def _choose(screen: "AnyScreen", title: str, offered: Sequence[Command], at: tuple[int, int] | None = None) -> None:
    from budjettitui.tui.flows.settings import SETTINGS

    def chosen(name: str | None) -> None:
        if name in SETTINGS:
            SETTINGS[name](screen.app)
        elif name is not None:
            screen.action_do(name)

    picked(screen, Palette(PaletteText(title, offered), words_of(screen), at), chosen, "palette")
