"""The sums of Interreg's programmes, by type of call: one cent within, one cent beyond."""

import pytest

from budjettitui.findings import Severity

from .judging import cost, funding, roots

INTERREG = 'rules = "eu-interreg-2021"\n[call]\ntype = "{type}"\n'


@pytest.mark.parametrize(
    ("programme", "most"),
    [
        ("central_baltic_small", "213_550"),
        ("npa_preparatory", "100_000"),
        ("npa_preparatory_short", "50_000"),
        ("npa_small", "200_000"),
    ],
)
def test_a_small_project_of_a_programme_costs_at_most_its_sum(programme: str, most: str) -> None:
    head = INTERREG.format(type=programme)
    assert ("costs-ceiling", "project") not in roots(head + cost(most))
    assert ("costs-ceiling", "project") in roots(head + cost(f"{most}.01"))


def test_the_sum_of_a_regular_central_baltic_project_is_a_warning_since_the_source_leaves_open_of_what_it_is() -> None:
    text = INTERREG.format(type="central_baltic") + cost("4_000_000.01")
    assert ("costs-ceiling", "project") not in roots(text)
    assert ("costs-ceiling", "project") in roots(text, Severity.WARNING)


@pytest.mark.parametrize(
    ("programme", "last", "next_day"),
    [
        ("central_baltic", "2027-12-31", "2028-01-01"),
        ("central_baltic_small", "2026-06-30", "2026-07-01"),
        ("npa_preparatory", "2025-12-31", "2026-01-01"),
        ("npa_preparatory_short", "2025-06-30", "2025-07-01"),
    ],
)
def test_a_project_of_a_programme_lasts_at_most_its_months(programme: str, last: str, next_day: str) -> None:
    def of(end: str) -> list[tuple[str, str]]:
        return roots(f"period = {{ start = 2025-01-01, end = {end} }}\n{INTERREG.format(type=programme)}")

    assert ("period", "project.period") not in of(last)
    assert ("period", "project.period") in of(next_day)


def test_the_months_of_the_call_go_above_those_of_the_programme() -> None:
    head = "period = { start = 2025-01-01, end = 2026-12-31 }\n" + INTERREG.format(type="central_baltic_small")
    assert ("period", "project.period") in roots(head)
    assert ("period", "project.period") not in roots(head + "months_max = 24\n")


@pytest.mark.parametrize("programme", ["npa_preparatory", "npa_preparatory_short", "npa_small"])
def test_npa_pays_65_per_cent(programme: str) -> None:
    head = INTERREG.format(type=programme) + cost("1_000")
    assert ("rate-exceeded", "project") not in roots(head + funding("support", "650") + funding("own", "350"))
    assert ("rate-exceeded", "project") in roots(head + funding("support", "651") + funding("own", "349"))
