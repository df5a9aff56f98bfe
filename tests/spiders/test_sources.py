"""Every other way of discovery, and every trap on it, in crawls against the newsroom."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from newscrawl.discovery import (
    BloggerFeed,
    Cards,
    DatedIndex,
    Feed,
    Listing,
    NewsSitemap,
    Search,
    Sitemap,
    WordPress,
)
from tests.newsroom.faults import Fault
from tests.newsroom.feeds import RSS_TYPE, FeedItem, rss
from tests.newsroom.messages import Response, xml
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.blogger import BloggerSite
from tests.newsroom.sites.portal import PortalSite
from tests.newsroom.sites.site import Route, Site, Visit
from tests.newsroom.sites.wordpress import WordPressSite
from tests.spiders.facts import Case, Outcome, crawl_facts

ARTICLES = 34
FEED_SIZE = 30
GAP = timedelta(hours=2)
LINKS = ".article__list h3 a"
CARDS = Cards(".article__list", "h3 a", ".article__date")
FEW = {"limit": "3"}
TWO_DAYS = {"since": "2026-08-29", "until": "2026-08-30"}
ONE_DAY = {"since": "2026-08-30", "until": "2026-08-30"}
PORTAL_FACTS = {"article_urls": (r"/read/(?P<id>\d+)/",)}
"""The newest articles of the newsroom are of 31 August 2026."""


@dataclass
class Crawled:
    """A case's site, what came of its crawl, and the newsroom that was asked."""

    site: Site
    outcome: Outcome
    newsroom: Newsroom

    def asked(self, path: str) -> list[str]:
        """Addresses that match and were asked for."""
        return self.newsroom.log.targets(self.site.host, path)

    def of_days(self, first: date, last: date | None = None) -> set[str]:
        """The articles of these days."""
        start = datetime(first.year, first.month, first.day, tzinfo=self.site.zone)
        days = ((last or first) - first).days + 1
        return {self.site.url(brief) for brief in self.site.book.between(start, start + timedelta(days=days))}

    def newest(self, count: int) -> set[str]:
        """The newest articles."""
        return set(self.site.urls()[:count])


@dataclass(frozen=True)
class Setup:
    """How a case is made: the site and the sources from its host, what is asked, which faults strike."""

    sources: Callable[[str], tuple[Any, ...]]
    arguments: dict[str, str]
    site: Callable[..., Site] = PortalSite
    options: dict[str, Any] | None = None
    faults: tuple[tuple[str, Fault], ...] = ()
    facts: dict[str, Any] | None = None
    memory: Callable[[Site], dict[str, Any]] = lambda _: {}


class LabelledBlog(BloggerSite):
    """With feeds of labels, as Blogger has them."""

    def routes(self) -> list[Route]:
        return [(r"/feeds/posts/default/-/(.+)", self.label_feed), *super().routes()]

    def label_feed(self, visit: Visit) -> Response:
        briefs = [brief for brief in self.book.briefs() if brief.section == visit.args[0]]
        items = [FeedItem(brief, visit.absolute(self.path(brief))) for brief in briefs]
        shown = items if visit.request.number("start-index", 1) == 1 else []
        return xml(rss(self.brand, visit.origin, shown), RSS_TYPE)


def index(host: str) -> tuple[Any, ...]:
    return (DatedIndex(f"https://{host}/indeks?date={{date:%Y-%m-%d}}&page={{page}}", LINKS),)


def feed(host: str) -> tuple[Any, ...]:
    return (Feed(f"https://{host}/rss"),)


def monthly(host: str) -> tuple[Any, ...]:
    return (Sitemap(f"https://{host}/sitemap/post/{{date:%Y-%m}}.xml", earliest=date(2026, 1, 1)),)


def sitemap(host: str) -> tuple[Any, ...]:
    return (Sitemap(f"https://{host}/sitemap.xml"),)


def dated_search(host: str, **facts: Any) -> tuple[Any, ...]:
    dates = "from={since:%Y-%m-%d}&to={until:%Y-%m-%d}"
    return (Search(f"https://{host}/search?q={{query}}&{dates}&page={{page}}", LINKS, **facts),)


