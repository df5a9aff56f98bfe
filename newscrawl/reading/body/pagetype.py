"""Tells articles from listings, galleries, videos and the rest.

No single sign decides. What the page says of itself (structured data, ``og:type``), the shape of its
address, and whether its headline is shown and is no link elsewhere are witnesses; the text that is left
when every widget is gone decides: running text makes an article, teasers make a listing, captions a gallery.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl import words
from newscrawl.reading.body.offers import is_offer
from newscrawl.reading.body.relevance import topic_words
from newscrawl.reading.body.teasers import (
    LONG_TEXT,
    PROSE_KINDS,
    SENTENCE_END,
    are_opened,
    are_teasers,
    is_prose,
)
from newscrawl.reading.byline.dateline import find_dateline
from newscrawl.reading.fields.date_evidence import meta_role, shows_day
from newscrawl.reading.fields.headline import leads_elsewhere
from newscrawl.reading.raw import PageSigns
from newscrawl.reading.tree.passages import LEAST_LENGTH, LEAST_SENTENCES, is_passage, sentences
from newscrawl.reading.tree.payloads import published_near
from newscrawl.reading.tree.structured import address_key
from newscrawl.reading.widgets import walls

if TYPE_CHECKING:
    from newscrawl.items import PageType
    from newscrawl.reading.fields.sources import Sources
    from newscrawl.reading.tree.blocks import Block

_LEVELS = ((6, 1500), (3, 600), (2, LEAST_LENGTH))
"""Paragraphs and characters of running text that make it a long, a fair, or a short text."""
_TOLERATED = (4, 2, 0)
"""How many more witnesses for a listing than for an article each of them outweighs."""
_PROOF = 2
"""Witnesses for an article at the address of a listing: of five blogs with whole posts on it none had two."""
_TOPIC_WORDS, _TOLD = 4, 0.5
"""Words of title and description from which on they are an article's where its text holds so many of them."""
_ALL = 4
"""Witnesses of an article by every sign: what it is called, when published, a date shown, its address."""
_SURELY = 2
"""The shape of an address that is certainly a listing's."""
_BRIEF = 100
"""Characters of a breaking item: two sentences under a headline, with its date and a dateline."""
_ITEM = 150
"""Characters of an item that all witnesses call an article."""

_SLUG_SIGNS = re.compile(r"[-_.]")
_LONG_NUMBER = re.compile(r"\d{5,}")
_LISTING_PATH = re.compile(rf"/(?:{words.patterns('page_types', 'listing folder')})(?:[/.]|$)", re.IGNORECASE)
_IN_LISTINGS = re.compile(rf"/(?:{words.patterns('page_types', 'listing folder')})/[^/]+/?$", re.IGNORECASE)
"""The address of one of many listings: of a topic, an author, a section."""

_ARCHIVE = re.compile(r"/(?:19|20)\d\d(?:/\d{1,2}){0,2}/?")
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
_MISSING = re.compile(rf"\W*(?:{words.patterns('page_types', 'missing')})", re.IGNORECASE)
_NOT_HERE = re.compile(rf"\W*(?:{words.patterns('page_types', 'missing text')})", re.IGNORECASE)
_STATIC = re.compile(rf"\W*(?:{words.patterns('page_types', 'static page')})\W*", re.IGNORECASE)
_OF_SITE = "|".join(words.patterns("page_types", kind) for kind in ("about the site", "static page"))
_ABOUT_SITE = re.compile(rf"\W*(?:{_OF_SITE})\s+", re.IGNORECASE)
_NOT_LETTER = re.compile(r"[\W_]+")
_LISTING_TYPES = frozenset(("collectionpage", "searchresultspage", "itemlist", "profilepage"))
_GALLERY_TYPES = frozenset(("imagegallery", "mediagallery"))


