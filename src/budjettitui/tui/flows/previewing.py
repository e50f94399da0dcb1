"""A pasted or imported block looked at before it is written: its columns are given other meanings, its numbers read the other
way, its totals taken in. What one has said stays said, whatever else is changed.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from budjettitui.findings import Path
from budjettitui.pasting import COMMA, GUESSED, Chosen, PastedBlock, with_meaning
from budjettitui.pasting.year_columns import YEAR
from budjettitui.spreading import columns_of
from budjettitui.state import State
from budjettitui.tui.flows import changing, going, working
from budjettitui.tui.flows.offering import Offer, Way, with_outcome
from budjettitui.tui.present import blocks
from budjettitui.tui.present.pasted_sheet import meaning, sheet
from budjettitui.tui.widgets.menu import Menu, MenuText
from budjettitui.tui.widgets.sheet_menu import HEAD, Sheet, SheetMenu
from budjettitui.typed import ENGLISH
from budjettitui.values import frozen, replace

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen

MANY = 100
"""Lines from which a block is read beside the keyboard."""

NUMBERS, TOTALS = "n", "x"
"""The keys that read the numbers the other way, and take totals in or leave them out again."""

MEANINGS = {
    "cost": ("", "category", "description", "partner", "how", "quantity", "unit", "unit_price", "allocation", "amount",
             "years", "in_kind", "person", "work_package", "vat_rate", "applied", "granted", "realised"),
    "funding": ("", "kind", "description", "who", "payer", "recipient", "budget_item", "confirmed", "fund", "amount",
                "years", "applied", "granted", "realised"),
}  # fmt: skip
"""What a column of each table may mean, in the order in which Down goes through them."""


@frozen
class Taken:
    """A block as it was read, and the ways in which it can be written; `numbers` are those of its lines in their file."""

    block: PastedBlock
    ways: tuple[Way, ...]
    numbers: tuple[int, ...] = ()
    stops: tuple[str, ...] = ()
    """Sentences of what stands in the way of all of them, where the block itself does not tell."""


@frozen
class Previewed:
    """What is previewed: how it is read by what is chosen, and how what was read is offered and told."""

    read: Callable[[Chosen], Taken]
    offers: Callable[[Taken], Sequence[Offer]]
    notes: Callable[[Taken], tuple[str, ...]]
    lines: int
    title: str = ""


class Preview:
    """One block before it is written, for as long as its dialog stands."""

    def __init__(self, screen: "BudgetScreen", about: Previewed, taken: Taken) -> None:
        self.screen = screen
        self.about = about
        self.state = screen.view.state
        self.chosen = GUESSED
        self.column = -1
        self.before = taken.block.columns
        """The columns as they were when one went to the present one, so that going through meanings takes none away."""
        self.told = ""
        self.taken = taken
        self.offers: Sequence[Offer] = about.offers(taken)
        self.menu: SheetMenu | None = None

    def open(self) -> None:
        """Put the dialog up."""
        self.screen.menu_key = self.pressed
        self._preview(0)
        drawn = self._sheet()
        self.screen.ask(self._text(), self.done, dialog=self._dialog(), menu=lambda *given: self._menu(drawn, *given))

    def _menu(self, drawn: Sheet, text: MenuText, owner: "BudgetScreen") -> SheetMenu:
        self.menu = SheetMenu(text, owner, sheet=drawn)
        return self.menu

    def done(self, number: int | None) -> None:
        """Write what was chosen, or nothing."""
        screen, offers = self.screen, self.offers
        screen.previews, screen.menu_key = (), None
        screen.change(preview=None, preview_label="")
        if number is not None and number < len(offers) and changing.apply(screen, offers[number].change):
            going.to_path(screen, offers[number].place)

    # keys -------------------------------------------------------------------------------------------------------
    def pressed(self, event: Menu.Pressed) -> None:
        """A key of the columns, of the numbers, of the totals; Enter where nothing can be written."""
        key, block = event.key, self.taken.block
        if key == "enter":
            self._refuse()
        elif key == NUMBERS:
            self._again(replace(self.chosen, style=ENGLISH if block.style.decimal == "," else COMMA))
        elif key == TOTALS:
            self._again(replace(self.chosen, totals=not self.chosen.totals))
        elif key.startswith(HEAD):
            self._go_to(int(key.removeprefix(HEAD)))
        elif key in ("left", "h", "right", "l"):
            by = -1 if key in ("left", "h") else 1
            self._go_to((self.column + 1 + by) % (len(block.columns) + 1) - 1)
        elif key in ("escape", "ctrl+g"):
            self._go_to(-1)
        elif self.column >= 0:
            self._mean(1 if key in ("down", "j") else -1)

    def _go_to(self, column: int) -> None:
        """Another column; of the one that is marked already the next meaning."""
        if column == self.column and column >= 0:
            self._mean(1)
            return
        self.column, self.before, self.told = column, self.taken.block.columns, ""
        self._show()

    def _mean(self, by: int) -> None:
        """The next meaning of the marked column, or the one before; another column that had it is not taken then."""
        keys, at, words = self._meanings(), self.column, self.screen.view.words
        now = self.taken.block.columns[at]
        key = keys[((keys.index(now) if now in keys else 0) + by) % len(keys)]
        columns, other = with_meaning(self.before, at, key)
        self.told = "" if other is None else words.say("screen.paste.moved", key=meaning(words, key), column=other + 1)
        self._again(replace(self.chosen, columns=columns))

    def _meanings(self) -> list[str]:
        budget = self.state.budget
        years = [YEAR + one.name for one in columns_of(budget)]
        found: list[str] = []
        for key in MEANINGS[self.taken.block.table]:
            if key == "partner" and not budget.partners:
                continue
            found += years if key == "years" else [key]
        return found

    def _again(self, chosen: Chosen) -> None:
        """Read it once more; a long one beside the keyboard."""
        self.chosen, screen = chosen, self.screen

        def then(taken: Taken) -> None:
            if (
                self.menu is not None
                and self.menu.is_mounted
                and chosen is self.chosen
                and screen.view.state is self.state
            ):
                self.taken, self.offers = taken, self.about.offers(taken)
                self._show()

        if self.about.lines < MANY:
            then(self.about.read(chosen))
        else:
            say = lambda: screen.say("screen.work.pasting", count=self.about.lines)  # noqa: E731
            working.work(screen, say, lambda: self.about.read(chosen), then)

    # what is seen -----------------------------------------------------------------------------------------------
    def _show(self) -> None:
        menu = self.menu
        if menu is None:
            return
        menu.renew_with(self._text(), self._sheet())
        self._preview(menu.marked)
        self.screen.change(dialog=self._dialog())

    def _preview(self, marked: int) -> None:
        """The foot shows what the marked way would bring; nothing where there is none."""
        self.screen.previews = tuple(one.after for one in self.offers)
        after: State | None = self.offers[marked].after if marked < len(self.offers) else None
        words = self.screen.view.words
        label = (
            words.say("screen.foot.if-so") if len(self.offers) == 1 else words.say("screen.foot.if", number=marked + 1)
        )
        self.screen.change(preview=after, preview_label=label if after is not None else "")

    def _dialog(self) -> str:
        if self.column >= 0:
            return "paste-column"
        totals = self.chosen.totals or any(one.why == "total" for one in self.taken.block.left)
        return "paste-totals" if totals else "paste"

    def _sheet(self) -> Sheet:
        names = {one.id: one.label for one in self.state.budget.partners if one.id}
        return sheet(self.screen.view.words, self.taken.block, self.column, names, self.taken.numbers)

    def _text(self) -> MenuText:
        """The head, the ways, and what is said of the block: first what was just moved, then what is in doubt."""
        words, block = self.screen.view.words, self.taken.block
        count = len(block.columns)
        above = words.say(
            "screen.paste.read-as", count=len(block.rows), columns=count, style=blocks.numbers_said(words, block)
        )
        notes = (*((self.told,) if self.told else ()), *self.taken.stops, *self.about.notes(self.taken))
        if self.chosen.totals:
            notes = (*notes, words.say("screen.paste.totals-in"))
        choices = tuple(with_outcome(self.screen, one, notes) for one in self.offers)
        title = self.about.title or words.say("screen.paste.title")
        return MenuText(title, choices, (above,), () if choices else notes, others=frozenset((NUMBERS, TOTALS)))

    def _refuse(self) -> None:
        """Why nothing can be written."""
        block, words = self.taken.block, self.screen.view.words
        if self.taken.stops:
            self.screen.say("screen.paste.stopped", what=self.taken.stops[0], role="error")
        elif block.doubts:
            line, what = block.doubts[0]
            self.screen.say("screen.paste.doubt", line=line, what=what, role="error")
        else:
            self.screen.change(
                talk=replace(self.screen.view.talk, text=words.say("screen.paste.nothing"), role="error")
            )


def place_said(screen: "BudgetScreen", place: Path, count: int, called: str | None, after: State) -> str:
    """Where new rows go in, and what the costs or the funding come to then."""
    words, old, new = screen.view.words, screen.view.state.figures.project, after.figures.project
    cost = place[0] == "cost"
    was, would = (old.costs.value, new.costs.value) if cost else (old.funding, new.funding)
    key = "costs" if cost else "funding"
    return words.say("screen.paste.goes-in", count=count, what=called, head=words.say(f"screen.foot.{key}"),
                     old=was, new=would)  # fmt: skip
