"""Honest: what a page of a listing answers once is no end, and a day of a backfill is done at its end."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.crawling import Crawl, crawl
from tests.newsroom.messages import Request, Response, page
from tests.promises.test_never_fine_when_it_is_not import visit
from tests.promises.test_nothing_is_lost_between_two_crawls import listing_of, numbers_of, paths
from tests.promises.village import ROOT, Route, Village, slug, story, title

NUMBERS = list(range(24))
EMPTY = page("<html><body><p>Tidak ada berita.</p></body></html>")


def links(numbers: list[int], more: str = "") -> Response:
    anchors = "".join(f'<a href="/berita/{slug(number)}">{title(number)}</a>' for number in numbers)
    return page(f"<html><body>{anchors}{more}</body></html>")


SLIPS: dict[str, Response] = {
    "empty": EMPTY,
    "repeated": links(NUMBERS[4:8], '<a rel="next" href="/halaman/3">Selanjutnya</a>'),
    "without a next link": links(NUMBERS[8:12]),
}


def once(slip: Response, then: Route) -> Callable[[Request], Response]:
    """Answers with ``slip`` the first time, and as it should from then on."""
    answers = iter([slip])

    def answer(request: Request) -> Response:
        usual = then(request) if callable(then) else then
        return next(answers, usual)

    return answer


@pytest.mark.parametrize("slip", SLIPS)
def test_what_page_three_answers_once_ends_no_walk(slip: str, tmp_path: Path) -> None:
    routes = listing_of(NUMBERS, a_page=4) | paths(NUMBERS)
    routes["/halaman/3"] = once(SLIPS[slip], routes["/halaman/3"])
    with Village(routes) as village:
        first = visit(village, tmp_path)
        found = numbers_of(first)
        if found != set(NUMBERS):
            assert "listing cut-short" in first.failed()
        second = visit(village, tmp_path)
    assert found | numbers_of(second) == set(NUMBERS)
    assert slip != "empty" or found == set(NUMBERS)


@pytest.mark.parametrize("slip", SLIPS)
def test_a_page_three_that_stays_so_is_said_and_asked_again(slip: str, tmp_path: Path) -> None:
    whole = listing_of(NUMBERS, a_page=4)
    numbered = "".join(f'<a href="/halaman/{n}">{n}</a>' for n in range(1, 7))
    routes = {
        path: page(answer.content.decode().replace("</body>", f"<p>{numbered}</p></body>"))
        for path, answer in whole.items()
        if isinstance(answer, Response)
    }
    good = routes["/halaman/3"]
    with Village(routes | paths(NUMBERS) | {"/halaman/3": SLIPS[slip]}) as village:
        first = visit(village, tmp_path)
        if numbers_of(first) != set(NUMBERS):
            assert "listing cut-short" in first.failed()
            assert first.lines_about("to be asked again by the next crawl")
        village.routes["/halaman/3"] = good
        second = visit(village, tmp_path)
    assert numbers_of(first) | numbers_of(second) == set(NUMBERS)


def pager(number: int) -> str:
    following = f'<a rel="next" href="/halaman/{number + 1}">Selanjutnya</a>' if number < 6 else ""
    return f"<p>{following}</p>"


def told(number: int) -> str:
    return f"<p>Halaman <b>{number}</b> dari <b>6</b></p>"


CONTRADICTIONS: dict[str, Route] = {
    "its next page is the second": links(NUMBERS[8:12], '<a rel="next" href="/halaman/2">Selanjutnya</a>'),
    "its next page is the first": links(NUMBERS[8:12], '<a rel="next" href="/">Selanjutnya</a>'),
    "it leads to the first": Response(b"", 302, headers={"Location": "/"}),
    "it is the third of six and leads nowhere": links(NUMBERS[8:12], told(3)),
}


@pytest.mark.parametrize("fault", CONTRADICTIONS)
def test_a_page_three_against_its_own_paging_is_said_and_asked_again(fault: str, tmp_path: Path) -> None:
    routes: dict[str, Route] = {
        f"/halaman/{number}": links(NUMBERS[number * 4 - 4 : number * 4], pager(number))
        for number in range(1, 7)
    }
    good = routes["/halaman/3"]
    with Village(
        paths(NUMBERS) | routes | {"/": routes["/halaman/1"], "/halaman/3": CONTRADICTIONS[fault]}
    ) as village:
        first = visit(village, tmp_path)
        assert numbers_of(first) < set(NUMBERS)
        assert "listing cut-short 1" in first.failed()
        assert first.lines_about("to be asked again by the next crawl")
        village.routes["/halaman/3"] = good
        second = visit(village, tmp_path)
    assert numbers_of(first) | numbers_of(second) == set(NUMBERS)


def test_pages_that_say_how_many_they_are_end_with_the_last(tmp_path: Path) -> None:
    routes: dict[str, Route] = {
        f"/halaman/{number}": links(NUMBERS[number * 4 - 4 : number * 4], pager(number) + told(number))
        for number in range(1, 7)
    }
    around = links(NUMBERS[20:], '<a rel="next" href="/">Selanjutnya</a>' + told(6))
    with Village(paths(NUMBERS) | routes | {"/": routes["/halaman/1"], "/halaman/6": around}) as village:
        done = visit(village, tmp_path)
        assert village.asked().count("/halaman/6") == 1
    assert numbers_of(done) == set(NUMBERS)
    assert "cut-short" not in done.failed()


SITE = f"""
title = "Kabar Lembang"
region = "Jawa Barat"
domains = ["kabar-lembang.example"]
article_urls = ["/berita/[a-z0-9-]+-(?P<id>[0-9]+)$"]
examples = ["{ROOT}/berita/panen-raya-1"]

