"""What stands above the table of the Overview: what the project is, what is missing first, two bars of its money."""

from collections.abc import Sequence
from decimal import Decimal
from string import ascii_uppercase, digits
from typing import ClassVar

from budjettitui.balance import meets, segments
from budjettitui.findings import NOT_YET
from budjettitui.money import ZERO, total
from budjettitui.report.sentences import Sentences
from budjettitui.tui.present.found import accepted, ordered
from budjettitui.tui.present.strips import sentence
from budjettitui.tui.present.values import category, marks, money
from budjettitui.tui.themes import SIGN_ROLES, SIGNS, Looks
from budjettitui.tui.view import View
from budjettitui.tui.widgets.cells import cells, cut, fit, wrapped
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece, spread
from budjettitui.values import frozen

BARS_FROM = 22
"""Lines of window from which the two bars are shown; in fewer, the partners have their room."""

ROOM_FROM = 24
"""Lines of window from which two lines are shown above one that could not be read, where there is less to say below."""

HIGH_FROM = 30
"""Lines of window from which categories and budget items are shown below the partners."""


@frozen
class BarPart:
    """One part of a bar: its letter, what it is, its sum."""

    letter: str
    name: str
    value: Decimal
    shown: str = ""
    sign: str = ""


@frozen
class Bar:
    """One bar: its name, its parts, the sum behind it."""

    label: str
    parts: tuple[BarPart, ...]
    behind: str


@frozen
class Head:
    """What stands above the table of the Overview."""

    name: str = ""
    about: str = ""
    sign: str = ""
    first: str = ""
    bars: tuple[Bar, ...] = ()
    text: tuple[tuple[str, str], ...] = ()
    """Lines of a file that could not be read, each with its role."""
    roomy: bool = False
    """True where there are lines enough for a legend to each bar."""


class OverviewHead(Drawn[Head]):
    """Draws the head; the bars are as long as the line allows, and of one length."""

    DEFAULT_CSS: ClassVar[str] = "OverviewHead { height: auto; }"

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """Name, about, what is missing, the bars with their legends."""
        head = self.value
        lines: list[Line] = [[Piece(" " + cut(head.name, width - 2, looks), "strong")]] if head.name else []
        if head.about:
            lines.append([Piece(" " + cut(head.about, width - 2, looks))])
        if head.first:
            first, *others = wrapped(head.first, width - 4, looks)
            role = SIGN_ROLES.get(head.sign, "")
            lines.append([Piece(" "), Piece(looks.sign(head.sign), role), Piece(" " + first, role)])
            lines += [[Piece("   " + other, role)] for other in others]
        lines += [[Piece(" " + cut(text, width - 2, looks), role)] for text, role in head.text]
        labels = max((cells(looks.shown(bar.label)) for bar in head.bars), default=0)
        behind = max((cells(looks.shown(bar.behind)) for bar in head.bars), default=0)
        inner = max(10, width - labels - behind - 7)
        for bar in head.bars:
            lines.append(_bar(bar, labels, inner, behind, looks))
        if head.bars:
            lines += _legends(head.bars, labels + 3, width, looks, head.roomy)
        return [*lines, []]


def _bar(bar: Bar, labels: int, inner: int, behind: int, looks: Looks) -> Line:
    given = segments([part.value for part in bar.parts], inner)
    pieces = [Piece(" " + fit(bar.label, labels, looks) + " [")]
    for number, (part, count) in enumerate(zip(bar.parts, given, strict=True)):
        letter = looks.sign(part.sign) if part.sign else part.letter
        role = "error" if part.sign == "error" else "bar" if number % 2 == 0 else ""
        pieces.append(Piece(letter * count, role))
    filled = sum(given)
    return [*pieces, Piece(" " * (inner - filled) + "] " + fit(bar.behind, behind, looks, right=True))]


def _legends(bars: Sequence[Bar], indent: int, width: int, looks: Looks, roomy: bool) -> list[Line]:
    """A legend to each bar in their order, since both may have the same letter; where lines are few, all in one, the
    funding first."""
    apart = [line for bar in bars for line in _legend(bar.parts, indent, width, looks)]
    together = _legend([part for bar in reversed(bars) for part in bar.parts], indent, width, looks)
    return apart if roomy or len(apart) <= len(together) else together


def _legend(parts: Sequence[BarPart], indent: int, width: int, looks: Looks) -> list[Line]:
    """`S support 412 500,00  O own 62 500,00`, on as many lines as it takes."""
    lines: list[list[Piece]] = [[Piece(" " * indent)]]
    used = indent
    for part in parts:
        letter = looks.sign(part.sign) if part.sign else part.letter
        text = looks.shown(f" {part.name} {part.shown}".rstrip())
        if used + cells(text) + 3 > width and used > indent:
            lines.append([Piece(" " * indent)])
            used = indent
        gap = Piece("  " if used > indent else "")
        lines[-1] += [gap, Piece(letter, "error" if part.sign == "error" else "strong"), Piece(text, "dim")]
        used += cells(text) + 3
    return [spread(line, [], width, looks) for line in lines]


def head(view: View) -> Head:
    """The head for a view: what is broken, else what is missing, first."""
    words, project = view.words, view.state.budget.project
    parts = [project.code or "", words.label("project_kind", project.kind) if project.kind else ""]
    if project.period is not None:
        parts.append(words.say("screen.period", start=project.period.start, end=project.period.end))
    name, said = project.name or words.say("screen.no-name"), "   ".join(part for part in parts if part)
    if not view.state.document.editable:  # what it is called stands in the text, and the lines are wanted for that
        return Head("", "", "error", *broken(view))
    sign, first = what_first(view)
    bars = tuple(bar for bar in (costs_bar(view), funding_bar(view)) if bar is not None)
    return Head(name, said, sign, first, bars if view.height >= BARS_FROM else (), roomy=view.height >= HIGH_FROM)


