"""Keys sent in one burst to a real terminal act one after another, as they were meant."""

import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.places import BUDGETS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is a thing of Unix")

PATIENCE = 40.0


class Terminal:
    """The program in a terminal of 80 x 24, with what it has written so far."""

    def __init__(self, end: int, process: "subprocess.Popen[bytes]") -> None:
        self.end = end
        self.process = process
        self.written = b""

    def send(self, keys: bytes) -> None:
        os.write(self.end, keys)

    def wait_for(self, text: bytes) -> None:
        """Reads until a text has been written, anew since the last wait."""
        limit = time.monotonic() + PATIENCE
        while text not in self.written:
            ready, _, _ = select.select([self.end], [], [], max(0.0, limit - time.monotonic()))
            assert ready, f"{text!r} did not come"
            self.written += os.read(self.end, 65536)
        self.written = b""

    def wait_for_the_end(self) -> int:
        """Reads until the program has ended, and gives its exit code."""
        limit = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < limit:
            if select.select([self.end], [], [], 0.1)[0]:
                try:
                    os.read(self.end, 65536)
                except OSError:  # the other end has been closed
                    break
        return self.process.wait(PATIENCE)


@contextmanager
def opened(path: Path, **more: str) -> Iterator[Terminal]:
    import fcntl
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "COLUMNS": "80", "LINES": "24"} | more
    command = [sys.executable, "-m", "budjettitui", str(path), "--lang", "en"]
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
    )
    os.close(theirs)
    try:
        yield Terminal(ours, process)
    finally:
        process.terminate()
        process.wait(PATIENCE)
        os.close(ours)


def test_mend_and_save_sent_in_one_burst_change_the_two_lines_that_the_mend_names(tmp_path: Path) -> None:
    file = Path(shutil.copy(BUDGETS / "hot.toml", tmp_path))
    before = file.read_text(encoding="utf-8").splitlines()
    with opened(file) as terminal:
        terminal.wait_for(b"Opened")
        terminal.send(b"m\rs")
        terminal.wait_for(b"Saved")
    after = file.read_text(encoding="utf-8").splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [new.split("#")[0].strip() for _, new in changed] == ["amount = { amount = 75_000, at_most = true }"] * 2


def test_a_letter_sent_with_the_key_of_the_jump_goes_to_its_row(tmp_path: Path) -> None:
    file = Path(shutil.copy(BUDGETS / "hyva-alku.toml", tmp_path))
    before = file.read_bytes()
    with opened(file) as terminal:
        terminal.wait_for(b"Opened")
        terminal.send(b"g2")
        terminal.wait_for(b"Tulkkaus")
        terminal.send(b";h")
        terminal.wait_for(b"looks like a price with VAT")
    assert file.read_bytes() == before


def test_a_digit_after_g_goes_to_a_page_and_is_not_written_into_a_cell(tmp_path: Path) -> None:
    file = Path(shutil.copy(BUDGETS / "hot.toml", tmp_path))
    before = file.read_bytes()
    with opened(file) as terminal:
        terminal.wait_for(b"Opened")
        terminal.send(b"g3g4")
        terminal.wait_for(b"how it adds up")
        terminal.send(b"sq")
        assert terminal.wait_for_the_end() == 0
    assert file.read_bytes() == before


def test_esc_read_together_with_the_next_key_is_both_of_them(tmp_path: Path) -> None:
    file = Path(shutil.copy(BUDGETS / "hyva-alku.toml", tmp_path))
    before = file.read_bytes()
    with opened(file) as terminal:
        terminal.wait_for(b"Opened")
        terminal.send(b"g2\x1b[F99")
        terminal.wait_for(b"reads as")
        terminal.send(b"\x1bg4")
        terminal.wait_for(b"how it adds up")
        terminal.send(b"sq")
        assert terminal.wait_for_the_end() == 0
    assert file.read_bytes() == before


def test_esc_a_letter_and_an_arrow_read_together_are_all_three(tmp_path: Path) -> None:
    file = Path(shutil.copy(BUDGETS / "hyva-alku.toml", tmp_path))
    before = file.read_bytes()
    with opened(file) as terminal:
        terminal.wait_for(b"Opened")
        terminal.send(b"g2\x1b[F55")
        terminal.wait_for(b"reads as")
        terminal.send(b"\x1bv\x1b[B\x1b[B")
        terminal.wait_for(b"Selected: 3 rows")
        terminal.send(b"\x1bG\x1b[Aq")
        assert terminal.wait_for_the_end() == 0
    assert file.read_bytes() == before


def test_lines_pasted_into_a_cell_that_is_typed_leave_the_first_and_say_so(tmp_path: Path) -> None:
    file = Path(shutil.copy(BUDGETS / "hyva-alku.toml", tmp_path))
    with opened(file) as terminal:
        terminal.wait_for(b"Opened")
        terminal.send(b"g2\x1b[F7")
        terminal.wait_for(b"reads as")
        terminal.send(b"\x1b[200~500\r600\r700\x1b[201~")
        terminal.wait_for(b"only the first of 3 lines")
        terminal.send(b"\r")
        terminal.wait_for(b"Changed amount of")
        terminal.send(b"sq")
        assert terminal.wait_for_the_end() == 0
    assert "amount = 7_500" in file.read_text(encoding="utf-8")


def test_an_editor_that_is_not_there_gives_the_screen_back(tmp_path: Path) -> None:
    file = Path(shutil.copy(BUDGETS / "hot.toml", tmp_path))
    with opened(file, EDITOR="no-such-editor", VISUAL="") as terminal:
        terminal.wait_for(b"Opened")
        terminal.send(b"o")
        terminal.wait_for(b"could not be started")
        terminal.send(b"m\rsq")
        assert terminal.wait_for_the_end() == 0
    assert file.read_text(encoding="utf-8").count("75_000, at_most") == 2


def test_what_the_editor_wrote_is_read_when_it_ends(tmp_path: Path) -> None:
    file = Path(shutil.copy(BUDGETS / "hot.toml", tmp_path))
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "\\n# by hand\\n" >> "$2"\n', encoding="utf-8")
    editor.chmod(0o755)
    with opened(file, EDITOR=str(editor), VISUAL="") as terminal:
        terminal.wait_for(b"Opened")
        terminal.send(b"o")
        terminal.wait_for(b"Read again after editor: 2 lines changed")
        terminal.send(b"m\rsq")
        assert terminal.wait_for_the_end() == 0
    text = file.read_text(encoding="utf-8")
    assert text.endswith("# by hand\n")
    assert text.count("75_000, at_most") == 2


@pytest.mark.parametrize("sign", [b"5", b"1", b"-"])
def test_esc_read_together_with_a_sign_puts_back_and_begins_anew(sign: bytes, tmp_path: Path) -> None:
    file = Path(shutil.copy(BUDGETS / "hyva-alku.toml", tmp_path))
    with opened(file) as terminal:
        terminal.wait_for(b"Opened")
        terminal.send(b"g2\x1b[F99")
        terminal.wait_for(b"reads as")
        terminal.send(b"\x1b" + sign + b"7")
        terminal.wait_for(sign + b"7")
        terminal.send(b"\r")
        terminal.wait_for(b"Changed amount")
        terminal.send(b"sq")
        assert terminal.wait_for_the_end() == 0
    assert f"\namount = {sign.decode()}7.00\n" in file.read_text(encoding="utf-8")
