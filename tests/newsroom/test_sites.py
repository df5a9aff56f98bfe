"""Every kind of site shows its articles as ``expected`` says, and leads to all of them."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from html import unescape

import pytest

from tests.newsroom import KINDS, Newsroom, Site, make_site, make_sites
from tests.newsroom.asking import Asker

COUNT = 45
HOSTS = {kind: f"{kind}.example" for kind in KINDS}


@pytest.fixture(scope="module")
def running() -> Iterator[Newsroom]:
    with Newsroom([make_site(kind, host, articles=COUNT) for kind, host in HOSTS.items()]) as newsroom:
        yield newsroom
        assert newsroom.errors == []


@pytest.fixture(params=sorted(KINDS))
def site(running: Newsroom, request: pytest.FixtureRequest) -> Site:
    return running.site(HOSTS[request.param])


@pytest.fixture
def ask(running: Newsroom, site: Site) -> Iterator[Asker]:
    with Asker(running.port, site.host) as asker:
        yield asker


WIDGETS = (
    "Baca juga: ",
    "Baca Juga",
    "ADVERTISEMENT",
    "SCROLL TO CONTINUE",
    "[Gambas:Video]",
    "Ikuti berita",
    "Bagikan",
)


def shown(html: str) -> str:
    """What a reader sees."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def pages_of(site: Site, ask: Asker, number: int) -> str:
    """The HTML of an article's pages, as the links between them lead."""
    target: str | None = site.path(site.book.story(number))
    texts: list[str] = []
    while target and len(texts) < 9:
        texts.append(unescape(ask.get(target).text))
        current = re.search(r'current">(\d)<|--active" href="[^"]*">(\d)<', texts[-1])
        following = int(current[1] or current[2]) + 1 if current else 0
        link = re.search(
            rf'href="https://[^/"]+([^"]+)" class="post-page-numbers">{following}<'
            rf'|paging__link" href="https://[^/"]+([^"]+)">{following}<',
            texts[-1],
        )
        target = (link[1] or link[2]) if link else None
    return "\n".join(texts)


def test_articles_show_what_expected_says(site: Site, ask: Asker) -> None:
    for number in range(1, COUNT + 1):
        expected = site.expected(number)
        text = shown(pages_of(site, ask, number))
        positions = [text.find(paragraph) for paragraph in expected["body"].split("\n\n")]
        assert -1 not in positions, f"{expected['url']}: {positions}"
        assert positions == sorted(positions)
        assert site.visible_date(expected["published_at"]) in text
        for fact in (expected["title"], expected["caption"], expected["section"], *expected["authors"]):
            assert fact in text


def test_canonical_links_are_https_and_absolute(site: Site, ask: Asker) -> None:
    for number in range(1, COUNT + 1):
        html = ask.get(site.path(site.book.story(number))).text
        canonical = re.search(r'<link [^>]*rel="canonical"[^>]*>', html)
        assert canonical and f'href="{site.expected(number)["url"]}"' in unescape(canonical[0])
        assert not re.search(r'href="/[^/]', html)


def test_widgets_stand_in_the_page_and_not_in_the_text(site: Site, ask: Asker) -> None:
    seen: set[str] = set()
    for number in range(1, COUNT + 1):
        text = shown(pages_of(site, ask, number))
        for line in site.widget_lines(number):
            assert line in text
            assert line not in site.expected(number)["body"]
            seen.add(line)
    for start in WIDGETS:
        assert any(line.startswith(start) for line in seen), start


def test_datelines_open_the_text_and_codes_close_it(site: Site) -> None:
    for number in range(1, COUNT + 1):
        expected = site.expected(number)
        first, last = expected["body"].split("\n\n")[0], expected["body"].split("\n\n")[-1]
        opening = first[:60]
        assert all(part in opening for part in (expected["dateline"], expected["source"]) if part)
        assert all(code in last[-12:] for code in expected["byline_codes"])


