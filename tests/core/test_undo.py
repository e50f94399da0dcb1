"""Going back to what was judged already judges nothing again, unless something else has changed by which it is judged."""

from datetime import date
from pathlib import Path

from budjettitui.edits import Change, Set
from budjettitui.session import Session
from tests.places import BUDGETS

TODAY = date(2026, 11, 24)
HOT = BUDGETS / "hot.toml"

RULES = 'rule_set = 1\nextends = "generic"\n[support]\nrate_max = {{ value = {rate}, source = "Call" }}\n'
COSTS = 'schema = 1\n[project]\nname = "Path"\nrules = "./ours.toml"\n[[cost]]\ncategory = "services"\namount = 100\n'


def typed(session: Session, amount: str) -> None:
    session.apply(Change("typed", (Set(("share", 0, "support", "amount"), amount),)))


def test_undo_and_redo_give_the_states_that_were_there() -> None:
    session = Session.open(HOT, today=TODAY)
    states = [session.state]
    for amount in ("1", "2", "3"):
        typed(session, amount)
        states.append(session.state)
    for state in reversed(states[:-1]):
        session.undo()
        assert session.state is state
    for state in states[1:]:
        session.redo()
        assert session.state is state


def test_steps_that_lie_too_far_back_for_that_are_undone_all_the_same() -> None:
    session = Session.open(HOT, today=TODAY)
    before = session.state
    for amount in range(30):
        typed(session, str(amount))
    while session.undo() is not None:
        pass
    assert session.state.document.to_bytes() == before.document.to_bytes()
    assert session.state.findings == before.findings


def test_a_step_that_was_judged_alone_is_judged_beside_others_once_they_are_there() -> None:
    session = Session.open(HOT, today=TODAY)
    alone = session.state
    typed(session, "1")
    session.beside(())
    session.undo()
    assert session.state is not alone
    assert session.state.findings == alone.findings


def test_ones_own_rule_file_that_has_changed_meanwhile_is_asked_again(tmp_path: Path) -> None:
    rules = tmp_path / "ours.toml"
    rules.write_text(RULES.format(rate=50), encoding="utf-8")
    file = tmp_path / "budget.toml"
    file.write_text(COSTS, encoding="utf-8")
    session = Session.open(file, today=TODAY)
    before = session.state
    session.apply(Change("typed", (Set(("cost", 0, "amount"), "200"),)))
    rules.write_text(RULES.format(rate=5), encoding="utf-8")
    session.undo()
    assert session.state.terms.rules != before.terms.rules
