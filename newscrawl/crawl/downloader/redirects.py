"""Redirects that lead in a circle."""

from __future__ import annotations

from typing import Any

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware

from newscrawl.crawl.failures import RedirectLoopError


class CircleAwareRedirectMiddleware(RedirectMiddleware):
    """Scrapy's redirects, but a circle is a failure with a name.

    Scrapy would schedule the address again, and its filter of duplicates would drop it without a word.
    """

    def _redirect(self, redirected: Request, request: Request, reason: Any) -> Request:
        seen = [*request.meta.get("redirect_urls", []), request.url]
        if redirected.url in seen:
            raise RedirectLoopError(f"redirected in a circle to {redirected.url}")
        return super()._redirect(redirected, request, reason)
