"""The readers of Common Crawl's news that are compared, each as its documentation calls it.

``python -m benchmarks.news_readers NAME FILE URL HOSTS OUT`` reads one WARC file with one of them, in this
process: ``FILE`` on this machine, or by ``URL``, the root of a store with Common Crawl's paths, whichever the
reader takes. ``HOSTS`` is a file that names the publishers' hosts, one a line. What came out is written to
``OUT`` as JSON: processor seconds without imports, peak memory, and the text of each address. Nothing here
imports newscrawl but its own row: the others run in an environment of their own.
"""

# ruff: noqa: PLC0415 - imports wait until the reader's own process calls for them

from __future__ import annotations

import json
import logging
import socket
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus, urlsplit

from benchmarks.worker import NOT_INSTALLED, peak_memory_mb

FOUND = tuple[str, str]
"""Address and text of an article."""


@dataclass(frozen=True, slots=True)
class News:
    """The same news, as a file and as a store, and the hosts of the publishers."""

    path: Path
    store: str
    hosts: list[str]


Reading = Callable[[News], Iterator[FOUND]]


@dataclass(frozen=True, slots=True)
class NewsReader:
    """A reader: its name in the table, its distribution, how it is called, and what loads it."""

    name: str
    distribution: str
    use: str
    load: Callable[[], Reading]


def _newscrawl(*, streamed: bool) -> Reading:
    from newscrawl.warc.cc_news import Days, files_of
    from newscrawl.warc.extracting import extract_files
    from newscrawl.warc.selecting import Selection

    def read(news: News) -> Iterator[FOUND]:
        places = [*files_of(Days.parse("2026-09"), news.store)] if streamed else [str(news.path)]
        for each in extract_files(places, Selection()):
            for article, origins in each.found:
                yield origins[0].url, article.body or ""

    return read


def _bare() -> Reading:
    """The least that these pages can cost: others are passed over by host, these are parsed and no more."""
    from fastwarc import ArchiveIterator, WarcRecordType
    from lxml.html import document_fromstring

    def read(news: News) -> Iterator[FOUND]:
        hosts = set(news.hosts)
        with news.path.open("rb") as stream:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=False):
                if urlsplit(record.headers["WARC-Target-URI"]).netloc in hosts:
                    record.parse_http()
                    document_fromstring(record.reader.read())
        yield from ()

    return read


def _news_please() -> Reading:
    from newsplease.crawler.commoncrawl_crawler import CommonCrawlExtractor

    def read(news: News) -> Iterator[FOUND]:
        found: list[FOUND] = []
        folder = news.path.parent / "news-please"
        folder.mkdir(exist_ok=True)
        # A file that lies under the name of its address counts as downloaded.
        if not (kept := folder / quote_plus(news.path.name)).exists():
            kept.symlink_to(news.path)
        CommonCrawlExtractor().extract_from_commoncrawl(
            news.path.name,
            lambda article: found.append((article.url, article.maintext or "")),
            callback_on_warc_completed=lambda *_: None,
            valid_hosts=news.hosts,
            local_download_dir_warc=str(folder),
            log_level=logging.CRITICAL,
            delete_warc_after_extraction=False,
            log_pathname_fully_extracted_warcs=str(folder / "done.log"),
        )
        yield from found

    return read


def _fundus(*, taught: bool) -> Reading:
    import fundus

    def read(news: News) -> Iterator[FOUND]:
        crawler = fundus.CCNewsCrawler(
            *(_taught_publishers(news.hosts) if taught else [fundus.PublisherCollection.id]),
            start=datetime(2026, 9, 1),  # noqa: DTZ001 - it compares with times without a zone
            end=datetime(2026, 9, 30),  # noqa: DTZ001
            processes=0,
            disable_tqdm=True,
            server_address=news.store,
        )
        for article in crawler.crawl(only_complete=fundus.Requires("body")):
            yield article.html.requested_url, str(article.body)

    return read


def _taught_publishers(hosts: list[str]) -> list[Any]:
    """A publisher for each host, all read alike: every paragraph of the page, title and date as machines are
    told them. fundus knows one Indonesian publisher, and has parsers written by hand for each of its own."""
    import fundus
    from fundus.parser import ArticleBody, BaseParser, ParserProxy
    from fundus.parser.base_parser import attribute
    from fundus.parser.utility import extract_article_body_with_selector, generic_date_parsing
    from fundus.publishers.base_objects import Publisher
    from lxml.etree import XPath

    class AnyPublisher(ParserProxy):
        class V1(BaseParser):
            _paragraph_selector = XPath("//p")

            @attribute
            def body(self) -> ArticleBody | None:
                return extract_article_body_with_selector(
                    self.precomputed.doc, paragraph_selector=self._paragraph_selector
                )

            @attribute
            def title(self) -> str | None:
                return self.precomputed.meta.get("og:title")

            @attribute
            def publishing_date(self) -> datetime | None:
                return generic_date_parsing(self.precomputed.ld.bf_search("datePublished"))

    return [
        Publisher(host, f"https://{host}/", AnyPublisher, [fundus.Sitemap(f"https://{host}/sitemap.xml")])
        for host in hosts
    ]


OWN = "newscrawl"
BARE = "lxml alone"
READERS = {
    reader.name: reader
    for reader in (
        NewsReader(OWN, "newscrawl", "extract --warc FILE", lambda: _newscrawl(streamed=False)),
        NewsReader(
            "newscrawl, streamed",
            "newscrawl",
            "extract --ccnews 2026-09 --root URL",
            lambda: _newscrawl(streamed=True),
        ),
        NewsReader(
            BARE,
            OWN,
            "ArchiveIterator(FILE), document_fromstring(PAGE) of the publishers' pages, and nothing more",
            _bare,
        ),
        NewsReader(
            "news-please",
            "news-please",
            "CommonCrawlExtractor().extract_from_commoncrawl(FILE, valid_hosts=HOSTS)",
            _news_please,
        ),
        NewsReader(
            "fundus",
            "fundus",
            "CCNewsCrawler(PublisherCollection.id, processes=0)",
            lambda: _fundus(taught=False),
        ),
        NewsReader(
            "fundus, taught the hosts",
            "fundus",
            "CCNewsCrawler(PUBLISHERS, processes=0), a publisher a host, every paragraph is text",
            lambda: _fundus(taught=True),
        ),
    )
}


def main(arguments: list[str]) -> int:
    """Read a file with one reader; exit status 3 if it is not installed."""
    name, path, store, hosts, out = arguments
    _only_loopback()
    try:
        reading = READERS[name].load()
    except ImportError as error:
        print(error, file=sys.stderr)
        return NOT_INSTALLED
    logging.disable(logging.CRITICAL)
    news = News(Path(path), store, Path(hosts).read_text(encoding="utf-8").split())
    start = time.process_time()
    texts = dict(reading(news))
    seconds = time.process_time() - start
    result = {"seconds": seconds, "peak_mb": peak_memory_mb(), "texts": texts}
    Path(out).write_text(json.dumps(result), encoding="utf-8")
    return 0


def _only_loopback() -> None:
    """A reader that goes looking for pictures fails at once in place of being timed against the net."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "localhost"):
            raise OSError("the benchmark has no network")
        connect(self, address)

    socket.socket.connect = guarded  # type: ignore[method-assign]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
