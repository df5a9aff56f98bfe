"""Each family reads the templates that its facts describe, and knows the addresses of its articles."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from newscrawl import extract, sites
from newscrawl.sites.book import Book

BOOK = Book()
FOLDER = Path(sites.__path__[0]) / "families"

LEDE = (
    "Blitar - Petani di lereng Kelud memanen padi dua pekan lebih awal karena hujan turun lebih cepat"
    " daripada yang mereka perkirakan pada awal musim tanam tahun ini."
)
MIDDLE = (
    "Kepala desa mengatakan hasil panen kali ini lebih baik daripada tahun lalu, dan harga gabah di tingkat"
    " petani juga naik sehingga warga merasa lega."
)
CLOSE = "Ia berharap saluran irigasi yang rusak segera diperbaiki sebelum musim tanam berikutnya dimulai."
WIDGET = "Baca juga: Harga Cabai di Pasar Legi Turun"


class Template(NamedTuple):
    """A template's marks: ``{}`` stands for what is in the element."""

    name: str
    url: str
    body: str
    widget: str
    title: str = "<h1>{}</h1>"
    date: str = ""
    author: str = ""


DATE = "Senin, 10 Agustus 2020 14:05 WIB"
TEMPLATES = (
    Template(
        "detik 2020s",
        "https://news.detik.com/berita/d-5123456/panen-raya-di-blitar",
        '<div class="detail__body-text itp_bodycontent">{}</div>',
        '<table class="linksisip"><tr><td>{}</td></tr></table>',
        '<h1 class="detail__title">{}</h1>',
        '<div class="detail__date">{}</div>',
        '<div class="detail__author">{} - detikNews</div>',
    ),
    Template(
        "detik 2016",
        "http://news.detik.com/berita/3137186/panen-raya-di-blitar",
        '<div class="detail_text">{}</div>',
        '<table class="linksisip"><tr><td>{}</td></tr></table>',
        '<article><div class="jdl"><h1>{}</h1></div></article>',
        '<article><div class="jdl"><div class="date">{}</div></div></article>',
        '<article><div class="jdl"><div class="author">{} - detikNews</div></div></article>',
    ),
    Template(
        "detik 2013",
        "http://finance.detik.com/read/2013/09/24/104321/2367498/1036/panen-raya-di-blitar",
        '<div class="content_detail"><div class="text_detail">{}</div></div>',
        '<div class="lihatjg">{}</div>',
        '<div class="content_detail"><h1>{}</h1></div>',
        '<div class="content_detail"><div class="date">{}</div></div>',
        '<div class="content_detail"><div class="author"><strong>{}</strong> - detikfinance</div></div>',
    ),
    Template(
        "CNN Indonesia",
        "https://www.cnnindonesia.com/ekonomi/20200810140500-92-534001/panen-raya-di-blitar",
        '<div class="detail-text">{}</div>',
        '<div class="linksisip">{}</div>',
    ),
    Template(
        "Tribun",
        "https://mataraman.tribunnews.com/news/1812351/panen-raya-di-blitar",
        '<div class="side-article txt-article multi-fontsize">{}</div>',
        '<p class="baca">{}</p>',
        '<h1 id="arttitle">{}</h1>',
        '<div id="article"><time>{}</time></div>',
        '<div id="penulis">Penulis: {}</div>',
    ),
    Template(
        "KG Media",
        "https://www.grid.id/read/042345678/panen-raya-di-blitar",
        '<div class="read__article">{}</div>',
        '<div class="bacajuga">{}</div>',
        '<h1 class="read__title">{}</h1>',
        '<div class="read__date">{}</div>',
        '<div class="read__author">{}</div>',
    ),
    Template(
        "kompas.com 2016",
        "http://regional.kompas.com/read/2020/08/10/14051234/panen.raya.di.blitar",
        '<div class="kcm-read-text">{}</div>',
        '<div class="video-box-wrap">{}</div>',
        '<div class="kcm-read-top"><h2>{}</h2></div>',
        '<div class="kcm-read-top"><div class="msmall grey">{}</div></div>',
    ),
    Template(
        "KLY read-page",
        "https://www.liputan6.com/regional/read/4289456/panen-raya-di-blitar",
        '<div class="article-content-body">{}</div>',
        '<div class="baca-juga-collections">{}</div>',
        '<h1 class="read-page--header--title">{}</h1>',
        '<time class="read-page--header--author__datetime">{}</time>',
        '<span class="read-page--header--author__name">{}</span>',
    ),
    Template(
        "KLY article-header",
        "https://www.bola.com/dunia/read/4268266/panen-raya-di-blitar",
        '<div class="article-content-body">{}</div>',
        '<div class="article-content-body__break">{}</div>',
        '<h1 class="article-header__title">{}</h1>',
        '<span class="article-header__datetime">pada {}</span>',
        '<a class="article-header__author-link">{}</a>',
    ),
    Template(
        "KLY infinite",
        "https://www.merdeka.com/peristiwa/panen-raya-di-blitar.html",
        '<div class="detail"><div class="infinite">{}</div></div>',
        '<div class="detail-body__break">{}</div>',
        '<div id="detail-headline"><h2>{}</h2></div>',
        '<div id="detail-headline"><span class="time">{}</span></div>',
    ),
    Template(
        "okezone 2026",
        "https://economy.okezone.com/read/2020/08/10/320/2243366/panen-raya-di-blitar",
        '<div class="c-detail read">{}</div>',
        '<div id="baca-juga">{}</div>',
        '<div class="title-article"><h1>{}</h1></div>',
        '<div class="journalist"><span>{}</span></div>',
        '<div class="journalist"><a title="{0}">{0}</a></div>',
    ),
    Template(
        "PRMN",
        "https://galamedia.pikiran-rakyat.com/news/pr-35812345/panen-raya-di-blitar",
        '<article class="read__content clearfix">{}</article>',
        '<div class="read__others">{}</div>',
        '<h1 class="read__title">{}</h1>',
        '<div class="read__info__date">- {}</div>',
        '<div class="read__info__author"><a href="/author/1">{}</a></div>',
    ),
    Template(
        "Radar of Jawa Pos",
        "https://radarmalang.jawapos.com/ekonomi/811234567/panen-raya-di-blitar",
        '<article class="read__content">{}</article>',
        '<p class="page">{}</p>',
        '<h1 class="read__title">{}</h1>',
    ),
    Template(
        "Disway",
        "https://memorandum.disway.id/read/61234/panen-raya-di-blitar",
        '<div class="article-content">{}</div>',
        "<p>Petani di lereng Kelud.--Foto: warga</p><p>{}</p>",
    ),
    Template(
        "JPNN",
        "https://www.jpnn.com/news/panen-raya-di-blitar",
        '<div itemprop="articleBody">{}</div>',
        '<div class="box-bacajuga">{}</div>',
        '<h1 class="judul">{}</h1>',
        '<span class="date-publish">{}</span>',
    ),
    Template(
        "B Universe",
        "https://www.beritasatu.com/ekonomi/712345/panen-raya-di-blitar",
        '<div class="col b1-article body-content">{}</div>',
        '<h3 class="badge">{}</h3>',
        author='<a href="https://www.beritasatu.com/penulis/1">{}</a>',
    ),
    Template(
        "JIBI",
        "https://ekonomi.bisnis.com/read/20200810/12/1912345/panen-raya-di-blitar",
        '<article class="detailsContent force-17 mt40">{}</article>',
        '<div class="baca-juga-box">{}</div>',
        '<h1 class="detailsTitleCaption">{}</h1>',
        '<div class="detailsAttributeDates">{}</div>',
        '<div class="authorName">{}</div>',
    ),
    Template(
        "Blogger",
        "https://gemarnews.com/2020/08/panen-raya-di-blitar.html",
        '<div class="post-body">{}</div>',
        '<div class="related-posts">{}</div>',
        '<h1 class="post-title">{}</h1>',
        '<abbr class="published">{}</abbr>',
    ),
    Template(
        "Media Indonesia",
        "https://mediaindonesia.com/ekonomi/822959/panen-raya-di-blitar",
        '<section class="detail"><div class="article">{}</div></section>',
        '<p class="related-news">{}</p>',
        '<div class="post-header"><h1>{}</h1></div>',
        '<div class="post-header"><span class="datetime">{}</span></div>',
        '<div class="post-header"><div class="author-2">{}</div></div>',
    ),
    Template(
        "VIVA",
        "https://www.viva.co.id/berita/bisnis/1812345-panen-raya-di-blitar",
        '<div class="main-content-detail">{}</div>',
        '<div class="recommended-article">{}</div>',
        '<h1 class="main-content-title">{}</h1>',
        '<div class="main-content-date">{}</div>',
        '<div class="main-content-author">{}</div>',
    ),
    Template(
        "ANTARA",
        "https://jatim.antaranews.com/berita/612345/panen-raya-di-blitar",
        '<div class="wrap__article-detail-content post-content">{}</div>',
        '<span class="baca-juga">{}</span>',
        '<div class="wrap__article-detail-title"><h1>{}</h1></div>',
        '<ul class="wrap__article-detail-info"><li class="list-inline-item"><span>{}</span></li></ul>',
    ),
    Template(
        "detail-in",
        "https://betahita.id/berita/12345/panen-raya-di-blitar",
        '<article class="detail-artikel"><div class="detail-in">{}</div></article>',
        '<div class="smallbox-pilihan">{}</div>',
        '<article class="detail-artikel"><div class="judul-artikel"><h1>{}</h1></div></article>',
    ),
    Template(
        "Varient 1",
        "https://afederasi.com/panen-raya-di-blitar-lebih-awal",
        '<div class="post-text">{}</div>',
        '<div class="related-posts">{}</div>',
        '<div class="post-content"><h1 class="title">{}</h1></div>',
        '<div class="post-details-meta-date"><span class="sp-left">{}</span></div>',
        '<span class="post-author-meta"><a>{}</a></span>',
    ),
    Template(
        "WordPress GianMR",
        "https://abatanews.com/panen-raya-di-blitar/",
        '<div class="entry-content entry-content-single clearfix">{}</div>',
        '<div class="gmr-related-post-onlink">{}</div>',
        '<h1 class="entry-title">{}</h1>',
        '<div class="gmr-metacontent"><time class="entry-date published updated">{}</time></div>',
    ),
    Template(
        "WordPress tagDiv",
        "https://www.bantennews.co.id/panen-raya-di-blitar/",
        '<div class="td-post-content">{}</div>',
        '<div class="td-a-rec">{}</div>',
        '<h1 class="entry-title">{}</h1>',
        '<span class="td-post-date"><time>{}</time></span>',
        '<div class="td-post-author-name"><a>{}</a></div>',
    ),
    Template(
        "WordPress JNews",
        "https://waspada.co.id/panen-raya-di-blitar/",
        '<div class="jeg_main_content"><div class="content-inner">{}</div></div>',
        '<div class="jnews_inline_related_post">{}</div>',
        '<h1 class="jeg_post_title">{}</h1>',
        '<div class="jeg_meta_date">{}</div>',
        '<div class="jeg_meta_author"><a>{}</a></div>',
    ),
    Template(
        "WordPress Elementor",
        "https://projectmultatuli.org/panen-raya-di-blitar/",
        '<div class="elementor-widget-theme-post-content">{}</div>',
        '<div class="jp-relatedposts">{}</div>',
    ),
)


