"""`serve`: on loopback only, the same app; in a real browser where there is one."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from budjettitui.cli import serve_command

BUDGETS = Path(__file__).resolve().parents[2] / "budgets"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome-headless-shell")


def test_every_word_of_the_command_is_quoted() -> None:
    said = serve_command.command("/x/a b; rm.toml", "fi", read_only=True)
    assert said.endswith("-m budjettitui --lang fi --read-only -- '/x/a b; rm.toml'")


def test_a_path_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert serve_command.run(["/no/such/path", "--lang", "en"]) == 2
    assert "/no/such/path" in capsys.readouterr().err


@contextmanager
def served() -> Iterator[str]:
    pytest.importorskip("textual_serve", reason="textual-serve is not installed")
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    command = [sys.executable, "-m", "budjettitui", "serve", str(BUDGETS), "--port", str(port), "--lang", "en"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as ran:
        try:
            for _ in range(100):
                with socket.socket() as one:
                    if one.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}/"
        finally:
            ran.terminate()


def test_the_page_is_served_on_loopback() -> None:
    with served() as address, urllib.request.urlopen(address, timeout=20) as page:
        assert page.status == 200
        assert b"textual" in page.read()


async def test_the_app_itself_answers_the_page() -> None:
    with served() as address:
        import aiohttp

        seen = b""
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{address}ws?width=100&height=30") as ws:
            while b"hot.toml" not in seen:
                message = await ws.receive(timeout=30)
                assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT)
                seen += message.data if isinstance(message.data, bytes) else message.data.encode()
    assert b"budgets" in seen


def test_a_browser_shows_the_app(tmp_path: Path) -> None:
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        pytest.skip("no Chromium on this machine")
    picture = tmp_path / "served.png"
    with served() as address:
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1280,800",
                   "--virtual-time-budget=15000", f"--screenshot={picture}", address]  # fmt: skip
        subprocess.run(command, timeout=90, check=True, capture_output=True)
    assert picture.stat().st_size > 20_000
