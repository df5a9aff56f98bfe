"""The feed that goes to standard output, where a terminal may be."""

from __future__ import annotations

from typing import IO, Any, cast

from scrapy import Spider
from scrapy.extensions.feedexport import StdoutFeedStorage

from newscrawl.record.printable import CleanOutput

_JSON = ("json", "jsonlines", "jsonl", "jl")


class CleanStandardOutput(StdoutFeedStorage):
    """Scrapy's storage for ``-``, in which nothing of a page moves a cursor or turns the writing round."""

    def __init__(self, uri: str, *, feed_options: dict[str, Any] | None = None) -> None:
        super().__init__(uri, feed_options=feed_options)
        self._of_json = bool(feed_options and feed_options.get("format") in _JSON)

    def open(self, spider: Spider) -> IO[bytes]:
        return cast("IO[bytes]", CleanOutput(super().open(spider), of_json=self._of_json))
