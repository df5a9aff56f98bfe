"""How portals of the large networks dress the same article: address, dateline, date line, page markup."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from tests.newsroom import dating
from tests.newsroom.stories import Brief, slugify

Split = Literal["page", "single", "showpage", "next", "path", "offset", "hidden"]
"""How a long article is split: ``?page=2`` with ``?page=all``, ``?single=1``, ``?showpage=all`` or nothing
for the whole; a number at the end of the path; an offset there (/15, /30); all in one answer."""

FIRST_ID = 2_000_000


@dataclass(frozen=True, slots=True)
class Skin:
    """One dress. ``pattern`` reads the article's number from a path, its first group is the id."""

    name: str
    path: Callable[[Brief], str]
    pattern: str
    splits: tuple[Split, ...]
    dateline: str = "{place} ({brand}) - "
    upper: bool = False
    date: Callable[[datetime], str] = dating.weekday_short
    codes: str = "({})"

    def number(self, found: str) -> int:
        """The article's number from the id in its address."""
        return int(found[-7:]) - FIRST_ID


def _id(brief: Brief) -> int:
    return FIRST_ID + brief.number


def _section(brief: Brief) -> str:
    return slugify(brief.section)


_SLUG = r"(?:/[a-z0-9-]*?)?"
_REST = r"(?:/(\d{1,3}))?/?"
_PLAIN_ID = rf"/[a-z]+/(\d{{7}}){_SLUG}{_REST}"

SKINS = {
    skin.name: skin
    for skin in (
        Skin(
            "plain",
            lambda b: f"/{_section(b)}/read/{_id(b)}/{b.slug}",
            rf"/[a-z]+/read/(\d{{7}}){_SLUG}{_REST}",
            ("page", "single", "path"),
        ),
        Skin(
            "detik",
            lambda b: f"/{_section(b)}/d-{_id(b)}/{b.slug}",
            rf"/[a-z]+/d-(\d{{7}}){_SLUG}{_REST}",
            ("single",),
            dateline="{place} - ",
        ),
        Skin(
            "kgmedia",
            lambda b: f"/{_section(b)}/read{b.published_at:/%Y/%m/%d/%H}{_id(b)}/{b.slug}",
            rf"/[a-z]+/read/\d{{4}}/\d{{2}}/\d{{2}}/(\d{{9}}){_SLUG}{_REST}",
            ("page",),
            dateline="{place}, {brand} - ",
            upper=True,
            date=dating.slashed,
        ),
        Skin(
            "promedia",
            lambda b: f"/{_section(b)}/pr-01{_id(b)}/{b.slug}",
            rf"/[a-z]+/pr-(\d{{9}}){_SLUG}{_REST}",
            ("page",),
            dateline="{brand} - ",
            date=dating.dotted,
            codes="***",
        ),
        Skin(
            "kly",
            lambda b: f"/{_section(b)}/read/{_id(b)}/{b.slug}",
            rf"/[a-z]+/read/(\d{{7}}){_SLUG}{_REST}",
            ("hidden",),
            dateline="{brand}, {place} - ",
        ),
        Skin(
            "disway",
            lambda b: f"/read/{_id(b)}/{b.slug}",
            rf"/read/(\d{{7}}){_SLUG}{_REST}",
            ("offset",),
            dateline="{place}, {brand} -- ",
            upper=True,
        ),
        Skin(
            "tribun",
            lambda b: f"/{_section(b)}/{_id(b)}/{b.slug}",
            _PLAIN_ID,
            ("page",),
            dateline="{brand}, {place} - ",
            upper=True,
            date=dating.weekday_long,
        ),
        Skin(
            "sindonews",
            lambda b: f"/read/{_id(b)}/701/{b.slug}",
            rf"/read/(\d{{7}})/\d{{3}}{_SLUG}{_REST}",
            ("showpage",),
            dateline="{place} - ",
            upper=True,
            date=dating.dashed,
        ),
        Skin(
            "jpnn",
            lambda b: f"/{_section(b)}/{_id(b)}/{b.slug}",
            _PLAIN_ID,
            ("next",),
            dateline="{brand}, {place} - ",
            date=dating.dashed,
        ),
        Skin(
            "jibi",
            lambda b: f"/read/{b.published_at:%Y%m%d}/12/{_id(b)}/{b.slug}",
            rf"/read/\d{{8}}/\d+/(\d{{7}}){_SLUG}{_REST}",
            ("next",),
            dateline="{brand}, {place} — ",
            upper=True,
            date=dating.dotted,
        ),
        Skin(
            "buniverse",
            lambda b: f"/{_section(b)}/{_id(b)}/{b.slug}",
            _PLAIN_ID,
            ("next",),
            dateline="{place}, {brand} – ",
        ),
    )
}
