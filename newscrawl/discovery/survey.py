"""A look at a site that nobody wrote a file for: what it offers to find articles by."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from urllib.parse import urlsplit

from scrapy.http import Response, TextResponse

from newscrawl.discovery.blogger import BloggerFeed
from newscrawl.discovery.feeds import FEED_ROOTS, Feed
from newscrawl.discovery.json_feed import is_json_feed
from newscrawl.discovery.listing import Guess, Listing
from newscrawl.discovery.shapes import is_other_host, looks_like_article, looks_like_section
from newscrawl.discovery.sitemap_xml import root_name
from newscrawl.discovery.sitemaps import SITEMAP_ROOTS, NewsSitemap, Sitemap
from newscrawl.discovery.source import Source, UnreadableListingError
from newscrawl.discovery.template import literal
from newscrawl.discovery.wordpress import WordPress, is_post_list
from newscrawl.record.addresses import canonical_url

Fetch = Callable[[str], Awaitable[Response | None]]
"""Gives the answer of an address, None where there is none to be had."""

MAX_SITEMAPS = 20
MAX_FEEDS = 10
MOST_TRIED = 3
"""So many sitemaps that robots.txt names are tried before the usual places are."""
MAX_SECTIONS = 30
MAX_HOSTS = 20
OK = 200

_GUESSED_SITEMAPS = ("/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml", "/sitemap-news.xml")
_GUESSED_FEEDS = ("/feed/", "/rss", "/rss.xml", "/rss/latest-posts", "/feeds/posts/default", "/feed.json")
_FEED_LINK = ", ".join(
    [
        *(f'link[rel~="alternate" i][type*="{kind}" i]' for kind in ("rss", "atom", "rdf+xml", "feed+json")),
        # As a whole, for WordPress names what shows a page in others' as "text/xml+oembed".
        *(f'link[rel~="alternate" i][type="{kind}" i]' for kind in ("text/xml", "application/xml")),
        'link[rel~="alternate" i]:not([type]):not([hreflang])[title*="rss" i]',
        'link[rel~="feed" i]',
    ]
)
_JSON_LINK = 'link[rel~="alternate" i][type="application/json" i]'
"""So version 1 of JSON Feed had it; so WordPress names its API, too, whose addresses have another form."""
_FEED_PATH = re.compile(r"/(?:rss|feeds?)(?:[/.]|$)|\.rss$|rss\.xml$", re.IGNORECASE)
_JSON_PATH = re.compile(r"feeds?(?:/json/?|\.json)$", re.IGNORECASE)
_FEED_DIRECTORY = re.compile(r"/(?:rss-feeds?|feeds?)/?$", re.IGNORECASE)
_COMMENTS = re.compile(r"comment", re.IGNORECASE)
_NEWS = re.compile(r"news", re.IGNORECASE)
_SYSTEMS = {
    "blogger": re.compile(r"<meta[^>]{0,200}content=['\"]blogger['\"]", re.IGNORECASE),
    "wordpress": re.compile(r"/wp-content/|/wp-includes/|/wp-json|api\.w\.org", re.IGNORECASE),
    "varient": re.compile(r"VrConfig|\bvr-icon|/rss-feeds['\"]|/rss/latest-posts|post-item-horizontal"),
}


@dataclass
class Survey:
    """What a site offers.

    ``url`` is the site's root, ``system`` what it runs on where that shows: ``wordpress``, ``blogger`` or
    ``varient``. ``articles``, ``sections`` and ``others`` are links on the front page by their shape,
    ``hosts`` those to the front pages of the site's other hosts, on which large sites have their sections.
    ``named`` are the sitemaps that robots.txt names, if any of them is there; ``usual_sitemaps`` looks for
    others at the usual places, should these hold no article.
    """

    url: str
    sources: list[Source] = field(default_factory=list)
    system: str = ""
    front: TextResponse | None = None
    articles: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    named: list[Source] = field(default_factory=list)
    usual_sitemaps: Callable[[], Awaitable[list[Source]]] | None = None


@dataclass(frozen=True)
class Surveyor:
    """Looks at sites through ``fetch``.

    ``named_sitemaps`` gives the sitemaps that robots.txt of an address's host names, ``on_site`` says which
    addresses belong to the site.
    """

    fetch: Fetch
    named_sitemaps: Callable[[str], list[str]]
    on_site: Callable[[str], bool]

    async def look_at(self, url: str) -> Survey:
        """What the site of ``url`` offers, the surest way of finding articles first.

        A page below the site's root counts as one section more.
        """
        parts = urlsplit(url)
        survey = Survey(f"{parts.scheme}://{parts.netloc}")
        survey.front = await self._page(url)
        if survey.front is not None and self.on_site(survey.front.url):
            arrived = urlsplit(survey.front.url)
            survey.url = f"{arrived.scheme}://{arrived.netloc}"
        self._read_front(survey)
        survey.sources += await self._of_system(survey)
        survey.sources += await self._sitemaps(survey)
        survey.sources += await self._feeds(survey)
        fronts = [survey.front.url] if survey.front is not None else []
        survey.sources += [Listing(literal(address)) for address in [*fronts, *survey.hosts]]
        survey.sources += [Guess(literal(address)) for address in survey.sections if address not in fronts]
        return survey

    def _read_front(self, survey: Survey) -> None:
        if survey.front is None:
            return
        text = survey.front.text
        survey.system = next((name for name, marks in _SYSTEMS.items() if marks.search(text)), "")
        links = [link for link in _links(survey.front, "a") if self.on_site(link)]
        survey.articles = [link for link in links if looks_like_article(link)]
        survey.hosts = section_hosts(links, survey.url)[:MAX_HOSTS]
        survey.sections = [link for link in links if looks_like_section(link)][:MAX_SECTIONS]
        told = {*survey.articles, *survey.sections}
        survey.others = [link for link in links if link not in told]

    async def _of_system(self, survey: Survey) -> list[Source]:
        """The sources that the site's system brings along."""
        if survey.system == "blogger":
            return [BloggerFeed(survey.url)]
        if survey.system == "varient":
            return [Listing(f"{survey.url}/posts?page={{page}}")]
        if survey.system != "wordpress":
            return []
        api = WordPress(survey.url)
        answer = await self._answer(f"{api.address()}?per_page=1&_fields=id,link")
        return [api] if answer is not None and is_post_list(answer) else []

    async def _sitemaps(self, survey: Survey) -> list[Source]:
        """Sitemaps that robots.txt names, else those at the usual places."""
        # What robots.txt names may stand on another host, such as a CDN: it vouches for it (sitemaps.org).
        named = list(dict.fromkeys(self.named_sitemaps(survey.url)))[:MAX_SITEMAPS]
        if named and await self._any_alive(named):
            survey.named = _sitemaps(named)
            survey.usual_sitemaps = partial(self._usual_sitemaps, survey)
            return survey.named
        return _sitemaps(await self._guess(survey.url, _GUESSED_SITEMAPS, _is_sitemap) or named)

    async def _usual_sitemaps(self, survey: Survey) -> list[Source]:
        """The sitemap at the first of the usual places that has one and that robots.txt does not name."""
        named = {urlsplit(source.address()).path for source in survey.named}
        paths = [path for path in _GUESSED_SITEMAPS if path not in named]
        return _sitemaps(await self._guess(survey.url, paths, _is_sitemap))

    async def _any_alive(self, urls: Iterable[str]) -> bool:
        """Whether one of the first sitemaps that are named is there."""
        for url in islice(urls, MOST_TRIED):
            answer = await self._answer(url)
            if answer is not None and (_is_sitemap(answer) or not _root(answer)):
                return True
        return False

    async def _feeds(self, survey: Survey) -> list[Source]:
        """Feeds that the front page links, else those at the usual places."""
        linked = [url for url in _feed_links(survey.front) if self.on_site(url)]
        urls = linked[:MAX_FEEDS] or await self._guess(survey.url, _GUESSED_FEEDS, _is_feed)
        return [Feed(url) for url in urls]

    async def _guess(self, root: str, paths: Iterable[str], is_one: Callable[[Response], bool]) -> list[str]:
        """The first of ``paths`` where there is what is looked for."""
        for path in paths:
            answer = await self._answer(root + path)
            if answer is not None and is_one(answer):
                return [answer.url]
        return []

    async def _page(self, url: str) -> TextResponse | None:
        answer = await self._answer(url)
        return answer if isinstance(answer, TextResponse) else None

    async def _answer(self, url: str) -> Response | None:
        answer = await self.fetch(url)
        return answer if answer is not None and answer.status == OK else None


