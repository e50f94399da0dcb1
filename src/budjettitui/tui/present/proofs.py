"""Why a finding stands: its sentence, the figures that lead to it with their lines, its place, what its check means."""

from collections.abc import Iterator, Sequence

from budjettitui.document import Document
from budjettitui.findings import Finding, Path
from budjettitui.proof import ProofStep
from budjettitui.proof import proof as steps_of
from budjettitui.proof.mended_at import MANY, MendedAt
from budjettitui.report.explain import rule
from budjettitui.report.proof import SIGNS, label, value, worked
from budjettitui.report.sentences import Sentences
from budjettitui.text_lines import line_and_column
from budjettitui.tui.view import View
from budjettitui.tui.widgets.cells import cells, filled
from budjettitui.values import frozen
from budjettitui.words import Words


@frozen
class ProofLine:
    """One line of a proof, and the place of the file that its figure stands at."""

    text: str
    path: Path | None = None
    hang: int = 0
    """Where its last column begins: what of it goes on below stands under that."""


BEHIND = 24
"""Cells behind the figures below which what does not fit there goes on below the label, in a column as wide as the window."""

COPIED_SIGNS = ("x", "/", "~", "<=")
"""Signs that say something of a figure that it does not say itself."""

HANG = 5
"""Cells that it then stands in by."""


def proof(view: View, finding: Finding, room: int = 0, inner: int = 0) -> list[ProofLine]:
    """The lines of the window: the figures first, then what rests on what. Each is wrapped by who draws it, in `inner` cells.

    With `room`, the figures keep within so many cells: a label is cut, and of where a figure stands the line is said.
    """
    words = view.words
    said = Sentences(view.state.budget, words)
    lines = [said.of(finding)]
    if said.rests_on_about(finding):
        lines.append(_begun(words.say("report.approximate")))
    if finding.unverified:
        lines.append(_begun(words.say("report.unverified", rules=finding.unverified)))
    if finding.cause is not None:
        lines.append(_begun(said.follows(finding, view.state.verdict())))
    lines += [_begun(words.say("report.hint", text=said.hint(hint))) for hint in finding.hints]
    lines += place_and_rule(view, finding, known=bool(room))
    if finding.waived is not None:
        one = finding.waived
        lines.append(words.say("screen.why.accepted", by=one.by, until=one.until, reason=one.reason))
    meaning = explanation(words, finding.check)
    lines += ["", *meaning] if meaning else []
    counted = figures(view, finding, room, inner)
    between = [ProofLine("")] if counted and not room else []
    return [*counted, *between, *(ProofLine(line, finding.anchor) for line in lines)]


def place_and_rule(view: View, finding: Finding, *, known: bool = False) -> list[str]:
    """Where it is, and the rule that it rests on; where the check is `known`, only a statute that the finding names."""
    words, said = view.words, Sentences(view.state.budget, view.words)
    lines = () if known else _mended_in(view, finding)
    place = words.say(
        "screen.why.place", at=said.who(finding.place), line=finding.line or 1, lines=lines or None, many=len(lines)
    )
    source = finding.source or ("" if known else rule_of(words, finding.check))
    return [place, _begun(words.say("report.rule", source=source))] if source else [place]


def _mended_in(view: View, finding: Finding) -> tuple[str, ...]:
    """The lines of the few figures by which a finding may be mended that has none of its own."""
    known = view.mended_at is not None and view.mended_at.state is view.state
    figures = (view.mended_at if known and view.mended_at is not None else MendedAt(view.state)).figures(finding)
    paths = [step.path for step in figures if step.path is not None]
    if len(figures) > MANY:
        return ()
    found = (line_and_column(view.state.document, path) for path in paths)
    return tuple(str(at[0]) for at in found if at is not None)


def _begun(sentence: str) -> str:
    """A sentence that the report says behind another, as the beginning of a line of its own."""
    return sentence[:1].upper() + sentence[1:]


