"""The findings as a list, beside the page and over it: which of them are shown, and each in a few words."""

from budjettitui.findings import NOT_YET, Finding, Path, Place, Unjudged
from budjettitui.report.sentences import Sentences
from budjettitui.tui.present import found
from budjettitui.tui.present.sorting import sifted
from budjettitui.tui.present.values import money, rate
from budjettitui.tui.view import View
from budjettitui.values import frozen
from budjettitui.words import Words

FILTERS = ("all", "error", "warning", "info", "accepted", "here")
"""What may be shown, in the order in which `F` goes through them: all, by severity, accepted ones, those of a place."""


@frozen
class Listed:
    """One line of the list: the finding, and whether it follows from the one above."""

    finding: Finding
    follows: bool = False

    @property
    def sign(self) -> str:
        """The name of its sign."""
        if self.finding.waived is not None:
            return "accepted"
        return "follows" if self.follows else self.finding.severity.word


def sorted_list(view: View, said: Sentences) -> list[Listed] | Unjudged:
    """What is listed, by a column of the list; what follows from a finding stays below it."""
    groups: list[list[Listed]] = []
    every = listed(view)
    if every is NOT_YET:
        return NOT_YET
    for one in every:
        if one.follows and groups:
            groups[-1].append(one)
        else:
            groups.append([one])

    def value(group: list[Listed], column: str) -> object:
        finding = group[0].finding
        texts = {"where": where(said, finding.place), "what": what(said, finding)}
        if column in texts:
            return texts[column].casefold()
        return int(finding.severity) if column == "severity" else finding.difference

    ordered = sifted(groups, view.sifts.get("findings"), lambda _: "", value)
    return [one for group in ordered for one in group]


def listed(view: View) -> list[Listed] | Unjudged:
    """What the filter lets through: roots with what follows from them, then what somebody accepted."""
    if view.state.findings is NOT_YET:
        return NOT_YET
    standing = [Listed(finding, follows) for finding, follows in found.with_consequences(view.state)]
    taken = [Listed(finding) for finding in found.accepted(view.state)]
    if view.shown == "accepted":
        return taken
    if view.shown == "here":
        return [one for one in (*standing, *taken) if found.is_of(view.state, view.at, one.finding)]
    if view.shown == "all":
        return [*standing, *taken]
    return _of_severity(standing, view.shown)


def _of_severity(standing: list[Listed], word: str) -> list[Listed]:
    """Roots of a severity, each with what follows from it."""
    kept, keeps = [], False
    for one in standing:
        keeps = keeps if one.follows else one.finding.severity.word == word
        if keeps:
            kept.append(one)
    return kept


def filter_names(view: View) -> list[tuple[str, str]]:
    """Each filter with what it is called; that of a place has the name of the row."""
    return [(name, view.words.say(f"screen.found.{name}")) for name in FILTERS]


def following(present: str, at: Path | None) -> str:
    """The next filter; that of a place only where the cursor stood on one."""
    names = [name for name in FILTERS if name != "here" or at is not None]
    return names[(names.index(present) + 1) % len(names)] if present in names else names[0]


def where(said: Sentences, place: Place) -> str:
    """What a place is called in a narrow column: a partner by its id, all else by its name."""
    return said.words.show(place.name) if place.table == "partner" and place.name else said.who(place)


def what(said: Sentences, finding: Finding) -> str:
    """What is wrong, in the few words that the check is called by."""
    return said.title(finding.check)


def gap(words: Words, finding: Finding) -> str:
    """By how much it differs, with its sign; nothing where there is no figure."""
    if finding.difference is None:
        return ""
    return rate(words, finding.difference) if finding.percent else money(words, finding.difference)
