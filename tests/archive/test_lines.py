"""The record as kept, and records of an older shape."""

from __future__ import annotations

import json
from dataclasses import replace

from newscrawl.archive import lines
from newscrawl.items import Article
from newscrawl.record.as_json import to_dict, to_json
from tests.archive.samples import article


def test_a_whole_line_is_the_record() -> None:
    given = article(1)
    for cluster, copy_of in ((None, None), ("abc", None), ("abc", "abc")):
        whole = lines.whole_line(lines.to_line(given), lines.SHAPE, cluster=cluster, copy_of=copy_of)
        assert whole == to_json(replace(given, cluster=cluster, copy_of=copy_of))


def test_a_line_of_an_older_record_gets_the_new_fields_and_loses_the_old() -> None:
    kept = json.loads(lines.to_line(article(1)))
    del kept["aliases"], kept["reactions"]
    kept["mood"] = "calm"
    whole = json.loads(lines.whole_line(json.dumps(kept), lines.SHAPE + 1, cluster=None, copy_of=None))
    assert whole == to_dict(article(1))
    assert list(whole) == list(to_dict(article(1)))


def test_defaults_are_not_shared_between_records() -> None:
    one, other = (lines.whole_record("{}", 0, cluster=None, copy_of=None) for _ in range(2))
    one["tags"].append("x")
    assert other["tags"] == []
    assert one["version"] == 1
    assert set(one) == set(Article.__slots__)
