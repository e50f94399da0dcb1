"""docs/figures.md a second time, from its text alone: plain dicts, integers of cents, slow and obvious.

Nothing of the program is imported here. Each function quotes the sentence that it follows.
"""

import tomllib
from decimal import Decimal
from fractions import Fraction
from typing import Any

KINDS = ("support", "own", "municipal", "other-public", "private", "in-kind", "revenue", "other")
"""Kinds of funding; the kind `income` is called `revenue` here, since `income` is what lowers the costs."""
CASH = tuple(kind for kind in KINDS if kind != "in-kind")
JUDGED = ("planned", "applied", "granted")
UNREADABLE = object()
STRAY = "?"
"""The owner of a row whose `partner` or `recipient` is no partner: nobody knows whose it is."""

Budget = dict[str, Any]
Cents = int | None


def read(text: str) -> Budget:
    """The budget as a dict; amounts are decimals, as written."""
    return tomllib.loads(text, parse_float=Decimal)


# amounts ------------------------------------------------------------------------------------------------------------
def cents(amount: Any) -> int:
    """An amount, or a table with one, in cents."""
    if isinstance(amount, dict):
        amount = amount["amount"]
    exact = Decimal(amount) * 100
    assert exact == int(exact)
    return int(exact)


def judged(figure: Any) -> Cents:
    """ "The figures judged are those of stage `planned`, else `applied`, else `granted`." A bare amount is planned."""
    if figure is None:
        return None
    if not isinstance(figure, dict) or "amount" in figure:
        return cents(figure)
    return next((cents(figure[stage]) for stage in JUDGED if stage in figure), None)


def row_sum(row: Budget) -> Cents:
    """ "A row without an amount is worked out from its `years`, else from quantity, price and allocation (half-up)."

    That is its planned sum; a row that has none is judged at `applied`, else at `granted`.
    """
    if "amount" in row:
        return cents(row["amount"])
    years = [judged(figure) for figure in row.get("years", {}).values()]
    if years:
        return None if None in years else sum(year for year in years if year is not None)
    if "quantity" in row and "unit_price" in row:
        price = row["unit_price"]["amount"] if isinstance(row["unit_price"], dict) else row["unit_price"]
        exact = Fraction(row["quantity"]) * Fraction(price) * Fraction(row.get("allocation", 100)) / 100 * 100
        return (exact + Fraction(1, 2)).__floor__()
    return next((cents(row[stage]) for stage in ("applied", "granted") if stage in row), None)


def total(rows: list[Budget]) -> Cents:
    """ "Nothing unknown is taken for zero": a sum with an unknown part is unknown."""
    sums = [row_sum(row) for row in rows]
    return None if None in sums else sum(one for one in sums if one is not None)


# whose row it is ----------------------------------------------------------------------------------------------------
def ids(budget: Budget) -> list[str]:
    return [partner["id"] for partner in budget.get("partner", [])]


def owner(budget: Budget, row: Budget, table: str) -> str | None:
    """Whose a row is: None for the project as a whole.

    "A row without `partner` belongs to the only partner." "A funding line without `recipient` goes to its payer where
    that is a partner, else to the only partner, else to the project as a whole." A name that is nobody's is a `STRAY`.
    """
    partners = ids(budget)
    named = row.get("recipient" if table == "funding" else "partner")
    if named is None and table == "funding" and row.get("payer") in partners:
        named = row["payer"]
    if named in partners:
        return str(named)
    if len(partners) < 2:
        return partners[0] if partners else None
    return None if named is None else STRAY


def rows_of(budget: Budget, who: str | None, quantity: str) -> list[Budget]:
    """The rows of a quantity that are this one's; "in-kind costs and funding stand outside the cash totals"."""
    if quantity == "costs":
        rows = [row for row in budget.get("cost", []) if not row.get("in_kind")]
        return [row for row in rows if owner(budget, row, "cost") == who]
    if quantity == "income":
        return [row for row in budget.get("income", []) if owner(budget, row, "income") == who]
    kind = "income" if quantity == "revenue" else quantity
    lines = [row for row in budget.get("funding", []) if row["kind"] == kind]
    return [row for row in lines if owner(budget, row, "funding") == who]


def passed_on(budget: Budget, who: str) -> list[Budget]:
    """ "Support that one partner passes on (`kind = "support"`, `payer` a partner)": lines that it pays to another."""
    return [
        row
        for row in budget.get("funding", [])
        if row["kind"] == "support" and row.get("payer") == who and owner(budget, row, "funding") != who
    ]


