"""What stands where a field is looked for and is none: counts, trends, mottos, avatars, and what stands beside it."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

import pytest

from newscrawl.items import Article
from newscrawl.reading import parse, read
from tests.reading.shapes import DATE, FIGURE, PROSE, TEXT, TITLE, URL, article
from tests.reading.test_fields_shown import og

TAGS = '<div class="tags">Tag: <a href="/tag/bakau" rel="tag">bakau</a> <a href="/tag/abrasi" rel="tag">abrasi</a></div>'
CATEGORY = '<p><a href="/c/pesisir/" rel="category tag">Pesisir</a></p>'
TRENDS = '<ul><li><a href="/tag/gempa">Gempa</a></li><li><a href="/tag/pemilu">Pemilu</a></li></ul>'


def described(text: str, keywords: str = "") -> Article:
    return article(
        f'<meta name="description" content="{text}"><meta name="keywords" content="{keywords}">', below=DATE
    )


class TestSection:
    @pytest.mark.parametrize(
        ("above", "below"),
        [
            ("", '<div class="section-bar"><span class="share-label">16 Shares</span></div>'),
            ('<ul class="tema"><li class="active"><a href="#">Gelap</a></li></ul>', DATE),
        ],
        ids=["count", "switch"],
    )
    def test_is_none_of_these(self, above: str, below: str) -> None:
        assert article(above=above, below=below).section is None

    def test_what_stands_in_the_section_element_of_the_headline_is_no_name_of_one(self) -> None:
        html = (
            f'<title>{TITLE}</title><section class="article-section"><div><h1>{TITLE}</h1></div>{DATE}'
            f"<div>Bakau di muara (c) Rara</div><div>{PROSE}</div></section>"
        )
        assert read(parse(html, URL), site="suaramuara").article.section is None

    def test_the_category_in_the_date_line_needs_no_link(self) -> None:
        below = (
            '<div><span class="head__category">Pesisir</span> <span>25 November 2026, 09:15 WIB</span></div>'
        )
        assert article(below=below).section == "Pesisir"

    def test_a_place_on_the_front_page_comes_after_a_category_of_content(self) -> None:
        links = '<p><a href="/c/hl" rel="category tag">Headline</a> <a href="/c/p" rel="category tag">Pesisir</a></p>'
        assert article(below=DATE + links).section == "Pesisir"
        assert article(below=DATE + links.partition(' <a href="/c/p"')[0] + "</p>").section == "Headline"


class TestTags:
    def test_trends_of_the_site_are_none_of_the_article(self) -> None:
        assert (
            article(below=DATE, behind=f"<div class=tag-box><h3>Topik Populer</h3>{TRENDS}</div>").tags == []
        )

    def test_trends_above_give_way_to_tags_below(self) -> None:
        above = f'<div class="sidebar"><h6>TAG</h6>{TRENDS.replace(">G", "># G").replace(">P", "># P")}</div>'
        assert article(above=above, below=DATE, behind=TAGS).tags == ["bakau", "abrasi"]

    def test_a_link_to_further_tags_is_none(self) -> None:
        more = TAGS.replace("</div>", ' <a href="/tag/semua">Hashtag Lainnya...</a></div>')
        assert article(below=DATE, behind=more).tags == ["bakau", "abrasi"]

    def test_rows_of_boxes_below_a_label_however_long(self) -> None:
        rows = "".join(f'<li><h2><a href="/tag/{n}">pesisir {n}</a></h2></li>' for n in range(7))
        found = article(below=DATE, behind=f"<div><h3>Tag</h3><ul>{rows}</ul></div>").tags
        assert found == [f"pesisir {n}" for n in range(7)]

    def test_links_to_pages_of_topics_stand_among_the_tags(self) -> None:
        rows = '<li><a href="/pt-bakau-jaya/">PT Bakau Jaya</a></li><li><a href="/tag/muara">Muara</a></li>'
        found = article(below=DATE, behind=f'<h5>TOPIK TERKAIT</h5><ul class="list-tag">{rows}</ul>').tags
        assert found == ["PT Bakau Jaya", "Muara"]

    def test_hash_signs_name_them_where_nothing_else_does(self) -> None:
        links = '<div class="x"><a href="/topic/bakau">#Bakau</a> <a href="/topic/muara">#Muara</a></div>'
        assert article(below=DATE, behind=links).tags == ["Bakau", "Muara"]


class TestDescription:
    @pytest.mark.parametrize(
        "text",
        [
            "Media Berita Online Alternatif",
            "Portal Berita Muara Terkini, Cepat dan Akurat",
            "Cepat, Tepat, Akurat dan Terpercaya",
            f"Baca Artikel {TITLE} Selengkapnya di Suara Muara",
        ],
    )
    def test_mottos_and_invitations_are_none(self, text: str) -> None:
        assert described(text).description is None

    @pytest.mark.parametrize(
        ("text", "keywords"),
        [
            ("Bibit bakau dibeli dari iuran nelayan., bakau, muara.com, sorotan", ""),
            ("Bibit bakau dibeli dari iuran nelayan,PT Bakau Jaya,Muara", "Muara, Bakau"),
        ],
    )
    def test_keywords_glued_to_it_are_cut(self, text: str, keywords: str) -> None:
        found = described(text, keywords).description
        assert found is not None
        assert found.rstrip(".") == "Bibit bakau dibeli dari iuran nelayan"

    def test_a_list_in_a_sentence_is_no_keywords(self) -> None:
        text = "Bibit bakau ditanam nelayan di muara, pantai, Muara"
        assert described(text, "Muara").description == text

    def test_a_caption_that_repeats_the_head_is_no_deck(self) -> None:
        below = f'{DATE}<div class="media"><img src="/f/b.jpg"><span>{TEXT[0][:90]} (REUTERS/Rara Kelana)</span></div>'
        found = article(f'<meta name="description" content="{TEXT[0][:90]}">', below=below)
        assert found.description is None
        assert found.images[0].credit == "REUTERS/Rara Kelana"


class TestPictures:
    @pytest.mark.parametrize(
        "picture",
        ["/media/bloglogo/7.jpg", "/i/default-profil.jpg", "https://hitung.example/activity/act.php?url=7"],
    )
    def test_avatars_and_counters_are_no_pictures(self, picture: str) -> None:
        text = f'{PROSE}<p><img src="{picture}"></p>{PROSE}'
        assert len(article(below=DATE + FIGURE, text=text).images) == 1

    def test_a_caption_may_stand_in_the_link_to_the_picture(self) -> None:
        below = '<a href="/f/bakau.jpg"><div><img src="/f/bakau-700x300.jpg"></div><p class="wp-caption-text">Bakau. Foto: Rara</p></a>'
        main, *further = article(og("https://www.suaramuara.example/f/bakau.jpg"), below=DATE + below).images
        assert (main.caption, main.credit, further) == ("Bakau. Foto: Rara", "Rara", [])

    def test_what_kind_of_picture_it_is_is_no_credit(self) -> None:
        below = '<div><img src="/f/bakau.jpg"><div class="copyright">Ilustrasi</div></div>'
        main = article(below=DATE + below).images[0]
        assert (main.caption, main.credit) == ("Ilustrasi", None)


def test_category_and_tags_stay_apart() -> None:
    found = article(below=DATE + CATEGORY, behind=TAGS)
    assert (found.section, found.tags) == ("Pesisir", ["bakau", "abrasi"])
