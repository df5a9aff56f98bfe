"""Addresses: nothing that was found is forgotten, nothing known is fetched again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.archive import Archive, Wanted
from newscrawl.archive.frontier import LONGEST_REFUSAL, MOST_ATTEMPTS
from tests.archive.samples import article

NOW = datetime(2026, 8, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def archive(data: str) -> Archive:
    return Archive.open(data)


def want(archive: Archive, *urls: str) -> None:
    with archive.transaction():
        archive.frontier.want("warta", [Wanted(url, {"title": url[-1]}) for url in urls], now=NOW)


def wanted(archive: Archive, *, now: datetime = NOW) -> list[str]:
    return [each.url for each in archive.frontier.wanted("warta", now=now)]


def test_what_a_listing_names_is_wanted_until_it_is_stored(archive: Archive) -> None:
    one, two = article(1), article(2)
    archive.store(one)
    want(archive, one.url, two.url)
    assert archive.known(two.url)
    assert list(archive.frontier.wanted("warta", now=NOW)) == [Wanted(two.url, {"title": "2"})]
    assert list(archive.frontier.wanted("kabar", now=NOW)) == []
    archive.store(two)
    assert wanted(archive) == []


def test_a_refused_address_is_known_until_it_may_be_tried_again(archive: Archive) -> None:
    gone, video = "https://warta.example/hilang", "https://warta.example/video"
    want(archive, gone, video)
    with archive.transaction():
        archive.frontier.refuse("warta", gone, "http-404", now=NOW, again_after=timedelta(days=1))
        archive.frontier.refuse("warta", video, "no-article", now=NOW)
    assert wanted(archive) == []
    assert archive.known(gone, now=NOW + timedelta(hours=23))
    assert not archive.known(gone, now=NOW + timedelta(hours=25))
    assert archive.known(video, now=NOW + timedelta(days=900))
    assert archive.frontier.refused("warta") == [(gone, "http-404", 1), (video, "no-article", 1)]


def test_a_refusal_keeps_what_a_later_crawl_needs_to_judge_it(archive: Archive) -> None:
    url = "https://warta.example/lama"
    want(archive, url)
    with archive.transaction():
        archive.frontier.refuse("warta", url, "unwanted", now=NOW, hints={"published": "2020-01-01"})
    address = archive.frontier.look_up(url + "?utm_source=x")
    assert address
    assert (address.state, address.reason, address.hints) == (
        "refused",
        "unwanted",
        {"published": "2020-01-01"},
    )
    want(archive, url)
    assert wanted(archive) == [url]


def test_an_address_that_could_not_be_fetched_is_tried_later_and_then_given_up(archive: Archive) -> None:
    url = "https://warta.example/lambat"
    want(archive, url)
    moment, pauses = NOW, []
    while wanted(archive, now=moment):
        with archive.transaction():
            archive.frontier.postpone("warta", url, "timeout", now=moment)
        assert archive.known(url)
        before = moment
        while not wanted(archive, now=moment) and moment - before < timedelta(days=60):
            moment += max(timedelta(minutes=10), (moment - before) / 20)
        pauses.append(moment - before)
    assert len(pauses) == MOST_ATTEMPTS
    assert pauses[:-1] == sorted(set(pauses[:-1]))
    assert archive.frontier.refused("warta") == [(url, "timeout", MOST_ATTEMPTS)]


def test_a_stored_article_is_neither_refused_nor_wanted_again(archive: Archive) -> None:
    archive.store(article(1))
    with archive.transaction():
        archive.frontier.refuse("warta", article(1).url, "http-404", now=NOW)
        archive.frontier.postpone("warta", article(1).url, "timeout", now=NOW)
    want(archive, article(1).url)
    assert archive.find(article(1).url) == article(1).id
    assert wanted(archive) == []
    assert archive.frontier.refused("warta") == []


def test_an_address_found_again_after_a_refusal_can_become_an_article(archive: Archive) -> None:
    url = article(1).url
    with archive.transaction():
        archive.frontier.refuse("warta", url, "http-404", now=NOW, again_after=timedelta(hours=1))
    archive.store(article(1))
    assert archive.known(url, now=NOW + timedelta(days=900))
    assert archive.frontier.refused("warta") == []


def test_the_state_outlives_the_process(data: str) -> None:
    with Archive.open(data) as archive:
        want(archive, "https://warta.example/1")
    with Archive.open(data) as archive:
        assert wanted(archive) == ["https://warta.example/1"]


def test_what_was_noted_while_the_clock_was_ahead_is_due(archive: Archive) -> None:
    late, refused = "https://warta.example/late", "https://warta.example/refused"
    wrong = NOW + timedelta(days=400)
    with archive.transaction():
        archive.frontier.postpone("warta", late, "timeout", now=wrong)
        archive.frontier.refuse("warta", refused, "http-404", now=wrong, again_after=timedelta(days=1))
    assert wanted(archive) == [late]
    assert not archive.known(refused, now=NOW)
    with archive.transaction():
        archive.frontier.refuse("warta", refused, "no-article", now=NOW, again_after=LONGEST_REFUSAL)
        for _ in range(MOST_ATTEMPTS - 2):
            archive.frontier.postpone("warta", late, "timeout", now=NOW)
    assert archive.known(refused, now=NOW)
    assert wanted(archive) == []


def test_many_addresses_are_looked_up_together(archive: Archive) -> None:
    urls = [f"https://warta.example/berita/{number}" for number in range(1500)]
    with archive.transaction():
        archive.frontier.want("warta", [Wanted(url, {"a": 1}) for url in urls[::2]], now=NOW)
    asked = [*urls, f"{urls[0]}?utm_source=x", urls[0]]
    found = archive.frontier.look_up_all(asked)
    assert found == {url: address for url in asked if (address := archive.frontier.look_up(url))}
    assert set(found) == {*urls[::2], f"{urls[0]}?utm_source=x"}
    assert archive.frontier.look_up_all([]) == {}
