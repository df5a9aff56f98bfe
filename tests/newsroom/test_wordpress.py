"""The replica of WordPress answers as WordPress does."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from tests.newsroom import Newsroom, WordPressSite
from tests.newsroom.asking import Asker

HOST, PLAIN, CLOSED = "wp.example", "polos.example", "tutup.example"
POSTS = "/wp-json/wp/v2/posts"


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Newsroom]:
    sites = [
        WordPressSite(HOST, articles=48, sitemap_size=20),
        WordPressSite(PLAIN, articles=12, permalink="plain", theme="jnews"),
        WordPressSite(CLOSED, articles=3, permalink="name", rest=False),
    ]
    with Newsroom(sites) as running:
        yield running
        assert running.errors == []


@pytest.fixture
def ask(newsroom: Newsroom) -> Iterator[Asker]:
    with Asker(newsroom.port, HOST) as asker:
        yield asker


@pytest.fixture
def site(newsroom: Newsroom) -> Any:
    return newsroom.site(HOST)


def test_addresses_follow_the_permalink(newsroom: Newsroom) -> None:
    story = newsroom.site(HOST).story(3)
    assert newsroom.site(HOST).path(story) == f"/{story.published_at:%Y/%m/%d}/{story.slug}/"
    assert newsroom.site(PLAIN).url(3) == f"https://{PLAIN}/?p=3"
    assert newsroom.site(CLOSED).path(newsroom.site(CLOSED).story(3)).count("/") == 2


def test_numbers_and_missing_slashes_redirect(site: WordPressSite, ask: Asker) -> None:
    path = site.path(site.story(3))
    assert ask.get("/?p=3").headers["Location"] == site.url(3)
    assert ask.get(path.rstrip("/")).headers["Location"] == site.url(3)
    assert ask.get("/?p=99").status == 404


def test_plain_permalinks_are_the_query(newsroom: Newsroom, ask: Asker) -> None:
    story = newsroom.site(PLAIN).story(3)
    assert story.paragraphs[0] in ask.get("/?p=3", host=PLAIN).text
    assert f"?p={story.number}" in ask.get("/", host=PLAIN).text


def test_posts_over_pages(site: WordPressSite, ask: Asker) -> None:
    story = site.story(6)
    path = site.path(story)
    first, second = ask.get(path).text, ask.get(f"{path}2/").text
    assert story.page(1)[0] in first and story.page(2)[0] not in first
    assert story.page(2)[0] in second and story.page(1)[0] not in second
    assert f'<a href="{site.url(6)}3/" class="post-page-numbers">3</a>' in first
    assert "- Halaman 2 dari 3 -" in second
    assert ask.get(f"{path}4/").headers["Location"] == site.url(6)


def test_listings_end_in_404(site: WordPressSite, ask: Asker) -> None:
    pages = [ask.get("/" if n == 1 else f"/page/{n}/") for n in range(1, 7)]
    assert [page.status for page in pages] == [200] * 5 + [404]
    found = [
        url for page in pages for url in re.findall(r'<h2 class="entry-title"><a href="([^"]+)"', page.text)
    ]
    assert found == site.urls()


def test_the_feed_goes_back_in_time_with_whole_texts(site: WordPressSite, ask: Asker) -> None:
    texts = [ask.get(f"/feed/?paged={n}") for n in range(1, 7)]
    assert [answer.status for answer in texts] == [200] * 5 + [404]
    assert site.story(48).paragraphs[2] in texts[0].text
    links = [url for answer in texts for url in re.findall(r"<link>([^<]+)</link>", answer.text)[1:]]
    assert links == site.urls()
    assert "+0000</pubDate>" in texts[0].text
    assert f'<guid isPermaLink="false">https://{HOST}/?p=48</guid>' in texts[0].text


def test_rest_pages_with_totals(site: WordPressSite, ask: Asker) -> None:
    answers = [ask.get(f"{POSTS}?per_page=20&page={n}") for n in (1, 2, 3)]
    assert [post["link"] for answer in answers for post in answer.json] == site.urls()
    assert {answer.headers["X-WP-Total"] for answer in answers} == {"48"}
    assert {answer.headers["X-WP-TotalPages"] for answer in answers} == {"3"}
    beyond = ask.get(f"{POSTS}?per_page=20&page=4")
    assert (beyond.status, beyond.json["code"]) == (400, "rest_post_invalid_page_number")
    assert ask.get(f"{POSTS}?per_page=101").status == 400


def test_rest_gives_the_fields_asked_for(site: WordPressSite, ask: Asker) -> None:
    post = ask.get(f"{POSTS}?per_page=1&_fields=id,link,date,date_gmt,title.rendered").json[0]
    moment = site.story(48).published_at
    assert list(post) == ["id", "link", "date", "date_gmt", "title"]
    assert post["date"] == f"{moment:%Y-%m-%dT%H:%M:%S}"
    assert post["date_gmt"] == f"{moment - timedelta(hours=7):%Y-%m-%dT%H:%M:%S}"
    whole = ask.get(f"{POSTS}/6").json
    assert all(paragraph in whole["content"]["rendered"] for paragraph in site.story(6).paragraphs)


def test_rest_ranges_exclude_their_ends(site: WordPressSite, ask: Asker) -> None:
    after, before = (f"{site.story(n).published_at:%Y-%m-%dT%H:%M:%S}" for n in (10, 20))
    found = ask.get(f"{POSTS}?per_page=100&after={after}&before={before}&_fields=id").json
    assert [post["id"] for post in found] == list(range(19, 10, -1))


def test_rest_searches_and_filters_by_category(site: WordPressSite, ask: Asker) -> None:
    word = site.story(7).title.split()[-1].lower()
    hits = ask.get(f"{POSTS}?per_page=100&search={word}&_fields=id").json
    texts = {n: f"{site.story(n).title} {site.story(n).body}".lower() for n in range(1, 49)}
    assert {post["id"] for post in hits} == {n for n, text in texts.items() if word in text}
    category = ask.get("/wp-json/wp/v2/categories?slug=ekonomi").json
    assert [term["name"] for term in category] == ["Ekonomi"]
    found = ask.get(f"{POSTS}?per_page=100&categories={category[0]['id']}&_fields=id").json
    assert {post["id"] for post in found} == {n for n in range(1, 49) if site.story(n).section == "Ekonomi"}


def test_rest_may_be_closed(ask: Asker) -> None:
    answer = ask.get(POSTS, host=CLOSED)
    assert (answer.status, answer.json["code"]) == (401, "rest_disabled")
    assert "api.w.org" not in ask.get("/", host=CLOSED).text


def test_post_sitemaps_are_gzipped_and_sized(site: WordPressSite, ask: Asker) -> None:
    index = ask.get("/sitemap_index.xml").text
    parts = re.findall(rf"<loc>https://{HOST}(/post-sitemap\d\.xml\.gz)</loc><lastmod>", index)
    assert len(parts) == 3
    urls = []
    for part in parts:
        answer = ask.get(part)
        assert answer.headers["Content-Type"] == "application/x-gzip"
        urls += re.findall("<loc>([^<]+)</loc>", gzip.decompress(answer.body).decode())
    assert urls == site.urls()[::-1]


def test_the_news_sitemap_holds_two_days(site: WordPressSite, ask: Asker) -> None:
    text = ask.get("/news-sitemap.xml").text
    newest = site.story(48).published_at
    recent = [b for b in site.book.briefs() if b.published_at >= newest - timedelta(hours=48)]
    assert re.findall("<loc>([^<]+)</loc>", text) == [site.url(brief) for brief in recent]
    assert f"<news:publication_date>{newest.isoformat()}</news:publication_date>" in text


def test_structured_data_has_the_offset(site: WordPressSite, ask: Asker) -> None:
    text = ask.get(site.path(site.story(3))).text
    moment = site.story(3).published_at.isoformat()
    assert f'"datePublished": "{moment}"' in text
    assert f'itemprop="datePublished" datetime="{moment}"' in text
