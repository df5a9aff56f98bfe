"""Frameworks, content systems of offices and schools, and pages of other years."""

from __future__ import annotations

import json

from tests.corpus.parts import (
    FOOTER,
    System,
    author_only,
    both,
    datelined,
    linked_data,
    menu,
    meta,
    named,
    nobody,
    page,
    plain,
    slug_of,
    tagged,
    teasers,
)
from tests.corpus.stories import Story

SITE = "Suara Muara"


def _address(path: str) -> object:
    return lambda story: (
        "https://suaramuara.example" + path.format(n=story.number, slug=story.slug, d=story.published)
    )


def hydrated(story: Story) -> str:
    """A page drawn by scripts in hashed classes, with its data beside it."""
    data = {"props": {"pageProps": {"article": {"title": story.title, "author": {"name": story.author}}}}}
    text = "".join(f'<p class="css-1q{number}">{line}</p>' for number, line in enumerate(story.paragraphs))
    return page(
        meta(story, site=SITE)
        + linked_data(story, site=SITE, author=[{"@type": "Person", "name": story.author}]),
        f"""<div id="__next"><div class="css-h1">{menu()}</div><main class="css-m"><div class="css-k">{story.section}</div>
        <h1 class="css-t">{story.title}</h1><div class="css-b"><span>{story.author}</span><span>{story.day},
        {story.clock} WIB</span></div><div class="css-body">{text}</div><div class="css-r">{teasers(story, "div", "css-c")}
        </div></main></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>{FOOTER}""",
    )


def divs(story: Story) -> str:
    """No paragraph elements: every paragraph is a div, with empty ones between."""
    text = "".join(f"<div>{line}</div><div><br></div>" for line in story.paragraphs)
    return page(
        meta(story, site=SITE),
        f"""{menu()}<div class="judul"><h1>{story.title}</h1></div><div class="info">Oleh: {story.author} |
        {story.weekday}, {story.day} {story.clock} WIB</div><div class="isi">{text}</div>
        <div class="lain"><h4>Berita Lainnya</h4>{teasers(story)}</div>{FOOTER}""",
    )


def breaks(story: Story) -> str:
    """A table of the last century: text and breaks in a cell, the headline in a font element."""
    text = "<br><br>".join([f"<b>{story.place}</b> - {story.paragraphs[0]}", *story.paragraphs[1:]])
    others = "".join(f"<tr><td><a href=/x>{title}</a></td></tr>" for title in story.related)
    return page(
        f"<title>{SITE} : {story.title}</title>",
        f"""<table width=980><tr><td valign=top width=180>{menu()}</td><td valign=top><font size=5><b>{story.title}</b></font>
        <br><font size=1>{story.weekday}, {story.published:%d/%m/%Y} {story.clock} WIB</font><br><br>{text}<br><br>
        <b>({story.code})</b></td><td width=240><table>{others}</table></td></tr></table>""",
    )


def drupal(story: Story) -> str:
    """A content system of fields: field--name-body, submitted line above."""
    return page(
        meta(story, site=SITE),
        f"""<header>{menu()}</header><main><article class="node node--type-article"><h1 class="page-title"><span
        class="field field--name-title">{story.title}</span></h1><div class="node__meta">Submitted by
        <span class="username">{story.author}</span> on <span>{story.weekday}, {story.published:%m/%d/%Y - %H:%M}</span></div>
        <div class="node__content"><div class="field field--name-field-image"><img src="https://img.example/{story.number}.jpg">
        </div><div class="clearfix text-formatted field field--name-body">{tagged(plain(story))}</div>
        <div class="field field--name-field-tags"><div class="field__label">Tags</div><div class="field__items">
        {"".join(f'<div class="field__item"><a href="/tag/{slug_of(tag)}">{tag}</a></div>' for tag in story.tags)}</div></div></div></article></main>
        {FOOTER}""",
    )


def joomla(story: Story) -> str:
    """Another content system: item-page with a definition list of details."""
    return page(
        meta(story, site=SITE),
        f"""{menu()}<div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header">
        <h2 itemprop="headline">{story.title}</h2></div><dl class="article-info text-muted"><dt>Details</dt>
        <dd class="createdby" itemprop="author">Written by: <span itemprop="name">{story.author}</span></dd>
        <dd class="category-name">Category: <a href="/c"><span itemprop="genre">{story.section}</span></a></dd>
        <dd class="published">Published: <time datetime="{story.iso}" itemprop="datePublished">{story.day}</time></dd>
        <dd class="hits">Hits: 311</dd></dl><div itemprop="articleBody">{tagged(plain(story))}</div>
        <ul class="pager"><li><a href="/p">Prev</a></li><li><a href="/n">Next</a></li></ul></div>{FOOTER}""",
    )


def office(story: Story) -> str:
    """A government office: a news page without names, the date with an icon, counters and share links."""
    return page(
        f"<title>Dinas Pekerjaan Rekaan | {story.title}</title>",
        f"""{menu("Beranda", "Profil", "Layanan", "Berita", "PPID", "Kontak")}<div class="page-banner"><h2>Berita</h2></div>
        <div class="col-lg-8"><div class="blog-details"><img src="https://img.example/{story.number}.jpg">
        <h3 class="title">{story.title}</h3><ul class="meta"><li><i class="fa fa-calendar"></i> {story.day}</li>
        <li><i class="fa fa-eye"></i> 512 kali dilihat</li></ul><div class="content">{tagged(plain(story))}</div>
        <div class="share"><span>Bagikan:</span><a href="#">Facebook</a><a href="#">Twitter</a></div></div></div>
        <div class="col-lg-4"><h4>Berita Terbaru</h4>{teasers(story, "li", "")}</div>{FOOTER}""",
    )


