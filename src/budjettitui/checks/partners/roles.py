"""What the partners are to each other: who leads, and whether they reckon alike."""

from collections.abc import Iterator

from budjettitui.checks import ERROR, WARNING, Found, check
from budjettitui.checks.case import Case
from budjettitui.checks.examples import HEAD, PAIR
from budjettitui.checks.ruled import source, unverified
from budjettitui.findings import Path, Place


@check(
    "lead-partner",
    WARNING,
    "project",
    good=PAIR
    + """role = "partner"
""",
    bad=HEAD
    + """
[[partner]]
id = "town"
role = "partner"

[[partner]]
id = "village"
role = "partner"
""",
)
def lead_partner(case: Case) -> Iterator[Found]:
    """There are two or more partners, and not exactly one of them leads.

    The lead applies, answers for the project towards the funder and passes the support on. In a budget that shows a
    part of a larger project, the rest of it (role others) counts as its lead where no one else does.

    Rule: this program's own; programmes of several partners ask for a lead.
    """
    partners = case.budget.partners
    if len(partners) < 2 or "partner" in case.budget.unread or any("role" in partner.unread for partner in partners):
        return
    leads = [index for index, partner in enumerate(partners) if partner.role == "lead"]
    leads = leads or [index for index, partner in enumerate(partners) if partner.role == "others"]
    if len(leads) != 1:
        anchor: Path = ("partner", leads[1], "role") if leads else ("partner", 0)
        yield Found(Place("project"), anchor, {"count": len(leads), "partners": len(partners)}, "" if leads else "none")


@check(
    "cost-model-mixed",
    WARNING,
    "project",
    good=HEAD
    + """rules = "fi-esr-2014"
cost_model = "flat-17"

[[partner]]
id = "town"
role = "lead"

[[partner]]
id = "village"
""",
    bad=HEAD
    + """rules = "fi-esr-2014"
cost_model = "flat-17"

[[partner]]
id = "town"
role = "lead"

[[partner]]
id = "village"
cost_model = "flat-24"
""",
)
def cost_model_mixed(case: Case) -> Iterator[Found]:
    """Partners have different cost models, where the rules want one for the whole project.

    One decision covers the project, and with it one way of paying for what is not paid by its bills. Nothing is said
    where the rules do not ask, nor of a partner whose cost model is not known.

    Rule: partners.same_cost_model of the rule set.
    """
    rule = case.terms.rules.rule("partners.same_cost_model")
    models: dict[str, int] = {}
    for index, partner in enumerate(case.budget.partners):
        model = partner.cost_model or case.budget.project.cost_model
        if model is not None and not partner.unread & {"cost_model"}:
            models.setdefault(model, index)
    if rule is None or len(models) < 2:
        return
    other = list(models.values())[1]
    own = case.budget.partners[other].cost_model is not None
    yield Found(
        Place("project"),
        ("partner", other, "cost_model") if own else ("project", "cost_model"),
        {"models": tuple(models)},
        severity=ERROR if rule.value == "error" else WARNING,
        unverified=unverified(rule),
        source=source(rule),
    )