def test_robots_names_sitemaps_that_lead_to_every_article(site: Site, ask: Asker) -> None:
    found: set[str] = set()
    waiting = re.findall(r"Sitemap: (\S+)", ask.get("/robots.txt").text)
    assert waiting
    for address in waiting:
        body = ask.get(address.removeprefix(f"https://{site.host}")).body
        text = (gzip.decompress(body) if address.endswith(".gz") else body).decode()
        locations = [unescape(location) for location in re.findall(r"<loc>([^<]+)</loc>", text)]
        (waiting.extend if "<sitemapindex" in text else found.update)(locations)
    assert set(site.urls()) <= found


def test_feeds_on_the_front_page_list_the_newest(site: Site, ask: Asker) -> None:
    links = re.findall(
        r'<link rel="alternate" type="application/(?:rss|atom)\+xml"[^>]*href="([^"]+)"', ask.get("/").text
    )
    assert links
    for link in links:
        text = unescape(ask.get(link.removeprefix(f"https://{site.host}")).text)
        urls = re.findall(r'(?:<link>|type="text/html" href=")(https://[^<"]+)', text)
        articles = [url for url in (url.split("?utm")[0] for url in urls) if url in site.urls()]
        assert articles[:10] == site.urls()[:10]


def test_front_page_leads_to_articles_and_sections(site: Site, ask: Asker) -> None:
    html = unescape(ask.get("/").text)
    assert sum(f'href="{url}' in html for url in site.urls()[:10]) == 10
    sections = re.findall(r'<li[^>]*><a href="https://[^/"]+(/[^"]+)"', html)
    assert sum(ask.get(target).status == 200 for target in sections) == len(sections)


def test_static_pages_are_no_articles(site: Site, ask: Asker) -> None:
    target = "/p/redaksi.html" if site.kind == "blogger" else "/redaksi"
    assert "bukan berita" in ask.get(target).text
    assert ask.get("/tidak-pernah-ada-halaman-ini").status in (301, 404)


def test_pictures_are_pictures(site: Site, ask: Asker) -> None:
    answer = ask.get(site.picture(site.book.story(1)))
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.body.startswith(b"\x89PNG")


def test_withdrawn_articles_leave_listings_and_answer_as_told(site: Site, ask: Asker) -> None:
    url = site.url(COUNT)
    target = url.removeprefix(f"https://{site.host}")
    site.book.withdraw(COUNT, status=410)
    try:
        assert ask.get(target).status == 410
        assert url not in unescape(ask.get("/").text)
        assert url not in site.urls()
    finally:
        site.book.restore(COUNT)
    assert ask.get(target).status == 200


def test_blogger_leads_back_in_time(running: Newsroom) -> None:
    site = running.site(HOSTS["blogger"])
    found: list[str] = []
    target: str | None = "/"
    with Asker(running.port, site.host) as ask:
        while target and len(found) < 2 * COUNT:
            html = unescape(ask.get(target).text)
            found += re.findall(r'<h2 class="post-title entry-title"><a href="([^"]+)"', html)
            link = re.search(r'blog-pager-older-link" href="https://[^/]+([^"]+)"', html)
            target = link[1] if link else None
        entries = ask.get("/feeds/posts/default?max-results=20&start-index=21").text
    assert found == site.urls()
    assert re.findall(r'type="text/html" href="([^"]+)"', entries) == site.urls()[20:40]
    assert "start-index=41&amp;max-results=20" in entries


def test_make_sites_gives_distinct_sites_of_all_kinds() -> None:
    sites = make_sites(100, articles=3)
    assert len({site.host for site in sites}) == 100
    assert len({site.brand for site in sites}) == 100
    assert {site.kind for site in sites} == {"varient1", "varient2", "wordpress", "portal", "blogger"}
    assert len({site.story(1).title for site in sites}) == 100
    assert {str(site.zone) for site in sites} == {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"}


def test_a_kind_that_there_is_not_is_named() -> None:
    with pytest.raises(ValueError, match="no kind of site 'drupal'; there are varient1, "):
        make_site("drupal", "x.example")
    with pytest.raises(ValueError, match=r"'portal' cannot be made: .*'warna'"):
        make_site("portal", "x.example", warna="merah")
