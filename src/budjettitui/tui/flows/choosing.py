"""Cells that hold a word of a list: what may stand there, narrowed by what was typed, in any of the three languages."""

from budjettitui.cells import words_of
from budjettitui.document import value_at
from budjettitui.findings import Path
from budjettitui.state import State
from budjettitui.tui.present.values import label
from budjettitui.tui.view import Option, View
from budjettitui.words import LANGUAGES, Words


def options_for(view: View, path: Path, wanted: str) -> tuple[Option, ...] | None:
    """The words that have in them what is wanted, those that begin with it first; None where a cell has no list."""
    every = words_of(view.state, path)
    if not every:
        return None
    options = [_option(view, path, word, wanted) for word in every]
    begin = [one for one in options if one is not None and one.begins]
    return (*begin, *(one for one in options if one is not None and not one.begins))


def _option(view: View, path: Path, word: str, wanted: str) -> Option | None:
    """A word with what it is called; None where no name of it has in it what is wanted."""
    shown, wanted = label(view.state, view.words, path, word), wanted.strip().casefold()
    others = _names(view.state, path, word)
    names = [word, *([shown] if shown else []), *others]
    fit = [name for name in names if wanted in name.casefold()]
    if not fit:
        return None
    begin = [name for name in fit if name.casefold().startswith(wanted)]
    seen = any(wanted in name.casefold() for name in (word, shown))
    own = others[0] if others and path[-1] == "category" else ""
    also = own if seen else (begin or fit)[0]
    return Option(word, shown, "" if also.casefold() in (word.casefold(), shown.casefold()) else also, bool(begin))


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


def _names(state: State, path: Path, word: str) -> list[str]:
    """What else a word may be found by: what the list calls it in each language, then what the table does."""
    every, short = [*map(Words, LANGUAGES)], f"screen.{path[-1]}.{word}"
    names = [label(state, words, path, word) for words in every]
    names += [words.say(short) for words in every if words.has(short)]
    return [name for name in names if name]
