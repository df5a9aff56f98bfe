"""RSS and Atom, as sites write them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.discovery import Feed, Found, UnreadableListingError
from newscrawl.discovery.ranges import moment_of
from newscrawl.discovery.source import IncompleteListingError
from tests.discovery.answers import NEWEST, found, raw, urls, want
from tests.shared_data import SHARED, needs_shared

FEED = Feed("https://kabar.example/rss")

RSS = """\ufeff  <?xml version="1.0" encoding="UTF-8"?>
<!-- a remark --><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Kabar & Berita</title><link>https://kabar.example/</link>
<atom:link href="https://kabar.example/rss" rel="self"/>
<item><title>Satu</title><link>
  https://kabar.example/a-1?utm_source=rss </link><guid isPermaLink="false">7</guid>
  <pubDate>Mon, 17 Aug 2026 08:00:00 WIB</pubDate></item>
<item><title>Dua</title><guid>https://kabar.example/b-2</guid><dc:date>2026-08-16T20:00:00</dc:date></item>
<item><title>Tiga</title><link>/c-3</link></item>
<item><title>Tanpa alamat</title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><link rel="self" href="https://kabar.example/feed"/>
<entry><title>Satu</title><link rel="replies" href="https://kabar.example/a-1#komentar"/>
<link rel="alternate" type="text/html" href="https://kabar.example/a-1"/><id>tag:1</id>
<published>2026-08-17T08:00:00.000+07:00</published><updated>2026-08-17T09:00:00.000+07:00</updated></entry>
<entry><id>https://kabar.example/b-2</id></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel/><item><link>https://kabar.example/a-1</link></item></rdf:RDF>"""


def test_rss_is_read_with_its_faults() -> None:
    assert urls(FEED, raw(RSS.encode())) == [
        "https://kabar.example/a-1?utm_source=rss",
        "https://kabar.example/b-2",
        "https://kabar.example/c-3",
    ]


def test_times_in_wib_are_wib() -> None:
    first, second, third = found(FEED, raw(RSS.encode()))

    assert moment_of(first.published, NEWEST).isoformat() == "2026-08-17T08:00:00+07:00"
    assert moment_of(second.published, NEWEST).isoformat() == "2026-08-16T20:00:00+07:00"
    assert third.published is None


def test_atom_gives_the_alternate_link_and_both_times() -> None:
    first, second = found(FEED, raw(ATOM.encode()))

    assert first.url == "https://kabar.example/a-1"
    assert (first.published, first.modified) == (
        "2026-08-17T08:00:00.000+07:00",
        "2026-08-17T09:00:00.000+07:00",
    )
    assert second.url == "https://kabar.example/b-2"


def test_rss_1_is_a_feed_too() -> None:
    assert urls(FEED, raw(RDF.encode())) == ["https://kabar.example/a-1"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b"  <!DOCTYPE html><html>", "HTML page"),
        (b"<html><body>", "HTML page"),
        (b"<urlset/>", "<urlset> is no feed"),
        (b"tiada apa-apa", "XML"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><rss>&a;</rss>', "declares entities"),
        (
            b'<?xml version="1.0"?><!DOCTYPE rss SYSTEM "x" [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]><rss/>',
            "declares",
        ),
    ],
)
def test_what_is_no_feed_is_named_with_the_reason(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableListingError, match=reason) as error:
        urls(FEED, raw(body, "https://kabar.example/rss"))

    assert "https://kabar.example/rss" in str(error.value)


@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda inner: f"<rss><item>{inner}</item></rss>".encode())
)
def test_a_feed_is_read_or_refused(body: bytes) -> None:
    try:
        urls(FEED, raw(body))
    except UnreadableListingError as error:
        assert str(error)


def test_sections_have_feeds_of_their_own() -> None:
    feed = Feed("https://kabar.example/rss", sections={"Ekonomi": "https://kabar.example/rss/ekonomi"})

    asked = want(sections=("ekonomi",))
    assert feed.unable(asked) is None
    assert [request.url for request in feed.start(asked)] == ["https://kabar.example/rss/ekonomi"]
    assert feed.unable(want(sections=("olahraga",))) == "it has none of these sections"


