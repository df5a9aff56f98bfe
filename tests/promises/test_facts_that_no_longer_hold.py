"""A crawl that goes on by other ways says which of the publisher's facts no longer holds (exit status 3)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crawling import Crawl, crawl
from tests.crawling_runs import run
from tests.newsroom.messages import Response
from tests.promises.village import (
    HOST,
    ROOT,
    Route,
    Village,
    document,
    feed,
    slug,
    title,
    with_feed,
)

ALARMS = 3
NUMBERS = range(6)
MAINTENANCE = document("Sedang dalam perbaikan", "<p>Kami segera kembali.</p>")


def site_file(folder: Path, *lines: str) -> str:
    """A site file for the village, with ``lines`` beside what every one has; the folder that it is in."""
    sites = folder / "sites"
    sites.mkdir()
    (sites / "lembang.toml").write_text(
        "\n".join((f"title = 'Kabar Lembang'\nregion = 'Jawa Barat'\ndomains = ['{HOST}']", *lines)),
        encoding="utf-8",
    )
    return str(sites)


def visit(
    village: Village, folder: Path, *lines: str, settings: dict[str, str] | None = None, **arguments: str
) -> Crawl:
    chosen = {"NEWSCRAWL_SITES": site_file(folder, *lines)} | (settings or {})
    return crawl(
        "lembang", village.address, folder, arguments=arguments, settings=chosen, parts_of_tests=True
    )


def alarm(done: Crawl) -> str:
    (line,) = done.lines_about("lembang: ")
    return line


@pytest.mark.parametrize("route", [Response(b"", 404), document("Berita", "<p>Halaman baru.</p>")])
def test_a_declared_feed_that_is_dead_is_an_alarm(route: Route, tmp_path: Path) -> None:
    with Village(with_feed(NUMBERS) | {"/lama.xml": route}) as village:
        done = visit(village, tmp_path, f"sources = [{{ way = 'feed', url = '{ROOT}/lama.xml' }}]")
    assert len(done.records) == len(NUMBERS)
    assert done.status == ALARMS, done.log
    assert f"a declared way of finding articles is dead: feed {ROOT}/lama.xml" in done.log


def test_addresses_that_the_patterns_throw_away_are_an_alarm(tmp_path: Path) -> None:
    moved = {f"{ROOT}/warta/{slug(number)}": title(number) for number in range(3, 6)}
    kept = {f"{ROOT}/berita/{slug(number)}": title(number) for number in range(3)}
    routes = with_feed(range(3)) | {"/feed.xml": feed((kept | moved).items())}
    with Village(routes) as village:
        source = f"sources = [{{ way = 'feed', url = '{ROOT}/feed.xml' }}]"
        done = visit(village, tmp_path, "article_urls = ['/berita/']", source)
    assert len(done.records) == 3
    assert done.status == ALARMS, done.log
    assert "3 of 6 addresses that" in done.log
    assert "are thrown away by article_urls, which is /berita/" in done.log
    assert f"such as {ROOT}/warta/" in done.log


def test_a_few_that_the_patterns_leave_out_are_none(tmp_path: Path) -> None:
    named = {f"{ROOT}/berita/{slug(number)}": title(number) for number in NUMBERS}
    named |= {f"{ROOT}/foto/{number}": "Foto" for number in range(3)}
    routes = with_feed(NUMBERS) | {"/feed.xml": feed(named.items())}
    with Village(routes) as village:
        source = f"sources = [{{ way = 'feed', url = '{ROOT}/feed.xml' }}]"
        done = visit(village, tmp_path, "article_urls = ['/berita/']", source)
    assert (done.status, len(done.records)) == (0, len(NUMBERS)), done.log


SEARCH = f"sources = [{{ way = 'search', url = '{ROOT}/cari?q={{query}}' }}]"


@pytest.mark.parametrize("alive", [True, False])
def test_a_search_that_answers_something_else_is_an_alarm(alive: bool, tmp_path: Path) -> None:
    nothing = document("Pencarian", '<input name="q" value="bendungan"><p>Tidak ada.</p>')
    routes = with_feed(NUMBERS) | {"/cari": nothing if alive else MAINTENANCE}
    with Village(routes) as village:
        done = visit(village, tmp_path, SEARCH, query="bendungan")
    if alive:
        assert done.status == 0, done.log
    else:
        assert done.status in (1, ALARMS), done.log
        assert "does not repeat the words asked for; its title is 'Sedang dalam perbaikan'" in done.log


class Breaking:
    """A user's pipeline with a fault."""

    def process_item(self, item: object) -> object:
        raise KeyError("judul")


def test_a_pipeline_that_raises_is_an_error(tmp_path: Path) -> None:
    pipeline = "tests.promises.test_facts_that_no_longer_hold.Breaking"
    settings = {"ITEM_PIPELINES": f'{{"{pipeline}": 950}}'}
    with Village(with_feed(NUMBERS)) as village:
        source = f"sources = [{{ way = 'feed', url = '{ROOT}/feed.xml' }}]"
        done = visit(village, tmp_path, source, settings=settings)
    assert done.status == 1, done.log
    assert "pipeline 6" in done.failed()
    assert "6 articles broke a pipeline" in done.printed


def test_the_doctor_asks_searches_and_names_the_patterns(tmp_path: Path) -> None:
    moved = {f"{ROOT}/warta/{slug(number)}": title(number) for number in range(3, 6)}
    kept = {f"{ROOT}/berita/{slug(number)}": title(number) for number in range(3)}
    routes = with_feed(range(3)) | {"/feed.xml": feed((kept | moved).items()), "/cari": MAINTENANCE}
    ways = ", ".join(
        f"{{ way = '{way}', url = '{ROOT}/{path}' }}"
        for way, path in (("feed", "feed.xml"), ("search", "cari?q={query}"))
    )
    sites = site_file(tmp_path, "article_urls = ['/berita/']", f"sources = [{ways}]")
    with Village(routes) as village:
        done = run(
            village.address, tmp_path, "lembang", command="doctor", settings={"NEWSCRAWL_SITES": sites}
        )
    assert done.returncode == 1, done.stderr
    assert f"feed       works   3 articles  {ROOT}/feed.xml" in done.stdout
    assert "3 thrown away by article_urls, which is /berita/, such as" in done.stdout
    assert "search     FAILS   it lists nothing and does not repeat the words asked for" in done.stdout
    assert "/cari?q=indonesia" in village.asked()
