"""Cells that hold a word of a list: what may stand there, narrowed by what was typed, in any of the three languages."""

from budjettitui.cells import words_of
from budjettitui.document import value_at
from budjettitui.findings import Path
from budjettitui.state import State
from budjettitui.tui.present.values import label
from budjettitui.tui.view import Option, View
from budjettitui.words import LANGUAGES, Words


def options_for(view: View, path: Path, text: str, *, fresh: bool = False) -> tuple[Option, ...] | None:
    """The words that fit what was typed, those that begin with it first; None where a cell has no list."""
    every = words_of(view.state, path)
    if not every:
        return None
    options = [Option(word, label(view.state, view.words, path, word)) for word in every]
    wanted = "" if fresh else text.strip().casefold()
    begin = [one for one in options if any(name.startswith(wanted) for name in _names(view.state, path, one.word))]
    inside = [
        one
        for one in options
        if one not in begin and any(wanted in name for name in _names(view.state, path, one.word))
    ]
    return (*begin, *inside)


def best(view: View, path: Path, options: tuple[Option, ...], text: str, draft: bool) -> int:
    """The option that is marked at first: the present word, else the first that fits; none where nothing does."""
    chosen = view.draft.cells.get(str(path[-1])) if draft and view.draft is not None else None
    present = chosen if draft else value_at(view.state.document.values, path)
    if isinstance(present, bool):
        present = "true" if present else "false"
    words = [one.word for one in options]
    if not text.strip() and present in words:
        return words.index(str(present))
    if not text.strip():
        return 0 if options and present in (None, "") and path[-1] in ("category", "kind") else -1
    return 0 if options else -1


def _names(state: State, path: Path, word: str) -> set[str]:
    """Everything that a word may be found by: itself, and what the list and the table call it in each language."""
    names, short = {word.casefold()}, f"screen.{path[-1]}.{word}"
    for words in map(Words, LANGUAGES):
        names.add(label(state, words, path, word).casefold())
        if words.has(short):
            names.add(words.say(short).casefold())
    return {name for name in names if name}
