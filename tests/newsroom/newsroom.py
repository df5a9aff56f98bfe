"""The newsroom: many replica sites behind one address, told apart by the Host header."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

from tests.newsroom import control
from tests.newsroom.breaking import broken
from tests.newsroom.control import CONTROL_HOST
from tests.newsroom.faults import ArmedFault, Fault, FaultBook
from tests.newsroom.journal import Journal
from tests.newsroom.messages import Request, Response, compressed, not_found, with_validators
from tests.newsroom.server import Server
from tests.newsroom.sites.kinds import make_site
from tests.newsroom.sites.site import Site
from tests.newsroom.stories import Story

_HARMLESS = {"slow", "headers"}
"""Faults that leave the answer right, so that 304 stays possible."""


class Newsroom:
    """Serves replica sites on loopback: ``with Newsroom([site, ...]) as newsroom``.

    A request is answered by the site that its Host header names; for loopback and unknown names the
    ``default`` site (else the first) answers, with links on the asker's own origin. ``latency`` seconds pass
    before every answer. ``log_file`` gets one JSON line a request.
    """

    def __init__(
        self,
        sites: Iterable[Site],
        *,
        default: Site | None = None,
        port: int = 0,
        latency: float = 0.0,
        log_file: Path | None = None,
    ) -> None:
        self._sites: dict[str, Site] = {}
        self._default = default
        self.latency = latency
        self.log = Journal.to_file(log_file) if log_file else Journal()
        self._faults = FaultBook()
        self._server = Server(self.answer, self.log, port=port, unlogged={CONTROL_HOST})
        for site in sites:
            self.add(site)

    def start(self) -> Self:
        """Begin to answer; raises OSError for a port that is taken."""
        self._server.start()
        return self

    def stop(self) -> None:
        """Close the port and every connection."""
        self._server.stop()
        self.log.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def port(self) -> int:
        """The port, known once started."""
        return self._server.port

    @property
    def address(self) -> str:
        """Where it answers, such as http://127.0.0.1:40123 (the value for NEWSCRAWL_MIRROR)."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def errors(self) -> list[Exception]:
        """Mistakes of the newsroom itself; a test may want it empty."""
        return self._server.errors

    @property
    def sites(self) -> list[Site]:
        """The sites, each once."""
        return list(dict.fromkeys(self._sites.values()))

    def site(self, host: str) -> Site:
        """The site of that name; raises KeyError."""
        return self._sites[host]

    def add(self, site: Site) -> Site:
        """Serve a site, in place of one of the same name: a redesign while the server runs."""
        for host in site.hosts:
            self._sites[host] = site
        return site

    def edit(self, host: str, number: int, **changes: Any) -> Story:
        """Change fields of an article (title, paragraphs, published_at, ...); the changed article."""
        return self._sites[host].book.edit(number, **changes)

    def publish(self, host: str, **fields: Any) -> Story:
        """Add one new article to a site, invented where fields are not given; the article."""
        return self._sites[host].book.publish(**fields)

    def withdraw(self, host: str, number: int, *, status: int = 404) -> None:
        """Take an article offline: its address answers with ``status`` (404 or 410)."""
        self._sites[host].book.withdraw(number, status=status)

    def restore(self, host: str, number: int) -> None:
        """Bring a withdrawn article back."""
        self._sites[host].book.restore(number)

    def syndicate(self, host: str, number: int, to: str, **changes: Any) -> Story:
        """Publish an article of one site on another as well, its text word for word unless changed."""
        story = self._sites[host].book.story(number)
        copied = ("title", "deck", "section", "tags", "paragraphs", "caption", "dateline", "source", "codes")
        fields = {name: getattr(story, name) for name in copied}
        return self.publish(to, **{**fields, **changes})

    def redesign(self, host: str, kind: str, **options: Any) -> Site:
        """Serve the same articles of a host by another kind of site, such as 'varient2' for 'varient1'."""
        old = self._sites[host]
        return self.add(make_site(kind, old.host, book=old.book, **{"brand": old.brand, **options}))

    def fault(self, host: str, path: str, fault: Fault) -> ArmedFault:
        """Let addresses fail; ``host`` and ``path`` may hold '*', the path may hold the query."""
        return self._faults.arm(host, path, fault)

    @property
    def faults(self) -> list[ArmedFault]:
        """All faults ever armed, by their number."""
        return self._faults.armed

    def clear_faults(self) -> None:
        """Everything works again."""
        self._faults.clear()

    def answer(self, request: Request) -> Response:
        """The answer of the site that is asked, as the faults leave it."""
        if request.hostname == CONTROL_HOST:
            return control.answer(self, request)
        if request.method not in {"GET", "HEAD"}:
            response = Response(b"", 405, headers={"allow": "GET, HEAD"})
        else:
            response = self._right_answer(request)
        response.delivery.wait += self.latency
        return response

    def _right_answer(self, request: Request) -> Response:
        site = self._sites.get(request.hostname) or self._default or next(iter(self._sites.values()), None)
        response = site.answer(request) if site else not_found()
        fault = self._faults.striking(request)
        if site and site.conditional and (fault is None or fault.kind in _HARMLESS):
            response = with_validators(request, response)
        if site and site.compress and fault is None:
            response = compressed(request, response)
        return broken(request, response, fault) if fault else response
