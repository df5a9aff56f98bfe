"""Whether the newest that a source names reaches back to what is known, or something lies between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from newscrawl.discovery.ranges import moment_of
from newscrawl.discovery.source import Found, Source, Want


@dataclass
class _Reach:
    source: Source
    since: datetime | None
    named: int = 0
    known: bool = False


class Gaps:
    """Notes how far back each source of a crawl for the newest reaches.

    A source that was walked to its end by an earlier crawl, and now names new articles alone, none of them
    older than that crawl, does not reach what is known: what came between is on none of its pages. Where
    another source does reach it, nothing is missing.
    """

    def __init__(self, want: Want, knew: Callable[[Found, datetime], bool]) -> None:
        self._want = want
        self._knew = knew
        self._reaches: dict[str, _Reach] = {}

    def begin(self, source: Source, since: datetime | None) -> None:
        """A source is asked that an earlier crawl walked to its end at ``since``; None if none did."""
        self._reaches.setdefault(source.address(), _Reach(source, since))

    def note(self, source: Source, found: Found, *, known: bool) -> None:
        """Note an article that a source names."""
        reach = self._reaches.get(source.address())
        if reach is None or reach.known:
            return
        reach.named += 1
        # A source that was never walked to its end shows by what it knows that it reaches as far as others.
        oldest = min((each.since for each in self._reaches.values() if each.since), default=None)
        since = reach.since or oldest
        if known:
            # What a crawl found that was broken off says nothing of what came before it.
            reach.known = since is None or self._knew(found, since)
        else:
            dated = moment_of(found.published or found.modified, self._want)
            reach.known = bool(dated and since and dated < since)

    def unchanged(self, source: Source) -> None:
        """Note that a source is as it was."""
        self._reaches.setdefault(source.address(), _Reach(source, None)).known = True

    @property
    def since(self) -> datetime | None:
        """When the crawl was that everything is known of; None where no source falls short of it."""
        if any(reach.known for reach in self._reaches.values()):
            return None
        short = [reach.since for reach in self._reaches.values() if reach.since and reach.named]
        return min(short, default=None)

    @property
    def short(self) -> list[Source]:
        """The sources that were walked to their end once and do not reach back to that."""
        return [
            reach.source
            for reach in self._reaches.values()
            if reach.since and reach.named and not reach.known
        ]

    def text(self, site: str) -> str:
        """The gap in words; "" where there is none."""
        since = self.since
        if since is None:
            return ""
        moment = since.astimezone(self._want.now.tzinfo)
        ways = ", ".join(f"{source.kind} {source.address()}" for source in self.short)
        return (
            f"{site}: what came between {moment:%Y-%m-%d %H:%M} and the oldest that is named now may be"
            f" missing: {ways} no longer names anything that is known; crawl with"
            f" -a since={moment:%Y-%m-%d} where the site has an index or an archive"
        )
