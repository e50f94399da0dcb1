"""The steps of a session: what undo takes back, what redo does again, and which of them the file holds."""

from collections.abc import Sequence
from itertools import takewhile

from budjettitui.edits import Change, Splice, Step
from budjettitui.state import State

KEPT = 10
"""Steps whose states are kept: each holds its own text and figures, all else they share."""


class History:
    """Steps in the order in which they were made."""

    def __init__(self, steps: Sequence[Step] = (), undone: Sequence[Step] = (), in_file: Sequence[Step] = ()) -> None:
        self._steps = list(steps)
        self._undone = list(undone)
        self._in_file = tuple(in_file)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that undo would take back, oldest first."""
        return tuple(self._steps)

    @property
    def undone(self) -> tuple[Step, ...]:
        """The steps that redo would do again, next last."""
        return tuple(self._undone)

    @property
    def in_file(self) -> tuple[Step, ...]:
        """The steps that the file held when it was saved last."""
        return self._in_file

    @property
    def unsaved(self) -> tuple[Step, ...]:
        """What lies between the file and the window, in order: saved steps that were taken back, then new ones."""
        kept = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(self._in_file, self._steps, strict=False)))
        back = [tuple(opposites(step.splices)) for step in reversed(self._in_file[kept:])]
        return (*(Step(Change("step.undo", (), {}, splices), splices) for splices in back), *self._steps[kept:])

    def add(self, step: Step) -> None:
        """A new step; what was taken back cannot be done again."""
        self._steps.append(step)
        self._undone.clear()

    def back(self) -> Step | None:
        """The last step, which is taken back; None where there is none."""
        if not self._steps:
            return None
        self._undone.append(self._steps.pop())
        return self._undone[-1]

    def again(self) -> Step | None:
        """The step that was taken back last, which is done again; None where there is none."""
        if not self._undone:
            return None
        self._steps.append(self._undone.pop())
        return self._steps[-1]

    def saved(self) -> None:
        """The file holds the steps now."""
        self._in_file = tuple(self._steps)


class Moments:
    """The states before and after the latest steps: going back to one that was judged judges nothing again.

    A state is given only from the very state that it was left for, so that nothing has come between.
    """

    def __init__(self) -> None:
        self._kept: list[tuple[Step, State, State]] = []

    def keep(self, step: Step, before: State, after: State) -> None:
        """What a step led from and to."""
        others = [one for one in self._kept if one[0] is not step]
        self._kept = [*others[1 - KEPT :], (step, before, after)]

    def before(self, step: Step, now: State) -> State | None:
        """Where a step was made that led to this state."""
        return next((before for one, before, after in self._kept if one is step and after is now), None)

    def after(self, step: Step, now: State) -> State | None:
        """Where a step led to that was made in this state."""
        return next((after for one, before, after in self._kept if one is step and before is now), None)


def opposites(splices: Sequence[Splice]) -> list[Splice]:
    """What takes splices back."""
    return [splice.opposite for splice in reversed(splices)]
