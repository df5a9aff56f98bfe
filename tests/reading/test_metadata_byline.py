"""The evidence for bylines, read to the end: whom a page names, and in which role."""

from __future__ import annotations

import pytest

from newscrawl.reading import SiteRules, parse
from newscrawl.reading.byline import Byline, read_byline
from newscrawl.reading.fields.metadata import byline_evidence
from newscrawl.reading.fields.sources import Sources

TITLE = "Warga Menanam Seribu Pohon Trembesi di Lereng Bukit"
PROSE = "<p>" + "Warga menanam seribu pohon di lereng bukit itu bersama para pelajar. " * 4 + "</p>"
H1 = f"<h1>{TITLE}</h1>"
DATE = "<div>Senin, 13 Mei 2024 10:00 WIB</div>"


def byline(
    body: str,
    head: str = "",
    *,
    url: str = "https://www.kabarutara.id/desa/a-b",
    rules: SiteRules | None = None,
) -> Byline:
    html = f'<html><head><meta property="og:title" content="{TITLE}">{head}</head><body>{body}</body></html>'
    page = parse(html, url, rules=rules or SiteRules())
    return read_byline(byline_evidence(Sources(page)), [], outlets=page.rules.outlets)


def people(body: str, head: str = "") -> tuple[list[str], list[str]]:
    found = byline(body, head)
    return found.authors, found.editors


@pytest.mark.parametrize(
    "line",
    [
        "<div>Oleh Rina Wulandari pada 13 Mei 2024, 10:00 WIB</div>",
        "<div>Oleh : Rina Wulandari</div>",
        "<p>Reporter : Rina Wulandari</p>",
        "<p>Pewarta: Rina Wulandari</p>",
        "<p>By Rina Wulandari</p>",
        '<div class="author">Rina Wulandari - kabarUtara</div>',
        '<div class="read__info__author"><a>Rina Wulandari</a></div>',
        "<div>Rina Wulandari • 13 Mei 2024 10:00 WIB</div>",
        "<div>13-05-2024 10:00 | Rina Wulandari</div>",
        "<div>Rina Wulandari, Jurnalis · Senin 13 Mei 2024 10:00 WIB</div>",
        '<div><a href="/author/rina">Rina Wulandari</a></div>',
        '<div><a rel="author" href="/x">Rina Wulandari</a></div>',
        '<a href="/penulis/rina"><div>Rina Wulandari</div></a>',
        '<div><i class="fa fa-user"></i> Rina Wulandari</div>',
        '<div><a href="/u"><i class="flaticon-user"></i>Rina Wulandari</a></div>',
        "<div><span>Oleh</span><a>Rina Wulandari</a></div>",
        '<div data-x><span itemprop="author">Rina Wulandari</span></div>',
        f"<div>Rina Wulandari</div>{DATE}",
        f"{DATE}<div>Rina Wulandari (Sampang)</div>",
        "<h2 class='newsdatetime'>| Rina Wulandari</h2>" + DATE,
        "<p>Laporan Wartawan Kabar Utara, Rina Wulandari</p>",
    ],
)
def test_the_author_by_the_headline(line: str) -> None:
    assert people(f"{H1}{line}{PROSE}") == (["Rina Wulandari"], [])


@pytest.mark.parametrize(
    "address",
    [
        "/penulis-Rina",
        "/reporter_rina",
        "/index.php?author=7",
        "/penulis.php?id=7",
        "?wartawan=rina",
    ],
)
def test_an_address_that_says_it_is_an_authors_in_another_form(address: str) -> None:
    assert people(f'{H1}<div><a href="{address}">Rina</a></div>{PROSE}') == (["Rina"], [])


@pytest.mark.parametrize(
    "address", ["/penulis-novel-itu-rina-berpulang", "/rina?sesi=author", "/penulisan-ulang", "/berita/rina"]
)
def test_an_address_that_only_holds_a_word_for_authors_names_none(address: str) -> None:
    assert people(f'{H1}<div><a href="{address}">Rina</a></div>{PROSE}') == ([], [])


