"""The file's own form: what is said, what is not, and where it is said."""

from pathlib import Path

import pytest

from budjettitui.checks import structure
from budjettitui.findings import Finding, Severity
from budjettitui.session import Session

from .judging import PAIR, START, TODAY, findings_of, found, paths, state_of

LINE = '[[cost]]\ncategory = "services"\ndescription = "Catering"\n'


def one(check: str, text: str) -> Finding:
    findings = found(check, text)
    assert len(findings) == 1, findings
    return findings[0]


# the text -----------------------------------------------------------------------------------------------------------
def test_a_text_that_is_no_toml_is_told_with_line_and_column() -> None:
    finding = one("toml-syntax", START + LINE + "amount = 1 000\n")
    assert (finding.line, finding.column, finding.path) == (7, 10, "file")


def test_bytes_that_are_no_utf_8_are_told_as_such() -> None:
    findings = findings_of(START.encode() + b"# \xff\n")
    assert [(one.check, one.wording, one.line) for one in findings] == [("toml-syntax", "encoding", 4)]


def test_of_a_broken_text_nothing_is_said_to_be_missing() -> None:
    text = '[project]\nname = "A"\nschema : 1\n[[funding]]\namount = 5\n[[cost]]\npartner = "x"\nunit_price = 5\n'
    assert {finding.check for finding in findings_of(text)} == {"toml-syntax"}


def test_of_a_broken_text_what_is_there_is_still_findings_of() -> None:
    text = START + "? 1\n" + LINE + "amuont = 5\n"
    assert {finding.check for finding in findings_of(text)} == {"toml-syntax", "unknown-key"}


def test_a_waiver_of_a_broken_file_is_not_findings_of() -> None:
    text = START + LINE + 'amount = ?\n[[waiver]]\ncheck = "toml-syntax"\nat = "file"\nreason = "later"\n'
    assert [finding.check for finding in findings_of(text)] == ["toml-syntax"]
    assert findings_of(text)[0].waived is None


def test_a_file_that_cannot_be_opened_is_an_error_of_the_file() -> None:
    finding = structure.unreadable("no-permission")
    assert (finding.check, finding.severity, finding.path) == ("file-unreadable", Severity.ERROR, "file")


# keys ---------------------------------------------------------------------------------------------------------------
def test_a_misspelled_amount_is_said_once() -> None:
    text = START + '[[cost]]\ncategory = "services"\ndescription = "Catering"\namuont = 5\n'
    assert [finding.check for finding in findings_of(text)] == ["unknown-key"]
    assert findings_of(text)[0].values["nearest"] == "amount"


def test_a_misspelled_required_key_is_said_once() -> None:
    assert [finding.check for finding in findings_of(START + '[[funding]]\nkimd = "own"\namount = 5\n')] == [
        "unknown-key"
    ]


def test_a_misspelled_table_leaves_its_sums_unknown() -> None:
    state = state_of(START + '[[costs]]\ncategory = "services"\namount = 5\n[stated]\nsupport = 4\nown = 1\n')
    assert [finding.check for finding in state.verdict()] == ["unknown-key"]
    assert state.figures.project.costs.value is None


def test_an_extra_table_is_nobodys_business() -> None:
    assert findings_of(START + LINE + "amount = 5\n[cost.extra]\nanything = 1\n[extra]\nmore = 2\n") == ()


def test_a_key_with_a_dot_is_quoted_in_its_place() -> None:
    assert paths("unknown-key", START + '[call]\n"rate.most" = 5\n') == ['call."rate.most"']


# amounts ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("keys", "path"),
    [
        ("amount = -0.01", "cost[1].amount"),
        ("amount = 1\nrealised = -1", "cost[1].realised"),
        ("quantity = -1\nunit_price = 5", "cost[1].quantity"),
        ("quantity = 1\nunit_price = -5", "cost[1].unit_price"),
        ("years = { 2025 = -1, 2026 = 5 }", "cost[1].years.2025"),
        ("years = { 2025 = { granted = -1, planned = 5 } }", "cost[1].years.2025.granted"),
    ],
)
def test_any_amount_below_zero_is_found_at_its_key(keys: str, path: str) -> None:
    assert path in paths("negative-amount", START + LINE + keys + "\n")


@pytest.mark.parametrize("keys", ["amount = 0", "amount = -0", "amount = 0.00", "quantity = 0\nunit_price = 0"])
def test_zero_is_not_below_zero(keys: str) -> None:
    assert paths("negative-amount", START + LINE + keys + "\n") == []


