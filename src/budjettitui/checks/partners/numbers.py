"""Check digits of business ids and bank accounts."""

import re
from collections.abc import Iterator

from budjettitui.checks import WARNING, Found, row_check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD
from budjettitui.checks.finland import in_finland, maybe_in_finland
from budjettitui.model import Partner, Row, place_of

_BUSINESS_ID = re.compile(r"(?:FI[ -]?)?([0-9]{6,7})-?([0-9])", re.IGNORECASE)


@row_check(
    "business-id",
    WARNING,
    "partner",
    good=HEAD
    + """
[[partner]]
id = "town"
business_id = "0201256-6"
""",
    bad=HEAD
    + """
[[partner]]
id = "town"
business_id = "0201256-7"
""",
)
def business_id(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """The check digit of a Finnish business id does not hold: a digit is wrong, or two have changed places.

    An application with it would be refused, or decided to somebody else. It is looked at where the partner's country
    is Finland or not said; without a country, only what looks like a Finnish id.

    Rule: the Business Information System of Finland (YTJ), modulus 11 of the seven digits.
    """
    if not isinstance(row, Partner) or not row.business_id or not row.business_id.strip():
        return
    if not maybe_in_finland(row):
        return
    found = _BUSINESS_ID.fullmatch(row.business_id.strip())
    if (found is not None and not _holds(found[1].zfill(7) + found[2])) or (found is None and in_finland(row)):
        yield _wrong(table, index, row, "business_id", row.business_id)


def _holds(digits: str) -> bool:
    from stdnum.fi import ytunnus

    return bool(ytunnus.is_valid(digits))


@row_check(
    "iban",
    WARNING,
    "partner",
    good=HEAD
    + """
[[partner]]
id = "town"
iban = "FI06 8000 1200 0626 37"
""",
    bad=HEAD
    + """
[[partner]]
id = "town"
iban = "FI06 8000 1200 0626 38"
""",
)
def iban(case: Case, table: str, index: int, row: Row) -> Iterator[Found]:
    """The check digits of a bank account number do not hold.

    The support would be paid nowhere, or to somebody else. An account that begins with no country's letters is not
    an IBAN, and does not hold either.

    Rule: ISO 13616 (IBAN), ISO 7064 modulus 97-10.
    """
    if isinstance(row, Partner) and row.iban and row.iban.strip() and not _is_iban(row.iban):
        yield _wrong(table, index, row, "iban", row.iban)


def _is_iban(number: str) -> bool:
    from stdnum import iban as account

    return bool(account.is_valid(number, check_country=False))


def _wrong(table: str, index: int, row: Partner, key: str, number: str) -> Found:
    return Found(place_of(table, index, row).at(key), (table, index, key), {"id": number}, partner=row.id)
