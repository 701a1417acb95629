"""Headless Chromium over its own pipe: a page opened, asked, photographed and printed, with what it said and fetched.

The DevTools protocol is spoken over two file descriptors (`--remote-debugging-pipe`), a message of JSON between zero
bytes: no port is opened, and nothing besides the browser needs to be installed.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from select import select
from types import TracebackType
from typing import Any, Self

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--mute-audio",
    "--remote-debugging-pipe",
)  # fmt: skip
PATIENCE = 60.0
"""Seconds for one answer."""


def find_chromium() -> str | None:
    """The browser that CHROMIUM names, or Debian's."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


class BrowserError(Exception):
    """The browser refused a command, ended, or kept silent."""


@dataclass
class Page:
    """What one page said and asked for since it was opened."""

    session: str
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    loaded: bool = False


class Browser:
    """One browser with a profile of its own, ended and removed when the `with` is left."""

    def __init__(self, command: str) -> None:
        self._profile = Path(tempfile.mkdtemp(prefix="factlint-chromium-"))
        commands, self._send = os.pipe()
        self._receive, answers = os.pipe()
        # The protocol wants 3 for commands and 4 for answers; both are moved out of the way of each other first.
        moves = ((commands, 100), (answers, 101), (100, 3), (101, 4))
        actions: list[Any] = [(os.POSIX_SPAWN_OPEN, at, os.devnull, os.O_WRONLY, 0) for at in (1, 2)]
        actions += [(os.POSIX_SPAWN_DUP2, one, other) for one, other in moves]
        arguments = [command, *FLAGS, f"--user-data-dir={self._profile}", "about:blank"]
        self._process = os.posix_spawn(command, arguments, dict(os.environ), file_actions=actions, setpgroup=0)
        os.close(commands)
        os.close(answers)
        self._buffer = b""
        self._last = 0
        self._pages: dict[str, Page] = {}
        self._target: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._send)
        os.close(self._receive)
        os.killpg(self._process, signal.SIGTERM)
        os.waitpid(self._process, 0)
        shutil.rmtree(self._profile, ignore_errors=True)

    def open(
        self,
        address: str,
        *,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        script: bool = True,
        media: str = "",
    ) -> Page:
        """A new page at an address, once it has loaded; the one before it is closed."""
        target = self.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        if self._target is not None:
            self.call("Target.closeTarget", {"targetId": self._target})
        self._target = target
        page = Page(self.call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"])
        self._pages[page.session] = page
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable", {}, page)
        self.call("Emulation.setScriptExecutionDisabled", {"value": not script}, page)
        self.resize(page, width, height)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", {"media": media, "features": [scheme]}, page)
        page.requests.clear()
        self.call("Page.navigate", {"url": address}, page)
        deadline = time.monotonic() + PATIENCE
        while not page.loaded:
            self._step(deadline)
        return page

    def resize(self, page: Page, width: int, height: int) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.call("Emulation.setDeviceMetricsOverride", metrics, page)

    def ask(self, page: Page, expression: str) -> Any:
        """The value of an expression, awaited if it is a promise."""
        asked = {"expression": expression, "returnByValue": True, "awaitPromise": True}
        answer = self.call("Runtime.evaluate", asked, page)
        if "exceptionDetails" in answer:
            raise BrowserError(json.dumps(answer["exceptionDetails"])[:2_000])
        return answer["result"].get("value")

    def press(self, page: Page, key: str, code: int) -> None:
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent", {"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code}, page
            )

    def picture(self, page: Page, *, whole: bool = True) -> bytes:
        """A PNG of what is in view, or of the whole page."""
        asked = {"format": "png", "captureBeyondViewport": whole}
        return base64.b64decode(self.call("Page.captureScreenshot", asked, page)["data"])

    def pdf(self, page: Page) -> bytes:
        asked = {"printBackground": False, "preferCSSPageSize": True}
        return base64.b64decode(self.call("Page.printToPDF", asked, page)["data"])

    def call(self, method: str, parameters: Mapping[str, Any], page: Page | None = None) -> dict[str, Any]:
        """The answer to a command.

        Raises:
            BrowserError: it was refused, or none came.
        """
        self._last += 1
        message: dict[str, Any] = {"id": self._last, "method": method, "params": dict(parameters)}
        if page is not None:
            message["sessionId"] = page.session
        wanted = self._last
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._send, data) :]
        deadline = time.monotonic() + PATIENCE
        while True:
            answer = self._step(deadline)
            if answer.get("id") == wanted:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result

    def _step(self, deadline: float) -> dict[str, Any]:
        """The next message; what happens on a page is noted in passing."""
        while b"\0" not in self._buffer:
            ready, _, _ = select([self._receive], [], [], max(deadline - time.monotonic(), 0))
            read = os.read(self._receive, 1 << 20) if ready else b""
            if not read:
                raise BrowserError("the browser does not answer")
            self._buffer += read
        raw, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(raw)
        page = self._pages.get(message.get("sessionId", ""))
        if page is not None and "method" in message:
            _note(page, message["method"], message["params"])
        return message


def _note(page: Page, method: str, said: dict[str, Any]) -> None:
    match method:
        case "Page.loadEventFired":
            page.loaded = True
        case "Network.requestWillBeSent":
            page.requests.append(said["request"]["url"])
        case "Runtime.consoleAPICalled":
            page.console.append(f"{said['type']}: {[it.get('value', it.get('description')) for it in said['args']]}")
        case "Runtime.exceptionThrown":
            page.console.append(f"exception: {said['exceptionDetails'].get('text')}")
        case "Log.entryAdded":
            page.console.append(f"{said['entry']['level']}: {said['entry']['text']}")
        case _:
            pass
