"""Budgets that meet to the euro and break one limit of their call, written in the ways in which people write budgets."""

from dataclasses import dataclass

from hypothesis import strategies as st

HEAD = 'schema = 1\n[project]\nname = "Village hall"\n'
TOWN_AND_CLUB = (
    '[[partner]]\nid = "town"\nname = "Town"\nkind = "municipality"\nrole = "lead"\n[[partner]]\nid = "club"\n'
)
PRICED = "quantity = 10\nunit_price = 100\n"


@dataclass(frozen=True)
class Sums:
    """What a budget comes to: its costs, and what pays them."""

    costs: int
    support: int
    own: int
    private: int = 0


def cost(amount: int, more: str = "") -> str:
    return f'[[cost]]\ncategory = "services"\ndescription = "Work"\namount = {amount} # planned\n{more}'


def money(kind: str, amount: int, more: str = "") -> str:
    return f'[[funding]]\nkind = "{kind}"\namount = {amount} # {kind}\n{more}'


def totals(costs: int, support: int, own: int | None = None) -> str:
    last = "" if own is None else f"own = {own}\n"
    return f"[stated]\ncosts = {costs} # in all\nsupport = {{ amount = {support}, at_most = true }}\n{last}"


def share(partner: str, sums: Sums) -> str:
    return (
        f'[[share]]\npartner = "{partner}"\ncosts = {sums.costs} # theirs\nsupport = {sums.support}\nown = {sums.own}\n'
    )


def private(sums: Sums, more: str = "") -> str:
    return money("private", sums.private, f'payer = "Shop"\nconfirmed = true\n{more}') if sums.private else ""


def as_rows(sums: Sums) -> str:
    rest = cost(1_000, PRICED) + cost(sums.costs - 1_000 - sums.costs // 3) + cost(sums.costs // 3)
    return rest + money("support", sums.support) + money("own", sums.own) + private(sums)


def as_totals(sums: Sums) -> str:
    return totals(sums.costs, sums.support, sums.own) + private(sums)


def as_rows_with_totals(sums: Sums) -> str:
    paid = money("support", sums.support) + money("own", sums.own) + private(sums)
    return totals(sums.costs, sums.support, sums.own) + cost(sums.costs) + paid


def as_funds(sums: Sums) -> str:
    state = sums.support // 5
    two = money("support", sums.support - state, 'fund = "erdf"\n') + money("support", state, 'fund = "state"\n')
    return cost(sums.costs) + two + money("own", sums.own) + private(sums)


def parted(sums: Sums) -> tuple[Sums, Sums]:
    """The same in two parts, of three fifths and two."""
    costs, support, other = (amount * 3 // 5 for amount in (sums.costs, sums.support, sums.private))
    one = Sums(costs, support, costs - support - other, other)
    rest = (sums.costs - costs, sums.support - support, sums.own - one.own, sums.private - other)
    return one, Sums(*rest)


def as_shares(sums: Sums) -> str:
    one, two = parted(sums)
    more = private(one, 'recipient = "town"\n') + private(two, 'recipient = "club"\n')
    return TOWN_AND_CLUB + share("town", one) + share("club", two) + more


def as_what_is_left(sums: Sums) -> str:
    one, two = parted(sums)
    more = private(one, 'recipient = "town"\n') + private(two, 'recipient = "club"\n')
    own = money("own", two.own, 'recipient = "club"\n')
    return totals(sums.costs, sums.support) + TOWN_AND_CLUB + share("town", one) + own + more


def as_partners_rows(sums: Sums) -> str:
    found = TOWN_AND_CLUB
    for name, part in zip(("town", "club"), parted(sums), strict=True):
        who = f'recipient = "{name}"\n'
        found += cost(part.costs, f'partner = "{name}"\n') + money("support", part.support, who)
        found += money("own", part.own, who) + private(part, who)
    return found


SHAPES = (as_rows, as_totals, as_rows_with_totals, as_funds, as_shares, as_what_is_left, as_partners_rows)
SEVERAL = (as_shares, as_what_is_left, as_partners_rows)


@st.composite
def broken_limit(draw: st.DrawFn) -> tuple[str, str, str]:
    """A check, a budget that it finds something in, and the shape that the budget has."""
    ten = draw(st.integers(2_000, 90_000))
    over = draw(st.integers(3, ten // 4))
    costs = 10 * ten
    usual = Sums(costs, 7 * ten, 3 * ten)
    check, call, sums = draw(
        st.sampled_from(
            [
                ("costs-ceiling", f"costs_max = {costs - over}", usual),
                ("costs-ceiling", f"costs_max = {costs - over}\nsupport_rate_max = 70", usual),
                ("grant-range", f"support_max = {7 * ten - over}", usual),
                ("grant-range", f"support_min = {7 * ten + over}\nsupport_rate_max = 80", usual),
                ("rate-exceeded", "support_rate_max = 70", Sums(costs, 7 * ten + over, 3 * ten - over)),
                ("support-unused", "support_rate_max = 80", Sums(costs, 8 * ten - over - 10, 2 * ten + over + 10)),
                ("rate-rounding", "support_rate_max = 70", Sums(costs, 7 * ten + 1, 3 * ten - 1)),
                (
                    "self-financing-min",
                    "self_financing_min = 20",
                    Sums(costs, 6 * ten, 2 * ten - over, 2 * ten + over),
                ),
                ("public-total", "public_max = 60", Sums(costs, 7 * ten + over, ten - over, 2 * ten)),
            ]
        )
    )
    shape = draw(st.sampled_from(SHAPES))
    return check, f"{HEAD}[call]\n{call}\n{shape(sums)}", shape.__name__


@st.composite
def broken_part(draw: st.DrawFn) -> tuple[str, str, str]:
    """The same of limits that only some budgets have: of one fund, of one partner."""
    ten = draw(st.integers(2_000, 90_000))
    sums = Sums(10 * ten, 7 * ten, 3 * ten)
    if draw(st.booleans()):
        most = draw(st.integers(20, 55))
        call = f"funds = {{ erdf = {{ rate_max = {most} }} }}"
        return "rate-exceeded-fund", f"{HEAD}[call]\n{call}\n{as_funds(sums)}", "as_funds"
    shape = draw(st.sampled_from(SEVERAL))
    most = draw(st.integers(51, 59))
    return "partner-concentration", f"{HEAD}[call]\npartner_max = {most}\n{shape(sums)}", shape.__name__