def test_stated_costs_below_zero_are_found_and_net_costs_are_not() -> None:
    assert paths("negative-amount", START + "[stated]\ncosts = -5\nnet_costs = -5\n") == ["stated.costs"]
    assert paths("negative-amount", START + "[[stated]]\ncosts = -5\n") == ["stated[1].costs"]


def test_a_share_below_zero_is_found() -> None:
    assert paths("negative-amount", PAIR + '[[share]]\npartner = "town"\nown = -5\n') == ["share.town.own"]


def test_an_amount_finer_than_the_form_takes_is_a_warning_but_not_in_the_books() -> None:
    text = START + 'rules = "fi-oph"\n' + LINE.replace("Catering", "Lunch")
    assert paths("amount-unit", text + "amount = 100.50\n") == ["cost[1].amount"]
    assert paths("amount-unit", text + "amount = 100.00\nrealised = 99.50\nquantity = 2\nunit_price = 50.25\n") == []


def test_a_rounding_unit_asks_nothing_of_what_is_written() -> None:
    assert paths("amount-unit", START + 'rules = "fi-esr-2014"\n' + LINE + "amount = 100.50\n") == []


@pytest.mark.parametrize(("largest", "told"), [("100_000", True), ("99_999.99", False)])
def test_a_line_a_hundred_times_the_next_is_told(largest: str, told: bool) -> None:
    text = START + LINE + f"amount = {largest}\n" + LINE.replace("Catering", "Lunch") + "amount = 1_000\n"
    assert bool(found("magnitude", text)) is told


def test_a_line_alone_in_its_category_or_beside_zero_is_no_matter_of_magnitude() -> None:
    assert found("magnitude", START + LINE + "amount = 100_000\n") == []
    assert found("magnitude", START + LINE + "amount = 100_000\n" + LINE + "amount = 0\n") == []


def test_more_digits_than_the_form_takes_are_told() -> None:
    text = START + 'rules = "fi-oph"\n' + LINE
    assert [one.wording for one in found("magnitude", text + "amount = 10_000_000\n")] == ["digits"]
    assert found("magnitude", text + "amount = 9_999_999\n") == []


# rows ---------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "figures",
    [
        "[stated]\ncosts = 5\n",
        "[stated]\npublic_funding = 5\n",
        "[stated]\nsupport = { realised = 0 }\n",
        '[[funding]]\nkind = "own"\namount = 0\n',
        LINE + "quantity = 2\nunit_price = 5\n",
        LINE + 'amount = "5"\n',
        "cost = 5\n",
        '[[partner]]\nid = "a"\n[[share]]\npartner = "a"\ncosts = 5\n',
    ],
)
def test_a_budget_with_any_figure_is_not_empty(figures: str) -> None:
    text = figures + START if figures.startswith("cost =") else START + figures
    assert found("empty-budget", text) == []


@pytest.mark.parametrize(("stage", "severity"), [("draft", 2), ("application", 0), ("closed", 0)])
def test_an_empty_budget_is_an_error_from_the_application_on(stage: str, severity: int) -> None:
    assert one("empty-budget", START + f'stage = "{stage}"\n').severity == severity


def test_income_alone_leaves_a_budget_empty() -> None:
    assert found("empty-budget", START + "[[income]]\namount = 5\n")


@pytest.mark.parametrize("name", ["Town", "town ", " TOWN", "to\\u200bwn", "\\uff54own", "town\\u00a0"])
def test_ids_that_look_alike_are_one(name: str) -> None:
    finding = one("duplicate-id", START + f'[[partner]]\nid = "town"\nrole = "lead"\n[[partner]]\nid = "{name}"\n')
    assert (finding.line, finding.values["first"]) == (8, 1)


@pytest.mark.parametrize("name", ["town2", "to wn", "tòwn"])
def test_ids_that_differ_to_the_eye_are_two(name: str) -> None:
    assert found("duplicate-id", START + f'[[partner]]\nid = "town"\n[[partner]]\nid = "{name}"\n') == []


def test_ids_of_two_tables_and_shares_of_one_partner_are_no_duplicates() -> None:
    text = PAIR + '[[share]]\npartner = "town"\ncosts = 5\n[[share]]\npartner = "town"\nown = 5\n'
    assert found("duplicate-id", text + '[[cost]]\nid = "town"\ncategory = "x"\ndescription = "y"\namount = 1\n') == []


def test_a_partner_with_a_twin_is_not_said_to_be_empty_as_well() -> None:
    text = (
        START
        + '[[partner]]\nid = "town"\nrole = "lead"\n[[partner]]\nid = "Town"\n[[share]]\npartner = "town"\ncosts = 5\n'
    )
    assert found("partner-empty", text) == []


