"""Saving a file: whatever fails, the old or the new text is whole, and nobody's work is written over unasked.

The new text is written beside the file, flushed, and put in its place in one step. Two of us saving in one folder take
turns: the folder is locked (`flock`, which a killed process cannot leave behind) from before the file is looked at once
more until it is replaced, so that the second one sees what the first one wrote. Where a file system has no such locks,
the look just before the replacing is what remains; so it is with programs that know nothing of ours.
"""

import errno
import os
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from budjettitui.store.disk import flush_folder, write_all
from budjettitui.store.reading import SECOND, Stored, Unreadable, digest_of, read, reason_of

if sys.platform != "win32":
    import fcntl

PATIENCE = 5
"""Seconds that a save waits for another one in the same folder."""


class NotSaved(Exception):
    """A file that could not be saved; what was there is whole. `reason` is a key for `words`.

    `left` is a half-written file beside it that could not be removed either.
    """

    def __init__(self, reason: str, left: Path | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.left = left


class ChangedOnDisk(Exception):
    """The file is no longer what was read. `now` is what it is, None where it is gone or cannot be read."""

    def __init__(self, now: Stored | None) -> None:
        super().__init__("changed-on-disk")
        self.now = now


def save(stored: Stored, data: bytes, *, force: bool = False) -> Stored:
    """Write new bytes over the file that was read; links to it, its mode and, where possible, its owner are kept.

    Raises ChangedOnDisk where it is no longer what was read (unless `force`), NotSaved where it cannot be written.
    """
    try:
        target = Path(os.path.realpath(stored.path))
        with turn(target.parent):
            about = _about(target, force)
            with _beside(target, data, about) as written:
                if not force:
                    _require_same(stored)
                os.replace(written, target)  # noqa: PTH105 - a test makes each of these calls fail
            settled = flush_folder(target.parent)
    except OSError as error:
        raise NotSaved(reason_of(error)) from error
    parted = about is not None and about.st_nlink > 1
    return Stored(stored.path, data, digest_of(data), target, 1, parted, settled, _written_at(target))


def create(path: Path, data: bytes) -> Stored:
    """Write a new file. Raises NotSaved, with the reason `exists` where something of that name is there already."""
    try:
        target = Path(os.path.realpath(path.parent)) / path.name
        with turn(target.parent):
            with _beside(target, data, None) as written:
                _give_name(written, target)
            settled = flush_folder(target.parent)
    except (OSError, ValueError) as error:
        raise NotSaved(reason_of(error)) from error
    return Stored(path, data, digest_of(data), target, 1, False, settled, _written_at(target))


def _written_at(target: Path) -> int:
    """When a file was written, that was just saved; 0 where that is not to be had any more, since it is saved all the same."""
    try:
        return target.stat().st_mtime_ns // SECOND
    except OSError:
        return 0


def keep_beside(path: Path, data: bytes, most: int = 100) -> Path:
    """Writes what one has beside a file as `hot.mine.toml`, never over another. Raises NotSaved."""
    for number in range(1, most):
        beside = path.with_name(f"{path.stem}.mine{'' if number == 1 else f'-{number}'}{path.suffix}")
        try:
            create(beside, data)
        except NotSaved as refused:
            if refused.reason != "exists" or number == most - 1:
                raise
        else:
            return beside
    raise NotSaved("exists")


def _about(target: Path, force: bool) -> os.stat_result | None:
    """What the file to be replaced is; None where there is none."""
    try:
        about = os.lstat(target)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(about.st_mode):
        raise NotSaved("folder" if stat.S_ISDIR(about.st_mode) else "not-regular")
    if not force and not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise NotSaved("no-permission")
    return about


def _require_same(stored: Stored) -> None:
    """The file must still be what was read, and its path must lead to it still."""
    try:
        now = read(stored.path)
    except Unreadable as error:
        raise ChangedOnDisk(None) from error
    if now.digest != stored.digest or now.real != stored.real:
        raise ChangedOnDisk(now)


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Our turn to save in a folder. Raises NotSaved where another one takes too long."""
    if sys.platform == "win32":
        yield
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:  # a folder that may be written but not listed cannot be locked
        yield
        return
    try:
        _lock(descriptor)
        yield
    finally:
        with suppress(OSError):  # nothing was written through it, and the new text may be in place already
            os.close(descriptor)


def _lock(descriptor: int) -> None:
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > ends:
                raise NotSaved("being-saved") from error
            time.sleep(0.02)
        except OSError as error:
            if error.errno not in {errno.ENOLCK, errno.ENOTSUP, errno.EBADF, errno.EINVAL, errno.ENOSYS}:
                raise
            return  # a file system without locks
        else:
            return


@contextmanager
def _beside(target: Path, data: bytes, about: os.stat_result | None) -> Iterator[Path]:
    """The new text, whole and flushed, in a file beside the target, which is gone afterwards if it was not used."""
    path = target.with_name(f".{target.name[:60]}.{secrets.token_hex(6)}.saving")
    descriptor = os.open(
        path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600 if about else 0o666
    )
    try:
        try:
            _fill(descriptor, data, about)
        finally:
            os.close(descriptor)
        yield path
    except BaseException as error:
        _remove(path, error)
        raise


def _remove(path: Path, cause: BaseException) -> None:
    """Take away what was written beside. Where that fails too, the first failure is told with the file's name."""
    try:
        os.unlink(path)  # noqa: PTH108
    except FileNotFoundError:
        return
    except OSError:
        reason = reason_of(cause) if isinstance(cause, OSError) else getattr(cause, "reason", "failed")
        raise NotSaved(reason, path) from cause


def _fill(descriptor: int, data: bytes, about: os.stat_result | None) -> None:
    write_all(descriptor, data)
    if about and sys.platform != "win32":
        _take_over(descriptor, about)
    os.fsync(descriptor)


def _take_over(descriptor: int, about: os.stat_result) -> None:
    """Owner and mode of the file to be replaced; the owner only where we may give files away."""
    ours = os.fstat(descriptor)
    if (ours.st_uid, ours.st_gid) != (about.st_uid, about.st_gid):
        with suppress(PermissionError):
            os.fchown(descriptor, about.st_uid, about.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(about.st_mode))


def _give_name(written: Path, target: Path) -> None:
    """Put a new file in place, where nothing may be: by a second name, which fails where one is."""
    try:
        os.link(written, target)
    except OSError as error:
        if error.errno not in {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK}:
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "exists") from error
        os.replace(written, target)  # noqa: PTH105
        return
    try:
        os.unlink(written)  # noqa: PTH108
    except OSError:
        os.unlink(target)  # noqa: PTH108
        raise
