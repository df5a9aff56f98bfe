"""``newscrawl probe``: what it prints, and that what it writes works."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from newscrawl.sites.book import Book
from newscrawl.spiders.loader import spider_class
from tests import processes
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.kinds import make_site
from tests.patience import patience

HOST = "kabarkota.example"
ARTICLES = 12


def newscrawl(mirror: str, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    chosen = (
        f"NEWSCRAWL_MIRROR={mirror}",
        "DOWNLOAD_DELAY=0",
        "AUTOTHROTTLE_ENABLED=False",
        "RETRY_TIMES=0",
    )
    options = [word for setting in chosen for word in ("-s", setting)]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("NEWSCRAWL_")}
    return processes.run(
        [sys.executable, "-m", "newscrawl", *words, *options],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=patience(60),
        check=False,
    )


def probe(mirror: str, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return newscrawl(mirror, "probe", *words, cwd=cwd)


@dataclass
class Probed:
    """A site, what the probe of it printed, and the working folder that it wrote to."""

    newsroom: Newsroom
    done: subprocess.CompletedProcess[str]
    folder: Path

    @property
    def sites(self) -> Path:
        """The folder with the site file."""
        return self.folder / "data" / "sites"

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the folder."""
        return newscrawl(self.newsroom.address, *words, cwd=self.folder)


@pytest.fixture(scope="module", params=["wordpress", "varient1"])
def probed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Probed]:
    """A probe with --write in an empty folder."""
    folder = tmp_path_factory.mktemp("work")
    with Newsroom([make_site(request.param, HOST, articles=ARTICLES)]) as running:
        done = probe(running.address, f"https://{HOST}", "--write", cwd=folder)
        yield Probed(running, done, folder)


def test_what_is_printed_is_what_is_written_and_a_sample(probed: Probed) -> None:
    printed = probed.done.stdout

    assert probed.done.returncode == 0, probed.done.stderr
    assert (probed.sites / "kabarkota.toml").read_text(encoding="utf-8") in printed
    assert f'domains = ["{HOST}"]' in printed
    assert "works     feed" in printed
    title = next(line for line in printed.splitlines() if line.startswith("  title"))
    titles = {story.title for story in probed.newsroom.site(HOST).book.stories()}
    assert title.removeprefix("  title").strip() in titles


def test_a_page_is_kept_beside_the_file_with_what_is_read_from_it_by_its_rules(probed: Probed) -> None:
    (kept,) = (probed.sites / "kabarkota").iterdir()
    facts = json.loads((kept / "record.json").read_text(encoding="utf-8"))

    assert {path.name for path in kept.iterdir()} == {"page.html.gz", "record.json"}
    assert facts["url"] in probed.newsroom.site(HOST).urls()
    assert facts["record"]["site"] == "kabarkota"
    assert facts["record"]["body"]


def test_nothing_else_is_left_in_the_working_folder(probed: Probed) -> None:
    assert {path.name for path in probed.folder.iterdir()} == {"data"}
    assert {path.name for path in (probed.folder / "data").iterdir()} == {"sites"}


def test_the_written_file_has_the_form_of_those_that_are_shipped(probed: Probed) -> None:
    book = Book(probed.sites)
    publisher = book.publisher("kabarkota")

    assert book.problems == []
    assert publisher.domains == (HOST,)
    assert publisher.examples
    spider = spider_class(publisher)()
    assert all(spider.is_article_url(url) for url in publisher.examples)
    assert not any(spider.is_article_url(url) for url in publisher.not_examples)
    assert re.match(r"2\d{3}-\d{2}: a probe of ", publisher.seen)
    text = (probed.sites / "kabarkota.toml").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert len(text.splitlines()) < 40


def test_the_written_publisher_is_crawled_whole(probed: Probed, tmp_path: Path) -> None:
    done = probed.run("crawl", "kabarkota", "--data", str(tmp_path), "-O", str(tmp_path / "out.jsonl"))
    assert "There is no site 'kabarkota'" in done.stderr, "its file lies in another data folder"

    done = probed.run(
        "crawl",
        "kabarkota",
        "-s",
        f"NEWSCRAWL_SITES={probed.sites}",
        "--data",
        str(tmp_path),
        "-O",
        str(tmp_path / "out.jsonl"),
    )

    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["url"] for line in lines} == set(probed.newsroom.site(HOST).urls()), done.stderr


def test_a_file_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    words = (f"https://{HOST}", "--write", "--name", "anyar", "--folder", str(tmp_path / "mine"))
    with Newsroom([make_site("varient1", HOST, articles=6)]) as newsroom:
        first = probe(newsroom.address, *words, cwd=tmp_path)
        (tmp_path / "mine" / "anyar.toml").write_text("# mine\n", encoding="utf-8")
        again = probe(newsroom.address, *words, cwd=tmp_path)
        kept = (tmp_path / "mine" / "anyar.toml").read_text(encoding="utf-8")
        forced = probe(newsroom.address, *words, "--force", cwd=tmp_path)

    assert (first.returncode, again.returncode, forced.returncode) == (0, 1, 0)
    assert "is there already; --force replaces it" in again.stderr
    assert kept == "# mine\n"
    assert (tmp_path / "mine" / "anyar.toml").read_text(encoding="utf-8") != kept


def test_the_data_folder_may_be_named(tmp_path: Path) -> None:
    with Newsroom([make_site("varient1", HOST, articles=6)]) as newsroom:
        done = probe(newsroom.address, f"https://{HOST}", "--write", "--data", "lain", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"lain"}
    assert (tmp_path / "lain" / "sites" / "kabarkota.toml").is_file()


def test_a_site_without_articles_is_said_to_have_none(tmp_path: Path) -> None:
    with Newsroom([make_site("varient1", HOST, articles=6)]) as newsroom:
        newsroom.fault(HOST, "*", Fault.status(404))
        done = probe(newsroom.address, f"https://{HOST}", "--write", cwd=tmp_path)

    assert done.returncode == 1
    assert f"no article could be read at https://{HOST}" in done.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["kabar.id"], "write https://kabar.id"),
        (["ftp://kabar.id"], "is no http"),
        ([], "takes one address"),
        (["https://a.id", "https://b.id"], "not 2"),
        (["https://a.id", "--name", "Kabar Anyar"], "'Kabar Anyar' is no name: write lower-case letters"),
    ],
)
def test_bad_usage_is_named(words: list[str], reason: str, tmp_path: Path) -> None:
    done = probe("http://127.0.0.1:9", *words, cwd=tmp_path)

    assert done.returncode == 2
    assert reason in done.stderr
