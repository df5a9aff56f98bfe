"""What themes and content systems of regional papers print around an article: one page, one shape at a time."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

from functools import partial

import pytest

from newscrawl import extract
from newscrawl.items import Article
from newscrawl.reading.byline.roles import has_closed_label
from tests.reading import shapes
from tests.reading.shapes import DATE, PROSE, TEXT, TITLE

URL = "https://www.kabarmuaraelok.example/baca/nelayan-tanjung-elok-menanam-bakau-di-muara"
PICTURE = '<img src="/foto/bakau-muara.jpg" alt="">'
article = partial(shapes.article, below=DATE, site="Kabar Muara Elok", url=URL)


class TestDateLine:
    @pytest.mark.parametrize(
        "line",
        [
            "Reporter: Mega Sari Lestari | Editor: Rara Kelana | Rabu 25-11-2026,09:15 WIB",
            "<span>Penulis: <b>Mega Sari Lestari</b></span><span> | </span><span>Editor: <b>Rara Kelana Putri</b></span>"
            "<span> | </span><span>Rabu 25-11-2026,09:15 WIB</span>",
        ],
    )
    def test_names_of_several_people_before_it_leave_it_a_date_line(self, line: str) -> None:
        found = article(below=f"<div>{line}</div>")
        assert found.published_at is not None
        assert found.published_at.isoformat() == "2026-11-25T09:15:00+07:00"
        assert found.authors == ["Mega Sari Lestari"]

    def test_day_alone_behind_two_names(self) -> None:
        found = article(
            below="<div>Penulis: Mega Sari Lestari | Editor: Rara Kelana Putri | 25 November 2026</div>"
        )
        assert found.published_at is not None
        assert found.published_precision == "day"


class TestPeople:
    def test_network_of_an_advertisement_is_nobody(self) -> None:
        text = PROSE.replace("</p>", "</p><div><span>ADVERTISEMENT BY RUPARUPA</span></div>", 1)
        assert article(below=f"{DATE}<p>Oleh: Mega Lestari</p>", text=text).authors == ["Mega Lestari"]

    def test_zone_before_by_ends_the_date(self) -> None:
        assert article(below="<p>25 November 2026 09:15 WITA by Mega Lestari</p>").authors == ["Mega Lestari"]

    def test_title_of_lombok_is_a_part_of_a_name(self) -> None:
        assert article(below=f"{DATE}<p>Kontributor : Lalu Kelana</p>").authors == ["Lalu Kelana"]


class TestPictures:
    @pytest.mark.parametrize(
        "face",
        [
            '<div><img src="/foto/mega.png" alt="Mega Lestari"><a href="/mega">Mega Lestari</a></div>',
            '<div><img src="/author.png"><a href="/mega">Mega Lestari</a></div>',
        ],
    )
    def test_face_of_the_author_is_no_picture_of_the_article(self, face: str) -> None:
        head = '<meta name="author" content="Mega Lestari">'
        found = article(head=head, below=f"{DATE}{face}<figure>{PICTURE}</figure>")
        assert [image.url for image in found.images] == [
            "https://www.kabarmuaraelok.example/foto/bakau-muara.jpg"
        ]

    def test_line_under_the_picture_in_the_box_of_the_text(self) -> None:
        caption = "<p>Nelayan menanam bakau di muara pada Senin pagi. Foto: Rara Kelana</p>"
        image = article(text=f"{PICTURE}{caption}{PROSE}").images[0]
        assert image.caption == "Nelayan menanam bakau di muara pada Senin pagi. Foto: Rara Kelana"
        assert image.credit == "Rara Kelana"

    def test_first_sentence_under_the_picture_is_text(self) -> None:
        found = article(text=f"{PICTURE}{PROSE}")
        assert found.images[0].caption is None
        assert found.body == "\n\n".join(TEXT)

    def test_trade_of_an_author_below_a_picture_is_no_caption(self) -> None:
        byline = "<p><b>Oleh: Mega Lestari</b><br><em>(Pemerhati Pesisir)</em></p>"
        found = article(below=f"{DATE}{PICTURE}{byline}")
        assert found.images[0].caption is None
        assert found.authors == ["Mega Lestari"]


class TestSectionAndTags:
    @pytest.mark.parametrize(
        "typed", ["itemscope itemtype=https://schema.org/", "vocab=https://schema.org/ typeof="]
    )
    def test_breadcrumb_by_its_type(self, typed: str) -> None:
        trail = (
            f"<div class=tr {typed}BreadcrumbList><div><a href=/><span>Beranda</span></a></div>"
            "<div><a href=/l/pesisir><span>Pesisir</span></a></div></div>"
        )
        assert article(above=trail).section == "Pesisir"

    def test_first_of_two_links_in_a_label(self) -> None:
        label = '<div class="category-name"><a href="/x/pesisir">Pesisir</a> <a href="/x/pilihan">Pilihan</a></div>'
        assert article(above=label).section == "Pesisir"

    def test_links_behind_tagar(self) -> None:
        behind = "<div><span>TAGAR:</span><a href=/q/bakau>Bakau</a><a href=/q/muara>Muara</a></div>"
        assert article(behind=behind).tags == ["Bakau", "Muara"]


class TestText:
    def test_button_for_larger_letters_is_no_text(self) -> None:
        assert article(text=f"<p>Perbesar teks</p>{PROSE}").body == "\n\n".join(TEXT)

    @pytest.mark.parametrize("place", ["Ba'arata", "TANJUNG ELOK"])
    def test_initials_of_the_site_in_a_dateline_are_its_source(self, place: str) -> None:
        found = article(text=PROSE.replace("<p>", f"<p><b>{place}, KME</b> - ", 1))
        assert (found.dateline, found.source) == (place, "KME")

    def test_button_behind_each_paragraph_makes_a_listing(self) -> None:
        cards = "".join(f"<h4>Kabar {n}</h4><p>{line}</p><a>Read More...</a>" for n, line in enumerate(TEXT))
        html = f"<html><head><title>Kabar Desa</title></head><body><h1>Kabar Desa</h1>{cards}</body></html>"
        assert extract(html, "https://desaelok.example/kabar/").page_type == "listing"


class TestPlainTemplates:
    """Templates whose head says the site's name alone, in a folder of static files."""

    HTML = (
        "<html><head><title>Kabar Muara Elok</title></head><body><div class=col-9><div><h2>{title}</h2></div>"
        "{text}</div><div class=col-3><h5>Oleh: Mega Lestari Putri</h5>1 Nov 2026</div></body></html>"
    )
    FILE = "https://muaraelok.example/2026/11/nelayan-tanjung-elok-menanam-bakau-di-muara/index.html"

    def test_byline_in_a_heading_is_no_title(self) -> None:
        found = extract(self.HTML.format(title=TITLE, text=PROSE), self.FILE)
        assert (found.title, found.body) == (TITLE, "\n\n".join(TEXT))

    def test_words_before_a_trail_are_no_section(self) -> None:
        trail = (
            '<div class="breadcrumbs"><div class="inbread">Anda disini :<span><a href="/">Home</a></span> - '
            f'<span><a href="/x">Uncategorized</a></span> - <span>{TITLE}</span></div></div>'
        )
        assert article(above=trail).section is None

    def test_editor_in_brackets_is_a_byline(self) -> None:
        assert has_closed_label("(Red. Mega Lestari)")
        assert not has_closed_label("(Red. Mega Lestari) menanam bakau di muara")


