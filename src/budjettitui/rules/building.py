"""From the values of a rule-set file to a rule set, on top of what it extends, with a fault for all that is wrong."""

from collections.abc import Iterator, Mapping

from budjettitui.findings import Path
from budjettitui.rules import CostModel, RuleSet
from budjettitui.rules.contradictions import contradictions
from budjettitui.rules.faults import RuleSetFaults
from budjettitui.rules.keys import RULE_KEYS
from budjettitui.rules.parts import LANGUAGES, headings_of, labels_of, models_of
from budjettitui.rules.values import flag_of, rules_of, text_of, texts_of
from budjettitui.values import replace

VERSION = 1
TOP = (
    "rule_set",
    "extends",
    "titles",
    "found_by",
    "sources",
    "any_category",
    "any_cost_model",
    "allowed_categories",
    "allowed_cost_models",
    "category",
    "funding",
    "cost_model",
)
"""What stands at the top of a file beside its rules."""


def build(name: str, values: Mapping[str, object], base: RuleSet | None, faults: RuleSetFaults) -> RuleSet:
    """The rule set of this file; `base` is what it extends. What is wrong is left out and told in `faults`."""
    table = dict(values)
    _version(table, faults)
    rules = {key: value for key, value in table.items() if key not in TOP}
    headings, plain = _split_funding(table.get("funding", {}))
    if plain:
        rules["funding"] = plain
    base = base or RuleSet(name, {})
    found = RuleSet(
        id=name,
        titles={**base.titles, **_titles(table, faults)},
        rules={**base.rules, **rules_of(rules, RULE_KEYS, (), faults)},
        categories=headings_of(table.get("category", {}), "category", dict(base.categories), faults),
        cost_models=models_of(table.get("cost_model", {}), dict(base.cost_models), faults),
        any_category=_flag(table, "any_category", base.any_category, faults),
        any_cost_model=_flag(table, "any_cost_model", base.any_cost_model, faults),
        extends=text_of(table, "extends", (), faults),
        sources={**base.sources, **_texts(table, "sources", faults)},
        funding=headings_of(headings, "funding", dict(base.funding), faults),
        found_by={**base.found_by, **_found_by(table, faults)},
    )
    found = _allowed(found, table, faults)
    _names(found, table, faults)
    _other_rates(found, table, faults)
    contradictions(found, table, faults)
    return found


def _version(table: dict[str, object], faults: RuleSetFaults) -> None:
    """`rule_set = 1`: the format's version, which a file may leave out."""
    version = table.get("rule_set", VERSION)
    if type(version) is not int or version != VERSION:
        faults.wrong_type(("rule_set",), "word", (str(VERSION),))


def _split_funding(value: object) -> tuple[object, dict[str, object]]:
    """`[funding.KIND]` are headings; what is no table there is a rule (`funding.equals_costs`)."""
    if not isinstance(value, dict):
        return value, {}
    plain = {key: item for key, item in value.items() if not isinstance(item, dict) or "value" in item}
    return {key: item for key, item in value.items() if key not in plain}, plain


def _titles(table: dict[str, object], faults: RuleSetFaults) -> dict[str, str]:
    titles = table.get("titles", {})
    if isinstance(titles, dict):
        for key in titles:
            if key not in LANGUAGES:
                faults.unknown_key(("titles", key), LANGUAGES)
        return labels_of(titles, ("titles",), faults)
    faults.wrong_type(("titles",), "table")
    return {}


def _found_by(table: dict[str, object], faults: RuleSetFaults) -> dict[str, tuple[str, ...]]:
    """The words that it is found by, in each language."""
    words = table.get("found_by", {})
    if not isinstance(words, dict):
        faults.wrong_type(("found_by",), "table")
        return {}
    for key in words:
        if key not in LANGUAGES:
            faults.unknown_key(("found_by", key), LANGUAGES)
    return {lang: texts_of(words, lang, ("found_by",), faults) for lang in LANGUAGES if lang in words}