@pytest.mark.parametrize(
    "url", ["", "kabar.example/rss", "ftp://kabar.example/rss", "https://", "http://[x/rss"]
)
def test_an_address_that_is_none_is_quoted(url: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        Feed(url)


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "lists").glob("*.xml")), ids=lambda path: path.stem)
def test_real_feeds_give_articles_with_dates(path: Path) -> None:
    entries = found(FEED, raw(path.read_bytes(), "https://kabar.example/rss"))

    assert len(entries) >= 10
    assert all(entry.url.startswith("http") and entry.title for entry in entries)
    assert all(moment_of(entry.published, NEWEST) for entry in entries)


ITEMS = "<item><link>https://kabar.example/a</link></item><item><link>https://kabar.example/b</link></item>"


@pytest.mark.parametrize(
    "body",
    [
        f"<RSS><CHANNEL>{ITEMS.replace('item>', 'ITEM>').replace('link>', 'LINK>')}</CHANNEL></RSS>",
        f'<?xml version="1.0" encoding="utf-16"?><rss><channel>{ITEMS}</channel></rss>',
        f"<rss><channel>{ITEMS.replace('https://', '')}</channel></rss>",
        f"<rss><channel>{ITEMS.replace('<link>', '<title>&#55357;</title><link>')}</channel></rss>",
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://kabar.example/">'
        '<entry><link href="a"/></entry><entry><link href="b"/></entry></feed>',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        '<item rdf:about="https://kabar.example/a"/><item rdf:about="https://kabar.example/b"/></rdf:RDF>',
        "<rss><channel><item><link>https://hitung.example/1</link><guid>https://kabar.example/a</guid></item>"
        '<item><guid isPermaLink="true">https://kabar.example/b</guid><link>https://hitung.example/2</link></item>'
        "</channel></rss>",
        "<rss><channel><item><guid isPermaLink='false'>https://kabar.example/?p=1</guid><link>https://kabar.example/a"
        "</link></item><item><link>https://kabar.example/b</link></item></channel></rss>",
        "<rss><channel><item><guid>//kabar.example/a</guid></item>"
        "<item><link>https://kabar\n  .example/b</link></item></channel></rss>",
        "<rss><channel><item><link>https://cari.example/?q=1&amp;url=https%3A%2F%2Fkabar.example%2Fa</link>"
        "</item><item><link>https://kabar.example/b</link></item></channel></rss>",
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link xml:base="https://kabar.example/" href="a"/>'
        '</entry><entry xml:base="https://kabar.example/x/"><link href="../b"/></entry></feed>',
        f"<!-- x --><!DOCTYPE html>\n<rss><channel>{ITEMS}</channel></rss>",
        "<br />\n<b>Deprecated</b>: kacau<br />\n" * 500 + f"<rss><channel>{ITEMS}</channel></rss>",
    ],
    ids=[
        "capitals",
        "utf-16-said",
        "no-scheme",
        "half-characters",
        "base",
        "about",
        "counter",
        "no-permalink",
        "no-link",
        "in-a-parameter",
        "base-of-a-link",
        "html-on-top",
        "many-notices",
    ],
)
def test_two_articles_are_read_from_feeds_with_habits_of_their_own(body: str) -> None:
    feed = raw(body.encode(), "https://kabar.example/berita/rss")

    assert urls(FEED, feed) == ["https://kabar.example/a", "https://kabar.example/b"]


def test_a_feed_in_utf_16_is_whole() -> None:
    body = f'<?xml version="1.0" encoding="utf-16"?><rss><channel>{ITEMS}</channel></rss>'

    assert urls(FEED, raw(body.encode("utf-16"))) == ["https://kabar.example/a", "https://kabar.example/b"]