def listing(host: str) -> tuple[Any, ...]:
    return (
        Listing(
            f"https://{host}/{{section}}?page={{page}}",
            LINKS,
            sections={"Ekonomi": "ekonomi", "Hukum": "hukum"},
        ),
    )


def wordpress(host: str) -> tuple[Any, ...]:
    return (WordPress(f"https://{host}"),)


def blogger(host: str) -> tuple[Any, ...]:
    return (BloggerFeed(f"https://{host}"),)


LONG_BOOK = PortalSite("panjang.example", articles=100, gap=GAP, split_every=1000).book
SETUPS = {
    "feed": Setup(feed, {}),
    "feed-in-wib": Setup(feed, {"since": "2026-08-31"}),
    "feed-is-html": Setup(lambda host: (*feed(host), *sitemap(host)), {}, faults=(("/rss", Fault.html()),)),
    "feed-bomb": Setup(feed, FEW, faults=(("/rss", Fault.entity_bomb()),)),
    "feed-external": Setup(feed, FEW, faults=(("/rss", Fault.external_entity()),)),
    "feed-of-home-pages": Setup(lambda host: (Feed(f"https://{host}/feed-umpan"), *sitemap(host)), {}),
    "sitemap": Setup(sitemap, {}),
    "sitemap-range": Setup(sitemap, ONE_DAY),
    "sitemap-monthly": Setup(monthly, ONE_DAY),
    "sitemap-bomb": Setup(
        lambda host: (*sitemap(host), *feed(host)), FEW, faults=(("/sitemap.xml", Fault.entity_bomb()),)
    ),
    "sitemap-loop": Setup(sitemap, FEW, faults=(("/sitemap.xml*", Fault.sitemap_loop(2)),)),
    "sitemap-endless": Setup(sitemap, FEW, faults=(("/sitemap.xml*", Fault.endless_sitemap()),)),
    "sitemap-gzipped": Setup(
        lambda host: (Sitemap(f"https://{host}/sitemap_index.xml"),), ONE_DAY, WordPressSite, facts={}
    ),
    "news-sitemap": Setup(lambda host: (NewsSitemap(f"https://{host}/sitemap-news.xml"),), {}),
    "search": Setup(
        dated_search,
        {"query": "desa"},
    ),
    "search-in-range": Setup(dated_search, {"query": "desa", **ONE_DAY}),
    "search-in-windows": Setup(
        lambda host: dated_search(host, window_days=1),
        {"query": "desa", "since": "2026-08-29", "until": "2026-08-31"},
    ),
    "search-without-hits": Setup(
        lambda host: dated_search(host, empty_text="tidak ada yang cocok"), {"query": "zxcvbnm"}
    ),
    "search-either": Setup(dated_search, {"query": "desa OR pasar", **ONE_DAY}),
    "search-without": Setup(dated_search, {"query": "desa NOT pasar", **ONE_DAY}),
    "search-beginnings": Setup(dated_search, {"query": "des*", **ONE_DAY}),
    "search-vague": Setup(dated_search, {"query": "des", **ONE_DAY}),
    "search-trusted": Setup(dated_search, {"query": "des", "trust_search": "1", **ONE_DAY}),
    "wordpress-either": Setup(wordpress, {"query": "desa OR pasar", **ONE_DAY}, WordPressSite, facts={}),
    "query-filtered": Setup(feed, {"query": "desa"}),
    "listing": Setup(listing, {}),
    "listing-section": Setup(listing, {"sections": "hukum"}),
    "listing-range": Setup(
        lambda host: (Listing(f"https://{host}/indeks-buta?page={{page}}", CARDS),), ONE_DAY
    ),
    "listing-range-undated": Setup(
        lambda host: (Listing(f"https://{host}/indeks-buta?page={{page}}", LINKS),),
        ONE_DAY,
        options={"book": LONG_BOOK},
    ),
    "listing-next-links": Setup(lambda host: (Listing(f"https://{host}/indeks-buta", LINKS),), {}),
    "wordpress": Setup(wordpress, {}, WordPressSite, facts={}),
    "wordpress-range": Setup(wordpress, ONE_DAY, WordPressSite, facts={}),
    "wordpress-query": Setup(wordpress, {"query": "desa", **ONE_DAY}, WordPressSite, facts={}),
    "wordpress-section": Setup(wordpress, {"sections": "Hukum"}, WordPressSite, facts={}),
    "wordpress-closed": Setup(
        lambda host: (*wordpress(host), *sitemap(host)), ONE_DAY, WordPressSite, {"rest": False}, facts={}
    ),
    "blogger": Setup(blogger, {}, BloggerSite, facts={}),
    "blogger-range": Setup(blogger, ONE_DAY, BloggerSite, facts={}),
    "blogger-label": Setup(blogger, {"sections": "Hukum"}, LabelledBlog, facts={}),
    "limit": Setup(feed, {"limit": "5"}),
    "limit-means-articles": Setup(feed, {"limit": "5"}, faults=(("/*/read/*", Fault.status(404, times=3)),)),
    "dead-then-alive": Setup(
        lambda host: (Sitemap(f"https://{host}/tidak-ada.xml"), *monthly(host)), ONE_DAY
    ),
    "unreachable": Setup(feed, {}, faults=(("*", Fault.status(500)),)),
    "checkpoint": Setup(index, TWO_DAYS, memory=lambda _: {"days_done": frozenset({date(2026, 8, 29)})}),
    "checkpoint-fresh": Setup(
        index, {**TWO_DAYS, "fresh": "1"}, memory=lambda _: {"days_done": frozenset({date(2026, 8, 29)})}
    ),
    "known": Setup(
        lambda host: (Listing(f"https://{host}/indeks-buta?page={{page}}", LINKS),),
        {},
        memory=lambda site: {"known": frozenset(site.urls()[3:])},
    ),
    "left-over": Setup(feed, {}, memory=lambda site: {"wanted": (site.urls()[-1],)}),
    "nothing-declared-works": Setup(lambda host: (Feed(f"https://{host}/dulu/rss"),), {}),
}


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Crawled]]:
    """All cases, each a site of its own, crawled at once in one process."""
    book = PortalSite("kabar.example", articles=ARTICLES, gap=GAP, split_every=1000).book
    sites, cases = {}, []
    for name, setup in SETUPS.items():
        host = f"{name}.example"
        written = {"book": book} if setup.site is PortalSite else {"articles": ARTICLES, "gap": GAP}
        sites[name] = setup.site(host, **{**written, **(setup.options or {})})
        facts = PORTAL_FACTS if setup.facts is None else setup.facts
        memory = setup.memory(sites[name])
        cases.append(Case(host, setup.sources(host), setup.arguments, facts, **memory))
    with Newsroom(sites.values()) as newsroom:
        for name, setup in SETUPS.items():
            for path, fault in setup.faults:
                newsroom.fault(f"{name}.example", path, fault)
        settings = {"RETRY_TIMES": "1"}
        outcomes = crawl_facts(cases, newsroom.address, tmp_path_factory.mktemp("sources"), settings=settings)
        yield {
            name: Crawled(sites[name], outcome, newsroom)
            for name, outcome in zip(SETUPS, outcomes, strict=True)
        }


