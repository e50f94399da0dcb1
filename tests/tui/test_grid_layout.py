"""The columns of a grid: texts that are cut get what other columns can give away, and figures stay readable."""

from budjettitui.tui.widgets.grid_layout import GUTTER, Layout, lay_out
from budjettitui.tui.widgets.grid_rows import Column

TEXT = Column("description", "description", least=12)
PAYER = Column("payer", "payer", 12, gives=True)
PRICE = Column("price", "price", 10, right=True, marks=1, least=7, gives=True)
AMOUNT = Column("amount", "amount", 12, right=True, least=10, gives=True)
COLUMNS = (TEXT, PAYER, PRICE, AMOUNT)


def widths(layout: Layout) -> list[int]:
    return [slot.width for slot in layout.slots]


def test_where_no_text_is_cut_the_columns_have_their_usual_widths() -> None:
    assert widths(lay_out(COLUMNS, [20, 5, 0, 9], 80))[1:] == [12, 10, 12]


def test_a_text_that_is_cut_gets_what_heads_and_figures_do_not_need() -> None:
    assert widths(lay_out(COLUMNS, [60, 5, 0, 9], 80)) == [47, 6, 7, 11]


def test_others_give_no_more_than_the_text_lacks() -> None:
    usual = widths(lay_out(COLUMNS, [0, 0, 0, 0], 80))[0]
    assert widths(lay_out(COLUMNS, [usual + 2, 5, 0, 9], 80))[0] == usual + 2


def test_a_column_that_does_not_give_keeps_its_width() -> None:
    firm = Column("payer", "payer", 12)
    assert widths(lay_out((TEXT, firm, PRICE, AMOUNT), [60, 5, 0, 9], 80))[1] == 12


def test_two_blanks_stay_between_figures_so_that_none_is_read_into_the_other() -> None:
    share = Column("share", "%", 8, right=True, marks=0, gives=True)
    layout = lay_out((TEXT, share, AMOUNT), [60, 3, 9], 40)
    amount, before = layout.slots[2], layout.slots[1]
    assert amount.end - amount.tail - 9 - before.end >= 3


def test_a_cut_text_in_a_column_of_its_own_width_grows_where_there_is_room() -> None:
    layout = lay_out(COLUMNS, [20, 24, 0, 9], 120)
    assert widths(layout)[1] == 24
    assert widths(layout)[0] > 20


def test_columns_that_would_not_fit_stand_beside_each_other_once_they_have_given() -> None:
    many = (TEXT, *(Column(str(year), str(year), 13, right=True, marks=1, gives=True) for year in range(2025, 2029)))
    assert not lay_out(many, [0, 8, 8, 8, 8], 70).more_right
    assert lay_out(many, [0, 8, 8, 8, 8], 60).more_right


def test_a_head_at_the_edge_is_not_cut_by_the_sign_for_more() -> None:
    bare = [Column(key, key, 12, right=True, marks=0) for key in ("need", "missing", "more")]
    layout = lay_out((TEXT, *bare), [12, 0, 0, 0], GUTTER + 12 + 2 * 13)
    assert layout.more_right
    assert layout.slots[-1].end < GUTTER + 12 + 2 * 13


def test_what_has_no_marks_behind_it_keeps_a_blank_at_the_edge() -> None:
    assert lay_out((Column("line", "", 4, right=True, marks=0), TEXT), [3, 200], 80).slots[-1].end == 79