def test_an_aggregator_names_others_addresses() -> None:
    body = (
        "<rss><channel><item><link>https://kabar.example/a</link><guid>https://kumpulan.example/9</guid></item>"
        "</channel></rss>"
    )

    assert urls(FEED, raw(body.encode(), "https://pencari.example/rss")) == ["https://kabar.example/a"]


def test_a_title_keeps_its_signs_and_an_address_its_parameters() -> None:
    item = "<title>A&nbsp;B &hellip; &anu;</title><link>https://kabar.example/baca?id=7&amp;kanal=desa</link>"
    body = f"<rss><channel><item>{item}</item></channel></rss>"

    (entry,) = found(FEED, raw(body.encode()))

    assert (entry.title, entry.url) == (
        "A\u00a0B \u2026 &anu;",
        "https://kabar.example/baca?id=7&kanal=desa",
    )


def json_feed(*items: object, **more: object) -> bytes:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items} | more).encode()


def test_a_json_feed_gives_addresses_titles_and_both_times() -> None:
    full = {
        "id": "7",
        "url": "https://kabar.example/a-1",
        "external_url": "https://lain.example/x",
        "title": "Satu",
        "date_published": "2026-08-17T08:00:00+07:00",
        "date_modified": "2026-08-17T09:00:00+07:00",
    }
    others = [{"id": "https://kabar.example/b-2"}, {"url": "/c-3"}, {"id": "8"}, {"url": 5}, None]

    first, second, third = found(FEED, raw(json_feed(full, *others)))

    assert (first.url, first.title) == ("https://kabar.example/a-1", "Satu")
    assert (first.published, first.modified) == ("2026-08-17T08:00:00+07:00", "2026-08-17T09:00:00+07:00")
    assert [second.url, third.url] == ["https://kabar.example/b-2", "https://kabar.example/c-3"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_json_feed_that_breaks_off_counts_as_far_as_it_goes(packed: bool) -> None:
    whole = json_feed({"url": "/a"}, {"url": "/b"}, {"url": "/c"})
    body = gzip.compress(whole[:-9], mtime=0) if packed else whole[:-9]
    read: list[str] = []

    with pytest.raises(IncompleteListingError):
        for entry in FEED.read(raw(body), NEWEST):
            assert isinstance(entry, Found)
            read.append(entry.url)

    assert read == ["https://kabar.example/a", "https://kabar.example/b"]


@pytest.mark.parametrize("body", [b'{"code": "x"}', b'{"items": 3}', b"{", b"{tiada}", b'{"a": [1,'])
def test_other_json_is_no_feed(body: bytes) -> None:
    with pytest.raises(UnreadableListingError, match=r"kabar\.example"):
        urls(FEED, raw(body, "https://kabar.example/feed.json"))


@given(st.text(max_size=300).map(lambda inner: f'{{"items": [{inner}'.encode()))
def test_a_json_feed_is_read_or_refused(body: bytes) -> None:
    try:
        urls(FEED, raw(body))
    except UnreadableListingError as error:
        assert str(error)


def test_a_damaged_gzip_feed_is_not_whole() -> None:
    packed = bytearray(gzip.compress(RSS.encode(), mtime=0))
    packed[-6] ^= 0xFF
    read: list[str] = []

    with pytest.raises(IncompleteListingError):
        for entry in FEED.read(raw(bytes(packed)), NEWEST):
            assert isinstance(entry, Found)
            read.append(entry.url)

    assert len(read) == 3


def test_the_last_entry_of_a_feed_that_breaks_off_behind_it_counts() -> None:
    for end, named in (
        ("", "ab"),
        ("\n", "ab"),
        ("<item><link>https://kabar.example/c", "ab"),
        ("</channel>", "ab"),
    ):
        entries = FEED.read(raw(f"<rss><channel>{ITEMS}{end}".encode()), want())
        assert [next(entries).url for _ in named] == [f"https://kabar.example/{name}" for name in named]
        with pytest.raises(IncompleteListingError):
            next(entries)
