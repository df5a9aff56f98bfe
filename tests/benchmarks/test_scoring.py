"""The figures mean what their definitions say, and agree with the judge's own where it is at hand."""

from __future__ import annotations

import importlib.util
import json
import math
import random
from types import ModuleType
from typing import Any

import pytest

from benchmarks.scoring import Row, score_page, summarize, words
from tests.shared_data import SHARED, needs_shared

BODY = ["JAKARTA - Hujan deras mengguyur kota sejak pagi.", "Warga diminta waspada."]


def gold_row(**changes: Any) -> dict[str, Any]:
    row: dict[str, Any] = {
        "file": "a.html",
        "site": "contoh.id",
        "kind": "article",
        "title": "Hujan Deras",
        "published_at": "2024-05-08T09:35:00+07:00",
        "published_precision": "minute",
        "authors": ["Siti Aminah", "Budi"],
        "body": BODY,
        "must_not": ["Baca juga: Banjir Surut", "Warga diminta waspada."],
    }
    return {**row, **changes}


def answer(**changes: Any) -> dict[str, Any]:
    row = {key: gold_row()[key] for key in ("title", "published_at", "authors", "body")}
    return {**row, **changes}


def test_a_perfect_answer_scores_full_marks() -> None:
    found = score_page(gold_row(), answer())
    assert (found.precision, found.recall, found.f1, found.exact) == (1.0, 1.0, 1.0, True)
    assert found.title and found.published and found.day and found.authors
    assert not found.leaked


def test_an_empty_answer_scores_nothing() -> None:
    found = score_page(gold_row(), {})
    assert (found.precision, found.recall, found.f1, found.exact) == (0.0, 0.0, 0.0, False)
    assert (found.title, found.published, found.day, found.authors) == (False, False, False, False)


def test_half_of_the_shingles() -> None:
    found = score_page(gold_row(body=["a b c d e f g h i"]), answer(body="a b c d e f"))
    assert (found.precision, found.recall) == (1.0, 0.5)
    assert found.f1 == pytest.approx(2 / 3)


def test_words_ignore_case_punctuation_and_zero_width_spaces() -> None:
    assert words("“Hujan\u200b Deras”, kata—dia") == ["hujan", "deras", "kata", "dia"]
    assert score_page(gold_row(), answer(title="HUJAN  deras!")).title


def test_a_leak_is_a_widget_line_that_is_not_also_text() -> None:
    found = score_page(gold_row(), answer(body=[BODY[0], "baca juga banjir surut", BODY[1]]))
    assert found.can_leak == 1
    assert found.leaked == ("Baca juga: Banjir Surut",)


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("2024-05-08T02:35:59Z", True),
        ("2024-05-08T09:36:00+07:00", False),
        ("2024-05-08T09:35:00Z", False),
        ("2024-05-08T09:35:00", False),
        ("2024-05-08", False),
        ("kemarin", False),
    ],
)
def test_published_is_an_instant_with_its_zone(given: str, right: bool) -> None:
    assert score_page(gold_row(), answer(published_at=given)).published is right


def test_published_where_the_gold_knows_less() -> None:
    day = gold_row(published_precision="day")
    assert score_page(day, answer(published_at="2024-05-08T23:00:00+07:00")).published
    uncertain = gold_row(zone_uncertain=True)
    assert score_page(uncertain, answer(published_at="2024-05-08T09:35:20+08:00")).published
    several = gold_row(published_any=["2024-05-08T09:35:00+07:00", "2024-05-08T10:00:00+07:00"])
    assert score_page(several, answer(published_at="2024-05-08T10:00:00+07:00")).published
    assert score_page(gold_row(published_at=None), answer()).published is None


def test_authors_are_a_set_of_names() -> None:
    assert score_page(gold_row(), answer(authors=["BUDI", "Siti  Aminah"])).authors
    assert not score_page(gold_row(), answer(authors=["Budi"])).authors
    assert score_page(gold_row(authors=[]), answer()).authors is None


def test_a_summary_weighs_sites_alike_and_counts_refusals() -> None:
    rows = [
        gold_row(file="1", site="x"),
        gold_row(file="2", site="x"),
        gold_row(file="3", site="y"),
        gold_row(file="4", kind="listing", body=[]),
        gold_row(file="5", kind="gallery", body=[]),
    ]
    found = summarize(rows, {"1": answer(), "2": answer(), "4": answer(body="teks"), "5": {"body": None}})
    assert (found.articles, found.others) == (3, 2)
    assert found.f1 == pytest.approx(2 / 3)
    assert found.f1_sites == pytest.approx(0.5)
    assert found.refused == 0.5


def judge() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spoilt(row: Row, rng: random.Random) -> Row:
    """An answer to ``row`` with every kind of fault that is scored."""
    lines = [line for line in [*row.get("body", ()), *row.get("must_not", ())] if rng.random() < 0.8]
    if rng.random() < 0.3:
        rng.shuffle(lines)
    moments = [row.get("published_at"), "2020-01-01", "2020-01-01T00:00:00", "2020-01-01T00:00:00Z", None]
    return {
        "title": rng.choice([row.get("title"), (row.get("title") or "").upper(), "lain", None]),
        "published_at": rng.choice(moments),
        "authors": rng.choice([row.get("authors"), [], None, ["Nama Lain"]]),
        "body": rng.choice([lines, row.get("body"), "\n".join(lines), "", None]),
    }


@needs_shared
@pytest.mark.parametrize("seed", range(5))
def test_agreement_with_the_shared_score(seed: int) -> None:
    text = (SHARED / "pages" / "gold.jsonl").read_text(encoding="utf-8")
    gold = [json.loads(line) for line in text.split("\n") if line.strip()]
    rng = random.Random(seed)
    answers = {row["file"]: spoilt(row, rng) for row in gold if rng.random() < 0.95}
    theirs = judge()
    expected = theirs.summary(theirs.score(gold, answers))
    found = summarize(gold, answers)
    pairs = {
        "pages": found.articles,
        "body_f1": found.f1,
        "body_f1_sites": found.f1_sites,
        "precision": found.precision,
        "recall": found.recall,
        "body_exact": found.exact,
        "leaks": found.leaks,
        "pages_with_leaks": found.pages_with_leaks,
        "title": found.title,
        "date": found.published,
        "authors": found.authors,
    }
    for name, value in pairs.items():
        assert math.isclose(value, expected[name], abs_tol=1e-9), name
    assert math.isclose(found.refused, theirs.refused(gold, answers))
