"""The families of checks, one file each, in the order in which their findings are explained."""

from budjettitui.checks import (
    appropriation,
    arithmetic,
    financing,
    lifecycle,
    partners,
    rate,
    review,
    statements,
    structure,
    time,
)

LOADED = (structure, arithmetic, statements, rate, financing, appropriation, partners, time, lifecycle, review)
