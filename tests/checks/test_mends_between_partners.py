"""Money that stands at the wrong partners: what one has too much is what others lack, and no single figure mends it."""

import pytest

from budjettitui.findings import Severity

from .judging import HEAD, cost, roots, share
from .mending import after, offered, session_of

GAPS = [
    (300, -300),
    (300, -100, -200),
    (-300, 100, 200),
    (100, -250, 1_000),
    (100, 100, -350, 150),
    (-90, 20, 30, -10, 50),
    (100, -200, 300, -400, 500, -600, 700, -800, 900, -500),
    (-100,) * 11 + (1_100,),
]
"""How much more each partner has than it needs; all together they have what they need, or not."""


def budget(gaps: tuple[int, ...], *, by_share: bool) -> str:
    """Partners with 10 000 of costs each, of which the support is 80 %."""
    names = "abcdefghijkl"[: len(gaps)]
    text = HEAD + "[call]\nsupport_rate_max = 80\n"
    text += "".join(f'[[partner]]\nid = "{name}"\n' + 'role = "lead"\n' * (name == "a") for name in names)
    for name, gap in zip(names, gaps, strict=True):
        if by_share:
            text += share(name, costs=10_000, support=8_000, own=2_000 + gap)
            continue
        text += cost("10_000", f'partner = "{name}"\n')
        for kind, amount in (("support", 8_000), ("own", 2_000 + gap)):
            text += f'[[funding]]\nkind = "{kind}"\nrecipient = "{name}"\namount = {amount}\n'
    return text


@pytest.mark.parametrize(("gaps", "by_share"), [(one, number % 2 == 1) for number, one in enumerate(GAPS)])
def test_every_gap_has_two_to_four_mends_and_after_each_it_is_gone(gaps: tuple[int, ...], by_share: bool) -> None:
    session = session_of(budget(gaps, by_share=by_share))
    found = [one for one in session.findings() if one.severity is Severity.ERROR and one.is_root]
    assert len(found) == len(gaps)
    before = {(one.check, one.path) for one in session.state.verdict() if one.severity is Severity.ERROR}
    for finding in found:
        assert 2 <= len(finding.fixes) <= 4, finding.path
        for fix in finding.fixes:
            verdict = session.preview(fix.change).verdict()
            left = {(one.check, one.path) for one in verdict if one.severity is Severity.ERROR}
            assert left < before
            assert (finding.check, finding.path) not in left


def test_a_mend_of_money_at_the_wrong_partners_names_each_of_them_once() -> None:
    session = session_of(budget((100, 100, -350, 150), by_share=False))
    finding = next(one for one in session.findings() if one.path == "partner.c")
    steps = [step.values.get("about") for step in finding.fixes[0].then]
    assert sorted(str(name) for name in steps) == ["a", "b", "d"]


def test_many_partners_are_told_as_one_step_with_what_is_added_and_what_is_taken_off() -> None:
    text = budget((100, -200, 300, -400, 500, -600, 700, -800, 900, -500), by_share=False)
    title = "Raise own funding to 2 000,00; then let the money of the other 9 partners meet too: 2 300,00 more, 2 500,00 less"
    assert title in offered(text, "self-financing-missing")
    assert roots(after(text, "self-financing-missing", title)) == []


def test_another_source_may_pay_though_the_other_partners_have_to_move_as_well() -> None:
    title = (
        "Let another source pay 100,00; then (a) lower own funding to 2 000,00; then (c) lower own funding to 2 000,00"
    )
    text = budget((50, -100, 50), by_share=False) + "[stated]\ncosts = 31_000\n"
    assert title in offered(text, "self-financing-missing")
    assert {check for check, _ in roots(after(text, "self-financing-missing", title))} == {"total-cost"}


def of_two_lines(name: str = "") -> str:
    """A partner with two lines of support of 400 each, called by `name`, beside another; costs are stated wrongly."""
    text = HEAD + '[call]\nsupport_max = 900\n[[partner]]\nid = "a"\nrole = "lead"\n[[partner]]\nid = "b"\n'
    text += cost("1_000", 'partner = "a"\n') + cost("1_000", 'partner = "b"\n') + "[stated]\ncosts = 2_100\n"
    for kind, whose, amount, more in (
        ("own", "b", 700, ""),
        ("support", "a", 400, name),
        ("support", "a", 400, name),
        ("own", "a", 200, ""),
        ("support", "b", 300, ""),
    ):
        text += f'[[funding]]\nkind = "{kind}"\nrecipient = "{whose}"\namount = {amount}\n{more}'
    return text


@pytest.mark.parametrize("name", ["", 'description = "Grant"\n', 'fund = "erdf"\n'], ids=["unnamed", "named", "fund"])
def test_of_lines_that_are_called_alike_a_title_tells_which_one_moves(name: str) -> None:
    titles = offered(of_two_lines(name), "grant-range")
    for number in (2, 3):
        start = f"Lower the support to 600,00 (a, funding line {number}) and raise own funding to 400,00"
        assert sum(title.startswith(start) for title in titles) == 1
    assert len(set(titles)) == len(titles) == 4
