"""How the figure under the cursor adds up: the lines below the matrix of partners."""

from budjettitui.balance import Term, left_over
from budjettitui.figures.sums import Sum
from budjettitui.money import ZERO
from budjettitui.text_lines import line_and_column
from budjettitui.tui.present.values import legend, marks, money, partner_name
from budjettitui.tui.themes import Looks
from budjettitui.tui.view import View
from budjettitui.tui.widgets.cells import cells, cut, fit
from budjettitui.tui.widgets.drawn import Drawn, Line, Piece, length
from budjettitui.values import frozen
from budjettitui.words import Words


@frozen
class Added:
    """A line of how a partner's figures add up: a name, a figure with its marks, and what it is made of."""

    name: str
    figure: str = ""
    marks: str = ""
    made_of: str = ""

    @property
    def is_text(self) -> bool:
        """True of a line that has a text alone."""
        return not self.figure and not self.made_of


class AddsUp(Drawn[tuple[Added, ...]]):
    """Draws them: names left, figures under each other, and none of these cut."""

    DEFAULT_CSS = "AddsUp { height: 1fr; }"

    def draw(self, width: int, height: int, looks: Looks) -> list[Line]:
        """The heading, then one line a figure."""
        lines: list[Line] = []
        wide = max((cells(looks.shown(one.figure)) for one in self.value), default=0)
        for one in self.value:
            if one.is_text:
                title = not lines
                indent, role = (" ", "strong") if title else ("   ", "dim")
                lines.append([Piece(indent + cut(one.name, width - 4, looks), role)])
                continue
            text = [
                Piece(f"   {fit(one.name, 14, looks)}{fit(one.figure, max(14, wide), looks, right=True)}"),
                Piece(f"{one.marks:<2}", "dim"),
            ]
            lines.append([*text, Piece(cut(one.made_of, max(0, width - length(text) - 1), looks), "derived")])
        return lines


def adds_up(view: View, who: str | None) -> tuple[Added, ...]:
    """How the figures of a partner (or of the project) add up."""
    words, figures = view.words, view.seen.figures
    sheet = figures.project if who is None else figures.partners.get(who, figures.project)
    name = words.say("screen.project") if who is None else partner_name(view.state.budget, who)
    lines = [Added(words.say("screen.adds.title", who=name))]
    for key, one in (("costs", sheet.costs), ("support", sheet.support)):
        lines.append(Added(words.label("figure", key), *_figure(words, one), _made_of(view, key, who, one)))
    lines.append(Added(words.say("screen.head.need"), money(words, sheet.need), "", words.say("screen.adds.need")))
    for kind, one in sheet.kinds.items():
        if kind != "support" and one.value is not None and one.value != ZERO:
            lines.append(Added(words.say(f"screen.kind.{kind}"), *_figure(words, one), _made_of(view, kind, who, one)))
    lines.append(
        Added(words.say("screen.head.missing"), money(words, sheet.missing), "", words.say("screen.adds.missing"))
    )
    return (*lines, Added(""), Added(legend(words)))


def _figure(words: Words, one: Sum) -> tuple[str, str]:
    """A figure and its marks; that it is left over is told by what it is made of."""
    return money(words, one.value), marks(one) if one.origin != "left" else ""


def _made_of(view: View, quantity: str, who: str | None, one: Sum) -> str:
    """What a figure is made of: rows, a share, what is stated, what is left over."""
    words = view.words
    if one.origin == "left" and who is not None:
        return "= " + " ".join(_term(view, term) for term in left_over(view.seen.figures, quantity, who))
    line = line_and_column(view.state.document, one.anchors[0]) if one.anchors else None
    key = "screen.origin.rows-count" if one.origin == "rows" else f"screen.origin.{one.origin}"
    said = words.say(key, count=len(one.anchors))
    if line is not None and len(one.anchors) == 1:
        said += ", " + words.say("screen.line", line=line[0])
    return said


def _term(view: View, term: Term) -> str:
    words = view.words
    name = term.partner or words.say(f"screen.adds.{term.name}")
    return f"{'− ' if term.minus else ''}{money(words, term.value)} {name}"
