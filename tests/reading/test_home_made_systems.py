"""Pages of home-made systems of offices, villages and small papers: every page of a kind is called alike."""

# ruff: noqa: E501 - a line of a page is a line here

from __future__ import annotations

import datetime as dt

import pytest

from newscrawl import extract
from newscrawl.items import Article

TITLE = "Warga Tepi Danau Membuka Kembali Pasar Apung"
URL = "https://dinas.example/berita/41"
TEXT = (
    "TELUK DALAM - Warga di tepi danau membuka kembali pasar apung yang tutup sejak dermaga lamanya roboh diterjang badai dua tahun lalu, Rabu (25/11/2026).",
    "Ketua paguyuban pedagang mengatakan 46 perahu sudah mendaftar, dan sebagian besar milik ibu-ibu dari dusun di seberang dermaga.",
    "Dinas perhubungan menyediakan dua kapal penumpang supaya pengunjung dapat menyeberang tanpa menyewa perahu nelayan, yang ongkosnya dinilai terlalu mahal.",
    '"Kami hanya ingin dagangan laku seperti dahulu," kata seorang pedagang sayur dari dusun seberang.',
)
PROSE = "".join(f"<p>{line}</p>" for line in TEXT)
DATE = "<small>Rabu, 25 November 2026 14:20 WIB</small>"
MENU = "<nav><ul><li><a href='/'>Beranda</a></li><li><a href='/profil'>Profil</a></li></ul></nav>"
LONG = TEXT + tuple(
    f"Pedagang dari dusun nomor {number} membawa ikan asap, sayur, dan anyaman pandan untuk dijual kepada para pelancong yang datang berperahu sejak pagi buta."
    for number in range(9)
)
CARDS = "".join(
    f"<div class='baris'><div><img class='lazy' data-src='/p{day}.jpg'></div><div><p><a href='/berita/{day}'>{name}</a><br>Senin, {day} November 2026</p></div></div>"
    for day, name in ((23, "Jalan Lingkar Danau Ditutup Sepekan"), (16, "Lomba Dayung Diikuti Sembilan Desa"))
)


def read(body: str, *, title: str = "Dinas Danau", url: str = URL) -> Article:
    head = f"<title>{title}</title>"
    return extract(f"<html><head>{head}</head><body>{MENU}{body}</body></html>", url, site_rules=False)


def lines(article: Article) -> list[str]:
    return (article.body or "").split("\n\n")


@pytest.mark.parametrize("name", ["Detail Berita", "- Detail Berita -", "Artikel Detail", "Single Post"])
@pytest.mark.parametrize("title", ["{name}", "Dinas Danau | {name}", "{name} - Dinas Danau"])
@pytest.mark.parametrize("level", ["h1", "h3"])
def test_what_a_system_calls_all_its_pages_is_no_headline(name: str, title: str, level: str) -> None:
    body = f"<div><{level}>{name}</{level}></div><div><h4>{TITLE}</h4>{DATE}{PROSE}</div>"
    article = read(body, title=title.format(name=name))
    assert (article.title, article.page_type) == (TITLE, "article")
    assert lines(article) == list(TEXT)


def test_the_headline_behind_the_name_of_the_template_in_the_head() -> None:
    article = read(f"<div><div>{TITLE}</div>{DATE}{PROSE}</div>", title=f"Detail Berita - {TITLE}")
    assert article.title == TITLE


def test_a_headline_that_begins_like_it_is_one() -> None:
    title = "Detail Anggaran Pasar Apung Dibuka untuk Warga"
    article = read(f"<div><h1>{title}</h1>{DATE}{PROSE}</div>", title=title)
    assert article.title == title


def test_the_name_of_a_blog_over_its_posts_is_no_headline() -> None:
    body = f"<div><h1><a href='/'>Suara Danau Raya</a></h1></div><div><h3><a href='/2026/11/pasar.html'>{TITLE}</a></h3>{DATE}<div>{PROSE}</div></div>"
    article = read(
        body, title=f"Suara Danau Raya: {TITLE}", url="http://suaradanauraya.example/2026/11/pasar.html"
    )
    assert article.title == TITLE