def village(story: Story) -> str:
    """A village's site: the writer is a role of the office, the text in a box with print buttons."""
    return page(
        f"<title>{story.title} - Website Resmi Desa Rekaan</title><meta property='og:title' content='{story.title}'>",
        f"""{menu("Beranda", "Profil Desa", "Pemerintahan", "Data Desa")}<div class="single_page_area"><div id="printableArea">
        <h4 class="catg_titile">{story.title}</h4><div class="post_commentbox"><span class="meta_date">{story.day}</span>
        <span class="meta_date">{story.clock} WIB</span></div><div class="single_page_content">
        <div class="sampul"><img src="https://img.example/{story.number}.jpg"></div><div class="teks">{tagged(plain(story))}</div>
        </div></div><button>Cetak</button><div class="form-komentar"><h4>Beri Komentar</h4></div></div>{FOOTER}""",
    )


def campus(story: Story) -> str:
    """A university's news: writer, photographer and editor in a line below the text."""
    return page(
        meta(story, site="Universitas Rekaan"),
        f"""{menu("Tentang", "Akademik", "Penelitian", "Berita")}<div class="news-single"><span class="kategori">{story.section}</span>
        <h1>{story.title}</h1><p class="tanggal">{story.day}</p><img src="https://img.example/{story.number}.jpg">
        <div class="news-text">{tagged(plain(story))}<p><em>Penulis: {story.author}</em></p><p><em>Foto: {story.credit}</em></p>
        <p><em>Editor: {story.editor}</em></p></div></div><section><h3>Berita Terkait</h3>{teasers(story)}</section>{FOOTER}""",
    )


def wrapped(story: Story) -> str:
    """Every paragraph in a wrapper of its own, advertisements between, author behind a bar."""
    slot = '<div class="ads"><span>ADVERTISEMENT</span><span>SCROLL TO CONTINUE WITH CONTENT</span></div>'
    text = slot.join(
        f'<div class="w"><div class="w-in"><p>{line}</p></div></div>' for line in story.paragraphs
    )
    return page(
        meta(story, site=SITE) + linked_data(story, site=SITE),
        f"""{menu()}<main><ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/d">{story.section}</a></li></ol>
        <h1>{story.title}</h1><p class="by">{story.author} | {story.weekday}, {story.day} | {story.clock} WIB</p>
        <div class="flow">{text}</div></main><section>{teasers(story)}</section>{FOOTER}""",
    )


def inline(story: Story) -> str:
    """Text in spans of a word processor, names in bold, the lede in strong."""
    lines = [
        "".join(f'<span style="font-size:16px">{word} </span>' for word in line.split()).strip()
        for line in story.paragraphs
    ]
    lines[0] = f"<strong>{lines[0]}</strong>"
    return page(
        meta(story, site=SITE),
        f"""{menu()}<div class="news"><h1>{story.title}</h1><div class="date">{story.weekday}, {story.day}
        {story.clock} WIB</div><div class="reporter">Reporter: {story.author}</div><div class="editor">Editor: {story.editor}
        </div><div class="content">{tagged(lines)}</div></div><div class="side">{teasers(story)}</div>{FOOTER}""",
    )


def microdata(story: Story) -> str:
    """Microdata alone: itemprops on elements, the date in a content attribute."""
    return page(
        f"<title>{story.title}</title>",
        f"""{menu()}<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">{story.title}</h1>
        <span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">{story.author}</span></span>
        <span itemprop="datePublished" content="{story.iso}">{story.day}</span>
        <img itemprop="image" src="https://img.example/{story.number}.jpg"><div itemprop="articleBody">{tagged(plain(story))}</div>
        </div><div class="more">{teasers(story)}</div>{FOOTER}""",
    )


SYSTEMS = (
    System("scripted", _address("/artikel/{slug}-{n}"), hydrated, plain, author_only),
    System("divs", _address("/berita/{n}/{slug}.html"), divs, plain, author_only),
    System(
        "tables", _address("/index.php?p=berita&id={n}"), breaks, datelined("{place} - ", code=True), nobody
    ),
    System(
        "drupal",
        _address("/berita/{slug}"),
        drupal,
        plain,
        both(author_only, lambda story: {"tags": list(story.tags)}),
    ),
    System(
        "joomla",
        _address("/index.php/berita/{n}-{slug}"),
        joomla,
        plain,
        both(author_only, lambda story: {"section": story.section}),
    ),
    System("office", _address("/berita/detail/{n}"), office, plain, nobody, to_the_day=True),
    System("village", _address("/artikel/{d:%Y/%m/%d}/{slug}"), village, plain, nobody),
    System(
        "campus",
        _address("/news/{slug}"),
        campus,
        plain,
        both(named, lambda story: {"section": story.section}),
        to_the_day=True,
    ),
    System("wrapped", _address("/{n}/{slug}"), wrapped, plain, author_only),
    System("word-processor", _address("/read/{n}/{slug}"), inline, plain, named),
    System("microdata", _address("/{d:%Y}/{slug}"), microdata, plain, author_only),
)
