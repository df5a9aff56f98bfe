"""``newscrawl doctor``: each way and each field, as they are now."""

from __future__ import annotations

import json
import re
import signal
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from newscrawl.archive import Archive
from newscrawl.runs.locks import site_lock
from tests.crawling_runs import begin, run, words
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.kinds import make_site
from tests.newsroom.sites.varient import VarientOneSite
from tests.patience import end_of, wait_until

HOST = "afederasi.com"


class WithoutTags(VarientOneSite):
    """After a redesign: the tags are gone from the page."""

    def answer(self, request):
        response = super().answer(request)
        response.body = re.sub(
            rb'<div class="(?:d-flex )?post-tags.*?</ul></div>', b"", response.body, flags=re.DOTALL
        )
        for word in (b"article:tag", b"keywords"):
            response.body = response.body.replace(word, b"x")
        return response


def line(printed: str, start: str) -> str:
    return next(text for text in printed.splitlines() if text.strip().startswith(start))


def test_each_way_and_each_field_is_looked_at_and_nothing_is_stored(tmp_path):
    site = VarientOneSite(HOST, articles=12)
    with Newsroom([site]) as newsroom:
        run(newsroom.address, tmp_path, "afederasi")
        newsroom.publish(HOST)
        fine = run(newsroom.address, tmp_path, "afederasi", command="doctor")
        assert fine.returncode == 0, fine.stdout + fine.stderr
        assert "works   13 articles" in line(fine.stdout, "feed")
        assert "3 of 3   <- rule: div.post-text" in line(fine.stdout, "body")
        newsroom.fault(HOST, "/rss/*", Fault.forbidden())
        newsroom.add(WithoutTags(HOST, book=site.book))
        ill = run(newsroom.address, tmp_path, "afederasi", command="doctor")
    assert ill.returncode == 1
    assert "FAILS" in line(ill.stdout, "feed")
    assert "403" in line(ill.stdout, "feed")
    assert "works" in line(ill.stdout, "listing")
    assert "MISSING" in line(ill.stdout, "tags")
    assert "the last run had it from 'rule: .post-tags li a'" in line(ill.stdout, "tags")
    with Archive.open(tmp_path / "data", create=False) as archive:
        assert len(archive.runs.all()) == 1
        assert archive.database.all("SELECT count(*) FROM articles") == [(12,)]


def test_a_dead_site_says_why_and_without_a_name_the_troubled_ones_are_looked_at(tmp_path):
    with Newsroom([VarientOneSite(HOST, articles=3)]) as newsroom:
        newsroom.fault(HOST, "*", Fault.reset())
        settings = {"RETRY_TIMES": "0"}
        assert run(newsroom.address, tmp_path, "afederasi", settings=settings).returncode == 1
        done = run(newsroom.address, tmp_path, command="doctor", settings=settings)
    assert done.returncode == 1
    assert "FAILS   connect" in line(done.stdout, "feed")
    assert "no article was read" in done.stdout


def test_a_site_that_a_run_holds_is_left_to_it(tmp_path):
    with Newsroom([VarientOneSite(HOST, articles=3)]) as newsroom, site_lock(tmp_path / "data", "afederasi"):
        done = run(newsroom.address, tmp_path, "afederasi", command="doctor")
        assert len(newsroom.log) == 0
    assert done.returncode == 4
    assert "is being crawled by process" in done.stderr


def test_an_unknown_site_is_bad_usage(tmp_path):
    done = run("http://127.0.0.1:9", tmp_path, "afederas", command="doctor")
    assert done.returncode == 2
    assert "afederasi" in done.stderr


