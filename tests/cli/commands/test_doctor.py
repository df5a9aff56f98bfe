"""``newscrawl doctor``: each way and each field, as they are now."""

from __future__ import annotations

from newscrawl.archive import Archive
from newscrawl.runs.locks import site_lock
from tests.crawling_runs import run
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite

HOST = "afederasi.com"


class WithoutTags(VarientOneSite):
    """After a redesign: the tags are gone from the page."""

    def answer(self, request):
        response = super().answer(request)
        for word in (b"post-tags", b"article:tag", b'rel="tag"', b"/tag/", b"keywords"):
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
