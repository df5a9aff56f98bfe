"""The REST API of WordPress."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field, replace
from datetime import timedelta
from html import unescape
from typing import Any, ClassVar
from urllib.parse import urlencode

from scrapy import Request
from scrapy.http import Response

from newscrawl.discovery.addresses import check_address
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
from newscrawl.discovery.windows import windows

_FIELDS = "id,link,date,date_gmt,modified_gmt,title"
_PER_PAGE = 100
_PAST_THE_END = 400


@dataclass(frozen=True)
class WordPress(Source):
    """Posts by the REST API of WordPress, ``/wp-json/wp/v2/posts``, newest first.

    ``url`` is the address of the WordPress installation. The API takes ranges of dates and words to search
    for (developer.wordpress.org/rest-api/reference/posts: ``after``, ``before``, ``search``, ``categories``).
    ``sections`` maps section names to the slugs of their categories where the two differ. ``post_type`` is
    the route of another type of post. A range is walked in windows of ``window_days`` days.
    """

    url: str
    _: KW_ONLY
    sections: Mapping[str, str] = field(default_factory=dict)
    post_type: str = "posts"
    window_days: int = 7
    max_pages: int = 500

    kind: ClassVar[str] = "wordpress"
    names_articles: ClassVar[bool] = True

    def __post_init__(self) -> None:
        check_address(self.url)

    def address(self) -> str:
        return f"{self.url.rstrip('/')}/wp-json/wp/v2/{self.post_type}"

    def unable(self, want: Want) -> str | None:
        return None

    def start(self, want: Want) -> Iterator[Request]:
        if not want.sections:
            yield from self._walks("", want)
        by_name = {name.casefold(): slug for name, slug in self.sections.items()}
        for name in want.sections:
            slug = by_name.get(name.casefold(), "-".join(name.lower().split()))
            asked = urlencode({"slug": slug, "_fields": "id,slug"})
            url = f"{self.url.rstrip('/')}/wp-json/wp/v2/categories?{asked}"
            yield get_request(url, meta={STEP: Step(section=slug), "newscrawl_category": True})

    def read(self, response: Response, want: Want) -> Iterator[Named]:
        step: Step = response.meta[STEP]
        if response.status == _PAST_THE_END and step.page > 1:
            return
        answer = _json_list(response)
        if response.meta.get("newscrawl_category"):
            for category in answer:
                yield from self._walks(str(category.get("id", "")), want)
            return
        yield from filter(None, map(_found, answer))
        if not answer and step.page <= _stated_pages(response):
            raise IncompleteListingError(f"{response.url}: empty, though the API says that there is more")
        if len(answer) and step.page < min(self.max_pages, _total_pages(response, step.page)):
            yield NextPage(self._request(step.ahead(), want))

    def _walks(self, category: str, want: Want) -> Iterator[Request]:
        """The first request of each walk: one a search and window of days."""
        for words in want.searches:
            asked = Step(section=category, words=words)
            if want.since is None:
                yield self._request(asked, want)
                continue
            for start, end in windows(want.since.date(), want.last_day, days=self.window_days):
                yield self._request(replace(asked, first_day=start, last_day=end), want)

    def _request(self, step: Step, want: Want) -> Request:
        asked = {"per_page": str(_PER_PAGE), "page": str(step.page), "_fields": _FIELDS}
        if step.first_day and step.last_day:
            # Both ends are excluded by WordPress, and mean the site's own clock.
            asked["after"] = f"{step.first_day - timedelta(days=1)}T23:59:59"
            asked["before"] = f"{step.last_day + timedelta(days=1)}T00:00:00"
        elif want.until:
            asked["before"] = f"{want.last_day + timedelta(days=1)}T00:00:00"
        if step.words:
            asked["search"] = step.words
        if step.section:
            asked["categories"] = step.section
        meta: dict[str, Any] = {STEP: step}
        if step.page > 1:
            meta["handle_httpstatus_list"] = [_PAST_THE_END]
        return get_request(f"{self.address()}?{urlencode(asked)}", meta=meta)


def is_post_list(response: Response) -> bool:
    """Whether an answer is what the API gives: a list of posts with links."""
    try:
        posts = _json_list(response)
    except UnreadableListingError:
        return False
    return bool(posts) and all(_found(post) for post in posts)


def _json_list(response: Response) -> list[dict[str, Any]]:
    try:
        answer = json.loads(response.body)
    except (ValueError, RecursionError) as error:
        raise UnreadableListingError(f"{response.url}: the answer is not JSON: {error}") from None
    if not isinstance(answer, list):
        raise UnreadableListingError(f"{response.url}: the answer is no list of posts")
    return [post for post in answer if isinstance(post, dict)]


def _found(post: dict[str, Any]) -> Found | None:
    link, title = post.get("link"), post.get("title")
    if not isinstance(link, str):
        return None
    rendered = title.get("rendered") if isinstance(title, dict) else None
    return Found(
        link,
        published=_utc(post.get("date_gmt")) or post.get("date"),
        title=unescape(rendered) if isinstance(rendered, str) else None,
        modified=_utc(post.get("modified_gmt")),
    )


def _utc(moment: Any) -> str | None:
    """WordPress writes UTC without saying so; a year of zeros is no date."""
    return f"{moment}+00:00" if isinstance(moment, str) and moment[:1] in "12" else None


def _stated_pages(response: Response) -> int:
    """The number of pages by the header that WordPress sends; 0 where a cache dropped it."""
    header = (response.headers.get("X-WP-TotalPages") or b"").decode("latin-1")
    return int(header) if header.isdecimal() else 0


def _total_pages(response: Response, page: int) -> int:
    """The number of pages; one more than ``page`` where it is not known."""
    return _stated_pages(response) or page + 1
