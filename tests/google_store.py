"""A server that answers as Google Cloud Storage does, in memory, and that can be told to fail."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

import pytest

BUCKET = "berita"
WRITING = ("POST", "PUT")
_REASONS = {
    401: "authError",
    403: "forbidden",
    404: "notFound",
    503: "backendError",
}


@dataclass(slots=True)
class GoogleStore:
    """The server: its address, what it fails with and how often still, and what it was asked."""

    address: str = ""
    failing: int = 0
    status: int = 503
    asked: list[tuple[str, str]] = field(default_factory=list)
    storage: Any = None
    gate: Lock = field(default_factory=Lock)

    def files(self) -> dict[str, bytes]:
        """What lies in the bucket, by name."""
        found = self.storage.get_file_list(BUCKET)
        each = found[0] if isinstance(found, tuple) else found
        return {one["name"]: self.storage.get_file(BUCKET, one["name"]) for one in each}

    def put(self, name: str, content: bytes) -> None:
        """Put an object into the bucket."""
        place = f"{self.address}/upload/storage/v1/b/{BUCKET}/o?uploadType=media&name={quote(name, safe='')}"
        request = Request(place, data=content, headers={"Content-Type": "application/octet-stream"})
        urlopen(request).close()

    def empty(self) -> None:
        """Remove all that lies in the bucket, and what was asked."""
        self.failing, self.status = 0, 503
        self.storage.wipe(keep_buckets=True)
        self.asked.clear()


@contextmanager
def running_google_store() -> Iterator[GoogleStore]:
    """A server with an empty bucket; skips where it or the extra ``gs`` is not installed."""
    for name in ("gcsfs", "google.cloud.storage", "gcp_storage_emulator"):
        pytest.importorskip(name, reason=f"{name} is not installed")
    from gcp_storage_emulator.handlers.buckets import create_bucket  # noqa: PLC0415
    from gcp_storage_emulator.storage import Storage  # noqa: PLC0415

    store = GoogleStore(storage=Storage(use_memory_fs=True))
    create_bucket(BUCKET, store.storage)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(store))
    store.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield store
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(store: GoogleStore) -> Any:
    from gcp_storage_emulator.server import RequestHandler, Router  # noqa: PLC0415

    class Answering(RequestHandler):  # type: ignore[misc]
        def __init__(self, *args: Any) -> None:
            super().__init__(store.storage, *args)

        def answer(self) -> None:
            store.asked.append((self.command, urlsplit(self.path).path))
            if store.failing and self.command in WRITING:
                store.failing -= 1
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                self._refuse()
                return
            with store.gate:  # its storage knows of no threads
                Router(self).handle(self.command)

        do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = answer

        def _refuse(self) -> None:
            reason = _REASONS[store.status]
            told = {"code": store.status, "message": reason, "errors": [{"reason": reason}]}
            body = json.dumps({"error": told}).encode()
            self.send_response(store.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Answering


def use_google(store: GoogleStore, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Let this process and those that it starts find ``store``, and no keys of this machine's."""
    monkeypatch.delenv("GOOGLE_APPLICATION_CREDENTIALS", raising=False)
    monkeypatch.setenv("CLOUDSDK_CONFIG", str(home))
    monkeypatch.setenv("NO_GCE_CHECK", "true")  # nor is Google's network asked whether this is its machine
    monkeypatch.setenv("STORAGE_EMULATOR_HOST", store.address)
