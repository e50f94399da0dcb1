"""The superuser may read and write everything: tests of what may not be do without that power for a while."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

VERSION = 0x20080522
"""Of the numbers that Linux takes and gives, in two halves of 32 bits."""

OVERRIDE = (1 << 1) | (1 << 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: what lets the superuser pass by the permissions of a file."""


class _Head(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Powers(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


@contextmanager
def as_anybody() -> Iterator[None]:
    """Whatever is done within asks for the permissions of files as it does for anybody; a user who is anybody goes on as is."""
    if sys.platform == "win32" or os.geteuid() != 0:
        yield
        return
    if sys.platform != "linux":
        pytest.skip("on this system the superuser cannot lay down the power over files")
    system, head, powers = ctypes.CDLL(None, use_errno=True), _Head(VERSION, 0), (_Powers * 2)()
    assert system.capget(ctypes.byref(head), powers) == 0
    had = powers[0].effective
    powers[0].effective = had & ~OVERRIDE
    assert system.capset(ctypes.byref(head), powers) == 0
    try:
        yield
    finally:
        powers[0].effective = had
        assert system.capset(ctypes.byref(head), powers) == 0
