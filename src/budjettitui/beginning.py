"""A new budget with its first answers: the commented file of `new`, with call, partners and lines written into it."""

from datetime import date

from budjettitui.document import Document, spell
from budjettitui.edits import Edit, Insert, Set
from budjettitui.report.starting import starting_file
from budjettitui.rules import RuleSet
from budjettitui.typed import FINNISH, NumberStyle, Sure, read_number
from budjettitui.values import frozen
from budjettitui.words import Words


class Unclear(Exception):
    """An answer that cannot be taken; `field` says which."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


@frozen
class Answers:
    """What a person was asked, as she typed it. `partners` are names parted by commas, the first leads."""

    name: str = ""
    ceiling: str = ""
    partners: str = ""
    lines: tuple[str, ...] = ()


def begun(
    file: str, rules: RuleSet, answers: Answers, words: Words, today: date, style: NumberStyle = FINNISH
) -> bytes:
    """The text of the new file. Raises `Unclear`."""
    document = Document.from_text(starting_file(file, rules, words, today))
    edits: list[Edit] = []
    if answers.name.strip():
        edits.append(Set(("project", "name"), spell(answers.name.strip())))
    if answers.ceiling.strip():
        edits.append(Set(("call", "support_rate_max"), _number(answers.ceiling.removesuffix("%"), style, "ceiling")))
    names = [name.strip() for name in answers.partners.split(",") if name.strip()]
    for number, name in enumerate(names):
        role = "lead" if number == 0 else "partner"
        edits.append(
            Insert("partner", number, (("id", spell(_id(name, number))), ("name", spell(name)), ("role", spell(role))))
        )
    category = next(iter(rules.categories), "personnel")
    for number, line in enumerate(line for line in answers.lines if line.strip()):
        edits.append(Insert("cost", number, _cost(line, category, names, style)))
    return document.apply(edits).document.to_bytes() if edits else document.to_bytes()


def _cost(line: str, category: str, partners: list[str], style: NumberStyle) -> tuple[tuple[str, str], ...]:
    """A line as one writes it: what it is, and behind it the amount."""
    what, amount = line.strip(), ""
    parts = what.split()
    for at in range(1, len(parts)):
        if isinstance(read_number(" ".join(parts[at:]), style, decimals=2), Sure):
            what, amount = " ".join(parts[:at]), _number(" ".join(parts[at:]), style, "lines")
            break
    found = [("category", spell(category)), ("description", spell(what))]
    if partners:
        found.insert(0, ("partner", spell(_id(partners[0], 0))))
    return (*found, ("amount", amount)) if amount else tuple(found)


def _number(text: str, style: NumberStyle, field: str) -> str:
    reading = read_number(text.strip(), style, decimals=2)
    if not isinstance(reading, Sure) or (field == "ceiling" and not 0 < reading.value <= 100):
        raise Unclear(field)
    return spell(reading.value)


def _id(name: str, number: int) -> str:
    plain = "".join(sign for sign in name.split()[0].lower() if sign.isascii() and sign.isalnum())
    return plain or f"partner-{number + 1}"
