"""What a crawler has counted so far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scrapy.crawler import Crawler


def statistics_of(crawler: Crawler) -> Mapping[str, Any]:
    """What ``crawler`` has counted; nothing before it starts."""
    try:
        return crawler.stats.get_stats() if crawler.stats else {}
    except RuntimeError:
        return {}
