"""A newsroom in a process of its own, for kill tests and benchmarks that must not share a core with it."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.newsroom.control import CONTROL_HOST, readable
from tests.newsroom.faults import Fault
from tests.newsroom.journal import Journal
from tests.newsroom.sites.kinds import site_of
from tests.newsroom.sites.site import NEWEST, Site
from tests.patience import end_of, patience

_ROOT = Path(__file__).resolve().parents[2]


class RemoteFault:
    """A fault armed in another process."""

    def __init__(self, newsroom: NewsroomProcess, number: int) -> None:
        self._newsroom = newsroom
        self._number = number

    def remove(self) -> int:
        """The address works again; how many requests failed."""
        return int(self._newsroom.order("remove_fault", fault=self._number))


class NewsroomProcess:
    """``python -m tests.newsroom`` with the orders of ``Newsroom``.

    ``sites`` are arguments of ``--site``, such as 'afederasi.com' or 'kabar.example=wordpress,theme=jnews'; a
    port other than 0 is kept, so that a server can be stopped and started anew at the same address. ``extra``
    are further arguments of the command.
    """

    def __init__(
        self,
        sites: Sequence[str] = ("afederasi.com",),
        *,
        articles: int = 60,
        newest: datetime = NEWEST,
        gap: timedelta = timedelta(minutes=47),
        port: int = 0,
        extra: Sequence[str] = (),
    ) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="newsroom-")
        self.log_path = Path(self._folder.name) / "access.jsonl"
        self._options: dict[str, Any] = {"articles": articles, "newest": newest, "gap": gap}
        self._specs = {site.partition("=")[0]: site for site in sites}
        self._process: subprocess.Popen[str] | None = None
        self._arguments = [f"--port={port}", f"--articles={articles}", f"--newest={newest.isoformat()}"]
        self._arguments += [f"--gap={gap.total_seconds() / 60}", f"--log={self.log_path}", *extra]
        self._arguments += [f"--site={site}" for site in sites]
        self.address = ""

    def start(self) -> Self:
        """Start the server and wait until it answers; raises RuntimeError with its words if it does not."""
        command = [sys.executable, "-m", "tests.newsroom", *self._arguments]
        self._process = subprocess.Popen(
            command, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        self.address = self._process.stdout.readline().strip()
        if not self.address:
            raise RuntimeError(f"the newsroom did not start: {self._process.communicate()[1]}")
        return self

    def stop(self) -> None:
        """Ask the server to end, and wait for it."""
        if self._process:
            self._process.terminate()
            end_of(self._process)
            self._process = None

    def kill(self) -> None:
        """End the server without warning."""
        if self._process:
            self._process.kill()
            end_of(self._process)
            self._process = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self._folder.cleanup()

    @property
    def port(self) -> int:
        """The port."""
        return int(self.address.rpartition(":")[2])

    @property
    def log(self) -> Journal:
        """The requests answered so far, read from the access log."""
        return Journal.from_file(self.log_path)

    def site(self, host: str) -> Site:
        """A twin of a site as it was at the start, to compare records with."""
        return site_of(self._specs[host], **self._options)

    def fault(self, host: str, path: str, fault: Fault) -> RemoteFault:
        """Let addresses fail."""
        return RemoteFault(self, self.order("fault", host=host, path=path, fault=asdict(fault)))

    def clear_faults(self) -> None:
        """Everything works again."""
        self.order("clear_faults")

    def edit(self, host: str, number: int, **changes: Any) -> None:
        """Change fields of an article."""
        self.order("edit", host=host, number=number, **readable(changes))

    def publish(self, host: str, **fields: Any) -> int:
        """Add a new article; its number."""
        return int(self.order("publish", host=host, **readable(fields)))

    def withdraw(self, host: str, number: int, *, status: int = 404) -> None:
        """Take an article offline."""
        self.order("withdraw", host=host, number=number, status=status)

    def redesign(self, host: str, kind: str, **options: Any) -> None:
        """Serve the same articles by another kind of site."""
        self.order("redesign", host=host, kind=kind, **options)

    def order(self, do: str, **fields: Any) -> Any:
        """Send an order; raises ValueError with the server's words for a bad one."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=patience(10))
        body = json.dumps({"do": do, **fields})
        try:
            connection.request("POST", "/", body, {"Host": CONTROL_HOST})
            answer = json.loads(connection.getresponse().read())
        finally:
            connection.close()
        if "error" in answer:
            raise ValueError(answer["error"])
        return answer["result"]
