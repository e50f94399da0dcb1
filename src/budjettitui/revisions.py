"""A version of a budget: a file, or `REV:path` as git keeps it.

A revision is asked for only where no file has that name. Git is started with a fixed list of arguments and no shell;
it reads one object and can neither fetch, ask, page nor convert. What a revision may be called begins with no dash.
"""

import hashlib
import os
import re
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

from budjettitui import store
from budjettitui.document import Document
from budjettitui.session import Session
from budjettitui.store.reading import LARGEST
from budjettitui.values import frozen

SHORT = 7
"""Signs of the name of a commit that people write."""

PATIENCE = 20
"""Seconds that git may take."""

_QUIET = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_PAGER": "cat"}


class NoSuchVersion(Exception):
    """A version that cannot be had; `reason` is a key for `words`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def version(name: str, today: date) -> Session:
    """The session of a version. Raises `store.Unreadable` and `NoSuchVersion`."""
    split = revision(name)
    if split is None:
        return Session.open(Path(name), today=today, label=name)
    folder, data = _of_git(*split)
    return Session(Document.from_bytes(data), today=today, label=name, folder=folder)


def version_of(file: Path, name: str, today: date) -> Session:
    """Another version of one file: a file named from its folder on, or what a git revision had at its place.

    Raises `store.Unreadable` and `NoSuchVersion`.
    """
    beside = file.parent / Path(name).expanduser()
    if os.path.lexists(beside):
        return Session.open(beside, today=today, label=name)
    return version(name if ":" in name else f"{name}:{file}", today)


def revision(name: str) -> tuple[str, str] | None:
    """Revision and path of a name that is no file's; None of any other name. Raises `NoSuchVersion`."""
    rev, colon, path = name.partition(":")
    if os.path.lexists(name) or not colon or not path:
        return None
    if not rev or rev.startswith("-") or "\0" in name:
        raise NoSuchVersion("no-revision")
    return rev, path


@frozen
class Commit:
    """Who made a revision, on which day (of universal time), the first line of what was said of it, its name in short."""

    by: str
    day: date
    says: str
    name: str = ""


_AUTHOR = re.compile(r"^author (.*) <[^>\n]*> (\d{1,11}) [+-]\d{4}$", re.MULTILINE)


def commit_of(file: Path, name: str) -> Commit | None:
    """The commit of a version of a file that git keeps; None of a file, and where git does not say."""
    if os.path.lexists(file.parent / Path(name).expanduser()):
        return None
    try:
        split = revision(name if ":" in name else f"{name}:{file}")
        data = _object(file.parent, "commit", f"{split[0]}^{{commit}}") if split else b""
    except (NoSuchVersion, store.Unreadable):
        return None
    head, _, message = data.decode(errors="replace").partition("\n\n")
    author = _AUTHOR.search(head)
    if author is None:
        return None
    day = datetime.fromtimestamp(int(author[2]), UTC).date()
    return Commit(author[1], day, message.partition("\n")[0], _name(data)[:SHORT])


def _name(commit: bytes) -> str:
    """The name that git gives an object by what is in it: as long as that of the tree in its first line."""
    make = (
        hashlib.sha256
        if len(commit.partition(b"\n")[0]) > len("tree ") + hashlib.sha1().digest_size * 2
        else hashlib.sha1
    )
    return make(b"commit %d\0" % len(commit) + commit).hexdigest()


def _of_git(rev: str, path: str) -> tuple[Path, bytes]:
    """The bytes of a file in a revision, and the folder it belongs to."""
    folder = Path(path).parent
    if not folder.is_dir():
        folder, inner = Path(), path
    else:
        inner = Path(path).name
    return folder.resolve(), _object(folder, "blob", f"{rev}:./{inner}")


def _object(folder: Path, kind: str, name: str) -> bytes:
    """One object of the repository that a folder is in."""
    command = ["git", "-C", str(folder), "cat-file", kind, name]
    try:
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_QUIET},
        ) as ran:
            return _output(ran)
    except OSError as error:
        raise NoSuchVersion("no-git") from error


def _output(ran: "subprocess.Popen[bytes]") -> bytes:
    assert ran.stdout is not None
    data = ran.stdout.read(LARGEST + 1)
    if len(data) > LARGEST:
        ran.kill()
        raise store.Unreadable("too-large")
    try:
        code = ran.wait(PATIENCE)
    except subprocess.TimeoutExpired as error:
        ran.kill()
        raise NoSuchVersion("no-git") from error
    if code:
        raise NoSuchVersion("no-revision")
    return data