def read_signs(sources: Sources) -> PageSigns:
    """The signs of the page."""
    page = sources.page
    title = sources.headline.text or ""
    address = _address(page.url)
    opening = _opening(sources)
    og_type = page.meta.get("og:type", [""])[0].lower()
    kinds = " ".join((*page.meta.get("page_type", ()), *page.meta.get("content_type", ())))
    dated = _is_dated(sources)
    return PageSigns(
        shown=sources.headline.agrees,
        for_article=_for_article(sources, og_type),
        for_listing=_for_listing(sources, sources.data.types(), og_type),
        gallery=is_called_gallery(sources),
        video=og_type.startswith("video") or _marked(_VIDEO_WORD, opening, address),
        quiz=_QUIZ_WORD.search(kinds) is not None or _is_quiz(sources, f"{title} {address}"),
        dated=dated,
        offer=is_offer(sources, og_type, dated=dated),
        missing=_is_missing(sources),
        static=_is_static(sources),
        listed=_shape_of_listing(page.url) == _SURELY and not _has_slug(page.url),
        topic=topic_words(title, *page.meta.get("description", ()), *page.meta.get("og:description", ())),
    )


def is_called_gallery(sources: Sources) -> bool:
    """Whether the page's own data, the beginning of its title or its address say that it is a gallery."""
    if sources.data.types() & _GALLERY_TYPES:
        return True
    return _marked(_GALLERY_WORD, _opening(sources), _address(sources.page.url))


def _opening(sources: Sources) -> str:
    """How the headline and the title of the page's head begin."""
    stated = sources.stated_titles[-1][1] if sources.stated_titles else ""
    return f"{(sources.headline.text or '')[:14]} {stated[:14]}"


def settle(signs: PageSigns, blocks: Sequence[Block], *, final: bool = True) -> PageType:
    """What a page with these signs is, from the text that is kept of it.

    Before the widget lines are gone (not ``final``) dates and links among the lines say nothing.
    """
    return judge(signs, blocks, final=final)[0]


def judge(signs: PageSigns, blocks: Sequence[Block], *, final: bool = True) -> tuple[PageType, str]:
    """Like :func:`settle`, with the reason, for people who wonder why a page was refused."""
    kept = [block for block in blocks if block.kept]
    prose = [block for block in kept if is_prose(block)]
    size = sum(len(block.text) for block in prose)
    level = _level(prose, size, alone=not (signs.gallery or signs.video))
    if refused := _by_name(signs, prose):
        return refused
    called = _is_called_article(signs)
    opened = not called and are_opened(blocks, len(prose))
    if final and (opened or are_teasers(blocks, len(prose), called=called)):
        between = "buttons that open articles" if opened else "dates or linked headlines"
        return "listing", f"its lines are teasers: {between} stand between them"
    if why := _stands_for_text(signs, blocks, prose, level):
        return "other", why
    if level is None:
        return _with_little_text(signs, kept, prose)
    # A review or a poem may have no word of its title, but no notice on cookies has three paragraphs.
    alone = signs.gallery or signs.video or len(prose) < LEAST_SENTENCES or signs.for_article < _PROOF
    if size < LONG_TEXT and alone and not _is_on_topic(prose, signs.topic):
        return _with_little_text(signs, kept, [])
    return _by_signs(signs, level)


def _by_name(signs: PageSigns, prose: Sequence[Block]) -> tuple[PageType, str] | None:
    """What a page is by its title or its address, whatever text it holds; None where these say nothing."""
    if signs.quiz:
        return "other", "the page counts the questions of a quiz"
    if signs.static:
        return "other", "its title is that of a page about the site itself"
    if signs.offer:
        return "other", "it offers goods or work"
    # A title that is not shown, such as that of an archive ("Juli 2026 - Suara Desa"), is no article's.
    if signs.listed and signs.for_article < _PROOF and not (signs.shown and _tells(prose, signs.topic)):
        return "listing", "its address is that of a listing, and nothing on it says that it is an article"
    return None


def _stands_for_text(
    signs: PageSigns, blocks: Sequence[Block], prose: Sequence[Block], level: int | None
) -> str | None:
    """What the lines say that stand in place of a text: that there is none, or who may read it."""
    if level != 0 and signs.for_article < _ALL and (signs.missing or _says_missing(signs, prose)):
        return "its title or its first line says that there is no such page"
    if _offers_alone(blocks, prose):
        return "it shows subscribers the text, and others only how to become one"
    return None


def _offers_alone(blocks: Sequence[Block], prose: Sequence[Block]) -> bool:
    """Whether nothing is left of a text for subscribers but what is said to those who are none yet."""
    walled = any(block.reason == walls.REASON for block in blocks)
    return walled and all(walls.speaks_of_subscribing(block.text) for block in prose)


