"""Audit lines, known by their words in three languages."""

import re

from budjettitui.model import Row

_SURELY = re.compile(
    r"audit(?!ori[oue]|ion|ii?v)|tilintark|revisor|räkenskapsgransk|(?<=\w)(?<!\bp)revision|revisions(?!is)\w",
    re.IGNORECASE,
)
"""An auditor's work; not an auditorium (auditorio), an audition or what is heard (auditiivinen). Swedish joins its words:
slutrevision and revisionsarvode are of an audit; a prevision or revisionism is not."""

_REVISION = re.compile(r"(?:^|(?P<before>[\w'’]+)\s+|[^\w\s]\s*)revision(?:en)?\b(?!\s+(?:of|to|the|and|for|in|by|with|on)\b)",
                       re.IGNORECASE)  # fmt: skip
_BEFORE = re.compile(r"\w*(?:ern|ig|isk|ande|ende|ad|ild|ell)|och|eller|för|av|till|samt|inkl|med|\w+(?:ets|ens)|\d+",
                     re.IGNORECASE)  # fmt: skip
"""What may stand right before the Swedish word: an adjective, a small word, whose audit it is. Swedish writes a noun there
as one word with it, so that "plan revision" is English and of a plan."""


def is_audit(row: Row) -> bool:
    """True of a line whose description or category says that it is for an audit."""
    return any(
        text and _says_audit(text) for text in (getattr(row, "description", None), getattr(row, "category", None))
    )


def _says_audit(text: str) -> bool:
    """`Revision` by itself is an audit in Swedish and a change of something in English: the words beside it tell."""
    if _SURELY.search(text):
        return True
    found = (one.group("before") for one in _REVISION.finditer(text))
    return any(before is None or _BEFORE.fullmatch(before) for before in found)
