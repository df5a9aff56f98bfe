"""Crawl state: nothing that was found is forgotten, nothing known is fetched again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.archive import Archive, Validators, Wanted
from newscrawl.archive.frontier import MOST_ATTEMPTS
from tests.archive.samples import article

NOW = datetime(2026, 8, 2, 12, 0, tzinfo=UTC)
LISTING = "https://warta.example/indeks"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.open(tmp_path)


def read(archive: Archive, *urls: str, further: tuple[str, ...] = (), etag: str | None = None) -> list[str]:
    with archive.transaction():
        new = archive.frontier.read(
            "warta",
            LISTING,
            found=[Wanted(url, {"title": url[-1]}) for url in urls],
            further=[Wanted(url, {"page": 2}) for url in further],
            validators=Validators(etag),
            now=NOW,
        )
    return [wanted.url for wanted in new]


def wanted(archive: Archive, *, now: datetime = NOW) -> list[str]:
    return [each.url for each in archive.frontier.wanted_articles("warta", now=now)]


def test_what_a_listing_names_is_wanted_until_it_is_stored(archive: Archive) -> None:
    one, two = article(1), article(2)
    archive.store(one)
    assert read(archive, one.url, two.url) == [two.url]
    assert archive.known(two.url)
    assert list(archive.frontier.wanted_articles("warta", now=NOW)) == [Wanted(two.url, {"title": "2"})]
    assert wanted(archive) == [two.url]
    assert list(archive.frontier.wanted_articles("kabar", now=NOW)) == []
    archive.store(two)
    assert wanted(archive) == []


def test_validators_are_kept_only_with_what_the_listing_named(archive: Archive) -> None:
    def die_while_reading() -> None:
        with archive.transaction():
            archive.frontier.read(
                "warta",
                LISTING,
                found=[Wanted("https://warta.example/1")],
                validators=Validators("e"),
                now=NOW,
            )
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        die_while_reading()
    assert archive.frontier.listing_validators(LISTING) == Validators()
    assert wanted(archive) == []
    read(archive, "https://warta.example/1", etag='"e"')
    assert archive.frontier.listing_validators(LISTING) == Validators('"e"')
    read(archive, etag=None)
    assert not archive.frontier.listing_validators(LISTING)


def test_listings_that_were_not_read_are_wanted(archive: Archive) -> None:
    second = LISTING + "?page=2"
    read(archive, further=(second,))
    assert list(archive.frontier.wanted_listings("warta")) == [Wanted(second, {"page": 2})]
    with archive.transaction():
        archive.frontier.read("warta", second, found=[], further=[Wanted(LISTING + "?page=3")], now=NOW)
    assert [each.url for each in archive.frontier.wanted_listings("warta")] == [LISTING + "?page=3"]
    with archive.transaction():
        archive.frontier.drop_listing(LISTING + "?page=3")
    assert list(archive.frontier.wanted_listings("warta")) == []


def test_a_refused_address_is_known_until_it_may_be_tried_again(archive: Archive) -> None:
    gone, video = "https://warta.example/hilang", "https://warta.example/video"
    read(archive, gone, video)
    with archive.transaction():
        archive.frontier.refuse("warta", gone, "http-404", now=NOW, again_after=timedelta(days=1))
        archive.frontier.refuse("warta", video, "no-article", now=NOW)
    assert wanted(archive) == []
    assert archive.known(gone, now=NOW + timedelta(hours=23))
    assert not archive.known(gone, now=NOW + timedelta(hours=25))
    assert archive.known(video, now=NOW + timedelta(days=900))
    assert archive.frontier.refused("warta") == [(gone, "http-404", 1), (video, "no-article", 1)]


def test_an_address_that_could_not_be_fetched_is_tried_later_and_then_given_up(archive: Archive) -> None:
    url = "https://warta.example/lambat"
    read(archive, url)
    moment, pauses = NOW, []
    while wanted(archive, now=moment):
        with archive.transaction():
            archive.frontier.postpone("warta", url, "timeout", now=moment)
        assert archive.known(url)
        before = moment
        while not wanted(archive, now=moment) and moment - before < timedelta(days=60):
            moment += timedelta(minutes=10)
        pauses.append(moment - before)
    assert len(pauses) == MOST_ATTEMPTS
    assert pauses[:-1] == sorted(set(pauses[:-1]))
    assert archive.frontier.refused("warta") == [(url, "timeout", MOST_ATTEMPTS)]


def test_a_stored_article_is_neither_refused_nor_put_off(archive: Archive) -> None:
    archive.store(article(1))
    with archive.transaction():
        archive.frontier.refuse("warta", article(1).url, "http-404", now=NOW)
        archive.frontier.postpone("warta", article(1).url, "timeout", now=NOW)
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


def test_days_done_are_kept_by_site(archive: Archive) -> None:
    archive.mark_day_done("warta", date(2026, 8, 1))
    archive.mark_day_done("warta", date(2026, 8, 1))
    archive.mark_day_done("warta", date(2024, 2, 29))
    assert archive.days_done("warta") == {date(2026, 8, 1), date(2024, 2, 29)}
    assert archive.days_done("kabar") == set()


def test_the_state_outlives_the_process(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "data") as archive:
        read(archive, "https://warta.example/1", further=(LISTING + "?page=2",), etag="e")
    with Archive.open(tmp_path / "data") as archive:
        assert wanted(archive) == ["https://warta.example/1"]
        assert len(list(archive.frontier.wanted_listings("warta"))) == 1
        assert archive.frontier.listing_validators(LISTING) == Validators("e")
