"""From the facts of a site file to the source that they declare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from newscrawl.discovery.blogger import BloggerFeed
from newscrawl.discovery.feeds import Feed
from newscrawl.discovery.index import DatedIndex
from newscrawl.discovery.links import Cards, JsonItems
from newscrawl.discovery.listing import Listing
from newscrawl.discovery.search import Search
from newscrawl.discovery.sitemaps import NewsSitemap, Sitemap
from newscrawl.discovery.source import Source
from newscrawl.discovery.wordpress import WordPress
from newscrawl.sites.publisher import SourceFacts

WAYS: dict[str, type[Source]] = {
    source.kind: source
    for source in (Feed, Sitemap, NewsSitemap, DatedIndex, Listing, Search, WordPress, BloggerFeed)
}
"""The source of each way of finding articles, in the order in which docs name them."""

_NAMING: dict[str, type[Cards | JsonItems]] = {"cards": Cards, "json_items": JsonItems}


def declared_source(facts: SourceFacts) -> Source:
    """The source that ``facts`` declare.

    ``cards`` and ``json_items`` are the two other forms of ``links``. A list of ``sections`` stands for
    sections whose name is also what fills the address.

    Raises:
        ValueError: a template, selector or path cannot be used; the message quotes it.
        TypeError: there is a key that the source does not have.
    """
    options: dict[str, Any] = dict(facts.options)
    for key, reader in _NAMING.items():
        if key in options:
            options["links"] = reader(**options.pop(key))
    if isinstance(options.get("sections"), list):
        options["sections"] = {name: name for name in options["sections"]}
    return WAYS[facts.way](facts.url, **options)  # type: ignore[call-arg]


def stated_facts(source: Source) -> SourceFacts:
    """What a site file says of ``source``: the facts that differ from their defaults."""
    options: dict[str, Any] = {}
    for part in fields(source):  # type: ignore[arg-type]
        value = getattr(source, part.name)
        usual = part.default_factory() if callable(part.default_factory) else part.default
        if part.name != "url" and value != usual:
            options.update(_stated(part.name, value))
    return SourceFacts(source.kind, source.url, options)  # type: ignore[attr-defined]


def _stated(name: str, value: Any) -> Mapping[str, Any]:
    for key, reader in _NAMING.items():
        if isinstance(value, reader):
            parts = {part.name: getattr(value, part.name) for part in fields(value)}
            usual = {part.name: part.default for part in fields(value)}
            return {key: {part: text for part, text in parts.items() if text != usual[part]}}
    return {name: value}
