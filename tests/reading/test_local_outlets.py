"""What themes, builders and portals of local outlets and offices put around the text and its fields."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

import pytest

from newscrawl import extract
from newscrawl.reading.byline.codes import codes_in
from newscrawl.reading.byline.dateline import Dateline, read_dateline
from newscrawl.reading.byline.names import names_in
from newscrawl.reading.dates.spotting import is_date_line
from newscrawl.reading.fields.credits import credit_of
from newscrawl.reading.widgets.lines import is_byline, verdict
from tests.reading.shapes import DATE, FIGURE, PROSE, TITLE, URL, article

LONG = (
    "Bibit bakau tumbuh lambat pada tahun pertama, sehingga kelompok nelayan menunggui muara secara bergiliran."
    " Kepiting dan sampah kiriman sungai adalah musuh utamanya, kata warga yang menanam bakau itu."
)
FACE = '<img src="/berkas/rina-9.jpg" alt="">'


class TestBesideTheText:
    def test_other_modules_of_a_builder_are_no_sections_of_the_text(self) -> None:
        html = f"""<title>{TITLE}</title><body><div class="et_pb_column"><h1>{TITLE}</h1>{DATE}
        <div class="et_pb_module et_pb_post_content"><p>{LONG}</p>{PROSE}</div>
        <div class="et_pb_module et_pb_blurb"><h4>Ikut Bersuara</h4>
        <p>Kirim pertanyaan Anda ke studio agar dibaca oleh penyiar pada jam siaran pagi dan siang.</p></div></div>"""
        body = extract(html, URL).body
        assert body is not None
        assert body.endswith("para pemuda.")

    def test_what_a_button_says_when_it_was_pressed_is_no_text(self) -> None:
        assert verdict("URL Copied") == "share buttons"

    @pytest.mark.parametrize(
        "line",
        [
            "Reporter: M. Rudi | Juru Kamera: Saiful | Editor: Nurhayati",
            "Kolumnis: Rina Amalia",
            "Video Jurnalis: Rina Amalia",
        ],
    )
    def test_each_role_word_makes_a_byline(self, line: str) -> None:
        assert is_byline(line)

    def test_cards_of_ghost_that_call_for_a_subscription_are_no_text(self) -> None:
        card = '<div class="kg-card kg-cta-card"><p>Cerita dari kampung nelayan dikirim ke pembaca setiap pekan.</p></div>'
        body = extract(
            f"<title>{TITLE}</title><body><h1>{TITLE}</h1>{DATE}<div>{PROSE}{card}</div>", URL
        ).body
        assert body is not None
        assert body.endswith("para pemuda.")

    def test_joomlas_details_below_a_text_are_none_of_it_and_date_the_article(self) -> None:
        details = """<dl class="article-info"><dt>Detail</dt><dd>Ditulis oleh <span>Tim IT</span></dd>
        <dd>Kategori: <a href="/pesisir">Pesisir</a></dd><dd>Dibuat: 25 November 2026</dd><dd>Dilihat: 77</dd></dl>"""
        html = f"<title>{TITLE}</title><body><div class='page'><h2>{TITLE}</h2>{PROSE}{details}</div><p>Hak Cipta</p>"
        record = extract(html, "https://muara.example/berita/1184-bakau.html")
        assert (record.page_type, str(record.published_at)[:10]) == ("article", "2026-11-25")
        assert record.body is not None
        assert record.body.endswith("para pemuda.")

    def test_the_foot_of_an_article_says_when_it_was_changed(self) -> None:
        foot = "<div><span>Dibaca <b>41</b> kali</span> <span>Terakhir diubah pada Senin, 30 November 2026 08:02</span></div>"
        html = f"<title>{TITLE}</title><body><div><h1>{TITLE}</h1>{DATE}<div>{PROSE}</div>%s</div>"
        record = extract(html % foot, URL)
        assert str(record.modified_at) == "2026-11-30 08:02:00+07:00"
        assert record.body is not None
        assert record.body.endswith("para pemuda.")
        assert extract(html % f"<aside>{foot}</aside>", URL).modified_at is None

    @pytest.mark.parametrize("mark", ["(Red)", "(Tim)", "(Red/Tim)"])
    def test_the_bracket_of_a_desk_closes_the_text_as_a_code_does(self, mark: str) -> None:
        html = f"<title>{TITLE}</title><body><h1>{TITLE}</h1>{DATE}<div>{PROSE}<p>{mark}</p></div>"
        record = extract(html, URL)
        assert record.body is not None
        assert record.body.endswith(mark)
        assert record.byline_codes == []

    def test_stars_to_give_are_no_text(self) -> None:
        stars = """<div class="rmp-widgets-container"><p>Apakah artikel ini membantu?</p><p>Klik bintang untuk memberi nilai!</p>
        <p>Belum ada penilaian. Jadilah yang pertama menilai artikel ini.</p></div>"""
        body = extract(
            f"<title>{TITLE}</title><body><h1>{TITLE}</h1>{DATE}<div>{PROSE}{stars}</div>", URL
        ).body
        assert body is not None
        assert body.endswith("para pemuda.")

    def test_a_call_for_donations_is_no_text(self) -> None:
        assert verdict("Donasi Anda membantu kami meliput kampung lain di tepi muara.") == "call to readers"

    def test_a_row_of_buttons_and_counts_is_no_text(self) -> None:
        assert verdict("Cetak | Kirim ke teman | dibaca 84 kali") == "share buttons"


class TestHeadline:
    @pytest.mark.parametrize("name", ["ctl00_lblJudul", "contentheading", "lblTitle"])
    def test_a_line_that_is_called_the_headline_where_the_head_says_nothing_of_it(self, name: str) -> None:
        html = f"""<title>Pos Muara Online</title><body><table><tr><td><span class="tgl">Senin, 20 November 2026 00:23</span>
        </td></tr><tr><td><span id="{name}">{TITLE}</span></td></tr><tr><td>{PROSE}</td></tr></table>"""
        record = extract(html, "https://www.posmuara.example/Baca.aspx?id=7718")
        assert (record.title, record.page_type) == (TITLE, "article")

    def test_a_line_that_is_called_its_deck_is_none(self) -> None:
        html = f"""<title>Pos Muara Online</title><body><div>Senin, 20 November 2026 00:23</div>
        <div class="subtitle">{TITLE}</div><div>{PROSE}</div>"""
        assert extract(html, "https://www.posmuara.example/Baca.aspx?id=7718").title != TITLE


class TestFields:
    @pytest.mark.parametrize(
        "said",
        [
            "Website resmi Radio Nelayan Tanjung Elok",
            "Muara adalah portal nelayan Tanjung Elok",
            "Suara Nelayan dari Tanjung Elok",
            "Harian Muara, koran pembela petani garam",
        ],
    )
    def test_what_the_head_says_of_the_site_is_no_summary(self, said: str) -> None:
        html = f"""<title>Harian Muara - Suara Nelayan dari Tanjung Elok</title><meta name="description" content="{said}">
        <body><h1>{TITLE}</h1>{DATE}<div>{PROSE}</div>"""
        assert extract(html, URL).description is None

    def test_a_summary_may_speak_of_a_site_as_the_text_does(self) -> None:
        said = "Keadaan bakau dapat dipantau warga di situs desa."
        text = f"{PROSE}<p>Siapa saja dapat melihat keadaan bibit di situs milik desa setiap pekan.</p>"
        assert (
            article(f'<meta name="description" content="{said}">', below=DATE, text=text).description == said
        )

    def test_a_sentence_with_a_date_and_a_time_is_no_date_line(self) -> None:
        assert not is_date_line(
            "Rudi ditangkap di rumahnya di Desa Elok, Minggu malam (16/2/2025), pukul 21.30 WIB tanpa perlawanan."
        )
        assert is_date_line("Dimuat pada Minggu, 16 Februari 2025 pukul 21.30 WIB.")

    def test_a_linked_date_is_no_section(self) -> None:
        below = '<ul><li><a href="/2026/11/25/">November 25, 2026</a></li><li><span>09:15</span></li></ul>'
        assert article(below=below).section is None

    @pytest.mark.parametrize("name", ["detail__cat", "post-cat", "Article_kicker__0pK"])
    def test_labels_of_sections(self, name: str) -> None:
        assert article(above=f'<div class="{name}">Kampung</div>', below=DATE).section == "Kampung"

    def test_a_change_right_below_the_headline_is_not_all_that_is_said_of_dates(self) -> None:
        above = "<ul><li>Suara Muara</li><li>Nov 25, 2026</li><li>2 min read</li></ul>"
        record = extract(
            f"<title>{TITLE}</title><body><div>{above}<h1>{TITLE}</h1><div>Updated: Nov 27, 2026</div></div><div>{PROSE}</div>",
            URL,
        )
        assert str(record.published_at)[:10] == "2026-11-25"
        assert str(record.modified_at)[:10] == "2026-11-27"

    def test_a_link_that_opens_a_picture_is_no_box_beside_the_article(self) -> None:
        below = f'{DATE}<div><a class="modal" href="/f/bakau_XL.jpg"><img src="/f/bakau_L.jpg"></a><span class="foto-caption">Bibit</span></div>'
        assert article(below=below).images[0].caption == "Bibit"

    def test_a_labelled_section_in_a_date_line(self) -> None:
        below = "<p>Diposting oleh Admin | 25 November 2026 | Kategori : Kampung | Dibaca 99 kali</p>"
        assert article(below=below).section == "Kampung"

    @pytest.mark.parametrize(
        "link", ['<a href="/kabarkampung/">Kabar Kampung</a>', '<a class="cat" href="/k/7">Kabar Kampung</a>']
    )
    def test_a_folder_in_one_word_and_a_link_that_is_called_a_category(self, link: str) -> None:
        assert article(above=f"<div>{link}</div>", below=DATE).section == "Kabar Kampung"

    @pytest.mark.parametrize("label", ["Terakhir diperbarui", "Tags:"])
    def test_labels_of_dates_and_tags_are_no_sections(self, label: str) -> None:
        below = f'<div><span class="meta-label">{label}</span> <span>25 November 2026</span></div>'
        assert article(below=below, behind=f'<h3 class="field-label">{label}</h3>').section is None

    def test_short_links_in_a_list_that_is_called_tags_wherever_they_lead(self) -> None:
        links = '<li><a href="/berita?t=1">Bakau</a></li><li><a href="/berita?t=2">Abrasi</a></li>'
        behind = f'<div><ul class="cats"><li><a href="/berita?k=1">Niaga</a></li></ul><ul class="tags">{links}</ul></div>'
        assert article(below=DATE, behind=behind).tags == ["Bakau", "Abrasi"]

    def test_a_gallery_below_the_text_is_of_the_article(self) -> None:
        gallery = "".join(
            f'<figure><img src="/f/{name}.jpg" width="500"><figcaption>Para pemuda {name}</figcaption></figure>'
            for name in ("menanam", "menyiram", "berkumpul")
        )
        text = f'{PROSE}<figure class="wp-block-gallery">{gallery}</figure>'
        assert len(article(below=f"{DATE}{FIGURE}", text=text).images) == 4

    def test_an_agency_right_behind_a_slash_is_the_credit(self) -> None:
        assert credit_of("Jembatan Gantung/Net") == "Net"
        assert credit_of("Pasar malam di Muara/Elok") is None

    def test_terms_of_block_themes(self) -> None:
        terms = """<div class="taxonomy-category wp-block-post-terms"><a href="/c/desa" rel="tag">Desa</a></div>
        <div class="taxonomy-post_tag wp-block-post-terms"><a href="/t/1" rel="tag">bakau</a></div>"""
        record = article(below=DATE, behind=terms)
        assert (record.section, record.tags) == ("Desa", ["bakau"])

    def test_links_to_the_articles_before_and_after_make_no_card_of_the_tags(self) -> None:
        foot = """<footer class="entry-meta"><span class="tags-links"><a href="/t/1" rel="tag">bakau</a></span>
        <nav><a href="/b/2" rel="prev">Banjir Rendam Ratusan Rumah di Hilir</a></nav></footer>"""
        assert article(below=DATE, behind=foot).tags == ["bakau"]

    def test_a_caption_may_stand_below_its_credit(self) -> None:
        picture = (
            '<img src="/f/bakau.jpg" width="700"><p>Foto: Ist/SM<br>CERAH: Bibit bakau di tepi muara.</p>'
        )
        first = article(below=f"{DATE}{picture}").images[0]
        assert (first.caption, first.credit) == ("CERAH: Bibit bakau di tepi muara.", "Ist/SM")

    @pytest.mark.parametrize(
        "portrait",
        [
            f'<div class="c-avatar">{FACE}</div>',
            FACE.replace("<img", '<img class="w-8 rounded-full"'),
            f'<div class="user_img"><span>{FACE}</span></div>',
            '<div><img src="/img/user.png"></div>',
        ],
    )
    def test_portraits_of_writers_are_no_pictures_of_the_article(self, portrait: str) -> None:
        below = f'{DATE}<div class="info">{portrait}<p>Rina Amalia</p></div>{FIGURE}'
        assert len(article(below=below).images) == 1


class TestOffices:
    def test_the_heading_of_questions_is_no_code(self) -> None:
        assert codes_in("FAQ") == []
        assert codes_in("FAK") == ["FAK"]

    def test_half_the_name_of_an_office_is_nobody(self) -> None:
        assert names_in("Dinas Komunikasi dan Informatika") == []
        assert names_in("Rina dan Saiful") == ["Rina", "Saiful"]

    def test_a_press_office_is_the_source_and_not_the_place_that_the_site_is_called_by(self) -> None:
        text = "Tirta Asri, Kominfo – Bupati mengajak para pelajar menjadi duta di sekolah masing-masing."
        assert read_dateline(text, site=["tirtaasrikab.go.id"]) == Dateline("Tirta Asri", "Kominfo")

    def test_a_word_said_twice_ends_no_dateline(self) -> None:
        text = "Raha, Wartamuara.id – Panitia Festival Layang-Layang Elok menunggu tamu dari tujuh negara."
        assert read_dateline(text) == Dateline("Raha", "Wartamuara.id")

    def test_the_part_of_a_place_in_a_direction_is_one(self) -> None:
        assert read_dateline("Sragen Timur - Petani memasang perangkap di kebun cabai.") == Dateline(
            "Sragen Timur"
        )

    def test_the_place_that_an_authority_is_called_by_is_no_outlet(self) -> None:
        text = "LERENG - Wakil bupati meninjau sumur bor di tiga desa yang kekurangan air."
        assert read_dateline(text, site=["www", "lerengkab", "go", "id"]) == Dateline("LERENG")
        assert read_dateline(text, site=["www", "lerengpos", "com"]) == Dateline(None, "LERENG")

    def test_a_short_name_in_capitals_behind_a_place_is_the_outlet(self) -> None:
        text = "JAKARTA, KWQ — Setiap sore, puluhan anak duduk melingkar di teras musala."
        assert read_dateline(text) == Dateline("JAKARTA", "KWQ")
