"""The names of the files that runs write."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from scrapy import Spider

from newscrawl.engine.memory.extension import archive_of
from newscrawl.record.places import files_folder


def feed_parameters(params: dict[str, Any], spider: Spider) -> dict[str, Any]:
    """What ``%(...)s`` in a feed's name may say beside Scrapy's own: the folder of files, the site, the run.

    ``run`` is the time of its start and its number, so that names sort by time and no two runs share one.
    """
    archive = archive_of(spider.crawler)
    started = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    return {
        **params,
        "data": str(files_folder(spider.settings["NEWSCRAWL_DATA"])),
        "site": getattr(spider, "site_name", spider.name),
        "run": f"{started}-{archive.run}" if archive else started,
    }
