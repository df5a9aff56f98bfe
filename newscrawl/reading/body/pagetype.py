"""Tells articles from listings, galleries, videos and the rest.

No single sign decides. What the page says of itself (structured data, ``og:type``), the shape of its
address, and whether its headline is shown and is no link elsewhere are witnesses; the text that is left
when every widget is gone decides: running text makes an article, teasers make a listing, captions a gallery.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from newscrawl import words
from newscrawl.reading.body.relevance import topic_words
from newscrawl.reading.dates.datelike import is_date_line
from newscrawl.reading.fields.date_evidence import meta_role
from newscrawl.reading.raw import PageSigns
from newscrawl.reading.tree.structured import address_key

if TYPE_CHECKING:
    from newscrawl.items import PageType
    from newscrawl.reading.fields.sources import Sources
    from newscrawl.reading.tree.blocks import Block

_PROSE_KINDS = frozenset(("paragraph", "quote", "list_item", "table_row"))
_SHORTEST_PROSE = 40
_LITTLE = 250
"""Characters of running text that a page with fewer than two paragraphs does not reach."""
_LEAST = 150
_LONG_PARAGRAPH = 600
"""So long a paragraph is a text by itself."""
_ENOUGH_WITHOUT_HEADLINE = 600
_MANY_PARAGRAPHS, _VERY_LONG_TEXT = 10, 3000
_CERTAIN_LISTING = 2
_FEWEST_TEASERS = 3
_LONG_TEXT = 1200
"""Characters of running text in which no word of the title need stand."""

_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]{0,3}(?:\s*[(\[][^()\[\]]{1,40}[)\]])?[\s.*]{0,4}$")
_SLUG_SIGNS = re.compile(r"[-_.]")
_LONG_NUMBER = re.compile(r"\d{5,}")
_LISTING_PATH = re.compile(rf"/(?:{words.patterns('page_types', 'listing folder')})(?:[/.]|$)", re.IGNORECASE)
_SEARCH_QUERY, _IDENTIFIES = (
    re.compile(rf"(?:^|&)(?:{words.patterns('page_types', kind)})={end}", re.IGNORECASE)
    for kind, end in (("search key", ""), ("article key", r"\w"))
)
_GALLERY_WORD, _VIDEO_WORD, _QUIZ_WORD = (
    re.compile(rf"(?:^|[\W_])(?:{words.patterns('page_types', kind)})(?:[\W_]|$)", re.IGNORECASE)
    for kind in ("gallery", "video", "quiz")
)
_QUIZ_COUNTER = re.compile(
    r"(?:question|pertanyaan|soal)\s*(?:ke-?)?\d{1,2}\s*(?:/|dari|of|$)", re.IGNORECASE
)
_LISTING_TITLE = re.compile(words.patterns("page_types", "listing title"), re.IGNORECASE)
_LISTING_TYPES = frozenset(("collectionpage", "searchresultspage", "itemlist"))
_GALLERY_TYPES = frozenset(("imagegallery", "mediagallery"))


def read_signs(sources: Sources) -> PageSigns:
    """The signs of the page."""
    page = sources.page
    title = sources.headline.text or ""
    opening = f"{title[:14]} {sources.stated_titles[-1][1][:14] if sources.stated_titles else ''}"
    types = sources.data.types()
    address = _address(page.url)
    og_type = page.meta.get("og:type", [""])[0].lower()
    kinds = " ".join((*page.meta.get("page_type", ()), *page.meta.get("content_type", ())))
    return PageSigns(
        shown=sources.headline.agrees,
        for_article=_for_article(sources, og_type),
        for_listing=_for_listing(sources, types, og_type),
        gallery=bool(types & _GALLERY_TYPES) or _marked(_GALLERY_WORD, opening, address),
        video=og_type.startswith("video") or _marked(_VIDEO_WORD, opening, address),
        quiz=_QUIZ_WORD.search(kinds) is not None or _is_quiz(sources, f"{title} {address}"),
        topic=topic_words(title, *page.meta.get("description", ()), *page.meta.get("og:description", ())),
    )


def settle(signs: PageSigns, blocks: Sequence[Block], *, final: bool = True) -> PageType:
    """What a page with these signs is, from the text that is kept of it.

    Before the widget lines are gone (not ``final``) dates and links among the lines say nothing.
    """
    kept = [block for block in blocks if block.kept]
    prose = [block for block in kept if is_prose(block)]
    size = sum(len(block.text) for block in prose)
    if signs.quiz:
        return "other"
    if final and _are_teasers(kept, len(prose)):
        return "listing"
    if size < _LITTLE or (len(prose) < 2 and size < _LONG_PARAGRAPH):
        return _with_little_text(signs, size)
    if size < _LONG_TEXT and not _is_on_topic(prose, signs.topic):
        return _with_little_text(signs, 0)
    if signs.shown:
        excess = signs.for_listing - signs.for_article
        return "listing" if excess > 0 and len(prose) < 4 * excess else "article"
    return "article" if _is_article_without_headline(signs, len(prose), size) else "listing"


def _is_article_without_headline(signs: PageSigns, paragraphs: int, size: int) -> bool:
    """Whether so much text is an article though the headline that the head states is not on the page."""
    excess = signs.for_article - signs.for_listing
    if paragraphs >= _MANY_PARAGRAPHS and size >= _VERY_LONG_TEXT and signs.for_listing < _CERTAIN_LISTING:
        return excess >= 0
    return paragraphs >= 3 and size >= _ENOUGH_WITHOUT_HEADLINE and excess > 0


def _is_on_topic(prose: Sequence[Block], topic: frozenset[str]) -> bool:
    """Whether any line has a word of the title: a notice on cookies under a gallery has none."""
    return not topic or any(not topic.isdisjoint(topic_words(block.text)) for block in prose)


def is_prose(block: Block) -> bool:
    """Whether a line is running text: long enough, ended like a sentence, and mostly no link."""
    text = block.text
    if block.kind not in _PROSE_KINDS or block.link_share > 0.5 or len(text) < _SHORTEST_PROSE:
        return False
    return ". " in text or _SENTENCE_END.search(text[-60:]) is not None


def _are_teasers(kept: Sequence[Block], prose: int) -> bool:
    """Whether the text is a row of teasers: dates or linked headlines stand between its lines.

    Below a long text they are what a page recommends.
    """
    breaks = before = 0
    for block in kept:
        if (block.link_share > 0.7 and len(block.text) > 20) or (
            len(block.text) <= 60 and is_date_line(block.text)
        ):
            breaks += 1
        elif breaks < _FEWEST_TEASERS and is_prose(block):
            before += len(block.text)
    return breaks >= _FEWEST_TEASERS and 2 * breaks >= prose and before < _LONG_TEXT


def _with_little_text(signs: PageSigns, size: int) -> PageType:
    if signs.gallery:
        return "gallery"
    if signs.video:
        return "video"
    if signs.shown and size >= _LEAST and signs.for_article >= 3 and signs.for_article > signs.for_listing:
        return "article"
    return "listing" if not signs.shown or signs.for_listing >= 2 else "other"


def _for_article(sources: Sources, og_type: str) -> int:
    path = address_key(sources.page.url)
    slug = path.rpartition("/")[2]
    witnesses = 2 * (sources.data.article is not None)
    witnesses += og_type == "article"
    witnesses += any(
        meta_role(key) == "published" and any(map(str.isdigit, contents[0]))
        for key, contents in sources.page.meta.items()
    )
    witnesses += len(_SLUG_SIGNS.findall(slug)) >= 3 or _LONG_NUMBER.search(path) is not None
    near = [*sources.below[:4], *sources.above[:2]] if sources.headline.agrees else []
    return witnesses + any(line.is_dated for line in near)


def _for_listing(sources: Sources, types: set[str], og_type: str) -> int:
    witnesses = 2 * (bool(types & _LISTING_TYPES) and sources.data.article is None)
    witnesses += og_type == "website"
    witnesses += _LISTING_TITLE.search(sources.headline.text or "") is not None
    witnesses += 2 * _leads_elsewhere(sources)
    return witnesses + _shape_of_listing(sources.page.url)


def _shape_of_listing(url: str) -> int:
    """How much an address looks like that of a home, section, tag or search page, from 0 to 2."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return 0
    if _SEARCH_QUERY.search(parts.query) or _LISTING_PATH.search(parts.path):
        return 2
    segments = [segment for segment in parts.path.split("/") if segment and not segment.startswith("index.")]
    if not segments:
        return 0 if _IDENTIFIES.search(parts.query) else 2
    return int(len(segments) == 1 and len(_SLUG_SIGNS.findall(segments[0])) < 2 and not parts.query)


def _leads_elsewhere(sources: Sources) -> bool:
    """Whether the headline is a link to another page, as the top story of a front page is."""
    at = sources.headline.line
    if at < 0:
        return False
    own = address_key(sources.page.url).rpartition("/")[2]
    line = sources.outline.lines[at]
    for element in (*line.inline, *line.around[:3]):
        href = element.get("href") if element.tag == "a" else None
        if href and not href.startswith(("#", "javascript:")):
            target = address_key(_resolved(sources.page.url, href)).rpartition("/")[2]
            return bool(target) and target not in own and own not in target
    return False


def _is_quiz(sources: Sources, named: str) -> bool:
    """Whether a page that is called a quiz counts questions ("Pertanyaan 1/5"): news of a quiz does not."""
    if not _QUIZ_WORD.search(named):
        return False
    return any(_QUIZ_COUNTER.match(first.lstrip()) for _, first, _ in sources.outline.lines.ends())


def _resolved(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def _address(url: str) -> str:
    """Host and folders of an address, without the article's own name, in which any word may stand."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.netloc}{parts.path.rpartition('/')[0]}/".lower()


def _marked(word: re.Pattern[str], opening: str, address: str) -> bool:
    return word.search(opening) is not None or word.search(address) is not None
