"""``newscrawl repair``: a site that is redesigned between two runs is read again, by what is known of it."""

from __future__ import annotations

import json
import signal
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

import pytest

from newscrawl.archive import Archive
from newscrawl.probing.known import known_articles
from newscrawl.record.outcome import ExitStatus
from tests.crawling_runs import begin, run, words
from tests.newsroom.messages import Response
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.site import Site, Visit
from tests.newsroom.sites.varient import VarientOneSite
from tests.newsroom.stories import Story
from tests.patience import end_of, wait_until

HOST = "afederasi.com"
ARTICLES = 12
NEW = 3
NOTICE = (
    "Seluruh isi halaman ini dilindungi undang-undang dan tidak boleh disalin tanpa izin dari redaksi kami."
)


class OwnLayout(VarientOneSite):
    """After a redesign: the same addresses; pages whose head says nothing and whose parts have odd names.

    A notice on every page is longer than any article, and the headline is no heading.
    """

    def article(self, visit: Visit, story: Story, **_: Any) -> Response:
        paragraphs = "".join(f"<p>{escape(text)}</p>" for text in story.paragraphs)
        notice = "".join(f"<p>{NOTICE} Bagian ke-{part} dari aturan pakai.</p>" for part in range(60))
        text = (
            f"<html><head><title>{HOST}</title></head><body><h1>{HOST}</h1>"
            f'<div class="kolom-utama"><div class="judul-kabar">{escape(story.title)}</div>'
            f'<div class="isi-kabar">{paragraphs}</div></div>'
            f'<div class="aturan-pakai">{notice}</div></body></html>'
        )
        return self.article_page(text, story)


def to_wordpress(newsroom: Newsroom) -> Site:
    """Another system: other addresses, other sources; the old addresses are gone."""
    return newsroom.redesign(HOST, "wordpress")


def to_portal(newsroom: Newsroom) -> Site:
    """A system of the house's own: addresses with section and number."""
    return newsroom.redesign(HOST, "portal")


def to_own_layout(newsroom: Newsroom) -> Site:
    """The same addresses and listings, other pages."""
    return newsroom.add(OwnLayout(HOST, book=newsroom.site(HOST).book))


REDESIGNS: list[tuple[Callable[[Newsroom], Site], dict[str, list[str]]]] = [
    (to_wordpress, {}),
    (to_portal, {}),
    (to_own_layout, {"title": ["div.judul-kabar"], "body": ["div.isi-kabar"]}),
]
"""Each with the selectors without which its pages are read wrongly."""


@pytest.mark.parametrize(("redesign", "selectors"), REDESIGNS)
def test_a_redesigned_site_is_crawled_as_before(
    tmp_path: Path, redesign: Callable[[Newsroom], Site], selectors: dict[str, list[str]]
) -> None:
    with Newsroom([VarientOneSite(HOST, articles=ARTICLES)]) as newsroom:
        run(newsroom.address, tmp_path, "afederasi")
        site = redesign(newsroom)
        newest = [newsroom.publish(HOST) for _ in range(NEW)]
        begun = len(newsroom.log)
        mended = run(newsroom.address, tmp_path, "afederasi", "--write", command="repair")
        asked = len(newsroom.log) - begun
        again = run(newsroom.address, tmp_path, "afederasi", "-O", "out.jsonl", command="crawl")
        assert newsroom.log.max_concurrency(HOST) == 1
    assert mended.returncode == 0, mended.stdout + mended.stderr
    assert asked < 50
    assert again.returncode == 0, again.stdout + again.stderr
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    records = {record["url"]: record for record in map(json.loads, lines)}
    for story in newest:
        record = records[site.url(story)]
        assert record["title"] == story.title
        assert NOTICE not in record["body"]
        assert set(story.body.split("\n\n")) <= set(record["body"].split("\n\n"))
    file = tmp_path / "data" / "sites" / "afederasi.toml"
    facts = tomllib.loads(file.read_text(encoding="utf-8"))
    assert facts.get("rules", {}).items() <= selectors.items(), "none where the generic reader does without"
    assert "6 known articles were found" in mended.stdout
    assert (facts["title"], facts["region"]) == ("Afederasi.com", "Jawa Timur"), "what was known stays"
    assert list(file.with_suffix("").iterdir()), "pages are kept beside it"


