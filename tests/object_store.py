"""A real S3 server on this machine, in memory, that can be told to fail."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

import pytest

_KEYS = {
    "AWS_ACCESS_KEY_ID": "penulis",
    "AWS_SECRET_ACCESS_KEY": "rahasia",
    "AWS_DEFAULT_REGION": "us-east-1",
    # Between two tries of the libraries' own, which are what is tested and not how long they take.
    "AWS_MAX_ATTEMPTS": "3",
}
BUCKET = "berita"

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


@dataclass(slots=True)
class ObjectStore:
    """The server: its address, how many requests to write it still fails, and what it was asked."""

    address: str = ""
    failing: int = 0
    asked: list[tuple[str, str]] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """By which Amazon's libraries find it."""
        return _KEYS | {"AWS_ENDPOINT_URL": self.address}

    def files(self) -> dict[str, bytes]:
        """What lies in the bucket, by name."""
        bucket = self._client().list_objects_v2(Bucket=BUCKET)
        return {each["Key"]: self._read(each["Key"]) for each in bucket.get("Contents", ())}

    def put(self, name: str, content: bytes) -> None:
        """Put an object into the bucket."""
        self._client().put_object(Bucket=BUCKET, Key=name, Body=content)

    def empty(self) -> None:
        """Remove all that lies in the bucket, and what was asked."""
        self.failing = 0
        for name in self.files():
            self._client().delete_object(Bucket=BUCKET, Key=name)
        self.asked.clear()

    def make(self) -> None:
        """Make the bucket."""
        self._client().create_bucket(Bucket=BUCKET)

    def _read(self, name: str) -> bytes:
        content: bytes = self._client().get_object(Bucket=BUCKET, Key=name)["Body"].read()
        return content

    def _client(self) -> Any:
        import boto3  # noqa: PLC0415 - an extra

        return boto3.client(
            "s3",
            endpoint_url=self.address,
            aws_access_key_id=_KEYS["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=_KEYS["AWS_SECRET_ACCESS_KEY"],
            region_name=_KEYS["AWS_DEFAULT_REGION"],
        )


@contextmanager
def running_store() -> Iterator[ObjectStore]:
    """A server with an empty bucket; skips where it or the extra ``s3`` is not installed."""
    for name in ("boto3", "s3fs", "moto.server", "flask_cors"):
        pytest.importorskip(name, reason=f"{name} is not installed")
    from moto.server import DomainDispatcherApplication, create_backend_app  # noqa: PLC0415
    from werkzeug.serving import make_server  # noqa: PLC0415

    store = ObjectStore()
    application = _failing(store, DomainDispatcherApplication(create_backend_app))
    server = make_server("127.0.0.1", 0, application, threaded=True)
    store.address = f"http://127.0.0.1:{server.port}"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        store.make()
        store.empty()  # what the server keeps is kept by its process, for other servers in it, too
        yield store
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _failing(store: ObjectStore, application: Application) -> Application:
    def answer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        store.asked.append((method, environ["PATH_INFO"]))
        if store.failing and method in ("PUT", "POST"):
            store.failing -= 1
            start("503 Service Unavailable", [("Content-Length", "0")])
            return []
        return application(environ, start)

    return answer


def use(store: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process and those that it starts find ``store``."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in store.environment.items():
        monkeypatch.setenv(name, value)
