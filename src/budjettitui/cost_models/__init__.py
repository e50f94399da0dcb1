"""The same lines under each cost model that a rule set has: what they cost, what falls away, what support they get.

Each trial is one change that rewrites the file: the model's name, flat-rate lines in with their amounts, lines out that
the rate pays, the support at its rate, and stated totals that agreed before.
"""

from collections.abc import Iterator
from decimal import Decimal

from budjettitui.checks.mends.cost_lines import CannotBe
from budjettitui.checks.mends.writing import set_amount
from budjettitui.document import EditRefused, respell, spell
from budjettitui.edits import Change, Edit, Insert, Remove, Set
from budjettitui.figures.worths import Worth, flat_amount
from budjettitui.findings import Finding
from budjettitui.goals.answers import Preview
from budjettitui.goals.seats import Seat, known
from budjettitui.model import Cost
from budjettitui.money import EXACT, ZERO, percent_of, rounded, total, total_if_known
from budjettitui.rules import CostModel, FlatRate, RuleSet
from budjettitui.rules.terms import Terms
from budjettitui.state import State
from budjettitui.values import frozen


@frozen
class ChangedLine:
    """A cost line that falls away or comes in; `index` counts from 0 in the file as it is, None for a new line."""

    index: int | None
    description: str
    category: str
    partner: str | None
    amount: Decimal | None


@frozen
class ModelTrial:
    """A budget under one cost model. `own` is what others than the support must bring: net costs less support.

    `state` is None where the change could not be made, `open` false of a model that is not for this kind of project.
    """

    model: str
    change: Change
    state: State | None
    out: tuple[ChangedLine, ...]
    into: tuple[ChangedLine, ...]
    costs: Decimal | None
    support: Decimal | None
    own: Decimal | None
    new_errors: tuple[Finding, ...]
    chosen: bool
    open: bool
    terms: Terms
    rates: tuple[FlatRate, ...] = ()
    """The flat rate of each line that comes in."""
    support_rate: Decimal | None = None
    """The rate that the support keeps to; None where it stays what it is."""

    @property
    def falls_away(self) -> Decimal | None:
        """The sum of the lines that fall away."""
        return total_if_known(line.amount for line in self.out)


def trials(state: State, preview: Preview, rules: RuleSet | None = None, lang: str = "fi") -> tuple[ModelTrial, ...]:
    """The budget under every cost model of its rule set, or of another (`rules`), in that set's order.

    New lines are described in `lang`, the language that the file is written in.
    """
    return tuple(
        _Trying(state, preview, rules, model, lang).trial()
        for model in (rules or state.terms.rules).cost_models.values()
    )


