"""A real headless Chromium, steered over its DevTools protocol."""

from __future__ import annotations

import base64
import itertools
import json
import os
import re
import shutil
import subprocess
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest
from websockets.sync.client import ClientConnection, connect

from tests.patience import patience, wait_until

PROGRAM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)

needs_chromium = pytest.mark.skipif(not PROGRAM, reason="chromium is not installed")


class Browser:
    """One page in a browser without a window.

    ``errors`` are what the console, scripts and the network complained of, ``requests`` the addresses that
    the page asked for.
    """

    def __init__(self, *, width: int = 1280, height: int = 900, dark: bool = False) -> None:
        self._profile = tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True)
        self._size = (width, height)
        self._dark = dark
        self._numbers = itertools.count(1)
        self._closing = ExitStack()
        self.errors: list[str] = []
        self.requests: list[str] = []

    def __enter__(self) -> Self:
        flags = ["--headless=new", "--disable-gpu", "--no-first-run", "--remote-debugging-port=0"]
        flags += ["--no-sandbox"] if os.geteuid() == 0 else []
        flags += ["--disable-dev-shm-usage", f"--user-data-dir={self._profile.name}", "about:blank"]
        self._process = subprocess.Popen(
            [PROGRAM, *flags], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        port = self._port()
        with connect(f"ws://127.0.0.1:{port[0]}{port[1]}", max_size=None) as browser:
            self._socket: ClientConnection = browser
            target = self._order("Target.createTarget", url="about:blank")["targetId"]
        page = connect(f"ws://127.0.0.1:{port[0]}/devtools/page/{target}", max_size=None)
        self._socket = self._closing.enter_context(page)
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._order(f"{domain}.enable")
        self.resize(*self._size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if self._dark else "light"}
        self._order("Emulation.setEmulatedMedia", features=[scheme])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.close()
        self._process.terminate()
        self._process.wait(timeout=patience(20))
        self._profile.cleanup()

    def resize(self, width: int, height: int) -> None:
        """Give the page another size, as on a phone where it is narrow."""
        self._order(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )

    def open(self, address: str, *, until: str = "document.readyState === 'complete'") -> None:
        """Go to an address and wait until the expression ``until`` is true."""
        self.evaluate("window.left = true")
        self._order("Page.navigate", url=address)
        self.wait(f"!window.left && location.href !== 'about:blank' && ({until})")

    def wait(self, expression: str) -> None:
        """Wait until an expression is true."""
        wait_until(lambda: self.evaluate(expression), lambda: f"{expression}; errors: {self.errors}")

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression, as JSON."""
        answer = self._order("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def choose(self, element: str, value: str) -> None:
        """Choose a value in a select element, as a person would."""
        script = f"const e = document.getElementById({json.dumps(element)}); e.value = {json.dumps(value)};"
        self.evaluate(
            f"(() => {{ {script} e.dispatchEvent(new Event('change', {{bubbles: true}})); return 1; }})()"
        )

    def screenshot(self, path: Path) -> None:
        """Write the whole page as a PNG."""
        answer = self._order("Page.captureScreenshot", captureBeyondViewport=True)
        path.write_bytes(base64.b64decode(answer["data"]))

    def _port(self) -> tuple[int, str]:
        file = Path(self._profile.name) / "DevToolsActivePort"

        def ready() -> bool:
            assert self._process.poll() is None, "chromium ended at once"
            return file.exists() and len(file.read_text().split()) == 2

        wait_until(ready, "the start of chromium")
        port, address = file.read_text().split()
        return int(port), address

    def _order(self, method: str, **options: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": options}))
        while True:
            message = json.loads(self._socket.recv(timeout=patience(60)))
            if message.get("id") == number:
                assert "error" not in message, message["error"]
                result: dict[str, Any] = message["result"]
                return result
            self._note(message)

    def _note(self, event: dict[str, Any]) -> None:
        method, facts = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.errors.append(str(facts["exceptionDetails"]))
        elif method == "Log.entryAdded" and facts["entry"]["level"] == "error":
            self.errors.append(facts["entry"]["text"])
        elif method == "Runtime.consoleAPICalled" and facts["type"] in ("error", "assert"):
            self.errors.append(str(facts["args"]))
        elif method == "Network.requestWillBeSent":
            address = facts["request"]["url"]
            if not re.match(r"(?:data|blob|about):", address):
                self.requests.append(address)