@pytest.mark.parametrize(
    "credits",
    [
        "<div>Penulis: Rina Wulandari</div><div>Editor: Tri Utami</div>",
        "<p>Penulis: Rina Wulandari | Editor: Tri Utami</p>",
        "<table><tr><td>Penulis</td><td>: Rina Wulandari</td></tr>"
        "<tr><td>Editor</td><td>: Tri Utami</td></tr></table>",
        "<table><tr><td>Reporter</td><td>:</td><td>Rina Wulandari</td></tr>"
        "<tr><td>Redaktur</td><td>:</td><td>Tri Utami</td></tr></table>",
        "<ul><li><a>Rina Wulandari</a><span>Author</span></li><li><a>Tri Utami</a><span>Editor</span>"
        "</li></ul>",
        "<div>Rina Wulandari</div><div>Author</div><div>Tri Utami</div><div>Editor</div>",
        "<ul><li>Author</li><li>Rina Wulandari</li><li>Editor</li><li>Tri Utami</li></ul>",
        "<p>Rep: Rina Wulandari/ Red: Tri Utami</p>",
        '<div id="penulis">Penulis: <a>Rina Wulandari</a></div>'
        '<div id="editor">Editor: <a>Tri Utami</a></div>',
        "<div><b>Rina Wulandari</b> <small>Reporter</small></div><div>"
        "<b>Tri Utami</b> <small>Editor</small></div>",
    ],
)
def test_credits_under_the_text(credits: str) -> None:
    assert people(f"{H1}{DATE}{PROSE}{PROSE}{PROSE}{credits}") == (["Rina Wulandari"], ["Tri Utami"])


def test_the_first_credits_are_the_articles() -> None:
    teaser = "<div>Penulis: Joko Susilo</div>"
    body = f"{H1}{DATE}{PROSE}<p>Penulis: Rina Wulandari</p>" + "<p>Lainnya</p>" * 8 + teaser
    assert people(body) == (["Rina Wulandari"], [])


def test_both_places_count() -> None:
    body = f"{H1}<p>Laporan Wartawan Kabar Utara, Masturi</p>{PROSE}{PROSE}<p>Penulis: Rina Wulandari</p>"
    assert people(body)[0] == ["Masturi", "Rina Wulandari"]


class TestNobody:
    @pytest.mark.parametrize(
        "line",
        [
            "<div>Oleh redaksi</div>",
            "<div>Posted on Maret 30, 2015 by Admin</div>",
            '<div class="author">redaksiutara</div>',
            '<div class="author">Redaksi Kabar Utara</div>',
            "<div>Oleh Kabarutara.id</div>",
            "<div>KABAR DESA | 13 Mei 2024 10:00</div>",
            "<div>Kabarutara Plus | Senin, 13 Mei 2024 10:00</div>",
            f"{DATE}<h3>Harga Pupuk Naik Lagi</h3>",
            f"{DATE}<div>Komentar</div>",
            f"{DATE}<figure><figcaption>Sri Hartati</figcaption></figure>",
            f'{DATE}<ul><li><a href="/tag/sri">Sri Hartati</a></li></ul>',
            "<div>Sumber: Kantor Berita Utara</div>",
        ],
    )
    def test_outlets_sections_and_topics(self, line: str) -> None:
        assert people(f"{H1}{line}{PROSE}") == ([], [])

    def test_a_person_of_the_headline_is_its_topic(self) -> None:
        html = (
            '<html><head><meta property="og:title" content="Sri Hartati Menanam Seribu Pohon"></head><body>'
            f"<h1>Sri Hartati Menanam Seribu Pohon</h1>{DATE}<div>Sri Hartati</div>{PROSE}</body></html>"
        )
        assert byline_evidence(Sources(parse(html, "https://x.id/a"))) == []

    @pytest.mark.parametrize(
        "meta",
        [
            '<meta name="author" content="Kabar Utara">',
            '<meta name="author" content="kabarutara developer">',
            '<meta property="article:author" content="https://www.facebook.com/kabarutara">',
            '<meta name="author" content="admin">',
            '<meta name="author" content="PT. Kabar Media Utama">',
        ],
    )
    def test_metas_that_name_outlets(self, meta: str) -> None:
        site = '<meta property="og:site_name" content="Kabar Utara">'
        assert people(f"{H1}{DATE}{PROSE}", site + meta) == ([], [])

    def test_rules_name_the_outlets(self) -> None:
        rules = SiteRules(outlets=("Zona Timur",))
        assert byline(f'{H1}<p class="author">Zona Timur</p>{PROSE}', rules=rules).authors == []


