"""Listings that go on over pages: what the section listing, the dated index and the search share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from scrapy import Request
from scrapy.http import Response, TextResponse

from newscrawl.discovery.links import Cards, JsonItems
from newscrawl.discovery.nextpage import MARKED, last_page, next_page, shows_its_place
from newscrawl.discovery.requests import form_request, get_request, json_request
from newscrawl.discovery.sections import chosen_sections
from newscrawl.discovery.source import (
    STEP,
    Named,
    NextPage,
    Paging,
    Source,
    Step,
    UnreadableListingError,
    Want,
)
from newscrawl.discovery.template import Template


@dataclass(frozen=True)
class PagedSource(Source):
    """Facts of a listing that goes on over pages.

    ``url``
        Template of the pages (:class:`~newscrawl.discovery.template.Template`).
    ``links``
        How a page names its articles: a CSS selector of the links, :class:`Cards` where the cards' dates
        are to be read too, or :class:`JsonItems`. Without it every link on the page counts, and the
        publisher's URL patterns decide.
    ``first``
        Template of the first page where it differs from ``url``.
    ``first_page``
        Number of the first page in ``{page}``.
    ``step``
        How far ``{offset}`` goes on from page to page.
    ``first_offset``
        What ``{offset}`` is on the first page.
    ``max_pages``
        How many pages there are at the most; pages beyond are never asked for.
    ``next_link``
        CSS selector of the link to the next page, for templates that have neither ``{page}`` nor ``{offset}``
        nor ``{cursor}``. Where it finds none, a link that reads 'Selanjutnya' or the page's number counts.
    ``cursor``
        Where a page gives the ``{cursor}`` of the next: a CSS selector with ``::attr`` or ``::text``, or with
        :class:`JsonItems` a JMESPath.
    ``form``, ``json``
        Templates of the fields of a form or of a JSON object: with either the request is a POST. A value
        that is exactly ``{page}`` or ``{offset}`` is a number in JSON.
    ``headers``
        Headers that the listing asks for.
    ``empty_text``
        Words that show that a page has no results, although it shows other links.
    ``sections``
        Section names with what fills ``{section}`` for each, or with a template of its own (``https://...``).
    ``section``
        What fills ``{section}`` when no section is asked for; without it all of ``sections`` are walked.

    A walk ends by itself at a page without articles, at one that names nothing new (sites repeat their last
    page, or the first), or at one where everything is older than what is wanted.
    """

    url: str
    links: str | Cards | JsonItems = "a"
    _: KW_ONLY
    first: str = ""
    first_page: int = 1
    step: int = 0
    first_offset: int = 0
    max_pages: int = 50
    next_link: str = MARKED
    cursor: str = ""
    form: Mapping[str, str] = field(default_factory=dict)
    json: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    empty_text: str = ""
    sections: Mapping[str, str] = field(default_factory=dict)
    section: str = ""

    needs: ClassVar[frozenset[str]] = frozenset()
    """Fields that the template must have."""

    def __post_init__(self) -> None:
        fields = self.fields
        if not self.needs <= fields:
            raise ValueError(f"'{self.url}' needs the field {{{'}, {'.join(sorted(self.needs))}}}")
        if ("offset" in fields) != bool(self.step):
            raise ValueError(f"'{self.url}': {{offset}} and step go together")
        if ("cursor" in fields) != bool(self.cursor):
            raise ValueError(f"'{self.url}': {{cursor}} and cursor go together")
        if "section" in Template(self.url).fields and not (self.sections or self.section):
            raise ValueError(f"'{self.url}' has a {{section}}, but no sections are given")
        if not self.url.startswith(("http://", "https://")):
            raise ValueError(f"'{self.url}' is no http or https address")
        if self.form and self.json:
            raise ValueError(f"'{self.url}': a request has a form or JSON, not both")
        if self.max_pages < 1:
            raise ValueError(f"'{self.url}': max_pages must be at least 1")

    def address(self) -> str:
        return self.url

    def _texts(self) -> list[str]:
        own = [value for value in self.sections.values() if value.startswith("http")]
        fields = [*self.form.values(), *(value for value in self.json.values() if isinstance(value, str))]
        return [self.url, *([self.first] if self.first else []), *own, *fields]

    @cached_property
    def fields(self) -> frozenset[str]:
        """Names of the fields in all of the source's templates."""
        return frozenset[str]().union(*(Template(text).fields for text in self._texts()))

    @cached_property
    def reader(self) -> Cards | JsonItems:
        """What reads the articles off a page."""
        return Cards(link=self.links) if isinstance(self.links, str) else self.links

    def unable(self, want: Want) -> str | None:
        if want.sections and not chosen_sections(self.sections, want):
            return "it has no sections" if not self.sections else "it has none of these sections"
        return None

    def start(self, want: Want) -> Iterator[Request]:
        for step in self.steps(want):
            yield self.request(step, want)

    def steps(self, want: Want) -> Iterator[Step]:
        """The first step of each walk that is wanted."""
        for section in self.section_values(want):
            yield Step(section=section)

    def section_values(self, want: Want) -> list[str]:
        """What fills ``{section}``, once for each walk."""
        chosen = chosen_sections(self.sections, want)
        if chosen:
            return chosen
        return [self.section] if self.section or not self.sections else list(self.sections.values())

    def request(self, step: Step, want: Want, *, cursor: str = "") -> Request:
        """The request for one page of a walk."""
        values = self._values(step, want, cursor)
        own = step.section.startswith("http")
        text = step.section if own else (self.first if self.first and step.page == 1 else self.url)
        url = Template(text).render(values)
        meta = {STEP: step}
        if self.json and text != self.first:
            return json_request(url, self.json, values, headers=self.headers, meta=meta)
        if self.form and text != self.first:
            return form_request(url, self.form, values, headers=self.headers, meta=meta)
        return get_request(url, headers=self.headers, meta=meta)

    def _values(self, step: Step, want: Want, cursor: str) -> dict[str, Any]:
        day: date = step.first_day or want.last_day
        return {
            "page": self.first_page + step.page - 1,
            "offset": self.first_offset + (step.page - 1) * self.step,
            "date": day,
            "since": day,
            "until": step.last_day or day,
            "query": step.words,
            "section": step.section,
            "cursor": cursor,
        }

    def read(self, response: Response, want: Want) -> Iterator[Named]:
        if not isinstance(response, TextResponse):
            raise UnreadableListingError(f"{response.url}: the listing is no text")
        if self.empty_text and self.empty_text.lower() in response.text.lower():
            return
        step: Step = response.meta.get(STEP, Step())
        if isinstance(self.reader, Cards):
            yield Paging(last_page(response, step.page, marked=self.next_link), shows_its_place(response))
        yield from self.reader.read(response)
        following = self._next(response, step, want) if step.page < self.max_pages else None
        if following is not None:
            yield NextPage(following)

    def further(self, step: Step, want: Want) -> Request | None:
        told = not self.cursor and bool(self.fields & {"page", "offset"})
        return self.request(step.ahead(), want) if told and step.page < self.max_pages else None

    def _next(self, response: TextResponse, step: Step, want: Want) -> Request | None:
        ahead = step.ahead()
        if self.cursor:
            cursor = self.reader.cursor(response, self.cursor)
            return self.request(ahead, want, cursor=cursor) if cursor else None
        told = self.further(step, want)
        if told is not None:
            return told
        following = next_page(response, step.page, marked=self.next_link)
        return get_request(following, headers=self.headers, meta={STEP: ahead}) if following else None
