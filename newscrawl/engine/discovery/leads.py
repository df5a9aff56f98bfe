"""Where the addresses of articles lead: to the article, to one that is known, or away."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import urlsplit

from scrapy import Request

from newscrawl.discovery.source import LISTING, Found
from newscrawl.engine.failures import KnownElsewhereError, MovedError, RedirectedError
from newscrawl.engine.spider import SiteSpider
from newscrawl.record.addresses import article_id, article_key, canonical_url, registered_domain
from newscrawl.record.kinship import may_be_one

MOVED = "moved/"
"""How the names of the statistics begin that count what leads to another domain, by that domain."""


class Leads:
    """Judges the redirects of one crawl's articles, so that none of them ends without a word."""

    def __init__(self, spider: SiteSpider) -> None:
        self._spider = spider
        self._led: dict[str, list[str]] = defaultdict(list)

    def note_away(self, url: str) -> None:
        """Count that something of the site leads to ``url``, on another domain."""
        self._spider.count(MOVED + registered_domain(urlsplit(url).hostname or ""))

    def check_listing(self, request: Request, target: str) -> None:
        """Count that a listing, or another page of the site that is no article's, leads off the site.

        Raises:
            MovedError: a listing leads to another publisher's domain.
        """
        self.note_away(target)
        hosts = [urlsplit(url).hostname or "" for url in (request.url, target)]
        if LISTING in request.meta and registered_domain(hosts[0]) != registered_domain(hosts[1]):
            raise MovedError(f"it leads to another domain: {target}")

    def check(self, found: Found, target: str) -> None:
        """Let a redirect pass that leads to a page which may be the article that was found.

        Raises:
            MovedError: it leads to another domain.
            RedirectedError: it leads to the front page, or where other articles lead too.
            KnownElsewhereError: it leads to an article that is known.
        """
        spider = self._spider
        if not spider.on_site(target):
            self.note_away(target)
            raise MovedError(f"it leads to another domain: {target}")
        if canonical_url(target).rstrip("/") == canonical_url(spider.front_page()).rstrip("/"):
            raise RedirectedError(f"it leads to the front page: {target}")
        rules = spider.rules.urls
        key = article_key(target, rules)
        if key == article_key(found.url, rules):
            return
        led = self._led[key]
        strangers = [url for url in led if not may_be_one(url, found.url)]
        led.append(found.url)
        if strangers:
            raise RedirectedError(f"it leads where {strangers[0]} leads too: {target}")
        name = article_id(target, rules)
        if spider.memory.has(name):
            spider.memory.leads_to(found, name)
        elif spider.first_seen(key):
            return
        spider.count("discovery/aliases")
        raise KnownElsewhereError(f"it leads to an article that is known: {target}")
