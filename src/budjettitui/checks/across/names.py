"""Who is surely the same in two files: a person by the name, an organisation by its business id or its name.

What stands under `person` is often no name but a job, or a place to be filled. Within one file it tells lines apart well
enough; in two files it would make one person of two.
"""

import re

from budjettitui.checks.alike import as_seen
from budjettitui.checks.persons import name_key
from budjettitui.model import Partner
from budjettitui.values import frozen

_WORD = re.compile(r"[^\W\d_]+|\d+")

_JOBS = re.compile(
    r".*(päällikkö|koordinaattori|asiantuntija|suunnittelija|tutkija|työntekijä|sihteeri|johtaja|assistentti|avustaja"
    r"|harjoittelija|opettaja|kouluttaja|ohjaaja|kehittäjä|insinööri|apulainen|tohtori|vetäjä|hoitaja|neuvoja"
    r"|ledare|koordinator|samordnare|sakkunnig|forskare|sekreterare|chef|assistent|lärare|handledare|planerare"
    r"|utvecklare|ingenjör|praktikant|arbetare|rådgivare|anställd"
    r"|manager|coordinator|officer|expert|specialist|researcher|assistant|director|worker|planner|teacher|trainer"
    r"|engineer|developer|designer|advis[eo]r|professor|scientist|trainee|staff|postdoc|leader|secretary)"
)
"""Words, and ends of words, that name a job."""

_PLACES_TO_FILL = frozenset(
    (
        *("avoin", "henkilö", "henkilöstö", "nimi", "palkattava", "rekrytoitava", "uusi"),
        *("anställs", "namn", "ny", "person", "personal", "rekryteras", "vakant"),
        *("name", "new", "open", "recruited", "tba", "tbc", "tbd", "team", "unknown", "vacancy", "vacant", "xxx"),
    )
)
"""Words of a place that nobody has yet."""

_COUNTED = frozenset(("henkilö", "person", "hlö"))
"""Words that a sign for a person begins with, where a number or a letter follows."""

SHORTEST = 3
"""Letters that a name has at least: initials are of many."""


def somebody(person: str) -> bool | None:
    """True of a text that names a person; False of a job or a place to be filled.

    None of initials and of signs with a number (`p1`, `Henkilö 3`): they are the same person where people are called by
    them throughout, and another where each file counts its own.
    """
    words = _WORD.findall(name_key(person))
    counted = any(word.isdigit() or len(word) == 1 for word in words)
    if not words or set(words) == {"n"} or any(_JOBS.fullmatch(word) for word in words):
        return False
    if any(word in _PLACES_TO_FILL and not (counted and word in _COUNTED) for word in words):
        return False
    coded = sum(len(word) for word in words) < SHORTEST or any(word.isdigit() for word in words)
    return None if coded or not _COUNTED.isdisjoint(words) else True


@frozen
class Body:
    """An organisation, as it may be known again in another file; ids of partners are a file's own."""

    business_id: str = ""
    name: str = ""


def body(partner: Partner | None) -> Body:
    """What an organisation is known by; nothing where the file does not say who it is."""
    if partner is None:
        return Body()
    number = "".join(as_seen(partner.business_id or "").split())
    return Body(number, " ".join(as_seen(partner.name or "").split()))


def same_body(one: Body, other: Body) -> bool | None:
    """Whether two are the same, by business id where both have one, else by name; None where it is not known."""
    if one.business_id and other.business_id:
        return one.business_id == other.business_id
    if one.name and other.name:
        return one.name == other.name
    return None
