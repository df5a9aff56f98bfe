"""Articles are invented the same way each time, differ from one another, and change as told."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.newsroom import NEWEST, Site, VarientOneSite, WordPressSite
from tests.newsroom.prose import SECTIONS, Writer, village_name
from tests.newsroom.prose.grammar import compile_sentence
from tests.newsroom.stories import slugify


@pytest.fixture
def site() -> VarientOneSite:
    return VarientOneSite("afederasi.com", articles=300)


def shingles(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[i : i + 3]) for i in range(len(words) - 2)}


def test_the_same_site_has_the_same_articles(site: Site) -> None:
    twin = VarientOneSite("afederasi.com", articles=300)
    assert [twin.story(n) for n in range(1, 301)] == [site.story(n) for n in range(300, 0, -1)][::-1]


def test_another_host_or_seed_has_others(site: Site) -> None:
    assert VarientOneSite("lain.example", articles=300).story(7).title != site.story(7).title
    assert (
        VarientOneSite("lain.example", articles=300, seed="afederasi.com").story(7).title
        == site.story(7).title
    )


def test_titles_and_slugs_never_repeat() -> None:
    book = VarientOneSite("afederasi.com", articles=30_000).book
    briefs = [book.brief(number) for number in range(1, 30_001)]
    assert len({brief.title for brief in briefs}) == len({brief.slug for brief in briefs}) == 30_000


@given(st.sets(st.integers(0, 5_000_000), min_size=2, max_size=50))
def test_villages_never_repeat(numbers: set[int]) -> None:
    assert len({village_name(number) for number in numbers}) == len(numbers)


def test_articles_do_not_look_like_copies_of_each_other(site: Site) -> None:
    stories = [site.story(number) for number in range(1, 301)]
    for section in SECTIONS:
        texts = [shingles(story.body) for story in stories if story.section == section]
        assert max(len(a & b) / len(a | b) for a, b in combinations(texts, 2)) < 0.35


def test_every_section_has_articles_of_some_length(site: Site) -> None:
    stories = [site.story(number) for number in range(1, 301)]
    assert {story.section for story in stories} == set(SECTIONS)
    assert all(len(story.body) > 700 and 4 <= len(story.paragraphs) <= 25 for story in stories)
    assert all(not set("[]{}|<>") & set(story.body.replace(story.paragraphs[-1], "")) for story in stories)


def test_a_large_book_costs_nothing_until_asked() -> None:
    site = VarientOneSite("afederasi.com", articles=2_000_000)
    assert site.story(1_999_999).published_at > site.story(1_999_998).published_at
    window, more = site.listed(site.book.briefs(), 100_000)
    assert ([brief.number for brief in window], more) == (list(range(500_015, 500_000, -1)), True)


def test_times_lie_in_order_up_to_the_newest(site: Site) -> None:
    times = [site.story(number).published_at for number in range(1, 301)]
    assert times == sorted(times)
    assert NEWEST - timedelta(minutes=47) < times[-1] <= NEWEST
    assert {moment.utcoffset() for moment in times} == {timedelta(hours=7)}


def test_zones_move_the_offset() -> None:
    story = VarientOneSite("papua.example", zone="Asia/Jayapura").story(1)
    assert story.published_at.utcoffset() == timedelta(hours=9)


@given(st.dates(date(2026, 8, 20), date(2026, 9, 2)))
@settings(max_examples=30)
def test_days_hold_the_articles_of_the_day(day: date) -> None:
    book = VarientOneSite("afederasi.com", articles=300).book
    by_hand = [brief.number for brief in book.briefs() if brief.published_at.date() == day]
    assert [brief.number for brief in book.on(day)] == by_hand


def test_edits_change_what_they_say_and_nothing_else(site: Site) -> None:
    before, url = site.story(7), site.url(7)
    after = site.book.edit(7, title="Judul yang Lain", paragraphs=(*before.paragraphs, "Tambahan."))
    assert (after.title, after.paragraphs[-1]) == ("Judul yang Lain", "Tambahan.")
    assert after.modified_at == before.modified_at + timedelta(hours=1)
    assert (after.revision, after.published_at, after.deck) == (2, before.published_at, before.deck)
    assert site.url(7) == url
    assert site.story(8) == VarientOneSite("afederasi.com", articles=300).story(8)


def test_an_edited_time_moves_the_article_to_its_new_day(site: Site) -> None:
    site.book.edit(7, published_at=datetime(2020, 1, 5, 3, tzinfo=UTC))
    assert [brief.number for brief in site.book.on(date(2020, 1, 5))] == [7]
    assert 7 not in [brief.number for brief in site.book.on(date(2026, 8, 22))]


def test_published_articles_are_the_newest(site: Site) -> None:
    invented = site.book.publish()
    given_one = site.book.publish(title="Berita Kilat", published_at=datetime(2026, 9, 2, 8, tzinfo=UTC))
    assert (invented.number, given_one.number) == (301, 302)
    assert site.urls()[:2] == ["https://afederasi.com/berita-kilat", site.url(301)]
    assert invented.published_at > site.story(300).published_at
    assert site.book.number_of("berita-kilat") == 302
    assert site.book.number_of(slugify(invented.title)) == 301


def test_publishing_leaves_older_articles_as_they_were(site: Site) -> None:
    before = [site.story(number) for number in range(1, 301)]
    site.book.publish()
    assert [site.story(number) for number in range(1, 301)] == before


def test_withdrawn_articles_come_back(site: Site) -> None:
    site.book.withdraw(5, status=410)
    assert (site.book.withdrawn(5), len(site.book), site.url(5) in site.urls()) == (410, 299, False)
    site.book.restore(5)
    assert (site.book.withdrawn(5), len(site.book), site.url(5) in site.urls()) == (None, 300, True)


def test_numbers_that_never_were_are_named(site: Site) -> None:
    with pytest.raises(KeyError, match="no article 301: there are 1 to 300"):
        site.story(301)


def test_split_articles_say_their_pages() -> None:
    site = WordPressSite("wp.example", articles=12, split_every=6)
    assert [site.story(number).pages for number in range(1, 13)] == [1, 1, 1, 1, 1, 3] * 2
    story = site.story(6)
    assert sum((story.page(number) for number in (1, 2, 3)), ()) == story.paragraphs
    assert all(story.page(number) for number in (1, 2, 3))


def test_writers_agree_on_a_section_before_writing() -> None:
    writer = Writer("x")
    assert all(writer.headline(n, NEWEST).section == writer.section(n) for n in range(50))


@pytest.mark.parametrize("text", ["[a|b", "a]b", "{slot", "<1-", "[[a]"])
def test_sentences_that_do_not_close_are_named(text: str) -> None:
    with pytest.raises(ValueError, match=r"brackets do not match|not a sentence"):
        compile_sentence(text)
