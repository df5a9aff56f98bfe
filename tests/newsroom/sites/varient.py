"""Varient 1.x and 2.x, the news system of many small Indonesian sites."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any, ClassVar, Literal

from tests.newsroom import dating
from tests.newsroom.feeds import RSS_TYPE, XML_TYPE, FeedItem, rss, urlset
from tests.newsroom.messages import Response, page, xml
from tests.newsroom.sites.site import Route, Site, Visit
from tests.newsroom.stories import Brief, HouseStyle, Story, slugify
from tests.newsroom.templates import fill, links, metas

REACTIONS = ("like", "dislike", "love", "funny", "angry", "sad", "wow")
_INDONESIAN = ("suka", "tidak suka", "cinta", "lucu", "marah", "sedih", "kagum")


class VarientSite(Site):
    """What both generations share: addresses, feeds, sitemap.xml, raw local times in the head.

    ``labels`` is the language of the reaction block; ``feed_size`` how many items a feed has.
    """

    folder: ClassVar[str]

    def __init__(
        self, host: str, *, labels: Literal["en", "id"] = "en", feed_size: int = 20, **options: Any
    ) -> None:
        self.labels = labels
        self.feed_size = feed_size
        super().__init__(host, **options)

    def style(self) -> HouseStyle:
        return HouseStyle(brand=self.brand, dateline=lambda place: f"{place}, ({self.brand}) - ")

    def path(self, brief: Brief) -> str:
        return f"/{brief.slug}"

    def shown(self, story: Story) -> dict[str, Any]:
        """The byline says 'redaksi' alone, and the reactions are counted."""
        return {"authors": [], "reactions": self.reactions(story.number)}

    def reactions(self, number: int) -> dict[str, int]:
        """Votes by label."""
        labels = REACTIONS if self.labels == "en" else _INDONESIAN
        return {label: (number * 7 + place * 5) % 13 for place, label in enumerate(labels)}

    def routes(self) -> list[Route]:
        return [
            (r"/", self.home),
            (r"/posts", self.posts),
            (r"/search", self.search),
            (r"/rss-feeds", self.feed_list),
            (r"/rss/latest-posts", self.latest),
            (r"/rss/category/([a-z0-9-]+)", self.section_feed),
            (r"/sitemap\.xml", self.sitemap),
            (r"/tag/([a-z0-9-]+)", self.tag),
            (r"/(?:id/)?([a-z0-9-]+)", self.article_or_section),
        ]

    def home(self, visit: Visit) -> Response:
        """The front page: the newest of all, then some of each section."""
        briefs, _ = self.listed(self.book.briefs(), 1)
        for _, name in self.sections():
            briefs += self.listed(self.book.briefs(section=name), 1, 2)[0]
        return self.listing(visit, self.brand, briefs, more=False)

    def posts(self, visit: Visit) -> Response:
        """Everything, newest first, page by page."""
        return self.paged(visit, "Semua Berita", self.book.briefs())

    def search(self, visit: Visit) -> Response:
        """Titles and decks that hold the words."""
        words = visit.request.value("q").lower()
        found = (b for b in self.book.briefs() if words and words in f"{b.title} {b.deck}".lower())
        return self.paged(visit, f"Hasil pencarian: {words}", found)

    def tag(self, visit: Visit) -> Response:
        """The articles of a tag."""
        slug = visit.args[0]
        found = (b for b in self.book.briefs() if any(slugify(tag) == slug for tag in b.tags))
        return self.paged(visit, f"Tag: {slug}", found)

    def paged(self, visit: Visit, title: str, briefs: Iterable[Brief]) -> Response:
        """One page of a listing."""
        found, more = self.listed(briefs, visit.request.number("page", 1))
        return self.listing(visit, title, found, more=more)

    def article_or_section(self, visit: Visit) -> Response:
        """Both stand at the root, told apart by the slug."""
        slug = visit.args[0]
        if section := self.section_of(slug):
            return self.paged(visit, section, self.book.briefs(section=section))
        story = self.article_at(self.book.number_of(slug))
        return story if isinstance(story, Response) else self.article(visit, story)

    def latest(self, visit: Visit) -> Response:
        """The feed of everything."""
        return self.feed(visit, self.brand, self.book.briefs())

    def section_feed(self, visit: Visit) -> Response:
        """The feed of a section."""
        section = self.section_of(visit.args[0])
        return self.feed(visit, f"{self.brand} - {section}", self.book.briefs(section=section or "-"))

    def feed(self, visit: Visit, title: str, briefs: Iterable[Brief]) -> Response:
        """A feed with summaries only."""
        found, _ = self.listed(briefs, 1, self.feed_size)
        items = [
            FeedItem(
                brief,
                visit.origin + self.path(brief),
                author="redaksi",
                image=visit.origin + self.picture(brief),
            )
            for brief in found
        ]
        return xml(rss(title, visit.origin, items), RSS_TYPE, last_modified=self.last_change())

    def feed_list(self, visit: Visit) -> Response:
        """The page that lists the feeds."""
        addresses = [(f"{visit.origin}/rss/latest-posts", "Latest Posts")]
        addresses += [(f"{visit.origin}/rss/category/{slug}", name) for slug, name in self.sections()]
        return page(self.layout(visit, "RSS Feeds", f'<ul class="rss-feeds">{links(addresses)}</ul>'))

    def sitemap(self, visit: Visit) -> Response:
        """One static file with everything."""
        entries = [(visit.origin + "/", self.last_change())]
        entries += [(f"{visit.origin}/{slug}", self.last_change()) for slug, _ in self.sections()]
        entries += [(visit.origin + self.path(b), b.modified_at) for b in self.book.briefs()]
        return xml(urlset(entries), XML_TYPE, last_modified=self.last_change())

    def article(self, visit: Visit, story: Story) -> Response:
        """The page of an article."""
        body = fill(f"{self.folder}/{self.article_template(story)}", **self.article_values(visit, story))
        text = self.layout(visit, f"{story.title} - {self.brand}", body, self.article_head(visit, story))
        return self.article_page(text, story)

    def article_template(self, story: Story) -> str:
        """Which template shows an article."""
        return "article"

    def article_values(self, visit: Visit, story: Story) -> dict[str, str]:
        """The values of the article template."""
        origin = visit.origin
        changed = story.modified_at != story.published_at
        return {
            "origin": origin,
            "brand": escape(self.brand),
            "title": escape(story.title),
            "deck": escape(story.deck),
            "section": story.section,
            "section_url": f"{origin}/{slugify(story.section)}",
            "date": self.visible_date(story.published_at),
            "updated": self.updated(story) if changed else "",
            "views": str(story.number * 37 % 900),
            "picture": origin + self.picture(story),
            "caption": escape(story.caption),
            "body": self.whole_body_html(visit, story),
            "tags": links([(f"{origin}/tag/{slugify(tag)}", tag) for tag in story.tags]),
            "reactions": self.reactions_html(visit, story),
            "related": self.related(visit, story),
        }

    def updated(self, story: Story) -> str:
        """The line of the last change."""
        raise NotImplementedError

    def reactions_html(self, visit: Visit, story: Story) -> str:
        """The reaction block."""
        counts = self.reactions(story.number)
        items = "\n".join(
            fill(
                "varient1/reaction",
                number=story.number,
                name=name,
                label=label,
                votes=votes,
                origin=visit.origin,
            )
            for name, (label, votes) in zip(REACTIONS, counts.items(), strict=True)
        )
        question = "What's Your Reaction?" if self.labels == "en" else "Bagaimana Reaksi Anda?"
        return fill("varient1/reactions", question=question, items=items)

    def article_head(self, visit: Visit, story: Story) -> str:
        """Meta elements, with times as the database has them."""
        url = visit.origin + self.path(story)
        pairs = [
            ("description", story.deck),
            ("keywords", ", ".join(story.tags)),
            ("author", self.brand),
            ("og:locale", "id_ID"),
            ("og:site_name", self.brand),
            ("og:type", "article"),
            ("og:title", story.title),
            ("og:description", story.deck),
            ("og:url", url),
            ("og:image", visit.origin + self.picture(story)),
            ("article:author", "redaksi"),
            *(("article:tag", tag) for tag in story.tags),
            ("article:published_time", dating.naive(story.published_at)),
            ("article:modified_time", dating.naive(story.modified_at)),
            ("twitter:title", story.title),
        ]
        return metas(pairs) + f'\n<link rel="canonical" href="{url}">'

    def related(self, visit: Visit, story: Story) -> str:
        """Other articles under the article."""
        others = [other for away in (1, 2, 5) if (other := self.neighbour(story.number, away))]
        return self.items(visit, others)

    def items(self, visit: Visit, briefs: Iterable[Brief], template: str = "item") -> str:
        """The entries of a listing."""
        return "\n".join(
            fill(f"{self.folder}/{template}", **self.item_values(visit, brief)) for brief in briefs
        )

    def item_values(self, visit: Visit, brief: Brief) -> dict[str, str]:
        """The values of a listing's entry."""
        return {
            "origin": visit.origin,
            "url": visit.origin + self.path(brief),
            "title": escape(brief.title),
            "deck": escape(brief.deck),
            "section": brief.section,
            "section_url": f"{visit.origin}/{slugify(brief.section)}",
            "picture": visit.origin + self.picture(brief),
            "date": self.visible_date(brief.published_at),
        }

    def listing(self, visit: Visit, title: str, briefs: list[Brief], *, more: bool) -> Response:
        """A page of articles with links to the pages beside it."""
        main = fill(
            f"{self.folder}/listing",
            origin=visit.origin,
            title=escape(title),
            items=self.items(visit, briefs),
            pagination=self.pagination(visit, more=more),
        )
        return page(self.layout(visit, title, main), last_modified=self.last_change())

    def pagination(self, visit: Visit, *, more: bool) -> str:
        """Links to the page before and the next."""
        number = visit.request.number("page", 1)
        base = f"{visit.origin}{visit.request.path}?"
        if words := visit.request.value("q"):
            base += f"q={escape(words)}&amp;"
        before = f'<li><a href="{base}page={number - 1}">&lsaquo;</a></li>' if number > 1 else ""
        current = f'<li class="active page-item"><a class="page-link">{number}</a></li>'
        after = f'<li><a href="{base}page={number + 1}" rel="next">{number + 1}</a></li>' if more else ""
        return before + current + after

    def layout(self, visit: Visit, title: str, main: str, head: str = "") -> str:
        return fill(
            f"{self.folder}/page",
            title=escape(title),
            brand=escape(self.brand),
            origin=visit.origin,
            head=head,
            nav=links([(f"{visit.origin}/{slug}", name) for slug, name in self.sections()]),
            main=main,
            popular=self.items(visit, self.popular(), "small"),
        )


