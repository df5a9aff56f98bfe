"""Pages that a site has beside its articles: its own, its lists, its services, and what it only points to."""

from __future__ import annotations

import pytest

from newscrawl import extract
from newscrawl.items import Article

TITLE = "Nelayan Muara Membuka Bengkel Perahu"
NEWS = (
    "Kelompok nelayan di muara membuka bengkel perahu yang dikelola bersama oleh dua belas keluarga.",
    "Bengkel itu menerima perahu dari tiga desa dan memperbaikinya dalam waktu kurang dari sepekan.",
    '"Kami tidak perlu lagi ke kota," kata ketua kelompok itu ketika ditemui di tepi dermaga, Kamis.',
)
TO_READER = (
    "Kami menerima pesanan perahu kayu dari nelayan di seluruh pesisir dengan harga yang terjangkau.",
    "Silakan datang ke bengkel kami di tepi dermaga atau kirim pesan kepada petugas yang berjaga.",
    "Perahu yang sudah dipesan dapat diambil setelah tiga bulan, dan Anda boleh mencicilnya sepuluh kali.",
)
DATE = "<div class='date'>Kamis, 14 Mei 2026 09:10 WIB</div>"
BY = "<div class='author'>Oleh: Rara Kelana</div>"
POST = "https://suara.example/desa/nelayan-muara-membuka-bengkel"


def page(
    *lines: str,
    url: str = POST,
    title: str = TITLE,
    above: str = "",
    body: str = "",
    head: str = "",
    og_type: str = "article",
) -> Article:
    text = "".join(f"<p>{line}</p>" for line in lines)
    source = (
        f"<html><head><title>{title} - Suara Muara</title><meta property='og:type' content='{og_type}'>{head}"
        f"</head><body class='{body}'><h1>{title}</h1>{above}<div class='isi'>{text}</div></body></html>"
    )
    return extract(source, url, site_rules=False)


def data(json: str) -> str:
    return f"<script type='application/ld+json'>{json}</script>"


class TestSystems:
    """What WordPress and Blogger say themselves of what they show."""

    @pytest.mark.parametrize("body", ["page page-id-12", "attachment single postid-9"])
    def test_a_page_that_is_no_post(self, body: str) -> None:
        article = data(f'{{"@type":"Article","headline":"{TITLE}","author":{{"name":"Rara Kelana"}}}}')

        found = page(*NEWS, url="https://suara.example/bengkel/", body=body, head=article)

        assert (found.page_type, found.body, found.authors) == ("other", None, [])

    def test_a_front_page_is_a_listing(self) -> None:
        assert page(*NEWS, url="https://suara.example/", body="home page-id-3").page_type == "listing"

    def test_a_post_is_an_article(self) -> None:
        assert page(*NEWS, body="single single-post postid-12 elementor-page-12").page_type == "article"

    def test_a_dated_page_with_a_name_of_several_words_is_one(self) -> None:
        assert page(*NEWS, body="page page-id-12", above=DATE).page_type == "article"

    def test_a_page_of_a_blog(self) -> None:
        blog, url = "<meta name='generator' content='blogger'>", "https://suara.example/p/bengkel-kami.html"

        assert page(*NEWS, url=url, head=blog, above=BY).page_type == "other"
        assert page(*NEWS, url=url, above=BY).page_type == "article"

    @pytest.mark.parametrize("kind", ["gallery", "video"])
    def test_the_format_of_a_post_says_what_little_text_presents(self, kind: str) -> None:
        body = f"single single-post single-format-{kind}"

        assert page(NEWS[0], body=body, above=DATE).page_type == kind
        assert page(*NEWS, body=body, above=f"{DATE}{BY}").page_type == "article"

    def test_a_list_of_posts_that_holds_a_whole_one(self) -> None:
        found = page(*NEWS * 3, body="archive category category-desa", above=f"{DATE}{BY}")

        assert (found.page_type, found.authors) == ("listing", [])
        assert page(*NEWS * 3, body="archive", above=DATE).page_type == "article"

    def test_a_page_that_is_not_there(self) -> None:
        assert page(*NEWS, body="error404").page_type == "other"
        assert page(*NEWS, body="galeri").page_type == "article"


@pytest.mark.parametrize(
    "path", ["halaman/redaksi", "pedoman.html", "page/kebijakan-privasi", "profil/visi-misi"]
)
def test_an_address_may_say_that_a_page_is_the_sites_own(path: str) -> None:
    assert page(*NEWS * 3, url=f"https://suara.example/{path}", above=DATE).page_type == "other"
    assert page(*NEWS * 3, url=f"https://suara.example/{path}-diubah-lagi", above=DATE).page_type == "article"


