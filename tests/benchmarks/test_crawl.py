"""The benchmark of the crawl measures crawls in which every page becomes an article."""

from __future__ import annotations

from pathlib import Path

from benchmarks.crawl import rates, two_processes
from benchmarks.loopback import PER_SITEMAP, Press, address
from benchmarks.printing import ADDRESS, NUMBER, invented, print_pages
from benchmarks.report import Options
from newscrawl.discovery.sitemap_xml import read_entries
from newscrawl.reading.extracting import extract

NOTHING_SAVED = Options(
    pages=Path("none"), index=Path("none.tsv"), gold=Path("none.jsonl"), quick=True, rounds=1
)
HOST = b"\r\nHost: situs.example"


def test_editions_are_articles_with_texts_of_their_own(tmp_path: Path) -> None:
    printed = invented()
    count = len(printed.pages)
    print_pages(printed, tmp_path, 2 * count)

    pages = [path.read_bytes() for path in sorted(tmp_path.iterdir())]
    first, second = pages[0], pages[count]

    assert len(pages) == 2 * count
    assert all(NUMBER in page and ADDRESS in page for page in pages)
    assert first != second
    assert len(first) == len(second)
    url = address(b"https://situs.example", 7).decode()
    records = [extract(page.replace(ADDRESS, url.encode()), url) for page in (first, second)]
    assert {record.page_type for record in records} == {"article"}
    assert records[0].body != records[1].body


def test_the_server_names_every_article_once_and_has_it() -> None:
    press = Press([b"<title>@@NUMBER@@</title>@@ADDRESS@@"], PER_SITEMAP + 5)

    index = [entry.loc for entry in read_entries(press.answer(b"GET /sitemap.xml" + HOST)[2], "x")]
    entries = [
        entry.loc
        for part in range(2)
        for entry in read_entries(press.answer(b"GET /sitemap-%d.xml" % part + HOST)[2], "x")
    ]

    assert len(index) == 2
    assert len(set(entries)) == len(entries) == PER_SITEMAP + 5
    path = entries[3].removeprefix("https://situs.example").encode()
    assert press.answer(b"GET " + path + HOST)[2] == b"<title>3</title>" + entries[3].encode()
    assert press.answer(b"GET /robots.txt" + HOST)[0].startswith(b"404")


def test_a_small_run_gives_every_row() -> None:
    markdown = rates(NOTHING_SAVED)

    for name in ("bare Scrapy spider", "no archive", "discovery to archive and JSON lines"):
        assert f"{name} | " in markdown


def test_a_process_that_reads_has_its_own_time() -> None:
    rows = [line.split(" | ") for line in two_processes(NOTHING_SAVED).splitlines() if line.startswith("| ")]
    spent = {row[0]: float(row[4].rstrip(" |")) for row in rows[2:]}
    assert len(spent) == 3
    assert [name for name, readers in spent.items() if readers] == [
        "| newscrawl, discovery to archive and JSON lines, pages read by one more process"
    ]
