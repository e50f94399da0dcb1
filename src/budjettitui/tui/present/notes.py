"""The notes on the row under the cursor, in words: where nothing else is to be said of the row, the strip reads them out."""

from budjettitui.acceptance import notes_at
from budjettitui.findings import Path
from budjettitui.tui.present.found import partner_of
from budjettitui.tui.view import View


def notes_here(view: View) -> tuple[str, ...]:
    """What each of them says, by whom and when; those on a partner in its row of every table of partners."""
    at, state = view.at, view.state
    if at is None or not state.budget.notes or view.listing:
        return ()
    places: list[Path] = [at[:2]]
    partner = partner_of(state, at)
    places += [("partner", number) for number, one in enumerate(state.budget.partners) if one.id == partner is not None]
    found = [note for place in dict.fromkeys(places) for note in notes_at(state, place)]
    return tuple(
        view.words.say("screen.strip.note-says", text=view.words.show(text), by=by, day=day) for text, by, day in found
    )
