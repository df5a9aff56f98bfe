"""Replicas of national portals answer where their publisher files look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from newscrawl.sites.book import Book
from tests.newsroom import NATIONALS, Newsroom
from tests.newsroom.asking import Asker
from tests.newsroom.sites.nationals import NationalSite

PUBLISHERS = {name: Book().publisher(name) for name in ("kompas", "detik", "tribunnews", "sindonews")}


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Newsroom]:
    with Newsroom([make(articles=120) for make in NATIONALS.values()]) as running:
        yield running
        assert running.errors == []


@pytest.fixture
def ask(newsroom: Newsroom) -> Iterator[Asker]:
    with Asker(newsroom.port, "www.kompas.com") as asker:
        yield asker


def site_of(newsroom: Newsroom, name: str) -> NationalSite:
    site = newsroom.site(NATIONALS[name].main_host)
    assert isinstance(site, NationalSite)
    return site


def day_of(site: NationalSite, ago: int = 1) -> date:
    """A whole day, so many days before the newest article."""
    return site.book.brief(120).published_at.date() - timedelta(days=ago)


@pytest.mark.parametrize("name", sorted(NATIONALS))
def test_articles_have_addresses_that_the_publisher_file_knows(newsroom: Newsroom, name: str) -> None:
    for url in site_of(newsroom, name).urls():
        assert any(re.search(pattern, url) for pattern in PUBLISHERS[name].article_urls), url


@pytest.mark.parametrize(
    ("name", "host", "form"),
    [
        ("kompas", "indeks.kompas.com", "/?site=all&date={d:%Y-%m-%d}&page={n}"),
        ("detik", "news.detik.com", "/indeks?date={d:%m}%2F{d:%d}%2F{d:%Y}&page={n}"),
        ("tribunnews", "www.tribunnews.com", "/index-news/nasional?date={d:%Y-%m-%d}&page={n}"),
        ("sindonews", "www.sindonews.com", "/indeks/0/{o}?t={d:%Y-%m-%d}"),
    ],
)
def test_indexes_give_the_day(newsroom: Newsroom, ask: Asker, name: str, host: str, form: str) -> None:
    site = site_of(newsroom, name)
    day, found = day_of(site), []
    for page in (1, 2, 3):
        target = form.format(d=day, n=page, o=20 * (page - 1))
        main = ask.get(target, host=host).text.partition("col-aside")[0]
        found += [url for url in re.findall(r'<a [^>]*?href="(https://[^"?]+)', main) if url in site.urls()]
    assert list(dict.fromkeys(found)) == [site.url(brief) for brief in site.book.on(day)]


def test_detik_needs_encoded_slashes(newsroom: Newsroom, ask: Asker) -> None:
    day = day_of(site_of(newsroom, "detik"), ago=2)
    plain, encoded = (
        ask.get(f"/indeks?date={day.strftime(form)}", host="news.detik.com").text
        for form in ("%m/%d/%Y", "%m%%2F%d%%2F%Y")
    )
    assert plain != encoded
    assert ask.get("/indeks?date=01/01/2001&page=7", host="news.detik.com").text == plain


def test_tribun_repeats_its_last_page(newsroom: Newsroom, ask: Asker) -> None:
    day = day_of(site_of(newsroom, "tribunnews"))
    pages = [ask.get(f"/index-news?date={day}&page={n}", host="www.tribunnews.com").text for n in (3, 4, 11)]
    items = [re.findall('<li class="ptb15">.*', page) for page in pages]
    assert items[0] and items[0] == items[1] == items[2]


def test_searches_take_their_own_names_for_days(newsroom: Newsroom, ask: Asker) -> None:
    day = day_of(site_of(newsroom, "detik"))
    for host, target in (
        ("www.detik.com", f"/search/searchall?query=warga&fromdatex={day:%d/%m/%Y}&todatex={day:%d/%m/%Y}"),
        ("search.kompas.com", f"/search?q=warga&start_date={day}&end_date={day}"),
    ):
        text = ask.get(target, host=host).text
        found = set(re.findall(r'"(https://[^"?]+/(?:d-|read/)[^"?]+)', text.partition("col-aside")[0]))
        site = newsroom.site(host)
        assert found
        assert found <= {site.url(brief) for brief in site.book.on(day)}