class TestPublishedSites:
    """What small sites that are kept as files show around an article."""

    def test_the_date_in_a_link_to_the_article_before_is_that_ones(self) -> None:
        before = (
            '<a class="nav" href="/baca/panen"><img src="/foto/panen.jpg"><div><h6>Panen Rumput Laut Tertunda Hujan</h6>'
            "<span>20 November 2026</span></div></a>"
        )
        own = '<div><time datetime="2026-11-25T09:15:00+07:00" itemprop="datePublished">25 November 2026</time></div>'
        found = article(below=before + own)
        assert found.published_at is not None
        assert found.published_at.isoformat() == "2026-11-25T09:15:00+07:00"

    def test_a_list_of_all_sections_gives_the_article_none(self) -> None:
        names = ["Agenda", "Alumni", "Daerah", "Opini"]
        entries = "".join(f'<li><a href="/category/{name.lower()}">{name}</a></li>' for name in names)
        assert article(behind=f"<h3>Kategori</h3><ul>{entries}</ul>").section is None

    def test_of_a_label_in_two_parts_the_first_is_the_section(self) -> None:
        assert (
            article(above='<span class="kategori">Profil Nelayan • Tokoh</span>').section == "Profil Nelayan"
        )

    def test_motto_of_a_new_wordpress_site_describes_nothing(self) -> None:
        head = '<meta name="description" content="Just another WordPress site">'
        assert article(head=head).description is None

    @pytest.mark.parametrize(
        "foot",
        [
            'Tulisan ini diposting pada Rabu, 25 November 2026 pukul 9:15 am oleh Mega Sari Lestari dan masuk kategori <a href="/k">'
            'Daerah</a>. Kamu bisa mengikuti komentar tulisan ini lewat umpan <a href="/f">RSS 2.0</a>.',
            'This entry was posted on Wednesday, November 25th, 2026 at 9:15 am and is filed under <a href="/k">Daerah</a>. '
            'You can follow any responses to this entry through the <a href="/f">RSS 2.0</a> feed.',
        ],
    )
    def test_line_about_the_posting_is_no_text(self, foot: str) -> None:
        assert article(text=f"{PROSE}<p><small>{foot}</small></p>").body.splitlines()[-1] == TEXT[-1]

    def test_line_with_section_and_writer_is_no_caption(self) -> None:
        meta = '<div class="entry-meta">/ <a href="/category/daerah">Daerah</a> / By <a href="/author"> </a></div>'
        picture = article(above=PICTURE, below=meta).images[0]
        assert (picture.caption, picture.credit) == (None, None)


