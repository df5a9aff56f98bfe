"""``python -m tests.spiders.facts_run CASES OUTCOMES``: the process in which stated facts are crawled."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.http import Response
from scrapy.settings import Settings
from scrapy.utils.project import get_project_settings

from newscrawl.discovery import Found, Source
from newscrawl.discovery.memory import NoMemory
from newscrawl.items import Article
from newscrawl.record.addresses import canonical_url
from newscrawl.record.as_json import to_dict
from newscrawl.spiders.base import NewsSpider
from tests.spiders.facts import Case


class Notebook(NoMemory):
    """A memory that a test can read."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.done: list[date] = []

    def wanted(self) -> Iterator[Found]:
        return map(Found, self.case.wanted)

    def unknown(self, listing: Response | None, found: Sequence[Found]) -> list[Found]:
        return [entry for entry in found if canonical_url(entry.url) not in self.case.known]

    def caught_up_at(self, source: Source) -> datetime | None:
        return datetime.now(UTC) if self.case.known else None

    def days_done(self) -> Collection[date]:
        return self.case.days_done

    def day_done(self, day: date) -> None:
        self.done.append(day)


def main(job: Path, result: Path) -> None:
    os.environ["SCRAPY_SETTINGS_MODULE"] = "newscrawl.settings"
    cases, chosen, archive = pickle.loads(job.read_bytes())
    settings = get_project_settings()
    settings.setdict(chosen, priority="cmdline")
    if not archive:
        _forget(settings)
    process = AsyncCrawlerProcess(settings)
    started = [_start(process, case) for case in cases]
    process.start()
    outcomes = [(records, dict(crawler.stats.get_stats()), book.done) for crawler, records, book in started]
    result.write_bytes(pickle.dumps(outcomes))


def _forget(settings: Settings) -> None:
    extensions = dict.fromkeys((name for name in settings["EXTENSIONS"] if "archive" in name.lower()), None)
    settings.set("EXTENSIONS", {**settings["EXTENSIONS"], **extensions}, priority="cmdline")


def _start(process: Any, case: Case) -> tuple[Crawler, list[dict[str, Any]], Notebook]:
    facts = {"name": case.name, "allowed_domains": [case.host], "sources": case.sources, **case.facts}
    base = facts.pop("base", NewsSpider)
    book = Notebook(case)
    crawler = process.create_crawler(type("CaseSpider", (base,), {**facts, "memory": book}))
    records: list[dict[str, Any]] = []

    def keep(item: Any) -> None:
        if isinstance(item, Article):
            records.append(to_dict(item))

    crawler.signals.connect(keep, signal=signals.item_scraped, weak=False)
    process.crawl(crawler, **case.arguments)
    return crawler, records, book


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
