"""Tables of funding of a spreadsheet: kinds, payers, years, totals and doubts are understood or told."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budjettitui.edits import Change
from budjettitui.model import FUNDING_KINDS
from budjettitui.pasting import PastedBlock, change_of, read_funding
from budjettitui.session import Session
from budjettitui.typed import ENGLISH, FINNISH
from budjettitui.words import LANGUAGES, Words
from tests.places import BUDGETS

TODAY = date(2026, 11, 24)
STATE = Session.open(BUDGETS / "hot.toml", today=TODAY).state


def read(text: str, kind: str = "") -> PastedBlock:
    return read_funding(STATE, text, FINNISH, kind)


@pytest.mark.parametrize("kind", FUNDING_KINDS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_is_known_by_its_word_and_by_its_name_in_each_language(kind: str, lang: str) -> None:
    for name in (kind, Words(lang).label("funding", kind), Words(lang).label("funding", kind).upper()):
        assert read(f"{name}\tA\t5,00\n").rows[0].cells["kind"] == kind


def test_heads_say_what_the_columns_are_in_any_order_and_years_are_columns() -> None:
    block = read(
        "Maksaja\tSumma\tRahoituslaji\tSaaja\t2025\t2026\nhelsinki\t1 750,00\tKuntaraha\tForum Virium Helsinki Oy\t-\t1 750\n"
    )
    assert block.rows[0].cells == {
        "payer": "helsinki", "amount": "1 750,00", "kind": "municipal", "recipient": "fvh", "years.2026": "1 750"
    }  # fmt: skip
    assert not block.doubts


def test_rows_with_years_are_written_with_them_as_one_step_and_undone_to_the_same_bytes() -> None:
    session = Session.open(BUDGETS / "hot.toml", today=TODAY)
    before = session.state.document.to_bytes()
    change = change_of(session.state, read("own\tA\t10,50\t20\t30\nprivate\tB\t1\t2\t3"), 1)
    assert isinstance(change, Change)
    session.apply(change)
    one, other = session.state.budget.funding[1:3]
    assert (one.kind, one.description, one.amount) == ("own", "A", None)
    assert {year: figure.judged.value for year, figure in one.years.items() if figure.judged is not None} == {
        "2025": Decimal("10.50"), "2026": 20, "2027": 30}  # fmt: skip
    assert (other.kind, list(other.years)) == ("private", ["2025", "2026", "2027"])
    session.undo()
    assert session.state.document.to_bytes() == before


def test_a_text_that_begins_with_a_kind_and_names_a_partner_gives_both_and_stays_as_it_is() -> None:
    rows = read("Omarahoitus, Helsinki\t50 000,00\nTuki (fvh)\t20 000,00").rows
    assert {**rows[0].cells, "amount": ""} == {
        "description": "Omarahoitus, Helsinki", "kind": "own", "payer": "helsinki", "amount": ""}  # fmt: skip
    assert rows[1].cells["recipient"] == "fvh"


def test_a_partner_of_a_column_that_does_not_say_gets_support_and_pays_other_money() -> None:
    rows = read("Osatoteuttaja\tLaji\tSumma\nfvh\ttuki\t1,00\nfvh\tomarahoitus\t2,00").rows
    assert [(row.cells.get("payer"), row.cells.get("recipient")) for row in rows] == [(None, "fvh"), ("fvh", None)]


def test_a_payer_may_be_anybody_and_a_recipient_that_is_no_partner_is_a_doubt() -> None:
    block = read("Payer\tRecipient\tKind\tAmount\nThe bank\tfvh\tprivate\t1,00\nThe bank\tNobody\tprivate\t2,00")
    assert block.rows[0].cells["payer"] == "The bank"
    assert block.doubts == ((3, "Nobody"),)


@pytest.mark.parametrize(
    "total", ["Yhteensä\t\t3,00", "Rahoitus yhteensä\t\t3,00", "\t\t3,00", "Total funding\t\t3,00",
              "Omarahoitus yhteensä\t\t3,00", "Summa egen finansiering\t\t3,00", "Costs in total\t\t3,00"]
)  # fmt: skip
def test_totals_are_left_out_and_told(total: str) -> None:
    block = read(f"own\tA\t1,00\nown\tB\t2,00\n{total}")
    assert [row.line for row in block.rows] == [1, 2]
    assert [(one.line, one.why) for one in block.left] == [(3, "total")]


def test_a_total_of_what_no_row_above_is_stays_a_row() -> None:
    rows = read("own\tA\t1,00\nKuntarahoitus yhteensä\t\t7,00").rows
    assert [(row.cells["description"], row.amount, row.unknown) for row in rows] == [
        ("own", Decimal(1), False),
        ("Kuntarahoitus yhteensä", Decimal(7), True),
    ]


def test_no_kind_is_made_up_and_a_chosen_one_goes_to_the_rows_without_one() -> None:
    text = "Säätiö\t5,00\nKuntarahoitus Espoo, kunta\t7,00"
    assert [row.unknown for row in read(text).rows] == [True, False]
    chosen = read(text, "private").rows
    assert [row.cells["kind"] for row in chosen] == ["private", "municipal"]


def test_an_empty_kind_below_another_is_taken_over_and_told() -> None:
    rows = read("Laji\tMaksaja\tSumma\nkuntarahoitus\tA\t1,00\n\tB\t2,00").rows
    assert rows[1].cells["kind"] == "municipal"
    assert rows[1].over == ("kind",)


def test_words_of_an_unknown_kind_are_not_lost() -> None:
    rows = read("Laji\tSumma\nTestamentti\t1,00").rows
    assert rows[0].unknown
    assert rows[0].cells["description"] == "Testamentti"


def test_how_sure_money_is_stands_in_any_language_and_else_is_a_doubt() -> None:
    block = read("Kind\tAmount\tConfirmed\nown\t1,00\tehdollinen\nown\t2,00\tja\nown\t3,00\tperhaps")
    assert [row.cells["confirmed"] for row in block.rows] == ["conditional", "true", "perhaps"]
    assert block.doubts == ((4, "perhaps"),)


def test_a_row_that_stands_in_the_budget_is_told() -> None:
    text = "omarahoitus\tOmarahoitus, aikuisten sosiaalityö\t12 500,00\nomarahoitus\tUusi\t1,00"
    assert [row.twice for row in read(text).rows] == [True, False]


@given(
    st.text(alphabet="own tuki\t\n1234,.  -%\"'=yhteensäé", max_size=120),
    st.sampled_from([FINNISH, ENGLISH]),
)
def test_no_text_stops_it_and_no_line_is_lost_unsaid(text: str, style: object) -> None:
    block = read_funding(STATE, text, style)  # type: ignore[arg-type]
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.replace("'", "").strip(' \t"')]
    told = {row.line for row in block.rows} | {one.line for one in block.left}
    assert [number for number in lines if number not in told and number != 1] == []
