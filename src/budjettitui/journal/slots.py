"""Where journals stand, and whose they are: a folder only its owner may enter, a name that tells no path, a lock.

A lock (`flock`) ends with its process, however that ends; so a journal whose lock is free belongs to nobody.
"""

import hashlib
import os
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path

from budjettitui.store.disk import flush_folder, write_all
from budjettitui.store.reading import LARGEST

if sys.platform != "win32":
    import fcntl

MOST_WINDOWS = 16
"""So many windows on one file have a journal each."""

FOLDER = "BUDJETTITUI_STATE"
"""The variable of the environment that names another state folder."""


def state_folder() -> Path:
    """The user's state folder of this program."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    import platformdirs  # needed only where there is unsaved work

    return platformdirs.user_state_path("budjettitui")


def name_of(real: Path) -> str:
    """What a file's journals are called: a hash of where it really is, so that the folder tells no names."""
    return hashlib.sha256(os.fsencode(real)).hexdigest()[:32]


class Slot:
    """One journal of a file, with its lock held."""

    def __init__(self, path: Path, lock: int | None) -> None:
        self.path = path
        self._lock = lock
        self._out: int | None = None
        self._going: Future[None] | None = None
        """Its being taken away beside the window, as long as nothing else was asked of it."""

    @property
    def _lock_path(self) -> Path:
        return self.path.with_suffix(".lock")

    def read(self) -> bytes:
        """What stands in it; nothing where there is none."""
        self._gone()
        try:
            with self.path.open("rb") as file:
                return file.read(4 * LARGEST)
        except OSError:
            return b""

    def write(self, data: bytes) -> None:
        """All of it written anew: whole, or as it was before. Raises OSError.

        Where there was nothing before, the disk is waited for beside the window, as in `add`.
        """
        self._close()
        self._gone()
        new = not self.path.exists()
        beside = self.path.with_suffix(".new")
        with suppress(FileNotFoundError):
            beside.unlink()
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
        try:
            write_all(descriptor, data)
            if not new:
                os.fsync(descriptor)
            os.replace(beside, self.path)  # noqa: PTH105
            if new:
                working_beside().submit(_flushed, os.dup(descriptor), self.path.parent)
            else:
                flush_folder(self.path.parent)
        except BaseException:
            os.close(descriptor)
            raise
        self._out = descriptor

    def add(self, data: bytes) -> None:
        """One line more: safe from the program's end when this returns, from the machine's soon after. Raises OSError.

        A disk may take longer than a key press has (20 ms were seen), so that it is waited for beside the window.
        """
        if self._out is None:
            self._out = os.open(self.path, os.O_WRONLY | os.O_APPEND, 0o600)
        write_all(self._out, data)
        working_beside().submit(_flushed, os.dup(self._out))

    def clear(self, *, later: bool = False) -> None:
        """Takes the journal away; `later` beside the window, since a disk may take two milliseconds for it.

        Whatever is asked of the slot next finds it gone.
        """
        self._close()
        self._gone()
        if later:
            self._going = working_beside().submit(self._unlink)
        else:
            self._unlink()

    def _unlink(self) -> None:
        with suppress(OSError):
            self.path.unlink()

    def _gone(self) -> None:
        """Waits for its being taken away; where that has not begun, it is done here."""
        going, self._going = self._going, None
        if going is not None and going.cancel():
            self._unlink()
        elif going is not None:
            going.result()

    def release(self) -> None:
        """Gives the lock back; an empty slot leaves nothing behind."""
        self._close()
        self._gone()
        if self._lock is not None:
            if not self.path.exists():
                with suppress(OSError):
                    self._lock_path.unlink()
            os.close(self._lock)
            self._lock = None

    def _close(self) -> None:
        if self._out is not None:
            os.close(self._out)
            self._out = None


def take(folder: Path, name: str, beside: Slot | None = None) -> tuple[Slot | None, bool]:
    """A slot of ours, one with unsaved work of nobody first, and whether another living process has one.

    With `beside`, a slot of ours that is to stay as it is, only an empty one is taken.
    """
    free: list[Slot] = []
    others = False
    for number in range(MOST_WINDOWS):
        path = folder / f"{name}-{number}.journal"
        if beside is not None and path == beside.path:
            continue
        lock = _locked(path.with_suffix(".lock"))
        if lock is None:
            others = True
            continue
        slot = Slot(path, lock)
        free.append(slot)
        if path.exists() == (beside is None) or number >= MOST_WINDOWS - 1:
            break
        if beside is None and not any(folder.glob(f"{name}-*.journal")):
            break
    chosen = _chosen(free, empty=beside is not None)
    for slot in free:
        if slot is not chosen:
            slot.release()
    return chosen, others


def _chosen(free: list[Slot], *, empty: bool) -> Slot | None:
    wanted = [slot for slot in free if slot.path.exists() != empty]
    return next(iter(wanted or ([] if empty else free)), None)


def _locked(path: Path) -> int | None:
    """The lock, held; None where another process holds it."""
    for _ in range(5):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        if sys.platform == "win32":
            return descriptor
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        except OSError:
            return descriptor  # a file system without locks
        with suppress(FileNotFoundError):
            if os.fstat(descriptor).st_ino == os.stat(path).st_ino:  # noqa: PTH116
                return descriptor
        os.close(descriptor)  # it was taken away between opening and locking
    return None


@cache
def working_beside() -> ThreadPoolExecutor:
    """What waits for the disk and packs large texts; the program's end waits for it."""
    return ThreadPoolExecutor(1, "journal")


def _flushed(descriptor: int, folder: Path | None = None) -> None:
    """A disk that fails says so again at the next whole writing; until then the line stands in the system's memory."""
    with suppress(OSError):
        os.fsync(descriptor)
    os.close(descriptor)
    if folder is not None:
        flush_folder(folder)