def of(crawled: dict[str, Crawled], name: str) -> Crawled:
    """The case, after a look that the newsroom itself made no mistake."""
    assert crawled[name].newsroom.errors == []
    return crawled[name]


# --- feeds ------------------------------------------------------------------------------------------------


def test_a_feed_gives_what_it_names(crawled: Any) -> None:
    there = of(crawled, "feed")

    assert set(there.outcome.urls) == there.newest(FEED_SIZE)
    assert len(there.asked("/rss")) == there.outcome.count("listings/read") == 1


def test_a_feeds_times_are_wib_and_save_fetching_what_is_out_of_range(crawled: Any) -> None:
    there = of(crawled, "feed-in-wib")

    assert set(there.outcome.urls) == there.of_days(date(2026, 8, 31))
    assert len(there.asked("/*/read/*")) == len(there.outcome.urls)
    assert there.outcome.count("discovery/out_of_range") == FEED_SIZE - len(there.outcome.urls)
    assert there.outcome.said("no source can be asked for that (a feed has only the newest articles)")


def test_a_feed_that_is_html_is_named_and_the_others_go_on(crawled: Any) -> None:
    there = of(crawled, "feed-is-html")

    assert there.outcome.said("/rss: the answer is an HTML page, not XML")
    assert there.outcome.count("failed/listing") == 1
    assert set(there.outcome.urls) == there.newest(ARTICLES)