def _sitemaps(urls: list[str]) -> list[Source]:
    news = [url for url in urls if _NEWS.search(urlsplit(url).path)]
    plain = [url for url in urls if url not in news]
    return [*(Sitemap(literal(url)) for url in plain), *(NewsSitemap(literal(url)) for url in news)]


def _is_sitemap(answer: Response) -> bool:
    return _root(answer) in SITEMAP_ROOTS


def _is_feed(answer: Response) -> bool:
    return _root(answer) in FEED_ROOTS or is_json_feed(answer.body, answer.url)


def _root(answer: Response) -> str:
    try:
        return root_name(answer.body, answer.url)
    except UnreadableListingError:
        return ""


def section_hosts(links: Iterable[str], root: str) -> list[str]:
    """The links to front pages of other hosts of the site; views of the same pages are none."""
    own = urlsplit(canonical_url(root)).netloc.removeprefix("www.")
    fronts = dict.fromkeys(canonical_url(link) for link in links if urlsplit(link).path in ("", "/"))
    return [
        front
        for front in fronts
        if not urlsplit(front).query
        and urlsplit(front).netloc.removeprefix("www.") != own
        and not is_other_host(front)
    ]


def _feed_links(front: TextResponse | None) -> list[str]:
    if front is None:
        return []
    in_json = [url for url in _links(front, _JSON_LINK) if _JSON_PATH.search(urlsplit(url).path)]
    linked = [*_links(front, _FEED_LINK), *in_json] or [
        url
        for url in _links(front, "a")
        if _FEED_PATH.search(urlsplit(url).path) and not _FEED_DIRECTORY.search(urlsplit(url).path)
    ]
    return [url for url in linked if not _COMMENTS.search(url)]


def _links(page: TextResponse, css: str) -> list[str]:
    """Addresses that the elements ``css`` link to, without fragments, each once."""
    found = dict.fromkeys(_addresses(page, css))
    return list(found)


def _addresses(page: TextResponse, css: str) -> Iterator[str]:
    for href in page.css(css).xpath("@href").getall():
        try:
            url = page.urljoin(href.strip()).partition("#")[0]
        except ValueError:
            continue
        if url.startswith(("http://", "https://")):
            yield url
