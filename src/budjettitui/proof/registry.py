"""Which proof belongs to which check: known without loading any, since one is asked for at a time."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module

from budjettitui.checks.case import Case
from budjettitui.findings import Finding
from budjettitui.proof.steps import ProofStep

Proof = Callable[[Case, Finding], Iterable[ProofStep]]

PROOFS: Mapping[str, str] = {
    **dict.fromkeys(("self-financing-missing", "overfunded", "total-mismatch"), "gaps.gap"),
    **dict.fromkeys(
        ("total-cost", "total-income", "total-support", "total-own", "total-funding"), "totals.stated_total"
    ),
    **dict.fromkeys(("rate-exceeded", "rate-exceeded-partner", "rate-rounding"), "rates.ceiling"),
    "self-financing-unknown": "gaps.need",
    "net-positive": "gaps.surplus",
    "category-total": "totals.category",
    "rounded-parts": "totals.rounded",
    "years-total": "totals.years",
    "statements-differ": "totals.documents",
    "rate-exceeded-fund": "rates.fund",
    "stated-percent": "rates.stated_percent",
    "rate-above-programme": "rates.above_programme",
    "rate-base": "rates.on_public",
    "realised-rate": "rates.realised",
    "grant-range": "limits.support_limit",
    "grant-menu": "limits.menu",
    "costs-ceiling": "limits.costs_limit",
    "simplified-required": "limits.small_project",
    "lump-limit": "limits.lump",
    "lump-fixed": "limits.lump",
    "support-unused": "limits.room",
    "public-total": "limits.public_limit",
    "self-financing-min": "limits.own_least",
    "self-financing-every-partner": "limits.every_partner",
    "source-required": "limits.required",
    "in-kind": "limits.in_kind",
    "appropriation-short": "items.short",
    "appropriation-basis": "items.readings",
    "appropriation-shared": "across.shared",
    "decision-limit": "items.decision_limit",
    "partner-concentration": "partners.concentration",
    "partner-residual": "partners.left_over",
    "category-cap": "models.category_part",
    "category-floor": "models.category_part",
    "flat-amount": "models.flat",
    "flat-base": "models.flat_base",
    "flat-condition": "models.condition",
    "side-costs": "models.side_costs",
    "unit-cost": "models.priced",
    "category-ineligible": "models.priced",
    "hours-max": "people.hours",
    "overbooked": "people.booked",
    "person-months": "people.line_months",
    "part-time-share": "people.part",
    "double-funding": "people.twice",
    "line-product": "rows.product",
    "vat-suspect": "rows.vat_in_price",
    "vat-ineligible": "rows.vat_in_line",
    "magnitude": "rows.hundredfold",
    "duplicate-line": "rows.alike",
    "stage-order": "stages.order",
    "support-returned": "stages.returned",
    "grant-short": "stages.less_granted",
    "year-rate": "stages.year_rate",
    "waiver-outgrown": "stages.accepted",
    "change-total": "stages.versions",
    "change-transfer": "stages.transfer",
}
"""The check, and the file and function of its proof."""


def proof_of(check: str) -> Proof | None:
    """The proof of a check; None of one whose finding has nothing to work out."""
    module, _, name = PROOFS.get(check, "").partition(".")
    made: Proof | None = getattr(import_module(f"budjettitui.proof.{module}"), name) if name else None
    return made
