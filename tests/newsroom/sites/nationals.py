"""Replicas of national portals under their own names, for crawls by their own publisher files.

Hosts, indexes and markup follow the facts of the publisher files: which host has the index, how its address
names day and page, what a card looks like.
"""

from __future__ import annotations

from typing import Any

from tests.newsroom.messages import Response, not_found
from tests.newsroom.sites.portal import PortalSite
from tests.newsroom.sites.site import Route, Visit


class NationalSite(PortalSite):
    """A portal whose index stands on a host or path of its own.

    ``skin_name`` dresses its pages, ``others`` are hosts of its domain that answer too.
    """

    skin_name = ""
    domain = ""
    main_host = ""
    others: tuple[str, ...] = ()

    def __init__(self, host: str = "", **options: Any) -> None:
        aliases = [self.domain, f"www.{self.domain}", *(f"{name}.{self.domain}" for name in self.others)]
        super().__init__(
            host or self.main_host,
            **{"skin": self.skin_name, "brand": self.domain, "aliases": aliases, **options},
        )

    def routes(self) -> list[Route]:
        return [*self.index_routes(), *super().routes()]

    def index_routes(self) -> list[Route]:
        """Where the dated index answers."""
        raise NotImplementedError


class KompasSite(NationalSite):
    """``indeks.kompas.com/?site=all&date=2026-08-05&page=2``, ``search.kompas.com/search?q=&start_date=``."""

    skin_name = "kgmedia"
    domain = "kompas.com"
    main_host = "www.kompas.com"
    others = ("indeks", "search")
    item_template = "kompas-item"
    search_days = ("start_date", "end_date", "%Y-%m-%d")

    def index_routes(self) -> list[Route]:
        return [(r"/", self.front)]

    def front(self, visit: Visit) -> Response:
        """The index on its own host, the home page elsewhere."""
        if visit.request.hostname == "indeks.kompas.com":
            return self.indexes.honest(visit)
        return self.home(visit)


class DetikSite(NationalSite):
    """``news.detik.com/indeks?date=08%2F05%2F2026&page=2``; with plain slashes page 1 of the newest day."""

    skin_name = "detik"
    domain = "detik.com"
    main_host = "news.detik.com"
    others = ("finance", "sport", "health", "inet", "hot", "m")
    item_template = "detik-item"
    search_days = ("fromdatex", "todatex", "%d/%m/%Y")
    search_word = "query"

    def index_routes(self) -> list[Route]:
        return [
            (r"/indeks", self.index),
            (r"/berita/sitemap_news\.xml", self.news),
            (r"/search/searchall", self.search),
        ]

    def index(self, visit: Visit) -> Response:
        """The index of the news channel; the other channels of the replica have no articles."""
        if visit.request.hostname != self.main_host:
            return self.listing(visit, "Indeks", [])
        return self.indexes.slashed(visit)


class TribunSite(NationalSite):
    """``www.tribunnews.com/index-news?date=2026-8-5&page=2``: beyond the last page, the last page again."""

    skin_name = "tribun"
    domain = "tribunnews.com"
    main_host = "www.tribunnews.com"
    item_template = "tribun-item"
    listing_template = "tribun-listing"

    def index_routes(self) -> list[Route]:
        return [(r"/index-news(?:/[a-z]+)?", self.indexes.repeating), (r"/sitemap-news\.xml", self.news)]


class SindonewsSite(NationalSite):
    """``www.sindonews.com/indeks/0/15?t=2026-08-05``: an offset in the path; articles on channel hosts."""

    skin_name = "sindonews"
    domain = "sindonews.com"
    main_host = "daerah.sindonews.com"
    others = ("nasional", "ekbis")
    item_template = "sindonews-item"

    def index_routes(self) -> list[Route]:
        return [(r"/indeks/(\d+)/(\d+)", self.index), (r"/feed", self.feed)]

    def index(self, visit: Visit) -> Response:
        """Twenty entries from the offset; section 0 has everything, the others nothing."""
        section, start = visit.args
        if section != "0":
            return not_found()
        briefs = self.indexes.day(visit.request.value("t"))
        return self.listing(visit, "Indeks", briefs[int(start) : int(start) + 20])


NATIONALS: dict[str, type[NationalSite]] = {
    "kompas": KompasSite,
    "detik": DetikSite,
    "tribunnews": TribunSite,
    "sindonews": SindonewsSite,
}
"""By the names of their publisher files."""
