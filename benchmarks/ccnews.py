"""Common Crawl's news: newscrawl beside the CC-NEWS readers of fundus and news-please, on the same file.

The file is made of the saved pages and twenty times as many foreign ones (:mod:`benchmarks.warcs`). Each
reader runs in a process of its own (:mod:`benchmarks.news_readers`) and is told the same publishers' hosts.
fundus wants an older fastwarc than newscrawl, so the peers have an environment of their own, whose Python
``--peers`` names::

    python -m venv peers && peers/bin/pip install fundus 'curl_cffi<0.14' news-please
    python -m benchmarks ccnews --pages DIR --peers peers/bin/python
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.machine import describe_run
from benchmarks.news_readers import BARE, OWN, READERS, NewsReader
from benchmarks.pages import read_gold
from benchmarks.report import ROOT, CannotMeasureError, Options, Section, table
from benchmarks.scoring import Summary, summarize
from benchmarks.warcs import Mixed, mix, publishers_pages
from benchmarks.worker import NOT_INSTALLED
from tests.warc.store import Store

_MONTH = "crawl-data/CC-NEWS/2026/09"
_UNKNOWN = "–"
_HEAD = (
    "reader",
    "pages a second",
    "ms a page of a publisher",
    f"times {OWN}",
    "records",
    "body F1",
    "F1 of those found",
    "peak memory MB",
)


@dataclass(slots=True)
class Run:
    """What a reader made of the file: seconds of its best round, texts by address, memory."""

    seconds: float
    texts: dict[str, str]
    peak_mb: float


def measure(options: Options) -> Section:
    """The section of the report."""
    pages = publishers_pages(options)
    gold = [row for row in read_gold(options.gold) if row["file"] in {page.file for page in pages}]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _say(f"making a file of {len(pages)} pages and the foreign ones")
        mixed = mix(pages, folder)
        with _store(mixed.path) as root:
            runs = _run_all(mixed, root, options)
        return Section(_markdown(runs, mixed, gold, options))


def _run_all(mixed: Mixed, root: str, options: Options) -> dict[str, Run | None]:
    hosts = mixed.path.with_name("hosts.txt")
    hosts.write_text("\n".join(sorted({urlsplit(page.url).netloc for page in mixed.pages})), encoding="utf-8")
    runs: dict[str, Run | None] = {}
    for number in range(options.rounds):
        for reader in READERS.values():
            if number and runs[reader.name] is None:
                continue
            run = _run(reader, mixed.path, root, hosts, options)
            before = runs.get(reader.name)
            if before is None or (run is not None and run.seconds < before.seconds):
                runs[reader.name] = run
            told = f"{run.seconds:.1f} s, {len(run.texts)} records" if run else "not installed"
            _say(f"  round {number + 1} of {options.rounds}: {reader.name}: {told}")
    return runs


def _run(reader: NewsReader, path: Path, root: str, hosts: Path, options: Options) -> Run | None:
    """One round of a reader in a process of its own; None if it is not installed."""
    python = sys.executable if reader.distribution == OWN else options.peers
    out = path.with_name("found.json")
    words = [reader.name, str(path), root, str(hosts), str(out)]
    done = subprocess.run(
        [python, "-m", "benchmarks.news_readers", *words],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode == NOT_INSTALLED:
        return None
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise CannotMeasureError(f"{reader.name} ended with status {done.returncode}: {last}")
    return Run(**json.loads(out.read_text(encoding="utf-8")))


@contextmanager
def _store(path: Path) -> Iterator[str]:
    """The address of a store on loopback with the file at a path of Common Crawl's, and the month's list."""
    listed = gzip.compress(f"{_MONTH}/{path.name}\n".encode())
    with Store({f"{_MONTH}/warc.paths.gz": listed, f"{_MONTH}/{path.name}": path.read_bytes()}) as store:
        yield store.address


def _markdown(runs: dict[str, Run | None], mixed: Mixed, gold: list[dict[str, Any]], options: Options) -> str:
    own = runs[OWN]
    assert own is not None
    files = {page.url: page.file for page in mixed.pages}
    rows = [_row(name, run, own, mixed, _scores(run, files, gold)) for name, run in runs.items() if run]
    absent = [
        [name, "not installed", *[_UNKNOWN] * (len(_HEAD) - 2)] for name, run in runs.items() if not run
    ]
    articles = sum(row["kind"] == "article" for row in gold)
    calls = "".join(f"- {reader.name}: `{reader.use}`\n" for reader in READERS.values())
    peers = _versions(options.peers)
    bound = _bound(runs)
    return (
        f"{mixed.words}; {articles} of the saved pages are articles with gold. Processor seconds of the best "
        f"of {options.rounds} rounds, without imports.\n\n{table(_HEAD, [*rows, *absent])}\n{bound}"
        f"How each is called:\n\n{calls}\n{describe_run(('newscrawl', 'fastwarc'))} Peers: {peers}.\n"
    )


def _bound(runs: dict[str, Run | None]) -> str:
    """How many times as fast as each other reader one could be that parses the pages and does no more."""
    bare = runs[BARE]
    others = [(reader.name, runs[reader.name]) for reader in READERS.values() if reader.distribution != OWN]
    told = [f"{run.seconds / bare.seconds:.1f} than {name}" for name, run in others if run and bare]
    if not told:
        return ""
    return (
        "What bounds them all is to find the publishers' pages and to parse them with lxml, as each of them "
        f"does. Whoever did that and nothing more would be faster so many times: {', '.join(told)}.\n\n"
    )


def _scores(run: Run, files: dict[str, str], gold: list[dict[str, Any]]) -> tuple[Summary, Summary | None]:
    """Figures over all pages with gold, and over those of which the reader gave a record."""
    answers = {files[url]: {"body": text} for url, text in run.texts.items() if url in files}
    found = [row for row in gold if row["file"] in answers and row["kind"] == "article"]
    return summarize(gold, answers), summarize(found, answers) if found else None


def _row(name: str, run: Run, own: Run, mixed: Mixed, scores: tuple[Summary, Summary | None]) -> list[str]:
    every, found = scores
    return [
        name,
        f"{mixed.count / run.seconds:,.0f}",
        f"{1000 * run.seconds / len(mixed.pages):.1f}",
        f"{run.seconds / own.seconds:.1f}",
        f"{len(run.texts):,}",
        f"{every.f1:.3f}",
        f"{found.f1:.3f}" if found else _UNKNOWN,
        f"{run.peak_mb:.0f}",
    ]


def _versions(python: str) -> str:
    """The peers' versions in their environment."""
    program = (
        "from importlib.metadata import distributions; names = 'fundus', 'news-please', 'fastwarc', 'warcio';"
        "found = {f'{x.name} {x.version}' for x in distributions() if x.name.lower() in names};"
        "print(', '.join(sorted(found)))"
    )
    return subprocess.run([python, "-c", program], capture_output=True, text=True, check=False).stdout.strip()


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
