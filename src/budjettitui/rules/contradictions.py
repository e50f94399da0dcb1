"""What a rule set says against itself: a least above a most, an end before a start, one id in two spellings."""

import unicodedata
from collections.abc import Iterator, Mapping

from budjettitui.rules import RuleSet
from budjettitui.rules.faults import RuleSetFaults

ORDERED = (
    ("period.start", "period.end"),
    ("persons.part_time_floor", "persons.part_time_min"),
)
"""Rules of which the first may not be above the second."""


def contradictions(found: RuleSet, table: Mapping[str, object], faults: RuleSetFaults) -> None:
    """Tells of what this file (`table`) makes contradict itself or what it extends."""
    for low, high in (*ORDERED, *_shares(found)):
        _ordered(found, table, low, high, faults)
    for name, known in (("category", tuple(found.categories)), ("cost_model", tuple(found.cost_models))):
        _spelled_twice(name, table, known, faults)
    _rates_twice(table, faults)


def _shares(found: RuleSet) -> Iterator[tuple[str, str]]:
    """The least and the most of each category that has both."""
    for key in found.rules:
        if key.startswith("category_share.") and key.endswith(".min"):
            yield key, key.removesuffix(".min") + ".max"


def _ordered(found: RuleSet, table: Mapping[str, object], low: str, high: str, faults: RuleSetFaults) -> None:
    least, most = found.rule(low), found.rule(high)
    if least is None or most is None or type(least.value) is not type(most.value):
        return
    own = next((key for key in (high, low) if _is_here(table, key)), None)
    # of one type, as was just looked at; each of those types has an order
    if own is not None and least.value > most.value:  # type: ignore[operator]
        values = {"lower": low, "low": f"{least.value}", "upper": high, "high": f"{most.value}"}
        faults.contradicts(tuple(own.split(".")), values)


def _is_here(table: Mapping[str, object], key: str) -> bool:
    """True where this file says that rule."""
    value: object = table
    for part in key.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return False
        value = value[part]
    return True


def _spelled_twice(name: str, table: Mapping[str, object], known: tuple[str, ...], faults: RuleSetFaults) -> None:
    """An id that differs from another one in its spelling alone."""
    own = table.get(name)
    names = [str(key) for key in own] if isinstance(own, Mapping) else []
    for at, key in enumerate(names):
        other = next((one for one in known if one != key and _same(one) == _same(key)), None)
        if other is not None and other not in names[at:]:
            faults.same_id((name, key), key, other)


def _same(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _rates_twice(table: Mapping[str, object], faults: RuleSetFaults) -> None:
    """Two flat rates of one cost model with one id: the later would take the place of the first."""
    models = table.get("cost_model")
    for model, item in models.items() if isinstance(models, Mapping) else ():
        rows = item.get("flat_rate") if isinstance(item, Mapping) else None
        first: dict[str, int] = {}
        for index, row in enumerate(rows if isinstance(rows, list) else []):
            name = row.get("id") if isinstance(row, Mapping) else None
            if isinstance(name, str) and first.setdefault(name, index) != index:
                faults.twice(("cost_model", model, "flat_rate", index), name, first[name] + 1)
