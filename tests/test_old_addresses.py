"""What the documentation of earlier versions told people to import still works, and says where it is now."""

from __future__ import annotations

from importlib import import_module, reload

import pytest

from newscrawl import reading
from newscrawl.reading import dates
from newscrawl.record import addresses

MOVED = {
    "newscrawl.dates": dates,
    "newscrawl.urls": addresses,
    "newscrawl.extraction.stated_address": import_module(f"{reading.__name__}.tree.stated_address"),
}


@pytest.mark.parametrize("old", MOVED)
def test_the_old_address_works_and_warns(old: str) -> None:
    with pytest.warns(DeprecationWarning, match=f"{old} is now {MOVED[old].__name__}"):
        module = reload(import_module(old))
    assert all(getattr(module, name) is getattr(MOVED[old], name) for name in module.__all__)
