"""Whether a walk goes on to its next page, and whether its end is believed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from scrapy import Request

from newscrawl.discovery.days import BARREN_DAYS
from newscrawl.discovery.source import STEP, Source, Step
from newscrawl.discovery.walk import Doubt, Walk
from newscrawl.engine.discovery.course import Course
from newscrawl.engine.discovery.feeding import Listing

MOST_DEAD = 10
"""So many sitemaps of an index that cannot be read, in a row, end it: each may take its timeout."""


@dataclass(frozen=True)
class Following:
    """Follows the walks of one crawl."""

    course: Course

    def go_on(self, walk: Walk, step: Step, source: Source, following: list[Request]) -> None:
        """Follow the walk to its next page, or end it."""
        course, end = self.course, walk.end()
        last = step.page == getattr(source, "max_pages", None)
        if (end is not None or not following) and not last:
            doubt = walk.doubt(step.page, end)
            again = self._asked_once_more(walk, doubt, following)
            if again is not None:
                course.feeder.add_next_page(Listing(again))
                return
            if doubt == "denied":
                walk.holed = True
        course.barren.note(source, step, fresh=walk.fresh)
        if end is not None or not following:
            walk.forget()
            course.spider.count(f"discovery/ended/{end or 'last'}")
            if walk.holed:
                course.not_whole(f"{source.address()}: page {step.page} has nothing, later ones have", source)
            course.ledger.end(step, complete=end != "bound" and not walk.holed)
            if end is None and step.page > 1 and last:
                course.say(
                    f"{source.address()}: there may be more beyond page {step.page}, the last it gives"
                )
                course.spider.count("discovery/capped")
            return
        for request in following:
            page = course.spider.listing_request(request, source, walk)
            course.feeder.add_next_page(Listing(page, self._still(walk, step)))

    def not_barren(self, source: Source, step: Step) -> Callable[[], bool]:
        """Tells in the end whether ``source`` is still to be asked for the days of ``step``."""

        def wanted() -> bool:
            course = self.course
            if not course.barren.reached(source):
                return True
            course.say(f"{source.address()}: {BARREN_DAYS} days without an article; going back no further")
            course.spider.count("discovery/barren")
            course.ledger.end(step, complete=False)
            return False

        return wanted

    def not_dead(self, source: Source, step: Step) -> Callable[[], bool]:
        """Tells in the end whether the listings that ``source`` leads to are still worth asking for."""

        def wanted() -> bool:
            course = self.course
            if course.failed_in_a_row[source.address()] < MOST_DEAD:
                return True
            course.spider.count("discovery/given_up")
            course.spider.memory.not_whole(source)
            course.say(
                f"{source.address()}: {MOST_DEAD} listings in a row that it names could not be read;"
                " the others are left for the next crawl",
                logging.WARNING,
            )
            course.ledger.end(step, complete=False)
            return False

        return wanted

    def _asked_once_more(self, walk: Walk, doubt: Doubt | None, following: list[Request]) -> Request | None:
        """The request by which a doubtful end is confirmed or not."""
        asked = walk.answered.request if walk.answered is not None else None
        if asked is None:
            return None
        source: Source = asked.cb_kwargs["source"]
        spider = self.course.spider
        if doubt == "again":
            kept = {name: asked.meta[name] for name in (STEP, "download_maxsize") if name in asked.meta}
            headers = {name: value for name, value in asked.headers.items() if not name.startswith(b"If-")}
            spider.count("discovery/asked_again")
            anew = asked.replace(meta=kept, headers=headers, dont_filter=True)
            return spider.listing_request(anew, source, walk).replace(dont_filter=True)
        if doubt == "further" and following:
            return spider.listing_request(following[0], source, walk)
        return None

    def _still(self, walk: Walk, step: Step) -> Callable[[], bool]:
        def wanted() -> bool:
            if walk.past:
                self.course.spider.count("discovery/ended/before")
                self.course.ledger.end(step, complete=True)
                return False
            return True

        return wanted
