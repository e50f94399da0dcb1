"""What a proof adds up comes to what it says: of totals, of what is passed on, of what is left over for a partner."""

from decimal import Decimal
from pathlib import Path

import pytest

from budjettitui.proof import Step, proof
from budjettitui.session import Session
from tests.checks.judging import TODAY

ROOT = Path(__file__).resolve().parents[2]


def steps(file: str, old: str, new: str, check: str) -> tuple[Step, ...]:
    """The proof of a check's first finding in a file with one figure changed."""
    text = (ROOT / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    state = Session.from_bytes(text.replace(old, new).encode(), today=TODAY).state
    return proof(state.case, next(one for one in state.verdict() if one.check == check))


def come_to(found: tuple[Step, ...]) -> list[tuple[Decimal, Decimal]]:
    """What each `=` says, beside what the steps above it come to."""
    total, pairs = Decimal(0), []
    for step in found:
        assert step.value is not None
        if step.sign == "=":
            pairs.append((step.value, total))
        elif step.sign in ("", "+", "-"):
            total = step.value if not step.sign else total + step.value * (1 if step.sign == "+" else -1)
    return pairs


@pytest.mark.parametrize(
    ("file", "old", "new", "check"),
    [
        ("budgets/hot.toml", "support = 412_500", "support = 41_250", "total-support"),
        ("budgets/dot.toml", "costs = 400_000", "costs = 40_000", "total-cost"),
        ("tests/public/esr-transfer.toml", "support = 229_575", "support = 183_660", "total-support"),
        ("tests/public/esr-transfer.toml", "costs = 306_100", "costs = 306_200", "total-cost"),
        ("tests/public/horizon-lump.toml", "costs = 447_500", "costs = 447_600", "total-cost"),
    ],
)
def test_a_total_is_proved_by_parts_that_come_to_it(file: str, old: str, new: str, check: str) -> None:
    pairs = come_to(steps(file, old, new, check))
    assert len(pairs) == 2
    assert [said for said, _ in pairs] == [came for _, came in pairs]


def test_support_that_is_passed_on_goes_off_one_partner_and_to_another() -> None:
    found = steps("tests/public/esr-transfer.toml", "support = 229_575", "support = 183_660", "total-support")
    assert [(one.sign, one.value) for one in found[:3]] == [
        ("", Decimal(229_575)),
        ("-", Decimal(75_450)),
        ("+", Decimal(75_450)),
    ]


def test_what_is_left_over_is_proved_by_the_partners_that_have_figures() -> None:
    found = steps("budgets/hot.toml", "support = 412_500", "support = 41_250", "total-support")
    assert [(one.what, one.name, one.value) for one in found[:2]] == [
        ("part", "Helsingin kaupunki", Decimal(187_500)),
        ("adds_up", "", Decimal(187_500)),
    ]
