"""Ten papers that publish for three weeks, and what befalls them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from random import Random

from tests.newsroom.messages import Request, Response, not_found, page, redirect, xml
from tests.promises.test_never_fine_when_it_is_not import CHALLENGE, MAINTENANCE, SHELL
from tests.promises.village import slug, story, title

BEGIN = datetime(2026, 8, 3, 0, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
HOURS = 21 * 24
BEFORE = 16
"""So many hours of articles are there when the first crawl comes."""

FOR_EVER = 10_000
_FEED = 60
_A_PAGE = 15
_HOUR_OF_LIFE = timedelta(hours=1)


@dataclass(frozen=True)
class Story:
    """An article: since when it is there, and until when."""

    number: int
    born: datetime
    gone: datetime | None = None

    def there(self, now: datetime) -> bool:
        """Whether it is on the site."""
        return self.born <= now and (self.gone is None or now < self.gone)


@dataclass(frozen=True)
class Trouble:
    """Something that befalls a paper from an hour on; ``said`` is what a run says of it."""

    kind: str
    hour: int
    hours: int
    said: str


@dataclass
class Paper:
    """A site: the ways by which it names its articles, how many an hour, and how their addresses look."""

    host: str
    ways: frozenset[str]
    an_hour: float
    address: Callable[[int], str]
    trouble: Trouble | None = None
    address_later: Callable[[int], str] | None = None
    stories: list[Story] = field(default_factory=list)

    def path(self, number: int, hour: float) -> str:
        """The address of an article's page, as the site has it at an hour."""
        later = self.trouble is not None and self.trouble.kind == "redesign" and hour >= self.trouble.hour
        return self.address_later(number) if later and self.address_later else self.address(number)


def papers() -> list[Paper]:
    """The ten papers with all that they publish."""
    berita: Callable[[int], str] = lambda n: f"/berita/{slug(n)}"  # noqa: E731
    made = [
        Paper("satu.example", frozenset({"feed"}), 0.25, berita, Trouble("503", 50, 6, "http-error")),
        Paper(
            "dua.example",
            frozenset({"feed", "sitemap"}),
            0.25,
            berita,
            Trouble("maintenance", 150, 3, "no feed, sitemap or listing names an article"),
        ),
        Paper(
            "tiga.example",
            frozenset({"sitemap"}),
            1,
            berita,
            Trouble("redesign", 330, FOR_EVER, ""),
            lambda n: f"/{n}/{slug(n)}",
        ),
        Paper(
            "empat.example", frozenset({"feed", "sitemap"}), 3, berita, Trouble("503", 100, 30, "http-error")
        ),
        Paper("lima.example", frozenset({"front"}), 0.25, berita, Trouble("challenge", 400, 5, "")),
        Paper("enam.example", frozenset({"front", "feed"}), 1, berita, Trouble("404", 260, 4, "http-404")),
        Paper("tujuh.example", frozenset({"feed"}), 1, lambda n: f"/berita/{n}"),
        Paper("delapan.example", frozenset({"sitemap"}), 0.25, lambda n: f"/read?id={n}"),
        Paper(
            "sembilan.example",
            frozenset({"feed", "sitemap"}),
            1,
            berita,
            Trouble("moved", 240, FOR_EVER, "moved to sembilan-baru.example?"),
        ),
        Paper("sepuluh.example", frozenset({"feed"}), 3, berita, Trouble("shell", 200, 5, "needs-browser")),
    ]
    for place, paper in enumerate(made):
        paper.stories = _published(paper, place)
    return made


def _published(paper: Paper, place: int) -> list[Story]:
    """Articles at irregular times; one in thirty is taken down within the hour."""
    random, number = Random(place), 10_000 * (place + 1)
    moment, end = BEGIN - BEFORE * HOUR, BEGIN + HOURS * HOUR
    stories: list[Story] = []
    while (moment := moment + random.uniform(0.2, 1.8) * HOUR / paper.an_hour) < end:
        number += 1
        gone = moment + _HOUR_OF_LIFE * random.random() if number % 30 == 0 else None
        stories.append(Story(number, moment, gone))
    return stories


