"""Budgets whose sums are hard to work out: rows, shares, stated totals, what is left over, money passed on, strays."""

from typing import Any

from hypothesis import strategies as st

NAMES = ("town", "club", "school", "firm")
KINDS = ("support", "own", "municipal", "other-public", "private", "in-kind", "income", "other")
NUMBERS = st.sampled_from(["0", "100", "250", "400", "1_000", "40", "60", "75.50", "24.50", "0.01", "999.99"])
QUALIFIERS = st.sampled_from(["", "", "", ", about = true", ", at_most = true", ", at_least = true"])


def sometimes(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value, or None for left out."""
    return st.one_of(st.none(), values)


@st.composite
def amounts(draw: st.DrawFn) -> str:
    """An amount, now and then as a table with what a document says of its certainty."""
    number, mark = draw(NUMBERS), draw(QUALIFIERS)
    return f"{{ amount = {number}{mark} }}" if mark else number


@st.composite
def figures(draw: st.DrawFn) -> str:
    """An amount, or amounts by stage."""
    if draw(st.integers(0, 4)):
        return draw(amounts())
    stages = draw(
        st.lists(st.sampled_from(["planned", "applied", "granted", "realised"]), min_size=1, max_size=2, unique=True)
    )
    return "{ " + ", ".join(f"{stage} = {draw(amounts())}" for stage in stages) + " }"


def table(header: str, keys: dict[str, str | None]) -> str:
    """A table with the keys that are not left out."""
    return header + "\n" + "".join(f"{key} = {value}\n" for key, value in keys.items() if value is not None)


def named(value: str | None) -> str | None:
    """A word as TOML has it."""
    return None if value is None else f'"{value}"'


@st.composite
def sums(draw: st.DrawFn, cost: bool) -> dict[str, str | None]:
    """The keys of a row that say how much: an amount, a stage, years, a product, or nothing."""
    how = draw(
        st.sampled_from(["amount", "amount", "amount", "amount", "amount", "stage", "years", "product", "nothing"])
    )
    if how == "amount":
        return {"amount": draw(amounts())}
    if how == "stage":
        return {draw(st.sampled_from(["applied", "granted", "realised"])): draw(amounts())}
    if how == "years":
        return {"years": f"{{ 2025 = {draw(figures())}, 2026 = {draw(amounts())} }}"}
    if how == "product" and cost:
        allocation = draw(sometimes(st.sampled_from(["40", "33.3", "100"])))
        return {
            "quantity": draw(st.sampled_from(["11", "0.5", "150"])),
            "unit_price": draw(NUMBERS),
            "allocation": allocation,
        }
    return {} if how == "nothing" else {"amount": draw(amounts())}


@st.composite
def stated_tables(draw: st.DrawFn, places: list[str]) -> str:
    """What documents state, of the project or of partners."""
    text = ""
    for of in draw(st.lists(st.sampled_from([*["project"] * 3, *places]), max_size=3)):
        keys = {key: draw(sometimes(figures())) for key in ("costs", "income", "support", "own")}
        text += table("[[stated]]", {"of": named(of) if of != "project" else None, **keys})
    return text


@st.composite
def shares(draw: st.DrawFn, partners: list[str]) -> str:
    """Some partners' parts, top-down, and seldom that of one who is none."""
    text = ""
    stray = ["nobody"] if not draw(st.integers(0, 5)) else []
    for partner in [*partners, *stray]:
        if draw(st.integers(0, 2)):
            keys = {key: draw(sometimes(figures())) for key in ("costs", "income", "support", "own")}
            for name in draw(st.sampled_from([(), (), ("2025",), ("2025", "2026")])):
                year = {key: draw(sometimes(figures())) for key in ("costs", "support", "own")}
                said = ", ".join(f"{key} = {figure}" for key, figure in year.items() if figure is not None)
                keys[f"years.{name}"] = f"{{ {said} }}"
            text += table("[[share]]", {"partner": named(partner), **keys})
    return text


@st.composite
def lines(draw: st.DrawFn, partners: list[str]) -> str:
    """Cost, income and funding rows; some name no partner, and a few a word that is none."""
    who = st.sampled_from([*partners, *partners, *partners, None, None, "nobody"] if partners else [None])
    payer = st.sampled_from([*partners, *partners, None, None, "bank"])
    text = ""
    for _ in range(draw(st.integers(0, 4))):
        in_kind = "true" if not draw(st.integers(0, 5)) else None
        keys = {"category": '"x"', "partner": named(draw(who)), "in_kind": in_kind, **draw(sums(cost=True))}
        text += table("[[cost]]", keys)
    for _ in range(draw(st.integers(0, 2))):
        text += table("[[income]]", {"partner": named(draw(who)), **draw(sums(cost=False))})
    for _ in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from([*KINDS, "support", "own", "municipal"]))
        keys = {
            "kind": named(kind),
            "payer": named(draw(payer)),
            "recipient": named(draw(who)),
            **draw(sums(cost=False)),
        }
        text += table("[[funding]]", keys)
    return text


@st.composite
def budget_texts(draw: st.DrawFn, rules: tuple[str, ...] = ("generic",)) -> str:
    """A budget of no partner, one, or several."""
    partners = list(NAMES[: draw(st.integers(0, 4))])
    head = f'schema = 1\n[project]\nname = "Village hall"\nrules = "{draw(st.sampled_from(rules))}"\n'
    body = draw(stated_tables([f"partner.{one}" for one in partners]))
    body += "".join(f'[[partner]]\nid = "{one}"\n' for one in partners)
    return head + body + draw(shares(partners)) + draw(lines(partners))
