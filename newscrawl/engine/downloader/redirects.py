"""Redirects: those that lead in a circle, those that set cookies on the way, and those inside of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.cookiejar import DefaultCookiePolicy
from itertools import chain
from typing import Any

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import (
    BaseRedirectMiddleware,
    MetaRefreshMiddleware,
    RedirectMiddleware,
)
from scrapy.http import HtmlResponse, Response
from scrapy.http.cookies import CookieJar
from scrapy.utils.httpobj import urlparse_cached

from newscrawl.discovery.source import STEP, Step
from newscrawl.engine.downloader.robots import ROBOTS_FILE
from newscrawl.engine.downloader.sparse import readable_text, reads_on
from newscrawl.engine.failures import RedirectLoopError
from newscrawl.record.addresses import registered_domain

_COOKIES = "newscrawl_redirect_cookies"
_SEEN = "newscrawl_redirect_seen"

_REFRESH = re.compile(rb"<meta\b[^>]{0,1200}\brefresh\b[^>]{0,1200}", re.IGNORECASE)
_HEADER = re.compile(
    rb"[0-4](?:\.\d{0,3})?\s{0,5}[;,]\s{0,5}(?:url\s{0,5}=\s{0,5})?[\"']?(?P<url>[^\"'\s]+)[\"']?", re.I
)
_CONTENT = re.compile(rb"\bcontent\s{0,5}=\s{0,5}(?:\"([^\"]{1,1000})\"|'([^']{1,1000})')", re.IGNORECASE)
_ASIDE = re.compile(
    rb"<(noscript|script|template)\b.*?(?:</\1|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)
"""Where an element that sends on means nobody who runs scripts; what is never closed goes on to the end."""
_SCRIPT = re.compile(rb"<script\b[^>]{0,200}>([^<]{1,2000})</script", re.IGNORECASE)
_SENDING = re.compile(
    rb"\s*(?:(?:window|document|self|top|parent)\.){0,2}location(?:\.href)?\s{0,5}"
    rb"(?:=|\.(?:replace|assign)\()\s{0,5}([\"'])(?P<url>[^\"'\s]{1,1000})\1\s{0,5}\)?\s{0,5};?\s*"
)
_SHORT_PAGE = 16 * 1024
_HARDLY_A_TEXT = 200
"""Characters of text that a page may have that does nothing but send on: 'Redirecting to ...'."""


_HOST_ONLY = DefaultCookiePolicy(strict_ns_domain=DefaultCookiePolicy.DomainStrictNonDomain)
"""RFC 6265, 5.3: a cookie that names no domain is for the host alone that set it."""


class _Chain(BaseRedirectMiddleware):
    """What holds for every redirect.

    - Cookies that an answer of the chain sets are sent back within it, to hosts that they are for (RFC 6265),
      and forgotten with it: sites that set one and send back to the same address would otherwise never end.
    - The same address with the same cookies again is a circle, which is a failure with a name; Scrapy's
      filter of duplicates would drop it without a word.
    - Further pages of a listing that lead to a page which was read are read too, and tell that they do.
    - A source that may stand on a host of its own may not send on to a third one.
    - A spider looks at each redirect before it is followed, and may refuse it (``check_redirect``).
    """

    def _redirect(self, redirected: Request, request: Request, reason: Any) -> Request:
        jar: CookieJar | None = request.meta.get(_COOKIES)
        redirected.headers.pop("Cookie", None)
        if jar is not None:
            jar.add_cookie_header(redirected)
        seen = request.meta.get(_SEEN, ((request.url, request.headers.get("Cookie")),))
        here = (redirected.url, redirected.headers.get("Cookie"))
        if here in seen:
            raise RedirectLoopError(f"redirected in a circle to {redirected.url}")
        if check := getattr(self.crawler.spider, "check_redirect", None):
            check(request, redirected)
        further = super()._redirect(redirected, request, reason)
        further.meta[_SEEN] = (*seen, here)
        back = any(url == redirected.url for url, _ in seen)
        further.dont_filter = request.dont_filter or back or _is_further_page(request)
        if ROBOTS_FILE not in further.meta and not _same_publisher(further, request):
            further.meta.pop("allow_offsite", None)
        return further


class ChainRedirectMiddleware(_Chain, RedirectMiddleware):
    """Scrapy's redirects by status, with the rules of a chain."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """The response, or the request that it sends on to."""
        if "Location" in response.headers and response.headers.getlist("Set-Cookie"):
            # A jar of its own for every step: the request may be tried again from here.
            jar = CookieJar(_HOST_ONLY)
            earlier: CookieJar | None = request.meta.get(_COOKIES)
            for cookie in earlier or ():
                jar.set_cookie(cookie)
            jar.extract_cookies(response, request)
            request.meta[_COOKIES] = jar
        return super().process_response(request, response)


class InstantRefreshMiddleware(_Chain, MetaRefreshMiddleware):
    """Takes ``<meta http-equiv=refresh>`` for a redirect where the page sends on at once and holds nothing.

    So it does the header of that name, and a script that does nothing but name another address: sites that
    have moved answer with those.
    Home pages reload themselves with the same element after minutes, and are pages.
    """

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """The response, or the request that it sends on to."""
        if not isinstance(response, HtmlResponse) or not 200 <= response.status < 300:
            return response
        body = response.body
        target = sent_on(response)
        if not (target or _REFRESH.search(body)) or reads_on(body, _HARDLY_A_TEXT + 1):
            return response
        if len(readable_text(body)) > _HARDLY_A_TEXT:
            return response
        if not target:
            return super().process_response(request, response)
        redirected = self._redirect_request_using_get(request, response, target)
        stays = request.meta.get("dont_redirect") or redirected.url == request.url
        return response if stays else self._redirect(redirected, request, "script")


def sent_on(response: HtmlResponse) -> str | None:
    """The address in full that a page's header, element or script sends on to; None if none of them does.

    A script counts that has one statement: what sends on under a condition may not mean a crawler.
    """
    found = _HEADER.fullmatch((response.headers.get("Refresh") or b"").strip())
    if found is None and len(response.body) < _SHORT_PAGE:
        found = next(filter(None, chain(_elements(response.body), _statements(response.body))), None)
    if found is None:
        return None
    try:
        url = response.urljoin(found["url"].decode("utf-8", "replace").replace("\\/", "/"))
    except ValueError:
        return None
    return url if url.startswith(("http://", "https://")) else None


def _elements(body: bytes) -> Iterator[re.Match[bytes] | None]:
    """Where ``<meta http-equiv=refresh>`` sends to, with a comma or without ``url=`` too (HTML, 4.2.5.3)."""
    for element in _REFRESH.finditer(_ASIDE.sub(b"", body)):
        content = _CONTENT.search(element.group())
        yield _HEADER.fullmatch((content[1] or content[2]).strip()) if content else None


def _statements(body: bytes) -> Iterator[re.Match[bytes] | None]:
    for script in _SCRIPT.finditer(body):
        yield _SENDING.fullmatch(script[1])


def _is_further_page(request: Request) -> bool:
    step = request.meta.get(STEP)
    return isinstance(step, Step) and step.page > 1


def _same_publisher(one: Request, other: Request) -> bool:
    hosts = [urlparse_cached(request).hostname or "" for request in (one, other)]
    return hosts[0] == hosts[1] or registered_domain(hosts[0]) == registered_domain(hosts[1])