@dataclass
class World:
    """Answers for all papers as they are at ``now``, the true time, whatever the crawler's clock says."""

    papers: list[Paper]
    now: datetime = BEGIN

    @property
    def hour(self) -> float:
        """Hours since the first crawl."""
        return (self.now - BEGIN) / HOUR

    def answer(self, request: Request) -> Response:
        """The answer of whichever paper is asked."""
        for paper in self.papers:
            if request.hostname.removeprefix("www.") in (paper.host, moved_to(paper)):
                return self._troubled(paper, request)
        return not_found()

    def _troubled(self, paper: Paper, request: Request) -> Response:
        trouble = paper.trouble
        if trouble is None or not trouble.hour <= self.hour < trouble.hour + trouble.hours:
            return self._of(paper, request)
        listing = self._listing(paper, request) is not None
        whole = {"503": Response(b"", 503), "maintenance": MAINTENANCE}
        pages = {"challenge": replace(CHALLENGE, status=403), "404": not_found(), "shell": SHELL}
        if trouble.kind in whole:
            return whole[trouble.kind]
        if trouble.kind in pages and not listing:
            return pages[trouble.kind]
        if trouble.kind == "moved" and request.hostname.removeprefix("www.") == paper.host:
            return redirect(f"https://{moved_to(paper)}{request.target}", 301)
        return self._of(paper, request)

    def _of(self, paper: Paper, request: Request) -> Response:
        listing = self._listing(paper, request)
        if listing is not None:
            return listing
        for each in self._there(paper):
            paths = {paper.address(each.number), paper.path(each.number, self.hour)}
            if request.target in paths:
                own = paper.path(each.number, self.hour)
                return self._page(each) if request.target == own else redirect(own, 301)
        return not_found()

    def _page(self, each: Story) -> Response:
        stated = f'<meta property="article:published_time" content="{each.born.isoformat()}">'
        return story(each.number, dated=False, head=stated)

    def _there(self, paper: Paper) -> list[Story]:
        return [each for each in reversed(paper.stories) if each.there(self.now)]

    def _listing(self, paper: Paper, request: Request) -> Response | None:
        """The answer to a request for anything but an article."""
        host, there = request.hostname, self._there(paper)
        urls = {each: f"https://{host}{paper.path(each.number, self.hour)}" for each in there}
        if request.target == "/robots.txt":
            named = f"Sitemap: https://{host}/sitemap.xml\n" if "sitemap" in paper.ways else ""
            return Response(f"User-agent: *\nAllow: /\n{named}".encode(), content_type="text/plain")
        if request.target == "/sitemap.xml" and "sitemap" in paper.ways:
            return _sitemap((urls[each], each.born) for each in there)
        if request.target == "/feed.xml" and "feed" in paper.ways:
            return _feed((urls[each], each) for each in there[:_FEED])
        if request.target == "/" or request.target.startswith("/halaman/"):
            return self._front(paper, request, list(urls.items()))
        return None

    def _front(self, paper: Paper, request: Request, named: list[tuple[Story, str]]) -> Response:
        feed = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
        head = f"<head><title>{paper.host}</title>{feed if 'feed' in paper.ways else ''}</head>"
        if "front" not in paper.ways:
            return page(f"<html>{head}<body>Selamat datang</body></html>")
        number = int(request.target.rpartition("/")[2] or 1)
        shown = named[(number - 1) * _A_PAGE : number * _A_PAGE]
        cards = "".join(
            f'<div><a href="{url}"><h3>{title(each.number)}</h3></a></div>' for each, url in shown
        )
        following = f'<a rel="next" href="/halaman/{number + 1}">Selanjutnya</a>'
        more = following if named[number * _A_PAGE :] else ""
        return page(f"<html>{head}<body>{cards}{more}</body></html>")


def moved_to(paper: Paper) -> str:
    """The domain that a paper has after it moved."""
    return f"{paper.host.partition('.')[0]}-baru.example"


def _sitemap(entries: Iterable[tuple[str, datetime]]) -> Response:
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    urls = "".join(
        f"<url><loc>{url}</loc><lastmod>{born.isoformat()}</lastmod></url>" for url, born in entries
    )
    return xml(f'<?xml version="1.0"?><urlset xmlns="{space}">{urls}</urlset>', "application/xml")


def _feed(entries: Iterable[tuple[str, Story]]) -> Response:
    items = "".join(
        f"<item><title>{title(each.number)}</title><link>{url}</link>"
        f"<pubDate>{format_datetime(each.born)}</pubDate></item>"
        for url, each in entries
    )
    return xml(f'<rss version="2.0"><channel>{items}</channel></rss>', "application/rss+xml")
