"""``newscrawl crawl``: what its summary and its exit status say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.cli.commands.crawl import check_arguments
from newscrawl.cli.site_choice import site_of_address
from newscrawl.cli.usage import UsageError
from newscrawl.spiders.site import SiteArguments
from tests.crawling_runs import run
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite

HOST = "contoh.example"
ADDRESS = f"url=https://{HOST}"


@pytest.fixture
def site() -> VarientOneSite:
    return VarientOneSite(HOST, articles=6)


@pytest.fixture
def newsroom(site: VarientOneSite) -> Iterator[Newsroom]:
    with Newsroom([site]) as newsroom:
        yield newsroom


def summary(printed: str) -> dict[str, str]:
    head, _, _ = printed.partition("\n\n")
    return dict(line.split(maxsplit=1) for line in head.splitlines())


def test_the_summary_names_the_site_and_the_file_that_was_written(newsroom: Newsroom, tmp_path: Path) -> None:
    done = summary(run(newsroom.address, tmp_path, "site", "-a", ADDRESS, command="crawl").stdout)
    assert (done["site"], done["articles"]) == (HOST, "6")
    written = (tmp_path / done["file"]).read_text().splitlines()
    assert {json.loads(line)["site"] for line in written} == {HOST}
    assert len(written) == 6
    again = summary(run(newsroom.address, tmp_path, "site", "-a", ADDRESS, command="crawl").stdout)
    assert again["file"] == "none, for there is nothing new"


def test_a_file_that_was_not_written_is_named_with_the_reason(newsroom: Newsroom, tmp_path: Path) -> None:
    def told(file: str) -> str:
        options = ("-a", ADDRESS, "-s", "RETRY_TIMES=0", "-O", file)
        return summary(run(newsroom.address, tmp_path, "site", *options, command="crawl").stdout)["file"]

    assert told("a.csv") == "a.csv"
    assert (
        told("b.csv") == "b.csv not written, for there is nothing new (newscrawl export gives what is stored)"
    )
    newsroom.fault(HOST, "*", Fault.status(500))
    assert told("c.csv").startswith("c.csv not written, for nothing came")


def test_a_limit_counts_what_is_fetched_again_unchanged(newsroom: Newsroom, tmp_path: Path) -> None:
    run(newsroom.address, tmp_path, "site", "-a", ADDRESS, command="crawl")
    newsroom.log.clear()
    run(newsroom.address, tmp_path, "site", "-a", ADDRESS, "-a", "fresh=1", "-a", "limit=2", command="crawl")
    articles = {url.partition(HOST)[2] for url in newsroom.sites[0].urls()}
    assert len([target for target in newsroom.log.targets(HOST) if target in articles]) == 2


def test_a_list_of_addresses_of_which_none_answers_has_failed(
    newsroom: Newsroom, site: VarientOneSite, tmp_path: Path
) -> None:
    (tmp_path / "vain.txt").write_text(f"https://{HOST}/tidak-ada\nhttps://lain.example/a\n")
    done = run(newsroom.address, tmp_path, "site", "-a", ADDRESS, "-a", "urls=vain.txt", command="crawl")
    assert done.returncode == 1
    assert "none of 2 pages gave an article" in done.stdout
    (tmp_path / "some.txt").write_text(f"https://{HOST}/tidak-ada\n{next(iter(site.urls()))}\n")
    done = run(newsroom.address, tmp_path, "site", "-a", ADDRESS, "-a", "urls=some.txt", command="crawl")
    assert (done.returncode, summary(done.stdout)["articles"]) == (0, "1")


@pytest.mark.parametrize(
    ("given", "advice"),
    [
        ("contoh.example", "write https://contoh.example."),
        ("contoh.example/berita", "write https://contoh.example/berita."),
        ("tidak ada", "write it as https://example.id."),
        ("contoh", "write it as https://example.id."),
    ],
)
def test_an_address_without_its_scheme_is_answered_with_what_was_meant(given: str, advice: str) -> None:
    with pytest.raises(UsageError, match="is no http or https address") as raised:
        check_arguments({"url": given}, SiteArguments)
    assert str(raised.value).endswith(advice)


def test_an_address_in_place_of_a_name_is_crawled(newsroom: Newsroom, tmp_path: Path) -> None:
    done = summary(run(newsroom.address, tmp_path, f"https://{HOST}", command="crawl").stdout)
    assert (done["site"], done["articles"]) == (HOST, "6")


@pytest.mark.parametrize(
    ("given", "name", "arguments"),
    [
        ("https://www.afederasi.com/", "afederasi", {}),
        ("https://contoh.example/daerah", "site", {"url": "https://contoh.example/daerah"}),
        ("kompas", "kompas", {}),
    ],
)
def test_the_address_of_a_known_publisher_is_its_name(
    given: str, name: str, arguments: dict[str, str]
) -> None:
    said: dict[str, str] = {}
    assert (site_of_address(given, said), said) == (name, arguments)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("limit", "9" * 5000),
        ("limit", "1e400"),
        ("since", "9" * 5000 + "d"),
        ("query", "x" * 60_000),
        ("query", "banjir longsor " * 6000),
        ("sections", "x" * 60_000),
    ],
)
def test_what_is_far_too_long_is_one_line(name: str, value: str) -> None:
    with pytest.raises(UsageError) as fault:
        check_arguments({name: value})
    assert str(fault.value).startswith(f"Argument '{name}=")
    assert len(str(fault.value)) < 400
    assert "\n" not in str(fault.value)