@pytest.mark.parametrize("name", ["feed-bomb", "feed-external", "sitemap-bomb"])
def test_xml_with_entities_is_refused(crawled: Any, name: str) -> None:
    there = of(crawled, name)

    assert there.outcome.said("the document declares entities; refused")
    assert there.outcome.count("failed/listing") == 1


def test_a_feed_whose_links_lead_home_gives_nothing(crawled: Any) -> None:
    there = of(crawled, "feed-of-home-pages")

    assert set(there.outcome.urls) == there.newest(ARTICLES)
    assert there.outcome.count("discovery/found/feed") == 0


# --- sitemaps -----------------------------------------------------------------------------------------------


def test_an_index_of_sitemaps_leads_to_all_articles(crawled: Any) -> None:
    there = of(crawled, "sitemap")

    assert set(there.outcome.urls) == there.newest(ARTICLES)


@pytest.mark.parametrize("name", ["sitemap-range", "sitemap-monthly", "sitemap-gzipped"])
def test_what_was_last_changed_before_the_range_is_not_fetched(crawled: Any, name: str) -> None:
    there = of(crawled, name)
    older = there.of_days(date(2026, 8, 1), date(2026, 8, 29))

    assert set(there.outcome.urls) == there.of_days(date(2026, 8, 30))
    assert there.outcome.count("discovery/out_of_range") == len(older)


def test_only_the_months_of_the_range_are_asked_for(crawled: Any) -> None:
    assert of(crawled, "sitemap-monthly").asked("/sitemap/*") == ["/sitemap/post/2026-08.xml"]


def test_a_finished_month_is_noted_for_the_days_that_were_wanted(crawled: Any) -> None:
    assert of(crawled, "sitemap-monthly").outcome.days_done == [date(2026, 8, 30)]


def test_sitemaps_that_lead_in_circles_are_asked_once_each(crawled: Any) -> None:
    asked = of(crawled, "sitemap-loop").asked("/sitemap.xml*")

    assert sorted(set(asked)) == ["/sitemap.xml", "/sitemap.xml?putaran=1"]


def test_sitemaps_without_end_are_given_up(crawled: Any) -> None:
    there = of(crawled, "sitemap-endless")

    assert there.outcome.said("indexes of sitemaps in one another; given up")
    assert len(there.asked("/sitemap.xml*")) < 20


def test_a_news_sitemap_gives_the_last_two_days(crawled: Any) -> None:
    there = of(crawled, "news-sitemap")

    assert set(there.outcome.urls) == {there.site.url(brief) for brief in there.site.recent(hours=48)}


# --- search -------------------------------------------------------------------------------------------------


def holding(there: Crawled, pattern: str, first: date, last: date) -> set[str]:
    """The articles of the days in whose text a pattern is found."""
    found = set()
    for number in there.site.book.numbers():
        story = there.site.story(number)
        text = f"{story.title} {story.body}".lower()
        if first <= story.published_at.date() <= last and re.search(pattern, text):
            found.add(there.site.url(story))
    return found


def with_words(there: Crawled, words: str, first: date, last: date) -> set[str]:
    """The articles of the days that hold all words."""
    return set.intersection(*(holding(there, rf"\b{word}\b", first, last) for word in words.split()))


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("search", date(2026, 1, 1), date(2026, 12, 31)),
        ("search-in-range", date(2026, 8, 30), date(2026, 8, 30)),
        ("search-in-windows", date(2026, 8, 29), date(2026, 8, 31)),
    ],
)
def test_a_search_finds_the_words_in_the_range(crawled: Any, name: str, first: date, last: date) -> None:
    there = of(crawled, name)

    assert set(there.outcome.urls) == with_words(there, "desa", first, last) != set()


