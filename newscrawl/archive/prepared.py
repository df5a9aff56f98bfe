"""Articles made ready to be stored: everything that needs no look into the archive, and no lock."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from newscrawl.archive import lines
from newscrawl.archive.copies import Text
from newscrawl.archive.encoding import mended
from newscrawl.archive.moments import to_text
from newscrawl.items import Article


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask later whether a page has changed: ETag and Last-Modified (RFC 9110, 8.8)."""

    etag: str | None = None
    last_modified: str | None = None

    def __bool__(self) -> bool:
        return bool(self.etag or self.last_modified)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article with everything worked out that needs no look into the archive.

    ``line`` is its record as the archive keeps it, if the article is new; ``seen_at`` is ``seen`` as text.
    """

    article: Article
    line: str
    urls: tuple[str, ...]
    validators: Validators
    text: Text
    seen: datetime
    seen_at: str


def prepare(
    article: Article, urls: Iterable[str] = (), validators: Validators | None = None, *, now: datetime
) -> Prepared:
    """An article ready to be stored, found under ``urls`` beside its own address.

    Raises:
        ValueError: the record has no body, which only articles have.
    """
    if article.body is None or article.content_hash is None:
        raise ValueError(f"{article.url}: a record without a body cannot be archived")
    article, line = _as_first_version(article)
    seen = article.fetched_at or now
    born = article.published_at or seen
    addresses = tuple(dict.fromkeys((article.url, *article.aliases, *urls)))
    assert article.body is not None
    assert article.content_hash is not None
    text = Text.of(article.body, article.content_hash, born.date())
    return Prepared(article, line, addresses, validators or Validators(), text, seen, to_text(seen))


def _as_first_version(article: Article) -> tuple[Article, str]:
    """The article without a history and with text that can be written down, and its line."""
    if article.version != 1 or article.changed:
        article = dataclasses.replace(article, version=1, changed=[])
    line = lines.to_line(article)
    try:
        line.encode()
    except UnicodeEncodeError:
        article = mended(article)
        line = lines.to_line(article)
    return article, line


def facts_of(article: Article) -> dict[str, Any]:
    """The columns that say of an article what its latest version says."""
    published = article.published_at
    return {
        "site": article.site,
        "url": article.url,
        "title": article.title,
        "section": article.section,
        "language": article.language,
        "source": article.source,
        "published_at": to_text(published) if published else None,
        "published_precision": article.published_precision,
        "day": published.date().isoformat() if published else None,
        "length": len(article.body or ""),
        "content_hash": article.content_hash,
    }
