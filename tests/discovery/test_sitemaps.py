"""Sitemaps: every kind, what is left unread, and what is refused."""

from __future__ import annotations

import gzip
import subprocess
import sys
import zlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy import Request

from newscrawl.discovery import Found, NewsSitemap, Sitemap, UnreadableListingError, sitemap_xml, xml
from newscrawl.discovery.sitemaps import NEWEST
from newscrawl.discovery.source import IncompleteListingError
from tests.discovery.answers import NEWEST as LATEST
from tests.discovery.answers import found, led_to, raw, urls, want
from tests.patience import patience

SITEMAP = Sitemap("https://kabar.example/sitemap.xml")
GOOGLE = "http://www.google.com/schemas"
NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    f' xmlns:news="{GOOGLE}/sitemap-news/0.9" xmlns:image="{GOOGLE}/sitemap-image/1.1"'
)
AUGUST = want(since="2026-08-10", until="2026-08-12")


def urlset(*entries: str) -> bytes:
    return f'<?xml version="1.0"?><urlset {NAMESPACES}>{"".join(entries)}</urlset>'.encode()


def entry(path: str, lastmod: str = "", more: str = "") -> str:
    changed = f"<lastmod>{lastmod}</lastmod>" if lastmod else ""
    return f"<url><loc>\n https://kabar.example/{path} </loc>{changed}{more}</url>"


def index(*children: tuple[str, str]) -> bytes:
    entries = "".join(
        f"<sitemap><loc>https://kabar.example/{path}</loc><lastmod>{day}</lastmod></sitemap>"
        for path, day in children
    )
    return f'<?xml version="1.0"?><sitemapindex {NAMESPACES}>{entries}</sitemapindex>'.encode()


def children(response: bytes, asked=LATEST) -> list[str]:
    paths = (
        request.url.removeprefix("https://kabar.example/")
        for request in led_to(SITEMAP, raw(response), asked)
    )
    return list(paths)


NEWS = (
    "<news:news><news:publication_date>2026-08-17T08:00:00+07:00</news:publication_date>"
    "<news:title>Satu</news:title></news:news>"
)
IMAGE = (
    "<image:image><image:loc>https://kabar.example/a.jpg</image:loc>"
    "<image:title>Gambar</image:title></image:image>"
)


@pytest.mark.parametrize("times", [0, 1])
def test_entries_come_with_all_their_dates(times: int) -> None:
    body = urlset(entry("a-1", "2026-08-17T09:00:00+07:00", IMAGE + NEWS), entry("b-2"))

    first, second = sorted(
        found(SITEMAP, raw(gzip.compress(body, mtime=0) if times else body)), key=lambda item: item.url
    )

    assert (first.url, first.published, first.modified, first.title) == (
        "https://kabar.example/a-1",
        "2026-08-17T08:00:00+07:00",
        "2026-08-17T09:00:00+07:00",
        "Satu",
    )
    assert (second.url, second.published, second.modified) == ("https://kabar.example/b-2", None, None)


def test_gzip_in_several_pieces_is_whole() -> None:
    body = urlset(entry("a"))
    one, two = gzip.compress(body[:60], mtime=0), gzip.compress(body[60:], mtime=0)

    assert urls(SITEMAP, raw(one + two)) == ["https://kabar.example/a"]


def test_a_list_of_addresses_is_a_sitemap() -> None:
    body = b"\xef\xbb\xbfhttps://kabar.example/a\r\n\r\nhttps://kabar.example/b\r\nbukan alamat\nhttps://kabar.example/c"

    assert urls(SITEMAP, raw(body)) == [f"https://kabar.example/{name}" for name in "abc"]


@pytest.mark.parametrize(
    "body",
    [
        b"# alamat halaman\nhttps://kabar.example/a\nhttps://kabar.example/b",
        b"HTTPS://kabar.example/a\rhttps://kabar.example/b",
        "\ufeff\u200bhttps://kabar.example/a\nhttps://kabar.example/b\u00a0".encode(),
    ],
)
def test_a_list_of_addresses_is_read_with_remarks_and_any_ends_of_lines(body: bytes) -> None:
    assert [url.lower() for url in urls(SITEMAP, raw(body))] == [
        "https://kabar.example/a",
        "https://kabar.example/b",
    ]


