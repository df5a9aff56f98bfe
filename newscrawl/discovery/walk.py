"""When a walk over the pages of a listing has seen enough."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Literal

End = Literal["empty", "repeated", "known", "before", "bound"]

_JUDGED = 10
"""So many articles in a row from before the range, by their pages, end a walk whose listing has no dates."""


@dataclass
class Walk:
    """What was seen on one walk: pages that follow each other by ``NextPage``.

    ``fresh`` counts the articles that no other walk of this crawl had named. ``bound`` is the number of pages
    after which the walk ends, None for as many as there are. ``stop_at_known`` ends it at a page on which
    every article is known from earlier crawls.
    """

    bound: int | None = None
    stop_at_known: bool = False
    pages: int = 0
    fresh: int = 0
    _keys: set[int] = field(default_factory=set)
    _judged: deque[bool] = field(default_factory=lambda: deque(maxlen=_JUDGED))
    _named: int = 0
    _new: int = 0
    _wanted: int = 0
    _dated: int = 0
    _before: int = 0

    def turn(self) -> None:
        """Begin a page."""
        self.pages += 1
        self._named = self._new = self._wanted = self._dated = self._before = 0

    def name(self, key: str, *, dated: bool, before: bool) -> None:
        """Note an article that the page names, and whether its date is known and before the range."""
        self._named += 1
        self._dated += dated
        self._before += before
        if hash(key) not in self._keys:
            self._keys.add(hash(key))
            self._new += 1

    def want(self) -> None:
        """Note that one of the page's articles is not known yet."""
        self._wanted += 1

    def judge(self, *, before: bool) -> None:
        """Note whether an article that the walk found turned out to be from before the range."""
        self._judged.append(before)

    @property
    def past(self) -> bool:
        """Whether the last articles were all from before the range."""
        return len(self._judged) == _JUDGED and all(self._judged)

    def end(self) -> End | None:
        """Why the walk ends with this page; None if the next one is worth a look."""
        if not self._named:
            return "empty"
        if not self._new:
            return "repeated"
        if self.past or (self._before and self._before == self._dated == self._named):
            return "before"
        if self.stop_at_known and not self._wanted:
            return "known"
        return "bound" if self.bound is not None and self.pages >= self.bound else None
