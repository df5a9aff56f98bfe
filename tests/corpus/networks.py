"""The templates of the large networks, as they print an article."""

from __future__ import annotations

from tests.corpus.parts import (
    FOOTER,
    System,
    author_only,
    both,
    datelined,
    filed,
    linked_data,
    menu,
    meta,
    named,
    nobody,
    page,
    slug_of,
    tagged,
    teasers,
    with_related,
)
from tests.corpus.stories import Story

SITE = "WartaPulau.com"


def _address(path: str) -> object:
    return lambda story: (
        "https://www.wartapulau.example" + path.format(n=story.number, slug=story.slug, d=story.published)
    )


def _first(story: Story, prefix: str) -> list[str]:
    return [prefix + story.paragraphs[0], *story.paragraphs[1:]]


def detail(story: Story) -> str:
    """A portal with detail__ names, the outlet in the dateline, the code in bold at the end."""
    lines = _first(story, f"<strong>{story.place}</strong> - ")
    return page(
        meta(story, site=SITE)
        + f'<meta name="publishdate" content="{story.published:%Y/%m/%d %H:%M:%S}">'
        + f'<meta name="author" content="{story.author}">',
        f"""{menu()}<article class="detail"><div class="detail__header"><div class="page__breadcrumb"><a href="/">{SITE}</a>
        <a href="/d">{story.section}</a></div><h1 class="detail__title">{story.title}</h1>
        <div class="detail__author">{story.author} - <span class="detail__label">{SITE}</span></div>
        <div class="detail__date">{story.weekday}, {story.published:%d} {story.day.split()[1][:3]} {story.published.year}
        {story.clock} WIB</div></div><div class="detail__media"><figure>
        <img src="https://img.example/{story.number}.jpg"><figcaption class="detail__media-caption">{story.caption}
        (Foto: {story.credit})</figcaption></figure></div>
        <div class="detail__body itp_bodycontent_wrapper"><div class="detail__body-text">{tagged(lines[:2])}
        <table class="linksisip"><tr><td><div class="lihatjg"><strong>Baca juga: </strong><a href="/x">{story.related[0]}
        </a></div></td></tr></table>{tagged(lines[2:])}<strong>({story.code})</strong></div>
        <div class="detail__body-tag">{"".join(f'<a href="/tag/{slug_of(tag)}" class="nav__item">{tag}</a>' for tag in story.tags)}</div></div></article><div class="list-berita"><h3>Berita Terkait</h3>{teasers(story, "article")}</div>{FOOTER}""",
    )


def read(story: Story) -> str:
    """A portal with read__ names: author and date in one box, the editor in the credits below the text."""
    read_too = (
        f'<p><strong>Baca juga: <a class="inner-link-baca-juga" href="/x">{story.related[0]}</a></strong></p>'
    )
    lines = _first(story, f"<strong>{story.place.upper()}, {SITE} -</strong> ")
    return page(
        meta(story, site=SITE) + linked_data(story, site=SITE),
        f"""{menu()}<div class="container"><h1 class="read__title">{story.title}</h1>
        <div class="credit"><div class="credit-title"><div class="credit-title-name">{story.author}, {story.editor}</div>
        <div class="credit-title-nameEditor">Tim Redaksi</div></div></div>
        <div class="read__time">{SITE}, {story.published:%d/%m/%Y, %H:%M} WIB</div>
        <div class="cover-photo"><img src="https://img.example/{story.number}.jpg"><div class="cover-caption">
        {story.caption}(<span>{story.credit}</span>)</div></div>
        <div class="read__content"><div class="clearfix">{with_related(lines, read_too)}</div></div>
        <div class="read__credit"><div class="read__credit__item">Penulis: {story.author}</div>
        <div class="read__credit__item">Editor: {story.editor}</div></div>
        <p>Dapatkan update berita pilihan setiap hari. Mari bergabung di Grup Telegram "Warta Update".</p>
        <ul class="tag__article__wrap">{"".join(f'<li class="tag__article__item"><a class="tag__article__link" href="/tag/{slug_of(tag)}">{tag}</a></li>' for tag in story.tags)}</ul>
        <div class="latest">{teasers(story)}</div></div>{FOOTER}""",
    )


