"""A rule set written out so that an officer of the funder can check it against the call, number by number."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from budjettitui.report.safe import quiet
from budjettitui.rules import Category, CostModel, FlatRate, Rule, RuleSet, name_in
from budjettitui.rules.keys import FOR_READERS, MODEL_KEYS, RULE_KEYS, RuleKey, RuleKind
from budjettitui.words import Percent, Words


def listed(sets: list[RuleSet], words: Words) -> Iterator[str]:
    """The rule sets that ship, one a line."""
    for rules in sets:
        yield f"{rules.id:20} {_title(rules.titles, words)}".rstrip()


def report(rules: RuleSet, words: Words) -> Iterator[str]:
    """All that is in one rule set."""
    yield f"{rules.id}: {_title(rules.titles, words)}"
    if rules.extends:
        yield words.say("rules.extends", id=rules.extends)
    yield from _headed(words.say("rules.values"), _values(rules, words))
    yield from _headed(words.say("rules.models"), _models(rules, words))
    yield from _headed(words.say("rules.categories"), _categories(rules, words))
    yield from _headed(words.say("rules.funding"), (_category(one, words) for one in rules.funding.values()))
    yield from _headed(words.say("rules.sources"), (f"{name}: {text}" for name, text in rules.sources.items()))


def _headed(head: str, lines: Iterator[str]) -> Iterator[str]:
    first = next(lines, None)
    if first is None:
        return
    yield ""
    yield head
    yield f"  {quiet(first)}"
    yield from (f"  {quiet(line)}" for line in lines)


def _title(titles: Mapping[str, str], words: Words) -> str:
    return quiet(name_in(titles, words.lang))


def _mark(source: str | None, verified: bool, words: Words) -> str:
    """Where it stands, and whether that was read."""
    said = words.say("rules.verified" if verified else "rules.unverified")
    return f"[{source}; {said}]" if source else f"[{said}]"


def _values(rules: RuleSet, words: Words) -> Iterator[str]:
    for name, rule in rules.rules.items():
        yield _rule(name, rule, rules, words)


def _rule(name: str, rule: Rule, rules: RuleSet, words: Words) -> str:
    """A rule by its key: its value, what it says, where it stands."""
    known, said = _key(name), ""
    if known is not None:
        named = [one for one in (_of(name, known, rules, words), _in_words(known, rule, words)) if one]
        said = f"  ({': '.join([words.say(f'rule.{known.name}'), *named])})"
    return (
        f"{name} = {_value(name, rule, words)}{said}  {_mark(rule.source, rule.verified, words)}{_unread(name, words)}"
    )


def _of(name: str, known: RuleKey, rules: RuleSet, words: Words) -> str:
    """What the free part of a key is called: a category, a kind of project or of cost, a unit."""
    if "*" not in known.name:
        return ""
    free = next(part for part, sign in zip(name.split("."), known.name.split("."), strict=True) if sign == "*")
    category = rules.categories.get(free)
    if category is not None and known.name.startswith(("category_share.", "line_max.")):
        return _title(category.labels, words)
    key = f"label.project_kind.{free}" if known.name.endswith("_by_kind.*") else f"rule.name.{free}"
    key = f"rule.kind.{free}" if known.name.startswith("cost_share.") else key
    return words.say(key) if words.has(key) else ""


def _in_words(known: RuleKey, rule: Rule, words: Words) -> str:
    """What the words of a value are called, where that is not what they are."""
    if rule.value in known.words:
        return words.say(f"rule.word.{rule.value}")
    if known.name not in ("costs.ineligible", "covered.costs") or not isinstance(rule.value, tuple):
        return ""
    called = tuple(words.say(f"rule.kind.{one}") if words.has(f"rule.kind.{one}") else one for one in rule.value)
    return "" if called == rule.value else words.show(called)


def _unread(name: str, words: Words) -> str:
    """Said of a rule that no check looks at."""
    known = _key(name)
    return f"  {words.say('rules.for-readers')}" if known is not None and known.name in FOR_READERS else ""


def _key(name: str) -> RuleKey | None:
    parts = tuple(name.split("."))
    return RULE_KEYS.find(parts) or MODEL_KEYS.find(parts)


def _value(name: str, rule: Rule, words: Words) -> str:
    known = _key(name)
    if isinstance(rule.value, Decimal):
        percent = known is not None and known.kind is RuleKind.PERCENT
        return words.show(Percent(rule.value)) if percent else words.say("show.exact", value=rule.value)
    return words.show(rule.value)


def _models(rules: RuleSet, words: Words) -> Iterator[str]:
    if rules.any_cost_model:
        yield words.say("rules.any")
    for model in rules.cost_models.values():
        yield f"{model.id}: {_title(model.labels, words)}  {_mark(model.source, model.verified, words)}"
        yield from (f"  {line}" for line in _inside(model, rules, words))


def _inside(model: CostModel, rules: RuleSet, words: Words) -> Iterator[str]:
    if model.project_kinds:
        yield words.say("rules.kinds", kinds=model.project_kinds)
    yield from (_flat(flat, words) for flat in model.flat_rates)
    yield from (_rule(name, rule, rules, words) for name, rule in model.rules.items())


def _flat(flat: FlatRate, words: Words) -> str:
    asked = not isinstance(flat.rate.value, Decimal)
    key = "rules.flat-ask" if asked else "rules.flat-most" if flat.at_most else "rules.flat"
    said = words.say(key, rate=flat.rate.value, base=flat.base, category=flat.category)
    for key, names in (
        ("base-unless-flat", flat.base_unless_flat),
        ("covers", flat.covers),
        ("excludes", flat.excludes),
        ("not-with", flat.not_with),
    ):
        if names:
            said += "; " + words.say(f"rules.{key}", categories=names)
    if flat.optional:
        said += "; " + words.say("rules.optional", id=flat.id)
    return f"{said}  {_mark(flat.rate.source, flat.rate.verified, words)}"


def _categories(rules: RuleSet, words: Words) -> Iterator[str]:
    if rules.any_category:
        yield words.say("rules.any")
    for category in rules.categories.values():
        yield _category(category, words)


def _category(category: Category, words: Words) -> str:
    return f"{category.id}: {_title(category.labels, words)}  {_mark(category.source, category.verified, words)}"