def test_lines_alike_but_for_the_way_they_are_written_are_one() -> None:
    text = (
        START
        + LINE
        + "amount = 1_000.00\n"
        + LINE.replace("Catering", " catering ")
        + "quantity = 2\nunit_price = 500\n"
    )
    assert one("duplicate-line", text).values["first"] == 1


@pytest.mark.parametrize("more", ['person = "A"', 'description = "Lunch"', 'category = "other"', "amount = 1_001"])
def test_lines_that_differ_in_one_thing_are_two(more: str) -> None:
    keys = {"category": '"services"', "description": '"Catering"', "amount": "1_000", "person": '"B"'}
    other = {**keys, more.split(" = ")[0]: more.split(" = ")[1]}
    rows = ["[[cost]]\n" + "\n".join(f"{key} = {value}" for key, value in row.items()) + "\n" for row in (keys, other)]
    assert found("duplicate-line", START + "".join(rows)) == []


def test_lines_of_two_partners_are_two() -> None:
    text = PAIR + LINE + 'partner = "town"\namount = 5\n' + LINE + 'partner = "village"\namount = 5\n'
    assert found("duplicate-line", text) == []


def test_lines_of_unknown_or_zero_amount_are_not_compared() -> None:
    assert found("duplicate-line", START + 2 * (LINE + "amount = 0\n")) == []
    assert found("duplicate-line", START + 2 * (LINE + 'amount = "5"\n')) == []


@pytest.mark.parametrize(
    ("text", "severity"), [("", 1), ('rules = "fi-oph"\n', 0)], ids=["a careful reader asks", "the form refuses"]
)
def test_a_line_without_a_description(text: str, severity: int) -> None:
    category = "services"
    assert (
        one("description-missing", START + text + f'[[cost]]\ncategory = "{category}"\namount = 5\n').severity
        == severity
    )


@pytest.mark.parametrize("keys", ["amount = 0", "description = 5\namount = 5", "", 'description = "x"\namount = 5'])
def test_a_line_of_nothing_or_with_a_description_that_is_unreadable_is_not_told(keys: str) -> None:
    assert found("description-missing", START + f'[[cost]]\ncategory = "services"\n{keys}\n') == []


def test_a_blank_description_is_none() -> None:
    assert found("description-missing", START + '[[cost]]\ncategory = "services"\ndescription = " "\namount = 5\n')


@pytest.mark.parametrize(
    "keys", ["granted = 5", "years = { 2025 = 5 }", "quantity = 2\nunit_price = 5", 'unit_price = "5"', "applied = 5"]
)
def test_a_line_with_any_amount_or_one_that_could_not_be_read_misses_none(keys: str) -> None:
    assert found("amount-missing", START + LINE + keys + "\n") == []


@pytest.mark.parametrize(
    "row", [LINE, '[[income]]\ndescription = "Fees"\n', '[[funding]]\nkind = "own"\n', "[[income]]\n"]
)
def test_a_row_without_an_amount_is_told(row: str) -> None:
    assert one("amount-missing", START + row).severity == 1


@pytest.mark.parametrize("keys", ["realised = 5", "years = { 2025 = { realised = 5 } }", "quantity = 2"])
def test_what_was_realised_or_a_mere_quantity_is_no_amount(keys: str) -> None:
    """The row's sum is unknown, and that is said."""
    assert one("amount-missing", START + LINE + keys + "\n").severity == 1


def test_of_a_flat_rate_line_its_base_is_what_misses_an_amount() -> None:
    text = (
        START
        + 'rules = "fi-esrplus-2021"\ncost_model = "flat-40"\n[[cost]]\ncategory = "personnel"\ndescription = "A"\n'
    )
    assert paths("amount-missing", text + '[[cost]]\ncategory = "flat-rate"\ndescription = "40 %"\n') == ["cost[1]"]


# texts --------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('[[cost]]\ncategory = "a\\u202eb"\ndescription = "x"\namount = 1\n', "cost[1].category"),
        (
            '[[partner]]\nid = "a"\n[[appropriation]]\nbudget_item = "1"\ncovers = ["\\u200ba"]\n',
            "appropriation[1].covers",
        ),
        ('[stated]\ncosts = { amount = 5, source = "a\\u0007" }\n', "stated.costs.source"),
        ('[stated.categories]\n"a\\u200b" = 5\n', "stated.categories"),
    ],
)
def test_hidden_characters_are_found_wherever_a_text_stands(text: str, path: str) -> None:
    assert path in paths("hidden-characters", START + text)


