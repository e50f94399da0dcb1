"""Settings that are switched while the program runs: language, number style, theme."""

from collections.abc import Callable, Sequence
from typing import Any

from budjettitui.settings import SettingFault, settings_path
from budjettitui.tui.flows.helping import words_of
from budjettitui.tui.keys import ONLY_BY_KEY
from budjettitui.tui.present.keynames import key_text
from budjettitui.tui.widgets.menu import Choice, MenuText
from budjettitui.words import Words


def show_settings(screen: Any) -> None:
    """Where the settings file stands, what of it is not followed, and the names by which keys are set there."""
    words, table = words_of(screen), screen.app.keys
    faults = [said(words, fault) for fault in screen.app.faults]
    lines = [f"{one.name:<18}{key_text(words, one.shown)}" for one in table.actions if one.name not in ONLY_BY_KEY]
    above = (words.say("screen.settings.file", file=str(settings_path())), words.say("screen.settings.how"))
    choices = (*(Choice(f"! {fault}", hang=2) for fault in faults), *(Choice(line) for line in lines))
    text = MenuText(words.say("screen.settings.title"), choices, above, numbered=False)
    screen.ask(text, lambda _: None, dialog="text")


def said(words: Words, fault: SettingFault) -> str:
    """What of the settings is not followed, and why."""
    return words.say(f"screen.settings.{fault.key}", **fault.values)


def tell(screen: Any, faults: Sequence[SettingFault]) -> None:
    """The first fault in the line that talks, with how many more there are."""
    if faults:
        more = len(faults) - 1
        screen.say(
            "screen.settings.not-followed", role="error", what=said(words_of(screen), faults[0]), more=more or None
        )


SETTINGS: dict[str, Callable[[Any], None]] = {
    "language_fi": lambda app: app.speak("fi"),
    "language_sv": lambda app: app.speak("sv"),
    "language_en": lambda app: app.speak("en"),
    "style_finnish": lambda app: app.write_numbers("1 234,56"),
    "style_english": lambda app: app.write_numbers("1,234.56"),
    "theme": lambda app: app.next_looks(),
    "tour": lambda app: app.show_tour(),
    "settings": lambda app: show_settings(app.screen),
}
"""By the names of `keys.PALETTE_ONLY`; each is given the app."""
