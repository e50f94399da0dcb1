"""Jump: a letter on everything that can be gone to or clicked; typing it goes there or does it."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from textual.widget import Widget

from budjettitui.tui.flows.helping import speaker, words_of
from budjettitui.tui.screens.jumper import Jumper, Target
from budjettitui.tui.widgets.cells import cells
from budjettitui.tui.widgets.drawn import Drawn
from budjettitui.tui.widgets.grid import Grid

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen
    from budjettitui.tui.screens.folder import FolderScreen

    AnyScreen: TypeAlias = BudgetScreen | FolderScreen


def jump(screen: "AnyScreen") -> None:
    """Put the letters up, once all that was asked for before is drawn: a verdict that has just come may move the rows."""
    screen.call_after_refresh(_put_up, screen)


def _put_up(screen: "AnyScreen") -> None:
    """What the line that talks said before stands there again afterwards."""
    targets, talk = list(targets_of(screen)), _talk(screen)
    if not targets:
        return

    def chosen(number: int | None) -> None:
        screen.change(dialog="", talk=talk)
        if number is not None:
            targets[number].do()

    screen.say("screen.jump.letter")
    screen.change(dialog="jump")
    screen.app.push_screen(Jumper(targets), chosen)


def _talk(screen: "AnyScreen") -> object:
    talk: object = speaker(screen).talk
    return talk


def targets_of(screen: "AnyScreen") -> Iterator[Target]:
    """Rows of the tables, then all pieces of the lines that a click means something on, as they are seen now."""
    for grid in screen.query(Grid):
        if _seen(grid):
            yield from _rows(screen, grid)
    told = {words_of(screen).key("jump")}
    for drawn in screen.query(Drawn):
        if _seen(drawn):
            yield from _pieces(drawn, told)


def _seen(widget: Widget) -> bool:
    above = [node for node in widget.ancestors_with_self if isinstance(node, Widget)]
    return all(node.display for node in above) and bool(widget.region.intersection(widget.screen.region))


def _rows(screen: "AnyScreen", grid: Grid) -> Iterator[Target]:
    """The rows that are seen and can be stood on; the letter stands in the gutter."""
    top, region = grid.scroll_offset.y, grid.region

    def went(row: int) -> None:
        screen.set_focus(grid)
        grid.move_to(row, grid.cursor[1])

    for row in range(top, min(len(grid.sheet.rows), top + region.height - 1)):
        if grid.sheet.row(row).selectable:
            yield Target(region.x, region.y + 1 + row - top, partial(went, row))


def _pieces(drawn: Drawn[object], told: set[str]) -> Iterator[Target]:
    """One target for all pieces that mean the same, also on other lines; its letters stand before the first of them."""
    region = drawn.region
    for y, line in enumerate(drawn.lines_drawn[: region.height]):
        x = 0
        for piece in line:
            if piece.click and piece.text.strip() and piece.click not in told:
                told.add(piece.click)
                inside = piece.text.startswith((" ", "["))
                yield Target(region.x + x, region.y + y, partial(drawn.click_on, piece.click), not inside)
            x += cells(piece.text)
