"""Whether a partner is in Finland, whose business ids and VAT rates are known here."""

from budjettitui.model import Partner

_NAMES = frozenset({"fi", "fin", "finland", "suomi"})


def in_finland(partner: Partner) -> bool:
    """True of a partner of Finland."""
    return (partner.country or "").strip().casefold() in _NAMES


def maybe_in_finland(partner: Partner) -> bool:
    """True of a partner of Finland, and of one whose country is not said."""
    return in_finland(partner) or (not (partner.country or "").strip() and "country" not in partner.unread)
