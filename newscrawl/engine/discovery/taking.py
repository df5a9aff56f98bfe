"""Takes over what a listing names: which of it is new, which is wanted, what is to be said of the rest."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from scrapy import Request
from scrapy.http import Response

from newscrawl.archive.errors import ArchiveError
from newscrawl.discovery.ranges import side_of
from newscrawl.discovery.search import Search
from newscrawl.discovery.source import (
    STEP,
    Found,
    IncompleteListingError,
    NextPage,
    Paging,
    Reserve,
    Source,
    Step,
    UnreadableListingError,
)
from newscrawl.discovery.walk import Walk
from newscrawl.engine.discovery.choosing import Held
from newscrawl.engine.discovery.course import Course
from newscrawl.engine.discovery.feeding import Listing, Stream
from newscrawl.engine.discovery.following import Following
from newscrawl.engine.discovery.pages import lacks_browser
from newscrawl.engine.downloader.drawn import NEEDS_BROWSER

logger = logging.getLogger(__name__)

PIECE = 50
"""So many articles of a listing are compared with what is known at a time."""

SAID_ONE_BY_ONE = 10
"""So many unreadable listings are named in the log; the statistics count all."""


@dataclass
class Taking:
    """Reads the listings of one crawl."""

    course: Course
    following: Following
    _known: set[int] = field(default_factory=set)
    _unreadable_listings: int = 0

    def stream(self, response: Response, source: Source, walk: Walk) -> Stream:
        """Requests for a listing's articles; its further listings go to the feeder."""
        course, step = self.course, step_of(response)
        following: list[Request] = []
        walk.turn()
        try:
            for piece in _pieces(self._named(response, source, walk, following)):
                if piece is None:
                    yield None
                    continue
                unknown = course.spider.memory.unknown(response, piece)
                self._note_known(piece, unknown, source, walk)
                for found in unknown:
                    walk.want()
                    course.spider.count(f"discovery/found/{source.kind}")
                    yield course.spider.article_request(found, walk)
        except IncompleteListingError as error:
            # What it named was taken over; the source is walked again as if for the first time.
            course.tally.read += 1
            course.not_whole(str(error), source)
            course.ledger.end(step, complete=False)
            return
        except UnreadableListingError as error:
            self._unreadable(str(error), source, step)
            if source in course.spider.declared:
                course.troubles.unreadable(source, str(error))
            return
        except ArchiveError:  # no fault of the listing: who keeps the archive says so, and ends the crawl
            return
        except Exception:  # one broken listing never stops a crawl
            logger.exception("%s: the listing could not be read", response.url)
            self._unreadable(f"{response.url}: see the error above", source, step)
            return
        if not walk.has_named and (why := self._no_listing(response, source)):
            course.troubles.unreadable(source, why)
            self._unreadable(f"{response.url}: {why}", source, step)
            return
        self._note_read(response, source)
        self.take_up()
        self.following.go_on(walk, step, source, following)

    def _note_read(self, response: Response, source: Source) -> None:
        course = self.course
        course.troubles.answered(source)
        course.tally.read += 1
        course.failed_in_a_row[source.address()] = 0
        course.spider.memory.listing_read(response)

    def _no_listing(self, response: Response, source: Source) -> str:
        """Why a page that names nothing is no listing at all; "" where it may be an empty one."""
        if isinstance(source, Search) and (why := source.no_answer(response)):
            return why
        if not lacks_browser(response):
            return ""
        self.course.spider.count("listings/failed/needs-browser")
        return f"needs-browser: {NEEDS_BROWSER}"

    def take_up(self) -> None:
        """Ask for what waited until the shape of its address was known, and for pages to learn it from."""
        released = self.course.choice.released()
        if released:
            self.course.feeder.add_stream(self._released(released))
        for trial in self.course.choice.trials():
            for request in trial.start(self.course.want):
                self.course.spider.count("discovery/tried")
                self.course.feeder.add_listing(Listing(self.course.listing(request, trial, Step())))

    def _released(self, released: list[Held]) -> Stream:
        for held in released:
            found = self._judged(held.found, held.source, held.walk)
            unknown = self.course.spider.memory.unknown(None, [found]) if found else []
            self._note_known([found] if found else [], unknown, held.source, held.walk)
            for each in unknown:
                self.course.spider.count(f"discovery/found/{held.source.kind}")
                yield self.course.spider.article_request(each)
            yield None

    def _named(
        self, response: Response, source: Source, walk: Walk, following: list[Request]
    ) -> Iterator[Found | None]:
        """The articles of a listing that are in range and new to this crawl; None for each other entry."""
        course = self.course
        for entry in course.choice.looked_over(source.read(response, course.want_of(source)), source):
            if isinstance(entry, NextPage):
                following.append(entry.request)
            elif isinstance(entry, Paging):
                walk.links_to(entry.last, numbered=entry.numbered)
            elif isinstance(entry, Reserve):
                course.reserves.append((entry, source))
                yield None
            elif isinstance(entry, Request):
                step: Step = entry.meta.get(STEP, Step())
                course.ledger.begin(step, first=False)
                child = course.listing(entry, source, step)
                course.feeder.add_listing(Listing(child, self.following.not_dead(source, step)))
                yield None
            else:
                yield self._judged(entry, source, walk)

    def _judged(self, found: Found, source: Source, walk: Walk) -> Found | None:
        course = self.course
        side = side_of(found, course.want) if course.want.ranged else None
        if side is not None:
            walk.name(found.url, dated=True, side=side)
            course.tally.named += 1
            course.alive.add(source.address())
            course.spider.count("discovery/out_of_range")
            return None
        key = course.choice.key(found, source, walk)
        if key is None:
            if source.names_articles and (pattern := course.spider.refused_by(found.url)):
                course.troubles.throw(source, found.url, pattern)
            return None
        course.troubles.keep(source)
        course.tally.named += 1
        course.named_by[source.address()] += 1
        course.alive.add(source.address())
        walk.name(key, dated=found.published is not None, side=None)
        if course.spider.first_seen(key):
            walk.fresh += 1
            return replace(found, trusted=found.trusted or source.names_articles)
        known = hash(found.url) in self._known
        course.gaps.note(source, found, known=known)
        since = course.want_of(source).caught_up_at
        if not known or (walk.stop_at_known and since and not course.spider.memory.knew(found, since)):
            walk.want()  # another listing of this crawl was first
        return None

    def _note_known(self, piece: list[Found], unknown: list[Found], source: Source, walk: Walk) -> None:
        """Remember which articles earlier crawls had, for other listings that name them too."""
        new = {found.url for found in unknown}
        since = self.course.want_of(source).caught_up_at
        for found in piece:
            known = found.url not in new
            self.course.gaps.note(source, found, known=known)
            if not known:
                continue
            self._known.add(hash(found.url))
            self.course.spider.count("discovery/known")
            if walk.stop_at_known and since and not self.course.spider.memory.knew(found, since):
                walk.want()  # a crawl had it that was broken off before it reached what lies behind

    def _unreadable(self, why: str, source: Source, step: Step) -> None:
        self.course.spider.count("failed/listing")
        self._unreadable_listings += 1
        level = logging.WARNING if self._unreadable_listings <= SAID_ONE_BY_ONE else logging.DEBUG
        logger.log(level, "Listing not read: %s", why)
        self.course.ledger.end(step, complete=False)
        self.course.failed_in_a_row[source.address()] += 1


def step_of(response: Response) -> Step:
    """Where in its walk a listing stands."""
    step: Step = response.meta.get(STEP, Step())
    return step


def _pieces(entries: Iterator[Found | None]) -> Iterator[list[Found] | None]:
    """Articles in lists of :data:`PIECE`, and None for each entry that is none.

    What a listing named before it turned out to be broken is handed on first.
    """
    piece: list[Found] = []
    try:
        for entry in entries:
            if entry is None:
                yield None
                continue
            piece.append(entry)
            if len(piece) == PIECE:
                yield piece
                piece = []
    except UnreadableListingError:
        if piece:
            yield piece
        raise
    if piece:
        yield piece