class TestUnclaimed:
    """Texts without a day and a writer."""

    def test_one_that_speaks_to_its_reader_is_the_sites_own(self) -> None:
        assert page(*TO_READER).page_type == "other"
        assert page(*NEWS[:2], *TO_READER[:2]).page_type == "other"

    @pytest.mark.parametrize("above", [DATE, BY])
    def test_a_day_or_a_writer_makes_it_an_article(self, above: str) -> None:
        assert page(*TO_READER, above=above).page_type == "article"

    def test_the_site_named_as_the_author_of_every_page_is_no_writer(self) -> None:
        assert page(*TO_READER, head="<meta name='author' content='Tim Suara'>").page_type == "other"

    def test_nor_is_what_the_title_names(self) -> None:
        assert page(*TO_READER, title="Liputan: Bengkel Perahu").page_type == "other"

    def test_what_is_quoted_is_not_said_to_the_reader(self) -> None:
        quoted = [f'"{line}" ujar ketua kelompok nelayan itu.' for line in TO_READER]

        assert page(*quoted, NEWS[0]).page_type == "article"

    TABLE = (
        "<table><tr><td>Pasar Muara</td><td>06.10</td></tr><tr><td>Pasar Hulu</td><td>07.45</td></tr></table>"
    )
    SERVICE = (
        "Perahu dari dermaga berangkat dan kembali ke muara setiap hari pada jam yang sama sejak dahulu.",
    ) * 3

    def test_a_table_with_as_many_signs_of_a_listing_is_a_service(self) -> None:
        assert page(*self.SERVICE, self.TABLE, og_type="website").page_type == "other"
        assert page(*self.SERVICE, self.TABLE).page_type == "article"
        assert page(*self.SERVICE, og_type="website").page_type == "article"

    def test_a_text_with_more_signs_of_a_listing(self) -> None:
        url = "https://suara.example/muara"

        assert page(*NEWS[:2], *self.SERVICE * 2, url=url, og_type="website").page_type == "listing"
        assert page(*NEWS, *self.SERVICE * 2, url=url, og_type="website").page_type == "article"

    def test_a_front_page_that_tells_of_its_title(self) -> None:
        lines = [f"{line} {TITLE}." for line in NEWS * 3]

        assert page(*lines, url="https://suara.example/", og_type="").page_type == "listing"
        assert page(*lines, url="https://suara.example/", og_type="", above=DATE).page_type == "article"


class TestThings:
    """What a page shows that is no article by its data."""

    @pytest.mark.parametrize("kind", ["SportsEvent", "MusicEvent", "Event"])
    def test_an_event(self, kind: str) -> None:
        event = data(f'{{"@type":"{kind}","name":"{TITLE}"}}')

        assert page(*NEWS * 2, head=event, above=DATE, og_type="website").page_type == "other"
        assert page(*NEWS * 2, head=event, above=DATE).page_type == "article"

    FACTS = (
        "<b>Tanggal</b><p>14 Oktober 2026</p>",
        "<b>Tempat</b>: Pendopo",
        "<a href='/d'>Daftar Sekarang</a>",
    )

    def test_an_event_by_its_place_its_day_and_its_button(self) -> None:
        assert page(*NEWS * 2, *self.FACTS, above=DATE, og_type="website").page_type == "other"
        assert page(*NEWS * 2, *self.FACTS, above=DATE).page_type == "article"
        for missing in self.FACTS:
            left = [fact for fact in self.FACTS if fact != missing]
            assert page(*NEWS * 2, *left, above=DATE, og_type="website").page_type == "article"

    @pytest.mark.parametrize("kind", ["Event", "Product"])
    def test_what_stands_beside_an_article_has_another_name(self, kind: str) -> None:
        other = data(f'[{{"@type":"{kind}","name":"Lomba Dayung di Hulu"}}]')

        assert page(*NEWS * 2, head=other, above=DATE, og_type="website").page_type == "article"

    @pytest.mark.parametrize("og_type", ["business.business", "restaurant.restaurant", "product.item"])
    def test_a_place_or_a_product(self, og_type: str) -> None:
        assert page(*NEWS, og_type=og_type, above=DATE).page_type == "other"

    def test_a_person(self) -> None:
        url = "https://suara.example/tokoh/rara-kelana"

        assert page(*NEWS, url=url, above=DATE, og_type="profile").page_type == "listing"
        assert page(*NEWS, url=url, above=DATE, og_type="website").page_type == "article"

    def test_a_thread_of_a_forum_is_no_article_of_the_data(self) -> None:
        url = "https://suara.example/forum/perahu"
        thread, post = (
            data(f'{{"@type":"{kind}","headline":"{TITLE}"}}')
            for kind in ("DiscussionForumPosting", "BlogPosting")
        )

        assert page(*NEWS[:2], NEWS[0], url=url, head=thread, og_type="website").page_type == "other"
        assert page(*NEWS[:2], NEWS[0], url=url, head=post, og_type="website").page_type == "article"

    def test_a_program_that_shows_videos(self) -> None:
        text = f"{NEWS[0]} {NEWS[1]} Simak selengkapnya dalam video yang direkam dua hari lalu berikut ini."

        found = page(text, url="https://suara.example/video.php?id=7", above=DATE)
        assert (found.page_type, found.body) == ("video", None)
        assert page(text, url="https://suara.example/berita.php?id=7", above=DATE).page_type == "article"


