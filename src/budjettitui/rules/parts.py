"""The named parts of a rule-set file: categories, funding headings, cost models with their flat rates."""

from budjettitui.findings import Path
from budjettitui.model import PROJECT_KINDS
from budjettitui.rules import Category, CostModel, FlatRate, Rule
from budjettitui.rules.faults import RuleSetFaults
from budjettitui.rules.keys import MODEL_KEYS, RuleKey, RuleKind
from budjettitui.rules.values import flag_of, rule_of, rules_of, sourced, text_of, texts_of
from budjettitui.values import replace

LANGUAGES = ("fi", "sv", "en")
HEADING = (*LANGUAGES, "source", "verified")
MODEL = (*HEADING, "project_kinds", "flat_rate")
RATE = ("id", "category", "rate", "base", "covers", "excludes", "at_most", "optional", "base_unless_flat", "not_with")

_RATE = RuleKey("rate", RuleKind.PERCENT)
_ASK = RuleKey("rate", RuleKind.WORD, ("ask",))


def labels_of(table: dict[str, object], path: Path, faults: RuleSetFaults) -> dict[str, str]:
    """What something is called, by language."""
    texts = {language: text_of(table, language, path, faults) for language in LANGUAGES if language in table}
    return {language: text for language, text in texts.items() if text is not None}


def headings_of(table: object, name: str, base: dict[str, Category], faults: RuleSetFaults) -> dict[str, Category]:
    """The categories (or funding headings) of a file on top of those of its base."""
    found = dict(base)
    for key, item in _tables(table, (name,), faults).items():
        found[key] = _heading(key, item, (name, key), base.get(key), faults)
    return found


def _heading(name: str, item: dict[str, object], path: Path, base: Category | None, faults: RuleSetFaults) -> Category:
    for key in item:
        if key not in HEADING:
            faults.unknown_key((*path, key), HEADING)
    labels = {**(base.labels if base else {}), **labels_of(item, path, faults)}
    source, verified = sourced(item, path, faults)
    if base is not None and source is None:
        source, verified = base.source, base.verified
    return Category(name, labels, source, verified)


def models_of(table: object, base: dict[str, CostModel], faults: RuleSetFaults) -> dict[str, CostModel]:
    """The cost models of a file on top of those of its base."""
    found = dict(base)
    for key, item in _tables(table, ("cost_model",), faults).items():
        found[key] = _model(key, item, ("cost_model", key), base.get(key) or CostModel(key, {}), faults)
    return found


def _model(name: str, item: dict[str, object], path: Path, base: CostModel, faults: RuleSetFaults) -> CostModel:
    """One cost model: what the file says of it, and of the rest what its base says."""
    rules = {key: value for key, value in item.items() if key not in MODEL}
    heading = {key: value for key, value in item.items() if key in HEADING}
    category = _heading(name, heading, path, Category(name, base.labels, base.source, base.verified), faults)
    return replace(
        base,
        labels=category.labels,
        source=category.source,
        verified=category.verified,
        rules={**base.rules, **rules_of(rules, MODEL_KEYS, path, faults)},
        project_kinds=_kinds(item, path, faults) or base.project_kinds,
        flat_rates=_rates(item.get("flat_rate", []), (*path, "flat_rate"), base.flat_rates, faults),
    )


def _kinds(item: dict[str, object], path: Path, faults: RuleSetFaults) -> tuple[str, ...]:
    kinds = texts_of(item, "project_kinds", path, faults)
    for index, kind in enumerate(kinds):
        if kind not in PROJECT_KINDS:
            faults.wrong_type((*path, "project_kinds", index), "word", PROJECT_KINDS)
    return tuple(kind for kind in kinds if kind in PROJECT_KINDS)


def _rates(value: object, path: Path, base: tuple[FlatRate, ...], faults: RuleSetFaults) -> tuple[FlatRate, ...]:
    """The flat rates of a cost model; one of an id that the base has takes its place."""
    if not isinstance(value, list):
        faults.wrong_type(path, "rows")
        return base
    found = {rate.id: rate for rate in base}
    for index, item in enumerate(value):
        if not isinstance(item, dict):
            faults.wrong_type((*path, index), "table")
        elif (rate := _rate(item, (*path, index), faults)) is not None:
            found[rate.id] = rate
    return tuple(found.values())


def _rate(item: dict[str, object], path: Path, faults: RuleSetFaults) -> FlatRate | None:
    for key in item:
        if key not in RATE:
            faults.unknown_key((*path, key), RATE)
    for key in RATE[:4]:
        if key not in item:
            faults.missing_key(path, key)
    name, category = text_of(item, "id", path, faults), text_of(item, "category", path, faults)
    rate = _percentage(item["rate"], f"flat_rate.{name}", (*path, "rate"), faults) if "rate" in item else None
    if name is None or category is None or rate is None or "base" not in item:
        return None
    lists = {key: texts_of(item, key, path, faults) for key in ("base", "covers", "excludes", *RATE[-2:])}
    if not lists["base"]:
        faults.blank_key(path, "base")
    for at, one in enumerate(lists["base"]):
        other = (
            "category" if one == category else next((key for key in ("covers", "excludes") if one in lists[key]), None)
        )
        if other is not None:
            faults.both((*path, "base", at), one, "base", other)
    at_most, optional = (flag_of(item, key, path, faults) for key in ("at_most", "optional"))
    return FlatRate(
        name,
        category,
        rate,
        lists["base"],
        covers=lists["covers"],
        excludes=lists["excludes"],
        at_most=at_most,
        optional=optional,
        base_unless_flat=lists["base_unless_flat"],
        not_with=lists["not_with"],
    )


def _percentage(value: object, name: str, path: Path, faults: RuleSetFaults) -> Rule | None:
    """The rate of a flat rate: a percentage, or the word `ask`."""
    written = value.get("value") if isinstance(value, dict) else value
    return rule_of(value, name, _ASK if written == "ask" else _RATE, path, faults)


def _tables(value: object, path: Path, faults: RuleSetFaults) -> dict[str, dict[str, object]]:
    """The tables under a name, by their own names."""
    if not isinstance(value, dict):
        faults.wrong_type(path, "table")
        return {}
    for name, item in value.items():
        if not isinstance(item, dict):
            faults.wrong_type((*path, name), "table")
    return {name: item for name, item in value.items() if isinstance(item, dict)}