def page_of(template: Template) -> str:
    """A page of the template between a menu, a sidebar and a footer of other stories."""
    text = f"<p>{LEDE}</p>{template.widget.format(WIDGET)}<p>{MIDDLE}</p><p>{CLOSE}</p>"
    teasers = "".join(
        f'<li><h3><a href="/lain-{n}">Kabar lain dari desa nomor {n}</a></h3></li>' for n in range(9)
    )
    return f"""<html><head><title>Panen Raya di Blitar</title></head><body>
<div class="site-menu"><a href="/">Beranda</a><a href="/ekonomi">Ekonomi</a></div>
{template.title.format("Panen Raya di Blitar")}
{template.author.format("Siti Rahayu")}
{template.date.format(DATE)}
{template.body.format(text)}
<div class="bawah"><ul>{teasers}</ul></div><div class="kaki">Hak cipta redaksi</div></body></html>"""


@pytest.mark.parametrize("template", TEMPLATES, ids=[template.name for template in TEMPLATES])
def test_a_family_reads_its_template(template: Template) -> None:
    article = extract(page_of(template), template.url)

    assert article.body == "\n\n".join((LEDE, MIDDLE, CLOSE))
    assert article.provenance["body"].startswith("rule: ")
    assert article.title == "Panen Raya di Blitar"
    if template.date:
        assert article.published_at is not None
        assert article.published_at.isoformat() == "2020-08-10T14:05:00+07:00"
        assert article.provenance["published_at"].startswith("rule: ")
    if template.author:
        assert article.authors == ["Siti Rahayu"]
        assert article.provenance["authors"].startswith("rule: ")


