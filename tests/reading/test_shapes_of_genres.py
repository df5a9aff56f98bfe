"""Pages of other genres than the plain report: live reports, texts for subscribers, columns, stories, topics."""

# ruff: noqa: E501 - a line of a page is a line here

from __future__ import annotations

import pytest

from newscrawl import extract
from newscrawl.items import Article
from tests.reading.shapes import DATE, MENU, PROSE, TEXT, TITLE, URL, article, lines


class TestLiveReports:
    HEADS = (
        "Air pasang mulai masuk ke kampung",
        "Bibit kedua ditanam di sisi timur",
        "Penanaman ditunda karena ombak",
    )
    SAID = "Petugas mencatat tinggi ombak satu meter dan warga diminta menunggu di balai kampung."
    INTRO = "".join(f"<p>{line}</p>" for line in TEXT[:2])

    def entries(self, heading: str = "<h3>{}</h3>", clock: str = "1{}.05 WIB") -> str:
        return "".join(
            f"<article class='e'><b>{clock.format(n)}</b><div>{heading.format(head)}<p>{self.SAID}</p><a href='https://x.example/s'>Bagikan</a></div></article>"
            for n, head in enumerate(self.HEADS)
        )

    def found(self, entries: str) -> list[str]:
        links = "<a href='/a'>Muara</a> <a href='/b'>Pesisir</a> <a href='/c'>Bakau</a>"
        return lines(
            article(
                below=DATE, text=self.INTRO, behind=f"<div class='daftar'>{entries}</div><div>{links}</div>"
            )
        )

    def test_the_entries_are_text(self) -> None:
        found = self.found(self.entries())

        assert [line for line in found if line in self.HEADS] == list(self.HEADS)
        assert found.count(self.SAID) == len(self.HEADS)

    @pytest.mark.parametrize(
        "entries", [{"heading": "<h3><a href='/a/1'>{}</a></h3>"}, {"clock": "", "heading": "<b>{}</b>"}]
    )
    def test_headings_that_lead_on_and_lines_without_a_time_are_none(self, entries: dict[str, str]) -> None:
        assert self.SAID not in self.found(self.entries(**entries))


class TestSubscribers:
    OFFER = "Akses semua artikel dan arsip dari tahun 1968 mulai dari Rp25.000 sebulan, bayar dengan cara apa saja."

    def test_what_shares_the_box_of_the_notice_goes(self) -> None:
        box = f"<div class='kartu'><h2>Baca sampai selesai</h2><p>Artikel ini khusus untuk pelanggan Suara Muara.</p><p>{self.OFFER}</p><ul><li>Akses di web</li></ul></div>"

        assert lines(article(below=DATE, text=PROSE + box)) == TEXT

    def test_only_the_notice_goes_where_it_has_no_box(self) -> None:
        notice = "<p>Artikel ini hanya dapat dibaca pelanggan.</p>"

        assert lines(article(below=DATE, text=f"{PROSE}{notice}<p>{self.OFFER}</p>")) == [*TEXT, self.OFFER]

    def test_a_page_with_nothing_but_the_offer_is_no_article(self) -> None:
        offer = "<p>Dukung kerja kami dengan berlangganan Suara Muara mulai Rp20.000 sebulan dan baca semua artikel, edisi cetak dan arsip.</p>"
        masuk = "<p>Sudah menjadi pelanggan? Silakan masuk untuk membaca tulisan ini sampai selesai dengan akun yang terdaftar di Suara Muara.</p>"

        record = article(below=DATE, text=f"<h2>Konten ini khusus pelanggan</h2>{offer}{masuk}")

        assert (record.page_type, record.body) == ("other", None)

    def test_what_a_text_is_for_goes(self) -> None:
        notice = "<p>Seluruh informasi hukum di sini disiapkan semata-mata untuk tujuan pendidikan dan bersifat umum.</p>"

        assert lines(article(below=DATE, text=PROSE + notice)) == TEXT

    def test_a_sentence_on_subscribers_stays(self) -> None:
        said = f"<p>{TEXT[0]} Penerbit itu menyebut 1.200 orang berlangganan buletin tentang bakau sejak tahun lalu.</p>"

        assert "berlangganan buletin" in (article(below=DATE, text=PROSE + said).body or "")


