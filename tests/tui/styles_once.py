"""The styles of the library's widgets and of ours are read once for all apps of a process, and not once for each of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

Read = dict[tuple[object, ...], list[RuleSet]]


@contextmanager
def styles_once() -> Iterator[None]:
    """Rules that were read from the same text in the same colours are those that were read then: nobody changes them."""
    read, known = Stylesheet._parse_rules, dict[frozenset[tuple[str, str]], Read]()
    here: list[Any] = [None, {}]

    def once(sheet: Stylesheet, *what: Any, **more: Any) -> list[RuleSet]:
        if here[0] is not sheet._variables:
            here[:] = sheet._variables, known.setdefault(frozenset(sheet._variables.items()), {})
        key = (*what, *more.items())
        if key not in here[1]:
            here[1][key] = read(sheet, *what, **more)
        return here[1][key]  # type: ignore[no-any-return]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", once)
        yield
