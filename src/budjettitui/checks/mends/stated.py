"""Mends of what documents and the call say: a figure that nobody else's document states, a ceiling above the programme's."""

from collections.abc import Iterator

from budjettitui.checks.case import Case
from budjettitui.checks.mends.movable import movables
from budjettitui.checks.mends.support import PROJECT, asked_first, support_moved
from budjettitui.checks.mends.writing import fix_of, set_amount, taken_out
from budjettitui.checks.support import project_ceiling
from budjettitui.document import Document, respell
from budjettitui.edits import Remove, Set
from budjettitui.findings import Finding, Fix, Path
from budjettitui.model import Figure, Stated
from budjettitui.money import EXACT, ZERO, percent_of, rounded
from budjettitui.values import replace


def one_statement(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """One figure as the other: never that of a document that is named, since it says what it says."""
    key, anchor = finding.values.get("key"), finding.anchor
    if not isinstance(key, str) or anchor is None or finding.expected is None or finding.actual is None:
        return
    here = next((one for one in case.budget.stated if one.anchor == anchor[: len(one.anchor)]), None)
    path = anchor[len(here.anchor) :] if here is not None else ()
    same = [one for one in case.budget.stated if here is not None and one.of == here.of and _says(one, path, finding)]
    pairs = [(here, finding.expected), *((one, finding.actual) for one in same[:1])]
    for stated, to in pairs:
        if stated is None or stated.source is not None:
            continue
        if key == "support_rate":
            old = document.spelling((*stated.anchor, *path))
            if old is not None:
                yield fix_of("fix.set-stated.rate", [Set((*stated.anchor, *path), respell(old, to))], figure=key, to=to)
            continue
        edit = set_amount(document, (*stated.anchor, *path), to)
        if edit is not None:
            yield fix_of("fix.set-stated", [edit], figure=key, to=to)
    for stated, left in ((same[0] if same else None, finding.actual), (here, finding.expected)):
        gone = _left_out(document, stated, path) if stated is not None else None
        if gone is not None and stated is not None and stated.source is not None and key != "support_rate":
            told = {"source": stated.source, "figure": key, "to": left}
            yield replace(fix_of("fix.leave-stated.source", [gone], **told), last=True)


def _left_out(document: Document, stated: Stated, path: Path) -> Remove | None:
    """The edit that takes a figure out; the table of categories with the only one of them."""
    alone = path[0] == "categories" and len(stated.categories) == 1
    return taken_out(document, (*stated.anchor, *(path[:1] if alone else path)))


def _says(stated: Stated, path: Path, finding: Finding) -> bool:
    if path == ("support_rate",):
        return stated.support_rate == finding.expected
    figure: Figure | None = stated.categories.get(str(path[-1])) if len(path) > 1 else getattr(stated, str(path[0]))
    return figure is not None and figure.judged is not None and figure.judged.value == finding.expected


def programme_ceiling(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """The call's ceiling as the programme's; with the support that it then allows, where it is above."""
    path = ("call", "support_rate_max")
    old, most, one = document.spelling(path), finding.expected, project_ceiling(case)
    if old is None or most is None:
        return
    rate = most.normalize()
    ceiling = Set(path, respell(old, rate.quantize(1) if rate == rate.to_integral_value() else rate))
    yield fix_of("fix.call-rate", [ceiling], to=rate)
    gone = taken_out(document, path)
    if gone is not None:
        yield fix_of("fix.call-rate.none", [gone], to=rate)
    if one is None:
        return
    by = EXACT.subtract(rounded(percent_of(rate, one.base), case.unit(one.support), "down"), one.support)
    if by < ZERO:
        found = asked_first(case, movables(case, document, PROJECT, "support"), by)
        for fix in support_moved(case, document, PROJECT, found, by):
            title = fix.title.replace("fix.support.down", "fix.call-rate.support")
            with_it = fix_of(title, [ceiling, *fix.change.edits], **{**fix.values, "rate": rate})
            yield replace(with_it, last=fix.last)
