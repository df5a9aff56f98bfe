"""Only the site's own domains, and addresses of bearable length."""

from __future__ import annotations

import re

from scrapy import Request, Spider
from scrapy.downloadermiddlewares.offsite import OffsiteMiddleware

from newscrawl.engine.failures import UnsafeAddressError


class OnSiteMiddleware(OffsiteMiddleware):
    """Scrapy's, also for requests that skip the filter of duplicates: a retry does, and may be redirected.

    It keeps to URLLENGTH_LIMIT, too: Scrapy's own middleware drops what is longer, and tells no errback.
    """

    def get_host_regex(self, spider: Spider) -> re.Pattern[str]:
        """Scrapy's, also for a host that is written with the dot of the root at its end."""
        pattern = super().get_host_regex(spider).pattern
        return re.compile(pattern.removesuffix("$") + r"\.?$" if pattern else pattern)

    def request_scheduled(self, request: Request, spider: Spider) -> None:
        """Leave it to :meth:`process_request`: what is refused here is dropped, and no errback told."""

    def process_request(self, request: Request) -> None:  # type: ignore[override]
        """Let requests to the site pass, and what a source allows.

        Raises:
            IgnoreRequest: it leads elsewhere.
            UnsafeAddressError: the address is longer than URLLENGTH_LIMIT.
        """
        super().process_request(request.replace(dont_filter=False) if request.dont_filter else request)
        limit = self.crawler.settings.getint("URLLENGTH_LIMIT")
        if limit and len(request.url) > limit:
            raise UnsafeAddressError(f"the address has {len(request.url)} characters, more than {limit}")