# what documents state -----------------------------------------------------------------------------------------------
def stated_tables(budget: Budget) -> list[Budget]:
    stated = budget.get("stated", [])
    return [stated] if isinstance(stated, dict) else list(stated)


def stated(budget: Budget, of: set[str], quantity: str) -> Cents:
    """ "`[stated]` (of several, the first that has the figure)."""
    for table in stated_tables(budget):
        if table.get("of", "project") in of and judged(table.get(quantity)) is not None:
            return judged(table[quantity])
    return None


def share(budget: Budget, who: str, quantity: str) -> Cents:
    """ "A row without an amount is worked out from its `years`": a share too, where each of them has the figure."""
    for row in budget.get("share", []):
        if row["partner"] == who:
            if quantity in row:
                return judged(row[quantity])
            years = [judged(year.get(quantity)) for year in row.get("years", {}).values()]
            return None if None in years or not years else sum(year for year in years if year is not None)
    return None


def of_nobody(budget: Budget, quantity: str) -> bool:
    """A share of somebody whose name is misspelled: "nothing unknown is taken for zero"."""
    strays = [row for row in budget.get("share", []) if row["partner"] not in ids(budget)]
    return any(quantity in part for row in strays for part in (row, *row.get("years", {}).values()))


# a partner's figure -------------------------------------------------------------------------------------------------
def given(budget: Budget, who: str, quantity: str) -> tuple[bool, Cents]:
    """Whether something of its own gives the figure, and the figure: rows, else share, else `[stated]`."""
    rows = rows_of(budget, who, quantity)
    if rows:
        own_rows = total(rows)
        off = total(passed_on(budget, who)) if quantity == "support" else 0
        return True, None if own_rows is None or off is None else own_rows - off
    got = share(budget, who, quantity)
    if got is None:
        got = stated(budget, {f"partner.{who}"}, quantity)
    return got is not None, got


def left_over(budget: Budget, who: str, quantity: str) -> Cents:
    """ "`[stated]` less every other partner's and less the rows that name no partner … not below zero"."""
    others = [one for one in ids(budget) if one != who]
    whole = stated(budget, {"project"}, quantity)
    strays = total(rows_of(budget, None, quantity))
    parts = [given(budget, one, quantity)[1] for one in others]
    if not others or whole is None or strays is None or None in parts or of_nobody(budget, quantity):
        return None
    rest = whole - strays - sum(part for part in parts if part is not None)
    return rest if rest >= 0 else None


def counts_as_zero(budget: Budget, who: str | None, quantity: str) -> bool:
    """ "Two things do count as zero": income that no row or key gives, and kinds of funding that one who has a funding
    row, or whose own funding is written, has none of, where "the project has neither a stated total nor a row".
    """
    if stated(budget, {"project"}, quantity) is not None or quantity == "costs" or of_nobody(budget, quantity):
        return False
    if who is None and any(rows_of(budget, one, quantity) for one in (None, STRAY)):
        return False
    if who is None and any(given(budget, one, quantity)[0] for one in ids(budget)):
        return False
    if quantity == "income":
        return True
    if len(ids(budget)) > 1 and rows_of(budget, None, quantity):
        return False
    rows = [row for kind in KINDS for row in rows_of(budget, who, kind)]
    written = [stated(budget, {"project"}, "own")] if who is None or len(ids(budget)) == 1 else []
    if who is not None:
        written += [share(budget, who, "own"), stated(budget, {f"partner.{who}"}, "own")]
    return bool(rows) or any(one is not None for one in written)


def partner(budget: Budget, who: str, quantity: str) -> tuple[Cents, bool]:
    """A partner's figure of one quantity, and whether it is what is left over."""
    if len(ids(budget)) == 1:
        return project(budget, quantity), False
    if rows_of(budget, STRAY, quantity):
        return None, False
    found, got = given(budget, who, quantity)
    if found:
        return got, False
    rest = left_over(budget, who, quantity)
    if rest is not None:
        return rest, True
    return (0 if counts_as_zero(budget, who, quantity) else None), False


# the project's ------------------------------------------------------------------------------------------------------
def project(budget: Budget, quantity: str, zero: bool = True) -> Cents:
    """ "The partners' sum plus the rows that name no partner …; else those rows …; else `[stated]`"."""
    people = ids(budget)
    got = one_applicant(budget, quantity) if len(people) < 2 else of_partners(budget, quantity)
    if got is UNREADABLE:
        return None
    if got is None:
        got = stated(budget, {"project"}, quantity)
    if got is None and zero and counts_as_zero(budget, None if len(people) != 1 else people[0], quantity):
        return 0
    return got  # type: ignore[no-any-return]


