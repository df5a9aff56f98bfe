"""Copies in the archive: clusters, windows and likely origins."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

import pytest

from newscrawl.archive import Archive, near
from newscrawl.archive.origins import Copy, likely_origin, same_outlet
from newscrawl.archive.prepared import prepare
from tests.archive.samples import START, article, story
from tests.archive.test_near import copied
from tests.postgres import NewData

needs_minhash = pytest.mark.skipif(near.rensa is None, reason="the extra 'dedup' is not installed")


@pytest.fixture
def archive(data: str) -> Archive:
    return Archive.open(data)


def cluster_of(archive: Archive, article_id: str) -> tuple[str | None, str | None]:
    record = archive.versions(article_id)[-1].record
    return record["cluster"], record["copy_of"]


def test_an_article_alone_is_in_no_cluster(archive: Archive) -> None:
    archive.store(article(1))
    archive.store(article(2))
    assert cluster_of(archive, article(1).id) == (None, None)


def test_an_exact_copy_points_to_the_earlier_one(archive: Archive) -> None:
    first = article(1, published_at=START)
    second = article(1, site="kabar", body=first.body, published_at=START + timedelta(hours=2))
    archive.store(second)
    stored = archive.store(first)
    assert (stored.article.cluster, stored.article.copy_of) == (first.id, None)
    assert cluster_of(archive, second.id) == (first.id, first.id)
    assert cluster_of(archive, first.id) == (first.id, None)


@needs_minhash
def test_a_near_copy_is_found_when_it_is_stored(archive: Archive) -> None:
    first = article(1, published_at=START)
    text = copied(first.body or "", Random(1), cut=0.3)
    second = article(9, site="kabar", body=text, published_at=START + timedelta(days=2))
    assert archive.store(first).article.cluster is None
    assert archive.store(second).article.copy_of == first.id


@needs_minhash
def test_copies_are_looked_for_within_a_week(archive: Archive) -> None:
    archive.store(article(1, published_at=START))
    for number, days in enumerate((8, 7), start=2):
        later = article(
            number, site="kabar", body=story(1, "warta"), published_at=START + timedelta(days=days)
        )
        stored = archive.store(later)
        assert (stored.article.copy_of is None) == (days > 7)


@needs_minhash
@pytest.mark.parametrize("start", range(0, 28, 5))
def test_the_window_holds_on_every_day(archive: Archive, start: int) -> None:
    first = START + timedelta(days=start)
    archive.store(article(1, published_at=first))
    for days in (-7, 7):
        later = article(
            days, site=f"kabar{days}", body=story(1, "warta"), published_at=first + timedelta(days=days)
        )
        assert archive.store(later).article.cluster


@needs_minhash
def test_the_order_of_storing_does_not_matter(new_data: NewData) -> None:
    rng = Random(4)
    articles = []
    for number in range(12):
        origin = article(number, published_at=START + timedelta(hours=number))
        articles.append(origin)
        for copy in range(number % 4):
            text = copied(origin.body or "", rng, cut=0.2)
            published = START + timedelta(hours=number + copy + 1)
            articles.append(article(number, site=f"kabar{copy}", body=text, published_at=published))
    seen = []
    for turn in range(4):
        Random(turn).shuffle(articles)
        with Archive.open(new_data()) as archive:
            for each in articles:
                archive.store(each)
            seen.append({each.id: cluster_of(archive, each.id) for each in articles})
    assert all(result == seen[0] for result in seen)
    assert len({cluster for cluster, _ in seen[0].values() if cluster}) == 9


@needs_minhash
def test_two_clusters_that_turn_out_to_be_one_are_joined(archive: Archive) -> None:
    parts = story(3, "warta").split("\n\n")
    whole = "\n\n".join(parts)
    half = len(parts) // 2
    head, tail = "\n\n".join(parts[: half + 1]), "\n\n".join(parts[half + 1 :])
    head_copy, tail_copy = (article(20 + n, site=f"s{n}", body=text) for n, text in enumerate((head, tail)))
    archive.store(head_copy)
    archive.store(article(30, site="t0", body=head))
    archive.store(tail_copy)
    archive.store(article(31, site="t1", body=tail))
    assert cluster_of(archive, head_copy.id)[0] != cluster_of(archive, tail_copy.id)[0]
    joined = archive.store(article(3, body=whole, published_at=START)).article
    clusters = {
        cluster_of(archive, article(n, site=s).id)[0] for n, s in ((20, "s0"), (21, "s1"), (30, "t0"))
    }
    assert clusters == {joined.cluster}


@needs_minhash
def test_an_edit_that_dates_an_article_earlier_makes_it_the_origin(archive: Archive) -> None:
    one = article(1, published_at=START)
    other = article(2, site="kabar", body=one.body, published_at=START + timedelta(hours=3))
    archive.store(one)
    assert archive.store(other).article.copy_of == one.id
    earlier = article(2, site="kabar", body=one.body, published_at=START - timedelta(hours=3))
    assert archive.store(earlier).article.copy_of is None
    assert cluster_of(archive, one.id) == (other.id, other.id)


@needs_minhash
def test_bands_made_another_way_are_made_anew(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as without:
        without.setattr(near, "rensa", None)
        without.setattr(near, "ALGORITHM", "content-hash")
        archive.renew_copies()
        archive.store(article(1, published_at=START))
        cut = copied(article(1).body or "", Random(1), cut=0.3)
        archive.store(article(2, site="kabar", body=cut, published_at=START))
    assert cluster_of(archive, article(1).id)[0] is None
    now = START + timedelta(days=1)
    assert archive.renew_copies(now=now) == 2
    assert cluster_of(archive, article(1).id)[0] is not None
    assert archive.renew_copies(now=now) == 0


def copy(key: int, site: str, *, source: str | None = None, hour: int | None = 1, day: bool = False) -> Copy:
    published = None if hour is None else f"2026-08-01T{hour:02}:00:00Z"
    return Copy(
        key, f"id{key}", site, source, published, "day" if day else "minute", f"2026-08-02T0{key}:00:00Z"
    )


@pytest.mark.parametrize(
    ("copies", "origin"),
    [
        ([copy(1, "kabar", hour=5), copy(2, "warta", hour=3)], 2),
        ([copy(1, "kabar", source="ANTARA", hour=1), copy(2, "antaranews", source="ANTARA", hour=9)], 2),
        ([copy(1, "kabar", source="ANTARA", hour=1), copy(2, "antaranews", hour=9)], 2),
        ([copy(1, "kabar", source="Reuters", hour=1), copy(2, "warta", hour=9)], 2),
        ([copy(1, "kabar", hour=0, day=True), copy(2, "warta", hour=9)], 2),
        ([copy(1, "kabar", hour=None), copy(2, "warta", hour=9)], 2),
        ([copy(2, "kabar", hour=None), copy(1, "warta", hour=None)], 1),
        ([copy(2, "kabar"), copy(1, "warta")], 1),
    ],
    ids=["earliest", "named agency", "agency by site", "credits another", "day", "undated", "seen", "id"],
)
def test_the_likely_origin(copies: list[Copy], origin: int) -> None:
    assert likely_origin(copies).key == origin
    assert likely_origin(copies[::-1]).key == origin


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ANTARA", "antaranews", True),
        ("Antara News", "antaranews", True),
        ("KOMPAS.com", "kompas", True),
        ("tempo.co", "tempo", True),
        ("voi.id", "voi", True),
        ("Jawapos.co.id", "jawapos", True),
        ("Suara", "suaramerdeka", False),
        ("inews", "detiknews", False),
    ],
)
def test_names_of_one_outlet(one: str, other: str, same: bool) -> None:
    assert same_outlet(one, other) is same


def test_an_article_is_compared_once_for_both_questions(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it is known under another address, and whether it is a copy of another site's."""
    archive.store(article(1))
    asked: list[str] = []
    every = archive.database.all

    def noted(sql: str, parameters: Any = ()) -> Any:
        asked.append(sql)
        return every(sql, parameters)

    monkeypatch.setattr(archive.database, "all", noted)
    prepared = prepare(article(1, site="kabar", body=article(1).body), now=START)
    with archive.transaction():
        assert archive.articles.twin(prepared) is None
        assert archive.store_prepared(prepared).article.cluster is not None
    assert sum("FROM bands" in sql for sql in asked) == 1