PLAIN = urlset(entry("a"), entry("b")).decode()


@pytest.mark.parametrize(
    "body",
    [
        PLAIN.replace("url>", "URL>").replace("urlset", "URLSET").replace("loc>", "LOC>").encode(),
        PLAIN.replace('"1.0"', '"1.0" encoding="UTF-16"').encode(),
        PLAIN.replace('"1.0"', '"1.0" encoding="UTF-16"').encode("utf-16"),
        PLAIN.replace("<url>", "<url><news:title>&#55357;&#xD83D; &amp;</news:title>").encode(),
        PLAIN.replace(" </loc>", "\u00a0\u200b</loc>").encode(),
        gzip.compress(gzip.compress(PLAIN.encode(), mtime=0), mtime=0),
        PLAIN.replace("https://kabar.example", "").encode(),
        PLAIN.replace("https://", "").encode(),
        PLAIN.replace("kabar.example/", "kabar.example/\n      ").encode(),
        PLAIN.replace("<loc>", "<name>Harga &ldquo;turun&rdquo; &anu;</name><loc>").encode(),
        f"<!-- dibuat oleh pengaya -->\n<b>Notice</b>: kacau\n{PLAIN}".encode(),
        (b"<br />\n<b>Deprecated</b>: kacau<br />\n" * 500) + PLAIN.encode(),
        urlset(entry("a")) + b"\n" + urlset(entry("b")),
        urlset(entry("a")) + urlset(entry("b")).replace(b"urlset", b"sm:urlset"),
    ],
    ids=[
        "capitals",
        "utf-16-said",
        "utf-16",
        "half-characters",
        "unseen-signs",
        "packed-twice",
        "paths",
        "no-scheme",
        "broken-lines",
        "characters-of-html",
        "remark-and-notice",
        "many-notices",
        "two-documents",
        "two-documents-of-different-names",
    ],
)
def test_faults_of_a_whole_file_cost_no_entry(body: bytes) -> None:
    assert sorted(urls(SITEMAP, raw(body))) == ["https://kabar.example/a", "https://kabar.example/b"]


def test_documents_one_after_the_other_are_read_however_many() -> None:
    body = b"".join(urlset(entry(f"berita-{number}")) + b"\n" for number in range(600))

    assert len(urls(SITEMAP, raw(body))) == 600
    with pytest.raises(IncompleteListingError):
        urls(SITEMAP, raw(body[:-12]))


def test_a_file_may_name_pages_and_sitemaps() -> None:
    index = b"<sitemapindex><sitemap><loc>peta-2.xml</loc></sitemap></sitemapindex>"
    mixed = PLAIN.replace("</urlset>", "<sitemap><loc>/peta-2.xml</loc></sitemap></urlset>").encode()

    for body in (mixed, urlset(entry("a"), entry("b")) + index):
        assert sorted(urls(SITEMAP, raw(body))) == ["https://kabar.example/a", "https://kabar.example/b"]
        assert [child.url for child in led_to(SITEMAP, raw(body))] == ["https://kabar.example/peta-2.xml"]


def test_more_sitemaps_than_are_asked_for_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newscrawl.discovery.sitemaps.MAX_CHILDREN", 2)
    index = "".join(f"<sitemap><loc>/p{number}.xml</loc></sitemap>" for number in range(3))
    led: list[Request] = []

    with pytest.raises(IncompleteListingError, match="more than 2 sitemaps"):
        for each in SITEMAP.read(raw(f"<sitemapindex>{index}</sitemapindex>".encode()), LATEST):
            assert isinstance(each, Request)
            led.append(each)

    assert len(led) == 2


@pytest.mark.parametrize("damage", [-6, -30], ids=["sum", "data"])
def test_of_damaged_gzip_data_counts_what_comes_before(damage: int) -> None:
    entries = [entry(f"berita-{number * 7919 % 10007}") for number in range(3000)]
    packed = bytearray(gzip.compress(urlset(*entries), mtime=0))
    packed[damage] ^= 0xFF
    read: list[str] = []

    with pytest.raises(IncompleteListingError):
        for each in sitemap_xml.read_entries(bytes(packed), "https://kabar.example/s.xml.gz"):
            read.append(each.loc)

    assert len(read) >= 2900


