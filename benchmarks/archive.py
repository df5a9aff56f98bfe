"""The archive: how fast it stores, knows, compares and exports, over a synthetic archive.

``python -m benchmarks.archive --articles 1000000 --write`` measures at that size and writes a part of the
report that ``python -m benchmarks``, which measures a smaller one, leaves alone. The articles are invented:
words of an invented news prose in their own frequencies, put together anew, about as long as real ones;
three in a hundred are cut copies of another site's, one in a hundred is edited later. Each export runs in a
process of its own, so that its memory can be told.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.machine import describe_run
from benchmarks.report import ROOT, CannotMeasureError, Options, Section, table, write
from benchmarks.worker import peak_memory_mb
from newscrawl.archive import Archive, Selection, near
from newscrawl.archive.copies import Text
from newscrawl.items import Article, Image
from newscrawl.reading.stages import content_hash
from newscrawl.record.addresses import article_id

FULL = "archive at full size"
"""The part of the report that only ``--write`` writes."""

BATCH = 2000
"""Articles in one transaction."""

A_DAY = 10_000
"""Articles a day over all sites: a hundred sites with a hundred articles each."""

_SITES = 100
_SAMPLE = 2000
_QUICK, _USUAL = 2000, 100_000
_WIB = timezone(timedelta(hours=7))
_FIRST_DAY = datetime(2026, 1, 1, tzinfo=_WIB)
_FORMS = ("jsonl", "parquet")


def measure(options: Options) -> Section:
    """The section of the report."""
    with tempfile.TemporaryDirectory() as folder:
        return Section(describe(_QUICK if options.quick else _USUAL, Path(folder)))


def describe(count: int, folder: Path) -> str:
    """What an archive of ``count`` articles costs, made in ``folder``, as Markdown."""
    if near.rensa is None:
        raise CannotMeasureError("the extra 'dedup' is not installed")
    newsroom = Newsroom()
    rows = [("figure", f"at {count:,} articles", "promised")]
    with Archive.open(folder) as archive:
        rows += _storing(archive, newsroom, count)
        rows += _knowing(archive, newsroom, count)
        rows += _comparing(archive, newsroom, count)
        rows += _searching(archive)
    for form in _FORMS:
        rows += _exporting(folder, form, count)
    versions = describe_run(("rensa", "pyarrow"))
    store = f"The store is SQLite {sqlite3.sqlite_version} with fsync at every commit."
    return f"{table(rows[0], rows[1:])}\n{versions} {store}\n"


Row = tuple[str, str, str]


class Newsroom:
    """Invents articles: the same number gives the same one."""

    def __init__(self) -> None:
        counts = Counter(word for text in _prose() for word in text.split())
        self._words = list(counts)
        self._weights = list(counts.values())

    def article(self, number: int) -> Article:
        """Article ``number``; of each hundred the last three are copies of the ones before them."""
        rng = Random(number)
        original = number - 50 if number % 100 >= 97 else number
        title, sentences = self._text(original)
        if original != number:
            sentences = [each for each in sentences if rng.random() > 0.25] or sentences
            title = f"{title} Hari Ini"
        return self._dressed(number, title, "\n\n".join(_paragraphs(sentences)), rng)

    def edited(self, number: int) -> Article:
        """The same article after an edit."""
        article = self.article(number)
        body = f"{article.body}\n\nRedaksi menambahkan keterangan polisi."
        return replace(article, body=body, content_hash=content_hash(article.title, body))

    def _text(self, number: int) -> tuple[str, list[str]]:
        rng = Random(f"text {number}")
        words = rng.choices(self._words, self._weights, k=rng.randint(180, 460))
        sentences = [
            " ".join(words[start : start + 14]).capitalize() + "." for start in range(0, len(words), 14)
        ]
        return " ".join(words[:9]).title(), sentences

    def _dressed(self, number: int, title: str, body: str, rng: Random) -> Article:
        site = site_of(number)
        slug = title.lower().replace(" ", "-")
        url = f"https://www.{site}.example/berita/{number}/{slug}"
        published = _FIRST_DAY + timedelta(seconds=number * 86_400 / A_DAY)
        return Article(
            id=article_id(url),
            url=url,
            site=site,
            page_type="article",
            title=title,
            description=f"{title} dan seterusnya.",
            body=body,
            published_at=published,
            published_precision="second",
            modified_at=published,
            authors=["Siti Rahma"],
            byline_codes=["abc", "mg-1"],
            dateline="Blitar",
            source=site,
            section=rng.choice(("Daerah", "Politik", "Ekonomi", "Olahraga")),
            tags=["pertanian", "desa", "pemerintah daerah"],
            images=[Image(url=f"{url}.jpg", caption="Warga di lokasi.", credit="Dok. warga")],
            language="id",
            access="free",
            fetched_at=published + timedelta(minutes=25),
            content_hash=content_hash(title, body),
            provenance=dict.fromkeys(("title", "body", "published_at", "authors"), "json-ld: NewsArticle"),
        )


def site_of(number: int) -> str:
    """The site of article ``number``: each has as many."""
    return f"situs{(number * 37 + number // _SITES) % _SITES}"


def _storing(archive: Archive, newsroom: Newsroom, count: int) -> Iterator[Row]:
    spent, last = 0.0, 0.0
    for start in range(0, count, BATCH):
        batch = [newsroom.article(number) for number in range(start, min(start + BATCH, count))]
        batch += [newsroom.edited(number) for number in range(start, start + BATCH, 100) if number < count]
        begun = time.perf_counter()
        with archive.transaction():
            for article in batch:
                archive.store(article)
        last = (time.perf_counter() - begun) / len(batch)
        spent += last * len(batch)
        _say(f"stored {start + len(batch):,} of {count:,}, {1 / last:,.0f} a second")
    stored = count + (count + 99) // 100
    yield "stored a second, in batches", f"{stored / spent:,.0f}", "2,000"
    extra = [newsroom.article(count + number) for number in range(min(_SAMPLE, count))]
    each = _times(archive.store, extra)
    yield "stored a second, each in its own transaction", f"{1 / statistics.mean(each):,.0f}", ""
    archive.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    yield "bytes an article on the disk", f"{Path(archive.name).stat().st_size / stored:,.0f}", ""


def _knowing(archive: Archive, newsroom: Newsroom, count: int) -> Iterator[Row]:
    """A crawl asks for the links of one site; the worst case are links of all, that no cache holds."""
    rng = Random(1)
    of_one = [number for number in range(count) if site_of(number) == site_of(0)]
    numbers = {
        "of one site": rng.choices(of_one, k=_SAMPLE),
        "of all sites": [rng.randrange(count) for _ in range(_SAMPLE)],
    }
    for where, chosen in numbers.items():
        urls = [newsroom.article(number).url for number in chosen]
        for name, asked in (("known", urls), ("unknown", [f"{url}-lain" for url in urls])):
            times = _times(archive.known, asked)
            yield f"is it known? ({name}, {where}), median and 99 % below", _microseconds(times), "50 µs"


def _comparing(archive: Archive, newsroom: Newsroom, count: int) -> Iterator[Row]:
    def compare(article: Article) -> None:
        assert article.body
        assert article.content_hash
        assert article.published_at
        text = Text.of(article.body, article.content_hash, article.published_at.date())
        archive.copies.join(-1, text)

    first = max(0, count - 1000)
    articles = [newsroom.article(first + number * 7 % 1000) for number in range(min(_SAMPLE, count))]
    times = []
    for article in articles:
        archive.database.execute("BEGIN")
        times += _times(compare, [article])
        archive.database.execute("ROLLBACK")
    yield "near-copy check, median and 99 % below", _microseconds(times), "1,000 µs"
    stored = [newsroom.article(number) for number in range(97, min(count, 20_000), 100)]
    found = sum(archive.articles.versions(article.id)[-1].record["copy_of"] is not None for article in stored)
    yield (
        "copies with a quarter of their sentences cut that were found",
        f"{found / max(len(stored), 1):.1%}",
        "",
    )


def _searching(archive: Archive) -> Iterator[Row]:
    queries = ["bupati sekolah", '"air bersih"', "banjir -jalan", "panen*"]
    times = _times(lambda words: archive.search(Selection(words=words), limit=20), queries)
    yield "search for two words, median ms", f"{1000 * statistics.median(times):,.0f}", ""


def _exporting(folder: Path, form: str, count: int) -> Iterator[Row]:
    command = [sys.executable, "-m", "benchmarks.archive", "--export", form, "--folder", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    result = json.loads(done.stdout)
    yield f"exported a second, {form}", f"{result['records'] / result['seconds']:,.0f}", "20,000"
    yield f"memory of that, MB (of {count:,} articles)", f"{result['megabytes']:,.0f}", "300"


def _export(form: str, folder: Path) -> None:
    """Export all of an archive, and print what it took."""
    from newscrawl.datasets import Export  # noqa: PLC0415

    output = folder / f"out.{form}"
    export = Export(output=output, form=form)  # type: ignore[arg-type]
    with Archive.open(folder, create=False) as archive:
        begun = time.perf_counter()
        tally = export.write(archive)
        seconds = time.perf_counter() - begun
    output.unlink()
    print(json.dumps({"records": tally.records, "seconds": seconds, "megabytes": peak_memory_mb()}))


def _times(job: Callable[[Any], object], values: Sequence[Any]) -> list[float]:
    times = []
    for value in values:
        begun = time.perf_counter()
        job(value)
        times.append(time.perf_counter() - begun)
    return times


def _microseconds(times: list[float]) -> str:
    most = statistics.quantiles(times, n=100)[-1]
    return f"{1e6 * statistics.median(times):,.0f} µs, {1e6 * most:,.0f} µs"


def _paragraphs(sentences: list[str]) -> list[str]:
    return [" ".join(sentences[start : start + 2]) for start in range(0, len(sentences), 2)]


def _prose() -> list[str]:
    """Texts whose words and their frequencies the synthetic articles have."""
    from tests.newsroom.prose import Writer  # noqa: PLC0415

    drafts = (Writer("benchmark").draft(number, _FIRST_DAY, long=True) for number in range(400))
    return [" ".join(draft.paragraphs) for draft in drafts]


def _say(line: str) -> None:
    print(line, file=sys.stderr, end="\n" if not sys.stderr.isatty() else "\r")


def main() -> None:
    """Print the table for an archive of the size asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive", description=__doc__)
    parser.add_argument("--articles", type=int, default=_USUAL, help="how many (default: %(default)s)")
    parser.add_argument("--folder", type=Path, help="where to make the archive (default: a temporary folder)")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    parser.add_argument("--export", choices=_FORMS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.export:
        _export(options.export, options.folder)
        return
    with tempfile.TemporaryDirectory() as folder:
        text = describe(options.articles, options.folder or Path(folder))
    print(text)
    if options.write:
        write(FULL, Section(text))


if __name__ == "__main__":
    main()
