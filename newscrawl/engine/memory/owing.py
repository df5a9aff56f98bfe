"""What a run owes its feeds: articles that were stored and could not be written where they were asked for."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from scrapy import Spider
from scrapy.extensions.feedexport import FeedSlot, FileFeedStorage

from newscrawl.archive import Archive
from newscrawl.engine.delivery import Delivery, name_of
from newscrawl.record.as_json import from_dict
from newscrawl.record.outcome import OWED

logger = logging.getLogger(__name__)

DELIVERED_LATE = "newscrawl/delivered_late"
"""Statistic: how many articles of earlier runs a run wrote to its feeds."""

_LINES = ("jsonlines", "jsonl", "jl")


class Owing:
    """Delivers what earlier runs of a site owe, and notes what this one owes.

    A run that fails to write a feed owes it every article that it stored. So does one that was killed, but
    for JSON lines in a file, which are repaired in place (:mod:`newscrawl.archive.feeds`). The next run with
    that feed writes them; one with other feeds, whose user will have mended the address, writes them there.
    """

    def __init__(self, exporter: Delivery, site: str, folder: Path) -> None:
        self._exporter = exporter
        self._site = site
        self._folder = folder
        self._given: dict[int, set[str]] = {}

    def files(self) -> list[str]:
        """The files of JSON lines among the feeds, those in the data folder relative to it."""
        return [
            str(path.relative_to(self._folder) if self._folder in path.parents else path)
            for path in map(_lines_file, self._exporter.slots)
            if path is not None
        ]

    def if_killed(self) -> dict[str, str]:
        """What the run counts if nothing more is heard of it: the feeds that nobody can repair."""
        owed = [name_of(slot) for slot in self._exporter.named() if _lines_file(slot) is None]
        return {OWED: json.dumps(owed)} if owed else {}

    def deliver(self, archive: Archive, run: int, spider: Spider) -> None:
        """Give the feeds of ``run`` what the runs before it owe; without a feed that was asked for, later."""
        if not self._exporter.named():
            return
        for earlier in archive.runs.owing(self._site, OWED):
            if earlier.key == run:
                continue
            names = json.loads(earlier.counts[OWED])
            given = self._given.setdefault(earlier.key, set())
            versions = archive.runs.versions(earlier.key)
            for article_id, number in versions:
                record = json.loads(archive.articles.line(article_id, number))
                given |= self._exporter.deliver_late(from_dict(record), names, spider)
            assert spider.crawler.stats is not None
            spider.crawler.stats.inc_value(DELIVERED_LATE, len(versions))
            logger.warning(
                "%s: %d articles that the run of %s stored and could not write are written now",
                self._site,
                len(versions),
                f"{earlier.started_at:%Y-%m-%d %H:%M} UTC",
            )

    def settle(self, archive: Archive) -> None:
        """Note, inside a transaction, what of the earlier runs' debts is left."""
        for earlier in archive.runs.owing(self._site, OWED):
            if earlier.key in self._given:
                left = sorted(self._given[earlier.key] & self._exporter.failed)
                counts = {name: value for name, value in earlier.counts.items() if name != OWED}
                archive.runs.set_counts(earlier.key, counts | ({OWED: json.dumps(left)} if left else {}))


def _lines_file(slot: FeedSlot) -> Path | None:
    """The file of a feed of plain JSON lines on this machine."""
    if slot.format not in _LINES or slot.feed_options.get("postprocessing"):
        return None
    storage = slot.storage
    return Path(storage.path).absolute() if isinstance(storage, FileFeedStorage) else None
