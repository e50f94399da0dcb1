"""Reading a budget's file: regular files only, known again by a hash of their bytes. Saving is next door."""

import errno
import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

from budjettitui.values import frozen

LARGEST = 64 * 1024 * 1024
"""Bytes; a larger file is not read."""

SECOND = 10**9
"""Nanoseconds."""

_CHUNK = 1 << 20
_READ_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_REASONS = {
    errno.ENOENT: "not-found",
    errno.ENOTDIR: "not-found",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EISDIR: "folder",
    errno.EEXIST: "exists",
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EROFS: "read-only",
    errno.ENAMETOOLONG: "name-too-long",
    errno.ELOOP: "link-loop",
}


@frozen
class Stored:
    """A file as it was read or saved: its bytes, their SHA-256, and where it really is once links are followed.

    `links` counts its names. After a save, `parted` is true where other names of the file kept the old text, and
    `settled` is false where the folder could not be flushed, so that a power failure may still bring the old text back.
    """

    path: Path
    data: bytes
    digest: str
    real: Path
    links: int = 1
    parted: bool = False
    settled: bool = True
    written: int = 0
    """When it was last written, in whole seconds as the system counts them; 0 where that is not known."""


class Unreadable(Exception):
    """A file that cannot be read; `reason` is a key for `words`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read(path: Path) -> Stored:
    """Read a regular file. Raises Unreadable for anything else; never waits for a pipe or a device."""
    try:
        real = Path(os.path.realpath(path, strict=True))
        _require_file(os.stat(real))  # noqa: PTH116 - like fstat below
        descriptor = os.open(real, _READ_FLAGS)
    except (OSError, ValueError) as error:
        raise Unreadable(reason_of(error)) from error
    try:
        about = os.fstat(descriptor)
        _require_file(about)
        data = _all_of(descriptor)
    except OSError as error:
        raise Unreadable(reason_of(error)) from error
    finally:
        with suppress(OSError):  # what was read is read
            os.close(descriptor)
    return Stored(path, data, digest_of(data), real, about.st_nlink, written=about.st_mtime_ns // SECOND)


def unreached(path: Path) -> str:
    """Why a path leads to nothing (a key of `label.reason`), `not-found` where nothing is there; else empty."""
    try:
        path.stat()
    except (OSError, ValueError) as error:
        return reason_of(error)
    return ""


def outside(path: Path) -> tuple[int, ...]:
    """What a file looks like without being read: which it is, how large, when it was written; nothing where it is gone."""
    try:
        about = path.stat()
    except (OSError, ValueError):
        return ()
    return about.st_ino, about.st_size, about.st_mtime_ns


def unlisted(folder: Path) -> str:
    """Why the names in a folder cannot be read (a key of `label.reason`); empty where they can."""
    try:
        os.scandir(folder).close()
    except (OSError, ValueError) as error:
        return reason_of(error)
    return ""


def digest_of(data: bytes) -> str:
    """What bytes are known again by: size and time of a file prove nothing."""
    return hashlib.sha256(data).hexdigest()


def reason_of(error: Exception) -> str:
    """The key for what the operating system says; `bad-name` for a path that it would not even look at."""
    return _REASONS.get(error.errno or 0, "failed") if isinstance(error, OSError) else "bad-name"


def _require_file(about: os.stat_result) -> None:
    if stat.S_ISDIR(about.st_mode):
        raise Unreadable("folder")
    if not stat.S_ISREG(about.st_mode):
        raise Unreadable("not-regular")
    if about.st_size > LARGEST:
        raise Unreadable("too-large")


def _all_of(descriptor: int) -> bytes:
    """Everything in an open file, which may hold more than its size says."""
    pieces, size = [], 0
    while piece := os.read(descriptor, _CHUNK):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise Unreadable("too-large")
    return b"".join(pieces)
