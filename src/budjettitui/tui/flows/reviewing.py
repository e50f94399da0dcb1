"""Reading without writing: in a file opened read-only, notes and acceptances are all that may be written."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from budjettitui.tui.widgets.menu import Choice, MenuText

if TYPE_CHECKING:
    from budjettitui.tui.screens.budget import BudgetScreen


def may_note(screen: "BudgetScreen", then: Callable[["BudgetScreen"], object]) -> None:
    """Go on where notes may be written; of a file opened read-only it is asked once."""
    if not screen.view.state.document.editable:
        screen.say("screen.talk.broken")
    elif not screen.view.read_only or screen.noting:
        then(screen)
    else:
        _ask(screen, then)


def _ask(screen: "BudgetScreen", then: Callable[["BudgetScreen"], object]) -> None:
    words, file = screen.view.words, screen.view.label
    choices = (Choice(words.say("flow.review.write")), Choice(words.say("flow.review.look")))
    text = MenuText(words.say("flow.review.title", file=file), choices, (words.say("flow.review.about"),))

    def chosen(number: int | None) -> None:
        if number == 0:
            screen.noting = True
            then(screen)

    screen.ask(text, chosen)
