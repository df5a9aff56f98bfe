"""What a publisher reserves against text and data mining, and above all the training of models, on one page.

The forms are those that publishers use: the TDM Reservation Protocol (W3C community group report, 2024: a
header ``tdm-reservation: 1`` or a meta of that name) and the directives ``noai`` and ``noml`` among those for
robots, as metas or in ``X-Robots-Tag``. Each reservation is told as ``where: what``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscrawl.reading.tree.page import Page

_TDM = "tdm-reservation"
_DIRECTIVES = frozenset(("noai", "noml"))
_ROBOTS = ("robots", "googlebot", "ai", "gptbot", "ccbot")
_PARTS = re.compile(r"[\s,;:]+")


def reserved_by_page(page: Page) -> list[str]:
    """What the metas of ``page`` reserve."""
    found = []
    if any(content.strip() == "1" for content in page.meta.get(_TDM, ())):
        found.append(f"meta: {_TDM}")
    stated = " ".join(content for name in _ROBOTS for content in page.meta.get(name, ()))
    return [*found, *(f"meta: {directive}" for directive in _directives(stated))]


def reserved_by_headers(headers: Mapping[str, str]) -> list[str]:
    """What the headers of an answer reserve; their names are in lower case."""
    found = [f"header: {_TDM}"] if headers.get(_TDM, "").strip() == "1" else []
    return [*found, *(f"header: {each}" for each in _directives(headers.get("x-robots-tag", "")))]


def _directives(stated: str) -> Iterator[str]:
    yield from sorted(_DIRECTIVES.intersection(_PARTS.split(stated.lower())))