@pytest.mark.parametrize("name", ["search-either", "wordpress-either"])
def test_a_search_is_asked_for_each_alternative(crawled: Any, name: str) -> None:
    there, day = of(crawled, name), date(2026, 8, 30)
    either = with_words(there, "desa", day, day) | with_words(there, "pasar", day, day)

    assert set(there.outcome.urls) == either > with_words(there, "pasar", day, day)
    asked = [target for target in there.asked("*") if "desa" in target or "pasar" in target]
    assert not any("OR" in target for target in asked)


def test_what_a_search_cannot_be_asked_for_is_left_out_afterwards(crawled: Any) -> None:
    there, day = of(crawled, "search-without"), date(2026, 8, 30)
    both = with_words(there, "desa pasar", day, day)

    assert set(there.outcome.urls) == with_words(there, "desa", day, day) - both
    assert there.outcome.count("unwanted/query") == len(both) > 0


def test_what_a_search_gives_is_compared_with_the_text_unless_it_is_trusted(crawled: Any) -> None:
    vague, trusted, day = of(crawled, "search-vague"), of(crawled, "search-trusted"), date(2026, 8, 30)
    found = holding(trusted, "des", day, day)

    assert vague.outcome.urls == []
    assert vague.outcome.count("unwanted/query") == len(found) > 0
    assert set(trusted.outcome.urls) == found


def test_beginnings_of_words_are_asked_for_without_the_star(crawled: Any) -> None:
    there, day = of(crawled, "search-beginnings"), date(2026, 8, 30)

    assert set(there.outcome.urls) == holding(there, r"\bdes", day, day)
    assert all("%2A" not in target and "*" not in target for target in there.asked("/search*"))


def test_windows_are_asked_for_one_by_one(crawled: Any) -> None:
    asked = of(crawled, "search-in-windows").asked("/search*page=1")

    assert [part for target in asked for part in target.split("&") if part.startswith("from=")] == [
        "from=2026-08-31",
        "from=2026-08-30",
        "from=2026-08-29",
    ]


def test_a_search_without_hits_is_an_answer(crawled: Any) -> None:
    there = of(crawled, "search-without-hits")

    assert there.outcome.urls == []
    assert there.outcome.count("discovery/fallback") == 0
    assert len(there.asked("*")) == 2


def test_where_nothing_can_be_searched_the_articles_are_filtered_by_their_words(crawled: Any) -> None:
    there = of(crawled, "query-filtered")
    held = with_words(there, "desa", date(2026, 1, 1), date(2026, 12, 31))

    assert set(there.outcome.urls) == held & there.newest(FEED_SIZE)
    assert there.outcome.count("unwanted/query") == FEED_SIZE - len(there.outcome.urls)
    assert len(there.outcome.said("filtered by their words")) == 1


# --- listings -----------------------------------------------------------------------------------------------


def in_section(there: Crawled, *names: str) -> set[str]:
    return {there.site.url(brief) for name in names for brief in there.site.book.briefs(section=name)}


def test_all_sections_are_walked_where_none_is_asked_for(crawled: Any) -> None:
    there = of(crawled, "listing")

    assert set(there.outcome.urls) == in_section(there, "Ekonomi", "Hukum")


@pytest.mark.parametrize("name", ["listing-section", "wordpress-section", "blogger-label"])
def test_a_section_is_asked_for_by_its_name(crawled: Any, name: str) -> None:
    there = of(crawled, name)

    assert set(there.outcome.urls) == in_section(there, "Hukum") != set()


@pytest.mark.parametrize("name", ["listing-range", "listing-range-undated"])
def test_a_listing_is_walked_back_to_the_range_and_no_further(crawled: Any, name: str) -> None:
    there = of(crawled, name)

    assert set(there.outcome.urls) == there.of_days(date(2026, 8, 30))
    assert 2 <= len(there.asked("/indeks-buta*")) <= 4
    assert there.outcome.count("discovery/ended/before") == 1


def test_a_listing_with_dates_fetches_nothing_out_of_range(crawled: Any) -> None:
    there = of(crawled, "listing-range")

    assert len(there.asked("/*/read/*")) == len(there.outcome.urls)


def test_next_links_are_followed(crawled: Any) -> None:
    there = of(crawled, "listing-next-links")

    assert set(there.outcome.urls) == there.newest(ARTICLES)
    assert len(there.asked("/indeks-buta*")) == 3


