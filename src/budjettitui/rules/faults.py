"""What is wrong with a rule set, as values: the program goes on with what could be read."""

from collections.abc import Mapping

from budjettitui.findings import Path
from budjettitui.values import field, frozen


@frozen
class RuleSetFault:
    """One thing wrong in a rule-set file: which check says it, where in the file, and with what figures.

    `file` is the rule set's name as it was given (`./city.toml`); line and column are known where it is no TOML at
    all, else the layer above finds them by the path.
    """

    check: str
    path: Path
    file: str
    values: Mapping[str, object] = field(default_factory=dict)
    wording: str = ""
    at_key: bool = False
    line: int | None = None
    column: int | None = None


class RuleSetFaults(list[RuleSetFault]):
    """The faults of one file, as they are found."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file

    def unknown_key(self, path: Path, known: "tuple[str, ...] | list[str]") -> None:
        """A key that a rule set does not have, with the nearest that it has."""
        near = nearest(str(path[-1]), known)
        values: dict[str, object] = {"key": str(path[-1]), "nearest": near}
        self.append(RuleSetFault("unknown-key", path, self.file, values, "" if near else "none", at_key=True))

    def wrong_type(self, path: Path, wanted: str, words: tuple[str, ...] = ()) -> None:
        """A value that is something else than `wanted`, or none of `words`."""
        values: dict[str, object] = {"wanted": wanted}
        if words:
            values["allowed"] = words
        self.append(RuleSetFault("wrong-type", path, self.file, values, "word" if words else ""))

    def missing_key(self, path: Path, key: str) -> None:
        """A key that must be there and is not."""
        self.append(RuleSetFault("missing-key", path, self.file, {"key": key}))

    def contradicts(self, path: Path, values: Mapping[str, object]) -> None:
        """A least above its most, or an end before its start."""
        self.append(RuleSetFault("wrong-type", path, self.file, values, "order"))

    def same_id(self, path: Path, name: str, other: str) -> None:
        """An id that is another one in another spelling."""
        self.append(
            RuleSetFault("duplicate-id", path, self.file, {"id": name, "first": other}, "spelling", at_key=True)
        )

    def twice(self, path: Path, name: str, first: int) -> None:
        """An id that stands in two rows; the first of them counts from one."""
        self.append(RuleSetFault("duplicate-id", path, self.file, {"id": name, "first": first}))

    def unknown_name(self, check: str, path: Path, name: str, known: "tuple[str, ...] | list[str]") -> None:
        """A category, a cost model or a flat rate that the rule set does not have."""
        self.append(RuleSetFault(check, path, self.file, {"word": name, "nearest": nearest(name, known)}))

    def blank_key(self, path: Path, key: str) -> None:
        """A key that must hold something and is empty."""
        self.append(RuleSetFault("missing-key", (*path, key), self.file, {"key": key}, "blank"))

    def both(self, path: Path, name: str, one: str, other: str) -> None:
        """A category that cannot stand in both of two lists."""
        self.append(RuleSetFault("wrong-type", path, self.file, {"word": name, "one": one, "other": other}, "both"))


def nearest(word: str, known: "tuple[str, ...] | list[str]") -> str | None:
    """The known word that a typing error most likely meant, if any is near."""
    if len(word) > 60:
        return None
    import difflib  # costs 3 ms, and most rule sets have no typing error

    found = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return found[0] if found else None
