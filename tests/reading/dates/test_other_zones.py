"""Dates of sites east of Jakarta, and machine times whose label is false in all that one place says."""

from __future__ import annotations

import pytest

from newscrawl import extract
from tests.reading.dates.test_resolve import DateEvidence, choose, json_ld, published, time_element, visible


def changed(text: str) -> DateEvidence:
    return DateEvidence(text, "modified", "json-ld", "dateModified")


@pytest.mark.parametrize("stated", ["2026-02-14T00:35:36+08:00", "2026-02-14T01:35:36+09:00"])
def test_a_day_that_has_begun_in_the_east(stated: str) -> None:
    assert published(visible("14/02/2026"), json_ld(stated)) == stated


def test_a_day_that_is_another_in_both_zones_stays() -> None:
    found = choose(visible("Sabtu, 14 Februari 2026"), json_ld("2026-02-15T03:35:36+09:00"))
    assert found.published is not None
    assert found.published.day == 14


def test_a_place_that_labels_its_publication_falsely_does_so_with_the_change() -> None:
    found = choose(
        json_ld("2026-02-13T18:25:09Z"),
        changed("2026-02-14T01:05:09Z"),
        time_element("2026-02-13T18:25:09+07:00"),
        visible("Jumat 13 Februari 2026 18:25"),
    )
    assert found.modified is not None
    assert found.modified.isoformat() == "2026-02-14T01:05:09+07:00"


def test_the_change_beside_a_true_and_a_false_time_is_judged_for_itself() -> None:
    found = choose(
        json_ld("2026-02-13T11:25:09Z"),
        json_ld("2026-02-13T18:25:09Z"),
        changed("2026-02-13T12:05:09Z"),
        visible("Jumat 13 Februari 2026 18:25"),
    )
    assert found.modified is not None
    assert found.modified.isoformat() == "2026-02-13T19:05:09+07:00"


@pytest.mark.parametrize(
    ("pieces", "at"),
    [
        (("10 Nov 2025 | 18.48", "WITA"), "2025-11-10T18:48:00+08:00"),
        (("November 10, 2025 6:48", "pm"), "2025-11-10T18:48:00+07:00"),
        (("10 Nov 2025 18:48", "Warta"), "2025-11-10T18:48:00+07:00"),
    ],
)
def test_zone_and_half_of_the_day_in_an_element_of_their_own(pieces: tuple[str, str], at: str) -> None:
    line = "".join(f"<span>{piece}</span> " for piece in pieces)
    text = "<p>Petani kopi di lereng itu memanen lebih awal karena hujan turun sebelum waktunya.</p>" * 4
    html = f"<html><body><h1>Panen Kopi Lebih Awal</h1><div>{line}</div><div>{text}</div></body></html>"
    found = extract(html, "https://www.wartalereng.example/panen-kopi", site_rules=False).published_at
    assert found is not None
    assert found.isoformat() == at


def test_what_another_place_says_in_the_same_words_is_as_false() -> None:
    stated = "2026-02-13T22:04:58Z"
    found = choose(
        DateEvidence("2026-02-13T21:57:58Z", "published", "meta", "article:published_time"),
        DateEvidence(stated, "modified", "meta", "article:modified_time"),
        changed(stated),
        visible("13 Februari 2026 21:57 WITA"),
    )
    assert found.modified is not None
    assert found.modified.isoformat() == "2026-02-13T22:04:58+08:00"


def test_the_day_of_a_change_takes_the_time_that_was_labelled_falsely() -> None:
    found = choose(
        json_ld("2026-02-12T22:36:24Z"),
        changed("2026-02-15T17:16:24Z"),
        time_element("2026-02-12T22:36:24+07:00"),
        DateEvidence("Diperbarui: 15 Februari 2026", "modified", "visible", "div.meta"),
    )
    assert found.modified is not None
    assert found.modified.isoformat() == "2026-02-15T17:16:24+07:00"


def test_a_change_without_a_zone_is_in_the_one_that_the_page_names() -> None:
    shown = DateEvidence("Diperbarui: 11 November 2025 07:56", "modified", "visible", "div.meta")
    east = choose(json_ld("2025-11-10T18:48:20+08:00"), shown).modified
    assert east is not None
    assert east.isoformat() == "2025-11-11T07:56:00+08:00"
    both = choose(json_ld("2025-11-10T18:48:20+08:00"), changed("2025-11-10T19:00:00+07:00"), shown).modified
    assert both is not None
    assert both.isoformat() == "2025-11-11T07:56:00+07:00"
