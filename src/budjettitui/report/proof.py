"""The proof of a finding in words: each figure with its line, as text for the terminal or as Markdown for the minutes."""

from collections.abc import Iterator, Sequence

from budjettitui.findings import Finding, Path
from budjettitui.proof import Step
from budjettitui.report.judged import Judged
from budjettitui.report.sentences import Sentences, words_for
from budjettitui.visible import visible
from budjettitui.words import Percent, Words
from budjettitui.words.numbers import MINUS

SIGNS = {"-": MINUS}
"""Signs of steps that are written otherwise than the proof has them: what is taken off has the minus of the figures."""

Positions = dict[Path, tuple[int, int]]


def text(judged: Judged, proofs: Sequence[tuple[Finding, tuple[Step, ...]]], lines: Positions, words: Words) -> str:
    """The proofs of a file's findings, one after another, figures in a column of their own."""
    own = words_for(judged.budget, words)
    sentences = Sentences(judged.budget, own)
    blocks = []
    for finding, steps in proofs:
        rows = [_row(step, lines, own) for step in steps]
        wide = max((len(label) for label, *_ in rows), default=0)
        far = max((len(value) for _, _, value, _ in rows), default=0)
        table = [f"  {label:<{wide}}  {sign:>2} {value:>{far}}  {where}".rstrip() for label, sign, value, where in rows]
        head = f"{visible(judged.name)}:{finding.line}: {sentences.of(finding)}"
        blocks.append("\n".join([head, *table, *(f"  {line}" for line in _rule(finding, judged, sentences))]))
    return "\n\n".join(blocks) + "\n"


def markdown(judged: Judged, proofs: Sequence[tuple[Finding, tuple[Step, ...]]], lines: Positions, words: Words) -> str:
    """The same as tables that go into minutes."""
    own = words_for(judged.budget, words)
    sentences = Sentences(judged.budget, own)
    blocks = []
    for finding, steps in proofs:
        rows = [_row(step, lines, own) for step in steps]
        table = [
            f"| {_cell(label)} | {_cell(sign)} | {_cell(value)} | {_cell(where)} |"
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


def _cell(value: str) -> str:
    """Text that Markdown takes as it is."""
    return "".join(f"\\{sign}" if sign in "\\|*_`[]<>#" else sign for sign in value)


def _row(step: Step, lines: Positions, words: Words) -> tuple[str, str, str, str]:
    label = "  " * step.indent + (
        words.show(step.name) if step.name and step.what == "part" else words.say(f"proof.{step.what}")
    )
    if step.name and step.what != "part":
        label += f" ({words.show(step.name)})"
    return label, SIGNS.get(step.sign, step.sign), _value(step, words), "; ".join(_where(step, lines, words))


def _value(step: Step, words: Words) -> str:
    if step.value is None:
        return words.say("show.unknown")
    if step.percent:
        return words.show(Percent(step.value))
    return words.say("show.exact", value=step.value) if step.exact else words.show(step.value)


def _where(step: Step, lines: Positions, words: Words) -> Iterator[str]:
    if step.path is not None and step.path in lines:
        yield words.say("proof.line", line=lines[step.path][0])
    if step.origin in ("left", "share", "stated", "zero"):
        yield words.say(f"proof.origin.{step.origin}")
    for mark in step.marks:
        yield words.label("qualifier", mark)


def _rule(finding: Finding, judged: Judged, sentences: Sentences) -> Iterator[str]:
    """The rule the finding rests on, and what is only about."""
    source, words = finding.source or "", sentences.words
    yield words.say("proof.rule", check=finding.check, set=judged.rules, source=source)
    if sentences.rests_on_about(finding):
        yield words.say("report.approximate")
