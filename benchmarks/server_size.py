"""An archive of many articles on both engines: copied both ways, known, searched, and how large it is.

``python -m benchmarks.server_size --articles 100000 --write`` measures at that size and writes a part of the
report. A tenth of the articles, 5,000 at the most, are stored as crawls store them; the others are their rows
once more, under keys, ids and addresses of their own, for it is the size that is measured here. Copies are
verified copies of ``newscrawl archive copy``, comparison included; both engines flush to the disk.

``--asked`` copies 20,000 alone and lets the server add their rows once more, which takes minutes where copies
of a million take half an hour: then it is told what it costs to ask the server.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.archive import Newsroom
from benchmarks.machine import describe_run
from benchmarks.report import CannotMeasureError, Section, table, write
from newscrawl.archive import Archive, Selection, intact
from newscrawl.archive.copying import copy
from newscrawl.record.addresses import article_id
from newscrawl.record.places import on_server

FULL = "server at full size"
ASKED = "server asked at full size"
"""The parts of the report that only ``--write`` writes."""

_SEED_SHARE, _MOST_SEEDS = 10, 5000
_KNOWN = 1000
_COPIED, _STRIDE = 20_000, 10_000_000
"""Articles that are copied before the server adds their rows once more, and how far apart keys lie then."""
_ROUNDS = 20
_SEARCHES = ("bupati sekolah", '"air bersih"', "banjir -jalan", "panen*")
_TABLES = ("articles", "versions", "clusters", "urls", "bands")
_KEYS = {
    "articles": ("key", "latest", "cluster"),
    "versions": ("key", "article"),
    "clusters": ("key", "origin"),
    "urls": ("article",),
    "bands": ("article",),
}
"""The columns that number articles, versions and groups of copies."""

_SIZE_OF_SCHEMA = (
    "SELECT sum(pg_total_relation_size(pg_class.oid)) FROM pg_class JOIN pg_namespace"
    " ON pg_namespace.oid = relnamespace WHERE nspname = 'newscrawl' AND relkind = 'r'"
)
_SIZE_OF_WORDS = "SELECT pg_total_relation_size('words')"

Row = tuple[str, str, str]


def describe(count: int) -> str:
    """What an archive of ``count`` articles costs on both engines, as Markdown.

    Raises:
        CannotMeasureError: the extra ``postgres`` or a server is missing.
    """
    with ExitStack() as stack:
        folder, base = _places(stack)
        urls = make(folder / "one", count)
        there, here_cost = _copied(folder / "one", base)
        back, back_cost = _copied(base, folder / "two")
        _vacuum(base)
        rows = [
            (
                "copied and compared a second, from here to the other",
                f"{count / there:,.0f}",
                f"{count / back:,.0f}",
            ),
            (
                "of it processor ms an article, of newscrawl and of the server",
                *(
                    " + ".join(f"{part / count * 1e3:.2f}" for part in cost)
                    for cost in (here_cost, back_cost)
                ),
            ),
            *_asked(folder / "one", base, urls),
            _sizes(folder / "two", base, count),
        ]
        head = (f"at {count:,} articles", "SQLite in a folder", "PostgreSQL")
    return f"{table(head, rows)}\n{describe_run(('psycopg',))}\n"


def describe_asked(count: int) -> str:
    """What it costs to ask a server with ``count`` articles, or up to a copy's more, as Markdown.

    Raises:
        CannotMeasureError: the extra ``postgres`` or a server is missing.
    """
    with ExitStack() as stack:
        folder, base = _places(stack)
        copied, times = min(count, _COPIED), -(-count // _COPIED)
        urls = make(folder / "one", copied)
        _copied(folder / "one", base)
        _multiply(base, times)
        _vacuum(base)
        rows = [(name, told) for name, told in zip(_ASKED, _costs_to_ask(base, urls), strict=True)]
        head = (f"at {times * copied:,} articles", "PostgreSQL")
        return f"{table(head, rows)}\n{describe_run(('psycopg',))}\n"


def _multiply(base: str, times: int) -> None:
    """Add the rows of articles and words once more, so often that there are ``times`` as many."""
    with Archive.open(base) as archive:
        names = archive.database.columns("articles")
        moved = {"key": f"key + {_STRIDE} * turn", "id": "id || '-' || turn", "url": "url || '-' || turn"}
        values = ", ".join(moved.get(name, name) for name in names)
        again = f"generate_series(1, {times - 1}) AS turn"
        with archive.transaction():
            for statement in (
                "DROP INDEX words_found",
                f"INSERT INTO articles ({', '.join(names)}) SELECT {values} FROM articles, {again}",
                "INSERT INTO words (article, found)"
                f" SELECT article + {_STRIDE} * turn, found FROM words, {again}",
                "SET LOCAL maintenance_work_mem = '512MB'",
                "CREATE INDEX words_found ON words USING gin (found)",
            ):
                archive.database.execute(statement)


def _vacuum(base: str) -> None:
    from tests.postgres import tell  # noqa: PLC0415 - what it needs may be missing

    tell(base, "VACUUM ANALYZE")


def _places(stack: ExitStack) -> tuple[Path, str]:
    """A folder and a base of a server that flushes to the disk, both gone when the stack closes."""
    try:
        from tests.postgres import new_base, running_server, tell  # noqa: PLC0415 - what they need may be missing
    except ImportError as error:
        raise CannotMeasureError(f"{error.name} is not installed") from error
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    server = stack.enter_context(running_server()).address
    tell(server, "ALTER SYSTEM SET fsync = on", "SELECT pg_reload_conf()")
    return folder, stack.enter_context(new_base(server))


def make(folder: Path, count: int) -> list[str]:
    """An archive of ``count`` articles in ``folder``; the addresses of some of them."""
    seeds = max(1, min(count // _SEED_SHARE, _MOST_SEEDS))
    newsroom = Newsroom()
    with Archive.open(folder) as archive:
        for start in range(0, seeds, 500):
            with archive.transaction():
                for number in range(start, min(start + 500, seeds)):
                    archive.store(newsroom.article(number))
        archive.sort_in()
        rows = {
            table: (
                names := archive.database.columns(table),
                archive.database.all(f"SELECT {', '.join(names)} FROM {table}"),
            )
            for table in _TABLES
        }
        for turn in range(1, -(-count // seeds)):
            _add(archive, rows, turn, 1_000_000 * turn, count - turn * seeds)
    return [newsroom.article(number).url for number in range(min(seeds, _KNOWN // 2))]


def _add(
    archive: Archive, rows: dict[str, tuple[list[str], list[Any]]], turn: int, offset: int, most: int
) -> None:
    """Add the rows of the first ``most`` articles once more."""
    columns, articles = rows["articles"]
    kept = {row[columns.index("key")] for row in articles[:most]}
    with archive.transaction():
        for name, (names, values) in rows.items():
            owner = names.index("key" if name == "articles" else "article") if name != "clusters" else None
            again = [
                _moved(names, row, _KEYS[name], offset, turn)
                for row in values
                if owner is None or row[owner] in kept
            ]
            archive.database.load(name, names, again)
            if name == "versions":
                key, record = names.index("article"), names.index("record")
                archive.database.words.load([(row[key], row[record]) for row in again])


def _moved(
    names: Sequence[str], row: Sequence[Any], keys: Sequence[str], offset: int, turn: int
) -> list[Any]:
    """A row under keys, an id and an address of its own."""
    told = dict(zip(names, row, strict=True))
    for key in keys:
        told[key] = None if told[key] is None else told[key] + offset
    if "url" in told:
        told["url"] = f"{told['url']}-{turn}"
    if "id" in told:
        told["id"] = article_id(told["url"])
    if "record" in told:
        line = told["record"]
        url = line.partition('"url":')[2].split('"')[1]
        line = line.replace(f'"{url}"', f'"{url}-{turn}"', 1).replace(
            article_id(url), article_id(f"{url}-{turn}"), 1
        )
        told["record"] = line
        told["checksum"] = intact.checksum(told["article"], told["number"], told["shape"], line)
    return list(told.values())


def _copied(source: Path | str, target: Path | str) -> tuple[float, tuple[float, float]]:
    """Seconds of a copy, and seconds of processors: of this process, and of the server's for it."""
    with Archive.open(source, create=False) as old, Archive.open(target) as new:
        server = next(archive for archive in (old, new) if on_server(archive.name))
        spent, ended = time.process_time(), _processor_of_ended(server)
        seconds = _seconds(lambda: copy(old, new))
        spent = time.process_time() - spent
        return seconds, (spent, processor_of(server) + _processor_of_ended(server) - ended)


