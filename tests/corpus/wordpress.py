"""WordPress in the themes that Indonesian sites use, and Blogger."""

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
    page,
    plain,
    slug_of,
    tagged,
    teasers,
    with_related,
)
from tests.corpus.stories import Story

SITE = "Kabar Lereng"


def _url(story: Story) -> str:
    return f"https://kabarlereng.example/{story.published:%Y/%m}/{story.slug}/"


def _lines(story: Story) -> list[str]:
    return datelined("<strong>{upper}</strong> – ")(story)


def _tags(story: Story) -> str:
    links = "".join(f'<a href="/tag/{slug_of(tag)}" rel="tag">{tag}</a> ' for tag in story.tags)
    return f'<div class="tags-links">Tags: {links}</div>'


def classic(story: Story) -> str:
    """The default themes: entry-header, entry-meta, entry-content."""
    read = f'<p>Baca juga: <a href="/x">{story.related[0]}</a></p>'
    return page(
        meta(story, site=SITE) + linked_data(story, site=SITE),
        f"""<header>{menu()}</header><main><article class="post hentry"><header class="entry-header">
        <span class="cat-links"><a href="/c" rel="category tag">{story.section}</a></span>
        <h1 class="entry-title">{story.title}</h1><div class="entry-meta">
        <time class="entry-date published" datetime="{story.iso}">{story.day}</time>
        <span class="byline">oleh <span class="author vcard"><a href="/author/r">{story.author}</a></span></span></div>
        </header><figure class="post-thumbnail"><img src="https://img.example/{story.number}.jpg">
        <figcaption>{story.caption}. (Foto: {story.credit})</figcaption></figure>
        <div class="entry-content">{with_related(_lines(story), read)}
        <div class="sharedaddy"><h3>Share this:</h3><ul><li>Facebook</li><li>X</li></ul></div></div>
        <footer class="entry-footer">{_tags(story)}</footer></article></main>
        <aside id="secondary"><h2>Berita Terbaru</h2>{teasers(story, "li", "")}</aside>{FOOTER}""",
    )


def magazine(story: Story) -> str:
    """A magazine theme: td-post blocks, the date as a time element, share buttons above the text."""
    return page(
        meta(story, site=SITE),
        f"""{menu()}<div class="td-post-header"><ul class="td-category"><li><a href="/c">{story.section}</a></li></ul>
        <header class="td-post-title"><h1 class="entry-title">{story.title}</h1><div class="td-module-meta-info">
        <div class="td-post-author-name"><div class="td-author-by">By</div> <a href="/a">{story.author}</a></div>
        <span class="td-post-date"><time class="entry-date" datetime="{story.iso}">{story.day}</time></span>
        <div class="td-post-views">1204</div></div></header></div>
        <div class="td-post-sharing">Facebook Twitter WhatsApp</div>
        <div class="td-post-content"><div class="td-post-featured-image"><figure>
        <img src="https://img.example/{story.number}.jpg"><figcaption class="wp-caption-text">{story.caption}</figcaption>
        </figure></div>{tagged(_lines(story))}</div>
        <div class="td-post-source-tags"><ul class="td-tags"><li><span>TAGS</span></li>
        {"".join(f'<li><a href="/tag/{slug_of(tag)}">{tag}</a></li>' for tag in story.tags)}</ul></div>
        <div class="td_block_related_posts"><h4>RELATED ARTICLES</h4>{teasers(story)}</div>{FOOTER}""",
    )


def regional(story: Story) -> str:
    """The theme of many small outlets: gmr classes, author and date in one line, the editor under the text."""
    return page(
        meta(story, site=SITE) + linked_data(story, site=SITE, author={"@type": "Person", "name": "admin"}),
        f"""{menu()}<article><header class="entry-header entry-header-single">
        <div class="gmr-meta-topic"><strong><span class="cat-links-content"><a href="/c">{story.section}</a></span>
        </strong></div><h1 class="entry-title"><strong>{story.title}</strong></h1>
        <div class="gmr-metacontent gmr-metacontent-single"><span class="posted-on">
        <time class="entry-date published" datetime="{story.iso}">{story.weekday}, {story.day} - {story.clock} WIB</time>
        </span></div></header><figure class="post-thumbnail gmr-thumbnail-single">
        <img src="https://img.example/{story.number}.jpg"><figcaption>{story.caption}</figcaption></figure>
        <div class="entry-content entry-content-single">{tagged(_lines(story))}
        <p>Penulis: {story.author}</p><p>Editor: {story.editor}</p>
        <div class="gmr-related-post"><h3>Berita Terkait</h3>{teasers(story)}</div></div>
        <footer>{_tags(story)}</footer></article>{FOOTER}""",
    )


