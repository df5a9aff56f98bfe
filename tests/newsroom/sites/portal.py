"""A portal: dated indexes, search with dates, split articles, AMP twins, a mobile host."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from html import escape
from typing import Any, Literal

from tests.newsroom import dating
from tests.newsroom.messages import Request, Response, not_found, page
from tests.newsroom.sites.indexes import IndexDesk
from tests.newsroom.sites.portal_lists import PortalListings
from tests.newsroom.sites.site import Route, Visit
from tests.newsroom.sites.skins import SKINS, Split
from tests.newsroom.sites.splitting import Part, paging_html, part_asked_for
from tests.newsroom.stories import Brief, HouseStyle, Story, slugify
from tests.newsroom.structured import news_article, script
from tests.newsroom.templates import fill, links, metas
from tests.newsroom.widgets import paragraphs_html

MachineDates = Literal["offset", "false_z", "wib", "naive"]

_MACHINE_DATES: dict[str, Callable[[datetime], str]] = {
    "offset": lambda moment: moment.isoformat(),
    "false_z": lambda moment: f"{moment:%Y-%m-%dT%H:%M:%SZ}",
    "wib": lambda moment: moment.isoformat().replace("T", dating.zone_name(moment)),
    "naive": lambda moment: f"{moment:%Y-%m-%d %H:%M:%S}",
}


class PortalSite(PortalListings):
    """A portal in one of the ``SKINS`` ('plain', 'detik', 'kgmedia', 'tribun', ...).

    Each ``split_every``-th article stands on three pages, by the skin's way or by ``splits`` in turn.
    ``machine_dates`` is what JSON-LD and meta elements say: 'offset' is right; 'false_z' labels local time as
    UTC, 'wib' writes the zone's name into it, 'naive' has none. ``markup`` dresses the pages as another skin
    while addresses stay, 'bare' in classes that tell nothing, without author and editor: a redesign.
    ``structured`` False leaves out meta elements and JSON-LD. ``search_pages`` is how many pages a search
    gives at the most. The m. host serves the same pages with their canonical address.
    """

    kind = "portal"

    def __init__(
        self,
        host: str,
        *,
        skin: str = "plain",
        splits: Sequence[Split] | None = None,
        split_every: int = 5,
        machine_dates: MachineDates = "offset",
        markup: str | None = None,
        structured: bool = True,
        search_pages: int = 10,
        **options: Any,
    ) -> None:
        self.skin = SKINS[skin]
        self.splits = tuple(splits or self.skin.splits)
        self.split_every = split_every
        self.machine_dates = machine_dates
        self.markup = markup or skin
        self.structured = structured
        self.search_pages = search_pages
        self.indexes = IndexDesk(self)
        super().__init__(host, **{"aliases": [f"m.{host}", f"amp.{host}"], **options})

    def style(self) -> HouseStyle:
        skin, brand = self.skin, self.brand
        return HouseStyle(
            brand=brand,
            dateline=lambda place: skin.dateline.format(place=place, brand=brand),
            place=str.upper if skin.upper else str,
            split_every=self.split_every,
            codes=skin.codes,
        )

    def path(self, brief: Brief) -> str:
        return self.skin.path(brief)

    def shown(self, story: Story) -> dict[str, Any]:
        """Author and editor are named; a dateline or codes that the skin does not write are none."""
        named = self.markup != "bare"
        changes: dict[str, Any] = {
            "authors": [story.author] * named,
            "editors": [story.editor] * named,
        }
        if "{place}" not in self.skin.dateline:
            changes["dateline"] = None
        if "{brand}" not in self.skin.dateline:
            changes["source"] = None
        if "{}" not in self.skin.codes:
            changes["byline_codes"] = []
        return changes

    def split(self, story: Story) -> Split | None:
        """How an article is split, None for one that stands on one page."""
        if story.pages == 1:
            return None
        return self.splits[story.number // self.split_every % len(self.splits)]

    def visible_date(self, moment: datetime) -> str:
        return self.skin.date(moment)

    def origin_for(self, request: Request) -> str:
        if request.hostname == f"m.{self.host}":
            return f"https://{request.hostname}"
        return super().origin_for(request)

    def sitemaps(self) -> list[str]:
        return ["/sitemap.xml", "/sitemap-news.xml"]

    def routes(self) -> list[Route]:
        return [
            (r"/", self.home),
            *self.indexes.routes(),
            (r"/search", self.search),
            (r"/cari", self.decoy_search),
            (r"/rss", self.feed),
            (r"/rss/([a-z]+)", self.section_feed),
            (r"/feed-umpan", self.decoy_feed),
            (r"/sitemap\.xml", self.index_of_sitemaps),
            (r"/sitemap-news\.xml", self.news),
            (r"/sitemap/post/(\d{4})-(\d{2})\.xml", self.month),
            (r"/tag/([a-z0-9-]+)", self.tag),
            (r"/(foto|video)/(\d+)/[a-z0-9-]+", self.gallery),
            (r"/amp(/.+)", self.amp),
            (self.skin.pattern, self.article),
            (r"/([a-z]+)", self.section),
        ]

    # --- articles -------------------------------------------------------------------------------------------

    def article(self, visit: Visit) -> Response:
        """An article by the number in its address; the slug does not matter."""
        story = self.article_at(self.skin.number(visit.args[0]))
        if isinstance(story, Response):
            return story
        if visit.request.hostname == f"amp.{self.host}":
            return self.amp_page(visit, story)
        part = part_asked_for(visit.request, story, self.split(story), visit.args[1])
        return self.show(visit, story, part) if part else not_found()

    def show(self, visit: Visit, story: Story, part: Part) -> Response:
        """One page of an article, or the whole."""
        body = self.part_html(visit, story, part)
        values = self.article_values(visit, story) | {"body": body, "paging": self.paging(visit, story, part)}
        title = f"{story.title} - Halaman {part.number}" if part.number > 1 else story.title
        main = fill(f"portal/{self.markup}-article", **values)
        text = self.layout(visit, f"{title} - {self.brand}", main, self.article_head(visit, story))
        return self.article_page(text, story, f"{part.number}{part.whole}")

    def part_html(self, visit: Visit, story: Story, part: Part) -> str:
        """The paragraphs of a page, of all, or all with the later pages in blocks of their own."""
        if self.split(story) == "hidden":
            pages = (self.body_html(visit, story, n) for n in range(1, story.pages + 1))
            css = "article-content-body__item-page"
            return "\n".join(
                f'<div class="{css}" data-page="{n}"{" hidden" * (n > 1)}>{html}</div>'
                for n, html in enumerate(pages, 1)
            )
        return self.whole_body_html(visit, story) if part.whole else self.body_html(visit, story, part.number)

    def paging(self, visit: Visit, story: Story, part: Part) -> str:
        """The links between the pages."""
        split = self.split(story)
        if split in (None, "hidden") or part.whole:
            return ""
        return paging_html(visit.origin + self.path(story), story.pages, part.number, split)

    def article_values(self, visit: Visit, story: Story) -> dict[str, str]:
        """What the templates of all skins are filled with."""
        origin = visit.origin
        return {
            "origin": origin,
            "brand": escape(self.brand),
            "title": escape(story.title),
            "deck": escape(story.deck),
            "section": story.section,
            "section_url": f"{origin}/{slugify(story.section)}",
            "date": self.visible_date(story.published_at),
            "author": escape(story.author),
            "editor": escape(story.editor),
            "picture": origin + self.picture(story),
            "caption": escape(story.caption),
            "tags": links([(f"{origin}/tag/{slugify(tag)}", tag) for tag in story.tags]),
            "related": self.items(
                visit, [b for away in (1, 2, 4) if (b := self.neighbour(story.number, away))]
            ),
        }

    def article_head(self, visit: Visit, story: Story) -> str:
        """Meta elements, links to the twins, JSON-LD."""
        url, said = self.canonical(visit, story), self.said
        picture = visit.origin + self.picture(story)
        pairs = [
            ("description", story.deck),
            ("keywords", ", ".join(story.tags)),
            ("author", self.brand),
            ("og:type", "article"),
            ("og:title", f"{story.title} - {self.brand}"),
            ("og:url", url),
            ("og:image", picture),
            ("article:published_time", said(story.published_at)),
            ("article:modified_time", said(story.modified_at)),
            ("content_PublishedDate", dating.naive(story.published_at)),
        ]
        dates = {"datePublished": said(story.published_at), "dateModified": said(story.modified_at)}
        data = news_article(story, url, picture, self.brand, **dates)
        twin = f'<link rel="amphtml" href="{visit.origin}/amp{self.path(story)}">'
        canonical = f'<link rel="canonical" href="{url}">'
        return "\n".join([metas(pairs), canonical, twin, script(data)]) if self.structured else canonical

    def canonical(self, visit: Visit, story: Story) -> str:
        """An article's own address; on the asker's origin where the site has no name."""
        named = visit.request.hostname in self.hosts
        return self.url(story) if named else visit.absolute(self.path(story))

    def said(self, moment: datetime) -> str:
        """A time as the page's machine-readable data has it."""
        return _MACHINE_DATES[self.machine_dates](moment)

    def amp(self, visit: Visit) -> Response:
        """The AMP twin under ``/amp``."""
        path = visit.args[0]
        for pattern, handler in self._routes:
            if handler == self.article and (match := pattern.fullmatch(path)):
                story = self.article_at(self.skin.number(match[1]))
                return story if isinstance(story, Response) else self.amp_page(visit, story)
        return not_found()

    def amp_page(self, visit: Visit, story: Story) -> Response:
        """The twin: the whole text in plain markup, and where the article really is."""
        values = self.article_values(visit, story)
        values |= {"canonical": self.canonical(visit, story), "published": self.said(story.published_at)}
        text = fill("portal/amp", **values, body=paragraphs_html(story.paragraphs, {}))
        return self.article_page(text, story, "amp")

    def gallery(self, visit: Visit) -> Response:
        """Pictures with captions, or a player: no article."""
        kind, number = visit.args[0], int(visit.args[1])
        if not 1 <= number <= min(self.book.count, 9):
            return not_found()
        story = self.book.story(number)
        values = {"title": escape(f"{kind.title()}: {story.title}"), "caption": escape(story.caption)}
        main = fill(
            f"portal/{kind}", origin=visit.origin, date=self.visible_date(story.published_at), **values
        )
        return page(self.layout(visit, values["title"], main))