class TestBreadcrumbsThatFileNothing:
    CRUMBS = (
        "<ol class='breadcrumb'><li><a href='/'>Beranda</a></li><li><a href='/berita'>Berita</a></li></ol>"
    )

    def test_a_category_at_the_headline_says_more(self) -> None:
        body = f"{self.CRUMBS}<div><a href='#'>Ekonomi</a><h2>{TITLE}</h2>{DATE}{PROSE}</div>"
        assert read(body).section == "Ekonomi"

    def test_a_label_behind_the_text_says_more(self) -> None:
        body = f"{self.CRUMBS}<div><h2>{TITLE}</h2>{DATE}{PROSE}<h6>Kategori : Pariwisata</h6></div>"
        assert read(body).section == "Pariwisata"

    def test_a_label_above_a_long_byline_behind_the_text(self) -> None:
        foot = "<h6>Kategori : Pariwisata</h6><h6>Dipublikasi Oleh : Rahma Yuliani Kusumawardhani</h6>"
        body = f"{self.CRUMBS}<div><h2>{TITLE}</h2>{DATE}{PROSE}{foot}</div>"
        assert read(body).section == "Pariwisata"

    def test_they_count_where_nothing_else_does(self) -> None:
        assert read(f"{self.CRUMBS}<div><h2>{TITLE}</h2>{DATE}{PROSE}</div>").section == "Berita"


def test_who_published_is_the_writer_where_nobody_else_is_named() -> None:
    body = f"<div><h2>{TITLE}</h2>{DATE}{PROSE}<h6>Dipublikasi Oleh : Rahma Yuliani</h6></div>"
    assert read(body).authors == ["Rahma Yuliani"]


@pytest.mark.parametrize(("behind", "authors"), [("Rahma Yuliani", ["Rahma Yuliani"]), ("Kabar Daerah", [])])
def test_a_name_behind_an_arrow_behind_the_day(behind: str, authors: list[str]) -> None:
    assert read(f"<div><h5>{TITLE}</h5><a>2026-11-25 > {behind}</a>{PROSE}</div>").authors == authors


class TestTextSaidTwice:
    def page(self, preview: str, whole: str) -> Article:
        return read(
            f"<div><h2>{TITLE}</h2>{DATE}<div class='card-text'>{preview}</div><button>Baca Selengkapnya</button>"
            f"<div class='collapse' id='lengkap'><div class='card-text'>{whole}</div></div></div>"
        )

    def test_the_preview_of_a_text_is_no_part_of_it(self) -> None:
        preview = "".join(f"<p>{line}</p>" for line in TEXT[:2])
        assert lines(self.page(preview, PROSE)) == list(TEXT)

    def test_a_refrain_stays(self) -> None:
        refrain = "Perahu pulang membawa malam, danau tidur memeluk bintang, dan kami menunggu."
        whole = f"{PROSE}<p>{refrain}</p><p>Begitulah bait pertama dibacakan para pelajar di dermaga.</p><p>{refrain}</p>"
        assert lines(self.page("", whole)).count(refrain) == 2


class TestCardBesideTheText:
    DAY = "<li><i class='fa-calendar'></i> 25 November 2026</li>"
    BY = "<li><strong>Penulis:</strong> Rahma Yuliani</li>"

    def page(self, card: str) -> Article:
        more = "".join(f"<p>{line}</p>" for line in LONG[len(TEXT) :])
        body = f"<div class='row'><div class='col-8'>{PROSE}{more}</div><div class='col-4'><div class='card'><div class='card-body'><h5>Detail Berita</h5><ul>{card}</ul></div></div></div></div>"
        return read(f"<div><h1>{TITLE}</h1></div><div><img src='/pasar.jpg'></div>{body}", title=TITLE)

    @pytest.mark.parametrize("card", [DAY + BY, BY + DAY])
    def test_the_day_stands_above_or_below_the_writer(self, card: str) -> None:
        article = self.page(card)
        assert article.published_at == dt.datetime(2026, 11, 25, tzinfo=dt.timezone(dt.timedelta(hours=7)))  # type: ignore[misc]
        assert article.authors == ["Rahma Yuliani"]

    def test_a_list_of_several_dates_nothing(self) -> None:
        other = "<li>18 November 2026</li><li>Penulis: Bagus Santosa</li>"
        assert self.page(self.DAY + self.BY + other).published_at is None


