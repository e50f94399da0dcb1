"""The reference made from the code: `docs/checks.md` and `docs/rules.md`. A test holds that they are not stale.

python -m budjettitui.report.reference docs
"""

import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

from budjettitui.checks import Check, declared
from budjettitui.report import rules as rules_report
from budjettitui.rules import RuleSet
from budjettitui.rules.loader import load, shipped
from budjettitui.words import Words

_MADE = "This page is made from the code: `python dev.py reference` writes it anew."


def checks_page() -> str:
    """Every check: severity, scope, what it means, an example that it finds something in, how to mend it."""
    words = Words("en")
    lines = ["# The checks", "", _MADE, "", "| check | severity | looks at | what it says |", "|---|---|---|---|"]
    every = list(declared().values())
    for check in every:
        title = words.say(f"explain.{check.name}.title")
        lines.append(f"| [{check.name}](#{check.name}) | {check.severity.word} | {_scope(check, words)} | {title} |")
    family = ""
    for check in every:
        if check.family != family:
            family = check.family
            lines += ["", f"## {words.label('family', family)}"]
        lines += _check(check, words)
    return "\n".join(lines) + "\n"


def _scope(check: Check, words: Words) -> str:
    return words.label("scope", check.scope)


def _check(check: Check, words: Words) -> Iterator[str]:
    yield from ("", f"### {check.name}", "", cleandoc(check.doc))
    if words.has(f"explain.{check.name}.mend"):
        yield from ("", f"To mend it: {words.say(f'explain.{check.name}.mend')}")
    for example in check.bad[:1]:
        yield from ("", "Found in:", "", "```toml", cleandoc(example), "```")


def rules_page() -> str:
    """Every rule set that ships: each value with its source and whether that was read."""
    words = Words("en")
    lines = [
        "# The rule sets",
        "",
        _MADE,
        "",
        "A value that is not confirmed by a source never makes an error by itself.",
    ]
    for name in shipped():
        found = load(name).rules
        if found is not None:
            lines += ["", f"## {name}", *_rule_set(found, words)]
    return "\n".join(lines) + "\n"


def _rule_set(rules: RuleSet, words: Words) -> Iterator[str]:
    """The lines of `budjettitui rules ID`, as they are printed."""
    yield from ("", "```text")
    yield from rules_report.report(rules, words)
    yield "```"


PAGES = {"checks.md": checks_page, "rules.md": rules_page}


def main(folder: Path) -> None:
    """Writes the pages."""
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