class TestReviews:
    TITLE = "Piring Kosong di Meja Makan"

    def found(self, text: str, head: str = "") -> Article:
        html = f"<html><head><title>{self.TITLE}</title>{head}</head><body><h1>{self.TITLE}</h1>{DATE}<div>{text}</div></body></html>"
        return extract(html, "https://suara.example/resensi/piring-kosong-di-meja-makan", site_rules=False)

    def test_a_text_without_a_word_of_its_title(self) -> None:
        assert lines(self.found(PROSE)) == TEXT

    @pytest.mark.parametrize(
        ("text", "head"),
        [
            ("".join(f"<p>{line}</p>" for line in TEXT[:2]), ""),
            (PROSE, '<meta property="og:type" content="video.other">'),
        ],
    )
    def test_two_such_paragraphs_or_those_below_a_video_are_none(self, text: str, head: str) -> None:
        assert self.found(text, head).page_type != "article"

    def test_the_data_of_the_book_stay_above_the_text(self) -> None:
        facts = ["Judul: Piring Kosong", "Penulis: Rara Kelana", "Penerbit: Muara", "Tebal: 212 halaman"]
        data = "".join(f"<li>{fact}</li>" for fact in facts)

        assert lines(self.found(f"<ul>{data}</ul>{PROSE}")) == [*facts, *TEXT]


class TestPullQuotes:
    def test_a_quotation_that_a_paragraph_has_word_for_word_goes(self) -> None:
        quote = "<blockquote>“{}ikan kembali bertelur di sela akar bakau”</blockquote>"

        assert lines(article(below=DATE, text=quote.format("") + PROSE)) == TEXT
        assert lines(article(below=DATE, text=quote.format("Menurut dia, ") + PROSE)) == TEXT

    def test_any_other_quotation_stays(self) -> None:
        said = "Ikan pulang bila akar bakau sudah rapat kembali"

        assert said in lines(article(below=DATE, text=f"{PROSE}<blockquote>{said}</blockquote>"))


class TestAuthors:
    @pytest.mark.parametrize(
        "line",
        [
            "Cerpen: Rara Kelana",
            "Cerpen Karya: Rara Kelana",
            "Puisi oleh: Rara Kelana",
            "Esai: Rara Kelana",
            "Dijawab oleh Rara Kelana",
            "Peresensi: Rara Kelana",
            "Oleh Rara Kelana Kamis, 23 Januari 2025 | 07:45 WIB",
            "Dening: Rara Kelana",
            "Dening Rara Kelana",
        ],
    )
    def test_labels_of_stories_and_of_papers_in_javanese(self, line: str) -> None:
        assert article(below=f"{DATE}<p>{line}</p>").authors == ["Rara Kelana"]

    def test_a_headline_in_capitalised_words_is_no_name_before_a_label(self) -> None:
        title = "Mangrove Seedlings Return To Coast"
        below = "<p>Reporter<br><a href='/r/1'>Rara Kelana</a></p><p>Editor<br><a href='/e/2'>Bayu Pesisir</a></p><p>April 22, 2026 | 08:17 pm</p>"
        html = f"<html><head><title>{title} - Suara</title></head><body><h1>{title}</h1>{below}<div>{PROSE}</div></body></html>"

        record = extract(
            html, "https://en.suara.example/read/881203/mangrove-seedlings-return", site_rules=False
        )

        assert (record.authors, record.editors) == (["Rara Kelana"], ["Bayu Pesisir"])

    def test_a_name_in_the_list_of_the_date(self) -> None:
        above = "<ul><li><span>Rara Kelana</span></li><li><span>3 Agu 2024</span></li><li><span>3 menit membaca</span></li></ul>"

        assert article(above=above).authors == ["Rara Kelana"]

    @pytest.mark.parametrize("name", ["Pdt. Rara Kelana", "Rara Kelana"])
    def test_who_signs_below_the_text_with_a_title_or_without(self, name: str) -> None:
        assert article(below=DATE, text=f"{PROSE}<p><i>{name}</i></p>").authors == ["Rara Kelana"]

    @pytest.mark.parametrize("name", ["by", "post-by"])
    def test_a_name_before_the_date_in_a_box_called_by(self, name: str) -> None:
        below = f"<div class='{name}'>Rara Kelana, 29 Juli 2025 20:00 WIB</div>"

        assert article(below=below).authors == ["Rara Kelana"]

    def test_who_signs_a_letter_above_the_place(self) -> None:
        signed = "<p><strong>Rara Kelana</strong><br>Cengkareng, Jakarta Barat</p>"

        assert article(below=DATE, text=PROSE + signed).authors == ["Rara Kelana"]

    def test_where_a_talk_is_heard_is_nobody(self) -> None:
        below = "<p>Tayang 14 Oktober 2024 · 28 menit</p><div><a>Spotify</a><a>Apple Podcasts</a></div>"

        assert article(below=below).authors == []

    def test_what_a_speaker_does_is_no_code(self) -> None:
        assert (
            article(below=DATE, text=f"{PROSE}<p>Silakan dinilai lima tahun lagi. (tertawa)</p>").byline_codes
            == []
        )


