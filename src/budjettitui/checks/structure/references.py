"""Names in one row that must be found in another."""

from collections.abc import Iterator
from itertools import islice

from budjettitui.checks import ERROR, Found, declared, row_check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.known_places import Places
from budjettitui.checks.near import nearest_of
from budjettitui.findings import Path, Place
from budjettitui.model import Cost, Funding, Income, Row, Share, place_of
from budjettitui.reading.flaws import nearest

PARTNER_KEYS = {"cost": "partner", "income": "partner", "share": "partner", "funding": "recipient"}
"""Where a table names a partner. A payer may be anybody, in words."""

MOST_NEAREST = 20
"""For so many wrong places in a file the nearest is looked for."""


def _whole(case: Case) -> Iterator[Found]:
    """References between tables, and of waivers, notes and totals."""
    places = Places(case)
    yield from _covers(case, places)
    yield from _totals(case, places)
    yield from _waived_checks(case)
    pointing = _pointing(case, places)
    for found in islice(pointing, MOST_NEAREST):
        yield Found(
            found.place, found.anchor, {**found.values, "nearest": nearest(str(found.values["word"]), places.listed)}
        )
    yield from pointing


@row_check(
    "unknown-reference",
    ERROR,
    "cost",
    "income",
    "funding",
    "share",
    good=HEAD
    + """
[[partner]]
id = "village"

[[funding]]
kind = "municipal"
payer = "The town"
recipient = "village"
amount = 5_000
""",
    bad=(
        HEAD
        + """
[[partner]]
id = "village"

[[funding]]
kind = "municipal"
payer = "The town"
recipient = "vilage"
amount = 5_000
""",
        HEAD
        + """
[[waiver]]
check = "self-finance-missing"
at = "project"
reason = "The board decides on 12 March."
""",
    ),
    beside=_whole,
)
def unknown_reference(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """A row names a partner, a funding line, a place or a check that is not there.

    The amount of such a row is in no partner's sums, and a waiver of it accepts nothing. It is said of partner and
    recipient, of covers in an appropriation, of what a stated total is of, and of where a waiver or a note points.
    A payer may be any body, in words. The nearest word is named and offered as a mend.

    Rule: the format of the budget file.
    """
    named = _named(row)
    partners = case.budget.partners
    if named is None or case.broken or "partner" in case.budget.unread:
        return
    if any(partner.id == named or "id" in partner.unread for partner in partners):
        return
    ids = tuple(partner.id for partner in partners if partner.id)
    key, values = PARTNER_KEYS[table], {"word": named, "nearest": nearest_of(named, ids)}
    yield Found(place_of(table, index, row).at(key), (table, index, key), values)


def _named(row: Row) -> str | None:
    if isinstance(row, Funding):
        return row.recipient
    return row.partner if isinstance(row, Cost | Income | Share) else None


def _covers(case: Case, places: Places) -> Iterator[Found]:
    """What an appropriation covers: partners and funding lines by id, or the project."""
    if places.may_lack("partner") or places.may_lack("funding"):
        return
    known = places.ids("partner") | places.ids("funding") | {"project"}
    for index, row in enumerate(case.budget.appropriations):
        for at, name in enumerate(row.covers):
            if name not in known:
                place = place_of("appropriation", index, row).at("covers")
                values = {"word": name, "nearest": nearest_of(name, sorted(known))}
                yield Found(place, ("appropriation", index, "covers", at), values)


def _totals(case: Case, places: Places) -> Iterator[Found]:
    """What a total is of. A category is judged as a category, and a work package may have no rows yet."""
    for number, stated in enumerate(case.budget.stated):
        table, _, name = stated.of.partition(".")
        if stated.of == "project" or (table in ("category", "work_package") and name):
            continue
        if table in ("partner", "year") and places.knows(stated.of):
            continue
        place = Place("stated", None, number + 1 if len(stated.anchor) > 1 else None).at("of")
        known = ("project", *(str(Place("partner", name)) for name in sorted(places.ids("partner"))))
        yield _unknown(place, (*stated.anchor, "of"), stated.of, nearest_of(stated.of, known))


def _waived_checks(case: Case) -> Iterator[Found]:
    known = declared().keys()
    nearest_to: dict[str, str | None] = {}
    for index, waiver in enumerate(case.budget.waivers):
        if waiver.check is None or waiver.check in known:
            continue
        if waiver.check not in nearest_to and len(nearest_to) < MOST_NEAREST:
            nearest_to[waiver.check] = nearest(waiver.check, tuple(sorted(known)))
        values = {"word": waiver.check, "nearest": nearest_to.get(waiver.check)}
        yield Found(place_of("waiver", index, waiver).at("check"), ("waiver", index, "check"), values, "check")


def _pointing(case: Case, places: Places) -> Iterator[Found]:
    pointers = [("waiver", index, row.at) for index, row in enumerate(case.budget.waivers)]
    pointers += [("note", index, row.at) for index, row in enumerate(case.budget.notes)]
    for table, index, at in pointers:
        if at is not None and not places.knows(at):
            yield _unknown(Place(table, None, index + 1).at("at"), (table, index, "at"), at, None)


def _unknown(place: Place, anchor: Path, word: str, near: str | None) -> Found:
    return Found(place, anchor, {"word": word, "nearest": near})
