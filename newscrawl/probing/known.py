"""Articles that the archive knows, and how they are known again on a page of today."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self
from urllib.parse import unquote, urlsplit

from newscrawl.archive import Archive
from newscrawl.reading.tree.text import fold

MOST_KNOWN = 200
_LEAST_PARAGRAPH = 40
"""Characters of a paragraph that another article would not have word for word."""

_ON_PAGE = 0.6
"""Share of an article's paragraphs that a page must have: what is edited later is a line or two."""

_LEAST_WORDS = 3
_AKIN = 0.7
"""Share of the words of an address that are in the title: addresses leave words out, and end in numbers."""

_WORDS = re.compile(r"[^\W_\d]+")


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive has of an article.

    ``to_the_day`` says that of its time only the day is known, ``paragraphs`` are those of its text, folded
    to compare them.
    """

    url: str
    title: str
    body: str
    published_at: datetime | None = None
    to_the_day: bool = False
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = field(default=())

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Self:
        """From a record as the archive keeps it."""
        stated = record.get("published_at")
        body = record.get("body") or ""
        return cls(
            record["url"],
            record.get("title") or "",
            body,
            datetime.fromisoformat(stated) if stated else None,
            record.get("published_precision") == "day",
            tuple(record.get("authors") or ()),
            tuple(record.get("editors") or ()),
            tuple(paragraphs_of(body)),
        )

    def is_on(self, page: str) -> bool:
        """Whether a page with the folded text ``page`` shows this article."""
        if not self.paragraphs:
            return False
        there = sum(paragraph in page for paragraph in self.paragraphs)
        return there >= _ON_PAGE * len(self.paragraphs)

    def may_be_at(self, url: str, title: str) -> bool:
        """Whether an address that a listing names, with the title that it gives it, may be this article's."""
        if title and fold(title) == fold(self.title):
            return True
        named = _WORDS.findall(unquote(urlsplit(url).path).rpartition("/")[2].lower()) or _WORDS.findall(
            unquote(urlsplit(url).path).lower()
        )
        words = [word for word in named if word not in ("html", "htm", "php")]
        own = set(fold(self.title).split())
        return len(words) >= _LEAST_WORDS and sum(word in own for word in words) >= _AKIN * len(words)


def paragraphs_of(body: str) -> list[str]:
    """The paragraphs of a text that tell it from others, folded."""
    return [fold(part) for part in body.split("\n\n") if len(part) >= _LEAST_PARAGRAPH]


def known_articles(archive: Archive, site: str, before: datetime | None = None) -> list[Known]:
    """The newest articles that the archive has of a site, as they were read ``before`` some moment.

    Those with enough text and a title of their own: several under one title were read from pages on which
    another line was taken for it.
    """
    found: list[Known] = []
    for url in archive.articles.newest(site, limit=MOST_KNOWN):
        article_id = archive.find(url)
        versions = archive.versions(article_id) if article_id else []
        early = [version.record for version in versions if _fetched_before(version.record, before)]
        if early:
            found.append(Known.of(early[-1]))
    titles = Counter(fold(known.title) for known in found)
    return [known for known in found if titles[fold(known.title)] == 1 and known.title and known.paragraphs]


def _fetched_before(record: Mapping[str, Any], moment: datetime | None) -> bool:
    fetched = record.get("fetched_at")
    return moment is None or (bool(fetched) and datetime.fromisoformat(str(fetched)) < moment)


def shown_in(page: str, among: Iterable[Known]) -> Known | None:
    """The one of the articles that a page with the folded text ``page`` shows."""
    return next((known for known in among if known.is_on(page)), None)
