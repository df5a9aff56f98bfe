"""Fixtures of the newsroom's own tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.newsroom import Newsroom, VarientOneSite, VarientTwoSite
from tests.newsroom.asking import Asker


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    """Two sites of 40 articles; its own mistakes fail the test."""
    with Newsroom(
        [VarientOneSite("afederasi.com", articles=40), VarientTwoSite("replika.example", articles=40)]
    ) as running:
        yield running
        assert running.errors == []


@pytest.fixture
def ask(newsroom: Newsroom) -> Iterator[Asker]:
    """A client that asks afederasi.com unless told otherwise."""
    with Asker(newsroom.port, "afederasi.com") as asker:
        yield asker
