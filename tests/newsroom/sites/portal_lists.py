"""The listings of a portal: sections, tags, search, feeds and sitemaps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from html import escape
from itertools import groupby

from tests.newsroom import dating
from tests.newsroom.feeds import RSS_TYPE, XML_TYPE, FeedItem, news_sitemap, rss, sitemap_index, urlset
from tests.newsroom.messages import Response, not_found, page, xml
from tests.newsroom.sites.indexes import STEP
from tests.newsroom.sites.site import Site, Visit
from tests.newsroom.stories import Brief, slugify
from tests.newsroom.structured import item_list, script
from tests.newsroom.templates import fill, links


class PortalListings(Site):
    """Everything of a portal that leads to articles, but for its dated indexes.

    ``search_word`` and ``search_days`` name the fields of the search: words; first day, last day, their form.

    ``search_pages`` is how many pages a search gives at the most.
    """

    search_pages = 10
    search_word = "q"
    search_days = ("from", "to", "%Y-%m-%d")
    item_template = "item"
    listing_template = "listing"

    # --- listings -------------------------------------------------------------------------------------------

    def home(self, visit: Visit) -> Response:
        """The front page, with galleries and videos among the articles."""
        briefs, _ = self.listed(self.book.briefs(), 1, 30)
        extra = [
            (visit.absolute(f"/{kind}/{n}/{kind}-pekan-ini"), f"{kind.title()} pekan ini {n}")
            for kind in ("foto", "video")
            for n in (1, 2)
        ]
        return self.listing(visit, self.brand, briefs, extra=f'<ul class="box-media">{links(extra)}</ul>')

    def section(self, visit: Visit) -> Response:
        """A section, page by page."""
        name = self.section_of(visit.args[0])
        return self.paged(visit, name, self.book.briefs(section=name)) if name else not_found()

    def tag(self, visit: Visit) -> Response:
        """The articles of a tag."""
        found = (b for b in self.book.briefs() if any(slugify(tag) == visit.args[0] for tag in b.tags))
        return self.paged(visit, f"Tag: {visit.args[0]}", found)

    def search(self, visit: Visit) -> Response:
        """Articles with all the words, from one day to another."""
        request = visit.request
        since, until, form = self.search_days
        first, last = (self.day(request.value(name), form) for name in (since, until))
        words = request.value(self.search_word).lower().split()
        found = (
            brief
            for brief in self.book.briefs()
            if (first is None or brief.published_at.date() >= first)
            and (last is None or brief.published_at.date() <= last)
            and all(word in f"{brief.title} {self.book.story(brief.number).body}".lower() for word in words)
        )
        title = f"Hasil pencarian: {' '.join(words)}"
        if not words or request.number("page", 1) > self.search_pages:
            return self.listing(visit, title, [])
        return self.paged(visit, title, found, limit=self.search_pages)

    @staticmethod
    def day(text: str, form: str) -> date | None:
        """A day of a query, None where it is none."""
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            return None

    def decoy_search(self, visit: Visit) -> Response:
        """A search that does not filter: always the newest articles."""
        return self.paged(visit, "Hasil pencarian", self.book.briefs())

    def paged(self, visit: Visit, title: str, briefs: Iterable[Brief], *, limit: int = 10**6) -> Response:
        """One page of a listing with a next link while there is more."""
        number = visit.request.number("page", 1)
        found, more = self.listed(briefs, number, STEP)
        fields = [f for f in visit.request.query.split("&") if f and not f.startswith("page=")]
        target = f"{visit.request.path}?{'&'.join([*fields, f'page={number + 1}'])}"
        return self.listing(
            visit, title, found, next_url=visit.absolute(target) if more and number < limit else ""
        )

    def items(self, visit: Visit, briefs: Iterable[Brief]) -> str:
        """The cards of a listing; some links carry tracking parameters."""
        return "\n".join(
            fill(
                f"portal/{self.item_template}",
                url=visit.origin + self.path(brief) + self.tracking(brief),
                title=escape(brief.title),
                deck=escape(brief.deck),
                section=brief.section,
                date=self.visible_date(brief.published_at),
                picture=visit.origin + self.picture(brief),
                epoch=int(brief.published_at.timestamp()),
                stamp=dating.naive(brief.published_at),
            )
            for brief in briefs
        )

    @staticmethod
    def tracking(brief: Brief) -> str:
        """What listings add to an address."""
        if brief.number % 3 == 0:
            return f"?utm_source=indeks&amp;utm_medium=daftar&amp;utm_campaign=terkini-{brief.number}"
        return "?tag_from=wp_indeks" if brief.number % 7 == 0 else ""

    def listing(
        self, visit: Visit, title: str, briefs: list[Brief], *, next_url: str = "", extra: str = ""
    ) -> Response:
        """A page of cards."""
        link = f'<a class="pagination__link" rel="next" href="{escape(next_url)}">Selanjutnya</a>'
        main = fill(
            f"portal/{self.listing_template}",
            title=escape(title),
            items=self.items(visit, briefs),
            next=link if next_url else "",
            extra=extra,
        )
        data = script(item_list([(visit.origin + self.path(b), b) for b in briefs]))
        return page(self.layout(visit, title, main, data), last_modified=self.last_change())

    def layout(self, visit: Visit, title: str, main: str, head: str = "") -> str:
        return fill(
            "portal/page",
            title=escape(title),
            brand=escape(self.brand),
            origin=visit.origin,
            head=head,
            nav=links([(f"{visit.origin}/{slug}", name) for slug, name in self.sections()]),
            main=main,
            popular=links([(visit.origin + self.path(b), b.title) for b in self.popular()]),
        )

    # --- feeds and sitemaps ---------------------------------------------------------------------------------

    def feed(self, visit: Visit) -> Response:
        """The feed of everything, its times labelled WIB."""
        return self.feed_of(visit, self.brand, self.book.briefs())

    def section_feed(self, visit: Visit) -> Response:
        """The feed of a section."""
        name = self.section_of(visit.args[0])
        return (
            self.feed_of(visit, f"{self.brand} {name}", self.book.briefs(section=name))
            if name
            else not_found()
        )

    def feed_of(self, visit: Visit, title: str, briefs: Iterable[Brief]) -> Response:
        """A feed of the newest."""
        found, _ = self.listed(briefs, 1, 30)
        items = [FeedItem(b, f"{visit.origin}{self.path(b)}?utm_source=rss&utm_medium=feed") for b in found]
        text = rss(title, visit.origin, items, pub_date=dating.rfc822_named)
        return xml(text, RSS_TYPE, last_modified=self.last_change())

    def decoy_feed(self, visit: Visit) -> Response:
        """A feed whose items all lead to the home page."""
        found, _ = self.listed(self.book.briefs(), 1, 30)
        return xml(rss(self.brand, visit.origin, [FeedItem(b, visit.absolute("/")) for b in found]), RSS_TYPE)

    def index_of_sitemaps(self, visit: Visit) -> Response:
        """A sitemap for each month that has articles, the newest first."""
        months = groupby(self.book.briefs(), key=lambda brief: f"{brief.published_at:%Y-%m}")
        entries = [
            (visit.absolute(f"/sitemap/post/{month}.xml"), max(b.modified_at for b in briefs))
            for month, briefs in months
        ]
        return xml(sitemap_index(entries), XML_TYPE, last_modified=self.last_change())

    def month(self, visit: Visit) -> Response:
        """The articles of a month."""
        first = datetime(int(visit.args[0]), int(visit.args[1]), 1, tzinfo=self.zone)
        end = (first + timedelta(days=32)).replace(day=1)
        entries = [(visit.origin + self.path(b), b.modified_at) for b in self.book.between(first, end)]
        return xml(urlset(entries), XML_TYPE) if entries else not_found()

    def news(self, visit: Visit) -> Response:
        """The last 48 hours for Google News."""
        entries = [(visit.origin + self.path(b), b) for b in self.recent(hours=48)]
        return xml(news_sitemap(self.brand, entries), XML_TYPE, last_modified=self.last_change())
