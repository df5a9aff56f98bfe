"""Only the site's own domains."""

from __future__ import annotations

from scrapy import Request
from scrapy.downloadermiddlewares.offsite import OffsiteMiddleware


class OnSiteMiddleware(OffsiteMiddleware):
    """Scrapy's, also for requests that skip the filter of duplicates: a retry does, and may be redirected."""

    def process_request(self, request: Request) -> None:  # type: ignore[override]
        """Let requests to the site pass, and what a source allows.

        Raises:
            IgnoreRequest: it leads elsewhere.
        """
        super().process_request(request.replace(dont_filter=False) if request.dont_filter else request)