class TestStated:
    def test_json_ld(self) -> None:
        node = (
            f'{{"@type":"NewsArticle","headline":"{TITLE}","author":['
            f'{{"@type":"Person","name":"Rina Wulandari"}},'
            '{"@type":"Organization","name":"Sinar Pagi"}],"editor":{"name":"Tri Utami"}}'
        )
        head = f'<script type="application/ld+json">{node}</script>'
        assert people(f"{H1}{DATE}{PROSE}", head) == (["Rina Wulandari"], ["Tri Utami"])

    def test_the_editor_shown_is_not_the_author_stated(self) -> None:
        node = f'{{"@type":"NewsArticle","headline":"{TITLE}","author":{{"name":"Tri Utami"}}}}'
        head = f'<script type="application/ld+json">{node}</script>'
        body = f"{H1}{DATE}{PROSE}{PROSE}<p>Editor: Tri Utami</p>"
        assert people(body, head) == ([], ["Tri Utami"])

    def test_metas_of_the_publishers(self) -> None:
        head = (
            '<meta name="content_author" content="Rina Wulandari">'
            '<meta name="content_editor" content="Tri Utami">'
        )
        assert people(f"{H1}{DATE}{PROSE}", head) == (["Rina Wulandari"], ["Tri Utami"])

    def test_the_card_of_a_seo_plugin(self) -> None:
        head = (
            '<meta name="twitter:label1" content="Ditulis oleh">'
            '<meta name="twitter:data1" content="Rina Wulandari">'
        )
        assert people(f"{H1}{DATE}{PROSE}", head) == (["Rina Wulandari"], [])

    def test_an_account_is_shown_by_its_name_somewhere(self) -> None:
        head = '<meta name="content_author" content="rinawulandari">'
        body = f"{H1}{DATE}{PROSE}{PROSE}<h3>Rina Wulandari</h3><h4>/rinawulandari</h4>"
        assert people(body, head) == (["Rina Wulandari"], [])


def test_rules_win() -> None:
    rules = SiteRules(author=(".nama",), editor=(".redaktur",))
    body = (
        f'{H1}<p class="author">Joko Susilo</p>{PROSE}<b class="nama">Oleh: Rina Wulandari</b>'
        '<b class="redaktur">Tri Utami</b>'
    )
    found = byline(body, rules=rules)
    assert (found.authors, found.editors) == (["Rina Wulandari"], ["Tri Utami"])
    assert found.provenance == {"authors": "rule: .nama", "editors": "rule: .redaktur"}


