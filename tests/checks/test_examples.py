"""Every check's own examples: the good ones are not found, the bad ones are."""

from decimal import Decimal

import pytest

from budjettitui.checks import declared
from budjettitui.report.explain import meaning
from budjettitui.words import Words

from .judging import found_in_example

NO_BAD_EXAMPLE = {"file-unreadable"}
"""Nothing that stands in a budget causes these."""

GOOD = [(check.name, text) for check in declared().values() for text in check.good]
BAD = [(check.name, text) for check in declared().values() for text in check.bad]


@pytest.mark.parametrize(("check", "text"), GOOD, ids=[name for name, _ in GOOD])
def test_a_good_example_is_not_found(check: str, text: str) -> None:
    assert found_in_example(check, text) == []


@pytest.mark.parametrize(("check", "text"), BAD, ids=[name for name, _ in BAD])
def test_a_bad_example_is_found(check: str, text: str) -> None:
    assert found_in_example(check, text)


@pytest.mark.parametrize("name", declared())
def test_a_check_has_examples_and_an_explanation(name: str) -> None:
    check = declared()[name]
    assert check.good
    assert check.bad or name in NO_BAD_EXAMPLE
    assert check.doc.strip()


@pytest.mark.parametrize("name", declared())
@pytest.mark.parametrize(("lang", "head"), [("en", "Rule: "), ("fi", "Sääntö: "), ("sv", "Regel: ")])
def test_what_a_check_means_names_the_rule_it_rests_on(name: str, lang: str, head: str) -> None:
    last = meaning(declared()[name], Words(lang)).split("\n\n")[-1]
    assert last.startswith(head)
    assert len(last) > len(head) + 5


NO_MONEY = {
    "hours-max": "hours",
    "overbooked": "months",
    "person-months": "months",
    "vat-suspect": "a price that is a round one times a rate of VAT, and no limit",
}
"""Checks whose figures are no sums of money that have a border."""

BORDERS = [
    (check.name, within, beyond)
    for check in declared().values()
    for within, beyond in zip(check.within, check.beyond, strict=True)
]


@pytest.mark.parametrize(("check", "within", "beyond"), BORDERS, ids=[name for name, _, _ in BORDERS])
def test_the_border_of_a_check_lies_between_two_sums_that_are_one_unit_apart(
    check: str, within: str, beyond: str
) -> None:
    assert found_in_example(check, within) == []
    assert found_in_example(check, beyond)
    differing = [pair for pair in zip(within.split(), beyond.split(), strict=True) if pair[0] != pair[1]]
    assert len(differing) == 1
    one, other = (Decimal(word.replace("_", "").strip(",")) for word in differing[0])
    assert abs(one - other) in (1, Decimal("0.01"))


def test_a_check_that_compares_money_has_its_border() -> None:
    money = {
        check.name
        for check in declared().values()
        for text in check.bad
        for one in found_in_example(check.name, text)
        if one.expected is not None and one.actual is not None and not one.percent
    }
    assert {check.name for check in declared().values() if not check.within} & money == NO_MONEY.keys()
