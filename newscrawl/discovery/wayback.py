"""The Wayback Machine as a way of finding articles, also of those that their site has no more.

Its CDX API lists captures (github.com/internetarchive/wayback, wayback-cdx-server); the page as it was
captured is under its address with ``id_`` behind the instant.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass
from datetime import date, timedelta
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

HOST = "web.archive.org"
LATE = timedelta(days=90)
"""So long after the last day asked for a capture may be: its crawlers come late, news leave the front page in
days, and every month more is another month's articles to pass over."""

_API = f"https://{HOST}/cdx/search/cdx"
_COLUMNS = ("timestamp", "original", "mimetype", "statuscode")
_ROWS = 5000
_PORT = re.compile(r"^(https?://[^/?#]+?):(?:80|443)(?=[/?#]|$)")
_TIMESTAMP = re.compile(r"\d{14}")


@dataclass(frozen=True)
class Wayback(Source):
    """Captures of everything under ``domain``, of each address the first good one in the range asked for.

    A good one is a page that came with status 200. The publisher's patterns choose the articles among them,
    and the articles are filtered by the time of publication.
    """

    domain: str
    _: KW_ONLY
    rows: int = _ROWS

    kind: ClassVar[str] = "wayback"

    def address(self) -> str:
        return f"{_API}?url={self.domain}"

    def unable(self, want: Want) -> str | None:
        if want.query:
            return "the Wayback Machine cannot be searched for words"
        return "the Wayback Machine knows no sections" if want.sections else None

    def start(self, want: Want) -> Iterator[Request]:
        yield self._request(Step(), want)

    def read(self, response: Response, want: Want) -> Iterator[Named]:
        step: Step = response.meta[STEP]
        rows, whole = _rows(response)
        for row in rows:
            if (found := _found(row)) is not None:
                yield found
        if not whole:
            raise IncompleteListingError(f"{response.url}: the list of captures breaks off")
        if key := _resume_key(rows):
            yield NextPage(self._request(step.ahead(), want, key))

    def _request(self, step: Step, want: Want, resume: str = "") -> Request:
        asked: list[tuple[str, str]] = [
            ("url", self.domain),
            ("matchType", "domain"),
            ("output", "json"),
            ("fl", ",".join(_COLUMNS)),
            ("filter", "statuscode:200"),
            ("filter", "mimetype:text/html"),
            ("collapse", "urlkey"),
            ("limit", str(self.rows)),
            ("showResumeKey", "true"),
        ]
        if want.since:
            asked.append(("from", _day(want.since.date())))
        if want.until:
            asked.append(("to", _day(want.last_day + LATE)))
        if resume:
            asked.append(("resumeKey", resume))
        return get_request(f"{_API}?{urlencode(asked)}", meta={STEP: step})


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"


def _rows(response: Response) -> tuple[list[Any], bool]:
    """The rows of an answer, and whether it came whole; each stands on a line of its own.

    Raises:
        UnreadableListingError: it is no list of captures.
    """
    text = response.body.decode("utf-8", "replace").strip()
    if not text:
        return [], True  # so it answers where it knows nothing
    if not text.startswith("["):
        raise UnreadableListingError(f"{response.url}: the answer is no list of captures")
    try:
        rows, whole = json.loads(text), True
    except ValueError:
        rows, whole = list(_whole_lines(text)), False
    return [row for row in rows if isinstance(row, list)], whole


def _whole_lines(text: str) -> Iterator[Any]:
    for line in text.splitlines():
        row = line.strip().removeprefix("[[").rstrip(",")
        try:
            yield json.loads(f"[{row}" if line.startswith("[[") else row)
        except ValueError:
            continue


def _found(row: list[Any]) -> Found | None:
    """The article of a capture; None for a heading, a key to go on with, or a capture that is no page."""
    if len(row) != len(_COLUMNS) or not all(isinstance(value, str) for value in row):
        return None
    timestamp, address, mimetype, status = row
    if not _TIMESTAMP.fullmatch(timestamp) or status != "200" or mimetype != "text/html":
        return None
    url = _PORT.sub(r"\1", address)
    return Found(url, capture=f"https://{HOST}/web/{timestamp}id_/{url}")


def _resume_key(rows: list[Any]) -> str:
    """What the next page is asked for with: the single value of the row behind an empty one."""
    last = rows[-1] if len(rows) > 1 and rows[-2] == [] else []
    return last[0] if len(last) == 1 and isinstance(last[0], str) else ""
