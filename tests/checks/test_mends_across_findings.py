"""Where a finding has no two mends of its own: what else pays the steps, another finding's mend, the totals together."""

from tests.places import ROOT

from .judging import HEAD, cost, funding, roots
from .mending import after, offered


def of_file(name: str, old: str, new: str) -> str:
    """A budget of the project with one figure other than it was, from its first key on."""
    folder = "budgets" if name in ("dot", "hot") else "tests/public"
    text = (ROOT / folder / f"{name}.toml").read_text(encoding="utf-8")
    assert old in text
    return "schema" + text.replace(old, new, 1).partition("schema")[2]


def test_a_slip_in_a_line_takes_away_what_follows_from_it_elsewhere_and_says_which_line() -> None:
    text = of_file("talkoot", "amount = 5_000", "amount = 10_000")
    title = "Talkootyö: make the amount 5 000,00"
    assert title in offered(text, "support-unused")
    assert ("support-unused", "project") not in roots(after(text, "support-unused", title))


def test_costs_and_net_costs_that_are_stated_are_put_right_together() -> None:
    text = of_file("esr-plus-years", "amount = 2_500\n", "amount = 250_000\n")
    title = "State costs as 549 775,00; the stated totals too"
    assert title in offered(text, "total-cost")
    mended = after(text, "total-cost", title)
    assert "costs = 549_775\n" in mended
    assert "net_costs = 547_500\n" in mended


def test_a_halved_total_is_raised_to_what_the_support_is_the_ceiling_of_and_the_gap_then_filled() -> None:
    text = of_file("dot", "costs = 400_000", "costs = 200_000")
    assert offered(text, "overfunded") == [
        "Raise the costs to 399 000,00",
        "Raise the costs to 400 000,00; then (Forum Virium Helsinki) raise municipal funding to 29 800,00, and the "
        "appropriation 1 50 04 to 280 800,00",
    ]


def test_a_euro_too_much_at_one_partner_can_be_a_cost_of_that_partner() -> None:
    text = of_file("cepi", "47_422.50", "47_423.50")
    assert "Raise the costs to 736 549,88 (University of Pannonia); the stated totals too" in offered(
        text, "overfunded"
    )


def partner(name: str, support: str, own: str) -> str:
    """A partner with costs of 10 000, and what pays for them."""
    return (
        f'[[partner]]\nid = "{name}"\n'
        + cost("10_000", f'partner = "{name}"\n')
        + funding("support", support, f'recipient = "{name}"')
        + funding("private", own, f'recipient = "{name}"')
    )


def test_a_gap_beside_another_partners_surplus_that_a_wrong_total_explains_is_filled_with_either_mended() -> None:
    text = HEAD + "[stated]\ncosts = 21_000\n" + partner("a", "6_000", "5_000") + partner("b", "5_000", "4_000")
    titles = offered(text, "self-financing-missing")
    assert titles[0] == "Raise private funding to 5 000,00; then change cost line 1 to 11 000,00"
    assert len(titles) == 2
    for title in titles:
        assert roots(after(text, "self-financing-missing", title)) == []


def test_the_support_of_a_partner_that_has_none_is_not_mended_by_taking_all_its_costs_away() -> None:
    text = of_file("horizon-ia", 'kind = "support"\nrecipient = "city"', 'kind = "municipal"\nrecipient = "city"')
    assert offered(text, "support-unused") == ["If funding line 1 of 235 000,00 is support: say so"]


def test_one_of_several_lines_of_support_may_be_own_funding() -> None:
    text = of_file("oph", 'kind = "own"', 'kind = "support"')
    title = "If Omarahoitus of 47 482,00 is own funding: say so"
    assert title in offered(text, "self-financing-min")
    assert ("self-financing-min", "project") not in roots(after(text, "self-financing-min", title))


def test_a_line_that_is_there_twice_is_taken_out_where_a_remark_follows_from_it() -> None:
    row = 'category = "other"\ndescription = "Talkootyö"\nin_kind = true\nquantity = 250\nunit = "h"\nunit_price = 20\n'
    text = of_file("talkoot", "[[funding]]", f"[[cost]]\n{row}amount = 5_000\n\n[[funding]]")
    twice = [title for title in offered(text, "support-unused") if title.startswith("Talkootyö: ")]
    assert twice
    for title in twice:
        assert ("support-unused", "project") not in roots(after(text, "support-unused", title))


def test_a_row_of_what_was_applied_for_is_mended_where_it_says_so() -> None:
    text = of_file("j11721", "amount = 88_542", "applied = 89_542")
    titles = offered(text, "flat-amount")
    assert len(titles) >= 2
    mended = [after(text, "flat-amount", title) for title in titles]
    assert any("applied = 88_542\n" in one for one in mended)
    assert not any("amount = 88_542" in one for one in mended)


def test_a_row_that_is_its_years_beside_what_was_applied_for_is_mended_by_its_years() -> None:
    text = of_file(
        "amif", "2026 = 29_500, 2027 = 30_500 }\namount = 60_000", "2026 = 295_000, 2027 = 30_500 }\napplied = 60_000"
    )
    titles = offered(text, "overfunded")
    assert len(titles) >= 2
    for title in titles:
        mended = after(text, "overfunded", title)
        assert "applied = 60_000" in mended
        assert ("overfunded", "project") not in roots(mended)
