"""The articles of one site: invented on demand, and changed over time as tests ask."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import islice
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from tests.newsroom.prose import Draft, Headline, Writer

Dateline = Callable[[str], str]
"""From a place to the words before the first sentence, such as 'Ambon, (afederasi.com) - '."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What listings, feeds and sitemaps tell of an article. Times are aware, in the site's zone.

    ``number`` counts from 1, the oldest. ``revision`` is 1 and grows with each edit.
    """

    number: int
    slug: str
    title: str
    deck: str
    section: str
    tags: tuple[str, ...]
    published_at: datetime
    modified_at: datetime
    revision: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Brief):
    """An article whole: the truth that a crawl's record is compared with.

    ``paragraphs`` are the text as published, dateline first and reporter codes last. ``source`` is the site
    or agency that the dateline names. ``pages`` says over how many pages the site splits it.
    """

    paragraphs: tuple[str, ...]
    caption: str
    dateline: str
    source: str
    author: str
    editor: str
    codes: tuple[str, ...]
    pages: int = 1

    @property
    def body(self) -> str:
        """The text as the record has it: paragraphs separated by a blank line."""
        return "\n\n".join(self.paragraphs)

    def page(self, number: int) -> tuple[str, ...]:
        """The paragraphs of one page, counted from 1."""
        size = -(-len(self.paragraphs) // self.pages)
        return self.paragraphs[(number - 1) * size : number * size]


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """How a site writes: its brand, its dateline, and each how manieth article is split over pages (0: none).

    ``place`` is how it writes places in datelines, ``codes`` its reporter codes.
    """

    brand: str
    dateline: Dateline
    place: Callable[[str], str] = str
    split_every: int = 0
    split_pages: int = 3
    codes: str = "({})"

    def pages(self, number: int) -> int:
        """Over how many pages article ``number`` is split."""
        return self.split_pages if self.split_every and number % self.split_every == 0 else 1


_BRIEF_FIELDS = tuple(field.name for field in fields(Brief))


def slugify(title: str) -> str:
    """A title as it stands in an address."""
    ascii_title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_title.lower()).strip("-")


class Shelf:
    """Articles in order, made only when looked at."""

    def __init__(self, brief: Callable[[int], Brief], numbers: Iterator[int]) -> None:
        self._brief = brief
        self._numbers = numbers

    def __iter__(self) -> Iterator[Brief]:
        return map(self._brief, self._numbers)

    def window(self, first: int, size: int) -> list[Brief]:
        """So many articles from the ``first`` on, counted from 0; those before it are not made."""
        return [self._brief(number) for number in islice(self._numbers, first, first + size)]


class StoryBook:
    """All articles of a site, by number. The same arguments give the same articles.

    Articles lie ``gap`` apart in time, the first ``count`` of them up to ``newest``; later ones come after.
    Nothing is written before somebody asks, so a book of 50,000 costs nothing.
    """

    def __init__(
        self, seed: str, style: HouseStyle, *, count: int, newest: datetime, gap: timedelta, zone: ZoneInfo
    ) -> None:
        self.style = style
        self.zone = zone
        self.gap = gap
        self.revision = 0
        self.count = count
        self._initial = count
        self._newest = newest.astimezone(zone).replace(microsecond=0)
        self._seed = seed
        self._writer = Writer(seed)
        self._edited: dict[int, Story] = {}
        self._withdrawn: dict[int, int] = {}
        self._numbers: dict[str, int] = {}
        self._indexed = 0
        self._write_brief = lru_cache(maxsize=120_000)(self._new_brief)
        self._write_story = lru_cache(maxsize=4_000)(self._new_story)

    def __len__(self) -> int:
        """How many articles are online."""
        return self.count - len(self._withdrawn)

    def numbers(self, section: str | None = None) -> Iterator[int]:
        """The numbers of the articles online, of a section or all, newest first."""
        for number in range(self.count, 0, -1):
            if number not in self._withdrawn and section in (None, self._section(number)):
                yield number

    def _section(self, number: int) -> str:
        edited = self._edited.get(number)
        return edited.section if edited else self._writer.section(number)

    def brief(self, number: int) -> Brief:
        """What a listing shows of an article; raises KeyError for a number that never was."""
        self._check(number)
        return self._edited.get(number) or self._write_brief(number)

    def story(self, number: int) -> Story:
        """An article whole, withdrawn ones too; raises KeyError for a number that never was."""
        self._check(number)
        return self._edited.get(number) or self._write_story(number)

    def stories(self) -> Iterator[Story]:
        """Every article online, newest first."""
        return (self.story(number) for number in self.numbers())

    def briefs(self, *, section: str | None = None) -> Shelf:
        """What listings show, of a section or all, newest first."""
        return Shelf(self.brief, self.numbers(section))

    def on(self, day: date) -> list[Brief]:
        """The articles of one day in the site's zone, newest first."""
        midnight = datetime(day.year, day.month, day.day, tzinfo=self.zone)
        return self.between(midnight, midnight + timedelta(days=1))

    def between(self, since: datetime, until: datetime) -> list[Brief]:
        """The articles published from ``since`` to before ``until``, newest first."""
        first = bisect_left(range(1, self.count + 1), since, key=self._time) + 1
        last = bisect_left(range(1, self.count + 1), until, key=self._time)
        # Edits may have moved an article out of its place in time.
        numbers = {*range(first, last + 1), *self._edited} - self._withdrawn.keys()
        briefs = (self.brief(number) for number in sorted(numbers, reverse=True))
        return [brief for brief in briefs if since <= brief.published_at < until]

    def number_of(self, slug: str) -> int | None:
        """The number of the article with that slug; an edited title leaves the slug as it was."""
        if slug not in self._numbers:
            self._index()
        return self._numbers.get(slug)

    def withdrawn(self, number: int) -> int | None:
        """The status that a withdrawn article answers with, None while it is online."""
        return self._withdrawn.get(number)

    def edit(self, number: int, **changes: Any) -> Story:
        """Change fields of an article, such as title, paragraphs or published_at; the changed article.

        ``modified_at`` becomes one hour later than it was, unless given.
        """
        story = self.story(number)
        changes.setdefault("modified_at", story.modified_at + timedelta(hours=1))
        changed = replace(story, **changes, revision=story.revision + 1)
        self._edited[number] = changed
        self.revision += 1
        return changed

    def publish(self, **fields_given: Any) -> Story:
        """Add one new article, the newest; fields not given are invented."""
        number = self.count + 1
        story = self._new_story(number)
        if fields_given:
            self._edited[number] = replace(story, **self._with_consequences(fields_given))
        self.count = number
        self.revision += 1
        return self.story(number)

    def withdraw(self, number: int, *, status: int = 404) -> None:
        """Take an article offline: listings lose it, its address answers with ``status`` (404 or 410)."""
        self._check(number)
        self._withdrawn[number] = status
        self.revision += 1

    def restore(self, number: int) -> None:
        """Bring a withdrawn article back."""
        self._withdrawn.pop(number, None)
        self.revision += 1

    def _check(self, number: int) -> None:
        if not 1 <= number <= self.count:
            raise KeyError(f"no article {number}: there are 1 to {self.count}")

    @staticmethod
    def _with_consequences(given: dict[str, Any]) -> dict[str, Any]:
        if "title" in given:
            given.setdefault("slug", slugify(given["title"]))
        if "published_at" in given:
            given.setdefault("modified_at", given["published_at"])
        return given

    def _index(self) -> None:
        """Know every slug up to the newest article: a restarted server is asked for any of them."""
        for number in range(self._indexed + 1, self.count + 1):
            self._numbers[self.brief(number).slug] = number
        self._indexed = self.count

    def _time(self, number: int) -> datetime:
        """When article ``number`` was published: within its slot, never out of order."""
        jitter = Random(f"{self._seed}@{number}").random() * 0.9
        seconds = int(self.gap.total_seconds() * (self._initial - number + jitter))
        return self._newest - timedelta(seconds=seconds)

    def _headline(self, number: int) -> tuple[Headline, datetime]:
        moment = self._time(number)
        return self._writer.headline(number, moment), moment

    def _new_brief(self, number: int) -> Brief:
        headline, moment = self._headline(number)
        return Brief(
            number=number,
            slug=slugify(headline.title),
            title=headline.title,
            deck=headline.deck,
            section=headline.section,
            tags=headline.tags,
            published_at=moment,
            modified_at=moment + timedelta(minutes=25) if number % 4 == 0 else moment,
        )

    def _new_story(self, number: int) -> Story:
        brief = self._write_brief(number)
        pages = self.style.pages(number)
        draft = self._writer.draft(number, brief.published_at, long=pages > 1)
        return Story(
            **{name: getattr(brief, name) for name in _BRIEF_FIELDS},
            paragraphs=self._dressed(draft),
            caption=f"{draft.caption} (Foto: {self.style.brand}/{draft.author}).",
            dateline=self.style.place(draft.place),
            source=self.style.brand,
            author=draft.author,
            editor=draft.editor,
            codes=draft.codes,
            pages=pages,
        )

    def _dressed(self, draft: Draft) -> tuple[str, ...]:
        first, *middle, last = draft.paragraphs
        codes = self.style.codes.format("/".join(draft.codes))
        place = self.style.place(draft.place)
        return (self.style.dateline(place) + first, *middle, f"{last} {codes}")
