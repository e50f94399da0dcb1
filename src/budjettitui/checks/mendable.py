"""Which checks have mends or a detective to look at them: known without loading either, since most runs need none."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module

from budjettitui.checks.case import Case
from budjettitui.document import Document
from budjettitui.findings import Finding, Fix

MENDS: Mapping[str, str] = {
    "amount-format": "texts.as_amount",
    "amount-missing": "models.of_flat_rate",
    "amount-unit": "corrections.to_unit",
    "appropriation-basis": "items.basis",
    "appropriation-shared": "items.shared",
    "appropriation-short": "items.short",
    "appropriation-years": "items.years",
    "category-cap": "categories.above",
    "category-floor": "categories.below",
    "category-ineligible": "categories.ineligible",
    "category-total": "wholes.whole",
    "change-total": "older.total_back",
    "change-transfer": "older.transfer_back",
    "cost-model-mixed": "models.the_same",
    "costs-ceiling": "limits.under_limit",
    "decision-limit": "items.decision_limit",
    "declaration-missing": "declared.that_there_are_none",
    "double-funding": "people.charged_twice",
    "duplicate-id": "corrections.free_id",
    "duplicate-line": "rows.duplicate_line",
    "flat-amount": "flat.flat_amount",
    "flat-base": "flat.flat_amount",
    "flat-combination": "flat.flat_combination",
    "flat-condition": "models.condition",
    "flat-forbidden": "flat.flat_forbidden",
    "flat-overlap": "flat.flat_overlap",
    "grant-menu": "support.of_menu",
    "grant-range": "support.in_range",
    "grant-short": "stages.grant_short",
    "hidden-characters": "texts.without_hidden",
    "hours-max": "people.too_many_hours",
    "in-kind": "taxes.in_kind",
    "income-as-own": "sources.as_income",
    "lead-partner": "partners.one_lead",
    "line-product": "rows.line_product",
    "lump-fixed": "limits.lump_fixed",
    "lump-limit": "limits.lump_limit",
    "magnitude": "rows.magnitude",
    "model-kind": "models.another",
    "negative-amount": "corrections.negative",
    "net-positive": "own.nothing_to_support",
    "other-eu-money": "sources.as_support",
    "outside-period": "periods.outside",
    "overbooked": "people.charged_twice",
    "overfunded": "gaps.take_off",
    "part-time-share": "people.too_small_part",
    "partner-concentration": "limits.less_of_the_whole",
    "partner-empty": "partners.empty",
    "period": "periods.period",
    "person-months": "people.too_many_months",
    "public-as-private": "sources.as_public",
    "public-total": "public.under_limit",
    "rate-above-programme": "stated.programme_ceiling",
    "rate-exceeded": "support.under_ceiling",
    "rate-exceeded-fund": "support.under_fund",
    "rate-exceeded-partner": "support.under_ceiling",
    "rate-rounding": "rounding.under_ceiling",
    "realised-rate": "stages.realised_rate",
    "rounded-parts": "rounded_parts.move_part",
    "self-financing-every-partner": "own.of_every_partner",
    "self-financing-min": "own.at_least",
    "self-financing-missing": "gaps.fill_gap",
    "self-financing-unknown": "own.who_pays",
    "side-costs": "people.side_costs",
    "simplified-required": "models.another",
    "source-required": "sources.required",
    "stage-order": "stages.in_order",
    "stated-percent": "rates.stated_rate",
    "statements-differ": "stated.one_statement",
    "status-funding": "corrections.stage",
    "support-returned": "stages.returned",
    "support-unused": "support.to_apply_for",
    "toml-syntax": "texts.as_toml",
    "total-cost": "wholes.whole",
    "total-funding": "wholes.whole",
    "total-income": "wholes.whole",
    "total-mismatch": "gaps.meet",
    "total-own": "wholes.whole",
    "total-support": "wholes.whole",
    "transfer": "corrections.payment",
    "unconfirmed": "sources.confirmed",
    "unit-cost": "rows.unit_cost",
    "unknown-category": "texts.nearest_category",
    "unknown-cost-model": "texts.nearest_word",
    "unknown-key": "texts.nearest_key",
    "unknown-reference": "texts.nearest_word",
    "unknown-rules": "texts.nearest_word",
    "vat-basis": "taxes.basis",
    "vat-ineligible": "taxes.ineligible",
    "vat-suspect": "rows.without_vat",
    "waiver-expired": "texts.no_waiver",
    "waiver-outgrown": "texts.outgrown",
    "waiver-unused": "texts.no_waiver",
    "year-rate": "year_rates.at_the_rate",
    "years-outside-period": "years.outside",
    "years-total": "years.years_total",
}
"""The checks that have mends, and the function of `checks/mends/` that makes them, loaded where it is needed."""

MENDABLE = frozenset(MENDS)

TOTALS = ("total-cost", "total-income", "total-funding", "total-support", "total-own", "category-total")
GAPS = ("self-financing-missing", "overfunded", "total-mismatch")
SUSPECTED = frozenset({"line-product", *TOTALS, *GAPS})
"""The checks whose difference the detective looks into."""

HELPED = MENDABLE | SUSPECTED

Mend = Callable[[Case, Document, Finding], Iterable[Fix]]
"""What makes the mends of a finding."""


def mend_of(check: str) -> Mend:
    """What makes the mends of a check; only the module that is needed is loaded. Nothing for a check without any."""
    named = MENDS.get(check)
    if named is None:
        return _none
    module, _, name = named.partition(".")
    found: Mend = getattr(import_module(f"budjettitui.checks.mends.{module}"), name)
    return found


def _none(case: Case, document: Document, finding: Finding) -> Iterator[Fix]:
    """No mend."""
    yield from ()
