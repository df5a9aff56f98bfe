"""Whether an article that was read is one that was asked for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from urllib.parse import urlsplit

from scrapy.exceptions import DropItem

from newscrawl.discovery.plan import Part
from newscrawl.discovery.ranges import Side, beyond
from newscrawl.discovery.source import Want
from newscrawl.items import Article
from newscrawl.record.query import parse_query

_SPAN = {"day": timedelta(days=1)}
_MOMENT = timedelta(microseconds=1)


class UnwantedError(DropItem):
    """An article that is none of those asked for; ``part`` says by which of the conditions."""

    def __init__(self, message: str, part: Part) -> None:
        super().__init__(message, log_level="DEBUG")
        self.part = part


class OutOfRangeError(UnwantedError):
    """An article that was published before or after the range."""

    def __init__(self, message: str, side: Side) -> None:
        super().__init__(message, "range")
        self.side = side


def check_wanted(article: Article, text: str, want: Want, missing: Collection[Part]) -> None:
    """Let an article pass that is wanted; ``text`` is its body.

    Its date is always compared with the range, for listings are vague. Words and sections are looked at where
    ``missing`` names them: no source could be asked for them, or its answer is not trusted. An article
    without a date passes.

    Raises:
        UnwantedError: it is not wanted.
    """
    if want.ranged and article.published_at is not None:
        end = article.published_at + _SPAN.get(article.published_precision or "", _MOMENT)
        side = beyond(article.published_at, end, want)
        if side:
            raise OutOfRangeError(f"Out of range: {article.url} of {article.published_at}", side)
    if "query" in missing and want.query and not parse_query(want.query).matches(article.title or "", text):
        raise UnwantedError(f"Without the words '{want.query}': {article.url}", "query")
    if "sections" in missing and want.sections and not in_sections(article, want.sections):
        raise UnwantedError(f"In another section: {article.url}", "sections")


def in_sections(article: Article, sections: Collection[str]) -> bool:
    """Whether the article's section or address names one of ``sections``."""
    parts = urlsplit(article.url)
    names = {part.casefold() for part in (*parts.path.split("/"), *(parts.hostname or "").split("."))}
    if article.section:
        names.add(article.section.casefold())
    wanted = {name.casefold() for name in sections}
    return bool(names & (wanted | {"-".join(name.split()) for name in wanted}))
