"""Moves that keep the money meeting: where costs or support move, what else pays moves with them, at each partner."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, islice, takewhile

from budjettitui.checks.case import Case
from budjettitui.checks.mends.money import PAYS, appropriation_for, sheet_of
from budjettitui.checks.mends.movable import Movable, Shift, follows, movables, sum_of, told_totals, written
from budjettitui.checks.mends.writing import fix_of, new_amount, new_row
from budjettitui.document import Document, spell
from budjettitui.edits import Edit, Insert, Set
from budjettitui.findings import Fix, Path, Place
from budjettitui.money import EXACT, ONE, ZERO, divided, rounded, times, total
from budjettitui.values import replace

MOST_PAYERS = 2
"""So many lines are tried to take what opens, each by itself."""

OF_THE_LARGEST = ".largest"
"""The ending of a title of which only the largest lines move: a last resort, where no line alone has as much."""


def payers(case: Case, document: Document, place: Place) -> list[Movable]:
    """What covers the need of a place, the line to be changed first first: its own money, what is not certain, the largest."""
    found = [part for kind in PAYS for part in movables(case, document, place, kind)]
    return sorted(found, key=lambda part: (PAYS[part.name], part.confirmed))


def kept(
    case: Case,
    document: Document,
    title: str,
    place: Place,
    shifts: Sequence[Shift],
    line: str | Place | None = None,
    told: Mapping[str, object] | None = None,
) -> Iterator[Fix]:
    """Figures of a place moved, with what else pays moved so that no gap opens; they alone, first where a gap closes."""
    opened = _opened(case, shifts)
    values = {**_told(case, place, shifts, line), **follows(shifts), **(told or {})}
    if any(isinstance(to, Decimal) and to < ZERO for to in (values.get("costs"), values.get("support"))):
        return
    edits = written(case, document, shifts) if _alone(case, title, opened) else None
    alone = [] if edits is None else [fix_of(title, edits, **values, **told_totals(edits, shifts))]
    closes = bool(opened) and all(abs(EXACT.add(gap, by)) < abs(gap) for gap, by in _gaps(case, opened))
    yield from alone if closes else ()
    if len(opened) == 1:
        ((owner, by),) = opened.items()
        yield from _paid(case, document, title, shifts, owner, by, values)
    elif opened:
        yield from _paid_by_all(case, document, title, shifts, opened, values)
    yield from () if closes else alone


def _gaps(case: Case, opened: Mapping[Place, Decimal]) -> list[tuple[Decimal, Decimal]]:
    """What is missing at each of those whose need moves, and by how much the need grows."""
    return [(sheet_of(case, place).missing or ZERO, by) for place, by in opened.items()]


def _alone(case: Case, title: str, opened: Mapping[Place, Decimal]) -> bool:
    """True where nothing else has to move, or a gap closes; of support always, since that comes to mind first."""
    gaps = _gaps(case, opened)
    return title.startswith("fix.support") or all(abs(EXACT.add(gap, by)) <= max(abs(gap), ONE) for gap, by in gaps)


def _told(case: Case, place: Place, shifts: Sequence[Shift], line: str | Place | None) -> dict[str, object]:
    """What costs and support become: of the one partner whose figures move, else of the place; whose they are, and which
    line moves, by its name and by its row."""
    owners = {part.place for part, _ in shifts}
    owner = owners.pop() if len(owners) == 1 else place
    found: dict[str, object] = {"part": (case.label(owner) if owner != place else "") or line, "which": line}
    found["moves"] = shifts[0][0].at if shifts and line else None
    for name in ("costs", "support"):
        moves = [by for part, by in shifts if part.name == name]
        now = sum_of(sheet_of(case, owner), name).value
        if now is not None and total(moves):
            found[name] = EXACT.add(now, total(moves))
    return found


def _opened(case: Case, shifts: Sequence[Shift]) -> dict[Place, Decimal]:
    """By how much the need grows at everybody whose other money is known."""
    found: dict[Place, Decimal] = {}
    for part, by in shifts:
        more = by if part.name == "costs" else -by
        found[part.place] = EXACT.add(found.get(part.place, ZERO), more)
    return {place: by for place, by in found.items() if by and sheet_of(case, place).covered is not None}


def _paid(
    case: Case,
    document: Document,
    title: str,
    shifts: Sequence[Shift],
    place: Place,
    by: Decimal,
    values: dict[str, object],
) -> Iterator[Fix]:
    """The moves with one line that takes what they open; with a new line, where there is something to pay (of own
    money; last of another source's)."""
    moving = {part.path for part, _ in shifts}
    able = [one for one in payers(case, document, place) if one.path not in moving and EXACT.add(one.now, by) >= ZERO]
    for payer in islice(able, MOST_PAYERS):
        edits = written(case, document, (*shifts, (payer, by)))
        if edits is not None:
            told = {**values, "kind": payer.name, "to": EXACT.add(payer.now, by), "at": payer.at or place}
            told |= told_totals(edits, (*shifts, (payer, by))) | which(case, document, payer)
            yield fix_of(title, [*edits, *set_aside(case, document, payer, by, told)], **told)
    together = () if able else _takers(case, document, place, by, moving)
    edits = written(case, document, (*shifts, *together)) if together else None
    if edits is not None:
        yield fix_of(title, edits, **values, by=abs(by), **told_totals(edits, (*shifts, *together)))
    edits = written(case, document, shifts)
    if by <= ZERO or edits is None:
        return
    for kind in ("other",) if able else ("own", "other"):
        told = {**values, "new": kind, "gap": by, **told_totals(edits, shifts)}
        fix = fix_of(title, [*edits, new_line(case, document, kind, by, place)], **told)
        yield replace(fix, last=kind == "other" and not able)


def _takers(case: Case, document: Document, place: Place, by: Decimal, moving: Collection[Path]) -> tuple[Shift, ...]:
    """The line that takes a move; where none alone has as much to give, all in proportion; none where they have not."""
    found = [one for one in payers(case, document, place) if one.path not in moving]
    able = [one for one in found if EXACT.add(one.now, by) >= ZERO]
    if able:
        return ((able[0], by),)
    if len(found) < 2 or EXACT.add(total([one.now for one in found]), by) < ZERO:
        return ()
    return in_proportion(found, by, case.unit(by, *(one.now for one in found)))


def set_aside(case: Case, document: Document, payer: Movable, by: Decimal, told: dict[str, object]) -> list[Edit]:
    """The appropriation that pays a line, where it would be short."""
    if payer.path[0] != "funding" or not isinstance(payer.path[1], int):
        return []
    return appropriation_for(case, document, payer.path[1], by, told)


def _paid_by_all(
    case: Case,
    document: Document,
    title: str,
    shifts: Sequence[Shift],
    opened: dict[Place, Decimal],
    values: dict[str, object],
) -> Iterator[Fix]:
    """The moves with what opens taken by each of those at whom it opens, by a new line where nothing pays there yet."""
    taken: list[Shift] = []
    new: list[tuple[Place, Decimal]] = []
    for place, by in opened.items():
        takers = _takers(case, document, place, by, ()) or _meeting(case, document, place, by)
        if takers:
            taken += takers
        elif by > ZERO:
            new.append((place, by))
        else:
            return
    edits = written(case, document, (*shifts, *taken))
    if edits is not None:
        rows = tuple(new_lines(case, document, new))
        told = told_totals(edits, (*shifts, *taken))
        by_all = total([by for _, by in new]) + total([by for _, by in taken])
        yield fix_of(title, [*edits, *rows], **values, by=abs(by_all), **told)
    yield from _paid_by_others(case, document, title, shifts, opened, values)


def _paid_by_others(
    case: Case, document: Document, title: str, shifts: Sequence[Shift], opened: dict[Place, Decimal],
    values: dict[str, object],
) -> Iterator[Fix]:  # fmt: skip
    """The moves with a new line of another source for each of those at whom they open something to pay: a last resort."""
    edits = written(case, document, shifts)
    none_left = any(EXACT.add(part.now, by) <= ZERO for part, by in shifts)
    if edits is None or none_left or any(by < ZERO for by in opened.values()):
        return
    rows = new_lines(case, document, list(opened.items()), "other")
    told = {"more": "other", "gap": total(list(opened.values())), **told_totals(edits, shifts)}
    yield replace(fix_of(title, [*edits, *rows], **values, **told), last=True)


def _meeting(case: Case, document: Document, place: Place, by: Decimal) -> tuple[Shift, ...]:
    """What pays lowered so far that a place meets, where it lacks money as it is and cannot give up as much as the need
    falls by."""
    missing = sheet_of(case, place).missing or ZERO
    return _takers(case, document, place, EXACT.add(by, missing), ()) if by < ZERO < missing < -by else ()


def new_line(
    case: Case, document: Document, kind: str, amount: Decimal, place: Place, payer: str | None = None
) -> Edit:
    """A new line of funding; own money of a partner that has a share is written there."""
    if kind == "own" and place.table == "partner" and not any(row.kind == "own" for row in case.budget.funding):
        for index, share in enumerate(case.budget.shares):
            if share.partner == place.name and share.own is None and not share.unread:
                return Set(("share", index, "own"), new_amount(amount))
    items: list[tuple[str, str]] = [("kind", spell(kind))]
    items += [("payer", spell(payer))] if payer is not None else []
    items += [("recipient", spell(place.name))] if place.table == "partner" else []
    items += [("amount", new_amount(amount))]
    items += [("confirmed", "false")] if kind not in ("own", "support") else []
    row: Insert = new_row(document, "funding", tuple(items))
    return row


def new_lines(
    case: Case, document: Document, needs: Sequence[tuple[Place, Decimal]], kind: str = "own"
) -> Iterator[Edit]:
    """A new line of funding, of own money unless told otherwise, for each of several places, one after another."""
    added = 0
    for place, amount in needs:
        edit = new_line(case, document, kind, amount, place)
        if isinstance(edit, Insert):
            edit = replace(edit, index=edit.index + added)
            added += 1
        yield edit


def which(case: Case, document: Document, part: Movable) -> dict[str, object]:
    """Which line a title means, where its place has several of the kind: what it becomes is not all that it then has."""
    alone = len(movables(case, document, part.place, part.name)) == 1
    return {} if alone or part.at is None else {"place": part.line or part.at}


def giving(case: Case, document: Document, part: Movable, by: Decimal) -> dict[str, object]:
    """What a title tells of a line that gives up something: its kind, what it becomes, and which it is of several."""
    alone = len(movables(case, document, part.place, part.name)) == 1
    name = case.label(part.place) or (None if alone else part.line or part.at)
    to = EXACT.subtract(part.now, by)
    return {"kind": part.name, "to": to, "at": part.at or part.place, "part": name}


# whose figure moves --------------------------------------------------------------------------------------------------
def one_or_all(
    found: Sequence[Movable], by: Decimal, unit: Decimal
) -> Iterator[tuple[tuple[Shift, ...], str, str | Place | None]]:
    """The ways to move a sum that has parts: the largest that can; all of them in proportion; the next; where none has as
    much, the fewest that have it together.

    With each the ending of its title, and what the part is called where it is one of several.
    """
    able = [part for part in found if EXACT.add(part.now, by) >= ZERO]
    ways = [(((part, by),), "", (part.line or part.at) if len(found) > 1 else None) for part in able[:2]]
    yield from ways[:1]
    if len(found) > 1:
        yield in_proportion(found, by, unit), ".all", None
    yield from ways[1:]
    few = sorted(found, key=lambda part: -part.now)
    few = few[: several_with([part.now for part in few], by)]
    if by < ZERO and len(few) < len(found):
        yield in_proportion(few, by, unit), OF_THE_LARGEST, None


def fewest(largest_first: Sequence[Decimal], by: Decimal) -> int:
    """How many of the largest of some figures together have what a sum is to fall by."""
    sums = accumulate(largest_first, EXACT.add)
    return 1 + sum(1 for _ in takewhile(lambda one: EXACT.add(one, by) < ZERO, sums))


def several_with(largest_first: Sequence[Decimal], by: Decimal) -> int:
    """How many of the largest of some figures, two at least, have more together than a sum is to fall by."""
    sums = accumulate(largest_first, EXACT.add)
    return max(2, 1 + sum(1 for _ in takewhile(lambda one: EXACT.add(one, by) <= ZERO, sums)))


def told_fewest(shifts: Sequence[Shift], ending: str) -> dict[str, object]:
    """How many lines a title means that speaks of the largest; flat rates that follow them are not counted."""
    return {"lines": sum(not part.follows for part, _ in shifts)} if ending == OF_THE_LARGEST else {}


def in_proportion(found: Sequence[Movable], by: Decimal, unit: Decimal) -> tuple[Shift, ...]:
    """A move shared by all parts in proportion; the first takes what rounding leaves."""
    whole = total([part.now for part in found])
    if whole <= ZERO:
        return ((found[0], by),)
    rest = [(part, rounded(divided(times(by, part.now), whole), unit)) for part in found[1:]]
    return ((found[0], EXACT.subtract(by, total([share for _, share in rest]))), *rest)
