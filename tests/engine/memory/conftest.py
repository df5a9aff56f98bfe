"""A newsroom with afederasi.com and a folder to crawl it into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newscrawl.archive import Archive
from tests.crawling import Crawl, crawl
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite

HOST = "afederasi.com"

Crawler = Callable[..., Crawl]


@pytest.fixture
def site() -> VarientOneSite:
    return VarientOneSite(HOST, articles=35)


@pytest.fixture
def newsroom(site: VarientOneSite) -> Iterator[Newsroom]:
    with Newsroom([site]) as newsroom:
        yield newsroom
        assert not newsroom.errors


@pytest.fixture
def run(newsroom: Newsroom, tmp_path: Path) -> Crawler:
    """Crawls the site once; the newsroom's log then holds this crawl alone."""

    def run(**options: Any) -> Crawl:
        newsroom.log.clear()
        return crawl("afederasi", newsroom.address, tmp_path, **options)

    return run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def titles(folder: str | Path) -> dict[str, list[str]]:
    """The titles of every version of every article in the archive, by address."""
    with Archive.open(folder, create=False) as archive:
        rows = archive.database.all("SELECT id, url FROM articles ORDER BY url")
        return {
            url: [version.record["title"] for version in archive.versions(article_id)]
            for article_id, url in rows
        }


def make_due(folder: str | Path) -> None:
    """Let the time of every article's next visit come."""
    with Archive.open(folder) as archive:
        archive.database.execute("UPDATE articles SET next_visit = '2026-01-01T00:00:00Z'")
