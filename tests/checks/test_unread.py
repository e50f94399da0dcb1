"""What could not be read is not taken for absent, and no verdict is made of it."""

from budjettitui.findings import Severity
from tests.checks.judging import names, roots

FUNDED = '[[cost]]\ncategory = "services"\namount = 100\n[[funding]]\nkind = "support"\namount = 75\n'


def test_a_source_whose_kind_cannot_be_read_makes_no_gap() -> None:
    text = FUNDED + '[[funding]]\nkind = ["own"]\namount = 25\n[[funding]]\nkind = "private"\namount = 1\n'
    assert {check for check, _ in roots(text)} == {"wrong-type"}


def test_a_source_without_its_kind_may_be_the_support_and_is_told_nothing_but_that() -> None:
    life = 'rules = "eu-life-2021"\nstage = "application"\n[[cost]]\ncategory = "personnel"\namount = 100\n'
    source = '[[funding]]\npayer = "Somebody"\nfund = "erdf"\nconfirmed = false\namount = 60\n'
    found = {check for check, _ in roots(life + source, Severity.WARNING)}
    assert found & {"missing-key", "other-eu-money", "unconfirmed"} == {"missing-key"}
    named = {check for check, _ in roots(life + source + 'kind = "other-public"\n', Severity.WARNING)}
    assert named >= {"other-eu-money", "unconfirmed"}


def test_a_ceiling_that_cannot_be_read_is_not_replaced_by_the_rule_sets() -> None:
    text = 'rules = "fi-esrplus-2021"\n[call]\nsupport_rate_max = "75"\n'
    text += FUNDED + '[[funding]]\nkind = "own"\namount = 25\n'
    assert "support-unused" not in {check for check, _ in roots(text)}


def test_a_line_that_may_be_in_kind_makes_the_costs_unknown() -> None:
    text = FUNDED + '[[cost]]\ncategory = "services"\nin_kind = "yes"\namount = 25\n'
    text += '[[funding]]\nkind = "own"\namount = 25\n'
    assert {check for check, _ in roots(text)} == {"wrong-type"}


CLUB = '[[partner]]\nname = "Club"\nrole = "lead"\n[[partner]]\nid = "town"\n[[partner]]\nid = "village"\n'
ERDF = "[call]\nfunds = { erdf = { max = 210 } }\n"
CAME = '[[funding]]\nkind = "support"\nfund = "erdf"\namount = 210\n'
PASSED = '[[funding]]\nkind = "support"\nfund = "erdf"\namount = 70\npayer = "Club"\nrecipient = "village"\n'


def test_support_that_a_partner_without_an_id_passes_on_came_in_once() -> None:
    assert "rate-exceeded-fund" not in names(ERDF + CLUB + CAME + PASSED)
    other = PASSED.replace('"Club"', '"Another club"')
    assert "rate-exceeded-fund" in names(ERDF + CLUB + CAME + other)


def test_money_of_a_partner_without_an_id_is_not_money_of_an_outsider() -> None:
    paid = '[[funding]]\nkind = "private"\namount = 10\npayer = "club"\nrecipient = "town"\nconfirmed = false\n'
    assert "unconfirmed" not in names('stage = "application"\n' + CLUB + paid)
    assert "unconfirmed" in names('stage = "application"\n' + CLUB + paid.replace('"club"', '"shop"'))


# whose a figure is, where a name is misspelled --------------------------------------------------------------------
SHARED = (
    '[call]\nsupport_rate_max = 75\n[[partner]]\nid = "town"\nrole = "lead"\n[[partner]]\nid = "club"\n'
    '[[share]]\npartner = "club"\ncosts = 100\nsupport = 75\n[[funding]]\nkind = "own"\npayer = "club"\namount = 25\n'
    '[[cost]]\ncategory = "services"\ndescription = "Food"\npartner = "town"\namount = 1_000\n'
    '[[funding]]\nkind = "support"\nrecipient = "town"\namount = 750\n'
    '[[funding]]\nkind = "own"\npayer = "town"\namount = 250\n'
)


def test_a_share_of_nobody_makes_no_zero_of_the_support_of_somebody() -> None:
    assert roots(SHARED) == []
    assert roots(SHARED.replace('[[share]]\npartner = "club"', '[[share]]\npartner = "clob"')) == [
        ("unknown-reference", "share.clob.partner")
    ]


