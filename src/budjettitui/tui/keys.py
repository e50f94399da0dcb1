"""The one table of what can be done and with which key. Bindings, the bottom line, help and palette are made from it.

Where an action holds: `table` (a page), `findings`, `edit` (a cell is being typed), `tabs` (after `g`), `list` (the
folder), `menu` (a dialog). What the grid does by itself (`own`) is listed too, so that no key gets a second meaning.
"""

from collections.abc import Mapping, Sequence

from budjettitui.values import frozen, replace

PAGE = ("table", "findings")
GRIDS = (*PAGE, "list")
EVERYWHERE = (*GRIDS, "tabs")
PLACES = ("table", "findings", "tabs", "edit", "list")
"""All places, in the order in which the help goes through them."""


@frozen
class Action:
    """One thing that can be done. `rank`: the bottom line shows the lowest first; None where it never does."""

    name: str
    keys: tuple[str, ...]
    shown: str
    places: tuple[str, ...]
    group: str
    rank: int | None = None
    writes: bool = False
    own: bool = False
    only: tuple[str, ...] = ()
    """Pages that it is for; all where empty."""


ACTIONS: tuple[Action, ...] = (
    Action("move", ("up", "down", "left", "right", "h", "j", "k", "l"), "arrows, hjkl", GRIDS, "move", own=True),
    Action("next_cell", ("tab", "shift+tab"), "Tab, shift+Tab", GRIDS, "move", own=True),
    Action("ends", ("home", "end"), "Home End", GRIDS, "move", own=True),
    Action("pages", ("pageup", "pagedown"), "PgUp PgDn", GRIDS, "move", own=True),
    Action("top", ("ctrl+home",), "g g, ^Home", GRIDS, "move", own=True),
    Action("bottom", ("G", "ctrl+end"), "G, ^End", GRIDS, "move", own=True),
    Action("go", ("g",), "g", GRIDS, "move", 6),
    Action("next_page", (">", "ctrl+pagedown"), ">", GRIDS, "move"),
    Action("previous_page", ("<", "ctrl+pageup"), "<", GRIDS, "move"),
    Action("next_region", ("f6",), "F6", EVERYWHERE, "move"),
    Action("jump", (";",), ";", GRIDS, "move", 19),
    Action("edit", ("enter", "e", "i", "f2"), "Enter", ("table",), "change", 0, writes=True, own=True),
    Action("go_there", ("enter", "e", "i", "f2"), "Enter", ("findings",), "findings", 0, own=True),
    Action("overwrite", ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ",", "-", "(", "=", "+"), "0-9 , - ( = +",
           ("table",), "change", writes=True, own=True),
    Action("empty", ("backspace", "ctrl+h"), "Backspace", ("table",), "change", writes=True, own=True),
    Action("add", ("a", "insert"), "a", ("table",), "change", 1, writes=True),
    Action("delete", ("d", "delete"), "d", ("table",), "change", 9, writes=True),
    Action("copy_row", ("D",), "D", ("table",), "change", 13, writes=True),
    Action("spread", ("E",), "E", ("table",), "change", 3, writes=True, only=("years",)),
    Action("rest", ("L",), "L", ("table",), "change", 4, writes=True, only=("years",)),
    Action("across", ("t",), "t", PAGE, "move", 12),
    Action("select", ("v", "shift+up", "shift+down", "shift+left", "shift+right"), "v", ("table",), "move", own=True),
    Action("fill_down", ("V", "ctrl+d"), "V", ("table",), "change", writes=True),
    Action("row_up", ("K", "ctrl+up"), "K", ("table",), "change", writes=True),
    Action("row_down", ("J", "ctrl+down"), "J", ("table",), "change", writes=True),
    Action("undo", ("u", "ctrl+z"), "u", PAGE, "change", 2, writes=True),
    Action("redo", ("U", "ctrl+y"), "U", PAGE, "change", writes=True),
    Action("save", ("s", "ctrl+s"), "s", (*PAGE, "tabs"), "change", 1, writes=True),
    Action("next_finding", ("n", "f8"), "n", PAGE, "findings", 3),
    Action("previous_finding", ("N", "shift+f8"), "N", PAGE, "findings"),
    Action("findings", ("f",), "f", PAGE, "findings", 12),
    Action("mend", ("m", "f4"), "m", PAGE, "findings", 4, writes=True),
    Action("why", ("w", "f3"), "w", PAGE, "findings", 10),
    Action("find", ("/", "ctrl+f"), "/", GRIDS, "move", 7),
    Action("filter", ("F",), "F", GRIDS, "move", 15),
    Action("sort", ("S",), "S", GRIDS, "move", 16),
    Action("copy", ("y", "ctrl+c"), "y", ("table", "findings"), "other", 17),
    Action("paste", ("p", "ctrl+v"), "p", ("table",), "change", writes=True),
    Action("accept", ("r",), "r", PAGE, "findings", 11),
    Action("fold", ("z",), "z", ("findings",), "findings", 13),
    Action("compare", ("C",), "C", GRIDS, "findings", 16),
    Action("goal", ("T",), "T", PAGE, "change", 17, writes=True),
    Action("models", ("M",), "M", PAGE, "change", 18),
    Action("facts", ("#",), "#", PAGE, "change"),
    Action("row_facts", (".",), ".", PAGE, "change"),
    Action("editor", ("o",), "o", PAGE, "other"),
    Action("note", ("c",), "c", PAGE, "findings", 15),
    Action("back", ("escape",), "Esc", PAGE, "move"),
    Action("palette", (":", "ctrl+p"), "^p", (*EVERYWHERE,), "other", 14),
    Action("help", ("?", "f1"), "?", (*EVERYWHERE,), "other", 1),
    Action("redraw", ("ctrl+l", "f12"), "^l", (*EVERYWHERE,), "other"),
    Action("close", ("q", "ctrl+q"), "q", (*EVERYWHERE,), "other", 8),
    Action("open", ("enter", "e", "i", "f2"), "Enter", ("list",), "other", 0, own=True),
    Action("new", ("a", "insert"), "a", ("list",), "other", 1, writes=True),
    Action("reread", ("r", "f5"), "r", ("list",), "other", 1),
    Action("keep", ("enter",), "Enter", ("edit",), "edit", 0, own=True),
    Action("keep_right", ("tab", "shift+tab"), "Tab", ("edit",), "edit", 1, own=True),
    Action("put_back", ("escape", "ctrl+g"), "Esc", ("edit",), "edit", 2, own=True),
    Action("choose", ("up", "down"), "Up Down", ("edit",), "edit", 3, own=True),
)  # fmt: skip
"""In the order in which help and palette list them."""

