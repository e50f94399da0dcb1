"""Edits as splices: what a line of the file becomes, and what is refused."""

import pytest

from budjettitui.document import Applied, Document, EditRefused, same
from budjettitui.edits import Edit, Insert, Move, Remove, Rename, Set

BUDGET = """\
# About this file

schema = 1

[project] # the project
name = "HOT"
period = { start = 2025-01-01, end = 2026-12-31 }

[call]
flat_rates = {}
categories = { equipment = { min = 5 } }

# the coordinator
# half-time
[[cost]]
id = "a"
amount   =  40_000.00  # as agreed
years.2025 = 1
# amount = 3

# ---- others ----

[[cost]]
id = "b"
covers = ["x", "y"]

[cost.years]
2025 = 5

[[cost]]
id = "c"
"""


def applied(edit: Edit, text: str = BUDGET) -> Applied:
    """An edit made, and its undo tried."""
    document = Document.from_bytes(text.encode())
    done = document.apply([edit])
    undone = done.document.splice([splice.opposite for splice in reversed(done.splices)])
    assert undone.to_bytes() == text.encode()
    assert same(undone.values, document.values)
    return done


def becomes(edit: Edit, old: str, new: str, text: str = BUDGET) -> bool:
    """True where the edit changes that piece of the text and nothing else."""
    assert text.count(old) == 1
    return applied(edit, text).document.text == text.replace(old, new)


def refusal(edit: Edit, text: str = BUDGET) -> str:
    """Why an edit is refused."""
    with pytest.raises(EditRefused) as refused:
        Document.from_bytes(text.encode()).apply([edit])
    return refused.value.key


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (Set(("cost", 0, "amount"), "41_000.00"), "40_000.00", "41_000.00"),
        (Set(("cost", 0, "years", "2025"), "2"), "years.2025 = 1\n", "years.2025 = 2\n"),
        (Set(("cost", 0, "years", "2026"), "2"), "years.2025 = 1\n", "years.2025 = 1\nyears.2026 = 2\n"),
        (Set(("cost", 0, "partner"), '"x"'), "years.2025 = 1\n", 'years.2025 = 1\npartner = "x"\n'),
        (Set(("cost", 1, "years", "2026"), "2"), "2025 = 5\n", "2025 = 5\n2026 = 2\n"),
        (Set(("cost", 1, "covers", 2), '"z"'), '["x", "y"]', '["x", "y", "z"]'),
        (Set(("cost", 2, "years", "2025"), "3"), '"c"\n', '"c"\nyears = { 2025 = 3 }\n'),
        (Set(("call", "flat_rates", "office"), "7"), "flat_rates = {}", "flat_rates = { office = 7 }"),
        (Set(("call", "categories", "equipment", "max"), "9"), "min = 5 }", "min = 5, max = 9 }"),
        (Set(("project", "period", "end"), "2027-01-31"), "2026-12-31", "2027-01-31"),
        (Set(("title",), '"x"'), "schema = 1\n", 'schema = 1\ntitle = "x"\n'),
        (Set(("stated", "costs"), "5"), "min = 5 } }\n", "min = 5 } }\n\n[stated]\ncosts = 5\n"),
        (Remove(("cost", 0, "amount")), "amount   =  40_000.00  # as agreed\n", "# as agreed\n"),
        (Remove(("cost", 0, "years")), "years.2025 = 1\n", ""),
        (Remove(("cost", 1, "covers", 0)), '["x", "y"]', '["y"]'),
        (Remove(("cost", 1, "covers", 1)), '["x", "y"]', '["x"]'),
        (Remove(("cost", 1, "years")), "[cost.years]\n2025 = 5\n\n", ""),
        (Remove(("call", "categories", "equipment", "min")), "{ min = 5 }", "{}"),
        (Remove(("project", "period", "start")), "{ start = 2025-01-01, end", "{ end"),
        (Remove(("project", "period", "end")), ", end = 2026-12-31", ""),
        (Remove(("cost", 2)), '\n[[cost]]\nid = "c"\n', ""),
        (Remove(("cost", 1)), '[[cost]]\nid = "b"\ncovers = ["x", "y"]\n\n[cost.years]\n2025 = 5\n\n', ""),
        (
            Remove(("cost", 0)),
            '# the coordinator\n# half-time\n[[cost]]\nid = "a"\namount   =  40_000.00  # as agreed\n'
            "years.2025 = 1\n# amount = 3\n\n",
            "",
        ),
        (Rename(("cost", 0, "amount"), "applied"), "amount   =", "applied   ="),
        (Rename(("project", "period", "end"), "a b"), "end =", '"a b" ='),
        (Rename(("cost", 0, "years", "2025"), "2026"), "years.2025", "years.2026"),
        (Insert("cost", 3, (("id", '"d"'),)), '"c"\n', '"c"\n\n[[cost]]\nid = "d"\n'),
        (Insert("cost", 0, (("id", '"d"'),)), "# the coordinator\n", '[[cost]]\nid = "d"\n\n# the coordinator\n'),
        (Insert("partner", 0, (("id", '"d"'),)), "min = 5 } }\n", 'min = 5 } }\n\n[[partner]]\nid = "d"\n'),
        (Insert("note", 0, (("at", '"file"'),)), '"c"\n', '"c"\n\n[[note]]\nat = "file"\n'),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_edit_changes_its_own_piece_and_nothing_else(edit: Edit, old: str, new: str, newline: str) -> None:
    lines = [text.replace("\n", newline) for text in (old, new, BUDGET)]
    assert becomes(edit, *lines)


