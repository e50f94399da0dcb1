"""What a finding rests on: the rule values that no source confirms, and where the rule stands."""

from budjettitui.rules import Rule


def unverified(*rules: Rule | None) -> tuple[str, ...]:
    """The keys of those rules that are not verified: what rests on one is at most a warning (docs/rule-set-format.md)."""
    return tuple(rule.key for rule in rules if rule is not None and not rule.verified)


def source(*rules: Rule | None) -> str | None:
    """Where the first of the rules stands that says so."""
    return next((rule.source for rule in rules if rule is not None and rule.source), None)
