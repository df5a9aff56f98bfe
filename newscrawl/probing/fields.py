"""Fields of a record that known articles tell right from wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from newscrawl.items import Article
from newscrawl.probing import selectors
from newscrawl.probing.known import Known, paragraphs_of
from newscrawl.probing.rediscovery import Pair
from newscrawl.reading import UnreadablePageError, parse, read, stages
from newscrawl.reading.tree.text import fold
from newscrawl.sites.rules import SiteRules

_SAME_MOMENT = timedelta(minutes=1)
"""Pages and what the archive had them from may differ in whether they show seconds."""

_SHARE = 0.9
"""Of the known paragraphs so many must be there, and of those there so many be known: edits are small."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name in the record, the key of its selectors, and how it is compared.

    ``known`` is what the archive has of it, ``same`` whether a record says the same, ``holds`` whether an
    element of a page holds the known value.
    """

    name: str
    rule: str
    known: Callable[[Known], Any]
    same: Callable[[Article, Known], bool]
    holds: selectors.Holder

    def told(self, pairs: Sequence[Pair]) -> int:
        """How many known articles tell this field."""
        return sum(bool(self.known(pair.known)) for pair in pairs)


def article_of(pair: Pair, rules: SiteRules) -> Article | None:
    """What is read from the page of a known article by ``rules``; None where it cannot be read."""
    try:
        page = parse(pair.page.body, pair.page.url, rules=rules)
        raw = read(page, site="", fetched_at=datetime.now(UTC))
        return stages.finish(stages.settle(raw))
    except UnreadablePageError:
        return None


def right_in(field: Field, pairs: Sequence[Pair], rules: SiteRules) -> int:
    """In how many pages ``rules`` give the field as the archive has it, of those where the archive has it."""
    told = [pair for pair in pairs if field.known(pair.known)]
    articles = [(article_of(pair, rules), pair.known) for pair in told]
    return sum(article is not None and field.same(article, known) for article, known in articles)


def _same_text(article: Article, known: Known) -> bool:
    read_now = paragraphs_of(article.body or "")
    common = set(read_now) & set(known.paragraphs)
    return len(common) >= _SHARE * max(len(set(read_now)), len(set(known.paragraphs)), 1)


def _same_moment(article: Article, known: Known) -> bool:
    if article.published_at is None or known.published_at is None:
        return False
    if known.to_the_day:
        return article.published_at.date() == known.published_at.date()
    return abs(article.published_at - known.published_at) < _SAME_MOMENT


def _same_names(now: Sequence[str], before: Sequence[str]) -> bool:
    return {fold(name) for name in now} == {fold(name) for name in before}


MENDED: tuple[Field, ...] = (
    Field(
        "title",
        "title",
        lambda known: known.title,
        lambda article, known: fold(article.title or "") == fold(known.title),
        selectors.holds_title,
    ),
    Field("body", "body", lambda known: known.body, _same_text, selectors.holds_body),
    Field("published_at", "published", lambda known: known.published_at, _same_moment, selectors.holds_date),
    Field(
        "authors",
        "author",
        lambda known: known.authors,
        lambda article, known: _same_names(article.authors, known.authors),
        selectors.holds_author,
    ),
    Field(
        "editors",
        "editor",
        lambda known: known.editors,
        lambda article, known: _same_names(article.editors, known.editors),
        selectors.holds_editor,
    ),
)
"""The fields whose selectors are mended."""
