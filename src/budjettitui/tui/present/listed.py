"""The findings as a list, beside the page and over it: which of them are shown, and each in a few words."""

from budjettitui.findings import NOT_YET, Cause, Finding, Path, Place, Unjudged
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
    hidden: int = 0
    """How many that follow from it are folded away."""

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
        return [one for one in (*standing, *taken) if found.is_here(view, one.finding)]
    if view.shown == "all":
        return [*_folded(standing, view.turned), *taken]
    return _folded(_of_severity(standing, view.shown), view.turned)


FEW = 3
"""Consequences of one finding that are seen without being asked for; more of them would hide the next finding."""


def _folded(standing: list[Listed], turned: frozenset[Cause]) -> list[Listed]:
    """Without the consequences that are folded away; their root says how many they are."""
    groups: list[list[Listed]] = []
    for one in standing:
        if one.follows and groups:
            groups[-1].append(one)
        else:
            groups.append([one])
    shown: list[Listed] = []
    for root, *below in groups:
        folds = (len(below) > FEW) != (cause_of(root.finding) in turned)
        shown += [Listed(root.finding, root.follows, len(below))] if folds and below else [root, *below]
    return shown


def cause_of(finding: Finding) -> Cause:
    """The root that a finding is folded with: itself, or what it follows from."""
    return finding.cause or Cause(finding.check, finding.path)


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


def with_folded(said: Sentences, one: Listed) -> str:
    """The same with how many are folded away below it."""
    called = where(said, one.finding.place)
    return f"{called} (+{one.hidden})" if one.hidden else called


def what(said: Sentences, finding: Finding) -> str:
    """What is wrong, in the few words that the check is called by."""
    return said.title(finding.check)


def gap(words: Words, finding: Finding) -> str:
    """By how much it differs, with its sign; nothing where there is no figure."""
    if finding.difference is None:
        return ""
    return rate(words, finding.difference) if finding.percent else money(words, finding.difference)
