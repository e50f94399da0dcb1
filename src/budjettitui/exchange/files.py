"""An export as bytes and as a file: which form, under which name, and never over anything unasked."""

import os
from collections.abc import Iterator
from pathlib import Path

from budjettitui import store
from budjettitui.exchange import FORMATS, sheet_of, sheets_of
from budjettitui.exchange.plain_text import csv_lines, markdown_lines
from budjettitui.report.sentences import words_for
from budjettitui.state import State
from budjettitui.words import Words

LINE_END = {"csv": "\r\n", "md": "\n"}
"""As RFC 4180 has it, and as text files do."""


def form_of(name: str | None) -> str:
    """The form that the ending of a file's name tells; a workbook where it tells none."""
    ending = Path(name or "").suffix.lower().removeprefix(".")
    return ending if ending in FORMATS else FORMATS[0]


def beside(budget: Path, form: str) -> Path:
    """The file beside a budget that has its name and the ending of the form."""
    return budget.with_name(f"{budget.name.removesuffix('.toml') or 'budget'}.{form}")


def text_lines(state: State, words: Words, form: str, table: str) -> Iterator[str]:
    """The lines of a text form: one table as csv, all of them as Markdown."""
    words = words_for(state.budget, words)
    if form == "csv":
        return csv_lines(sheet_of(state, words, table), words.lang)
    project = state.budget.project
    title = words.say("table.title", name=project.name or "?", code=project.code)
    return markdown_lines(title, sheets_of(state, words), words)


def content(state: State, words: Words, form: str, table: str) -> bytes:
    """The bytes of an export. A csv begins with a mark that it is UTF-8, by which spreadsheets know it."""
    if form == "xlsx":
        from budjettitui.exchange.workbook import workbook  # only where a workbook is asked for

        return workbook(sheets_of(state, words_for(state.budget, words)))
    text = "".join(line + LINE_END[form] for line in text_lines(state, words, form, table))
    return text.encode("utf-8-sig" if form == "csv" else "utf-8")


def tables_in(state: State, words: Words, form: str, table: str) -> tuple[str, ...]:
    """What the tables of an export are called."""
    sheets = (sheet_of(state, words, table),) if form == "csv" else sheets_of(state, words)
    return tuple(sheet.name for sheet in sheets)


def is_same(path: Path, other: Path) -> bool:
    """True where two paths lead to one file, be it by a link."""
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return False


def write(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Writes a file that is whole or not there. Raises `store.NotSaved`, with the reason `exists` where there is one that
    is not to be replaced.
    """
    if not (replace and os.path.lexists(path)):
        store.create(path, data)
        return
    try:
        store.save(store.read(path), data, force=True)
    except store.Unreadable as reason:
        raise store.NotSaved(reason.reason) from reason
