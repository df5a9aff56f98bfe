"""The whole way of an article: a replica site, the real spider, the records."""

from __future__ import annotations

import http.client
import json
import sys
from datetime import datetime
from urllib.parse import urlsplit

import jsonschema
import pytest

import newscrawl
from newscrawl.record.as_json import to_dict
from newscrawl.record.schema import json_schema
from tests import processes
from tests.crawling import QUICK, crawl
from tests.engine.whole.conftest import HOST
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite, VarientTwoSite
from tests.patience import patience

PLAIN_FIELDS = ("title", "description", "dateline", "source", "byline_codes", "section", "tags", "pages")


def compare(record: dict, expected: dict) -> None:
    assert record["body"] == expected["body"]
    assert datetime.fromisoformat(record["published_at"]) == expected["published_at"]
    assert record["published_at"].endswith("+07:00")
    for name in PLAIN_FIELDS:
        if name in expected:
            assert record[name] == expected[name], name
    if "caption" in expected:
        assert record["images"][0]["caption"] == expected["caption"]


@pytest.mark.parametrize("kind", [VarientOneSite, VarientTwoSite])
def test_every_article_comes_out_as_it_was_written(kind, tmp_path):
    site = kind(HOST, articles=20)
    with Newsroom([site]) as newsroom:
        done = crawl("afederasi", newsroom.address, tmp_path)
        assert not newsroom.errors
    assert done.status == 0, done.log
    by_url = {record["url"]: record for record in done.records}
    assert sorted(by_url) == sorted(site.urls())
    assert len(done.records) == 20
    schema = json_schema()
    for number in range(1, 21):
        record = by_url[site.url(number)]
        jsonschema.validate(record, schema)
        compare(record, site.expected(number))
        for line in site.widget_lines(number):
            assert line not in record["body"].split("\n\n")


def test_a_crawl_and_extract_give_the_same_record(newsroom, tmp_path):
    done = crawl("afederasi", newsroom.address, tmp_path, arguments={"limit": "1"})
    record = done.records[0]
    page = fetch(newsroom, record["url"])
    fetched_at = datetime.fromisoformat(record["fetched_at"])
    alone = to_dict(newscrawl.extract(page, record["url"], fetched_at=fetched_at))
    known_to_crawl = {"date_evidence", "cluster", "copy_of"}
    for name, value in alone.items():
        if name not in known_to_crawl:
            assert record[name] == value, name


def fetch(newsroom: Newsroom, url: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", newsroom.port)
    connection.request("GET", urlsplit(url).path, headers={"Host": HOST})
    return connection.getresponse().read()


def test_scrapy_in_the_checkout_is_the_same_tool(newsroom, tmp_path):
    ours = crawl("afederasi", newsroom.address, tmp_path)
    output = tmp_path / "scrapy.jsonl"
    words = [sys.executable, "-m", "scrapy", "crawl", "afederasi", "-O", str(output)]
    for name, value in (
        QUICK | {"NEWSCRAWL_MIRROR": newsroom.address, "NEWSCRAWL_DATA": str(tmp_path / "other")}
    ).items():
        words += ["-s", f"{name}={value}"]
    processes.run(words, check=True, capture_output=True, timeout=patience(60))
    theirs = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]

    def timeless(records: list[dict]) -> list[dict]:
        return sorted(
            ({**record, "fetched_at": None} for record in records), key=lambda record: record["url"]
        )

    assert timeless(theirs) == timeless(ours.records)


def test_the_summary_is_one_screen(newsroom, tmp_path):
    done = crawl("afederasi", newsroom.address, tmp_path)
    lines = done.printed.splitlines()
    labels = [line.split()[0] for line in lines if line and not line.startswith(" ")]
    assert labels[:7] == ["site", "articles", "requests", "errors", "seconds", "ended", "file"]
    assert "first record" in done.printed
    assert len(lines) <= 24


def test_limit_and_urls_are_kept_to(newsroom, site, tmp_path):
    assert len(crawl("afederasi", newsroom.address, tmp_path, arguments={"limit": "3"}).records) == 3
    addresses = tmp_path / "addresses.txt"
    addresses.write_text(f"# two\n{site.url(2)}\nnonsense\n{site.url(5)}\n", encoding="utf-8")
    done = crawl("afederasi", newsroom.address, tmp_path, arguments={"urls": str(addresses), "fresh": "1"})
    assert {record["url"] for record in done.records} == {site.url(2), site.url(5)}


def test_each_pipeline_counts_what_it_changed(newsroom, tmp_path):
    done = crawl("afederasi", newsroom.address, tmp_path, settings={"STATS_DUMP": "True"})
    for name in (
        "newscrawl/widgets/",
        "newscrawl/dates/published",
        "newscrawl/byline/dateline",
        "newscrawl/language/id",
    ):
        assert name in done.log
