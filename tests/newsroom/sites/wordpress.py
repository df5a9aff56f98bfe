"""A WordPress news site: feeds, REST API, sitemaps of an SEO plugin, paged listings, split posts."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from html import escape
from typing import Any, ClassVar, Literal

from tests.newsroom import dating
from tests.newsroom.feeds import RSS_TYPE, XML_TYPE, FeedItem, news_sitemap, rss, sitemap_index, urlset
from tests.newsroom.messages import Response, not_found, page, redirect, xml
from tests.newsroom.sites.site import Route, Site, Visit
from tests.newsroom.sites.wp_rest import WordPressApi
from tests.newsroom.stories import Brief, HouseStyle, Story, slugify
from tests.newsroom.structured import news_article, script
from tests.newsroom.templates import fill, links, metas

Permalink = Literal["dated", "plain", "name"]

_YEAR_MONTH_DAY = r"/\d{4}/\d{2}/\d{2}/"


class WordPressSite(Site):
    """WordPress with one of two themes: 'gmr' (GianMR newkarma) or 'jnews'.

    ``permalink`` is 'dated' (/2026/08/05/slug/), 'name' (/slug/) or 'plain' (/?p=12, the query is the
    identity). ``rest`` False switches the API off, as security plugins do. ``split_every``: each nth post
    stands on three pages. ``sitemap_size`` posts go into one gzipped sitemap.
    """

    kind = "wordpress"
    per_page = 10
    feed_size: ClassVar[int] = 10

    def __init__(
        self,
        host: str,
        *,
        theme: Literal["gmr", "jnews"] = "gmr",
        permalink: Permalink = "dated",
        rest: bool = True,
        split_every: int = 6,
        sitemap_size: int = 1000,
        **options: Any,
    ) -> None:
        self.theme = theme
        self.permalink = permalink
        self.rest = rest
        self.split_every = split_every
        self.sitemap_size = sitemap_size
        self.api = WordPressApi(self)
        super().__init__(host, **options)

    def style(self) -> HouseStyle:
        if self.theme == "gmr":
            return HouseStyle(
                brand=self.brand,
                dateline=lambda place: f"{place}, {self.brand} – ",
                place=str.upper,
                split_every=self.split_every,
            )
        return HouseStyle(
            brand=self.brand,
            dateline=lambda place: f"{self.brand}, {place} — ",
            split_every=self.split_every,
            codes="[{}]",
        )

    def path(self, brief: Brief) -> str:
        if self.permalink == "plain":
            return f"/?p={brief.number}"
        folder = f"{brief.published_at:/%Y/%m/%d}" if self.permalink == "dated" else ""
        return f"{folder}/{brief.slug}/"

    def page_path(self, story: Story, number: int) -> str:
        """The path of one page of a post."""
        if number == 1:
            return self.path(story)
        return self.path(story) + (f"&page={number}" if self.permalink == "plain" else f"{number}/")

    def sitemaps(self) -> list[str]:
        return ["/sitemap_index.xml", "/news-sitemap.xml"]

    def shown(self, story: Story) -> dict[str, Any]:
        """The theme names author and editor; it shows no deck."""
        return {"authors": [story.author], "editors": [story.editor]}

    def visible_date(self, moment: Any) -> str:
        return dating.weekday_long(moment) if self.theme == "gmr" else dating.month_first(moment)

    def picture(self, brief: Brief) -> str:
        return f"/wp-content/uploads/{brief.published_at:%Y/%m}/foto-{brief.slug[:40]}-{brief.number}.jpg"

    def routes(self) -> list[Route]:
        article = _YEAR_MONTH_DAY if self.permalink == "dated" else "/"
        return [
            (r"/", self.front),
            (r"/page/(\d+)/", self.front),
            (r"/(?:comments/)?feed/", self.feed),
            (r"/category/([a-z0-9-]+)/(?:page/(\d+)/)?", self.category),
            (r"/category/([a-z0-9-]+)/feed/", self.category_feed),
            (r"/tag/([a-z0-9-]+)/(?:page/(\d+)/)?", self.tag),
            (r"/wp-json/?(.*)", self.api.answer),
            (r"/sitemap(?:_index)?\.xml", self.index_of_sitemaps),
            (r"/post-sitemap(\d*)\.xml\.gz", self.post_sitemap),
            (r"/category-sitemap\.xml", self.category_sitemap),
            (r"/news-sitemap\.xml", self.news),
            (rf"{article}([a-z0-9-]+)/(?:(\d+)/)?", self.article),
            (r"/(?:.*[^/])", self.with_slash),
        ]

    def with_slash(self, visit: Visit) -> Response:
        """WordPress adds the slash that its addresses end in."""
        request = visit.request
        query = f"?{request.query}" if request.query else ""
        return redirect(f"{visit.origin}{request.path}/{query}")

    def front(self, visit: Visit) -> Response:
        """The home page, search results, or a post by its number."""
        number = visit.request.number("p", 0)
        if number:
            return self.by_number(visit, number)
        words = visit.request.value("s").lower()
        found = (b for b in self.book.briefs() if words in f"{b.title} {b.deck}".lower())
        title = f"Hasil pencarian: {words}" if words else self.brand
        return self.paged(visit, title, found, int(visit.args[0]) if visit.args else 1)

    def by_number(self, visit: Visit, number: int) -> Response:
        """``?p=12`` leads to the permalink, unless it is the permalink."""
        story = self.article_at(number)
        if isinstance(story, Response):
            return story
        if self.permalink == "plain":
            return self.show(visit, story, visit.request.number("page", 1))
        return redirect(visit.origin + self.path(story))

    def category(self, visit: Visit) -> Response:
        """The posts of a category."""
        section = self.section_of(visit.args[0])
        if section is None:
            return not_found()
        return self.paged(visit, section, self.book.briefs(section=section), int(visit.args[1] or 1))

    def tag(self, visit: Visit) -> Response:
        """The posts of a tag."""
        found = (b for b in self.book.briefs() if any(slugify(tag) == visit.args[0] for tag in b.tags))
        return self.paged(visit, f"Tag: {visit.args[0]}", found, int(visit.args[1] or 1))

    def paged(self, visit: Visit, title: str, briefs: Iterable[Brief], number: int) -> Response:
        """One page of a listing; WordPress answers 404 beyond the last."""
        found, more = self.listed(briefs, number)
        if not found and number > 1:
            return not_found()
        return self.listing(visit, title, found, number, more=more)

    def article(self, visit: Visit) -> Response:
        """A post by its slug, or one of its pages."""
        slug, number = visit.args
        if self.permalink == "plain":
            return not_found()
        story = self.article_at(self.book.number_of(slug))
        if isinstance(story, Response):
            return story
        if not visit.request.decoded_path.startswith(self.path(story)):
            return redirect(visit.origin + self.path(story))
        return self.show(visit, story, int(number or 1))

    def show(self, visit: Visit, story: Story, number: int) -> Response:
        """One page of a post; a page that it does not have leads to the first."""
        if number > story.pages:
            return redirect(visit.origin + self.path(story))
        main = fill(f"wordpress/{self.theme}-article", **self.article_values(visit, story, number))
        suffix = f" - Halaman {number} dari {story.pages}" if number > 1 else ""
        head = self.article_head(visit, story, number)
        text = self.layout(visit, f"{story.title}{suffix} - {self.brand}", main, head)
        return self.article_page(text, story, number)

    def article_values(self, visit: Visit, story: Story, number: int) -> dict[str, str]:
        """The values of the article template."""
        origin = visit.origin
        return {
            "origin": origin,
            "number": str(story.number),
            "title": escape(story.title),
            "section": story.section,
            "section_url": f"{origin}/category/{slugify(story.section)}/",
            "date": self.visible_date(story.published_at),
            "published": story.published_at.isoformat(),
            "modified": story.modified_at.isoformat(),
            "author": escape(story.author),
            "author_slug": slugify(story.author),
            "editor": escape(story.editor),
            "picture": origin + self.picture(story),
            "caption": escape(story.caption),
            "body": self.body_html(visit, story, number),
            "pages": self.page_links(visit, story, number),
            "tags": ", ".join(self.tag_link(origin, tag) for tag in story.tags),
            "related": self.items(visit, [b for away in (1, 2) if (b := self.neighbour(story.number, away))]),
        }

    @staticmethod
    def tag_link(origin: str, tag: str) -> str:
        """A tag under the article."""
        return f'<a href="{origin}/tag/{slugify(tag)}/" rel="tag">{escape(tag)}</a>'

    def page_links(self, visit: Visit, story: Story, number: int) -> str:
        """The links that ``<!--nextpage-->`` makes."""
        if story.pages == 1:
            return ""
        base = visit.origin
        entries = [
            f'<span class="post-page-numbers current">{n}</span>'
            if n == number
            else f'<a href="{base}{escape(self.page_path(story, n))}" class="post-page-numbers">{n}</a>'
            for n in range(1, story.pages + 1)
        ]
        return f'<div class="page-links"><span class="page-text">Halaman:</span> {" ".join(entries)}</div>'

    def article_head(self, visit: Visit, story: Story, number: int) -> str:
        """What an SEO plugin puts into the head."""
        url = visit.origin + self.page_path(story, number)
        pairs = [
            ("description", story.deck),
            ("og:type", "article"),
            ("og:title", f"{story.title} - {self.brand}"),
            ("og:description", story.deck),
            ("og:url", url),
            ("og:image", visit.origin + self.picture(story)),
            ("article:section", story.section),
            ("article:published_time", story.published_at.isoformat()),
            ("article:modified_time", story.modified_at.isoformat()),
        ]
        extra = [f'<link rel="canonical" href="{escape(url)}">']
        extra.append(f'<link rel="shortlink" href="{visit.origin}/?p={story.number}">')
        if number < story.pages:
            extra.append(
                f'<link rel="next" href="{escape(visit.origin + self.page_path(story, number + 1))}">'
            )
        data = news_article(story, url, visit.origin + self.picture(story), self.brand)
        return "\n".join([metas(pairs), *extra, script({"@graph": [data]}, css="yoast-schema-graph")])

    def items(self, visit: Visit, briefs: Iterable[Brief]) -> str:
        """The entries of a listing."""
        return "\n".join(
            fill(
                f"wordpress/{self.theme}-item",
                url=escape(visit.origin + self.path(brief)),
                title=escape(brief.title),
                deck=escape(brief.deck),
                section=brief.section,
                section_url=f"{visit.origin}/category/{slugify(brief.section)}/",
                date=self.visible_date(brief.published_at),
                published=brief.published_at.isoformat(),
                picture=visit.origin + self.picture(brief),
            )
            for brief in briefs
        )

    def listing(self, visit: Visit, title: str, briefs: list[Brief], number: int, *, more: bool) -> Response:
        """A page of posts with a link to older ones."""
        base = visit.request.path.partition("page/")[0]
        query = f"?{visit.request.query}" if visit.request.query else ""
        older = f"{visit.origin}{base}page/{number + 1}/{query}"
        after = f'<a class="next page-numbers" href="{escape(older)}">Berikutnya</a>' if more else ""
        main = fill(
            f"wordpress/{self.theme}-listing",
            title=escape(title),
            items=self.items(visit, briefs),
            next=after,
        )
        return page(self.layout(visit, title, main), last_modified=self.last_change())

    def layout(self, visit: Visit, title: str, main: str, head: str = "") -> str:
        origin = visit.origin
        return fill(
            f"wordpress/{self.theme}-page",
            title=escape(title),
            brand=escape(self.brand),
            origin=origin,
            head=head + (f'\n<link rel="https://api.w.org/" href="{origin}/wp-json/">' if self.rest else ""),
            nav=links(
                [(f"{origin}/category/{slug}/", name) for slug, name in self.sections()], css="menu-item"
            ),
            main=main,
            popular=links([(origin + self.path(b), b.title) for b in self.popular()]),
        )

    # --- feeds and sitemaps ---------------------------------------------------------------------------------

    def feed(self, visit: Visit) -> Response:
        """The feed of everything; ``?paged=2`` goes back in time."""
        return self.feed_of(visit, self.brand, self.book.briefs())

    def category_feed(self, visit: Visit) -> Response:
        """The feed of a category."""
        section = self.section_of(visit.args[0])
        return self.feed_of(visit, f"{section} - {self.brand}", self.book.briefs(section=section or "-"))

    def feed_of(self, visit: Visit, title: str, briefs: Iterable[Brief]) -> Response:
        """A feed with the whole texts, times in UTC as WordPress writes them."""
        number = visit.request.number("paged", 1)
        found, _ = self.listed(briefs, number, self.feed_size)
        if not found and number > 1:
            return not_found()
        items = [self.feed_item(visit, brief) for brief in found]
        own = f"{visit.origin}{visit.request.path}"
        text = rss(title, visit.origin, items, own=own, pub_date=lambda m: dating.rfc822(dating.utc(m)))
        return xml(text, RSS_TYPE, last_modified=self.last_change())

    def feed_item(self, visit: Visit, brief: Brief) -> FeedItem:
        """One item, its guid the number of the post."""
        story = self.book.story(brief.number)
        return FeedItem(
            brief,
            visit.origin + self.path(brief),
            guid=f"{visit.origin}/?p={brief.number}",
            author=story.author,
            content=self.whole_body_html(visit, story),
        )

    def index_of_sitemaps(self, visit: Visit) -> Response:
        """The index: posts in gzipped files, the oldest first, and categories."""
        files = [
            (f"{visit.origin}/post-sitemap{n}.xml.gz", max(b.modified_at for b in self.part(n)))
            for n in range(1, -(-self.book.count // self.sitemap_size) + 1)
            if any(True for _ in self.part(n))
        ]
        files.append((f"{visit.origin}/category-sitemap.xml", self.last_change()))
        return xml(sitemap_index(files), XML_TYPE, last_modified=self.last_change())

    def part(self, number: int) -> Iterable[Brief]:
        """The posts of one sitemap."""
        first = (number - 1) * self.sitemap_size + 1
        numbers = range(first, min(first + self.sitemap_size, self.book.count + 1))
        return (self.book.brief(n) for n in numbers if self.book.withdrawn(n) is None)

    def post_sitemap(self, visit: Visit) -> Response:
        """One gzipped file of posts."""
        entries = [(visit.origin + self.path(b), b.modified_at) for b in self.part(int(visit.args[0] or 1))]
        if not entries:
            return not_found()
        return Response(
            gzip.compress(urlset(entries).encode(), mtime=0),
            content_type="application/x-gzip",
            last_modified=self.last_change(),
        )

    def category_sitemap(self, visit: Visit) -> Response:
        """The addresses of the categories."""
        entries = [(f"{visit.origin}/category/{slug}/", self.last_change()) for slug, _ in self.sections()]
        return xml(urlset(entries), XML_TYPE, last_modified=self.last_change())

    def news(self, visit: Visit) -> Response:
        """The last 48 hours for Google News, counted from the newest post."""
        entries = [(visit.origin + self.path(b), b) for b in self.recent(hours=48)]
        return xml(news_sitemap(self.brand, entries), XML_TYPE, last_modified=self.last_change())
