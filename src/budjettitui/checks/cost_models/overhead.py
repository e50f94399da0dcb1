"""Calculated overhead where only real costs count."""

import re
from collections.abc import Iterator

from budjettitui.checks import ERROR, Found, row_check
from budjettitui.checks.case import Case
from budjettitui.checks.cost_models.books import any_model
from budjettitui.checks.examples import HEAD
from budjettitui.checks.ruled import source, unverified
from budjettitui.figures.worths import model_of
from budjettitui.model import Cost, Row, place_of

FAMILY = "cost-models"

CATEGORIES = frozenset({"flat-rate", "overhead", "indirect"})
"""What the rule sets call their categories of reckoned costs."""

_OVERHEAD = re.compile(
    r"yleiskustannu|yleiskulu|välilli|hallintokul|overhead|indirect|allmänna (kostnader|omkostnader)|indirekta",
    re.IGNORECASE,
)
_RECKONED = re.compile(
    r"\d ?%|laskennalli|prosenttimäär|procentuell|kalkyler|schablon|calculated|flat[ -]?rate|lump", re.IGNORECASE
)


def _line(description: str) -> str:
    return f'\n[[cost]]\ncategory = "other"\ndescription = "{description}"\namount = 3_000\n'


_OPH = HEAD + 'rules = "fi-oph"\ncost_model = "actual"\n'


def _is_forbidden(case: Case) -> bool:
    return any_model(case) and case.terms.rules.word("overhead.calculated") == "forbidden"


@row_check(
    "flat-forbidden",
    ERROR,
    "cost",
    good=_OPH + _line("Toimistotarvikkeet"),
    bad=_OPH + _line("Overhead 15 %"),
    asks=_is_forbidden,
)
def flat_forbidden(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """A line is overhead reckoned by a percentage, and this funder pays real costs alone.

    It is known by its category, or by a description that names overhead and says that it is reckoned. Overhead that
    does not say so may be real and is let be.

    Rule: overhead.calculated of the rule set (OPH's guide to applicants).
    """
    rule = case.terms.rules.rule("overhead.calculated")
    worth = case.figures.worths[table, index].value
    if not isinstance(row, Cost) or row.in_kind or rule is None or rule.value != "forbidden" or not worth:
        return
    said = row.description or ""
    reckoned = row.category in CATEGORIES or bool(_OVERHEAD.search(said) and _RECKONED.search(said))
    if reckoned and model_of(case.budget, row) is not None:
        yield Found(
            place_of(table, index, row),
            (table, index),
            partner=row.partner,
            actual=worth,
            unverified=unverified(rule),
            source=source(rule),
        )
