"""Where the cursor of a grid may go: pure movement over rows that are looked at one by one."""

from collections.abc import Callable

from budjettitui.values import frozen

Spot = tuple[int, int]
"""Row and column, from 0."""


@frozen
class Course:
    """A table to move in: its size, how many rows a page has, and which rows the cursor may stand on."""

    rows: int
    columns: int
    page: int
    stands: Callable[[int], bool]

    def moved(self, spot: Spot, move: str) -> Spot:
        """The place that a movement of `MOVES` leads to; the same place where there is none."""
        return MOVES[move](self, *spot)

    def near(self, row: int, down: bool = True) -> int:
        """The row itself, else the next one that can be stood on in that direction, else in the other; 0 if none."""
        row = max(0, min(row, self.rows - 1))
        below, above = range(row, self.rows), range(row if self.rows else -1, -1, -1)
        for rows in (below, above) if down else (above, below):
            for number in rows:
                if self.stands(number):
                    return number
        return 0

    def step(self, row: int, by: int) -> int:
        """The next row up or down that can be stood on; the same row at the edge."""
        number = row + by
        while 0 <= number < self.rows:
            if self.stands(number):
                return number
            number += by
        return row

    def column(self, column: int) -> int:
        """A column number held within the table."""
        return max(0, min(column, self.columns - 1))


def _next(course: Course, row: int, column: int) -> Spot:
    if column + 1 < course.columns:
        return row, column + 1
    below = course.step(row, 1)
    return (below, 0) if below != row else (row, column)


def _previous(course: Course, row: int, column: int) -> Spot:
    if column > 0:
        return row, column - 1
    above = course.step(row, -1)
    return (above, course.columns - 1) if above != row else (row, column)


MOVES: dict[str, Callable[[Course, int, int], Spot]] = {
    "stay": lambda course, row, column: (row, column),
    "up": lambda course, row, column: (course.step(row, -1), column),
    "down": lambda course, row, column: (course.step(row, 1), column),
    "left": lambda course, row, column: (row, course.column(column - 1)),
    "right": lambda course, row, column: (row, course.column(column + 1)),
    "first": lambda course, row, column: (row, 0),
    "last": lambda course, row, column: (row, course.column(course.columns)),
    "page up": lambda course, row, column: (course.near(row - course.page), column),
    "page down": lambda course, row, column: (course.near(row + course.page, down=False), column),
    "top": lambda course, row, column: (course.near(0), column),
    "bottom": lambda course, row, column: (course.near(course.rows - 1, down=False), column),
    "next": _next,
    "previous": _previous,
}
"""The movements by name."""
