"""The TOML text of a budget: its values, where each of them stands, and edits as splices of the text."""

from budjettitui.document.intent import Applied
from budjettitui.document.parts import EditRefused, Lost, TextFault, same, value_at
from budjettitui.document.spelling import respell, spell, spell_text
from budjettitui.document.text import Document
from budjettitui.money import OddNumber

__all__ = [
    "Applied",
    "Document",
    "EditRefused",
    "Lost",
    "OddNumber",
    "TextFault",
    "respell",
    "same",
    "spell",
    "spell_text",
    "value_at",
]