def test_a_row_moves_with_its_comments_and_its_sub_tables() -> None:
    moved = applied(Move("cost", 1, 0)).document
    assert [row["id"] for row in moved.values["cost"]] == ["b", "a", "c"]  # type: ignore[attr-defined]
    assert '[[cost]]\nid = "b"\ncovers = ["x", "y"]\n\n[cost.years]\n2025 = 5\n\n# the coordinator\n' in moved.text
    moved = applied(Move("cost", 0, 2)).document
    assert moved.text.endswith(
        'id = "c"\n\n# the coordinator\n# half-time\n[[cost]]\nid = "a"\namount   =  40_000.00  # as agreed\n'
        "years.2025 = 1\n# amount = 3\n"
    )


def test_a_file_without_last_line_end_stays_so() -> None:
    text = 'schema = 1\n[[cost]]\nid = "a"'
    assert becomes(Set(("cost", 0, "amount"), "5"), '"a"', '"a"\namount = 5', text)
    assert becomes(Remove(("cost", 0, "id")), '[[cost]]\nid = "a"', "[[cost]]", text)
    assert becomes(Insert("cost", 1, (("id", "1"),)), '"a"', '"a"\n[[cost]]\nid = 1', text)


def test_a_row_with_other_line_ends_can_move_to_an_end_without_one() -> None:
    text = 'a = 1\nb = 2\n\n[[cost]]\nid = "a"\r\n\r\n[[cost]]\nid = "b"'
    assert applied(Move("cost", 0, 1), text).document.text.endswith('id = "b"\n\n[[cost]]\nid = "a"')


def test_an_empty_file_can_be_filled() -> None:
    assert applied(Set(("schema",), "1"), "").document.text == "schema = 1\n"
    assert applied(Insert("cost", 0, (("id", "1"),)), "").document.text == "[[cost]]\nid = 1\n"
    assert applied(Set(("project", "name"), '"x"'), "").document.text == '[project]\nname = "x"\n'


def test_dotted_keys_within_braces_are_edited_one_by_one() -> None:
    text = "[a]\nx = { a.b = 1 }\ny = { a.b = 1, a.c = 2 }\n"
    assert becomes(Remove(("a", "x", "a", "b")), "{ a.b = 1 }", "{}", text)
    assert becomes(Remove(("a", "y", "a", "c")), ", a.c = 2", "", text)
    assert refusal(Remove(("a", "y", "a")), text) == "is-a-table"


def test_a_table_that_only_the_headers_of_its_sub_tables_make_gets_a_header_for_a_key_of_its_own() -> None:
    text = "[[a]]\nx = 1\n\n[a.years.2025] # first\nc = 1\n\n[[a]]\n[a.years.2025]\nc = 2\n"
    new = "[a.years]\n2026 = { c = 3 }\n\n[a.years.2025]\nc = 2\n"
    assert becomes(Set(("a", 1, "years", "2026"), "{ c = 3 }"), "[a.years.2025]\nc = 2\n", new, text)
    new = "[a.years]\n2026 = { c = 3 }\n\n[a.years.2025] # first\n"
    assert becomes(Set(("a", 0, "years", "2026"), "{ c = 3 }"), "[a.years.2025] # first\n", new, text)
    assert refusal(Set(("a", "years"), "1"), text) == "no-such-place"


