"""Which of a page's dates are true."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.reading.dates import DateEvidence, ResolvedDates, resolve

FETCHED = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


def visible(text: str) -> DateEvidence:
    return DateEvidence(text, "published", "visible", "div.date")


def rule(text: str) -> DateEvidence:
    return DateEvidence(text, "published", "rule", ".read__time")


def json_ld(text: str) -> DateEvidence:
    return DateEvidence(text, "published", "json-ld", "datePublished")


def meta(text: str) -> DateEvidence:
    return DateEvidence(text, "published", "meta", "article:published_time")


def time_element(text: str) -> DateEvidence:
    return DateEvidence(text, "published", "time-element", "time.entry-date")


def url(text: str) -> DateEvidence:
    return DateEvidence(text, "published", "url", "day in the path")


def modified(text: str) -> DateEvidence:
    return DateEvidence(text, "modified", "meta", "article:modified_time")


def choose(
    *evidence: DateEvidence, zone: str = "Asia/Jakarta", fetched_at: datetime | None = FETCHED
) -> ResolvedDates:
    """The resolution, which must not depend on the order in which a page states its dates."""
    found = resolve(evidence, zone=zone, fetched_at=fetched_at)
    if len(evidence) <= 4:
        for order in permutations(evidence):
            assert resolve(order, zone=zone, fetched_at=fetched_at).published == found.published
    return found


def published(*evidence: DateEvidence, zone: str = "Asia/Jakarta") -> str | None:
    found = choose(*evidence, zone=zone).published
    return found.isoformat() if found else None


class TestPlainCases:
    def test_nothing_is_known_without_evidence(self) -> None:
        assert choose() == ResolvedDates()

    def test_one_statement(self) -> None:
        evidence = visible("Selasa, 5 Mei 2026 14:30 WIB")
        found = choose(evidence)
        assert found.published == datetime.fromisoformat("2026-05-05T14:30:00+07:00")
        assert (found.precision, found.published_from, found.conflict) == ("minute", evidence, None)

    def test_the_seconds_come_from_the_source_that_knows_them(self) -> None:
        exact = json_ld("2026-05-05T14:30:41+07:00")
        found = choose(visible("Selasa, 5 Mei 2026 14:30 WIB"), exact)
        assert found.published == datetime.fromisoformat("2026-05-05T14:30:41+07:00")
        assert (found.precision, found.published_from) == ("second", exact)

    def test_a_day_takes_the_time_of_a_source_that_agrees(self) -> None:
        found = choose(visible("5 Mei 2026"), meta("2026-05-05T07:30:41Z"))
        assert found.published == datetime.fromisoformat("2026-05-05T14:30:41+07:00")
        assert found.precision == "second"

    def test_a_day_alone_stays_a_day(self) -> None:
        found = choose(visible("5 Mei 2026"))
        assert (found.precision, found.published) == ("day", datetime.fromisoformat("2026-05-05T00:00+07:00"))

    def test_an_instant_is_given_in_the_publishers_zone(self) -> None:
        assert published(json_ld("2026-05-05T07:30:41Z")) == "2026-05-05T14:30:41+07:00"
        assert published(json_ld("2026-05-05T07:30:41Z"), zone="Asia/Makassar") == "2026-05-05T15:30:41+08:00"

    def test_a_month_is_no_date_of_publication(self) -> None:
        assert published(visible("Mei 2026")) is None


class TestZones:
    def test_a_z_on_the_hands_that_the_reader_sees_is_local_time(self) -> None:
        for shown in ("Kamis, 5 Nov 2025 10:08 WIB", "05/11/2025 10:08"):
            line = visible(shown)
            found = choose(line, meta("2025-11-05T10:08:58Z"))
            assert found.published == datetime.fromisoformat("2025-11-05T10:08:00+07:00")
            assert found.published_from == line
            assert found.conflict is not None
            assert "7 whole hours" in found.conflict

    def test_a_z_that_is_the_same_instant_is_believed(self) -> None:
        found = choose(visible("16 Feb 2016 09:10 WIB"), json_ld("2016-02-16T02:10:56Z"))
        assert found.published == datetime.fromisoformat("2016-02-16T09:10:56+07:00")
        assert found.conflict is None

    def test_any_foreign_offset_is_found_out_and_the_change_with_it(self) -> None:
        found = choose(
            visible("17 Juni 2021 11:38"),
            meta("2021-06-17T11:38:29-07:00"),
            modified("2021-06-17T19:23:04-07:00"),
        )
        assert found.published == datetime.fromisoformat("2021-06-17T11:38:00+07:00")
        assert found.modified == datetime.fromisoformat("2021-06-17T19:23:04+07:00")

    def test_a_day_and_a_time_on_the_next_stay_apart(self) -> None:
        found = choose(visible("5 Mei 2026"), meta("2026-05-05T22:15:00+00:00"))
        assert (found.published, found.precision) == (datetime.fromisoformat("2026-05-05T00:00+07:00"), "day")

    def test_two_labels_on_the_same_hands_are_both_doubted(self) -> None:
        pubdate = DateEvidence("Thu, 17 Jun 2021 11:38:29 GMT", "published", "meta", "pubdate")
        assert published(pubdate, meta("2021-06-17T11:38:29-07:00")) == "2021-06-17T11:38:29+07:00"
        assert published(pubdate, meta("2021-06-17T11:38:29+08:00")) == "2021-06-17T11:38:29+08:00"

    def test_a_time_of_the_address_convicts_a_label_where_the_page_shows_none(self) -> None:
        coded = DateEvidence("20260505143041", "unknown", "url", "time in the path")
        assert published(meta("2026-05-05T14:30:41Z"), coded) == "2026-05-05T14:30:41+07:00"

    def test_a_time_ahead_of_the_fetch_is_local_time(self) -> None:
        fetched = datetime(2026, 5, 5, 8, 0, tzinfo=UTC)
        found = choose(meta("2026-05-05T14:30:00Z"), fetched_at=fetched)
        assert found.published == datetime.fromisoformat("2026-05-05T14:30:00+07:00")

    def test_the_label_on_the_page_beats_the_machines(self) -> None:
        found = choose(visible("5 Mei 2026 14:30 WITA"), json_ld("2026-05-05T14:30:41+07:00"))
        assert found.published == datetime.fromisoformat("2026-05-05T14:30:00+08:00")
        found = choose(
            visible("5 Mei 2026 14:30 WIB"), json_ld("2026-05-05T14:30:41+08:00"), zone="Asia/Makassar"
        )
        assert found.published == datetime.fromisoformat("2026-05-05T14:30:00+07:00")

    def test_a_named_zone_beats_none(self) -> None:
        found = choose(visible("5 Mei 2026 14:30"), json_ld("2026-05-05T14:30:41+08:00"))
        assert found.published == datetime.fromisoformat("2026-05-05T14:30:41+08:00")
        assert found.conflict is None

    def test_a_regional_page_without_a_label_is_an_hour_off_the_machines(self) -> None:
        found = choose(visible("5 Mei 2026 15:30"), json_ld("2026-05-05T14:30:41+07:00"))
        assert found.published == datetime.fromisoformat("2026-05-05T14:30:41+07:00")

    def test_a_machines_time_seven_hours_off_does_not_beat_what_readers_see(self) -> None:
        found = choose(visible("5 Mei 2026 14:30"), json_ld("2026-05-05T21:30:41+07:00"))
        assert found.published == datetime.fromisoformat("2026-05-05T14:30:00+07:00")
        assert found.conflict is not None

    def test_a_machines_time_without_a_zone_takes_the_labels(self) -> None:
        found = choose(
            visible("5 Mei 2026 14:30 WITA"), meta("2026-05-05 14:30:41"), modified("2026-05-05 16:00:00")
        )
        assert found.published == datetime.fromisoformat("2026-05-05T14:30:41+08:00")
        assert found.modified == datetime.fromisoformat("2026-05-05T16:00:00+08:00")

    def test_templates_letters_are_no_zone(self) -> None:
        assert published(meta("2016-02-23 T16:00:20Z")) == "2016-02-23T16:00:20+07:00"
        assert published(meta("2016-02-11T07-04-21Z")) == "2016-02-11T07:04:21+07:00"


class TestWhomToBelieve:
    def test_readers_see_the_truth(self) -> None:
        found = choose(visible("27 Agustus 2026 08:53 WIB"), meta("2026-09-27T19:43:40+07:00"))
        assert found.published == datetime.fromisoformat("2026-08-27T08:53:00+07:00")
        assert found.conflict is not None
        assert "31 days later" in found.conflict

    def test_a_line_alone_against_two_other_kinds_is_a_teasers(self) -> None:
        found = choose(
            visible("1 Januari 2026 10:00 WIB"),
            json_ld("2026-05-05T14:30:41+07:00"),
            meta("2026-05-05T14:30:41+07:00"),
        )
        assert found.published == datetime.fromisoformat("2026-05-05T14:30:41+07:00")

    def test_the_address_stands_by_the_line(self) -> None:
        found = choose(
            visible("1 Mei 2026 10:00 WIB"),
            url("20260501"),
            json_ld("2026-05-05T14:30:41+07:00"),
            meta("2026-05-05T14:30:41+07:00"),
        )
        assert found.published == datetime.fromisoformat("2026-05-01T10:00:00+07:00")

    def test_a_site_rule_that_has_gone_stale_is_overruled_too(self) -> None:
        found = choose(
            rule("1 Mei 2026 10:00 WIB"),
            visible("5 Mei 2026 14:30 WIB"),
            json_ld("2026-05-05T14:30:41+07:00"),
        )
        assert found.published == datetime.fromisoformat("2026-05-05T14:30:41+07:00")
        found = choose(rule("1 Mei 2026 10:00 WIB"), visible("5 Mei 2026 14:30 WIB"))
        assert found.published == datetime.fromisoformat("2026-05-01T10:00:00+07:00")

    def test_the_last_change_stands_by_a_line_when_machines_recycle_the_publication(self) -> None:
        found = choose(
            visible("27 Agustus 2026 08:53 WIB"),
            json_ld("2026-09-27T19:43:40+07:00"),
            meta("2026-09-27T19:43:40+07:00"),
            DateEvidence("Thu, 27 Aug 2026 08:53:43 +0700", "modified", "time-element", "time"),
        )
        assert found.published == datetime.fromisoformat("2026-08-27T08:53:00+07:00")

    def test_a_bare_day_after_a_machines_time_is_the_mastheads(self) -> None:
        for shown in (rule, visible):
            found = choose(shown("Senin, 23 November 2026"), json_ld("2026-05-05T14:30:41+07:00"))
            assert found.published == datetime.fromisoformat("2026-05-05T14:30:41+07:00")
        found = choose(visible("5 Mei 2026"), json_ld("2026-11-20T14:30:41+07:00"))
        assert found.published == datetime.fromisoformat("2026-05-05T00:00:00+07:00")

    def test_a_templates_leftover_loses(self) -> None:
        leftover = DateEvidence("2014-07-13T20:07:27.8200000", "published", "meta", "datepublished")
        assert (
            published(leftover, meta("2020-07-09T07:26:05+07:00"), url("20200708"))
            == "2020-07-09T07:26:05+07:00"
        )

    def test_the_article_is_described_before_the_page(self) -> None:
        page = DateEvidence("2026-05-01T00:00:00+07:00", "published", "json-ld", "WebPage.datePublished")
        assert published(page, json_ld("2026-05-05T14:30:41+07:00")) == "2026-05-05T14:30:41+07:00"

    def test_the_address_dates_the_day_where_nothing_else_does(self) -> None:
        found = choose(DateEvidence("20260505143041", "published", "url", "digits in the path"))
        assert (found.published, found.precision) == (datetime.fromisoformat("2026-05-05T00:00+07:00"), "day")

    def test_the_time_of_the_address_is_no_judge(self) -> None:
        coded = DateEvidence("20151105060716", "published", "url", "time in the path")
        assert published(visible("5 November 2015 | 11:13 WIB"), coded) == "2015-11-05T11:13:00+07:00"

    def test_the_creation_of_the_page_dates_it_last(self) -> None:
        created = DateEvidence("2026-05-04T20:00:00+07:00", "unknown", "json-ld", "dateCreated")
        assert published(created, visible("5 Mei 2026 14:30 WIB")) == "2026-05-05T14:30:00+07:00"
        assert published(created) == "2026-05-04T20:00:00+07:00"
        assert published(created, url("20260520")) == "2026-05-20T00:00:00+07:00"

    def test_a_count_is_used_where_nothing_is_stated(self) -> None:
        assert published(visible("2 menit lalu")) == "2026-11-23T11:58:00+07:00"
        assert (
            published(visible("2 menit lalu"), json_ld("2026-11-23T11:40:05+07:00"))
            == "2026-11-23T11:40:05+07:00"
        )
        assert choose(visible("2 menit lalu"), fetched_at=None).published is None

    def test_a_count_of_hours_is_a_day(self) -> None:
        found = choose(visible("2 jam lalu"))
        assert (found.published, found.precision) == (datetime.fromisoformat("2026-11-23T00:00+07:00"), "day")


class TestBounds:
    def test_nothing_lies_after_the_fetch(self) -> None:
        assert published(visible("5 Mei 2027 10:00 WIB")) is None
        assert published(visible("5 Mei 2027 10:00 WIB"), meta("2026-05-05T14:30:41+07:00")) == (
            "2026-05-05T14:30:41+07:00"
        )

    def test_a_clock_may_run_a_little_ahead(self) -> None:
        assert published(json_ld("2026-11-23T12:05:00+07:00")) is not None
        assert published(json_ld("2026-11-23T12:15:00+07:00")) is None

    def test_without_a_fetch_there_is_no_upper_bound(self) -> None:
        assert choose(visible("5 Mei 2027 10:00 WIB"), fetched_at=None).published is not None

    def test_nothing_lies_before_the_web(self) -> None:
        assert published(visible("4 November 1950")) is None
        assert published(meta("1989-12-31T23:00:00+07:00")) is None

    @pytest.mark.parametrize(
        "text", ["null WIB", "[publishdate]", "1970-01-01T00:00:00Z", "01 Jan 1970 07:00", ""]
    )
    def test_placeholders_are_no_evidence(self, text: str) -> None:
        assert published(visible(text)) is None
        assert published(visible(text), meta("2026-05-05T14:30:41+07:00")) == "2026-05-05T14:30:41+07:00"

    def test_bad_arguments_are_named(self) -> None:
        with pytest.raises(ValueError, match="Asia/Jakrta"):
            resolve([], zone="Asia/Jakrta", fetched_at=None)
        with pytest.raises(ValueError, match="aware"):
            resolve([visible("x")], zone="Asia/Jakarta", fetched_at=datetime(2026, 1, 1))  # noqa: DTZ001


class TestChanges:
    def test_a_change_is_never_the_publication(self) -> None:
        found = choose(modified("2026-05-05T14:30:41+07:00"))
        assert found.published is None
        assert found.modified == datetime.fromisoformat("2026-05-05T14:30:41+07:00")

    def test_a_line_that_says_it_is_a_change_is_one_wherever_it_stood(self) -> None:
        for evidence in (visible, rule, time_element):
            found = choose(evidence("Diperbarui 5 Mei 2026, 14:30 WIB"))
            assert found.published is None
            assert found.modified == datetime.fromisoformat("2026-05-05T14:30:00+07:00")

    def test_both_dates_of_one_line(self) -> None:
        line = rule("Terbit 2 Mei 2026 10:00 WIB | Diperbarui 3 Mei 2026 08:00 WIB")
        found = choose(line)
        assert found.published == datetime.fromisoformat("2026-05-02T10:00:00+07:00")
        assert found.modified == datetime.fromisoformat("2026-05-03T08:00:00+07:00")
        assert found.modified_from == line

    def test_a_line_that_shows_the_change_without_saying_so(self) -> None:
        found = choose(
            visible("6 Mei 2026 09:15"),
            json_ld("2026-05-05T14:30:41+07:00"),
            modified("2026-05-06T09:15:20+07:00"),
        )
        assert found.published == datetime.fromisoformat("2026-05-05T14:30:41+07:00")
        assert found.modified == datetime.fromisoformat("2026-05-06T09:15:20+07:00")

    def test_work_on_the_draft_is_no_change(self) -> None:
        found = choose(visible("2 Juni 2020, 11:41 WIB"), modified("2020-06-01T21:46:30+07:00"))
        assert found.modified is None

    def test_a_change_in_the_same_minute_is_not_earlier(self) -> None:
        found = choose(
            json_ld("2020-06-02T11:41:52+07:00"),
            DateEvidence("Diperbarui 2 Jun 2020, 11:41 WIB", "modified", "visible", "p"),
        )
        assert found.modified == found.published

    def test_a_bare_day_of_change_counts_from_the_next_day(self) -> None:
        day = DateEvidence("Diperbarui 5 Mei 2026", "modified", "visible", "p")
        assert choose(visible("5 Mei 2026 10:00 WIB"), day).modified is None
        assert choose(visible("4 Mei 2026 10:00 WIB"), day).modified is not None


class TestConflicts:
    def test_sources_that_agree_within_a_day_are_no_conflict(self) -> None:
        found = choose(visible("9 Juli 2020 07:26 WIB"), meta("2020-07-09T07:55:05+07:00"), url("20200708"))
        assert found.conflict is None

    def test_each_disagreement_is_named_once(self) -> None:
        found = choose(
            visible("9 Juli 2020 07:26 WIB"),
            meta("2014-07-13T20:07:27+07:00"),
            DateEvidence("2014-07-13T20:07:27+07:00", "published", "meta", "article:published_time"),
        )
        assert found.conflict == (
            "meta article:published_time says 2014-07-13T20:07:27+07:00, 2188 days earlier"
        )


moments = st.datetimes(datetime(1991, 1, 1), datetime(2026, 11, 20), timezones=st.just(UTC))  # noqa: DTZ001
texts = st.one_of(
    st.text(max_size=60),
    moments.map(lambda m: m.strftime("%Y-%m-%dT%H:%M:%SZ")),
    moments.map(lambda m: m.strftime("%d/%m/%Y %H:%M WIB")),
    moments.map(lambda m: m.strftime("Diperbarui %d %b %Y")),
    st.sampled_from(["kemarin 10.00", "2 jam lalu", "null WIB", "5 Mei 2030"]),
)
pieces = st.builds(
    DateEvidence,
    texts,
    st.sampled_from(["published", "modified", "unknown"]),
    st.sampled_from(["rule", "json-ld", "meta", "time-element", "visible", "url", "feed", "hydration"]),
    st.sampled_from(["", "x", "WebPage.datePublished"]),
)


@given(st.lists(pieces, max_size=12))
def test_any_evidence_gives_dates_in_bounds(evidence: list[DateEvidence]) -> None:
    found = resolve(evidence, zone="Asia/Jakarta", fetched_at=FETCHED)
    for moment, source in ((found.published, found.published_from), (found.modified, found.modified_from)):
        assert (moment is None) == (source is None)
        if moment is not None:
            assert moment.utcoffset() is not None
            assert moment.year >= 1990
            assert moment <= FETCHED + timedelta(minutes=10)
            assert source in evidence
    if found.published and found.modified:
        assert found.modified >= found.published
    assert (found.published is None) == (found.precision is None)


@pytest.mark.parametrize("shown", ["Sen, 03/02/2020 - 14:40", "03/02/2020 14:40"])
@pytest.mark.parametrize("stated", ["2020-03-02T14:40:13+07:00", "2020-03-02T07:40:13Z"])
def test_numbers_stand_month_first_where_an_attribute_proves_it(shown: str, stated: str) -> None:
    assert published(visible(shown), time_element(stated)) == "2020-03-02T14:40:13+07:00"


def test_numbers_stand_day_first_where_no_machine_has_them_the_other_way_round() -> None:
    assert published(visible("03/02/2020 14:40")) == "2020-02-03T14:40:00+07:00"
    assert published(visible("03/02/2020 14:40"), time_element("2020-03-02T09:00:00+07:00")) == (
        "2020-02-03T14:40:00+07:00"
    )
    words = visible("3 Februari 2020 14:40")
    assert published(words, time_element("2020-03-02T14:40:00+07:00")) == "2020-02-03T14:40:00+07:00"


def test_the_day_that_bloggers_zone_shows_is_that_of_its_attribute() -> None:
    """A blog that never had its zone set: its evening is the country's next morning."""
    shown = visible("Januari 10, 2023")
    assert published(shown, time_element("2023-01-10T19:30:00-08:00")) == "2023-01-11T10:30:00+07:00"
    assert published(shown, meta("2023-01-10T19:30:00-08:00")) == "2023-01-10T00:00:00+07:00"
