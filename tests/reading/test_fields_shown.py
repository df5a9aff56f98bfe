"""Fields as a reader sees them, on pages of many shapes: one test for each kind of shape."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

import pytest

from newscrawl import extract
from newscrawl.items import Image
from newscrawl.reading import parse, read
from newscrawl.reading.fields.pictures import is_same
from tests.reading.shapes import DATE, FIGURE, MENU, PROSE, TEXT, TITLE, URL, article


def og(picture: str) -> str:
    return f'<meta property="og:image" content="{picture}">'


class TestSection:
    @pytest.mark.parametrize(
        ("above", "below"),
        [
            ('<p><a href="/kabar">Kabar</a> / <a href="/pesisir">Pesisir</a> / Rincian</p>', DATE),
            (
                "",
                f'{DATE}<div class="crumbs"><a href="/kabar">Kabar</a> <a href="/pesisir">Pesisir</a></div>',
            ),
            ("", '<span><a class="kanal" href="/pesisir">Pesisir</a> | 25 November 2026 09:15</span>'),
            ("", '<div class="cat-label"><a href="/pesisir">Pesisir</a></div><time>25 November 2026</time>'),
            ("<h4>Pesisir</h4>", DATE),
            ('<nav><a href="/">Beranda</a> <a href="/kota/pesisir">Pesisir</a></nav>', DATE),
            ('<ul class="bread"><li>Lanjut ke Isi</li></ul><div class="kanal">Pesisir</div>', DATE),
            ("", f'<div>Rini Astuti - <b class="kanal">Pesisir</b></div>{DATE}'),
            ("", "<div>Suara Muara, Tanjung Elok | Pesisir | Rabu, 25 November 2026 09:15</div>"),
            ('<ul class="breadcrumb"><li><a href="/pesisir">Pesisir</a></li><li>Detail</li></ul>', DATE),
        ],
        ids=[
            "row",
            "below",
            "in the date line",
            "label",
            "menu entry",
            "drawn signs",
            "skip link",
            "behind a name",
            "part of the date line",
            "page label",
        ],
    )
    def test_where_a_reader_sees_it(self, above: str, below: str) -> None:
        assert article(above=above, below=below).section == "Pesisir"

    def test_usual_name_in_a_piece_of_the_date_line(self) -> None:
        below = "<div><span>25 November 2026</span> <span>Opini</span> <span>Dilihat 512 kali</span></div>"
        assert article(below=below).section == "Opini"
        assert article(below=below.replace("Opini", "Rara")).section is None

    def test_category_of_wordpress_is_no_tag(self) -> None:
        below = f'{DATE}<p><a href="/c/pesisir/" rel="category tag">Pesisir</a></p>'
        found = article(below=below)
        assert (found.section, found.tags) == ("Pesisir", [])

    @pytest.mark.parametrize(
        "names", ["Niaga, Pilihan, Image", "Niaga,Pilihan", "Niaga; Pilihan", "Niaga | Berita Utama"]
    )
    def test_first_of_joined_names(self, names: str) -> None:
        assert article(f'<meta property="article:section" content="{names}">').section == "Niaga"

    @pytest.mark.parametrize(
        ("kicker", "line"),
        [
            ('<div><a href="/kelautan">Kelautan</a></div>', ""),
            ("", '<div><a href="/kelautan">Kelautan</a></div>'),
            ("", "<div><span>Kelautan</span> - <span>Rabu, 25 November 2026 09:15 WIB</span></div>"),
        ],
    )
    def test_entry_of_a_menu_right_above_the_headline(self, kicker: str, line: str) -> None:
        names = (
            "Daerah",
            "Niaga",
            "Hukum",
            "Sekolah",
            "Olahraga",
            "Kelautan",
            "Wisata",
            "Budaya",
            "Foto",
            "Video",
        )
        menu = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in names)
        html = f"<html><head><title>{TITLE} - Suara Muara</title></head><body><div><ul>{menu}</ul></div><div>{kicker}<h1>{TITLE}</h1>{line or DATE}<div>{PROSE}</div></div></body></html>"
        found = read(
            parse(html, "https://www.suaramuara.example/2026/11/menanam-bakau-di-muara"), site="suaramuara"
        )
        assert found.article.section == "Kelautan"

    def test_menu_called_breadcrumb(self) -> None:
        menu = '<ul class="submenu"><li class="breadcrumb"><span>Tim</span></li><li><a href="/j">Jadwal</a></li></ul>'
        assert article('<meta property="article:section" content="Niaga">', above=menu).section == "Niaga"

    @pytest.mark.parametrize("box", ['<div class="crumb">{}</div>', '<div class="breadcrumb-nav">{}</div>'])
    def test_a_row_of_links_to_folders_beside_each_other_is_no_breadcrumb(self, box: str) -> None:
        row = box.format(
            '<a href="/langsung">Langsung</a><a href="/skor">Skor</a><a href="/jadwal">Jadwal</a>'
        )
        assert article('<meta property="article:section" content="Niaga">', above=row).section == "Niaga"
        chain = row.replace("/skor", "/langsung/skor")
        assert article('<meta property="article:section" content="Niaga">', above=chain).section != "Niaga"

    @pytest.mark.parametrize(
        "below",
        [
            '<div>Suara Muara, <a href="/niaga/ikan">Ikan</a>, Rabu, 25 November 2026 09:15 WIB</div>',
            f'{DATE}<div><a href="/c/ikan">Ikan</a></div>',
        ],
    )
    def test_a_link_to_a_folder_in_a_folder(self, below: str) -> None:
        assert article(below=below).section == "Ikan"

    @pytest.mark.parametrize(
        ("above", "below"),
        [
            ("", f'<p>Beranda › <a href="/niaga">Niaga</a> › <a href="/niaga/ikan">Ikan</a></p>{DATE}'),
            (
                '<div class="breadcrumb"><a href="/">Depan</a><a href="/ikan">Ikan</a><a href="#">Isi</a></div>',
                DATE,
            ),
        ],
        ids=["below the headline, from the home page", "last entry leads to the page itself"],
    )
    def test_entries_of_a_breadcrumb(self, above: str, below: str) -> None:
        assert article(above=above, below=below).section == "Ikan"

    def test_a_lone_topic_below_the_headline_is_none(self) -> None:
        assert article(below=f'{DATE}<div><a href="/tag/ikan">Ikan</a></div>').section is None

    @pytest.mark.parametrize(
        ("above", "below"),
        [
            ('<header><a href="/kelautan">Kelautan</a>', "</header>"),
            ("", '<div class="x"><div class="y"><a href="/gaya/kelautan">Kelautan</a></div></div>'),
        ],
        ids=["in the headline's own box", "a folder in a folder below it"],
    )
    def test_one_link_alone_to_a_folder_of_its_name(self, above: str, below: str) -> None:
        assert article(above=above, below=f"{below}{DATE}").section == "Kelautan"

    def test_one_link_alone_to_a_folder_in_a_menu_above_is_none(self) -> None:
        menu = '<div><div><div><a href="/kelautan">Kelautan</a></div></div></div>'
        assert article(above=menu, below=DATE).section is None


class TestTags:
    @pytest.mark.parametrize(
        "behind",
        [
            '<div><h4>TAG:&nbsp;</h4></div><div><a href="/tag/bakau">Bakau</a> <a href="/tag/ikan">Ikan</a></div>',
            '<div><a class="tag-item" href="/tag/bakau">Bakau</a><a class="tag-item" href="/tag/ikan">Ikan</a></div>',
            '<div class="tagging"><a href="/x/bakau">#Bakau</a></div><div class="tagging"><a href="/x/ikan">#Ikan</a></div>',
            '<p><b>Terkait:</b> <a href="/t?q=bakau">Bakau</a> <a href="/t?q=ikan">Ikan</a></p>',
            '<ul><li class="tag-3"><a class="label" href="/c/tags/tag/bakau">Bakau</a></li>'
            '<li class="tag-4"><a class="label" href="/c/tags/tag/ikan">Ikan</a></li></ul>',
            '<div class="tag-list"><div class="nav"><a href="/x/bakau">Bakau</a> <a href="/x/ikan">Ikan</a></div></div>',
            'Tags: <a href="/t/bakau" rel="tag">Bakau</a>, <a href="/t/ikan" rel="tag">Ikan</a><br>',
        ],
        ids=[
            "label beside",
            "marks on the links",
            "a box each",
            "a line of related",
            "numbered boxes",
            "called navigation",
            "rel",
        ],
    )
    def test_shapes_of_the_list(self, behind: str) -> None:
        behind = behind.replace("/x/", "/topik/")
        assert article(below=DATE, behind=behind).tags == ["Bakau", "Ikan"]

    def test_lone_topic_of_a_teaser_gives_way(self) -> None:
        teaser = (
            '<div class="rel"><a class="tag_name" href="/tag/laut/"># Berita Laut</a>'
            '<a href="/tag/laut/kapal-baru.html">Kapal Baru Tiba di Pelabuhan Tanjung Elok</a></div>'
        )
        own = '<div class="detags">Tag <a href="/tag/bakau">Bakau</a> <a href="/tag/ikan">Ikan</a></div>'
        assert article(below=DATE, behind=teaser + own).tags == ["Bakau", "Ikan"]

    def test_headlines_behind_the_label_of_a_line_are_none(self) -> None:
        behind = (
            '<p>Terkait: <a href="/a/1">Nelayan Muara Elok Panen Ikan Teri</a> <a href="/a/2">Bakau</a></p>'
        )
        assert article(below=DATE, behind=behind).tags == []

    def test_cloud_of_the_whole_site(self) -> None:
        cloud = "".join(f'<a href="/tag/k{n}">Kata {n}</a> ' for n in range(40))
        assert article(below=DATE, behind=f'<div class="tags">{cloud}</div>').tags == []

    def test_keywords_of_the_whole_site(self) -> None:
        assert article('<meta name="news_keywords" content="kabar hangat,portal">').tags == []
        assert article('<meta name="news_keywords" content="bakau,pesisir">').tags == ["bakau", "pesisir"]

    def test_sections_among_stated_tags(self) -> None:
        head = "".join(f'<meta property="article:tag" content="{tag}">' for tag in ("Bakau", "Ikan", "Niaga"))
        behind = '<div class="tags"><a href="/tag/bakau">Bakau</a> <a href="/tag/ikan">Ikan</a></div>'
        assert article(head, behind=behind).tags == ["Bakau", "Ikan"]


class TestPictures:
    def of(self, **parts: str) -> list[Image]:
        return article(**parts).images

    def test_without_a_stated_one_the_first_that_is_seen(self) -> None:
        (image,) = self.of(
            below=f'{DATE}<div class="wp-caption"><img src="/f/bakau.jpg"><p>Bakau muda</p></div>'
        )
        assert (image.url[-12:], image.caption) == ("/f/bakau.jpg"[-12:], "Bakau muda")

    @pytest.mark.parametrize(
        "card", ["/og/suaramuara.com.jpg", "/i/suara-big-square.jpg", "/img/logo.png", "Array"]
    )
    def test_cards_of_the_site_are_none(self, card: str) -> None:
        assert [image.url[-12:] for image in self.of(head=og(card), below=DATE + FIGURE)] == ["/f/bakau.jpg"]

    def test_further_ones_lazy_and_without_captions(self) -> None:
        lazy = (
            '<p><img src="/blank.gif" data-src="/f/dua.jpg"></p><p><amp-img src="/f/tiga.jpg"></amp-img></p>'
        )
        text = f"<p>{TEXT[0]}</p>{lazy}<p>{TEXT[1]}</p><p>{TEXT[2]}</p>"
        found = self.of(head=og("/f/bakau.jpg"), below=DATE, text=text)
        assert [image.url.rpartition("/")[2] for image in found] == ["bakau.jpg", "dua.jpg", "tiga.jpg"]

    def test_teasers_icons_and_advertisements_are_none(self) -> None:
        others = (
            '<p><a href="/niaga/kapal"><img src="/f/kapal.jpg"></a><a href="/niaga/kapal">Kapal baru tiba</a></p>'
            '<p><img src="/f/kecil.jpg" width="40"></p><p><a href="https://iklan.example/"><img src="/f/i.jpg"></a></p>'
        )
        found = self.of(head=og("/f/bakau.jpg"), below=DATE, text=f"<p>{TEXT[0]}</p>{others}<p>{TEXT[1]}</p>")
        assert len(found) == 1

    def test_sizes_are_one_picture_and_its_caption_is_its_own(self) -> None:
        text = (
            f'<p><img src="/f/2026/bakau-600x300.jpg"></p><p>{TEXT[0]}</p>'
            f'<figure><img src="/f/2024/muara.jpg"><figcaption>Muara lama</figcaption></figure><p>{TEXT[1]}</p>'
        )
        found = self.of(head=og("/f/2026/bakau-150x150.jpg"), below=DATE, text=text)
        assert [(image.url[-11:], image.caption) for image in found] == [
            ("150x150.jpg", None),
            ("4/muara.jpg", "Muara lama"),
        ]

    @pytest.mark.parametrize(
        ("box", "caption", "credit"),
        [
            ("<p><i>Bakau (Foto: Balai Desa)</i></p>", "Bakau (Foto: Balai Desa)", "Balai Desa"),
            (
                '<span class="c">Bakau muda</span><span class="img-credit">Antara</span>',
                "Bakau muda",
                "Antara",
            ),
            (
                "<p>Bakau muda di muara. (Rini Astuti)</p>",
                "Bakau muda di muara. (Rini Astuti)",
                "Rini Astuti",
            ),
            ("<div>Bakau muda <b>(Muara TV)</b></div>", "Bakau muda (Muara TV)", "Muara TV"),
            (
                '<span class="pic-source"><a href="#">instagram.com/rini</a></span>',
                None,
                "instagram.com/rini",
            ),
            ("<p>Bakau muda <cite>Antara</cite></p>", "Bakau muda", "Antara"),
            ("<p>Ketua nelayan Anwar Tanjung (Awang)</p>", "Ketua nelayan Anwar Tanjung (Awang)", None),
            (
                "<ul><li>Bakau muda</li><li>Sumber :</li><li>Tim Muara - Rini</li></ul>",
                "Bakau muda",
                "Tim Muara - Rini",
            ),
            (
                "<p class=caption>Bakau muda <small class=copyright>Foto: Rini</small></p>",
                "Bakau muda",
                "Rini",
            ),
            (
                "<span>Rini Astuti</span> Warga menanam bakau muda",
                "Warga menanam bakau muda",
                "Rini Astuti",
            ),
            ("<b>Rini Astuti</b> Ketua nelayan", "Rini Astuti Ketua nelayan", None),
            ("<div>Antara</div>", None, "Antara"),
        ],
        ids=[
            "label",
            "own element",
            "brackets",
            "brackets in bold",
            "source alone",
            "cite",
            "nickname",
            "label alone",
            "label left",
            "before the caption",
            "name in bold",
            "agency alone",
        ],
    )
    def test_caption_and_credit(self, box: str, caption: str | None, credit: str | None) -> None:
        below = f'{DATE}<div class="x"><img src="/f/bakau.jpg">{box}</div>'
        text = (
            PROSE
            + "<p>Awang, begitu ia disapa, sudah dua puluh tahun melaut dari muara itu bersama ayahnya.</p>"
        )
        (image,) = self.of(head=og("/f/bakau.jpg"), below=below, text=text)
        assert (image.caption, image.credit) == (caption, credit)

    def test_caption_and_credit_that_are_read_aloud(self) -> None:
        labels = ("<b>Sumber gambar, </b>Suara Muara", "<b>Keterangan gambar, </b>")
        below = f"{DATE}<figure><div><img src=/f/bakau.jpg><p>{labels[0]}</p></div><figcaption>{labels[1]}<p>Bakau muda</p></figcaption></figure>"
        (image,) = self.of(head=og("/f/bakau.jpg"), below=below)
        assert (image.caption, image.credit) == ("Bakau muda", "Suara Muara")

    def test_maker_above_the_caption_behind_the_picture(self) -> None:
        said = "suaramuara.id/Rini Astuti Laut<br>Bakau muda di muara"
        below = f'{DATE}<div class="x"><img src=/f/bakau.jpg></div><div class="y f12">{said}</div>'
        (image,) = self.of(head=og("/f/bakau.jpg"), below=below)
        assert (image.caption, image.credit) == ("Bakau muda di muara", "suaramuara.id/Rini Astuti Laut")

    def test_maker_in_a_box_with_the_picture_and_the_caption_behind_that(self) -> None:
        said = "Bakau muda setinggi lutut"
        box = f'<div><p>Antara</p><img src="/f/bakau.jpg" alt="{said}"></div><div><p>{said}</p></div>'
        (image,) = self.of(head=og("/f/bakau.jpg"), below=DATE + box)
        assert (image.caption, image.credit) == (said, "Antara")

    def test_maker_in_brackets_of_their_own_behind_the_box_of_the_picture(self) -> None:
        said = "<div>Nelayan di muara. <b>(Bakau)</b></div>"
        (image,) = self.of(below=f'{DATE}<div><img src="/f/bakau.jpg"></div>{said}')
        assert (image.caption, image.credit) == ("Nelayan di muara. (Bakau)", "Bakau")

    def test_agency_behind_a_caption_in_the_box_of_the_headline(self) -> None:
        said = "<p>Bakau muda.</p><div>Antara</div>"
        html = f'<div class="konten"><div><img src="/f/bakau.jpg" alt="Bakau muda."><h1>{TITLE}</h1>{said}</div>{DATE}{PROSE}</div>'
        (image,) = extract(f"<title>{TITLE}</title>{html}", URL, site_rules=False).images
        assert (image.caption, image.credit) == ("Bakau muda.", "Antara")

    @pytest.mark.parametrize(
        "button", ["/libs/sharebox/img/sh-fb.png", "/i/fb-img-share.png", "/i/whatsapp.png", "/i/gplus.gif"]
    )
    def test_buttons_that_share_the_page_are_none(self, button: str) -> None:
        text = f'<p>{TEXT[0]}</p><p><img src="{button}"></p><p>{TEXT[1]}</p><p>{TEXT[2]}</p>'
        assert [image.url[-9:] for image in self.of(below=DATE + FIGURE, text=text)] == ["bakau.jpg"]
        picture = text.replace(button, "/f/whatsapp-image-2026.jpg")
        assert len(self.of(below=DATE + FIGURE, text=picture)) == 2

    def test_faces_are_none(self) -> None:
        faces = '<p><img src="/f/r1.png"><a href="/rara-kelana-16">Rara Kelana</a></p><img class="rounded-circle" src="/f/b.png">'
        assert [image.url[-9:] for image in self.of(below=f"{faces}{DATE}{FIGURE}")] == ["bakau.jpg"]

    def test_widths_in_the_path_are_one_picture(self) -> None:
        assert is_same(
            "https://x.example/media/600/2026/bakau.jpg", "https://x.example/media/820/2026/bakau.jpg"
        )
        assert not is_same("https://x.example/2025/11/bakau.jpg", "https://x.example/2026/11/bakau.jpg")

    def test_a_picture_that_opens_itself_elsewhere_is_no_advertisement(self) -> None:
        """Blogger keeps pictures on another host, in addresses without a file's name."""
        base = "https://berkas.example/img/a/Xbakau="
        table = f"""<table class="tr-caption-container"><tr><td><a href="{base}s1600"><img src="{base}w640-h360"></a></td></tr>
        <tr><td class="tr-caption">Bakau muda di muara (Foto: Rara)</td></tr></table>"""
        (image,) = self.of(head=og(f"{base}w1600"), below=f"{DATE}{table}")
        assert (image.caption, image.credit) == ("Bakau muda di muara (Foto: Rara)", "Rara")
        advertised = table.replace(f"{base}s1600", "https://toko.example/promo")
        assert self.of(below=f"{DATE}{advertised}") == []
        later = table.replace("w640-h360", "s320")
        assert len(self.of(head=og(f"{base}w1600"), below=f"{DATE}{table}", behind=later)) == 1

    @pytest.mark.parametrize(
        ("said", "caption"),
        [
            ("Keterangan Gambar : Nelayan menjemur ikan di muara.", "Nelayan menjemur ikan di muara."),
            ("ILUSTRASI. Nelayan menjemur ikan di muara.", "Nelayan menjemur ikan di muara."),
            ("Ket. Foto: Nelayan menjemur ikan di muara.", "Nelayan menjemur ikan di muara."),
            ("Ilustrasi nelayan menjemur ikan di muara.", "Ilustrasi nelayan menjemur ikan di muara."),
            ("Foto ilustrasi. (Pixabay)", "Foto ilustrasi. (Pixabay)"),
        ],
    )
    def test_a_label_before_a_caption_is_no_part_of_it(self, said: str, caption: str) -> None:
        below = f'{DATE}<figure><img src="/f/bakau.jpg"><figcaption>{said}</figcaption></figure>'
        (image,) = self.of(head=og("/f/bakau.jpg"), below=below)
        assert image.caption == caption

    def test_a_plain_line_under_a_picture_that_calls_itself_its_caption(self) -> None:
        below = f'{DATE}<img src="/f/bakau.jpg"><p>Keterangan foto: Nelayan menjemur ikan. (Rara)</p>'
        (image,) = self.of(head=og("/f/bakau.jpg"), below=below)
        assert image.caption == "Nelayan menjemur ikan. (Rara)"

    @pytest.mark.parametrize(
        "notice",
        [
            "<footer><p>&copy; 2026 Suara Muara</p></footer>",
            '</div><div class="site-footer"><small>Suara Muara, Jalan Bakau 3</small></div>',
            "<div>Hak Cipta © 2026 Suara Muara</div>",
        ],
    )
    def test_foot_of_the_page_is_no_caption_of_the_last_picture(self, notice: str) -> None:
        behind = f'<p><img src="/f/tiga.jpg"></p>{notice}'
        (*_, last) = self.of(below=DATE, behind=behind)
        assert (last.url[-11:], last.caption, last.credit) == ("/f/tiga.jpg", None, None)

    def test_year_of_a_line_that_is_called_caption_is_none_of_a_notice(self) -> None:
        box = '<div class="x"><img src="/f/bakau.jpg"></div><p class="caption">© 2026 Antara/Rini</p>'
        (image,) = self.of(below=DATE + box)
        assert image.credit == "Antara/Rini"

    def test_deck_above_the_picture_is_no_caption(self) -> None:
        below = f'<p class="caption-title"><em>Cara lama menahan laut</em></p>{DATE}{FIGURE}'
        (image,) = self.of(head=og("/f/bakau.jpg"), below=below)
        assert image.caption is None