def test_nothing_is_written_unasked_or_where_nothing_is_to_be_mended(tmp_path: Path) -> None:
    with Newsroom([VarientOneSite(HOST, articles=ARTICLES)]) as newsroom:
        unknown = run(newsroom.address, tmp_path, "afederasi", command="repair")
        run(newsroom.address, tmp_path, "afederasi")
        with Archive.open(tmp_path / "data", create=False) as archive:
            assert len(known_articles(archive, "afederasi")) == ARTICLES
            assert known_articles(archive, "afederasi", datetime(2020, 1, 1, tzinfo=UTC)) == []
        fine = run(newsroom.address, tmp_path, "afederasi", "--write", command="repair")
        to_own_layout(newsroom)
        shown = run(newsroom.address, tmp_path, "afederasi", command="repair")
        newsroom.add(VarientOneSite(HOST, articles=4, seed="another newspaper"))
        foreign = run(newsroom.address, tmp_path, "afederasi", "--write", command="repair")
    nobody = run("http://127.0.0.1:9", tmp_path, "afederas", command="repair")
    statuses = [done.returncode for done in (unknown, fine, shown, foreign, nobody)]
    assert statuses == [5, 0, 0, 1, 2]
    assert "There is nothing to mend" in fine.stdout
    assert "Nothing was written; --write writes" in shown.stdout
    for field in ("title", "body"):
        assert f"{field} as the archive has it 0 of 6 6 of 6" in " ".join(shown.stdout.split())
    assert "0 of 12 known articles of afederasi were found" in foreign.stderr
    assert "Did you mean afederasi?" in nobody.stderr
    assert not (tmp_path / "data" / "sites").exists()


def test_a_folder_that_cannot_be_is_said_before_the_site_is_asked(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("of somebody", encoding="utf-8")
    with Newsroom([VarientOneSite(HOST, articles=ARTICLES)]) as newsroom:
        run(newsroom.address, tmp_path, "afederasi")
        to_wordpress(newsroom)
        begun = len(newsroom.log)
        for folder in ("file", "file/deeper"):
            done = run(
                newsroom.address, tmp_path, "afederasi", "--folder", folder, "--write", command="repair"
            )
            assert done.returncode == ExitStatus.BAD_USAGE
            assert f"--folder {folder}: " in done.stderr
            assert "file is a file; name a folder" in done.stderr
        early = run(newsroom.address, tmp_path, "afederasi", "--before", "2020", command="repair")
        assert len(newsroom.log) == begun
        folder = "sites of mine"
        done = run(newsroom.address, tmp_path, "afederasi", "--folder", folder, "--write", command="repair")
    assert early.returncode == ExitStatus.SOME_FAILED
    assert "knows no articles of afederasi from before 2020" in early.stderr
    assert done.returncode == 0
    assert "-s NEWSCRAWL_SITES='sites of mine'" in done.stdout


def test_a_look_that_is_cut_off_judges_nothing_and_writes_nothing(tmp_path: Path) -> None:
    with Newsroom([VarientOneSite(HOST, articles=ARTICLES)]) as newsroom:
        run(newsroom.address, tmp_path, "afederasi")
        to_portal(newsroom)
        begun = len(newsroom.log)
        slow = {"DOWNLOAD_DELAY": "0.3"}
        looking = begin(words("repair", newsroom.address, "afederasi", "--write", settings=slow), tmp_path)
        wait_until(lambda: len(newsroom.log) > begun + 12, "a look under way")
        looking.send_signal(signal.SIGTERM)
        stopped = end_of(looking)
    assert stopped.returncode == ExitStatus.SOME_FAILED
    assert "was cut off (stopped by a signal); nothing was written" in stopped.stderr
    assert not list((tmp_path / "data" / "sites").glob("*.toml"))
