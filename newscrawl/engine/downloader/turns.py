"""Whose turn it is to ask a host: one request at a time, a least time apart, whoever crawls it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from scrapy import Request
from scrapy.crawler import Crawler


@dataclass(eq=False, slots=True)
class Waiting:
    """A request that waits for its turn at a host.

    ``delay`` are the seconds that must have passed since the host's last request was sent, ``at_once`` is how
    many requests may be under way to it together.
    """

    crawler: Crawler
    request: Request
    delay: float
    at_once: int
    turn: asyncio.Future[None]


class Host:
    """One host: when it was asked last, what it asks for, and who waits for it."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.least = 0.0
        """Seconds between two requests that its robots.txt asks for."""
        self.asked_at = float("-inf")
        """When it was asked last, by the clock of the event loop."""
        self.waiting: deque[Waiting] = deque()
        self._loop = loop
        self._under_way = 0
        self._rests_until = float("-inf")
        self._timer: asyncio.TimerHandle | None = None

    @property
    def rest(self) -> float:
        """Seconds for which it wants no request; 0 where it does not rest."""
        return max(0.0, self._rests_until - self._loop.time())

    def rest_for(self, seconds: float) -> None:
        """Ask nothing of it for so long."""
        self._rests_until = max(self._rests_until, self._loop.time() + seconds)

    def sent(self) -> None:
        """A request was written to the network just now: the least time counts from here."""
        self.asked_at = self._loop.time()

    async def wait(self, waiting: Waiting) -> None:
        """Return when the request may be sent; raises what :meth:`Turns.put_off` gives."""
        self.waiting.append(waiting)
        self._serve()
        await waiting.turn

    def ended(self) -> None:
        """A request that had its turn is done with."""
        self._under_way -= 1
        self._serve()

    def _serve(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while self.waiting:
            first = self.waiting[0]
            if first.turn.done():
                self.waiting.popleft()
                continue
            if self._under_way >= first.at_once:
                return
            pause = max(self.asked_at + max(first.delay, self.least) - self._loop.time(), self.rest)
            if pause > 0:
                self._timer = self._loop.call_later(pause, self._serve)
                return
            self.waiting.popleft()
            self._under_way += 1
            self.sent()
            first.turn.set_result(None)


class Turns:
    """The hosts that one event loop asks, whichever crawls do: slots of Scrapy belong to one crawl each."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._hosts: dict[str, Host] = {}

    def host(self, name: str) -> Host:
        """The host of that name."""
        host = self._hosts.get(name)
        if host is None:
            host = self._hosts[name] = Host(self._loop)
        return host

    @asynccontextmanager
    async def turn(
        self, crawler: Crawler, request: Request, name: str, *, delay: float, at_once: int
    ) -> AsyncIterator[Host]:
        """Wait for the turn of ``request`` at the host ``name``, and hold it."""
        host = self.host(name)
        await host.wait(Waiting(crawler, request, delay, max(1, at_once), self._loop.create_future()))
        try:
            yield host
        finally:
            host.ended()

    def put_off(self, crawler: Crawler, error: Callable[[Request], Exception | None]) -> None:
        """Let the requests of ``crawler`` that still wait fail with what ``error`` gives, if anything."""
        for host in self._hosts.values():
            for waiting in host.waiting:
                if waiting.crawler is crawler and not waiting.turn.done():
                    fault = error(waiting.request)
                    if fault is not None:
                        waiting.turn.set_exception(fault)
            host._serve()


_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, Turns] = WeakKeyDictionary()


def turns() -> Turns:
    """The turns of the event loop that runs: all crawls in it ask a host in turn."""
    loop = asyncio.get_running_loop()
    if loop not in _turns:
        _turns[loop] = Turns(loop)
    return _turns[loop]
