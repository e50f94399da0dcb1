"""What is shown of a figure is what is written, where the file has it at several stages, over years or not at all."""

from decimal import Decimal

import pytest

from budjettitui.cells import Answer, cell_change, partner_figure
from budjettitui.cells.many import filled_down, raised
from budjettitui.edits import Change
from budjettitui.findings import Path
from budjettitui.spreading import spread
from budjettitui.state import State
from budjettitui.typed import NotYet
from budjettitui.words import Words
from tests.checks.judging import HEAD, TWO, state_of

KINDS = {"cost": 'category = "services"\n', "income": "", "funding": 'kind = "own"\n'}
YEARS = "years = { 2025 = 40, 2026 = 60 }\n"
PRODUCT = "quantity = 3\nunit_price = 50\n"


def row(table: str, keys: str) -> str:
    return f"[[{table}]]\n{KINDS.get(table, '')}{keys}"


def after(state: State, answer: object) -> State:
    assert isinstance(answer, Change), answer
    return state_of(state.document.apply(answer.edits).document.text)


def typed(state: State, path: Path, text: str) -> str:
    """The text of the file once so much was typed, from the first row on."""
    return after(state, cell_change(state, path, text)).document.text.removeprefix(HEAD)


@pytest.mark.parametrize("table", KINDS)
@pytest.mark.parametrize(
    ("keys", "written"),
    [
        ("amount = 1\napplied = 2\n", "amount = 7\napplied = 2\n"),
        ("applied = 2\ngranted = 3\n", "applied = 7\ngranted = 3\n"),
        ("granted = 3\nrealised = 4\n", "granted = 7\nrealised = 4\n"),
        ("realised = 4\n", "realised = 4\namount = 7\n"),
        (f"{YEARS}applied = 2\n", f"{YEARS}applied = 2\namount = 7\n"),
        (f"{YEARS}granted = 2\n", f"{YEARS}granted = 2\namount = 7\n"),
        ('amount = "1,5"\napplied = 2\n', "amount = 7\napplied = 2\n"),
        ('years = "x"\napplied = 2\n', 'years = "x"\napplied = 2\namount = 7\n'),
        ('applied = "1,5"\ngranted = 3\n', "applied = 7\ngranted = 3\n"),
        ('applied = 2\ngranted = "x"\n', 'applied = 7\ngranted = "x"\n'),
    ],
)
def test_an_amount_that_is_typed_goes_to_the_stage_that_is_shown_and_judged(
    table: str, keys: str, written: str
) -> None:
    state = state_of(HEAD + row(table, keys))
    path: Path = (table, 0, "amount")
    told = after(state, cell_change(state, path, "7"))
    assert sorted(told.document.text.splitlines()) == sorted((HEAD + row(table, written)).splitlines())
    assert told.figures.worths[table, 0].value == 7


def test_a_line_that_is_a_product_and_was_applied_for_is_shown_and_written_as_planned() -> None:
    state = state_of(HEAD + row("cost", f"{PRODUCT}applied = 2\n"))
    assert state.figures.worths["cost", 0].value == 150
    told = after(state, cell_change(state, ("cost", 0, "amount"), "7"))
    assert "applied = 2\n" in told.document.text
    assert told.figures.worths["cost", 0].value == 7


def test_a_price_without_a_quantity_leaves_what_was_applied_for_to_be_judged_and_written() -> None:
    state = state_of(HEAD + row("cost", "unit_price = 50\napplied = 2\n"))
    assert typed(state, ("cost", 0, "amount"), "7").endswith("unit_price = 50\napplied = 7\n")


def test_what_was_granted_and_cannot_be_read_does_not_hide_what_was_applied_for() -> None:
    state = state_of(HEAD + row("funding", 'applied = 2\ngranted = "x"\n'))
    assert state.figures.worths["funding", 0].value == 2


@pytest.mark.parametrize(
    ("figure", "text", "written"),
    [
        ("{ granted = 5, realised = 4 }", "7", "{ granted = 7, realised = 4 }"),
        ("{ realised = 4 }", "7", "{ realised = 4, planned = 7 }"),
        ("{ granted = { amount = 5, at_most = true } }", "7", "{ granted = { amount = 7, at_most = true } }"),
        ("{ granted = 5, realised = 4 }", "7 ~", "{ granted = { amount = 7, about = true }, realised = 4 }"),
        ("{ granted = 5, realised = 4 }", "", "{ realised = 4 }"),
        ("{ amount = 5, at_most = true }", "7", "{ amount = 7, at_most = true }"),
    ],
)  # fmt: skip
def test_of_a_figure_by_stages_only_the_one_that_is_shown_is_written_marked_and_emptied(
    figure: str, text: str, written: str
) -> None:
    places: dict[Path, str] = {
        ("share", 0, "support"): f'[[share]]\npartner = "town"\nsupport = {figure}\n',
        (
            "share",
            0,
            "years",
            "2025",
            "support",
        ): f'[[share]]\npartner = "town"\nyears.2025 = {{ support = {figure} }}\n',
        ("stated", "support"): f"[stated]\nsupport = {figure}\n",
        ("cost", 0, "years", "2025"): row("cost", f"years = {{ 2025 = {figure} }}\n"),
    }
    for path, there in places.items():
        if text.endswith("~") and path[-2] == "2025":
            continue
        assert typed(state_of(HEAD + there), path, text) == there.replace(figure, written)


