"""The article that the project starts from, in three forms of markup, comes out exactly."""

from __future__ import annotations

import json

import pytest

import newscrawl
from tests.shared_data import SHARED, needs_shared

FORMS = ("article-varient1.html", "article-varient2.html", "article-inline.html")
PLAIN = ("title", "description", "dateline", "source", "byline_codes")


@needs_shared
@pytest.mark.parametrize("site_rules", [True, False])
@pytest.mark.parametrize("form", FORMS)
def test_each_form_comes_out_as_expected(form, site_rules):
    expected = json.loads((SHARED / "seed" / "expected.json").read_text(encoding="utf-8"))
    page = (SHARED / "seed" / form).read_bytes()
    article = newscrawl.extract(page, expected["url"], site_rules=site_rules)
    for name in PLAIN:
        assert getattr(article, name) == expected[name], name
    assert article.published_at is not None
    assert article.published_at.isoformat() in ("2023-08-15T09:35:00+07:00", "2023-08-15T09:35:11+07:00")
    assert article.body == "\n\n".join(expected["body"])
    assert article.authors == []
    lines = article.body.split("\n\n")
    assert not [word for word in expected["must_not"] if word in lines]
    if form != "article-inline.html":
        assert article.section == expected["section"]
        assert article.tags == expected["tags"]
    if site_rules:
        assert article.images[0].caption == expected["image_caption"]
