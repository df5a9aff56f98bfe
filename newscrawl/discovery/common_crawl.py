"""Common Crawl's index as a way of finding articles: what its crawls of the whole web have of a site.

Its servers answer as pywb's CDX API does (index.commoncrawl.org); the captured page is one record of a WARC
file, which is fetched by its range of bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar
from urllib.parse import urlencode

from scrapy import Request
from scrapy.http import Response

from newscrawl.discovery.requests import get_request
from newscrawl.discovery.source import (
    STEP,
    Found,
    IncompleteListingError,
    Named,
    NextPage,
    Source,
    Step,
    UnreadableListingError,
    Want,
)
from newscrawl.discovery.wayback import LATE

HOST = "index.commoncrawl.org"
FILES = "https://data.commoncrawl.org/"

_COLLECTIONS = f"https://{HOST}/collinfo.json"
_API = "newscrawl_api"
_PAGES = "newscrawl_pages"
_NONE = 404
_NAMED = re.compile(r"CC-MAIN-(\d{4})(?:-(\d{2}))?$")
_SPAN = timedelta(days=30)
"""How long a crawl takes whose own words do not say it."""


@dataclass(frozen=True)
class CommonCrawlIndex(Source):
    """Captures of everything under ``domain`` in the crawls of the range asked for, the newest crawl without
    one; of each address the first."""

    domain: str

    kind: ClassVar[str] = "commoncrawl"

    def address(self) -> str:
        return f"https://{HOST}/?url={self.domain}"

    def unable(self, want: Want) -> str | None:
        if want.query:
            return "Common Crawl's index cannot be searched for words"
        return "Common Crawl's index knows no sections" if want.sections else None

    def start(self, want: Want) -> Iterator[Request]:
        yield get_request(_COLLECTIONS, meta={STEP: Step()})

    def read(self, response: Response, want: Want) -> Iterator[Named]:
        api = response.meta.get(_API)
        if api is None:
            for each in _collections(response, want):
                yield self._request(each, {"showNumPages": "true"}, Step())
        elif response.status == _NONE:
            return
        elif _PAGES not in response.meta:
            if pages := _number_of_pages(response):
                yield self._page(api, Step(), pages)
        else:
            yield from self._captures(response, api)

    def _captures(self, response: Response, api: str) -> Iterator[Named]:
        lines = response.body.decode("utf-8", "replace").splitlines()
        for line in lines:
            try:
                row = json.loads(line)
            except ValueError:
                raise IncompleteListingError(f"{response.url}: the list of captures breaks off") from None
            if (found := _found(row)) is not None:
                yield found
        step: Step = response.meta[STEP]
        if step.page < response.meta[_PAGES]:
            yield NextPage(self._page(api, step.ahead(), response.meta[_PAGES]))

    def _page(self, api: str, step: Step, pages: int) -> Request:
        return self._request(api, {"page": str(step.page - 1)}, step, {_PAGES: pages})

    def _request(
        self, api: str, asked: dict[str, str], step: Step, meta: dict[str, Any] | None = None
    ) -> Request:
        wanted = {"url": self.domain, "matchType": "domain", "output": "json", "filter": "=status:200"}
        told = {STEP: step, _API: api, "handle_httpstatus_list": [_NONE], **(meta or {})}
        return get_request(f"{api}?{urlencode({**wanted, **asked})}", meta=told)


def record_range(capture: str) -> tuple[str, str] | None:
    """The WARC file that a capture is in, and the value of the header Range for its record.

    None for a capture that is a page of its own.
    """
    address, mark, place = capture.partition("#")
    if not mark or not address.startswith(FILES):
        return None
    start, _, length = place.partition("+")
    return address, f"bytes={start}-{int(start) + int(length) - 1}"


def _collections(response: Response, want: Want) -> list[str]:
    """The APIs of the crawls to ask, the earliest first.

    Raises:
        UnreadableListingError: the answer is no list of crawls.
    """
    try:
        told = [(_span(each), str(each["cdx-api"])) for each in json.loads(response.body)]
    except (ValueError, TypeError, KeyError, AttributeError):
        raise UnreadableListingError(f"{response.url}: the answer is no list of crawls") from None
    crawls = sorted((span, api) for span, api in told if span is not None)
    if not want.ranged:
        return [api for _, api in crawls[-1:]]
    first = want.since.astimezone(UTC) if want.since else datetime.min.replace(tzinfo=UTC)
    last = (want.until or want.now).astimezone(UTC) + LATE
    return [api for (start, end), api in crawls if end >= first and start <= last]


def _span(crawl: dict[str, Any]) -> tuple[datetime, datetime] | None:
    """From when to when a crawl went: as it says, else by the year and week in its name."""
    if crawl.get("from") and crawl.get("to"):
        return _instant(crawl["from"]), _instant(crawl["to"])
    named = _NAMED.search(str(crawl.get("id")))
    if named is None:
        return None
    year, week = int(named[1]), named[2]
    if week is None:
        return datetime(year, 1, 1, tzinfo=UTC), datetime(year, 12, 31, tzinfo=UTC)
    start = datetime.fromisocalendar(year, max(1, min(int(week), 52)), 1).replace(tzinfo=UTC)
    return start - _SPAN, start + _SPAN


def _instant(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _number_of_pages(response: Response) -> int:
    try:
        told = json.loads(response.body)
        return int(told["pages"] if isinstance(told, dict) else told)
    except (ValueError, TypeError, KeyError):
        raise UnreadableListingError(f"{response.url}: the answer is no number of pages") from None


def _found(row: Any) -> Found | None:
    """The article of a capture; None for one that is no page."""
    if not isinstance(row, dict) or row.get("status") != "200" or "html" not in str(row.get("mime")):
        return None
    try:
        place = f"{int(row['offset'])}+{int(row['length'])}"
        return Found(str(row["url"]), capture=f"{FILES}{row['filename']}#{place}")
    except (KeyError, ValueError):
        return None