class TestDescription:
    def head(self, text: str) -> str:
        return f'<meta name="description" content="{text}">'

    def test_beginning_of_the_text_cut_off_is_none(self) -> None:
        assert article(self.head(f"{TEXT[0]} {TEXT[1][:40]}...")).description is None
        assert article(self.head(f"{TEXT[0]} {TEXT[1][:37]}")).description is None
        assert article(self.head(f"{TEXT[0][:70]}..")).description is None

    def test_whole_sentence_of_the_text_counts_where_nothing_else_is_given(self) -> None:
        assert article(self.head(TEXT[0])).description == TEXT[0]

    def test_keywords_at_its_end_go(self) -> None:
        deck = "Cara lama menahan laut dipakai lagi."
        assert article(self.head(f"{deck},Bakau,Muara Elok,Ikan")).description == deck

    @pytest.mark.parametrize(
        "end",
        [
            " Bakau, Muara Elok",
            "Bakau,Muara Elok",
            " - bakau,muara elok",
            " | Bakau | Muara Elok",
            " Tags: bakau, abrasi",
        ],
    )
    def test_topics_of_the_page_at_its_end_go(self, end: str) -> None:
        deck = "Cara lama menahan laut dipakai lagi."
        links = '<p><a href="/tag/bakau">Bakau</a> <a href="/tag/muara-elok">Muara Elok</a></p>'
        assert article(self.head(f"{deck}{end}"), behind=links).description == deck
        assert article(self.head(f"{deck} #Bakau #MuaraElok")).description == deck
        kept = f"{deck} Bakau dan ikan"
        assert article(self.head(kept), behind=links).description == kept

    def test_shown_wording_with_its_signs(self) -> None:
        deck = "Laut makin dekat. Warga memilih bakau. Biayanya iuran."
        head = self.head(deck.replace(".", ""))
        assert article(head, below=f"<p>{deck}</p>{DATE}").description == deck

    def test_box_of_the_text_called_description(self) -> None:
        deck = "Bakau dipilih karena akarnya menahan ombak besar."
        text = f'<div class="description">{PROSE}</div>'
        assert article(self.head(deck), below=DATE, text=text).description == deck

    def test_words_on_the_site_are_none(self) -> None:
        text = "Portal informasi terkini: politik, olahraga, hiburan, gaya hidup dan teknologi setiap hari."
        assert article(self.head(text)).description is None


