"""The terms of a budget: its rule set with the call on top, lower or higher."""

from datetime import date
from decimal import Decimal

from budjettitui.model import Amount, Call, Fund, Partner, Project, Range
from budjettitui.rules import Rule
from budjettitui.rules.loader import load
from budjettitui.rules.terms import Terms


def terms(name: str, call: Call | None = None, project: Project | None = None) -> Terms:
    rules = load(name).rules
    assert rules is not None
    return Terms(rules, call or Call(), project or Project())


def value(rule: Rule | None) -> object:
    return None if rule is None else rule.value


def rates(found: Terms, model: str) -> dict[str, tuple[object, tuple[str, ...]]]:
    return {rate.id: (rate.rate.value, rate.base) for rate in found.flat_rates(model)}


def test_the_call_sets_the_ceiling_and_is_its_source() -> None:
    found = terms("fi-esrplus-2021", Call(name="ESR+ 4.3", support_rate_max=Decimal(75)))
    assert found.support.ceiling() == Rule("call.support_rate_max", Decimal(75), "ESR+ 4.3", True)
    assert value(found.support.programme_ceiling()) == 80


def test_a_call_without_a_name_is_still_a_source() -> None:
    ceiling = terms("generic", Call(support_rate_max=Decimal(75))).support.ceiling()
    assert ceiling is not None
    assert ceiling.source == "[call]"


def test_the_ceiling_of_a_kind_of_project() -> None:
    assert value(terms("fi-esrplus-2021").support.ceiling()) == 80
    assert value(terms("fi-esrplus-2021", project=Project(kind="investment")).support.ceiling()) == 70
    assert value(terms("fi-esrplus-2021", project=Project(kind="pilot")).support.ceiling()) == 80


def test_without_a_type_no_ceiling_by_type_is_judged() -> None:
    assert terms("eu-horizon-2021").support.ceiling() is None
    assert value(terms("eu-horizon-2021", Call(type="ia")).support.ceiling()) == 70
    assert terms("eu-horizon-2021", Call(type="other")).support.ceiling() is None
    assert value(terms("eu-interreg-2021", Call(type="aurora")).support.ceiling()) == 65


def test_a_partner_may_have_a_ceiling_of_its_own() -> None:
    found = terms("fi-esrplus-2021", Call(support_rate_max=Decimal(75)))
    own = Partner(id="fvh", support_rate_max=Decimal(60))
    assert found.support.ceiling(own) == Rule("partner.support_rate_max", Decimal(60), "partner.fvh", True)
    assert value(found.support.ceiling(Partner(id="helsinki"))) == 75


def test_only_a_call_sets_a_state_grants_ceiling() -> None:
    assert terms("fi-state-grant").support.ceiling() is None


def test_what_the_rate_is_taken_on() -> None:
    assert terms("generic").support.base == "net_costs"
    assert terms("eu-horizon-2021").support.base == "costs"
    assert terms("fi-oph").own.base == "net_need"
    assert terms("fi-oph", Call(self_financing_base="costs")).own.base == "costs"


def test_the_calls_own_numbers() -> None:
    call = Call(
        support_min=Amount(Decimal(1)), support_max=Amount(Decimal(9)), costs_max=Amount(Decimal(10)),
        self_financing_min=Decimal(0), self_financing_every_partner=False, in_kind_counts=False,
        public_max=Decimal(90), partner_max=Decimal(60), months_max=Decimal(36),
        funds={"erdf": Fund(rate_max=Decimal(75), max=Amount(Decimal(500)))},
    )  # fmt: skip
    found = terms("generic", call)
    assert [value(rule) for rule in (found.support.support_min, found.support.support_max, found.costs.costs_max)] == [
        1,
        9,
        10,
    ]
    assert value(found.own.minimum) == 0
    assert value(found.own.every_partner_rule) is False
    assert not found.own.every_partner
    assert terms("generic", Call(self_financing_every_partner=True)).own.every_partner
    assert value(found.own.in_kind) == "forbidden"
    assert [value(rule) for rule in (found.support.public_max, found.costs.partner_max, found.costs.months_max)] == [
        90,
        60,
        36,
    ]
    assert [value(found.support.fund_rate("erdf")), value(found.support.fund_max("erdf"))] == [75, 500]
    assert (found.support.fund_rate("esf"), found.support.fund_max("esf")) == (None, None)


def test_what_neither_call_nor_rules_set_is_nothing() -> None:
    found = terms("generic")
    for rule in (
        found.support.support_min,
        found.support.support_max,
        found.costs.costs_max,
        found.own.minimum,
        found.own.every_partner_rule,
    ):
        assert rule is None
    assert (found.own.in_kind, found.support.menu, found.costs.category_share("x"), found.day("period.end")) == (
        None,
    ) * 4
    assert found.costs.limited_categories == ()