class _Trying:
    """One model tried on one budget."""

    def __init__(self, state: State, preview: Preview, rules: RuleSet | None, model: CostModel, lang: str) -> None:
        self.state = state
        self.preview = preview
        self.rules = rules
        self.model = model
        self.lang = lang
        self.terms = Terms(rules or state.terms.rules, state.budget.call, state.budget.project)
        self.rates = self.terms.flat_rates(model)
        self.out: list[int] = []
        self.into: list[tuple[ChangedLine, tuple[tuple[str, str], ...]]] = []
        self.used: list[FlatRate] = []
        self.support_rate: Decimal | None = None

    def trial(self) -> ModelTrial:
        """The change, made in two passes: the lines, then support and totals on what they come to."""
        first = Change("step.cost-model", tuple(self._lines()), {"model": self.model.id})
        change, after = first, self._tried(first)
        if after is not None:
            change = Change(first.name, (*first.edits, *self._money(after)), first.values)
            after = self._tried(change)
        before = {(one.check, one.path) for one in self.state.errors()}
        news = tuple(one for one in after.errors() if (one.check, one.path) not in before) if after else ()
        sheet = after.figures.project if after else None
        kinds = self.model.project_kinds
        return ModelTrial(
            self.model.id,
            change,
            after,
            tuple(self._line(index) for index in self.out),
            tuple(line for line, _ in self.into),
            sheet.costs.value if sheet else None,
            sheet.support.value if sheet else None,
            sheet.need if sheet else None,
            news,
            self.rules is None and self.model.id == self.state.budget.project.cost_model,
            not kinds or self.state.budget.project.kind in (None, *kinds),
            self.terms,
            tuple(self.used),
            self.support_rate,
        )

    def _tried(self, change: Change) -> State | None:
        try:
            return self.preview(change)
        except EditRefused:
            return None

    # the lines ------------------------------------------------------------------------------------------------------
    def _lines(self) -> Iterator[Edit]:
        """The model's name; then lines out, last first; then lines in at the end."""
        if self.rules is not None:
            yield Set(("project", "rules"), spell(self.rules.id))
        yield Set(("project", "cost_model"), spell(self.model.id))
        for index, partner in enumerate(self.state.budget.partners):
            if partner.cost_model is not None:
                yield Remove(("partner", index, "cost_model"))
        fixed = self.model.rules.get("lump.fixed")
        if fixed is not None and isinstance(fixed.value, tuple):
            self._fixed([value for value in fixed.value if isinstance(value, Decimal)])
        else:
            self._rated()
        for index in reversed(self.out):
            yield Remove(("cost", index))
        at = len(self.state.budget.costs) - len(self.out)
        for number, (_, items) in enumerate(self.into):
            yield Insert("cost", at + number, items)

    def _fixed(self, sums: list[Decimal]) -> None:
        """A fixed sum in place of all lines: the largest that the costs reach, else the smallest."""
        costs = self.state.figures.project.costs.value or ZERO
        amount = max((one for one in sums if one <= costs), default=min(sums))
        self.out = [index for index, row in enumerate(self.state.budget.costs) if not row.in_kind]
        names = list(self.terms.rules.categories) or ["lump-sum"]
        self._in("other" if "other" in names else names[0], None, amount)

    def _rated(self) -> None:
        """Lines out that a rate covers, and flat-rate lines of another model; a line in for each rate and partner."""
        covered = {name for rate in self.rates for name in rate.covers}
        old = self._flat_categories()
        for index, row in enumerate(self.state.budget.costs):
            if not row.in_kind and row.category in covered | old:
                self.out.append(index)
        left = [row for index, row in enumerate(self.state.budget.costs) if index not in set(self.out)]
        for rate in self.rates:
            for partner in dict.fromkeys(row.partner for row in left if row.category in rate.base and not row.in_kind):
                self._in(rate.category, partner, self._flat(rate, partner))
                self.used.append(rate)

    def _flat_categories(self) -> set[str]:
        """The categories of flat-rate lines: those of the model now and then, and those that are never more than that.

        A category that some rate is taken of (`staff` of `flat-40`) has real costs, though another model has a rate for it.
        """
        sets = (self.state.terms.rules, self.terms.rules)
        rates = [rate for rules in sets for model in rules.cost_models.values() for rate in model.flat_rates]
        real = {name for rate in rates for name in rate.base}
        now = {rate.category for rate in self.state.terms.flat_rates(self.state.budget.project.cost_model)}
        return {rate.category for rate in rates} - real | now | {rate.category for rate in self.rates}

    def _flat(self, rate: FlatRate, partner: str | None) -> Decimal | None:
        row = Cost(category=rate.category, partner=partner)
        gone = {("cost", index): Worth(ZERO, "written") for index in self.out}
        return flat_amount(self.state.budget, self.terms, row, rate, {**self.state.figures.worths, **gone})

    def _in(self, category: str, partner: str | None, amount: Decimal | None) -> None:
        label = self.terms.rules.categories.get(category)
        labels = label.labels if label is not None else self.model.labels
        description = labels.get(self.lang) or next(iter(labels.values()), self.model.id)
        items = [("category", spell(category))]
        items += [("partner", spell(partner))] if partner is not None else []
        items += [("description", spell(description))]
        items += [("amount", respell("1_000", amount))] if amount is not None else []
        self.into.append((ChangedLine(None, description, category, partner, amount), tuple(items)))

    def _line(self, index: int) -> ChangedLine:
        row = self.state.budget.costs[index]
        worth = self.state.figures.worths["cost", index].value
        return ChangedLine(index, row.description or row.id or "", row.category or "", row.partner, worth)

    # support and totals ---------------------------------------------------------------------------------------------
    def _money(self, after: State) -> Iterator[Edit]:
        """The support at its rate on the new costs, and the stated totals that agreed before."""
        support = self._support(after)
        if support is not None:
            yield from self._support_moved(after, *support)
        now, then = self.state.figures.project, after.figures.project
        values = {"costs": (now.costs.value, then.costs.value), "net_costs": (now.net_costs, then.net_costs)}
        if support is not None:
            values["support"] = (now.support.value, support[1])
            if then.funding is not None:
                values["funding"] = (now.funding, total([then.funding, support[1], -support[0]]))
        for stated in after.budget.stated:
            for key, (was, to) in values.items():
                figure = getattr(stated, key)
                agreed = stated.of == "project" and figure is not None and figure.judged is not None
                if agreed and figure.judged.value == was and to is not None and to != was:
                    edit = set_amount(after.document, (*stated.anchor, key), to)
                    if edit is not None:
                        yield edit

    def _support(self, after: State) -> tuple[Decimal, Decimal] | None:
        """The support that the budget has, and what it is at its rate, no higher than the ceiling."""
        sheet = after.figures.project
        try:
            rate = Seat(self.state, None, ()).rate()
            base, old = known(sheet.rate_base), known(sheet.support.value)
        except CannotBe:
            return None
        ceiling = after.terms.support.ceiling()
        most = ceiling.value if ceiling is not None and isinstance(ceiling.value, Decimal) else rate
        if self.state.figures.several or base <= ZERO:
            return None
        unit = after.terms.unit or Decimal(1).scaleb(-after.budget.decimals)
        self.support_rate = min(rate, most)
        exact = percent_of(self.support_rate, base)
        amount = rounded(exact, unit, after.terms.rounding("support"))
        return old, rounded(exact, unit, "down") if amount > exact and rate >= most else amount

    def _support_moved(self, after: State, old: Decimal, new: Decimal) -> Iterator[Edit]:
        """The largest support line takes the difference."""
        worths = after.figures.worths
        rows = [index for index, row in enumerate(after.budget.funding) if row.kind == "support"]
        if old == new or not rows:
            return
        index = max(rows, key=lambda one: worths["funding", one].value or ZERO)
        value = worths["funding", index].value
        edit = (
            set_amount(after.document, ("funding", index, "amount"), EXACT.add(value, EXACT.subtract(new, old)))
            if value is not None
            else None
        )
        if edit is not None:
            yield edit
