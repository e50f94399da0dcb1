"""The families of checks, one file each, in the order in which their findings are explained."""

from budjettitui.checks import (
    appropriation,
    arithmetic,
    financing,
    lifecycle,
    partners,
    rate,
    review,
    structure,
    time,
)

LOADED = (structure, arithmetic, rate, financing, appropriation, partners, time, lifecycle, review)
