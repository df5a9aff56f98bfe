"""The publisher file that a look at a site leads to, and its test."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from newscrawl.discovery import BloggerFeed, Feed, Listing, Source
from newscrawl.probing.look import Look, zone_of
from newscrawl.probing.patterns import article_patterns
from newscrawl.record.addresses import NO_URL_RULES, UrlRules, canonical_url, registered_domain
from newscrawl.sites.rules import NO_RULES

FAMILIES = {
    "wordpress": ("WordPressSpider", "WORDPRESS_RULES"),
    "blogger": ("BloggerSpider", "BLOGGER_RULES"),
    "varient": ("VarientSpider", "VARIENT_RULES"),
}
"""The family of each system that can be told at sight: the module's name, its spider and its rules."""

MOST_EXAMPLES = 3
_LINE = 105
_INDENT = "    "


@dataclass(frozen=True)
class Facts:
    """What a publisher file says, as a probe found it."""

    name: str
    title: str
    domain: str
    system: str
    zone: str
    language: str
    seen: str
    sources: tuple[Source, ...]
    patterns: tuple[str, ...]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


def facts_of(look: Look, *, today: date) -> Facts:
    """The facts that follow from a look."""
    domain = registered_domain(urlsplit(look.survey.url).hostname or "")
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
        system=look.survey.system if look.survey.system in FAMILIES else "",
        zone=zone_of(look),
        language="en" if languages and languages.count("en") > len(languages) / 2 else "id",
        seen=f"{today:%Y-%m}: a probe of {_ways(look)} and {len(look.samples)} article pages",
        sources=_worth_stating([working.source for working in look.working]),
        patterns=patterns,
        examples=tuple(canonical_url(url, rules) for url in fitting[:MOST_EXAMPLES]),
        not_examples=tuple(url for url in look.others[1:4] if url),
    )


def _worth_stating(sources: list[Source]) -> tuple[Source, ...]:
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


def class_name(name: str) -> str:
    """The name of the spider's class."""
    return "".join(word.capitalize() for word in name.split("_")) + "Spider"


def publisher_file(facts: Facts) -> str:
    """The text of ``newscrawl/spiders/NAME.py``."""
    base, rules = FAMILIES.get(facts.system, ("NewsSpider", "SiteRules"))
    call = f"{rules}.extended" if facts.system else rules
    known = {"zone": facts.zone, "language": facts.language}
    others = "".join(f", {key}={_text(value)}" for key, value in known.items() if value != _usual(key))
    lines = [
        f'"""{facts.title}, as a probe saw it."""',
        "",
        "from __future__ import annotations",
        "",
        *_imports(facts, base, rules),
        "",
        "",
        f"class {class_name(facts.name)}({base}):",
        f'    name = "{facts.name}"',
        f"    title = {_text(facts.title)}",
        f"    seen = {_text(facts.seen)}",
        f'    allowed_domains = ["{facts.domain}"]',
        *_field("sources", [source_text(source) for source in facts.sources]),
        *_field("article_urls", [f'r"{pattern}"' for pattern in facts.patterns]),
        *_field("examples", [_text(url) for url in facts.examples]),
        *_field("not_examples", [_text(url) for url in facts.not_examples]),
        f"    rules = {call}(outlets=({_text(facts.title)},){others})",
    ]
    return "\n".join(lines) + "\n"


def test_file(facts: Facts) -> str:
    """The text of ``tests/spiders/test_NAME.py``."""
    spider = class_name(facts.name)
    return f'''"""{facts.title}: its articles are told from its other pages."""

from __future__ import annotations

from newscrawl.spiders.{facts.name} import {spider}


def test_articles_are_known_by_their_addresses() -> None:
    spider = {spider}()

    assert all(spider.key_of(url) for url in {spider}.examples)
    assert len({{spider.key_of(url) for url in {spider}.examples}}) == len({spider}.examples)


def test_other_pages_are_no_articles() -> None:
    spider = {spider}()

    assert [url for url in {spider}.not_examples if spider.key_of(url)] == []


def test_tracking_makes_no_other_article() -> None:
    spider = {spider}()

    for url in {spider}.examples:
        sign = "&" if "?" in url else "?"
        assert spider.key_of(f"{{url}}{{sign}}utm_source=x") == spider.key_of(url)
'''


def source_text(source: Source) -> str:
    """A source as its own constructor call, with the facts that differ from their defaults."""
    given: list[str] = []
    for place, part in enumerate(fields(source)):  # type: ignore[arg-type]
        value = getattr(source, part.name)
        if place == 0:
            given.append(_text(value))
        elif not _is_default(part, value):
            given.append(f"{part.name}={value!r}")
    return f"{type(source).__name__}({', '.join(given)})"


def _is_default(part: Any, value: Any) -> bool:
    return bool(value == part.default) or (callable(part.default_factory) and value == part.default_factory())


def _imports(facts: Facts, base: str, rules: str) -> list[str]:
    kinds = sorted({type(source).__name__ for source in facts.sources})
    lines = [f"from newscrawl.discovery import {', '.join(kinds)}"] if kinds else []
    if facts.system:
        return [*lines, f"from newscrawl.spiders.families.{facts.system} import {rules}, {base}"]
    return [
        *lines,
        "from newscrawl.reading import SiteRules",
        "from newscrawl.spiders.base import NewsSpider",
    ]


def _field(name: str, values: list[str]) -> list[str]:
    """A tuple of facts: on one line where it fits, else one a line."""
    if not values:
        return []
    line = f"{_INDENT}{name} = ({', '.join(values)}{',' if len(values) == 1 else ''})"
    if len(line) <= _LINE:
        return [line]
    return [f"{_INDENT}{name} = (", *(f"{_INDENT * 2}{value}," for value in values), f"{_INDENT})"]


def _text(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _usual(rule: str) -> object:
    """What a site rule is where nobody states it."""
    return getattr(NO_RULES, rule)


def _ways(look: Look) -> str:
    kinds = list(dict.fromkeys(working.source.kind for working in look.working))
    return ", ".join(kinds) or "the front page"


def _title(look: Look, domain: str) -> str:
    """The site's name: og:site_name, else the end of the front page's title, else its domain."""
    front = look.survey.front
    for page in [*look.pages, *([front] if front is not None else [])]:
        named = page.css('meta[property="og:site_name"]::attr(content)').get("").strip()
        if named:
            return " ".join(named.split())[:60]
    return domain
