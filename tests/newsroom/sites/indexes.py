"""Dated indexes ('indeks') in the shapes that Indonesian portals give them, honest ones and traps.

Every shape has an address of its own on a portal, over the same articles:

======================================================  =====================================================
``/indeks?date=2026-08-05&page=2``                      honest: an empty list beyond the last page
``/indeks/2026/08/05/page/2``                           path pages; 404 beyond the last
``/indeks/20260805?page=2``                             the day in one piece
``/indeks/05-08-2026/06-08-2026?page=2``                a span of days
``/index/15/2026/08/05``                                an offset in the path
``/indeks-lompat?tanggal=5&bulan=08&tahun=2026``        day in three fields, ``&per_page=15`` is the offset
``/indeks-langkah/15/30?date=2026-08-05``               step and offset
``/indeks-miring?date=08%2F05%2F2026&page=2``           a plain slash quietly gives page 1 of the newest day
``/indeks-ulang?date=2026-08-05&page=9``                beyond the last page, the last page again
``/indeks-putar?date=2026-08-05&page=9``                beyond the last page, from the first again
``/indeks-abadi?date=2026-08-05&page=9``                never ends: on into other days, always a next link
``/indeks-buta?date=2026-08-05&page=2``                 ignores the day
======================================================  =====================================================
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from tests.newsroom.messages import Response, not_found
from tests.newsroom.stories import Brief

if TYPE_CHECKING:
    from tests.newsroom.sites.portal import PortalSite
    from tests.newsroom.sites.site import Route, Visit

STEP = 15


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of an index: its articles, the address of the next one, and what it is called."""

    briefs: list[Brief]
    next_url: str
    title: str