class TestColumnBesideTheText:
    BYLINE = "<div><h5>Oleh: Mega Sari Lestari</h5> 25 Nov 2026<hr></div>"

    def read(self, column: str) -> Article:
        html = (
            f"<html><head><title>Kabar Muara Elok</title></head><body><div class='row'><div><h2>{TITLE}</h2>{PROSE}</div>"
            f"<aside>{column}</aside></div></body></html>"
        )
        return extract(html, URL)

    def test_writer_above_the_date_is_the_articles(self) -> None:
        found = self.read(self.BYLINE)
        assert found.authors == ["Mega Sari Lestari"]
        assert found.published_at is not None
        assert found.published_at.date().isoformat() == "2026-11-25"

    def test_several_writers_there_are_those_of_other_articles(self) -> None:
        found = self.read(self.BYLINE + self.BYLINE.replace("Mega", "Rara").replace("25", "24"))
        assert (found.authors, found.published_at) == ([], None)


class TestHeadlineOfOtherWords:
    def test_related_articles_with_the_words_of_the_address_leave_the_headline_alone(self) -> None:
        headline = "Demi Pantai, Nelayan Tanjung Elok Giat Menanam Bakau di Muara Lagi"
        html = (
            f"<html><head><title>Pantai Dijaga Warga Pesisir - Kabar</title></head><body><h1>KABAR ELOK</h1><div><h1>{headline}</h1>"
            f"{DATE}{PROSE}</div><a href='/baca/bakau-lagi'><h4>Nelayan Tanjung Elok Menanam Bakau di Muara Kedua</h4></a></body></html>"
        )
        assert extract(html, URL).title == headline

    def test_the_only_h1_below_a_kicker_that_the_head_repeats(self) -> None:
        headline = "Pilihan Joran untuk Pemancing Pemula di Muara"
        html = (
            "<html><head><title>Alat Pancing • Saran — Kabar Elok</title></head><body><div><span>Alat Pancing • Saran</span>"
            f"<h1>{headline}</h1>{PROSE}</div></body></html>"
        )
        assert extract(html, "https://kabarelok.example/alat.html").title == headline


def test_titles_of_archives_are_no_articles_for_their_words() -> None:
    posts = "".join(
        f"<article><p>{line} Suara muara itu kabar elok warga.</p></article>" for line in TEXT * 5
    )
    html = f"<html><head><title>Juli 2026 - Suara Muara, Kabar Elok</title></head><body>{posts}</body></html>"
    assert extract(html, "https://www.kabarmuaraelok.example/2026/07/").page_type == "listing"


def test_a_cloud_of_tags_is_of_the_site() -> None:
    names = ("abrasi", "bakau", "nelayan", "pasar")
    cloud = "".join(f'<a href="/tag/{name}">{name}</a> ' for name in names)
    assert article(behind=f"</div><div><div>KUMPULAN TAG</div><div>{cloud}</div>").tags == []


NAMES = ("abrasi", "bakau", "nelayan")
TAGS = " ".join(f'<a href="/tag/{name}" rel="tag">{name}</a>' for name in NAMES)


@pytest.mark.parametrize("box", ["kf-footer-post-tag", "post-footer", "isi-tags"])
def test_tags_in_the_foot_of_the_post(box: str) -> None:
    foot = f'<footer><div class="{box}"><span>Kategori: <a href="/c/pesisir">Pesisir</a></span> {{}}</div></footer>'

    assert article(behind=foot.format(f'<span class="tags-links">Tag : {TAGS}</span>')).tags == list(NAMES)


@pytest.mark.parametrize("box", ["kf-footer-menu", "footer-post-list"])
def test_links_in_the_foot_of_the_page_are_no_tags(box: str) -> None:
    assert article(behind=f'<div class="{box}"><ul>{TAGS}</ul></div>').tags == []