class TestPictures:
    def test_a_face_beside_the_link_to_the_author_is_no_picture(self) -> None:
        face = "<div><img src='/p/rara.png'><div><a href='/penulis/rara'>Rara Kelana</a></div></div>"

        assert article(below=f"<img src='/f/bakau.jpg'>{face}{DATE}").images[0].url.endswith("bakau.jpg")
        assert len(article(below=f"<img src='/f/bakau.jpg'>{face}{DATE}").images) == 1

    def test_the_name_of_the_site_in_a_picture_is_none(self) -> None:
        assert article(above="<img src='/images/header.gif'>", below=DATE).images == []

    @pytest.mark.parametrize("order", ["{0}{1}", "{1}{0}"])
    def test_the_paper_and_the_code_of_the_photographer(self, order: str) -> None:
        said = order.format("<span>SUARA/RARA KELANA (RKL)</span>", "<p>Warga menanam bakau di muara.</p>")

        image = article(
            below=f"<figure><img src='/f/bakau.jpg'><figcaption>{said}</figcaption></figure>{DATE}"
        ).images[0]

        assert (image.caption, image.credit) == ("Warga menanam bakau di muara.", "SUARA/RARA KELANA (RKL)")

    def test_a_box_of_facts_is_no_caption(self) -> None:
        facts = "<table><tr><th colspan=2>Rara Kelana</th></tr><tr><td>Lahir</td><td>Muara</td></tr><tr><td>Kerja</td><td>Nelayan</td></tr></table>"

        image = article(below=f"<div class='infobox'><img src='/f/rara.jpg'>{facts}</div>{DATE}").images[0]

        assert (image.caption, image.credit) == (None, None)

    def test_a_short_name_for_a_caption(self) -> None:
        below = "<img src='/f/bakau.jpg'><div class='post-cap'>Warga (tengah) menanam bakau di muara</div>"

        assert article(below=below + DATE).images[0].caption == "Warga (tengah) menanam bakau di muara"