class IndexDesk:
    """The indexes of a portal."""

    def __init__(self, site: PortalSite) -> None:
        self.site = site

    def routes(self) -> list[Route]:
        """An address for each shape."""
        return [
            (r"/indeks", self.honest),
            (r"/indeks/(\d{4}/\d{2}/\d{2})(?:/page/(\d+))?/?", self.by_path),
            (r"/indeks/(\d{8})", self.compact),
            (r"/indeks/(\d{2}-\d{2}-\d{4})/(\d{2}-\d{2}-\d{4})", self.span),
            (r"/index/(\d+)/(\d{4}/\d{2}/\d{2})", self.offset_in_path),
            (r"/indeks-lompat", self.offset_in_query),
            (r"/indeks-langkah/(\d+)/(\d+)", self.step_and_offset),
            (r"/indeks-miring", self.slashed),
            (r"/indeks-ulang", self.repeating),
            (r"/indeks-putar", self.circling),
            (r"/indeks-abadi", self.endless),
            (r"/indeks-buta", self.blind),
        ]

    def honest(self, visit: Visit) -> Response:
        return self._numbered(visit, self._on(visit, "%Y-%m-%d"), visit.request.number("page", 1))

    def compact(self, visit: Visit) -> Response:
        day = _read(visit.args[0], "%Y%m%d")
        return self._numbered(visit, self._briefs(day), visit.request.number("page", 1))

    def span(self, visit: Visit) -> Response:
        first, last = (_read(text, "%d-%m-%Y") for text in visit.args)
        return self._numbered(visit, self._briefs(first, last), visit.request.number("page", 1))

    def by_path(self, visit: Visit) -> Response:
        text, number = visit.args
        briefs, page = self._briefs(_read(text, "%Y/%m/%d")), int(number or 1)
        if page > max(_pages(briefs), 1):
            return not_found()
        next_url = visit.absolute(f"/indeks/{text}/page/{page + 1}") if page < _pages(briefs) else ""
        return self._show(visit, _page(briefs, page), next_url)

    def offset_in_path(self, visit: Visit) -> Response:
        start, text = int(visit.args[0]), visit.args[1]
        return self._by_offset(
            visit, self._briefs(_read(text, "%Y/%m/%d")), start, lambda n: f"/index/{n}/{text}"
        )

    def offset_in_query(self, visit: Visit) -> Response:
        request = visit.request
        fields = [request.number(name, 0) for name in ("tahun", "bulan", "tanggal")]
        base = f"/indeks-lompat?tanggal={fields[2]}&bulan={fields[1]:02}&tahun={fields[0]}&per_page="
        briefs = self._briefs(_day_of(*fields))
        return self._by_offset(visit, briefs, request.number("per_page", 0), lambda n: f"{base}{n}")

    def step_and_offset(self, visit: Visit) -> Response:
        step, start = (int(text) for text in visit.args)
        briefs = self._on(visit, "%Y-%m-%d")
        next_path = f"/indeks-langkah/{step}/{start + step}?{visit.request.query}"
        next_url = visit.absolute(next_path) if start + step < len(briefs) else ""
        return self._show(visit, briefs[start : start + min(step, 50)], next_url)

    def slashed(self, visit: Visit) -> Response:
        query = visit.request.query
        if "%2f" not in query.lower():
            return self._show(visit, _page(self._newest_day(), 1), "")
        return self._numbered(visit, self._on(visit, "%m/%d/%Y"), visit.request.number("page", 1))

    def repeating(self, visit: Visit) -> Response:
        briefs, page = self._on(visit, "%Y-%m-%d"), visit.request.number("page", 1)
        shown = min(page, max(_pages(briefs), 1))
        return self._show(visit, _page(briefs, shown), self._next(visit, page))

    def circling(self, visit: Visit) -> Response:
        briefs, page = self._on(visit, "%Y-%m-%d"), visit.request.number("page", 1)
        shown = (page - 1) % max(_pages(briefs), 1) + 1
        return self._show(visit, _page(briefs, shown), self._next(visit, page))

    def endless(self, visit: Visit) -> Response:
        day, page = _read(visit.request.value("date"), "%Y-%m-%d"), visit.request.number("page", 1)
        briefs = self._briefs(day)
        shown = _page(briefs, page)
        if page > _pages(briefs):
            everything = [b for b in self.site.book.briefs() if b not in briefs]
            shown = _page(everything, (page - _pages(briefs) - 1) % max(_pages(everything), 1) + 1)
        return self._show(visit, shown, self._next(visit, page))

    def blind(self, visit: Visit) -> Response:
        everything, page = list(self.site.book.briefs()), visit.request.number("page", 1)
        return self._numbered(visit, everything, page)

    def _numbered(self, visit: Visit, briefs: list[Brief], page: int) -> Response:
        next_url = self._next(visit, page) if page < _pages(briefs) else ""
        return self._show(visit, _page(briefs, page), next_url)

    def _by_offset(
        self, visit: Visit, briefs: list[Brief], start: int, path: Callable[[int], str]
    ) -> Response:
        next_url = visit.absolute(path(start + STEP)) if start + STEP < len(briefs) else ""
        return self._show(visit, briefs[start : start + STEP], next_url)

    def _next(self, visit: Visit, page: int) -> str:
        """The same address with the next page, the query otherwise as it was sent."""
        fields = [
            field for field in visit.request.query.split("&") if field and not field.startswith("page=")
        ]
        return f"{visit.request.origin}{visit.request.path}?{'&'.join([*fields, f'page={page + 1}'])}"

    def _show(self, visit: Visit, briefs: list[Brief], next_url: str) -> Response:
        return self.site.listing(visit, "Indeks Berita", briefs, next_url=next_url)

    def day(self, text: str) -> list[Brief]:
        """The articles of a day written as 2026-08-05, none for what is no day."""
        return self._briefs(_read(text, "%Y-%m-%d"))

    def _on(self, visit: Visit, form: str) -> list[Brief]:
        text = visit.request.value("date")
        return self._briefs(_read(text, form)) if text else self._newest_day()

    def _briefs(self, first: date | None, last: date | None = None) -> list[Brief]:
        if first is None:
            return []
        zone = self.site.zone
        since = datetime(first.year, first.month, first.day, tzinfo=zone)
        days = ((last or first) - first).days + 1
        return self.site.book.between(since, since + timedelta(days=days))

    def _newest_day(self) -> list[Brief]:
        newest = next(iter(self.site.book.briefs()), None)
        return self.site.book.on(newest.published_at.date()) if newest else []


def _read(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _pages(briefs: list[Brief]) -> int:
    return -(-len(briefs) // STEP)


def _page(briefs: list[Brief], number: int) -> list[Brief]:
    return briefs[(number - 1) * STEP : number * STEP]
