"""Tables of text from outside: how their cells, numbers and letters are told, and that nothing is guessed unsaid."""

from datetime import date

import pytest

from budjettitui.exchange.delimited import read_delimited
from budjettitui.exchange.grid import Grid, TableRefused
from budjettitui.intake import Asked, Intake, understood
from budjettitui.session import Session

TODAY = date(2026, 3, 1)
HEAD = 'schema = 1\n[project]\nname = "x"\nrules = "fi-esrplus-2021"\n'


def taken(text: str | bytes, budget: str = "", **asked: object) -> Intake:
    session = Session.from_bytes((HEAD + budget).encode(), today=TODAY)
    data = text.encode() if isinstance(text, str) else text
    return understood(session, read_delimited(data), Asked(**asked))  # type: ignore[arg-type]


def doubts(made: Intake) -> list[tuple[str, int | None, str]]:
    return [(one.why, one.line, one.column) for one in made.doubts]


def amounts(made: Intake) -> list[str]:
    return [str(row.amount) for row in made.block.rows]


@pytest.mark.parametrize(
    "text",
    [
        "Kululaji;Kuvaus;Summa\npersonnel;Palkka;1 234,50\n",
        "Kululaji\tKuvaus\tSumma\npersonnel\tPalkka\t1.234,50\n",
        'Kululaji,Kuvaus,Summa\npersonnel,Palkka,"1,234.50"\n',
        'sep=;\n"Kululaji";"Kuvaus";"Summa"\n"personnel";"Palkka";"1234,50"\n',
        "Kululaji;Kuvaus;Summa\r\n;;\r\npersonnel;Palkka;1234,5\r\n",
    ],
)
def test_cells_and_numbers_are_told_from_what_stands_there(text: str) -> None:
    made = taken(text)
    assert amounts(made) in (["1234.50"], ["1234.5"])
    assert made.block.rows[0].cells["description"] == "Palkka"
    assert made.change is not None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_as_spreadsheets_write_them(encoding: str) -> None:
    made = taken("Kululaji;Kuvaus;Summa\npersonnel;Työntekijä å;1,50\n".encode(encoding))
    assert made.block.rows[0].cells["description"] == "Työntekijä å"
    assert dict(made.grid.remarks) == ({"encoding": "windows-1252"} if encoding == "cp1252" else {})


def test_a_number_that_can_be_read_in_two_ways_stops_it_until_one_says_which() -> None:
    text = "category;description;amount\npersonnel;a;1,234\n"
    assert doubts(taken(text)) == [("unclear", 2, "3")]
    assert amounts(taken(text, decimal=".")) == ["1234"]
    assert doubts(taken(text, decimal=",")) == [("unclear", 2, "3")]


@pytest.mark.parametrize(
    ("cell", "why"),
    [("2025-01-15", "worked-out"), ("=1+1", "worked-out"), ("10-11", "worked-out"), ("2 x 50", "worked-out"),
     ("50 %", "percent"), ("#REF!", "unclear"), ("1,005", "unclear"), ("10,005", "unclear"), ("12.3456", "too-fine"),
     ("n. 500", "unclear"), ("1e5", "unclear")],
)  # fmt: skip
def test_what_is_no_amount_beyond_doubt_stops_the_table(cell: str, why: str) -> None:
    made = taken(f"category;description;amount\npersonnel;a;5,00\npersonnel;b;{cell}\n")
    assert doubts(made)[:1] == [(why, 3, "3")]
    assert made.change is None


def test_lines_without_a_category_need_one_told() -> None:
    text = "kuvaus;summa\nA;5,00\n"
    assert doubts(taken(text)) == [("no-category", 2, "")]
    made = taken(text, category="services")
    assert made.doubts == ()
    assert made.block.rows[0].cells["category"] == "services"


def test_a_partner_that_is_not_there_stops_it_and_begins_with_a_new_file() -> None:
    text = "category;partner;description;amount\npersonnel;Espoon kaupunki;a;5,00\npersonnel;Oy X Ab;b;6,00\n"
    assert doubts(taken(text)) == [("partner", 2, "2"), ("partner", 3, "2")]
    made = taken(text, new_file=True)
    assert made.partners == (("espoon-kaupunki", "Espoon kaupunki"), ("oy", "Oy X Ab"))
    assert [row.cells["partner"] for row in made.block.rows] == ["espoon-kaupunki", "oy"]


def test_a_word_that_is_not_known_is_the_category_that_one_says() -> None:
    text = "category;description;amount\nHenkilöstökustannukset;a;5,00\nservices;b;6,00\n;c;7,00\n"
    assert [row.unknown for row in taken(text).block.rows] == [True, False, False]
    made = taken(text, meanings=(("henkilöstökustannukset", "personnel"), ("services", "other")))
    assert [row.cells["category"] for row in made.block.rows] == ["personnel", "services", "services"]
    assert not any(row.unknown for row in made.block.rows)


