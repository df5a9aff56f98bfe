"""When a walk over the pages of a listing has seen enough."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Literal

from scrapy import Request
from scrapy.http import Response

from newscrawl.discovery.ranges import Side
from newscrawl.discovery.source import Step

End = Literal["empty", "repeated", "thin", "known", "before", "bound"]

Doubt = Literal["again", "further", "denied"]

_JUDGED = 10
"""So many articles in a row beyond the range, by their pages, end a walk whose listing has no dates."""

_THIN = 3
_THIN_SHARE = 0.25
"""So many new articles at the most, and less than this share of what the first page named, are what a box of
the latest or the most read brings in beside pages that repeat; so many such pages in a row end a walk."""

_A_PAGE = 10
"""So many results are a full page: searches show ten and more."""


_FULL = 0.8
"""A page with this share of what the fullest names is full, too: a card or two of ten may be a video's."""


@dataclass(frozen=True, slots=True)
class Behind:
    """How a walk goes on behind a page that was asked for once more: from ``step``, unless it ends there."""

    step: Step
    end: End | None
    following: list[Request]


@dataclass
class Walk:
    """What was seen on one walk: pages that follow each other by ``NextPage``.

    ``confirms_empty`` has a first page that names nothing asked for once more.

    ``stated`` is the highest page that the pages themselves link to, ``holed`` whether one of them named
    nothing although later ones did, ``answered`` the page that was read last, ``hole`` the page before it if
    that named nothing, and ``behind`` how the walk goes on once such a page was asked for again. ``deaf``
    says that every page is like the first.

    ``asked`` are the addresses of its pages; where a page leads on to one of them, it leads ``back``.

    ``fresh`` counts the articles that no other walk of this crawl had named. ``bound`` is the number of pages
    after which the walk ends, None for as many as there are. ``stop_at_known`` ends it at a page on which
    every article is known from earlier crawls. ``of_days`` says that the listing was asked for days: then
    articles of later days are as much a sign that it is through as those of earlier ones. ``of_words`` says
    that a search was asked, whose second page is not the first again unless it is deaf to its page.
    """

    bound: int | None = None
    stop_at_known: bool = False
    of_days: bool = False
    of_words: bool = False
    confirms_empty: bool = False
    pages: int = 0
    fresh: int = 0
    stated: int = 0
    holed: bool = False
    answered: Response | None = None
    hole: Request | None = None
    behind: Behind | None = None
    deaf: bool = False
    asked: set[str] = field(default_factory=set)
    back: bool = False
    _first: int = 0
    _most: int = 0
    _last: int = 0
    _with_new: int = 0
    _thin: int = 0
    _stated_here: int = 0
    _numbered_here: bool = False
    _new_here: set[int] = field(default_factory=set)
    _asked_again: set[int] = field(default_factory=set)
    _went_further: int = 0
    _keys: set[int] = field(default_factory=set)
    _judged: deque[bool] = field(default_factory=lambda: deque(maxlen=_JUDGED))
    _named: int = 0
    _new: int = 0
    _wanted: int = 0
    _dated: int = 0
    _beyond: int = 0

    def turn(self) -> None:
        """Begin a page."""
        if self._new:
            self._last = self._named
            self._most = max(self._most, self._named)
            self._with_new += 1
        self.pages += 1
        self._named = self._new = self._wanted = self._dated = self._beyond = 0
        self._stated_here = 0
        self._numbered_here = False
        self.back = False
        self._new_here.clear()

    def name(self, key: str, *, dated: bool, side: Side | None) -> None:
        """Note an article that the page names, whether it is dated, and on which side of the range."""
        self._named += 1
        self._dated += dated
        self._beyond += self._is_beyond(side)
        if hash(key) not in self._keys:
            self._keys.add(hash(key))
            self._new_here.add(hash(key))
            self._new += 1

    @property
    def has_new(self) -> bool:
        """Whether the page that is read names an article that the pages before it did not."""
        return bool(self._new)

    @property
    def has_named(self) -> bool:
        """Whether the page that is read names an article."""
        return bool(self._named)

    @property
    def broke_off(self) -> bool:
        """Whether the pages before were as full as each other: where the last is short, there is no more."""
        return self._with_new > 1 and self._last >= _FULL * self._most

    def forget(self) -> None:
        """Let go of what was named: the walk is through, and its articles may be long under way."""
        self._keys.clear()

    def links_to(self, page: int, *, numbered: bool) -> None:
        """Note the highest page that this one links to, and whether it shows its place among the others."""
        self._stated_here = page
        self._numbered_here = numbered

    def want(self) -> None:
        """Note that one of the page's articles is not known yet."""
        self._wanted += 1

    def judge(self, side: Side | None) -> None:
        """Note where outside the range an article turned out to be that the walk found; None for in it."""
        self._judged.append(self._is_beyond(side))

    def doubt(self, page: int, end: End | None, *, leads_on: bool = True) -> Doubt | None:
        """What is to be done before it is believed that the walk ends with ``page``; None if it is.

        An end against the page's own links to further pages is asked again, and then denied. Where there
        are no such links, an empty page may be a slip: one page further, and nothing there, is an end; where
        none can be asked for, since it ``leads_on`` to none, it is asked again. A page that leads nowhere may
        be a slip, too, if it is as full as those before and does not show that it is the last; one that leads
        back to where the walk has been contradicts itself.
        """
        nothing = end in ("empty", "repeated")
        if not nothing and end is not None:
            return None
        astray = self.back and not (self._numbered_here and self.stated == page)
        if self.stated > page or (nothing and self.stated == page > 1) or astray:
            return "denied" if page in self._asked_again else self._ask_again(page)
        if nothing and self.stated:
            return None
        if nothing and page > 1 and leads_on:
            return self.go_further(page)
        if self.pages > 1:
            suspicious = nothing or (self._named >= _FULL * self._most and not self._numbered_here)
        else:
            suspicious = nothing and self.confirms_empty
        return self._ask_again(page) if suspicious and page not in self._asked_again else None

    def go_further(self, page: int) -> Doubt | None:
        """What is to be done where ``page``, of which no other page speaks, has nothing."""
        if self._went_further == page - 1:
            return None
        self._went_further = page
        return "further"

    def _ask_again(self, page: int) -> Doubt:
        """Have a page asked for again: what it named is new once more."""
        self._asked_again.add(page)
        self._keys -= self._new_here
        return "again"

    def _is_beyond(self, side: Side | None) -> bool:
        return side == "before" or (self.of_days and side is not None)

    @property
    def past(self) -> bool:
        """Whether the last articles all lay beyond the range."""
        return len(self._judged) == _JUDGED and all(self._judged)

    def _compare(self) -> None:
        """Note how much new a page has beside the first, and whether the second is the first again."""
        if self.pages == 1:
            self._first = self._new
        thin = self.pages > 1 and self._new <= min(_THIN, _THIN_SHARE * self._first)
        self._thin = self._thin + 1 if thin else 0
        paged = self.stated > 1 or (self.of_words and self._first >= _A_PAGE)
        if self._thin and self._thin == self.pages - 1:
            self.deaf = paged and (not self._new or self._thin >= _THIN)
        elif not thin and self.pages > 1:
            self.deaf = False

    def end(self) -> End | None:
        """Why the walk ends with this page; None if the next one is worth a look."""
        if self._new or not self._named:  # what repeats an earlier page repeats its links, too
            self.stated = max(self.stated, self._stated_here)
        if not self._named:
            return "empty"
        self._compare()
        if not self._new:
            return "repeated"
        if self._thin >= _THIN:
            return "thin"
        if self.past or (self._beyond and self._beyond == self._dated == self._named):
            return "before"
        if self.stop_at_known and not self._wanted:
            return "known"
        return "bound" if self.bound is not None and self.pages >= self.bound else None
