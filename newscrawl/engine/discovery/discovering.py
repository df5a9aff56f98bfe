"""Runs a publisher's sources: which, in what order, how far, and what becomes of what they name."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from scrapy import Request
from scrapy.http import Response

from newscrawl.discovery.days import DayLedger, covered
from newscrawl.discovery.listing import Guess
from newscrawl.discovery.plan import Group, Part, Plan, make_plan
from newscrawl.discovery.search import Search
from newscrawl.discovery.source import STEP, Reserve, Source, Step, Want
from newscrawl.discovery.template import Template
from newscrawl.discovery.walk import Walk
from newscrawl.engine.discovery.choosing import Choice
from newscrawl.engine.discovery.course import Course, Tally
from newscrawl.engine.discovery.feeding import Feeder, Listing
from newscrawl.engine.discovery.following import Following
from newscrawl.engine.discovery.gaps import Gaps
from newscrawl.engine.discovery.taking import Taking, step_of
from newscrawl.engine.spider import SiteSpider
from newscrawl.record.addresses import article_id
from newscrawl.record.outcome import ALARM
from newscrawl.record.reasons import Reason

logger = logging.getLogger(__name__)

DEAF = 5
"""So many articles out of range and none in it: a listing was not what was asked for."""

MOST_RESERVES = 50
"""So many listings that were held back are asked at the most: a tag sitemap may have thousands beside it."""

WAYS_NAMED = 3
"""So many of the ways that gave nothing are named in the log; a front page can offer dozens."""

UNCHANGED = 304
_FILTERS: dict[Part, str] = {"sections": "by section", "query": "by their words", "range": "by date"}


@dataclass
class Discovery:
    """One crawl's way through a publisher's sources."""

    spider: SiteSpider
    feeder: Feeder
    want: Want
    group: Group = Group(())
    ever_gave: bool = False
    """Whether any of the groups that were asked gave something."""

    def __post_init__(self) -> None:
        memory = self.spider.memory
        self.gaps = Gaps(self.want, memory.knew)
        self.choice = Choice(self.spider)
        self._ledger = DayLedger(self.want, self._day_done)
        self._course = Course(self.spider, self.feeder, self.want, self._ledger, self.choice, self.gaps)
        self._following = Following(self._course)
        self._taking = Taking(self._course, self._following)
        self.choice.on_news = self._taking.take_up
        self._skip = frozenset() if self.spider.args.fresh else frozenset(memory.days_done())
        self._said_way: frozenset[Part] | None = None
        self._days: list[date] = []

    async def requests(self, sources: Sequence[Source]) -> AsyncIterator[Request]:
        """Every request of the crawl, as the engine has room for it, until a group of sources is of use."""
        plan = make_plan(sources, self.want)
        for group in plan.groups:
            self._say_way(group, plan)
            self.group = group
            outcomes = self.spider.outcomes
            self._course.tally = Tally(kept=outcomes.kept, out_of_range=outcomes.out_of_range)
            async for request in self.feeder.feed(self._openings(group.sources)):
                yield request
            async for request in self._asking_reserves():
                yield request
            self._ledger.all_begun()
            if self.gave_something:
                self.ever_gave = True
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
        outcomes, tally = self.spider.outcomes, self._course.tally
        strange = outcomes.out_of_range - tally.out_of_range
        if strange >= DEAF and outcomes.kept == tally.kept and not self.group.missing:
            return False
        return bool(tally.named or (self.want.query and tally.read))

    def heard_of(self, sources: Sequence[Source]) -> bool:
        """Whether one of ``sources`` names an article, wanted or not, or has not changed since it did."""
        return any(source.address() in self._course.alive for source in sources)

    def say_troubles(self) -> None:
        """Raise an alarm for each of the publisher's facts that does not hold any more."""
        assert self.spider.crawler.stats is not None
        for measure, text in self._course.troubles.texts(self.spider.site_name):
            logger.warning("%s", text)
            self.spider.crawler.stats.set_value(f"{ALARM}{measure}", text)

    def say_gap(self) -> None:
        """Raise an alarm where articles between the last crawl and this one may be on no listing any more."""
        text = self.gaps.text(self.spider.site_name)
        if not text or self.spider.enough():
            return
        logger.warning("%s", text)
        assert self.spider.crawler.stats is not None
        self.spider.crawler.stats.set_value(f"{ALARM}gap", text)

    def read(self, response: Response, source: Source, walk: Walk) -> None:
        """Take over what a listing names, bit by bit."""
        if response.status == UNCHANGED:
            self.spider.count("listings/unchanged")
            self.gaps.unchanged(source)
            self._course.troubles.answered(source)
            self._course.tally.named += 1
            self._course.alive.add(source.address())
            self._ledger.end(step_of(response), complete=True)
            return
        walk.answered = response
        walk.asked |= {response.url, *response.meta.get("redirect_urls", ())}
        self.spider.count("listings/read")
        self.feeder.add_stream(self._taking.stream(response, source, walk))

    def read_as_article(self, response: Response) -> None:
        """Take note that what was asked for as a section is an article."""
        self.spider.count("listings/read")
        self.spider.count("discovery/read_as_article")
        self._course.tally.read += 1
        self._course.tally.named += 1
        self.spider.memory.listing_read(response)
        self.choice.read_as_article(response.url)
        self._taking.take_up()
        self._ledger.end(step_of(response), complete=True)

    def failed(self, request: Request, source: Source, reason: Reason) -> bool:
        """Note that a listing could not be fetched; whether that is a failure, and not the end of a walk.

        Many sites answer 404 for the page after the last. Else the days that it stands for are not done.
        """
        step: Step = request.meta.get(STEP, Step())
        walk: Walk = request.cb_kwargs["walk"]
        if walk.behind is not None:
            return self._following.go_on_behind(walk, source, filled=False)
        ended = reason == "http-404" and step.page > 1 and walk.stated < step.page
        if ended and self._following.doubts(walk, step, source, request):
            return False
        # Where nothing was published on a day, or nothing is found, many sites answer 404.
        asked_for_all = step.first_day is None and not isinstance(source, Search)
        if step.page == 1 and asked_for_all and source in self.spider.declared:
            self._course.troubles.failed(source, reason)
        if reason == "http-404" and not ended:
            self._course.barren.note(source, step, fresh=0)
        self._ledger.end(step, complete=ended and not walk.holed)
        self._course.failed_in_a_row[source.address()] += not ended
        return not ended

    async def _asking_reserves(self) -> AsyncIterator[Request]:
        """Requests for the listings that were held back, one by one, until their source names articles."""
        reserves, named_by = self._course.reserves, self._course.named_by
        for _ in range(MOST_RESERVES):
            hopeful: list[tuple[Reserve, Source]] = [
                pair for pair in reserves if not named_by[pair[1].address()]
            ]
            if not hopeful or self.spider.enough():
                break
            chosen = min(hopeful, key=lambda pair: pair[0].rank)
            reserves.remove(chosen)
            reserve, source = chosen
            self.spider.count("discovery/reserves")
            step: Step = reserve.request.meta.get(STEP, Step())
            self._ledger.begin(step, first=False)
            asked = self._course.listing(reserve.request, source, step)
            async for request in self.feeder.feed(iter([Listing(asked)])):
                yield request
        reserves.clear()

    def _openings(self, group: Sequence[Source]) -> Iterator[Listing]:
        for source in group:
            if self._is_stored(source):
                continue
            for request in source.start(self._course.want_of(source)):
                step: Step = request.meta.get(STEP, Step())
                if covered(step, self._skip):
                    self._course.tally.named += 1
                    self.spider.count("discovery/days_skipped")
                    continue
                self._ledger.begin(step, first=True)
                opening = self._course.listing(request, source, step)
                yield Listing(opening, self._following.not_barren(source, step))

    def _is_stored(self, source: Source) -> bool:
        """Whether what may be a section turned out to be an article in an earlier crawl."""
        if not isinstance(source, Guess):
            return False
        url = Template(source.url).render({})
        self.choice.asked_as_section(url)
        if self.spider.args.fresh or not self.spider.memory.has(article_id(url, self.spider.rules.urls)):
            return False
        self._course.tally.named += 1
        self.spider.count("discovery/known")
        return True

    def _day_done(self, day: date) -> None:
        """A day is done only if all of its articles were asked for, not some by words or section.

        It counts once the source has shown that it hears which day it is asked for.
        """
        if self.want.query or self.want.sections:
            return
        self._days.append(day)
        if self.spider.outcomes.kept > self._course.tally.kept:
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


def _cost(group: Group, want: Want) -> str:
    """What is fetched where no source can be asked for all that is wanted."""
    if "query" not in group.missing:
        return "the articles found are"
    which = "of the range" if want.ranged else "named now (since= reaches further back)"
    return f"without a search every article {which} is fetched, and they are"