class TestRoleWords:
    """A role word beside the names decides: over classes, over small letters, with any sign."""

    @pytest.mark.parametrize(
        ("line", "authors", "editors"),
        [
            ("<p>812 kali / Penulis. <a href='/x'>Mega Lestari</a></p>", ["Mega Lestari"], []),
            ("<p>Penulis = Mega Lestari</p>", ["Mega Lestari"], []),
            ("<p>Kontributor Bantaeng: Mega Lestari</p>", ["Mega Lestari"], []),
            ("<p>Wartawan Kabar Utara: Mega Lestari</p>", ["Mega Lestari"], []),
            ("<p>Tim Redaksi: Mega Lestari, Bagas Prakoso</p>", ["Mega Lestari", "Bagas Prakoso"], []),
            (
                "<p>Ditulis oleh Mega Lestari, disunting oleh Bagas Prakoso</p>",
                ["Mega Lestari"],
                ["Bagas Prakoso"],
            ),
            ("<p>Kamis, 23 Juli 2026 - 07:12 WITA oleh Mega Lestari</p>", ["Mega Lestari"], []),
            ("<p>By Mega Lestari On Jul 23, 2026</p>", ["Mega Lestari"], []),
            ("<p>oleh <b class='fn'>mega lestari</b> , pukul 07.12</p>", ["mega lestari"], []),
            ("<p>Reporter: siti binti ahmad</p>", ["siti binti ahmad"], []),
            ("<p>Reporter: Yusuf al-Mandari</p>", ["Yusuf al-Mandari"], []),
            (
                "<p>Oleh: Dr. Mega Lestari, S.H., M.Hum. dan Bagas Prakoso, S.Pd.</p>",
                ["Mega Lestari", "Bagas Prakoso"],
                [],
            ),
            ("<p>Reporter: Mega L.</p>", ["Mega L."], []),
            ("<p>LIPUTAN MEGA LESTARI DARI BANTAENG</p>", ["MEGA LESTARI"], []),
            ("<p class='x'>Ulasan oleh Mega Lestari pada 23 Juli</p>", ["Mega Lestari"], []),
        ],
    )
    def test_label_and_names(self, line: str, authors: list[str], editors: list[str]) -> None:
        assert people(f"{H1}{line}{PROSE}") == (authors, editors)

    def test_label_beats_the_class_of_a_box_that_lists_everybody(self) -> None:
        box = (
            "<div class='penulis-ringkas'>Mega Lestari, Bagas Prakoso</div><p>Tim Redaksi</p>"
            "<div class='kredit'><h6 class='penulis-nama'>Mega Lestari</h6><h6>Penulis</h6></div>"
            "<div class='kredit'><h6 class='penulis-nama'>Bagas Prakoso</h6><h6>Editor</h6></div>"
        )
        assert people(f"{H1}{DATE}{box}{PROSE}") == (["Mega Lestari"], ["Bagas Prakoso"])

    def test_editor_at_the_foot_counts_beside_the_author_at_the_head(self) -> None:
        head = "<ul class='penulis'><li>Penulis :</li><li>Mega Lestari</li></ul>"
        assert people(f"{H1}{head}{PROSE * 12}<div>Editor : Bagas Prakoso</div>") == (
            ["Mega Lestari"],
            ["Bagas Prakoso"],
        )

    def test_role_words_call_an_agency_author_and_a_person_editor(self) -> None:
        box = (
            "<div class='author'>Reporter: <h4>Majalah Utara</h4></div>"
            "<div class='author'>Editor: <h4 itemprop='editor'>Bagas Prakoso</h4></div>"
        )
        assert people(f"{H1}{box}{PROSE}") == ([], ["Bagas Prakoso"])

    def test_verb_at_the_foot(self) -> None:
        foot = "<div class='info'><span>Posted by <b>Mega Lestari</b></span> <b>0</b> Responses</div>"
        assert people(f"{H1}{PROSE * 12}{foot}") == (["Mega Lestari"], [])

    def test_verb_label_between_topic_and_name(self) -> None:
        line = "<div><span>Trembesi</span> &ndash; ulasan oleh <span>Mega Lestari</span> pada 23 Juli</div>"
        assert people(f"{H1}{line}{PROSE}") == (["Mega Lestari"], [])

    def test_prose_behind_a_role_word_names_nobody(self) -> None:
        for line in (
            "Laporan keuangan tahunan desa",
            "Penulis. Ia lahir di desa itu dan besar di kota",
            "Editor",
        ):
            assert people(f"{H1}<p>{line}</p>{PROSE}") == ([], [])


