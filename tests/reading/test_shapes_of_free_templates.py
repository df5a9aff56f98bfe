"""What sites made of free templates and static generators print: headlines, tags, dates and excerpts around a text."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

import pytest

from newscrawl import extract
from newscrawl.items import Article

TITLE = "Warga Lembah Rindu Memugar Kincir Air Peninggalan Kakek Mereka"
URL = "https://kabarlembah.example/baca/berita12.html"
TEXT = [
    "Warga Lembah Rindu memugar kincir air tua yang sudah empat puluh tahun tidak berputar di tepi sungai, dan kayu baru untuk kincir itu diambil dari kebun milik bersama.",
    "Kepala dusun mengatakan bahwa kincir itu akan dipakai untuk menumbuk padi pada musim panen, sehingga warga tidak perlu lagi berjalan jauh ke kota kecamatan.",
    "Para pemuda bekerja setiap sore selama dua bulan, sedangkan para ibu menyiapkan makanan untuk mereka di balai yang berdiri di seberang sungai.",
]
PROSE = "".join(f"<p>{line}</p>" for line in TEXT)
DATE = "<div>Senin, 2 Februari 2026 08:30 WIB</div>"


def read(body: str, *, title: str = f"{TITLE} - Kabar Lembah", head: str = "", url: str = URL) -> Article:
    return extract(
        f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>", url, site_rules=False
    )


class TestHeadline:
    @pytest.mark.parametrize("title", ["Warga Lembah Rindu: Kincir Air | Kabar Lembah", "Kabar Lembah", ""])
    def test_only_h1_over_the_text_is_it_whatever_the_head_says(self, title: str) -> None:
        body = f'<main><img src="/a.jpg"><p class="cap">Kincir air di tepi sungai.</p><h1>{TITLE}</h1><div class="isi">{PROSE}</div></main>'
        assert read(body, title=title).title == TITLE

    def test_only_h2_is_it_where_there_is_no_h1(self) -> None:
        body = f"<div><h2>{TITLE}</h2><div>{PROSE}</div><h5>Tags:</h5><h5>Oleh: Kabar Lembah</h5></div>"
        assert read(body, title="Kabar Lembah").title == TITLE

    def test_heading_far_above_the_text_is_none(self) -> None:
        rows = "<p>menu</p>" * 12
        body = f"<h1>Media Warga dari Kaki Gunung untuk Indonesia</h1>{rows}<div>{PROSE}</div>"
        assert read(body, title=TITLE).title == TITLE

    def test_another_heading_between_it_and_the_text_is_nearer(self) -> None:
        body = f"<h1>Media Warga dari Kaki Gunung untuk Indonesia</h1><h3>{TITLE}</h3><div>{PROSE}</div>"
        assert read(body, title=TITLE).title == TITLE

    def test_linked_heading_over_the_text_is_a_teaser(self) -> None:
        body = f'<h1><a href="/b/9">Pasar Ikan di Muara Dibuka Lagi Pekan Depan</a></h1><div>{PROSE}</div>'
        assert read(body, title=TITLE).title == TITLE

    def test_byline_set_as_a_heading_is_none(self) -> None:
        body = f"<div><h2>{TITLE}</h2><div>{PROSE}</div><h5>Oleh: Komunitas Lembah Rindu</h5></div>"
        assert read(body, title="Komunitas Lembah Rindu").title == TITLE


class TestTags:
    @pytest.mark.parametrize(
        "box",
        [
            "<h6>TAG : <button>kincir air</button> <button>gotong royong</button></h6>",
            "<div><h5>Tags:</h5><button>kincir air</button> <button>gotong royong</button><p>1 Feb 2026</p></div>",
        ],
    )
    def test_buttons_behind_a_label(self, box: str) -> None:
        found = read(f"<h1>{TITLE}</h1>{DATE}<div class='isi'>{PROSE}</div>{box}")
        assert found.tags == ["kincir air", "gotong royong"]

    def test_buttons_without_one_are_none(self) -> None:
        box = "<div><button>Suka</button><button>Bagikan</button></div>"
        assert read(f"<h1>{TITLE}</h1>{DATE}<div class='isi'>{PROSE}</div>{box}").tags == []

    def test_buttons_with_sentences_are_none(self) -> None:
        box = "<h6>Tags: <button>Beri tahu saya bila ada berita baru</button></h6>"
        assert read(f"<h1>{TITLE}</h1>{DATE}<div class='isi'>{PROSE}</div>{box}").tags == []

    def test_list_in_the_foot_of_a_post_named_as_a_part_of_its_block(self) -> None:
        links = "".join(f'<li><a href="/{name}/">{name}</a></li>' for name in ("kincir", "padi"))
        foot = f'<footer class="wrap post__footer"><ul class="post__tag">{links}</ul></footer>'
        found = read(f"<article><h1>{TITLE}</h1>{DATE}<div class='post__entry'>{PROSE}</div>{foot}</article>")
        assert found.tags == ["kincir", "padi"]

    def test_list_in_the_foot_of_the_page_is_the_sites(self) -> None:
        links = "".join(f'<li><a href="/{name}/">{name}</a></li>' for name in ("kincir", "padi"))
        foot = f'<footer class="site__footer"><ul class="post__tag">{links}</ul></footer>'
        assert read(f"<article><h1>{TITLE}</h1>{DATE}<div>{PROSE}</div></article>{foot}").tags == []


class TestDate:
    CRUMBS = f"<ul><li><a href='/'>Home</a></li><li>{TITLE}</li></ul>"

    def test_beside_the_headline_said_again_below_a_breadcrumb(self) -> None:
        box = f"<div><a href='#' class='sn-title'>{TITLE}</a> <a href='#' class='sn-date'>09 Januari 2026</a><div>{PROSE}</div></div>"
        found = read(f"{self.CRUMBS}{box}")
        assert str(found.published_at)[:10] == "2026-01-09"

    def test_beside_another_headline_there_is_a_teasers(self) -> None:
        box = f"<div><a href='#'>Pasar Ikan di Muara Sungai Besar Dibuka Lagi Pekan Depan</a> <a href='#'>09 Januari 2026</a><div>{PROSE}</div></div>"
        assert read(f"{self.CRUMBS}{box}").published_at is None


class TestPeople:
    def test_who_made_a_picture_did_not_write_the_text(self) -> None:
        picture = '<p><img src="/a.jpg"></p><center><a href="/f">Kincir Lembah Rindu</a> oleh <a href="/m">Mira Lestari</a></center>'
        assert read(f"<h1>{TITLE}</h1>{DATE}<div>{picture}{PROSE}</div>").authors == []

    def test_who_wrote_it_is_named_below_a_picture_too(self) -> None:
        picture = '<p><img src="/a.jpg"></p><p>Ditulis oleh Mira Lestari</p>'
        assert read(f"<h1>{TITLE}</h1>{DATE}<div>{picture}{PROSE}</div>").authors == ["Mira Lestari"]


class TestText:
    def test_its_beginning_cut_off_above_it_is_an_excerpt(self) -> None:
        text = f"<p>{TEXT[0][:110]}...</p><p>LEMBAH RINDU, KABAR (2/2/2026) | {TEXT[0]}</p>{PROSE[len(TEXT[0]) + 7 :]}"
        found = read(f"<h1>{TITLE}</h1>{DATE}<div class='isi'>{text}</div>")
        assert (found.body or "").startswith("LEMBAH RINDU, KABAR (2/2/2026) | Warga")

    def test_sentence_that_trails_off_is_none(self) -> None:
        first = "Kincir itu berhenti pada suatu malam ketika sungai meluap, dan tidak seorang pun tahu kapan lagi..."
        found = read(f"<h1>{TITLE}</h1>{DATE}<div class='isi'><p>{first}</p>{PROSE}</div>")
        assert (found.body or "").startswith(first)

    def test_notice_of_the_state_forests_names_place_and_source(self) -> None:
        text = f"<p>BANDUNG, PERHUTANI (16/01/2026) | {TEXT[0]}</p>{PROSE[len(TEXT[0]) + 7 :]}"
        found = read(f"<h1>{TITLE}</h1>{DATE}<div class='isi'>{text}</div>")
        assert (found.dateline, found.source) == ("BANDUNG", "PERHUTANI")

    def test_template_that_describes_itself_is_no_description(self) -> None:
        head = '<meta name="description" content="Bootstrap News Template Free Download">'
        assert read(f"<h1>{TITLE}</h1>{DATE}<div>{PROSE}</div>", head=head).description is None

    def test_template_that_an_article_is_about_describes_it(self) -> None:
        told = "Templat surat desa dibagikan: template gratis untuk warga."
        head = f'<meta name="description" content="{told}">'
        found = read(
            f"<h1>{TITLE}</h1>{DATE}<div>{PROSE}<p>Kepala desa membagikan template surat.</p></div>",
            head=head,
        )
        assert found.description == told


class TestMasthead:
    STAFF = "<p>Komisaris : Sari</p><p>Pemimpin Redaksi : Budi</p><p>Dewan Redaksi : Tono, Tini</p>"
    RULES = "<p>Jakarta, 3 Februari 2012</p>"

    def test_list_of_the_staff_is_no_article(self) -> None:
        url = "https://kabarlembah.example/info.html"
        body = f"<h1>PT Lembah Rindu Media</h1>{self.RULES}<div>{PROSE}{self.STAFF}{PROSE}</div>"
        assert read(body, title="Kabar Lembah | Home", url=url).page_type != "article"

    def test_news_of_a_new_chief_editor_is_one(self) -> None:
        new = "<p>Pemimpin Redaksi: Budi</p>"
        found = read(f"<h1>{TITLE}</h1>{DATE}<div>{PROSE}{new}{PROSE}</div>")
        assert found.page_type == "article"


class TestLowHeadline:
    @pytest.mark.parametrize("level", [3, 4])
    def test_lone_low_heading_over_the_text_is_it_where_the_title_is_a_motto(self, level: int) -> None:
        body = f'<div>Ekonomi</div><div><center><img src="/kincir.jpg"></center><h{level}>{TITLE}</h{level}><div>{PROSE}</div></div><h5>Berita Lainnya</h5>'
        article = read(body, title="KabarLembah - Satu Dalam Berita")
        assert article.title == TITLE
        assert [image.url for image in article.images] == ["https://kabarlembah.example/kincir.jpg"]

    def test_low_heading_within_the_text_is_not_it(self) -> None:
        body = f"<div><p>{TEXT[0]}</p><h3>Bambu dan Kayu dari Kebun Bersama</h3><p>{TEXT[1]}</p><p>{TEXT[2]}</p></div>"
        assert read(body, title="Memugar Kincir Tua").title == "Memugar Kincir Tua"

    def test_low_heading_is_not_it_where_the_head_states_a_title(self) -> None:
        head = f'<meta property="og:title" content="{TITLE}">'
        body = f"<h3>Kabar Desa dari Lembah Rindu</h3><div>{PROSE}</div>"
        assert read(body, head=head).title == TITLE


class TestPicturesAndCredits:
    def test_picture_stands_in_a_box_called_by_the_byline_in_it(self) -> None:
        body = f'<article><div class="et_post_meta_wrapper"><h1 class="entry-title">{TITLE}</h1><p class="post-meta">by <span class="author vcard">Kabar Lembah</span> | <span class="published">Mar 6, 2026</span></p><img src="/uploads/kincir-1080x675.png" width="1080" height="675"></div><div class="entry-content">{PROSE}</div></article>'
        article = read(body)
        assert [image.url for image in article.images] == [
            "https://kabarlembah.example/uploads/kincir-1080x675.png"
        ]

    def test_picture_in_a_byline_without_the_headline_is_none(self) -> None:
        body = f'<article><h1>{TITLE}</h1><div class="post-meta"><img src="/uploads/wajah-anu.png">{DATE}</div><div class="entry-content">{PROSE}</div></article>'
        assert read(body).images == []

    @pytest.mark.parametrize("tag", ["small", "em", "figcaption"])
    def test_credit_may_be_a_link(self, tag: str) -> None:
        body = f'<h1>{TITLE}</h1>{DATE}<div><p><img src="/a.jpg"></p><center><{tag}><a href="https://foto.example/1">Sumber foto: Akun Twitter Balai Lembah</a></{tag}></center>{PROSE}</div>'
        assert [image.credit for image in read(body).images] == ["Akun Twitter Balai Lembah"]

    @pytest.mark.parametrize(
        ("line", "credit"),
        [
            ("Sumber foto: Balai Kota", "Balai Kota"),
            ("Sumber gambar: Balai Kota", "Balai Kota"),
            ("Sumber: Balai Kota", "Balai Kota"),
            ("Foto: Balai Kota", None),
        ],
    )
    def test_label_of_a_source_speaks_of_nobody_in_the_picture(self, line: str, credit: str | None) -> None:
        prose = (
            f"{PROSE}<p>Wali kota menyambut rombongan warga di halaman Balai Kota pada hari yang sama.</p>"
        )
        body = f'<h1>{TITLE}</h1>{DATE}<figure><img src="/a.jpg"><figcaption>{line}</figcaption></figure><div>{prose}</div>'
        assert [image.credit for image in read(body).images] == [credit]

    def test_linked_teaser_of_a_gallery_is_no_credit(self) -> None:
        body = f'<h1>{TITLE}</h1>{DATE}<div><p><img src="/a.jpg"></p><p><a href="/foto/10-potret">Foto: Sepuluh Potret Kincir Lembah Rindu</a></p>{PROSE}</div>'
        assert [image.credit for image in read(body).images] == [None]


class TestTagsInWords:
    def test_words_in_a_list_of_tags(self) -> None:
        body = f'<article><h1>{TITLE}</h1>{DATE}<div>{PROSE}</div><footer class="article-footer"><div class="tags"><span class="tag">kincir</span><span class="tag">padi</span><span class="tag">lembah rindu</span></div><a href="/baca/lain.html">Panen Raya di Bukit Seberang Ditunda Dua Pekan</a></footer></article>'
        assert read(body).tags == ["kincir", "padi", "lembah rindu"]

    def test_words_of_another_articles_card_are_none(self) -> None:
        card = '<div class="card"><a href="/baca/lain.html">Panen Raya di Bukit Seberang Ditunda Dua Pekan</a><div class="tags"><span>panen</span><span>bukit</span></div></div>'
        assert read(f"<h1>{TITLE}</h1>{DATE}<div>{PROSE}</div><p>Bagikan</p>{card}").tags == []

    def test_categories_in_the_box_of_tags_are_none(self) -> None:
        links = 'Kategori: <a href="https://kabarlembah.example/kategori/usaha/">usaha</a>, <a href="https://kabarlembah.example/kategori/tani/">tani</a><br>Tag: <a href="https://kabarlembah.example/tag/kincir/">kincir</a>, <a href="https://kabarlembah.example/tag/padi/">padi</a>'
        assert read(f"<h1>{TITLE}</h1>{DATE}<div>{PROSE}</div><div><div>{links}</div></div>").tags == [
            "kincir",
            "padi",
        ]


class TestLinesOfThemes:
    @pytest.mark.parametrize(
        "line",
        [
            '<div class="td-g-rec td-g-rec-id-content_inline">-iklan di sini ya-</div>',
            '<div class="twp-read-time"><span>Read Time</span>40 Second</div>',
            "<div>Reading Time: 1 Minute, 32 Second</div>",
            "<div>Waktu membaca: 2 menit</div>",
        ],
    )
    def test_is_no_part_of_the_text(self, line: str) -> None:
        article = read(
            f'<h1>{TITLE}</h1>{DATE}<div class="entry-content"><p>{TEXT[0]}</p>{line}<p>{TEXT[1]}</p><p>{TEXT[2]}</p></div>'
        )
        assert article.body == "\n\n".join(TEXT)


class TestBreadcrumbs:
    def test_title_with_a_dash_is_one_entry(self) -> None:
        title = "Laga Persilem - Bukit Rindu"
        body = f'<ol class="breadcrumb"><li class="breadcrumb-item"><a href="/">Beranda</a></li><li class="breadcrumb-item"><a href="/artikel/">Artikel</a></li><li class="breadcrumb-item active">{title}</li></ol><h1>{title}</h1>{DATE}<div>{PROSE}</div>'
        assert read(body, title=title).section in (None, "Artikel")
