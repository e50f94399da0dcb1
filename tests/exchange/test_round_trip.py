"""An export that is imported into a new file has the same lines and the same sums, in each form and each language."""

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budjettitui.document import Document, spell
from budjettitui.exchange.files import content
from budjettitui.exchange.incoming import read_grid
from budjettitui.intake import Asked, understood
from budjettitui.model import Cost, Funding
from budjettitui.report.starting import starting_file
from budjettitui.rules import loader
from budjettitui.rules.loader import shipped
from budjettitui.session import Session
from budjettitui.state import State
from budjettitui.words import LANGUAGES, Words
from tests.places import ROOT

BUDGETS = sorted([*ROOT.glob("budgets/*.toml"), *ROOT.glob("tests/public/*.toml")])
TODAY = date(2026, 3, 1)
FORMS = ("csv", "xlsx")


def with_table(table: str) -> list[Path]:
    """The budgets that have rows of a table."""
    return [path for path in BUDGETS if f"\n[[{table}]]\n" in path.read_text(encoding="utf-8")]


def new_session(state: State) -> Session:
    """A new file under the same rules, with the reporting periods that its rows name."""
    text = starting_file("new.toml", state.terms.rules, Words("en"), TODAY)
    if state.budget.project.periods:
        text = text.replace(
            'stage = "draft"', f'stage = "draft"\nperiods = {spell(list(state.budget.project.periods))}'
        )
    return Session(Document.from_text(text), today=TODAY)


def imported(state: State, form: str, lang: str, table: str, session: Session) -> State:
    data = content(state, Words(lang), form, table)
    made = understood(session, read_grid(data, table), Asked(table, twice="all", new_file=True))
    assert made.doubts == ()
    assert made.change is not None
    assert made.other_total is None or table == "funding"
    return session.apply(made.change)


def line(state: State, row: Cost, index: int) -> tuple[object, ...]:
    """A cost line as one compares it: partners by their names, the plan as it is worked out."""
    names = {one.id: one.label for one in state.budget.partners}
    planned = state.figures.worths["cost", index]
    amount = row.amount.value if row.amount else planned.value if planned.how in ("years", "product", "flat") else None
    stages = tuple(one.value if one else None for one in (row.applied, row.granted, row.realised))
    years = tuple((year, figure.judged and figure.judged.value) for year, figure in sorted(row.years.items()))
    price = row.unit_price.value if row.unit_price else None
    who = names.get(row.partner, row.partner)
    texts = tuple(_seen(text) for text in (row.description, row.person, row.work_package, row.unit))
    return (row.category, who, *texts, row.quantity, price, row.allocation, bool(row.in_kind), amount, stages, years)


def _seen(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None


def source(state: State, row: Funding, index: int) -> tuple[object, ...]:
    names = {one.id: one.label for one in state.budget.partners}
    worth = state.figures.worths["funding", index].value
    who = tuple(names.get(one, one) for one in (row.payer, row.recipient))
    return (row.kind, *who, _seen(row.description), row.fund, row.budget_item, row.confirmed, worth)


@pytest.mark.parametrize("path", with_table("cost"), ids=lambda path: path.stem)
@pytest.mark.parametrize("form", FORMS)
def test_cost_lines_come_back_as_they_went_out(path: Path, form: str) -> None:
    state = Session.open(path, today=TODAY).state
    assert state.budget.costs
    lang = LANGUAGES[len(path.stem) % 3]
    after = imported(state, form, lang, "costs", new_session(state))
    before = Counter(line(state, row, at) for at, row in enumerate(state.budget.costs))
    assert Counter(line(after, row, at) for at, row in enumerate(after.budget.costs)) == before
    assert after.figures.categories == {**after.figures.categories, **{
        word: value for word, value in state.figures.categories.items() if value is not None and word in {
            row.category for row in state.budget.costs}
    }}  # fmt: skip


@pytest.mark.parametrize("path", with_table("funding"), ids=lambda path: path.stem)
@pytest.mark.parametrize("form", FORMS)
def test_funding_comes_back_as_it_went_out(path: Path, form: str) -> None:
    state = Session.open(path, today=TODAY).state
    assert state.budget.funding
    lang = LANGUAGES[len(path.stem) % 3]
    session = new_session(state)
    if state.budget.costs:
        imported(state, form, lang, "costs", session)
    after = imported(state, form, lang, "funding", session)
    before = Counter(source(state, row, at) for at, row in enumerate(state.budget.funding))
    found = Counter(source(after, row, at) for at, row in enumerate(after.budget.funding))
    assert before - found == Counter()


@pytest.mark.parametrize("rules", [name for name in shipped() if (one := loader.load(name).rules) and one.categories])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_heading_of_every_funder_is_understood_in_every_language(rules: str, lang: str) -> None:
    found = loader.load(rules).rules
    assert found is not None
    rows = "".join(
        f'[[cost]]\ncategory = "{word}"\ndescription = "line {number}"\namount = {number + 1}\n'
        for number, word in enumerate(found.categories)
    )
    state = Session.from_bytes(
        f'schema = 1\n[project]\nname = "x"\nrules = "{rules}"\n{rows}'.encode(), today=TODAY
    ).state
    after = imported(state, "csv", lang, "costs", new_session(state))
    assert {row.description: row.category for row in after.budget.costs} == {
        row.description: row.category for row in state.budget.costs
    }


AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**11, places=2).map(lambda value: value + Decimal("0.00"))
PRICES = st.decimals(min_value=0, max_value=10**6, places=4)
WORDS = st.text("abcÅäö =+-@'\"[];,.0129\u00a0", min_size=1, max_size=20).filter(
    lambda text: any(map(str.isalpha, text))
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(("personnel", "services", "equipment", "other")), st.sampled_from((None, "a", "b")), WORDS, AMOUNTS,
        st.none() | PRICES, st.booleans(), st.none() | AMOUNTS,
    ),
    min_size=1, max_size=8,
)  # fmt: skip


@given(rows=ROWS, form=st.sampled_from(FORMS), lang=st.sampled_from(LANGUAGES))
def test_whatever_lines_there_are_come_back(rows: list[tuple[object, ...]], form: str, lang: str) -> None:
    text = ['schema = 1\n[project]\nname = "x"\nrules = "fi-esrplus-2021"\n[[partner]]\nid = "a"\nname = "Alfa ry"\n'
            '[[partner]]\nid = "b"\nname = "=Beta Oy"\n']  # fmt: skip
    for category, partner, words, amount, price, in_kind, year in rows:
        assert isinstance(words, str)
        keys = {"category": category, "partner": partner, "description": words.strip() or "x", "amount": amount,
                "unit_price": price, "in_kind": in_kind or None, "years": None if year is None else {"2027": year}}  # fmt: skip
        text.append(
            "[[cost]]\n" + "".join(f"{key} = {spell(value)}\n" for key, value in keys.items() if value is not None)
        )
    state = Session.from_bytes("".join(text).encode(), today=TODAY).state
    after = imported(state, form, lang, "costs", new_session(state))
    before = Counter(line(state, row, at) for at, row in enumerate(state.budget.costs))
    assert Counter(line(after, row, at) for at, row in enumerate(after.budget.costs)) == before
    assert after.figures.categories == state.figures.categories