def txt_article(story: Story) -> str:
    """A network of regional papers: names in the credits, a summary in a quote, the outlet before the place."""
    lines = _first(story, f"<strong>{SITE.upper()}, {story.place.upper()} - </strong>")
    return page(
        meta(story, site="Warta Pulau"),
        f"""{menu()}<div id="article"><div class="breadcrumb"><a href="/">Home</a> <a href="/d">{story.section}</a></div>
        <h1 class="f50" id="arttitle">{story.title}</h1><div class="mt10"><time>Tayang:
        {story.weekday}, {story.day} {story.clock} WIB</time></div>
        <div id="penulis"><a href="/p">{story.author}</a></div><div id="editor">Editor: <a href="/e">{story.editor}</a></div>
        <div id="artimg"><img src="https://img.example/{story.number}.jpg"><div class="arial f12 pb10">{story.credit}<br>
        {story.caption}</div></div><div class="side-article txt-article multi-fontsize">{tagged(lines[:2])}
        <p class="baca">Baca juga: <a href="/x">{story.related[0]}</a></p>{tagged(lines[2:])}
        <p>(*)</p></div><div class="mb10"><h5 class="tagcloud3">{"".join(f'<a href="/tag/{slug_of(tag)}">{tag}</a>' for tag in story.tags)}
        </h5></div></div><div class="ovh"><h3>BERITA TERKINI</h3><ul>{teasers(story, "li", "ptb15")}</ul></div>{FOOTER}""",
    )


def agency(story: Story) -> str:
    """A news agency: dateline with the agency in brackets, reporter, editor and copyright at the foot."""
    lines = _first(story, f"{story.place} (KABARNUSA) - ")
    return page(
        meta(story, site="Kabar Nusa News")
        + linked_data(story, site="Kabar Nusa", author={"@type": "Person", "name": story.author}),
        f"""{menu()}<article class="wrap__article-detail"><div class="wrap__article-detail-title">
        <h1>{story.title}</h1></div><div class="wrap__article-detail-info"><ul><li><span class="text-secondary">
        {story.weekday}, {story.day} {story.clock} WIB</span></li></ul></div>
        <div class="wrap__article-detail-image"><figure><img src="https://img.example/{story.number}.jpg">
        <figcaption>{story.caption}. KABARNUSA/{story.credit}.</figcaption></figure></div>
        <div class="wrap__article-detail-content post-content">{tagged(lines[:3])}
        <span class="baca-juga"><b>Baca juga: </b><a href="/x">{story.related[0]}</a></span>{tagged(lines[3:])}
        <p class="text-muted mt-2 small">Pewarta: {story.author}<br>Editor: {story.editor}<br>Copyright © KABARNUSA
        {story.published.year}</p></div><div class="blog-tags"><ul>{"".join(f'<li><a href="/tag/{slug_of(tag)}">#{tag}</a></li>' for tag in story.tags)}
        </ul></div></article>{teasers(story)}{FOOTER}""",
    )


def paged(story: Story) -> str:
    """A magazine network: sections of the text side by side with a counter, all in one page."""
    lines = _first(story, f"<b>{SITE}, {story.place} - </b>")
    return page(
        meta(story, site="Warta6")
        + linked_data(story, site="Warta6", author={"@type": "Person", "name": story.author}),
        f"""{menu()}<article class="read-page"><header class="read-page--header"><h1 class="read-page--header--title">
        {story.title}</h1><p class="read-page--header--author"><a href="/a"><span
        class="read-page--header--author__name">{story.author}</span></a><time
        datetime="{story.iso}">Diperbarui {story.published:%d} {story.day.split()[1][:3]} {story.published.year},
        {story.clock} WIB</time></p></header><div class="read-page--photo"><figure>
        <img src="https://img.example/{story.number}.jpg"><figcaption>{story.caption}. ({story.credit})</figcaption>
        </figure></div><div class="article-content-body"><div class="article-content-body__item-page">
        <div class="article-content-body__item-content">{tagged(lines[:3])}</div></div>
        <div class="paging">Halaman 2 dari 2</div><div class="article-content-body__item-page">
        <h2 class="article-content-body__item-title">{story.heading}</h2><div class="article-content-body__item-content">
        {tagged(lines[3:])}</div></div></div><div class="tags--snippet"><ul>{"".join(f'<li class="tags--snippet__item"><a href="/tag/{slug_of(tag)}">{tag}</a></li>' for tag in story.tags)}
        </ul></div></article><section>{teasers(story, "article")}</section>{FOOTER}""",
    )


