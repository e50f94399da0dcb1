"""Which checks have mends or a detective to look at them: known without loading either, since most runs need none."""

MENDABLE = frozenset(
    {
        "amount-format",
        "category-total",
        "flat-amount",
        "flat-base",
        "line-product",
        "overfunded",
        "rate-exceeded",
        "rate-exceeded-partner",
        "rounded-parts",
        "self-financing-missing",
        "stated-percent",
        "toml-syntax",
        "total-cost",
        "total-funding",
        "total-income",
        "total-own",
        "total-support",
        "unknown-key",
        "unknown-reference",
        "vat-suspect",
        "waiver-unused",
        "years-total",
    }
)
"""The checks that `fixes.MENDS` has mends for."""

TOTALS = ("total-cost", "total-income", "total-support", "total-own", "category-total")
GAPS = ("self-financing-missing", "overfunded", "total-mismatch")
SUSPECTED = frozenset({"line-product", *TOTALS, *GAPS})
"""The checks whose difference the detective looks into."""

HELPED = MENDABLE | SUSPECTED
