"""Runs a publisher's sources: which, in what order, how far, and what becomes of what they name."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.http import Response

from newscrawl.discovery.days import BARREN_DAYS, Barren, DayLedger, covered
from newscrawl.discovery.plan import Group, Part, Plan, make_plan
from newscrawl.discovery.ranges import side_of
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
    Want,
)
from newscrawl.discovery.walk import Doubt, Walk
from newscrawl.engine.discovery.feeding import Feeder, Listing, Stream
from newscrawl.engine.discovery.gaps import Gaps
from newscrawl.record.reasons import Reason

if TYPE_CHECKING:
    from newscrawl.engine.spider import SiteSpider

logger = logging.getLogger(__name__)

PIECE = 50
"""So many articles of a listing are compared with what is known at a time."""

DEAF = 5
"""So many articles out of range and none in it: a listing was not what was asked for."""

SAID_ONE_BY_ONE = 10
"""So many unreadable listings are named in the log; the statistics count all."""

MOST_RESERVES = 50
"""So many listings that were held back are asked at the most: a tag sitemap may have thousands beside it."""

WAYS_NAMED = 3
"""So many of the ways that gave nothing are named in the log; a front page can offer dozens."""

UNCHANGED = 304
_FILTERS: dict[Part, str] = {"sections": "by section", "query": "by their words", "range": "by date"}


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
class Discovery:
    """One crawl's way through a publisher's sources."""

    spider: SiteSpider
    feeder: Feeder
    want: Want
    group: Group = Group(())
    tally: Tally = field(default_factory=Tally)

    def __post_init__(self) -> None:
        memory = self.spider.memory
        self._ledger = DayLedger(self.want, self._day_done)
        self._skip = frozenset() if self.spider.args.fresh else frozenset(memory.days_done())
        self._said: set[str] = set()
        self._said_way: frozenset[Part] | None = None
        self._unreadable_listings = 0
        self._known: set[int] = set()
        self._barren = Barren()
        self._days: list[date] = []
        self._named_by: Counter[str] = Counter()
        self._reserves: list[tuple[Reserve, Source]] = []
        self._caught: dict[str, datetime | None] = {}
        self.gaps = Gaps(self.want)

    async def requests(self, sources: Sequence[Source]) -> AsyncIterator[Request]:
        """Every request of the crawl, as the engine has room for it, until a group of sources is of use."""
        plan = make_plan(sources, self.want)
        for group in plan.groups:
            self._say_way(group, plan)
            self.group = group
            outcomes = self.spider.outcomes
            self.tally = Tally(kept=outcomes.kept, out_of_range=outcomes.out_of_range)
            async for request in self.feeder.feed(self._openings(group.sources)):
                yield request
            async for request in self._asking_reserves():
                yield request
            self._ledger.all_begun()
            if self.gave_something:
                self._note_days()
            self._days.clear()
            if self.gave_something or self.spider.enough():
                return
            self.spider.count("discovery/silent")
            ways = ", ".join(f"{source.kind} {source.address()}" for source in group.sources[:WAYS_NAMED])
            ways += f" and {len(group.sources) - WAYS_NAMED} more" * (len(group.sources) > WAYS_NAMED)
            logger.warning("%s: nothing that was asked for was found by %s", self.spider.name, ways)

    @property
    def gave_something(self) -> bool:
        """Whether the sources asked last are alive, and heard what they were asked.

        An answer without hits to a search is an answer. An index that shows nothing but articles of other
        days is deaf to the day it was asked for.
        """
        outcomes = self.spider.outcomes
        strange = outcomes.out_of_range - self.tally.out_of_range
        if strange >= DEAF and outcomes.kept == self.tally.kept and not self.group.missing:
            return False
        return bool(self.tally.named or (self.want.query and self.tally.read))

    def read(self, response: Response, source: Source, walk: Walk) -> None:
        """Take over what a listing names, bit by bit."""
        if response.status == UNCHANGED:
            self.spider.count("listings/unchanged")
            self.gaps.unchanged(source)
            self.tally.named += 1
            self._ledger.end(_step(response), complete=True)
            return
        walk.answered = response
        self.spider.count("listings/read")
        self.feeder.add_stream(self._stream(response, source, walk))

    def failed(self, request: Request, source: Source, reason: Reason) -> bool:
        """Note that a listing could not be fetched; whether that is a failure, and not the end of a walk.

        Many sites answer 404 for the page after the last. Else the days that it stands for are not done.
        """
        step: Step = request.meta.get(STEP, Step())
        walk: Walk = request.cb_kwargs["walk"]
        ended = reason == "http-404" and step.page > 1 and walk.stated < step.page
        if reason == "http-404" and not ended:
            self._barren.note(source, step, fresh=0)
        self._ledger.end(step, complete=ended and not walk.holed)
        return not ended

    async def _asking_reserves(self) -> AsyncIterator[Request]:
        """Requests for the listings that were held back, one by one, until their source names articles."""
        for _ in range(MOST_RESERVES):
            hopeful = [pair for pair in self._reserves if not self._named_by[pair[1].address()]]
            if not hopeful or self.spider.enough():
                break
            chosen = min(hopeful, key=lambda pair: pair[0].rank)
            self._reserves.remove(chosen)
            reserve, source = chosen
            self.spider.count("discovery/reserves")
            step: Step = reserve.request.meta.get(STEP, Step())
            self._ledger.begin(step, first=False)
            asked = self.spider.listing_request(reserve.request, source, self._walk(source, step))
            async for request in self.feeder.feed(iter([Listing(asked)])):
                yield request
        self._reserves.clear()

    def _openings(self, group: Sequence[Source]) -> Iterator[Listing]:
        for source in group:
            for request in source.start(self._want_of(source)):
                step: Step = request.meta.get(STEP, Step())
                if covered(step, self._skip):
                    self.tally.named += 1
                    self.spider.count("discovery/days_skipped")
                    continue
                self._ledger.begin(step, first=True)
                opening = self.spider.listing_request(request, source, self._walk(source, step))
                yield Listing(opening, self._not_barren(source, step))

    def _walk(self, source: Source, step: Step) -> Walk:
        """A new walk over a listing: through all of it where a range, words or days bound it."""
        newest = not self.want.ranged and not self.want.query
        known = newest and not self.spider.args.fresh and self._want_of(source).caught_up_at is not None
        return Walk(
            # A walk that is to reach what is known goes on until it does, as far as the source has pages.
            bound=self.spider.latest_pages if newest and not known and not step.first_day else None,
            stop_at_known=known,
            of_days=step.first_day is not None,
            confirms_empty=step.first_day is not None and not self.want.query,
        )

    def _want_of(self, source: Source) -> Want:
        """What is wanted of a source: in a crawl for the newest, all since it was last walked to its end."""
        if self.want.ranged or self.want.query or self.spider.args.fresh:
            return self.want
        name = source.address()
        if name not in self._caught:
            since = self.spider.memory.caught_up_at(source)
            self.gaps.begin(source, since)
            self._caught[name] = since or self.gaps.since
        return replace(self.want, caught_up_at=self._caught[name])

    def _stream(self, response: Response, source: Source, walk: Walk) -> Stream:
        """Requests for a listing's articles; its further listings go to the feeder."""
        step = _step(response)
        following: list[Request] = []
        walk.turn()
        try:
            for piece in _pieces(self._named(response, source, walk, following)):
                if piece is None:
                    yield None
                    continue
                unknown = self.spider.memory.unknown(response, piece)
                self._note_known(piece, unknown, source)
                for found in unknown:
                    walk.want()
                    self.spider.count(f"discovery/found/{source.kind}")
                    yield self.spider.article_request(found, walk)
        except IncompleteListingError as error:
            # What it named was taken over; the source is walked again as if for the first time.
            self.tally.read += 1
            self._not_whole(str(error), source)
            self._ledger.end(step, complete=False)
            return
        except UnreadableListingError as error:
            self._unreadable(str(error), step)
            return
        except Exception:  # one broken listing never stops a crawl
            logger.exception("%s: the listing could not be read", response.url)
            self._unreadable(f"{response.url}: see the error above", step)
            return
        self.tally.read += 1
        self.spider.memory.listing_read(response)
        self._go_on(walk, step, source, following)

    def _not_whole(self, why: str, source: Source) -> None:
        """Count and say that a listing ended early."""
        self.spider.count("failed/listing")
        self.spider.count("listings/failed/cut-short")
        self.spider.memory.not_whole(source)
        self._say(f"Listing not whole, to be asked again by the next crawl: {why}", logging.WARNING)

    def _unreadable(self, why: str, step: Step) -> None:
        self.spider.count("failed/listing")
        self._unreadable_listings += 1
        level = logging.WARNING if self._unreadable_listings <= SAID_ONE_BY_ONE else logging.DEBUG
        logger.log(level, "Listing not read: %s", why)
        self._ledger.end(step, complete=False)

    def _named(
        self, response: Response, source: Source, walk: Walk, following: list[Request]
    ) -> Iterator[Found | None]:
        """The articles of a listing that are in range and new to this crawl; None for each other entry."""
        for entry in source.read(response, self._want_of(source)):
            if isinstance(entry, NextPage):
                following.append(entry.request)
            elif isinstance(entry, Paging):
                walk.links_to(entry.last)
            elif isinstance(entry, Reserve):
                self._reserves.append((entry, source))
                yield None
            elif isinstance(entry, Request):
                step: Step = entry.meta.get(STEP, Step())
                self._ledger.begin(step, first=False)
                walk_on = self._walk(source, step)
                self.feeder.add_listing(self.spider.listing_request(entry, source, walk_on))
                yield None
            else:
                yield self._judged(entry, source, walk)

    def _judged(self, found: Found, source: Source, walk: Walk) -> Found | None:
        side = side_of(found, self.want) if self.want.ranged else None
        if side is not None:
            walk.name(found.url, dated=True, side=side)
            self.tally.named += 1
            self.spider.count("discovery/out_of_range")
            return None
        key = self.spider.key_of(found.url, trusted=source.names_articles)
        if key is None:
            return None
        self.tally.named += 1
        self._named_by[source.address()] += 1
        walk.name(key, dated=found.published is not None, side=None)
        if self.spider.first_seen(key):
            walk.fresh += 1
            return replace(found, trusted=source.names_articles)
        known = hash(found.url) in self._known
        self.gaps.note(source, found, known=known)
        if not known:
            walk.want()  # another listing of this crawl was first
        return None

    def _note_known(self, piece: list[Found], unknown: list[Found], source: Source) -> None:
        """Remember which articles earlier crawls had, for other listings that name them too."""
        new = {found.url for found in unknown}
        known = [found.url for found in piece if found.url not in new]
        for found in piece:
            self.gaps.note(source, found, known=found.url not in new)
        self._known.update(map(hash, known))
        for _ in known:
            self.spider.count("discovery/known")

    def _go_on(self, walk: Walk, step: Step, source: Source, following: list[Request]) -> None:
        """Follow the walk to its next page, or end it."""
        end = walk.end()
        self._barren.note(source, step, fresh=walk.fresh)
        last = step.page == getattr(source, "max_pages", None)
        if (end is not None or not following) and not last:
            doubt = walk.doubt(step.page, end)
            again = self._asked_once_more(walk, doubt, following)
            if again is not None:
                self.feeder.add_next_page(Listing(again))
                return
            if doubt == "denied":
                walk.holed = True
        if end is not None or not following:
            walk.forget()
            self.spider.count(f"discovery/ended/{end or 'last'}")
            if walk.holed:
                self._not_whole(f"{source.address()}: page {step.page} has nothing, later ones have", source)
            self._ledger.end(step, complete=end != "bound" and not walk.holed)
            if end is None and step.page > 1 and step.page == getattr(source, "max_pages", None):
                self._say(f"{source.address()}: there may be more beyond page {step.page}, the last it gives")
                self.spider.count("discovery/capped")
            return
        for request in following:
            page = self.spider.listing_request(request, source, walk)
            self.feeder.add_next_page(Listing(page, self._still(walk, step)))

    def _asked_once_more(self, walk: Walk, doubt: Doubt | None, following: list[Request]) -> Request | None:
        """The request by which a doubtful end is confirmed or not."""
        if doubt == "again" and walk.answered is not None and walk.answered.request is not None:
            asked = walk.answered.request
            kept = {name: asked.meta[name] for name in (STEP, "download_maxsize") if name in asked.meta}
            headers = {name: value for name, value in asked.headers.items() if not name.startswith(b"If-")}
            source: Source = asked.cb_kwargs["source"]
            self.spider.count("discovery/asked_again")
            return self.spider.listing_request(
                asked.replace(meta=kept, headers=headers, dont_filter=True), source, walk
            ).replace(dont_filter=True)
        if (
            doubt == "further"
            and following
            and walk.answered is not None
            and walk.answered.request is not None
        ):
            return self.spider.listing_request(following[0], walk.answered.request.cb_kwargs["source"], walk)
        return None

    def _still(self, walk: Walk, step: Step) -> Callable[[], bool]:
        def wanted() -> bool:
            if walk.past:
                self.spider.count("discovery/ended/before")
                self._ledger.end(step, complete=True)
                return False
            return True

        return wanted

    def _not_barren(self, source: Source, step: Step) -> Callable[[], bool]:
        def wanted() -> bool:
            if not self._barren.reached(source):
                return True
            self._say(f"{source.address()}: {BARREN_DAYS} days without an article; going back no further")
            self.spider.count("discovery/barren")
            self._ledger.end(step, complete=False)
            return False

        return wanted

    def _day_done(self, day: date) -> None:
        """A day is done only if all of its articles were asked for, not some by words or section.

        It counts once the source has shown that it hears which day it is asked for.
        """
        if self.want.query or self.want.sections:
            return
        self._days.append(day)
        if self.spider.outcomes.kept > self.tally.kept:
            self._note_days()

    def _note_days(self) -> None:
        for day in self._days:
            self.spider.count("discovery/days_done")
            self.spider.memory.day_done(day)
        self._days.clear()

    def _say_way(self, group: Group, plan: Plan) -> None:
        """Say once which sources cannot do what is asked, and what is done about it."""
        reasons = "; ".join(sorted({reason for _, reason in plan.refusals}))
        if not reasons or self._said_way == group.missing:
            return
        self._said_way = group.missing
        if group.missing:
            how = " and ".join(_FILTERS[part] for part in sorted(group.missing))
            cost = _cost(group, self.want)
            name = self.spider.name
            logger.warning(
                "%s: no source can be asked for that (%s); %s filtered %s", name, reasons, cost, how
            )
            self.spider.count("discovery/filtered")
        else:
            ways = " and ".join(sorted({source.kind for source in group.sources}))
            logger.info("%s: asking the %s, since %s", self.spider.name, ways, reasons)

    def _say(self, line: str, level: int = logging.INFO) -> None:
        if line not in self._said:
            self._said.add(line)
            logger.log(level, line)


def _cost(group: Group, want: Want) -> str:
    """What is fetched where no source can be asked for all that is wanted."""
    if "query" not in group.missing:
        return "the articles found are"
    which = "of the range" if want.ranged else "named now (since= reaches further back)"
    return f"without a search every article {which} is fetched, and they are"


def _step(response: Response) -> Step:
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
