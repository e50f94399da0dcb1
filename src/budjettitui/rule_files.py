"""A rule-set file judged by itself: what is wrong in it, as findings with lines, like those of a budget."""

from pathlib import Path as FilePath

from budjettitui.document import Document
from budjettitui.findings import Finding, Path, Place, Severity, quoted
from budjettitui.kinds import kind_word
from budjettitui.rules import loader
from budjettitui.rules.building import TOP
from budjettitui.rules.faults import Fault
from budjettitui.rules.keys import RULE_KEYS

SIGNS = frozenset(TOP) - {"sources", "funding"}
"""What stands at the top of a rule-set file and of no budget."""


def is_rule_set(document: Document) -> bool:
    """True of a document that has a table or key of a rule set at its top, and neither `schema` nor `[project]`."""
    names = document.values.keys()
    return not names & {"schema", "project"} and any(name in SIGNS or RULE_KEYS.has_table((name,)) for name in names)


def judge(document: Document, real: FilePath) -> tuple[Finding, ...]:
    """What is wrong with a rule-set file, in the order of its lines; nothing where it is right."""
    name = f"./{real.name}"
    loaded = loader.load(name, real.parent)
    found = [_finding(fault, document) for fault in loaded.faults if fault.file == name]
    return tuple(sorted(found, key=lambda one: (one.line or 0, one.column or 0, one.check, one.path)))


def _finding(fault: Fault, document: Document) -> Finding:
    place = document.position(fault.path, key=fault.at_key) or _nearest(document, fault.path)
    line, column = (fault.line, fault.column) if fault.line is not None else place
    table = quoted(str(fault.path[0])) if fault.path else "file"
    key = ".".join(str(part) for part in fault.path[1:]) or None
    there = _value(document, fault.path)
    values = {"found": kind_word(there), "word": str(there), **fault.values}
    return Finding(
        fault.check, Severity.ERROR, Place(table, key=key), values, fault.wording, fault.path, line=line, column=column
    )


def _value(document: Document, path: Path) -> object:
    """What stands at a path; None where nothing does."""
    value: object = document.values
    for part in path:
        if isinstance(value, dict):
            value = value.get(str(part))
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value


def _nearest(document: Document, path: Path) -> tuple[int, int]:
    """The place of the nearest part of a path that is there."""
    while path:
        path = path[:-1]
        found = document.position(path) if path else None
        if found is not None:
            return found
    return 1, 1
