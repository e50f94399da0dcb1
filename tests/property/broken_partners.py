"""Budgets of one to five partners in which money stands at the wrong partner, or a limit of the call is passed."""

from collections.abc import Callable

from hypothesis import strategies as st

HEAD = 'schema = 1\n[project]\nname = "Village hall"\nrules = "{rules}"\n[call]\nsupport_rate_max = {rate}\n'
RULES = ("generic", "fi-esrplus-2021", "fi-esr-2014", "fi-rural-2023")

Line = Callable[[int, str], str]


def _as_amount(amount: int, owner: str) -> str:
    return f'[[cost]]\n{owner}category = "services"\ndescription = "Work"\namount = {amount} # planned\n'


def _as_product(amount: int, owner: str) -> str:
    return f'[[cost]]\n{owner}category = "services"\ndescription = "Work"\nquantity = 10\nunit_price = {amount // 10}\n'


def _as_years(amount: int, owner: str) -> str:
    years = f"years = {{ 2025 = {amount // 2}, 2026 = {amount - amount // 2} }}\n"
    return f'[[cost]]\n{owner}category = "services"\ndescription = "Work"\n{years}'


def _money(kind: str, amount: int, owner: str, more: str = "") -> str:
    return f'[[funding]]\nkind = "{kind}"\n{owner}{more}amount = {amount} # {kind}\n'


@st.composite
def partners_apart(draw: st.DrawFn) -> str:
    """What each partner has differs from what it needs, in the project by nothing or by something."""
    count = draw(st.integers(2, 5))
    gaps = [draw(st.sampled_from((-1_000, -250, -100, 100, 250, 1_000))) for _ in range(count)]
    if draw(st.booleans()):
        gaps[-1] = -sum(gaps[:-1])
    return _budget(draw, gaps, "", "")


@st.composite
def limit_passed(draw: st.DrawFn) -> str:
    """One limit of the call that the plan passes, by little or by a good part of it."""
    costs = [draw(st.sampled_from((10_000, 20_000, 40_000))) for _ in range(draw(st.integers(1, 3)))]
    part = draw(st.integers(60, 99))
    key, of = draw(st.sampled_from((("costs_max", 100), ("support_max", 75), ("fund", 75))))
    limit = sum(costs) * of * part // 10_000
    call = f"funds = {{ erdf = {{ max = {limit} }} }}\n" if key == "fund" else f"{key} = {limit}\n"
    return _budget(draw, [0] * len(costs), call, 'fund = "erdf"\n' if key == "fund" else "", costs)


def _budget(draw: st.DrawFn, gaps: list[int], call: str, fund: str, costs: list[int] | None = None) -> str:
    rate, several = (80, len(gaps) > 1) if costs is None else (75, len(gaps) > 1)
    text = HEAD.format(rules=draw(st.sampled_from(RULES)), rate=rate) + call
    names = "abcde"[: len(gaps)]
    text += "".join(f'[[partner]]\nid = "{name}"\nname = "{name.upper()} ry"\n' for name in names if several)
    text = text.replace('id = "a"\n', 'id = "a"\nrole = "lead"\n')
    kind = draw(st.sampled_from(("own", "municipal", "private")))
    for number, (name, gap) in enumerate(zip(names, gaps, strict=True)):
        whole = 10_000 if costs is None else costs[number]
        owner, recipient = (f'partner = "{name}"\n', f'recipient = "{name}"\n') if several else ("", "")
        line: Line = draw(st.sampled_from((_as_amount, _as_product, _as_years)))
        parts = (whole,) if draw(st.booleans()) else (whole // 2, whole // 2)
        text += "".join(line(part, owner) for part in parts)
        support = whole * rate // 100
        text += _money("support", support, recipient, fund)
        text += _money(kind, whole - support + gap, recipient)
    return text
