"""The bottom line: the keys of this place."""

import re
from collections.abc import Sequence

from budjettitui.cells import only_listed
from budjettitui.cells.places import is_row
from budjettitui.spreading import columns_of
from budjettitui.tui.keys import Action, bottom_line
from budjettitui.tui.present.keynames import key_text
from budjettitui.tui.view import Typing, View
from budjettitui.tui.widgets.keysline import KeyHint
from budjettitui.typed import Doubtful, NotYet
from budjettitui.values import replace
from budjettitui.words import Words

MENUS = {
    "menu": (("Enter", "do"), ("1-9", "mark"), ("Up Down", "choose"), ("Esc", "leave")),
    "mends": (("Enter", "do"), ("1-9", "mark"), ("{why}", "why"), ("Up Down", "choose"), ("Esc", "leave")),
    "ask": (("Enter", "do"), ("Esc", "leave")),
    "paste": (
        ("Enter", "paste-it"),
        ("Left Right", "to-column"),
        ("n", "other-numbers"),
        ("Up Down", "choose"),
        ("Esc", "leave"),
    ),
    "paste-totals": (
        ("Enter", "paste-it"),
        ("Left Right", "to-column"),
        ("n", "other-numbers"),
        ("x", "totals"),
        ("Up Down", "choose"),
        ("Esc", "leave"),
    ),
    "paste-column": (
        ("Enter", "paste-it"),
        ("Up Down", "its-meaning"),
        ("Left Right", "to-column"),
        ("n", "other-numbers"),
        ("Esc", "go-back"),
    ),
    "import": (("Enter", "show-lines"), ("Esc", "leave")),
    "find": (("Enter", "find"), ("Esc", "close")),
    "filter": (("Enter", "show-lines"), ("Esc", "as-it-was")),
    "text": (("Up Down", "scroll"), ("Esc", "close")),
    "why": (("Enter", "go-there"), ("{mend}", "mend"), ("{copy}", "copy"), ("Up Down", "scroll"), ("Esc", "close")),
    "why-only": (("Enter", "go-there"), ("{copy}", "copy"), ("Up Down", "scroll"), ("Esc", "close")),
    "rules": (
        ("type", "narrow"),
        ("Enter", "choose"),
        ("Up Down", ""),
        ("PgUp PgDn", ""),
        ("Home End", ""),
        ("Esc", "leave"),
    ),
    "new": (("Enter", "make-it"), ("Tab", "next-field"), ("Esc", "other-rules")),
    "begin": (("Enter", "write-it"), ("Tab", "next-field"), ("Esc", "other-rules")),
    "recovery": (("Enter", "do"), ("Up Down", "choose"), ("Esc", "not-now")),
    "disk": (("Enter", "do"), ("1-4", "mark"), ("w", "texts"), ("Up Down", "choose"), ("Esc", "decide-later")),
    "version": (("Enter", "compare"), ("Esc", "close")),
    "compared": (
        ("n N", "changes"),
        ("Enter", "go-there"),
        ("{why}", "why"),
        ("{note}", "note"),
        ("{accept}", "accept"),
        ("C", "other-version"),
        ("Esc", "close"),
    ),
    "goal": (
        ("Enter", "write-it"),
        ("Up Down", "choose"),
        ("{copy}", "copy"),
        ("x", "keep-some"),
        ("r", "another-rate"),
        ("Esc", "leave"),
    ),
    "keep": (("Enter", "keep-or-not"), ("Up Down", "choose"), ("Esc", "go-back")),
    "rate": (("Enter", "do"), ("Esc", "go-back")),
    "facts": (("type", "narrow"), ("Enter", "edit"), ("Up Down", ""), ("Esc", "close")),
    "fact": (("Enter", "write-it"), ("Esc", "go-back")),
    "fact-word": (("type", "narrow"), ("Enter", "write-it"), ("Up Down", ""), ("Esc", "go-back")),
    "fact-names": (("type", "narrow"), ("Enter", "edit"), ("Up Down", ""), ("Esc", "go-back")),
    "fact-periods": (("Enter", "edit"), ("{row_down} {row_up}", "move-it"), ("Up Down", "choose"), ("Esc", "go-back")),
    "fact-marks": (
        ("Space", "mark-it"),
        ("Enter", "write-it"),
        ("type", "narrow"),
        ("Up Down", ""),
        ("Esc", "go-back"),
    ),
    "tried": (("Up Down", "choose"), ("{why}", "worked-out"), ("{copy}", "copy-table"), ("Esc", "close")),
    "models": (
        ("Enter", "take-it"),
        ("Up Down", "choose"),
        ("{why}", "worked-out"),
        ("{copy}", "copy-table"),
        ("Esc", "leave"),
    ),
    "worked-out": (("Enter", "go-there"), ("{copy}", "copy"), ("Up Down", "scroll"), ("Esc", "go-back")),
    "tour": (("Enter", "start"),),
    "accept": (("Enter", "accept"), ("Tab", "next-field"), ("^j", "new-line"), ("Esc", "accept-not")),
    "note": (("Enter", "write-note"), ("Tab", "next-field"), ("^j", "new-line"), ("Esc", "write-nothing")),
    "help": (("Up Down", "scroll"), ("?", "other-keys"), ("Esc", "close")),
    "palette": (("type", "narrow"), ("Up Down", "choose"), ("Enter", "do"), ("Esc", "close")),
}
"""The keys of each kind of dialog, with what they are called; in braces, those that the settings may change."""