@pytest.mark.parametrize("name", ["Kylä – byn 🙂", "日本語", "مرحبا", "a\\tb", "two\\nlines"])
def test_what_can_be_seen_is_not_hidden(name: str) -> None:
    assert found("hidden-characters", f'schema = 1\n[project]\nname = "{name}"\n') == []


# names --------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "wording"),
    [
        ("fi-esrplus-2012", ""),
        ("", ""),
        ("FI-OPH", ""),
        ("../x.toml", "outside"),
        ("/etc/passwd", "outside"),
        ("./none.toml", "broken"),
    ],
)
def test_rules_that_are_not_there(name: str, wording: str, tmp_path: Path) -> None:
    findings = found("unknown-rules", START + f'rules = "{name}"\n', folder=tmp_path)
    assert [(one.wording, one.path, one.line) for one in findings] == [(wording, "project.rules", 4)]


def test_without_rules_or_with_the_generic_ones_any_word_is_a_category_and_a_cost_model() -> None:
    text = 'cost_model = "our own"\n[[cost]]\ncategory = "whatever"\ndescription = "x"\namount = 5\n'
    assert findings_of(START + text) == ()
    assert findings_of(START + 'rules = "generic"\n' + text) == ()


def test_rules_that_do_not_load_ask_nothing_of_categories() -> None:
    assert paths("unknown-category", START + 'rules = "nowhere"\n' + LINE + "amount = 5\n") == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("[stated]\ncategories = { service = 5 }\n", "stated.categories.service"),
        ("[call]\ncategories = { service = { max = 5 } }\n", "call.categories.service"),
        ('[stated]\nof = "category.service"\ncosts = 5\n', "stated.of"),
    ],
)
def test_a_category_of_a_total_or_of_the_call_must_be_known_too(text: str, path: str) -> None:
    assert paths("unknown-category", START + 'rules = "fi-esrplus-2021"\n' + text) == [path]


def test_a_partners_cost_model_must_be_known() -> None:
    text = START + 'rules = "fi-esrplus-2021"\n[[partner]]\nid = "a"\ncost_model = "flat-41"\n'
    assert paths("unknown-cost-model", text) == ["partner.a.cost_model"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("[call]\ncategories = { works = { max = 101 } }\n", "call.categories.works.max"),
        ("[call]\nfunds = { erdf = { rate_max = -1 } }\n", "call.funds.erdf.rate_max"),
        ("[call]\nflat_rates = { office = 101 }\n", "call.flat_rates.office"),
        (PAIR + '[[share]]\npartner = "town"\nyears = { 2025 = { costs = true } }\n', "share.town.years.2025.costs"),
    ],
)
def test_what_is_wrong_deep_in_a_table_is_told_at_its_whole_path(text: str, path: str) -> None:
    assert path in paths("wrong-type", text if text.startswith("schema") else START + text)


@pytest.mark.parametrize(("rows", "said"), [("", 1), (LINE + "amount = 50_000\n", 0)])
def test_a_total_marked_about_is_told_of_only_where_the_gap_rests_on_it(rows: str, said: int) -> None:
    text = rows + "[stated]\ncosts = { amount = 50_000, about = true }\nsupport = 40_000\nown = 9_000\n"
    assert len(found("approximate-total", START + text)) == said


FLAT = '[[cost]]\ncategory = "flat-rate"\ndescription = "40 %"\n'
PAY = '[[cost]]\ncategory = "personnel"\ndescription = "Pay"\namount = 1_000\n'


def test_a_flat_rate_without_a_cost_model_says_that_the_model_is_missing() -> None:
    told = one("amount-missing", START + 'rules = "fi-esrplus-2021"\n' + PAY + FLAT)
    assert told.wording == "no-model"
    assert told.values["models"] == ("flat-40", "flat-7", "flat-1.5")


def test_a_flat_rate_that_its_cost_model_does_not_have_names_those_that_have_it() -> None:
    told = one("amount-missing", START + 'rules = "fi-esrplus-2021"\ncost_model = "actual"\n' + PAY + FLAT)
    assert (told.wording, told.values["model"]) == ("other-model", "actual")


def test_a_line_of_another_category_misses_only_its_amount() -> None:
    text = START + 'rules = "fi-esrplus-2021"\n' + PAY + '[[cost]]\ncategory = "services"\ndescription = "Audit"\n'
    assert one("amount-missing", text).wording == ""


def test_the_cost_models_that_work_out_a_flat_rate_are_offered() -> None:
    session = Session.from_bytes((START + 'rules = "fi-esrplus-2021"\n' + PAY + FLAT).encode(), today=TODAY)
    told = next(one for one in session.state.verdict() if one.check == "amount-missing")
    assert "flat-40" in [fix.values["model"] for fix in session.with_fixes(told).fixes]
