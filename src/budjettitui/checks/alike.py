"""Names as a reader sees them: what only a machine could tell apart is the same."""

import unicodedata

from budjettitui.visible import HIDDEN


def as_seen(name: str) -> str:
    """A name normalised (NFKC) and case-folded, without blanks around it and without characters of no width."""
    if name.isascii() and name.isprintable():
        return name.strip().lower()
    seen = unicodedata.normalize("NFKC", HIDDEN.sub("", name)).casefold()
    return HIDDEN.sub("", unicodedata.normalize("NFKC", seen)).strip()