class TestBesideTheDate:
    @pytest.mark.parametrize(
        ("line", "authors"),
        [
            ("<div>Mega lestari &bull; 23 Juli 2026 07:12 WITA</div>", ["Mega lestari"]),
            (f"{DATE}<div>Mega Lestari / Bagas Prakoso</div>", ["Mega Lestari", "Bagas Prakoso"]),
            (f"{DATE}<div>Kabar Desa / Lingkungan</div>", []),
            (
                "<div>Gaya hidup &bull; 23 Juli 2026 07:12 WITA</div><p>Soal gaya dan hidup.</p>",
                [],
            ),
            ("<div>23 Juli 2026 &bull; <a rel='category tag' href='/c'>Ragam Niaga</a></div>", []),
            ("<div><span>13</span> <span>Nov</span> <span>2026</span></div>", []),
            ("<div class='byline'>The Utara Post, Jakarta | National | Thu, July 23 2026, 7:12 AM</div>", []),
            (f"{DATE}<div>Banyuwangi</div>", []),
        ],
    )
    def test_unlabelled_names(self, line: str, authors: list[str]) -> None:
        assert people(f"{H1}{line}{PROSE}")[0] == authors

    def test_what_the_page_states_as_its_section_is_no_person(self) -> None:
        section = '<meta property="article:section" content="Kirana Muda">'
        assert people(f"{H1}{DATE}<div>Kirana Muda</div>{PROSE}", section) == ([], [])
        assert people(f"{H1}{DATE}<div>Kirana Muda</div>{PROSE}")[0] == ["Kirana Muda"]

    def test_byline_of_a_blog_whose_every_box_is_called_a_widget(self) -> None:
        body = (
            f"<div class='widget Blog'><div class='post hentry'><h2 class='title'>{TITLE}</h2>"
            f"<div class='posthead'>by <span class='fn'>mega lestari</span> , at 07.12</div>{PROSE}"
            "</div></div>"
        )
        assert people(body) == (["mega lestari"], [])


@pytest.mark.parametrize(
    "name",
    [
        "Kabar Wire",
        "Relawan Desa",
        "Humas Pemkab",
        "Dinas Kominfo",
        "Redaksi Utara",
        "Nov",
        "Kamis",
        "Surabaya",
        "Jawa Timur",
    ],
)
def test_agencies_accounts_places_and_days_are_no_persons(name: str) -> None:
    assert people(f"{H1}{DATE}<p>Editor: {name}</p><p>Penulis: {name}</p>{PROSE}") == ([], [])


class TestAuthorMeta:
    """The plain author meta is often a developer's or an uploader's."""

    META = '<meta name="author" content="Mega Lestari">'

    def test_alone_it_names_nobody(self) -> None:
        assert people(f"{H1}{DATE}{PROSE}", self.META) == ([], [])

    def test_it_counts_where_the_page_shows_the_name(self) -> None:
        foot = "<div><p>Tentang Mega Lestari dan tulisannya di kabar ini</p></div>"
        assert people(f"{H1}{DATE}{PROSE}{foot}", self.META)[0] == ["Mega Lestari"]

    def test_it_counts_where_structured_data_agrees(self) -> None:
        data = (
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":"'
            + TITLE
            + '","author":{"@type":"Person","name":"Mega Lestari"}}</script>'
        )
        assert people(f"{H1}{DATE}{PROSE}", self.META + data)[0] == ["Mega Lestari"]


AUTHOR = "<span itemprop=author itemscope><meta itemprop=name content='Rina Wulandari'></span>"


def test_an_author_in_microdata_alone_is_named() -> None:
    assert people(f"{H1}{DATE}{AUTHOR}{PROSE}") == (["Rina Wulandari"], [])
    assert people(f"{H1}{DATE}{AUTHOR.replace('=author', '=creator')}{PROSE}") == (["Rina Wulandari"], [])
    assert people(f"{H1}{DATE}{AUTHOR.replace('=author', '=publisher')}{PROSE}") == ([], [])


@pytest.mark.parametrize("box", ["<div itemprop=comment>", "<div class=related-posts>"])
def test_whoever_wrote_something_else_is_none(box: str) -> None:
    assert people(f"{H1}{DATE}{PROSE}{box}{AUTHOR}</div>") == ([], [])
