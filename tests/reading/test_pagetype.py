"""Pages that are no articles are refused, and no article is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl import extract
from newscrawl.items import PAGE_TYPES
from newscrawl.reading import parse
from newscrawl.reading.body.pagesigns import read_signs
from newscrawl.reading.body.pagetype import settle
from newscrawl.reading.body.teasers import is_prose
from newscrawl.reading.fields.sources import Sources
from newscrawl.reading.raw import PageSigns
from newscrawl.reading.tree.blocks import Block

TITLE = "Warga Menanam Seribu Pohon Trembesi di Lereng Bukit"
ARTICLE_URL = "https://www.kabarutara.id/desa/read/4821377/warga-menanam-seribu-pohon"
SENTENCES = [
    "Warga menanam seribu pohon trembesi di lereng bukit itu bersama para pelajar dari tiga sekolah.",
    "Pohon itu dibeli dengan dana desa yang tersisa dari tahun lalu, kata kepala desa pada Senin.",
    '"Kami berharap lereng ini tidak longsor lagi ketika hujan turun," ujar dia di balai desa.',
    "Dinas kehutanan akan memeriksa pertumbuhan pohon setiap enam bulan selama lima tahun.",
]
HEADLINES = [
    "Petani Kopi Desa Atas Panen Lebih Awal Tahun Ini",
    "Sekolah Dasar di Lereng Bukit Mendapat Perpustakaan",
    "Pasar Ikan Dipindahkan ke Tepi Sungai Besar",
    "Lomba Perahu Naga Digelar pada Akhir Bulan Depan",
    "Harga Cabai di Pasar Kecamatan Naik Lagi Pekan Ini",
]


def html(body: str, *, title: str = TITLE, og_title: str | None = None, og_type: str = "article") -> str:
    stated = {"og:type": og_type, "og:title": og_title or title}
    metas = "".join(f'<meta property="{key}" content="{value}">' for key, value in stated.items())
    return f"<html><head><title>{title} - Kabar Utara</title>{metas}</head><body>{body}</body></html>"


def article(paragraphs: list[str], **options: str) -> str:
    text = "".join(f"<p>{line}</p>" for line in paragraphs)
    body = f'<h1>{options.get("title", TITLE)}</h1><div class="date">Senin, 13 Mei 2024 10:00 WIB</div>'
    return html(f'{body}<div class="content">{text}</div>', **options)


def teasers(*, dated: bool = True) -> str:
    return "".join(
        f'<div class="item"><h3><a href="/desa/read/{n}/berita-{n}">{line}</a></h3>'
        f"{'<span>13 Mei 2024 10:00</span>' if dated else ''}<p>{SENTENCES[n % 4]}</p></div>"
        for n, line in enumerate(HEADLINES * 3)
    )


class TestArticles:
    @pytest.mark.parametrize(
        "paragraphs",
        [SENTENCES, SENTENCES[:3], [" ".join(SENTENCES[:3])], [*SENTENCES, "(abc/def)"], SENTENCES * 6],
    )
    def test_long_and_short_ones(self, paragraphs: list[str]) -> None:
        assert extract(article(paragraphs), ARTICLE_URL).page_type == "article"

    def test_a_list_of_links_below_a_long_text_makes_no_listing(self) -> None:
        links = [Block(line, link_share=1.0) for line in HEADLINES * 2]
        text = [Block(line) for line in SENTENCES * 4]

        assert settle(PageSigns(), [*text, *links]) == "article"
        assert settle(PageSigns(), [*links, *text]) == "article"

    def test_linked_headlines_between_the_lines_make_one(self) -> None:
        lines = [Block(line) for line in SENTENCES * 2]
        links = [Block(line, link_share=1.0) for line in HEADLINES * 3]
        labelled = [Block(f"Baca juga: {link.text}", link_share=0.9) for link in links]

        assert settle(PageSigns(), [b for pair in zip(links, lines, strict=False) for b in pair]) == "listing"
        assert (
            settle(PageSigns(), [b for pair in zip(labelled, lines, strict=False) for b in pair]) == "article"
        )

    def test_the_more_text_the_more_signs_of_a_listing_it_outweighs(self) -> None:
        text = [Block(line) for line in SENTENCES * 10]

        def kind(excess: int, paragraphs: int, *, shown: bool = True) -> str:
            signs = PageSigns(shown=shown, for_article=1, for_listing=1 + excess)
            return settle(signs, text[:paragraphs])

        assert [kind(0, 3), kind(1, 3)] == ["article", "listing"]
        assert [kind(2, 8), kind(3, 8)] == ["article", "listing"]
        assert [kind(4, 20), kind(5, 20)] == ["article", "listing"]
        assert [kind(1, 8, shown=False), kind(2, 8, shown=False)] == ["article", "listing"]

    @pytest.mark.parametrize(
        "text",
        [
            "Warga menanam seribu pohon. Bibitnya dari kebun desa. " + SENTENCES[0] + " " + SENTENCES[1],
            "LERENG BUKIT - Bukit gundul di Desa Lereng Bukit longsor pada Senin dini hari. "
            "Tidak ada korban, kata kepala desa setempat.",
        ],
    )
    def test_one_paragraph_of_several_sentences_and_a_breaking_item(self, text: str) -> None:
        assert extract(article([text]), ARTICLE_URL).page_type == "article"

    def test_one_sentence_is_no_article(self) -> None:
        page = article([SENTENCES[0]], og_type="website")
        assert extract(page, "https://www.kabarutara.id/baca").page_type != "article"

    def test_a_text_that_never_says_what_the_title_says(self) -> None:
        lines = [f"Harga sayur di pasar itu turun lagi, kata pedagang ke-{n} di lapaknya." for n in range(20)]
        assert extract(article(lines), ARTICLE_URL).page_type == "article"

    def test_one_long_paragraph_under_an_address_that_says_nothing(self) -> None:
        source = article([" ".join(SENTENCES * 3)], og_type="website")
        assert extract(source, "https://www.kabarutara.id/baca.php?b=9").page_type == "article"

    def test_a_photo_in_the_title_makes_no_gallery(self) -> None:
        page = article(SENTENCES, title="FOTO: Warga Menanam Seribu Pohon Trembesi")
        assert (
            extract(page, "https://foto.kabarutara.id/foto/warga-menanam-seribu-pohon").page_type == "article"
        )

    def test_news_of_a_quiz_is_no_quiz(self) -> None:
        page = article(SENTENCES, title="Kuis Cerdas Cermat Desa Dimenangi SD Lereng Bukit")
        assert extract(page, ARTICLE_URL).page_type == "article"

    def test_an_address_of_one_word_alone_refuses_nothing(self) -> None:
        assert extract(article(SENTENCES * 2), "https://www.kabarutara.id/penanaman").page_type == "article"

    def test_a_headline_that_the_head_does_not_name(self) -> None:
        page = article(SENTENCES * 3).replace(f'content="{TITLE}"', 'content="Kabar Utara"')
        assert extract(page, ARTICLE_URL).page_type == "article"

    def test_teasers_after_the_text(self) -> None:
        page = article(SENTENCES).replace("</body>", f'<div class="related">{teasers()}</div></body>')
        assert extract(page, ARTICLE_URL).page_type == "article"


class TestListings:
    @pytest.mark.parametrize("dated", [True, False])
    @pytest.mark.parametrize(
        "url",
        [
            "https://www.kabarutara.id/",
            "https://www.kabarutara.id/desa",
            "https://www.kabarutara.id/indeks",
            "https://www.kabarutara.id/tag/pohon",
            "https://www.kabarutara.id/search?q=pohon",
        ],
    )
    def test_rows_of_teasers(self, url: str, *, dated: bool) -> None:
        page = html(
            f"<h1>Desa</h1>{teasers(dated=dated)}", title="Berita Desa Terbaru Hari Ini", og_type="website"
        )
        found = extract(page, url)
        assert (found.page_type, found.body) == ("listing", None)

    def test_a_front_page_that_says_it_is_its_top_article(self) -> None:
        top = f'<h1><a href="/desa/read/1/warga-menanam">{TITLE}</a></h1><p>{SENTENCES[0]} {SENTENCES[1]}</p>'
        page = html(top + teasers()).replace(
            "<head>",
            '<head><link rel="canonical" href="https://www.kabarutara.id/desa/read/1/warga-menanam">',
        )
        assert extract(page, "https://www.kabarutara.id/").page_type != "article"

    def test_a_category_with_an_introduction(self) -> None:
        page = html(
            f"<h1>Desa</h1><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p>{teasers()}",
            title="Desa",
            og_type="website",
        )
        assert extract(page, "https://www.kabarutara.id/kategori/desa").page_type != "article"


class TestOthers:
    def test_captions_only(self) -> None:
        figures = "".join(
            f"<figure><img src='{n}.jpg'><figcaption>{s}</figcaption></figure>"
            for n, s in enumerate(SENTENCES)
        )
        page = html(f"<h1>FOTO: {TITLE}</h1>{figures}", title=f"FOTO: {TITLE}")
        found = extract(page, "https://www.kabarutara.id/foto/warga-menanam-seribu-pohon")
        assert (found.page_type, found.body) == ("gallery", None)

    def test_a_notice_under_photos_is_no_article(self) -> None:
        title = "Foto: Warga Menanam Seribu Pohon Trembesi"
        notice = (
            "<p>Kami menggunakan cookie untuk meningkatkan pengalaman Anda dan menampilkan iklan yang sesuai"
            " dengan minat Anda, serta menganalisis lalu lintas yang masuk.</p><p>Dengan melanjutkan, Anda"
            " menyetujui kebijakan privasi yang berlaku untuk semua pengunjung dan pelanggan kami.</p>"
        )
        source = html(f'<h1>{title}</h1><img src="/1.jpg"><div>{notice}</div>', title=title)
        found = extract(source, "https://www.kabarutara.id/foto/4821377/warga-menanam-seribu-pohon")
        assert (found.page_type, found.body) == ("gallery", None)

    def test_one_sentence_about_a_photo_or_a_video(self) -> None:
        for word, kind in (("Foto", "gallery"), ("Video", "video")):
            page = article(SENTENCES[:1], title=f"{word}: {TITLE}")
            assert extract(page, f"https://www.kabarutara.id/{word}/warga").page_type == kind

    def test_a_quiz(self) -> None:
        questions = "<p>Pertanyaan 1/5</p>" + "".join(f"<p>{line}</p>" for line in SENTENCES)
        page = html(
            f"<h1>[KUIS] Seberapa Kenal Kamu dengan Pohon?</h1>{questions}",
            title="[KUIS] Seberapa Kenal Kamu dengan Pohon?",
        )
        assert extract(page, ARTICLE_URL).page_type == "other"

    def test_a_page_without_text(self) -> None:
        assert extract(html("<div>Halaman tidak ditemukan</div>"), ARTICLE_URL).page_type != "article"

    @pytest.mark.parametrize(
        "line",
        [
            "Maaf, artikel yang Anda cari tidak ditemukan atau sudah dihapus. Silakan baca berita lain.",
            "Mohon maaf, halaman yang kamu tuju sudah dipindahkan oleh redaksi ke alamat yang lain.",
            "Sorry, the page you are looking for could not be found. Please try one of the links below.",
        ],
    )
    def test_a_page_that_says_in_its_text_that_it_is_not_there(self, line: str) -> None:
        others = "".join(
            f"<h3><a href='/a/{n}'>Berita {n}</a></h3><p>{s}</p>" for n, s in enumerate(SENTENCES)
        )
        name = "Kabar Utara - Berita Terkini"
        assert (
            extract(html(f"<h1>{name}</h1><p>{line}</p>{others}", title=name), ARTICLE_URL).page_type
            == "other"
        )

    def test_an_article_that_quotes_such_a_page(self) -> None:
        line = "Maaf, halaman yang Anda cari tidak ditemukan, begitu pesan yang dibaca warga di situs desa."
        assert extract(article([line, *SENTENCES], title=TITLE), ARTICLE_URL).page_type == "article"


class TestSettle:
    def test_dates_between_the_lines_make_teasers(self) -> None:
        row = [block for line in SENTENCES for block in (Block(line), Block("13 Mei 2024 10:00"))]
        unsure = PageSigns(for_article=1)
        assert settle(unsure, row) == "listing"
        assert settle(unsure, row, final=False) == "article"

    def test_dates_between_the_lines_of_what_is_called_an_article_make_a_chronology(self) -> None:
        row = [block for line in SENTENCES for block in (Block("13 Mei 2024"), Block(line))]
        assert settle(PageSigns(for_article=2), row) == "article"
        assert settle(PageSigns(for_article=2, shown=False), row) == "listing"

    def test_the_address_of_a_listing_needs_proof_against_it(self) -> None:
        text = [Block(line) for line in SENTENCES * 6]
        assert settle(PageSigns(for_article=1, listed=True), text) == "listing"
        assert settle(PageSigns(for_article=2, listed=True), text) == "article"

    def test_witnesses_for_a_listing_count_against_little_text(self) -> None:
        signs = PageSigns(for_article=1, for_listing=3)
        blocks = [Block(line) for line in SENTENCES]
        assert settle(signs, blocks) == "listing"
        assert settle(signs, blocks * 4) == "article"

    def test_without_a_shown_headline_much_text_is_asked_for(self) -> None:
        signs = PageSigns(shown=False)
        assert settle(signs, [Block(line) for line in SENTENCES[:2]]) == "other"
        assert settle(signs, [Block(line) for line in SENTENCES * 3]) == "article"

    def test_a_page_of_nothing_but_links_is_a_listing_where_one_sign_says_so(self) -> None:
        linked = [Block("Panen Kopi Lebih Awal Tahun Ini", kept=False)]
        unsure = PageSigns(for_article=2, for_listing=1)
        assert settle(unsure, linked) == "listing"
        assert settle(unsure, [Block("Muat lainnya")]) == "other"
        assert settle(PageSigns(for_article=2), linked) == "other"
        assert settle(PageSigns(for_article=3, for_listing=1), linked) == "other"

    def test_dropped_lines_do_not_count(self) -> None:
        assert settle(PageSigns(), [Block(line, kept=False) for line in SENTENCES]) != "article"

    @given(
        st.builds(
            PageSigns, st.booleans(), st.integers(0, 6), st.integers(0, 6), st.booleans(), st.booleans()
        ),
        st.lists(st.builds(Block, st.text(max_size=200), kept=st.booleans()), max_size=10),
    )
    def test_any_text_has_a_type(self, signs: PageSigns, blocks: list[Block]) -> None:
        assert settle(signs, blocks) in PAGE_TYPES
        assert settle(signs, blocks, final=False) in PAGE_TYPES


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Warga menanam seribu pohon trembesi di lereng bukit. (abc/def)", True),
        ('"Kami berharap lereng ini tidak longsor lagi," ujar dia.', True),
        ("Petani Kopi Desa Atas Panen Lebih Awal Tahun Ini", False),
        ("Ya, benar.", False),
    ],
)
def test_prose(text: str, *, prose: bool) -> None:
    assert is_prose(Block(text)) is prose


def test_links_and_captions_are_no_prose() -> None:
    assert not is_prose(Block(SENTENCES[0], link_share=1.0))
    assert not is_prose(Block(SENTENCES[0], kind="caption"))


def test_signs_of_an_article_page() -> None:
    signs = read_signs(Sources(parse(article(SENTENCES), ARTICLE_URL)))
    assert signs.shown
    assert signs.for_article >= 3
    assert signs.for_listing == 0


POSTS = "".join(
    f"<div class='post'><h3><a href='/2024/05/{n}.html'>{line}</a></h3><div>13 Mei 2024</div>"
    f"{''.join(f'<p>{text}</p>' for text in SENTENCES)}</div>"
    for n, line in enumerate(HEADLINES)
)


@pytest.mark.parametrize("path", ["", "2024/05/", "2024/", "category/catatan", "index.php"])
def test_whole_posts_at_the_address_of_a_listing_are_no_article(path: str) -> None:
    page = html(POSTS, title="Catatan Lereng", og_type="website")
    assert extract(page, f"https://catatanlereng.example/{path}").page_type == "listing"


@pytest.mark.parametrize(
    "title", ["Pedoman Media Siber", "Kebijakan Privasi", "Tentang Kami", "Kode Etik Jurnalistik"]
)
def test_pages_about_the_site_are_no_articles(title: str) -> None:
    page = article(SENTENCES * 3, title=title)
    assert extract(page, "https://www.kabarutara.id/laman/halaman-tentang-situs-ini").page_type == "other"


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("Tentang Kabar Utara", "laman/halaman-tentang-situs-ini"),
        ("Hubungi Redaksi Kabar Utara", "laman/halaman-tentang-situs-ini"),
        ("Pedoman Media Siber dan Penjelasannya", "pedoman-media-siber/"),
    ],
)
def test_a_page_about_the_site_may_name_it_or_be_known_by_its_address(title: str, path: str) -> None:
    page = article(SENTENCES * 3, title=title)
    assert extract(page, f"https://www.kabarutara.id/{path}").page_type == "other"


def test_an_article_may_begin_like_a_page_about_the_site() -> None:
    page = article(SENTENCES, title="Tentang Pohon Trembesi di Lereng Bukit")
    assert extract(page, ARTICLE_URL).page_type == "article"


OFFERS = [
    '<meta property="og:type" content="product">',
    '<script type="application/ld+json">{"@type": "Product", "name": "Sepatu Lereng"}</script>',
    '<script type="application/ld+json">{"@type": "JobPosting", "title": "Wartawan"}</script>',
    "<title>Jual Sepatu Lereng Tahan Air</title><div>Rp 450.000</div>",
    "<div>Rp450.000</div><div><a href='/keranjang'>Tambah ke Keranjang</a></div>",
]


@pytest.mark.parametrize("shown", OFFERS)
def test_goods_and_work_on_offer_are_no_articles(shown: str) -> None:
    text = "".join(f"<p>{line} Sepatu lereng tahan air.</p>" for line in SENTENCES)
    page = f"{shown}<h1>Sepatu Lereng Tahan Air</h1><div>{text}</div>"
    assert extract(page, "https://lapak.example/p/12345-sepatu-lereng-tahan-air").page_type == "other"


def test_an_article_beside_the_box_of_a_shop_is_one() -> None:
    page = article(SENTENCES).replace("</body>", f"<aside>{OFFERS[-1]}</aside></body>")
    assert extract(page, ARTICLE_URL).page_type == "article"
    bare = page.replace('content="article"', 'content="website"')
    assert extract(bare, ARTICLE_URL).page_type == "article"


def test_an_article_on_rules_of_the_press_is_one() -> None:
    title = "Pedoman Media Siber Disosialisasikan di Balai Desa"
    assert extract(article(SENTENCES, title=title), ARTICLE_URL).page_type == "article"


def test_links_between_the_paragraphs_of_an_article_are_no_teasers() -> None:
    pairs = zip(SENTENCES, HEADLINES, strict=False)
    text = "".join(
        f"<p>{line}</p><p><a href='/d/{n}'>{other}</a></p>" for n, (line, other) in enumerate(pairs)
    )
    page = html(f"<h1>{TITLE}</h1><div>Senin, 13 Mei 2024 10:00 WIB</div><div>{text}</div>")
    assert extract(page, ARTICLE_URL).body == "\n\n".join(SENTENCES)


def test_verses_with_every_sign_of_an_article_are_one() -> None:
    verses = "<br>".join(["Di lereng ini kami menanam jagung,", "di lereng ini kami menunggu hujan,"] * 2)
    page = article([verses], title="Puisi: Di Lereng Ini Kami").replace(
        "</head>", '<meta property="article:published_time" content="2024-05-13T10:00:00+07:00"></head>'
    )
    assert extract(page, ARTICLE_URL).page_type == "article"


def test_an_article_in_the_folder_of_a_section_is_one() -> None:
    page = article(SENTENCES, og_type="")
    address = "https://www.kabarutara.id/kategori/desa/warga-menanam-seribu-pohon"
    assert extract(page, address).page_type == "article"


def test_a_single_paragraph_under_a_dated_headline_is_an_article() -> None:
    paragraph = (
        "Warga menanam seribu pohon trembesi " + "di lereng bukit bersama para pelajar, " * 7 + "Senin."
    )
    page = article([paragraph], og_type="")
    assert extract(page, ARTICLE_URL).page_type == "article"


def test_the_second_sentence_of_a_breaking_item_may_be_short() -> None:
    lines = [f"TEMANGGUNG, Kabar Utara - {SENTENCES[0]}", "Kepala desa hadir pula."]
    url = "https://kabarutara.id/desa/warga-menanam-seribu-pohon"
    assert extract(article(lines, og_type=""), url).body == "\n\n".join(lines)
    assert extract(article(lines[:1], og_type=""), url).page_type != "article"


def test_an_article_behind_an_index_script_is_one() -> None:
    page = article(SENTENCES[:3], og_type="")
    assert extract(page, "https://www.kabarutara.id/index.php?id=4821377").page_type == "article"
    assert extract(page, "https://www.kabarutara.id/indeks/").page_type == "listing"


def test_an_article_whose_address_was_lost_is_one_by_its_text() -> None:
    told = "Seribu pohon trembesi itu ditanam warga yang menanam di lereng bukit sejak pagi hari."
    page = article([*SENTENCES * 2, told], og_type="")
    assert extract(page, "https://www.kabarutara.id/").page_type == "article"
    blog = page.replace(TITLE, "Catatan Kabar Utara")
    assert extract(blog, "https://www.kabarutara.id/").page_type == "listing"


SHORT = [
    "Seribu pohon trembesi ditanam di lereng bukit pada Sabtu.",
    "Warga membeli bibitnya dengan dana desa tahun lalu.",
    "Dinas kehutanan memeriksa pohon setiap enam bulan.",
]
DAY = "Senin, 13 Mei 2024 10:00 WIB"


def _beside(before: str, behind: str) -> str:
    text = "".join(f"<p>{line}</p>" for line in SHORT)
    shown = f'<div><h1>{TITLE}</h1></div><div>{before}<div class="isi">{text}</div>{behind}</div>'
    return html(shown, og_type="")


@pytest.mark.parametrize(
    "box",
    [
        f'<div class="kolom-kiri"><div>Rini Astuti</div><div>{DAY}</div></div>',
        f"<aside><p>Penulis<br>Rini Astuti</p><p>Terbit<br>{DAY}</p></aside>",
        f"<div><ul><li>Rini Astuti</li><li>{DAY}</li></ul></div>",
    ],
    ids=["column", "aside", "list"],
)
def test_a_short_article_may_be_dated_in_a_box_behind_its_text(box: str) -> None:
    assert extract(_beside("", box), ARTICLE_URL, site_rules=False).page_type == "article"


def test_a_short_article_may_be_dated_in_a_column_before_its_text() -> None:
    box = f"<aside><p>Bagikan</p><p>Simpan</p><p>Penulis<br>Rini Astuti</p><p>Terbit<br>{DAY}</p></aside>"
    assert extract(_beside(box, ""), ARTICLE_URL, site_rules=False).page_type == "article"


def test_days_of_teasers_beside_a_short_text_do_not_date_it() -> None:
    cards = "".join(f'<div><a href="/b/{n}">{line}</a><p>{DAY}</p></div>' for n, line in enumerate(HEADLINES))
    assert extract(_beside("", cards), ARTICLE_URL, site_rules=False).page_type == "other"


VERSES = ["di lereng ini", "kutanam jagung di sela batu", "dan kutunggu hujan", "sampai petang bersama ibu"]


def poem(text: str, box: str = "isi") -> str:
    head = '<meta property="article:published_time" content="2024-05-13T10:00:00+07:00">'
    day = "<div>Senin, 13 Mei 2024 10:00 WIB</div>"
    shown = f"<h1>Di Lereng Ini</h1>{day}<div class='{box}'>{text}</div>"
    return html(shown, title="Di Lereng Ini").replace("</head>", f"{head}</head>")


POEM_URL = "https://kabarutara.id/sastra/read/4821377/di-lereng-ini"


def test_the_verse_that_gave_a_poem_its_title_is_no_repeated_title() -> None:
    text = f"<p>{'<br>'.join([*VERSES, 'ketika mendung sudah lewat dari bukit'])}</p>"

    assert (extract(poem(text), POEM_URL).body or "").split("\n\n")[:4] == VERSES
    titled = extract(poem(text.replace("di lereng ini", "Di Lereng Ini")), POEM_URL)
    assert (titled.body or "").split("\n\n")[:3] == VERSES[1:]


@pytest.mark.parametrize("tag", ["p", "div"])
def test_verses_in_elements_of_their_own_are_a_text_where_the_page_has_no_other(tag: str) -> None:
    text = "".join(f"<{tag}>{verse}</{tag}>" for verse in VERSES)

    assert (extract(poem(text), POEM_URL).body or "").split("\n\n") == VERSES
    assert extract(poem(text, box="sidebar"), POEM_URL).body is None
    assert extract(poem(text.replace(f"<{tag}>", f"<{tag}><a href='/x'>")), POEM_URL).body is None


def test_a_poem_below_its_title_and_its_writer_is_whole() -> None:
    verses = [
        "Kutanam jagung di sela batu",
        "Kutunggu hujan sampai petang,",
        "Dan hujan tidak datang",
        "Malam itu.",
    ]
    head = "<h3>Di Lereng Ini</h3><p>Oleh: Rara Kelana</p>"
    text = f"{head}<p>{'<br>'.join(verses)}</p>"

    assert (extract(poem(text), POEM_URL).body or "").split("\n\n") == verses


EPISODES = [
    f"<h3>Episode {n}: {line}</h3><p>{SENTENCES[n % 4]} {SENTENCES[3]}</p>"
    for n, line in enumerate(HEADLINES)
]


@pytest.mark.parametrize(("behind", "page_type"), [("<p>32 menit</p>", "listing"), ("", "article")])
def test_a_row_of_programmes_has_how_long_each_lasts(behind: str, page_type: str) -> None:
    title = "Siniar Lereng Bukit"
    shown = f"<h1>{title}</h1>" + "".join(f"<div>{episode}{behind}</div>" for episode in EPISODES)
    page = html(shown, title=title, og_type="")

    assert extract(page, "https://kabarutara.id/siniar/lereng-bukit").page_type == page_type


@pytest.mark.parametrize(
    ("query", "page_type"),
    [
        ("hal=penulis&id=14", "listing"),
        ("view=category&id=14", "listing"),
        ("hal=detail&id=14", "article"),
        ("dari=penulis&id=14", "article"),
        ("hal=penulis&kode=20031", "article"),
    ],
)
def test_a_query_says_what_a_program_shows(query: str, page_type: str) -> None:
    page = html(f"<h1>Rara Kelana</h1><p>{SENTENCES[0]}</p><p>{' '.join(SENTENCES)}</p>", title="Rara Kelana")
    page = page.replace("<p>Warga", "<p>Rara Kelana dan warga")

    assert extract(page, f"https://kabarutara.id/baca.php?{query}").page_type == page_type
