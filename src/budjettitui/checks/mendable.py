"""Which checks have mends or a detective to look at them: known without loading either, since most runs need none."""

from collections.abc import Mapping

MENDS: Mapping[str, str] = {
    "amount-format": "texts.as_amount",
    "category-total": "totals.state_what_adds_up",
    "flat-amount": "rows.flat_amount",
    "flat-base": "rows.flat_amount",
    "line-product": "rows.line_product",
    "overfunded": "money.take_off",
    "rate-exceeded": "money.under_ceiling",
    "rate-exceeded-partner": "money.under_ceiling",
    "rounded-parts": "totals.move_part",
    "self-financing-missing": "money.fill_gap",
    "stated-percent": "totals.state_rate",
    "toml-syntax": "texts.as_toml",
    "total-cost": "totals.state_what_adds_up",
    "total-funding": "totals.state_what_adds_up",
    "total-income": "totals.state_what_adds_up",
    "total-own": "totals.state_what_adds_up",
    "total-support": "totals.state_what_adds_up",
    "unknown-key": "texts.nearest_key",
    "unknown-reference": "texts.nearest_word",
    "vat-suspect": "rows.without_vat",
    "waiver-unused": "texts.no_waiver",
    "years-total": "rows.last_year",
}
"""The checks that have mends, and the function of `checks/mends/` that makes them, loaded where it is needed."""

MENDABLE = frozenset(MENDS)

TOTALS = ("total-cost", "total-income", "total-support", "total-own", "category-total")
GAPS = ("self-financing-missing", "overfunded", "total-mismatch")
SUSPECTED = frozenset({"line-product", *TOTALS, *GAPS})
"""The checks whose difference the detective looks into."""

HELPED = MENDABLE | SUSPECTED