@pytest.mark.parametrize(
    "line",
    [
        "Kami dan 842 mitra kami menyimpan dan/atau mengakses informasi pada perangkat seperti cookie.",
        "We and our 842 partners store and access information on a device, such as unique identifiers.",
        "Situs ini menggunakan cookie agar pengunjung dapat membaca dengan nyaman di setiap halaman.",
    ],
)
def test_a_wall_of_consent_is_no_article(line: str) -> None:
    more = ("Data geolokasi dipakai untuk iklan yang sesuai dengan minat pembaca di setiap perangkat.",) * 3

    assert page(line, *more, title="Suara Muara", above=DATE).page_type == "other"
    told = "Nelayan muara yang membuka bengkel perahu tidak perlu menyetujui hal itu di situs kelompoknya."
    assert page(line, told, *more, above=DATE).page_type == "article"


def test_the_desk_in_an_authors_microdata_is_no_title_of_the_page() -> None:
    desk = "<span itemprop='author' itemscope><meta itemprop='name' content='Redaksi'></span>"

    assert page(*NEWS, above=DATE + desk).page_type == "article"
    assert page(*NEWS, above=DATE, head="<meta name='name' content='Redaksi'>").page_type == "other"


class TestPeople:
    """Whoever is named on a page that is no article wrote none."""

    def test_the_staff_and_the_writers_of_teasers_are_forgotten(self) -> None:
        assert page(*NEWS, title="Redaksi", above=BY).authors == []
        assert page(*NEWS, url="https://suara.example/tag/perahu", above=BY).authors == []
        assert page(*NEWS, above=BY).authors == ["Rara Kelana"]

    def test_a_photographer_is_not(self) -> None:
        found = page(NEWS[0], title="Foto: Bengkel Perahu Nelayan", above=f"{DATE}{BY}")

        assert (found.page_type, found.authors) == ("gallery", ["Rara Kelana"])

    def test_nor_the_writer_of_an_article_whose_text_is_not_there(self) -> None:
        found = page("Memuat.", above=f"{DATE}{BY}")

        assert (found.page_type, found.authors) == ("other", ["Rara Kelana"])


@pytest.mark.parametrize(
    "url",
    [
        "https://suara.example/2026/05/perahu-nelayan.html",
        "https://suara.example/2026/05/14/perahu/",
        "https://suara.example/berita.php?id=9001",
        "https://suara.example/?p=642",
    ],
)
def test_an_address_may_name_one_article_by_its_day_or_its_number(url: str) -> None:
    lines = ("Nelayan membuka bengkel perahu di muara.", *NEWS[1:2], "Bengkel itu milik dua belas keluarga.")

    assert page(*lines, url=url, above=DATE, og_type="").page_type == "article"


@pytest.mark.parametrize("path", ["2026/05/14/", "2026/05/12", "halaman.php?id=3", "berita.php?hal=9001"])
def test_another_may_not(path: str) -> None:
    lines = ("Nelayan membuka bengkel perahu di muara.", *NEWS[1:2], "Bengkel itu milik dua belas keluarga.")

    assert page(*lines, url=f"https://suara.example/{path}", above=DATE, og_type="").page_type != "article"


def test_a_file_for_what_is_not_there() -> None:
    assert page(*NEWS, url="https://suara.example/404.html").page_type == "other"


class TestTitlesOfPictures:
    LINES = (
        "Foto kepala desa di dermaga dicoret orang tak dikenal pada Kamis (14/5/2026) dini hari.",
        'Polisi memeriksa rekaman di bengkel. "Dua orang berboncengan," kata kepala kepolisian sektor.',
    )

    @pytest.mark.parametrize("title", ["Foto Kepala Desa Dicoret di Dermaga", "Video Perkelahian di Dermaga"])
    def test_news_of_a_picture_is_an_article(self, title: str) -> None:
        assert page(*self.LINES, title=title, above=DATE).page_type == "article"

    @pytest.mark.parametrize(
        "title", ["FOTO: Kepala Desa di Dermaga", "Foto - Kepala Desa", "[FOTO] Kepala Desa"]
    )
    def test_a_label_makes_a_gallery(self, title: str) -> None:
        assert page(*self.LINES, title=title, above=DATE).page_type == "gallery"

    def test_so_does_a_single_paragraph(self) -> None:
        line = " ".join(self.LINES)

        assert page(line, title="Foto Kepala Desa di Dermaga", above=DATE).page_type == "gallery"

    def test_and_the_folder_of_the_address(self) -> None:
        url = "https://suara.example/foto/kepala-desa-dicoret-di-dermaga"

        assert page(*self.LINES, title="Foto Kepala Desa Dicoret", url=url, above=DATE).page_type == "gallery"


def test_a_sentence_that_presents_a_list_is_an_article_under_a_dated_headline() -> None:
    lines = (NEWS[0], "Berikut hasil lomba perahu:", *(f"Desa {name} menang tiga kali" for name in "ABC"))

    assert page(*lines, above=DATE).page_type == "article"
    assert page(*lines).page_type == "other"