ACTION = re.compile(r"\{(\w+)\}")
"""An action in the keys of a dialog."""

NOT_YET = (("Esc", "put_back"), ("F1", "help"))
NONE_FITS = (("type", "narrow"), ("Esc", "put_back"), ("F1", "help"))
LISTED = (("type", "narrow"), ("Up Down", ""), ("Enter", "choose"), ("Tab", "choose-right"), ("Esc", "put_back"))
DOUBT = (("Down", "choose-reading"), ("Esc", "put_back"), ("F1", "help"))

GOING = (("1-6", "page"), ("g", "top"), ("e", "end"), ("o", "back-there"), ("b", "list"), ("Esc", "stay"))


def hints(view: View) -> tuple[KeyHint, ...]:
    """The hints in order; what does not fit falls away from the end."""
    words = view.words
    if view.dialog and view.dialog != "jump":
        return plain_hints(words, _with(view.does, _in_keys(words, MENUS.get(view.dialog, MENUS["menu"]))))
    if view.typing is not None:
        shown = _typing_hints(view, view.typing)
        no_line = view.words.say("screen.hint.no-line")
        return tuple(replace(one, word=no_line) if view.typing.draft and one.key == "Esc" else one for one in shown)
    if view.going:
        return plain_hints(words, GOING)
    shown = place_hints(words, view.place, _useful(view), read_only=view.read_only, broken=not view.state.document.editable,
                        page=view.shown_page)  # fmt: skip
    if view.read_only and view.dirty:  # a reviewer has accepted or noted something
        shown = (*shown[:1], *hint_of_save(words), *shown[1:])
    shown = _with_enter(view, shown) if view.place == "table" else shown
    if view.page == "overview" and view.place == "table" and view.state.document.editable:
        facts = KeyHint(words.key("facts"), words.say("screen.hint.facts"), 4)
        return (*shown[:1], facts, *shown[1:]) if shown[0].key == "Enter" else (facts, *shown)
    return shown


def _with_enter(view: View, shown: tuple[KeyHint, ...]) -> tuple[KeyHint, ...]:
    """What Enter does under the cursor first, where it does something: a file that is only read can still be opened."""
    enters = view.enters or ("open" if view.page == "overview" else "edit")
    others = shown[1:] if shown[0].key == "Enter" else shown
    if enters == "nothing" or (view.read_only and enters != "open"):
        return others
    return (KeyHint("Enter", view.words.say(f"screen.hint.{enters}")), *(others[1:] if enters == "add" else others))


