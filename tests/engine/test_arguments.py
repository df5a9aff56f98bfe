"""What ``-a NAME=VALUE`` may say, and what is answered to the rest."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from newscrawl.cli.project import OWN_SETTINGS
from newscrawl.engine.arguments import CrawlArguments, read_url_list, read_want
from newscrawl.reading.dates.moments import parse_moment
from newscrawl.spiders.base import NewsSpider
from tests.crawling import crawl
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite

NOW = datetime(2026, 8, 17, 1, 30, tzinfo=UTC)
"""08.30 in Jakarta, 10.30 in Jayapura."""


@pytest.mark.parametrize(
    ("text", "closing", "moment"),
    [
        ("2026-08-01", False, "2026-08-01T00:00:00+07:00"),
        ("2026-08-01", True, "2026-08-02T00:00:00+07:00"),
        ("2026-08", False, "2026-08-01T00:00:00+07:00"),
        ("2026-08", True, "2026-09-01T00:00:00+07:00"),
        ("2026-12", True, "2027-01-01T00:00:00+07:00"),
        ("2026", False, "2026-01-01T00:00:00+07:00"),
        ("2026", True, "2027-01-01T00:00:00+07:00"),
        (" Today ", False, "2026-08-17T00:00:00+07:00"),
        ("today", True, "2026-08-18T00:00:00+07:00"),
        ("yesterday", False, "2026-08-16T00:00:00+07:00"),
        ("3d", False, "2026-08-14T08:30:00+07:00"),
        ("12h", False, "2026-08-16T20:30:00+07:00"),
        ("2 w", False, "2026-08-03T08:30:00+07:00"),
        ("2026-08-01T14:30", False, "2026-08-01T14:30:00+07:00"),
        ("2026-08-01T14:30+09:00", True, "2026-08-01T14:30:00+09:00"),
        ("2026-08-01T14:30Z", False, "2026-08-01T14:30:00+00:00"),
    ],
)
def test_moments_are_meant_in_the_publishers_zone(text: str, closing: bool, moment: str) -> None:
    assert parse_moment(text, zone="Asia/Jakarta", now=NOW, closing=closing).isoformat() == moment


def test_today_is_the_publishers_today() -> None:
    late = datetime(2026, 8, 17, 16, 0, tzinfo=UTC)

    assert parse_moment("today", zone="Asia/Jakarta", now=late).isoformat() == "2026-08-17T00:00:00+07:00"
    assert parse_moment("today", zone="Asia/Jayapura", now=late).isoformat() == "2026-08-18T00:00:00+09:00"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kemarin",
        "2026-13-01",
        "2026-13",
        "2026-00",
        "2026-8",
        "0000",
        "01-08-2026",
        "3",
        "d",
        "3 bulan",
        "1e9d",
        "2026-02-30",
    ],
)
def test_what_is_no_moment_is_quoted_with_what_is_one(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no date; write 2026-08-01") as error:
        parse_moment(text, zone="Asia/Jakarta", now=NOW)

    assert f"'{text}'" in str(error.value)


@pytest.mark.parametrize("text", ["1969-12-30", "0001-01-01", "9999-12-31", "2101-01-01", "99999w", "99999d"])
def test_years_without_news_on_the_web_are_out_of_range(text: str) -> None:
    with pytest.raises(ValueError, match=rf"'{text}' is out of range"):
        parse_moment(text, zone="Asia/Jakarta", now=NOW, closing=True)


@given(st.text(max_size=20))
def test_any_text_is_a_moment_or_a_clear_error(text: str) -> None:
    try:
        assert parse_moment(text, zone="Asia/Jakarta", now=NOW).tzinfo is not None
    except ValueError as error:
        assert "'" in str(error)


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ({"since": "2026-08-10", "until": "2026-08-01"}, "'since=2026-08-10' is after 'until=2026-08-01'"),
        ({"since": "2100-01-01"}, "'since=2100-01-01' lies in the future"),
        ({"since": "gestern"}, "'gestern' is no date"),
        ({"limit": "0"}, "greater than or equal to 1"),
        ({"limit": "viele"}, "valid integer"),
        ({"fresh": "vielleicht"}, "valid boolean"),
        ({"query": ""}, "names no word to look for"),
        ({"query": "-banjir"}, "names no word to look for"),
        ({"urls": "/tidak/ada.txt"}, "there is no file '/tidak/ada.txt'"),
        ({"sinze": "3d"}, "Extra inputs"),
    ],
)
def test_slips_are_named(given_: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError) as error:
        CrawlArguments.model_validate(given_)

    assert message in str(error.value)


def test_the_number_of_a_job_of_scrapyd_is_passed_over() -> None:
    class Kabar(NewsSpider):
        name = "kabar"

    assert CrawlArguments.model_validate({"_job": "6487ec79", "limit": "2"}).limit == 2
    assert Kabar(_job="6487ec79", limit="2").args.limit == 2


def test_scrapyd_finds_the_settings_by_the_entry_point() -> None:
    facts = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    assert facts["project"]["entry-points"]["scrapy"]["settings"] == OWN_SETTINGS
    assert find_spec(OWN_SETTINGS) is not None


def test_one_day_is_a_range() -> None:
    assert CrawlArguments.model_validate({"since": "2026-08-01", "until": "2026-08-01"}).since == "2026-08-01"


def test_the_spider_wants_what_it_is_told() -> None:
    class Kabar(NewsSpider):
        name = "kabar"

    spider = Kabar(since="2026-08-01T00:00Z", until="2026-08-02", query="harga beras", sections=" a , b c,")

    want = read_want(spider.args, spider.rules.zone, NOW)

    assert want.since.isoformat() == "2026-08-01T07:00:00+07:00"
    assert want.until.isoformat() == "2026-08-03T00:00:00+07:00"
    assert (want.query, want.sections) == ("harga beras", ("a", "b c"))
    assert want.now.isoformat() == "2026-08-17T08:30:00+07:00"


def test_a_list_of_addresses_is_read_line_by_line(tmp_path: Path) -> None:
    place = tmp_path / "urls.txt"
    place.write_bytes(
        b"\xef\xbb\xbfhttps://k.example/a\r\n# catatan\n\n  https://k.example/b  \nbukan alamat\n\xff\n"
        b'"https://k.example/c",\n<https://k.example/d>\nk.example/e\n'
    )

    assert list(read_url_list(str(place))) == [
        "https://k.example/a",
        "https://k.example/b",
        "bukan alamat",
        "\ufffd",
        "https://k.example/c",
        "https://k.example/d",
        "https://k.example/e",
    ]


def test_listed_addresses_are_fetched_once_each_whatever_their_shape(tmp_path: Path) -> None:
    site = VarientOneSite("afederasi.com", articles=6)
    first, second, *_ = site.urls()
    lines = [
        first,
        f"{first}?utm_source=x",
        second,
        "https://lain.example/berita-dari-situs-yang-lain",
        "bukan alamat",
    ]
    place = tmp_path / "urls.txt"
    place.write_text("\n".join(lines), encoding="utf-8")
    with Newsroom([site]) as newsroom:
        done = crawl("afederasi", newsroom.address, tmp_path, arguments={"urls": str(place)})
        assert len(newsroom.log.targets("afederasi.com")) == 3

    assert {record["url"] for record in done.records} == {first, second}
    assert len(done.lines_about("(offsite): it is no address on afederasi.com")) == 2
