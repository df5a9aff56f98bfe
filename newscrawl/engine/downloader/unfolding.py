"""When a page that scripts draw is there, and how a listing is made to show more of itself."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scrapy import Request

from newscrawl.discovery.walk import Walk
from newscrawl.record.addresses import article_id
from newscrawl.words import patterns

if TYPE_CHECKING:
    from playwright.async_api import Page

_QUIET = 0.5
"""Seconds without a request after which a page is taken for drawn; so Playwright's ``networkidle`` has it."""

_LOOK = 0.05

_LINKS = "() => Array.from(document.querySelectorAll('a[href]'), link => link.href)"

_MORE = """
pattern => {
  const more = new RegExp(`^(?:${pattern})$`);
  const shown = element => element.getClientRects().length > 0 && !element.disabled;
  const stays = element => element.tagName !== 'A' || !element.getAttribute('href')
    || /^(?:#|javascript:)/i.test(element.getAttribute('href'));
  const words = element => (element.innerText || element.value || '').replace(/[\\s.+…]+/g, ' ').trim();
  const button = Array.from(document.querySelectorAll('button, a, [role=button], input[type=button]'))
    .find(element => shown(element) && stays(element) && more.test(words(element).toLowerCase()));
  if (button) button.click(); else window.scrollTo(0, document.body.scrollHeight);
}
"""


@dataclass(slots=True)
class Watched:
    """What a page that is being drawn waits for.

    ``seconds`` are how long it may take, ``given`` tells whether the page itself was handed over, ``over``
    that nobody waits for it any more.
    """

    seconds: float
    given: bool = False
    over: bool = False
    _waiting: int = 0
    _since: float = field(default_factory=lambda: asyncio.get_running_loop().time())
    _begun: float = field(default_factory=lambda: asyncio.get_running_loop().time())

    @contextmanager
    def answering(self) -> Iterator[None]:
        """While a request of the page is answered."""
        self._waiting += 1
        try:
            yield
        finally:
            self._waiting -= 1
            self._since = asyncio.get_running_loop().time()

    @property
    def late(self) -> bool:
        """Whether the page has had its time."""
        return asyncio.get_running_loop().time() - self._begun > self.seconds

    async def quiet(self) -> None:
        """Wait until the page has asked for nothing for a while, or has had its time."""
        clock = asyncio.get_running_loop()
        self._since = clock.time()
        while (self._waiting or clock.time() - self._since < _QUIET) and not self.late:
            await asyncio.sleep(_LOOK)


async def settle(page: Page, watched: Watched, request: Request, spider: Any) -> None:
    """Wait until the page is drawn; a listing is unfolded until it shows nothing new, or nothing unknown.

    How often is what its walk says of pages: each press of a button for more stands for one.
    """
    await watched.quiet()
    walk, source = (request.cb_kwargs.get(name) for name in ("walk", "source"))
    if not isinstance(walk, Walk):
        return
    pages = walk.bound if walk.bound is not None else getattr(source, "max_pages", 1)
    before: set[str] = set()
    for _ in range(pages - 1):
        links = set(await page.evaluate(_LINKS))
        if links <= before or watched.late or (walk.stop_at_known and _all_stored(links - before, spider)):
            return
        before = links
        await page.evaluate(_MORE, patterns("shells", "more"))
        await watched.quiet()


def _all_stored(links: set[str], spider: Any) -> bool:
    """Whether every link of an article leads to one that the archive has; there must be one."""
    articles = [url for url in links if spider.key_of(url) is not None]
    return bool(articles) and all(spider.memory.has(article_id(url, spider.rules.urls)) for url in articles)
