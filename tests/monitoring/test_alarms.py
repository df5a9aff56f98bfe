"""Alarms tell a redesign from a quiet day by a site's own history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from newscrawl.items import Article
from newscrawl.monitoring.alarms import find_alarms
from newscrawl.monitoring.measures import FIELDS, Measures, Measuring, listed_in, missing_in
from tests.crawling_runs import run
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite

MONDAY = datetime(2026, 8, 3, 5, tzinfo=UTC)
SELECTOR = "rule: .credit-title-name"


def measures(day: int, articles: int = 40, *, authors: float = 0.97, **changes: Any) -> Measures:
    started = changes.pop("started", MONDAY + timedelta(days=day))
    facts: dict[str, Any] = {
        "complete": True,
        "filled": dict.fromkeys(FIELDS, articles) | {"authors": round(authors * articles)},
        "body_length": 2000.0,
        "newest": started - timedelta(hours=1),
        "origins": {"authors": SELECTOR, "body": "rule: div.read__content"},
    }
    return Measures(started, articles, **(facts | changes))


def scattered(days: int, seed: int = 1, **changes: Any) -> list[Measures]:
    """A month of honest runs: fewer articles at the weekend, shares that scatter a little."""
    rng = Random(seed)
    return [
        measures(
            day,
            round((40 if (MONDAY + timedelta(days=day)).weekday() < 5 else 14) * rng.uniform(0.8, 1.25)),
            authors=rng.uniform(0.92, 1.0),
            body_length=2000 * rng.uniform(0.8, 1.2),
            **changes,
        )
        for day in range(days)
    ]


def raised(now: Measures, history: Sequence[Measures]) -> dict[str, str]:
    return {alarm.measure: alarm.text for alarm in find_alarms("kompas", now, history)}


def test_honest_runs_raise_nothing():
    for seed in range(20):
        runs = scattered(63, seed)
        for place in range(1, 63):
            assert find_alarms("kompas", runs[place], runs[:place]) == [], (seed, place)


def test_a_field_that_a_redesign_empties_is_said_in_plain_words():
    example = {"authors": "https://kompas.com/read/1"}
    now = measures(30, authors=0.12, origins={}, examples=example)
    text = raised(now, scattered(30))["authors"]
    assert text.startswith("kompas: authors filled in 12 % of 40 articles, 97 % before")
    assert "selector .credit-title-name matched nothing since 2 Sep" in text
    assert text.endswith("see https://kompas.com/read/1")
    assert set(raised(now, scattered(30))) == {"authors"}


def test_a_field_that_the_site_never_fills_is_not_missed():
    history = scattered(30)
    for each in history:
        each.filled = each.filled | {"editors": 0}
    assert "editors" not in raised(measures(30, filled=history[-1].filled), history)


def test_a_field_that_scatters_widely_needs_more_to_alarm():
    rng = Random(5)
    wide = [measures(day, authors=rng.choice([0.2, 0.9])) for day in range(30)]
    steady = [measures(day, authors=0.55) for day in range(30)]
    now = measures(30, authors=0.2)
    assert "authors" not in raised(now, wide)
    assert "authors" in raised(now, steady)


def test_a_small_dip_stays_below_the_floor():
    assert raised(measures(30, authors=0.85), [measures(day, authors=1.0) for day in range(30)]) == {}


def test_a_small_site_is_judged_over_several_runs():
    history = [measures(day, 4, authors=1.0) for day in range(30)]
    first = measures(30, 4, authors=0.0)
    assert "authors" not in raised(measures(30, 1, authors=0.0), history)
    second, third = measures(31, 4, authors=0.0), measures(32, 4, authors=0.0)
    assert "authors" in raised(third, [*history, first, second])


@pytest.mark.parametrize("runs", [0, 1, 2])
def test_nothing_is_said_of_a_site_that_is_hardly_known(runs):
    assert raised(measures(runs, 0, authors=0.0), [measures(day) for day in range(runs)]) == {}


def test_texts_that_shrink_and_texts_found_without_rules_are_alarms():
    now = measures(30, generic=38, body_length=300.0, origins={"authors": SELECTOR, "body": "generic: div"})
    found = raised(now, scattered(30))
    assert set(found) == {"generic", "length"}
    assert "had to be found without the site's own rules" in found["generic"]
    assert "selector div.read__content matched nothing since 2 Sep" in found["generic"]
    assert "300 characters" in found["length"]


def test_a_quiet_sunday_is_no_alarm_and_a_silent_monday_is():
    history = scattered(34)
    assert (MONDAY + timedelta(days=34)).weekday() == 6
    assert raised(measures(34, 11), history) == {}
    text = raised(measures(35, 2), [*history, measures(34, 13)])["count"]
    assert "2 articles in 24 hours" in text
    assert "usual on a Monday" in text


def at(minutes: float, articles: int, **changes: Any) -> Measures:
    """A run of a site that is crawled again and again; its newest article is as old as changes say."""
    started = MONDAY + timedelta(minutes=minutes)
    return measures(
        0, articles, **({"newest": started - timedelta(minutes=5)} | changes | {"started": started})
    )


def half_hourly(days: int, *, dead: int = 0) -> list[Measures]:
    """Runs every half hour of a site that sleeps at night and hardly works at the weekend."""
    runs: list[Measures] = []
    for number in range(48 * days):
        started = MONDAY + timedelta(minutes=30 * number)
        awake = 8 <= started.hour < 20 and number < 48 * (days - dead)
        articles = (3 if started.weekday() < 5 else 1) if awake else 0
        runs.append(at(30 * number, articles, **({} if articles else {"newest": None, "filled": {}})))
    return runs


def test_a_site_that_sleeps_at_night_is_no_alarm_however_often_it_is_crawled():
    runs = half_hourly(30)
    for place in range(48 * 20, len(runs), 7):
        assert raised(runs[place], runs[:place]) == {}, runs[place].started


def test_a_site_that_has_died_is_noticed_however_often_it_is_crawled():
    runs = half_hourly(31, dead=3)
    found: dict[str, datetime] = {}
    for place in range(48 * 28, len(runs)):
        for measure in raised(runs[place], runs[:place]):
            found.setdefault(measure, runs[place].started)
    died = MONDAY + timedelta(days=28)
    assert set(found) == {"count", "age"}
    assert all(moment - died < timedelta(days=2) for moment in found.values())


def test_runs_one_after_another_say_nothing_about_the_number():
    assert raised(at(6, 0), [at(minute, 12) for minute in range(6)]) == {}


def test_the_first_sunday_of_a_site_is_no_alarm():
    history = [measures(day, 40) for day in range(6)]
    assert "count" not in raised(measures(6, 0, filled={}), history)


def test_a_season_that_was_quiet_last_year_too_is_no_alarm():
    last_year = [measures(day - 364, 3) for day in range(20, 41)]
    assert "count" in raised(measures(30, 3), scattered(30))
    assert "count" not in raised(measures(30, 3), [*last_year, *scattered(30)])


def test_a_run_for_a_part_only_says_nothing_about_the_number():
    assert "count" not in raised(measures(35, 0, complete=False), scattered(35))


def test_news_that_stop_are_an_alarm():
    stopped = MONDAY + timedelta(days=29)
    history, found = scattered(29), {}
    history.append(measures(29, newest=stopped - timedelta(hours=1)))
    for day in (30, 31, 32, 33):
        now = measures(day, 0, filled={}, newest=None)
        found = raised(now, history)
        now.alarmed = frozenset(found)
        history.append(now)
    assert "4 days old" in found["age"]


@pytest.mark.parametrize("articles", [10, 12])
def test_a_fall_to_a_quarter_of_the_usual_number_is_an_alarm(articles):
    assert "count" in raised(measures(35, articles), scattered(35))


def test_a_holiday_on_a_weekday_is_no_alarm():
    assert "count" not in raised(measures(35, 14), scattered(35))


def test_a_steady_site_is_held_to_what_it_is_like():
    steady = [measures(day, 40) for day in range(35)]
    assert "count" in raised(measures(35, 19), steady)
    assert "count" not in raised(measures(35, 21), steady)


def test_a_page_in_five_that_fails_is_an_alarm_where_few_failed_before():
    now = measures(30, 40, failed={"http-500": 10})
    assert "20 % of pages failed for the reason http-500" in raised(now, scattered(30))["failed-http-500"]
    used = scattered(30, failed={"http-500": 8})
    assert raised(now, used) == {}


def test_failures_of_a_kind_that_are_new_are_an_alarm():
    now = measures(30, failed={"challenge": 30, "http-404": 2}, examples={"failed-challenge": "https://k/1"})
    found = raised(now, scattered(30))
    assert set(found) == {"failed-challenge"}
    assert (
        "43 % of pages failed for the reason challenge, 0 % before; see https://k/1"
        in found["failed-challenge"]
    )


def test_dates_that_begin_to_disagree_are_an_alarm():
    assert "dates disagree in 75 %" in raised(measures(30, conflicts=30), scattered(30))["conflicts"]


def test_a_fault_does_not_become_the_norm_for_two_weeks_and_then_it_does():
    history = scattered(30)
    said = []
    for day in range(30, 60):
        now = measures(day, authors=0.1)
        alarms = find_alarms("kompas", now, history)
        now.alarmed = frozenset(alarm.measure for alarm in alarms)
        said.append("authors" in now.alarmed)
        history.append(now)
    assert all(said[:14])
    assert not said[-1]


def test_a_clock_that_jumped_teaches_nothing():
    assert "authors" in raised(measures(30, authors=0.1), [*scattered(30), measures(9000, authors=0.0)])


def test_measures_survive_being_kept():
    measuring = Measuring(MONDAY)
    article = Article(id="1", url="https://k/1", site="kompas", title="Gempa", body="Isi " * 50)
    article.provenance = {"body": "generic: div", "title": "h1"}
    article.published_at = MONDAY
    measuring.add(article)
    measuring.add_failure("http-404", "https://k/2")
    taken = measuring.result({"http-404": 1}, complete=True)
    counts = taken.to_counts() | {"newscrawl/failed/http-404": 1, "newscrawl/alarm/count": "few"}
    kept = Measures.from_counts(counts, MONDAY)
    assert kept is not None
    assert kept.alarmed == {"count"}
    kept.alarmed = frozenset()
    assert kept == taken
    assert (kept.generic, kept.filled["title"], kept.filled["authors"]) == (1, 1, 0)
    assert Measures.from_counts({"newscrawl/articles": 3}, MONDAY) is None


class RedesignedSite(VarientOneSite):
    """The same site after a redesign: its texts stand in an element of another name."""

    def answer(self, request):
        response = super().answer(request)
        response.body = response.body.replace(b"post-text", b"isi-baru")
        return response


def test_a_redesigned_site_is_noticed_by_the_next_run(tmp_path):
    site = VarientOneSite("afederasi.com", articles=12)
    with Newsroom([site]) as newsroom:
        for _ in range(3):
            assert run(newsroom.address, tmp_path, "afederasi").returncode == 0
            for _ in range(12):
                newsroom.publish("afederasi.com")
        newsroom.add(RedesignedSite("afederasi.com", book=site.book))
        done = run(newsroom.address, tmp_path, "afederasi", "--quiet")
    assert done.returncode == 3, done.stdout + done.stderr
    alarms = [line for line in done.stdout.splitlines() if line.startswith("ALARM")]
    assert any("without the site's own rules" in line and "selector div.post-text" in line for line in alarms)
    assert all("see https://afederasi.com/" in line for line in alarms)


def test_failures_for_several_reasons_are_summed() -> None:
    history = [measures(day, failed={"http-404": 1}) for day in range(10)]
    few = {"http-404": 4, "http-403": 3, "timeout": 3, "no-article": 3, "listing": 2}
    said = raised(measures(11, failed=few), history)
    assert set(said) == {"failed"}
    assert (
        "25 % of pages failed for the reasons http-403, http-404, no-article, timeout, 2 % before"
        in said["failed"]
    )
    assert raised(measures(11, failed={"http-404": 2, "http-403": 1}), history) == {}


def test_one_reason_that_explains_it_is_named_alone() -> None:
    history = [measures(day) for day in range(10)]
    assert set(raised(measures(11, failed={"http-404": 12, "timeout": 1}), history)) == {"failed-http-404"}


def test_listings_that_name_little_are_said_on_a_day_of_the_week_that_was_never_seen() -> None:
    history = [measures(day, 40, listed=60) for day in range(4)]
    sunday = measures(6, 3, listed=5)
    assert (
        "its listings name 5 articles, known ones too; about 60 before" in raised(sunday, history)["listed"]
    )
    assert "listed" not in raised(measures(6, 3, listed=55), history)
    assert "listed" not in raised(measures(6, 3, listed=0), history)
    assert "listed" not in raised(measures(6, 3, listed=5), history[:2])


def test_a_first_run_is_compared_with_what_the_site_lists() -> None:
    assert (
        "15 of the addresses that its listings name were neither stored nor refused"
        in (raised(measures(0, 40, missing=15), [])["missing"])
    )
    assert raised(measures(0, 40, missing=5), []) == {}


def test_what_the_listings_named_is_counted_and_kept() -> None:
    stats = {
        "newscrawl/discovery/found/feed": 30,
        "newscrawl/discovery/found/sitemap": 20,
        "newscrawl/discovery/known": 5,
        "newscrawl/articles": 30,
        "newscrawl/failed/http-404": 3,
        "newscrawl/unwanted/range": 2,
    }
    assert (listed_in(stats), missing_in(stats)) == (55, 15)
    assert listed_in(stats | {"newscrawl/listings/unchanged": 1}) == 0
    kept = Measures.from_counts(measures(0, listed=55, missing=15).to_counts(), MONDAY)
    assert kept is not None
    assert (kept.listed, kept.missing) == (55, 15)
