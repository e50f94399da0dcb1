"""What saving a file and keeping a journal both ask of the disk."""

import os
import sys
from pathlib import Path


def write_all(descriptor: int, data: bytes) -> None:
    """All of the bytes, however many the system takes at a time. Raises OSError."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def flush_folder(folder: Path) -> bool:
    """Flush a folder, which holds the names of its files; False where that cannot be done."""
    if sys.platform == "win32":
        return True
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError:
        return False
    return True
