"""Fields of the seed article's three forms, and of all real pages, against what people read on them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newscrawl import Article, extract
from tests.shared_data import SHARED, needs_shared

SEED = SHARED / "seed"
PAGES = SHARED / "pages"


def folded(text: str | None) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in (text or "").casefold()).split())


@needs_shared
@pytest.mark.parametrize("site_rules", [True, False])
@pytest.mark.parametrize("form", ["varient1", "varient2", "inline"])
def test_the_seed_article(form: str, *, site_rules: bool) -> None:
    expected = json.loads((SEED / "expected.json").read_text(encoding="utf-8"))
    source = (SEED / f"article-{form}.html").read_bytes()
    found = extract(source, expected["url"], site_rules=site_rules)
    for name in ("title", "description", "tags", "dateline", "source", "byline_codes"):
        assert getattr(found, name) == expected[name], name
    assert found.section == (expected["section"] if form != "inline" else None)
    assert found.images[0].caption == expected["image_caption"]
    assert (found.authors, found.editors, found.page_type) == ([], [], "article")
    labels = ["like", "dislike", "love", "funny", "angry", "sad", "wow"]
    assert found.reactions == ({} if form == "inline" else dict.fromkeys(labels, 0))


Pairs = list[tuple[dict[str, Any], Article]]


@pytest.fixture(scope="module")
def pairs() -> Pairs:
    rows = [json.loads(line) for line in (PAGES / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        (row, extract((PAGES / "html" / row["file"]).read_bytes(), row["url"], site_rules=False))
        for row in rows
    ]


@needs_shared
class TestRealPages:
    def test_no_article_is_refused(self, pairs: Pairs) -> None:
        assert [row["file"] for row, found in pairs if row["kind"] == "article" and not found.body] == []

    def test_titles(self, pairs: Pairs) -> None:
        articles = [(row, found) for row, found in pairs if row["kind"] == "article"]
        right = sum(folded(row["title"]) == folded(found.title) for row, found in articles)
        assert right >= 0.98 * len(articles)

    def test_authors(self, pairs: Pairs) -> None:
        named = [(row, found) for row, found in pairs if row["kind"] == "article" and row["authors"]]
        right = sum(
            set(map(folded, row["authors"])) == set(map(folded, found.authors)) for row, found in named
        )
        assert right >= 0.95 * len(named)

    def test_other_pages_are_refused(self, pairs: Pairs) -> None:
        """All but one, which its collectors took for a front page and which is an article as a whole."""
        others = [found for row, found in pairs if row["kind"] != "article"]
        assert sum(found.body is not None for found in others) <= 1
