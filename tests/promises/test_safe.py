"""README: "Safe." Nothing on a page can lead the crawler away from the site's own public addresses."""

from __future__ import annotations

import pytest

from tests.crawling import crawl
from tests.engine.whole.conftest import HOST
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite

ELSEWHERE = [
    "https://evil.example/panen-raya-di-tempat-lain",
    "http://127.0.0.1:1/panen-raya-di-tempat-lain",
    "http://169.254.169.254/latest/meta-data/",
    "http://localhost/panen-raya-di-tempat-lain",
    "http://[::1]/panen-raya-di-tempat-lain",
    "file:///etc/passwd",
    "ftp://afederasi.com/panen-raya-di-tempat-lain",
    "data:text/html,<h1>x</h1>",
    "javascript:alert(1)",
]


def others(newsroom: Newsroom) -> set[str]:
    return newsroom.log.hosts() - {HOST, f"www.{HOST}"}


def test_no_article_redirects_elsewhere(tmp_path):
    site = VarientOneSite(HOST, articles=len(ELSEWHERE) + 2)
    with Newsroom([site]) as newsroom:
        for number, target in enumerate(ELSEWHERE, 1):
            newsroom.fault(HOST, site.path(site.book.brief(number)), Fault.redirect(target))
        done = crawl("afederasi", newsroom.address, tmp_path)
        assert others(newsroom) == set()
    assert len(done.records) == 2
    assert "root:" not in str(done.records)
    assert "Traceback" not in done.log


@pytest.mark.parametrize("target", ELSEWHERE[:6])
def test_no_feed_redirects_elsewhere(target, newsroom, site, tmp_path):
    newsroom.fault(HOST, "/rss/*", Fault.redirect(target))
    done = crawl("afederasi", newsroom.address, tmp_path)
    assert others(newsroom) == set()
    assert len(done.records) == len(site.urls())
    assert "Traceback" not in done.log


def test_a_feed_leads_nowhere_else(newsroom, tmp_path):
    items = "".join(f"<item><title>x</title><link>{target}</link></item>" for target in ELSEWHERE)
    feed = f"<rss><channel>{items}</channel></rss>"
    newsroom.fault(HOST, "/rss/*", Fault.body(feed, content_type="application/rss+xml"))
    done = crawl("afederasi", newsroom.address, tmp_path)
    assert others(newsroom) == set()
    assert "Traceback" not in done.log


def test_a_listing_leads_nowhere_else(newsroom, tmp_path):
    links = "".join(f"<h3 class='title'><a href='{target}'>x</a></h3>" for target in ELSEWHERE)
    newsroom.fault(
        HOST, "/posts*", Fault.body(f"<html><body>{links}</body></html>", content_type="text/html")
    )
    crawl("afederasi", newsroom.address, tmp_path)
    assert others(newsroom) == set()


def test_a_public_name_at_a_private_address_is_refused(tmp_path):
    """No mirror here: localhost's own name stands for a site whose DNS answers with 127.0.0.1."""
    addresses = tmp_path / "addresses.txt"
    with Newsroom([]) as newsroom:
        addresses.write_text(f"http://localhost:{newsroom.port}/panen-raya\n", encoding="utf-8")
        done = crawl(
            "afederasi",
            "",
            tmp_path,
            arguments={"urls": str(addresses)},
            settings={"ROBOTSTXT_OBEY": "False"},
        )
        assert len(newsroom.log) == 0
    assert done.records == []
