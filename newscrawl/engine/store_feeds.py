"""Feeds to stores that Scrapy has no storage of its own for, by fsspec."""

from __future__ import annotations

from pathlib import Path
from typing import IO, Any

from scrapy.extensions.feedexport import BlockingFeedStorage

from newscrawl.record.stores import filesystem_of, put_file


class StoreFeedStorage(BlockingFeedStorage):
    """Gathers a feed on the disk, and puts it into the store when it ends; tried several times."""

    def __init__(self, uri: str, *, feed_options: dict[str, Any] | None = None) -> None:
        """See Scrapy.

        Raises:
            MissingExtraError: the library for the scheme of ``uri`` is not installed.
            StoreError: no library knows it.
        """
        filesystem_of(uri)
        self._uri = uri

    def _store_in_thread(self, file: IO[bytes]) -> None:
        file.flush()
        try:
            put_file(Path(file.name), self._uri)
        finally:
            file.close()
