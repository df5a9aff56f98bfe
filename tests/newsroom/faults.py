"""Faults on demand: what can go wrong between a crawler and a site, each by a name.

A ``Fault`` says what happens, how often and to whom; a ``FaultBook`` knows which address has which. What a
fault does to an answer stands in ``breaking.py``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from time import monotonic
from typing import Any, Self

from tests.newsroom.messages import Request

Options = Mapping[str, Any]

SCHEDULE = ("times", "after", "every", "faster_than", "agent", "method")


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to fail. Make it with the constructors below; each takes the schedule too.

    Schedule: ``times`` (how often, None for always), ``after`` (let so many requests pass first), ``every``
    (only each nth), ``faster_than`` (only requests less than so many seconds after the one before, as sites
    with a limit see it), ``agent`` (only askers whose User-Agent matches, such as '*scrapy*'), ``method``.
    """

    kind: str
    options: Options = field(default_factory=dict)
    times: int | None = None
    after: int = 0
    every: int = 1
    faster_than: float | None = None
    agent: str | None = None
    method: str | None = None

    @classmethod
    def named(cls, kind: str, **given: Any) -> Self:
        """The fault of that name, as control files and the command line name it; raises ValueError."""
        if kind not in kinds():
            raise ValueError(f"no fault {kind!r}; there are {', '.join(kinds())}")
        fault: Self = getattr(cls, kind)(**given)
        return fault

    @classmethod
    def _of(cls, kind: str, given: dict[str, Any], **options: Any) -> Self:
        schedule = {name: given.pop(name) for name in SCHEDULE if name in given}
        if given:
            raise TypeError(f"{kind}: no option {', '.join(given)}")
        return cls(kind, options, **schedule)

    @classmethod
    def status(cls, code: int, **schedule: Any) -> Self:
        """Answer with a status and a short page."""
        return cls._of("status", schedule, code=code)

    @classmethod
    def too_many(cls, retry_after: float | None = None, *, as_date: bool = False, **schedule: Any) -> Self:
        """429, with Retry-After in seconds or as an HTTP date."""
        return cls._of("status", schedule, code=429, retry_after=retry_after, as_date=as_date)

    @classmethod
    def unavailable(cls, retry_after: float | None = None, *, as_date: bool = False, **schedule: Any) -> Self:
        """503, with Retry-After in seconds or as an HTTP date."""
        return cls._of("status", schedule, code=503, retry_after=retry_after, as_date=as_date)

    @classmethod
    def server_error(cls, times: int | None = None, **schedule: Any) -> Self:
        """A burst of 500."""
        return cls._of("status", {"times": times, **schedule}, code=500)

    @classmethod
    def forbidden(cls, **schedule: Any) -> Self:
        """403, as sites give it to agents they do not like."""
        return cls._of("status", schedule, code=403)

    @classmethod
    def gone(cls, **schedule: Any) -> Self:
        """410."""
        return cls._of("status", schedule, code=410)

    @classmethod
    def slow(cls, seconds: float, **schedule: Any) -> Self:
        """The right answer, after a wait."""
        return cls._of("slow", schedule, seconds=seconds)

    @classmethod
    def stall(cls, seconds: float, *, midway: bool = False, **schedule: Any) -> Self:
        """Nothing for so long before the header fields, or in the middle of the body, then the rest."""
        return cls._of("stall" if midway else "slow", schedule, seconds=seconds)

    @classmethod
    def trickle(cls, size: int = 64, pause: float = 0.1, **schedule: Any) -> Self:
        """The right answer, a few bytes at a time."""
        return cls._of("trickle", schedule, size=size, pause=pause)

    @classmethod
    def cut(cls, share: float = 0.5, *, chunked: bool = False, **schedule: Any) -> Self:
        """The connection closes in the body: fewer bytes than Content-Length, or no last chunk."""
        return cls._of("cut", schedule, share=share, chunked=chunked)

    @classmethod
    def reset(cls, **schedule: Any) -> Self:
        """The connection is reset before any answer."""
        return cls._of("reset", schedule)

    @classmethod
    def hangup(cls, **schedule: Any) -> Self:
        """The connection closes without a byte."""
        return cls._of("hangup", schedule)

    @classmethod
    def garbage(cls, **schedule: Any) -> Self:
        """Bytes that are no HTTP answer."""
        return cls._of("garbage", schedule)

    @classmethod
    def charset(
        cls, declared: str | None, *, encoding: str = "utf-8", meta: str | None = None, **schedule: Any
    ) -> Self:
        """The page in ``encoding`` while the header declares another charset, or none (None).

        ``meta`` replaces the charset in the page's own meta element; "" takes the element out.
        """
        return cls._of("charset", schedule, declared=declared, encoding=encoding, meta=meta)

    @classmethod
    def double_encoded(cls, **schedule: Any) -> Self:
        """UTF-8 taken for windows-1252 and encoded once more."""
        return cls._of("double_encoded", schedule)

    @classmethod
    def redirect(cls, to: str, *, status: int = 302, **schedule: Any) -> Self:
        """A redirect to any address; see ``REDIRECT_TRAPS``."""
        return cls._of("redirect", schedule, to=to, status=status)

    @classmethod
    def redirect_loop(cls, length: int = 1, **schedule: Any) -> Self:
        """Redirects in a circle of ``length`` addresses; 1 is a page that leads to itself."""
        return cls._of("redirect_loop", schedule, length=length)

    @classmethod
    def challenge(cls, brand: str = "cloudflare", *, status: int = 200, **schedule: Any) -> Self:
        """A page that asks for a browser or a person: 'cloudflare', 'captcha' or 'script'."""
        return cls._of("challenge", schedule, brand=brand, status=status)

    @classmethod
    def empty(cls, **schedule: Any) -> Self:
        """200 and not a byte."""
        return cls._of("empty", schedule)

    @classmethod
    def huge(cls, megabytes: int = 50, *, declared: bool = False, **schedule: Any) -> Self:
        """The page and then HTML without end, streamed; ``declared`` says so in Content-Length."""
        return cls._of("huge", schedule, megabytes=megabytes, declared=declared)

    @classmethod
    def gzip_bomb(cls, megabytes: int = 50, **schedule: Any) -> Self:
        """As much, packed a thousandfold with Content-Encoding: gzip."""
        return cls._of("gzip_bomb", schedule, megabytes=megabytes)

    @classmethod
    def broken_html(cls, **schedule: Any) -> Self:
        """The page with its closing tags torn out, quotes open, NUL bytes in it."""
        return cls._of("broken_html", schedule)

    @classmethod
    def html(cls, *, keep_type: bool = False, **schedule: Any) -> Self:
        """An HTML page in place of a feed, a sitemap or JSON; ``keep_type`` keeps the Content-Type."""
        return cls._of("html", schedule, keep_type=keep_type)

    @classmethod
    def entity_bomb(cls, **schedule: Any) -> Self:
        """The feed or sitemap with entities that expand to a billion."""
        return cls._of("entity_bomb", schedule)

    @classmethod
    def external_entity(cls, address: str = "file:///etc/passwd", **schedule: Any) -> Self:
        """The feed or sitemap with an external entity as its first address."""
        return cls._of("external_entity", schedule, address=address)

    @classmethod
    def sitemap_loop(cls, length: int = 1, **schedule: Any) -> Self:
        """A sitemap index that leads to itself, by way of ``length`` addresses."""
        return cls._of("sitemap_loop", schedule, length=length)

    @classmethod
    def endless_sitemap(cls, **schedule: Any) -> Self:
        """A sitemap index that leads to ever new sitemap indexes."""
        return cls._of("endless_sitemap", schedule)

    @classmethod
    def vast_sitemap(cls, urls: int = 1_000_000, **schedule: Any) -> Self:
        """A sitemap index over so many addresses in sitemaps of 50,000, streamed."""
        return cls._of("vast_sitemap", schedule, urls=urls)

    @classmethod
    def binary(cls, size: int = 20_000, **schedule: Any) -> Self:
        """Bytes of no text under text/html."""
        return cls._of("binary", schedule, size=size)

    @classmethod
    def headers(cls, fields: Mapping[str, str], **schedule: Any) -> Self:
        """The right answer with other header fields, lower case: {'content-type': 'text/plain'}."""
        return cls._of("headers", schedule, fields=dict(fields))

    @classmethod
    def body(cls, text: str, *, content_type: str | None = None, **schedule: Any) -> Self:
        """Any body in place of the right one."""
        return cls._of("body", schedule, text=text, content_type=content_type)


