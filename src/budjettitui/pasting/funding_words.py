"""What the words of a pasted table of funding name: the kind, who pays and gets, and how sure it is, in three languages."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from re import split

from budjettitui.model import FUNDING_KINDS
from budjettitui.pasting.names import plain
from budjettitui.state import State
from budjettitui.values import frozen
from budjettitui.words import LANGUAGES, Words

ALSO: Mapping[str, tuple[str, ...]] = {
    "support": ("grant", "subsidy", "support applied for", "eu", "eu funding", "eu contribution", "avustus", "haettava tuki",
                "haettu tuki", "haettava avustus", "tuki yhteensä", "eu-tuki", "valtionavustus", "bidrag", "understöd",
                "sökt stöd", "stöd som söks", "eu-stöd", "statsunderstöd"),
    "own": ("own", "own contribution", "self-financing", "self financing", "oma rahoitus", "oma", "omarahoitusosuus",
            "omavastuu", "egenfinansiering", "egen insats", "egen", "egenandel", "självfinansiering"),
    "municipal": ("municipal", "municipality", "municipalities", "kunta", "kunnat", "kuntaraha", "kuntien rahoitus",
                  "kuntarahoitusosuus", "kunnan rahoitus", "kommun", "kommuner", "kommunal", "kommunal medfinansiering"),
    "other-public": ("other public", "public", "public funding", "state", "muu julkinen", "julkinen", "julkinen rahoitus",
                     "valtio", "annan offentlig", "offentlig", "offentlig finansiering", "stat"),
    "private": ("private", "yksityinen", "yksityisrahoitus", "privat"),
    "in-kind": ("in kind", "in-kind", "in-kind work", "voluntary work", "luontoissuoritukset", "vastikkeeton työ",
                "vastikkeeton rahoitus", "talkootyö", "talkoot", "naturainsats", "in natura", "vederlagsfritt arbete",
                "talkoarbete"),
    "income": ("revenue", "tulo", "tuotot", "inkomst", "intäkter"),
    "other": ("other", "muu", "övrig", "annan finansiering"),
}  # fmt: skip
"""More words for each kind than the screen has for it."""

SURE: Mapping[str, tuple[str, ...]] = {
    "true": ("confirmed", "certain", "sure", "vahvistettu", "varma", "bekräftad", "säker"),
    "false": (
        "not confirmed",
        "unconfirmed",
        "open",
        "vahvistamatta",
        "ei vahvistettu",
        "avoin",
        "obekräftad",
        "öppen",
    ),
    "conditional": ("conditional", "ehdollisesti", "villkorat", "villkorlig"),
}
"""More words for how sure the money is."""

ALL_OF_IT = frozenset(("funding", "all funding", "financing", "costs", "total funding", "rahoitus", "koko rahoitus",
                       "hankkeen rahoitus", "rahoitus kaikki", "kustannukset", "finansiering", "hela finansieringen",
                       "projektets finansiering", "kostnader"))  # fmt: skip
"""What a total of a table of funding may be the total of."""


@frozen
class FundingWords:
    """What a table of funding is read against: the budget, the names of the kinds and of certainty, what stands already."""

    state: State
    kinds: Mapping[str, str]
    sure: Mapping[str, str]
    standing: frozenset[tuple[str, str, Decimal | None]]

    def kind(self, text: str) -> str | None:
        """The kind that a text is: its word, a name of it, or a text that begins with one and goes on."""
        wanted = plain(text).rstrip(":").rstrip()
        if wanted in self.kinds:
            return self.kinds[wanted]
        return next((self.kinds[part] for part in _pieces(wanted) if part in self.kinds), None)

    def partner(self, text: str) -> str | None:
        """The partner that a text is, or names between its commas and brackets, by id or name."""
        names = {plain(name): one.id for one in self.state.budget.partners if one.id for name in (one.id, one.label)}
        wanted = plain(text)
        return names.get(wanted) or next((names[part] for part in _pieces(wanted) if part in names), None)

    def certainty(self, text: str) -> str | None:
        """How sure the money is: `true`, `false`, `conditional`; None of a text that says nothing of it."""
        return self.sure.get(plain(text))

    def stands(self, kind: str, called: str, amount: Decimal | None) -> bool:
        """True where the budget has such a row."""
        return (kind, plain(called), amount) in self.standing


def funding_words(state: State) -> FundingWords:
    """What is known of a budget."""
    standing = frozenset(
        (row.kind or "", plain(name), state.figures.worths["funding", index].value)
        for index, row in enumerate(state.budget.funding)
        for name in {row.description or "", row.payer or "" if not row.description else row.description}
    )
    return FundingWords(state, dict(_kinds(state)), dict(_sure()), standing)


def _kinds(state: State) -> Iterator[tuple[str, str]]:
    """Every name with its kind; where two have one, it is the first one's."""
    found: dict[str, str] = {}
    for kind in FUNDING_KINDS:
        heading = state.terms.rules.funding.get(kind)
        names = [kind, *(heading.labels.values() if heading is not None else ())]
        for words in map(Words, LANGUAGES):
            names += [words.label("funding", kind), words.label("the-funding", kind)]
        for name in (*names, *ALSO[kind]):
            found.setdefault(plain(name), kind)
    yield from found.items()


def _sure() -> Iterator[tuple[str, str]]:
    for word, names in SURE.items():
        yield from ((plain(words.say(f"screen.word.{word}")), word) for words in map(Words, LANGUAGES))
        yield from ((name, word) for name in names)


def _pieces(text: str) -> list[str]:
    """The parts of a text between its commas, dashes and brackets."""
    return [part.strip() for part in split(r"[,;:()/]| [–—-] ", text) if part.strip()]
