"""A newsroom with afederasi.com, for each test anew."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite

HOST = "afederasi.com"


@pytest.fixture
def site() -> VarientOneSite:
    return VarientOneSite(HOST, articles=8)


@pytest.fixture
def newsroom(site: VarientOneSite) -> Iterator[Newsroom]:
    with Newsroom([site]) as newsroom:
        yield newsroom