def figures(view: View, finding: Finding, room: int = 0, inner: int = 0) -> list[ProofLine]:
    """The steps of the proof in columns: what, sign, figure, and the line where it stands."""
    return in_columns(view, steps_of(view.state.case, finding), room, inner)


def in_columns(view: View, steps: Sequence[ProofStep], room: int = 0, inner: int = 0) -> list[ProofLine]:
    """Any steps in such columns."""
    behind = [list(_where(view, step)) for step in steps]
    wheres = ["; ".join(parts[:1] if room else parts) for parts in behind]
    said = Sentences(view.state.budget, view.words)
    values = [value(step, view.words) for step in steps]
    labels = [label(step, said) for step in steps]
    far, last = max(map(cells, values), default=0), max(map(cells, wheres), default=0)
    wide = max(map(cells, labels), default=0)
    if room:
        wide = min(wide, max(10, room - far - last - 6))
    hang = wide + far + 6
    if inner and last > inner - hang and inner - hang < BEHIND:
        hang = HANG
        kept = [
            [part.replace(" ", "\u00a0") if cells(part) < inner - HANG else part for part in parts] for parts in behind
        ]
        wheres = ["; ".join(parts) for parts in kept]
    lines = []
    for step, called, figure, where in zip(steps, labels, values, wheres, strict=True):
        columns = f"{filled(called, wide)} {SIGNS.get(step.sign, step.sign):>2} {figure:>{far}}  {where}".rstrip()
        lines.append(ProofLine(columns, None if step.file else step.path, hang))
    return lines


def table(view: View, finding: Finding) -> list[tuple[str, ...]]:
    """The proof as rows that are copied out: what, the figure, where it stands; what is taken off is below zero."""
    said = Sentences(view.state.budget, view.words)
    return [(said.of(finding), "", ""), *copied(view, steps_of(view.state.case, finding))]


def copied(view: View, steps: Sequence[ProofStep]) -> list[tuple[str, ...]]:
    """Any steps as such rows."""
    words, said = view.words, Sentences(view.state.budget, view.words)
    rows: list[tuple[str, ...]] = []
    for step in steps:
        sign = f"{step.sign} " if step.sign in COPIED_SIGNS else ""
        minus = "-" if step.sign == "-" else ""
        called = f"{sign}{label(step, said).strip()}"
        rows.append((called, f"{minus}{value(step, words)}", "; ".join(_where(view, step))))
    return rows


def _where(view: View, step: ProofStep) -> Iterator[str]:
    document = view.state.document if not step.file else _documents(view).get(step.file)
    position = None
    if document is not None and step.path is not None:
        position = line_and_column(document, step.path, amount=step.is_amount)
    if step.file and position is not None:
        yield view.words.say("proof.line_of", file=step.file, line=position[0])
    elif step.file:
        yield view.words.show(step.file)
    elif position is not None:
        yield view.words.say("screen.line", line=position[0])
    if step.how:
        yield worked(step, view.words)
    if step.origin in ("left", "share", "stated", "zero"):
        yield view.words.say(f"screen.origin.{step.origin}")
    if step.source:
        yield view.words.show(step.source)
    for mark in step.marks:
        yield view.words.label("qualifier", mark)


def _documents(view: View) -> dict[str, Document]:
    """The texts of the other budgets of the folder, by what findings call them."""
    return {one.label: one.document for one in view.state.case.others if one.document is not None}


def rule_of(words: Words, check: str) -> str:
    """The rule that a check rests on, where a finding names no statute."""
    from budjettitui.checks import declared

    found = declared().get(check)
    return rule(found, words) if found is not None else ""


def explanation(words: Words, check: str) -> list[str]:
    """What a check means, its first paragraph: in English that is its docstring."""
    key = f"explain.{check}.meaning"
    if words.has(key):
        return [words.say(key)]
    from budjettitui.checks import declared

    found = declared().get(check)
    return [" ".join(found.doc.split("\n\n")[0].split())] if found is not None and found.doc else []
