"""A person's time in several files, against a diary: what a diary holds is never found, and what none can hold is."""

from hypothesis import given
from hypothesis import strategies as st

from budjettitui.checks.files import neighbours
from budjettitui.session import Session
from tests.checks.judging import TODAY

MONTHS = 18
START = 'schema = 1\n[project]\nname = "Courses"\n'

periods = st.tuples(st.integers(0, MONTHS - 1), st.integers(0, MONTHS - 1)).map(sorted)
parts = st.sampled_from([10, 25, 40, 50, 60, 75, 100])
diaries = st.lists(st.tuples(periods, parts, st.sets(st.integers(0, MONTHS - 1))), min_size=2, max_size=4)


def day(month: int) -> str:
    return f"{2025 + month // 12}-{month % 12 + 1:02}"


def file(period: list[int], more: str) -> str:
    last = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(period[1] % 12 + 1, 31)
    dates = f"period = {{ start = {day(period[0])}-01, end = {day(period[1])}-{last} }}\n"
    return START + dates + f'[[cost]]\ncategory = "personnel"\nperson = "Minna Canth"\namount = 9_000\n{more}\n'


def found(texts: list[str]) -> bool:
    """True where the files together charge the person beyond the whole."""
    sessions = {str(n): Session.from_bytes(text.encode(), today=TODAY) for n, text in enumerate(texts)}
    for label, others in neighbours({label: one.state.case for label, one in sessions.items()}):
        sessions[label].beside(others)
    return any(each.check == "double-funding" for one in sessions.values() for each in one.state.verdict())


@given(diaries)
def test_work_that_a_diary_holds_is_never_charged_twice(diary: list[tuple[list[int], int, set[int]]]) -> None:
    free, texts = [100] * MONTHS, []
    for period, part, chosen in diary:
        worked = [month for month in chosen if period[0] <= month <= period[1] and free[month] >= part]
        for month in worked:
            free[month] -= part
        texts.append(file(period, f'quantity = {len(worked)}\nunit = "kk"\nallocation = {part}'))
    assert not found(texts)


@given(diaries)
def test_parts_of_whole_periods_are_found_where_a_month_has_more_than_the_whole(
    diary: list[tuple[list[int], int, set[int]]],
) -> None:
    months = [sum(part for period, part, _ in diary if period[0] <= month <= period[1]) for month in range(MONTHS)]
    assert found([file(period, f"allocation = {part}") for period, part, _ in diary]) is (max(months) > 100)
