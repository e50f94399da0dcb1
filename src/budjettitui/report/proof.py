"""The proof of a finding in words: each figure with its line, as text for the terminal or as Markdown for the minutes."""

from collections.abc import Iterator, Sequence

from budjettitui.checks import declared
from budjettitui.findings import Finding, Path, Place
from budjettitui.model import ROW_TABLES
from budjettitui.money import to_decimals
from budjettitui.proof import ProofStep
from budjettitui.report.explain import rule
from budjettitui.report.judged import JudgedFile
from budjettitui.report.sentences import Sentences, exact_enough, words_for
from budjettitui.visible import visible
from budjettitui.words import Percent, Words
from budjettitui.words.numbers import MINUS

SIGNS = {"-": MINUS, "~": "≈"}
"""Signs of steps that are written otherwise than the proof has them: what is taken off has the minus of the figures."""

Positions = dict[tuple[str, Path], tuple[int, int]]
"""Line and column of a path; of this file under `""`, of another one of the run under its label."""


def text(
    judged: JudgedFile, proofs: Sequence[tuple[Finding, tuple[ProofStep, ...]]], lines: Positions, words: Words
) -> str:
    """The proofs of a file's findings, one after another, figures in a column of their own."""
    own = words_for(judged.budget, words)
    blocks = []
    for finding, steps in proofs:
        sentences = Sentences(judged.budget, exact_enough(own, finding))
        rows = [_row(step, lines, sentences) for step in steps]
        wide = max((len(label) for label, *_ in rows), default=0)
        far = max((len(value) for _, _, value, _ in rows), default=0)
        table = [f"  {label:<{wide}}  {sign:>2} {value:>{far}}  {where}".rstrip() for label, sign, value, where in rows]
        head = f"{visible(judged.name)}:{finding.line}: {sentences.of(finding)}"
        blocks.append("\n".join([head, *table, *(f"  {line}" for line in _rule(finding, judged, sentences))]))
    return "\n\n".join(blocks) + "\n"


def markdown(
    judged: JudgedFile, proofs: Sequence[tuple[Finding, tuple[ProofStep, ...]]], lines: Positions, words: Words
) -> str:
    """The same as tables that go into minutes."""
    own = words_for(judged.budget, words)
    blocks = []
    for finding, steps in proofs:
        sentences = Sentences(judged.budget, exact_enough(own, finding))
        rows = [_row(step, lines, sentences) for step in steps]
        table = [
            f"| {_indented(_cell(label))} | {_cell(sign)} | {_cell(value)} | {_cell(where)} |"
            for label, sign, value, where in rows
        ]
        heads = (own.say("proof.figure"), "", own.say("proof.amount_head"), own.say("proof.where"))
        lines_ = [
            f"### {_cell(sentences.of(finding))}",
            "",
            f"| {' | '.join(heads)} |",
            "|---|---|---:|---|",
            *table,
            "",
        ]
        blocks.append("\n".join([*lines_, *(f"{_cell(line)}  " for line in _rule(finding, judged, sentences))]))
    return "\n\n".join(blocks) + "\n"


def _indented(label: str) -> str:
    """The blanks that a part begins with, as blanks that Markdown keeps: what is below a sum is not the next step."""
    text = label.lstrip(" ")
    return "\N{NO-BREAK SPACE}" * (len(label) - len(text)) + text


def _cell(value: str) -> str:
    """Text that Markdown takes as it is."""
    return "".join(f"\\{sign}" if sign in "\\|*_`[]<>#" else sign for sign in value)


def _row(step: ProofStep, lines: Positions, sentences: Sentences) -> tuple[str, str, str, str]:
    where = "; ".join(_where(step, lines, sentences.words))
    return label(step, sentences), SIGNS.get(step.sign, step.sign), value(step, sentences.words), where


def label(step: ProofStep, sentences: Sentences) -> str:
    """What a figure is called: a part by its row, the others by what they are, with the name that the file has."""
    words, name = sentences.words, step.name
    if step.what == "part":
        said = words.show(name) if name else _row_name(step, sentences)
    else:
        said = words.say(f"proof.{step.what}") + (f" ({words.show(name)})" if name else "")
    return "  " * step.indent + said


def _row_name(step: ProofStep, sentences: Sentences) -> str:
    """What a row without a description is called."""
    table, number = step.path[:2] if step.path is not None and len(step.path) > 1 else ("", None)
    if table not in ROW_TABLES or not isinstance(number, int):
        return sentences.words.say("proof.part")
    year = f" {step.path[3]}" if step.path is not None and len(step.path) > 3 and step.path[2] == "years" else ""
    place = Place(str(table), None, number + 1)
    return (sentences.row_called(place, None) if step.file else sentences.who(place)) + year


def value(step: ProofStep, words: Words) -> str:
    """The figure as it is written: all decimals of a price or a rate, the amounts in the number style."""
    if step.value is None:
        return words.say("show.unknown")
    if step.percent:
        long = step.exact and to_decimals(step.value, 2) != step.value
        return f"{words.say('show.exact', value=step.value)}\u00a0%" if long else words.show(Percent(step.value))
    return words.say("show.exact", value=step.value) if step.exact else words.show(step.value)


def worked(step: ProofStep, words: Words) -> str:
    """How a row without an amount was worked out: `150 x 71,92 x 50,00 %`; empty of one that is written."""
    exact = [words.say("show.exact", value=factor) for factor in step.factors]
    if step.how == "product":
        part = [words.show(Percent(step.factors[2]))] if len(step.factors) > 2 else []
        return " x ".join([*exact[:2], *part])
    if step.how == "flat":
        return f"{words.show(Percent(step.factors[0]))} x {words.show(step.factors[1])}"
    return " + ".join(words.show(factor) for factor in step.factors)


def _where(step: ProofStep, lines: Positions, words: Words) -> Iterator[str]:
    at = lines.get((step.file, step.path)) if step.path is not None else None
    if at is not None and step.file:
        yield words.say("proof.line_of", file=step.file, line=at[0])
    elif at is not None:
        yield words.say("proof.line", line=at[0])
    if step.how:
        yield worked(step, words)
    if step.origin in ("left", "share", "stated", "zero"):
        yield words.say(f"proof.origin.{step.origin}")
    if step.source:
        yield words.show(step.source)
    for mark in step.marks:
        yield words.label("qualifier", mark)


def _rule(finding: Finding, judged: JudgedFile, sentences: Sentences) -> Iterator[str]:
    """The rule the finding rests on, whether a source confirms it, and what is only about."""
    words = sentences.words
    source = finding.source or rule(declared()[finding.check], words)
    yield words.say("proof.rule", check=finding.check, set=judged.rules, source=source)
    if finding.unverified:
        yield words.say("report.unverified", rules=finding.unverified)
    if sentences.rests_on_about(finding):
        yield words.say("report.approximate")