def blocks(story: Story) -> str:
    """A block theme: every part is a wp-block, the text in has-text-align classes."""
    head, *rest = _lines(story)
    return page(
        meta(story, site=SITE),
        f"""<div class="wp-site-blocks"><header class="wp-block-template-part">{menu()}</header>
        <main class="wp-block-group"><h1 class="wp-block-post-title">{story.title}</h1>
        <div class="wp-block-group"><div class="wp-block-post-date"><time datetime="{story.iso}">{story.day}</time></div>
        <div class="wp-block-post-author-name"><a href="/a">{story.author}</a></div>
        <div class="taxonomy-category wp-block-post-terms"><a href="/c" rel="tag">{story.section}</a></div></div>
        <figure class="wp-block-post-featured-image"><img src="https://img.example/{story.number}.jpg"></figure>
        <div class="entry-content wp-block-post-content"><p class="has-drop-cap">{head}</p>
        {tagged(rest[:2])}<h2 class="wp-block-heading">{story.heading}</h2>{tagged(rest[2:], "p", "has-text-align-left")}
        </div></main></div>{FOOTER}""",
    )


def builder(story: Story) -> str:
    """A page builder: nested widgets of divs, nothing but numbers for names."""
    return page(
        meta(story, site=SITE)
        + linked_data(story, site=SITE, author={"@type": "Person", "name": story.author}),
        f"""<div class="elementor elementor-12">{menu()}<section class="elementor-section"><div class="elementor-container">
        <div class="elementor-widget-wrap"><div class="elementor-element elementor-widget-theme-post-title">
        <h1 class="elementor-heading-title">{story.title}</h1></div><div class="elementor-widget-post-info"><ul>
        <li><a><span class="elementor-icon-list-text">{story.author}</span></a></li>
        <li><span class="elementor-icon-list-text">{story.day}</span></li>
        <li><span class="elementor-icon-list-text">{story.clock}</span></li></ul></div>
        <div class="elementor-widget-theme-post-content"><div class="elementor-widget-container">
        {tagged(plain(story))}</div></div>
        <div class="elementor-widget-posts"><h2>Baca Lainnya</h2>{teasers(story)}</div></div></div></section></div>
        {FOOTER}""",
    )


def amp(story: Story) -> str:
    """The AMP page of a WordPress site."""
    return page(
        meta(story, site=SITE)
        + f'<link rel="canonical" href="{_url(story)}">'
        + linked_data(story, site=SITE, author={"@type": "Person", "name": story.author}),
        f"""<header class="amp-wp-header"><a href="/">{SITE}</a></header><article class="amp-wp-article">
        <header class="amp-wp-article-header"><h1 class="amp-wp-title">{story.title}</h1>
        <div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author author vcard">{story.author}</span></div>
        <div class="amp-wp-meta amp-wp-posted-on"><time datetime="{story.iso}">{story.day}</time></div></header>
        <figure class="amp-wp-article-featured-image wp-caption">
        <amp-img src="https://img.example/{story.number}.jpg" width="800" height="450"></amp-img>
        <p class="wp-caption-text">{story.caption}</p></figure>
        <div class="amp-wp-article-content">{tagged(_lines(story))}</div>
        <footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-category">Categories:
        <a href="/c">{story.section}</a></div></footer></article><footer class="amp-wp-footer">{SITE}</footer>""",
    )


def blogger(story: Story) -> str:
    """Blogger: text and breaks in post-body, labels at the foot, a long sidebar."""
    text = "<br /><br />".join(_lines(story))
    labels = ", ".join(f'<a href="/search/label/{tag}" rel="tag">{tag}</a>' for tag in story.tags)
    return page(
        f"<title>{story.title} ~ {SITE}</title>"
        f'<meta property="og:title" content="{story.title}"><meta content="blogger" name="generator">',
        f"""{menu()}<div class="blog-posts hfeed"><h2 class="date-header"><span>{story.weekday}, {story.day}</span></h2>
        <div class="post hentry"><h3 class="post-title entry-title">{story.title}</h3>
        <div class="post-body entry-content"><div class="separator"><a href="i.jpg">
        <img src="https://img.example/{story.number}.jpg"></a></div>{text}<br /><div style="clear: both;"></div></div>
        <div class="post-footer"><span class="post-author vcard">Diposting oleh <span class="fn">{story.author}</span>
        </span> <span class="post-timestamp">di <a class="timestamp-link" href="#"><abbr class="published"
        title="{story.iso}">{story.clock}</abbr></a></span><span class="post-labels">Label: {labels}</span></div></div>
        </div><div class="sidebar"><h2>Entri Populer</h2>{teasers(story, "li", "item")}<h2>Arsip Blog</h2></div>""",
    )


SYSTEMS = (
    System("wordpress-classic", _url, classic, datelined("{upper} – "), both(author_only, filed)),
    System("wordpress-magazine", _url, magazine, datelined("{upper} – "), both(author_only, filed)),
    System(
        "wordpress-regional",
        _url,
        regional,
        datelined("{upper} – "),
        both(named, filed),
    ),
    System("wordpress-blocks", _url, blocks, datelined("{upper} – ", heading=3), author_only),
    System("wordpress-builder", _url, builder, plain, author_only),
    System("wordpress-amp", lambda story: _url(story) + "amp/", amp, datelined("{upper} – "), author_only),
    System(
        "blogger",
        lambda story: f"https://kabarlereng.example/{story.published:%Y/%m}/{story.slug}.html",
        blogger,
        datelined("{upper} – "),
        both(author_only, lambda story: {"tags": list(story.tags)}),
    ),
)
