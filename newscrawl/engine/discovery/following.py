"""Whether a walk goes on to its next page, and whether its end is believed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from scrapy import Request

from newscrawl.discovery.days import BARREN_DAYS
from newscrawl.discovery.source import STEP, Source, Step
from newscrawl.discovery.walk import Behind, Doubt, Walk
from newscrawl.engine.discovery.course import Course
from newscrawl.engine.discovery.feeding import Listing

MOST_DEAD = 10
"""So many sitemaps of an index that cannot be read, in a row, end it: each may take its timeout."""

NOTHING = ("empty", "repeated")
KEPT = (STEP, "download_maxsize", "handle_httpstatus_list")
"""What of a listing's meta belongs to it, and not to its way through the downloader."""


@dataclass(frozen=True)
class Following:
    """Follows the walks of one crawl."""

    course: Course

    def go_on(self, walk: Walk, step: Step, source: Source, following: list[Request]) -> None:
        """Follow the walk to its next page, or end it."""
        if walk.behind is None and source.further(step, self.course.want_of(source)) is None:
            following = _ahead(walk, following)
        end = walk.end()
        if walk.behind is not None:
            filled = end not in NOTHING
            if filled and walk.behind.end in NOTHING:  # both may have been slips
                walk.behind = Behind(step, end, following)
            self.go_on_behind(walk, source, filled=filled)
            return
        if self._fills(walk, Behind(step, end, following)):
            return
        last = step.page == getattr(source, "max_pages", None)
        if (end is not None or not following) and not last:
            doubt = walk.doubt(step.page, end, leads_on=bool(following))
            again = self._asked_once_more(walk, doubt, following)
            if again is not None:
                self.course.feeder.add_next_page(Listing(again))
                return
            if doubt == "denied":
                walk.holed = True
        self._lead_on(walk, source, Behind(step, end, following))

    def go_on_behind(self, walk: Walk, source: Source, *, filled: bool) -> bool:
        """Go on behind a page asked for once more, ``filled`` now or not; whether something is missing."""
        behind, walk.behind = walk.behind, None
        assert behind is not None
        missing = not filled and behind.end not in NOTHING
        walk.holed |= missing
        self._lead_on(walk, source, behind)
        return missing

    def doubts(self, walk: Walk, step: Step, source: Source, missing: Request) -> bool:
        """Whether it is not believed yet that a walk ends before ``step``, for which there is no page."""
        walk.turn()
        if walk.stated:
            return False
        if self._fills(walk, Behind(step, "empty", [])):
            return True
        request = source.further(step, self.course.want_of(source))
        if request is None or walk.go_further(step.page) is None:
            return False
        walk.hole = self._anew(missing)
        self.course.feeder.add_next_page(Listing(self.course.spider.listing_request(request, source, walk)))
        return True

    def _fills(self, walk: Walk, behind: Behind) -> bool:
        """Ask once more for the page before, which has nothing, if it may have been a slip.

        It was one if this page has something, and may have been one if those before it were full.
        """
        asked = walk.hole
        if asked is None or not (walk.has_new or walk.broke_off):
            return False
        walk.behind, walk.hole = behind, None
        self.course.spider.count("discovery/asked_again")
        self.course.feeder.add_next_page(Listing(asked))
        return True

    def _lead_on(self, walk: Walk, source: Source, behind: Behind) -> None:
        """Ask for what follows a page, or end the walk with it."""
        course, step, end, following = self.course, behind.step, behind.end, behind.following
        last = step.page == getattr(source, "max_pages", None)
        course.barren.note(source, step, fresh=walk.fresh)
        if end is not None or not following:
            walk.forget()
            course.spider.count(f"discovery/ended/{end or 'last'}")
            if walk.deaf:
                course.spider.count("discovery/deaf")
                course.not_whole(f"{source.address()}: every page shows what the first one does", source)
            elif walk.holed:
                course.not_whole(f"{source.address()}: page {step.page} {_fault(walk)}", source)
            course.ledger.end(step, complete=end != "bound" and not (walk.holed or walk.deaf))
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
        if asked is None or doubt is None or doubt == "denied":
            return None
        if doubt == "further":
            walk.hole = self._anew(asked)
            return self.course.spider.listing_request(following[0], asked.cb_kwargs["source"], walk)
        self.course.spider.count("discovery/asked_again")
        return self._anew(asked)

    def _anew(self, asked: Request) -> Request:
        """The request for a page once more, whether it has changed or not."""
        kept = {name: asked.meta[name] for name in KEPT if name in asked.meta}
        headers = {name: value for name, value in asked.headers.items() if not name.startswith(b"If-")}
        anew = asked.replace(meta=kept, headers=headers, dont_filter=True)
        return self.course.spider.listing_request(anew, **asked.cb_kwargs).replace(dont_filter=True)

    def _still(self, walk: Walk, step: Step) -> Callable[[], bool]:
        def wanted() -> bool:
            if walk.past:
                self.course.spider.count("discovery/ended/before")
                self.course.ledger.end(step, complete=True)
                return False
            return True

        return wanted


def _ahead(walk: Walk, following: list[Request]) -> list[Request]:
    """The requests for further pages that do not lead back to one of the walk's own, as its links may."""
    ahead = [request for request in following if request.url not in walk.asked]
    walk.back = len(ahead) < len(following)
    return ahead


def _fault(walk: Walk) -> str:
    """What is wrong with a page at which a walk ends against the paging of its pages."""
    if walk.back:
        return "leads back"
    return "leads to none further, though there are more" if walk.has_new else "has nothing, later ones have"
