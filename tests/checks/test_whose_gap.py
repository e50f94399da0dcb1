"""Which partner's gap the project's is, where several partners miss by something."""

from .judging import TWO, cause, cost, funding, roots


def _rows(who: str, costs: str, support: str, own: str) -> str:
    return (
        cost(costs, f'partner = "{who}"\n')
        + funding("support", support, f'recipient = "{who}"')
        + funding("own", own, f'payer = "{who}"')
    )


def test_a_partners_gap_is_the_projects_though_another_misses_by_rounding() -> None:
    text = TWO + _rows("town", "1000.02", "600", "400") + _rows("club", "1000.02", "600", "300")
    assert roots(text) == [("self-financing-missing", "partner.club")]
    assert cause(text, "total-mismatch") == ("self-financing-missing", "partner.club")


def test_two_gaps_and_what_is_rounded_beside_them_are_the_projects_gap_together() -> None:
    third = '[[partner]]\nid = "hall"\nname = "Hall"\n'
    text = TWO + third + _rows("town", "1000.02", "600", "400") + _rows("club", "1000.02", "600", "300")
    text += _rows("hall", "1000.02", "600", "350")
    assert cause(text, "total-mismatch") == ("self-financing-missing", "partner.club")


def test_of_gaps_that_cancel_out_the_one_with_the_projects_sum_is_the_cause() -> None:
    third = '[[partner]]\nid = "hall"\nname = "Hall"\n'
    text = TWO + third + _rows("town", "1000", "600", "800") + _rows("club", "1000", "600", "0")
    text += _rows("hall", "1000", "600", "500")
    assert cause(text, "total-mismatch") == ("overfunded", "partner.hall")
