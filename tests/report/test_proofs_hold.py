"""Whoever reads a proof can work the finding out again: what is compared stands in it, and every sum is its parts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import pytest

from budjettitui.checks import declared
from budjettitui.findings import Finding
from budjettitui.money import EXACT, HUNDRED, ONE, divided, percent_of, times, to_decimals, total
from budjettitui.proof import ProofStep, proof
from budjettitui.proof.registry import PROOFS, proof_of
from budjettitui.report.judged import JudgedFile
from budjettitui.report.proof import markdown, text
from budjettitui.state import State
from budjettitui.words import LANGUAGES, Words
from tests.checks.judging import state_of, state_of_example
from tests.places import ROOT

FILES = sorted([*(ROOT / "budgets").glob("*.toml"), *(ROOT / "tests" / "public").glob("*.toml")])

HEAD = 'schema = 1\n[project]\nname = "x"\n'
ODD = (
    HEAD + 'rules = "fi-esrplus-2021"\ncost_model = "flat-40"\n[[cost]]\ncategory = "personnel"\nquantity = 3\n'
    'unit_price = 33.33\n[[cost]]\ncategory = "flat-rate"\n[[funding]]\nkind = "support"\namount = 100\n'
    '[[funding]]\nkind = "own"\namount = 5\n',
    HEAD + 'cost_model = "actual"\n[call]\ncategories = { equipment = { min = 5 } }\n[[cost]]\ncategory = "pay"\namount = 6\n',
    HEAD + '[call]\nsupport_rate_max = 80\n[[partner]]\nid = "a"\nsupport_rate_max = 50\n[[cost]]\ncategory = "pay"\n'
    'amount = 900\n[[funding]]\nkind = "support"\namount = 5\n',
    HEAD + '[call]\nsupport_rate_max = 80\nsupport_max = 50\n[[cost]]\ncategory = "pay"\namount = 900\n[[funding]]\n'
    'kind = "support"\namount = 5\n',
    HEAD + "[stated]\ncosts = 5_000\nfunding = 0\nsupport = 0\n",
    HEAD + '[stated]\ncosts = 100_000\nsupport = 102_750\n[[funding]]\nkind = "in-kind"\namount = 5\n',
    HEAD + '[[partner]]\nid = "a"\n[[partner]]\nid = "b"\n[[appropriation]]\nbudget_item = "1"\npayer = "City"\namount = 70\n',
    HEAD + 'period = { start = 2025-01-01, end = 2025-12-31 }\n' + "".join(
        f'[[cost]]\ncategory = "pay"\nperson = "Minna Canth"\nquantity = 12\nunit = "kk"\namount = 5\n{part}'
        for part in ("", "allocation = 60\n")
    ),
)  # fmt: skip
"""Budgets in which one side of what is compared has nothing in it, or a figure stands for what no key says."""

DISTANCES = ("difference", "over", "short", "below", "missing")
"""Steps that say how far apart two figures are, whichever is the larger."""

Proved = tuple[str, State, Finding, tuple[ProofStep, ...]]


def proved() -> Iterator[Proved]:
    """Every finding of the examples and of the budgets that come with the program, with its proof."""
    for check in declared().values():
        for number, example in enumerate((*check.bad, *check.beyond, *check.within)):
            yield from _of(f"{check.name} {number}", state_of_example(example))
    for number, odd in enumerate(ODD):
        yield from _of(f"odd {number}", state_of(odd))
    for file in FILES:
        yield from _of(file.stem, state_of(file.read_bytes(), folder=file.parent))


def _of(name: str, state: State) -> Iterator[Proved]:
    for finding in state.verdict():
        yield f"{name}: {finding.check} at {finding.path}", state, finding, proof(state.case, finding)


@pytest.fixture(scope="module")
def every() -> list[Proved]:
    return list(proved())


def test_the_figures_that_a_finding_compares_stand_in_its_proof(every: list[Proved]) -> None:
    missing = []
    for name, state, finding, steps in every:
        decimals = 6 if finding.percent else state.budget.decimals
        shown = {to_decimals(step.value, decimals) for step in steps if step.value is not None}
        figures = (finding.expected, finding.actual, finding.difference and abs(finding.difference))
        told = [one for one in figures if one is not None]
        missing += [
            (name, one) for one in told if not {to_decimals(one, decimals), to_decimals(-one, decimals)} & shown
        ]
    assert missing == []


def test_every_step_that_is_worked_out_comes_from_the_steps_above_it(every: list[Proved]) -> None:
    assert [(name, wrong) for name, _, _, steps in every for wrong in misses(steps)] == []


def test_every_figure_that_stands_in_the_file_has_its_line(every: list[Proved]) -> None:
    nowhere = []
    for name, state, _, steps in every:
        paths = [step.path for step in steps if step.path is not None and not step.file]
        nowhere += [(name, path) for path in paths if state.document.position(path) is None]
    assert nowhere == []


def test_a_row_without_an_amount_says_what_it_is_worked_out_of(every: list[Proved]) -> None:
    seen = set()
    for name, _, _, steps in every:
        for step in (one for one in steps if one.how and one.value is not None):
            seen.add(step.how)
            assert step.value is not None
            assert abs(_made(step) - step.value) <= ONE, (name, step)
    assert seen == {"product", "flat", "years"}


def _made(step: ProofStep) -> Decimal:
    """What the factors of a step make."""
    if step.how == "years":
        return total(step.factors)
    if step.how == "flat":
        return percent_of(*step.factors)
    quantity, price, *part = step.factors
    return percent_of(part[0], times(quantity, price)) if part else times(quantity, price)


def test_a_check_that_compares_figures_shows_more_than_the_two(every: list[Proved]) -> None:
    bare = {
        finding.check
        for _, _, finding, steps in every
        if finding.difference is not None and {step.what for step in steps} <= {"expected", "actual", "difference"}
    }
    assert bare == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_proof_is_said_in_every_language(lang: str, every: list[Proved]) -> None:
    for _, state, finding, steps in every:
        judged = JudgedFile("x.toml", state.verdict(), state.budget, state.document.text, state.terms.rules.id)
        for form in (text, markdown):
            said = form(judged, [(finding, steps)], {}, Words(lang))
            assert finding.check in said.replace("\\", "")


# what the steps come to --------------------------------------------------------------------------------------------
def misses(steps: Sequence[ProofStep]) -> list[str]:
    """The steps that do not come from those above them, or whose parts below are something else."""
    wrong: list[str] = []
    _worked_out(steps, wrong)
    return wrong


def _worked_out(steps: Sequence[ProofStep], wrong: list[str]) -> Decimal | None:
    """What the steps of one depth come to; None where one of them is not known."""
    came: Decimal | None = None
    before: Decimal | None = None
    divides = False
    for number, step in enumerate(steps):
        if step.indent > steps[0].indent or step.sign == "<=":
            continue
        below = _below(steps, number)
        parts = _worked_out(below, wrong) if below else step.value
        if parts is not None and step.value is not None and parts != step.value:
            wrong.append(f"{step.what} {step.value}, its parts {parts}")
        if step.value is None:
            return None
        if step.sign == "":
            before, came = came, step.value
        elif step.sign in ("=", "~"):
            came = times(came or Decimal(0), HUNDRED) if divides and step.percent else came or Decimal(0)
            if not _meets(step, came, before):
                wrong.append(f"{step.what} {step.sign} {step.value}, the steps above {came}")
            came = step.value
        else:
            came = _with(came or Decimal(0), step)
        divides = step.sign == "/"
    return came


def _below(steps: Sequence[ProofStep], number: int) -> Sequence[ProofStep]:
    """The steps that stand deeper, right below one."""
    end = number + 1
    while end < len(steps) and steps[end].indent > steps[number].indent:
        end += 1
    return steps[number + 1 : end]


def _with(came: Decimal, step: ProofStep) -> Decimal:
    assert step.value is not None
    if step.sign in ("+", "-"):
        return EXACT.add(came, step.value if step.sign == "+" else -step.value)
    if step.sign == "x":
        return percent_of(step.value, came) if step.percent else times(came, step.value)
    assert step.sign == "/"
    return divided(times(came, HUNDRED) if step.percent else came, step.value)


def _meets(step: ProofStep, came: Decimal, before: Decimal | None) -> bool:
    assert step.value is not None
    if step.sign == "~":
        return abs(came - step.value) <= ONE
    value = to_decimals(step.value, 6)
    if step.what in DISTANCES:
        return value == to_decimals(came, 6) or value in (
            abs(to_decimals(came, 6)),
            abs(to_decimals(came - (before or 0), 6)),
        )
    return value == to_decimals(came, 6)


def test_every_proof_is_of_a_check_and_is_there() -> None:
    assert set(PROOFS) - set(declared()) == set()
    assert [name for name in PROOFS if not callable(proof_of(name))] == []