def _says_missing(signs: PageSigns, prose: Sequence[Block]) -> bool:
    """Whether the text begins with the words of a page that is not there, and does not tell of its title."""
    return bool(prose) and bool(_NOT_HERE.match(prose[0].text)) and not _tells(prose, signs.topic)


def _tells(prose: Sequence[Block], topic: frozenset[str]) -> bool:
    """Whether the text holds most words of a title of several: the name of a site or of a section has few."""
    if len(topic) < _TOPIC_WORDS:
        return False
    held = topic & topic_words(*(block.text for block in prose))
    return len(held) >= _TOLD * len(topic)


def _is_called_article(signs: PageSigns) -> bool:
    """Whether the signs alone say article."""
    return signs.shown and not signs.listed and signs.for_article - signs.for_listing >= _PROOF


def _by_signs(signs: PageSigns, level: int) -> tuple[PageType, str]:
    """What a page with so much text is: the more text, the more signs of a listing it outweighs."""
    if level == len(_LEVELS) - 1 and not signs.for_article:
        kind: PageType = "listing" if signs.for_listing else "other"
        return kind, "a short text, and no sign of an article"
    excess = signs.for_listing - signs.for_article + (not signs.shown)
    if excess <= _TOLERATED[level]:
        return "article", "running text"
    hidden = "" if signs.shown else ", and the headline of its head is not shown"
    return "listing", f"{signs.for_listing} signs of a listing, {signs.for_article} of an article{hidden}"


def _level(prose: Sequence[Block], size: int, *, alone: bool) -> int | None:
    """Which of the ``_LEVELS`` a text reaches; a single paragraph must be a passage of several sentences.

    In a gallery or a video one ``alone`` only presents it: of 35 open ones all that are articles have two.
    """
    for level, (paragraphs, length) in enumerate(_LEVELS):
        if len(prose) >= paragraphs and size >= length:
            return level
    return len(_LEVELS) - 1 if alone and any(is_passage(block.text) for block in prose) else None


def _is_on_topic(prose: Sequence[Block], topic: frozenset[str]) -> bool:
    """Whether any line has a word of the title: a notice on cookies under a gallery has none."""
    return not topic or any(not topic.isdisjoint(topic_words(block.text)) for block in prose)


def _with_little_text(
    signs: PageSigns, kept: Sequence[Block], prose: Sequence[Block]
) -> tuple[PageType, str]:
    size = sum(len(block.text) for block in prose)
    amount = f"only {size} characters of running text"
    if signs.gallery:
        return "gallery", f"a gallery with {amount}"
    if signs.video:
        return "video", f"a video with {amount}"
    if signs.shell and not signs.missing:
        return "other", "scripts draw its text: it takes a browser to see it"
    if signs.shown and signs.for_article > signs.for_listing and (why := _short_article(signs, kept, prose)):
        return "article", why
    kind: PageType = "listing" if not signs.shown or signs.for_listing >= 2 else "other"
    return kind, f"{amount}, {signs.for_article} signs of an article, {signs.for_listing} of a listing"


def _short_article(signs: PageSigns, kept: Sequence[Block], prose: Sequence[Block]) -> str | None:
    """Why so little text is an article all the same; None if nothing says so."""
    size = sum(len(block.text) for block in prose)
    if size >= _ITEM and signs.for_article >= 3:
        return "a short item with all signs of an article"
    if size >= LEAST_LENGTH and signs.for_article >= _PROOF and signs.dated:
        return "a paragraph under a headline with its date"
    if prose and signs.for_article >= _PROOF and signs.dated and _is_item(kept):
        return "sentences under a headline with its date"
    if prose and signs.dated and _is_brief(kept):
        return "a breaking item under a headline, with its date and a dateline"
    if signs.for_article >= _ALL and not signs.for_listing and _typed(kept) >= _BRIEF:
        return "verses, a list or a table with every sign of an article"
    return None


def _typed(kept: Sequence[Block]) -> int:
    """Characters of all lines that are neither links nor headings, whether or not they are sentences."""
    return sum(len(block.text) for block in kept if block.link_share < 0.5 and block.kind != "heading")


def _is_brief(kept: Sequence[Block]) -> bool:
    """Whether the text is at least two sentences, however short each, that begin with a dateline."""
    return _tells_so_much(kept, _BRIEF, least=2) and find_dateline(kept).place is not None


