"""The raw article: what extraction hands to the pipelines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from newscrawl.extraction.pagetype import PageSigns
from newscrawl.extraction.paging import Parts
from newscrawl.extraction.rules import NO_RULES, SiteRules

if TYPE_CHECKING:
    from newscrawl.dates.evidence import DateEvidence
    from newscrawl.extraction.blocks import Block
    from newscrawl.items import Article

BylineRole = Literal["author", "editor", "contributor", "unknown"]


@dataclass(frozen=True, slots=True)
class BylineEvidence:
    """A string that names people: ``text`` as found, the role its place gives it, and that place."""

    text: str
    role: BylineRole
    detail: str


@dataclass(slots=True)
class RawArticle:
    """The record as far as the page states it outright, and the evidence for the rest.

    ``announced`` says what other pages a split article has, ``parts`` are those that were fetched, in
    reading order, ``pages_fetched`` how many of all pages are in hand. ``signs`` are what the page says of
    its kind, for the judgement when the widgets are gone.

    The pipelines fill ``article`` from the evidence; the last one hands on ``article`` alone.
    """

    article: Article
    blocks: list[Block] = field(default_factory=list)
    date_evidence: list[DateEvidence] = field(default_factory=list)
    byline_evidence: list[BylineEvidence] = field(default_factory=list)
    rules: SiteRules = NO_RULES
    announced: Parts = Parts()
    signs: PageSigns = PageSigns()
    parts: list[RawArticle] = field(default_factory=list)
    pages_fetched: int = 1
