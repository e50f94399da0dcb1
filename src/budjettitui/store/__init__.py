"""A budget's file on disk: read as bytes, saved whole or not at all."""

from budjettitui.store.reading import Stored, Unreadable, outside, read, reason_of, unlisted, unreached
from budjettitui.store.saving import ChangedOnDisk, NotSaved, create, keep_beside, save

__all__ = [
    "ChangedOnDisk",
    "NotSaved",
    "Stored",
    "Unreadable",
    "create",
    "keep_beside",
    "outside",
    "read",
    "reason_of",
    "save",
    "unlisted",
    "unreached",
]
