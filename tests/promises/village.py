"""A site whose every answer a test decides: routes, and the pages of an invented village paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import TracebackType
from typing import Self

from tests.newsroom.journal import Journal
from tests.newsroom.messages import Request, Response, not_found, page, xml
from tests.newsroom.server import Server

HOST = "kabar-lembang.example"
ROOT = f"https://{HOST}"

Route = Response | Callable[[Request], Response]

_NOUNS = [
    "panen",
    "irigasi",
    "jembatan",
    "posyandu",
    "koperasi",
    "perpustakaan",
    "terminal",
    "bendungan",
    "pasar",
    "museum",
]
_PLACES = "Sukatani Cimanuk Wanasari Girimulya Karangjati Margahayu Tegalrejo Banyuasri Sidoluhur Kertasari"
_VERBS = "dibuka diperbaiki diresmikan ditutup diperluas dibangun dipindahkan diperiksa dirawat ditata"


class Village:
    """Answers by route: ``HOST/path?query``, ``HOST/path``, ``/path?query`` or ``/path``; else 404.

    What is not answered by a route given later is answered by one given before.
    """

    def __init__(self, routes: Mapping[str, Route] | None = None) -> None:
        self.routes: dict[str, Route] = {"/robots.txt": Response(b"User-agent: *\nAllow: /\n")}
        self.routes |= routes or {}
        self.log = Journal()
        self._server = Server(self._answer, self.log)

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.stop()

    @property
    def address(self) -> str:
        """Where it answers (the value for NEWSCRAWL_MIRROR)."""
        return f"http://127.0.0.1:{self._server.port}"

    def asked(self, host: str = HOST) -> list[str]:
        """Path and query of every request, but for robots.txt."""
        return [target for target in self.log.targets(host) if target != "/robots.txt"]

    def _answer(self, request: Request) -> Response:
        names = (f"{request.hostname}{request.target}", f"{request.hostname}{request.path}")
        for name in (*names, request.target, request.path, f"{request.hostname}/*", "*"):
            route = self.routes.get(name)
            if route is not None:
                return route(request) if callable(route) else route
        return not_found()


def title(number: int) -> str:
    """The headline of the story with that number; no two are alike."""
    nouns, places, verbs = _NOUNS, _PLACES.split(), _VERBS.split()
    return (
        f"{nouns[number % 10].title()} Baru di {places[number // 10 % 10]}"
        f" Akhirnya {verbs[(number // 100 + number) % 10].title()}"
    )


def slug(number: int) -> str:
    """The story's headline as it stands in addresses."""
    return f"{title(number).lower().replace(' ', '-')}-{number}"


def paragraphs(number: int) -> list[str]:
    """The story's text, its own in every sentence."""
    name = title(number)
    return [
        f"{name} pada pekan ke-{number} tahun ini setelah menunggu {number + 3} bulan, kata kepala desa.",
        f"Sebanyak {number * 7 + 40} warga ikut bekerja bakti untuk {_NOUNS[number % 10]} ke-{number} itu.",
        f"Menurut catatan kelurahan, biaya pekerjaan ke-{number} mencapai {number + 12} juta rupiah"
        " dan dihimpun dari iuran warga selama dua musim tanam terakhir.",
        f"Warga berharap hasil kerja nomor {number} dapat dipakai bersama sampai tahun-tahun mendatang,"
        " dan dirawat oleh pengurus yang dipilih setiap musyawarah.",
    ]


def story(number: int, *, head: str = "", dated: bool = True, name: str | None = None) -> Response:
    """The page of a story."""
    date = '<meta property="article:published_time" content="2026-08-15T09:35:00+07:00">' if dated else ""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs(number))
    return document(
        name or title(number), text, head=f'{head}{date}<meta property="og:type" content="article">'
    )


def document(name: str, text: str, *, head: str = "") -> Response:
    """A page with a headline and a text."""
    return page(
        f'<!DOCTYPE html><html lang="id"><head><title>{name}</title>{head}</head><body>'
        f'<nav><a href="/">Beranda</a></nav><main><h1>{name}</h1><div class="isi">{text}</div></main>'
        "<footer>Kabar Lembang</footer></body></html>"
    )


def feed(entries: Iterable[tuple[str, str]], *, dates: Mapping[str, str] | None = None) -> Response:
    """An RSS feed of addresses with their titles."""
    items = "".join(
        f"<item><title>{name}</title><link>{url}</link>"
        + (f"<pubDate>{dates[url]}</pubDate>" if dates and url in dates else "")
        + "</item>"
        for url, name in entries
    )
    return xml(f'<rss version="2.0"><channel>{items}</channel></rss>', "application/rss+xml")


def sitemap(urls: Iterable[str], *, lastmod: Mapping[str, str] | None = None) -> Response:
    """A sitemap of addresses."""
    entries = "".join(
        f"<url><loc>{url}</loc>"
        + (f"<lastmod>{lastmod[url]}</lastmod>" if lastmod and url in lastmod else "")
        + "</url>"
        for url in urls
    )
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return xml(f'<?xml version="1.0"?><urlset xmlns="{space}">{entries}</urlset>', "application/xml")


def news_sitemap(urls: Iterable[tuple[str, str]], *, day: str) -> Response:
    """A news sitemap of addresses with their titles, all of one day."""
    entries = "".join(
        f"<url><loc>{url}</loc><news:news><news:publication><news:name>Kabar Lembang</news:name>"
        f"<news:language>id</news:language></news:publication><news:publication_date>{day}"
        f"</news:publication_date><news:title>{name}</news:title></news:news></url>"
        for url, name in urls
    )
    spaces = (
        'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    )
    return xml(f'<?xml version="1.0"?><urlset {spaces}>{entries}</urlset>', "application/xml")


def sitemap_index(urls: Iterable[str], *, lastmod: Mapping[str, str] | None = None) -> Response:
    """An index of sitemaps."""
    entries = "".join(
        f"<sitemap><loc>{url}</loc>"
        + (f"<lastmod>{lastmod[url]}</lastmod>" if lastmod and url in lastmod else "")
        + "</sitemap>"
        for url in urls
    )
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return xml(
        f'<?xml version="1.0"?><sitemapindex xmlns="{space}">{entries}</sitemapindex>', "application/xml"
    )


def front(links: Iterable[str] = (), *, head: str = "") -> Response:
    """A front page with links."""
    anchors = "".join(f'<a href="{link}">Selengkapnya</a>' for link in links)
    return page(f"<html><head><title>Kabar Lembang</title>{head}</head><body>{anchors}</body></html>")


FEED_LINK = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'


def with_feed(numbers: Iterable[int], *, pages: bool = True) -> dict[str, Route]:
    """Routes of a site whose feed names stories, with their pages."""
    chosen = list(numbers)
    routes: dict[str, Route] = {
        "/": front(head=FEED_LINK),
        "/feed.xml": feed((f"{ROOT}/berita/{slug(number)}", title(number)) for number in chosen),
    }
    if pages:
        routes |= {f"/berita/{slug(number)}": story(number) for number in chosen}
    return routes


def with_sitemap(paths: Mapping[str, Route]) -> dict[str, Route]:
    """Routes of a site whose sitemap names pages, given by their paths."""
    robots = f"User-agent: *\nAllow: /\nSitemap: {ROOT}/sitemap.xml\n"
    return {
        "/robots.txt": Response(robots.encode(), content_type="text/plain"),
        "/": front(),
        "/sitemap.xml": sitemap(ROOT + path for path in paths),
        **paths,
    }