def _is_item(kept: Sequence[Block]) -> bool:
    """Whether the text is several sentences, however short the paragraph of each."""
    return _tells_so_much(kept, _ITEM, least=LEAST_SENTENCES)


def _tells_so_much(kept: Sequence[Block], length: int, *, least: int) -> bool:
    """Whether the lines that end as sentences do have so many characters, and ``least`` sentences."""
    told = [
        block.text
        for block in kept
        if block.kind in PROSE_KINDS and block.link_share <= 0.5 and SENTENCE_END.search(block.text[-60:])
    ]
    return sum(map(len, told)) >= length and sum(max(sentences(text), 1) for text in told) >= least


def _for_article(sources: Sources, og_type: str) -> int:
    path = address_key(sources.page.url)
    witnesses = 2 * (sources.data.article is not None)
    witnesses += og_type == "article"
    witnesses += any(
        meta_role(key) == "published" and any(map(str.isdigit, contents[0]))
        for key, contents in sources.page.meta.items()
    )
    # The name of a topic has several words as often as an article's.
    named = _has_slug(sources.page.url) and not _IN_LISTINGS.search(f"/{path}")
    witnesses += named or _LONG_NUMBER.search(path) is not None
    return witnesses + _is_dated(sources)


def _has_slug(url: str) -> bool:
    """Whether an address ends in a name of several words, as an article's does, in whatever folder."""
    return len(_SLUG_SIGNS.findall(address_key(url).rpartition("/")[2])) >= 3


def _is_missing(sources: Sources) -> bool:
    """Whether the page's own titles say that there is no such page."""
    titles = [sources.headline.text or "", *(title for _, title in sources.stated_titles)]
    return any(_MISSING.fullmatch(title) for title in titles)


def _is_static(sources: Sources) -> bool:
    """Whether the page's own title is that of a page about the site: its editors, its rules, its prices."""
    titles = [sources.headline.text or "", *(title for _, title in sources.stated_titles[:1])]
    return any(_STATIC.fullmatch(title) or _is_about_site(title, sources) for title in titles)


def _is_about_site(title: str, sources: Sources) -> bool:
    """Whether a title names a page about the site and, behind that, only the site, or its address is that."""
    opening = _ABOUT_SITE.match(title)
    if opening is None:
        return False
    name = _NOT_LETTER.sub("", title[opening.end() :].casefold())
    if any(name in _NOT_LETTER.sub("", site.casefold()) for site in sources.site_names):
        return True
    slug = address_key(sources.page.url).rpartition("/")[2].replace("-", " ")
    return _STATIC.fullmatch(slug) is not None


def _is_dated(sources: Sources) -> bool:
    """Whether a date stands beside the headline, or one of the article's own around its text; on a page that
    shows no headline, beside the title in the data that scripts draw it from."""
    if sources.headline.line < 0:
        return published_near(sources.page, sources.headline.text or "") is not None
    if not sources.headline.agrees:
        return False
    near = [*sources.below[:4], *sources.above[:2]]
    return any(line.is_dated for line in near) or shows_day(sources)


def _for_listing(sources: Sources, types: set[str], og_type: str) -> int:
    at = sources.headline.line
    witnesses = 2 * (bool(types & _LISTING_TYPES) and sources.data.article is None)
    witnesses += og_type in ("website", "profile")
    witnesses += _LISTING_TITLE.search(sources.headline.text or "") is not None
    witnesses += 2 * (at >= 0 and leads_elsewhere(sources, at))
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
        return 0 if not parts.netloc or _IDENTIFIES.search(parts.query) else 2
    if _ARCHIVE.fullmatch(parts.path):
        return 2
    return int(len(segments) == 1 and len(_SLUG_SIGNS.findall(segments[0])) < 2 and not parts.query)


def _is_quiz(sources: Sources, named: str) -> bool:
    """Whether a page that is called a quiz counts questions ("Pertanyaan 1/5"): news of a quiz does not."""
    if not _QUIZ_WORD.search(named):
        return False
    return any(_QUIZ_COUNTER.match(first.lstrip()) for _, first, _ in sources.outline.lines.ends())


def _address(url: str) -> str:
    """Host and folders of an address, without the article's own name, in which any word may stand."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.netloc}{parts.path.rpartition('/')[0]}/".lower()


def _marked(word: re.Pattern[str], opening: str, address: str) -> bool:
    return word.search(opening) is not None or word.search(address) is not None
