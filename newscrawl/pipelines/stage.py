"""What the pipelines share: a thin shell around one pure stage that counts what it changed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from typing import Any, ClassVar, Self

from scrapy.crawler import Crawler
from scrapy.statscollectors import StatsCollector

from newscrawl.reading.raw import RawArticle


class StagePipeline(ABC):
    """Runs ``stage`` on each raw article; its counts become the stats ``newscrawl/{area}/{name}``."""

    area: ClassVar[str]

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        assert crawler.stats is not None
        return cls(crawler.stats)

    @staticmethod
    @abstractmethod
    def stage(raw: RawArticle) -> Counter[str]:
        """The pure function: fills its part of ``raw`` and says what it changed."""

    def process_item(self, item: Any) -> Any:
        """A raw article, one stage further; items of other spiders as they are."""
        if not isinstance(item, RawArticle):
            return item
        for name, count in self.stage(item).items():
            self.stats.inc_value(f"newscrawl/{self.area}/{name}", count)
        return item