def test_an_address_that_was_escaped_twice_is_set_right() -> None:
    body = urlset(entry("baca?id=7&amp;amp;kanal=desa"))

    assert urls(SITEMAP, raw(body)) == ["https://kabar.example/baca?id=7&kanal=desa"]


@pytest.mark.parametrize("cut", [20, 30, 40])
def test_half_an_entry_is_none(cut: int) -> None:
    body = PLAIN.encode()
    read: list[str] = []

    with pytest.raises(IncompleteListingError):
        for each in sitemap_xml.read_entries(body[:-cut], "https://kabar.example/s.xml"):
            read.append(each.loc)

    assert read == ["https://kabar.example/a"]


def test_what_is_no_sitemap_at_all_is_not_an_empty_one() -> None:
    with pytest.raises(UnreadableListingError):
        urls(SITEMAP, raw(zlib.compress(PLAIN.encode())))


def test_a_feed_may_stand_for_a_sitemap() -> None:
    body = b"<rss><channel><item><link>https://kabar.example/a</link></item></channel></rss>"

    assert urls(SITEMAP, raw(body)) == ["https://kabar.example/a"]


def test_without_a_range_the_newest_count_the_newest_first() -> None:
    entries = [
        entry(f"a-{number}", f"2026-08-{number % 28 + 1:02}T00:00:{number % 60:02}+07:00")
        for number in range(NEWEST + 50)
    ]

    found_urls = [item.modified for item in found(SITEMAP, raw(urlset(*entries)))]

    assert len(found_urls) == NEWEST
    assert found_urls == sorted(found_urls, reverse=True)
    assert found_urls[0].startswith("2026-08-28")


def test_with_a_range_all_entries_are_handed_on_as_they_stand() -> None:
    entries = [entry(f"a-{number}", "2026-08-11") for number in range(NEWEST + 50)]

    assert len(found(SITEMAP, raw(urlset(*entries)), AUGUST)) == NEWEST + 50


def test_undated_entries_all_count() -> None:
    assert (
        len(found(SITEMAP, raw(urlset(*(entry(f"a-{number}") for number in range(NEWEST + 5))))))
        == NEWEST + 5
    )


def test_an_index_leads_to_what_changed_last() -> None:
    body = index(
        ("post-1.xml", "2026-01-02"),
        ("post-3.xml", "2026-08-17"),
        ("post-2.xml", "2026-08-16"),
        ("terbaru.xml", ""),
    )

    assert children(body) == ["post-3.xml", "post-2.xml", "terbaru.xml"]


def test_a_range_leaves_out_sitemaps_that_cannot_hold_it() -> None:
    body = index(
        ("lama.xml", "2026-08-09"),
        ("post-2026-07.xml", "2026-08-16"),
        ("post-2026-08.xml", "2026-08-16"),
        ("post-2026-09.xml", ""),
        ("post/2025.xml", "2026-08-16"),
        ("post/2026.xml", ""),
        ("baru.xml", "2026-08-16"),
        ("tanpa.xml", ""),
    )

    assert sorted(children(body, AUGUST)) == ["baru.xml", "post-2026-08.xml", "post/2026.xml", "tanpa.xml"]


def test_sitemaps_of_other_things_are_left_out() -> None:
    names = [
        "category-sitemap.xml",
        "post_tag-sitemap2.xml",
        "author-sitemap.xml",
        "page-sitemap.xml",
        "wp-sitemap-taxonomies-category-1.xml",
        "wp-sitemap-users-1.xml",
        "wp-sitemap-posts-page-1.xml",
        "sitemap-images.xml",
        "video.xml",
    ]
    wanted = ["post-sitemap.xml", "wp-sitemap-posts-post-1.xml", "news/sitemap-web.xml", "sitemap.xml?page=3"]

    assert children(index(*((name, "") for name in (*names, *wanted)))) == wanted


def test_stated_children_alone_are_read() -> None:
    sitemap = Sitemap("https://kabar.example/sitemap.xml", children=r"/berita-")

    body = index(("berita-1.xml", ""), ("lain.xml", ""))
    assert [request.url for request in led_to(sitemap, raw(body))] == ["https://kabar.example/berita-1.xml"]


