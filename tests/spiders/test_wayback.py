"""Articles out of the Wayback Machine, on a loopback server that answers as its API is documented to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from newscrawl.archive import Archive
from tests.crawling import Crawl, crawl
from tests.newsroom.messages import Request, Response, not_found
from tests.promises.village import HOST, ROOT, Village, document, paragraphs, slug, story, title, with_feed

ARCHIVE = "web.archive.org"
RANGE = {"since": "2026-08-01", "until": "2026-08-31"}
HEAD = ["timestamp", "original", "mimetype", "statuscode"]
QUICK = {"DOWNLOAD_SLOTS": "{}"}


def address(number: int) -> str:
    """A story's address, as it was in the days of the captures."""
    return f"http://{HOST}/berita/{slug(number)}"


class Machine:
    """The Wayback Machine: captures by address, and how the CDX API lists them."""

    def __init__(self, numbers: range, *, rows: int = 100) -> None:
        self.numbers, self.rows = numbers, rows
        self.captures = {address(number): f"202608{number % 10 + 16}030201" for number in numbers}
        self.extra: list[list[str]] = []
        self.asked: list[dict[str, list[str]]] = []
        self.cut = False

    def routes(self) -> dict[str, Any]:
        pages = {
            f"{ARCHIVE}/web/{self.captures[address(number)]}id_/{address(number)}": story(number)
            for number in self.numbers
        }
        return {f"{ARCHIVE}/cdx/search/cdx": self.listed, **pages}

    def listed(self, request: Request) -> Response:
        asked = parse_qs(request.query)
        self.asked.append(asked)
        rows = [
            [stamp, url.replace(HOST, f"{HOST}:80"), "text/html", "200"]
            for url, stamp in self.captures.items()
        ]
        rows = [*self.extra, *rows]
        start = int(asked.get("resumeKey", ["0"])[0])
        shown: list[list[str]] = [HEAD, *rows[start : start + self.rows]]
        if start + self.rows < len(rows):
            shown += [[], [str(start + self.rows)]]
        text = "[" + ",\n".join(map(json.dumps, shown)) + "]"
        text = text[: len(text) // 2] if self.cut else text
        return Response(text.encode(), content_type="application/json")


def run(village: Village, folder: Path, **options: Any) -> Crawl:
    arguments = {"url": ROOT, "from": "wayback", **RANGE, **options.pop("arguments", {})}
    settings = QUICK | options.pop("settings", {})
    return crawl("site", village.address, folder, arguments=arguments, settings=settings, **options)


def test_captures_of_the_range_become_articles_of_the_site(tmp_path: Path) -> None:
    machine = Machine(range(1, 8))
    with Village(machine.routes()) as village:
        done = run(village, tmp_path)
        assert done.status == 0, done.log
        assert village.asked() == [], "the site itself is asked nothing"
    assert {record["url"] for record in done.records} == {address(number) for number in range(1, 8)}
    for record in done.records:
        stamp = machine.captures[record["url"]]
        assert record["via"].startswith(f"https://{ARCHIVE}/web/{stamp}id_/http://{HOST}/berita/")
        assert record["fetched_at"].startswith(f"2026-08-{stamp[6:8]}T03:02:01")
        assert record["published_at"] == "2026-08-15T09:35:00+07:00"
        assert not [alias for alias in record["aliases"] if ARCHIVE in alias]
    (asked,) = machine.asked
    assert asked["url"] == [HOST]
    assert asked["from"] == ["20260801"]
    assert asked["to"] == ["20261129"]
    assert asked["filter"] == ["statuscode:200", "mimetype:text/html"]
    assert asked["collapse"] == ["urlkey"]


def test_pages_of_the_list_are_followed_by_their_keys(tmp_path: Path) -> None:
    machine = Machine(range(1, 8), rows=3)
    with Village(machine.routes()) as village:
        done = run(village, tmp_path)
    assert len(done.records) == 7
    assert [asked.get("resumeKey") for asked in machine.asked] == [None, ["3"], ["6"]]


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    machine = Machine(range(1, 3))
    other = f"http://{HOST}/berita/{slug(9)}"
    machine.extra = [
        ["20260816000000", other, "warc/revisit", "-"],
        ["20260816000000", other, "text/html", "404"],
        ["20260816000000", f"http://{HOST}/logo.png", "image/png", "200"],
        ["20260816000000", f"http://{HOST}/daerah", "text/html", "200"],
    ]
    with Village(machine.routes()) as village:
        done = run(village, tmp_path)
        captures = [target for target in village.asked(ARCHIVE) if target.startswith("/web/")]
    assert len(done.records) == len(captures) == 2


def test_a_list_that_breaks_off_gives_what_it_has_and_is_said(tmp_path: Path) -> None:
    machine = Machine(range(1, 8))
    machine.cut = True
    with Village(machine.routes()) as village:
        done = run(village, tmp_path)
    assert 0 < len(done.records) < 7
    assert done.lines_about("the list of captures breaks off")


def test_an_archive_that_asks_to_wait_is_waited_for(tmp_path: Path) -> None:
    machine = Machine(range(1, 3))
    refusals = [Response(b"", status=429, headers={"Retry-After": "1"})]
    routes = machine.routes()

    def hurried(request: Request) -> Response:
        return refusals.pop() if refusals else machine.listed(request)

    routes[f"{ARCHIVE}/cdx/search/cdx"] = hurried
    with Village(routes) as village:
        done = run(village, tmp_path)
    assert len(done.records) == 2
    assert refusals == []


def test_a_capture_that_leads_to_another_of_the_same_page_is_followed(tmp_path: Path) -> None:
    machine = Machine(range(1, 3))
    routes = machine.routes()
    first = f"{ARCHIVE}/web/{machine.captures[address(1)]}id_/{address(1)}"
    nearest = f"/web/20260825000000id_/{address(1)}"
    routes[first] = Response(b"", status=302, headers={"Location": f"https://{ARCHIVE}{nearest}"})
    routes[f"{ARCHIVE}{nearest}"] = story(1)
    with Village(routes) as village:
        done = run(village, tmp_path)
    by_url = {record["url"]: record for record in done.records}
    assert by_url[address(1)]["via"] == f"https://{ARCHIVE}{nearest}"
    assert by_url[address(1)]["fetched_at"].startswith("2026-08-25")


def test_a_copy_is_an_earlier_version_of_what_was_crawled(tmp_path: Path) -> None:
    machine = Machine(range(1, 2))
    stamp = machine.captures[address(1)]
    routes = machine.routes() | with_feed([1])
    routes[f"{ARCHIVE}/web/{stamp}id_/{address(1)}"] = document(
        f"{title(1)} Kemarin", "".join(f"<p>{each}</p>" for each in paragraphs(1)), head=DATED
    )
    with Village(routes) as village:
        site = crawl("site", village.address, tmp_path, arguments={"url": ROOT})
        assert len(site.records) == 1, site.log
        done = run(village, tmp_path, arguments={"fresh": "1"})
    assert done.status == 0, done.log
    with Archive.open(tmp_path / "data", create=False) as archive:
        (article_id,) = archive.database.one("SELECT id FROM articles") or ("",)
        versions = [version.record for version in archive.versions(article_id)]
    assert versions[0]["title"] == f"{title(1)} Kemarin"
    assert [bool(version["via"]) for version in versions] == [True, False]


DATED = (
    '<meta property="article:published_time" content="2026-08-15T09:35:00+07:00">'
    '<meta property="og:type" content="article">'
)


def test_another_crawl_asks_for_no_capture_twice(tmp_path: Path) -> None:
    machine = Machine(range(1, 4))
    with Village(machine.routes()) as village:
        run(village, tmp_path)
        village.log.clear()
        assert run(village, tmp_path).records == []
        assert [target for target in village.asked(ARCHIVE) if target.startswith("/web/")] == []


@pytest.mark.parametrize("answer", [Response(b"<html>sorry</html>"), not_found(), Response(b"[]")])
def test_an_answer_that_is_no_list_is_said(tmp_path: Path, answer: Response) -> None:
    with Village({f"{ARCHIVE}/cdx/search/cdx": answer}) as village:
        done = run(village, tmp_path)
    assert done.records == []
    assert "Traceback" not in done.log
