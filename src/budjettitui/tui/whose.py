"""The app that a screen stands on, as what it is: Textual knows it as any app."""

from typing import TYPE_CHECKING, cast

from textual.dom import DOMNode

if TYPE_CHECKING:
    from budjettitui.tui.app import BudgetApp


def app_of(node: DOMNode) -> "BudgetApp":
    """The app of a screen or a widget."""
    return cast("BudgetApp", node.app)
