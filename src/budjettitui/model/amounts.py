"""Amounts as the file has them: with what is said of their certainty, by stage, and from when to when."""

from datetime import date as Day
from decimal import Decimal

from budjettitui.values import frozen

STAGES = ("planned", "applied", "granted", "realised")
"""The stages of a figure; a bare amount is planned."""

BESIDE = STAGES[1:]
"""The stages that a row has under their own names, beside its amount."""

JUDGED = ("planned", "applied", "granted")
"""The stages a figure is judged at: the first that a row has (docs/figures.md)."""

FIGURE_KEYS = ("amount", *JUDGED)
"""Keys of a table that a figure may be: its number beside its qualifiers, or the stage that is judged, the first of them."""

QUALIFIERS = ("about", "at_most", "at_least")
"""What the file may say of how certain an amount is: the keys of `Amount` that do."""


@frozen
class Amount:
    """An exact amount in the budget's currency, with what the document says of its certainty."""

    value: Decimal
    about: bool = False
    at_most: bool = False
    at_least: bool = False
    source: str | None = None

    @property
    def marks(self) -> tuple[str, ...]:
        """What is said of its certainty, by the keys of the file."""
        return tuple(name for name in QUALIFIERS if getattr(self, name))


@frozen
class Figure:
    """An amount by stage."""

    planned: Amount | None = None
    applied: Amount | None = None
    granted: Amount | None = None
    realised: Amount | None = None

    def at(self, stage: str) -> Amount | None:
        """The amount of one stage."""
        amount: Amount | None = getattr(self, stage)
        return amount

    @property
    def judged(self) -> Amount | None:
        """The amount that is judged: planned, else applied, else granted."""
        return self.planned or self.applied or self.granted


@frozen
class Period:
    """From a day to a day, both included."""

    start: Day
    end: Day
