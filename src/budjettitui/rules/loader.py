"""Finds and reads a rule set by its name: a shipped id, or `./path` of a file in the budget's own folder.

Whatever the name and the bytes are, a value comes back and nothing is raised.
"""

import os
import pathlib
from collections.abc import Mapping
from functools import lru_cache

from budjettitui.rules import RuleSet
from budjettitui.rules.building import build
from budjettitui.rules.faults import RuleSetFault, RuleSetFaults
from budjettitui.rules.files import RulesRefused, beside_path, parse, read_text, shipped, shipped_path
from budjettitui.values import frozen

__all__ = ["CHAIN_MAX", "Loaded", "RuleSetFault", "load", "shipped"]

CHAIN_MAX = 8
"""How many rule sets may stand on top of each other."""


@frozen
class Loaded:
    """What came of loading: the rule set, or why there is none, and what is wrong in the files that were read.

    `fault` is a word: `unknown` (no such rule set ships), `path` (no path to a file beside the budget), `outside`
    (it leaves the folder), `no-folder` (the budget came from standard input), `not-found`, `not-a-file`,
    `unreadable`, `too-large`, `not-toml`, `cycle`, `too-deep`. With faults alone the rule set holds what could be read.
    """

    rules: RuleSet | None
    fault: str | None = None
    faults: tuple[RuleSetFault, ...] = ()


def load(name: str, beside: pathlib.Path | None = None) -> Loaded:
    """The rule set of this name; `beside` is the budget's folder, None where it came from standard input."""
    if not name.startswith("./"):
        return _shipped(name) if shipped_path(name) else Loaded(None, _no_set(name))
    if beside is None:
        return Loaded(None, "no-folder")
    try:
        folder = os.path.realpath(beside)
    except (OSError, ValueError):
        return Loaded(None, "unreadable")
    return _beside(name, folder, folder, ())


def _no_set(name: str) -> str:
    """Why no rule set of this name ships: it looks like a path of another kind, or there is just none."""
    return "path" if any(sign in name for sign in "/\\:~") or name.startswith(".") else "unknown"


@lru_cache(maxsize=64)
def _shipped(name: str) -> Loaded:
    path = shipped_path(name)
    assert path is not None
    return _built(name, path, None, (name,))


def _beside(name: str, folder: str, jail: str, chain: tuple[str, ...]) -> Loaded:
    """A file beside the budget; `chain` are the files that led here by `extends`."""
    try:
        path = beside_path(name, folder, jail)
    except RulesRefused as refused:
        return Loaded(None, refused.word)
    if path in chain:
        return Loaded(None, "cycle")
    return _built(name, path, jail, (*chain, path))


def _built(name: str, path: str, jail: str | None, chain: tuple[str, ...]) -> Loaded:
    """The rule set of one file, on top of what it extends."""
    faults = RuleSetFaults(name)
    try:
        values = parse(read_text(path))
    except RulesRefused as refused:
        return Loaded(None, refused.word, _syntax(refused, name))
    base = _base(values, path, jail, chain)
    if base is not None and base.rules is None:
        why = {"name": str(values["extends"])[:80], "why": base.fault}
        return Loaded(
            None, base.fault, (*base.faults, RuleSetFault("unknown-rules", ("extends",), name, why, "extends"))
        )
    rules = build(name, values, base.rules if base else None, faults)
    return Loaded(rules, None, (*(base.faults if base else ()), *faults))


def _syntax(refused: RulesRefused, name: str) -> tuple[RuleSetFault, ...]:
    if refused.word != "not-toml":
        return ()
    values = {"reason": refused.reason}
    return (RuleSetFault("toml-syntax", (), name, values, line=refused.line, column=refused.column),)


def _base(values: Mapping[str, object], path: str, jail: str | None, chain: tuple[str, ...]) -> Loaded | None:
    """What a file extends: a shipped set, or for a file beside the budget another one in or below its own folder."""
    extends = values.get("extends")
    if not isinstance(extends, str):
        return None
    if len(chain) >= CHAIN_MAX:
        return Loaded(None, "too-deep")
    if extends.startswith("./"):
        return _beside(extends, os.path.dirname(path), jail, chain) if jail is not None else Loaded(None, "path")  # noqa: PTH120
    if extends in chain or not shipped_path(extends):
        return Loaded(None, "cycle" if extends in chain else _no_set(extends))
    return _built(extends, shipped_path(extends) or "", None, (*chain, extends)) if jail is None else _shipped(extends)
