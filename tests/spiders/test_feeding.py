"""The frontier holds few listings open, whatever their number: each may be as large as a sitemap can be."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.utils.test import get_crawler

from newscrawl.discovery.source import LISTING
from newscrawl.engine.discovery.feeding import Feeder, Listing

MOST_OPEN = 2


def sitemap(number: int) -> Listing:
    return Listing(Request(f"https://arsip{number}.example/sitemap.xml", meta={LISTING: {"way": "sitemap"}}))


@pytest.fixture
def active() -> list[Request]:
    """The requests that the downloader has under way."""
    return []


@pytest.fixture
def feeder(active: list[Request]) -> Feeder:
    crawler = get_crawler()
    downloader = SimpleNamespace(active=active, get_slot_key=lambda request: request.url.split("/")[2])
    crawler.engine = SimpleNamespace(  # type: ignore[assignment]
        downloader=downloader, scraper=SimpleNamespace(slot=SimpleNamespace(is_idle=lambda: True))
    )
    return Feeder(crawler, enough=lambda: False)


async def first(requests: Any, count: int) -> list[str]:
    found: list[str] = []
    async for request in requests:
        found.append(request.url)
        if len(found) == count:
            break
    return found


def test_of_many_listings_few_are_asked_for_at_once(feeder: Feeder, active: list[Request]) -> None:
    listings = iter([sitemap(n) for n in range(50)])
    taken: list[str] = []

    async def run() -> None:
        async for request in feeder.feed(listings):
            taken.append(request.url)
            active.append(request)
            feeder._scheduled = len(taken) == MOST_OPEN
            if feeder._scheduled:
                return

    asyncio.run(run())
    batch, _ = feeder._take()
    assert len(taken) == MOST_OPEN
    assert batch == []


def test_a_listing_that_is_being_read_counts(feeder: Feeder, active: list[Request]) -> None:
    def articles() -> Iterator[Request | None]:
        for number in range(10_000):
            yield Request(f"https://kabar.example/{number}") if number % 100 == 0 else None

    for _ in range(MOST_OPEN):
        feeder.add_stream(articles())
    asked = asyncio.run(first(feeder.feed(iter([sitemap(n) for n in range(50)])), 20))
    assert all(url.startswith("https://kabar.example/") for url in asked)
