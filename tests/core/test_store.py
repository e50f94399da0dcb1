"""Reading files: only regular ones, and never waiting."""

import os
import socket
from pathlib import Path

import pytest

from budjettitui.store import Unreadable, read
from tests.powers import as_anybody


def reason(path: Path) -> str:
    """Why a path cannot be read."""
    with pytest.raises(Unreadable) as unreadable:
        read(path)
    return unreadable.value.reason


def test_a_file_is_read_with_its_hash_and_where_it_really_is(tmp_path: Path) -> None:
    real = tmp_path / "real.toml"
    real.write_bytes(b"schema = 1\r\n")
    link = tmp_path / "link.toml"
    link.symlink_to(real)
    stored = read(link)
    assert (stored.path, stored.real, stored.data, stored.links) == (link, real.resolve(), b"schema = 1\r\n", 1)
    assert len(stored.digest) == 64


def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    assert reason(tmp_path / "pipe.toml") == "not-regular"
    assert reason(Path("/dev/zero")) == "not-regular"
    assert reason(tmp_path) == "folder"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s.toml"))
        assert reason(tmp_path / "s.toml") == "not-regular"


def test_what_is_not_there_or_has_no_name_is_told(tmp_path: Path) -> None:
    assert reason(tmp_path / "no.toml") == "not-found"
    assert reason(tmp_path / ("x" * 300)) == "name-too-long"
    assert reason(Path("a\0b")) == "bad-name"
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert reason(tmp_path / "loop") == "link-loop"
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    assert reason(tmp_path / "dangling") == "not-found"


def test_a_huge_sparse_file_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "big.toml").open("wb") as file:
        file.truncate(8 << 30)
    assert reason(tmp_path / "big.toml") == "too-large"


def test_an_unreadable_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b"")
    path.chmod(0)
    with as_anybody():
        assert reason(path) == "no-permission"


def test_a_name_that_is_no_utf8_is_read(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.toml"))
    path.write_bytes(b"a = 1\n")
    assert read(path).data == b"a = 1\n"
