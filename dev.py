"""Set-up and tests of a fresh clone in one line each, with nothing but Python 3.11 or newer, pip and venv.

    python3 dev.py open budgets/     opens the screen on the five budgets (any arguments of budjettitui may follow)
    python3 dev.py test              runs the whole test suite (any arguments of pytest may follow)
    python3 dev.py reference         writes docs/checks.md and docs/rules.md anew from the code
    python3 dev.py screens           draws the pictures in docs/screens/ anew, and the page that shows them
    python3 dev.py everything        the test suite, and all that looks at the code: what CI runs; with --long also
                                     every key on every page, in odd files and in every dialog, which takes minutes

Everything is installed into `.venv-dev` beside this file, whether a virtual environment is active or not; the Python
of the system is never touched.
"""

import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv-dev"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
PINS = HERE / "constraints.txt"

LINTS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)
"""What looks at the code, besides the tests."""


def main(argv: Sequence[str]) -> int:
    """Runs one of the commands and returns its exit code."""
    command, rest = (argv[0], list(argv[1:])) if argv else ("", [])
    if command == "open":
        return set_up("") or run("budjettitui", *rest)
    if command == "test":
        return set_up("[test]") or test(rest)
    if command == "reference":
        return set_up("") or run("python", "-m", "budjettitui.report.reference", str(HERE / "docs"))
    if command == "screens":
        return set_up("") or run("python", "-m", "budjettitui.tui.pictures", str(HERE / "docs"), str(HERE / "budgets"))
    if command == "everything":
        return set_up("[test]") or first([test(rest), lint()])
    print(__doc__)
    return 0 if command in ("", "-h", "--help") else 2


def test(more: Sequence[str]) -> int:
    """The whole test suite, several tests at a time."""
    workers = str(2 * (os.cpu_count() or 2))  # a test that starts the program waits for it
    return run("pytest", "-n", workers, "--dist", "worksteal", *more, folder=HERE)


def lint() -> int:
    """All lints, also after one has found something."""
    return first([run(*words, folder=HERE) for words in LINTS])


def first(codes: Sequence[int]) -> int:
    """The first exit code that is not 0: everything runs, also after something has found a fault."""
    return next((code for code in codes if code), 0)


def run(program: str, *words: str, folder: Path | None = None) -> int:
    """Runs a program of the environment, in the folder where one is."""
    return subprocess.run([str(BIN / program), *words], cwd=folder, env=environment(), check=False).returncode


def set_up(extra: str) -> int:
    """Makes the environment where it is not there or the project's needs have changed since."""
    stamp = VENV / f"ready{extra.strip('[]')}"
    stamps = {stamp, VENV / "readytest"}
    needs = (HERE / "pyproject.toml").read_bytes() + PINS.read_bytes()
    wanted = hashlib.sha256(needs + sys.version.encode() + str(HERE).encode()).hexdigest()
    if any(one.exists() and one.read_text() == wanted for one in stamps):
        return 0
    print(f"Setting up {VENV.name} (once) ...", file=sys.stderr, flush=True)
    venv.create(VENV, with_pip=True, clear=not any(VENV.glob("ready*")), symlinks=os.name != "nt")
    install = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", f"{HERE}{extra}"]
    code = subprocess.run([*install, "-c", str(PINS)], env=environment(), check=False).returncode
    if code:
        print("The pinned versions are not to be had here; taking those that are.", file=sys.stderr, flush=True)
        code = subprocess.run(install, env=environment(), check=False).returncode
    if code == 0:
        stamp.write_text(wanted)
    return code


def environment() -> dict[str, str]:
    """The environment without what would lead pip or Python out of our folder, or have Python read all sources anew.

    The tests start the program some two hundred times, and each process of theirs rewrites every test it reads: what
    comes of that is kept in `__pycache__`, which git does not see.
    """
    astray = ("PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PYTHONDONTWRITEBYTECODE")
    inherited = {name: value for name, value in os.environ.items() if name not in astray}
    return {**inherited, "PIP_USER": "0", "VIRTUAL_ENV": str(VENV)}


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036  said in a sentence, not by a traceback
        sys.exit("budjettitui needs Python 3.11 or newer; this is " + sys.version.split()[0])
    sys.exit(main(sys.argv[1:]))