def test_the_last_stage_that_is_emptied_takes_its_figure_along() -> None:
    state = state_of(HEAD + '[[share]]\npartner = "town"\nsupport = { granted = 5 }\n')
    assert typed(state, ("share", 0, "support"), "") == '[[share]]\npartner = "town"\n'


def test_two_marks_typed_at_once_stand_beside_the_amount() -> None:
    state = state_of(HEAD + row("funding", "amount = 5\n"))
    assert typed(state, ("funding", 0, "amount"), "7 ~<").endswith(
        "amount = { amount = 7, about = true, at_most = true }\n"
    )


def first_of_project(text: str) -> tuple[State, Answer]:
    state = state_of(HEAD + TWO + text)
    return state, cell_change(state, partner_figure(state, None, "costs"), "7")


def test_the_first_figure_of_the_project_stands_in_what_is_stated_of_the_project() -> None:
    state, answer = first_of_project('[[stated]]\nof = "partner.town"\nown = 1\n[[stated]]\nsource = "x"\n')
    assert after(state, answer).document.text.endswith('[[stated]]\nsource = "x"\ncosts = 7\n')


def test_the_first_figure_of_the_project_gets_a_table_beside_those_of_others() -> None:
    state, answer = first_of_project('[[stated]]\nof = "partner.town"\ncosts = 1\n')
    told = after(state, answer)
    assert told.document.text.endswith("costs = 1\n[[stated]]\ncosts = 7\n")
    assert told.figures.partners["town"].costs.value == 1


def test_where_the_only_table_of_what_is_stated_is_of_a_partner_it_is_said_how_both_may_stand() -> None:
    _, answer = first_of_project('[stated]\nof = "partner.town"\ncosts = 1\n')
    assert answer == NotYet("cell.stated-of-another")
    assert all("[[stated]]" in Words(language).say("screen.cell.stated-of-another") for language in ("fi", "sv", "en"))


def test_years_that_are_the_amount_of_a_row_are_raised_with_it() -> None:
    for table in ("cost", "appropriation"):
        state = state_of(HEAD + row(table, f'budget_item = "1"\n{YEARS}' if table == "appropriation" else YEARS))
        told = after(state, raised(state, [(table, 0, "amount")], Decimal(10))).document.text
        assert "years = { 2025 = 44, 2026 = 66 }" in told
        assert "amount" not in told


def test_an_appropriation_that_is_the_sum_of_its_years_is_not_split_anew() -> None:
    state = state_of(
        HEAD + f'period = {{ start = 2025-01-01, end = 2026-12-31 }}\n[[appropriation]]\nbudget_item = "1"\n{YEARS}'
    )
    change = spread(state, [("appropriation", 0)])
    assert isinstance(change, Change)
    assert not change.edits


@pytest.mark.parametrize(
    ("first", "second", "written"),
    [
        ("applied = 2\n", "amount = 3\n", "amount = 2\n"),
        ("amount = 2\n", "granted = 3\n", "granted = 2\n"),
        (YEARS, "amount = 3\n", "amount = 100\n"),
        (PRODUCT, "applied = 3\n", "applied = 150\n"),
        (YEARS, f"{YEARS}# the same\n", f"{YEARS}# the same\n"),
        ("realised = 2\n", "amount = 3\nrealised = 4\n", "realised = 4\n"),
        ("amount = { amount = 2, about = true }\n", "applied = 3\n", "applied = { amount = 2, about = true }\n"),
    ],
)
def test_the_amount_that_is_filled_down_is_the_one_that_is_shown(first: str, second: str, written: str) -> None:
    state = state_of(HEAD + row("cost", first) + row("cost", second))
    told = after(state, filled_down(state, [[("cost", 0, "amount"), ("cost", 1, "amount")]]))
    assert told.document.text == HEAD + row("cost", first) + row("cost", written)
    assert told.figures.worths["cost", 1].value == state.figures.worths["cost", 0].value


def test_of_a_share_only_the_stage_that_is_shown_is_filled_down() -> None:
    shares = '[[share]]\npartner = "town"\nown = %s\n[[share]]\npartner = "club"\nown = %s\n'
    state = state_of(HEAD + TWO + shares % ("{ granted = 5, realised = 4 }", "{ applied = 1, realised = 2 }"))
    told = after(state, filled_down(state, [[("share", 0, "own"), ("share", 1, "own")]]))
    assert told.document.text.endswith("own = { applied = 5, realised = 2 }\n")