# --- APIs ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["wordpress", "blogger"])
def test_an_api_gives_all_articles(crawled: Any, name: str) -> None:
    there = of(crawled, name)

    assert set(there.outcome.urls) == there.newest(ARTICLES)


@pytest.mark.parametrize("name", ["wordpress-range", "blogger-range"])
def test_an_api_is_asked_for_the_range(crawled: Any, name: str) -> None:
    there = of(crawled, name)

    assert set(there.outcome.urls) == there.of_days(date(2026, 8, 30))
    assert there.outcome.count("unwanted/range") == 0
    assert there.outcome.days_done == [date(2026, 8, 30)]


def test_an_api_is_asked_for_words_and_range_at_once(crawled: Any) -> None:
    there = of(crawled, "wordpress-query")

    assert set(there.outcome.urls) == with_words(there, "desa", date(2026, 8, 30), date(2026, 8, 30))
    assert there.outcome.days_done == []


def test_a_closed_api_is_named_and_the_next_way_taken(crawled: Any) -> None:
    there = of(crawled, "wordpress-closed")

    assert set(there.outcome.urls) == there.of_days(date(2026, 8, 30))
    assert there.outcome.count("listings/failed/http-403") == 1
    assert there.outcome.count("discovery/fallback") == 0


# --- the crawl as a whole -----------------------------------------------------------------------------------


def test_a_limit_counts_articles_and_not_requests(crawled: Any) -> None:
    assert len(of(crawled, "limit").outcome.urls) == 5
    assert len(of(crawled, "limit").asked("/*/read/*")) == 5

    there = of(crawled, "limit-means-articles")
    assert len(there.outcome.urls) == 5
    assert there.outcome.count("failed/http-404") == 3


def test_a_dead_source_is_followed_by_the_next(crawled: Any) -> None:
    there = of(crawled, "dead-then-alive")

    assert set(there.outcome.urls) == there.of_days(date(2026, 8, 30))
    assert there.outcome.count("discovery/fallback") == 0


def test_where_no_declared_source_lives_the_site_itself_is_looked_at(crawled: Any) -> None:
    there = of(crawled, "nothing-declared-works")

    assert set(there.outcome.urls) == there.newest(ARTICLES)
    assert there.outcome.count("discovery/fallback") == 1


def test_a_site_that_answers_nothing_is_said_to_and_the_others_go_on(crawled: Any) -> None:
    there = of(crawled, "unreachable")

    assert there.outcome.urls == []
    assert there.outcome.said("No way of finding articles", "http-error")
    assert there.outcome.count("listings/failed/http-error") == there.outcome.count("failed/listing")
    assert there.outcome.stats["finish_reason"] == "finished"


def test_days_that_were_done_are_not_walked_again(crawled: Any) -> None:
    there = of(crawled, "checkpoint")

    # The second page is empty, and no page links to another: the third confirms the end of the day.
    assert there.asked("/indeks*") == [f"/indeks?date=2026-08-30&page={page}" for page in (1, 2, 3)]
    assert there.outcome.days_done == [date(2026, 8, 30)]
    assert there.outcome.count("discovery/days_skipped") == 1


def test_fresh_walks_them_again(crawled: Any) -> None:
    assert len(of(crawled, "checkpoint-fresh").asked("/indeks*")) == 6


def test_known_articles_are_not_fetched_and_end_the_walk(crawled: Any) -> None:
    there = of(crawled, "known")

    assert set(there.outcome.urls) == there.newest(3)
    assert there.outcome.count("discovery/ended/known") == 1
    assert len(there.asked("/indeks-buta*")) == 2


def test_what_an_earlier_crawl_found_is_fetched_first(crawled: Any) -> None:
    there = of(crawled, "left-over")

    assert there.site.urls()[-1] == there.outcome.urls[0]
    assert len(there.outcome.urls) == FEED_SIZE + 1


def test_one_publisher_is_one_crawl_and_all_of_them_share_a_process(crawled: Any) -> None:
    assert len(crawled) > 20
    assert all(there.outcome.stats["finish_reason"] == "finished" for there in crawled.values())
