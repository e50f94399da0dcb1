"""What a report is made of: one judged file, and all of a run."""

from collections.abc import Iterator

from budjettitui.findings import Cause, Finding, Severity
from budjettitui.model import Budget
from budjettitui.values import field, frozen


@frozen
class JudgedFile:
    """One file as it was named, with its findings in order; `text` is what was read of it."""

    name: str
    findings: tuple[Finding, ...]
    budget: Budget = field(default_factory=Budget)
    text: str = ""
    rules: str = "generic"

    @property
    def standing(self) -> Iterator[Finding]:
        """The findings that nobody has accepted."""
        return (finding for finding in self.findings if finding.waived is None)

    def count(self, severity: Severity) -> int:
        """Standing roots of one severity."""
        return sum(finding.severity is severity and finding.is_root for finding in self.standing)

    @property
    def waived(self) -> int:
        """Accepted roots."""
        return sum(finding.waived is not None and finding.is_root for finding in self.findings)


@frozen
class Run:
    """All files of one `check`, and how many TOML files were passed over as no budgets."""

    files: tuple[JudgedFile, ...]
    skipped: int = 0

    def count(self, severity: Severity) -> int:
        """Standing roots of one severity in all files."""
        return sum(judged.count(severity) for judged in self.files)

    @property
    def waived(self) -> int:
        """Accepted roots in all files."""
        return sum(judged.waived for judged in self.files)

    def reaches(self, severity: Severity) -> bool:
        """True where a standing finding is of that severity or graver: what `--fail-on` asks."""
        return any(finding.severity <= severity for judged in self.files for finding in judged.standing)


def folded(judged: JudgedFile) -> list[tuple[Finding, list[Finding]]]:
    """Standing roots in order, each with what follows from it; a consequence without its root stands for itself."""
    groups: dict[Cause, list[Finding]] = {}
    found: list[tuple[Finding, list[Finding]]] = []
    for finding in judged.standing:
        if finding.cause is None:
            found.append((finding, groups.setdefault(Cause(finding.check, finding.path), [])))
    for finding in judged.standing:
        if finding.cause is None:
            continue
        if finding.cause in groups:
            groups[finding.cause].append(finding)
        else:
            found.append((finding, []))
    return found
