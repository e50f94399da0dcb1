"""Who pays whom, and what part of the whole each partner has, as small tables for wide windows."""

from budjettitui.figures.payers import FUNDER, payments
from budjettitui.money import ZERO, part_of
from budjettitui.tui.present.names import key_name
from budjettitui.tui.present.values import met, money, rate
from budjettitui.tui.view import View
from budjettitui.tui.widgets.cells import cells
from budjettitui.tui.widgets.small_table import SmallRow

MOST_PARTNERS = 4
"""Partners that have a column each beside the panel."""


def who_pays_whom(view: View) -> tuple[SmallRow, ...]:
    """Each payer with what it pays to whom, and below what each of them needs; nothing where that is not known."""
    words, figures = view.words, view.seen.figures
    paid = payments(view.seen.budget, figures) if len(figures.partners) <= MOST_PARTNERS else ()
    if not paid:
        return ()
    heads = [words.say("screen.pays.to", who=who) for who in figures.partners]
    rows = [SmallRow(words.say("screen.pays.title"), (*heads, words.say("screen.pays.together")))]
    for one in paid:
        name = (
            one.payer
            if one.named
            else words.say("screen.funder" if one.payer == FUNDER else f"screen.kind.{one.payer}")
        )
        amounts = tuple(money(words, value) if value != ZERO else "" for value in one.amounts)
        rows.append(SmallRow(name, (*amounts, money(words, one.together))))
    return (*rows, *_below(view))


def _below(view: View) -> list[SmallRow]:
    """What all pay together, what is needed, what is missing."""
    words, figures = view.words, view.seen.figures
    sheets = (*figures.partners.values(), figures.project)
    miss = [one.missing for one in sheets]
    missing = tuple(f"{met(view.seen, one)} {money(words, one)}".lstrip() for one in miss)
    return [
        SmallRow(words.say("screen.pays.together"), tuple(money(words, one.funding) for one in sheets), "strong"),
        SmallRow(words.say("screen.pays.needed"), tuple(money(words, one.net_costs) for one in sheets)),
        SmallRow(words.say("screen.head.missing"), missing),
    ]


def of_the_whole(view: View, *, described: bool) -> tuple[SmallRow, ...]:
    """The part of each partner in the costs, the support and all funding of the project; and what each partner is,
    where that is wanted."""
    words, figures = view.words, view.seen.figures
    if not figures.several:
        return ()
    whole = figures.project
    heads = (
        *(words.say(f"screen.head.{name}") for name in ("costs", "support", "own")),
        words.say("screen.pays.funding"),
    )
    said = _said_of_partners(view) if described else {}
    rows = [SmallRow(words.say("screen.pays.whole"), (*heads, *said.get("", ())))]
    for who, one in figures.partners.items():
        pairs = ((one.costs.value, whole.costs.value), (one.support.value, whole.support.value),
                 (one.own.value, whole.own.value), (one.funding, whole.funding))  # fmt: skip
        parts = [part_of(value, of) for value, of in pairs]
        shown = ("?" if part is None else rate(words, part) for part in parts)
        rows.append(SmallRow(who, (*shown, *said.get(who, ()))))
    return tuple(rows)


def _said_of_partners(view: View) -> dict[str, tuple[str, ...]]:
    """What each partner is, its role and its business id, by its id, with their heads at ``""``; each column as wide as
    its longest word."""
    words = view.words
    found = {"": [key_name(words, key) for key in ("kind", "role", "business_id")]}
    for one in view.seen.budget.partners:
        kind, role = words.label("partner_kind", one.kind or ""), words.label("role", one.role or "")
        texts = (one.kind and kind, one.role and role, one.business_id and words.show(one.business_id))
        found[one.id or ""] = [text or words.say("screen.pays.not-given") for text in texts]
    wide = [max(map(cells, column)) for column in zip(*found.values(), strict=True)]
    return {
        who: tuple(text + " " * (most - cells(text)) for text, most in zip(texts, wide, strict=True))
        for who, texts in found.items()
    }
