"""When a walk over the pages of a listing has seen enough."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Literal

from scrapy.http import Response

from newscrawl.discovery.ranges import Side

End = Literal["empty", "repeated", "known", "before", "bound"]

Doubt = Literal["again", "further", "denied"]

_JUDGED = 10
"""So many articles in a row beyond the range, by their pages, end a walk whose listing has no dates."""


@dataclass
class Walk:
    """What was seen on one walk: pages that follow each other by ``NextPage``.

    ``confirms_empty`` has a first page that names nothing asked for once more.

    ``stated`` is the highest page that the pages themselves link to, ``holed`` whether one of them named
    nothing although later ones did, ``answered`` the page that was read last.

    ``fresh`` counts the articles that no other walk of this crawl had named. ``bound`` is the number of pages
    after which the walk ends, None for as many as there are. ``stop_at_known`` ends it at a page on which
    every article is known from earlier crawls. ``of_days`` says that the listing was asked for days: then
    articles of later days are as much a sign that it is through as those of earlier ones.
    """

    bound: int | None = None
    stop_at_known: bool = False
    of_days: bool = False
    confirms_empty: bool = False
    pages: int = 0
    fresh: int = 0
    stated: int = 0
    holed: bool = False
    answered: Response | None = None
    _stated_here: int = 0
    _asked_again: set[int] = field(default_factory=set)
    _went_further: int = 0
    _most_named: int = 0
    _keys: set[int] = field(default_factory=set)
    _judged: deque[bool] = field(default_factory=lambda: deque(maxlen=_JUDGED))
    _named: int = 0
    _new: int = 0
    _wanted: int = 0
    _dated: int = 0
    _beyond: int = 0

    def turn(self) -> None:
        """Begin a page."""
        self._most_named = max(self._most_named, self._named)
        self.pages += 1
        self._named = self._new = self._wanted = self._dated = self._beyond = 0
        self._stated_here = 0

    def name(self, key: str, *, dated: bool, side: Side | None) -> None:
        """Note an article that the page names, whether it is dated, and on which side of the range."""
        self._named += 1
        self._dated += dated
        self._beyond += self._is_beyond(side)
        if hash(key) not in self._keys:
            self._keys.add(hash(key))
            self._new += 1

    @property
    def has_named(self) -> bool:
        """Whether the page that is read names an article."""
        return bool(self._named)

    def forget(self) -> None:
        """Let go of what was named: the walk is through, and its articles may be long under way."""
        self._keys.clear()

    def links_to(self, page: int) -> None:
        """Note the highest page that this one links to."""
        self._stated_here = page

    def want(self) -> None:
        """Note that one of the page's articles is not known yet."""
        self._wanted += 1

    def judge(self, side: Side | None) -> None:
        """Note where outside the range an article turned out to be that the walk found; None for in it."""
        self._judged.append(self._is_beyond(side))

    def doubt(self, page: int, end: End | None) -> Doubt | None:
        """What is to be done before it is believed that the walk ends with ``page``; None if it is.

        An end against the page's own links to further pages is asked again, and then denied. Where there
        are no such links, an empty page may be a slip: one page further, and nothing there, is an end.
        """
        nothing = end in ("empty", "repeated")
        if not nothing and end is not None:
            return None
        if self.stated > page or (nothing and self.stated == page > 1):
            return "denied" if page in self._asked_again else self._ask_again(page)
        if self.stated:
            return None
        if nothing and page > 1:
            if self._went_further == page - 1:
                return None
            self._went_further = page
            return "further"
        full = self.pages > 1 and self._named >= self._most_named
        suspicious = self.confirms_empty if nothing else full
        return self._ask_again(page) if suspicious and page not in self._asked_again else None

    def _ask_again(self, page: int) -> Doubt:
        self._asked_again.add(page)
        return "again"

    def _is_beyond(self, side: Side | None) -> bool:
        return side == "before" or (self.of_days and side is not None)

    @property
    def past(self) -> bool:
        """Whether the last articles all lay beyond the range."""
        return len(self._judged) == _JUDGED and all(self._judged)

    def end(self) -> End | None:
        """Why the walk ends with this page; None if the next one is worth a look."""
        if self._new or not self._named:  # what repeats an earlier page repeats its links, too
            self.stated = max(self.stated, self._stated_here)
        if not self._named:
            return "empty"
        if not self._new:
            return "repeated"
        if self.past or (self._beyond and self._beyond == self._dated == self._named):
            return "before"
        if self.stop_at_known and not self._wanted:
            return "known"
        return "bound" if self.bound is not None and self.pages >= self.bound else None
