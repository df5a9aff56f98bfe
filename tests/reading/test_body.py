"""The body is found on pages of every family, by rule or without, and nothing else comes with it."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest
from lxml.html import HtmlElement

from newscrawl.reading import SiteRules, parse, widgets
from newscrawl.reading.body import choosing as body
from newscrawl.reading.fields.sources import Sources
from tests.reading import pages
from tests.reading.pages import LEDE, RELATED, TEXT, TITLE, paragraphs
from tests.shared_data import SHARED, needs_shared

pytestmark = pytest.mark.usefixtures("twin")

URL = "https://www.portalkabar.example/daerah/jembatan-gantung"


def body_of(source: str, rules: SiteRules | None = None) -> tuple[str, list[str]]:
    """Where the text came from, and its lines after the widgets are gone."""
    page = parse(source, URL, rules=rules) if rules else parse(source, URL)
    finding = body.find(Sources(page), title=TITLE)
    widgets.strip(finding.blocks, title=TITLE, host="www.portalkabar.example")
    return finding.origin, [block.text for block in finding.blocks if block.kept]


CONTENT_NAMES = [
    "entry-content entry-content-single clearfix",
    "td-post-content tagdiv-type",
    "content-inner",
    "post-body entry-content",
    "elementor-widget-theme-post-content",
    "wp-block-post-content is-layout-flow",
    "post-text",
    "sosmed-sticky",
    "x",
]


@pytest.mark.parametrize("name", CONTENT_NAMES)
def test_wordpress_themes(name: str) -> None:
    assert body_of(pages.wordpress(name))[1] == [f"SUKAMAJU – {LEDE}", *TEXT, "(rin/jok)"]


def test_a_portal_with_links_between_the_paragraphs() -> None:
    assert body_of(pages.portal())[1] == [f"SUKAMAJU, KABAR.com - {LEDE}", *TEXT]


def test_bare_text_with_breaks_in_a_layout_of_tables() -> None:
    assert body_of(pages.breaks())[1] == [f"Sukamaju - {LEDE}", *TEXT, "(rin/jok)"]


def test_paragraphs_without_paragraph_tags_and_names() -> None:
    assert body_of(pages.divs())[1] == [f"Sukamaju - {LEDE}", *TEXT]


# The first line holds all words of the title, and more than half of the topic.
STRONG = f"{TITLE} pada Senin, kata kepala desa. {LEDE}"


@pytest.mark.parametrize("box", ["<div>{}</div>", "<div class=w><p>{}</p></div>", "<section>{}</section>"])
def test_paragraphs_in_boxes_of_their_own(box: str) -> None:
    text = "".join(box.format(line) for line in (STRONG, *TEXT))
    source = pages.page(
        f"<h1>{TITLE}</h1><div><div>Senin, 13 Mei 2024 10:00 WIB</div><div>{text}</div></div>"
    )

    assert body_of(source)[1] == [STRONG, *TEXT]


def test_an_article_in_hidden_parts() -> None:
    assert body_of(pages.sections())[1] == [
        f"Kabar.com, Sukamaju - {LEDE}",
        TEXT[0],
        "Panjang Jembatan",
        *TEXT[1:4],
        "Harapan Warga",
        TEXT[4],
        "(Rin/Jok)",
    ]


def test_a_short_article_above_a_stream_of_teasers() -> None:
    assert body_of(pages.feed())[1] == [f"Sukamaju - {LEDE}", TEXT[0], TEXT[1], "(rin/jok)"]


def test_comments_longer_than_the_article_are_not_taken_for_it() -> None:
    comments = f"<div id=comments><ol>{pages.COMMENTS}</ol></div>"
    source = pages.page(f"<h1>{TITLE}</h1><div class=entry>{paragraphs([LEDE, TEXT[0]])}{comments}</div>")

    assert body_of(source)[1] == [LEDE, TEXT[0]]


def test_a_glossary_longer_than_the_article_is_not_taken_for_it() -> None:
    terms = "".join(
        f"<li>Istilah {n}<p>Tindakan yang dilakukan oleh bank atau pihak lain untuk menilai saham.</p></li>"
        for n in range(60)
    )
    source = pages.page(
        f"<div class=isi>{paragraphs([LEDE, *TEXT])}</div><div class=kolom><ul>{terms}</ul></div>"
    )

    assert body_of(source)[1] == [LEDE, *TEXT]


def test_a_long_text_on_other_things_is_not_taken_for_it_where_the_head_says_nothing() -> None:
    entry = "Surat yang dibuat oleh pejabat dan berlaku untuk semua orang yang disebut di dalamnya."
    glossary = f"<div>{''.join(f'<div><b>Istilah {n}</b><p>{entry}</p></div>' for n in range(120))}</div>"
    text = f"<div>{paragraphs([LEDE, *TEXT])}</div>"
    source = f"<html><body><h1>{TITLE}</h1><div>{text}{glossary}</div></body></html>"

    assert body_of(source)[1] == [LEDE, *TEXT]


NEXT = (
    "<div><h2>Sekolah di Kampung Lereng Mendapat Perpustakaan</h2><div>Selasa, 14 Mei 2024 09:00 WIB</div>"
    "<p>{}</p></div>"
).format(
    "</p><p>".join(
        f"Kepala sekolah ke-{n} berkata bahwa buku di perpustakaan itu datang dari sumbangan alumni yang"
        " bekerja di kota, dan anak-anak dapat meminjamnya pada hari pasar."
        for n in range(30)
    )
)


@pytest.mark.parametrize("name", ["isi", "detail-img", "content-right"])
def test_the_next_article_on_the_page_is_not_taken_for_it(name: str) -> None:
    own = f"<div><h1>{TITLE}</h1><div class={name}>{paragraphs([LEDE, TEXT[0]])}</div></div>"

    assert body_of(f"<title>{TITLE}</title><body>{own}{NEXT}</body>")[1] == [LEDE, TEXT[0]]


def test_a_deck_beside_the_headline_does_not_hide_the_text() -> None:
    deck = "Warga lega karena jembatan gantung di Desa Sukamaju itu selesai diperbaiki pada pekan ini juga."
    text = [line.replace("jembatan", "titian") for line in TEXT]
    source = (
        f"<title>{TITLE}</title><body><div><div><h1>{TITLE}</h1><div><p>{deck}</p></div></div>"
        f"<div class=b>{paragraphs(text)}</div></div></body></html>"
    )

    assert body_of(source)[1][-len(text) :] == text


def test_a_first_paragraph_beside_the_rest_is_found() -> None:
    source = pages.page(f"<div><h1>{TITLE}</h1><div><p>{LEDE}</p><p>{'<br>'.join(TEXT)}</p></div></div>")

    assert body_of(source)[1] == [LEDE, *TEXT]


@pytest.mark.parametrize(
    "behind", ["<strong>(rin)</strong>", "<div><p><b>(kbr/rin)</b></p></div>", "<p>[rin]</p>"]
)
def test_a_code_behind_the_container_belongs_to_the_text(behind: str) -> None:
    source = pages.page(
        f"<div><div class=isi>{paragraphs([LEDE, *TEXT])}</div><ul>{pages.links(RELATED)}</ul>{behind}</div>"
    )

    assert body_of(source)[1][-1] in ("(rin)", "(kbr/rin)", "[rin]")


@pytest.mark.parametrize(
    "behind", ["<a href=x>(rin)</a>", "<p>(Foto)</p>", "<p>(13/5/2024)</p>", "<p>(Baca juga di sini)</p>"]
)
def test_other_brackets_behind_the_container_do_not(behind: str) -> None:
    source = pages.page(f"<div class=col><div class=isi>{paragraphs([LEDE, *TEXT])}</div>{behind}</div>")

    assert body_of(source)[1] == [LEDE, *TEXT]


def test_the_element_that_the_page_declares_holds_the_heart() -> None:
    market = [f"Pasar ikan itu {line}" for line in TEXT]
    source = pages.page(
        f"<div><div>{paragraphs([LEDE, *TEXT])}</div></div>{pages.MENU * 20}"
        f"<div><div itemprop=articleBody>{paragraphs(market)}</div></div>"
    )

    assert body_of(source)[1] == market


def test_a_short_part_that_is_declared_to_be_of_the_text_too() -> None:
    text, last = [LEDE, *TEXT, *TEXT], "Jembatan itu diresmikan pada Rabu pagi."
    part = "<div class=bagian>{}<div class=isi itemprop=articleBody>{}</div></div>"
    seen = (
        '<blockquote class="twitter-tweet"><p><a href=https://t.co/x>pic.twitter.com/x</a></p></blockquote>'
    )
    headed = "<h2>Rincian</h2>"
    parts = part.format("", paragraphs(text)) + part.format(headed, seen + paragraphs([last]))
    assert body_of(pages.page(f"<div>{parts}</div>"))[1][-2:] == ["Rincian", last]


def test_a_short_article_in_the_main_widget_of_a_blog() -> None:
    post = f"<div class='widget Blog' id=Blog1><h1>{TITLE}</h1><div class=p>{LEDE}<br>{TEXT[0]}</div></div>"
    profile = f"<div class='widget Text' id=Text1>{paragraphs(TEXT[1:] * 2)}</div>"

    assert body_of(pages.page(f"<div>{post}<div>{profile}</div></div>"))[1] == [LEDE, TEXT[0]]


JAVANESE = [
    "Kreteg gantung sing nyambungake desa karo pasar kecamatan wis rampung didandani lan wis kena diliwati.",
    "Pak lurah ngendika yen biaya ndandani kreteg mau saka dhuwit desa lan urunan warga sing lunga rantau.",
    "Bocah sekolah saiki ora perlu budhal sadurunge srengenge njedhul amarga dalane wis cedhak maneh.",
]


def test_text_in_a_language_whose_function_words_are_not_known() -> None:
    promo = "<div><p>Dapatkan kabar dari kami setiap hari.</p></div>"
    source = pages.page(f"<div>{promo}<h1>Kreteg Gantung Rampung</h1><div>{paragraphs(JAVANESE)}</div></div>")

    assert body_of(source)[1] == JAVANESE


# In each stands one word of the title, as in most paragraphs of real articles.
PLAIN = [
    "Pengerjaan jembatan dimulai setelah musim hujan dan memakai dua puluh tukang dari kecamatan lain yang"
    " sudah biasa memasang tali baja.",
    "Anggaran desa dibahas dalam rapat terbuka, dan sisa uang akan dipakai untuk membeli lampu yang menyala"
    " dengan tenaga surya.",
    "Pedagang di seberang jembatan mengaku ongkos angkut turun menjadi separuh, karena truk tidak lagi"
    " memutar lewat jalan hutan yang rusak.",
]
TELLING = f"{LEDE} {TEXT[0]}"


def test_one_telling_paragraph_is_not_the_whole_text() -> None:
    within = "".join(f'<p>{line} <a href="/k/{n}">{n}</a></p>' for n, line in enumerate(PLAIN * 2))
    shares = "".join(f'<a href="/s/{n}">x</a>' for n in range(18))
    source = pages.page(f"<h1>{TITLE}</h1><div class=isi><p>{TELLING}</p>{within}{shares}</div>")

    assert len(body_of(source)[1]) == 7


def test_paragraphs_on_other_things_follow_a_telling_first_one() -> None:
    other = "Pantai ke-{} itu ramai pada akhir pekan, dan ikan bakar di sana dijual dengan harga yang pantas."
    rest = [other.format(n) for n in range(30)]
    text = "".join(f'<p>{line} <a href="/k">(peta)</a></p>' for line in rest)
    source = pages.page(f"<h1>{TITLE}</h1><div class=isi><p>{TELLING}</p>{text}</div>")

    assert body_of(source)[1] == [TELLING, *(f"{line} (peta)" for line in rest)]


def test_boxes_of_several_paragraphs_are_one_text() -> None:
    rest = "".join(f"<div class=text-box>{paragraphs([line + ' Begitu.', line])}</div>" for line in PLAIN)
    source = pages.page(f"<h1>{TITLE}</h1><div><div class=text-box><p>{TELLING}</p></div>{rest}</div>")

    assert len(body_of(source)[1]) == 7


def test_a_list_of_other_articles_is_no_section_of_the_text() -> None:
    other = '<div><a href="/b/{}">{} dan lain</a><p>Senin, 13 Mei</p></div>'
    others = "".join(other.format(n, line) for n, line in enumerate(RELATED * 6))
    more = f"<div class='grid telling'>{others}<p>{PLAIN[0]}</p></div>"
    source = pages.page(
        f"<div><div class='grid telling'><h1>{TITLE}</h1>{paragraphs([LEDE, *TEXT])}</div>{more}</div>"
    )

    assert body_of(source)[1] == [LEDE, *TEXT]


def test_paragraphs_above_the_box_for_subscribers_belong_to_the_text() -> None:
    source = pages.page(
        f"<article><h1>{TITLE}</h1><p>{PLAIN[0]}</p><div class=paywall>{paragraphs(TEXT * 3)}</div></article>"
    )

    assert body_of(source)[1] == [PLAIN[0], *TEXT * 3]


def test_an_article_whose_parts_stand_beside_a_sidebar() -> None:
    parts = "".join(
        f"<div class=sidebar-grid><div class=sidebar-grid__content>{paragraphs([line] * 3)}</div></div>"
        for line in (LEDE, *TEXT)
    )

    assert len(body_of(pages.page(f"<article><h1>{TITLE}</h1>{parts}</article>"))[1]) == 18


def test_the_size_of_letters_is_no_toolbar() -> None:
    lead = f'<p class="has-medium-font-size">{PLAIN[0]}</p>'
    source = pages.page(f"<h1>{TITLE}</h1><div>{lead}{paragraphs([LEDE, *TEXT])}</div>")

    assert body_of(source)[1][0] == PLAIN[0]


def test_an_id_that_is_made_of_a_headline_says_nothing() -> None:
    ident = "warga-desa-mulai-menabung-untuk-iklan-dan-promo-pasar"
    source = pages.page(
        f"<h1>{TITLE}</h1><div>{paragraphs([LEDE, *TEXT])}<div id={ident}><p>{PLAIN[0]}</p></div></div>"
    )

    assert body_of(source)[1][-1] == PLAIN[0]


def test_a_page_without_running_text_has_no_body() -> None:
    assert body_of(f"<html><body>{pages.MENU}</body></html>") == ("none", [])


class TestSiteRules:
    source = pages.page(
        f"<h1>{TITLE}</h1><div class=isi>{paragraphs([LEDE, *TEXT])}"
        "<p class=promosi>Ayo datang ke toko kami.</p></div>"
        f"<div class=lain>{paragraphs([*TEXT, LEDE, *TEXT])}</div>"
    )

    def test_the_first_selector_that_leads_to_text_wins(self) -> None:
        origin, lines = body_of(self.source, SiteRules(body=("div.tiada", "h1 > b", "div.isi", "div.lain")))

        assert origin == "rule: div.isi"
        assert lines[:2] == [LEDE, TEXT[0]]

    def test_all_elements_of_a_selector_are_read_once(self) -> None:
        first = f"<div class=bag><div class=bag>{paragraphs([LEDE])}</div></div>"
        source = f"{first}<i>x</i><div class=bag>{paragraphs(TEXT)}</div>"

        assert body_of(source, SiteRules(body=(".bag",))) == ("rule: .bag", [LEDE, *TEXT])

    def test_a_code_behind_the_element_of_a_rule_is_found(self) -> None:
        source = (
            f"<div><div class=isi>{paragraphs([LEDE, *TEXT])}</div><ul><li>x</li></ul><b>(kbr/rin)</b></div>"
        )

        assert body_of(source, SiteRules(body=(".isi",)))[1] == [LEDE, *TEXT, "(kbr/rin)"]

    def test_what_a_rule_drops_is_still_told(self) -> None:
        page = parse(self.source, URL, rules=SiteRules(body=("div.isi",), drop=("p.promosi",)))
        finding = body.find(Sources(page), title=TITLE)

        assert [block.reason for block in finding.blocks if not block.kept] == ["site rule: p.promosi"]

    def test_drop_works_without_a_body_rule(self) -> None:
        assert "Ayo" not in " ".join(body_of(self.source, SiteRules(drop=("p.promosi", "div.lain")))[1])

    def test_a_rule_that_a_redesign_left_with_a_remnant_is_not_believed(self) -> None:
        remnant = f"<div class=detail>{paragraphs([TEXT[3]])}</div>"
        source = pages.page(f"<h1>{TITLE}</h1>{remnant}<article>{paragraphs([LEDE, *TEXT, LEDE])}</article>")

        origin, lines = body_of(source, SiteRules(body=("div.detail",)))

        assert origin == "generic: article"
        assert LEDE in lines

    def test_a_rule_is_believed_beside_a_longer_text(self) -> None:
        own = f"<div class=detail>{paragraphs([LEDE, TEXT[0], TEXT[1]])}</div>"
        source = pages.page(f"<h1>{TITLE}</h1>{own}<article>{paragraphs([*TEXT, *TEXT])}</article>")

        assert body_of(source, SiteRules(body=("div.detail",)))[0] == "rule: div.detail"

    def test_a_rule_that_leads_nowhere_leaves_the_page_to_its_structure(self) -> None:
        assert body_of(self.source, SiteRules(body=("div.tiada",)))[0].startswith("generic: ")


def test_the_text_in_the_structured_data_is_the_last_resort() -> None:
    data = {"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n\n".join([LEDE, *TEXT])}
    source = f'<script type="application/ld+json">{json.dumps(data)}</script><body><h1>{TITLE}</h1></body>'

    assert body_of(source) == ("ld: articleBody", [LEDE, *TEXT])


@needs_shared
@pytest.mark.parametrize(("names", "least"), [("as they are", 0.95), ("hashed", 0.9), ("removed", 0.88)])
def test_real_pages_without_site_rules(names: str, least: float) -> None:
    """Floors under the share of bodies that are exactly right; with hashed names no word of a name helps."""
    gold = [json.loads(line) for line in (SHARED / "pages" / "gold.jsonl").open(encoding="utf-8")]
    articles = [row for row in gold if row["kind"] == "article"]
    exact = 0
    for row in articles:
        page = parse((SHARED / "pages" / "html" / row["file"]).read_bytes(), row["url"])
        _rename(page.root, names)
        blocks = body.find(Sources(page), title=row["title"]).blocks
        widgets.strip(blocks, title=row["title"], host=Sources(page).host)
        found = "".join(block.text for block in blocks if block.kept)
        exact += _letters(found) == _letters("".join(row["body"]))

    assert exact / len(articles) >= least


def _rename(root: HtmlElement, names: str) -> None:
    """Take the meaning, or all, from the classes and ids of a page."""
    if names == "as they are":
        return
    for element in root.iter():
        element.attrib.pop("itemprop", None)
        for key in {"class", "id"}.intersection(element.attrib):
            value = element.attrib.pop(key)
            if names == "hashed":
                element.set(
                    key, " ".join(f"z{sha256(name.encode()).hexdigest()[:8]}" for name in value.split())
                )


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
