"""Articles out of Common Crawl, on a loopback server that answers as its index and its files do."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

pytest.importorskip("fastwarc")

from tests.crawling import Crawl, crawl
from tests.newsroom.messages import Request, Response
from tests.promises.village import ROOT, Village, slug, story
from tests.warc.samples import packed, record

INDEX, DATA = "index.commoncrawl.org", "data.commoncrawl.org"
FILE = "crawl-data/CC-MAIN-2026-34/warc/a.warc.gz"
CRAWLS = [
    {"id": "CC-MAIN-2026-43", "cdx-api": f"https://{INDEX}/CC-MAIN-2026-43-index"},
    {
        "id": "CC-MAIN-2026-34",
        "cdx-api": f"https://{INDEX}/CC-MAIN-2026-34-index",
        "from": "2026-08-16T00:00:00",
        "to": "2026-08-28T00:00:00",
    },
    {"id": "CC-MAIN-2012", "cdx-api": f"https://{INDEX}/CC-MAIN-2012-index"},
]
FETCHED = datetime(2026, 8, 20, 3, 2, 1, tzinfo=UTC)


def address(number: int) -> str:
    return f"{ROOT}/berita/{slug(number)}"


class Commons:
    """An index of one crawl in pages of two captures, and the file that they are in."""

    def __init__(self, count: int) -> None:
        self.file = b""
        self.rows: list[dict[str, str]] = []
        self.asked: list[dict[str, list[str]]] = []
        self.cut = False
        for number in range(1, count + 1):
            data = packed(record(address(number), story(number).content, fetched_at=FETCHED))
            self.add(address(number), data)

    def add(self, url: str, data: bytes, mime: str = "text/html") -> None:
        place = {"filename": FILE, "offset": str(len(self.file)), "length": str(len(data))}
        self.rows.append({"url": url, "mime": mime, "status": "200", "timestamp": "20260820030201", **place})
        self.file += data

    def routes(self) -> dict[str, Any]:
        none = Response(b'{"message": "No Captures found"}', status=404)
        return {
            f"{INDEX}/collinfo.json": Response(json.dumps(CRAWLS).encode(), content_type="application/json"),
            f"{INDEX}/CC-MAIN-2026-34-index": self.listed,
            f"{INDEX}/CC-MAIN-2026-43-index": none,
            f"{DATA}/{FILE}": self.part,
        }

    def listed(self, request: Request) -> Response:
        asked = parse_qs(request.query)
        self.asked.append(asked)
        if "showNumPages" in asked:
            return Response(json.dumps({"pages": (len(self.rows) + 1) // 2, "pageSize": 5}).encode())
        start = 2 * int(asked["page"][0])
        text = "".join(f"{json.dumps(row)}\n" for row in self.rows[start : start + 2])
        return Response(text[:-30].encode() if self.cut else text.encode(), content_type="text/x-ndjson")

    def part(self, request: Request) -> Response:
        start, _, end = (
            {name.lower(): value for name, value in request.headers.items()}["range"]
            .removeprefix("bytes=")
            .partition("-")
        )
        return Response(self.file[int(start) : int(end) + 1], status=206, content_type="application/gzip")


def run(village: Village, folder: Path) -> Crawl:
    arguments = {"url": ROOT, "from": "commoncrawl", "since": "2026-08-01", "until": "2026-08-31"}
    return crawl("site", village.address, folder, arguments=arguments, settings={"DOWNLOAD_SLOTS": "{}"})


def test_records_of_the_crawls_in_range_become_articles(tmp_path: Path) -> None:
    commons = Commons(5)
    with Village(commons.routes()) as village:
        done = run(village, tmp_path)
        assert done.status == 0, done.log
        assert village.asked() == [], "the site itself is asked nothing"
        assert not [target for target in village.asked(INDEX) if "2012" in target]
    assert {each["url"] for each in done.records} == {address(number) for number in range(1, 6)}
    for each in done.records:
        assert each["via"].startswith(f"https://{DATA}/{FILE}#")
        assert each["fetched_at"] == FETCHED.isoformat()
        assert each["published_at"] == "2026-08-15T09:35:00+07:00"
        assert each["aliases"] == []
    assert [asked.get("page") for asked in commons.asked] == [None, ["0"], ["1"], ["2"]]


def test_a_record_that_is_damaged_costs_itself(tmp_path: Path) -> None:
    commons = Commons(2)
    commons.add(address(3), packed(record(address(3), story(3).content))[:-40])
    commons.add(address(4), b"no record at all")
    with Village(commons.routes()) as village:
        done = run(village, tmp_path)
    assert len(done.records) == 2
    assert len(done.lines_about("(cut-short)")) == 2
    assert "Traceback" not in done.log


def test_a_list_that_breaks_off_is_said(tmp_path: Path) -> None:
    commons = Commons(2)
    commons.cut = True
    with Village(commons.routes()) as village:
        done = run(village, tmp_path)
    assert len(done.records) == 1
    assert done.lines_about("the list of captures breaks off")


def test_what_is_no_list_of_crawls_is_said(tmp_path: Path) -> None:
    with Village({f"{INDEX}/collinfo.json": Response(b"{}")}) as village:
        done = run(village, tmp_path)
    assert done.records == []
    assert "Traceback" not in done.log
