"""Rule-set files told from budgets, and judged by themselves: what is wrong in them, as findings with lines."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path as FilePath

from budjettitui.document import Document, value_at
from budjettitui.findings import Finding, Path, Place, Severity, quoted
from budjettitui.reading.flaws import kind_word
from budjettitui.reading.tables import TABLES
from budjettitui.rules import RuleSet, loader
from budjettitui.rules.building import TOP
from budjettitui.rules.faults import RuleSetFault
from budjettitui.rules.keys import RULE_KEYS
from budjettitui.rules.parts import LANGUAGES

SIGNS = frozenset(TOP) - {"sources", "funding"}
"""What stands at the top of a rule-set file and of no budget."""


def is_rule_set(document: Document) -> bool:
    """True of a document that has a table or key of a rule set at its top, and neither `schema`, `[project]` nor rows.

    `[[cost]]` and `[[funding]]` are a budget's, whatever else is missing; `[funding.own]` is a rule set's.
    """
    values = document.values
    rows = any(name in TABLES and isinstance(value, list) for name, value in values.items())
    if rows or values.keys() & {"schema", "project"}:
        return False
    return any(name in SIGNS or RULE_KEYS.has_table((name,)) for name in values)


def is_budget(document: Document) -> bool:
    """True of a file of a folder that is judged as a budget: with `schema` or a table other than `[project]`, or broken."""
    if is_rule_set(document):
        return False
    named = any(name == "schema" or (name in TABLES and name != "project") for name in document.values)
    return bool(document.faults) or named


def judge(document: Document, real: FilePath) -> tuple[Finding, ...]:
    """What is wrong with a rule-set file, in the order of its lines; nothing where it is right."""
    name = f"./{real.name}"
    if document.faults:
        return tuple(_not_toml(document))
    loaded = loader.load(name, real.parent)
    found = [_finding(fault, document) for fault in loaded.faults if fault.file == name]
    if loaded.rules is not None:
        found += _unnamed(document, loaded.rules)
        if any(fault.file != name for fault in loaded.faults):
            why = {"name": str(document.values.get("extends"))[:80], "why": "faulty"}
            found.append(_finding(RuleSetFault("unknown-rules", ("extends",), name, why), document))
    return tuple(sorted(found, key=lambda one: (one.line or 0, one.column or 0, one.check, one.path)))


def _not_toml(document: Document) -> Iterator[Finding]:
    """Why it is no TOML, in the words of a budget that is none."""
    for fault in document.faults:
        wording = "encoding" if fault.kind == "not-utf-8" else ""
        values = {"reason": fault.reason, "detail": fault.detail}
        yield Finding("toml-syntax", Severity.ERROR, Place("file"), values, wording, (),
                      line=fault.line, column=fault.column)  # fmt: skip


def _finding(fault: RuleSetFault, document: Document) -> Finding:
    place = document.position(fault.path, key=fault.at_key) or _nearest(document, fault.path)
    line, column = (fault.line, fault.column) if fault.line is not None else place
    table = quoted(str(fault.path[0])) if fault.path else "file"
    key = _key(fault.path[1:]) or None
    there = value_at(document.values, fault.path)
    values = {"found": kind_word(there), "word": str(there), "rules": fault.file, **fault.values}
    wording = fault.wording
    if fault.check == "unknown-rules":
        why = str(fault.values["why"])
        wording = {"unknown": "", "path": "outside", "outside": "outside"}.get(why, "broken")
        values |= {"reason": "chain" if why == "too-deep" else why}
    elif fault.check == "wrong-type" and not wording and isinstance(there, int | Decimal) and there is not True:
        wording = "number"
    return Finding(
        fault.check, Severity.ERROR, Place(table, key=key), values, wording, fault.path, line=line, column=column
    )


def _key(path: Path) -> str:
    """A path in words: names with dots between them, rows by their number from one."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def _unnamed(document: Document, rules: RuleSet) -> Iterator[Finding]:
    """The categories and cost models of this file without a name in one of the languages: a remark."""
    for table, known in (("category", rules.categories), ("cost_model", rules.cost_models)):
        own = document.values.get(table)
        for name in own if isinstance(own, dict) else ():
            labels = known[name].labels if name in known else dict.fromkeys(LANGUAGES, "")
            missing = tuple(one for one in LANGUAGES if one not in labels)
            if missing:
                path = (table, name)
                line, column = document.position(path) or _nearest(document, path)
                place = Place(table, key=name)
                values = {"languages": missing, "id": name}
                yield Finding("missing-key", Severity.INFO, place, values, "label", path, line=line, column=column)


def _nearest(document: Document, path: Path) -> tuple[int, int]:
    """The place of the nearest part of a path that is there."""
    while path:
        path = path[:-1]
        found = document.position(path) if path else None
        if found is not None:
            return found
    return 1, 1
