"""The families of checks, one file each, in the order in which their findings are explained."""

from budjettitui.checks import (
    appropriation,
    arithmetic,
    changes,
    files,
    financing,
    lifecycle,
    partners,
    rate,
    review,
    statements,
    structure,
    time,
)

LOADED = (structure, arithmetic, statements, rate, financing, appropriation, files, changes, partners, time, lifecycle, review)