@pytest.mark.parametrize("joint", [", ", ",", "; "])
def test_a_list_of_keywords_is_no_description(joint: str) -> None:
    names = joint.join(("bibit bakau", "Tanjung Elok", "abrasi pantai", "nelayan muara"))
    assert article(f'<meta name="description" content="{names}">').description is None


def test_fields_around_a_text_whose_every_line_is_wrapped() -> None:
    lines = "".join(f"<p>{line[: len(line) // 2]}<br>{line[len(line) // 2 :]}</p>" for line in TEXT)
    picture = '<div><img src="/f/bakau.jpg"><div>Bibit bakau di muara (Foto: Rara Kelana)</div></div>'
    found = article(below=DATE + picture, text=lines)
    (image,) = found.images
    assert (image.caption, image.credit) == ("Bibit bakau di muara (Foto: Rara Kelana)", "Rara Kelana")


class TestTitle:
    def of(self, head: str, body: str, url: str = URL) -> str | None:
        html = f"<html><head>{head}</head><body>{MENU}{body}{PROSE}</body></html>"
        return read(parse(html, url), site="x").article.title

    def test_kicker_in_the_heading_where_the_outlet_is_unknown(self) -> None:
        html = f"<html><head><title>{TITLE} - Harian Lembah Timur</title></head><body><h1><span>Liputan Khusus</span>{TITLE}</h1>{DATE}<div>{PROSE}</div></body></html>"
        assert read(parse(html, "https://www.hlt.example/menanam-bakau"), site="hlt").article.title == TITLE

    def test_exact_low_heading_before_a_part(self) -> None:
        body = f"<h3>{TITLE}</h3>{DATE}{PROSE}<h2>Menanam Bakau di Muara</h2>"
        assert self.of(f"<title>{TITLE}</title>", body) == TITLE

    def test_heading_in_a_title_with_a_trail_of_sections(self) -> None:
        head = f"<title>{TITLE} - Kabar - Pesisir - Nusantara - Situs Berita Kemaritiman Terlengkap</title>"
        assert self.of(head, f"<small>25 November 2026 | 20:40</small><h3>{TITLE}</h3>") == TITLE

    @pytest.mark.parametrize(
        "inner",
        [f"{TITLE}<br><small>Rabu, 25 November 2026 09:15 WIB</small>", f"<span>Pesisir</span> {TITLE}"],
    )
    def test_kicker_and_date_in_the_heading(self, inner: str) -> None:
        assert self.of(f"<title>{TITLE}</title>", f"<h1>{inner}</h1>") == TITLE

    def test_heading_that_the_address_names(self) -> None:
        assert self.of("", f"<h1>{TITLE}</h1>") == TITLE
        assert self.of("", "<h1>Tentang Kami dan Para Penulis</h1>") is None

    def test_teaser_that_is_akin(self) -> None:
        teaser = f'<h2><a href="/x">{TITLE.replace("Menanam", "Kembali Menanam")}</a></h2>'
        assert self.of(f"<title>{TITLE}</title>", f"<h4>{TITLE}</h4>{DATE}{PROSE}{teaser}") == TITLE


