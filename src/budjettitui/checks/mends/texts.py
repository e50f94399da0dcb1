"""Mends of what is written: a number that TOML or the format takes, the nearest key or word, a waiver that is not needed."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.checks.mendable import mend_of
from budjettitui.checks.waivers import names
from budjettitui.document import Document, respell, spell
from budjettitui.edits import Change, Remove, Rename, Set, Splice
from budjettitui.findings import Finding, Fix, Path
from budjettitui.money import ONE, decimals_written, is_whole, rounded
from budjettitui.typed import Sure, read_number
from budjettitui.visible import seen_only

MOST_DIGITS = 14
"""No amount that is meant has more digits before the point."""


def as_amount(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The number that a text plainly says: `"121 841,92"` is 121_841.92, while `"1,234"` could be two numbers.

    Of a number with too many decimals the nearest two that the currency has.
    """
    text, number = finding.values.get("text"), finding.values.get("number")
    if finding.wording == "decimals" and finding.anchor is not None and isinstance(number, Decimal):
        for way in ("half_up", "down", "up"):
            value = respell("1_000", rounded(number, ONE.scaleb(-case.budget.decimals), way))
            yield _fix("fix.rewrite-amount", value, Change("fix.rewrite-amount", (Set(finding.anchor, value),)))
    if finding.anchor is None or not isinstance(text, str) or finding.wording not in ("text", "exponent"):
        return
    if finding.wording == "exponent":
        yield from _in_full(case, finding.anchor, text)
        return
    reading = read_number(text, decimals=case.budget.decimals)
    if isinstance(reading, Sure) and reading.factors is None and not reading.sum:
        value = respell("1_000", reading.value)
        yield _fix("fix.rewrite-amount", value, Change("fix.rewrite-amount", (Set(finding.anchor, value),)))


def _in_full(case: Case, anchor: Path, text: str) -> Iterator[Fix]:
    """The number that one with an exponent is, where the currency has it."""
    number = Decimal(text.replace("_", ""))
    if number.adjusted() <= MOST_DIGITS and decimals_written(number) <= case.budget.decimals:
        value = respell("1_000", number.to_integral_value() if is_whole(number) else number)
        yield _fix("fix.rewrite-amount", value, Change("fix.rewrite-amount", (Set(anchor, value),)))


def as_toml(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """What the parser's stumbling block was plainly meant to be: `1 000 000` is 1_000_000."""
    for fault in document.faults:
        if fault.mend is not None and (fault.line, fault.column) == (finding.line, finding.column):
            start, end, text = fault.mend
            splice = Splice(start, document.text[start:end], text)
            yield _fix("fix.rewrite-amount", text, Change("fix.rewrite-amount", (), {"to": text}, (splice,)))


def nearest_key(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The nearest key that the format has, where the table does not have it already."""
    near, anchor = finding.values.get("nearest"), finding.anchor
    if not isinstance(near, str) or not anchor or document.span((*anchor[:-1], near)) is not None:
        return
    yield _fix("fix.rename-key", near, Change("fix.rename-key", (Rename(anchor, near),)))


def nearest_word(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The nearest word that is there."""
    near = finding.values.get("nearest")
    if isinstance(near, str) and finding.anchor is not None:
        yield _fix("fix.nearest-word", near, Change("fix.nearest-word", (Set(finding.anchor, spell(near)),)))


def nearest_category(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The nearest category: of this line alone, and of all lines that have the same word."""
    near, word, anchor = finding.values.get("nearest"), finding.values.get("word"), finding.anchor
    if not isinstance(near, str) or not anchor or anchor[0] != "cost":
        return
    yield _fix("fix.nearest-word", near, Change("fix.nearest-word", (Set(anchor, spell(near)),)))
    lines = [index for index, row in enumerate(case.budget.costs) if row.category == word]
    if len(lines) > 1:
        edits = tuple(Set(("cost", index, "category"), spell(near)) for index in lines)
        values = {"to": near, "word": word, "count": len(lines)}
        yield Fix("fix.nearest-category", values, Change("fix.nearest-category", edits, values))


def without_hidden(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The text without what cannot be seen; or with a space where it stands between two words."""
    text, anchor = finding.values.get("text"), finding.anchor
    if not isinstance(text, str) or anchor is None or finding.at_key:
        return
    for title, put in (("fix.no-hidden", ""), ("fix.no-hidden.space", " ")):
        clean = seen_only(text, put).strip()
        if clean:
            yield _fix(title, clean, Change(title, (Set(anchor, spell(clean)),)))


def no_waiver(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Take the waiver out."""
    if finding.anchor is not None:
        yield _fix("fix.remove-waiver", "", Change("fix.remove-waiver", (Remove(finding.anchor[:2]),)))


def outgrown(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """Take the waiver out; or mend what has outgrown it, by all of it."""
    yield from no_waiver(case, document, finding)
    if finding.anchor is None:
        return
    waiver = case.budget.waivers[int(finding.anchor[1])]
    for one in case.findings:
        if one.is_root and names(case, waiver, one):
            yield from mend_of(one.check)(case, document, one)


def _fix(title: str, to: str, change: Change) -> Fix:
    values = {"to": to}
    return Fix(title, values, Change(change.name, change.edits, values, change.splices))
