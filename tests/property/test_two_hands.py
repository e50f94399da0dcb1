"""Two hands on one file: what they changed in other cells is all there afterwards, and nothing else is."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from budjettitui.document import Document
from budjettitui.edits import Change, Edit, Insert, Move, Remove, Set, Step
from budjettitui.journal.entries import event, head, replayed
from budjettitui.session import Session
from budjettitui.versions.comparison import compare
from budjettitui.versions.merging import merge
from tests.places import BUDGETS

TODAY = date(2025, 6, 1)
SEED = (BUDGETS / "hyva-alku.toml").read_text(encoding="utf-8")
ROWS = 6
MARKED = st.integers(1_000_000, 9_000_000)


@st.composite
def edits(draw: st.DrawFn, mine: bool) -> list[Edit]:
    """Edits of one hand: it alone types amounts of even (or odd) lines, adds lines, and moves them."""
    found: list[Edit] = []
    order = list(range(ROWS))
    for _ in range(draw(st.integers(1, 5))):
        how = draw(st.sampled_from(["set", "set", "insert", "move"]))
        if how == "insert":
            at = draw(st.integers(0, len(order)))
            found.append(Insert("cost", at, (("category", '"services"'), ("amount", str(draw(MARKED))))))
            order.insert(at, -1)
        elif how == "move":
            at, to = draw(st.integers(0, len(order) - 1)), draw(st.integers(0, len(order) - 1))
            found.append(Move("cost", at, to))
            order.insert(to, order.pop(at))
        else:
            own = [number for number, row in enumerate(order) if row >= 0 and row % 2 == int(mine)]
            found.append(Set(("cost", draw(st.sampled_from(own)), "amount"), str(draw(MARKED))))
    return found


def after(text: str, made: list[Edit]) -> tuple[Document, list[Step]]:
    session = Session.from_bytes(text.encode(), today=TODAY)
    for edit in made:
        session.apply(Change("typed", (edit,)))
    return session.state.document, list(session.history.steps)


def amounts(document: Document) -> dict[object, object]:
    """Amounts of the lines with an id; of the new ones how often each stands."""
    rows = document.values["cost"]
    assert isinstance(rows, list)
    named = {row["id"]: row["amount"] for row in rows if "id" in row}
    return named | {("new", row["amount"]): row["category"] for row in rows if "id" not in row}


@given(edits(mine=True), edits(mine=False))
@settings(max_examples=40)
def test_both_hands_work_is_there(mine: list[Edit], theirs: list[Edit]) -> None:
    base = Document.from_bytes(SEED.encode())
    my_document, steps = after(SEED, mine)
    their_document, _ = after(SEED, theirs)
    merged = merge(base, steps, their_document)
    assert merged.conflicts == ()
    before, ours, others, both = (amounts(one) for one in (base, my_document, their_document, merged.document))
    for key in {*ours, *others}:
        changed = ours.get(key) if ours.get(key) != before.get(key) else others.get(key)
        assert both[key] == changed
    back = merged.document
    for step in reversed(merged.steps):
        back = back.splice([splice.opposite for splice in reversed(step.splices)])
    assert back.text == their_document.text


@given(edits(mine=True))
@settings(max_examples=20)
def test_a_comparison_names_every_line_that_was_changed_and_none_that_moved(made: list[Edit]) -> None:
    old = Session.from_bytes(SEED.encode(), today=TODAY).state
    document, _ = after(SEED, made)
    new = Session.from_bytes(document.to_bytes(), today=TODAY).state
    was, now = amounts(old.document), amounts(new.document)
    told = {row.place.name for row in compare(old, new).rows if row.table == "cost" and row.place.name}
    assert told == {key for key in was if was[key] != now[key]}


@given(edits(mine=True), st.data())
@settings(max_examples=30)
def test_a_journal_cut_anywhere_gives_the_steps_that_are_whole(made: list[Edit], data: st.DataObject) -> None:
    document, steps = after(SEED, made)
    lines = [head("x", SEED.encode()), *(event("did", step) for step in steps)]
    whole = b"".join(lines)
    at = data.draw(st.integers(0, len(whole)))
    replay = replayed(whole[:at])
    ends = [sum(map(len, lines[:number])) for number in range(1, len(lines) + 1)]
    count = sum(end <= at for end in ends)
    if count == 0:
        assert replay is None
        return
    assert replay is not None
    assert replay.steps == steps[: count - 1]
    if count == len(lines):
        assert Document.from_bytes(SEED.encode()).splice(replay.splices).text == document.text


@given(st.binary(max_size=300), st.integers(0, 3))
@settings(max_examples=60)
def test_no_bytes_make_reading_a_journal_stumble(rubbish: bytes, lines: int) -> None:
    _, steps = after(SEED, [Set(("cost", 1, "amount"), "5"), Remove(("cost", 0)), Set(("cost", 1, "amount"), "6")])
    kept = [head("x", SEED.encode()), *(event("did", step) for step in steps)]
    replay = replayed(b"".join(kept[:lines]) + rubbish)
    assert (replay is None) == (lines == 0) or lines == 0
