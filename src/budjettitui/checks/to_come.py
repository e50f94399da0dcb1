"""Names of checks that are fixed and not built yet: a waiver may name one, and is then unused but not wrong."""

NAMES: frozenset[str] = frozenset()
