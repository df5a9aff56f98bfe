"""The raw article: what extraction hands to the pipelines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawl.sites.rules import NO_RULES, SiteRules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.items import Article
    from newscrawl.reading.byline.evidence import BylineEvidence
    from newscrawl.reading.dates.evidence import DateEvidence
    from newscrawl.reading.tree.blocks import Block

MAX_PARTS = 30
"""Bound: parts of an article; more are a trap."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a page announces of its article's other parts.

    ``total`` counts the parts, this one included; ``whole`` is the address of all of them on one page;
    ``further`` are the other parts' addresses in reading order.
    """

    total: int = 1
    whole: str | None = None
    further: tuple[str, ...] = ()

    def extended(self, later: Sequence[str]) -> Parts:
        """These parts and those that a later page announces."""
        return Parts(min(self.total + len(later), MAX_PARTS), self.whole, (*self.further, *later))


@dataclass(frozen=True, slots=True)
class PageSigns:
    """What a page says of its own kind, before its text is looked at.

    ``shown`` tells whether the headline that the head states stands on the page, ``dated`` whether a date
    stands beside it, ``missing`` whether the titles say that there is no such page, ``static`` whether
    it is a page about the site itself, ``offer`` whether it offers goods or work, ``listed`` whether the
    address is that of a front page, an archive or a search, ``archive`` whether the site's system calls it
    one, ``topical`` whether only the wording of the title speaks of pictures, ``signed`` whether a writer is
    named, ``has_day`` whether any date of publication is found, ``shell`` whether scripts are to draw a text
    that is not there (asked only of pages that seem to be no article), ``numbered`` whether the address ends
    in a number as those of articles and of the pages of lists do. ``for_article`` and ``for_listing``
    count the witnesses for either. ``topic`` are the words of title and description.
    """

    shown: bool = True
    for_article: int = 3
    for_listing: int = 0
    gallery: bool = False
    video: bool = False
    quiz: bool = False
    dated: bool = False
    missing: bool = False
    static: bool = False
    offer: bool = False
    listed: bool = False
    archive: bool = False
    signed: bool = False
    has_day: bool = True
    topical: bool = False
    shell: bool = False
    numbered: bool = False
    topic: frozenset[str] = frozenset()

    @property
    def unclaimed(self) -> bool:
        """Whether neither a writer nor a day is named."""
        return not self.signed and not self.has_day


@dataclass(slots=True)
class RawArticle:
    """The record as far as the page states it outright, and the evidence for the rest.

    ``announced`` says what other pages a split article has, ``parts`` are those that were fetched, in
    reading order, ``pages_fetched`` how many of all pages are in hand. ``signs`` are what the page says of
    its kind, for the judgement when the widgets are gone.

    ``initials`` are those of the site's names, in lower case, ``names`` the names themselves, run together.

    ``told`` says that the caller knows the page to be an article, so that no sign refuses it;
    ``type_reason`` why the page is of the type that it is.

    The pipelines fill ``article`` from the evidence; the last one hands on ``article`` alone.
    """

    article: Article
    blocks: list[Block] = field(default_factory=list)
    date_evidence: list[DateEvidence] = field(default_factory=list)
    byline_evidence: list[BylineEvidence] = field(default_factory=list)
    rules: SiteRules = NO_RULES
    announced: Parts = Parts()
    initials: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    signs: PageSigns = PageSigns()
    told: bool = False
    type_reason: str = ""
    parts: list[RawArticle] = field(default_factory=list)
    pages_fetched: int = 1
