"""The feeds of Blogger, which reach back and can be searched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass
from datetime import date, datetime, time
from itertools import product
from typing import ClassVar
from urllib.parse import quote, urlencode

from scrapy import Request
from scrapy.http import Response

from newscrawl.discovery.addresses import check_address
from newscrawl.discovery.feeds import read_feed
from newscrawl.discovery.requests import get_request
from newscrawl.discovery.source import STEP, Named, NextPage, Source, Step, Want
from newscrawl.discovery.windows import windows

_PAGE = 100
_MAX_PAGES = 200


@dataclass(frozen=True)
class BloggerFeed(Source):
    """The post feed of a Blogger site: ``url`` is the site's address, such as ``https://example.id``.

    The feed takes a range of dates, words to search for and labels as sections (Blogger Data API 2.0:
    ``published-min``, ``published-max``, ``q``, ``/-/LABEL``). ``earliest`` is the day of the first post,
    for ranges without a first day.
    """

    url: str
    _: KW_ONLY
    window_days: int = 7
    earliest: date = date(2005, 1, 1)

    kind: ClassVar[str] = "blogger"
    names_articles: ClassVar[bool] = True

    def __post_init__(self) -> None:
        check_address(self.url)

    def address(self) -> str:
        return f"{self.url.rstrip('/')}/feeds/posts/default"

    def unable(self, want: Want) -> str | None:
        return None

    def start(self, want: Want) -> Iterator[Request]:
        for label, words in product(want.sections or ("",), want.searches):
            if not want.ranged:
                yield self._request(Step(section=label, words=words), want)
                continue
            first = want.since.date() if want.since else self.earliest
            for start, end in windows(first, want.last_day, days=self.window_days):
                yield self._request(Step(first_day=start, last_day=end, section=label, words=words), want)

    def read(self, response: Response, want: Want) -> Iterator[Named]:
        count = 0
        for found in read_feed(response):
            count += 1
            yield found
        step: Step = response.meta[STEP]
        if count and step.page < _MAX_PAGES:
            yield NextPage(self._request(step.ahead(), want))

    def _request(self, step: Step, want: Want) -> Request:
        asked = {"max-results": str(_PAGE), "start-index": str((step.page - 1) * _PAGE + 1)}
        if step.first_day and step.last_day:
            asked["orderby"] = "published"
            asked["published-min"] = _edge(step.first_day, time.min, want)
            asked["published-max"] = _edge(step.last_day, time.max.replace(microsecond=0), want)
        if step.words:
            asked["q"] = step.words
        label = f"/-/{quote(step.section, safe='')}" if step.section else ""
        return get_request(f"{self.address()}{label}?{urlencode(asked)}", meta={STEP: step})


def _edge(day: date, moment: time, want: Want) -> str:
    return datetime.combine(day, moment, tzinfo=want.now.tzinfo).isoformat()
