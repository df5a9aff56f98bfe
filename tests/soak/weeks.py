"""Crawls the ten papers every hour for three weeks: ``python -m tests.soak.weeks FOLDER``.

Two processes have five papers each, forked when everything is loaded. Between two runs the clock is wound on.
It is the crawler's own clock, so it may be wrong; the world has its own. What each run said is written to
``said.jsonl`` in the folder of its process, beside the archive.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import time_machine
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.utils.log import configure_logging
from scrapy.utils.project import get_project_settings
from scrapy.utils.reactor import install_reactor

from newscrawl.monitoring.overlooked import overlooked
from newscrawl.record.outcome import judge
from newscrawl.spiders.site import SiteSpider
from tests.newsroom.journal import Journal
from tests.newsroom.server import Server
from tests.soak.world import BEGIN, FOR_EVER, HOUR, HOURS, Paper, World, moved_to, papers

PARTS = 2
"""So many processes share the papers."""

CLOCK_BACK = range(300, 303)
CLOCK_AHEAD = range(420, 422)
NOTICED_AFTER = 6
"""So many hours after a paper has moved somebody gives the crawl its new address."""

_QUICK = {
    "DOWNLOAD_DELAY": 0.001,
    "AUTOTHROTTLE_ENABLED": False,
    "NEWSCRAWL_BACKOFF_START": 0.05,
    "RETRY_TIMES": 0,
    "NEWSCRAWL_REVISIT": "",
    "LOG_LEVEL": "ERROR",
}


def clock_of(hour: int) -> Any:
    """What the crawler's clock shows at an hour of the three weeks."""
    wrong = -5 if hour in CLOCK_BACK else 48 if hour in CLOCK_AHEAD else 0
    return BEGIN + (hour + wrong) * HOUR


async def weeks(folder: Path, hours: int, chosen: Sequence[Paper]) -> None:
    """Crawl ``chosen`` every hour, and write down what the runs said."""
    world = World(list(chosen))
    os.environ["NEWSCRAWL_DATA"] = str(folder / "data")
    settings = get_project_settings()
    settings.setdict(_QUICK, priority="cmdline")
    journal = Journal()
    server = Server(world.answer, journal)
    server.start()
    settings.set("NEWSCRAWL_MIRROR", f"http://127.0.0.1:{server.port}", priority="cmdline")
    runner = AsyncCrawlerRunner(settings)
    with (folder / "said.jsonl").open("w") as said, time_machine.travel(clock_of(0), tick=True) as clock:
        for hour in range(hours):
            world.now = BEGIN + hour * HOUR
            clock.move_to(clock_of(hour))
            crawlers = {}
            for paper in world.papers:
                since = paper.trouble.hour if paper.trouble and paper.trouble.kind == "moved" else FOR_EVER
                host = moved_to(paper) if hour > since + NOTICED_AFTER else paper.host
                crawlers[paper.host] = runner.create_crawler(SiteSpider), host
            await asyncio.gather(
                *(runner.crawl(crawler, url=f"https://{host}/") for crawler, host in crawlers.values())
            )
            for host, (crawler, _) in crawlers.items():
                said.write(json.dumps(_said(hour, host, crawler.stats.get_stats())) + "\n")
            said.flush()
            journal.clear()
    server.stop()


def _said(hour: int, host: str, stats: dict[str, Any]) -> dict[str, Any]:
    outcome = judge(host, stats)
    failed = {name.rpartition("/")[2]: n for name, n in stats.items() if name.startswith("newscrawl/failed/")}
    failed |= {
        f"listing {name.rpartition('/')[2]}": n
        for name, n in stats.items()
        if name.startswith("newscrawl/listings/failed/")
    }
    return {
        "hour": hour,
        "host": host,
        "state": outcome.state,
        "text": "; ".join([outcome.note, *outcome.alarms, *overlooked(stats)]),
        "failed": failed,
        "articles": stats.get("newscrawl/articles", 0),
    }


def main() -> None:
    """Run the three weeks, or as many hours as are given."""
    folder, hours = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else HOURS
    every = papers()
    share = len(every) // PARTS
    children = []
    for part in range(PARTS):
        own = folder / str(part)
        own.mkdir()
        child = os.fork()
        if not child:
            crawl(own, hours, every[part * share : (part + 1) * share])
            os._exit(0)
        children.append(child)
    ends = [os.waitpid(child, 0)[1] for child in children]
    sys.exit(1 if any(ends) else 0)


def crawl(folder: Path, hours: int, chosen: Sequence[Paper]) -> None:
    """Crawl ``chosen`` for so many hours in a reactor of this process."""
    os.environ["SCRAPY_SETTINGS_MODULE"] = "newscrawl.settings"
    install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
    from twisted.internet import reactor  # noqa: PLC0415 - it is there once it is installed

    configure_logging({"LOG_LEVEL": "ERROR"})
    faults: list[BaseException] = []

    async def through() -> None:
        try:
            await weeks(folder, hours, chosen)
        except BaseException as error:
            faults.append(error)
            raise
        finally:
            reactor.callFromThread(reactor.stop)

    reactor.callWhenRunning(lambda: asyncio.ensure_future(through()))
    reactor.run()
    if faults:
        raise faults[0]


if __name__ == "__main__":
    main()
