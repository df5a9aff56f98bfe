"""One text under several addresses of a site is one article, or none of the second address's."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from newscrawl.archive.articles import Articles, Twin
from newscrawl.archive.prepared import Prepared, Validators, prepare
from newscrawl.record.kinship import may_be_one, speaks_of, words_of

Stored = TypeVar("Stored")


def store_joined(
    articles: Articles,
    prepared: Prepared,
    store: Callable[[Prepared], Stored],
    *,
    urls: Sequence[str] = (),
    validators: Validators | None = None,
    now: datetime,
) -> Stored | Twin:
    """Store an article, or join it with the one that is stored under another of its addresses.

    A text that an unrelated address has already, with nothing to show that it belongs to this one, is stored
    by nobody.

    Returns:
        What ``store`` gave, or the article that has the text.
    """
    article, twin = prepared.article, articles.twin(prepared)
    if twin is None:
        return store(prepared)
    own = may_be_one(twin.url, article.url) or speaks_of(article.title, " ".join(words_of(article.url)))
    if not own:
        return twin
    known = dataclasses.replace(article, id=twin.id, url=twin.url, aliases=[*article.aliases, article.url])
    return store(prepare(known, (*urls, article.url), validators, now=now))
