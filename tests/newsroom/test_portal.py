"""The replica portals: split articles, twins, indexes with their traps, search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from tests.newsroom import Newsroom, PortalSite
from tests.newsroom.asking import Asker
from tests.newsroom.sites.skins import SKINS

HOST = "portal.example"


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Newsroom]:
    sites = [PortalSite(f"{name}.example", skin=name, articles=20) for name in SKINS]
    with Newsroom([PortalSite(HOST, articles=200), *sites]) as running:
        yield running
        assert running.errors == []


@pytest.fixture
def site(newsroom: Newsroom) -> Any:
    return newsroom.site(HOST)


@pytest.fixture
def ask(newsroom: Newsroom) -> Iterator[Asker]:
    with Asker(newsroom.port, HOST) as asker:
        yield asker


@pytest.fixture
def day(site: PortalSite) -> date:
    """A day with articles on three pages of an index."""
    return next(
        brief.published_at.date()
        for brief in site.book.briefs()
        if len(site.book.on(brief.published_at.date())) > 30
    )


def listed(text: str) -> list[str]:
    """The articles of a listing, without tracking parameters."""
    return [url.partition("?")[0] for url in re.findall(r'class="article__link" href="([^"]+)"', text)]


def walk(ask: Asker, target: str, most: int = 20) -> list[list[str]]:
    """The pages of a listing as their next links lead."""
    pages: list[list[str]] = []
    following: str | None = target
    while following and len(pages) < most:
        text = ask.get(following).text
        pages.append(listed(text))
        link = re.search(r'rel="next" href="https://[^/]+([^"]+)"', text)
        following = link[1].replace("&amp;", "&") if link else None
    return pages


def of_day(site: PortalSite, day: date) -> list[str]:
    return [site.url(brief) for brief in site.book.on(day)]


@pytest.mark.parametrize(
    "form",
    [
        "/indeks?date={d:%Y-%m-%d}",
        "/indeks/{d:%Y/%m/%d}",
        "/indeks/{d:%Y%m%d}",
        "/indeks/{d:%d-%m-%Y}/{d:%d-%m-%Y}",
        "/index/0/{d:%Y/%m/%d}",
        "/indeks-lompat?tanggal={d.day}&bulan={d:%m}&tahun={d.year}",
        "/indeks-langkah/15/0?date={d:%Y-%m-%d}",
        "/indeks-miring?date={d:%m}%2F{d:%d}%2F{d:%Y}",
    ],
)
def test_honest_indexes_give_the_day_and_end(site: PortalSite, ask: Asker, day: date, form: str) -> None:
    pages = walk(ask, form.format(d=day))
    assert [url for page in pages for url in page] == of_day(site, day)
    assert len(pages) == 3


def test_an_honest_index_is_empty_beyond_its_end_and_on_days_without_articles(ask: Asker, day: date) -> None:
    assert listed(ask.get(f"/indeks?date={day}&page=4").text) == []
    assert listed(ask.get("/indeks?date=2001-01-01").text) == []
    assert listed(ask.get("/indeks?date=31-31-31").text) == []
    assert ask.get(f"/indeks/{day:%Y/%m/%d}/page/9").status == 404


def test_an_index_of_a_span_has_all_its_days(site: PortalSite, ask: Asker, day: date) -> None:
    before = day - timedelta(days=1)
    pages = walk(ask, f"/indeks/{before:%d-%m-%Y}/{day:%d-%m-%Y}")
    assert [url for page in pages for url in page] == of_day(site, day) + of_day(site, before)


def test_plain_slashes_quietly_give_the_newest_day(site: PortalSite, ask: Asker, day: date) -> None:
    newest = site.book.brief(200).published_at.date()
    older = day - timedelta(days=1)
    for page in (1, 2):
        text = ask.get(f"/indeks-miring?date={older:%m/%d/%Y}&page={page}").text
        assert listed(text) == of_day(site, newest)[:15]
    assert (
        listed(ask.get(f"/indeks-miring?date={older:%m}%2F{older:%d}%2F{older:%Y}").text)
        == of_day(site, older)[:15]
    )


def test_a_repeating_index_gives_its_last_page_again(site: PortalSite, ask: Asker, day: date) -> None:
    pages = walk(ask, f"/indeks-ulang?date={day}", most=6)
    assert pages[2] == pages[3] == pages[5] == of_day(site, day)[30:]


def test_a_circling_index_begins_anew(ask: Asker, day: date) -> None:
    pages = walk(ask, f"/indeks-putar?date={day}", most=6)
    assert pages[:3] == pages[3:]


def test_an_endless_index_goes_on_into_other_days(site: PortalSite, ask: Asker, day: date) -> None:
    pages = walk(ask, f"/indeks-abadi?date={day}", most=20)
    assert len(pages) == 20 and all(pages)
    assert [url for page in pages[:3] for url in page] == of_day(site, day)
    assert not set(pages[5]) & set(of_day(site, day))


def test_a_blind_index_ignores_the_day(site: PortalSite, ask: Asker) -> None:
    assert listed(ask.get("/indeks-buta?date=2001-01-01").text) == site.urls()[:15]


def test_search_takes_words_and_days(site: PortalSite, ask: Asker, day: date) -> None:
    found = [url for page in walk(ask, f"/search?q=warga&from={day}&to={day}") for url in page]
    texts = {url: site.story(site.book.on(day)[n].number) for n, url in enumerate(of_day(site, day))}
    assert found == [url for url, story in texts.items() if "warga" in f"{story.title} {story.body}".lower()]
    assert listed(ask.get("/search?q=katayangtidakada").text) == []
    assert listed(ask.get("/search?q=").text) == []


def test_search_stops_after_so_many_pages(newsroom: Newsroom, ask: Asker) -> None:
    limited = PortalSite("batas.example", articles=60, search_pages=2)
    newsroom.add(limited)
    pages = [listed(ask.get(f"/search?q=di&page={n}", host="batas.example").text) for n in (1, 2, 3)]
    assert [len(page) for page in pages] == [15, 15, 0]


def test_decoys_lead_nowhere_useful(site: PortalSite, ask: Asker) -> None:
    assert listed(ask.get("/cari?q=katayangtidakada").text) == site.urls()[:15]
    links = re.findall("<link>([^<]+)</link>", ask.get("/feed-umpan").text)[1:]
    assert set(links) == {f"https://{HOST}/"}


def test_feed_times_are_labelled_with_the_zones_name(ask: Asker) -> None:
    assert re.search(r"<pubDate>Mon, 31 Aug 2026 \d\d:\d\d:\d\d WIB</pubDate>", ask.get("/rss").text)


def test_some_links_carry_tracking_parameters_that_change_nothing(site: PortalSite, ask: Asker) -> None:
    links = re.findall(r'class="article__link" href="([^"]+)"', ask.get("/indeks").text)
    tracked = [link for link in links if "?" in link]
    assert 0 < len(tracked) < len(links)
    target = tracked[0].replace("&amp;", "&").removeprefix(f"https://{HOST}")
    assert ask.get(target).text == ask.get(target.partition("?")[0]).text


def test_the_number_is_the_article_whatever_the_slug(site: PortalSite, ask: Asker) -> None:
    path = site.path(site.story(7))
    assert ask.get(path.rpartition("/")[0] + "/judul-lama").text == ask.get(path).text
    assert ask.get(path.replace("2000007", "2999999")).status == 404


def parts(site: PortalSite, text: str, number: int) -> list[int]:
    """Which pages of an article a text shows, counted from 1."""
    story = site.story(number)
    return [n for n in range(1, story.pages + 1) if all(paragraph in text for paragraph in story.page(n))]


@pytest.mark.parametrize(
    ("skin", "second", "whole"),
    [
        ("plain", "/2", None),
        ("detik", "?page=2", "?single=1"),
        ("kgmedia", "?page=2", "?page=all"),
        ("promedia", "?page=2", "?page=all"),
        ("disway", "/15", None),
    ],
)
def test_split_articles(newsroom: Newsroom, ask: Asker, skin: str, second: str, whole: str | None) -> None:
    site = newsroom.site(f"{skin}.example")
    assert isinstance(site, PortalSite)
    path = site.path(site.story(10))
    shown = {query: ask.get(path + query, host=site.host).text for query in (whole or "", second, "")}
    assert parts(site, shown[""], 10) == [1]
    assert parts(site, shown[second], 10) == [2]
    assert f"{site.url(10)}{second}" in shown[""]
    if whole:
        assert parts(site, shown[whole], 10) == [1, 2, 3]
        assert f"{site.url(10)}{whole}" in shown[""]


def test_all_pages_may_be_in_one_answer(newsroom: Newsroom, ask: Asker) -> None:
    site = newsroom.site("kly.example")
    assert isinstance(site, PortalSite)
    text = ask.get(site.path(site.story(10)), host=site.host).text
    assert parts(site, text, 10) == [1, 2, 3]
    assert text.count('class="article-content-body__item-page"') == 3
    assert "Halaman:" not in text


def test_showpage_is_a_choice(newsroom: Newsroom, ask: Asker) -> None:
    site = PortalSite("sindo.example", articles=10, splits=("showpage",))
    newsroom.add(site)
    path = site.path(site.story(5))
    assert parts(site, ask.get(f"{path}?showpage=all", host=site.host).text, 5) == [1, 2, 3]


def test_a_page_too_far_quietly_gives_the_last(newsroom: Newsroom, ask: Asker) -> None:
    site = newsroom.site("kgmedia.example")
    path = site.path(site.story(10))
    assert ask.get(f"{path}?page=9", host=site.host).text == ask.get(f"{path}?page=3", host=site.host).text


def test_twins_name_the_article(site: PortalSite, ask: Asker) -> None:
    path, canonical = site.path(site.story(10)), f'<link rel="canonical" href="{site.url(10)}">'
    page = ask.get(path).text
    assert f'<link rel="amphtml" href="https://{HOST}/amp{path}">' in page
    twins = [ask.get(f"/amp{path}"), ask.get(path, host=f"amp.{HOST}"), ask.get(path, host=f"m.{HOST}")]
    assert all(canonical in twin.text for twin in twins)
    assert all(twin.text.startswith("<!doctype html><html amp") for twin in twins[:2])
    assert parts(site, twins[0].text, 10) == [1, 2, 3]
    assert f'href="https://m.{HOST}/indeks"' in twins[2].text


@pytest.mark.parametrize(
    ("machine_dates", "form"),
    [
        ("offset", "%Y-%m-%dT%H:%M:%S+07:00"),
        ("false_z", "%Y-%m-%dT%H:%M:%SZ"),
        ("wib", "%Y-%m-%dWIB%H:%M:%S+07:00"),
        ("naive", "%Y-%m-%d %H:%M:%S"),
    ],
)
def test_machine_dates_may_lie(newsroom: Newsroom, ask: Asker, machine_dates: Any, form: str) -> None:
    site = newsroom.add(PortalSite("waktu.example", articles=3, machine_dates=machine_dates))
    text = ask.get(site.path(site.story(2)), host=site.host).text
    assert f'"datePublished": "{site.story(2).published_at.strftime(form)}"' in text
    assert site.visible_date(site.story(2).published_at) in text


def test_a_redesign_takes_names_and_data_away(newsroom: Newsroom, ask: Asker) -> None:
    old = newsroom.add(PortalSite("ganti.example", articles=6))
    story = old.story(2)
    before = ask.get(old.path(story), host=old.host).text
    newsroom.redesign(old.host, "portal", markup="bare", structured=False)
    after = ask.get(old.path(story), host=old.host).text
    assert story.editor in before and story.editor not in after
    assert newsroom.site(old.host).expected(2)["authors"] == []
    assert "NewsArticle" in before and "NewsArticle" not in after
    assert story.paragraphs[0] in after


@pytest.mark.parametrize("kind", ["foto", "video"])
def test_galleries_and_videos_are_linked_and_hold_no_text(site: PortalSite, ask: Asker, kind: str) -> None:
    assert f'href="https://{HOST}/{kind}/1/' in ask.get("/").text
    text = ask.get(f"/{kind}/1/{kind}-pekan-ini").text
    assert site.story(1).caption in text
    assert site.story(1).paragraphs[0] not in text


def test_monthly_sitemaps_and_news_sitemap(site: PortalSite, ask: Asker) -> None:
    index = ask.get("/sitemap.xml").text
    assert re.findall("<loc>([^<]+)</loc>", index) == [f"https://{HOST}/sitemap/post/2026-08.xml"]
    assert re.findall("<loc>([^<]+)</loc>", ask.get("/sitemap/post/2026-08.xml").text) == site.urls()
    assert ask.get("/sitemap/post/2001-01.xml").status == 404
    assert 50 < ask.get("/sitemap-news.xml").text.count("<news:title>") < 70
