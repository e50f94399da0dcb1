"""Who provides a service, as far as a cost line's words tell."""

import re
from functools import lru_cache

_SERVICE = re.compile(r"service|subcontract|external|palvel|alihankin|tjänst|tjanst|underleverant", re.IGNORECASE)
_FORM = re.compile(r"[\s,]+(oy|oyj|ab|abp|ky|ry|rf|sr|rs|osk|ltd|plc|inc|gmbh|ag|aps|as|asa)\.?$", re.IGNORECASE)
_SHORTEST = 4
_PLACED = (
    "".join(rf"(?<!\b{word}\s)" for word in ("in", "at", "to", "near", "around", "i", "till", "på", "vid"))
    + r"(?<![-–—])"
)
_NO_WAY = r"(?!\s?[-–—])"
"""What stands before and behind a place: "in Espoo", "Espoo–Helsinki"."""


def is_service(category: str | None) -> bool:
    """True of a category of bought services, by its word in three languages."""
    return category is not None and _SERVICE.search(category) is not None


def names_in(name: str, text: str) -> bool:
    """True where a text names a body, with or without the form of its company.

    A name of one word may be a place as well ("Helsinki"), so it counts only as it is written, with its form; without
    one it does not where the words around it are those of a place.
    """
    pattern = _pattern(name)
    return pattern is not None and pattern.search(text) is not None


@lru_cache(maxsize=1000)
def _pattern(name: str) -> "re.Pattern[str] | None":
    whole = " ".join(name.split())
    short = _FORM.sub("", whole)
    if len(short) < _SHORTEST or len(whole) > 200:
        return None
    several = " " in short
    spelled = re.escape(short if several else whole).replace(r"\ ", r"\s+")
    placed = _PLACED if whole == short and not several else ""
    return re.compile(rf"{placed}(?<!\w){spelled}(?!\w)" + (_NO_WAY if placed else ""), re.IGNORECASE if several else 0)
