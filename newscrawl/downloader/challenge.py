"""Challenge pages: a site that answers a browser check instead of the page is left alone."""

from __future__ import annotations

import logging
import re
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl.downloader.leaving import leave_site
from newscrawl.monitoring.failures import ChallengeError

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
_LOOKED_AT = 60_000
_SPARSE = 2_500


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
    if response.status == 200 and len(response.body) > _SPARSE and response.body.count(b"<p") > 3:
        return None
    found = _MARKS.search(response.body, 0, _LOOKED_AT)
    return found.group().decode("ascii", "replace").strip() if found else None
