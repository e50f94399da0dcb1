"""What the columns of a pasted table of funding are: by their heads in three languages, else by what stands in them."""

from collections.abc import Mapping, Sequence

from budjettitui.pasting.columns import Columns, Table, contents, mostly, once_each
from budjettitui.pasting.funding_words import FundingWords
from budjettitui.pasting.names import plain
from budjettitui.pasting.numbers import is_number
from budjettitui.pasting.year_columns import YEAR, bare_head, year_key
from budjettitui.spreading import columns_of as years_of
from budjettitui.typed import NotYet, NumberStyle, read_number
from budjettitui.words import LANGUAGES, Words

WHO = "who"
"""A partner of whom the head does not say whether it pays or gets: of support it gets, of other money it pays."""

HEADS: Mapping[str, tuple[str, ...]] = {
    "kind": ("kind", "kind of funding", "type", "type of funding", "laji", "rahoituslaji", "rahoituksen laji", "rahoitusmuoto",
             "rahoitustyyppi", "tyyppi", "slag", "finansieringsslag", "finansieringens slag", "finansieringsform",
             "finansieringstyp", "typ"),
    "description": ("description", "item", "name", "note", "kuvaus", "selite", "nimi", "nimike", "erittely", "lisätieto",
                    "beskrivning", "benämning", "namn", "anteckning"),
    "payer": ("payer", "paid by", "financier", "funder", "maksaja", "rahoittaja", "betalare", "finansiär"),
    "recipient": ("recipient", "paid to", "saaja", "vastaanottaja", "tuen saaja", "mottagare", "stödmottagare"),
    WHO: ("partner", "organisation", "organization", "osatoteuttaja", "toteuttaja", "kumppani", "partneri", "osapuoli",
          "organisaatio", "delgenomförare", "genomförare", "part"),
    "budget_item": ("budget item", "appropriation", "määräraha", "talousarviokohta", "budjettikohta", "momentti", "anslag",
                    "budgetpost", "moment"),
    "confirmed": ("confirmed", "certainty", "vahvistettu", "vahvistus", "varmuus", "bekräftad", "bekräftat", "säkerhet"),
    "fund": ("fund", "rahasto", "fond"),
    "amount": ("amount", "total", "eur", "€", "sum", "summa", "määrä", "yhteensä", "euroa", "belopp", "totalt", "sammanlagt"),
    "applied": ("applied", "applied for", "haettu", "ansökt"),
    "granted": ("granted", "myönnetty", "beviljat"),
    "realised": ("realised", "realized", "toteutunut", "toteuma", "utfall"),
}  # fmt: skip
"""The key of a row of funding by what a head may call it; besides, what the page calls it."""

BY_CONTENT = ("source", "source of funding", "funding", "financing", "rahoituslähde", "rahoitus", "lähde", "finansieringskälla",
              "finansiering", "källa")  # fmt: skip
"""Heads of a column that has kinds in one table and payers in another."""


def funding_columns(known: FundingWords, table: Table, style: NumberStyle) -> Columns:
    """What each column is."""
    names = {name: key for key, called in _heads().items() for name in called}
    first = table[0] if table else []
    heads = [_head(known, names, cell) for cell in first]
    numbers = any(is_number(cell, style) and not key for cell, key in zip(first, heads, strict=True))
    values = contents(table)
    if numbers or sum(map(bool, heads)) < 2:
        return Columns(_by_contents(known, values, style), headed=False)
    keys = [*once_each(heads), *[""] * (len(values) - len(heads))]
    called = [at < len(first) and first[at] != "" for at in range(len(values))]
    below = [column[1:] if called[at] else column for at, column in enumerate(values)]
    for at, key in enumerate(keys):
        if key == "source" or (not key and not called[at]):
            meant = _kind(known, below[at], style)
            meant = {"text": "description", "number": "amount"}.get(meant, meant)
            keys[at] = meant if meant not in keys else ""
    return Columns(tuple(keys), headed=True)


def _heads() -> Mapping[str, tuple[str, ...]]:
    """The heads with those that the page has in each language."""
    pages = {
        key: tuple(plain(words.say(f"screen.head.{key}")) for words in map(Words, LANGUAGES))
        for key in HEADS
        if Words("en").has(f"screen.head.{key}")
    }
    return {**{key: (*called, *pages.get(key, ())) for key, called in HEADS.items()}, "source": BY_CONTENT}


def _head(known: FundingWords, names: Mapping[str, str], cell: str) -> str:
    text = bare_head(known.state.budget, cell)
    if text in names:
        return names[text]
    bare = text.removesuffix("€").removesuffix("eur").strip()
    return year_key(known.state.budget, bare) or names.get(bare, "")


def _by_contents(known: FundingWords, values: Sequence[Sequence[str]], style: NumberStyle) -> tuple[str, ...]:
    keys = [_kind(known, column, style) for column in values]
    numbers = [at for at, key in enumerate(keys) if key == "number"]
    for at, key in zip(numbers, _numbers(known, len(numbers)), strict=True):
        keys[at] = key
    who = [at for at, key in enumerate(keys) if key == WHO]
    for at, key in zip(who, ("payer", "recipient") if len(who) > 1 else (WHO,), strict=False):
        keys[at] = key
    texts = [at for at, key in enumerate(keys) if key == "text"]
    longest = max(texts, key=lambda at: sum(map(len, values[at])), default=None)
    for at in texts:
        keys[at] = "description" if at == longest else ""
    return once_each(keys)


def _numbers(known: FundingWords, count: int) -> list[str]:
    """The last column of numbers is the amount; as many as there are years are these, one more is their sum."""
    years = [YEAR + column.name for column in years_of(known.state.budget)]
    if count > 1 and count == len(years):
        return years
    if count > 1 and count == len(years) + 1:
        return [*years, "amount"]
    return [*[""] * (count - 1), "amount"] if count else []


def _kind(known: FundingWords, column: Sequence[str], style: NumberStyle) -> str:
    if not column:
        return ""
    if mostly(column, lambda cell: cell.endswith("%")):
        return ""
    if mostly(column, lambda cell: not isinstance(read_number(cell, style, decimals=None), NotYet)):
        return "number"
    for key, meaning in (("kind", known.kind), (WHO, known.partner), ("confirmed", known.certainty)):
        if mostly(column, meaning):
            says_more = key == "kind" and mostly(column, lambda cell: plain(cell) not in known.kinds)
            return "text" if says_more else key  # texts that begin with a kind and go on are what the rows are called
    return "text"
