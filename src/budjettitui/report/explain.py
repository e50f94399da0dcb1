"""What a check means: its sentence, its rule, an example that it finds something in, and how that is mended."""

from collections.abc import Iterator
from inspect import cleandoc

from budjettitui.checks import Check, declared
from budjettitui.report.safe import quiet
from budjettitui.words import Words


def listed(words: Words) -> Iterator[str]:
    """Every check by family, with its title."""
    family = ""
    for check in declared().values():
        if check.family != family:
            family = check.family
            yield ""
            yield words.label("family", family)
        severity = words.label("severity", check.severity.word)
        yield f"  {check.name:28} {severity:10} {words.say(f'explain.{check.name}.title')}"


def report(check: Check, words: Words) -> Iterator[str]:
    """The explanation of one check."""
    yield f"{check.name}: {words.say(f'explain.{check.name}.title')}"
    yield ""
    yield from meaning(check, words).split("\n")
    yield ""
    yield words.say("explain_head.severity", severity=check.severity.word)
    yield words.say("explain_head.scope", scope=check.scope)
    yield words.say("explain_head.family", family=check.family)
    if words.has(f"explain.{check.name}.mend"):
        yield ""
        yield words.say("explain_head.mend") + ":"
        yield f"  {words.say(f'explain.{check.name}.mend')}"
    yield from _example(words.say("explain_head.bad"), check.bad)
    yield from _example(words.say("explain_head.good"), check.good)


def meaning(check: Check, words: Words) -> str:
    """The meaning and the rule it rests on, in the language asked for; the English one is the check's own docstring."""
    key = f"explain.{check.name}"
    if not words.has(f"{key}.meaning"):
        return cleandoc(check.doc)
    rule = words.say("explain_head.rule", source=words.say(f"{key}.rule"))
    return f"{words.say(f'{key}.meaning')}\n\n{rule}"


def rule(check: Check, words: Words) -> str:
    """The rule that a check rests on, in the language asked for; the English one is the end of its docstring."""
    key = f"explain.{check.name}.rule"
    if words.has(key):
        return words.say(key)
    return " ".join(check.doc.partition("Rule: ")[2].split()).rstrip(".")


def _example(head: str, examples: tuple[str, ...]) -> Iterator[str]:
    for text in examples[:1]:
        yield ""
        yield f"{head}:"
        yield from (f"  {quiet(line)}".rstrip() for line in cleandoc(text).split("\n"))
