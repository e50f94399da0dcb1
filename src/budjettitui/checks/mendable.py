"""Which checks have mends or a detective to look at them: known without loading either, since most runs need none."""

from collections.abc import Mapping

MENDS: Mapping[str, str] = {
    "amount-format": "texts.as_amount",
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
    "decision-limit": "items.decision_limit",
    "double-funding": "people.charged_twice",
    "duplicate-id": "corrections.free_id",
    "duplicate-line": "rows.duplicate_line",
    "flat-amount": "flat.flat_amount",
    "flat-base": "flat.flat_amount",
    "flat-combination": "flat.flat_combination",
    "flat-forbidden": "flat.flat_forbidden",
    "flat-overlap": "flat.flat_overlap",
    "hours-max": "people.too_many_hours",
    "in-kind": "taxes.in_kind",
    "line-product": "rows.line_product",
    "magnitude": "rows.magnitude",
    "negative-amount": "corrections.negative",
    "outside-period": "periods.outside",
    "overbooked": "people.charged_twice",
    "overfunded": "money.take_off",
    "part-time-share": "people.too_small_part",
    "period": "periods.period",
    "person-months": "people.too_many_months",
    "rate-exceeded": "money.under_ceiling",
    "rate-exceeded-partner": "money.under_ceiling",
    "rounded-parts": "totals.move_part",
    "self-financing-missing": "money.fill_gap",
    "side-costs": "people.side_costs",
    "stated-percent": "rates.stated_rate",
    "status-funding": "corrections.stage",
    "toml-syntax": "texts.as_toml",
    "total-cost": "wholes.whole",
    "total-funding": "wholes.whole",
    "total-income": "wholes.whole",
    "total-mismatch": "money.meet",
    "total-own": "wholes.whole",
    "total-support": "wholes.whole",
    "transfer": "corrections.payment",
    "unit-cost": "rows.unit_cost",
    "unknown-key": "texts.nearest_key",
    "unknown-reference": "texts.nearest_word",
    "vat-basis": "taxes.basis",
    "vat-ineligible": "taxes.ineligible",
    "vat-suspect": "rows.without_vat",
    "waiver-expired": "texts.no_waiver",
    "waiver-outgrown": "texts.no_waiver",
    "waiver-unused": "texts.no_waiver",
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
