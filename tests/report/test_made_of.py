"""Where a finding without a figure of its own may be mended: the written figures that its own figure is made of."""

from decimal import Decimal

import pytest

from budjettitui.checks import declared
from budjettitui.findings import Finding
from budjettitui.money import total
from budjettitui.proof import ProofStep
from budjettitui.proof.made_of import made_of
from budjettitui.proof.mended_at import MANY, MendedAt
from budjettitui.state import State
from budjettitui.text_lines import written_at
from tests.checks.judging import state_of, state_of_example
from tests.places import BUDGETS

HEAD = 'schema = 1\n[project]\nname = "x"\n'
STATED = "[stated]\ncosts = 100_000\nsupport = 75_000\n"
OWN = '[[funding]]\nkind = "own"\namount = {}\n'
BAD = [(name, number) for name, check in declared().items() for number in range(len(check.bad))]
IN_MONEY = (
    *("self-financing-missing", "overfunded", "total-mismatch", "self-financing-min", "source-required"),
    *("costs-ceiling", "public-total"),
)


def _of(state: State, check: str) -> Finding:
    return next(one for one in state.roots() if one.check == check)


def _paths(steps: tuple[ProofStep, ...]) -> list[object]:
    return [step.path for step in steps]


@pytest.mark.parametrize(("name", "number"), BAD)
def test_what_a_figure_is_made_of_comes_to_the_figure(name: str, number: int) -> None:
    state = state_of_example(declared()[name].bad[number])
    for one in state.roots():
        steps = made_of(state.case, one)
        if steps and not one.percent and one.check in IN_MONEY:
            assert total([step.value for step in steps if step.value is not None]) == one.actual


@pytest.mark.parametrize("file", ["hot.toml", "dot.toml"])
def test_what_misses_at_a_partner_may_be_mended_in_the_row_of_its_money(file: str) -> None:
    state = state_of((BUDGETS / file).read_text(encoding="utf-8"))
    finding, city = _of(state, "self-financing-missing"), len(state.budget.funding) - 1
    assert finding.anchor is not None
    assert finding.anchor[0] in ("partner", "share")
    assert _paths(made_of(state.case, finding)) == [("funding", city)]
    assert MendedAt(state).rows == {("funding", city): finding}


def test_a_finding_with_a_figure_of_its_own_stands_there_alone() -> None:
    state = state_of(HEAD + "[stated]\nown = 30\n" + OWN.format(20))
    assert made_of(state.case, _of(state, "total-own")) == ()


def test_a_few_rows_of_a_figure_have_its_sign_and_many_have_none() -> None:
    for count, signed in ((MANY, MANY), (MANY + 1, 0)):
        state = state_of(HEAD + STATED + OWN.format(1_000) * count)
        assert len(MendedAt(state).rows) == signed


def test_one_is_led_to_the_largest_row() -> None:
    state = state_of(HEAD + STATED + OWN.format(100) * 20 + OWN.format(4_000) + OWN.format(2_000))
    finding = _of(state, "self-financing-missing")
    assert MendedAt(state).best(finding, lambda path: path[0] == "funding") == ("funding", 20)
    assert MendedAt(state).best(finding, lambda path: path[0] == "cost") is None


def test_remarks_and_what_was_accepted_stay_where_they_stand() -> None:
    text = HEAD + STATED + OWN.format(20_000)
    waiver = '[[waiver]]\ncheck = "self-financing-missing"\nat = "project"\nreason = "so"\nby = "us"\n'
    open_, taken = state_of(text), state_of(text + waiver)
    assert MendedAt(open_).rows
    assert any(one.waived is not None for one in taken.verdict())
    assert MendedAt(taken).rows == {}
    said = state_of((BUDGETS / "hot.toml").read_text(encoding="utf-8"))
    assert MendedAt(said).figures(_of(said, "partner-residual")) == ()


def test_of_two_findings_of_a_row_the_graver_one_is_its_sign() -> None:
    rules = "[call]\ncosts_max = 90\n"
    text = HEAD + rules + '[[cost]]\ncategory = "pay"\namount = 100\n' + OWN.format(80)
    state = state_of(text)
    rows = MendedAt(state).rows
    gravest = min(one.severity for one in state.roots() if one.anchor == ("project",))
    assert gravest in {one.severity for one in rows.values()}


def test_the_line_of_a_row_is_that_of_its_amount_or_of_what_it_is_worked_out_of() -> None:
    state = state_of(
        HEAD + '[[cost]]\nquantity = 2\nunit_price = 30\n[[cost]]\namount = 5\n[[cost]]\ncategory = "pay"\n'
    )
    document = state.document
    assert [written_at(document, ("cost", number)) for number in range(3)] == [
        ("cost", 0, "unit_price"),
        ("cost", 1, "amount"),
        ("cost", 2),
    ]
    assert written_at(document, ("share", 0, "own")) == ("share", 0, "own")


def test_a_large_file_is_not_gone_through_unasked() -> None:
    rows = '[[cost]]\ncategory = "pay"\namount = 100\n' * 301
    state = state_of(HEAD + "[call]\ncosts_max = 90\n" + rows)
    made = MendedAt(state)
    assert made.rows == {}
    assert made.best(_of(state, "costs-ceiling"), lambda _: True) is not None
    assert Decimal(30_100) == _of(state, "costs-ceiling").actual
