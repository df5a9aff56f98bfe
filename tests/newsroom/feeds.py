"""Feeds and sitemaps as XML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape

from tests.newsroom.dating import rfc822
from tests.newsroom.stories import Brief

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
RSS_TYPE = "application/rss+xml; charset=UTF-8"
ATOM_TYPE = "application/atom+xml; charset=UTF-8"
XML_TYPE = "application/xml; charset=UTF-8"

_RSS_NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:atom="http://www.w3.org/2005/Atom"'
)
_SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item of a feed; ``content`` is the whole text as HTML, where the site gives it."""

    brief: Brief
    url: str
    guid: str = ""
    author: str = ""
    image: str = ""
    content: str = ""


def rss(
    title: str,
    link: str,
    items: Iterable[FeedItem],
    *,
    own: str = "",
    pub_date: Callable[[datetime], str] = rfc822,
) -> str:
    """An RSS 2.0 feed; ``own`` is its own address."""
    self_link = f'<atom:link href="{escape(own)}" rel="self" type="application/rss+xml"/>' if own else ""
    entries = "\n".join(_rss_item(item, pub_date) for item in items)
    return (
        f'{HEAD}<rss version="2.0" {_RSS_NAMESPACES}><channel>\n<title>{escape(title)}</title>\n'
        f"<link>{escape(link)}</link>{self_link}<description>{escape(title)}</description>"
        f"<language>id</language>\n{entries}\n</channel></rss>"
    )


def _rss_item(item: FeedItem, pub_date: Callable[[datetime], str]) -> str:
    brief = item.brief
    parts = [
        f"<title>{escape(brief.title)}</title>",
        f"<link>{escape(item.url)}</link>",
        f'<guid isPermaLink="{"false" if item.guid else "true"}">{escape(item.guid or item.url)}</guid>',
        f"<description><![CDATA[{brief.deck}]]></description>",
        f"<category>{escape(brief.section)}</category>",
        f"<pubDate>{pub_date(brief.published_at)}</pubDate>",
    ]
    if item.author:
        parts.append(f"<dc:creator>{escape(item.author)}</dc:creator>")
    if item.image:
        parts.append(f'<enclosure url="{escape(item.image)}" length="49398" type="image/jpeg"/>')
    if item.content:
        parts.append(f"<content:encoded><![CDATA[{item.content}]]></content:encoded>")
    return "<item>\n" + "\n".join(parts) + "\n</item>"


def atom(title: str, link: str, items: Iterable[FeedItem], *, updated: datetime, next_url: str = "") -> str:
    """An Atom feed as Blogger makes it; ``next_url`` leads to older entries."""
    more = f'<link rel="next" href="{escape(next_url)}"/>' if next_url else ""
    entries = "\n".join(_atom_entry(item) for item in items)
    return (
        f'{HEAD}<feed xmlns="http://www.w3.org/2005/Atom"><title>{escape(title)}</title>'
        f'<link rel="alternate" href="{escape(link)}"/>{more}<id>{escape(link)}</id>'
        f"<updated>{updated.isoformat()}</updated>\n{entries}\n</feed>"
    )


def _atom_entry(item: FeedItem) -> str:
    brief = item.brief
    return (
        f"<entry><id>{escape(item.guid or item.url)}</id><title>{escape(brief.title)}</title>"
        f'<link rel="alternate" type="text/html" href="{escape(item.url)}"/>'
        f"<published>{brief.published_at.isoformat()}</published>"
        f"<updated>{brief.modified_at.isoformat()}</updated>"
        f'<category term="{escape(brief.section)}"/><summary>{escape(brief.deck)}</summary>'
        f"<author><name>{escape(item.author)}</name></author></entry>"
    )


def urlset(entries: Iterable[tuple[str, datetime | None]]) -> str:
    """A sitemap of addresses with the time of their last change."""
    urls = "\n".join(_url(loc, changed) for loc, changed in entries)
    return f"{HEAD}<urlset {_SITEMAP}>\n{urls}\n</urlset>"


def _url(loc: str, changed: datetime | None) -> str:
    lastmod = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
    return f"<url><loc>{escape(loc)}</loc>{lastmod}</url>"


def sitemap_index(entries: Iterable[tuple[str, datetime | None]]) -> str:
    """An index of sitemaps."""
    parts = "\n".join(_url(loc, changed).replace("url>", "sitemap>") for loc, changed in entries)
    return f"{HEAD}<sitemapindex {_SITEMAP}>\n{parts}\n</sitemapindex>"


def news_sitemap(brand: str, entries: Iterable[tuple[str, Brief]]) -> str:
    """A Google News sitemap: addresses with publication date, title and keywords."""
    urls = "\n".join(
        f"<url><loc>{escape(loc)}</loc><news:news><news:publication><news:name>{escape(brand)}</news:name>"
        f"<news:language>id</news:language></news:publication>"
        f"<news:publication_date>{brief.published_at.isoformat()}</news:publication_date>"
        f"<news:title>{escape(brief.title)}</news:title>"
        f"<news:keywords>{escape(', '.join(brief.tags))}</news:keywords></news:news></url>"
        for loc, brief in entries
    )
    return f"{HEAD}<urlset {_SITEMAP} {_NEWS}>\n{urls}\n</urlset>"
