"""Nothing in the repository names the machine it was written on, or where its packages came from."""

import subprocess
from pathlib import Path

import pytest

from tests.places import ROOT

HERE = Path(__file__).name

NOT_HERE = ("/work/", "/home/", "/root/", "/opt/", "--index-url", "--find-links", "extra-index", "file:///")


def tracked() -> list[Path]:
    """Text files that belong to the repository; those below the folder where git is not there."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = listed.stdout.split("\0") if listed.returncode == 0 else []
    found = [ROOT / name for name in names if name] or [*ROOT.glob("src/**/*.*"), *ROOT.glob("*.*")]
    return [file for file in found if file.is_file() and "corpus" not in file.parts and file.name != HERE]


def test_no_file_names_the_machine_or_a_registry() -> None:
    found = []
    for file in tracked():
        text = file.read_bytes().decode("utf-8", "replace")
        found += [(str(file.relative_to(ROOT)), word) for word in NOT_HERE if word in text]
    assert found == []


def test_no_module_is_called_utils() -> None:
    assert [file for file in tracked() if file.stem in ("utils", "helpers", "misc", "common")] == []


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "docs/design.md", "docs/file-format.md"]
)
def test_what_a_newcomer_looks_for_is_there(name: str) -> None:
    assert (ROOT / name).stat().st_size > 300
