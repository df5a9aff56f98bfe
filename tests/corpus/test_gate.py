"""The gate: every article of the corpus is read right in every system, with nothing known of its site."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

import newscrawl
from tests.corpus import networks, portals, wordpress
from tests.corpus.parts import System
from tests.corpus.stories import STORIES, Story

SYSTEMS = (*wordpress.SYSTEMS, *networks.SYSTEMS, *portals.SYSTEMS)
PAGES = [
    pytest.param(system, story, id=f"{system.name}-{story.slug[:12]}")
    for system in SYSTEMS
    for story in STORIES
]


def test_the_corpus_is_wide_enough() -> None:
    assert len(SYSTEMS) >= 25
    assert len(PAGES) >= 60
    assert len({system.name for system in SYSTEMS}) == len(SYSTEMS)


@pytest.mark.parametrize(("system", "story"), PAGES)
def test_page_gives_its_record(system: System, story: Story) -> None:
    record = newscrawl.extract(
        system.render(story), system.url(story), fetched_at=story.published + timedelta(hours=3)
    )
    expected: dict[str, Any] = {
        "page_type": "article",
        "title": story.title,
        "body": "\n\n".join(system.body(story)),
        **system.gives(story),
    }
    assert {name: getattr(record, name) for name in expected} == expected
    assert record.published_at is not None
    if system.to_the_day:
        assert (record.published_at.date(), record.published_precision) == (story.published.date(), "day")
    else:
        assert record.published_at == story.published
