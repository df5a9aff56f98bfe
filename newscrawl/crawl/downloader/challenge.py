"""Challenge pages: a site that answers a browser check instead of the page is left alone."""

from __future__ import annotations

import logging
import re
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl.crawl.downloader.leaving import leave_site
from newscrawl.crawl.failures import ChallengeError

logger = logging.getLogger(__name__)

_HEADERS = ("cf-mitigated", "x-datadome", "x-amzn-waf-action")
_MARKS = re.compile(
    rb"<title>\s{0,20}(?:Just a moment|Attention Required!|Access denied|Verifikasi|Robot Check)"
    rb"|_cf_chl_opt|cf-browser-verification|/cdn-cgi/challenge-platform/\w|geo\.captcha-delivery\.com"
    rb"|g-recaptcha|h-captcha|cf-turnstile|_Incapsula_Resource|aws-waf-token|/sucuri_cloudproxy"
    rb"|(?:enable|aktifkan) (?:JS|JavaScript)",
    re.IGNORECASE,
)
"""Marks of the common services; forms of ordinary pages carry some too, so see :func:`challenge_sign`."""
_LITERALS = (
    *(b"just a moment", b"attention required!", b"access denied", b"verifikasi", b"robot check"),
    *(b"_cf_chl_opt", b"cf-browser-verification", b"/cdn-cgi/challenge-platform/", b"cf-turnstile"),
    *(b"geo.captcha-delivery.com", b"g-recaptcha", b"h-captcha", b"_incapsula_resource", b"aws-waf-token"),
    *(b"/sucuri_cloudproxy", b"enable js", b"enable javascript", b"aktifkan js", b"aktifkan javascript"),
)
"""Each mark holds one of these: to look for them first takes a tenth of the time."""
_LOOKED_AT = 60_000
_SPARSE = 2_500
_TEXT_OF_A_PAGE = 1_000
"""Bytes of text that no challenge comes near, and every article passes."""
_PARAGRAPHS = 4
_HIDDEN = re.compile(rb"<(script|style)\b.*?(?:</\1\b|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(rb"<[^<>]*>?|\s+")


class ChallengeMiddleware:
    """Turns challenge pages into :class:`ChallengeError`, whatever their status, and never parses them.

    After ``NEWSCRAWL_CHALLENGE_LIMIT`` of them in a row the crawl of the site ends: it has said no.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.limit = crawler.settings.getint("NEWSCRAWL_CHALLENGE_LIMIT")
        self.in_a_row = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """The response, unless it is a challenge.

        Raises:
            ChallengeError: it is one; the message names what gave it away.
        """
        sign = challenge_sign(response)
        if sign is None:
            self.in_a_row = 0
            return response
        self.in_a_row += 1
        if self.in_a_row == self.limit:
            logger.error(
                "%s and the %d before it are challenges: leaving the site", request.url, self.limit - 1
            )
            leave_site(self.crawler, "challenge")
        raise ChallengeError(f"a challenge instead of the page ({sign})")


def challenge_sign(response: Response) -> str | None:
    """What shows that a response is a challenge; None if nothing does.

    Scripts of such services stand on ordinary pages too, so a mark in a page counts only where the page
    has hardly any text of its own.
    """
    for header in _HEADERS:
        if header in response.headers:
            return f"header {header}"
    body = response.body
    ordinary = response.status == 200 and len(body) > _SPARSE
    if ordinary and _has_paragraphs(body):
        return None
    start = body[:_LOOKED_AT].lower()
    if not any(literal in start for literal in _LITERALS):
        return None
    found = _MARKS.search(body, 0, _LOOKED_AT)
    if found is None or (ordinary and _text_length(body) > _TEXT_OF_A_PAGE):
        return None
    return found.group().decode("ascii", "replace").strip()


def _has_paragraphs(body: bytes) -> bool:
    """Whether a page has more of them than any challenge; looks no further than it must."""
    at = -1
    for _ in range(_PARAGRAPHS):
        at = body.find(b"<p", at + 1)
        if at < 0:
            return False
    return True


def _text_length(body: bytes) -> int:
    """Bytes of the text that a reader sees."""
    return len(_TAG.sub(b" ", _HIDDEN.sub(b" ", body)))