def test_a_partner_that_is_told_may_be_called_by_name_and_must_be_there() -> None:
    text = "category;description;amount\nservices;a;5,00\n"
    there = '[[partner]]\nid = "fvh"\nname = "Forum Virium"\n'
    assert taken(text, there, partner="forum virium").block.rows[0].cells["partner"] == "fvh"
    assert doubts(taken(text, there, partner="x")) == [("no-partner", None, "")]
    assert taken(text, partner="Espoon kaupunki", new_file=True).block.rows[0].cells["partner"] == "espoon-kaupunki"


def test_rows_that_stand_there_already_stop_it_until_one_says_what_becomes_of_them() -> None:
    there = '[[cost]]\ncategory = "personnel"\ndescription = "a"\namount = 5\n'
    text = "category;description;amount\npersonnel;a;5,00\npersonnel;b;6,00\n"
    assert doubts(taken(text, there)) == [("twice", 2, "")]
    new, everything = taken(text, there, twice="new"), taken(text, there, twice="all")
    assert (amounts(new), new.left_twice) == (["6.00"], 1)
    assert amounts(everything) == ["5.00", "6.00"]


def test_another_currency_stops_it_and_is_that_of_a_new_file() -> None:
    text = "category;description;amount (SEK)\npersonnel;a;5,00\n"
    assert [one.why for one in taken(text).doubts] == ["currency"]
    session = Session.from_bytes(HEAD.encode(), today=TODAY)
    made = understood(session, read_delimited(text.encode()), Asked(new_file=True))
    assert made.change is not None
    assert session.apply(made.change).budget.project.currency == "SEK"


def test_years_stages_and_in_kind_are_columns_too() -> None:
    text = "category;description;amount;granted;2026;2027;in kind\npersonnel;a;5,00;4,00;2,00;3,00;kyllä\n"
    session = Session.from_bytes(HEAD.encode(), today=TODAY)
    made = understood(session, read_delimited(text.encode()), Asked())
    assert made.change is not None
    row = session.apply(made.change).budget.costs[0]
    assert {year: str(figure.judged.value) for year, figure in row.years.items() if figure.judged} == {
        "2026": "2",
        "2027": "3",
    }
    assert row.granted is not None
    assert (str(row.granted.value), row.in_kind) == ("4", True)


def test_a_table_begins_at_its_heads_and_what_stands_above_is_told() -> None:
    text = "Kustannusarvio 2026;;\n;;\nPäivitetty;1.2.2026;\n\nKululaji;Kuvaus;Summa\npersonnel;a;5,00\n"
    made = taken(text)
    assert [line for line, _ in made.above] == [1, 3]
    assert amounts(made) == ["5.00"]
    assert doubts(taken(text + "personnel;b;x\n")) == [("unclear", 7, "3")]


def test_a_second_table_below_stops_it() -> None:
    text = "Kululaji;Kuvaus;Summa\npersonnel;a;5,00\nYhteensä;;5,00\nRahoituslähde;Maksaja;Summa\nTuki;X;5,00\n"
    assert [one.why for one in taken(text).doubts] == ["heads"]
    again = "Kululaji;Kuvaus;Summa\npersonnel;a;5,00\nKululaji;Kuvaus;Summa\npersonnel;b;5,00\n"
    assert taken(again).doubts == ()


def test_all_of_it_is_one_step_of_undo() -> None:
    session = Session.from_bytes(HEAD.encode(), today=TODAY)
    text = session.state.document.text
    made = understood(
        session, read_delimited(b"category;description;amount\npersonnel;a;5,00\nservices;b;6,00\n"), Asked()
    )
    assert made.change is not None
    assert len(session.apply(made.change).budget.costs) == 2
    session.undo()
    assert session.state.document.text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"a;b\0c\n", "no-text"),
        (b'a;b\n"c;d\n', "quotes"),
        (b"\x81\x8d\x8f\x90\x9d;a", "no-text"),
        (("a;b\n" * 20_001).encode(), "too-many-lines"),
        ((";".join(["x"] * 201) + "\n").encode(), "too-many-columns"),
        (b'a;b\n"' + b"x" * 200_000 + b'";c\n', "quotes"),
    ],
)
def test_what_is_no_table_of_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(TableRefused, match=reason):
        read_delimited(data)


def test_nothing_makes_nothing() -> None:
    for data in (b"", b"\n\n", b";;;\n", b"category;description;amount\n"):
        made = understood(Session.from_bytes(HEAD.encode(), today=TODAY), read_delimited(data), Asked())
        assert (made.block.rows, made.change) == ((), None)
    assert read_delimited(b"") == Grid((), (), (), decimal=".")
