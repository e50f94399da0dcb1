"""What people head the categories of a cost with in their own tables, in three languages, besides what funders call them."""

from collections.abc import Collection, Iterator

ALSO: tuple[tuple[tuple[str, ...], frozenset[str]], ...] = (
    (("personnel", "staff"), frozenset((
        "palkat", "palkka", "palkkakulut", "palkkakustannukset", "palkkamenot", "henkilöstö", "henkilöstökulut",
        "henkilöstömenot", "työvoimakulut", "lön", "löner", "lönekostnader", "lönekostnad",
        "löneutgifter", "personal", "personalkostnader", "personalutgifter", "salary", "salaries", "salary costs", "wages",
        "staff", "staff costs", "personnel costs"))),
    (("services", "external"), frozenset((
        "palvelut", "ostopalvelut", "ostetut palvelut", "palveluhankinnat", "palveluiden ostot", "palvelujen ostot",
        "palveluostot", "ulkopuoliset palvelut", "asiantuntijapalvelut", "tjänster", "köpta tjänster", "inköpta tjänster",
        "tjänsteköp", "köptjänster", "köp av tjänster", "externa tjänster", "sakkunnigtjänster", "services",
        "purchased services", "bought services", "external services", "outsourced services"))),
    (("travel",), frozenset((
        "matkat", "matkakulut", "matkakustannukset", "matkamenot", "matkustus", "resor", "resekostnader", "reseutgifter",
        "travel", "travel costs", "travel expenses"))),
    (("equipment",), frozenset((
        "laitteet", "laitekulut", "laitekustannukset", "laitehankinnat", "koneet ja laitteet", "kalusto", "utrustning",
        "utrustningskostnader", "maskiner och utrustning", "equipment", "equipment costs", "machinery and equipment"))),
    (("premises", "rents"), frozenset((
        "tilat", "tilakulut", "tilakustannukset", "toimitilat", "toimitilakulut", "vuokra", "vuokrat", "vuokrakulut",
        "lokaler", "lokalkostnader", "hyra", "hyror", "hyreskostnader", "premises", "rent", "rents"))),
    (("materials",), frozenset((
        "tarvikkeet", "materiaalit", "materiaalikulut", "aineet ja tarvikkeet", "material", "materialkostnader", "materials",
        "supplies"))),
    (("overhead", "indirect", "office"), frozenset((
        "yleiskulut", "yleiskustannukset", "välilliset kustannukset", "hallintokulut", "toimistokulut",
        "allmänna kostnader", "indirekta kostnader", "kontorskostnader", "overheads", "overhead costs", "indirect costs",
        "office costs"))),
    (("other",), frozenset((
        "muu", "muut", "muut kulut", "muut kustannukset", "muut menot", "övrigt", "övriga", "övriga kostnader",
        "andra kostnader", "other costs", "other expenses"))),
)  # fmt: skip
"""Words in plain small letters, and the categories that they may mean: a set of rules has one of those at most in use."""


def meant(wanted: str, categories: Collection[str]) -> str | None:
    """The one of some categories that a plain word means in anybody's table; None where it is not one."""
    found = tuple(_found(wanted, categories))
    return found[0] if len(found) == 1 else None


def _found(wanted: str, categories: Collection[str]) -> Iterator[str]:
    for names, words in ALSO:
        if wanted in words:
            yield from (name for name in names if name in categories)
