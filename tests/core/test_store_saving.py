"""Saving: the old or the new file is whole, whatever fails, and nobody's work is written over unasked."""

import errno
import os
import stat
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from budjettitui.store import ChangedOnDisk, NotSaved, Stored, create, read, save, saving
from tests.powers import as_anybody

OLD, NEW = b"schema = 1\n", b"schema = 1\nnew = true\n" * 1000
CALLS = ("open", "write", "fsync", "close", "replace", "unlink", "link", "fchmod", "fchown", "fstat", "lstat", "read")


def written(tmp_path: Path, data: bytes = OLD) -> Stored:
    """A file with some bytes, read."""
    path = tmp_path / "x.toml"
    path.write_bytes(data)
    return read(path)


def files(folder: Path) -> list[str]:
    """The names in a folder."""
    return sorted(each.name for each in folder.iterdir())


def test_a_saved_file_has_the_new_bytes_and_its_mode_and_is_alone(tmp_path: Path) -> None:
    stored = written(tmp_path)
    stored.path.chmod(0o640)
    saved = save(stored, NEW)
    assert stored.path.read_bytes() == NEW
    assert stat.S_IMODE(stored.path.stat().st_mode) == 0o640
    assert files(tmp_path) == ["x.toml"]
    assert saved == read(stored.path)


def test_saving_twice_in_a_row_works(tmp_path: Path) -> None:
    assert save(save(written(tmp_path), NEW), OLD).data == OLD


