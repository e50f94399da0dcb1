"""One step of a proof, and the steps that many proofs share: what is compared, how far apart it is, what rounding excuses."""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.case import Case
from budjettitui.findings import Finding, Path, Place
from budjettitui.money import EXACT, ZERO
from budjettitui.rules import Rule
from budjettitui.values import frozen


@frozen
class ProofStep:
    """One figure of a proof. `what` is a key of `words` (`proof.<what>`), `name` what the file calls it.

    `sign`: empty for the first figure, `+`, `-`, `x`, `/`, `=` for what the steps above come to (of two figures that stand
    beside each other: how far apart they are), `~` for that rounded, `<=` for what is allowed.
    """

    what: str
    value: Decimal | None
    sign: str = ""
    name: str = ""
    origin: str = ""
    path: Path | None = None
    file: str = ""
    """The label of another file of the run that the path is of; empty of this one."""
    percent: bool = False
    indent: int = 0
    marks: tuple[str, ...] = ()
    exact: bool = False
    """True of a number that is no amount: a quantity, a price, a rate as written."""
    source: str = ""
    """Where the figure is from, as the file or the rules say it: a decision, a statute."""
    how: str = ""
    """How a row without an amount was worked out, of `factors`: `product` (quantity, price, allocation in per cent), `flat`
    (rate in per cent, base), `years`."""
    factors: tuple[Decimal, ...] = ()

    @property
    def is_amount(self) -> bool:
        """True of money; of a quantity, a price, months or a rate not."""
        return not (self.exact or self.percent)


def limit(
    case: Case,
    what: str,
    rule: Rule,
    sign: str = "",
    value: Decimal | None = None,
    *,
    percent: bool = False,
    exact: bool = False,
    name: str = "",
) -> ProofStep:
    """A number that a rule sets: with the line of the call or the partner, else with the rule set and its source."""
    path = rule_path(case, rule, name)
    found = value if value is not None else rule.value if isinstance(rule.value, Decimal) else None
    named = "" if path is not None and path[0] == "partner" else name
    where = "" if path is not None else ": ".join(text for text in (case.terms.rules.id, rule.source) if text)
    return ProofStep(what, found, sign, named, path=path, percent=percent, exact=exact or percent, source=where)


def rule_path(case: Case, rule: Rule, name: str = "") -> Path | None:
    """Where in the file a rule stands, where the call or the partner of that id sets it."""
    head, *rest = rule.key.split(".")
    if head == "call":
        return ("call", *rest)
    if head == "partner":
        rows = enumerate(case.budget.partners)
        found: list[Path] = [("partner", index, *rest) for index, one in rows if name in ("", one.id)]
        return found[0] if found else None
    return None


def comes_to(what: str, exact: Decimal, told: Decimal | None) -> ProofStep:
    """What the steps above come to; where the finding tells it to the currency's decimals, that."""
    return ProofStep(what, exact, "=") if told is None or exact == told else ProofStep(what, told, "~")


def apart(finding: Finding, tolerance: Decimal | None = None, what: str = "") -> Iterator[ProofStep]:
    """How far apart the two figures are that stand above, and what of it rounding excuses."""
    if finding.difference is None:
        return
    over = finding.difference > ZERO
    said = what or ("over" if over else "short")
    yield ProofStep(said, abs(finding.difference), "=", percent=finding.percent)
    if tolerance is not None:
        yield ProofStep("allowed", tolerance, "<=")


def of_difference(
    one: Decimal | None, other: Decimal | None, what: str, *, percent: bool = False
) -> Iterator[ProofStep]:
    """The same of two figures that the finding itself does not compare."""
    if one is not None and other is not None:
        yield ProofStep(what, abs(EXACT.subtract(one, other)), "=", percent=percent)


def compared(finding: Finding) -> Iterator[ProofStep]:
    """The figures that a finding compares, where nothing leads to them."""
    if finding.expected is None:
        if finding.actual is not None:
            yield ProofStep("amount", finding.actual, percent=finding.percent, path=finding.anchor)
        return
    yield ProofStep("expected", finding.expected, percent=finding.percent)
    yield ProofStep("actual", finding.actual, percent=finding.percent, path=finding.anchor)
    yield from apart(finding, what="difference")


def named(case: Case, place: Place) -> str:
    """What a partner is called."""
    return case.label(place) if place.table == "partner" else ""
