"""What a proof adds up comes to what it says: of totals, of what is passed on, of what is left over for a partner."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from budjettitui.cli import main
from budjettitui.proof import ProofStep, proof
from budjettitui.session import Session
from budjettitui.tui.present.proofs import figures
from budjettitui.tui.view import View
from budjettitui.typed import FINNISH
from budjettitui.words import Words
from tests.checks.judging import TODAY
from tests.places import ROOT

HOT = ROOT / "budgets" / "hot.toml"


def steps(file: str, old: str, new: str, check: str) -> tuple[ProofStep, ...]:
    """The proof of a check's first finding in a file with one figure changed."""
    text = (ROOT / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    state = Session.from_bytes(text.replace(old, new).encode(), today=TODAY).state
    return proof(state.case, next(one for one in state.verdict() if one.check == check))


def come_to(found: tuple[ProofStep, ...]) -> list[tuple[Decimal, Decimal]]:
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


def test_a_proof_has_the_same_minus_in_the_terminal_in_minutes_and_on_the_screen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for form in ("text", "md"):
        assert main(["explain", "self-financing-missing", str(HOT), "--lang", "en", "--format", form]) == 0
        said = capsys.readouterr().out
        assert "−" in said
        assert not re.search(r" -\s+\|? *\d", said)
        assert re.search(r"− (\| )?250 000,00".replace(" 000", "\u00a0000"), said)
    session = Session.open(HOT, today=TODAY)
    view = View(session.state, session.state, Words("en"), FINNISH)
    finding = next(one for one in session.state.verdict() if one.check == "self-financing-missing")
    assert any("− 250\u00a0000,00" in line.text for line in figures(view, finding))


def test_a_rate_on_public_funding_says_where_that_is_stated() -> None:
    text = (ROOT / "budgets" / "soku.toml").read_text(encoding="utf-8")
    state = Session.from_bytes(text.encode(), today=TODAY).state
    found = proof(state.case, next(one for one in state.verdict() if one.check == "rate-rounding"))
    assert (found[0].value, found[0].origin, found[0].path) == (
        Decimal(1_053_002),
        "stated",
        ("stated", "public_funding"),
    )


def test_what_a_partner_has_in_several_rows_stands_row_by_row_below_it() -> None:
    found = steps("budgets/hot.toml", "support = 412_500", "support = 412_500", "total-mismatch")
    number = next(number for number, one in enumerate(found) if one.value == Decimal(62_500) and one.what == "part")
    assert [(one.sign, one.value, one.indent) for one in found[number + 1 : number + 3]] == [
        ("", Decimal(50_000), 2),
        ("+", Decimal(12_500), 2),
    ]


def test_documents_that_disagree_are_proved_with_the_line_and_the_source_of_each() -> None:
    text = (
        'schema = 1\n[project]\nname = "x"\n[[stated]]\nsource = "§ 63"\ncosts = 100\n[[stated]]\nsource = "§ 64"\n'
        'costs = { amount = 98, source = "liite 2" }\n'
    )
    state = Session.from_bytes(text.encode(), today=TODAY).state
    found = proof(state.case, next(one for one in state.verdict() if one.check == "statements-differ"))
    assert [(one.what, one.sign, one.value, one.source) for one in found] == [
        ("stated", "", Decimal(100), "§ 63"),
        ("stated", "", Decimal(98), "liite 2"),
        ("difference", "=", Decimal(2), ""),
        ("allowed", "<=", Decimal(1), ""),
    ]
    assert [one.path for one in found[:2]] == [("stated", 0, "costs"), ("stated", 1, "costs")]


def test_a_number_of_the_rules_says_its_rule_set_and_its_statute(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "x.toml"
    file.write_text(
        'schema = 1\n[project]\nname = "x"\nrules = "fi-esrplus-2021"\n[stated]\ncosts = 100\nsupport = 90\n',
        encoding="utf-8",
    )
    assert main(["explain", "rate-exceeded", str(file), "--lang", "en"]) == 0
    assert "80,00 %  fi-esrplus-2021: 867/2021 4 §" in capsys.readouterr().out.replace("\u00a0", " ")


def test_what_nobody_covers_is_proved_from_costs_and_support() -> None:
    text = 'schema = 1\n[project]\nname = "x"\n[stated]\ncosts = 100\nincome = 5\nsupport = 70\n'
    state = Session.from_bytes(text.encode(), today=TODAY).state
    alone = proof(state.case, next(one for one in state.verdict() if one.check == "self-financing-unknown"))
    assert [(one.what, one.sign, one.value) for one in alone] == [
        ("costs", "", Decimal(100)),
        ("income", "-", Decimal(5)),
        ("net_costs", "=", Decimal(95)),
        ("support", "-", Decimal(70)),
        ("need", "=", Decimal(25)),
    ]


OPH = 'schema = 1\n[project]\nname = "x"\nrules = "fi-oph"\n[[cost]]\ncategory = "personnel"\ndescription = "Pay"\namount = '


def test_a_change_of_budget_is_proved_against_the_older_version(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    old, new = tmp_path / "old.toml", tmp_path / "new.toml"
    old.write_text(OPH + "474_816\n", encoding="utf-8")
    new.write_text(OPH + "480_000\n", encoding="utf-8")
    assert main(["explain", "change-total", str(new), "--against", str(old), "--lang", "en"]) == 0
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert [part for part in ("in the older version", "474 816,00", "480 000,00", "5 184,00") if part not in said] == []
    assert main(["explain", "change-total", str(new), "--lang", "en"]) == 1


def test_an_older_version_that_cannot_be_read_is_said_and_proves_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    new, broken = tmp_path / "new.toml", tmp_path / "broken.toml"
    new.write_text(OPH + "480_000\n", encoding="utf-8")
    broken.write_text(OPH + "\n", encoding="utf-8")
    for older in (broken, tmp_path / "none.toml"):
        assert main(["explain", "change-total", str(new), "--against", str(older), "--lang", "en"]) == 2
        told = capsys.readouterr()
        assert (told.out, older.name in told.err) == ("", True)


def test_in_minutes_the_parts_of_a_sum_stand_below_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "self-financing-missing", str(HOT), "--lang", "en", "--format", "md"]) == 0
    said = capsys.readouterr().out
    assert "| \u00a0\u00a0stated |" in said
    assert "| costs |" in said
