"""Storing an article, storing it again, and storing an edit of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.archive import Archive, Validators
from newscrawl.items import Image
from newscrawl.record.as_json import to_dict
from tests.archive.samples import START, article, story
from tests.postgres import NewData

HOUR = timedelta(hours=1)


@pytest.fixture
def archive(data: str) -> Archive:
    return Archive.open(data)


def test_what_is_stored_comes_back_whole(archive: Archive) -> None:
    given = article(aliases=["https://m.warta.example/1"], reactions={"like": 2}, source="ANTARA")
    stored = archive.store(given)
    assert stored.outcome == "new"
    (version,) = archive.versions(given.id)
    assert version.record == to_dict(given)
    assert list(version.record) == list(to_dict(given))
    assert version.number == 1


def test_an_article_is_known_under_every_address(archive: Archive) -> None:
    given = article(aliases=["https://m.warta.example/berita/1"])
    assert not archive.known(given.url)
    archive.store(given, urls=["https://warta.example/?p=1"])
    for url in (given.url, "https://m.warta.example/berita/1", "https://warta.example/?p=1"):
        assert archive.known(url)
        assert archive.find(url) == given.id
    assert archive.known(given.url + "#komentar")
    assert not archive.known("https://warta.example/berita/11")


def test_seen_again_it_is_no_new_version(archive: Archive) -> None:
    archive.store(article())
    again = article(fetched_at=START + 5 * HOUR, reactions={"like": 7}, body=story(1, "warta") + "  \n")
    stored = archive.store(again)
    assert stored.outcome == "unchanged"
    assert stored.article.version == 1
    assert len(archive.versions(again.id)) == 1


def test_an_edit_is_a_version_that_names_what_changed(archive: Archive) -> None:
    archive.store(article())
    edited = article(title="Judul Baru", tags=["panen"], body=story(2))
    stored = archive.store(edited)
    assert (stored.outcome, stored.article.version) == ("updated", 2)
    assert stored.article.changed == ["title", "body", "tags"]
    first, second = archive.versions(edited.id)
    assert first.record["title"] == "Warga Desa 1 Panen Lebih Awal"
    assert first.record["changed"] == []
    assert second.record == to_dict(stored.article)


def test_versions_count_on_when_an_edit_is_taken_back(archive: Archive) -> None:
    titles = ["Satu", "Dua", "Satu"]
    outcomes = [archive.store(article(title=title)).article.version for title in titles]
    assert outcomes == [1, 2, 3]


def test_a_record_without_a_body_is_refused(archive: Archive) -> None:
    with pytest.raises(ValueError, match=r"https://warta\.example/berita/1: a record without a body"):
        archive.store(article(body=None, content_hash=None))


def test_a_transaction_is_all_or_nothing(archive: Archive) -> None:
    def store_two() -> None:
        with archive.transaction():
            archive.store(article(1))
            archive.store(article(2))
            raise RuntimeError("dies here")

    with pytest.raises(RuntimeError):
        store_two()
    for number in (1, 2):
        assert not archive.known(article(number).url)
        assert archive.find(article(number).id) is None
    archive.store(article(2))
    assert archive.known(article(2).url)


def test_what_failed_inside_is_not_kept_even_if_caught(archive: Archive) -> None:
    def store() -> None:
        with archive.transaction():
            archive.store(article(1))
            with pytest.raises(ValueError, match="without a body"), archive.transaction():
                archive.store(article(2))
                archive.store(article(3, body=None, content_hash=None))

    with pytest.raises(Exception, match="part of the transaction failed"):
        store()
    assert not archive.known(article(1).url)
    assert not archive.known(article(2).url)


def test_an_address_that_moves_belongs_to_its_new_article(archive: Archive) -> None:
    old, new = article(1), article(2)
    archive.store(old)
    archive.store(new, urls=[old.url])
    assert archive.find(old.url) == new.id
    assert len(archive.versions(old.id)) == 1


def test_find_takes_ids_beginnings_of_one_and_addresses(archive: Archive) -> None:
    one, two = article(1), article(2)
    archive.store(one)
    archive.store(two)
    assert archive.find(one.id) == one.id
    assert archive.find(one.id[:8]) == one.id
    assert archive.find("") is None
    assert archive.find("zzzz") is None
    common = next((n for n in range(3, 400) if article(n).id[0] == one.id[0]), None)
    assert common
    archive.store(article(common))
    assert archive.find(one.id[0]) is None


def test_fresh_articles_fall_due_and_a_visit_puts_them_off(archive: Archive) -> None:
    given = article(1)
    published = given.published_at
    assert published
    archive.store(given, validators=Validators('"v1"', None))
    assert list(archive.due("warta", now=published + 0.9 * HOUR)) == []
    assert list(archive.due("lain", now=published + 2 * HOUR)) == []
    assert list(archive.due("warta", now=published + 1.1 * HOUR)) == [(given.url, Validators('"v1"', None))]
    assert archive.see(given.url, now=published + 2 * HOUR)
    assert list(archive.due("warta", now=published + 5.9 * HOUR)) == []
    assert len(list(archive.due("warta", now=published + 6 * HOUR))) == 1
    archive.see(given.url, now=published + timedelta(days=8))
    assert list(archive.due("warta", now=published + timedelta(days=800))) == []


def test_seeing_an_unknown_address_says_so(archive: Archive) -> None:
    assert not archive.see("https://warta.example/tidak-ada")


def test_old_articles_are_not_seen_again(archive: Archive) -> None:
    archive.store(article(fetched_at=START + timedelta(days=400)))
    assert list(archive.due("warta", now=START + timedelta(days=4000))) == []


def test_an_article_that_lacks_pages_is_seen_again_though_old(archive: Archive) -> None:
    fetched = START + timedelta(days=400)
    archive.store(article(fetched_at=fetched, pages=1, pages_announced=3))
    assert len(list(archive.due("warta", now=fetched + HOUR))) == 1


def test_a_time_in_the_future_does_not_put_off_the_visits(archive: Archive) -> None:
    fetched = datetime(2026, 8, 1, tzinfo=UTC)
    archive.store(article(published_at=datetime(2062, 8, 1, tzinfo=UTC), fetched_at=fetched))
    assert len(list(archive.due("warta", now=fetched + HOUR))) == 1


def test_two_archives_in_two_places_share_nothing(new_data: NewData) -> None:
    with Archive.open(new_data()) as one, Archive.open(new_data()) as two:
        one.store(article())
        assert not two.known(article().url)


def test_an_article_whose_id_changes_with_the_rules_stays_one(archive: Archive) -> None:
    given = article(1)
    archive.store(given)
    renamed = replace(given, id="0123456789abcdef0123", title="Judul Baru")
    stored = archive.store(renamed)
    assert (stored.outcome, stored.article.id, stored.article.version) == ("updated", given.id, 2)
    assert archive.store(renamed).article.id == given.id
    assert archive.versions(given.id)[-1].record["id"] == given.id
    assert archive.versions(renamed.id) == []


def test_half_characters_are_replaced_wherever_they_stand(archive: Archive) -> None:
    half = "potong \ud83d"
    given = article(
        title=half,
        body=f"{half} {story(1)}",
        tags=[half],
        reactions={half: 1},
        images=[Image(url="https://x/1.jpg", caption=half)],
        content_hash="ab" * 32,
    )
    whole = "potong \ufffd"
    stored = archive.store(given).article
    assert (stored.title, stored.tags, stored.reactions) == (whole, [whole], {whole: 1})
    assert stored.images[0].caption == whole
    assert archive.versions(given.id)[0].record == to_dict(stored)
    json.dumps(to_dict(stored), ensure_ascii=False).encode()
    assert archive.store(given).outcome == "unchanged"