class TestHeads:
    def test_who_signs_for_the_office_is_no_headline(self) -> None:
        sign = "<p>Muara, 14 Juli 2026<br>Kepala Stasiun Pasang Surut Muara<br><b>RARA KELANA</b></p>"
        html = f"<html><head><title>Stasiun Pasang Surut Muara</title></head><body><h2>{TITLE}</h2><div>Diposting pada 14 Juli 2026 05:58 WITA</div><div>{PROSE}{sign}</div></body></html>"

        record = extract(html, URL, site_rules=False)

        assert record.title == TITLE
        assert str(record.published_at) == "2026-07-14 05:58:00+08:00"

    @pytest.mark.parametrize("shown", ["Bakau Kecil", "Renungan Harian: Bakau Kecil"])
    def test_a_short_title_behind_the_name_of_its_column(self, shown: str) -> None:
        html = f"<html><head><title>Renungan Harian: Bakau Kecil</title></head><body>{MENU}<div>{DATE}<h1>{shown}</h1>{PROSE}</div></body></html>"

        record = extract(html, "https://suara.example/renungan/2026/11/25/bakau-kecil", site_rules=False)

        assert (record.title, record.page_type) == (shown, "article")

    def test_a_title_that_only_its_box_calls_so(self) -> None:
        told = "Dewan Muara Rekaan meminta dinas segera membongkar saluran di pasar ikan yang tersumbat."
        rows = f"<tr><td><div class='judulberita'>Saluran Pasar Ikan Diminta Dibongkar</div><div>Selasa, 14 Mei 2024 11:30:00</div><div>{told}<br><br>{TEXT[1]}<br><br>{TEXT[2]}</div></td></tr>"
        html = f"<html><head><title>Dewan Muara Rekaan</title></head><body><table><tr><td><a href='/'>Depan</a></td></tr>{rows}</table></body></html>"

        record = extract(html, "http://dewan.rekaan.example/berita.asp?id=2210", site_rules=False)

        assert record.title == "Saluran Pasar Ikan Diminta Dibongkar"
        assert lines(record)[0] == told

    @pytest.mark.parametrize(("word", "section"), [("Bencana", "Bencana"), ("Suara", None)])
    def test_a_usual_name_of_a_section_right_above_the_headline(self, word: str, section: str | None) -> None:
        assert article(above=f"<div>{word}</div>", below=DATE).section == section

    def test_the_time_in_the_foot_of_a_post_whose_head_has_the_day_alone(self) -> None:
        foot = "<div>Diposting oleh Rara di <a href='#'><abbr class='published' title='2026-06-18T19:42:00+07:00'>19.42</abbr></a></div>"

        post = f"<div class='post'><h3>{TITLE}</h3><div class='post-body'>{12 * PROSE}</div><div class='post-footer'>{foot}</div></div>"
        html = f"<html><head><title>{TITLE} - Suara</title></head><body><div class='blog-posts'><h2 class='date-header'><span>Kamis, 18 Juni 2026</span></h2>{post}</div></body></html>"

        record = extract(html, URL, site_rules=False)

        assert str(record.published_at) == "2026-06-18 19:42:00+07:00"

    def test_a_day_among_the_credits_of_an_article(self) -> None:
        html = article(
            below="<div class='credits-top'><span>Oleh Rara Kelana</span> <span>Foto oleh Bayu Pesisir</span> <span>11 Mei 2025</span></div>"
        )

        assert str(html.published_at) == "2025-05-11 00:00:00+07:00"

    def test_the_entries_of_a_breadcrumb_in_elements_of_their_own(self) -> None:
        crumbs = (
            f"<div class='breadcrumbs'><a href='/'>Beranda</a><span>Cerpen</span><span>{TITLE}</span></div>"
        )

        assert article(above=crumbs).section == "Cerpen"


class TestTools:
    TEXT = (
        "Kalkulator ini membantu Anda menghitung iuran kelompok nelayan sebesar 2,5 persen dari hasil sebulan.",
        "Hasil perhitungan bersifat perkiraan, dan hasil yang pasti dapat ditanyakan kepada bendahara kelompok. Angka bulan lalu tidak disimpan di sini dan tidak dikirim ke mana pun.",
    )

    def page_type(self, url: str, date: str = "") -> str:
        text = "".join(f"<p>{line}</p>" for line in self.TEXT)
        html = f"<html><head><title>Kalkulator Iuran Nelayan - Suara</title></head><body><h1>Kalkulator Iuran Nelayan</h1>{date}<form><input></form>{text}</body></html>"
        return extract(html, url, site_rules=False).page_type

    def test_a_short_text_without_any_sign_of_an_article_is_none(self) -> None:
        assert self.page_type("https://suara.example/kalkulator-iuran-nelayan") == "other"

    def test_a_name_of_several_words_is_not_enough_for_what_speaks_to_its_reader(self) -> None:
        assert self.page_type("https://suara.example/niaga/kalkulator-iuran-kelompok-nelayan") == "other"

    def test_with_a_date_it_is_one(self) -> None:
        assert self.page_type("https://suara.example/kalkulator-iuran-nelayan", DATE) == "article"


class TestTags:
    def test_a_row_of_links_in_a_box_of_tags_whatever_rows_are_called(self) -> None:
        row = "<div class='body-tag'><div class='nav'><a class='nav__item' href='/tag/bakau'>bakau</a><a class='nav__item' href='/tag/muara'>muara</a></div></div>"

        assert article(below=DATE, behind=row).tags == ["bakau", "muara"]


