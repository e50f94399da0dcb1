"""Going to places: pages, cells, findings, and back to where one was."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from budjettitui.findings import NOT_YET, Finding, Path
from budjettitui.model import LINES
from budjettitui.sifting import Sift, rows_shown
from budjettitui.spreading import TABLES
from budjettitui.text_lines import written_at
from budjettitui.tui.present import found
from budjettitui.tui.present.heads import PAGES
from budjettitui.tui.present.names import TEXT
from budjettitui.tui.view import View
from budjettitui.values import replace

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

PAGE_OF = {
    "cost": "costs", "funding": "funding", "appropriation": "funding", "income": "funding",
    "partner": "partners", "share": "partners", "stated": "partners",
}  # fmt: skip
"""The page that shows each table of the file; all else stands on the Overview."""

WRITTEN_ON = ("costs", "funding", "file")
"""Pages whose cells are the figures that sums are made of."""


def with_mended_at(view: View) -> View:
    """The view with where its findings may be mended; only where rows are seen, since a start waits for none of it."""
    if view.page not in WRITTEN_ON or (view.mended_at is not None and view.mended_at.state is view.state):
        return view
    from budjettitui.proof.mended_at import MendedAt

    return replace(view, mended_at=MendedAt(view.state))


def page_of(path: Path) -> str:
    """The page that shows a place of the file; what is of the whole file stands on none but the first."""
    if not path:
        return "overview"
    if len(path) > 2 and path[2] == "years" and path[0] in (*TABLES, "share"):
        return "years"
    return PAGE_OF.get(str(path[0]), "overview")


def begin(screen: "BudgetScreen") -> None:
    """Begin on the row of the gravest finding, which the strip then speaks of; before judging, on the first row.

    Where another page is seen first, the Overview does so when it is first seen.
    """
    if screen.view.page != "overview":
        return
    finding = to_gravest(screen)
    page = screen.desk.pages["overview"]
    grid = page.grids[0]
    screen.change(finding=finding, at=page.path_at(grid, *grid.cursor), enters=page.enters(grid, *grid.cursor))


def to_gravest(screen: "BudgetScreen") -> Finding | None:
    """The cursor of the Overview to the row of the gravest finding."""
    if screen.view.state.findings is NOT_YET:
        return None
    roots = found.ordered(screen.view.state)
    page = screen.desk.pages["overview"]
    rows = getattr(page, "rows", None)
    if roots and rows is not None and roots[0].partner in rows.matrix.ids:
        page.grids[0].move_to(rows.matrix.ids.index(roots[0].partner), 0)
    return roots[0] if roots else None


def to_page(screen: "BudgetScreen", page: str) -> None:
    """Another page, the cursor where it was on it."""
    screen.change(page=page, listing=False, going=False, finding=None)
    screen.focus_table()


def beside(screen: "BudgetScreen", by: int) -> None:
    """The next page or the one before."""
    at = PAGES.index(screen.view.page) + by
    to_page(screen, PAGES[at % len(PAGES)])


def to_path(
    screen: "BudgetScreen", path: Path | None, finding: Finding | None = None, *, page: str | None = None
) -> bool:
    """Put the cursor on the cell of a place, on its page or on the one said; False where no page shows it."""
    if path is None or not path:
        return False
    page, screen.returning = page or page_of(path), None
    screen.came_from = (screen.view.page, screen.view.at)
    _become(screen, page=page, listing=False, going=False, finding=None, sifts=_showing(screen, path))
    spot = screen.page.spot_of(path)
    grids = screen.page.grids
    grid = spot[0] if spot is not None else (grids[0] if grids else None)
    if grid is not None:
        screen.set_focus(grid)
    if spot is not None:
        spot[0].move_to(*spot[1])
        cell, line = (spot[0], *spot[0].cursor), screen.page.line_at(spot[0], spot[0].cursor[0])
        at = screen.page.path_at(*cell)
        figure = screen.page.figure_at(*cell) if at is None else None
        _become(screen, at=at, figure=figure, enters=screen.page.enters(*cell), line=line, finding=finding)
    else:
        _become(screen, finding=finding)
    return spot is not None


def _become(screen: "BudgetScreen", **what: Any) -> None:
    """Another view, where anything of it is another: all that stands on the screen looks at each."""
    if any(getattr(screen.view, name) != one for name, one in what.items()):
        screen.change(**what)


def _showing(screen: "BudgetScreen", path: Path) -> Mapping[str, Sift]:
    """What is shown of the tables, with the row of a place in it."""
    sifts, table = screen.view.sifts, "partner" if path[0] in ("share", "stated") else str(path[0])
    sift = sifts.get(table)
    if sift is None or not sift.text or len(path) < 2:
        return sifts
    if table in ("cost", "funding", "income") and path[1] in rows_shown(screen.view.state, table, sift):
        return sifts
    return {name: one for name, one in sifts.items() if name != table}


def back(screen: "BudgetScreen") -> None:
    """Where one was before a finding or a step of undo took one elsewhere."""
    page, path = screen.came_from
    if path is not None:
        to_path(screen, path)
    to_page(screen, page)


def next_finding(screen: "BudgetScreen", by: int) -> None:
    """The next finding or the one before, gravest first, round in a ring."""
    view = screen.view
    roots = found.ordered(view.state)
    if not roots:
        screen.say("screen.talk.no-findings")
        return
    known = [number for number, one in enumerate(roots) if view.finding is not None and same(one, view.finding)]
    at = (known[0] + by) % len(roots) if known else (0 if by > 0 else -1)
    path = _seen_at(screen, roots[at])
    if path is not None:
        to_path(screen, path, roots[at], page=screen.view.page)
    else:
        to_finding(screen, roots[at])


def _seen_at(screen: "BudgetScreen", finding: Finding) -> Path | None:
    """Where on the page that is seen a finding may be mended; None where its own place is to be gone to.

    On File that is the line of its figure, else its own. On a page of rows it is the largest of the rows that its figure
    is made of, where the page has any and does not show the place that the finding has itself.
    """
    view, made = screen.view, screen.view.mended_at
    if view.listing or made is None:
        return None
    if view.page == "file":
        path = made.best(finding, lambda path: path[0] in LINES) or made.best(finding, lambda _: True)
        if path is None and finding.anchor is None and finding.line is not None:
            return (TEXT, finding.line)
        return written_at(view.state.document, path) if path is not None else finding.anchor
    if finding.anchor is None or page_of(finding.anchor) == view.page:
        return None
    return made.best(finding, lambda path: screen.page.spot_of(path) is not None)


def to_finding(screen: "BudgetScreen", finding: Finding) -> None:
    """The cell of a finding; where it stands in no cell, the strip speaks of it all the same."""
    to_path(screen, finding.anchor, finding)
    if finding.anchor is None:
        screen.change(finding=finding, listing=False)


def same(one: Finding, other: Finding) -> bool:
    """True of one and the same finding at two moments."""
    return (one.check, one.path) == (other.check, other.path)
