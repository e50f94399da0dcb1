"""Beginning: where one was in the file last time, and the first time three things to know."""

from typing import TYPE_CHECKING

from budjettitui import memory
from budjettitui.findings import Path
from budjettitui.session import Session
from budjettitui.tui.flows import going
from budjettitui.tui.present.heads import PAGES
from budjettitui.tui.themes import looks_of
from budjettitui.tui.widgets.menu import Choice, MenuText

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

TOUR = ("move", "type", "wrong", "mend", "save", "keys")


def first_page(session: Session, *, read_only: bool) -> str:
    """The page that is seen first: that of last time, else the Overview."""
    place = _last_time(session) if not read_only else None
    return place[0] if place is not None else PAGES[0]


def _last_time(session: Session) -> tuple[str, Path | None] | None:
    """The page and the cell on which one was in the file, as far as there is such a page."""
    place = memory.place_in(session.stored.real) if session.stored is not None else None
    return place if place is not None and place[0] in PAGES else None


def begin(screen: "BudgetScreen") -> None:
    """The page and the cell of last time; in a file opened read-only the findings."""
    view = screen.view
    if view.read_only:
        if view.state.roots():
            screen.change(listing=True)
            screen.focus_table()
        return
    place = _last_time(screen.session)
    if place is not None:
        talk = screen.view.talk
        going.to_page(screen, place[0])
        if place[1] is not None:
            going.to_path(screen, place[1], page=place[0])
        screen.came_from = (place[0], place[1])
        screen.change(talk=talk)


def judged(screen: "BudgetScreen") -> None:
    """The verdict has come: all is where it would be had it been there from the beginning."""
    page, path = _last_time(screen.session) or ("", None)
    if not page and not screen.stirred:
        going.begin(screen)
        return
    if page != "overview" or path is None:
        going.to_gravest(screen)
    if screen.view.page == "overview":
        screen.cursor_told()


def end(screen: "BudgetScreen") -> None:
    """Keep where one is."""
    if screen.session.stored is not None and not screen.view.read_only:
        memory.keep_place(screen.session.stored.real, screen.view.page, screen.view.at)


def first_time(screen: "BudgetScreen") -> None:
    """Three things to know, once."""
    if not memory.kept("tour") and not screen.view.dialog:
        tour(screen)


def tour(screen: "BudgetScreen") -> None:
    """The same at any time, from the list of commands."""
    words, looks = screen.view.words, looks_of(screen.app)
    signs = {name: looks.sign(name) for name in ("error", "warning", "info")}
    above = tuple(words.say(f"flow.tour.{name}", **signs) for name in TOUR)
    text = MenuText(
        words.say("flow.tour.title"), (Choice(words.say("flow.tour.start")),), above, numbered=False, passing=True
    )
    screen.ask(text, lambda _: memory.keep("tour", "seen"), dialog="tour")
