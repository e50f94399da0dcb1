"""What a person says of a pasted block: what its columns are, how its numbers are written, whether totals are rows."""

from budjettitui.pasting.columns import Columns
from budjettitui.typed import NumberStyle
from budjettitui.values import frozen, replace


@frozen
class Chosen:
    """Nothing as long as all is as it was guessed. `columns` has the key of each column, empty for one that is not taken."""

    columns: tuple[str, ...] = ()
    style: NumberStyle | None = None
    totals: bool = False
    """True where lines that look like totals are rows."""

    def of(self, columns: Columns) -> Columns:
        """The columns as they are to be."""
        return replace(columns, keys=self.columns, guessed=None) if self.columns else columns


GUESSED = Chosen()


def with_meaning(columns: tuple[str, ...], at: int, key: str) -> tuple[tuple[str, ...], int | None]:
    """The columns with another meaning of one, and the column that had it before and is not taken then: none has it twice."""
    other = columns.index(key) if key and key in columns else None
    keys = tuple(key if number == at else "" if number == other else one for number, one in enumerate(columns))
    return keys, other if other != at else None
