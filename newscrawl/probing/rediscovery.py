"""Looks for articles that the archive knows in a site as it is today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from lxml.html import HtmlElement
from scrapy.http import TextResponse

from newscrawl.discovery.source import Source
from newscrawl.engine.downloader.leaving import is_ending
from newscrawl.probing.known import Known, shown_in
from newscrawl.probing.look import OK, Look, ProbeSpider
from newscrawl.reading.tree.text import fold

ENOUGH = 6
"""So many articles that are known again show what is the site's, and what one article's."""

_OLD_ADDRESSES = 4
_MOST_TRIED = 12


@dataclass(frozen=True, slots=True)
class Pair:
    """An article that the archive knows, and the page that shows it today."""

    known: Known
    page: TextResponse


class RediscoverySpider(ProbeSpider):
    """A probe that asks the declared sources too, and then looks for ``known``; ``pairs`` is what it found.

    First at the addresses that the articles had, then wherever a listing names something like their titles.
    """

    name = "repair"
    known: ClassVar[Sequence[Known]] = ()
    stated: ClassVar[Sequence[Source]] = ()
    domains: ClassVar[Sequence[str]] = ()
    pairs: list[Pair]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.allowed_domains = list(dict.fromkeys([*self.allowed_domains, *self.domains]))

    def sources_of(self, look: Look) -> list[Source]:
        """Those of the site file, and those that the site offers today."""
        offered = super().sources_of(look)
        places = {source.address() for source in self.stated}
        able = [source for source in self.stated if not source.unable(self.want)]
        return [*able, *(source for source in offered if source.address() not in places)]

    async def look_further(self, look: Look) -> None:
        """Look for the articles that are known."""
        self.pairs = []
        for page in look.pages:
            self._note(page)
        old = [known.url for known in self._unseen()[:_OLD_ADDRESSES]]
        for url in [*old, *list(self._candidates(look))[:_MOST_TRIED]]:
            if len(self.pairs) < ENOUGH and not is_ending(self.crawler):
                await self._try(url)

    def _candidates(self, look: Look) -> Iterator[str]:
        """Addresses that listings name and that may be those of articles that are known."""
        titles = {url: title for working in look.working for url, title in working.titles.items()}
        for url in look.articles:
            if any(known.may_be_at(url, titles.get(url, "")) for known in self._unseen()):
                yield url

    async def _try(self, url: str) -> bool:
        """Fetch a page; whether it shows an article that is known."""
        page = await self.fetcher.fetch(url) if self.on_site(url) else None
        return isinstance(page, TextResponse) and page.status == OK and self._note(page)

    def _note(self, page: TextResponse) -> bool:
        found = shown_in(text_of(page), self._unseen())
        if found is not None:
            self.pairs.append(Pair(found, page))
        return found is not None

    def _unseen(self) -> list[Known]:
        seen = {pair.known.url for pair in self.pairs}
        return [known for known in self.known if known.url not in seen]


def rediscovering(
    known: Sequence[Known], declared: Sequence[Source], domains: Sequence[str]
) -> type[RediscoverySpider]:
    """A spider that looks for ``known`` on ``domains``, by ``declared`` sources and all that is offered."""

    facts = {"known": known, "stated": declared, "domains": domains}
    return type("Rediscovering", (RediscoverySpider,), facts)


def text_of(page: TextResponse) -> str:
    """All words that a page shows, folded."""
    return fold(" ".join(page.xpath("//body//text()[not(parent::script or parent::style)]").getall()))


def words_in(element: HtmlElement) -> str:
    """The words of an element, folded."""
    return fold(" ".join(element.itertext()))
