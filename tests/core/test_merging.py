"""The file changed on disk under unsaved work: my steps go on top of theirs where no cell was changed by both."""

from datetime import date
from pathlib import Path

import pytest

from budjettitui.edits import Change, Edit, Insert, Move, Remove, Set, Splice
from budjettitui.session import Session

TEXT = """schema = 1
[project]
name = "Hall"

[[cost]]
category = "services"
description = "Food" # hot
amount = 100

[[cost]]
category = "other"
description = "Rent"
amount = 200

[[cost]]
id = "pay"
category = "personnel"
amount = 300
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "hall.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def edited(file: Path, *edits: Edit) -> Session:
    session = Session.open(file, today=date(2025, 6, 1))
    for edit in edits:
        session.apply(Change("typed", (edit,)))
    return session


def test_other_cells_go_together(file: Path) -> None:
    session = edited(file, Set(("cost", 0, "amount"), "150"), Set(("project", "code"), '"X"'))
    theirs = TEXT.replace("amount = 200", "amount = 250")
    file.write_text(theirs, encoding="utf-8")
    merged, stored = session.rebase()
    assert merged.conflicts == ()
    session.take_up(merged.document, merged.steps, stored=stored)
    both = theirs.replace("amount = 100", "amount = 150").replace('name = "Hall"\n', 'name = "Hall"\ncode = "X"\n')
    assert session.state.document.text == both
    session.save()
    assert file.read_text(encoding="utf-8") == both


def test_my_steps_can_be_undone_one_by_one_back_to_theirs(file: Path) -> None:
    session = edited(file, Set(("cost", 0, "amount"), "150"), Remove(("cost", 1)))
    theirs = TEXT.replace("amount = 300", "amount = 350")
    file.write_text(theirs, encoding="utf-8")
    merged, stored = session.rebase()
    session.take_up(merged.document, merged.steps, stored=stored)
    assert session.dirty
    session.undo()
    session.undo()
    assert session.state.document.text == theirs
    assert not session.dirty


def test_rows_that_have_moved_are_found_again(file: Path) -> None:
    session = edited(
        file,
        Insert("cost", 0, (("category", '"new"'), ("amount", "1"))),
        Set(("cost", 2, "amount"), "222"),
        Move("cost", 0, 1),
        Set(("cost", 3, "amount"), "333"),
    )
    blocks = TEXT.split("\n\n")
    file.write_text("\n\n".join([blocks[0], blocks[3].rstrip(), blocks[1], blocks[2]]) + "\n", encoding="utf-8")
    merged, _ = session.rebase()
    assert merged.conflicts == ()
    rows = merged.document.values["cost"]
    assert isinstance(rows, list)
    assert {row.get("description", row["category"]): row["amount"] for row in rows} == {
        "personnel": 333,
        "Food": 100,
        "Rent": 222,
        "new": 1,
    }


def test_a_cell_that_both_changed_stays_theirs_until_mine_is_asked_for(file: Path) -> None:
    session = edited(file, Set(("cost", 0, "amount"), "150"), Set(("cost", 2, "amount"), "310"))
    file.write_text(TEXT.replace("amount = 100", "amount = 120"), encoding="utf-8")
    merged, _ = session.rebase()
    (conflict,) = merged.conflicts
    assert (conflict.kind, conflict.mine, conflict.theirs) == ("cell", ("cost", 0, "amount"), ("cost", 0, "amount"))
    assert (conflict.was, conflict.their_value, conflict.my_text) == (100, 120, "150")
    assert "amount = 120" in merged.document.text
    assert "amount = 310" in merged.document.text
    kept, _ = session.rebase(keep=[conflict.cell])
    assert kept.conflicts == ()
    assert "amount = 150" in kept.document.text


def test_a_key_of_the_project_that_both_changed_stays_theirs_until_mine_is_asked_for(file: Path) -> None:
    session = edited(file, Set(("project", "name"), '"My hall"'))
    file.write_text(TEXT.replace('"Hall"', '"Their hall"'), encoding="utf-8")
    (conflict,) = session.rebase()[0].conflicts
    assert (conflict.kind, conflict.mine, conflict.theirs) == ("cell", ("project", "name"), ("project", "name"))
    assert (conflict.was, conflict.their_value, conflict.my_text) == ("Hall", "Their hall", '"My hall"')
    assert 'name = "My hall"' in session.rebase(keep=[conflict.cell])[0].document.text


def test_a_table_that_both_have_begun_stays_theirs_until_mine_is_asked_for(file: Path) -> None:
    session = edited(file, Set(("stated", "costs"), "600"))
    theirs = TEXT + "\n[stated]\nsupport = 300\n"
    file.write_text(theirs, encoding="utf-8")
    merged, _ = session.rebase()
    assert [(one.mine, one.my_text) for one in merged.conflicts] == [(("stated", "costs"), "600")]
    assert merged.document.text == theirs
    kept, _ = session.rebase(keep=[one.cell for one in merged.conflicts])
    assert (kept.conflicts, kept.document.values["stated"]) == ((), {"support": 300, "costs": 600})


def test_a_key_of_a_table_that_they_took_out_is_put_back_where_mine_is_asked_for(file: Path) -> None:
    file.write_text(TEXT + "\n[stated]\ncosts = 500\n", encoding="utf-8")
    session = edited(file, Set(("stated", "costs"), "600"))
    file.write_text(TEXT, encoding="utf-8")
    (conflict,) = session.rebase()[0].conflicts
    assert (conflict.kind, conflict.my_text) == ("row-gone", "600")
    kept, _ = session.rebase(keep=[conflict.cell])
    assert (kept.conflicts, kept.document.values["stated"]) == ((), {"costs": 600})


def test_both_changed_a_cell_to_the_same_is_no_conflict(file: Path) -> None:
    session = edited(file, Set(("cost", 0, "amount"), "150"))
    file.write_text(TEXT.replace("amount = 100", "amount = 150"), encoding="utf-8")
    merged, _ = session.rebase()
    assert (merged.conflicts, merged.steps) == ((), ())


def test_a_row_that_one_took_out_and_the_other_changed_is_asked_about(file: Path) -> None:
    session = edited(file, Set(("cost", 1, "amount"), "250"))
    file.write_text(TEXT.replace(TEXT.split("\n\n")[2] + "\n\n", ""), encoding="utf-8")
    assert [conflict.kind for conflict in session.rebase()[0].conflicts] == ["row-gone"]
    file.write_text(TEXT, encoding="utf-8")
    session = edited(file, Remove(("cost", 1)))
    file.write_text(TEXT.replace("amount = 200", "amount = 250"), encoding="utf-8")
    merged, _ = session.rebase()
    assert [conflict.kind for conflict in merged.conflicts] == ["row-changed"]
    assert "amount = 250" in merged.document.text


def test_what_was_typed_on_the_text_goes_on_top_where_its_lines_stayed(file: Path) -> None:
    session = Session.open(file, today=date(2025, 6, 1))
    session.apply(Change("typed", (), {}, (Splice(TEXT.index("# hot"), "# hot", "# cold"),)))
    file.write_text("# theirs\n" + TEXT, encoding="utf-8")
    merged, _ = session.rebase()
    assert merged.document.text == "# theirs\n" + TEXT.replace("# hot", "# cold")
    file.write_text(TEXT.replace("# hot", "# warm"), encoding="utf-8")
    assert [conflict.kind for conflict in session.rebase()[0].conflicts] == ["text"]


def test_a_row_is_known_again_after_a_step_on_the_text_though_theirs_has_moved_it(file: Path) -> None:
    session = Session.open(file, today=date(2025, 6, 1))
    session.apply(Change("typed", (), {}, (Splice(TEXT.index("# hot"), "# hot", "# cold"),)))
    session.apply(Change("typed", (Set(("cost", 1, "amount"), "210"),)))
    theirs = TEXT.replace("[[cost]]", '[[cost]]\ncategory = "travel"\namount = 7\n\n[[cost]]', 1)
    file.write_text(theirs, encoding="utf-8")
    merged, _ = session.rebase()
    assert merged.conflicts == ()
    assert merged.document.text == theirs.replace("# hot", "# cold").replace("amount = 200", "amount = 210")


def test_a_line_typed_at_the_end_of_the_text_goes_to_the_end_of_theirs(file: Path) -> None:
    session = Session.open(file, today=date(2025, 6, 1))
    session.apply(Change("typed", (), {}, (Splice(len(TEXT), "", "# mine\n"),)))
    theirs = TEXT + "# theirs\n"
    file.write_text(theirs, encoding="utf-8")
    assert session.rebase()[0].document.text == theirs + "# mine\n"
    file.write_text(TEXT.removesuffix("\n"), encoding="utf-8")
    assert [conflict.kind for conflict in session.rebase()[0].conflicts] == ["text"]


def test_a_saved_step_that_was_taken_back_is_unsaved_work_too(file: Path) -> None:
    session = edited(file, Set(("cost", 0, "amount"), "150"))
    session.save()
    session.undo()
    assert len(session.history.unsaved) == 1
    theirs = file.read_text(encoding="utf-8").replace("amount = 200", "amount = 250")
    file.write_text(theirs, encoding="utf-8")
    merged, _ = session.rebase()
    assert merged.document.text == theirs.replace("amount = 150", "amount = 100")


def test_a_file_of_theirs_that_is_broken_still_takes_steps_on_lines_it_has(file: Path) -> None:
    session = edited(file, Set(("cost", 0, "amount"), "150"))
    file.write_text(TEXT + "= oops\n", encoding="utf-8")
    merged, _ = session.rebase()
    assert merged.document.text == TEXT.replace("amount = 100", "amount = 150") + "= oops\n"
