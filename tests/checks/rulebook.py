"""Beginnings and lines of budgets for the tests of cost models, people and sources."""

from decimal import Decimal

from tests.checks.judging import START, found, paths


def project(rules: str, model: str = "", more: str = "") -> str:
    """The beginning of a budget under a rule set and a cost model."""
    chosen = f'cost_model = "{model}"\n' if model else ""
    return f'{START}rules = "{rules}"\n{chosen}{more}'


def line(category: str, amount: str = "", more: str = "") -> str:
    """A cost line."""
    worth = f"amount = {amount}\n" if amount else ""
    return f'[[cost]]\ncategory = "{category}"\n{worth}{more}'


def source(kind: str, amount: str, more: str = "") -> str:
    """A line of funding."""
    return f'[[funding]]\nkind = "{kind}"\namount = {amount}\n{more}'


def said(check: str, text: str) -> list[tuple[str, str, str | None, str | None]]:
    """What one check found: where, how grave, what was to be and what there is."""
    return [(one.path, one.severity.word, _text(one.expected), _text(one.actual)) for one in found(check, text)]


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


__all__ = ["found", "line", "paths", "project", "said", "source"]
