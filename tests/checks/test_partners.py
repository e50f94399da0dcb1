"""Partners: one applicant, two, several; by rows, by shares, by what the totals leave over."""

from decimal import Decimal

import pytest

from tests.places import BUDGETS

from .judging import PAIR, START, findings_of, found, names, paths, state_of

THREE = PAIR + '[[partner]]\nid = "club"\n'


def share(partner: str, costs: int) -> str:
    return f'[[share]]\npartner = "{partner}"\ncosts = {costs}\n'


def pays(payer: str, recipient: str, *, kind: str = "municipal", amount: str = "5") -> str:
    return f'[[funding]]\nkind = "{kind}"\npayer = "{payer}"\nrecipient = "{recipient}"\namount = {amount}\n'


# left over ----------------------------------------------------------------------------------------------------------
BY_YEARS = '[[share]]\npartner = "village"\nyears = { 2025 = { costs = 10, support = 5 }, 2026 = { costs = 15 } }\n'


def test_a_share_that_is_given_by_its_years_is_not_left_over() -> None:
    text = PAIR + "[stated]\ncosts = 130\n" + share("town", 100) + BY_YEARS
    (finding,) = found("total-cost", text)
    assert (finding.expected, finding.actual, finding.difference) == (Decimal(125), Decimal(130), Decimal(5))
    assert found("partner-residual", text) == []


def test_a_figure_that_only_some_years_of_a_share_have_is_unknown() -> None:
    village = state_of(PAIR + share("town", 100) + BY_YEARS).figures.partners["village"]
    assert (village.costs.value, village.support.value) == (Decimal(25), None)


def test_a_partner_that_is_left_over_is_told_once_with_its_figures() -> None:
    text = PAIR + '[stated]\ncosts = 100\nsupport = 80\n[[share]]\npartner = "town"\ncosts = 60\nsupport = 50\n'
    (finding,) = found("partner-residual", text)
    assert finding.values == {"figures": ("costs", "support"), "costs": Decimal(40), "support": Decimal(30)}
    assert (finding.path, finding.line) == ("partner.village", 7)


@pytest.mark.parametrize(
    "text",
    [
        START + '[[partner]]\nid = "town"\n[stated]\ncosts = 100\n',
        THREE + "[stated]\ncosts = 100\n" + share("town", 60),
        PAIR + "[stated]\ncosts = 100\n" + share("town", 160),
    ],
    ids=["one applicant", "two are unknown", "the parts exceed the total"],
)
def test_nobody_is_left_over(text: str) -> None:
    assert found("partner-residual", text) == []


# empty --------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "row",
    [
        share("village", 0),
        pays("village", "town"),
        pays("town", "village"),
        '[[income]]\npartner = "village"\n',
        '[stated]\nof = "partner.village"\nown = 5\n',
        '[[appropriation]]\nbudget_item = "1"\npayer = "village"\n',
        "[stated]\ncosts = 100\n",
        '[[cost]]\ncategory = "x"\npartner = 5\n',
        "share = 5\n",
    ],
)
def test_a_partner_with_anything_is_not_empty(row: str) -> None:
    text = row + PAIR + share("town", 5) if row.startswith("share =") else PAIR + share("town", 5) + row
    assert found("partner-empty", text) == []


def test_a_partner_with_nothing_is_empty_and_the_one_applicant_is_not() -> None:
    assert paths("partner-empty", PAIR + share("town", 5)) == ["partner.village"]
    assert paths("partner-empty", START + '[[partner]]\nid = "town"\n') == []


# lead ---------------------------------------------------------------------------------------------------------------
def roles(*names: str) -> str:
    return START + "".join(f'[[partner]]\nid = "p{number}"\nrole = "{name}"\n' for number, name in enumerate(names))


@pytest.mark.parametrize(
    "names", [("lead", "partner"), ("others", "partner"), ("lead", "others"), ("partner",), ("others",)]
)
def test_there_is_one_lead(names: tuple[str, ...]) -> None:
    assert found("lead-partner", roles(*names)) == []


@pytest.mark.parametrize(
    ("names", "count", "line"),
    [(("partner", "partner"), 0, 4), (("lead", "lead"), 2, 9), (("others", "partner", "others"), 2, 12)],
)
def test_there_is_not_one_lead(names: tuple[str, ...], count: int, line: int) -> None:
    assert [(one.values["count"], one.line) for one in found("lead-partner", roles(*names))] == [(count, line)]


def test_a_role_that_could_not_be_read_may_be_the_lead() -> None:
    assert found("lead-partner", roles("partner", "boss")) == []