def _typing_hints(view: View, typing: Typing) -> tuple[KeyHint, ...]:
    """The keys of a cell that is being typed: those that do something with what stands there now."""
    words = view.words
    if none_fits(view):
        return plain_hints(words, NONE_FITS)
    if typing.listed and typing.options:
        return plain_hints(words, LISTED)
    if isinstance(typing.answer, Doubtful | NotYet):
        return plain_hints(words, DOUBT if isinstance(typing.answer, Doubtful) else NOT_YET)
    return place_hints(words, "edit", [one for one in view.keys if one.name != "choose"])


SPLITTING = ("spread", "rest")


def _useful(view: View) -> Sequence[Action]:
    """The actions without those that would find nothing: no years to split by, no row to take away or to copy."""
    without: tuple[str, ...] = SPLITTING if view.shown_page == "years" and not _has_years(view) else ()
    if view.place == "table" and view.shown_page != "file" and view.draft is None:
        at = view.at if view.at is not None and is_row(view.at) else None
        without += ("delete", "copy_row") if at is None else ("copy_row",) if at[0] == "partner" else ()
    return [one for one in view.keys if one.name not in without] if without else view.keys


def _has_years(view: View) -> bool:
    budget = view.state.budget
    return budget.project.period is not None or bool(columns_of(budget))


def none_fits(view: View) -> bool:
    """True while nothing of a list fits what is typed and nothing else may stand there: Enter keeps it not."""
    typing = view.typing
    return typing is not None and typing.listed and not typing.options and only_listed(view.state, typing.path)


def _with(does: str, pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The keys of a dialog where Enter does something else with what is marked."""
    return tuple((key, does if does and key == "Enter" else name) for key, name in pairs)


def _in_keys(words: Words, pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The keys of a dialog as the settings have them."""
    return tuple((ACTION.sub(lambda found: words.key(found[1]), key), name) for key, name in pairs)


def hint_of_save(words: Words) -> tuple[KeyHint, ...]:
    """How to save, in a place whose keys write nothing themselves."""
    return (KeyHint(words.key("save"), words.say("screen.hint.save")),)


def place_hints(
    words: Words,
    place: str,
    actions: Sequence[Action],
    *,
    read_only: bool = False,
    broken: bool = False,
    page: str = "",
) -> tuple[KeyHint, ...]:
    """The hints that the table of keys has for a place."""
    return tuple(
        KeyHint(
            key_text(words, one.shown),
            words.say(f"screen.hint.{'across-back' if (one.name, page) == ('across', 'file') else one.name}"),
            one.rank or 0,
            one.keys[0] if one.own and place == "edit" else "",
        )
        for one in bottom_line(place, actions, read_only=read_only, broken=broken, page=page)
    )


NEEDING = ("open", "compare")
"""What the list of budgets does to the file at the cursor."""


def list_hints(
    words: Words, actions: Sequence[Action], *, read_only: bool, there: bool, begins: bool
) -> tuple[KeyHint, ...]:
    """The hints of the list of budgets: at a file that is `there`, or at the row that `begins` one."""
    named = [one for one in actions if there or one.name not in (*NEEDING, *(("new",) if begins else ()))]
    shown = place_hints(words, "list", named, read_only=read_only)
    return (KeyHint("Enter", words.say("screen.hint.new-budget")), *shown) if begins else shown


def plain_hints(words: Words, pairs: tuple[tuple[str, str], ...]) -> tuple[KeyHint, ...]:
    """Keys that stand in no table of actions: those of dialogs and of choosing. How to do it and how to leave stay."""
    return tuple(
        KeyHint(key_text(words, key), words.say(f"screen.hint.{name}") if name else "", _rank(key, name),
                "" if pairs is GOING else PRESSED.get(key, key if len(key) == 1 else ""))
        for key, name in pairs
    )  # fmt: skip


PRESSED = {
    "Enter": "enter",
    "Tab": "tab",
    "Esc": "escape",
    "Down": "down",
    "Space": "space",
    "F1": "f1",
    "?": "question_mark",
    "n N": "n",
    "^j": "ctrl+j",
}
"""The key that a click on a hint of a dialog, or of a cell that is being typed, presses."""


def _rank(key: str, name: str) -> int:
    return 0 if key in ("Enter", "Esc") else 1 if name else 2