def _texts(table: dict[str, object], name: str, faults: RuleSetFaults) -> dict[str, str]:
    value = table.get(name, {})
    if not isinstance(value, dict):
        faults.wrong_type((name,), "table")
        return {}
    texts = {key: text_of(value, key, (name,), faults) for key in value}
    return {key: text for key, text in texts.items() if text is not None}


def _flag(table: dict[str, object], name: str, base: bool, faults: RuleSetFaults) -> bool:
    return flag_of(table, name, (), faults) if name in table else base


def _allowed(found: RuleSet, table: dict[str, object], faults: RuleSetFaults) -> RuleSet:
    """Only the categories and cost models that the file allows of those that its base has."""
    for name, known in (("allowed_categories", found.categories), ("allowed_cost_models", found.cost_models)):
        check = "unknown-category" if known is found.categories else "unknown-cost-model"
        wanted = texts_of(table, name, (), faults)
        for index, word in enumerate(wanted):
            if word not in known:
                faults.unknown_name(check, (name, index), word, tuple(known))
        if wanted and check == "unknown-category":
            found = replace(found, categories={key: found.categories[key] for key in wanted if key in known})
        elif wanted:
            found = replace(found, cost_models={key: found.cost_models[key] for key in wanted if key in known})
    return found


def _names(found: RuleSet, table: dict[str, object], faults: RuleSetFaults) -> None:
    """Every category that this file's own rules name must be one of the rule set's."""
    if found.any_category:
        return
    known = tuple(found.categories)
    own = table.get("cost_model")
    for model in found.cost_models.values():
        if isinstance(own, dict) and isinstance(own.get(model.id), dict):
            for path, name in _rate_names(model, own[model.id]):
                if name not in known:
                    faults.unknown_name("unknown-category", path, name, known)
    for path, name in _share_names(found, table):
        if name not in known:
            faults.unknown_name("unknown-category", path, name, known)


def _other_rates(found: RuleSet, table: dict[str, object], faults: RuleSetFaults) -> None:
    """Every flat rate that one of this file excludes must be one of some cost model."""
    known = tuple({rate.id for model in found.cost_models.values() for rate in model.flat_rates})
    own = table.get("cost_model")
    for model, item in own.items() if isinstance(own, dict) else ():
        rows = item.get("flat_rate") if isinstance(item, dict) else None
        for index, row in enumerate(rows if isinstance(rows, list) else []):
            names = row.get("not_with") if isinstance(row, dict) else None
            for at, name in enumerate(names if isinstance(names, list) else []):
                if isinstance(name, str) and name not in known:
                    path: Path = ("cost_model", model, "flat_rate", index, "not_with", at)
                    faults.unknown_name("unknown-reference", path, name, known)


def _rate_names(model: CostModel, own: Mapping[str, object]) -> Iterator[tuple[Path, str]]:
    """Every category that the flat rates of this file name, with where."""
    rows = own.get("flat_rate")
    rates = {rate.id: rate for rate in model.flat_rates}
    for index, row in enumerate(rows if isinstance(rows, list) else []):
        rate = rates.get(str(row.get("id"))) if isinstance(row, dict) else None
        if rate is None:
            continue
        path: Path = ("cost_model", model.id, "flat_rate", index)
        yield (*path, "category"), rate.category
        for key in ("base", "covers", "excludes", "base_unless_flat"):
            names: tuple[str, ...] = getattr(rate, key)
            yield from (((*path, key, at), name) for at, name in enumerate(names))


def _share_names(found: RuleSet, table: dict[str, object]) -> Iterator[tuple[Path, str]]:
    """Every category that this file's rules of shares name, with where."""
    shares = table.get("category_share")
    for name in shares if isinstance(shares, dict) else ():
        yield ("category_share", name), name
        rule = found.rules.get(f"category_share.{name}.of")
        if rule is not None and isinstance(rule.value, tuple):
            yield from ((("category_share", name, "of"), str(item)) for item in rule.value)
