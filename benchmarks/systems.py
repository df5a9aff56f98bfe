"""The extractors that are compared, each in its documented best use for Indonesian news without a network.

A system is loaded only in its own process (:mod:`benchmarks.worker`), so that one's imports and memory are
not another's. Its function takes the page's bytes and address and returns an answer as
:mod:`benchmarks.scoring` reads it. Tools that take text only get it decoded by the page's own charset, as
part of their time.
"""

# ruff: noqa: PLC0415 - imports wait until the system's own process calls for them

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

Answer = dict[str, Any]
Extractor = Callable[[bytes, str], Answer]

LANGUAGE = "id"


@dataclass(frozen=True, slots=True)
class System:
    """One extractor: its name in the table, its distribution on PyPI, and how it is loaded and called.

    ``use`` says in words how it is called; ``load`` imports it and raises ImportError where it is missing.
    """

    name: str
    distribution: str
    use: str
    load: Callable[[], Extractor]


def _newscrawl(*, site_rules: bool) -> Extractor:
    from newscrawl import extract

    def read(source: bytes, url: str) -> Answer:
        article = extract(source, url, fetched_at=datetime.now(UTC), site_rules=site_rules)
        return {
            "title": article.title,
            "published_at": _iso(article.published_at),
            "authors": article.authors,
            "body": article.body,
        }

    return read


def _trafilatura(**mode: bool) -> Extractor:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    # htmldate gives the day alone unless it is asked for the time.
    dates = {"extensive_search": True, "original_date": True, "outputformat": "%Y-%m-%dT%H:%M:%S%z"}

    def read(source: bytes, url: str) -> Answer:
        found = bare_extraction(
            source, url=url, with_metadata=True, include_comments=False, date_extraction_params=dates, **mode
        )
        if found is None:
            return {}
        authors = found.author.split("; ") if found.author else []
        return {"title": found.title, "published_at": found.date, "authors": authors, "body": found.text}

    return read


def _newspaper() -> Extractor:
    from newspaper import Article

    def read(source: bytes, url: str) -> Answer:
        article = Article(url, language=LANGUAGE, fetch_images=False)
        article.download(input_html=_decoded(source))
        article.parse()
        return {
            "title": article.title,
            "published_at": _iso(article.publish_date),
            "authors": article.authors,
            "body": article.text,
        }

    return read


def _readability() -> Extractor:
    from lxml import html
    from readability import Document

    logging.getLogger("readability").setLevel(logging.CRITICAL)

    def read(source: bytes, url: str) -> Answer:
        document = Document(source, url=url)
        summary = html.fromstring(document.summary(html_partial=True))
        lines = (text.strip() for text in summary.itertext())
        return {"title": document.short_title(), "body": "\n".join(line for line in lines if line)}

    return read


def _resiliparse() -> Extractor:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def read(source: bytes, _url: str) -> Answer:
        tree = HTMLTree.parse_from_bytes(source, detect_encoding(source))
        body = extract_plain_text(tree, main_content=True, alt_texts=False, links=False, comments=False)
        return {"body": body}

    return read


def _goose() -> Extractor:
    from goose3 import Goose

    reader = Goose({"enable_image_fetching": False, "use_meta_language": False, "target_language": LANGUAGE})

    def read(source: bytes, url: str) -> Answer:
        article = reader.extract(raw_html=_decoded(source), url=url)
        return {
            "title": article.title,
            "published_at": _iso(article.publish_datetime_utc),
            "authors": article.authors,
            "body": article.cleaned_text,
        }

    return read


def _news_please() -> Extractor:
    from newsplease import NewsPlease

    logging.disable(logging.CRITICAL)

    def read(source: bytes, url: str) -> Answer:
        article = NewsPlease.from_html(_decoded(source), url=url, fetch_images=False)
        return {
            "title": article.title,
            "published_at": _iso(article.date_publish),
            "authors": article.authors,
            "body": article.maintext,
        }

    return read


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _decoded(source: bytes) -> str:
    from w3lib.encoding import html_to_unicode

    return html_to_unicode(None, source)[1]


def _bare_parse() -> Extractor:
    from lxml import html

    def read(source: bytes, _url: str) -> Answer:
        html.document_fromstring(source)
        return {}

    return read


OWN = "newscrawl"
OWN_WITHOUT_RULES = "newscrawl, no site rules"
YARDSTICK = "trafilatura"
"""The system that the others' times are compared with."""

_METADATA = "bare_extraction(with_metadata=True, include_comments=False), dates with time"

SYSTEMS = {
    system.name: system
    for system in (
        System(OWN, "newscrawl", "extract(html, url)", lambda: _newscrawl(site_rules=True)),
        System(
            OWN_WITHOUT_RULES,
            "newscrawl",
            "extract(html, url, site_rules=False)",
            lambda: _newscrawl(site_rules=False),
        ),
        System(YARDSTICK, "trafilatura", _METADATA, _trafilatura),
        System("trafilatura fast", "trafilatura", f"{_METADATA}, fast=True", lambda: _trafilatura(fast=True)),
        System(
            "trafilatura precision",
            "trafilatura",
            f"{_METADATA}, favor_precision=True",
            lambda: _trafilatura(favor_precision=True),
        ),
        System(
            "newspaper4k", "newspaper4k", f'Article(language="{LANGUAGE}", fetch_images=False)', _newspaper
        ),
        System("readability-lxml", "readability-lxml", "Document: short_title(), summary()", _readability),
        System(
            "resiliparse",
            "resiliparse",
            "extract_plain_text(main_content=True, alt_texts=False, links=False, comments=False)",
            _resiliparse,
        ),
        System("goose3", "goose3", f'target_language="{LANGUAGE}", no images', _goose),
        System("news-please", "news-please", "from_html(fetch_images=False)", _news_please),
    )
}

FLOOR = System("lxml's parse alone", "lxml", "document_fromstring(html)", _bare_parse)
"""What any reader over lxml pays before it reads."""
