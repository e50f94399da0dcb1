"""The settings file: language, number style, theme, plain signs, and keys by the name of what they do.

It stands in the user's configuration folder and is only ever read. A fault in it is told and its default holds instead.
"""

import os
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from budjettitui.values import field, frozen, replace
from budjettitui.words import LANGUAGES

FOLDER = "BUDJETTITUI_CONFIG"
"""The variable of the environment that names another configuration folder."""

LARGEST = 256 * 1024
"""Bytes that are read of the file."""

STYLES = ("1 234,56", "1,234.56")
THEMES = ("dark", "light", "high-contrast", "colour-blind")
CHOICES = {"language": LANGUAGES, "numbers": STYLES, "theme": THEMES}
"""What each setting may be."""


@frozen
class SettingFault:
    """Something in the file that is not followed: which sentence says it (`screen.settings.<key>`), with its values."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


@frozen
class Settings:
    """What the file sets; empty where it sets nothing."""

    language: str = ""
    numbers: str = ""
    theme: str = ""
    ascii: bool = False
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys by the name of an action, as they are written there."""
    faults: tuple[SettingFault, ...] = ()


def settings_path() -> Path:
    """Where the file stands, or would."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named) / "settings.toml"
    import platformdirs  # needed by the screen alone

    return platformdirs.user_config_path("budjettitui") / "settings.toml"


def read_settings(path: Path | None = None) -> Settings:
    """The settings; without a file, none."""
    try:
        with (path or settings_path()).open("rb") as file:
            values = tomllib.loads(file.read(LARGEST).decode("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError):
        return Settings(faults=(SettingFault("unreadable"),))
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        return Settings(faults=(SettingFault("no-toml", {"line": _line(str(fault))}),))
    return _of(values)


def with_kept(settings: Settings, kept: Callable[[str], str]) -> Settings:
    """The settings, and what was chosen on the screen last where the file sets nothing."""
    words = {
        name: kept(name) for name, allowed in CHOICES.items() if not getattr(settings, name) and kept(name) in allowed
    }
    return replace(settings, **words)


def _line(said: str) -> str | None:
    """The line that the parser names."""
    after = said.partition("at line ")[2].partition(",")[0]
    return after if after.isdecimal() else None


def _of(values: Mapping[str, Any]) -> Settings:
    faults: list[SettingFault] = []
    words = {name: _choice(name, values[name], faults) for name in CHOICES if name in values}
    plain = values.get("ascii", False)
    if not isinstance(plain, bool):
        faults.append(SettingFault("choice", {"name": "ascii", "value": _shown(plain), "choices": ("true", "false")}))
    faults += [SettingFault("unknown", {"name": name}) for name in values if name not in (*CHOICES, "ascii", "keys")]
    keys = _keys(values.get("keys", {}), faults)
    return Settings(**words, ascii=plain is True, keys=keys, faults=tuple(faults))


def _choice(name: str, value: object, faults: list[SettingFault]) -> str:
    if isinstance(value, str) and value in CHOICES[name]:
        return value
    faults.append(SettingFault("choice", {"name": name, "value": _shown(value), "choices": tuple(CHOICES[name])}))
    return ""


def _keys(value: object, faults: list[SettingFault]) -> dict[str, tuple[str, ...]]:
    """Each action's keys: a text, or a list of texts."""
    if not isinstance(value, dict):
        faults.append(SettingFault("keys-table"))
        return {}
    found = {}
    for name, keys in value.items():
        listed = [keys] if isinstance(keys, str) else keys
        if isinstance(listed, list) and listed and all(isinstance(one, str) and one for one in listed):
            found[name] = tuple(listed)
        else:
            faults.append(SettingFault("no-key", {"name": name}))
    return found


def _shown(value: object) -> str:
    return str(value)[:40]
