"""The site file that a look at a site leads to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from newscrawl.discovery import BloggerFeed, Feed, Listing, Source
from newscrawl.discovery.declared import stated_facts
from newscrawl.probing.look import Look, zone_of
from newscrawl.probing.patterns import article_patterns
from newscrawl.record.addresses import NO_URL_RULES, UrlRules, canonical_url, registered_domain
from newscrawl.record.printable import printable
from newscrawl.sites.assembly import NATIONAL
from newscrawl.sites.rules import DEFAULT_ZONE, NO_RULES
from newscrawl.sites.toml import toml_lines

FAMILIES = frozenset({"wordpress", "blogger", "varient"})
"""The systems that can be told at sight; their families have the same names."""

MOST_EXAMPLES = 3


@dataclass(frozen=True)
class Facts:
    """What a site file says, as a probe found it."""

    name: str
    title: str
    domain: str
    home: str
    system: str
    zone: str
    language: str
    seen: str
    browser: str
    sources: tuple[Source, ...]
    patterns: tuple[str, ...]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


def facts_of(look: Look, *, today: date) -> Facts:
    """The facts that follow from a look."""
    parts = urlsplit(look.survey.url)
    domain = registered_domain(parts.hostname or "")
    samples = [canonical_url(record.url) for record in look.samples]
    known = [canonical_url(url) for url in look.articles]
    patterns = article_patterns([*samples, *known], look.others)
    rules = UrlRules(articles=patterns) if patterns else NO_URL_RULES
    fitting = [url for url in samples if any(re.search(pattern, url) for pattern in patterns)] or samples
    languages = [record.language for record in look.samples if record.language]
    return Facts(
        name=spider_name(domain),
        title=_title(look, domain),
        domain=domain,
        home=f"{parts.scheme}://{parts.netloc}",
        system=look.survey.system if look.survey.system in FAMILIES else "",
        zone=zone_of(look),
        language="en" if languages and languages.count("en") > len(languages) / 2 else "id",
        seen=f"{today:%Y-%m}: a probe of {_ways(look)} and {len(look.samples)} article pages",
        browser=look.drawn,
        sources=worth_stating([working.source for working in look.working]),
        patterns=patterns,
        examples=tuple(canonical_url(url, rules) for url in fitting[:MOST_EXAMPLES]),
        not_examples=tuple(url for url in look.others[1:4] if url),
    )


def worth_stating(sources: list[Source]) -> tuple[Source, ...]:
    """The sources that say something of their own: of listings the widest, of feeds each once."""
    kept: list[Source] = []
    places: set[str] = set()
    for source in sources:
        place = source.address().partition("?")[0] if isinstance(source, Feed) else source.address()
        if place not in places:
            places.add(place)
            kept.append(source)
    if any(isinstance(source, BloggerFeed) for source in kept):
        kept = [source for source in kept if not isinstance(source, Feed)]
    listings = [source for source in kept if isinstance(source, Listing)]
    return tuple(source for source in kept if source not in listings[1:])


def spider_name(domain: str) -> str:
    """The name of a publisher's spider, from its domain: letters, digits and underscores."""
    label = re.sub(r"[^a-z0-9]+", "_", domain.partition(".")[0].lower()).strip("_")
    return label if label[:1].isalpha() else f"situs_{label}"


def site_file(facts: Facts) -> str:
    """The text of the publisher's file, ``NAME.toml``."""
    table = {
        "title": facts.title,
        "region": NATIONAL,
        "family": facts.system,
        "domains": [facts.domain],
        "home": facts.home if facts.home != f"https://{facts.domain}" else "",
        "seen": facts.seen,
        "zone": facts.zone if facts.zone != DEFAULT_ZONE else "",
        "language": facts.language if facts.language != NO_RULES.language else "",
        "browser": facts.browser,
        "outlets": [facts.title],
        "article_urls": list(facts.patterns),
        "examples": list(facts.examples),
        "not_examples": list(facts.not_examples),
    }
    lines = [f"# {facts.title}, as a probe saw it.", *toml_lines(table)]
    for source in facts.sources:
        stated = stated_facts(source)
        lines += ["", "[[sources]]", *toml_lines({"way": stated.way, "url": stated.url, **stated.options})]
    return "\n".join(lines) + "\n"


def _ways(look: Look) -> str:
    kinds = list(dict.fromkeys(working.source.kind for working in look.working))
    return ", ".join(kinds) or "the front page"


def _title(look: Look, domain: str) -> str:
    """The site's name: og:site_name, else the end of the front page's title, else its domain."""
    front = look.survey.front
    for page in [*look.pages, *([front] if front is not None else [])]:
        named = page.css('meta[property="og:site_name"]::attr(content)').get("").strip()
        if named:
            return printable(" ".join(named.split()))[:60]
    return domain
