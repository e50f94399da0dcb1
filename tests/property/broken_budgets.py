"""Budgets that meet to the euro, and then have a figure or two broken."""

import re

from hypothesis import strategies as st

from tests.places import BUDGETS

SEEDS = [path.read_text(encoding="utf-8") for path in sorted(BUDGETS.glob("*.toml"))]
RULES = ("generic", "fi-esrplus-2021", "fi-esr-2014", "fi-oph")
FIGURE = re.compile(r"(?m)^(?:(?:costs|support|own|funding|amount|income) = (?:\{ amount = )?)(\d[\d_]*(?:\.\d+)?)")


WHOLE = """schema = 1
[project]
name = "Village hall"
rules = "{rules}"
stage = "application"
period = {{ start = 2025-01-01, end = 2026-12-31 }}
[call]
support_rate_max = 75
[stated]
costs = {costs} # from the decision
support = {support} # 75 %
own = {own}
[[cost]]
category = "services" # bought
description = "Food"
quantity = {hours}
unit_price = {price}
amount = {product} # the product
[[cost]]
category = "other"
description = "Rent"
amount = {rest}
[[funding]]
kind = "support"
amount = {applied} # applied for
[[funding]]
kind = "own" # ours
payer = "Club"
budget_item = "1"
amount = {own}
[[funding]]
kind = "municipal"
payer = "Town"
confirmed = true
amount = {town} # decided
[[appropriation]]
budget_item = "1"
payer = "Club"
amount = {own} # set aside
"""


@st.composite
def whole(draw: st.DrawFn) -> str:
    """One applicant with rows: stated totals, a product, three sources; comments and qualifiers between."""
    base = draw(st.integers(2, 900)) * 100
    hours, price = draw(st.integers(2, 40)), draw(st.integers(2, 90))
    rest = base * 4 - hours * price
    if rest <= 0:
        hours, price, rest = 1, 100, base * 4 - 100
    mark = draw(st.sampled_from(["{n}", "{{ amount = {n}, at_most = true }}", "{{ amount = {n}, about = true }}"]))
    support, own, town = base * 3, base // 2, base - base // 2
    return WHOLE.format(
        rules=draw(st.sampled_from(RULES)),
        costs=mark.format(n=base * 4),
        applied=mark.format(n=support),
        product=hours * price,
        support=support,
        own=own,
        town=town,
        hours=hours,
        price=price,
        rest=rest,
    )


@st.composite
def shared(draw: st.DrawFn) -> str:
    """Two partners top-down, the second perhaps what is left over, one paid by the other."""
    one, two = draw(st.integers(2, 900)) * 100, draw(st.integers(2, 900)) * 100
    second = draw(st.booleans())
    text = f"""schema = 1
[project]
name = "Village hall"
rules = "{draw(st.sampled_from(RULES))}"
[call]
support_rate_max = 75
[stated]
costs = {{ amount = {4 * (one + two)}, about = true }} # in all
support = {3 * (one + two)}
[[partner]]
id = "town"
role = "lead"
[[partner]]
id = "club"
[[share]]
partner = "town"
costs = {4 * one} # theirs
support = {{ amount = {3 * one}, at_most = true }}
own = {one}
[[funding]]
kind = "municipal"
payer = "town"
recipient = "club"
budget_item = "1"
amount = {{ amount = {two}, at_most = true }} # at most
[[appropriation]]
budget_item = "1"
payer = "town"
basis = "net"
amount = {one + two}
"""
    return text + (f'[[share]]\npartner = "club"\ncosts = {4 * two}\nsupport = {3 * two}\n' if second else "")


@st.composite
def broken(draw: st.DrawFn) -> str:
    """One of them, or one of the five seeds, with one or two figures changed."""
    text: str = draw(st.one_of(whole(), shared(), st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 2))):
        places = list(FIGURE.finditer(text))
        if places:
            place = draw(st.sampled_from(places))
            new = draw(changed(place[1]))
            text = text[: place.start(1)] + new + text[place.end(1) :]
    return text


@st.composite
def changed(draw: st.DrawFn, old: str) -> str:
    """A figure as people get it wrong: a little more or less, ten times, digits swapped."""
    how = draw(st.sampled_from(["more", "less", "ten", "swap", "one"]))
    digits = old.replace("_", "")
    whole_part, point, cents = digits.partition(".")
    number = int(whole_part)
    if how == "swap" and len(whole_part) > 1:
        at = draw(st.integers(0, len(whole_part) - 2))
        swapped = whole_part[:at] + whole_part[at + 1] + whole_part[at] + whole_part[at + 2 :]
        return str(int(swapped)) + point + cents
    by = {
        "more": draw(st.integers(2, 5_000)),
        "less": -draw(st.integers(2, 5_000)),
        "ten": 9 * number,
        "swap": 7,
        "one": 1,
    }[how]
    return str(max(0, number + by)) + point + cents
