"""Honest: a search or listing that shows the same on every page is left soon, and said to be incomplete."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crawling import Crawl, crawl
from tests.newsroom.messages import Request, Response, page
from tests.promises.test_a_listing_is_followed_to_its_end import links
from tests.promises.test_nothing_is_lost_between_two_crawls import numbers_of, paths
from tests.promises.village import ROOT, Village

SITE = f"""
title = "Kabar Lembang"
region = "Jawa Barat"
domains = ["kabar-lembang.example"]
article_urls = ["/berita/[a-z0-9-]+-(?P<id>[0-9]+)$"]
examples = ["{ROOT}/berita/panen-raya-1"]

[[sources]]
way = "search"
url = "{ROOT}/cari?q={{query}}&hal={{page}}"
"""
FOUND = [number * 10 for number in range(24)]
"""The stories about a harvest."""

BESIDE = [number * 10 + 1 for number in range(60)]
PAGER = "".join(f'<a href="/cari?q=panen&hal={number}">{number}</a>' for number in range(1, 9))


def number_of(request: Request) -> int:
    return int(request.target.rpartition("=")[2])


def same(_: Request) -> Response:
    return links(FOUND[:12])


def same_with_numbers(_: Request) -> Response:
    return links(FOUND[:6], PAGER)


def same_beside_the_latest(request: Request) -> Response:
    place = number_of(request)
    return links(FOUND[:12] + BESIDE[place * 2 : place * 2 + 2])


def honest(request: Request) -> Response:
    place = number_of(request) - 1
    return links(FOUND[place * 10 : place * 10 + 10])


def last_page_again(request: Request) -> Response:
    place = min(number_of(request) - 1, 2)
    return links(FOUND[place * 10 : place * 10 + 10])


def few(_: Request) -> Response:
    return links(FOUND[:6])


def search(answer: Callable[[Request], Response], folder: Path) -> tuple[Crawl, list[str]]:
    sites = folder / "data" / "sites"
    sites.mkdir(parents=True, exist_ok=True)
    (sites / "lembang.toml").write_text(SITE)
    routes = {"/cari": answer, "/": page("<html><body></body></html>")}
    with Village(routes | paths(FOUND) | paths(BESIDE)) as village:
        done = crawl("lembang", village.address, folder, arguments={"query": "panen"})
    return done, [path for path in village.asked() if "cari" in path]


@pytest.mark.parametrize("answer", [same, same_with_numbers, same_beside_the_latest])
def test_a_search_that_hears_no_page_is_left_and_said_to_be_incomplete(
    answer: Callable[[Request], Response], tmp_path: Path
) -> None:
    done, asked = search(answer, tmp_path)
    assert numbers_of(done) == set(FOUND[: 6 if answer is same_with_numbers else 12])
    assert len(asked) <= 6
    assert done.lines_about("every page shows what the first one does")
    assert "listing cut-short" in done.failed()


@pytest.mark.parametrize(
    ("answer", "count"), [(honest, 24), (last_page_again, 24), (few, 6)], ids=["honest", "clamped", "few"]
)
def test_a_search_that_ends_is_whole(
    answer: Callable[[Request], Response], count: int, tmp_path: Path
) -> None:
    done, asked = search(answer, tmp_path)
    assert numbers_of(done) == set(FOUND[:count])
    assert len(asked) <= 6
    assert "cut-short" not in done.failed()
