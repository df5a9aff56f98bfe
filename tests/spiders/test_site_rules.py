"""On real pages the site rules help or do nothing: no page is read worse with them than without."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
from typing import Any

import pytest

from newscrawl import extract
from newscrawl.record.as_json import to_json
from tests.shared_data import SHARED, needs_shared

FETCHED = datetime(2026, 8, 17, tzinfo=UTC)

pytestmark = needs_shared


@pytest.fixture(scope="module")
def scoring() -> ModuleType:
    spec = spec_from_file_location("score", SHARED / "score" / "score.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def gold() -> list[dict[str, Any]]:
    lines = (SHARED / "pages" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


@pytest.fixture(scope="module")
def scored(scoring: ModuleType, gold: list[dict[str, Any]]) -> dict[bool, list[dict[str, Any]]]:
    """Rows of scores by whether site rules were used."""
    with (SHARED / "pages" / "sources.tsv").open(encoding="utf-8") as table:
        sources = list(csv.DictReader(table, delimiter="\t"))
    return {with_rules: scoring.score(gold, _read(sources, with_rules)) for with_rules in (True, False)}


def _read(sources: list[dict[str, str]], with_rules: bool) -> dict[str, dict[str, Any]]:
    found = {}
    for row in sources:
        page = (SHARED / "pages" / "html" / row["file"]).read_bytes()
        article = extract(page, row["url"], fetched_at=FETCHED, site_rules=with_rules)
        found[row["file"]] = json.loads(to_json(article))
    return found


def test_no_page_is_read_worse_with_rules(scored: dict[bool, list[dict[str, Any]]]) -> None:
    without = {row["file"]: row for row in scored[False]}

    for row in scored[True]:
        bare = without[row["file"]]
        assert row["f1"] >= bare["f1"] - 1e-9, row["file"]
        assert len(row["leaks"]) <= len(bare["leaks"]), row["file"]
        for field in ("title", "date", "authors"):
            assert row[field] == bare[field] or row[field], (row["file"], field)


def test_rules_reach_the_figures_that_they_are_there_for(
    scoring: ModuleType, scored: dict[bool, list[dict[str, Any]]]
) -> None:
    figures = scoring.summary(scored[True])

    assert figures["body_f1"] >= 0.985
    assert figures["body_f1_sites"] >= 0.985
    assert figures["body_exact"] >= 0.85
    assert figures["leaks"] == 0
    assert figures["title"] == 1
    assert figures["date"] >= 0.98
    assert figures["authors"] >= 0.95
