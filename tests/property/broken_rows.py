"""Budgets of rows under cost models that meet to the cent, and then have a figure or two broken."""

import re

from hypothesis import strategies as st

MODELS = (("generic", "actual"), ("fi-esrplus-2021", "flat-40"), ("fi-oph", "actual"))
NUMBER = re.compile(r"(?m)(?:amount|costs|support|own|funding|services|quantity|allocation|2025|2026) = (-?\d[\d_]*)")

ROWS = """schema = 1
[project]
name = "Village hall"
rules = "{rules}"
cost_model = "{model}"
stage = "application"
period = {{ start = 2025-01-01, end = 2026-12-31 }}
decision_limit = {limit}
[call]
support_rate_max = 75
categories = {{ services = {{ min = 5, max = 60 }} }}
[stated]
costs = {costs}
support = {support}
categories = {{ services = {services} }}
[[partner]]
id = "town"
kind = "municipality"
recovers_vat = true
[[cost]]
category = "personnel"
description = "Lead" # half of the time
person = "Minna Canth"
quantity = 24
unit = "kk"
allocation = 50
amount = {pay}
[[cost]]
category = "{flat}"
description = "All else"
amount = {rate}
[[cost]]
category = "services"
description = "Food"
years = {{ 2025 = {first}, 2026 = {second} }}
amount = {services}
[[funding]]
kind = "support"
amount = {support}
[[funding]]
kind = "own"
payer = "town"
budget_item = "1"
amount = {own} # of the town
[[appropriation]]
budget_item = "1"
payer = "town"
basis = "net"
amount = {own}
"""


@st.composite
def whole_rows(draw: st.DrawFn) -> str:
    """Pay, a flat rate (or other costs) of 40 % of it, services by year; support of 75 % and an appropriation."""
    rules, model = draw(st.sampled_from(MODELS))
    unit = draw(st.integers(1, 400)) * 100
    pay, services, first = 10 * unit, 2 * unit, draw(st.integers(0, 2)) * unit
    costs = 16 * unit
    return ROWS.format(
        rules=rules,
        model=model,
        limit=draw(st.sampled_from([4 * unit, 3 * unit, 100_000_000])),
        flat="flat-rate" if model == "flat-40" else "other",
        pay=pay,
        rate=4 * unit,
        services=services,
        first=first,
        second=services - first,
        costs=costs,
        support=costs * 3 // 4,
        own=costs // 4,
    )


@st.composite
def broken_rows(draw: st.DrawFn) -> str:
    """One of them with one or two of its figures changed: a little, tenfold, below zero, or a row pasted twice."""
    text = draw(whole_rows())
    for _ in range(draw(st.integers(1, 2))):
        place = draw(st.sampled_from(list(NUMBER.finditer(text))))
        number = int(place[1].replace("_", ""))
        by = draw(st.integers(-3_000, 3_000))
        new = draw(st.sampled_from([number + by, number * 10, -number, number + 9, 0, number * 2]))
        text = text[: place.start(1)] + str(new) + text[place.end(1) :]
    if draw(st.integers(0, 4)) == 0:
        rows = text.split("[[funding]]")[0].split("[[cost]]")[1:]
        text += "[[cost]]" + draw(st.sampled_from(rows))
    return text