def test_a_share_of_nobody_makes_no_zero_where_there_is_one_applicant() -> None:
    text = '[[partner]]\nid = "town"\n[[share]]\npartner = "twon"\ncosts = 100\nsupport = 75\n'
    text += '[[funding]]\nkind = "own"\npayer = "town"\namount = 25\n[stated]\ncosts = 100\n'
    assert roots(text) == [("unknown-reference", "share.twon.partner")]


def test_where_no_partner_is_read_shares_are_not_left_out_of_the_sums() -> None:
    assert roots(SHARED.replace("[[partner]]", "[[partnre]]")) == [("unknown-key", "partnre")]


def test_a_ceiling_of_its_own_that_cannot_be_read_is_not_replaced_by_the_calls() -> None:
    text = SHARED.replace("support = 75\n", "support = 90\n").replace("amount = 25\n", "amount = 10\n")
    own = 'id = "club"\nsupport_rate_max = {}\n'
    assert ("rate-exceeded-partner", "partner.club") in roots(text, Severity.WARNING)
    found = names(text.replace('id = "club"\n', own.format('"90"')))
    assert not found & {"rate-exceeded-partner", "support-unused"}


def test_money_for_a_partner_whose_name_is_nobodys_may_be_anyones_own_share() -> None:
    call = "[call]\nself_financing_min = 25\nself_financing_every_partner = true\n"
    text = call + SHARED.partition("support_rate_max = 75\n")[2]
    text = text.replace('kind = "own"\npayer = "club"', 'kind = "municipal"\npayer = "town"\nrecipient = "club"')
    assert roots(text) == []
    assert roots(text.replace('recipient = "club"', 'recipient = "clob"')) == [
        ("unknown-reference", "funding[1].recipient")
    ]


def test_under_rules_that_nobody_knows_no_base_is_guessed() -> None:
    text = "[call]\nsupport_rate_max = 75\nself_financing_min = 20\n" + FUNDED
    text += '[[cost]]\ncategory = "work"\ndescription = "Volunteers"\nin_kind = true\namount = 10\n'
    text = text.replace("amount = 75", "amount = 82") + '[[funding]]\nkind = "own"\namount = 18\n'
    assert "rate-exceeded" in names(text)
    for rules in ('ruels = "fi-rural-2023"\n', 'rules = "fi-rural-2032"\n', "rules = 7\n"):
        assert not names(rules + text) & {"rate-exceeded", "self-financing-min"}


def test_a_stage_whose_name_is_misspelled_is_not_replaced_by_another_stage() -> None:
    text = "[stated]\ncosts = 100\nsupport = {{ {} = 75, granted = 70 }}\nown = 25\n"
    assert roots(text.format("planned")) == []
    assert {check for check, _ in roots(text.format("plannde"))} == {"unknown-key"}


def test_a_line_of_a_category_that_is_none_may_be_what_a_flat_rate_asks_for() -> None:
    text = 'rules = "fi-esrplus-2021"\ncost_model = "flat-7"\n'
    text += '[[cost]]\ncategory = "personnel"\ndescription = "Lead"\namount = 100_000\n'
    text += '[[cost]]\ncategory = "{}"\ndescription = "Trainers"\namount = 30_000\n'
    assert "flat-condition" not in names(text.format("servcies"))
    assert "flat-condition" in names(text.format("equipment"))


def test_what_a_call_under_a_misspelled_name_sets_is_not_replaced_by_the_rules() -> None:
    text = 'rules = "fi-esrplus-2021"\n{}\nsupport_rate_max = 85\n' + FUNDED.replace("75", "85")
    text += '[[funding]]\nkind = "own"\namount = 15\n'
    assert roots(text.replace("\nsupport_rate_max = 85\n", "").format("")) == [("rate-exceeded", "project")]
    assert roots(text.format("[call]")) == []
    assert roots(text.format("[cal]")) == [("unknown-key", "cal")]


def test_answers_under_a_misspelled_name_are_not_called_missing() -> None:
    text = 'rules = "fi-state-grant"\n[{}]\nincome = "none"\nother_grants = "none"\n'
    assert "declaration-missing" in names(text.format("extra"))
    assert not names(text.format("delcared")) & {"declaration-missing"}


def test_a_basis_that_cannot_be_read_is_not_asked_after() -> None:
    text = FUNDED + '[[funding]]\nkind = "own"\namount = 25\nbudget_item = "1"\n'
    text += '[[appropriation]]\nbudget_item = "1"\namount = 60\n'
    assert "appropriation-basis" in names(text)
    assert "appropriation-basis" not in names(text + 'basis = "gros"\n')