def test_a_change_in_the_future_makes_no_other_sitemap_old() -> None:
    body = index(("kelak.xml", "2099-01-01"), ("kini.xml", "2026-08-16"), ("dulu.xml", "2024-01-01"))

    asked = [named for named in SITEMAP.read(raw(body), LATEST) if isinstance(named, Request)]
    assert [request.url.rsplit("/", 1)[1] for request in asked] == ["kelak.xml", "kini.xml"]


def test_monthly_sitemaps_are_asked_for_by_month() -> None:
    monthly = Sitemap("https://kabar.example/{date:%Y-%m}.xml", earliest=date(2026, 3, 1))

    asked = [request.url[-11:-4] for request in monthly.start(want(since="2026-01-15", until="2026-05-02"))]
    assert asked == ["2026-05", "2026-04", "2026-03"]
    assert [request.url[-11:-4] for request in monthly.start(LATEST)] == ["2026-08"]


@pytest.mark.parametrize(("directives", "count"), [("%Y", 2), ("%Y/%m", 9), ("%Y/%m/%d", 215)])
def test_the_template_says_how_long_a_period_is(directives: str, count: int) -> None:
    periodic = Sitemap(f"https://kabar.example/{{date:{directives}}}.xml")

    assert len(list(periodic.start(want(since="2025-12-31", until="2026-08-03")))) == count


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b"<html><body>", "HTML page"),
        (b"<!DOCTYPE html><html>", "HTML page"),
        (b"<catalog/>", "<catalog> is no sitemap"),
        (
            urlset("&lt;url>&lt;loc>https://kabar.example/a&lt;/loc>"),
            "names addresses, none in an entry's loc",
        ),
        (urlset("<item><link> https://kabar.example/a</link></item>"), "names addresses, none in an entry"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><urlset/>', "declares entities"),
        # Without a fixed time in its head, each worker would name this case differently.
        (gzip.compress(urlset(entry("a")), mtime=0)[:40], "ends early"),
        (b"\x1f\x8b" + b"x" * 50, "broken gzip"),
    ],
)
def test_what_is_no_sitemap_is_named_with_the_reason(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableListingError, match=reason) as error:
        urls(SITEMAP, raw(body))

    assert "https://kabar.example/sitemap.xml" in str(error.value)


def test_an_empty_sitemap_is_one() -> None:
    assert urls(SITEMAP, raw(urlset())) == []
    made_by = (
        b'<?xml-stylesheet href="//kabar.example/a.xsl"?><!-- made by\nsomething > https://maker.example -->'
    )
    assert urls(SITEMAP, raw(made_by + urlset() + b"<!-- >https://maker.example -->")) == []


def test_what_unpacks_beyond_all_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "UNPACKED_MAX", 4 * 1024 * 1024)
    bomb = gzip.compress(urlset(entry("a", more=" " * 8_000_000)), mtime=0)

    with pytest.raises(UnreadableListingError, match="unpacks to more than"):
        urls(SITEMAP, raw(bomb))


def test_indexes_in_one_another_are_given_up() -> None:
    (first,) = SITEMAP.start(LATEST)
    deeper = first
    with pytest.raises(UnreadableListingError, match="given up"):
        for _ in range(10):
            (deeper,) = led_to(SITEMAP, raw(index(("sitemap-x.xml", "")), request=deeper))


def test_a_broken_end_loses_nothing_before_it() -> None:
    body = urlset(entry("a"), entry("b"))[:-30]
    named = []
    with pytest.raises(IncompleteListingError, match="ends before its end"):
        named.extend(each.url for each in SITEMAP.read(raw(body), LATEST) if isinstance(each, Found))

    assert named[0] == "https://kabar.example/a"


@pytest.mark.parametrize("text", ["a & b", "a < b", "<b", "x&y=1", "&nbsp;", "\x0b", "&", "<", "5<6 & 7"])
@pytest.mark.parametrize("chunk", [1, 7, 64 * 1024])
def test_a_character_that_is_not_escaped_costs_no_entry(
    text: str, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xml, "CHUNK", chunk)
    body = urlset(entry("a"), entry("b", more=f"<t>{text}</t>"), entry("c"), entry("d"))

    assert [url[-1] for url in urls(SITEMAP, raw(body))] == ["a", "b", "c", "d"]


