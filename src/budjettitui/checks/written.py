"""The amounts that a row holds as they are written: each with the keys that lead to it and its stage."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from budjettitui.model import STAGES, Amount, Appropriation, Cost, Figure, Funding, Income, Row, Share, Stated

PARTS = ("costs", "income", "support", "own")
STATED = ("costs", "net_costs", "income", "funding", "support", "own", "public_funding")

_BY_STAGE = (("amount", "planned"), ("applied", "applied"), ("granted", "granted"), ("realised", "realised"))


class Written(NamedTuple):
    """One amount: the keys below its row, itself, and the stage it is of."""

    keys: tuple[str, ...]
    amount: Amount
    stage: str = "planned"

    @property
    def key(self) -> str:
        """The keys as a place has them."""
        return ".".join(self.keys)


def amounts(row: Row | Stated) -> Iterator[Written]:
    """Every amount of a row but its unit price."""
    if isinstance(row, Cost | Income | Funding):
        for name, stage in _BY_STAGE:
            amount: Amount | None = getattr(row, name)
            if amount is not None:
                yield Written((name,), amount, stage)
        if row.years:
            yield from _figures(("years",), row.years)
    elif isinstance(row, Share):
        yield from _parts((), row, PARTS)
        for year, part in row.years.items():
            yield from _parts(("years", year), part, PARTS)
    elif isinstance(row, Stated):
        yield from _parts((), row, STATED)
        yield from _figures(("categories",), row.categories)
    elif isinstance(row, Appropriation):
        if row.amount is not None:
            yield Written(("amount",), row.amount)
        yield from _figures(("years",), row.years)


def _parts(before: tuple[str, ...], holder: object, names: tuple[str, ...]) -> Iterator[Written]:
    for name in names:
        figure: Figure | None = getattr(holder, name)
        if figure is not None:
            yield from _figure((*before, name), figure)


def _figures(before: tuple[str, ...], figures: Mapping[str, Figure]) -> Iterator[Written]:
    for name, figure in figures.items():
        yield from _figure((*before, name), figure)


def _figure(keys: tuple[str, ...], figure: Figure) -> Iterator[Written]:
    """A bare amount stands under the figure's own key; where there are several stages, each under its name."""
    there = [(stage, amount) for stage in STAGES if (amount := figure.at(stage)) is not None]
    bare = len(there) == 1 and there[0][0] == "planned"
    for stage, amount in there:
        yield Written(keys if bare else (*keys, stage), amount, stage)
