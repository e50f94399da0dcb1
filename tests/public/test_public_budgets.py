"""What is said of each public budget, to the letter (docs/public-budgets.md), and of each with one figure broken."""

from datetime import date
from pathlib import Path

from budjettitui.session import Session

HERE = Path(__file__).parent
TODAY = date(2026, 11, 24)
FILES = sorted(HERE.glob("*.toml"))

VERDICTS = """
"""

BROKEN = [
    # file, what is written, what is written instead, the roots that are errors
    ("cepi", "support = 346_432.70", "support = 346_423.70", ["total-support project"]),
    ("cepi", "amount = 61_135.19", "amount = 61_153.19", ["overfunded partner.vetmed"]),
    ("kustavi", "amount = 9_541", "amount = 9_451", ["self-financing-missing project"]),
    ("kustavi", "amount = 17_719", "amount = 17_991", ["overfunded project", "rate-exceeded project"]),
    ("kerassieppi", "amount = 58_000.00", "amount = 56_000.00", ["in-kind funding[3]"]),
    ("talkoot", "amount = 13_000", "amount = 14_000", ["overfunded project", "rate-exceeded project"]),
    ("talkoot", "quantity = 250", "quantity = 205", ["line-product cost[3]"]),
    ("risudden", "amount = 44_697", "amount = 44_679", ["self-financing-missing project"]),
    ("interact", "amount = 45_000_000", "amount = 46_000_000", ["overfunded project", "rate-exceeded project"]),
    ("j11721", "amount = 88_542", "amount = 88_524", ["flat-amount cost[2]"]),
    ("j11721", "amount = 247_916", "amount = 248_916", ["total-support project"]),
    ("horizon-ia", "amount = 45_000", "amount = 52_500", ["flat-base cost[14]"]),
    (
        "horizon-ia",
        "amount = 178_500",
        "amount = 180_500",
        ["overfunded partner.company", "rate-exceeded-partner partner.company"],
    ),
    ("horizon-lump", "amount = 100_000", "amount = 110_000", ["category-total work_package.wp2"]),
    ("erasmus", "amount = 95_000", "amount = 105_000", ["total-support project"]),
    ("aka", "amount = 180_000", "amount = 108_000", ["self-financing-missing project"]),
    ("aka", "amount = 255_000", "amount = 204_000", ["flat-amount cost[3]"]),
    ("amif", 'kind = "own"', 'kind = "in-kind"', ["in-kind funding[2]", "self-financing-missing project"]),
    ("oph", "amount = 47_482", "amount = 47_481", ["self-financing-min project"]),
    ("central-baltic", "amount = 11_760", "amount = 12_760", ["overfunded partner.turku"]),
    ("central-baltic", "end = 2027-08-31", "end = 2027-09-30", ["period project"]),
    (
        "esr-transfer",
        "amount = 75_450",
        "amount = 76_450",
        ["overfunded partner.school", "self-financing-missing partner.club"],
    ),
    ("esr-plus-years", "2026 = 152_475", "2026 = 142_475", ["years-total appropriation[1]"]),
    ("esr-plus-prestudy", "costs = 50_000", "costs = 55_000", ["self-financing-missing project", "lump-fixed project"]),
]


def findings(path: Path) -> list[str]:
    """The roots, as the tables write them."""
    found = Session.open(path, today=TODAY).state.findings
    return [f"{one.severity.word} {one.check} {one.path}" for one in found if one.is_root]