def test_other_topics_are_the_sites() -> None:
    topics = "".join(f"<li><a href='/topik/{name}/'>{name}</a></li>" for name in NAMES)
    assert article(behind=f"<div><strong>Topik Lainnya</strong><ul>{topics}</ul></div>").tags == []
    assert article(behind=f"<div><strong>Topik</strong><ul>{topics}</ul></div>").tags == list(NAMES)


@pytest.mark.parametrize("way", ["&larr; Sebelumnya", "&laquo; Kabar lama"])
def test_the_way_back_above_the_headline_is_no_section(way: str) -> None:
    links = (
        f'<nav><span><a href="/lama">{way}</a></span><span><a href="/baru">Berikutnya &rarr;</a></span></nav>'
    )
    filed = '<p>Dipublikasikan dalam <a href="/category/pesisir" rel="category tag">Pesisir</a>.</p>'

    assert article(above=links, behind=filed).section == "Pesisir"


def test_a_picture_above_the_row_with_the_writers_link_is_the_articles() -> None:
    row = '<div><a href="/author/rara-kelana">Rara Kelana</a></div>'

    found = article(below=f'<div class="pic">{PICTURE}</div>{row}{DATE}')
    assert [image.url.rpartition("/")[2] for image in found.images] == ["bakau-muara.jpg"]
    assert article(below=f'<div class="pic">{PICTURE}{row}</div>{DATE}').images == []


@pytest.mark.parametrize(
    ("desk", "authors"),
    [("Tim Redaksi", []), ("admin", []), ("Rara Kelana", ["Rara Kelana"])],
)
def test_topics_in_the_writers_row_are_nobody(desk: str, authors: list[str]) -> None:
    topics = '<a href="/tag/a">UMKM</a>, <a href="/tag/b">keripik tempe</a>'
    row = f'<div class="author-row"><span>{topics}</span> <span class="author"><a href="/7">{desk}</a></span> <span>{{}}</span></div>'

    assert article(below=row.format("25 November 2026")).authors == authors


def test_a_writer_may_be_filed_under_a_tag() -> None:
    row = '<div class="author">Oleh <a href="/tag/rara-kelana">Rara Kelana</a></div>'
    assert article(below=row + DATE).authors == ["Rara Kelana"]


def test_the_comments_repeat_a_headline_of_the_second_rank() -> None:
    comments = (
        f"<h2>2 pemikiran pada &ldquo;<span>{TITLE}</span>&rdquo;</h2><p>26 November 2026</p><p>Bagus.</p>"
    )
    html = f"<html><head><title>{TITLE} - Kabar</title></head><body><div><h2>{TITLE}</h2>{PROSE}{comments}</div></body></html>"

    assert extract(html, URL).title == TITLE


BOXES = "".join(
    f'<div class="{box}"><h3>Kabar</h3><ul>{"<li><a href=/9>Warga Menjaga Pantai Bersama</a></li>" * 6}</ul></div>'
    for box in ("sharedaddy", "related-posts")
)


@pytest.mark.parametrize(
    "entry",
    [
        "Tulisan ini dipublikasikan di <a href='/c/p'>Pesisir</a> dan tag <a href='/t/b'>bakau</a> pada 25 November 2026 oleh ",
        "This entry was posted in <a href='/c/p'>Pesisir</a> and tagged <a href='/t/b'>bakau</a> on November 25, 2026 by ",
    ],
)
def test_day_and_writer_in_the_foot_below_boxes_of_links(entry: str) -> None:
    foot = f'<footer class="entry-meta">{entry}<a href="/author/rara" rel="author">Rara Kelana</a>.</footer>'
    html = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{PROSE}{BOXES}{foot}</article></body></html>"
    found = extract(html, URL)

    assert (found.published_at and found.published_at.date().isoformat(), found.authors) == (
        "2026-11-25",
        ["Rara Kelana"],
    )
    far = html.replace('class="related-posts"', "").replace('class="sharedaddy"', "")
    assert extract(far, URL).authors == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("archives/4123", "article"),
        ("archives/12", "article"),
        ("archives/2026", "listing"),
        ("archives/pesisir", "listing"),
    ],
)
def test_wordpress_may_number_its_posts_among_archives(path: str, kind: str) -> None:
    date = "<div class='date'>25 November 2026</div>"
    html = (
        f"<html><head><title>{TITLE} - Kabar</title></head><body><h1>{TITLE}</h1>{date}{PROSE}</body></html>"
    )
    assert extract(html, f"https://www.kabarmuaraelok.example/{path}").page_type == kind