def test_the_rules_own_numbers_where_the_call_says_nothing() -> None:
    assert value(terms("fi-esrplus-2021").own.in_kind) == "forbidden"
    assert value(terms("fi-rural-2023", Call(type="small")).costs.costs_max) == 8_000
    assert value(terms("fi-rural-2023", Call(type="small")).support.support_min) == 1_000
    assert value(terms("eu-horizon-2021").costs.partner_max) == 50


def test_the_menu_is_that_of_the_type_or_of_all_types() -> None:
    small = terms("eu-erasmus-ka2-2021", Call(type="ka210")).support.menu
    assert value(small) == (30_000, 60_000)
    assert small is not None
    assert small.verified
    every = terms("eu-erasmus-ka2-2021").support.menu
    assert value(every) == (30_000, 60_000, 120_000, 250_000, 400_000)
    assert every is not None
    assert not every.verified
    assert terms("eu-erasmus-ka2-2021", Call(type="ka999")).support.menu is None


def test_the_share_of_a_category() -> None:
    share = terms("eu-horizon-2021").costs.category_share("equipment")
    assert share is not None
    assert (value(share.max), share.of, share.by_call) == (15, ("personnel",), False)
    call = Call(categories={"equipment": Range(min=Decimal(5), max=Decimal(35))})
    found = terms("eu-horizon-2021", call)
    share = found.costs.category_share("equipment")
    assert share is not None
    assert (value(share.min), value(share.max), share.of, share.by_call) == (5, 35, (), True)
    assert found.costs.limited_categories == ("equipment", "subcontracting")


def test_rounding() -> None:
    found = terms("fi-esrplus-2021")
    assert (found.rounding("support"), found.rounding("flat"), found.rounding("own")) == ("down", "half_up", "half_up")
    assert (found.unit, found.tolerance) == (Decimal(1), None)
    assert terms("fi-oph").tolerance == 0
    assert terms("generic").unit is None


def test_days_of_the_programme() -> None:
    found = terms("fi-esr-2014")
    assert (found.day("period.start"), found.day("period.end")) == (date(2014, 1, 1), date(2023, 12, 31))


def test_the_cost_model_of_a_partner_and_of_the_project() -> None:
    found = terms("fi-esrplus-2021", project=Project(cost_model="flat-40"))
    model, own = found.model(), found.model(Partner(id="a", cost_model="flat-7"))
    assert model is not None
    assert own is not None
    assert (model.id, own.id) == ("flat-40", "flat-7")
    assert terms("fi-esrplus-2021").model() is None
    assert value(found.rule("condition.services_min", own)) == 30
    assert value(found.rule("support.rate_max", own)) == 80
    assert found.texts("condition.services_in", own) == ("services",)


def test_the_call_changes_a_flat_rate_by_its_id_or_its_category() -> None:
    assert rates(terms("fi-esrplus-2021"), "flat-40") == {"flat-40": (40, ("personnel",))}
    for name in ("flat-40", "flat-rate"):
        found = terms("fi-esrplus-2021", Call(flat_rates={name: Decimal(35)}))
        assert rates(found, "flat-40") == {"flat-40": (35, ("personnel",))}
    assert rates(terms("fi-esrplus-2021"), "nothing") == {}
    assert terms("generic").flat_rates(None) == ()


def test_optional_flat_rates_are_used_where_the_call_names_them() -> None:
    direct = ("external", "equipment", "works")
    assert rates(terms("eu-interreg-2021"), "actual") == {}
    assert rates(terms("eu-interreg-2021"), "staff-20") == {"staff": (20, (*direct, "travel"))}
    call = Call(flat_rates={"office": Decimal(15), "travel": Decimal(10)})
    assert rates(terms("eu-interreg-2021", call), "staff-20") == {
        "staff": (20, direct),
        "travel": (10, ("staff",)),
        "office": (15, ("staff",)),
    }
    assert list(rates(terms("eu-interreg-2021", Call(flat_rates={"office-direct": Decimal(7)})), "actual")) == [
        "office-direct"
    ]


def test_a_flat_rate_that_the_call_names_puts_out_the_one_it_cannot_stand_beside() -> None:
    assert list(rates(terms("eu-amif-2021"), "actual")) == ["indirect"]
    found = terms("eu-amif-2021", Call(flat_rates={"indirect-purchases": Decimal(1)}))
    assert list(rates(found, "actual")) == ["indirect-purchases"]


def test_a_flat_rate_left_to_ask_is_used_where_the_call_gives_it() -> None:
    assert rates(terms("fi-aka"), "full-cost") == {}
    found = terms("fi-aka", Call(flat_rates={"side-costs": Decimal("27.5"), "overhead": Decimal(90)}))
    assert rates(found, "full-cost") == {
        "side-costs": (Decimal("27.5"), ("personnel",)),
        "overhead": (90, ("personnel", "side-costs")),
    }
