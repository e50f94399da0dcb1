"""Names of checks that are fixed and not built yet: a waiver may name one, and is then unused but not wrong."""

NAMES = frozenset(
    """
    income-as-own self-financing-every-partner in-kind public-as-private other-eu-money unconfirmed source-required
    double-funding appropriation-shared
    flat-amount flat-base flat-overlap flat-forbidden flat-combination model-kind lump-limit lump-fixed
    simplified-required side-costs hours-max overbooked person-months category-cap category-floor category-ineligible
    flat-condition unit-cost part-time-share
    year-rate vat-basis vat-ineligible
    change-total change-transfer grant-short audit-cost
    """.split()
)
