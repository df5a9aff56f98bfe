"""What a run is doing now: a table that moves on a terminal, a line a minute elsewhere."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.utils.asyncio import AsyncioLoopingCall, create_looping_call
from twisted.internet.task import LoopingCall

from newscrawl.engine.statistics import statistics_of
from newscrawl.monitoring.summary import failures

if TYPE_CHECKING:
    from rich.console import Group

_TERMINAL_SECONDS = 0.5
_ROWS = 30
"""So many sites fit on a screen; those at work come first."""

_COLOURS = {"starting": "dim", "crawling": "", "finished": "green", "closespider_timeout": "yellow"}


@dataclass(frozen=True, slots=True)
class Row:
    """A site's progress. ``queued`` are requests known and not yet answered; ``left`` are seconds."""

    site: str
    state: str
    articles: int
    per_minute: float
    queued: int
    failed: int
    left: float | None


class Watched(Protocol):
    """What is watched: the crawlers by site, and how many sites have not begun."""

    crawlers: dict[str, Crawler]

    @property
    def waiting(self) -> int: ...


def row_of(site: str, stats: Mapping[str, Any], *, queued: int, now: datetime) -> Row:
    """The row of a site from its statistics."""
    begun = stats.get("start_time")
    ended = stats.get("finish_reason")
    seconds = (stats.get("finish_time", now) - begun).total_seconds() if begun else 0.0
    articles, answers = stats.get("newscrawl/articles", 0), stats.get("response_received_count", 0)
    return Row(
        site,
        str(ended) if ended else ("crawling" if begun else "starting"),
        articles,
        60 * articles / seconds if seconds >= 1 else 0.0,
        0 if ended else queued,
        sum(failures(stats).values()),
        queued * seconds / answers if answers and not ended else None,
    )


def rows_of(watched: Watched, now: datetime) -> list[Row]:
    """A row for each site that has begun, those at work first."""
    rows = [
        row_of(site, statistics_of(crawler), queued=_queued(crawler), now=now)
        for site, crawler in watched.crawlers.items()
    ]
    return sorted(rows, key=lambda row: row.left is None)


def plain_line(rows: list[Row], waiting: int) -> str:
    """All sites in one line, without control characters."""
    at_work = [row for row in rows if row.state in ("crawling", "starting")]
    ended = len(rows) - len(at_work)
    left = max((row.left for row in at_work if row.left is not None), default=None)
    return (
        f"{ended} of {len(rows) + waiting} sites done,"
        f" {sum(row.articles for row in rows)} articles"
        f" ({sum(row.per_minute for row in at_work):.0f} a minute),"
        f" {sum(row.queued for row in rows)} requests queued, {sum(row.failed for row in rows)} failed"
        + (f", about {duration(left)} left" if left is not None else "")
    )


def duration(seconds: float) -> str:
    """A length of time as people say it: 45 s, 12 min, 2.5 h."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


class Progress:
    """Shows how a session goes on, for as long as it is entered: ``with Progress(session, ...)``.

    On a terminal (and with rich) a table is kept up to date and log lines scroll above it; elsewhere one
    plain line comes every ``seconds``.
    """

    def __init__(self, watched: Watched, *, seconds: float = 60.0, live: bool | None = None) -> None:
        self._watched = watched
        self._live = _make_live() if (sys.stdout.isatty() if live is None else live) else None
        self._seconds = _TERMINAL_SECONDS if self._live else seconds
        self._calls: AsyncioLoopingCall | LoopingCall | None = None
        self._redirected: list[tuple[logging.StreamHandler[Any], Any]] = []

    def watch(self, site: str, crawler: Crawler) -> None:
        """Begin with the first spider: only then there is a loop to be called by."""
        crawler.signals.connect(self._begin, signal=signals.spider_opened)

    def __enter__(self) -> Progress:
        if self._live:
            self._live.start()
            self._send_logs_above()
        return self

    def __exit__(self, *_: object) -> None:
        if self._calls and self._calls.running:
            self._calls.stop()
        for handler, stream in self._redirected:
            handler.setStream(stream)
        if self._live:
            self._live.stop()

    def _begin(self) -> None:
        if self._calls is None:
            self._calls = create_looping_call(self._show)
            self._calls.start(self._seconds, now=False)

    def _show(self) -> None:
        now = datetime.now(UTC)
        rows = rows_of(self._watched, now)
        if self._live:
            self._live.update(screen_of(rows, self._watched.waiting), refresh=True)
        else:
            line = plain_line(rows, self._watched.waiting)
            print(f"{now.astimezone():%H:%M:%S} {line}", flush=True)  # noqa: T201

    def _send_logs_above(self) -> None:
        """Rich stands in for standard error while it shows; handlers made before hold the real one."""
        for handler in logging.root.handlers:
            if isinstance(handler, logging.StreamHandler) and handler.stream is sys.__stderr__:
                self._redirected.append((handler, handler.setStream(sys.stderr)))


def screen_of(rows: list[Row], waiting: int) -> Group:
    """A table for a terminal, and the sums below it."""
    from rich.console import Group  # noqa: PLC0415 (an extra)
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table()
    for head in ("site", "state", "articles", "a minute", "queued", "failed", "left"):
        table.add_column(head, justify="left" if head in ("site", "state") else "right", no_wrap=True)
    for row in rows[:_ROWS]:
        left = duration(row.left) if row.left is not None else ""
        numbers = (row.articles, f"{row.per_minute:.0f}", row.queued, row.failed)
        state = Text(row.state, style=_COLOURS.get(row.state, "red"))
        table.add_row(Text(row.site), state, *(Text(str(cell)) for cell in (*numbers, left)))
    more = len(rows) - _ROWS
    hidden = f"{more} more sites have no room here; " if more > 0 else ""
    return Group(table, Text(hidden + plain_line(rows, waiting)))


def _make_live() -> Any:
    """Rich's live display; None where rich is not installed."""
    try:
        from rich.live import Live  # noqa: PLC0415 (an extra)
    except ModuleNotFoundError:
        return None
    return Live(auto_refresh=False, transient=True)


def _queued(crawler: Crawler) -> int:
    engine = crawler.engine if crawler.crawling and crawler.spider else None
    if engine is None or engine.scheduler is None:
        return 0
    scheduled = engine.scheduler
    return len(engine.downloader.active) + (len(scheduled) if hasattr(scheduled, "__len__") else 0)
