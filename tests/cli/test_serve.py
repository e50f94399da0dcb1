"""`serve`: on loopback only, the same app; in a real browser where there is one."""

import asyncio
import base64
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from itertools import count
from pathlib import Path

import pytest

from budjettitui.cli import serve_command
from tests.places import BUDGETS

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


@asynccontextmanager
async def browsing(folder: Path) -> AsyncIterator[Callable[..., Awaitable[dict[str, object]]]]:
    """A page of a browser without a window; what is called sends it a command of the devtools protocol.

    A page that is just being changed for another answers with an error or not at all, which gives nothing.
    """
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        pytest.skip("no Chromium on this machine")
    import aiohttp

    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,800", "--remote-debugging-port=0"]
    command = [browser, *flags, f"--user-data-dir={folder}", "about:blank"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as ran:
        try:
            port = await _port_of(folder / "DevToolsActivePort")
            async with aiohttp.ClientSession() as session:
                async with session.get(f"http://127.0.0.1:{port}/json") as pages:
                    page = next(one for one in await pages.json() if one["type"] == "page")
                numbers = count(1)
                async with session.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as socket_:

                    async def send(method: str, **params: object) -> dict[str, object]:
                        number = next(numbers)
                        await socket_.send_json({"id": number, "method": method, "params": params})
                        try:
                            while (answer := await socket_.receive_json(timeout=10)).get("id") != number:
                                pass
                        except TimeoutError:
                            return {}
                        found: dict[str, object] = answer.get("result", {})
                        return found

                    yield send
        finally:
            ran.terminate()


async def _port_of(file: Path) -> str:
    for _ in range(300):
        if file.exists() and (lines := file.read_text(encoding="utf-8").split()):
            return lines[0]
        await asyncio.sleep(0.1)
    raise TimeoutError("the browser does not answer")


async def test_a_browser_shows_the_app_and_a_key_opens_a_budget(tmp_path: Path) -> None:
    with served() as address:
        async with browsing(tmp_path) as send:
            await send("Page.navigate", url=address)
            listed = await _drawn(send, b"")
            await send("Runtime.evaluate", expression="document.querySelector('.xterm-helper-textarea').focus()")
            for kind in ("keyDown", "keyUp"):
                await send("Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter",
                           windowsVirtualKeyCode=13, text="\r" if kind == "keyDown" else "")  # fmt: skip
            opened = await _drawn(send, listed)
    (tmp_path / "listed.png").write_bytes(listed)
    (tmp_path / "opened.png").write_bytes(opened)
    assert listed != opened


async def _drawn(send: Callable[..., Awaitable[dict[str, object]]], before: bytes) -> bytes:
    """The picture once it shows more than an empty page, is another than before, and stays as it is."""
    last = b""
    for _ in range(120):
        picture = base64.b64decode(str((await send("Page.captureScreenshot")).get("data", "")))
        if len(picture) > 20_000 and picture == last and picture != before:
            return picture
        last = picture
        await asyncio.sleep(0.5)
    raise TimeoutError("nothing was drawn")
