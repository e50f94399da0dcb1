"""Which files a check looks at: those named, and the TOML files of the folders named, each once and in one order."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from budjettitui.store import reason_of, unreached
from budjettitui.values import frozen

STANDARD_INPUT = "-"


@frozen
class Source:
    """A file to look at, as it is named in the report. A file that was named is judged whatever is in it."""

    name: str
    named: bool

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self.name)


@frozen
class Missing:
    """A path that leads nowhere, or one that cannot be come to or listed, with why (a key of `label.reason`)."""

    name: str
    reason: str = ""


def sources(paths: Sequence[str]) -> Iterator[Source | Missing]:
    """What the paths of a command line name, in their order, folders sorted; nothing twice."""
    seen: set[str] = set()
    for given in paths:
        for source in _of(given):
            key = source.name if source.name == STANDARD_INPUT else os.path.abspath(source.name)  # noqa: PTH100 bytes
            if key not in seen:
                seen.add(key)
                yield source


def _of(given: str) -> Iterator[Source | Missing]:
    if given == STANDARD_INPUT:
        yield Source(given, named=True)
    elif os.path.isdir(given):  # noqa: PTH112 a name may be anything
        yield from _folder(given)
    elif os.path.lexists(given):
        yield Source(given, named=True)
    else:
        reason = unreached(Path(given))
        yield Missing(given, "" if reason == "not-found" else reason)


def _folder(top: str) -> Iterator[Source | Missing]:
    """TOML files below a folder. Hidden folders and linked folders are not entered, so no loop of links matters."""
    unlisted: list[OSError] = []
    for folder, inner, files in os.walk(top, onerror=unlisted.append):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for file in sorted(files):
            if file.endswith(".toml") and not file.startswith(".#"):
                yield Source(os.path.join(folder, file), named=False)  # noqa: PTH118 a name may be anything
    yield from (Missing(str(error.filename), reason_of(error)) for error in unlisted)