def what_first(view: View) -> tuple[str, str]:
    """The sentence of the gravest finding, of an error that was accepted, else whether costs and funding meet."""
    if view.state.findings is NOT_YET:
        return "doubt", view.words.say("screen.judging.long")
    words, roots = view.words, ordered(view.state)
    errors = [one for one in roots if one.severity.word == "error"]
    if errors:
        return "error", Sentences(view.state.budget, words).of(errors[0])
    missing = view.state.figures.project.missing
    taken = [one for one in accepted(view.state) if one.severity.word == "error"]
    if taken and missing:
        return "accepted", sentence(view, taken[0])
    if missing is None:
        return "doubt", words.say("screen.overview.unknown")
    key = "meets" if missing == ZERO else "missing" if missing > ZERO else "over"
    return ("ok" if missing == ZERO else "info"), words.say(f"screen.overview.{key}", gap=abs(missing))


def broken(view: View) -> tuple[str, tuple[Bar, ...], tuple[tuple[str, str], ...]]:
    """What could not be read: the line, those around it, and how to go on."""
    words, document = view.words, view.state.document
    fault = document.faults[0]
    lines: list[tuple[str, str]] = []
    before = 2 if view.height >= ROOM_FROM and view.state.case.rest else 1
    for number in range(max(1, fault.line - before), min(document.line_count, fault.line + 1) + 1):
        here = number == fault.line
        pointer = SIGNS["here"][0] if here else " "
        lines.append((f"{pointer}{number:5}  {document.line_text(number)}", "error" if here else "dim"))
        if here:
            lines.append(
                (" " * (7 + fault.column) + "^ " + words.say("screen.broken.reason", reason=fault.reason), "error")
            )
    mend = next((one.mend for one in document.faults if one.mend is not None), None)
    keys = "screen.broken.keys" if mend is not None else "screen.broken.no-keys"
    lines.append(("   " + words.say(keys, text=mend[2] if mend is not None else None, line=fault.line), ""))
    return words.say("screen.broken.first", line=fault.line), (), tuple(lines)


def _letters(names: Sequence[str]) -> list[str]:
    """A sign for each name, no two the same: its first letter that no other has yet, else a digit, else another letter."""
    taken: list[str] = []
    for number, name in enumerate(names):
        own = [sign.upper() for sign in name if sign.isascii() and sign.isalpha()]
        free = (sign for sign in (*own, str(number % 10), *ascii_uppercase, *digits) if sign not in taken)
        taken.append(next(free, "."))
    return taken


MOST_PARTS = 12
"""Parts of a bar beyond which the smallest stand as one: more of them are neither seen in it nor named below it."""

Named = list[tuple[str, Decimal]]


def _largest(known: Named) -> tuple[Named, list[Decimal]]:
    """The largest parts in their order, and what the others come to."""
    if len(known) <= MOST_PARTS:
        return known, []
    kept = sorted(range(len(known)), key=lambda number: -known[number][1])[: MOST_PARTS - 1]
    return (
        [one for number, one in enumerate(known) if number in kept],
        [value for number, (_, value) in enumerate(known) if number not in kept],
    )


def costs_bar(view: View) -> Bar | None:
    """Where the money goes: by partner, or by category where there is one applicant."""
    figures, words = view.state.figures, view.words
    whole = figures.project.costs
    if whole.value is None or whole.value <= ZERO:
        return None
    if figures.several:
        named = [(who, sheet.costs.value) for who, sheet in figures.partners.items()]
    else:
        named = [(category(view.state.terms.rules, words, name), value) for name, value in figures.categories.items()]
    known = [(name, value) for name, value in named if value is not None and value > ZERO]
    known, others = _largest(known)
    parts = [
        BarPart(letter, name, value)
        for letter, (name, value) in zip(_letters([n for n, _ in known]), known, strict=True)
    ]
    if others:
        parts.append(BarPart("+", words.say("screen.overview.others", count=len(others)), total(others)))
    missing = figures.project.missing
    if missing is not None and missing < ZERO:
        parts.append(
            BarPart("-", words.say("screen.overview.over-part"), abs(missing), money(words, abs(missing)), "warning")
        )
    return (
        Bar(words.say("screen.foot.costs"), tuple(parts), money(words, whole.value) + marks(whole)) if parts else None
    )


def funding_bar(view: View) -> Bar | None:
    """Where the money comes from, what is missing as its last part, never rounded away."""
    sheet, words = view.state.figures.project, view.words
    if sheet.funding is None:
        return None
    known = [(kind, one.value) for kind, one in sheet.kinds.items() if one.value is not None and one.value > ZERO]
    names = [words.say(f"screen.kind.{kind}") for kind, _ in known]
    parts = [
        BarPart(letter, name, value, money(words, value))
        for letter, name, (_, value) in zip(_letters(names), names, known, strict=True)
    ]
    if sheet.missing is not None and sheet.missing > ZERO:
        sign = "" if meets(view.state, sheet.missing) is None else "error"
        parts.append(
            BarPart("x", words.say("screen.overview.missing-part"), sheet.missing, money(words, sheet.missing), sign)
        )
    return Bar(words.say("screen.foot.funding"), tuple(parts), money(words, sheet.funding)) if parts else None
