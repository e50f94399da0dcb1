"""Settings that are switched while the program runs: language, number style, theme."""

from collections.abc import Callable
from typing import Any

SETTINGS: dict[str, Callable[[Any], None]] = {
    "language_fi": lambda app: app.speak("fi"),
    "language_sv": lambda app: app.speak("sv"),
    "language_en": lambda app: app.speak("en"),
    "style_finnish": lambda app: app.write_numbers("1 234,56"),
    "style_english": lambda app: app.write_numbers("1,234.56"),
    "theme": lambda app: app.next_looks(),
    "tour": lambda app: app.show_tour(),
}
"""By the names of `keys.PALETTE_ONLY`; each is given the app."""
