"""Honest: an article is found by what names it, whatever its address looks like; the rest is counted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.crawling import Crawl, crawl
from tests.newsroom.messages import Response, page
from tests.promises.test_never_fine_when_it_is_not import visit
from tests.promises.village import (
    FEED_LINK,
    HOST,
    ROOT,
    Route,
    Village,
    document,
    feed,
    front,
    sitemap,
    sitemap_index,
    slug,
    story,
    title,
    with_sitemap,
)

NUMBERS = range(6)

_NOUNS = ["panen", "irigasi", "jembatan", "posyandu", "koperasi", "pasar"]
_CODES = ["x7Kd9", "b2Qp4", "Zr81m", "k9T3w", "m4Ve7", "q8Lc2"]
_CHINESE = ["雅加达洪水", "泗水新桥", "万隆地震", "棉兰市场", "巴厘节日", "日惹火山"]

KINDS: dict[str, Callable[[int], str]] = {
    "two words": lambda n: f"/{_NOUNS[n]}-raya",
    "three words below a section": lambda n: f"/daerah/{_NOUNS[n]}-raya-desa",
    "three words below many sections": lambda n: (
        f"/{['daerah', 'ekonomi', 'hukum'][n % 3]}/{_NOUNS[n]}-di-desa"
    ),
    "a bare number": lambda n: f"/berita/{4711 + n}",
    "a number in the query": lambda n: f"/read?id={9 + n}",
    "a small number below two names": lambda n: f"/news/detail/{77 + n}",
    "an old system": lambda n: f"/view.asp?kode={300 + n}",
    "a number with an ending": lambda n: f"/artikel/{300 + n}.asp",
    "Chinese": lambda n: f"/{_CHINESE[n]}",
    "a short code": lambda n: f"/p/{_CODES[n]}",
    "a date and one word": lambda n: f"/2026/11/{20 + n}/{_NOUNS[n]}",
}
PLACES: dict[str, Callable[[int], str]] = {
    "pictures": lambda n: f"/foto/{_NOUNS[n]}-desa",
    "people": lambda n: f"/profil/{_NOUNS[n]}-warga",
    "live": lambda n: f"/live/{_NOUNS[n]}-pemilu",
}


def link(path: str, number: int, *, picture: bool = False) -> str:
    shown = '<img src="/gambar.jpg">' if picture else ""
    return f'<div><a href="{path}">{shown}<h3>{title(number)}</h3></a></div>'


def front_of(items: Iterable[str], *, head: str = "") -> Response:
    menu = "".join(f'<a href="/{name}">{name.title()}</a>' for name in ("daerah", "ekonomi", "hukum"))
    return page(
        f"<html><head><title>Kabar</title>{head}</head><body><nav>{menu}</nav>{''.join(items)}</body></html>"
    )


def section(name: str) -> Response:
    links = "".join(f'<li><a href="/{name}?page={n}">{n}</a></li>' for n in (2, 3))
    return page(
        f"<html><head><title>{name}</title></head><body><h1>{name}</h1><ul>{links}</ul></body></html>"
    )


def by_feed(paths: list[str]) -> dict[str, Route]:
    """The feed names three, the front page all by their headlines."""
    return {
        "/": front_of((link(path, n) for n, path in enumerate(paths)), head=FEED_LINK),
        "/feed.xml": feed((ROOT + path.replace("&", "&amp;"), title(n)) for n, path in enumerate(paths[:3])),
    }


def by_cards(paths: list[str]) -> dict[str, Route]:
    return {"/": front_of(link(path, n, picture=True) for n, path in enumerate(paths))}


def by_headlines(paths: list[str]) -> dict[str, Route]:
    return {"/": front_of(link(path, n) for n, path in enumerate(paths))}


def by_sitemap(paths: list[str]) -> dict[str, Route]:
    return with_sitemap({path: front() for path in [*paths, "/tentang-kami", "/daerah"]})


def by_json_ld(paths: list[str]) -> dict[str, Route]:
    items = [{"@type": "ListItem", "position": n, "url": ROOT + path} for n, path in enumerate(paths, 1)]
    data = json.dumps({"@context": "https://schema.org", "@type": "ItemList", "itemListElement": items})
    return {"/": front_of([], head=f'<script type="application/ld+json">{data}</script>')}


WAYS = {
    "feed": by_feed,
    "cards": by_cards,
    "headlines": by_headlines,
    "sitemap": by_sitemap,
    "JSON-LD": by_json_ld,
}


def routes_of(
    way: Callable[[list[str]], Mapping[str, Route]], kind: Callable[[int], str]
) -> dict[str, Route]:
    paths = [kind(number) for number in NUMBERS]
    sections: dict[str, Route] = {f"/{name}": section(name) for name in ("daerah", "ekonomi", "hukum")}
    pages = {as_asked(path): story(number) for number, path in enumerate(paths)}
    return {**sections, **way(paths), **pages}


def as_asked(path: str) -> str:
    """The path as it stands in a request."""
    return quote(path, safe="/?=&.%")


def stored(done: Crawl) -> set[str]:
    return {record["title"] for record in done.records}


TITLES = {title(number) for number in NUMBERS}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", KINDS)
def test_articles_are_found_by_what_names_them(kind: str, way: str, tmp_path: Path) -> None:
    with Village(routes_of(WAYS[way], KINDS[kind])) as village:
        done = visit(village, tmp_path)
    assert stored(done) == TITLES
    assert "no-article" not in done.failed()


@pytest.mark.parametrize("place", PLACES)
def test_what_a_feed_names_is_asked_for_wherever_it_stands(place: str, tmp_path: Path) -> None:
    with Village(routes_of(by_feed, PLACES[place])) as village:
        assert stored(visit(village, tmp_path)) == TITLES


@pytest.mark.parametrize("kind", ["two words", "a number in the query"])
def test_a_second_crawl_asks_for_no_article_again(kind: str, tmp_path: Path) -> None:
    with Village(routes_of(by_headlines, KINDS[kind])) as village:
        assert stored(visit(village, tmp_path)) == TITLES
        village.log.clear()
        assert stored(visit(village, tmp_path)) == set()
        assert not {KINDS[kind](number) for number in NUMBERS} & set(village.asked())


def test_a_new_article_of_a_shape_that_is_stored_is_found_without_any_sign(tmp_path: Path) -> None:
    paths = [f"/berita/{4711 + number}" for number in NUMBERS]
    routes = routes_of(by_feed, KINDS["a bare number"])
    with Village(routes) as village:
        visit(village, tmp_path)
        village.routes |= {"/": front([*paths, "/berita/4720", "/gaya-hidup"]), "/berita/4720": story(20)}
        village.routes["/gaya-hidup"] = section("gaya-hidup")
        assert stored(visit(village, tmp_path)) == {title(20)}


LISTS = [
    "/daerah",
    "/gaya-hidup",
    "/topik/panen-raya",
    "/tag/panen-raya",
    "/penulis/siti-rahma",
    "/wilayah/jawa-timur",
]


def test_sections_tags_and_writers_are_stored_by_no_means(tmp_path: Path) -> None:
    """Whatever shapes were learned, and even where everything is asked for."""
    teasers = "".join(
        f'<div><img src="/g.jpg"><a href="/warta/{slug(n)}"><h3>{title(n)}</h3></a><p>Kabar desa.</p></div>'
        for n in range(8)
    )
    lists: dict[str, Route] = {
        path: document(path.strip("/").replace("-", " ").title(), teasers) for path in LISTS
    }
    articles: dict[str, Route] = {f"/warta/{slug(n)}": story(n) for n in range(8)}
    short: dict[str, Route] = {f"/kabar-{noun}": story(20 + n) for n, noun in enumerate(_NOUNS)}
    items = [f'<a href="{path}">{path.rpartition("/")[2].replace("-", " ").title()}</a>' for path in LISTS]
    items += [link(path, n, picture=True) for n, path in enumerate(short, 20)]
    with Village({"/": front_of(items), **lists, **articles, **short}) as village:
        done = visit(village, tmp_path)
        assert stored(done) == {title(n) for n in [*range(8), *range(20, 26)]}
        assert "no-article" not in done.failed()
        assert "overlooked" not in done.printed
        elsewhere = tmp_path / "all"
        elsewhere.mkdir()
        everything = visit(village, elsewhere, shapes="all")
        assert stored(everything) == stored(done)


def test_a_shape_whose_pages_are_no_articles_is_given_up(tmp_path: Path) -> None:
    nothing = document("Agenda", "<p>Belum ada.</p>")
    routes: dict[str, Route] = {f"/agenda/{100 + n}": nothing for n in range(40)}
    cards = [link(path, n, picture=True) for n, path in enumerate(routes)]
    articles: dict[str, Route] = {f"/warta/{slug(n)}": story(n) for n in range(30, 60)}
    cards += [link(path, n, picture=True) for n, path in enumerate(articles, 30)]
    pages = {"/": front_of(cards[:5]), "/warta": front_of(cards)}
    menu = page(f"<html><body><nav><a href='/warta'>Warta</a></nav>{''.join(cards[:5])}</body></html>")
    with Village({**routes, **articles, **pages, "/": menu}) as village:
        done = visit(village, tmp_path)
        asked = [path for path in village.asked() if path.startswith("/agenda/")]
    assert len(done.records) == 30
    assert len(asked) < 40
    assert "links like kabar-lembang.example/agenda/N were passed over" in done.printed


def test_what_a_site_file_throws_away_is_said_and_taken_on_demand(tmp_path: Path) -> None:
    sites = tmp_path / "sites"
    sites.mkdir()
    (sites / "lembang.toml").write_text(
        'title = "Kabar Lembang"\nregion = "Jawa Barat"\ndomains = ["kabar-lembang.example"]\n'
        'article_urls = ["/warta/[a-z]"]\nexamples = ["https://kabar-lembang.example/warta/panen-raya"]\n'
        f'[[sources]]\nway = "feed"\nurl = "{ROOT}/feed.xml"\n'
    )
    old = {f"/warta/{slug(number)}": story(number) for number in range(5)}
    new = {f"/berita/{4700 + number}": story(number) for number in range(5, 20)}
    routes = {**old, **new, "/feed.xml": feed((ROOT + path, title(n)) for n, path in enumerate([*old, *new]))}
    settings = {"NEWSCRAWL_SITES": str(sites)}
    with Village(routes) as village:
        first = crawl("lembang", village.address, tmp_path, settings=settings)
        assert len(first.records) == 5
        said = (
            "15 links like kabar-lembang.example/berita/N were passed over; add article_urls or -a shapes=all"
        )
        assert said in first.printed
        assert said in first.log
        again = crawl("lembang", village.address, tmp_path, settings=settings, arguments={"shapes": "all"})
    assert len(again.records) == 15
    assert "overlooked" not in again.printed


def test_section_hosts_on_the_front_page_are_listings_too(tmp_path: Path) -> None:
    host = "ekonomi.kabar-lembang.example"
    listed = front_of(link(f"https://{host}/{slug(n)}", n) for n in NUMBERS)
    routes: dict[str, Route] = {"/": front([f"https://{host}/", "/tentang-kami"]), f"{host}/": listed}
    routes |= {f"{host}/{slug(n)}": story(n) for n in NUMBERS}
    with Village(routes) as village:
        assert stored(visit(village, tmp_path)) == TITLES


@pytest.mark.parametrize("host", ["grup-lembang.example", "video.kabar-lembang.example"])
@pytest.mark.parametrize("vouched", [False, True])
def test_other_hosts_are_followed_where_robots_names_them_else_said(
    vouched: bool, host: str, tmp_path: Path
) -> None:
    own: dict[str, Route] = {f"/warta/{slug(n)}": story(n) for n in range(10)}
    others: dict[str, Route] = {f"{host}/kabar/{slug(n)}": story(n) for n in range(10, 30)}
    items = [link(f"https://{address}", n) for n, address in enumerate(others, 10)]
    items += [link(path, n) for n, path in enumerate(own)]
    robots = f"User-agent: *\nAllow: /\nSitemap: {ROOT}/peta.xml\n"
    robots += f"Sitemap: https://{host}/peta.xml\n" if vouched else ""
    routes = {"/": front_of(items), **own, **others, "/peta.xml": sitemap(ROOT + path for path in own)}
    routes[f"{host}/peta.xml"] = sitemap(f"https://{address}" for address in others)
    routes[f"{HOST}/robots.txt"] = Response(robots.encode(), content_type="text/plain")
    with Village(routes) as village:
        done = visit(village, tmp_path)
    assert len(done.records) == (30 if vouched else 10)
    assert (f"20 links to {host} were not followed" in done.printed) == (not vouched)


@pytest.mark.parametrize(
    "named",
    [
        {"/peta.xml": sitemap([])},
        {"/peta.xml": sitemap_index([f"{ROOT}/mati-1.xml", f"{ROOT}/mati-2.xml"])},
        {"/peta.xml": sitemap([f"{ROOT}/tentang-kami"])},
    ],
    ids=["empty", "dead-children", "other-pages"],
)
def test_where_named_sitemaps_hold_no_article_the_usual_places_are_tried(
    named: dict[str, Route], tmp_path: Path
) -> None:
    articles: dict[str, Route] = {f"/warta/{slug(n)}": story(n) for n in NUMBERS}
    robots = Response(
        f"User-agent: *\nAllow: /\nSitemap: {ROOT}/peta.xml\n".encode(), content_type="text/plain"
    )
    routes = {"/": front([]), "/robots.txt": robots, **named, **articles}
    routes["/wp-sitemap.xml"] = sitemap(ROOT + path for path in articles)
    with Village(routes) as village:
        assert stored(visit(village, tmp_path)) == TITLES
        again = visit(village, tmp_path)
    assert again.status == 0
    assert not again.records


def test_usual_places_are_left_alone_where_a_named_sitemap_has_articles(tmp_path: Path) -> None:
    articles: dict[str, Route] = {f"/warta/{slug(n)}": story(n) for n in NUMBERS}
    robots = Response(
        f"User-agent: *\nAllow: /\nSitemap: {ROOT}/peta.xml\n".encode(), content_type="text/plain"
    )
    routes = {"/": front([]), "/robots.txt": robots, **articles}
    routes["/peta.xml"] = sitemap(ROOT + path for path in articles)
    with Village(routes) as village:
        assert stored(visit(village, tmp_path)) == TITLES
        visit(village, tmp_path)
        assert "/wp-sitemap.xml" not in village.asked()


def test_a_section_that_leads_to_another_is_said(tmp_path: Path) -> None:
    articles: dict[str, Route] = {f"/warta/{slug(n)}": story(n) for n in NUMBERS}
    routes = {"/": front_of([]), **articles}
    routes["/daerah"] = front_of(link(path, n) for n, path in zip(NUMBERS, articles, strict=True))
    routes["/ekonomi"] = Response(b"", status=301, headers={"Location": "/daerah"})
    with Village(routes) as village:
        done = visit(village, tmp_path)
    assert stored(done) == TITLES
    (line,) = done.lines_about("which is read by another way")
    assert f"{ROOT}/ekonomi leads to {ROOT}/daerah" in line


def test_a_site_whose_name_has_other_letters_is_crawled_under_either_form(tmp_path: Path) -> None:
    named, asked = "kabar-désa.example", "xn--kabar-dsa-h4a.example"
    articles = {n: f"/warta/{slug(n)}" for n in NUMBERS}
    routes: dict[str, Route] = {f"{asked}{path}": story(n) for n, path in articles.items()}
    links = (link(f"https://{named if n % 2 else asked}{path}", n) for n, path in articles.items())
    routes[f"{asked}/"] = front_of(links)
    with Village(routes) as village:
        done = crawl("site", village.address, tmp_path, arguments={"url": f"https://{named}/"})
    assert stored(done) == TITLES
    assert all(record["url"].startswith(f"https://{asked}/") for record in done.records)


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ('<link rel="alternate" type="application/feed+json" href="/berita.json">', "/berita.json"),
        ('<link rel="alternate" type="application/json" href="/feed/json">', "/feed/json"),
        ("", "/feed.json"),
    ],
    ids=["linked", "linked-as-json", "usual-place"],
)
def test_a_json_feed_is_a_feed(head: str, place: str, tmp_path: Path) -> None:
    articles: dict[str, Route] = {f"/{n}": story(n) for n in NUMBERS}
    version = "https://jsonfeed.org/version/1.1"
    items = [{"id": str(n), "url": f"{ROOT}/{n}", "title": title(n)} for n in NUMBERS]
    body = json.dumps({"version": version, "items": items}).encode()
    routes = {"/": front([], head=head), place: Response(body, content_type="application/json"), **articles}
    with Village(routes) as village:
        assert stored(visit(village, tmp_path)) == TITLES


def test_a_sitemap_on_a_server_elsewhere_is_read_where_robots_names_it(tmp_path: Path) -> None:
    articles: dict[str, Route] = {f"/warta/{slug(n)}": story(n) for n in NUMBERS}
    robots = Response(
        b"User-agent: *\nAllow: /\nSitemap: https://berkas-lembang.example/peta.xml\n",
        content_type="text/plain",
    )
    routes = {"/": front([]), f"{HOST}/robots.txt": robots, **articles}
    routes["berkas-lembang.example/peta.xml"] = sitemap(ROOT + path for path in articles)
    with Village(routes) as village:
        assert stored(visit(village, tmp_path)) == TITLES


def test_a_header_in_another_charset_costs_no_article(tmp_path: Path) -> None:
    paths = {f"/berita/{slug(n)}": story(n) for n in NUMBERS}
    for answer in paths.values():
        answer.headers["X-Judul"] = "Kafé Désa"
    with Village(with_sitemap(paths) | paths) as village:
        assert len(visit(village, tmp_path).records) == len(NUMBERS)


@pytest.mark.parametrize(
    "link",
    [
        "<LINK REL='Alternate' TYPE='Application/RSS+XML' HREF='/umpan'>",
        '<link href="/umpan" title="RSS" type="text/xml" rel="alternate">',
        '<link rel="alternate" href="/umpan" title="Umpan RSS">',
        '<link rel="feed" href="/umpan">',
    ],
    ids=["capitals", "plain XML", "no type", "another relation"],
)
def test_a_feed_is_found_however_the_front_page_writes_its_link(link: str, tmp_path: Path) -> None:
    paths: dict[str, Route] = {f"/berita/{slug(n)}": story(n) for n in NUMBERS}
    named = feed((ROOT + path, title(n)) for n, path in enumerate(paths))
    with Village({"/": front(head=link), "/umpan": named, **paths}) as village:
        assert len(visit(village, tmp_path).records) == len(NUMBERS)
