"""What was asked for in a window, so that it is there the next time that the same is asked."""

from budjettitui.values import record


@record
class LastTime:
    """What was asked for or copied last in one window; empty where nothing was yet."""

    sought: str = ""
    copied: str = ""
    """Pasted by whoever has no other clipboard."""
    compared: str = ""
    """The version that the budget was compared with, as it was typed."""
    kept: frozenset[str] = frozenset()
    """What a goal left as it was."""