def test_many_sites_are_a_table_that_is_kept_with_every_fact(tmp_path):
    newest = datetime.now(ZoneInfo("Asia/Jakarta")).replace(hour=12) - timedelta(days=1)
    kompas = make_site("kompas", "kompas.com", articles=12, newest=newest)  # nothing on today's index yet
    with Newsroom([VarientOneSite(HOST, articles=12), kompas]) as newsroom:
        newsroom.fault(HOST, "/rss/*", Fault.forbidden())
        kept = ("--output", "health.json", "--output", "health.md")
        done = run(newsroom.address, tmp_path, "kompas", "--text", "afederasi", *kept, command="doctor")
        assert max(newsroom.log.max_concurrency(host) for host in (HOST, "www.kompas.com")) == 1
        assert "/robots.txt" in newsroom.log.targets(HOST)
        asked = [target for target in newsroom.log.targets(HOST) if target != "/robots.txt"]
    assert done.returncode == 1, done.stderr
    rows = {row.split()[0]: " ".join(row.split()[1:]) for row in done.stdout.splitlines() if row}
    assert rows["kompas"].startswith("works 3 of 3 index")
    assert rows["afederasi"] == "partly 3 of 3 feed status 403, listing 12"
    assert "2 sites: 1 works, 1 partly" in done.stdout
    assert len(asked) == 5, "each source once and three articles"
    facts = json.loads((tmp_path / "health.json").read_text(encoding="utf-8"))
    assert facts["counts"] == {"works": 1, "partly": 1, "fails": 0, "not seen": 0}
    (afederasi,) = (site for site in facts["sites"] if site["site"] == "afederasi")
    assert [(way["way"], way["named"], way["fault"]) for way in afederasi["ways"]] == [
        ("feed", 0, "status 403"),
        ("listing", 12, ""),
    ]
    assert afederasi["fields"]["title"] == 3
    page = (tmp_path / "health.md").read_text(encoding="utf-8")
    assert page.index("| afederasi | partly |") < page.index("| kompas | works |"), "trouble comes first"
    assert not (tmp_path / "data" / "archive.db").exists()


def test_what_was_seen_is_kept_where_a_look_is_stopped(tmp_path):
    with Newsroom([VarientOneSite(HOST, articles=12), make_site("kompas", "kompas.com")]) as newsroom:
        newsroom.fault("*kompas.com", "/robots.txt", Fault.slow(20))
        newsroom.fault(HOST, "/*-*-*-*", Fault.slow(20, after=2))
        line = words(
            "doctor", newsroom.address, HOST.partition(".")[0], "kompas", "--table", "--output", "h.json"
        )
        looking = begin(line, tmp_path)
        wait_until(lambda: len(newsroom.log.articles(HOST)) == 3, "three articles")
        looking.send_signal(signal.SIGTERM)
        done = end_of(looking)
    facts = json.loads((tmp_path / "h.json").read_text(encoding="utf-8"))
    assert {site["site"]: site["state"] for site in facts["sites"]} == {
        "afederasi": "works",
        "kompas": "not seen",
    }
    assert "stopped by a signal" in done.stdout


def test_a_way_that_a_signal_ended_is_not_said_to_work(tmp_path):
    with Newsroom([VarientOneSite(HOST, articles=3)]) as newsroom:
        newsroom.fault(HOST, "/rss/*", Fault.slow(4))
        looking = begin(words("doctor", newsroom.address, "afederasi"), tmp_path)
        wait_until(lambda: newsroom.log.to(HOST, "/rss/*"), "the feed")
        looking.send_signal(signal.SIGTERM)
        done = end_of(looking)
    assert "works   0 articles" not in done.stdout
    assert "unseen  a signal ended the look before its answer was read" in done.stdout
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (["--output", "h.csv"], "name a file that ends in .json or .md"),
        (["afederasi", "--output", "none/h.json"], "there is no folder none; make it first"),
        (["https://kabar.example"], "of others, newscrawl probe"),
        (["--region", "Jawa Tmur"], "Jawa Timur"),
    ],
)
def test_wrong_usage_says_what_is_right(tmp_path, given, reason):
    done = run("http://127.0.0.1:9", tmp_path, *given, command="doctor")
    assert done.returncode == 2
    assert reason in done.stderr


def test_without_an_archive_nobody_says_that_no_site_is_in_trouble(tmp_path):
    done = run("http://127.0.0.1:9", tmp_path, command="doctor")
    assert (done.returncode, done.stdout) == (5, "")
    assert "there is no archive" in done.stderr


def test_an_archive_without_a_run_is_no_good_news(tmp_path):
    with Archive.open(tmp_path / "data"):
        pass
    done = run("http://127.0.0.1:9", tmp_path, command="doctor")
    assert done.returncode == 0
    assert "The archive has no run that ended" in done.stdout
    assert "failed" not in done.stdout


def test_a_site_without_a_file_whose_run_failed_is_not_passed_over(tmp_path):
    site = ("site", "-a", "url=http://tidak-ada.example")
    assert run("http://127.0.0.1:9", tmp_path, *site, command="crawl").returncode == 1
    done = run("http://127.0.0.1:9", tmp_path, command="doctor")
    assert "tidak-ada.example: the last run failed or raised an alarm" in done.stdout
    assert "newscrawl probe https://" in done.stdout
