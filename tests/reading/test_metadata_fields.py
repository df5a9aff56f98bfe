"""Description, section, tags, pictures, access and reactions, each with what produced it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.items import Article
from newscrawl.reading import SiteRules, parse, read
from newscrawl.reading.fields.credits import credit_of

TITLE = "Warga Menanam Seribu Pohon Trembesi di Lereng Bukit"
DECK = "Pohon itu akan dirawat oleh para pelajar selama lima tahun."
URL = "https://www.kabarutara.id/desa/warga-menanam"
PROSE = "<p>" + "Warga menanam seribu pohon di lereng bukit itu bersama para pelajar. " * 4 + "</p>"
H1 = f"<h1>{TITLE}</h1>"


def fields(body: str, head: str = "", **rules: tuple[str, ...]) -> Article:
    html = f'<html><head><meta property="og:title" content="{TITLE}">{head}</head><body>{body}</body></html>'
    return read(parse(html, URL, rules=SiteRules(**rules)), site="kabarutara").article  # type: ignore[arg-type]


def node(**members: object) -> str:
    members = {"@type": "NewsArticle", "headline": TITLE, **members}
    return f'<script type="application/ld+json">{json.dumps(members)}</script>'


def test_every_field_says_what_produced_it() -> None:
    article = fields(f'{H1}<h2 class="deck">{DECK}</h2>{PROSE}', node(isAccessibleForFree=True))
    assert article.provenance == {
        "title": "page: h1",
        "description": "page: h2.deck",
        "access": "json-ld: isAccessibleForFree",
        "body": "generic: body",
    }
    assert (article.section, article.tags, article.images, article.reactions) == (None, [], [], {})


class TestDescription:
    def test_a_deck_comes_before_the_cut_meta(self) -> None:
        head = f'<meta property="og:description" content="{DECK[:40]}...">'
        assert fields(f"{H1}<h2>{DECK}</h2>{PROSE}", head).description == DECK

    def test_the_meta_without_a_deck(self) -> None:
        article = fields(f"{H1}{PROSE}", f'<meta name="description" content="&lt;p&gt;{DECK}&lt;/p&gt;">')
        assert (article.description, article.provenance["description"]) == (DECK, "meta: description")

    def test_the_first_paragraph_is_no_deck(self) -> None:
        head = f'<meta property="og:description" content="{DECK}">'
        article = fields(f"{H1}<p>{DECK} Kata kepala desa.</p>{PROSE}", head)
        assert article.provenance["description"] == "meta: og:description"

    def test_captions_and_titles_are_none(self) -> None:
        body = f'{H1}<div class="photo-gallery"><div class="item__description">{DECK}</div></div>{PROSE}'
        assert fields(body, f'<meta name="description" content="{TITLE}">').description is None

    def test_a_rule_wins(self) -> None:
        assert (
            fields(f'{H1}<b class="ringkas">{DECK}</b>{PROSE}', description=(".ringkas",)).description == DECK
        )


class TestSection:
    @pytest.mark.parametrize(
        "crumbs",
        [
            '<ul class="breadcrumb"><li><a>Home</a></li><li><a>Ekonomi</a></li><li><a>Pasar</a></li></ul>',
            f'<div class="breadcrumb">Beranda » <a>Ekonomi</a> » <a>Pasar</a> » {TITLE}</div>',
            '<nav aria-label="breadcrumb"><ol><li>Home</li><li>Pasar</li></ol></nav>',
            "<div>HOME » EKONOMI » <a>Pasar</a></div>",
        ],
    )
    def test_the_last_crumb_that_is_no_title(self, crumbs: str) -> None:
        article = fields(f"{crumbs}{H1}{PROSE}")
        assert (article.section, article.provenance["section"]) == ("Pasar", "page: breadcrumb")

    def test_what_a_reader_sees_comes_before_structured_data(self) -> None:
        crumbs = '<ul class="breadcrumb"><li><a>Home</a></li><li><a>Pasar</a></li></ul>'
        assert fields(f"{crumbs}{H1}{PROSE}", node(articleSection=["Ekonomi"])).section == "Pasar"
        assert fields(f"{H1}{PROSE}", node(articleSection=["Ekonomi"])).section == "Ekonomi"

    def test_generic_metas_are_passed_over(self) -> None:
        head = (
            '<meta property="article:section" content="Article"><meta name="content_category" content="Desa">'
        )
        assert fields(f"{H1}{PROSE}", head).section == "Desa"
        assert fields(f"{H1}{PROSE}", '<meta property="article:section" content="Indonesia">').section is None
        assert fields(f"{H1}{PROSE}", '<meta property="article:section" content="By">').section is None

    def test_a_label_over_the_headline(self) -> None:
        body = f'<div><span class="badge badge-category">Desa</span>{H1}</div>{PROSE}'
        assert fields(body).section == "Desa"

    def test_menus_are_no_breadcrumbs(self) -> None:
        menu = "<div>" + "".join(
            f"<a>{name}</a> | " for name in ("HOME", "Satu", "Dua", "Tiga", "Empat", "Lima")
        )
        assert fields(f"{menu}</div>{H1}{PROSE}").section is None

    def test_a_rule_wins(self) -> None:
        assert (
            fields(f'{H1}<i class="rubrik">Desa</i>', node(articleSection="X"), section=("i.rubrik",)).section
            == "Desa"
        )


class TestTags:
    def test_stated_tags(self) -> None:
        head = '<meta property="article:tag" content="Pohon"><meta property="article:tag" content="Desa">'
        article = fields(H1, head)
        assert (article.tags, article.provenance["tags"]) == (["Pohon", "Desa"], "meta: article:tag")

    def test_shown_tags_of_the_first_list_behind_the_headline(self) -> None:
        nav = '<ul class="tag-list"><li><a href="/tag/ramai">Ramai</a></li></ul>'
        own = (
            '<div class="post-tags">Tags: <a href="/tag/pohon">#Pohon</a> <a href="/tag/desa">Desa</a></div>'
        )
        more = '<div class="tags"><a href="/tag/lain">Lain</a></div>'
        assert fields(nav + H1 + PROSE + own + more).tags == ["Pohon", "Desa"]

    def test_links_in_prose_are_no_tags(self) -> None:
        assert fields(f'{H1}<p>Warga <a href="/tag/desa">desa</a> menanam pohon.</p>').tags == []

    def test_rel_tag(self) -> None:
        assert fields(f'{H1}{PROSE}<div><a rel="tag" href="/x">Pohon</a></div>').tags == ["Pohon"]

    def test_labels_and_repeats_go(self) -> None:
        keywords = ["Topic: Pohon", "Editor: Tri Utami", "Desa", "desa", "x" * 80]
        assert fields(H1, node(keywords=keywords)).tags == ["Pohon", "Desa"]

    def test_one_text_with_commas(self) -> None:
        assert fields(H1, node(keywords="Pohon, Desa ,")).tags == ["Pohon", "Desa"]

    def test_keywords_for_search_engines_are_no_tags(self) -> None:
        assert fields(H1, '<meta name="keywords" content="berita, pohon, desa, terkini">').tags == []


class TestImages:
    HEAD = '<meta property="og:image" content="/foto/2024/pohon_750.jpg">'

    def test_the_main_picture_with_its_caption_and_credit(self) -> None:
        figure = '<img src="/foto/2024/pohon_300.jpg"><figcaption>Warga (foto: Joko)</figcaption>'
        body = f"{H1}<figure>{figure}</figure>{PROSE}"
        article = fields(body, self.HEAD)
        (image,) = article.images
        assert image.url == "https://www.kabarutara.id/foto/2024/pohon_750.jpg"
        assert (image.caption, image.credit) == ("Warga (foto: Joko)", "Joko")

    def test_further_figures(self) -> None:
        second = '<figure><img data-src="/b.jpg" src="data:x"><figcaption>Bibit pohon</figcaption></figure>'
        first = '<figure><img src="/a.jpg"><figcaption>Warga</figcaption></figure>'
        article = fields(H1 + first + PROSE + second, '<meta property="og:image" content="/a.jpg">')
        assert [(image.url[-6:], image.caption) for image in article.images] == [
            ("/a.jpg", "Warga"),
            ("/b.jpg", "Bibit pohon"),
        ]

    def test_dates_bylines_and_the_title_are_no_captions(self) -> None:
        lines = ("13 Mei 2024 10:00", "Reporter : Rina")
        body = H1 + "".join(f'<div class="detail-img">{line}</div>' for line in lines) + PROSE
        assert fields(body, self.HEAD).images[0].caption is None

    def test_structured_data_in_its_forms(self) -> None:
        for value in ("/a.jpg", ["/a.jpg", "/b.jpg"], {"url": "/a.jpg"}, [{"contentUrl": "/a.jpg"}]):
            assert fields(H1, node(image=value)).images[0].url == "https://www.kabarutara.id/a.jpg"

    def test_no_address_no_picture(self) -> None:
        for value in ("data:image/png;base64,x", "javascript:x", "", "http://[bad"):
            assert fields(H1, f'<meta property="og:image" content="{value}">').images == []

    @pytest.mark.parametrize(
        ("caption", "credit"),
        [
            ("Gelandang itu usai laga, Rabu. REUTERS/Rio Rekaan", "REUTERS/Rio Rekaan"),
            ("Warga di lereng (foto: dok).", "dok"),
            ("Foto: Edi/kabarutara", "Edi/kabarutara"),
            ("Warga (ANTARA FOTO/Joko Susilo/tom.)", "ANTARA FOTO/Joko Susilo/tom"),
            ("Warga di lereng /Joko Susilo", "Joko Susilo"),
            ("Warga di lereng © AFP", "AFP"),
            ("Warga. ©2021 Instagram @warga", "Instagram @warga"),
            ("Warga (Reuters)", "Reuters"),
            ("F.Susilo", "Susilo"),
            ("Warga di lereng. F: Joko Susilo/Lembah", "Joko Susilo/Lembah"),
            ("Warga di lereng, (f-joko)", "joko"),
            ("Camat Lereng, F. Susilo", None),
            ("Warga di Desa (kiri) menanam", None),
            ("Warga, Rabu (12/2)", None),
            ("", None),
            (None, None),
        ],
    )
    def test_credits(self, caption: str | None, credit: str | None) -> None:
        assert credit_of(caption) == credit


class TestAccess:
    @pytest.mark.parametrize(
        ("value", "access"),
        [
            (True, "free"),
            ("True", "free"),
            ("true", "free"),
            (1, "free"),
            ("http://schema.org/True", "free"),
            ({"@value": "false"}, "paid"),
            (False, "paid"),
            ("False", "paid"),
            ("https://schema.org/False", "paid"),
            ("maybe", None),
            (None, None),
            ([True, False], None),
        ],
    )
    def test_every_type_of_the_statement(self, value: object, access: str | None) -> None:
        assert fields(H1, node(isAccessibleForFree=value)).access == access

    def test_parts_that_are_not_free(self) -> None:
        part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".paywall"}
        assert fields(H1, node(hasPart=part)).access == "paid"

    def test_content_tiers(self) -> None:
        for tier, access in (("free", "free"), ("metered", "metered"), ("locked", "paid")):
            assert fields(H1, f'<meta property="article:content_tier" content="{tier}">').access == access

    def test_a_notice_to_subscribers(self) -> None:
        assert fields(f"{H1}{PROSE}<div>Artikel ini khusus pelanggan.</div>").access == "paid"
        assert fields(f"{H1}<p>Warga berlangganan koran desa sejak lama.</p>").access is None

    def test_unknown_is_null(self) -> None:
        assert fields(H1).access is None


class TestReactions:
    def test_counts_by_label(self) -> None:
        entry = '<div class="col-reaction"><img alt="x"><label>{}</label><p><label>{}</label></p></div>'
        block = entry.format(3, "like") + entry.format(0, "tidak suka") + entry.format("", "wow")
        assert fields(f'{H1}<div id="reactions_result">{block}</div>').reactions == {
            "like": 3,
            "tidak suka": 0,
        }


@given(st.text(max_size=200))
def test_any_text_in_the_head_is_read_without_error(text: str) -> None:
    value = text.replace('"', "").replace("<", "")
    head = "".join(
        f'<meta property="{key}" content="{value}">'
        for key in ("og:image", "article:tag", "og:description", "article:section", "article:content_tier")
    )
    fields(H1, head)
