"""How a sentence is written down: text with holes for values.

`{who}` is a value, shown by its type. `{gap:money}` has the currency behind it, `{price:exact}` keeps all decimals,
`{rate:percent}` is a percentage, `{gap:points}` a difference of two, `{ring:chain}` what leads to what. `{kind@funding}`
is the label of a word (`label.funding.municipal`).
`{count|line|lines}` is the first form for one and the second for more. What stands in `[brackets]` with values in it is
said only where they all are there; brackets without values (`[declared]`) are text. `{key:undo}` is the key that does an
action.
"""

import re
from functools import cache

from budjettitui.values import frozen

_HOLE = re.compile(r"\{(\w+)(?::(\w+)|@([\w-]+)|\|([^|}]*)\|([^|}]*))?\}")
_OPTIONAL = re.compile(r"\[([^\[\]{]*\{[^\[\]]*)\]")


@frozen
class Piece:
    """A piece of a sentence: fixed text, a hole for a value, or a stretch said only where its values are there."""

    text: str = ""
    name: str = ""
    spec: str = ""
    group: str = ""
    forms: tuple[str, ...] = ()
    pieces: tuple["Piece", ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The values that the stretch needs."""
        return tuple(piece.name for piece in self.pieces if piece.name)


@cache
def pieces_of(template: str) -> tuple[Piece, ...]:
    """The pieces of a sentence, in order."""
    found: list[Piece] = []
    at = 0
    for match in _OPTIONAL.finditer(template):
        found.extend(_holes(template[at : match.start()]))
        found.append(Piece(pieces=tuple(_holes(match[1]))))
        at = match.end()
    found.extend(_holes(template[at:]))
    return tuple(found)


def names_in(template: str) -> frozenset[str]:
    """Every value that a sentence can show."""
    return frozenset(match[1] for match in _HOLE.finditer(template))


def _holes(text: str) -> list[Piece]:
    found: list[Piece] = []
    at = 0
    for match in _HOLE.finditer(text):
        if match.start() > at:
            found.append(Piece(text=text[at : match.start()]))
        name, spec, group, one, many = match.groups()
        forms = () if one is None else (one, many)
        found.append(Piece(name=name, spec=spec or "", group=group or "", forms=forms))
        at = match.end()
    if at < len(text):
        found.append(Piece(text=text[at:]))
    return found
