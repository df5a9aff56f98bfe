"""Section listings: HTML pages of links, walked by their next links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scrapy import Request
from scrapy.http import Response, TextResponse

from newscrawl.discovery.source import Found, Source, UnreadableListingError, Want


@dataclass(frozen=True)
class Listing(Source):
    """Pages of links such as ``/posts?page=2``.

    ``url`` is the first page; ``{page}`` in it is the page's number, else the walk follows the page's own
    next link. ``links`` narrows the links with a CSS selector; without it every link on the page counts,
    and the publisher's URL patterns decide. ``max_pages`` bounds a walk that never ends by itself.
    """

    url: str
    links: str = "a"
    next_link: str = "a[rel=next], link[rel=next], li.next a, a.next"
    max_pages: int = 50

    kind: ClassVar[str] = "listing"

    def start(self, want: Want) -> Iterator[Request]:
        yield Request(self.url.replace("{page}", "1"), dont_filter=True, meta={"listing_page": 1})

    def read(self, response: Response, want: Want) -> Iterator[Found | Request]:
        if not isinstance(response, TextResponse):
            raise UnreadableListingError(f"{response.url}: the listing is no text")
        urls = dict.fromkeys(
            response.urljoin(href)
            for href in response.css(self.links).xpath("@href").getall()
            if not href.startswith(("#", "javascript:", "mailto:"))
        )
        for url in urls:
            yield Found(url)
        page = response.meta.get("listing_page", 1)
        following = self._next(response, page)
        if urls and following and page < self.max_pages:
            yield Request(following, meta={"listing_page": page + 1})

    def _next(self, response: TextResponse, page: int) -> str | None:
        if "{page}" in self.url:
            return self.url.replace("{page}", str(page + 1))
        href = response.css(self.next_link).xpath("@href").get()
        return response.urljoin(href) if href else None
