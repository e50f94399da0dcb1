"""Every rule that a rule set may have is looked at by something, or is said to stand there for a reader alone."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from budjettitui.checks import Check, declared
from budjettitui.checks.case import Case
from budjettitui.rules import Rule
from budjettitui.rules.keys import FOR_READERS, MODEL_KEYS, MODEL_RULES, RULE_KEYS
from budjettitui.values import replace
from tests.checks.judging import case_of_example
from tests.places import ROOT

SOURCE = ROOT / "src" / "budjettitui"


class Asked(dict[str, Rule]):
    """The rules of a rule set, which remember what they were asked for."""

    def __init__(self, rules: dict[str, Rule], names: set[str]) -> None:
        super().__init__(rules)
        self.names = names

    def get(self, key: str, default: object = None) -> Rule | None:  # type: ignore[override]
        self.names.add(key)
        return super().get(key)

    def __getitem__(self, key: str) -> Rule:
        self.names.add(key)
        return super().__getitem__(key)


def asking(case: Case, names: set[str]) -> Case:
    rules = case.terms.rules
    models = {name: replace(one, rules=Asked(dict(one.rules), names)) for name, one in rules.cost_models.items()}
    asked = replace(rules, rules=Asked(dict(rules.rules), names), cost_models=models)
    return replace(case, terms=replace(case.terms, rules=asked))


def looked_at(check: Check, case: Case) -> None:
    """The check looks at all that it looks at."""
    if not check.tables:
        list(check.look(case))  # type: ignore[call-arg]
        return
    for table in check.tables:
        for index, row in enumerate(case.budget.rows(table)):
            list(check.look(case, table, index, row))  # type: ignore[call-arg]


@cache
def read_by_checks() -> dict[str, set[str]]:
    """By the key of a rule, the checks that ask for it in their own examples."""
    found: dict[str, set[str]] = defaultdict(set)
    for check in declared().values():
        names: set[str] = set()
        for text in (*check.good, *check.bad):
            looked_at(check, asking(case_of_example(text), names))
        for name in names:
            parts = tuple(name.split("."))
            key = RULE_KEYS.find(parts) or MODEL_KEYS.find(parts)
            if key is not None:
                found[key.name].add(check.name)
    return found


def named_in_code() -> Iterator[str]:
    """Texts of the code that may be the key of a rule, or the beginning of one; f-strings are left to the checks."""
    for file in SOURCE.rglob("*.py"):
        if file.name != "keys.py":
            tree = ast.parse(file.read_text(encoding="utf-8"))
            inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
                    yield node.value


def test_a_rule_is_read_or_is_said_to_be_for_a_reader() -> None:
    named = set(named_in_code())
    read = {
        key.name
        for key in MODEL_RULES
        if key.name in read_by_checks() or {key.name, key.name.rstrip("*"), key.name.removesuffix(".*")} & named
    }
    assert {key.name for key in MODEL_RULES} - read == FOR_READERS.keys()


def test_what_a_check_says_it_rests_on_is_what_it_asks_for() -> None:
    read = read_by_checks()
    assert "support.rate_max" in read
    assert read["support.other_public_min"] == {"source-required"}
    assert read["covered.costs"] == {"flat-overlap"}
    assert read["support.min_by_type.*"] == {"grant-range"}


def test_the_format_says_which_rules_no_check_looks_at_and_why() -> None:
    text = (ROOT / "docs" / "rule-set-format.md").read_text(encoding="utf-8")
    said = text.partition("### For a reader alone")[2].partition("\n## ")[0]
    assert [line for line in said.splitlines() if line.startswith("| `")] == [
        f"| `{key}` | {reason} |" for key, reason in FOR_READERS.items()
    ]