def test_indents_and_narrow_equal_signs_are_taken_over() -> None:
    assert becomes(Set(("a", "c"), "2"), "  b=1\n", "  b=1\n  c=2\n", "[a]\n  b=1\n")


@pytest.mark.parametrize(
    "text", ["", " 5", "5 ", "5 # x", "5\nx = 1", "5, 6", "[", "x", '"\ud800"', "'a' 'b'", "\ufeff5"]
)
def test_what_is_no_single_value_is_refused(text: str) -> None:
    assert refusal(Set(("schema",), text)) == "not-a-value"


@pytest.mark.parametrize(
    ("edit", "key"),
    [
        (Set(("project", "name", "x"), "1"), "not-a-table"),
        (Set(("project",), "1"), "is-a-table"),
        (Set(("cost",), "1"), "is-a-table"),
        (Set(("cost", 7, "id"), "1"), "no-such-place"),
        (Set((), "1"), "no-such-place"),
        (Remove(("project", "no")), "no-such-place"),
        (Remove(("cost", 3)), "no-such-place"),
        (Remove(("call", "flat_rates", "x")), "no-such-place"),
        (Rename(("cost", 0, "amount"), "id"), "exists"),
        (Insert("cost", 4, ()), "no-such-place"),
        (Insert("project", 0, ()), "no-such-place"),
        (Insert("cost", 0, (("id", "1"), ("id", "2"))), "exists"),
        (Move("cost", 0, 3), "no-such-place"),
        (Move("no", 0, 0), "no-such-place"),
    ],
)
def test_an_edit_of_what_is_not_there_is_refused(edit: Edit, key: str) -> None:
    assert refusal(edit) == key


def test_a_broken_file_is_not_edited_but_can_be_mended() -> None:
    text = BUDGET.replace("40_000.00", "40 000,00")
    assert refusal(Set(("schema",), "2"), text) == "not-editable"
    document = Document.from_bytes(text.encode())
    mend = document.faults[0].mend
    assert mend
    start, end, new = mend
    assert document.text[:start] + new + document.text[end:] == BUDGET


def test_rows_that_an_edit_does_not_touch_stay_the_same_objects() -> None:
    old = Document.from_bytes(BUDGET.encode())
    for edit in (Set(("cost", 1, "id"), '"x"'), Set(("schema",), "1"), Set(("project", "name"), "'x'")):
        new = old.apply([edit]).document
        for number in (0, 2):
            assert new.values["cost"][number] is old.values["cost"][number]  # type: ignore[index]
    new = old.apply([Remove(("cost", 0))]).document
    assert new.values["cost"][1] is old.values["cost"][2]  # type: ignore[index]
    assert new.values["project"] is old.values["project"]


def test_several_edits_are_made_in_order_and_undone_in_reverse() -> None:
    document = Document.from_bytes(BUDGET.encode())
    done = document.apply([Set(("cost", 0, "amount"), "1"), Remove(("cost", 1)), Set(("cost", 1, "amount"), "2")])
    assert done.document.values["cost"] == [
        {"id": "a", "amount": 1, "years": {"2025": 1}},
        {"id": "c", "amount": 2},
    ]
    assert done.document.splice([each.opposite for each in reversed(done.splices)]).text == BUDGET


HEADERS = """\
# first
[[ {costs} ]] # a
id = "costs"
[{table}.extra]
costs = 1
[project]
costs = 2
[[{table}]]
"""


def test_a_top_table_is_called_anew_in_all_its_headers_and_back() -> None:
    text = HEADERS.format(costs='"costs"', table="costs")
    done = Document.from_bytes(text.encode()).apply([Rename(("costs",), "cost")])
    assert done.document.text == HEADERS.format(costs="cost", table="cost")
    assert done.document.splice([each.opposite for each in reversed(done.splices)]).text == text


def test_a_table_within_another_keeps_its_name() -> None:
    document = Document.from_bytes(b"[call]\n[call.fund.erdf]\nmax = 5\n")
    with pytest.raises(EditRefused, match="is-a-table"):
        document.apply([Rename(("call", "fund"), "funds")])
