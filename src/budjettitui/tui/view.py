"""What the screen shows, as one value: pages and lines take it and draw it; only the screen makes another."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from budjettitui.balance import Source
from budjettitui.cells.many import Together
from budjettitui.edits import Change
from budjettitui.findings import Cause, Finding, Fix, Path
from budjettitui.sifting import Sift
from budjettitui.state import State
from budjettitui.tui.keys import ACTIONS, Action
from budjettitui.typed import Doubtful, NotYet, NumberStyle
from budjettitui.values import field, frozen, replace, thing
from budjettitui.words import Words

if TYPE_CHECKING:
    from budjettitui.proof.mended_at import MendedAt


@frozen
class Talk:
    """The sentence in the rule above the balance."""

    text: str = ""
    role: str = ""
    right: str = ""


@frozen
class Draft:
    """A row that stands on the page and not yet in the file: where it would go, and what was chosen for it."""

    table: str
    index: int
    cells: Mapping[str, str] = field(default_factory=dict)


@frozen
class Option:
    """One word of a list: what stands in the file, and what it is called."""

    word: str
    label: str = ""
    also: str = ""
    """What it is called elsewhere: the name that fits what was typed where neither word nor label does, else the funder's."""
    begins: bool = False
    """True where one of its names begins with what was typed."""


@thing
class Typing:
    """A cell that is being typed: what it would change, or why it is no number yet."""

    path: Path
    text: str
    answer: Change | Doubtful | NotYet | None = None
    options: tuple[Option, ...] = ()
    listed: bool = False
    """True where the cell is chosen from a list, even if nothing of it fits what was typed."""
    marked: int = -1
    wanted: str = ""
    """What a word of the list is to have in it; nothing as long as nothing was typed."""
    draft: bool = False
    slow: bool = False
    cells: tuple[Path, ...] = ()
    """The cells that were selected when it began: what is previewed may show them at other places."""


@frozen
class Selected:
    """Several cells that are selected: in how many rows, how many cells, and what the amounts among them come to."""

    rows: int
    cells: int
    amounts: Together | None = None


@thing
class Mends:
    """The mends of one finding of one state, so that they can be counted and listed before they are asked for."""

    state: State
    finding: Finding
    fixes: tuple[Fix, ...]


@thing
class View:
    """Everything a page may draw. `saved` is the state as it is on disk, `at` the cell under the cursor."""

    state: State
    saved: State
    words: Words
    style: NumberStyle
    label: str = ""
    dirty: bool = False
    read_only: bool = False
    page: str = "overview"
    listing: bool = False
    """True where the list of findings has the cursor: over the page, in wide windows beside it."""
    going: bool = False
    """True after `g`."""
    dialog: str = ""
    """The dialog that stands over it all, by the name that the bottom line knows it by."""
    does: str = ""
    """What Enter does with the choice that is marked there, by its name, where that is not what the dialog does else."""
    talk: Talk = Talk()
    at: Path | None = None
    line: int | None = None
    """The line of the file under the cursor, where the text is seen."""
    figure: Source | None = None
    """The figure under the cursor that stands in no row of its own, where `at` is no place."""
    selected: Selected | None = None
    """What is selected, where that is more than the cell under the cursor."""
    enters: str = ""
    """What Enter does under the cursor, by its name in the bottom line, or `nothing`; empty where that is not known yet."""
    finding: Finding | None = None
    """The finding that was gone to last; the strip speaks of it until the cursor goes elsewhere."""
    mended_at: "MendedAt | None" = None
    """Where the findings of `state` may be mended besides their own places."""
    mends: Mends | None = None
    """Those of the finding that is spoken of; None where they are worked out only when asked for."""
    preview: State | None = None
    preview_label: str = ""
    note: str = ""
    typing: Typing | None = None
    draft: Draft | None = None
    shown: str = "all"
    """Which findings are listed: one of `present.listed.FILTERS`."""
    turned: frozenset[Cause] = frozenset()
    """Findings whose consequences were folded by hand, or unfolded where they are folded by themselves."""
    sifts: Mapping[str, Sift] = field(default_factory=dict)
    """What of each table of the file is shown, and in which order."""
    keys: tuple[Action, ...] = ACTIONS
    """What can be done, each with its keys."""
    wide: bool = False
    width: int = 80
    height: int = 24

    @property
    def place(self) -> str:
        """Where one is, as the table of keys has it."""
        if self.dialog and self.dialog != "jump":
            return "menu"
        if self.typing is not None:
            return "edit"
        return "tabs" if self.going else "findings" if self.listing else "table"

    @property
    def shown_page(self) -> str:
        """The page that is drawn."""
        return "findings" if self.listing else self.page

    @property
    def beside(self) -> bool:
        """True where the list of findings stands beside the page and not over it."""
        return self.listing and self.wide

    @property
    def drawn_pages(self) -> tuple[str, ...]:
        """The pages that are seen: one, or in a wide window with the findings beside it."""
        return (self.page, "findings") if self.beside else (self.shown_page,)

    @property
    def seen(self) -> State:
        """What sums are shown of: the preview where there is one."""
        return self.preview or self.state

    def at_rest(self, state: State) -> "View":
        """The view once something was done: another state, nothing typed and nothing previewed."""
        return replace(self, state=state, preview=None, preview_label="", note="", typing=None)
