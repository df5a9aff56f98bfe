"""A news site on Blogger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import quote

from tests.newsroom import dating
from tests.newsroom.feeds import ATOM_TYPE, RSS_TYPE, XML_TYPE, FeedItem, atom, rss, sitemap_index, urlset
from tests.newsroom.messages import Response, not_found, page, xml
from tests.newsroom.sites.site import STATIC_PAGES, Route, Site, Visit
from tests.newsroom.stories import Brief, HouseStyle, Story
from tests.newsroom.templates import fill, links, metas

_MOST = 150


class BloggerSite(Site):
    """Blogger: ``/2026/08/slug.html``, feeds with ``start-index``, labels under ``/search/label``."""

    kind = "blogger"
    per_page = 10
    sitemap_size = 150

    def style(self) -> HouseStyle:
        return HouseStyle(
            brand=self.brand, dateline=lambda place: f"{place} – ", codes="({})", place=str.upper
        )

    def path(self, brief: Brief) -> str:
        return f"{brief.published_at:/%Y/%m}/{brief.slug}.html"

    def shown(self, story: Story) -> dict[str, Any]:
        """The author is named, the outlet is not; labels stand for section and tags; there is no deck."""
        return {"authors": [story.author], "source": None, "tags": [story.section, *story.tags]}

    def visible_date(self, moment: datetime) -> str:
        return dating.weekday_long(moment)

    def routes(self) -> list[Route]:
        return [
            (r"/", self.home),
            (r"/search", self.older),
            (r"/search/label/(.+)", self.label),
            (r"/feeds/posts/(?:default|summary)", self.feed),
            (r"/sitemap\.xml", self.sitemap),
            (r"/p/([a-z-]+)\.html", self.own_page),
            (r"/\d{4}/\d{2}/([a-z0-9-]+)\.html", self.article),
        ]

    def own_page(self, visit: Visit) -> Response:
        """A page that is no post."""
        return self.static_page(visit) if visit.args[0] in STATIC_PAGES else not_found()

    def home(self, visit: Visit) -> Response:
        """The newest posts."""
        return self.posts(visit, self.brand, self.book.briefs())

    def older(self, visit: Visit) -> Response:
        """Posts before the instant ``updated-max``, or those that hold the words ``q``."""
        words, until = visit.request.value("q").lower(), visit.request.value("updated-max")
        bound = datetime.fromisoformat(until.replace(" ", "+")) if until else None
        found = (
            b
            for b in self.book.briefs()
            if (bound is None or b.published_at < bound) and words in f"{b.title} {b.deck}".lower()
        )
        return self.posts(visit, self.brand, found)

    def label(self, visit: Visit) -> Response:
        """The posts of a label."""
        label = visit.args[0]
        found = (b for b in self.book.briefs() if label == b.section or label in b.tags)
        return self.posts(visit, label, found)

    def posts(self, visit: Visit, title: str, briefs: Iterable[Brief]) -> Response:
        """A listing with a link to older posts."""
        found, more = self.listed(briefs, 1)
        items = "\n".join(self.item(visit, brief) for brief in found)
        if more:
            address = escape(self.older_than(visit, found[-1]))
            link = f'<a class="blog-pager-older-link" href="{address}">Posting Lama</a>'
            items += f'<div class="blog-pager">{link}</div>'
        return page(self.layout(visit, title, items), last_modified=self.last_change())

    def older_than(self, visit: Visit, brief: Brief) -> str:
        """The address of the posts before one."""
        moment = quote(brief.published_at.isoformat())
        return visit.absolute(f"/search?updated-max={moment}&max-results={self.per_page}")

    def item(self, visit: Visit, brief: Brief) -> str:
        """One entry of a listing."""
        return fill(
            "blogger/item",
            url=visit.origin + self.path(brief),
            title=escape(brief.title),
            deck=escape(brief.deck),
            published=brief.published_at.isoformat(),
            date=self.visible_date(brief.published_at),
            picture=visit.origin + self.picture(brief),
        )

    def article(self, visit: Visit) -> Response:
        """A post."""
        story = self.article_at(self.book.number_of(visit.args[0]))
        if isinstance(story, Response):
            return story
        url = visit.origin + self.path(story)
        labels = [
            (visit.absolute(f"/search/label/{quote(tag)}"), tag) for tag in (story.section, *story.tags)
        ]
        main = fill(
            "blogger/article",
            number=story.number,
            url=url,
            title=escape(story.title),
            author=escape(story.author),
            published=story.published_at.isoformat(),
            modified=story.modified_at.isoformat(),
            date=self.visible_date(story.published_at),
            picture=visit.origin + self.picture(story),
            caption=escape(story.caption),
            body=self.whole_body_html(visit, story),
            tags=", ".join(f'<a href="{href}" rel="tag">{escape(tag)}</a>' for href, tag in labels),
            older=escape(self.older_than(visit, story)),
        )
        pairs = [
            ("description", story.deck),
            ("og:url", url),
            ("og:title", story.title),
            ("og:type", "article"),
        ]
        head = f'{metas(pairs)}\n<link href="{url}" rel="canonical">'
        return self.article_page(self.layout(visit, f"{self.brand}: {story.title}", main, head), story)

    def feed(self, visit: Visit) -> Response:
        """Atom, or RSS with ``alt=rss``; ``start-index`` counts from 1."""
        request = visit.request
        start = max(request.number("start-index", 1), 1)
        size = min(request.number("max-results", 25), _MOST)
        briefs = list(self.book.briefs())
        items = [self.feed_item(visit, brief) for brief in briefs[start - 1 : start - 1 + size]]
        if request.value("alt") == "rss":
            return xml(rss(self.brand, visit.origin, items), RSS_TYPE, last_modified=self.last_change())
        following = visit.absolute(f"{request.path}?start-index={start + size}&max-results={size}")
        text = atom(
            self.brand,
            visit.origin,
            items,
            updated=self.last_change(),
            next_url=following if start - 1 + size < len(briefs) else "",
        )
        return xml(text, ATOM_TYPE, last_modified=self.last_change())

    def feed_item(self, visit: Visit, brief: Brief) -> FeedItem:
        """One entry, its id the number of the post."""
        guid = f"tag:blogger.com,1999:blog-7.post-{brief.number}"
        author = self.book.story(brief.number).author
        return FeedItem(brief, visit.origin + self.path(brief), guid=guid, author=author)

    def sitemap(self, visit: Visit) -> Response:
        """An index over ``?page=N``, 150 posts each."""
        number = visit.request.number("page", 0)
        if not number:
            parts = range(1, -(-len(self.book) // self.sitemap_size) + 1)
            entries = [(visit.absolute(f"/sitemap.xml?page={n}"), None) for n in parts]
            return xml(sitemap_index(entries), XML_TYPE, last_modified=self.last_change())
        found, _ = self.listed(self.book.briefs(), number, self.sitemap_size)
        posts = [(visit.origin + self.path(b), b.modified_at) for b in found]
        return xml(urlset(posts), XML_TYPE, last_modified=self.last_change())

    def layout(self, visit: Visit, title: str, main: str, head: str = "") -> str:
        labels = [(visit.absolute(f"/search/label/{quote(name)}"), name) for _, name in self.sections()]
        return fill(
            "blogger/page",
            title=escape(title),
            brand=escape(self.brand),
            origin=visit.origin,
            head=head,
            nav=links(labels),
            main=main,
            popular=links([(visit.origin + self.path(b), b.title) for b in self.popular()]),
        )