class TestCopiesForTwoScreens:
    ALL = "".join(f"<p>{line}</p>" for line in LONG)
    COPY = f"<div class='kotak'>{DATE}<h2>{TITLE}</h2><figure><img src='/pasar.jpg'></figure><div class='isi'>{ALL}</div>{{}}</div>"
    COMMENT = "<div class='coment'><h5>1 Komentar</h5><p>Jaka</p><p>Paman saya juga berdagang di sana dan sekarang jauh lebih ramai.</p><a href='#'>Laporkan</a></div>"

    def page(self, below: str = "") -> Article:
        copy = self.COPY.format(below)
        popular = f"<div class='col-md-4'><div class='fokus'><h5>Populer</h5>{CARDS}</div></div>"
        wide = f"<div class='lebar'><div class='row'><div class='col-sm-8'>{copy}</div>{popular}</div></div>"
        return read(f"{wide}<div class='sempit'>{copy}</div>", title=f"Dinas - {TITLE}")

    def test_the_text_is_read_once(self) -> None:
        assert lines(self.page()) == list(LONG)

    def test_pictures_between_them_are_not_the_articles(self) -> None:
        assert [image.url for image in self.page(self.COMMENT).images] == ["https://dinas.example/pasar.jpg"]


class TestFreeTemplates:
    def test_a_link_that_leads_nowhere_and_is_called_h1_is_the_headline(self) -> None:
        body = f"<div><a href='#' class='h1 display-5'>{TITLE}</a></div><a href='#'><i></i> 2026-11-25</a>{PROSE}"
        article = read(f"<a class='brand' href='/'>Berita Danau</a><div>{body}</div>", title="Berita Danau")
        assert article.title == TITLE
        assert article.published_at is not None

    def test_a_link_that_leads_on_is_a_teaser(self) -> None:
        body = f"<a href='/berita/7' class='h1 display-5'>{TITLE}</a></div><div>{PROSE}"
        assert read(f"<div>{body}</div>", title="Berita Danau").title == "Berita Danau"

    def test_what_all_pages_are_called_is_no_section(self) -> None:
        crumbs = "<nav class='breadcrumbs'><ol><li><a href='/'>Home</a></li><li class='current'>Blog Details</li></ol></nav>"
        assert (
            read(f"<h1>Blog Details</h1>{crumbs}<article><h2>{TITLE}</h2>{DATE}{PROSE}</article>").section
            is None
        )

    def test_filler_is_no_text(self) -> None:
        filler = "<p>Lorem Ipsum is simply dummy text of the printing and typesetting industry, and it has been so since the 1500s.</p>"
        assert lines(read(f"<div><h2>{TITLE}</h2>{DATE}{PROSE}{filler}</div>")) == list(TEXT)

    def test_a_sentence_on_filler_stays(self) -> None:
        told = "Lorem ipsum dipakai perajin spanduk itu hanya sebagai contoh huruf sebelum pesanan datang."
        assert told in lines(read(f"<div><h2>{TITLE}</h2>{DATE}{PROSE}<p>{told}</p></div>"))

    def test_copies_in_two_paragraphs_of_broken_lines(self) -> None:
        copy = f"<p class='my-4'>{'<br><br>'.join(TEXT)}</p>"
        assert lines(read(f"<div><h2>{TITLE}</h2>{DATE}{copy}<img src='/tiga.jpg'>{copy}</div>")) == list(
            TEXT
        )


def test_a_day_below_a_picture_is_no_caption() -> None:
    body = f"<div><h4>{TITLE}</h4><div><img src='/pasar.jpg'></div><p class='card-text text-muted'>25-November-2026</p>{PROSE}</div>"
    assert [image.caption for image in read(body).images] == [None]


def test_a_picture_whose_label_alone_is_hidden_is_the_articles() -> None:
    field = "<div class='field field--label-visually_hidden'><div><img src='/pasar.jpg'></div></div>"
    article = read(f"<article><h1>{TITLE}</h1>{DATE}<div>{field}<div>{PROSE}</div></div></article>")
    assert [image.url for image in article.images] == ["https://dinas.example/pasar.jpg"]
