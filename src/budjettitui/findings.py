"""What a check reports: findings, and the places they point at. Values that any layer may return."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum, IntEnum

from budjettitui.edits import Change
from budjettitui.values import field, frozen

Path = tuple[str | int, ...]
"""Where a value stands in the document: keys, and numbers from 0 for rows: `("cost", 3, "amount")`."""

_WORD = r"[^\s.\[\]\"'\\]+"
_BARE = re.compile(f"{_WORD}(?: +{_WORD})*")


class Severity(IntEnum):
    """How grave a finding is, gravest first, so that the smallest is the worst."""

    ERROR = 0
    WARNING = 1
    INFO = 2

    @property
    def word(self) -> str:
        """The word of the JSON format and of `--fail-on`."""
        return self.name.lower()


@frozen
class Place:
    """What a finding, a waiver or a note is about (docs/file-format.md): a table, one of its rows, one key of that row.

    `name` is the row's id, or what a place that is no row is called by (`category.personnel`); `number` is the row's
    number in its table from 1, used where it has no id.
    """

    table: str
    name: str | None = None
    number: int | None = None
    key: str | None = None

    def __str__(self) -> str:
        text = self.table
        if self.name is not None:
            text += "." + quoted(self.name)
        elif self.number is not None:
            text += f"[{self.number}]"
        return text if self.key is None else f"{text}.{self.key}"

    def at(self, key: str) -> "Place":
        """The same place, narrowed to one key."""
        return Place(self.table, self.name, self.number, key)


def quoted(name: str) -> str:
    """A name as it stands in a place: bare as people write it (`päivi`, `1 50 04`), quoted as in TOML where it has a dot,
    a bracket or a quotation mark, which would end it."""
    if _BARE.fullmatch(name):
        return name
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


@frozen
class Fix:
    """A mend: what it is called (a key of `words` with its values) and the edits that make it.

    `then` are the mends of what this one alone would bring, in order; the edits are those of all of them. A mend of
    `last` resort moves much, and is offered only where fewer than two others are.
    """

    title: str
    values: Mapping[str, object]
    change: Change
    then: "tuple[Fix, ...]" = ()
    last: bool = False


@frozen
class Hint:
    """What a bookkeeper would look for, never a claim: a key of `words` with its values."""

    key: str
    values: Mapping[str, object]


@frozen
class Cause:
    """The finding that a consequence follows from."""

    check: str
    path: str


@frozen
class Accepted:
    """The waiver that accepts a finding."""

    reason: str
    by: str | None = None
    until: date | None = None


@frozen
class Finding:
    """One thing that a check has found, with its figures; `words` makes the sentence of it.

    `expected`, `actual` and `difference` (= actual - expected) are amounts in the budget's currency, or percentages
    where `percent` is true; None where the finding compares nothing. `anchor` is where in the document it stands;
    `line` and `column` count from 1 and are filled in once, by `checks.run`.
    """

    check: str
    severity: Severity
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)
    wording: str = ""
    """Which of the check's sentences says it, where there are several; empty for its only one."""
    anchor: Path | None = None
    partner: str | None = None
    expected: Decimal | None = None
    actual: Decimal | None = None
    difference: Decimal | None = None
    percent: bool = False
    approximate: bool = False
    unverified: tuple[str, ...] = ()
    """The rule values it rests on that no source has confirmed."""
    source: str | None = None
    """Where the rule stands: a statute, a call, a guide."""
    cause: Cause | None = None
    hints: tuple[Hint, ...] = ()
    fixes: tuple[Fix, ...] = ()
    waived: Accepted | None = None
    at_key: bool = False
    """True where the key at the anchor is what is wrong, and not its value."""
    found_by: str = ""
    """The check that found it, where another says it (`Found.check`): its mends are the mends of this."""
    line: int | None = None
    column: int | None = None

    @property
    def path(self) -> str:
        """The place in words, as waivers write it and as JSON gives it."""
        return str(self.place)

    @property
    def is_root(self) -> bool:
        """True where it follows from nothing else."""
        return self.cause is None


class Unjudged(Enum):
    """Stands where findings will stand: nobody has judged yet. It is no tuple, so that nobody takes it for nothing found."""

    NOT_YET = "not judged yet"


NOT_YET = Unjudged.NOT_YET

Findings = tuple[Finding, ...] | Unjudged
"""What was found, or that nobody has judged yet: two answers that whoever shows a verdict has to tell apart."""