[[sources]]
way = "index"
url = "{ROOT}/indeks?tanggal={{date:%Y-%m-%d}}&hal={{page}}"
"""
DAY = {"since": "2026-08-15", "until": "2026-08-15"}


def days_done(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "data" / "archive.sqlite")) as archive:
        return [day for (day,) in archive.execute("SELECT day FROM days")]


def day(numbers: list[int], *, a_page: int, empty_behind: bool = True) -> dict[str, Route]:
    """The index of a day over pages; behind the last there is nothing."""
    pages = [numbers[start : start + a_page] for start in range(0, len(numbers), a_page)]
    routes: dict[str, Route] = {
        f"/indeks?tanggal=2026-08-15&hal={place}": links(chosen) for place, chosen in enumerate(pages, 1)
    }
    return routes | ({"/indeks": EMPTY} if empty_behind else {})


def backfill(village: Village, folder: Path) -> Crawl:
    sites = folder / "data" / "sites"
    sites.mkdir(parents=True, exist_ok=True)
    (sites / "lembang.toml").write_text(SITE)
    return crawl("lembang", village.address, folder, arguments=DAY, settings={"RETRY_TIMES": "0"})


FAULTS: dict[str, Route] = {
    "an error": Response(b"", 500),
    "nothing, and further pages behind": EMPTY,
    "a cut answer": Response(b"<html><body><a href=", 503),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_day_stays_open_until_its_end_is_confirmed(fault: str, tmp_path: Path) -> None:
    pager = "".join(f'<a href="/indeks?tanggal=2026-08-15&hal={n}">{n}</a>' for n in range(1, 7))
    routes = {
        path: page(answer.content.decode().replace("</body>", f"{pager}</body>"))
        for path, answer in day(NUMBERS, a_page=4).items()
        if isinstance(answer, Response) and answer is not EMPTY
    }
    third = "/indeks?tanggal=2026-08-15&hal=3"
    articles = {f"/berita/{slug(number)}": story(number) for number in NUMBERS}
    with Village(routes | articles | {"/indeks": EMPTY, third: FAULTS[fault]}) as village:
        first = backfill(village, tmp_path)
        assert numbers_of(first) < set(NUMBERS)
        assert days_done(tmp_path) == []
        village.routes[third] = routes[third]
        second = backfill(village, tmp_path)
        assert numbers_of(first) | numbers_of(second) == set(NUMBERS)
        assert days_done(tmp_path) == ["2026-08-15"]
        village.log.clear()
        backfill(village, tmp_path)
        assert [path for path in village.asked() if "indeks" in path] == []


GONE = Response(b"", 404)


@pytest.mark.parametrize("holes", [[1], [2], [3], [6], [3, 4]], ids=str)
@pytest.mark.parametrize("slip", [EMPTY, GONE, links(NUMBERS[:4])], ids=["empty", "404", "repeated"])
def test_a_day_with_a_page_that_has_nothing_once_is_walked_to_its_end(
    slip: Response, holes: list[int], tmp_path: Path
) -> None:
    routes = day(NUMBERS, a_page=4)
    articles = {f"/berita/{slug(number)}": story(number) for number in NUMBERS}
    paths_of_holes = [f"/indeks?tanggal=2026-08-15&hal={hole}" for hole in holes]
    slips = {path: once(slip, routes[path]) for path in paths_of_holes}
    with Village(routes | articles | slips) as village:
        found = numbers_of(backfill(village, tmp_path))
        found |= numbers_of(backfill(village, tmp_path))
    assert found == set(NUMBERS)
