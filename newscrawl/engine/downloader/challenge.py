"""Challenge pages: a site that answers a browser check instead of the page is left alone."""

from __future__ import annotations

import logging
import re
from datetime import UTC, datetime
from functools import cache
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import HtmlResponse, Response

from newscrawl.engine.downloader.leaving import leave_site
from newscrawl.engine.downloader.sparse import link_count, readable_text, reads_on
from newscrawl.engine.failures import ChallengeError
from newscrawl.reading import UnreadablePageError, parse, read
from newscrawl.reading.body.shell import awaits_scripts
from newscrawl.words import texts

logger = logging.getLogger(__name__)

_LOOKED_AT = 60_000
_TITLE = re.compile(rb"<title[^>]{0,100}>\s{0,50}([^<]{0,200})", re.IGNORECASE)
_REFUSALS = frozenset({401, 403, 405, 406, 429, 503})
"""Statuses with which bot walls answer; a missing page that carries a widget of one is a missing page."""

_PAGE_OF_A_WALL = 2_000
"""Bytes of text that no page of a bot wall comes near; the longest, with its explanations, has 1,500."""
_HARDLY_A_TEXT = 1_000
_HARDLY_A_LINK = 5
_PARAGRAPHS = 4
_SPARSE = 2_500

_STATED = frozenset({"meta", "json-ld"})

_SENDS_ON = re.compile(
    rb"location\.(?:reload|replace|assign)|location\.href\s{0,5}=|location\s{0,5}=|\bhistory\.go\(|\.submit\(\)",
    re.IGNORECASE,
)
_KEEPS_A_SIGN = re.compile(
    rb"document\.cookie\s{0,5}=|\[.cookie.\]\s{0,5}=|type=.?hidden|\bfetch\(|\bxmlhttprequest\b|\bsendbeacon\(",
    re.IGNORECASE,
)


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

    Ordinary pages carry scripts and widgets of the same services, and short articles have little text. So a
    mark decides only where there is no article to read, and one that ordinary pages carry too only where
    there is hardly anything else. What no list knows shows by what it does: no text, no links, and a script
    that keeps a sign and sends the browser on.
    """
    if sign := _header_sign(response):
        return sign
    if not isinstance(response, HtmlResponse):
        return None
    refused = not 200 <= response.status < 300
    # What is read like that has too much text for a wall, whatever marks it has.
    if not refused and reads_on(response.body, _PAGE_OF_A_WALL):
        return None
    start = response.body[:_LOOKED_AT].lower()
    sign = _first(_marks("page"), start) or _title_sign(start)
    if sign and (
        refused or (len(readable_text(response.body)) < _PAGE_OF_A_WALL and not _is_article(response))
    ):
        return sign
    if refused and response.status not in _REFUSALS:
        return None
    return _sign_of_emptiness(response, start)


def _sign_of_emptiness(response: HtmlResponse, start: bytes) -> str | None:
    """What shows that a page with hardly anything to read is a challenge."""
    body = response.body
    if len(body) > _SPARSE and body.count(b"<p") >= _PARAGRAPHS:
        return None
    text = readable_text(body)
    if len(text) > _HARDLY_A_TEXT or link_count(body) > _HARDLY_A_LINK:
        return None
    sign = _first(_marks("widget"), start) or _first(_marks("wording"), text.lower())
    if sign is None and not awaits_scripts(body, response.url):
        sign = _first(_marks("notice"), start)
    if sign is None and not text and _SENDS_ON.search(body) and _KEEPS_A_SIGN.search(body):
        sign = "a script that keeps a sign and sends on"
    return None if sign is None or _is_article(response) else sign


def _is_article(response: HtmlResponse) -> bool:
    """Whether the page reads as an article, with a date of its own, or states in its head when it appeared.

    Of the latter are items of a sentence or two, which nobody could tell from a notice; no wall does so.
    """
    try:
        raw = read(parse(response.body, response.url), site="", fetched_at=datetime.now(UTC))
    except UnreadablePageError:
        return False
    if raw.article.page_type == "article":
        return bool(raw.date_evidence)
    return any(told.role == "published" and told.origin in _STATED for told in raw.date_evidence)


def _header_sign(response: Response) -> str | None:
    for mark in texts("challenges", "header"):
        name, _, value = mark.partition(":")
        given = response.headers.get(name)
        if given is not None and given.decode("latin-1").lower().startswith(value.strip()):
            return f"header {name}"
    return None


def _title_sign(start: bytes) -> str | None:
    title = _TITLE.search(start)
    found = [mark for mark in _marks("title") if title and title[1].startswith(mark)]
    return f"title {found[0].decode()}" if found else None


def _first(marks: tuple[bytes, ...], text: bytes) -> str | None:
    return next((mark.decode() for mark in marks if mark in text), None)


@cache
def _marks(kind: str) -> tuple[bytes, ...]:
    return tuple(text.encode() for text in texts("challenges", kind))
