"""Invented articles for the tests of what is stored."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from typing import Any

from newscrawl.items import Article, Image
from newscrawl.reading.stages import content_hash
from newscrawl.record.addresses import article_id
from tests.newsroom.prose import Writer

WIB = timezone(timedelta(hours=7))
START = datetime(2026, 8, 1, 9, 0, tzinfo=WIB)


@cache
def story(number: int, seed: str = "samples") -> str:
    """The text of an invented article, paragraphs separated by a blank line."""
    draft = Writer(seed).draft(number, START + timedelta(hours=number), long=False)
    return "\n\n".join(draft.paragraphs)


def article(number: int = 1, *, site: str = "warta", **fields: Any) -> Article:
    """Article ``number`` of a site; ``fields`` replace what is invented."""
    published = START + timedelta(hours=number)
    url = fields.pop("url", f"https://{site}.example/berita/{number}")
    made = {
        "title": f"Warga Desa {number} Panen Lebih Awal",
        "body": story(number, site),
        "published_at": published,
        "published_precision": "minute",
        "fetched_at": published.astimezone(UTC) + timedelta(minutes=20),
        "authors": ["Siti Rahma"],
        "section": "Daerah",
        "tags": ["panen", "desa"],
        "images": [Image(url=f"https://{site}.example/{number}.jpg", caption="Petani di sawah")],
        "language": "id",
        "provenance": {"title": "rule: h1", "body": "rule: div.post-text"},
        **fields,
    }
    if "content_hash" not in made:
        made["content_hash"] = content_hash(made["title"], made["body"])
    return Article(id=article_id(url), url=url, site=site, page_type="article", **made)
