"""The log of requests: what the server was asked, when, and what it answered."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from fnmatch import fnmatchcase
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import Self, TextIO


@dataclass(slots=True, kw_only=True)
class Record:
    """One request. ``at`` and ``finished`` are seconds of a monotonic clock, ``wall`` Unix time.

    ``host`` is the Host header without its port, ``target`` path and query as sent. ``status`` is 0 and
    ``finished`` None while the answer is under way; ``sent`` counts body bytes. ``fault`` names the fault
    that answered, if one did; ``article`` is the number of the article that the address shows, 0 for none.
    """

    at: float
    wall: float
    host: str
    method: str
    target: str
    headers: Mapping[str, str]
    peer: int = 0
    status: int = 0
    sent: int = 0
    finished: float | None = None
    fault: str = ""
    article: int = 0

    @property
    def path(self) -> str:
        """The path without the query."""
        return self.target.partition("?")[0]

    @property
    def user_agent(self) -> str:
        """Who asked, in their own words."""
        return self.headers.get("user-agent", "")

    @property
    def conditional(self) -> bool:
        """Whether the asker named what it has already."""
        return "if-none-match" in self.headers or "if-modified-since" in self.headers


@dataclass(slots=True)
class Journal:
    """The requests in the order of their arrival. Reading is safe while the server writes."""

    records: list[Record] = field(default_factory=list)
    _file: TextIO | None = None
    _lock: Lock = field(default_factory=Lock)

    @classmethod
    def to_file(cls, path: Path) -> Self:
        """A journal that also appends each finished request to ``path``, one JSON object a line."""
        return cls(_file=path.open("a", encoding="utf-8", buffering=1))

    @classmethod
    def from_file(cls, path: Path) -> Self:
        """Read the file that a server wrote; a last line cut by a kill is left out."""
        lines = path.read_text(encoding="utf-8").split("\n")[:-1] if path.exists() else []
        return cls(sorted((Record(**json.loads(line)) for line in lines), key=lambda record: record.at))

    def begin(self, record: Record) -> None:
        """Note a request that has arrived."""
        with self._lock:
            self.records.append(record)

    def finish(self, record: Record) -> None:
        """Note that its answer is out."""
        if self._file:
            self._file.write(json.dumps(asdict(record), ensure_ascii=False) + "\n")

    def clear(self) -> None:
        """Forget what was asked so far, for a test's second act."""
        with self._lock:
            self.records.clear()

    def close(self) -> None:
        """Close the file, if there is one."""
        if self._file:
            self._file.close()
            self._file = None

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[Record]:
        with self._lock:
            return iter(list(self.records))

    def to(self, host: str, path: str = "*", *, status: int | None = None) -> list[Record]:
        """The requests to a host; ``path`` is a pattern ('/rss/*') for the path, or for path and query."""
        return [
            record
            for record in self
            if fnmatchcase(record.host, host)
            and (fnmatchcase(record.path, path) or fnmatchcase(record.target, path))
            and status in (None, record.status)
        ]

    def targets(self, host: str = "*", path: str = "*") -> list[str]:
        """Path and query of the requests to a host, in order."""
        return [record.target for record in self.to(host, path)]

    def hosts(self) -> set[str]:
        """Every host that was asked for."""
        return {record.host for record in self}

    def gaps(self, host: str) -> list[float]:
        """Seconds from the arrival of each request to a host to the arrival of the next."""
        times = [record.at for record in self.to(host)]
        return [later - earlier for earlier, later in pairwise(times)]

    def pauses(self, host: str) -> list[float]:
        """Seconds from the end of each answer to the next request; negative where they overlap."""
        records = self.to(host)
        pairs = pairwise(records)
        return [later.at - earlier.finished for earlier, later in pairs if earlier.finished is not None]

    def max_concurrency(self, host: str = "*") -> int:
        """How many requests to a host were open at once, at the most."""
        return _most_at_once(self.to(host))

    def repeated(self, host: str = "*", path: str = "*", *, status: int = 200) -> dict[str, int]:
        """Addresses (host, path and query) answered with ``status`` more than once, and how often."""
        counts = Counter(record.host + record.target for record in self.to(host, path, status=status))
        return {address: count for address, count in counts.items() if count > 1}

    def articles(self, host: str, *, status: int | None = None) -> Counter[int]:
        """How often each article of a site was asked for, by its number, whatever its address looked like."""
        return Counter(record.article for record in self.to(host, status=status) if record.article)

    def listings(self, host: str) -> list[Record]:
        """The requests to a host that were for no article."""
        return [record for record in self.to(host) if not record.article]

    def statuses(self, host: str = "*") -> Counter[int]:
        """How often each status was answered."""
        return Counter(record.status for record in self.to(host))


def _most_at_once(records: Iterable[Record]) -> int:
    """The deepest overlap; where one ends as another begins, the end comes first."""
    edges = []
    for record in records:
        edges.append((record.at, 1))
        if record.finished is not None:
            edges.append((record.finished, -1))
    open_now = most = 0
    for _, step in sorted(edges):
        open_now += step
        most = max(most, open_now)
    return most
