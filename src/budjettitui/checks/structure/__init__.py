"""Checks of the file's own form: whether it is TOML, has the keys of docs/file-format.md, and names what is there.

Most of what they say is found while reading (`budget.flaws`) and only passed on here.
"""

from budjettitui.checks.structure import amounts, document, keys, naming, references, rows, texts, totals
from budjettitui.checks.structure.document import unreadable

__all__ = ["amounts", "document", "keys", "naming", "references", "rows", "texts", "totals", "unreadable"]