class VarientOneSite(VarientSite):
    """Varient 1.8 (Bootstrap 3). ``inline_every``: each nth article has everything in one box."""

    kind = "varient1"
    folder = "varient1"

    def __init__(self, host: str, *, inline_every: int = 0, **options: Any) -> None:
        self.inline_every = inline_every
        super().__init__(host, **options)

    def article_template(self, story: Story) -> str:
        return "inline" if self.is_inline(story.number) else "article"

    def is_inline(self, number: int) -> bool:
        """Whether an article has date, title, caption and reactions inside its text container."""
        return bool(self.inline_every) and number % self.inline_every == 0

    def reactions_html(self, visit: Visit, story: Story) -> str:
        if not self.is_inline(story.number):
            return super().reactions_html(visit, story)
        labels = "".join(f"<div><p>{label}</p></div>" for label in self.reactions(story.number))
        return f"<div><h4>What&rsquo;s Your Reaction?</h4><div>{labels}</div></div>"

    def updated(self, story: Story) -> str:
        return f'<span class="sp-post-update-date">Updated: {self.visible_date(story.modified_at)}</span>'


class VarientTwoSite(VarientSite):
    """Varient 2.x (Bootstrap 5), with Indonesian month names in the visible date."""

    kind = "varient2"
    folder = "varient2"

    def visible_date(self, moment: Any) -> str:
        return dating.long_month(moment)

    def updated(self, story: Story) -> str:
        date = self.visible_date(story.modified_at)
        icon = '<svg class="bi bi-pencil-square"></svg>'
        return f'<div class="item-meta item-meta-date">{icon}<span>{date}</span></div>'
