"""Splitting by year: what is split adds up to the cent, and the file's other bytes stay."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from budjettitui.edits import Change, Remove, Set
from budjettitui.money import total
from budjettitui.session import Session
from budjettitui.spreading import columns_of, parts_of, rest_into, split_of, splits_of, spread
from budjettitui.typed import NotYet

HEAD = 'schema = 1\n[project]\nname = "x"\nperiod = {{ start = {start}, end = {end} }}\n{more}\n'
ROW = '[[cost]]\ncategory = "services"\namount = {amount}\n{years}'


def opened(rows: str, start: str = "2022-11-01", end: str = "2023-09-30", more: str = "") -> Session:
    """A budget of these rows."""
    text = HEAD.format(start=start, end=end, more=more) + rows
    return Session.from_bytes(text.encode(), today=date(2026, 11, 24))


def years(session: Session, index: int = 0) -> dict[str, str]:
    """What a cost line has in each year."""
    row = session.state.budget.costs[index]
    return {name: str(figure.planned.value) for name, figure in row.years.items() if figure.planned}


@given(
    st.integers(-(10**12), 10**12).map(lambda cents: Decimal(cents).scaleb(-2)),
    st.lists(st.integers(0, 12), min_size=1, max_size=12).filter(any),
    st.sampled_from([Decimal("0.01"), Decimal(1), Decimal(100)]),
)
def test_parts_add_up_to_the_whole_whatever_it_is(whole: Decimal, weights: list[int], unit: Decimal) -> None:
    parts = parts_of(whole, weights, unit)
    assert total(parts) == whole
    assert all(part == 0 for part, weight in zip(parts, weights, strict=True) if not weight)


def test_the_years_of_a_period_have_its_months_a_begun_one_counted_whole() -> None:
    columns = columns_of(opened("", "2022-11-15", "2024-01-10").state.budget)
    assert [(one.name, one.months) for one in columns] == [("2022", 2), ("2023", 12), ("2024", 1)]


def test_reporting_periods_go_before_calendar_years_and_are_equal_parts() -> None:
    session = opened(ROW.format(amount="100", years=""), more='periods = ["P1", "P2", "P3"]')
    change = spread(session.state, [("cost", 0)])
    assert isinstance(change, Change)
    session.apply(change)
    assert years(session) == {"P1": "33.33", "P2": "33.33", "P3": "33.34"}


def test_a_year_outside_the_period_is_shown_and_emptied_by_spreading() -> None:
    session = opened(ROW.format(amount="1_100", years="years = { 2020 = 5, 2022 = 1 } # why\n"))
    assert [one.name for one in columns_of(session.state.budget)] == ["2020", "2022", "2023"]
    change = spread(session.state, [("cost", 0)])
    assert isinstance(change, Change)
    session.apply(change)
    assert years(session) == {"2022": "200", "2023": "900"}
    assert "# why" in session.state.document.text


def test_spreading_twice_changes_nothing_more() -> None:
    session = opened(ROW.format(amount="1_000.01", years=""))
    first = spread(session.state, [("cost", 0)])
    assert isinstance(first, Change)
    session.apply(first)
    again = spread(session.state, [("cost", 0)])
    assert isinstance(again, Change)
    assert again.idle


def test_the_rest_goes_on_top_of_what_stands_in_the_cell() -> None:
    session = opened(ROW.format(amount="1_000", years="years = { 2022 = 100, 2023 = 300.50 }\n"))
    change = rest_into(session.state, ("cost", 0, "years", "2022"))
    assert isinstance(change, Change)
    session.apply(change)
    assert years(session) == {"2022": "699.50", "2023": "300.50"}
    columns = columns_of(session.state.budget)
    assert split_of(session.state, columns, "cost", 0).rest == 0


def test_without_a_period_or_an_amount_it_is_said_and_nothing_done() -> None:
    bare = Session.from_bytes(b'[[cost]]\ncategory = "services"\namount = 5\n', today=date(2026, 11, 24))
    assert isinstance(spread(bare.state, [("cost", 0)]), NotYet)
    empty = opened('[[cost]]\ncategory = "services"\n')
    assert isinstance(rest_into(empty.state, ("cost", 0, "years", "2022")), NotYet)
    change = spread(empty.state, [("cost", 0)])
    assert isinstance(change, Change)
    assert change.idle


def test_rows_that_did_not_change_are_taken_from_the_state_before_and_the_others_worked_out_anew() -> None:
    flat = '[[cost]]\ncategory = "flat-rate"\n'
    rows = "".join(ROW.format(amount=amount, years="years = { 2022 = 10 }\n") for amount in (100, 200, 300))
    session = opened(rows + flat, more='rules = "fi-esrplus-2021"\ncost_model = "flat-40"')
    columns = columns_of(session.state.budget)
    known = splits_of(session.state, columns, "cost")
    for edit in (Set(("cost", 1, "amount"), "250"), Set(("cost", 0, "years", "2022"), "77"), Remove(("cost", 2))):
        after = session.apply(Change("", (edit,)))
        again = splits_of(after, columns, "cost", known)
        assert again.rows == splits_of(after, columns, "cost").rows
        known = again


def test_what_was_previewed_and_is_then_kept_is_the_same_as_what_is_kept_at_once() -> None:
    row, change = ROW.format(amount=100, years=""), Change("", (Set(("cost", 0, "amount"), "250"),))
    tried, plain = opened(row), opened(row)
    seen = tried.preview(change)
    assert tried.apply(change) is seen
    assert plain.apply(change).findings == seen.findings
    tried.undo()
    assert tried.state.document.text == opened(row).state.document.text
    assert tried.apply(change).document.text == plain.state.document.text
