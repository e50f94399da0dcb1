"""The JSON of `check`, version 1. Frozen: what stands here is read by other programs, and inner types may change."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from budjettitui.checks import declared
from budjettitui.edits import Change, Insert, Move, Remove, Rename, Set
from budjettitui.findings import Accepted, Finding, Severity
from budjettitui.model import Budget
from budjettitui.money import plain, to_decimals
from budjettitui.report.judged import JudgedFile, Run
from budjettitui.report.places import spelled
from budjettitui.report.sentences import Sentences, words_for
from budjettitui.visible import HIDDEN
from budjettitui.words import Words

VERSION = 1
PERCENT_DECIMALS = 6


def report(run: Run, words: Words) -> Iterator[str]:
    """The document, one finding a line, so that it can be read and compared."""
    summary = {
        "files": len(run.files),
        "skipped": run.skipped,
        "errors": run.count(Severity.ERROR),
        "warnings": run.count(Severity.WARNING),
        "infos": run.count(Severity.INFO),
        "waived": run.waived,
    }
    found = [encoded(item) for judged in run.files for item in _findings(judged, words_for(judged.budget, words))]
    yield f'{{"version": {VERSION},'
    yield f' "summary": {encoded(summary)},'
    yield ' "findings": [' + ("" if found else "]}")
    yield from (f"  {item}," for item in found[:-1])
    yield from (f"  {item}]}}" for item in found[-1:])


def encoded(value: object) -> str:
    """JSON that is safe to print: hidden characters are escaped, and no line of it is a command of CI."""
    text = json.dumps(value, ensure_ascii=False)
    return HIDDEN.sub(_escape, text).replace("##", "#\\u0023")


def part_a_line(parts: Mapping[str, object]) -> Iterator[str]:
    """An object as JSON, each of its keys on a line of its own."""
    last = len(parts) - 1
    for number, (key, value) in enumerate(parts.items()):
        yield f"{'{' if number == 0 else ' '}{encoded(key)}: {encoded(value)}{',' if number < last else '}'}"


def amount(value: Decimal | None, decimals: int) -> str | None:
    """An amount half-up to the currency's decimals."""
    if value is None:
        return None
    text = plain(to_decimals(value, decimals))
    return text.removeprefix("-") if not text.strip("-0.") else text


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def _findings(judged: JudgedFile, words: Words) -> Iterator[dict[str, object]]:
    sentences = Sentences(judged.budget, words)
    for finding in judged.findings:
        yield _finding(finding, judged, sentences)


def _finding(finding: Finding, judged: JudgedFile, sentences: Sentences) -> dict[str, object]:
    decimals = PERCENT_DECIMALS if finding.percent else judged.budget.decimals
    cause = finding.cause
    return {
        "file": judged.name,
        "check": finding.check,
        "severity": finding.severity.word,
        "line": finding.line,
        "column": finding.column,
        "path": finding.path,
        "partner": finding.partner,
        "message": sentences.of(finding),
        "expected": amount(finding.expected, decimals),
        "actual": amount(finding.actual, decimals),
        "difference": amount(finding.difference, decimals),
        "approximate": finding.approximate,
        "cause": None if cause is None else {"check": cause.check, "path": cause.path},
        "hints": [sentences.hint(hint) for hint in finding.hints],
        "rule": _rule(finding, judged),
        "fixes": [
            {"title": sentences.fix(fix), "edits": list(_edits(fix.change, judged.budget))} for fix in finding.fixes
        ],
        "waived": None if finding.waived is None else _waived(finding.waived),
    }


def _rule(finding: Finding, judged: JudgedFile) -> dict[str, str | None] | None:
    """The rule set judged by, and the source of the rule where it has one; none of what is wrong in the file's form."""
    if finding.source is None and declared()[finding.check].family == "structure":
        return None
    return {"set": judged.rules, "source": finding.source}


def _waived(waived: Accepted) -> dict[str, str | None]:
    until = None if waived.until is None else waived.until.isoformat()
    return {"reason": waived.reason, "by": waived.by, "until": until}


def _edits(change: Change, budget: Budget) -> Iterator[dict[str, str | None]]:
    """Edits by places; a plain one sets a value, all others name what they do in `op`."""
    for edit in change.edits:
        match edit:
            case Set(path, text):
                yield {"path": spelled(path, budget), "value": text}
            case Remove(path):
                yield {"path": spelled(path, budget), "value": None, "op": "remove"}
            case Rename(path, name):
                yield {"path": spelled(path, budget), "value": name, "op": "rename"}
            case Insert(table, index, items):
                row = ", ".join(f"{key} = {text}" for key, text in items)
                yield {"path": f"{table}[{index + 1}]", "value": f"{{ {row} }}", "op": "insert"}
            case Move(table, index, to):
                yield {"path": f"{table}[{index + 1}]", "value": f"{table}[{to + 1}]", "op": "move"}
    for splice in change.splices:
        yield {"path": "file", "value": splice.new, "op": "replace"}
