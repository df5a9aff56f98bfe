"""What the parts of one crawl's discovery share: what is wanted, and what was seen so far."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime

from scrapy import Request

from newscrawl.discovery.days import Barren, DayLedger
from newscrawl.discovery.source import Reserve, Source, Step, Want
from newscrawl.discovery.walk import Walk
from newscrawl.engine.discovery.choosing import Choice
from newscrawl.engine.discovery.feeding import Feeder
from newscrawl.engine.discovery.gaps import Gaps
from newscrawl.engine.discovery.troubles import Troubles
from newscrawl.engine.spider import SiteSpider

logger = logging.getLogger(__name__)


@dataclass
class Tally:
    """What a group of sources gave: listings read, and articles named on them.

    ``kept`` and ``out_of_range`` are what the crawl had of either before the group was asked.
    """

    read: int = 0
    named: int = 0
    kept: int = 0
    out_of_range: int = 0


@dataclass
class Course:
    """One crawl's discovery as far as it has come.

    ``named_by`` counts articles by the address of the source that named them, ``alive`` holds the sources
    that name any, wanted or not, ``failed_in_a_row`` counts the listings of a source that could not be read
    since the last that could, ``reserves`` are listings held back.
    """

    spider: SiteSpider
    feeder: Feeder
    want: Want
    ledger: DayLedger
    choice: Choice
    gaps: Gaps
    troubles: Troubles = field(default_factory=Troubles)
    tally: Tally = field(default_factory=Tally)
    barren: Barren = field(default_factory=Barren)
    named_by: Counter[str] = field(default_factory=Counter)
    alive: set[str] = field(default_factory=set)
    failed_in_a_row: Counter[str] = field(default_factory=Counter)
    reserves: list[tuple[Reserve, Source]] = field(default_factory=list)
    _caught: dict[str, datetime | None] = field(default_factory=dict)
    _said: set[str] = field(default_factory=set)

    def walk(self, source: Source, step: Step) -> Walk:
        """A new walk over a listing: through all of it where a range, words or days bound it."""
        newest = not self.want.ranged and not self.want.query
        known = newest and not self.spider.args.fresh and self.want_of(source).caught_up_at is not None
        return Walk(
            # A walk that is to reach what is known goes on until it does, as far as the source has pages.
            bound=self.spider.latest_pages if newest and not known and not step.first_day else None,
            stop_at_known=known,
            of_days=step.first_day is not None,
            confirms_empty=step.first_day is not None and not self.want.query,
            of_words=bool(step.words),
        )

    def want_of(self, source: Source) -> Want:
        """What is wanted of a source: in a crawl for the newest, all since it was last walked to its end."""
        if self.want.ranged or self.want.query or self.spider.args.fresh:
            return self.want
        name = source.address()
        if name not in self._caught:
            since = self.spider.memory.caught_up_at(source)
            self.gaps.begin(source, since)
            self._caught[name] = since or self.gaps.since
        return replace(self.want, caught_up_at=self._caught[name])

    def listing(self, request: Request, source: Source, step: Step) -> Request:
        """``request`` as the first of a new walk over ``source``."""
        return self.spider.listing_request(request, source, self.walk(source, step))

    def not_whole(self, why: str, source: Source) -> None:
        """Count and say that a listing ended early."""
        self.spider.count("failed/listing")
        self.spider.count("listings/failed/cut-short")
        self.spider.memory.not_whole(source)
        self.say(f"Listing not whole, to be asked again by the next crawl: {why}", logging.WARNING)

    def say(self, line: str, level: int = logging.INFO) -> None:
        """Log a line once."""
        if line not in self._said:
            self._said.add(line)
            logger.log(level, line)
