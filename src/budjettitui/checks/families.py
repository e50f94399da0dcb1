"""The families of checks, one file each, in the order in which their findings are explained."""

from budjettitui.checks import (
    appropriation,
    arithmetic,
    cost_models,
    financing,
    grants,
    in_kind,
    lifecycle,
    partners,
    rate,
    review,
    sources,
    statements,
    structure,
    time,
    twice_paid,
    vat_costs,
    years,
)

LOADED = (
    *(
        structure,
        arithmetic,
        statements,
        rate,
        financing,
        sources,
        in_kind,
        twice_paid,
        appropriation,
        partners,
        cost_models,
    ),
    *(time, years, vat_costs, lifecycle, grants, review),
)
