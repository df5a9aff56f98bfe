"""When each request left: what the crawler promises, seen where it keeps it.

A server sees when requests arrive. On a busy machine one may arrive late and the next in time, so the gap
between them says nothing about the gap that was kept.
"""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response

from newscrawl.engine.downloader.handler import GuardedDownloadHandler
from newscrawl.engine.downloader.turns import turns

FILE = "departures.jsonl"
_HERE = f"{__name__}.NotingHandler"
NOTED = {"DOWNLOAD_HANDLERS": json.dumps({"http": _HERE, "https": _HERE})}
"""Settings of a crawl that notes the departures in its working folder."""


class NotingHandler(GuardedDownloadHandler):
    """The crawler's own handler; notes when each request had its turn."""

    async def _from_mirror(self, request: Request) -> Response:
        name = urlsplit(request.url).hostname or ""
        with Path(FILE).open("a", encoding="utf-8") as file:
            file.write(json.dumps([name, turns().host(name).asked_at]) + "\n")
        return await super()._from_mirror(request)


def gaps(folder: Path, host: str) -> list[float]:
    """The seconds between the requests to a host that a crawl in ``folder`` let go."""
    lines = (folder / FILE).read_text(encoding="utf-8").splitlines()
    times = [moment for name, moment in map(json.loads, lines) if name == host]
    return [later - earlier for earlier, later in pairwise(times)]