def one_applicant(budget: Budget, quantity: str) -> Any:
    who = ids(budget)[0] if ids(budget) else None
    rows = rows_of(budget, who, quantity)
    if who is not None:
        found, got = given(budget, who, quantity)
        return (UNREADABLE if got is None else got) if found and rows else got
    return (UNREADABLE if total(rows) is None else total(rows)) if rows else None


def of_partners(budget: Budget, quantity: str) -> Any:
    people = ids(budget)
    whole = rows_of(budget, None, quantity)
    strays = rows_of(budget, STRAY, quantity)
    parts = [partner(budget, one, quantity)[0] for one in people]
    if None not in parts:
        more = total(whole)
        return UNREADABLE if more is None else sum(part for part in parts if part is not None) + more
    if strays:
        every_one = [rows_of(budget, one, quantity) or none_at_all(budget, one, quantity) for one in people]
        if all(every_one):  # whosever it is, it is among rows that are added up once
            every = [row for one in (*people, None, STRAY) for row in rows_of(budget, one, quantity)]
            return UNREADABLE if total(every) is None else total(every)
        return None
    if whole and not any(given(budget, one, quantity)[0] for one in people) and not of_nobody(budget, quantity):
        return UNREADABLE if total(whole) is None else total(whole)
    return None


def none_at_all(budget: Budget, who: str, quantity: str) -> bool:
    return not given(budget, who, quantity)[0] and counts_as_zero(budget, who, quantity)


# what follows -------------------------------------------------------------------------------------------------------
def sheet(budget: Budget, who: str | None) -> dict[str, Any]:
    """Everything of one partner, or of the project (None)."""
    quantities = ("costs", "income", *KINDS)
    pairs = {q: (project(budget, q), False) if who is None else partner(budget, who, q) for q in quantities}
    got: dict[str, Any] = {quantity: pair[0] for quantity, pair in pairs.items()}
    got["derived"] = {quantity for quantity, pair in pairs.items() if pair[1]}
    got["net_costs"] = minus(got["costs"], got["income"])
    got["need"] = minus(got["net_costs"], got["support"])
    others = [got[kind] for kind in CASH if kind != "support"]
    got["covered"] = None if None in others else sum(others)
    got["missing"] = minus(got["need"], got["covered"])
    return got


def minus(whole: Cents, part: Cents) -> Cents:
    return None if whole is None or part is None else whole - part


def rate(budget: Budget, who: str | None, base: str) -> Fraction | None:
    """ "support rate = support / (net or total costs …), as a percentage"; where costs are unknown, on public funding.

    "A rate is taken within one `[stated]`": where both figures are stated and not in the same table, the first table
    that has both is taken.
    """
    figures = sheet(budget, who)
    support, whole = figures["support"], figures[base]
    places = {"project"} if who is None or len(ids(budget)) == 1 else {f"partner.{who}"}
    tables = [table for table in stated_tables(budget) if table.get("of", "project") in places]
    if whole is not None and apart(budget, who):
        pairs = [(judged(t.get("support")), judged(t.get("costs")), judged(t.get("income")) or 0) for t in tables]
        both = [pair for pair in pairs if pair[0] is not None and pair[1] is not None]
        support, whole, income = both[0] if both else (None, None, 0)
        if whole is not None and base == "net_costs":
            whole -= income
    if support is None or whole is None or whole <= 0:
        return None
    return Fraction(100 * support, whole)


def apart(budget: Budget, who: str | None) -> bool:
    """True where costs and support both come from `[stated]`, and from two of them."""
    where = [source(budget, who, quantity) for quantity in ("costs", "support")]
    return None not in where and where[0] != where[1]


def source(budget: Budget, who: str | None, quantity: str) -> int | None:
    """The number of the `[stated]` that a figure is read from; None where it comes from elsewhere."""
    people = ids(budget)
    one = who if len(people) > 1 else people[0] if people else None
    if one is not None and (rows_of(budget, one, quantity) or share(budget, one, quantity) is not None):
        return None
    if who is None or len(people) < 2:
        places = [f"partner.{one}", "project"] if len(people) == 1 else ["project"]
        if len(people) > 1 and of_partners(budget, quantity) is not None:
            return None
        if len(people) < 2 and rows_of(budget, one, quantity):
            return None
    else:
        places = [f"partner.{one}"]
    for place in places:
        for number, table in enumerate(stated_tables(budget)):
            if table.get("of", "project") == place and judged(table.get(quantity)) is not None:
                return number
    return None
