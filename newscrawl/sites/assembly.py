"""From the tables of a file, its network and its family to one :class:`Publisher`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from newscrawl.record.addresses import UrlRules
from newscrawl.sites.publisher import Publisher, SourceFacts
from newscrawl.sites.rules import DEFAULT_ZONE, SiteRules

NATIONAL, REGIONAL = "national", "regional"
HOME = "{home}"
"""Stands for the publisher's front page, in the sources and examples of families and networks."""

_STATED_ELSEWHERE = frozenset({"zone", "language", "name", "urls", "outlets"})
SELECTOR_LISTS = tuple(part.name for part in fields(SiteRules) if part.name not in _STATED_ELSEWHERE)
"""The keys of the table ``rules``."""

Table = Mapping[str, Any]


def assemble(name: str, own: Table, family: Table, family_rules: Sequence[Table], zones: Table) -> Publisher:
    """The publisher ``name`` from its own table and its family's.

    What the publisher states of ``sources``, ``article_urls`` and ``examples`` stands in place of the
    family's, its ``not_articles`` come after the family's, its ``outlets`` and ``rules`` before them.
    ``family_rules`` are the family's ``rules`` and those that they extend, ``zones`` the zone of each region.
    An entry of ``article_urls`` that names one of the family's ``patterns`` stands for it.
    """
    home = str(own.get("home") or f"https://{own['domains'][0]}").rstrip("/")
    both = {**family, **own}
    patterns = family.get("patterns", {})
    article_urls = tuple(patterns.get(text, text) for text in both.get("article_urls", ()))
    twins = tuple((pattern, replacement) for pattern, replacement in own.get("twins", ()))
    region = own["region"]
    return Publisher(
        name=name,
        title=own["title"],
        region=region,
        kind=own.get("kind") or (NATIONAL if region == NATIONAL else REGIONAL),
        family=family.get("name", ""),
        domains=tuple(own["domains"]),
        home=home,
        sources=tuple(_source(_filled(table, home)) for table in both.get("sources", ())),
        article_urls=article_urls,
        not_articles=_joined(family, own, "not_articles"),
        twins=twins,
        examples=tuple(_filled(both.get("examples", []), home)),
        not_examples=tuple(_filled(both.get("not_examples", []), home)),
        seen=own.get("seen", ""),
        forbids=both.get("forbids", ""),
        browser=own.get("browser", ""),
        rules=SiteRules(
            name=family.get("name", ""),
            zone=own.get("zone") or zones.get(region, DEFAULT_ZONE),
            language=own.get("language", "id"),
            outlets=_joined(own, family, "outlets"),
            urls=UrlRules(articles=article_urls, twins=twins),
            **_selectors([own.get("rules", {}), *family_rules]),
        ),
    )


def _selectors(tables: Sequence[Table]) -> dict[str, tuple[str, ...]]:
    """The lists of ``rules``: a publisher's own come before its family's."""
    return {key: tuple(text for table in tables for text in table.get(key, ())) for key in SELECTOR_LISTS}


def _joined(first: Table, second: Table, key: str) -> tuple[str, ...]:
    return (*first.get(key, ()), *second.get(key, ()))


def _filled(value: Any, home: str) -> Any:
    """``value`` with the publisher's front page wherever a text asks for it."""
    if isinstance(value, str):
        return value.replace(HOME, home)
    if isinstance(value, Mapping):
        return {key: _filled(part, home) for key, part in value.items()}
    return [_filled(part, home) for part in value] if isinstance(value, list) else value


def _source(table: Table) -> SourceFacts:
    options = {key: value for key, value in table.items() if key not in ("way", "url")}
    return SourceFacts(table["way"], table["url"], options)