def test_addresses_arrive_whole_whether_escaped_or_not() -> None:
    body = urlset(
        "<url><loc>https://kabar.example/a?x=1&y=2</loc></url>",
        "<url><loc>https://kabar.example/a?x=1&amp;y=3</loc></url>",
        "<url><loc><![CDATA[https://kabar.example/a?x=1&y=4]]></loc></url>",
    )

    assert [url[-9:] for url in urls(SITEMAP, raw(body))] == ["a?x=1&y=2", "a?x=1&y=3", "a?x=1&y=4"]


@given(
    st.binary(max_size=200) | st.binary(max_size=200).map(zlib.compress) | st.text(max_size=200).map(urlset)
)
def test_a_sitemap_is_read_or_refused(body: bytes) -> None:
    try:
        list(SITEMAP.read(raw(body), LATEST))
    except UnreadableListingError as error:
        assert str(error)


def test_a_news_sitemap_reaches_back_two_days() -> None:
    news = NewsSitemap("https://kabar.example/news.xml")

    assert news.unable(want(since="2026-08-16")) is None
    assert news.unable(want(since="2026-08-10")) == "a news sitemap has only the last 48 hours"
    assert news.unable(want(until="2026-08-10")) is not None
    assert NewsSitemap("https://kabar.example/news.xml", hours=240).unable(want(since="2026-08-10")) is None


@pytest.mark.parametrize(
    "facts",
    [
        {"url": "kabar.example/sitemap.xml"},
        {"url": "https://kabar.example/{page}.xml"},
        {"url": "https://kabar.example/a.xml", "children": "("},
        {"url": "https://kabar.example/a.xml", "sections": {"x": "/b.xml"}},
    ],
)
def test_facts_that_are_none_are_quoted(facts: dict) -> None:
    with pytest.raises(ValueError, match="'"):
        Sitemap(**facts)


FLAT = """
import gzip, resource, sys
from scrapy import Request
from scrapy.http import Response
from newscrawl.discovery import Sitemap, Found
from tests.discovery.answers import want
entry = "<url><loc>https://kabar.example/arsip-berita-{}</loc><lastmod>2026-08-11</lastmod></url>"
pieces = ("".join(entry.format(n) for n in range(start, start + 1000)) for start in range(0, 300000, 1000))
body = gzip.compress("".join(("<urlset>", *pieces, "</urlset>")).encode(), 1)
del pieces
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
response = Response("https://kabar.example/sitemap.xml.gz", body=body, request=Request("https://kabar.example"))
entries = Sitemap("https://kabar.example/x").read(response, want(since="2026-08-10"))
count = sum(isinstance(item, Found) for item in entries)
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def test_memory_does_not_grow_with_the_entries() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FLAT], capture_output=True, text=True, check=True, timeout=patience(120)
    )

    count, grown = done.stdout.split()
    assert int(count) == 300_000
    assert int(grown) < 30_000, "kB"


def test_a_file_of_endless_entries_ends_where_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap_xml, "MAX_ENTRIES", 1000)
    entries = b"".join(b"<url><loc>https://a.example/%d</loc></url>" % number for number in range(40_000))
    packed = gzip.compress(b"<urlset>" + entries + b"</urlset>", mtime=0)
    read = sitemap_xml.read_entries(packed, "https://a.example/s")
    with pytest.raises(IncompleteListingError, match="more than 1,000 entries"):
        for count, _ in enumerate(read, 1):
            assert count <= 1000 + sitemap_xml.CHUNK // 30


def test_a_file_that_keeps_the_processor_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap_xml, "MAX_SECONDS", 0.05)
    nothing = gzip.compress(b"<urlset>" + b"<url/>" * 3_000_000 + b"</urlset>", mtime=0)
    with pytest.raises(IncompleteListingError, match="seconds to read"):
        list(sitemap_xml.read_entries(nothing, "https://a.example/s"))


@pytest.mark.parametrize("name", ["peta-2.xml", "peta-2.xml.gz"])
def test_a_sitemap_that_stands_where_pages_ought_to_is_one(name: str) -> None:
    body = raw(urlset(entry("a"), entry(name)))
    assert urls(SITEMAP, body) == ["https://kabar.example/a"]
    assert [child.url for child in led_to(SITEMAP, body)] == [f"https://kabar.example/{name}"]
    assert urls(SITEMAP, raw(urlset(entry("peta.xml-dari-desa")))) == [
        "https://kabar.example/peta.xml-dari-desa"
    ]
