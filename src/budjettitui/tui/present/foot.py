"""The balance at the foot of every page, and the bar of the support rate."""

from decimal import Decimal

from budjettitui.balance import Balance, balance, per_mille
from budjettitui.document.left_out import lines_left_out
from budjettitui.money import ZERO
from budjettitui.state import State
from budjettitui.tui.present.values import marks, money, rate, short_rate
from budjettitui.tui.view import View
from budjettitui.tui.widgets.balance import BalanceRow, BalanceText, Bar, Figure
from budjettitui.words import Words


def foot(view: View) -> BalanceText:
    """Heads, what stands now, what would stand, and a sentence where that is not known."""
    words = view.words
    heads = tuple(words.say(f"screen.foot.{name}") for name in ("costs", "funding", "missing", "support", "rate"))
    label = "read" if not view.state.document.editable else "now"
    now = row(view.state, words, words.say(f"screen.foot.{label}"))
    if_so = None
    if view.preview is not None:
        if_so = row(view.preview, words, view.preview_label)
    note = view.note
    if not note and not view.state.document.editable:
        left = len(lines_left_out(view.state.document))
        note = (
            words.say("screen.foot.left-out", count=left) if view.state.case.rest else words.say("screen.foot.broken")
        )
    if not note and nothing_known(view.state):
        note = words.say("screen.foot.empty")
    elif not note and now.bar is None and view.state.budget.project.stage != "cancelled":
        note = _not_known(view.state, words)
    return BalanceText(heads, now, if_so, note, words.say("screen.head.rate"))


def _not_known(state: State, words: Words) -> str:
    """What has to be known before there is a rate: figures of the project, and whose costs nobody has told."""
    figures, sheet = state.figures, state.figures.project
    who = [words.show(name) for name, one in figures.partners.items() if one.costs.value is None]
    of = ", ".join(who[:2]) + (" …" if len(who) > 2 else "")
    unknown = [words.label("figure", "costs") + (f" ({of})" if who else "")] if sheet.costs.value is None else []
    unknown += [words.label("figure", "support")] if sheet.support.value is None else []
    return words.say("screen.foot.not-known", what=", ".join(unknown)) if unknown else ""


def nothing_known(state: State) -> bool:
    """True where neither costs nor funding nor support is known, of the project or of any partner."""
    sheets = (state.figures.project, *state.figures.partners.values())
    return all(one.costs.value is None and one.funding is None and one.support.value is None for one in sheets)


def row(state: State, words: Words, label: str) -> BalanceRow:
    """One row of the balance."""
    one = balance(state)
    sign = "" if one.meets is None else "ok" if one.meets else "error"
    missing = money(words, one.missing)
    if state.budget.project.stage == "cancelled" and sign == "error":
        sign = ""
    return BalanceRow(
        label,
        Figure(money(words, one.costs.value), marks(one.costs)),
        Figure(money(words, one.funding)),
        Figure(missing),
        Figure(money(words, one.support.value), marks(one.support)),
        Figure(_rate(words, one), "", rate(words, one.rate) if one.rate is not None else ""),
        sign,
        bar(one, words),
    )


def _rate(words: Words, one: Balance) -> str:
    """The rate with its ceiling; where each partner has one of its own, the bar speaks of these and the title names them."""
    ceiling = None if one.ceilings else one.ceiling
    if one.rate is None or one.support.value == ZERO:
        return "" if ceiling is None else words.say("screen.foot.max", rate=short_rate(words, ceiling))
    shown = rate(words, one.rate)
    if ceiling is None:
        return shown
    return f"{shown} {words.say('screen.foot.max', rate=short_rate(words, ceiling))}"


def bar(one: Balance, words: Words) -> Bar | None:
    """The bar of the support rate with its ceiling, and what that leaves; none where no rate is known."""
    if one.rate is None:
        return None
    ceiling = per_mille(one.ceiling) if one.ceiling is not None else None
    return Bar(words.say("screen.foot.support"), per_mille(one.rate), ceiling, _behind(one, one.rate, words))


def _behind(one: Balance, at: Decimal, words: Words) -> str:
    if one.support.value == ZERO:
        return words.say("screen.bar.none")
    if one.ceilings and one.room:
        key = "over-each" if one.room < ZERO else "room-each"
        return words.say(f"screen.bar.{key}", gap=money(words, abs(one.room)))
    if one.ceilings:
        return words.say("screen.bar.at-each" if one.room is not None else "screen.bar.rate", rate=rate(words, at))
    if one.ceiling is None:
        return words.say("screen.bar.no-ceiling")
    if one.room is None:
        return words.say("screen.bar.rate", rate=rate(words, at))
    if one.room == ZERO:
        return words.say("screen.bar.at", rate=rate(words, at))
    if one.room < ZERO:
        return words.say("screen.bar.over", gap=money(words, abs(one.room)), rate=short_rate(words, one.ceiling))
    return words.say("screen.bar.room", gap=money(words, one.room), rate=short_rate(words, one.ceiling))