def varient(story: Story) -> str:
    """A system of small portals: post-content, reactions that end the page, a code in the last line."""
    lines = _first(story, f"{story.place}, (kabardesa.example) - ")
    lines[-1] += f" ({story.code})"
    return page(
        meta(story, site="Kabar Desa"),
        f"""{menu()}<div class="post-content"><p class="m-0"><a href="/c"><label class="category-label">{story.section}</label>
        </a></p><h1 class="title">{story.title}</h1><div class="post-summary"><h2>{story.deck}</h2></div>
        <div class="post-details-meta"><span class="post-details-meta-date">{story.published:%b %d, %Y - %H:%M}</span></div>
        <div class="post-image"><img src="https://img.example/{story.number}.jpg"><figcaption class="img-description">
        {story.caption}</figcaption></div><div class="post-text">{tagged(lines)}</div>
        <div class="post-tags"><h2 class="tags-title">Tags:</h2><ul class="tag-list">{"".join(f'<li><a href="/tag/{slug_of(tag)}">{tag}</a></li>' for tag in story.tags)}
        </ul></div><div class="reactions"><h4>What's Your Reaction?</h4><div>Like 3</div><div>Dislike 0</div><div>Love 1</div>
        </div></div><section>{teasers(story)}</section>{FOOTER}""",
    )


def detailpost(story: Story) -> str:
    """A network of city papers: kicker, author and editor parted by a bar, tags as hash marks."""
    lines = _first(story, f"{SITE.upper()} - ")
    return page(
        meta(story, site=SITE),
        f"""{menu()}<div class="section"><div class="read__breadcrumb"><a href="/">Beranda</a> / <a href="/d">{story.section}</a>
        </div><h1 class="read__title">{story.title}</h1><div class="read__info"><div class="read__info__author">
        <a href="/a">{story.author}</a></div><div class="read__info__date">- {story.weekday}, {story.day} |
        {story.clock} WIB</div></div><div class="photo"><img src="https://img.example/{story.number}.jpg">
        <div class="photo__caption">{story.caption}. (Foto: {story.credit})</div></div>
        <article class="read__content">{tagged(lines[:2])}<p><strong>BACA JUGA: <a href="/x">{story.related[1]}</a></strong></p>
        {tagged(lines[2:])}</article><div class="read__info__editor">Editor: {story.editor}</div>
        <ul class="tag__list">{"".join(f'<li><h4 class="tag__name"><a href="/tag/{slug_of(tag)}">#{tag}</a></h4></li>' for tag in story.tags)}</ul></div>
        <div class="latest__wrap">{teasers(story)}</div>{FOOTER}""",
    )


SYSTEMS = (
    System(
        "portal-detail",
        _address("/berita/d-{n}/{slug}"),
        detail,
        datelined("{place} - ", code=True),
        both(author_only, filed),
    ),
    System(
        "portal-read",
        _address("/daerah/read/{d:%Y/%m/%d}/{n}/{slug}"),
        read,
        datelined("{upper}, WartaPulau.com - "),
        both(named, lambda story: {"tags": list(story.tags)}),
    ),
    System(
        "regional-papers",
        _address("/{d:%Y/%m/%d}/{slug}"),
        txt_article,
        lambda story: [*datelined("WARTAPULAU.COM, {upper} - ")(story), "(*)"],
        both(named, filed),
    ),
    System("agency", _address("/berita/{n}/{slug}"), agency, datelined("{place} (KABARNUSA) - "), named),
    System(
        "magazine-pages",
        _address("/regional/read/{n}/{slug}"),
        paged,
        datelined("WartaPulau.com, {place} - ", heading=3),
        author_only,
    ),
    System(
        "small-portals",
        lambda story: f"https://kabardesa.example/{story.slug}",
        varient,
        lambda story: [
            *datelined("{place}, (kabardesa.example) - ")(story)[:-1],
            f"{story.paragraphs[-1]} ({story.code})",
        ],
        both(nobody, filed),
    ),
    System(
        "city-papers", _address("/{n}/{slug}"), detailpost, datelined("WARTAPULAU.COM - "), both(named, filed)
    ),
)