ONLY_BY_KEY = ("move", "next_cell", "ends", "pages", "overwrite", "keep", "keep_right", "put_back", "choose")
"""What several keys do each in its own way, or what is done while a cell is typed: help lists it, the palette cannot."""

PALETTE_ONLY = (
    "language_fi",
    "language_sv",
    "language_en",
    "style_finnish",
    "style_english",
    "theme",
    "tour",
    "settings",
)
"""What has no key, and stands in the palette alone."""

ON_A_BUDGET = ("export", "import")
"""What has no key either, and is offered where a budget is open."""


def bindings_of(place: str) -> list[tuple[Action, str]]:
    """The actions of one place that a screen binds, each with its keys as Textual takes them."""
    return [(action, ",".join(action.keys)) for action in ACTIONS if place in action.places and not action.own]


def actions_of(place: str, actions: Sequence[Action] = ACTIONS) -> list[Action]:
    """All actions of a place, the grid's own with them."""
    return [action for action in actions if place in action.places]


CALLED = ("edit", "go_there", "open", "mend", "why", "empty", "add", "new", "delete", "copy_row", "row_up", "row_down",
          "spread", "rest", "fill_down", "copy", "paste", "undo", "accept", "note", "find", "filter", "sort", "across",
          "goal", "models", "fold", "compare", "editor", "reread", "palette")  # fmt: skip
"""What the menu of a right click offers, in its order, as far as a place has it."""


OF_A_ROW = ("edit", "open", "empty", "delete", "copy_row", "row_up", "row_down", "fill_down", "copy", "note", "spread",
            "rest", "compare")  # fmt: skip
"""What is done to the row or file at the cursor; nothing of it at a row that adds one."""


def called(
    place: str,
    actions: Sequence[Action] = ACTIONS,
    *,
    read_only: bool = False,
    broken: bool = False,
    page: str = "",
    adds: bool = False,
) -> list[Action]:
    """The menu of a place, or of a row that adds one."""
    named = [one for one in actions_of(place, actions) if one.name in CALLED and not (adds and one.name in OF_A_ROW)]
    offered = _offered(named, read_only, broken, page)
    return sorted(offered, key=lambda one: CALLED.index(one.name))


TEXT_ALONE = ("mend", "undo", "save", "edit")
"""What may be done to a file that could not be read whole."""


def bottom_line(
    place: str, actions: Sequence[Action] = ACTIONS, *, read_only: bool = False, broken: bool = False, page: str = ""
) -> list[Action]:
    """The actions that the bottom line of a page names, in the order in which it does."""
    ranks = {**RANKS.get(page, {}), **RANKS.get(place, {}), **(RANKS["read-only"] if read_only else {})}
    offered = _offered(actions_of(place, actions), read_only, broken, page)
    named = [_ranked(one, ranks.get(one.name, one.rank)) for one in offered]
    return sorted((one for one in named if one.rank is not None), key=lambda one: BOTTOM.index(one.name))


def _ranked(one: Action, rank: int | None) -> Action:
    return one if one.rank == rank else replace(one, rank=rank)


RANKS: Mapping[str, Mapping[str, int | None]] = {
    "findings": {"mend": 1, "save": 1, "why": 2, "accept": 2, "filter": 3, "note": 4, "next_finding": 5, "undo": 6},
    "file": {"across": 3, "editor": 4, "mend": 5, "add": 6},
    "list": {"sort": 2, "compare": 6, "reread": 9},
    "read-only": {"why": 2, "accept": 2, "compare": 3, "note": 4},
}
"""Where a place, a page or a file that is only read puts other keys first than the table does."""


def _offered(actions: Sequence[Action], read_only: bool, broken: bool, page: str) -> list[Action]:
    """Without the actions that would only say that nothing is written, and without other pages'."""
    named = [one for one in actions if not (read_only and one.writes)]
    named = [one for one in named if not (broken and one.writes and one.name not in TEXT_ALONE)]
    return [one for one in named if not one.only or page in one.only]


BOTTOM = ("edit", "go_there", "open", "new", "keep", "keep_right", "put_back", "choose", "add", "delete", "copy_row",
          "spread", "rest", "undo", "next_finding", "across", "findings", "mend", "why", "accept", "note", "fold", "compare",
          "editor", "find", "filter", "sort", "jump", "copy", "save", "goal", "models", "go", "reread",
          "palette", "help", "close")  # fmt: skip
"""The order of the bottom line. Where it is too short, those of the highest rank go first."""
