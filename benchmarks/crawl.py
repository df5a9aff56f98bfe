"""The crawl: how fast, beside a bare Scrapy spider; a hundred sites at once; memory.

``python -m benchmarks.crawl --part memory`` measures one part alone and prints it; with ``--write`` it
replaces that part of the report.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

from benchmarks.crawler import Done, Job
from benchmarks.machine import describe_run
from benchmarks.printing import Print, invented, print_pages, saved_or_invented
from benchmarks.report import ROOT, CannotMeasureError, Options, Section, marked, table, write

_CRAWLER_CORE, _SERVER_CORE = 0, 1
_NAMES = {
    "bare": "bare Scrapy spider",
    "whole-without-archive": "newscrawl, discovery to JSON lines, no archive",
    "whole": "newscrawl, discovery to archive and JSON lines",
    "kept": "the same, pages kept as WARC",
    "apart": "newscrawl, discovery to archive and JSON lines, pages read by one more process",
}
_KINDS = ("bare", "whole-without-archive", "whole", "kept")
_ALL = {"since": "1970-01-01"}
_AUGUST = {"since": "2026-08-01", "until": "2026-08-31"}

Row = tuple[str, ...]


def measure(options: Options) -> Section:
    """The section of the report."""
    return Section("\n".join(marked(f"crawl {name}", _measured(name, options)) for name in PARTS))


def _measured(name: str, options: Options) -> str:
    return f"{PARTS[name](options)}\n{describe_run(('Scrapy',))}\n"


def rates(options: Options) -> str:
    """Pages a second on one core, beside a bare spider that fetches the same pages."""
    best = best_of(_KINDS, options)
    head = ("one process on one core", "pages a second", "processor ms a page", "of the bare spider's rate")
    rows = [_rate_row(kind, best[kind], best["bare"]) for kind in _KINDS]
    printed = saved_or_invented(options)
    return (
        f"{table(head, rows)}\n{_pages_of(options):,} pages: {printed.words}. Pages a second are pages a "
        f"second of processor time, the best of {options.rounds} rounds, because other work on the machine "
        "changes the time on the clock; with the core to itself a crawl without delays takes no other.\n"
    )


def two_processes(options: Options) -> str:
    """Pages a second on the clock where a second process reads them, beside a bare spider."""
    kinds = ("bare", "whole", "apart")
    best = best_of(kinds, options, cost=lambda done: done.seconds, pinned=False)
    head = ("on all cores", "pages a second", "of the bare spider's", "processor ms a page", "of the readers")
    rows = [
        (
            _NAMES[kind],
            f"{done.items / done.seconds:,.0f}",
            f"{done.items / done.seconds / (best['bare'].items / best['bare'].seconds):.0%}",
            f"{1000 * done.processor / done.items:.1f}",
            f"{1000 * done.children / done.items:.1f}",
        )
        for kind in kinds
        for done in (best[kind],)
    ]
    cores = os.cpu_count() or 1
    return (
        f"{table(head, rows)}\nThe same pages, on the clock, the best of {options.rounds} rounds, on {cores} "
        "cores with the server on one of them. What the crawl's own process takes a page is what bounds it "
        "where there are cores enough for its readers.\n"
    )


def best_of(
    kinds: Sequence[str],
    options: Options,
    *,
    cost: Callable[[Done], float] = lambda done: done.processor,
    pinned: bool = True,
) -> dict[str, Done]:
    """The round of each kind of crawl over the same pages that took least, by processor time or ``cost``.

    The kinds take turns. ``pinned`` crawls stay on a core of their own.

    Raises:
        CannotMeasureError: a crawl failed or gave no articles.
    """
    count = _pages_of(options)
    best: dict[str, Done] = {}
    with _server(saved_or_invented(options), editions=count, articles=count) as mirror:
        for number in range(options.rounds):
            for kind in kinds:
                _say(f"round {number + 1} of {options.rounds}: {kind}")
                core = _CRAWLER_CORE if pinned else None
                done = _crawl(Job(kind=kind, mirror=mirror, folder="", pages=count, core=core))
                if not done.items:
                    raise CannotMeasureError(f"the crawl '{kind}' gave no articles")
                if kind not in best or cost(done) < cost(best[kind]):
                    best[kind] = done
    return best


def _pages_of(options: Options) -> int:
    return 60 if options.quick else 1500


def many_sites(options: Options) -> str:
    """A hundred sites side by side, politely, on one core; and a few, which show what politeness takes."""
    few, many, articles = (2, 10, 5) if options.quick else (5, 100, 60)
    with _server(saved_or_invented(options), editions=many * articles, articles=articles) as mirror:
        columns = [_politely(mirror, count) for count in (few, many)]
    rows = [(name, *(column[name] for column in columns)) for name in columns[0]]
    head = ("at once, one request a second each, on one core", f"{few} sites", f"{many} sites")
    note = (
        "The delay of a request is drawn at random, half a second to one and a half, and Scrapy draws it "
        "anew each time it looks at a site: on average it comes to more than a second. A process that falls "
        "behind takes longer from a request to the next with many sites than with few.\n"
    )
    return f"{table(head, rows)}\n{note}"


def _politely(mirror: str, sites: int) -> dict[str, str]:
    """What a crawl of so many sites took, at the delays that users have."""
    _say(f"{sites} sites at once, one request a second each")
    hosts = tuple(f"situs{number}.example" for number in range(sites))
    done = _crawl(Job(kind="whole", mirror=mirror, folder="", sites=hosts, polite=True, core=_CRAWLER_CORE))
    return {
        "requests of each site, robots.txt and sitemaps with them": f"{done.requests / sites:,.0f}",
        "seconds from a request to the site's next, on average": f"{done.pace[0]:.2f}",
        "the same of the slowest site": f"{done.pace[1]:.2f}",
        "seconds that the crawl of them all took": f"{done.seconds:,.1f}",
        "share of the core": f"{done.processor / done.seconds:.0%}",
        "peak memory, MB": f"{done.peak:,.0f}",
        "articles stored": f"{done.items:,}",
        "pages failed": f"{done.failed:,}",
    }


def memory(options: Options) -> str:
    """Peak memory after many articles of one site."""
    count = 500 if options.quick else 50_000
    with _server(invented(), editions=min(count, 3000), articles=count) as mirror:
        rows = []
        for articles in (count // 10, count):
            _say(f"{articles:,} articles in one crawl")
            job = Job(kind="whole", mirror=mirror, folder="", arguments={**_ALL, "limit": str(articles)})
            done = _crawl(job)
            rows.append((f"{done.items:,}", f"{done.before:,.0f}", f"{done.peak:,.0f}", "400"))
    return table(("articles of one crawl", "MB at the start", "peak MB", "promised"), rows)


def large_sitemaps(options: Options) -> str:
    """Peak memory over sitemaps of a million addresses, one in a thousand of them in range."""
    sizes = (1000, 5000) if options.quick else (10_000, 1_000_000)
    rows = []
    for count in sizes:
        with _server(invented(), editions=200, articles=count) as mirror:
            _say(f"sitemaps of {count:,} addresses")
            done = _crawl(Job(kind="whole", mirror=mirror, folder="", arguments=_AUGUST))
        found = done.items + done.out_of_range
        rows.append((f"{count:,}", f"{found:,}", f"{done.items:,}", f"{done.peak:,.0f}"))
    return table(("addresses in the sitemaps", "looked at", "articles in range", "peak MB"), rows)


PARTS: dict[str, Callable[[Options], str]] = {
    "rates": rates,
    "readers": two_processes,
    "sites": many_sites,
    "memory": memory,
    "sitemaps": large_sitemaps,
}


def _rate_row(kind: str, done: Done, bare: Done) -> Row:
    rate, of_bare = done.items / done.processor, bare.items / bare.processor
    return (_NAMES[kind], f"{rate:,.0f}", f"{1000 / rate:.1f}", f"{rate / of_bare:.0%}")


@contextmanager
def _server(printed: Print, *, editions: int, articles: int) -> Iterator[str]:
    """The address of a loopback server that serves the pages as so many articles."""
    with tempfile.TemporaryDirectory() as folder:
        print_pages(printed, Path(folder), min(editions, articles))
        command = [sys.executable, "-m", "benchmarks.loopback", folder, str(articles)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
            try:
                assert server.stdout is not None
                address = server.stdout.readline().strip()
                if (os.cpu_count() or 1) > 1:
                    os.sched_setaffinity(server.pid, {_SERVER_CORE})
                yield address
            finally:
                server.terminate()


def _crawl(job: Job) -> Done:
    """What a crawl took, in a process and a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        words = json.dumps(asdict(replace(job, folder=folder)))
        command = [sys.executable, "-m", "benchmarks.crawler", words]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotMeasureError(f"the crawl '{job.kind}' failed: {done.stderr.strip()[-500:]}")
    return Done(**json.loads(done.stdout.splitlines()[-1]))


def _say(line: str) -> None:
    print(line, file=sys.stderr)


def main() -> None:
    """Print one part, measured with the invented pages or with those of ``--pages``."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crawl", description=__doc__)
    parser.add_argument("--part", choices=PARTS, required=True)
    parser.add_argument("--pages", type=Path, default=Path(), help="folder with html/ and sources.tsv")
    parser.add_argument("--quick", action="store_true", help="a small run that only checks the benchmark")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    given = parser.parse_args()
    folder = given.pages
    options = Options(
        pages=folder / "html",
        index=folder / "sources.tsv",
        gold=folder / "gold.jsonl",
        quick=given.quick,
        rounds=given.rounds,
    )
    text = _measured(given.part, options)
    print(text)
    if given.write:
        write(f"crawl {given.part}", Section(text))


if __name__ == "__main__":
    main()
