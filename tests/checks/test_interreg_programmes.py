"""The sums of Interreg's programmes, by type of call: one cent within, one cent beyond."""

import pytest

from budjettitui.findings import Severity

from .judging import cost, funding, roots

INTERREG = 'rules = "eu-interreg-2021"\n[call]\ntype = "{type}"\n'


@pytest.mark.parametrize(
    ("programme", "most"),
    [("central_baltic_small", "213_550"), ("npa_preparatory", "100_000"), ("npa_small", "200_000")],
)
def test_a_small_project_of_a_programme_costs_at_most_its_sum(programme: str, most: str) -> None:
    head = INTERREG.format(type=programme)
    assert ("costs-ceiling", "project") not in roots(head + cost(most))
    assert ("costs-ceiling", "project") in roots(head + cost(f"{most}.01"))


def test_the_sum_of_a_regular_central_baltic_project_is_a_warning_since_the_source_leaves_open_of_what_it_is() -> None:
    text = INTERREG.format(type="central_baltic") + cost("4_000_000.01")
    assert ("costs-ceiling", "project") not in roots(text)
    assert ("costs-ceiling", "project") in roots(text, Severity.WARNING)


@pytest.mark.parametrize("programme", ["npa_preparatory", "npa_small"])
def test_npa_pays_65_per_cent(programme: str) -> None:
    head = INTERREG.format(type=programme) + cost("1_000")
    assert ("rate-exceeded", "project") not in roots(head + funding("support", "650") + funding("own", "350"))
    assert ("rate-exceeded", "project") in roots(head + funding("support", "651") + funding("own", "349"))
