"""The pages of a crawl as WARC files: whole, found again from the archive, and accepted by two readers."""

from __future__ import annotations

import hashlib
import random
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.archive import Archive
from newscrawl.archive.pages import KeptPage
from tests.crawling import crawl
from tests.engine.memory.conftest import HOST, Crawler, make_due
from tests.engine.memory.test_kill import start
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.portal import PortalSite
from tests.newsroom.sites.varient import VarientOneSite
from tests.patience import wait_until

fastwarc = pytest.importorskip("fastwarc")
checker = pytest.importorskip("warcio.checker")
iteration = pytest.importorskip("warcio.archiveiterator")

KEEP = {"warc": "1"}


def files(data: Path) -> list[Path]:
    return sorted((data / "warc").rglob("*.warc.gz"))


def records(data: Path) -> Iterator[tuple[str, str, str]]:
    """Type, address and profile of every record, as the other reader finds them."""
    for path in files(data):
        with path.open("rb") as stream:
            for record in iteration.ArchiveIterator(stream, check_digests="raise"):
                record.content_stream().read()
                get = record.rec_headers.get_header
                yield record.rec_type, get("WARC-Target-URI") or "", (get("WARC-Profile") or "")


def kept(data: Path) -> dict[str, list[KeptPage]]:
    """The kept pages of each article's latest version, by address."""
    with Archive.open(data, create=False) as archive:
        rows = archive.database.all("SELECT url, latest FROM articles ORDER BY url")
        return {url: archive.pages.of(version) for url, version in rows}


def page_at(data: Path, place: KeptPage) -> tuple[str, bytes]:
    """Address and body of the record at a place."""
    with (data / place.file).open("rb") as stream:
        stream.seek(place.start)
        record = next(iter(fastwarc.ArchiveIterator(stream, auto_decode="all")))
        return record.headers["WARC-Target-URI"], record.reader.read()


def test_every_article_is_kept_and_the_archive_knows_where(
    run: Crawler, site: VarientOneSite, data: Path
) -> None:
    done = run(arguments=KEEP)
    assert done.status == 0, done.log
    places = kept(data)
    assert sorted(places) == sorted(site.urls())
    for url, pages in places.items():
        (place,) = pages
        address, body = page_at(data, place)
        assert address == url
        assert b"</html>" in body
    assert Counter(kind for kind, _, _ in records(data)) == {"warcinfo": 1, "response": 35, "request": 35}


def test_both_readers_find_every_digest_right(run: Crawler, data: Path) -> None:
    run(arguments={"warc": "all"})
    addresses = {url for kind, url, _ in records(data) if kind == "response"}
    assert f"https://{HOST}/robots.txt" in addresses
    assert f"https://{HOST}/rss/latest-posts" in addresses
    for path in files(data):
        found = fastwarc.ArchiveIterator(path.open("rb"), parse_http=False)
        assert all(record.verify_block_digest() for record in found)
        answers = fastwarc.ArchiveIterator(
            path.open("rb"), record_types=fastwarc.WarcRecordType.response, parse_http=True
        )
        assert all(record.verify_payload_digest() for record in answers)
        assert checker.Checker(Arguments([str(path)])).process_all() == 0


class Arguments:
    """What warcio's command line gives its checker."""

    def __init__(self, inputs: list[str]) -> None:
        self.inputs = inputs
        self.verbose = False


def test_a_body_is_kept_as_it_came(tmp_path: Path) -> None:
    site = VarientOneSite(HOST, articles=3)
    with Newsroom([site]) as newsroom:
        crawl("afederasi", newsroom.address, tmp_path, arguments=KEEP)
    with files(tmp_path / "data")[0].open("rb") as stream:
        kinds = fastwarc.WarcRecordType.response
        for record in fastwarc.ArchiveIterator(stream, record_types=kinds):
            body = record.reader.read()
            encoding = record.http_headers.get("Content-Encoding")
            assert (encoding == "gzip") == body.startswith(b"\x1f\x8b")
            assert record.headers["WARC-Payload-Digest"].startswith("sha1:")
            assert hashlib.sha1(body).digest()


