"""What is typed into a cell that shows a figure is that figure afterwards, whatever the file says of it and at which stage."""

from collections.abc import Iterator
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from budjettitui.cells import cell_change
from budjettitui.edits import Change
from budjettitui.findings import Path
from budjettitui.state import State
from budjettitui.tui.pages.costs import CostRows
from budjettitui.tui.pages.funding import ItemRows, SourceRows
from budjettitui.tui.pages.matrix import MatrixRows
from budjettitui.tui.pages.years import YearRows
from budjettitui.tui.view import View
from budjettitui.tui.widgets.grid_rows import GridRow
from budjettitui.typed import FINNISH, Sure, read_number
from budjettitui.words import Words
from tests.checks.judging import HEAD, TWO, state_of
from tests.property.budget_texts import amounts, figures, named, sometimes, table

TYPED = Decimal("4321.09")
"""A number that no budget here comes to by itself."""

NOT_READ = st.sampled_from(['"12 000,50"', "1e3", "{ about = true }", "{ amout = 5 }", "true"])
WORDS = Words("en")


@st.composite
def perhaps(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str | None:
    """A value, more often left out, seldom one that cannot be read."""
    if draw(st.booleans()):
        return None
    return draw(NOT_READ) if not draw(st.integers(0, 9)) else draw(values)


@st.composite
def years_of_row(draw: st.DrawFn) -> str:
    """Amounts by year, of any stage; of a row with a year that cannot be read, nobody knows the others either."""
    found = {year: draw(sometimes(figures())) for year in ("2025", "2026")}
    return "{ " + ", ".join(f"{year} = {figure}" for year, figure in found.items() if figure is not None) + " }"


@st.composite
def row_sums(draw: st.DrawFn, cost: bool, stages: bool = True) -> dict[str, str | None]:
    """Everything that may say how much a row comes to, in any combination."""
    keys: dict[str, str | None] = {"amount": draw(perhaps(amounts())), "years": draw(sometimes(years_of_row()))}
    if stages:
        keys |= {stage: draw(perhaps(amounts())) for stage in ("applied", "granted", "realised")}
    if cost:
        keys |= {"quantity": draw(perhaps(st.just("3"))), "unit_price": draw(perhaps(amounts()))}
        keys["allocation"] = draw(perhaps(st.just("50")))
    return keys


@st.composite
def parts(draw: st.DrawFn) -> dict[str, str | None]:
    """The figures of a share or of what is stated."""
    return {key: draw(perhaps(figures())) for key in ("costs", "income", "support", "own")}


@st.composite
def share_texts(draw: st.DrawFn, partner: str) -> str:
    """A partner's share, with years now and then."""
    keys = draw(parts())
    if draw(st.booleans()):
        said = {key: draw(perhaps(figures())) for key in ("costs", "support", "own")}
        keys["years"] = "{ 2025 = { " + ", ".join(f"{key} = {one}" for key, one in said.items() if one) + " } }"
    return table("[[share]]", {"partner": named(partner), **keys})


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A budget of one partner or two, with a row of each kind or none."""
    text = HEAD + "period = { start = 2025-01-01, end = 2026-12-31 }\n"
    text += TWO if draw(st.booleans()) else '[[partner]]\nid = "town"\n'
    for of in draw(st.lists(st.sampled_from([None, "partner.town", "project"]), max_size=2)):
        text += table("[[stated]]", {"of": named(of), **draw(parts())})
    for partner in draw(st.lists(st.sampled_from(["town", "club"]), max_size=2, unique=True)):
        text += draw(share_texts(partner))
    if draw(st.booleans()):
        text += table("[[cost]]", {"category": '"x"', "partner": '"town"', **draw(row_sums(cost=True))})
    if draw(st.booleans()):
        text += table("[[income]]", {"partner": '"town"', **draw(row_sums(cost=False))})
    if draw(st.booleans()):
        text += table("[[funding]]", {"kind": '"own"', "payer": '"town"', **draw(row_sums(cost=False))})
    if draw(st.booleans()):
        keys = draw(row_sums(cost=False, stages=False))
        text += table("[[appropriation]]", {"budget_item": '"1 50"', "payer": '"town"', **keys})
    return text


Rows = CostRows | SourceRows | ItemRows | MatrixRows | YearRows


def pages(state: State) -> tuple[Rows, ...]:
    """The tables of all pages that are written in, in a wide window."""
    view = View(state, state, WORDS, FINNISH, width=160, height=48)
    return CostRows(view), SourceRows(view), ItemRows(view), MatrixRows(view), YearRows(view)


def figure_cells(rows: Rows) -> Iterator[tuple[GridRow, int, Path]]:
    """The cells that are written and hold an amount: the row, the column, and where it is written."""
    for number in range(len(rows)):
        row = rows[number]
        for column, cell in enumerate(row.cells):
            fresh = rows.fresh_at(number, column) if isinstance(rows, MatrixRows) else None
            path = fresh or rows.path_at(number, column)
            if cell.editable and path is not None and row.kind == "row" and _holds_amount(path):
                yield row, column, path


def _holds_amount(path: Path) -> bool:
    keys = [step for step in path[1:] if isinstance(step, str)]
    return bool(keys) and (keys[0] == "years" or keys[-1] in ("amount", "costs", "income", "support", "own"))


def shown(rows: Rows, key: object, column: int) -> str:
    """What a cell shows of the row with a key."""
    number = rows.find(key)
    assert number is not None
    return rows[number].cells[column].text


@settings(max_examples=max(15, settings().max_examples // 4))
@given(texts())
def test_a_number_typed_into_a_cell_that_shows_a_figure_is_that_figure_afterwards(text: str) -> None:
    state = state_of(text)
    for page, rows in enumerate(pages(state)):
        for row, column, path in figure_cells(rows):
            answer = cell_change(state, path, "4 321,09")
            if not isinstance(answer, Change):
                continue
            assert answer.edits, path
            after = state_of(state.document.apply(answer.edits).document.text)
            there = read_number(shown(pages(after)[page], row.key, column), FINNISH, decimals=None)
            assert there == Sure(TYPED), (path, after.document.text)
