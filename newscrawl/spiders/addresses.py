"""Which addresses are a publisher's, and which of these are articles, by the facts of its file."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, ClassVar

from newscrawl.discovery.shapes import hopeless, looks_like_article
from newscrawl.engine.spider import SiteSpider
from newscrawl.record.addresses import UrlRules, article_key, canonical_url, on_domains, on_hosts


class KnownAddresses(SiteSpider):
    """A spider that knows its publisher's addresses.

    A publisher file states facts only. ``article_urls`` are regular expressions of which one must be found
    in an article's address, ``not_articles`` such of which none may. Without patterns an address counts
    when it is on one of the publisher's domains and longer than a section's. Where the address carries the
    article's number or code, the pattern names it: ``(?P<id>...)``.
    """

    article_urls: ClassVar[tuple[str, ...]] = ()
    not_articles: ClassVar[tuple[str, ...]] = ()
    allowed_domains: list[str] = []

    home: ClassVar[str] = ""
    """Its front page, where it is one edition among several on its domain: what is neither under it nor an
    article by ``article_urls`` is another's."""

    twins: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Pairs of a regular expression and its replacement, for hosts and paths with the same articles."""

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls.rules = replace(cls.rules, urls=UrlRules(articles=cls.article_urls, twins=cls.twins))

    def key_of(self, url: str, *, trusted: bool = False) -> str | None:
        """What all addresses of the article at ``url`` have in common; None if it is no article's.

        ``trusted`` addresses come from a source that names nothing but articles: without patterns of the
        publisher's own, any counts that is not plainly something else.
        """
        canonical = canonical_url(url, self.rules.urls)
        if not self.on_site(canonical):
            return None
        if trusted and not self.patterned:
            return None if hopeless(canonical) else article_key(canonical, self.rules.urls)
        return article_key(canonical, self.rules.urls) if self.is_article_url(canonical) else None

    def refused_by(self, url: str) -> str | None:
        """Which of the publisher's patterns throws away an address of the site; None if none of them does."""
        canonical = canonical_url(url, self.rules.urls)
        if not self.on_site(canonical):
            return None
        for pattern in self.not_articles:
            if re.search(pattern, canonical):
                return f"not_articles '{pattern}'"
        if self.article_urls and not any(re.search(pattern, canonical) for pattern in self.article_urls):
            return f"article_urls, which is {' or '.join(self.article_urls)}"
        return None

    def on_site(self, url: str) -> bool:
        """Whether ``url`` is an http or https address of the publisher's, by its file or by robots.txt."""
        return on_domains(url, self.allowed_domains) or on_hosts(url, self.vouched_hosts)

    @property
    def patterned(self) -> bool:
        """Whether the site's file says by patterns which addresses are articles."""
        return bool(self.article_urls or self.not_articles)

    def is_refused_url(self, url: str) -> bool:
        """Whether the site's file says that ``url`` is no article."""
        return any(re.search(pattern, url) for pattern in self.not_articles)

    def is_article_url(self, url: str) -> bool:
        """Whether ``url`` has the shape of one of this publisher's articles."""
        if self.is_refused_url(url):
            return False
        if not self.article_urls:
            return looks_like_article(url)
        return any(re.search(pattern, url) for pattern in self.article_urls)
