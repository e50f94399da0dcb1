"""A share spread over its years adds up to the digit, leaves its other figures alone, and is undone to the same bytes."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from budjettitui.edits import Change
from budjettitui.model import Share
from budjettitui.money import total
from budjettitui.session import Session
from budjettitui.spreading.shares import figure_of, rest_of_share, spread_shares

KEYS = ("costs", "income", "support", "own")

amounts = st.integers(-(10**9), 10**9).map(lambda cents: Decimal(cents).scaleb(-2))
figures = st.one_of(
    amounts.map(lambda one: f"{one:f}"),
    amounts.map(lambda one: f"{{ amount = {one:f}, about = true }}"),
    amounts.map(lambda one: f"{{ granted = {one:f} }}"),
)
tables = st.dictionaries(st.sampled_from(KEYS), figures, min_size=1)
years = st.dictionaries(st.sampled_from(["2024", "2025", "2026", "2027"]), tables)
heads = st.sampled_from(
    [
        "period = { start = 2025-03-15, end = 2026-12-31 }",
        'period = { start = 2025-01-01, end = 2027-06-30 }\nrules = "fi-esrplus-2021"',
        'period = { start = 2025-11-01, end = 2026-01-31 }\nrules = "./one-euro.toml"',
    ]
)


def inline(split: dict[str, dict[str, str]]) -> str:
    """The years on one line."""
    inner = ", ".join(
        f"{name} = {{ {', '.join(f'{k} = {v}' for k, v in one.items())} }}" for name, one in split.items()
    )
    return f"years = {{ {inner} }} # theirs\n" if split else ""


def dotted(split: dict[str, dict[str, str]]) -> str:
    """A line for each figure of each year."""
    return "".join(f"years.{name}.{key} = {one} # {key}\n" for name, year in split.items() for key, one in year.items())


def nested(split: dict[str, dict[str, str]]) -> str:
    """A table for each year."""
    return "".join(
        f"[share.years.{name}] # year\n" + "".join(f"{key} = {one}\n" for key, one in year.items())
        for name, year in split.items()
    )


def parts(share: Share, key: str) -> dict[str, Decimal | None]:
    """What a figure has in each year."""
    return {name: figure_of(year, key) for name, year in share.years.items() if getattr(year, key) is not None}


@given(
    heads, st.dictionaries(st.sampled_from(KEYS), figures, min_size=1), years, st.sampled_from([inline, dotted, nested]),
    st.lists(st.sampled_from(KEYS), min_size=1, unique=True),
)  # fmt: skip
def test_spread_figures_add_up_the_others_stay_and_undo_gives_the_same_bytes(
    head: str, whole: dict[str, str], split: dict[str, dict[str, str]], form: object, wanted: list[str]
) -> None:
    text = f'schema = 1\n[project]\nname = "x"\n{head}\n[[partner]]\nid = "a"\n[[share]]\npartner = "a"\n'
    text += "".join(f"{key} = {one}\n" for key, one in whole.items()) + form(split)  # type: ignore[operator]
    session = Session.from_bytes(text.encode(), today=date(2026, 11, 24))
    before = session.state.budget.shares[0]
    change = spread_shares(session.state, [(0, key) for key in wanted])
    if not isinstance(change, Change):
        assert not set(wanted) & set(whole)
        return
    session.apply(change)
    after = session.state.budget.shares[0]
    for key in KEYS:
        if key in wanted and key in whole:
            known = [one for one in parts(after, key).values() if one is not None]
            assert total(known) == figure_of(before, key) == figure_of(after, key)
            assert not {"2024"} & set(parts(after, key))
        else:
            assert parts(after, key) == parts(before, key)
    again = spread_shares(session.state, [(0, key) for key in wanted])
    assert isinstance(again, Change)
    assert again.idle
    if change.edits:
        session.undo()
    assert session.state.document.to_bytes() == text.encode()


@given(heads, amounts, years, st.sampled_from([inline, dotted, nested]), st.sampled_from(["2025", "2026"]))
def test_the_rest_put_into_a_year_makes_the_years_the_whole(
    head: str, whole: Decimal, split: dict[str, dict[str, str]], form: object, name: str
) -> None:
    text = f'schema = 1\n[project]\nname = "x"\n{head}\n[[partner]]\nid = "a"\n[[share]]\npartner = "a"\n'
    text += f"costs = {whole:f}\n" + form(split)  # type: ignore[operator]
    session = Session.from_bytes(text.encode(), today=date(2026, 11, 24))
    before = session.state.budget.shares[0]
    change = rest_of_share(session.state, ("share", 0, "years", name, "costs"))
    assert isinstance(change, Change)
    session.apply(change)
    after = session.state.budget.shares[0]
    known = [one for one in parts(after, "costs").values() if one is not None]
    assert total(known) == (whole if known else 0)
    assert all(parts(after, key) == parts(before, key) for key in KEYS if key != "costs")
    if change.edits:
        session.undo()
    assert session.state.document.to_bytes() == text.encode()
