"""The loader of spiders: one for each site file, and those that are written in Python."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider
from scrapy.settings import BaseSettings

from newscrawl.discovery.declared import declared_source, stated_facts
from newscrawl.sites.book import book_of
from newscrawl.sites.errors import SiteFileError
from newscrawl.sites.own import folder_of
from newscrawl.sites.publisher import Publisher
from newscrawl.spiders.base import NewsSpider
from newscrawl.spiders.modules import python_spiders


class SiteSpiderLoader:
    """Scrapy's ``SPIDER_LOADER_CLASS`` of the project.

    Spiders in Python lie in ``SPIDER_MODULES`` (:mod:`newscrawl.spiders.modules`). One that has the name of a
    site file adds code to it: what it does not state itself it has from the file.
    """

    def __init__(self, settings: BaseSettings) -> None:
        self._python = python_spiders(tuple(settings.getlist("SPIDER_MODULES")))
        self.book = book_of(sites_folder(settings))
        self._made: dict[str, type[Spider]] = {}

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """The loader for a project with ``settings``."""
        return cls(settings)

    def list(self) -> list[str]:
        """The names of all spiders, in order."""
        return sorted({*self._python, *self.book.names})

    def load(self, spider_name: str) -> type[Spider]:
        """The spider ``spider_name``.

        Raises:
            KeyError: there is none.
            SiteFileError: a source in its file cannot be used; the message names the file and the source.
        """
        if spider_name not in self._made:
            self._made[spider_name] = self._make(spider_name)
        return self._made[spider_name]

    def add(self, spider: type[Spider]) -> None:
        """Let a spider that lies in no module of the project be found by its name."""
        self._made[spider.name] = spider

    def find_by_request(self, request: Request) -> builtins.list[str]:
        """The names of the spiders that ``request`` is for: the publisher whose site it asks."""
        found = self.book.find(request.url)
        python = [
            name
            for name, spider in self._python.items()
            if name not in self.book.names and spider.handles_request(request)
        ]
        return [*python, *([found.name] if found else [])]

    def catalogue(self) -> builtins.list[Publisher]:
        """Every publisher that has a spider, in the order of the names.

        The spiders that take their site as an argument have no domain and are left out.
        """
        found = {publisher.name: publisher for publisher in self.book.catalogue()}
        for name in self._python:
            spider = self.load(name)
            if issubclass(spider, NewsSpider) and spider.allowed_domains:
                found[name] = described(spider)
        return [publisher for _, publisher in sorted(found.items())]

    def _make(self, name: str) -> type[Spider]:
        python = self._python.get(name)
        if name not in self.book.names:
            if python is None:
                raise KeyError(f"Spider not found: {name}")
            return python
        base = python if python is not None and issubclass(python, NewsSpider) else NewsSpider
        try:
            return spider_class(self.book.publisher(name), base)
        except (ValueError, TypeError) as error:
            raise SiteFileError(f"{self.book.place(name)}: sources: {error}") from None


def sites_folder(settings: BaseSettings) -> Path:
    """Where a user's own site files lie: ``NEWSCRAWL_SITES``, else ``sites`` in the data folder."""
    return folder_of(settings["NEWSCRAWL_SITES"], settings["NEWSCRAWL_DATA"])


def spider_class(publisher: Publisher, base: type[NewsSpider] = NewsSpider) -> type[NewsSpider]:
    """The spider of ``publisher``; what ``base`` states itself stays.

    Raises:
        ValueError: a source cannot be used; the message quotes what is wrong with it.
    """
    own = [cls for cls in base.__mro__ if issubclass(cls, NewsSpider) and cls is not NewsSpider]
    stated = {key for cls in own for key in vars(cls)}
    facts: dict[str, Any] = {
        "name": publisher.name,
        "title": publisher.title,
        "region": publisher.region,
        "kind": publisher.kind,
        "family": publisher.family,
        "seen": publisher.seen,
        "forbids": publisher.forbids,
        "browser": publisher.browser,
        "allowed_domains": list(publisher.domains),
        "home": publisher.home if publisher.is_edition else "",
        "sources": tuple(map(declared_source, publisher.sources)),
        "article_urls": publisher.article_urls,
        "not_articles": publisher.not_articles,
        "twins": publisher.twins,
        "examples": publisher.examples,
        "not_examples": publisher.not_examples,
        "rules": publisher.rules,
    }
    left = {key: value for key, value in facts.items() if key not in stated}
    words = publisher.name.split("_")
    class_name = f"{''.join(word.capitalize() for word in words)}Spider"
    return type(class_name, (base,), {"__module__": base.__module__, **left})


def described(spider: type[NewsSpider]) -> Publisher:
    """What a spider in Python says of its publisher."""
    return Publisher(
        name=str(spider.name),
        title=spider.title,
        region=spider.region,
        kind=spider.kind,
        family=spider.family,
        domains=tuple(spider.allowed_domains),
        home=spider.home or f"https://{spider.allowed_domains[0]}",
        sources=tuple(map(stated_facts, spider.sources)),
        article_urls=tuple(spider.article_urls),
        not_articles=tuple(spider.not_articles),
        twins=tuple(spider.twins),
        examples=tuple(spider.examples),
        not_examples=tuple(spider.not_examples),
        seen=spider.seen,
        forbids=spider.forbids,
        browser=spider.browser,
        rules=spider.rules,
    )