def test_a_line_of_a_paragraph_s_length_below_the_headline_is_no_deck() -> None:
    deck = "Kelompok nelayan Tanjung Elok menanam bibit bakau di muara dengan iuran anggota."
    paragraph = " ".join([deck] * 5)
    assert article(below=f'<div class="x">{deck}</div>{DATE}').description == deck
    assert article(below=f'<div class="x">{paragraph}</div>{DATE}').description != paragraph


def test_a_deck_below_the_headline_is_of_the_article_in_whatever_words() -> None:
    deck = "Warga pesisir memilih cara lama daripada menunggu bantuan yang tak kunjung datang dari ibu kota."
    head = f'<meta name="description" content="{deck}">'

    assert article(head=head, below=f'<div class="post-summary"><h2>{deck}</h2></div>').description == deck
    assert article(head=head).description is None


def test_place_and_date_below_a_long_text_and_its_buttons_are_the_articles() -> None:
    def below(line: str) -> object:
        return article(text=8 * PROSE, behind=f"<p>Bagikan</p><p>Suka</p><p>{line}</p>").published_at

    assert str(below("Palu, 14 Maret 2011 10:27")) == "2011-03-14 10:27:00+07:00"
    assert below("Kabar Lain, 14 Maret 2011 10:27") is None


@pytest.mark.parametrize("end", ["[...]", "[&hellip;]", "..."])
def test_the_text_cut_off_behind_a_related_link_is_no_summary(end: str) -> None:
    related = (
        '<p><strong>Baca Juga: <a href="/b/2">Lomba Perahu Digelar di Muara Bulan Depan</a></strong></p>'
    )
    text = f"<p>{TEXT[0]}</p>{related}<p>{TEXT[1]}</p><p>{TEXT[2]}</p>"
    said = f"{TEXT[0]} {TEXT[1][:30]} {end}"
    assert article(f'<meta name="description" content="{said}">', text=text).description is None
    own = "Bakau yang ditanam nelayan menahan abrasi pantai, dan ikan kembali bertelur di sana"
    assert article(f'<meta name="description" content="{own} {end}">', text=text).description is not None
