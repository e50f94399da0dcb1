"""A new budget file: commented, in the language of its writer, and nothing that `check` would stumble over."""

from collections.abc import Iterator, Mapping
from datetime import date

from budjettitui.model import FUNDING_KINDS
from budjettitui.reading.tables import PROJECT_STAGES
from budjettitui.report.safe import quiet
from budjettitui.rules import RuleSet, name_in
from budjettitui.words import Words


def starting_file(name: str, rules: RuleSet, words: Words, today: date) -> str:
    """The text of the file called `name`."""
    return "\n".join(_lines(name, rules, words, today)) + "\n"


def _lines(name: str, rules: RuleSet, words: Words, today: date) -> Iterator[str]:
    say = words.say
    yield f"# {quiet(say('new.head', file=_typed(name)))}"
    yield from (
        "schema = 1",
        "",
        "[project]",
        f'name = "{say("new.name")}"',
        f'rules = "{rules.id}"',
        'stage = "draft"',
    )
    yield f"# stage: {', '.join(_named(words, 'project_stage', stage) for stage in PROJECT_STAGES)}"
    yield f"# period = {{ start = {today.year + 1}-01-01, end = {today.year + 2}-12-31 }}"
    if rules.cost_models:
        yield f"# {say('new.models')}"
        yield from (f"#   {model.id:16} {_title(model.labels, words)}".rstrip() for model in rules.cost_models.values())
        yield f'# cost_model = "{next(iter(rules.cost_models))}"'
    yield from ("", f"# {say('new.call')}", "# [call]", '# name = "…"', "# support_rate_max = 75")
    yield from ("", f"# {say('new.stated')}", "# [stated]", "# costs = 100_000.00", "# support = 75_000.00")
    yield from ("", f"# {say('new.declared')}", "[declared]", 'income = "none"', 'other_grants = "none"')
    yield from ("", f"# {say('new.partner')}")
    yield from ("# [[partner]]", '# id = "city"', '# name = "…"', '# role = "lead"')
    yield from _costs(rules, words)
    yield from ("", f"# {say('new.funding')}")
    yield from (f"#   {kind:16} {words.label('funding', kind)}" for kind in FUNDING_KINDS)
    yield from ("# [[funding]]", '# kind = "support"', "# amount = 7_500.00")


def _typed(name: str) -> str:
    """The name of a file as it is typed in a shell."""
    return f'"{name}"' if any(sign.isspace() for sign in name) else name


def _costs(rules: RuleSet, words: Words) -> Iterator[str]:
    yield from ("", f"# {words.say('new.cost')}")
    if rules.any_category:
        yield f"#   {words.say('rules.any')}"
    yield from (f"#   {one.id:16} {_title(one.labels, words)}".rstrip() for one in rules.categories.values())
    category = next(iter(rules.categories), "personnel")
    yield from ("# [[cost]]", f'# category = "{category}"', f'# description = "{words.say("new.example")}"')
    yield from ("# quantity = 10", '# unit = "h"', "# unit_price = 50.00", "# amount = 500.00")


def _named(words: Words, group: str, word: str) -> str:
    """A word of the file, and in brackets what it means where the language has another word for it."""
    label = words.label(group, word)
    return word if label == word else f"{word} ({label})"


def _title(labels: Mapping[str, str], words: Words) -> str:
    return quiet(name_in(labels, words.lang))
