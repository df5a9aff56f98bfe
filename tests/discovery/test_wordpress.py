"""The REST API of WordPress and the feeds of Blogger: what they are asked, how they are read."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from scrapy import Request

from newscrawl.discovery import BloggerFeed, UnreadableListingError, WordPress
from newscrawl.discovery.ranges import moment_of
from tests.discovery.answers import NEWEST, found, led_to, next_page, raw, text, urls, want

API = WordPress("https://kabar.example")
BLOG = BloggerFeed("https://kabar.example/")
WEEK = want(since="2026-08-03", until="2026-08-14")
POST = {
    "id": 7,
    "link": "https://kabar.example/2026/08/17/harga-beras/",
    "date": "2026-08-17T08:00:00",
    "date_gmt": "2026-08-17T01:00:00",
    "modified_gmt": "2026-08-17T02:00:00",
    "title": {"rendered": "Harga Beras &#8211; Naik"},
}


def asked(request: Request) -> dict[str, str]:
    """The query of a request."""
    return {name: values[0] for name, values in parse_qs(urlsplit(request.url).query).items()}


def test_posts_come_with_instants_and_titles() -> None:
    (post,) = found(API, text(json.dumps([POST, {"link": None}, 7]), request=next(API.start(NEWEST))))

    assert (post.url, post.title) == (POST["link"], "Harga Beras – Naik")
    assert moment_of(post.published, NEWEST).isoformat() == "2026-08-17T01:00:00+00:00"
    assert moment_of(post.modified, NEWEST).isoformat() == "2026-08-17T02:00:00+00:00"


def test_a_year_of_zeros_is_no_date_and_local_time_counts() -> None:
    odd = {**POST, "date_gmt": "0000-00-00T00:00:00", "modified_gmt": None}

    (post,) = found(API, text(json.dumps([odd]), request=next(API.start(NEWEST))))

    assert moment_of(post.published, NEWEST).isoformat() == "2026-08-17T08:00:00+07:00"
    assert post.modified is None


def test_a_range_is_asked_for_in_windows_with_both_ends_outside() -> None:
    windows = [(asked(request)["after"], asked(request)["before"]) for request in API.start(WEEK)]

    assert windows == [
        ("2026-08-06T23:59:59", "2026-08-14T00:00:00"),
        ("2026-08-02T23:59:59", "2026-08-07T00:00:00"),
    ]


def test_words_are_asked_for() -> None:
    assert asked(next(API.start(want(query="harga beras"))))["search"] == "harga beras"


def test_sections_are_looked_up_by_their_slugs() -> None:
    api = WordPress("https://kabar.example", sections={"Ekonomi": "ekonomi-bisnis"})

    first, second = api.start(want(sections=("ekonomi", "Gaya Hidup")))
    assert (asked(first)["slug"], asked(second)["slug"]) == ("ekonomi-bisnis", "gaya-hidup")

    (posts,) = led_to(
        api, text('[{"id": 12, "slug": "ekonomi-bisnis"}]', request=first), want(sections=("ekonomi",))
    )
    assert asked(posts)["categories"] == "12"
    assert led_to(api, text("[]", request=first)) == []


def answer(posts: int, pages: str | None, request: Request) -> Any:
    page = text(json.dumps([POST] * posts), request=request)
    if pages is not None:
        page.headers["X-WP-TotalPages"] = pages
    return page


@pytest.mark.parametrize(
    ("posts", "pages", "goes_on"),
    [(100, "3", True), (5, "1", False), (100, None, True), (0, None, False), (5, "x", True)],
)
def test_pages_end_where_the_header_says(posts: int, pages: str | None, goes_on: bool) -> None:
    first = next(API.start(NEWEST))

    following = next_page(API, answer(posts, pages, first))
    assert (following is not None) is goes_on
    if following is not None:
        assert asked(following)["page"] == "2"


def test_the_page_after_the_last_is_an_end_and_no_fault() -> None:
    first = next(API.start(NEWEST))
    second = next_page(API, answer(100, None, first))
    assert second is not None
    beyond = text('{"code": "rest_post_invalid_page_number"}', request=second).replace(status=400)

    assert second.meta["handle_httpstatus_list"] == [400]
    assert urls(API, beyond) == []


@pytest.mark.parametrize("body", ["<html>", '{"code": "rest_disabled"}', "", "7"])
def test_an_answer_that_is_no_list_of_posts_is_named(body: str) -> None:
    with pytest.raises(UnreadableListingError, match="https"):
        urls(API, text(body, request=next(API.start(NEWEST))))


def test_a_blog_is_asked_for_range_words_and_labels() -> None:
    requests = list(
        BLOG.start(
            want(since="2026-08-03", until="2026-08-14", query="harga beras", sections=("Ekonomi Bisnis",))
        )
    )

    assert len(requests) == 2
    assert urlsplit(requests[0].url).path == "/feeds/posts/default/-/Ekonomi%20Bisnis"
    assert asked(requests[0]) == {
        "max-results": "100",
        "start-index": "1",
        "orderby": "published",
        "published-min": "2026-08-07T00:00:00+07:00",
        "published-max": "2026-08-13T23:59:59+07:00",
        "q": "harga beras",
    }


def test_a_blog_goes_on_while_there_are_posts() -> None:
    first = next(BLOG.start(NEWEST))
    full = (
        b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><link rel='alternate' href='/a'/></entry></feed>"
    )

    following = next_page(BLOG, raw(full, request=first))
    assert following is not None
    assert asked(following)["start-index"] == "101"
    assert next_page(BLOG, raw(b"<feed/>", request=first)) is None


@pytest.mark.parametrize("kind", [WordPress, BloggerFeed])
def test_an_address_that_is_none_is_quoted(kind: Any) -> None:
    with pytest.raises(ValueError, match=r"'kabar\.example'"):
        kind("kabar.example")
