"""``newscrawl urls``: the addresses of articles, one a line, and none of them is asked for."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.crawling_runs import begin, words
from tests.newsroom.messages import Response
from tests.patience import end_of
from tests.promises.village import ROOT, Village, slug, title, with_feed


def urls(village: Village, folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return end_of(begin(words("urls", village.address, *args), folder))


def test_addresses_are_listed_and_not_fetched(tmp_path: Path) -> None:
    with Village(with_feed(range(5))) as village:
        done = urls(village, tmp_path, f"{ROOT}/")
        asked = village.asked()
    assert done.returncode == 0
    assert sorted(done.stdout.split()) == sorted(f"{ROOT}/berita/{slug(number)}" for number in range(5))
    assert not [path for path in asked if path.startswith("/berita/")]
    assert not (tmp_path / "data" / "archive.sqlite").exists()
    assert not list((tmp_path / "data").glob("feeds/*"))


def test_json_has_what_the_listing_says(tmp_path: Path) -> None:
    with Village(with_feed(range(3))) as village:
        done = urls(village, tmp_path, f"{ROOT}/", "--json", "-a", "limit=2")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == 2
    assert {line["title"] for line in lines} < {title(number) for number in range(3)}
    assert set(lines[0]) == {"url", "title", "published", "modified"}


def test_whoever_reads_the_first_lines_only_stops_the_rest(tmp_path: Path) -> None:
    with Village(with_feed(range(40))) as village:
        process = begin(words("urls", village.address, f"{ROOT}/"), tmp_path)
        assert process.stdout is not None
        process.stdout.close()
        process.stdout = None
        done = end_of(process)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "Broken pipe" not in done.stderr


def test_a_site_that_names_none_says_why(tmp_path: Path) -> None:
    with Village({"/robots.txt": Response(b"User-agent: *\nDisallow: /\n")}) as village:
        done = urls(village, tmp_path, f"{ROOT}/")
    assert (done.returncode, done.stdout) == (1, "")
    assert "newscrawl urls: site: no address of an article; every listing failed: robots" in done.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "urls takes one site, not 0"),
        (("tidakada",), "There is no site 'tidakada'"),
        ((f"{ROOT}/", "-a", "limit"), "Arguments of -a look like NAME=VALUE"),
        ((f"{ROOT}/", "-a", "limit=x"), "limit"),
    ],
)
def test_wrong_usage_is_one_line(args: tuple[str, ...], said: str, tmp_path: Path) -> None:
    with Village() as village:
        done = urls(village, tmp_path, *args)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
