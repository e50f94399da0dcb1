"""What a form asks is answered by a mend where the answer is one word; a sum is left to whoever knows it."""

from budjettitui.checks.fixes import MANY_ROWS

from .judging import cost
from .mending import after, offered, session_of

ASKED = 'rules = "fi-state-grant"\n'


def test_that_there_are_none_is_offered_of_all_that_is_asked_and_written_where_it_is_declared() -> None:
    assert offered(ASKED, "declaration-missing") == [
        "Declare that there are none, if that is so: income and other grants"
    ]
    said = after(ASKED + "[declared]\nincome = 500 # a fair\n", "declaration-missing", "Declare")
    assert said == ASKED + '[declared]\nincome = 500 # a fair\nother_grants = "none"\n'


def test_it_is_not_offered_where_a_row_may_be_another_grant() -> None:
    other = ASKED + '[[funding]]\nkind = "other-public"\npayer = "Region"\namount = 5_000\n'
    assert offered(other, "declaration-missing") == []


def test_in_a_file_of_many_rows_it_is_worked_out_when_it_is_asked_for() -> None:
    for rows, told in ((3, 1), (MANY_ROWS + 1, 0)):
        session = session_of(ASKED + "".join(cost("10", f'description = "{row}"\n') for row in range(rows)))
        found = next(one for one in session.findings() if one.check == "declaration-missing")
        assert len(found.fixes) == told
        assert len(session.with_fixes(found).fixes) == 1