class TestBuilders:
    """Pages of systems for letters and blogs: hashed classes, cards whose links are scripts."""

    CARDS = "".join(
        f"<div><h2>Kabar lain nomor {n}</h2><p>Catatan pendek tentang hal-hal kecil di kampung nelayan yang sering luput.</p></div>"
        for n in range(2)
    )

    def found(self, tag: str) -> list[str]:
        text = f"<{tag}><div class='l'><div class='gr'><h1>{TITLE}</h1>{DATE}{PROSE}</div></div></{tag}>"
        html = f"<html><head><title>{TITLE}</title></head><body><div class='a b'>{text}<div class='m'>{self.CARDS}</div></div></body></html>"
        return lines(extract(html, URL, site_rules=False))

    def test_an_article_element_around_headline_and_text_is_closed(self) -> None:
        assert self.found("article") == TEXT

    def test_another_element_is_not(self) -> None:
        assert self.found("div") != TEXT

    def test_a_part_of_the_text_may_stand_behind_it(self) -> None:
        more = "".join(f"<p>{line}</p>" for line in (*TEXT, *TEXT))
        html = f"<html><head><title>{TITLE}</title></head><body><div><article><h1>{TITLE}</h1>{DATE}<p>{TEXT[0]}</p></article>{more}</div></body></html>"

        assert lines(extract(html, URL, site_rules=False)) == [TEXT[0], *TEXT, *TEXT]

    @pytest.mark.parametrize(
        ("caption", "credit"),
        [
            ("Photo by Rara Kelana / Unsplash", "Rara Kelana / Unsplash"),
            ("Photo by Rara Kelana on Unsplash", "Rara Kelana on Unsplash"),
            ("Foto oleh Rara Kelana", "Rara Kelana"),
        ],
    )
    def test_what_systems_write_below_pictures_of_agencies(self, caption: str, credit: str) -> None:
        figure = f"<figure><img src='/f/bakau.jpg'><figcaption>{caption}</figcaption></figure>"

        assert article(below=figure + DATE).images[0].credit == credit

    def test_a_menu_beside_the_headline_names_no_section(self) -> None:
        nav = "<nav><a href='/category/kabar/'>Kabar</a></nav>"
        html = f"<html><head><title>{TITLE} - Suara</title></head><body><div>{nav}<h1>{TITLE}</h1>{DATE}<div><a href='/category/sosok/'>Sosok</a></div>{PROSE}</div></body></html>"

        assert extract(html, URL, site_rules=False).section == "Sosok"

    def test_a_note_with_a_date_below_the_text_makes_its_first_paragraph_no_deck(self) -> None:
        note = "<p>Catatan redaksi: Artikel ini diperbarui pada Rabu (25/11/2026) pukul 18.00 WIB.</p>"

        assert article(below=DATE, text=PROSE + note).description is None


class TestTopics:
    INTRO = [
        "Bakau di muara menahan abrasi pantai dan menjadi tempat ikan bertelur di seluruh pesisir utara. Akarnya menahan lumpur yang dibawa sungai dari hulu.",
        "Penanaman bakau digelar bertahap sejak tahun lalu dengan bibit dari iuran anggota kelompok nelayan. Ikuti kabar terbarunya dari setiap kampung di sini.",
    ]

    def html(self, date: str = "") -> str:
        intro = "".join(f"<p>{line}</p>" for line in self.INTRO)
        head = '<title>Topik: Bakau di Muara Utara - Suara</title><meta property="og:type" content="article">'
        cards = "".join(
            f"<div class='s'><a href='/artikel/{n}'><h3>{TITLE} {n}</h3></a><p>{TEXT[1]}</p></div>"
            for n in range(9)
        )
        return f"<html><head>{head}</head><body><h1>Bakau di Muara Utara</h1>{date}{intro}<div>{cards}</div></body></html>"

    def test_an_introduction_at_the_address_of_a_topic_is_no_article(self) -> None:
        assert (
            extract(self.html(), "https://suara.example/topik/bakau-di-muara-utara-2026").page_type
            == "listing"
        )

    def test_the_profile_of_a_person_is_none(self) -> None:
        html = self.html().replace('content="article"', 'content="profile"')

        assert extract(html, "https://suara.example/artis/rara-kelana").page_type == "listing"

    def test_the_first_page_of_a_series_is_none(self) -> None:
        assert extract(self.html(), "https://suara.example/seri/bakau-di-muara").page_type == "listing"

    def test_with_a_date_or_at_another_address_it_is_one(self) -> None:
        assert (
            extract(self.html(), "https://suara.example/pesisir/bakau-di-muara-utara-2026").page_type
            == "article"
        )
        assert (
            extract(self.html(DATE), "https://suara.example/topik/bakau-di-muara-utara-2026").page_type
            == "article"
        )