def processor_of(archive: Archive) -> float:
    """Seconds that the server's process for a connection has used so far; 0 where it runs elsewhere."""
    told = _stat(_process_of(archive))
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK") if told else 0.0


def _processor_of_ended(archive: Archive) -> float:
    """The same of the server's processes that have ended: of those that helped to make an index, too."""
    own = _stat(_process_of(archive))
    told = _stat(int(own[1])) if own else []
    return (int(told[13]) + int(told[14])) / os.sysconf("SC_CLK_TCK") if told else 0.0


def _process_of(archive: Archive) -> int:
    row = archive.database.one("SELECT pg_backend_pid()")
    return row[0] if row else 0


def _stat(process: int) -> list[str]:
    """What the kernel tells of a process, from its state on; nothing where it runs elsewhere."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return []


_ASKED = (
    f"is it known?, {_KNOWN:,} at once, µs each",
    "of it processor µs",
    "search, median ms",
    "search, slowest ms",
    "search, processor ms on average",
)


def _asked(folder: Path, base: str, urls: list[str]) -> list[Row]:
    return list(zip(_ASKED, *(_costs_to_ask(data, urls) for data in (folder, base)), strict=True))


def _costs_to_ask(data: Path | str, urls: list[str]) -> tuple[str, ...]:
    asked = urls + [f"{url}-lain" for url in urls]
    with Archive.open(data, create=False) as archive:
        known = _costs(archive, [lambda: archive.frontier.look_up_all(asked)] * _ROUNDS)
        searches = [
            lambda words=words: archive.search(Selection(words=words), limit=20)
            for words in _SEARCHES
            for _ in range(3)
        ]
        search = _costs(archive, searches)
    return (
        *(f"{figure / len(asked) * 1e6:,.1f}" for figure in (known[0], known[2])),
        *(f"{figure * 1e3:,.1f}" for figure in search),
    )


def _costs(archive: Archive, calls: Sequence[Callable[[], object]]) -> tuple[float, float, float]:
    """Seconds of a call: the median, the longest, and of processors on average, the server's among them."""
    calls[0]()
    server = on_server(archive.name)
    before = time.process_time() + (processor_of(archive) if server else 0.0)
    spent = [_seconds(call) for call in calls]
    after = time.process_time() + (processor_of(archive) if server else 0.0)
    return median(spent), max(spent), (after - before) / len(calls)


def _sizes(folder: Path, base: str, count: int) -> Row:
    here = sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
    with Archive.open(base, create=False) as archive:
        (whole,), (words,) = (archive.database.one(sql) for sql in (_SIZE_OF_SCHEMA, _SIZE_OF_WORDS))
    told = f"{whole / count / 1000:.1f}, of it words {words / count / 1000:.1f}"
    return "KB an article", f"{here / count / 1000:.1f}", told


def _seconds(call: Any) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def main() -> None:
    """Print the table for an archive of the size asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.server_size", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000, help="how many (default: %(default)s)")
    parser.add_argument("--asked", action="store_true", help="measure only what it costs to ask the server")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    options = parser.parse_args()
    text = (describe_asked if options.asked else describe)(options.articles)
    print(text)
    if options.write:
        write(ASKED if options.asked else FULL, Section(text))


if __name__ == "__main__":
    main()
