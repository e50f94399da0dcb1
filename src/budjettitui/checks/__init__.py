"""Checks: each a function from a case (budget, figures, rules, day) to findings, declared where it stands.

A declaration gives the name, the severity, the scope and examples. The docstring is the English explanation that
`explain` prints; the examples are budgets, and are its tests; two of them stand one unit apart where money is compared.
A check says what it found as keys and figures: it knows nothing of languages, line numbers, waivers or causes, which
`run` adds for all.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache

from budjettitui.checks.case import Case
from budjettitui.findings import Path, Place, Severity
from budjettitui.model import Row
from budjettitui.values import field, frozen

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@frozen
class Found:
    """What a check yields: a finding without its name, its line, its cause and its mends.

    `severity` is given only where it differs from the declared one. `difference` is worked out as actual - expected
    where both are given.
    """

    place: Place
    anchor: Path | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    wording: str = ""
    severity: Severity | None = None
    partner: str | None = None
    expected: Decimal | None = None
    actual: Decimal | None = None
    percent: bool = False
    approximate: bool = False
    unverified: tuple[str, ...] = ()
    source: str | None = None
    at_key: bool = False
    """True where the anchor's key is wrong, and not its value: the line and column are then the key's."""
    check: str = ""
    """The check that says it, where that is not the one that found it: a miss that is only rounding is `rounded-parts`."""
    line: int | None = None
    """Line and column, given only where they are known and no path leads there: in a text that is no TOML."""
    column: int | None = None


Whole = Callable[[Case], Iterable[Found]]
ByRow = Callable[[Case, str, int, Row], Iterable[Found]]


def _always(_: Case) -> bool:
    return True


@frozen
class Check:
    """A check as declared. `tables` names the tables whose rows it looks at one by one; empty where it sees the whole.

    `asks` is false of a budget, its rows set aside, of which a row check has nothing to say whatever its rows are.
    `beside` looks at what a row check finds outside of rows. A check that is `last` looks at what the others found.
    """

    name: str
    family: str
    severity: Severity
    scope: str
    doc: str
    good: tuple[str, ...]
    bad: tuple[str, ...]
    look: Whole | ByRow
    tables: tuple[str, ...] = ()
    beside: Whole | None = None
    last: bool = False
    asks: Callable[[Case], object] = _always
    within: tuple[str, ...] = ()
    """Of a check that compares money: the last budget in which nothing is found, or only what is rounding."""
    beyond: tuple[str, ...] = ()
    """The same with one unit more: the first in which it finds something."""


_DECLARED: dict[str, Check] = {}


def check(
    name: str,
    severity: Severity,
    scope: str,
    *,
    good: str | tuple[str, ...],
    bad: str | tuple[str, ...],
    within: str | tuple[str, ...] = (),
    beyond: str | tuple[str, ...] = (),
    last: bool = False,
) -> Callable[[Whole], Whole]:
    """Declares a check that looks at the whole budget; one that is `last` is given what the others found.

    A check that compares money has its border in `within` and `beyond`, which differ in one figure by one unit.
    """

    def declare(look: Whole) -> Whole:
        examples, border = (_texts(good), _texts(bad)), (_texts(within), _texts(beyond))
        _declare(
            Check(name, _family(look), severity, scope, _doc(look), *examples, look, (), None, last, _always, *border)
        )
        return look

    return declare


def row_check(
    name: str,
    severity: Severity,
    *tables: str,
    good: str | tuple[str, ...],
    bad: str | tuple[str, ...],
    within: str | tuple[str, ...] = (),
    beyond: str | tuple[str, ...] = (),
    beside: Whole | None = None,
    asks: Callable[[Case], object] = _always,
) -> Callable[[ByRow], ByRow]:
    """Declares a check of scope row: it is given each row of `tables`, and judged again only for rows that changed.

    `beside` finds the same outside of rows: in `[stated]`, or in tables whose rows rest on each other. `asks` looks at
    rules, call, project and partners alone, and is false where no row could be found fault with.
    """

    def declare(look: ByRow) -> ByRow:
        examples, border = (_texts(good), _texts(bad)), (_texts(within), _texts(beyond))
        one = Check(
            name, _family(look), severity, "row", _doc(look), *examples, look, tables, beside, False, asks, *border
        )
        _declare(one)
        return look

    return declare


def _declare(declaration: Check) -> None:
    if declaration.name in _DECLARED:
        raise ValueError(f"two checks are called {declaration.name}")
    _DECLARED[declaration.name] = declaration


def _family(look: Whole | ByRow) -> str:
    """What its file says (`FAMILY`), else the file or folder under `checks` that it stands in."""
    folder = look.__module__.removeprefix(f"{__name__}.").partition(".")[0]
    return str(look.__globals__.get("FAMILY", folder))


def _doc(look: Whole | ByRow) -> str:
    return look.__doc__ or ""


def _texts(examples: str | tuple[str, ...]) -> tuple[str, ...]:
    return (examples,) if isinstance(examples, str) else examples


def declared() -> Mapping[str, Check]:
    """Every check by name, in the order of the families and of their files."""
    return _declared()


@cache
def _declared() -> Mapping[str, Check]:
    """Sorted, since the order in which modules are first imported differs between a command and a test."""
    from budjettitui.checks import families

    ranks = {module.__name__: number for number, module in enumerate(families.LOADED)}

    def rank(check: Check) -> int:
        module = check.look.__module__
        return ranks[module] if module in ranks else ranks[module.rpartition(".")[0]]

    return {check.name: check for check in sorted(_DECLARED.values(), key=rank)}