def kinds() -> list[str]:
    """The names of all faults."""
    makers = (name for name, member in vars(Fault).items() if isinstance(member, classmethod))
    return sorted(set(makers) - {"named", "_of"})


REDIRECT_TRAPS = {
    "loopback": "http://127.0.0.1:9/rahasia",
    "loopback name": "http://localhost:9/rahasia",
    "loopback IPv6": "http://[::1]:9/rahasia",
    "private": "http://10.0.0.1/admin",
    "link-local": "http://169.254.169.254/latest/meta-data/",
    "decimal address": "http://2130706433:9/rahasia",
    "other domain": "https://situs-lain.example/umpan",
    "file": "file:///etc/passwd",
    "ftp": "ftp://ftp.example/berkas.txt",
    "javascript": "javascript:alert(1)",
    "data": "data:text/html,<h1>umpan</h1>",
}
"""Addresses that no redirect and no link may lead a crawler to."""


@dataclass(slots=True)
class ArmedFault:
    """A fault on an address, the ``number``-th of its newsroom.

    ``seen`` counts the requests that matched, ``served`` those that failed.
    """

    host: str
    path: str
    fault: Fault
    number: int = 0
    seen: int = 0
    served: int = 0
    removed: bool = False
    _last: float = -math.inf

    def remove(self) -> None:
        """The address works again."""
        self.removed = True

    def strikes(self, request: Request) -> bool:
        """Whether this request fails; counts it."""
        if self.removed or not self._matches(request):
            return False
        self.seen += 1
        turn = self.seen - self.fault.after
        slow_enough = self._slow_enough()
        if turn <= 0 or turn % self.fault.every or self._spent() or slow_enough:
            return False
        self.served += 1
        return True

    def _slow_enough(self) -> bool:
        before, self._last = self._last, monotonic()
        return self.fault.faster_than is not None and self._last - before >= self.fault.faster_than

    def _spent(self) -> bool:
        return self.fault.times is not None and self.served >= self.fault.times

    def _matches(self, request: Request) -> bool:
        fault = self.fault
        return (
            fnmatchcase(request.hostname, self.host)
            and (fnmatchcase(request.path, self.path) or fnmatchcase(request.target, self.path))
            and fault.method in (None, request.method)
            and (
                fault.agent is None or fnmatchcase(request.headers.get("user-agent", "").lower(), fault.agent)
            )
        )


class FaultBook:
    """The faults of a newsroom by number; the one armed last comes first."""

    def __init__(self) -> None:
        self.armed: list[ArmedFault] = []

    def arm(self, host: str, path: str, fault: Fault) -> ArmedFault:
        """Put a fault on the addresses that match; host and path are patterns like '*' and '/rss/*'."""
        armed = ArmedFault(host, path, fault, number=len(self.armed))
        self.armed.append(armed)
        return armed

    def clear(self) -> None:
        """Everything works again."""
        for armed in self.armed:
            armed.remove()

    def striking(self, request: Request) -> Fault | None:
        """The fault that this request meets, None where all is well."""
        return next((armed.fault for armed in reversed(self.armed) if armed.strikes(request)), None)
