"""newscrawl in pipelines of datatrove (github.com/huggingface/datatrove): many WARC files, on a cluster.

``NewsReader`` reads WARC files, ``NewsExtractor`` the pages of any other reader. Either gives a document an
article: its text is the article's, its id the article's, its metadata the rest of the record. What datatrove
has for deduplication, filters, tokens and writers takes them from there, and its executors run it: on one
machine, by Slurm, on Ray.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from newscrawl.items import Article
from newscrawl.reading import UnreadablePageError, stages
from newscrawl.record.as_json import to_dict
from newscrawl.sites.book import book
from newscrawl.warc.extracting import Piece, Read, articles_in, read_page
from newscrawl.warc.reading import NoWarcError
from newscrawl.warc.selecting import Selection

try:
    from datatrove.data import Document
    from datatrove.pipeline.base import PipelineStep
    from datatrove.pipeline.readers.base import BaseDiskReader
    from datatrove.utils.logging import logger
except ImportError as error:
    raise ImportError(f"{__name__} needs datatrove: pip install 'newscrawl[datatrove]'") from error

_UTF_8 = {"content-type": "text/html; charset=utf-8"}


class NewsReader(BaseDiskReader):  # type: ignore[misc]
    """Reads WARC files: a document for each article of a known publisher.

    ``data_folder`` and ``paths_file`` say which files, as for datatrove's own readers: a folder, here or
    behind any scheme of fsspec (with its options), and a list of paths in it, such as Common Crawl's
    ``warc.paths.gz``. ``sites`` are names of publishers, none for all of them; with ``everything`` the pages
    of every host are read.
    ``since`` and ``until`` (aware, until exclusive) bound the time of publication. ``options`` are those of
    ``BaseDiskReader``, such as ``limit``, ``skip``, ``glob_pattern`` and ``default_metadata``.

    The metadata are the fields of the record but ``id`` and ``body``, and ``warc``: file, byte, record and
    address of the page. What is wrong with a file is logged, a line each; a file that is no WARC is counted
    as ``unreadable``. One that cannot be fetched fails the task, which datatrove runs again.

    Raises:
        ValueError: a bound has no zone, or there is no such site.
    """

    name = "📰 newscrawl"
    _requires_dependencies = ["fastwarc"]

    def __init__(
        self,
        data_folder: Any,
        paths_file: Any = None,
        *,
        sites: Collection[str] = (),
        everything: bool = False,
        since: datetime | None = None,
        until: datetime | None = None,
        site_rules: bool = True,
        **options: Any,
    ) -> None:
        super().__init__(data_folder, paths_file, **options)
        self.selection = _selection(sites, everything, since, until, site_rules)

    def read_file(self, filepath: str) -> Iterator[Document]:
        """The documents of one file of the folder."""
        read = Read(Piece(filepath))
        articles = articles_in(read, self.selection, self._open)
        try:
            while True:
                with self.track_time():
                    found = next(articles, None)
                    self._tell(read)
                    if found is None:
                        break
                    article, origins = found
                    document = self._document(article, filepath, origins[0].told())
                yield document
        except NoWarcError as error:
            self.stat_update("unreadable")
            logger.warning(f"{filepath}: {error}")
        _count(self, read.counts)

    def _open(self, path: str) -> Any:
        return self.data_folder.open(path, "rb")

    def _document(self, article: Article, filepath: str, origin: dict[str, str | int]) -> Document:
        told = {**_fields(article), "warc": {**origin, "file": self.data_folder.resolve_paths(filepath)}}
        return self.get_document_from_dict(
            {self.text_key: article.body, self.id_key: article.id, "metadata": told}, filepath, article.id
        )

    def _tell(self, read: Read) -> None:
        for fault in read.faults:
            logger.warning(fault)
        read.faults.clear()


class NewsExtractor(PipelineStep):  # type: ignore[misc]
    """Makes records of pages that another reader gave, such as datatrove's ``WarcReader``.

    A document's text is the page's HTML, its metadata have its address under ``url`` and, if known, the
    instant at which it was fetched under ``date`` (ISO 8601). Out of it comes the article, as
    :class:`NewsReader` gives it, its metadata behind the document's own; pages of other hosts and pages that
    are no article are dropped, and counted by the reason. The options are those of :class:`NewsReader`.

    Raises:
        ValueError: a bound has no zone, or there is no such site.
    """

    name = "📰 newscrawl"
    type = "🛢 - EXTRAC"

    def __init__(
        self,
        *,
        sites: Collection[str] = (),
        everything: bool = False,
        since: datetime | None = None,
        until: datetime | None = None,
        site_rules: bool = True,
    ) -> None:
        super().__init__()
        self.selection = _selection(sites, everything, since, until, site_rules)

    def run(self, data: Iterable[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """The documents of articles."""
        for document in data or ():
            counts: Counter[str] = Counter(total=1)
            with self.track_time():
                article = self._article(document, counts)
                if article is not None:
                    document.text, document.id = article.body, article.id
                    document.metadata = {**document.metadata, **_fields(article)}
            _count(self, counts)
            if article is not None:
                self.update_doc_stats(document)
                yield document

    def _article(self, document: Document, counts: Counter[str]) -> Article | None:
        url = str(document.metadata.get("url") or "")
        fetched_at = _instant(document.metadata.get("date"))
        if not url or not self.selection.wanted(url, fetched_at or datetime.now(UTC)):
            counts["foreign"] += 1
            return None
        try:
            raw = read_page(
                document.text.encode("utf-8", "replace"),
                url,
                fetched_at,
                headers=_UTF_8,
                site_rules=self.selection.site_rules,
            )
        except UnreadablePageError:
            counts["parse"] += 1
            return None
        article = stages.finish(stages.settle(raw))
        if stages.fault(article):
            counts["needs-browser" if raw.signs.shell else "no-article"] += 1
        elif not self.selection.in_range(article.published_at):
            counts["out-of-range"] += 1
        else:
            counts["records"] += 1
            return article
        return None


def _selection(
    sites: Collection[str],
    everything: bool,
    since: datetime | None,
    until: datetime | None,
    site_rules: bool,
) -> Selection:
    for bound in (since, until):
        if bound is not None and bound.tzinfo is None:
            raise ValueError(f"{bound} has no zone; since and until must be aware")
    for site in sites:
        if site not in book().names:
            raise ValueError(f"there is no site '{site}'")
    return Selection(tuple(sites), everything, since, until, site_rules)


def _fields(article: Article) -> dict[str, Any]:
    """The record but for what stands beside it in a document."""
    return {name: value for name, value in to_dict(article).items() if name not in ("id", "body")}


def _instant(text: Any) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _count(step: PipelineStep, counts: Counter[str]) -> None:
    for name, count in counts.items():
        step.stat_update(name, value=count)
