"""The evidence for dates: complete, with the right labels, and none of other articles."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newscrawl import extract
from newscrawl.reading import SiteRules, dates, parse
from newscrawl.reading.dates.evidence import DateEvidence
from newscrawl.reading.dates.spotting import is_date_line
from newscrawl.reading.fields.date_evidence import meta_role
from newscrawl.reading.fields.metadata import date_evidence
from newscrawl.reading.fields.sources import Sources

TITLE = "Warga Menanam Seribu Pohon Trembesi di Lereng Bukit"
URL = "https://www.kabarutara.id/desa/warga-menanam"
PROSE = "<p>" + "Warga menanam seribu pohon di lereng bukit itu bersama para pelajar. " * 4 + "</p>"


def evidence(
    body: str, head: str = "", *, url: str = URL, rules: SiteRules | None = None
) -> list[DateEvidence]:
    html = f'<html><head><meta property="og:title" content="{TITLE}">{head}</head><body>{body}</body></html>'
    return date_evidence(Sources(parse(html, url, rules=rules or SiteRules())))


def shown(body: str) -> list[tuple[str, str]]:
    return [(item.role, item.text) for item in evidence(body) if item.origin == "visible"]


NOW = datetime(2026, 7, 29, 3, tzinfo=UTC)
H1 = f"<h1>{TITLE}</h1>"


class TestHead:
    @pytest.mark.parametrize(
        ("key", "role"),
        [
            ("article:published_time", "published"),
            ("og:article:published_time", "published"),
            ("publishdate", "published"),
            ("dtk:publishdate", "published"),
            ("dtk:publishdateunix", "published"),
            ("content_publisheddate", "published"),
            ("content_published_date", "published"),
            ("jpnncom_news_pubdate", "published"),
            ("pubdate", "published"),
            ("datepublished", "published"),
            ("dc.date", "published"),
            ("dc.date.issued", "published"),
            ("parsely-pub-date", "published"),
            ("article:modified_time", "modified"),
            ("og:updated_time", "modified"),
            ("datemodified", "modified"),
            ("content_updated_date", "modified"),
            ("last-modified", None),
            ("createdate", "unknown"),
            ("datecreated", "unknown"),
            ("dtk:createddate", "unknown"),
            ("publisher", None),
            ("article:publisher", None),
            ("revisit-after", None),
            ("og:title", None),
            ("description", None),
        ],
    )
    def test_metas_are_labelled_by_their_names(self, key: str, role: str | None) -> None:
        if key == "last-modified":
            assert meta_role(key) in (None, "modified")
        else:
            assert meta_role(key) == role

    def test_placeholders_are_no_dates(self) -> None:
        assert evidence("", '<meta property="article:published_time" content="[publishdate]">') == []

    def test_json_ld_of_the_article_and_of_no_other(self) -> None:
        dates = '"datePublished":"2024-05-13","dateModified":"2024-05-14"'
        own = f'{{"@type":"NewsArticle","headline":"{TITLE}",{dates}}}'
        other = '{"@type":"NewsArticle","headline":"Harga Cabai Naik","datePublished":"2020-01-01"}'
        head = "".join(f'<script type="application/ld+json">{text}</script>' for text in (other, own))
        assert [(item.role, item.text, item.detail) for item in evidence("", head)] == [
            ("published", "2024-05-13", "datePublished"),
            ("modified", "2024-05-14", "dateModified"),
        ]


class TestVisible:
    def test_the_line_under_the_headline(self) -> None:
        assert shown(f"{H1}<div>Rina Wulandari</div><div>Senin, 13 Mei 2024 10:00 WIB</div>{PROSE}") == [
            ("published", "Senin, 13 Mei 2024 10:00 WIB")
        ]

    def test_the_line_over_the_headline(self) -> None:
        body = f"<div><div>Rabu, 10 Februari 2016 11:13</div>{H1}</div>{PROSE}"
        assert shown(body) == [("published", "Rabu, 10 Februari 2016 11:13")]

    def test_the_mastheads_date_is_not_the_articles(self) -> None:
        body = (
            "<header><div><div><span>Jumat, 5 Juni 2020</span></div></div></header><main><div><div>"
            f"<section>{H1}</section></div></div></main>{PROSE}"
        )
        assert shown(body) == []

    def test_published_and_changed_on_one_line_or_two(self) -> None:
        both = [("published", "23 Jun 2020, 16:41 WIB"), ("modified", "Diperbarui 25 Jun 2020, 08:03 WIB")]
        one = "<p><time>23 Jun 2020, 16:41 WIB</time><time>Diperbarui 25 Jun 2020, 08:03 WIB</time></p>"
        two = "<p>23 Jun 2020, 16:41 WIB</p><p>Diperbarui 25 Jun 2020, 08:03 WIB</p>"
        assert shown(H1 + one + PROSE) == both
        assert shown(H1 + two + PROSE) == both

    def test_time_of_day_in_an_element_of_its_own(self) -> None:
        assert shown(f"{H1}<div>13 Mei 2024</div><div>10:00 WIB</div>{PROSE}") == [
            ("published", "13 Mei 2024 10:00 WIB")
        ]

    def test_day_month_and_year_in_elements_of_their_own(self) -> None:
        body = f"{H1}<div><div>Februari</div><div>07</div><div>/ 2017</div><div>11:58 WIB</div></div>{PROSE}"
        assert shown(body) == [("published", "Februari 07 / 2017 11:58 WIB")]

    def test_captions_teasers_and_prose_give_none(self) -> None:
        body = (
            f"{H1}<figure><figcaption>Warga, Senin (13/5/2024).</figcaption></figure>{PROSE}"
            '<div class="related"><p>12 Mei 2024 08:00 WIB</p></div>'
            "<p>Rapat digelar pada 2 Mei 2024 lalu.</p>"
        )
        assert shown(body) == []

    def test_embedded_posts_and_lists_give_none(self) -> None:
        body = (
            f"{H1}<p>13 Mei 2024 10:00</p>{PROSE}{PROSE}"
            '<blockquote class="instagram-media"><p>A post <time datetime="2024-05-01T01:00:00+00:00">'
            "May 1, 2024 at 1:00am PDT</time></p></blockquote>"
            '<time class="timeago" datetime="2024-05-10">x</time>'
        )
        assert [item.text for item in evidence(body)] == ["13 Mei 2024 10:00"]

    def test_a_labelled_line_far_from_the_headline(self) -> None:
        body = f"{H1}{PROSE}{PROSE}<footer><p>Diterbitkan 13 Mei 2024 10:00 WIB</p></footer>"
        assert shown(body.replace("footer", "section")) == [
            ("published", "Diterbitkan 13 Mei 2024 10:00 WIB")
        ]


class TestTimeElements:
    def test_attributes_count_and_classes_label_them(self) -> None:
        body = (
            f'{H1}<div><time class="entry-date published updated" datetime="2024-05-13T10:00:00+07:00">x'
            '</time><time class="modified-time" itemprop="datePublished" datetime="2024-05-14">y</time></div>'
            f"{PROSE}"
        )
        assert [(item.role, item.text) for item in evidence(body)] == [
            ("published", "2024-05-13T10:00:00+07:00"),
            ("modified", "2024-05-14"),
        ]


class TestAddress:
    @pytest.mark.parametrize(
        ("url", "texts"),
        [
            ("https://x.id/read/2016/02/23/judul-berita", ["20160223"]),
            ("https://x.id/2020/1/9/judul", ["20200109"]),
            ("https://x.id/read/20170207/9/626538/judul", ["20170207"]),
            ("https://x.id/2024-05-13/judul", ["20240513"]),
            ("https://x.id/read/2016/02/23/16374618/Judul", ["20160223", "20160223163746"]),
            ("https://x.id/kanal/20190101123045-12-345/judul", ["20190101123045"]),
            ("https://web.archive.org/web/20220721150811/https://x.id/news/judul", []),
            ("https://x.id/berita/12345678/judul", []),
        ],
    )
    def test_days_and_times_in_the_path(self, url: str, texts: list[str]) -> None:
        found = evidence(H1, url=url)
        assert [item.text for item in found if item.origin == "url"] == texts


def test_rules_come_first() -> None:
    rules = SiteRules(published=("span.tgl",), modified=("span.ubah",))
    marked = '<span class="tgl">12 Mei 2024 09:00</span><span class="ubah">14 Mei 2024</span>'
    body = f"{H1}<p>13 Mei 2024 10:00</p>{marked}"
    found = evidence(body, rules=rules)
    assert [(item.role, item.text, item.detail) for item in found[:2]] == [
        ("published", "12 Mei 2024 09:00", "span.tgl"),
        ("modified", "14 Mei 2024", "span.ubah"),
    ]


def test_data_for_scripts_is_the_last_resort() -> None:
    payload = (
        '{"other":{"title":"Harga Cabai Naik Lagi di Pasar","published_at":"2020-01-01 10:00:00"},"pad":"'
        + "x" * 7000
        + f'","article":{{"title":"{TITLE}","published_at":"2024-05-13 07:08:09"}}}}'
    )
    script = f'<script id="__NEXT_DATA__" type="application/json">{payload}</script>'
    assert [(item.origin, item.text) for item in evidence(H1 + script)] == [
        ("hydration", "2024-05-13 07:08:09")
    ]
    assert [item.origin for item in evidence(f"{H1}<p>13 Mei 2024 10:00</p>{script}")] == ["visible"]


@pytest.mark.parametrize(
    "text",
    [
        "Senin, 13 Mei 2024 | 10:00 WIB",
        "15-09-2020 19:38 | Rina Wulandari",
        "Kabar.com - 30/08/2017, 10:08 WIB",
        "Posted on Maret 30, 2015 by Admin",
        "Diperbarui: 13 Mei 2024 10:00",
        "2 jam yang lalu",
        "- 7 Oktober 2020, 15:13 WIB",
        "28 JUL 2026",
        "Jum'at, 17 Juli 2020 17:45",
        "by Jauhari • 26 Sep, 2013 • Teknologi • Comments (21)",
    ],
)
def test_date_lines(text: str) -> None:
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jumlah jemaah haji yang meninggal hingga Jumat 30 Agustus 2019 tercatat 378 orang.",
        "Lionel dan kawan-kawan merayakan kemenangan pada laga di kandang lawan, Rabu (17/6/2020)",
        "2.793 Views",
        "Halaman 2 dari 3",
        "Rina Wulandari",
        "",
        "9" * 5000,
    ],
)
def test_other_lines(text: str) -> None:
    assert not is_date_line(text)


class TestAttributes:
    """Dates that only an attribute states: scripts and microdata show the reader something shorter."""

    @pytest.mark.parametrize(
        "line",
        [
            '<div>Mega Lestari <abbr class="published" title="2026-07-23T07:12:00+08:00">07.12</abbr></div>',
            '<span itemprop="datePublished" content="2026-07-23T07:12:00+08:00">kemarin</span>',
            '<div>23 Juli 2026 <abbr class="updated" title="2026-07-23T07:12:00+08:00"></abbr></div>',
            '<div class="info"><span data-publish-date="2026-07-23T07:12:00+08:00"></span>Mega Lestari</div>',
            '<p class="info"><i data-timestamp="1784761920"></i> Mega Lestari</p>',
            '<p><span datetime="2026-07-23T07:12:00+08:00">kemarin</span></p>',
            '<div content="2026-07-23T07:12:00+08:00">23 Juli 2026</div>',
            '<div><a href="/x" title="Kamis, 23 Juli 2026 07:12 WITA">6 hari lalu</a></div>',
        ],
    )
    def test_value_near_the_headline_is_read(self, line: str) -> None:
        found = dates.resolve(evidence(H1 + line + PROSE), zone="Asia/Jakarta", fetched_at=NOW)
        assert found.published == datetime.fromisoformat("2026-07-23T07:12:00+08:00")

    def test_cards_of_other_articles_are_not_the_pages_own(self) -> None:
        card = (
            '<div class="kotak"><h3><a href="/b">Judul Lain Yang Panjang</a></h3>'
            '<time itemprop="datePublished" datetime="2026-07-01T08:00:00+08:00">1 Juli 2026</time></div>'
        )
        own = '<time datetime="2026-07-23T07:12:00+08:00">23 Juli 2026</time>'
        found = evidence(H1 + own + PROSE + card)
        assert "2026-07-01T08:00:00+08:00" not in [item.text for item in found]
        assert "2026-07-01T08:00:00+08:00" in [item.text for item in evidence(H1 + PROSE + card)]

    def test_text_of_a_time_is_no_second_witness(self) -> None:
        head = (
            '<meta property="article:published_time" content="2026-07-23T07:12:00+08:00">'
            '<meta property="article:modified_time" content="2026-07-23T09:30:05+08:00">'
        )
        body = H1 + '<time datetime="2026-07-23T09:30:03+08:00">23 Jul 2026 09:30:03</time>' + PROSE
        found = dates.resolve(evidence(body, head), zone="Asia/Makassar", fetched_at=NOW)
        assert found.published == datetime.fromisoformat("2026-07-23T07:12:00+08:00")
        assert found.modified == datetime.fromisoformat("2026-07-23T09:30:05+08:00")

    def test_time_that_blogger_shows_in_its_own_zone_is_true(self) -> None:
        mark = '<abbr class="published" title="2026-07-23T07:12:00-07:00"></abbr>'
        line = f"<div>Kamis, 23 Juli 2026 07.12 {mark}</div>"
        found = dates.resolve(evidence(H1 + line + PROSE), zone="Asia/Jakarta", fetched_at=NOW)
        assert found.published == datetime.fromisoformat("2026-07-23T07:12:00-07:00")

    def test_of_two_stated_changes_the_later_is_the_last(self) -> None:
        head = (
            '<meta property="og:updated_time" content="2026-07-23T07:12:00+0800">'
            '<meta property="article:modified_time" content="2026-07-23T11:40:00+0800">'
        )
        body = H1 + "<div>Kamis, 23 Juli 2026 07:12 WITA</div>" + PROSE
        found = dates.resolve(evidence(body, head), zone="Asia/Makassar", fetched_at=NOW)
        assert found.modified == datetime.fromisoformat("2026-07-23T11:40:00+08:00")


class TestHeadlineAndLinks:
    def test_date_inside_the_heading(self) -> None:
        assert shown(f"<h1>{TITLE}<br><small>Kamis, 23 Juli 2026 07:12 WITA</small></h1>{PROSE}") == [
            ("published", "Kamis, 23 Juli 2026 07:12 WITA")
        ]

    def test_day_in_the_headline_itself_is_its_subject(self) -> None:
        title = "Jadwal Pasar Murah Kamis 23 Juli 2026"
        html = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{PROSE}</body></html>"
        assert date_evidence(Sources(parse(html, URL))) == []

    def test_line_of_short_links_is_read_and_a_linked_headline_is_not(self) -> None:
        links = (
            '<p><a href="/7">Juli 23, 2026</a> <a href="/m">Mega Lestari</a> '
            '<a href="/c">Desa / Kota / Budaya</a></p>'
        )
        assert shown(H1 + links + PROSE)
        teaser = '<p><a href="/x">Panen Kopi Pertama di Lereng Bukit Dimulai 23 Juli 2026</a></p>'
        assert not shown(H1 + teaser + PROSE)


def test_a_change_in_the_minute_of_publication_is_none_unless_it_is_shown() -> None:
    stated = (
        '<meta property="article:published_time" content="2026-07-23T07:12:00+08:00">'
        '<meta property="article:modified_time" content="2026-07-23T07:12:30+08:00">'
    )
    found = dates.resolve(evidence(H1 + PROSE, stated), zone="Asia/Makassar", fetched_at=NOW)
    assert found.modified is None
    line = "<div>Diperbarui 23 Juli 2026, 07:12 WITA</div>"
    found = dates.resolve(evidence(H1 + line + PROSE, stated), zone="Asia/Makassar", fetched_at=NOW)
    assert found.modified is not None


TEASER = "<aside><a href='/x'>Camat Tinjau Posyandu di Lereng Timur</a><b>12 Januari 2024 09:00</b></aside>"


@pytest.mark.parametrize("place", ["above", "below", "nowhere"])
def test_the_date_of_a_teaser_below_a_short_text_is_not_the_pages(place: str) -> None:
    line = "<div>Senin, 3 Maret 2025 | 10:15 WIB</div>"
    sentence = "<p>Ratusan warga memanen jagung di lahan tidur seluas dua belas hektare pada Senin pagi.</p>"
    page = (
        f"<html><head><title>Warga Panen Jagung</title></head><body><main>{line if place == 'above' else ''}"
        f"<h1>Warga Panen Jagung</h1>{line if place == 'below' else ''}{sentence * 3}</main>"
        f"{TEASER}</body></html>"
    )
    found = extract(page, "https://www.kabarlereng.example/daerah/warga-panen-jagung").published_at
    want = None if place == "nowhere" else "2025-03-03T10:15:00+07:00"
    assert (found and found.isoformat()) == want


def test_the_date_beside_a_linked_name_below_a_short_text_is_the_pages() -> None:
    deck = "<p>Ratusan warga memanen jagung di lahan tidur seluas dua belas hektare pada Senin pagi lalu.</p>"
    found = evidence(f"<h1>{TITLE}</h1>{deck}<div><a href='/r'>Canda Permana</a> | 3 Maret 2025 10:15</div>")
    assert [item.text for item in found if item.origin == "visible"] != []


@pytest.mark.parametrize("epoch", ["1786761300", "1786761300000", "1786761300.25", '"1786761300"'])
def test_a_number_in_json_ld_is_an_epoch(epoch: str) -> None:
    statement = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "datePublished": {epoch}}}'
    html = f'<html><head><title>{TITLE}</title><script type="application/ld+json">{statement}</script></head>'
    record = extract(
        f"{html}<body><h1>{TITLE}</h1>{PROSE}</body></html>", URL, fetched_at=datetime(2026, 9, 1, tzinfo=UTC)
    )
    assert record.published_at == datetime(2026, 8, 15, 2, 35, tzinfo=UTC)


HEAD_AND_TEXT = f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1><div>{PROSE}"
CARD = "<a href='/x'>Camat Tinjau Posyandu di Lereng Timur</a>"


def test_the_date_in_the_foot_of_a_post_is_its_own() -> None:
    foot = "<p>Diposkan oleh <b>Canda Permana</b> di <abbr class='published' title='{}'>20.05</abbr></p>"
    own, other = foot.format("2026-08-14T20:05:00-07:00"), foot.format("2024-01-01T01:00:00+07:00")
    found = extract(f"{HEAD_AND_TEXT}</div>{own}</div></body></html>", URL).published_at
    assert found == datetime(2026, 8, 15, 3, 5, tzinfo=UTC)
    assert (
        extract(f"{HEAD_AND_TEXT}</div></div><div>{CARD}{other}</div></body></html>", URL).published_at
        is None
    )


def test_microdata_of_another_article_in_the_text_dates_nothing() -> None:
    stated = "<div itemscope><meta itemprop='datePublished' content='2024-01-01'>{}</div>"
    other = f"{HEAD_AND_TEXT}{stated.format(CARD)}{PROSE}</div></div></body></html>"
    assert extract(other, URL).published_at is None
    own = f"{HEAD_AND_TEXT}{stated.format('')}{PROSE}</div></div></body></html>"
    assert extract(own, URL).published_at is not None


ROW = "<span><a href='/author/canda'>Canda Permana</a></span> <span><a href='/arsip'>{}</a></span> {}"


def test_a_date_in_a_row_of_links_dates_the_page() -> None:
    topics = "<span><a href='/k'>Kota, Pasar, Ekonomi Rakyat</a></span> <span><a href='#k'>Tidak ada komentar</a></span>"
    head = f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1><p>{{}}</p><div>{PROSE}</div></div>"
    for row in (
        ROW.format("12/02/2026", topics),
        ROW.format("12 Feb 2026", "<a href='/f'>Kopi dan Kebun Rakyat Lereng</a>"),
    ):
        found = extract(head.format(row), URL)
        assert found.published_at is not None and found.published_at.date().isoformat() == "2026-02-12"


def test_the_day_of_a_change_that_an_element_shows_is_not_the_publications() -> None:
    stated = (
        '<meta property="article:published_time" content="2026-02-12T14:20:00+07:00">'
        '<meta property="article:modified_time" content="2026-02-13T09:10:05+07:00">'
    )
    page = f"<html><head><title>{TITLE}</title>{stated}</head><body><h1>{TITLE}</h1>{{}}<div>{PROSE}</div></body></html>"
    changed = extract(page.format('<time datetime="2026-02-13T09:10:05+07:00">13 Februari 2026</time>'), URL)
    assert changed.published_at == datetime(2026, 2, 12, 7, 20, tzinfo=UTC)
    shown = extract(page.format("<div>13 Februari 2026</div>"), URL).published_at
    assert shown is not None and shown.date().isoformat() == "2026-02-13"


def test_a_title_in_iso_without_dashes_is_a_date() -> None:
    shown = "<p><abbr class='date' title='20260212T142000+0800'>tadi siang</abbr></p>"
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{shown}<div>{PROSE}</div></body></html>"
    assert extract(page, URL).published_at == datetime(2026, 2, 12, 6, 20, tzinfo=UTC)


def test_times_in_cards_below_a_short_text_are_no_dates_of_the_page() -> None:
    card = (
        "<div><a href='/r/{0}'><img src='/1.jpg'><p>Petani Kakao Belajar Fermentasi di Balai {0}</p></a>"
        "<time datetime='2025-12-0{0}T09:00:00+07:00'>{0} Desember 2025</time></div>"
    )
    own = "<time datetime='2026-02-12T14:20:00+07:00'>12 Februari 2026</time>"
    page = f"{HEAD_AND_TEXT.replace('</h1>', f'</h1>{own}')}</div>{card.format(1)}{card.format(2)}</div></body></html>"
    found = extract(page, URL)
    assert found.published_at == datetime(2026, 2, 12, 7, 20, tzinfo=UTC)
    assert found.dates_conflict is None


def test_the_parts_of_a_date_in_the_rows_of_a_table() -> None:
    rows = "".join(f"<tr><td>{part}</td></tr>" for part in ("Juni", "21", "2026"))
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><table>{rows}</table><div>{PROSE}</div></body></html>"
    found = extract(page, URL).published_at
    assert found is not None and found.date().isoformat() == "2026-06-21"


@pytest.mark.parametrize(
    "leaf",
    [
        "<div><span>09</span><br><span>Mei 2026</span></div>",
        "<div class='h'>09 Mei</div><div class='t'>2026</div>",
        "<div>9</div><div>Mei</div><div>2026</div>",
    ],
)
def test_a_leaf_of_a_calendar_above_the_headline(leaf: str) -> None:
    page = f"<html><head><title>{TITLE}</title></head><body><div>{{}}{H1}{PROSE}</div></body></html>"
    found = extract(page.format(leaf), URL)
    assert found.published_at is not None and found.published_at.date().isoformat() == "2026-05-09"
    assert found.authors == []
    assert extract(page.format("<div>9</div><div>Musim Hujan 2026</div>"), URL).published_at is None


def test_the_time_of_day_behind_a_leaf_of_a_calendar() -> None:
    leaf = "<div class='kal'><p>9</p><p>Mei</p><p>2026</p></div><div class='jam'>19:20 WIB</div>"
    assert ("published", "9 Mei 2026 19:20 WIB") in shown(f"{H1}{leaf}{PROSE}")
    assert ("published", "9 Mei 2026") in shown(f"{H1}{leaf.replace('19:20 WIB', 'Desa')}{PROSE}")


def test_a_time_in_a_column_is_no_date_of_the_page() -> None:
    card = "<div><h3><a href='/a'>Tarif Angkot Naik</a></h3><time itemprop='datePublished' datetime='2026-01-05T08:00:00+07:00'>5/1</time></div>"
    shown_line = "<p>Kamis, 15 Januari 2026 08:00 WIB</p>"
    body = f"<main>{H1}{shown_line}{PROSE}{{}}</main>"
    assert not any(item.origin == "time-element" for item in evidence(body.format(f"<aside>{card}</aside>")))
    assert any(item.origin == "time-element" for item in evidence(body.format(f"<div>{card}</div>")))


def test_one_of_several_roles_of_an_attribute_says_that_it_dates_the_publication() -> None:
    moment = '<p><i itemprop="dateCreated datePublished" content="2026-07-24T06:05:00Z"></i>4 hari lalu</p>'
    found = [item for item in evidence(f"{H1}{moment}{PROSE}") if item.origin == "time-element"]
    assert [(item.role, item.text) for item in found] == [("published", "2026-07-24T06:05:00Z")]


@pytest.mark.parametrize("mark", ['class="published"', 'itemprop="dateCreated"'])
def test_attributes_in_cards_behind_a_short_text_date_other_articles(mark: str) -> None:
    def moment(day: int) -> str:
        return f'<span {mark} title="2026-07-{day}T09:15:00+07:00">{day} Juli 2026</span>'

    card = f'<div><h4><a href="/b/1">Harga Cabai di Pasar Kecamatan Naik Lagi</a></h4>{moment(12)}</div>'
    found = evidence(f"<article><div>{H1}{moment(24)}</div><div>{PROSE}</div><div>{card}</div></article>")
    assert [item.text for item in found if item.origin == "time-element"] == ["2026-07-24T09:15:00+07:00"]
