"""Help and the palette, made from the table of keys."""

from typing import TYPE_CHECKING

from budjettitui.tui.keys import ACTIONS, PALETTE_ONLY, actions_of
from budjettitui.tui.widgets.menu import Choice, MenuText
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

GROUPS = ("move", "change", "findings", "edit", "other")


def help_lines(words: Words, place: str) -> list[str]:
    """The keys of a place by group, one a line: the key, what it does, the other keys."""
    lines: list[str] = []
    listed = actions_of(place)
    for group in GROUPS:
        named = [one for one in listed if one.group == group]
        if named:
            lines.append(words.say(f"screen.help.{group}"))
            lines += [
                f"  {one.shown:<15} {words.say(f'screen.do.{one.name}')}{_others(one.keys, one.shown)}" for one in named
            ]
    return lines


def _others(keys: tuple[str, ...], shown: str) -> str:
    more = [key for key in keys if key not in shown and (key.startswith(("f", "ctrl", "shift")) and len(key) > 1)]
    return f"  ({', '.join(_spelled(key) for key in more)})" if more else ""


def _spelled(key: str) -> str:
    return key.upper() if key.startswith("f") else key


def show_help(screen: "BudgetScreen") -> None:
    """The keys of this place, then those of cells being typed."""
    words = screen.view.words
    lines = help_lines(words, screen.view.place) + help_lines(words, "edit")
    text = MenuText(words.say("screen.help.title"), tuple(Choice(line) for line in lines), numbered=False)
    screen.ask(text, lambda _: None, dialog="text")


def commands(words: Words, place: str) -> list[tuple[str, str]]:
    """Everything that the palette offers in a place: the action and what it is called, with its key."""
    named = [one for one in ACTIONS if place in one.places and not one.own and one.name != "palette"]
    found = [(one.name, f"{words.say(f'screen.do.{one.name}')}   {one.shown}") for one in named]
    return found + [(name, words.say(f"screen.do.{name}")) for name in PALETTE_ONLY]


def show_palette(screen: "BudgetScreen") -> None:
    """All commands by name."""
    from budjettitui.tui.flows.settings import SETTINGS
    from budjettitui.tui.screens.palette import Palette

    words = screen.view.words
    place = "findings" if screen.view.listing else "table"
    offered = commands(words, place)

    def chosen(name: str | None) -> None:
        screen.change(dialog="")
        if name in SETTINGS:
            SETTINGS[name](screen.app)
        elif name is not None:
            screen.action_do(name)

    screen.change(dialog="palette", going=False)
    screen.app.push_screen(Palette(words.say("screen.palette.title"), offered), chosen)
