"""The table of keys as the settings make it: every action with the keys that it has here, and what was not followed."""

from collections.abc import Iterable, Mapping

from budjettitui.settings import SettingFault
from budjettitui.tui.keys import ACTIONS, ONLY_BY_KEY, PLACES, Action
from budjettitui.values import field, frozen, replace

STEADY = frozenset({"enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "pageup",
                    "pagedown", "backspace", "ctrl+h", "shift+up", "shift+down", "shift+left", "shift+right",
                    *"0123456789,-(=+"})  # fmt: skip
"""Keys that always do what they do, so that nobody can be locked out: they are neither given away nor taken."""

UNSENT = frozenset({"ctrl+i", "ctrl+m", "ctrl+j", "ctrl+[", "ctrl+enter", "ctrl+tab", "ctrl+space"})
"""Keys that terminals send as other keys, or not at all."""

NAMED = frozenset({"insert", "delete", "space", *(f"f{number}" for number in range(1, 13))})
"""Keys with a name that may be given."""

AFTER_G = frozenset("123456geobhjkl<>")
"""Keys that have a meaning after `g`."""


@frozen
class KeyTable:
    """All actions, each with its keys."""

    actions: tuple[Action, ...] = ACTIONS
    own: Mapping[str, str] = field(default_factory=dict)
    """Keys that a grid takes as another of its own keys; as none of them where that is empty."""
    faults: tuple[SettingFault, ...] = ()

    def bindings(self) -> dict[str, str]:
        """What the screens bind otherwise than by themselves: the keys of an action by its name."""
        before = {one.name: one.keys for one in ACTIONS}
        return {one.name: ",".join(one.keys) for one in self.actions if one.keys != before[one.name] and not one.own}

    def shown(self) -> dict[str, str]:
        """How each action's key is written, by its name."""
        return {one.name: one.shown for one in self.actions}


def table_of(keys: Mapping[str, tuple[str, ...]]) -> KeyTable:
    """The table with these keys in place of the usual ones, as far as they can be followed."""
    faults: list[SettingFault] = []
    wanted = {name: tuple(map(_named, given)) for name, given in keys.items() if _possible(name, given, faults)}
    while True:
        actions = tuple(_with(one, wanted[one.name]) if one.name in wanted else one for one in ACTIONS)
        met = _meeting(actions, wanted)
        if not met:
            return KeyTable(actions, _own(actions), tuple(faults))
        for name, fault in met.items():
            del wanted[name]
            faults.append(fault)


def _possible(name: str, given: Iterable[str], faults: list[SettingFault]) -> bool:
    """True where an action may have such keys; else the first reason why not is among the faults."""
    action = next((one for one in ACTIONS if one.name == name), None)
    if action is None:
        faults.append(SettingFault("no-action", {"name": name}))
    elif name in ONLY_BY_KEY:
        faults.append(SettingFault("steady-action", {"name": name}))
    else:
        wrong = next((key for key in given if not _bindable(_named(key))), None)
        steady = set(action.keys) & STEADY
        if wrong is not None:
            faults.append(
                SettingFault(
                    "steady-key" if _named(wrong) in STEADY else "unbindable", {"name": name, "pressed": wrong}
                )
            )
        elif not steady and not any(_plain(_named(key)) for key in given):
            faults.append(SettingFault("not-plain", {"name": name, "pressed": ", ".join(given)}))
        else:
            return True
    return False


def _named(key: str) -> str:
    """A key as the table has it: `F9` and `^k` are `f9` and `ctrl+k`; a single sign is itself."""
    if len(key) == 1:
        return "space" if key == " " else key
    return f"ctrl+{key[1:].lower()}" if key.startswith("^") and len(key) == 2 else key.lower().replace(" ", "")


def _plain(key: str) -> bool:
    return len(key) == 1 or (key[0] == "f" and key[1:].isdecimal())


def _bindable(key: str) -> bool:
    """True of a key that every terminal sends, and that has no steady meaning."""
    if key in STEADY or key in UNSENT:
        return False
    if len(key) == 1:
        return key.isprintable()
    before, _, last = key.rpartition("+")
    if before == "ctrl":
        return len(last) == 1 and "a" <= last <= "z"
    return last in NAMED and (not before or (before == "shift" and last != "space"))


def _with(action: Action, keys: tuple[str, ...]) -> Action:
    """The action with other keys beside its steady ones; it goes on to be called by one of those where it was."""
    shown = action.shown if action.shown in ("Enter", "Backspace", "Esc") else spelled(keys[0])
    return replace(action, keys=(*(key for key in action.keys if key in STEADY), *keys), shown=shown)


def spelled(key: str) -> str:
    """A key as help and the bottom line write it: `^k`, `F9`, `x`."""
    if key.startswith("ctrl+"):
        return "^" + key[5:]
    return key if len(key) == 1 else key.title() if key in NAMED else key.replace("+f", "+F")


def _meeting(actions: tuple[Action, ...], wanted: Mapping[str, object]) -> dict[str, SettingFault]:
    """The set actions that meet another of the same key in a place."""
    found: dict[str, SettingFault] = {}
    for place in PLACES:
        taken: dict[str, Action] = {}
        for action in (one for one in actions if place in one.places):
            for key in action.keys:
                other = taken.setdefault(key, action)
                for one, met in ((action, other), (other, action)):
                    if other is not action and one.name in wanted:
                        values = {"name": one.name, "pressed": spelled(key), "other": met.name}
                        found.setdefault(one.name, SettingFault("two-meanings", values))
                if place == "tabs" and key in AFTER_G and action.name in wanted:
                    found.setdefault(action.name, SettingFault("after-g", {"name": action.name, "pressed": key}))
    return found


def _own(actions: tuple[Action, ...]) -> dict[str, str]:
    """For the grid: a key that was given stands for the action's first one, one that was taken away for none."""
    translated: dict[str, str] = {}
    for before, now in zip(ACTIONS, actions, strict=True):
        if before.own and before.keys != now.keys:
            translated |= {key: "" for key in before.keys if key not in now.keys}
    for before, now in zip(ACTIONS, actions, strict=True):
        if before.own and before.keys != now.keys:
            translated |= {key: before.keys[0] for key in now.keys if key not in before.keys}
    return translated
