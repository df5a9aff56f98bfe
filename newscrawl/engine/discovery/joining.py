"""Fetches the further pages of a split article."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response, TextResponse

from newscrawl.archive.pages import KeptPage
from newscrawl.engine.downloader.exchange import pages_of
from newscrawl.engine.downloader.leaving import PART_OF_ARTICLE
from newscrawl.reading import UnreadablePageError
from newscrawl.reading.joining import complete
from newscrawl.reading.raw import RawArticle

logger = logging.getLogger(__name__)

PART_PRIORITY = 200
"""Parts go before other articles: an article half read is memory half used."""

OK = 200


@dataclass(slots=True)
class PartFetcher:
    """Asks for the parts that a page announces, through the same downloader as everything else.

    ``read`` turns an answer into a raw article. What cannot be fetched or read is named in the log and
    missing in the count of fetched pages, which marks the article as incomplete. ``place`` says where the
    part of an address is fetched from, ``kept`` is where the answers are kept, if they are.
    """

    crawler: Crawler
    read: Callable[[TextResponse], Awaitable[RawArticle]]
    place: Callable[[str], str]
    kept: list[KeptPage] = field(default_factory=list)

    async def complete(self, raw: RawArticle) -> None:
        """Add the further pages to ``raw``: the whole view where there is one, else part after part."""
        await complete(raw, self._part)

    async def _part(self, url: str) -> RawArticle | None:
        assert self.crawler.engine is not None
        assert self.crawler.stats is not None
        place = self.place(url)
        meta = {PART_OF_ARTICLE: True, "allow_offsite": place != url}
        try:
            response: Response = await self.crawler.engine.download_async(
                Request(place, priority=PART_PRIORITY, meta=meta)
            )
            if response.status == OK and isinstance(response, TextResponse):
                self.kept.extend(pages_of(response))
                return await self.read(response)
            fault = f"status {response.status}"
        except UnreadablePageError as error:
            fault = str(error)
        except Exception as error:  # every way a download can fail leaves the article incomplete, no more
            fault = str(error) or type(error).__name__
        self.crawler.stats.inc_value("newscrawl/pages/failed")
        logger.warning("A page of a split article is missing: %s (%s)", url, fault)
        return None
