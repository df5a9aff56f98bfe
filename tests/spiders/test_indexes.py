"""Dated indexes: every form of address and paging that Indonesian portals have, and every trap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from newscrawl.discovery import Cards, DatedIndex
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.portal import PortalSite
from tests.spiders.facts import Case, Outcome, crawl_facts

FIRST, LAST = date(2026, 8, 28), date(2026, 8, 29)
ARGUMENTS = {"since": "2026-08-28", "until": "2026-08-29"}
LINKS = ".article__list h3 a"
DATED_CARDS = Cards(".article__list", "h3 a", ".article__date")
ARTICLES = 120
PER_DAY = timedelta(minutes=75)

HONEST: dict[str, tuple[str, dict[str, Any]]] = {
    "query": ("/indeks?date={date:%Y-%m-%d}&page={page}", {}),
    "path": ("/indeks/{date:%Y/%m/%d}/page/{page}", {"first": "https://HOST/indeks/{date:%Y/%m/%d}"}),
    "compact": ("/indeks/{date:%Y%m%d}?page={page}", {}),
    "span": ("/indeks/{date:%d-%m-%Y}/{date:%d-%m-%Y}?page={page}", {}),
    "offset-in-path": ("/index/{offset}/{date:%Y/%m/%d}", {"step": 15}),
    "split-day": (
        "/indeks-lompat?tanggal={date.day}&bulan={date:%m}&tahun={date.year}&per_page={offset}",
        {"step": 15},
    ),
    "step-and-offset": ("/indeks-langkah/15/{offset}?date={date:%Y-%m-%d}", {"step": 15}),
    "encoded-slash": ("/indeks-miring?date={date:%m}%2F{date:%d}%2F{date:%Y}&page={page}", {}),
    "next-links": ("/indeks?date={date:%Y-%m-%d}", {}),
}
TRAPS: dict[str, tuple[str, dict[str, Any]]] = {
    "repeats-the-last": ("/indeks-ulang?date={date:%Y-%m-%d}&page={page}", {}),
    "goes-round": ("/indeks-putar?date={date:%Y-%m-%d}&page={page}", {}),
    "never-ends": ("/indeks-abadi?date={date:%Y-%m-%d}&page={page}", {}),
    "never-ends-dated": ("/indeks-abadi?date={date:%Y-%m-%d}&page={page}", {"links": DATED_CARDS}),
    "sidebar": ("/indeks?date={date:%Y-%m-%d}&page={page}", {"links": "a"}),
    "last-page-stated": ("/indeks-ulang?date={date:%Y-%m-%d}&page={page}", {"max_pages": 2}),
    "plain-slash": ("/indeks-miring?date={date:%m/%d/%Y}&page={page}", {}),
    "ignores-the-day": ("/indeks-buta?date={date:%Y-%m-%d}&page={page}", {}),
}
FORMS = HONEST | TRAPS
DEAF = ("plain-slash", "ignores-the-day")
"""These never show the days that are asked for."""

PAGES = {
    # Two pages a day, and one more to see that there is no more where the template counts.
    **dict.fromkeys(("query", "compact", "span", "offset-in-path", "split-day", "step-and-offset"), 6),
    **dict.fromkeys(("encoded-slash", "path", "sidebar"), 6),
    # Nothing on these says how far they go, so one page further is asked before a repeated one is an end.
    **dict.fromkeys(("repeats-the-last", "goes-round"), 8),
    **dict.fromkeys(("next-links", "last-page-stated"), 4),
    "never-ends-dated": 6,
}


@dataclass
class Crawled:
    """A form's site, what came of its crawl, and the index pages that were asked for."""

    site: PortalSite
    outcome: Outcome
    listings: list[str]


def host_of(form: str) -> str:
    return f"{form}.example"


def index(form: str) -> DatedIndex:
    path, facts = FORMS[form]
    first = {"first": facts["first"].replace("HOST", host_of(form))} if "first" in facts else {}
    return DatedIndex(f"https://{host_of(form)}{path}", **{"links": LINKS, **facts, **first})


def of_days(site: PortalSite, first: date, last: date) -> set[str]:
    start = datetime(first.year, first.month, first.day, tzinfo=ZoneInfo("Asia/Jakarta"))
    days = (last - first).days + 1
    return {site.url(brief) for brief in site.book.between(start, start + timedelta(days=days))}


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Crawled]]:
    """All forms, each a site of its own, crawled at once in one process."""
    book = PortalSite("kabar.example", articles=ARTICLES, gap=PER_DAY, split_every=1000).book
    sites = {form: PortalSite(host_of(form), book=book) for form in FORMS}
    facts = {"article_urls": (r"/read/(?P<id>\d+)/",)}
    cases = [Case(host_of(form), (index(form),), ARGUMENTS, facts) for form in FORMS]
    with Newsroom(sites.values()) as newsroom:
        outcomes = crawl_facts(cases, newsroom.address, tmp_path_factory.mktemp("indexes"))
        yield {
            form: Crawled(sites[form], outcome, newsroom.log.targets(host_of(form), "/ind*"))
            for form, outcome in zip(FORMS, outcomes, strict=True)
        }


@pytest.mark.parametrize("form", [form for form in FORMS if form not in DEAF])
def test_every_article_of_the_days_is_found_once_and_no_other(crawled: Any, form: str) -> None:
    there = crawled[form]

    assert set(there.outcome.urls) == of_days(there.site, FIRST, LAST)
    assert len(there.outcome.urls) == len(set(there.outcome.urls))


@pytest.mark.parametrize("form", PAGES)
def test_no_page_is_asked_for_in_vain(crawled: Any, form: str) -> None:
    assert len(crawled[form].listings) == PAGES[form]


def test_an_index_without_end_ends(crawled: Any) -> None:
    assert len(crawled["never-ends"].listings) <= 2 * (ARTICLES / 15 + 1)


@pytest.mark.parametrize("form", DEAF)
def test_where_an_index_is_deaf_to_its_day_the_site_itself_is_looked_at(crawled: Any, form: str) -> None:
    there = crawled[form]

    assert there.outcome.count("discovery/fallback") == 1
    assert there.outcome.said("nothing that was asked for was found by index")
    assert there.outcome.days_done == []
    assert set(there.outcome.urls) == of_days(there.site, FIRST, LAST)


@pytest.mark.parametrize("form", HONEST)
def test_whole_days_are_noted_as_done(crawled: Any, form: str) -> None:
    assert sorted(crawled[form].outcome.days_done) == [FIRST, LAST]


def test_dates_on_cards_save_fetching_what_is_out_of_range(crawled: Any) -> None:
    assert crawled["never-ends-dated"].outcome.count("unwanted/range") == 0
    assert crawled["never-ends-dated"].outcome.count("discovery/out_of_range") > 0
    assert crawled["sidebar"].outcome.count("unwanted/range") == 5


def test_the_page_after_the_last_may_be_missing(crawled: Any) -> None:
    outcome = crawled["path"].outcome

    assert outcome.count("discovery/ended/404") == 2
    assert outcome.count("failed/listing") == 0