# concentration ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("town", "village", "told"),
    [(60, 40, False), (61, 39, False), (62, 38, True)],
    ids=["at it", "by rounding", "above"],
)
def test_a_part_of_the_whole_has_the_tolerance_of_one_unit(town: int, village: int, told: bool) -> None:
    text = (
        PAIR.replace("[[partner]]", "[call]\npartner_max = 60\n[[partner]]", 1)
        + share("town", town)
        + share("village", village)
    )
    assert bool(found("partner-concentration", text)) is told


def test_the_limit_of_the_call_makes_an_error_and_the_rest_of_a_project_is_no_partner() -> None:
    call = "[call]\npartner_max = 60\n"
    text = PAIR + call + share("town", 70) + share("village", 30)
    assert [(one.severity, one.actual) for one in found("partner-concentration", text)] == [(0, Decimal(70))]
    assert found("partner-concentration", text.replace('role = "lead"', 'role = "others"')) == []
    assert found("partner-concentration", text.replace(call, "")) == []


def test_nothing_is_said_of_costs_that_are_not_known() -> None:
    assert found("partner-concentration", PAIR + "[call]\npartner_max = 60\n" + share("town", 70)) == []


# payments -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("kind", ["municipal", "private", "other", "support", "other-public", "income"])
def test_a_payment_to_oneself_is_an_error(kind: str) -> None:
    assert paths("transfer", PAIR + pays("village", "village", kind=kind)) == ["funding[1]"]


@pytest.mark.parametrize(
    "row",
    [
        pays("village", "village", kind="own"),
        pays("village", "village", kind="in-kind"),
        pays("village", "village", amount="0"),
        '[[funding]]\nkind = "municipal"\npayer = "village"\namount = 5\n',
        pays("The bank", "village"),
        pays("town", "village"),
    ],
    ids=["own funding", "work in kind", "nothing", "no recipient", "from outside", "to another"],
)
def test_no_payment_to_oneself(row: str) -> None:
    assert found("transfer", PAIR + row) == []


def test_a_ring_is_told_once_at_its_first_row() -> None:
    text = THREE + pays("town", "village") + pays("village", "club") + pays("club", "town") + pays("village", "town")
    (finding,) = found("transfer", text)
    assert (finding.path, finding.wording) == ("funding[1]", "ring")
    assert finding.values["ring"] == ("town", "village", "town")


@pytest.mark.parametrize(
    "rows",
    [
        pays("town", "village") + pays("village", "club"),
        pays("town", "village", kind="support") + pays("village", "town"),
        pays("town", "village") + pays("village", "town", amount="0"),
        pays("town", "village") + pays("village", "town", kind="in-kind"),
        pays("town", "village") + pays("village", "The bank") + pays("The bank", "town"),
    ],
    ids=["a chain", "support passed on", "nothing comes back", "work comes back", "by way of others"],
)
def test_no_ring(rows: str) -> None:
    assert found("transfer", THREE + rows) == []


def test_two_rings_are_told_twice_and_a_long_chain_takes_no_time() -> None:
    count = 3000
    partners = "".join(f'[[partner]]\nid = "p{number}"\n' for number in range(count))
    chain = "".join(pays(f"p{number}", f"p{number + 1}") for number in range(count - 1))
    text = START + partners + pays("p1", "p0") + chain + pays(f"p{count - 1}", f"p{count - 2}")
    assert len(found("transfer", text)) == 2


# who they are -------------------------------------------------------------------------------------------------------
def partner(keys: str) -> str:
    return START + f'[[partner]]\nid = "town"\n{keys}\n'


@pytest.mark.parametrize("number", ["0201256-6", "0157568-2", "1978283-1", "FI02012566", " 02012566 ", ""])
def test_business_ids_that_hold(number: str) -> None:
    assert found("business-id", partner(f'business_id = "{number}"')) == []


@pytest.mark.parametrize("keys", ['business_id = "0201265-6"', 'business_id = "12"\ncountry = "FI"'])
def test_business_ids_that_do_not_hold(keys: str) -> None:
    assert paths("business-id", partner(keys)) == ["partner.town.business_id"]


@pytest.mark.parametrize("keys", ['business_id = "0201265-6"\ncountry = "SE"', 'business_id = "SE556036079301"'])
def test_business_ids_of_other_countries_are_not_findings_of(keys: str) -> None:
    assert found("business-id", partner(keys)) == []


@pytest.mark.parametrize(
    ("number", "holds"), [("FI0680001200062637", True), ("fi06 8000 1200 0626 37", True), ("FI0680001200062673", False)]
)
def test_ibans(number: str, holds: bool) -> None:
    assert (found("iban", partner(f'iban = "{number}"')) == []) is holds


