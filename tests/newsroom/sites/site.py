"""What every replica site has: articles, addresses, robots.txt, static pages, and a place for its routes."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from tests.newsroom import dating, widgets
from tests.newsroom.messages import Delivery, Request, Response, not_found, page, redirect
from tests.newsroom.stories import Brief, HouseStyle, Shelf, Story, StoryBook, slugify
from tests.newsroom.templates import fill

NEWEST = datetime(2026, 8, 31, 14, 47, tzinfo=UTC)
"""When the newest article appeared, where a test does not say: 31 August 2026, 21.47 WIB."""

STATIC_PAGES = {
    "tentang-kami": "Tentang Kami",
    "redaksi": "Susunan Redaksi",
    "pedoman-media-siber": "Pedoman Pemberitaan Media Siber",
    "kontak": "Kontak dan Iklan",
}


@dataclass(frozen=True, slots=True)
class Visit:
    """A request as a page sees it: ``origin`` begins its links, ``args`` are the groups of the route."""

    request: Request
    origin: str
    args: tuple[str, ...] = ()

    def absolute(self, path: str) -> str:
        """The address of a path of the site."""
        return self.origin + path


Handler = Callable[[Visit], Response]
Route = tuple[str, Handler]
"""A pattern for the whole path, without percent-encoding, and what answers there."""


@dataclass(slots=True)
class _Cache:
    """Pages as they were made, until an article changes; the oldest go first beyond ``limit`` bytes."""

    limit: int = 16 * 1024 * 1024
    size: int = 0
    revision: int = -1
    pages: dict[tuple[str, str], Response] = field(default_factory=dict)

    def get(self, key: tuple[str, str], revision: int) -> Response | None:
        if revision != self.revision:
            self.pages.clear()
            self.size, self.revision = 0, revision
        return self.pages.get(key)

    def put(self, key: tuple[str, str], response: Response) -> None:
        if not isinstance(response.body, bytes):
            return
        self.pages[key] = response
        self.size += len(response.body)
        while self.size > self.limit:
            self.size -= len(self.pages.pop(next(iter(self.pages))).content)


class Site:
    """One news site. A kind of site is a subclass with a style, routes and the address of an article.

    ``host`` is the site's name without www; ``aliases`` are further names that answer. ``articles`` are there
    at the start, ``gap`` apart, the newest at ``newest``. ``crawl_delay`` and ``disallow`` go to robots.txt.
    ``conditional`` says whether it answers 304, ``compress`` whether it sends gzip to those who take it. The
    same ``seed`` (the host, unless given) writes the same articles. ``book`` hands on the articles of another
    site: a redesign.
    """

    kind: ClassVar[str] = ""
    per_page: ClassVar[int] = 15

    def __init__(
        self,
        host: str,
        *,
        articles: int = 60,
        seed: str | None = None,
        newest: datetime = NEWEST,
        gap: timedelta = timedelta(minutes=47),
        zone: str = "Asia/Jakarta",
        brand: str | None = None,
        crawl_delay: float | None = None,
        disallow: Sequence[str] = (),
        conditional: bool = True,
        compress: bool = False,
        aliases: Sequence[str] = (),
        book: StoryBook | None = None,
    ) -> None:
        self.host = host.lower()
        self.hosts = (self.host, f"www.{self.host}", *aliases)
        self.brand = brand or self.host
        self.zone = ZoneInfo(zone)
        self.crawl_delay = crawl_delay
        self.disallow = list(disallow)
        self.conditional = conditional
        self.compress = compress
        self.book = book or StoryBook(
            seed or self.host, self.style(), count=articles, newest=newest, gap=gap, zone=self.zone
        )
        self.robots: str | None = None
        self._routes = [(re.compile(pattern), handler) for pattern, handler in self._all_routes()]
        self._cache = _Cache()

    # --- what a kind of site says of itself ---------------------------------------------------------------

    def style(self) -> HouseStyle:
        """How the site writes."""
        raise NotImplementedError

    def routes(self) -> list[Route]:
        """The site's own routes, the first that matches answers."""
        raise NotImplementedError

    def path(self, brief: Brief) -> str:
        """The path of an article."""
        raise NotImplementedError

    def sitemaps(self) -> list[str]:
        """Paths of the sitemaps that robots.txt names."""
        return ["/sitemap.xml"]

    def layout(self, visit: Visit, title: str, main: str, head: str = "") -> str:
        """A page of the site around ``main``."""
        raise NotImplementedError

    def shown(self, story: Story) -> dict[str, Any]:
        """Fields of the expected record in which this kind of site differs from the plain case."""
        return {}

    # --- what tests ask -----------------------------------------------------------------------------------

    def url(self, article: Brief | int) -> str:
        """The canonical address of an article or of an article's number."""
        brief = self.book.brief(article) if isinstance(article, int) else article
        return f"https://{self.host}{self.path(brief)}"

    def urls(self) -> list[str]:
        """The canonical addresses of all articles online, newest first."""
        return [self.url(brief) for brief in self.book.briefs()]

    def story(self, number: int) -> Story:
        """An article whole."""
        return self.book.story(number)

    def expected(self, number: int) -> dict[str, Any]:
        """What a perfect record says of an article: fields of the record, times as aware datetimes.

        ``caption`` is the caption of the main image; fields that the site does not show are left out.
        """
        story = self.book.story(number)
        plain = {
            "url": self.url(story),
            "title": story.title,
            "description": story.deck,
            "body": story.body,
            "published_at": story.published_at,
            "modified_at": story.modified_at,
            "dateline": story.dateline,
            "source": story.source,
            "byline_codes": list(story.codes),
            "section": story.section,
            "tags": list(story.tags),
            "caption": story.caption,
            "pages": story.pages,
        }
        return plain | self.shown(story)

    def widget_lines(self, number: int) -> list[str]:
        """Lines that stand between the article's paragraphs and are no part of its text."""
        placed = self.widgets(self.book.story(number), f"https://{self.host}")
        return [line for group in placed.values() for widget in group for line in widget.lines]

    # --- answering ----------------------------------------------------------------------------------------

    def answer(self, request: Request) -> Response:
        """The site's answer, whole; pages are kept until an article changes."""
        origin = self.origin_for(request)
        key = (origin + request.hostname, request.target)
        response = self._cache.get(key, self.book.revision)
        if response is None:
            response = self._route(Visit(request, origin))
            self._cache.put(key, response)
        return replace(response, headers=dict(response.headers), delivery=Delivery())

    def origin_for(self, request: Request) -> str:
        """What begins the links of an answer: the site's own name, or the asker's for a stranger."""
        return f"https://{self.host}" if request.hostname in self.hosts else request.origin

    def _route(self, visit: Visit) -> Response:
        path = visit.request.decoded_path
        for pattern, handler in self._routes:
            if match := pattern.fullmatch(path):
                return handler(Visit(visit.request, visit.origin, match.groups()))
        return not_found()

    def _all_routes(self) -> list[Route]:
        return [
            (r"/robots\.txt", self.robots_txt),
            (r".*\.(?:png|jpg|ico|gif|webp)", self.image),
            (rf"/({'|'.join(STATIC_PAGES)})/?", self.static_page),
            *self.routes(),
        ]

    def robots_txt(self, visit: Visit) -> Response:
        """robots.txt from the site's facts, or ``robots`` as it is."""
        lines = ["User-agent: *", *(f"Disallow: {path}" for path in self.disallow or [""])]
        if self.crawl_delay is not None:
            lines.append(f"Crawl-delay: {self.crawl_delay:g}")
        lines += [f"Sitemap: {visit.absolute(path)}" for path in self.sitemaps()]
        text = self.robots if self.robots is not None else "\n".join(lines) + "\n"
        return Response(text.encode(), content_type="text/plain; charset=UTF-8")

    def image(self, visit: Visit) -> Response:
        """One grey dot, for every picture."""
        return Response(_PNG, content_type="image/png")

    def static_page(self, visit: Visit) -> Response:
        """A page that is no article."""
        title = STATIC_PAGES[visit.args[0]]
        main = fill("common/static", title=title, brand=self.brand)
        return page(self.layout(visit, title, main))

    def article_at(self, number: int | None) -> Story | Response:
        """The article to be shown, or the answer in its place where it never was or is gone."""
        if number is None or not 1 <= number <= self.book.count:
            return not_found()
        status = self.book.withdrawn(number)
        return not_found(status) if status else self.book.story(number)

    def article_page(self, text: str, story: Story, part: object = "") -> Response:
        """An article's answer: its ETag changes with the article, whatever stands in the sidebar."""
        response = page(text, last_modified=story.modified_at)
        response.article = story.number
        response.headers["etag"] = f'"{story.number}-{story.revision}{part}"'
        return response

    # --- parts of pages -----------------------------------------------------------------------------------

    def listed(
        self, briefs: Iterable[Brief], number: int, size: int | None = None
    ) -> tuple[list[Brief], bool]:
        """Page ``number`` (from 1) of a listing, and whether there is a further one."""
        size = size or self.per_page
        first = (max(number, 1) - 1) * size
        if isinstance(briefs, Shelf):
            window = briefs.window(first, size + 1)
        else:
            window = list(islice(briefs, first, first + size + 1))
        return window[:size], len(window) > size

    def section_of(self, slug: str) -> str | None:
        """The section whose address ends in ``slug``."""
        return _SECTIONS.get(slug)

    def sections(self) -> list[tuple[str, str]]:
        """Slug and name of every section."""
        return list(_SECTIONS.items())

    def body_html(self, visit: Visit, story: Story, number: int = 1) -> str:
        """The paragraphs of one page of an article, with the widgets between them."""
        placed = self.widgets(story, visit.origin)
        first = (number - 1) * -(-len(story.paragraphs) // story.pages)
        return widgets.paragraphs_html(story.page(number), placed, first)

    def whole_body_html(self, visit: Visit, story: Story) -> str:
        """All paragraphs of an article, with the widgets between them."""
        return widgets.paragraphs_html(story.paragraphs, self.widgets(story, visit.origin))

    def widgets(self, story: Story, origin: str) -> dict[int, list[widgets.Widget]]:
        """The widgets inside an article, by the paragraph that they follow."""
        other = self.neighbour(story.number)
        return widgets.widgets_of(story, other, origin + self.path(other) if other else "", self.brand)

    def neighbour(self, number: int, away: int = 3) -> Brief | None:
        """Another article that is online."""
        for other in (number - away, number + away):
            if 1 <= other <= self.book.count and self.book.withdrawn(other) is None:
                return self.book.brief(other)
        return None

    def popular(self, count: int = 5) -> list[Brief]:
        """The articles in the sidebar."""
        return list(islice(self.book.briefs(), count))

    def picture(self, brief: Brief) -> str:
        """The path of an article's picture."""
        name = f"image_750x_{brief.number:06x}{len(brief.slug):04x}.jpg"
        return f"/uploads/images/{brief.published_at:%Y%m}/{name}"

    def recent(self, *, hours: int) -> list[Brief]:
        """The articles of the last hours, counted from the newest one."""
        newest = max((brief.published_at for brief in self.popular(20)), default=NEWEST)
        return self.book.between(newest - timedelta(hours=hours), newest + timedelta(seconds=1))

    def last_change(self) -> datetime:
        """When a listing last changed."""
        return max((brief.modified_at for brief in self.popular(20)), default=NEWEST)

    def visible_date(self, moment: datetime) -> str:
        """A time as readers see it."""
        return dating.short_month(moment)

    def to_canonical(self, visit: Visit) -> Response | None:
        """A redirect from www to the bare name, as most sites have it."""
        if visit.request.hostname == f"www.{self.host}":
            return redirect(f"https://{self.host}{visit.request.target}")
        return None


def _sections() -> dict[str, str]:
    from tests.newsroom.prose import SECTIONS  # noqa: PLC0415

    return {slugify(name): name for name in SECTIONS}


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


_SECTIONS = _sections()
_PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\x00\x80"))
    + _chunk(b"IEND", b"")
)
