"""What the columns of pasted cost lines are: by their heads in three languages, else by what stands in them."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from budjettitui.model import Budget
from budjettitui.pasting.columns import Columns, Table, contents, mostly, once_each
from budjettitui.pasting.names import Known, category_of, partner_of
from budjettitui.pasting.numbers import is_number
from budjettitui.pasting.totals import total_of
from budjettitui.pasting.year_columns import YEAR, bare_head, year_key
from budjettitui.typed import QUANTITY_WORDS, NotYet, NumberStyle, read_number

HEADS: Mapping[str, tuple[str, ...]] = {
    "category": ("category", "cost category", "heading", "kululaji", "kustannuslaji", "laji", "luokka", "kategoria",
                 "kostnadsslag", "slag"),
    "description": ("description", "item", "name", "kuvaus", "selite", "nimike", "erittely", "beskrivning", "benämning"),
    "partner": ("partner", "osatoteuttaja", "kumppani", "toteuttaja", "partneri", "osapuoli", "delgenomförare",
                "part"),
    "quantity": ("quantity", "qty", "number", "units", "määrä", "kpl", "lkm", "antal", "mängd"),
    "unit": ("unit", "yksikkö", "yks", "yks.", "enhet"),
    "unit_price": ("price", "unit price", "unit cost", "hinta", "yksikköhinta", "a-hinta", "à-hinta", "à pris", "à-pris",
                   "pris"),
    "how": ("how", "miten", "hur"),
    "allocation": ("share", "share %", "%", "allocation", "osuus", "osuus %", "työaika %", "andel", "andel %"),
    "amount": ("amount", "cost", "costs", "total", "eur", "€", "summa", "yhteensä", "kustannus", "määrä €", "kustannukset",
               "belopp", "totalt", "kostnad"),
    "person": ("person", "henkilö", "anställd"),
    "work_package": ("work package", "wp", "työpaketti", "arbetspaket"),
    "vat_rate": ("vat %", "vat rate", "alv %", "alv-%", "alv-kanta", "moms %", "momssats"),
    "applied": ("applied", "applied for", "haettu", "ansökt"),
    "granted": ("granted", "myönnetty", "beviljat"),
    "realised": ("realised", "realized", "toteutunut", "toteuma", "utfall"),
    "in_kind": ("in kind", "in-kind", "luontoissuoritus", "naturainsats"),
}  # fmt: skip
"""The key of a cost line by what a head may call it."""

LOOKED_AT = 2000
"""Lines by which a column without a head is told."""

MOST_WORDS = 6
"""A cell of more words is a sentence and no category."""

LEAST_LETTERS = 3
"""A cell of fewer letters is a sign or a number of a row."""


def cost_columns(known: Known, table: Table, style: NumberStyle, *, guess: bool = True) -> Columns:
    """What each column is. Without a head, words that no category has may be one by their form, if one may `guess`."""
    first = table[0] if table else []
    head = [_head(known.state.budget, cell) for cell in first]
    numbers = any(is_number(cell, style) and not key.startswith(YEAR) for cell, key in zip(first, head, strict=True))
    if sum(bool(key) and not key.startswith(YEAR) for key in head) >= 2 and not numbers:
        once = [key if key not in head[:at] and not _worked_out(head, at) else "" for at, key in enumerate(head)]
        width = max(map(len, table))
        return Columns((*once, *[""] * (width - len(once))), headed=True)
    return _by_contents(known, contents(table, LOOKED_AT), style, guess=guess)


def _worked_out(head: Sequence[str], at: int) -> bool:
    """True of a share that stands behind the amount: of the whole costs, as the page has it, and not of a month's pay."""
    return head[at] == "allocation" and "amount" in head[:at]


def _head(budget: Budget, cell: str) -> str:
    head = bare_head(budget, cell)
    return next((key for key, names in HEADS.items() if head in names), "") or year_key(budget, head)


def _by_contents(known: Known, values: Sequence[Sequence[str]], style: NumberStyle, *, guess: bool) -> Columns:
    keys = [_kind(known, column, style) for column in values]
    numbers = [at for at, key in enumerate(keys) if key == "number"]
    for at, key in zip(numbers, _number_keys(len(numbers)), strict=True):
        keys[at] = key
    texts = [at for at, key in enumerate(keys) if key == "text"]
    own = {at: [cell for cell in values[at] if total_of(cell) is None] for at in texts}
    guess = guess and "category" not in keys
    longest = max(texts, key=lambda at: _new_words(own[at]) if guess else sum(map(len, own[at])), default=None)
    guessed = next((at for at in texts if guess and at != longest and _may_be(own, at, longest)), None)
    for at in texts:
        keys[at] = "description" if at == longest else "category" if at == guessed else ""
    return Columns(once_each(keys), headed=False, guessed=None if guessed is None else guessed + 1)


def _new_words(column: Sequence[str]) -> Fraction:
    """How much a column tells: more the more lines have something in it, and much less the more they have the same."""
    different = set(column)
    return Fraction(sum(map(len, different)) * len(different) ** 2, len(column) or 1)


def _may_be(own: Mapping[int, Sequence[str]], at: int, longest: int | None) -> bool:
    """True of words that may be categories beside descriptions: to the left of them, few, and repeated, shorter or
    standing only before the first of several.
    """
    words = own[at]
    if longest is None or at > longest or not words:
        return False
    few = sum(len(cell.split()) <= MOST_WORDS and sum(map(str.isalpha, cell)) >= LEAST_LETTERS for cell in words)
    shorter = sum(map(len, words)) * len(own[longest]) < sum(map(len, own[longest])) * len(words)
    return 2 * few > len(words) and (len(set(words)) < len(words) or len(words) < len(own[longest]) or shorter)


def _number_keys(count: int) -> tuple[str, ...]:
    """Number columns from the left: the last is the amount, before it quantity and price."""
    return {0: (), 1: ("amount",), 2: ("quantity", "amount"), 3: ("quantity", "unit_price", "amount")}.get(
        count, ("quantity", "unit_price", *[""] * (count - 3), "amount")
    )


def _kind(known: Known, column: Sequence[str], style: NumberStyle) -> str:
    if not column:
        return ""
    if mostly(column, lambda cell: cell.endswith("%")):
        return "allocation"
    if mostly(column, lambda cell: cell.casefold() in QUANTITY_WORDS):
        return "unit"
    if mostly(column, lambda cell: not isinstance(read_number(cell, style, decimals=None), NotYet)):
        return "number"
    if mostly(column, lambda cell: category_of(known, cell) is not None):
        return "category"
    if mostly(column, lambda cell: partner_of(known, cell) is not None):
        return "partner"
    return "text"