def test_links_are_followed_and_kept(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    written(tmp_path / "there")
    link = tmp_path / "link.toml"
    link.symlink_to("there/x.toml")
    save(read(link), NEW)
    assert link.is_symlink()
    assert (tmp_path / "there" / "x.toml").read_bytes() == NEW
    assert files(tmp_path) == ["link.toml", "there"]


def test_other_names_of_a_file_are_told_of(tmp_path: Path) -> None:
    stored = written(tmp_path)
    os.link(stored.path, tmp_path / "other.toml")
    stored = read(stored.path)
    assert stored.links == 2
    assert save(stored, NEW).parted
    assert (tmp_path / "other.toml").read_bytes() == OLD


def test_a_file_changed_on_disk_is_not_written_over_unasked(tmp_path: Path) -> None:
    stored = written(tmp_path)
    stored.path.write_bytes(b"theirs = 1\n")
    with pytest.raises(ChangedOnDisk) as changed:
        save(stored, NEW)
    assert changed.value.now == read(stored.path)
    assert files(tmp_path) == ["x.toml"]
    save(stored, NEW, force=True)
    assert stored.path.read_bytes() == NEW


def test_the_same_size_and_time_do_not_hide_a_change(tmp_path: Path) -> None:
    stored = written(tmp_path, b"a = 1\n")
    about = stored.path.stat()
    stored.path.write_bytes(b"a = 2\n")
    os.utime(stored.path, ns=(about.st_atime_ns, about.st_mtime_ns))
    with pytest.raises(ChangedOnDisk):
        save(stored, NEW)


def test_a_file_that_is_gone_is_told_and_can_be_written_again(tmp_path: Path) -> None:
    stored = written(tmp_path)
    stored.path.unlink()
    with pytest.raises(ChangedOnDisk) as changed:
        save(stored, NEW)
    assert changed.value.now is None
    assert save(stored, NEW, force=True).data == stored.path.read_bytes() == NEW


def test_a_link_that_leads_elsewhere_now_is_a_change(tmp_path: Path) -> None:
    stored = written(tmp_path)
    (tmp_path / "other.toml").write_bytes(OLD)
    link = tmp_path / "link.toml"
    link.symlink_to(stored.path)
    before = read(link)
    link.unlink()
    link.symlink_to(tmp_path / "other.toml")
    with pytest.raises(ChangedOnDisk):
        save(before, NEW)


def test_a_pipe_in_the_place_of_the_file_is_left_alone(tmp_path: Path) -> None:
    stored = written(tmp_path)
    stored.path.unlink()
    os.mkfifo(stored.path)
    for force in (False, True):
        with pytest.raises(NotSaved) as refused:
            save(stored, NEW, force=force)
        assert refused.value.reason == "not-regular"


def test_a_new_file_is_made_but_none_is_replaced(tmp_path: Path) -> None:
    made = create(tmp_path / "new.toml", NEW)
    assert made == read(tmp_path / "new.toml")
    with pytest.raises(NotSaved) as refused:
        create(tmp_path / "new.toml", OLD)
    assert refused.value.reason == "exists"
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    with pytest.raises(NotSaved):
        create(tmp_path / "dangling", OLD)
    with pytest.raises(NotSaved) as refused:
        create(tmp_path / "no" / "new.toml", OLD)
    assert refused.value.reason == "not-found"
    assert files(tmp_path) == ["dangling", "new.toml"]
    assert (tmp_path / "new.toml").read_bytes() == NEW


def test_a_read_only_folder_and_a_read_only_file_are_told(tmp_path: Path) -> None:
    stored = written(tmp_path)
    stored.path.chmod(0o444)
    with as_anybody(), pytest.raises(NotSaved) as refused:
        save(stored, NEW)
    assert refused.value.reason == "no-permission"
    tmp_path.chmod(0o555)
    with as_anybody(), pytest.raises(NotSaved):
        save(stored, NEW, force=True)
    tmp_path.chmod(0o755)
    assert stored.path.read_bytes() == OLD


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored = written(tmp_path)
    write = os.write

    def full(descriptor: int, data: Any) -> int:
        with Path("/dev/full").open("wb", buffering=0) as device:
            return write(device.fileno(), data)

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(NotSaved) as refused:
        save(stored, NEW)
    assert refused.value.reason == "disk-full"
    assert (stored.path.read_bytes(), files(tmp_path)) == (OLD, ["x.toml"])


class Failing:
    """The operating system's calls, of which the n-th fails. A file is closed even where closing fails."""

    def __init__(self, patch: pytest.MonkeyPatch, number: int) -> None:
        self.count = 0
        self.number = number
        for name in CALLS:
            patch.setattr(os, name, self._counted(name, getattr(os, name)))

    def _counted(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any, **named: Any) -> Any:
            self.count += 1
            if self.count == self.number:
                if name == "close":
                    call(*given)
                raise OSError(errno.EIO, name)
            return call(*given, **named)

        return counted


@pytest.mark.parametrize("force", [False, True])
def test_whichever_call_fails_the_old_or_the_new_file_is_whole(tmp_path: Path, force: bool) -> None:
    for number in range(1, 100):
        stored = written(tmp_path)
        with pytest.MonkeyPatch.context() as patch:
            calls = Failing(patch, number)
            try:
                done = save(stored, NEW, force=force)
            except (NotSaved, ChangedOnDisk) as failure:
                done = None
                left = failure.left if isinstance(failure, NotSaved) else None
        assert stored.path.read_bytes() == (NEW if done else OLD), number
        assert done or left is None
        assert files(tmp_path) == ["x.toml"]
        if calls.count < number:
            break
    assert 10 < number < 100


def test_whichever_call_fails_a_new_file_is_whole_or_not_there(tmp_path: Path) -> None:
    for number in range(1, 100):
        path = tmp_path / "new.toml"
        with pytest.MonkeyPatch.context() as patch:
            calls = Failing(patch, number)
            try:
                done = create(path, NEW)
            except NotSaved:
                done = None
        assert files(tmp_path) == (["new.toml"] if done else []), number
        if done:
            assert path.read_bytes() == NEW
            path.unlink()
        if calls.count < number:
            break
    assert 8 < number < 100


def test_what_cannot_be_removed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored = written(tmp_path)

    def failing(*_given: Any) -> None:
        raise OSError(errno.EIO, "failing")

    monkeypatch.setattr(os, "fsync", failing)
    monkeypatch.setattr(os, "unlink", failing)
    with pytest.raises(NotSaved) as refused:
        save(stored, NEW)
    assert refused.value.left in set(tmp_path.iterdir()) - {stored.path}
    assert stored.path.read_bytes() == OLD


def test_a_save_that_takes_too_long_holds_nobody_up_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "PATIENCE", 0)
    stored = written(tmp_path)
    with saving.turn(tmp_path), pytest.raises(NotSaved) as refused:
        save(stored, NEW)
    assert refused.value.reason == "being-saved"
    assert save(stored, NEW).data == NEW


ADDER = """
    import sys
    from pathlib import Path
    from budjettitui.store import ChangedOnDisk, NotSaved, read, save
    path, name = Path(sys.argv[1]), sys.argv[2]
    for number in range(25):
        while True:
            stored = read(path)
            try:
                save(stored, stored.data + f"{name}{number} = 1\\n".encode())
                break
            except (ChangedOnDisk, NotSaved):
                pass
"""


def test_two_processes_saving_one_file_lose_nothing(tmp_path: Path) -> None:
    stored = written(tmp_path)
    program = textwrap.dedent(ADDER)
    both = [subprocess.Popen([sys.executable, "-c", program, str(stored.path), name]) for name in ("a", "b")]
    assert [each.wait(60) for each in both] == [0, 0]
    lines = stored.path.read_text().splitlines()[1:]
    assert sorted(lines) == sorted(f"{name}{number} = 1" for name in "ab" for number in range(25))
    assert files(tmp_path) == ["x.toml"]
