"""The stages between a raw article and the record, one pure function each.

The pipelines wrap these one by one; :func:`newscrawl.extract` composes them. Each takes the raw article,
fills in its part of the record, and returns what it changed, for the statistics.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.reading import byline, dates, language, paging, widgets
from newscrawl.reading.body import pagetype

if TYPE_CHECKING:
    from newscrawl.items import Article
    from newscrawl.reading.raw import RawArticle

_HOSTS = re.compile(r"https?://([\w.-]{1,250})")


def strip_widgets(raw: RawArticle) -> Counter[str]:
    """Drop widget lines from the blocks of every page; counts by reason."""
    counts: Counter[str] = Counter()
    host = urlsplit(raw.article.url).hostname or ""
    site = _site_names(raw)
    for page in (raw, *raw.parts):
        counts += widgets.strip(
            page.blocks,
            title=raw.article.title,
            drop_text=raw.rules.drop_text,
            host=host,
            names=raw.names,
            is_dateline=lambda text: bool(byline.read_dateline(text, site=site)),
        )
    return counts


def join_pages(raw: RawArticle) -> Counter[str]:
    """Append the text of a split article's further pages."""
    paging.join(raw, raw.parts)
    raw.article.pages = raw.pages_fetched
    raw.article.pages_announced = max(raw.announced.total, raw.article.pages)
    incomplete = raw.article.pages < raw.article.pages_announced
    return Counter({"joined": raw.pages_fetched - 1, "incomplete": int(incomplete)})


def resolve_dates(raw: RawArticle) -> Counter[str]:
    """Fill the dates from their evidence."""
    article = raw.article
    found = dates.resolve(raw.date_evidence, zone=raw.rules.zone, fetched_at=article.fetched_at)
    article.published_at, article.published_precision = found.published, found.precision
    article.modified_at, article.dates_conflict = found.modified, found.conflict
    if found.published_from:
        article.provenance["published_at"] = f"{found.published_from.origin}: {found.published_from.detail}"
    if found.modified_from:
        article.provenance["modified_at"] = f"{found.modified_from.origin}: {found.modified_from.detail}"
    return Counter(
        {
            "published": int(found.published is not None),
            "unknown": int(found.published is None),
            "conflict": int(found.conflict is not None),
        }
    )


def read_byline(raw: RawArticle) -> Counter[str]:
    """Fill authors, editors, contributors, codes, dateline and source."""
    article = raw.article
    site = _site_names(raw)
    dateline = byline.find_dateline(raw.blocks, site=(*site, *raw.names))
    people = byline.read_byline(
        raw.byline_evidence,
        raw.blocks,
        outlets=raw.rules.outlets,
        site=(*site, *raw.names),
        place=dateline.place,
    )
    article.authors, article.editors = people.authors, people.editors
    byline.drop_signature(raw.blocks, people.authors)
    article.contributors, article.byline_codes = people.contributors, people.codes
    article.provenance.update(people.provenance)
    article.dateline, article.source = dateline.place, dateline.source
    if dateline.place is not None:
        article.provenance["dateline"] = "text: first line"
    if dateline.source is not None:
        article.provenance["source"] = "text: first line"
    elif closing := byline.closing_source(raw.blocks, site=site):
        article.source, article.provenance["source"] = closing, "text: last line"
    filled = ("authors", "editors", "byline_codes", "dateline", "source")
    return Counter({name: int(bool(getattr(article, name))) for name in filled})


def _site_names(raw: RawArticle) -> tuple[str, ...]:
    """Labels of the host, of the one that an archive copied, the publisher's outlets and the initials of the
    site's names, in lower case."""
    labels = [label for host in _HOSTS.findall(raw.article.url.lower()) for label in host.split(".")]
    outlets = ("".join(outlet.casefold().split()) for outlet in raw.rules.outlets)
    return (*labels, *outlets, *raw.initials)


def detect_language(raw: RawArticle) -> Counter[str]:
    """Fill the language from the text, else from the publisher's statement."""
    text = " ".join(block.text for block in raw.blocks if block.kept)
    article = raw.article
    if (told := language.detect(text)) is not None:
        article.language, article.provenance["language"] = told
    elif text and raw.rules.language:
        article.language, article.provenance["language"] = raw.rules.language, "rule: language"
    return Counter({article.language or "unknown": 1})


def settle(raw: RawArticle) -> RawArticle:
    """All stages but the last, in their order, for whom the counts do not matter."""
    for stage in (strip_widgets, join_pages, resolve_dates, read_byline, detect_language):
        stage(raw)
    return raw


def finish(raw: RawArticle) -> Article:
    """The record: body joined from the kept blocks, hash made, a page that is no article refused."""
    article = raw.article
    text = "\n\n".join(block.text for block in raw.blocks if block.kept)
    if raw.told:
        raw.type_reason = "the caller says so"
    else:
        article.page_type, raw.type_reason = pagetype.judge(raw.signs, raw.blocks)
        if not pagetype.has_writer(raw.signs, article.page_type):
            _forget_people(article)
    article.body = (text or None) if article.page_type == "article" else None
    article.content_hash = content_hash(article.title, article.body)
    return article


def _forget_people(article: Article) -> None:
    for name in ("authors", "editors", "contributors", "byline_codes"):
        setattr(article, name, [])
        article.provenance.pop(name, None)
    for name in ("dateline", "source"):
        setattr(article, name, None)
        article.provenance.pop(name, None)


def content_hash(title: str | None, body: str | None) -> str | None:
    """SHA-256 of title and body with white space folded; None without a body."""
    if body is None:
        return None
    folded = " ".join(f"{title or ''}\n{body}".split())
    return hashlib.sha256(folded.encode()).hexdigest()


def fault(article: Article) -> str | None:
    """Why a record is not one of an article; None if it is."""
    if article.page_type != "article":
        return f"the page is of type '{article.page_type}'"
    if not article.title:
        return "no title was found"
    if not article.body:
        return "no text was found"
    return None
