"""Any news site, from its address alone."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Any

from pydantic import Field, field_validator
from scrapy import Request
from scrapy_spider_metadata._params import Args
from w3lib.url import safe_url_string

from newscrawl.discovery.addresses import check_address
from newscrawl.engine.arguments import CrawlArguments
from newscrawl.engine.discovery.discovering import Discovery
from newscrawl.record.addresses import host_of, registered_domain
from newscrawl.spiders.base import NewsSpider

_SIGN_IN = re.compile(r"^(https?://)[^/?#]*@", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[:/]\S*)?$")


class SiteArguments(CrawlArguments):
    """What ``-a NAME=VALUE`` may say to the spider of any site."""

    url: str = Field(description="the site's address, such as https://example.id")

    @field_validator("url")
    @classmethod
    def _of_the_web(cls, url: str) -> str:
        if "://" not in url:
            meant = f"https://{url}" if _HOST.match(url) else "it as https://example.id"
            raise ValueError(f"'{url}' is no http or https address; write {meant}")
        # A name in other letters is asked for in its ASCII form (IDNA), so it is compared in that form, too.
        # A name and a password in it are sent to nobody, and so need be in no log either.
        return safe_url_string(_SIGN_IN.sub(r"\1", check_address(url)))


class SiteSpider(NewsSpider, Args[SiteArguments]):
    """Finds a site's articles by what the site itself offers: sitemaps, feeds, the API of its system, its
    sections. Articles are told from other pages by the shape of their addresses and by their content."""

    name = "site"
    title = "Any news site"
    kind = "any"

    args: SiteArguments

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        host = host_of(self.args.url)
        self.start_host = host
        self.allowed_domains = [registered_domain(host)]

    @classmethod
    def arguments(cls) -> type[SiteArguments]:
        return SiteArguments

    @property
    def site_name(self) -> str:
        return self.allowed_domains[0]

    async def discover(self, discovery: Discovery) -> AsyncIterator[Request]:
        """What a look at the site brings to light."""
        async for request in self.looked_at(self.args.url, discovery):
            yield request