@pytest.mark.parametrize("name", BOOK.families())
def test_a_family_says_how_it_is_known_and_has_publishers(name: str) -> None:
    listed_as = BOOK.family(name)["name"]

    assert (FOLDER / f"{name}.toml").read_text(encoding="utf-8").startswith("# ")
    assert [publisher.name for publisher in BOOK.catalogue() if publisher.family == listed_as]


def test_every_family_has_a_template_in_these_tests_or_shares_none() -> None:
    read = {found.family for template in TEMPLATES if (found := BOOK.find(template.url))}
    without_common_template = {"mediagroup", "viva", "mnc"}

    assert {BOOK.family(name)["name"] for name in BOOK.families()} - read <= without_common_template


@pytest.mark.parametrize(
    ("url", "shape"),
    [
        ("https://kabar.example/2020/08/10/panen-raya-di-blitar/", "dated"),
        ("https://kabar.example/2020/08/panen-raya-di-blitar", "dated"),
        ("https://kabar.example/berita/2020/08/10/panen-raya-di-blitar/", "dated"),
        ("https://kabar.example/panen-raya-di-blitar/", "at_root"),
        ("https://kabar.example/?p=4123", "by_number"),
        ("https://kabar.example/tentang-kami/", ""),
        ("https://kabar.example/2020/08/10/", ""),
        ("https://kabar.example/2020/", ""),
        ("https://kabar.example/ekonomi/", ""),
        ("https://kabar.example/?p=4123&preview=true", ""),
        ("https://kabar.example/?s=panen+raya", ""),
    ],
)
def test_wordpress_shapes_tell_posts_from_pages(url: str, shape: str) -> None:
    patterns = BOOK.family("wordpress")["patterns"]

    assert [name for name, pattern in patterns.items() if re.search(pattern, url)] == [shape] * bool(shape)