def test_without_being_asked_nothing_is_kept(run: Crawler, data: Path) -> None:
    run()
    assert files(data) == []
    assert set(map(len, kept(data).values())) == {0}


def test_an_unchanged_answer_is_a_revisit_and_an_edit_a_page(
    run: Crawler, site: VarientOneSite, newsroom: Newsroom, data: Path
) -> None:
    run(arguments=KEEP)
    first = kept(data)
    make_due(data)
    newsroom.edit(HOST, 5, title="Judul Yang Sudah Diperbaiki")
    run(arguments=KEEP)
    profiles = Counter(profile.rpartition("/")[2] for kind, _, profile in records(data) if kind == "revisit")
    assert profiles == {"server-not-modified": 34}
    second = kept(data)
    assert {url for url in second if second[url] != first[url]} == {site.url(5)}
    assert b"Judul Yang Sudah Diperbaiki" in page_at(data, second[site.url(5)][0])[1]


def test_the_same_body_again_is_a_revisit_of_the_first(
    run: Crawler, site: VarientOneSite, data: Path
) -> None:
    site.conditional = False
    run(arguments=KEEP)
    first = kept(data)
    run(arguments=KEEP | {"fresh": "1"})
    profiles = Counter(profile.rpartition("/")[2] for kind, _, profile in records(data) if kind == "revisit")
    assert profiles == {"identical-payload-digest": 35}
    assert kept(data) == first


def test_a_page_seen_unchanged_is_noted_for_a_version_that_had_none(run: Crawler, data: Path) -> None:
    run()
    run(arguments=KEEP | {"fresh": "1"})
    assert set(map(len, kept(data).values())) == {1}


def test_a_split_article_has_all_its_pages(tmp_path: Path) -> None:
    host = "kabarsemesta.example"
    site = PortalSite(host, articles=12, splits=["path"], split_every=3)
    with Newsroom([site]) as newsroom:
        done = crawl("site", newsroom.address, tmp_path, arguments=KEEP | {"url": f"https://{host}"})
    places = kept(tmp_path / "data")
    pages = {record["url"]: record["pages"] for record in done.records}
    assert max(pages.values()) > 1
    assert {url: len(found) for url, found in places.items()} == pages


def test_a_full_file_is_followed_by_another(run: Crawler, data: Path) -> None:
    run(arguments=KEEP, settings={"NEWSCRAWL_WARC_BYTES": "20000"})
    assert len(files(data)) > 2
    assert [path.name.rpartition("-")[2] for path in files(data)][:2] == ["00001.warc.gz", "00002.warc.gz"]
    assert all(b"</html>" in page_at(data, place)[1] for (place,) in kept(data).values())


def test_a_disk_that_takes_no_more_ends_the_crawl_with_one_line(run: Crawler, data: Path) -> None:
    data.mkdir()
    (data / "warc").write_text("in the way")
    done = run(arguments=KEEP)
    assert done.status == 5
    assert len(done.lines_about("Pages cannot be kept")) == 1
    assert "Traceback" not in done.log


def test_a_word_that_means_nothing_is_refused(run: Crawler) -> None:
    done = run(arguments={"warc": "sometimes"})
    assert done.status == 2
    assert "says not what to keep" in done.log
    done = run(settings={"NEWSCRAWL_WARC": "sometimes"})
    assert done.status == 2
    assert "NEWSCRAWL_WARC='sometimes'" in done.log


def test_a_kill_leaves_whole_records_but_for_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSCRAWL_WARC", "1")
    rng = random.Random(20260801)
    with Newsroom([VarientOneSite(HOST, articles=200)]) as newsroom:
        for _ in range(3):
            kill_after(newsroom, tmp_path, rng.randint(20, 40))
    data = tmp_path / "data"
    assert len(files(data)) >= 2
    places = kept(data)
    assert len(places) > 20
    assert all(b"</html>" in page_at(data, place)[1] for (place,) in places.values())


def kill_after(newsroom: Newsroom, folder: Path, requests: int) -> None:
    newsroom.log.clear()
    process = start(newsroom, folder)
    wait_until(lambda: len(newsroom.log) >= requests or process.poll() is not None, "requests", every=0.002)
    process.send_signal(signal.SIGKILL)
    process.wait()
