"""What a grid does by itself at a key, done by its name: from the palette, and from the menu of a right click."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from budjettitui.tui.keys import ACTIONS, ONLY_BY_KEY
from budjettitui.tui.widgets.grid import Grid
from budjettitui.tui.widgets.grid_press import key_on_table

if TYPE_CHECKING:
    from textual.screen import Screen


def by_the_grid(*places: str) -> dict[str, Callable[[Any], None]]:
    """The grid's own actions of these places that have one meaning, by name."""
    return {
        one.name: _pressed(one.keys[0])
        for one in ACTIONS
        if one.own and one.name not in ONLY_BY_KEY and set(one.places) & set(places)
    }


def _pressed(key: str) -> Callable[["Screen[None]"], None]:
    def done(screen: "Screen[None]") -> None:
        grid = screen.focused
        if isinstance(grid, Grid) and not grid.editing:
            key_on_table(grid, key, None)

    return done