# models and suppliers -----------------------------------------------------------------------------------------------
def test_cost_models_are_compared_where_the_rules_ask_it_and_both_are_known() -> None:
    mixed = (
        '[[partner]]\nid = "a"\nrole = "lead"\ncost_model = "flat-17"\n[[partner]]\nid = "b"\ncost_model = "flat-24"\n'
    )
    asked = found("cost-model-mixed", START + 'rules = "fi-esr-2014"\n' + mixed)
    assert [(one.severity, one.path, one.line) for one in asked] == [(0, "project", 11)]
    assert found("cost-model-mixed", START + mixed) == []
    known = mixed.replace('cost_model = "flat-24"\n', "")
    assert found("cost-model-mixed", START + 'rules = "fi-esr-2014"\n' + known) == []


def supplied(description: str, *, category: str = "services", own: str = "town") -> str:
    named = PAIR.replace('id = "village"', 'id = "village"\nname = "Forum Virium Helsinki Oy"')
    row = f'[[cost]]\ncategory = "{category}"\npartner = "{own}"\ndescription = "{description}"\namount = 5\n'
    return named + row


@pytest.mark.parametrize("text", ["Forum Virium Helsinki Oy, koulutus", "Koulutus (forum virium helsinki)"])
def test_a_partner_named_as_supplier(text: str) -> None:
    assert paths("partner-as-supplier", supplied(text)) == ["cost[1].description"]


@pytest.mark.parametrize(
    "text",
    [
        supplied("Koulutus, Helsinki"),
        supplied("Forum Virium Helsinki Oy, koordinaattori", category="personnel"),
        supplied("Forum Virium Helsinki Oy, koulutus", own="village"),
        supplied("village hall"),
    ],
    ids=["a part of the name", "pay", "its own line", "an id is no name"],
)
def test_no_partner_named_as_supplier(text: str) -> None:
    assert found("partner-as-supplier", text) == []


@pytest.mark.parametrize(
    ("text", "told"), [("Workshop in Espoo", 0), ("Kurs i Espoo", 0), ("Bus Espoo–Lahti", 0), ("Koulutus, Espoo", 1)]
)
def test_a_partner_called_as_a_place_is_no_supplier_where_the_place_is_meant(text: str, told: int) -> None:
    assert len(found("partner-as-supplier", supplied(text).replace("Forum Virium Helsinki Oy", "Espoo"))) == told


def test_a_quiet_budget_of_two_partners_says_nothing() -> None:
    rows = "".join(
        f'[[cost]]\ncategory = "x"\npartner = "{who}"\ndescription = "y"\namount = 100\n'
        f'[[funding]]\nkind = "own"\nrecipient = "{who}"\namount = 100\n'
        for who in ("town", "village")
    )
    assert findings_of(PAIR + rows) == ()


@pytest.mark.parametrize(
    ("named", "empty"),
    [("vilage", []), ("kunta", []), ("twon", ["partner.village"]), ("town", ["partner.village"])],
)
def test_a_partner_that_a_misspelled_row_may_mean_is_not_called_empty(named: str, empty: list[str]) -> None:
    text = PAIR + share("town", costs=5) + f'[[cost]]\npartner = "{named}"\ncategory = "a"\namount = 5\n'
    assert paths("partner-empty", text) == empty
    assert paths("unknown-reference", text) == ([] if named == "town" else ["cost[1].partner"])


def test_support_that_is_passed_on_and_comes_back_is_a_ring() -> None:
    there, back = pays("town", "village", kind="support"), pays("village", "town", kind="support")
    assert paths("transfer", PAIR + there) == []
    assert paths("transfer", PAIR + there + back) == ["funding[1]"]


def test_support_passed_on_to_one_who_pays_for_something_else_is_no_ring() -> None:
    assert paths("transfer", PAIR + pays("town", "village", kind="support") + pays("village", "town")) == []


def test_a_misspelled_partner_is_told_of_once_and_its_payments_are_let_be() -> None:
    text = (BUDGETS / "dot.toml").read_text(encoding="utf-8").replace('id = "helsinki"', 'id = "helsikni"')
    told = [(one.check, one.path) for one in findings_of(text) if one.is_root and one.severity.word != "info"]
    assert told == [
        ("unknown-reference", "share.helsinki.partner"),
        ("appropriation-years", "budget_item.1 50 04"),
    ]


def test_an_appropriation_that_names_no_item_is_only_told_to_name_one() -> None:
    text = "[[appropriation]]\namount = 5\nby_year = true\n"
    assert [check for check in names(text) if check != "empty-budget"] == ["missing-key"]
