"""Tells articles from listings, galleries, videos and the rest.

No single sign decides. What the page says of itself (structured data, ``og:type``), the shape of its
address, and whether its headline is shown and is no link elsewhere are witnesses; the text that is left
when every widget is gone decides: running text makes an article, teasers make a listing, captions a gallery.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.body.relevance import topic_words
from newscrawl.reading.body.teasers import (
    LONG_TEXT,
    PROSE_KINDS,
    SENTENCE_END,
    are_opened,
    are_posts,
    are_teasers,
    is_led,
    is_prose,
)
from newscrawl.reading.byline.dateline import find_dateline
from newscrawl.reading.dates.spotting import has_day
from newscrawl.reading.tree.measures import A_LIST
from newscrawl.reading.tree.passages import LEAST_LENGTH, LEAST_SENTENCES, is_passage, sentences
from newscrawl.reading.widgets import walls

if TYPE_CHECKING:
    from newscrawl.items import PageType
    from newscrawl.reading.raw import PageSigns
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
_BRIEF = 80
"""Characters of a breaking item: two or three sentences under a headline with its date. Half and twice change
none of 290 pages."""
_ITEM = 150
"""Characters of an item that all witnesses call an article."""


_TO_READER = re.compile(rf"\b(?:{words.patterns('page_types', 'to the reader')})\b", re.IGNORECASE)
_WEEKDAY = re.compile(rf"\b(?:{words.alternatives('weekdays')})\b", re.IGNORECASE)
_THIS_DAY = re.compile(rf"\b(?:{words.patterns('page_types', 'this day')})\b", re.IGNORECASE)
_MASTHEAD = frozenset(words.texts("fact_labels", "masthead"))
_QUOTED = re.compile(r"[\"“][^\"”]*(?:[\"”]|$)")
_MOSTLY = 0.5
"""Share of the lines of a page of the site's own that speak to its reader: of 11 articles without a day none
has so many as a quarter, of 15 other pages without one 8 have half and more."""
_NOT_HERE = re.compile(rf"\W*(?:{words.patterns('page_types', 'missing text')})", re.IGNORECASE)


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
    rows = are_teasers(blocks, len(prose), called=called) or (not signs.shown and are_posts(blocks))
    if final and (opened or rows):
        between = "buttons that open articles" if opened else "dates or linked headlines"
        return "listing", f"its lines are teasers: {between} stand between them"
    if why := _stands_for_text(signs, blocks, prose, level):
        return "other", why
    if level is None and not called and is_led(blocks):
        return ("listing" if signs.for_listing else "other"), "its little text stands below a linked headline"
    return _by_text(signs, kept, prose, level)


def _by_text(
    signs: PageSigns, kept: Sequence[Block], prose: Sequence[Block], level: int | None
) -> tuple[PageType, str]:
    """What a page is whose lines are neither teasers nor stand for a text, by how much text they are."""
    if level is None:
        return _with_little_text(signs, kept, prose)
    # A review or a poem may have no word of its title, but no notice on cookies has three paragraphs.
    size = sum(len(block.text) for block in prose)
    alone = signs.gallery or signs.video or len(prose) < LEAST_SENTENCES or signs.for_article < _PROOF
    if size < LONG_TEXT and alone and not _is_on_topic(prose, signs.topic):
        return _with_little_text(signs, kept, [])
    if signs.for_article < _PROOF and _lists_staff(kept):
        return "other", "it lists the staff of a paper"
    if signs.unclaimed and (why := _is_of_site(signs, kept, prose)):
        return ("listing" if signs.for_listing > 1 else "other"), why
    return _by_signs(signs, prose, level)


def has_writer(signs: PageSigns, page_type: PageType) -> bool:
    """Whether a name on a page of this type can be its writer's, and not that of a teaser or of the staff.

    A gallery has its photographer, and an article may stand behind a wall or be drawn by scripts.
    """
    if page_type == "listing" or signs.static or signs.offer or signs.quiz:
        return False
    return page_type != "other" or signs.for_article >= _PROOF


def _by_name(signs: PageSigns, prose: Sequence[Block]) -> tuple[PageType, str] | None:
    """What a page is by its title or its address, whatever text it holds; None where these say nothing."""
    if signs.quiz:
        return "other", "the page counts the questions of a quiz"
    if signs.static:
        why = "its title, its address or its system says that it is a page about the site itself"
        return "listing" if signs.listed else "other", why
    if signs.offer:
        return "other", "it offers goods or work"
    if signs.archive:
        return "listing", "its system calls it a list of posts"
    # A title that is not shown, such as that of an archive ("Juli 2026 - Suara Desa"), is no article's.
    may_be_told = signs.shown and not signs.unclaimed
    if signs.listed and signs.for_article < _PROOF and not (may_be_told and _tells(prose, signs.topic)):
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


def _is_of_site(signs: PageSigns, kept: Sequence[Block], prose: Sequence[Block]) -> str | None:
    """Why a text without day and writer is the site's own, such as a service or a timetable; None if not.

    News without a date line still names the day on which something happened, and has no table, or a sign of
    an article more.
    """
    if _speaks_to_reader(prose):
        return "it speaks to its reader, and names neither a day nor a writer"
    tabled = any(block.kind == "table_row" for block in kept)
    excess = signs.for_listing - signs.for_article
    short = sum(len(block.text) for block in prose) < LONG_TEXT
    if short and signs.for_listing and excess >= (0 if tabled else 1) and not _names_day(prose):
        return "no day, no writer, and no more signs of an article than of a listing"
    return None


def _lists_staff(kept: Sequence[Block]) -> bool:
    """Whether three lines are labels of a masthead: news of a new chief editor has them in sentences."""
    return sum(block.text.partition(":")[0].strip().casefold() in _MASTHEAD for block in kept) >= A_LIST


def _names_day(prose: Sequence[Block]) -> bool:
    return any(_WEEKDAY.search(block.text) or has_day(block.text) for block in prose)


def _speaks_to_reader(prose: Sequence[Block]) -> bool:
    """Whether half of the lines, quotes aside, speak for the site ("kami") or to its reader ("Anda")."""
    told = sum(1 for block in prose if _TO_READER.search(_QUOTED.sub("", block.text)))
    return bool(told) and told >= _MOSTLY * len(prose)


def _offers_alone(blocks: Sequence[Block], prose: Sequence[Block]) -> bool:
    """Whether nothing is left of a text for subscribers but what is said to those who are none yet."""
    walled = any(block.reason == walls.REASON for block in blocks)
    return walled and all(walls.speaks_of_subscribing(block.text) for block in prose)


def _says_missing(signs: PageSigns, prose: Sequence[Block]) -> bool:
    """Whether the text begins as that of a page that is not there, or of a wall, and does not tell its title.

    Under pictures such a line is a notice of the site's; the pictures are there.
    """
    if not prose or signs.gallery or signs.video:
        return False
    return bool(_NOT_HERE.match(prose[0].text)) and not _tells(prose, signs.topic)


def _tells(prose: Sequence[Block], topic: frozenset[str]) -> bool:
    """Whether the text holds most words of a title of several: the name of a site or of a section has few."""
    if len(topic) < _TOPIC_WORDS:
        return False
    held = topic & topic_words(*(block.text for block in prose))
    return len(held) >= _TOLD * len(topic)


def _is_called_article(signs: PageSigns) -> bool:
    """Whether the signs alone say article."""
    return signs.shown and not signs.listed and signs.for_article - signs.for_listing >= _PROOF


def _by_signs(signs: PageSigns, prose: Sequence[Block], level: int) -> tuple[PageType, str]:
    """What a page with so much text is: the more text, the more signs of a listing it outweighs.

    A dateline is one of an article, where a fair text stands in a paragraph or two.
    """
    if level == len(_LEVELS) - 1 and not signs.for_article:
        size = sum(len(block.text) for block in prose)
        fair = size >= _LEVELS[1][1] and signs.for_listing + (not signs.shown) <= 1
        if fair and find_dateline(prose[:1]).place is not None:
            return "article", "a fair text that begins with a dateline"
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
    probable = signs.shown and signs.for_article + signs.signed + signs.numbered > signs.for_listing
    why = _short_article(signs, kept, prose) if probable else None
    if why is not None and len(prose) > 1 and signs.topical:
        return "article", why
    if signs.gallery:
        return "gallery", f"a gallery with {amount}"
    if signs.video:
        return "video", f"a video with {amount}"
    if signs.shell and not signs.missing:
        return "other", "scripts draw its text: it takes a browser to see it"
    if why is not None:
        return "article", why
    kind: PageType = "listing" if _lists(signs, told=bool(kept)) else "other"
    return kind, f"{amount}, {signs.for_article} signs of an article, {signs.for_listing} of a listing"


def _lists(signs: PageSigns, *, told: bool) -> bool:
    """Whether a page with little text is a listing: by its signs, or as nothing on it is told, only linked.

    Of 66 open listings 60 are found so, 9 of them because all of their lines are links.
    """
    if signs.for_listing > 1:
        return True
    if not signs.shown:
        return signs.for_listing > 0 or not told
    return signs.for_listing > 0 and not told and signs.for_article <= _PROOF


def _short_article(signs: PageSigns, kept: Sequence[Block], prose: Sequence[Block]) -> str | None:
    """Why so little text is an article all the same; None if nothing says so."""
    size = sum(len(block.text) for block in prose)
    if size >= _ITEM and signs.for_article >= 3:
        return "a short item with all signs of an article"
    witnesses = signs.for_article + signs.signed
    dated = signs.dated or (signs.signed and signs.has_day)
    if prose and dated and witnesses >= _PROOF and (size >= LEAST_LENGTH or _is_item(kept)):
        return "sentences under a headline with its date"
    if prose and dated and _is_brief(kept, prose, proved=witnesses + signs.numbered >= _PROOF):
        return "a breaking item under a headline with its date"
    if _is_list_of_article(signs, _typed(kept), listed=len(kept) - len(prose) if prose else 0):
        return "verses, a list or a table with the signs of an article"
    return None


def _is_list_of_article(signs: PageSigns, typed: int, *, listed: int) -> bool:
    """Whether lines that are no sentences are an article's: by every sign, or as a sentence presents them.

    Such a list, as of results, has three entries and more.
    """
    if signs.for_article + signs.signed >= _ALL and not signs.for_listing and typed >= _BRIEF:
        return True
    return listed > 2 and signs.dated and signs.for_article >= _PROOF and typed >= _ITEM


def _typed(kept: Sequence[Block]) -> int:
    """Characters of all lines that are neither links nor headings, whether or not they are sentences."""
    return sum(len(block.text) for block in kept if block.link_share < 0.5 and block.kind != "heading")


def _is_brief(kept: Sequence[Block], prose: Sequence[Block], *, proved: bool) -> bool:
    """Whether the text is two sentences, however short each, that begin with a dateline or name the day.

    The day is enough where other witnesses have ``proved`` the page an article; a caption names it, too. It
    may be told from the day of the article: "sore ini".
    """
    if not _tells_so_much(kept, least=2):
        return False
    if proved and (_names_day(prose) or any(_THIS_DAY.search(block.text) for block in prose)):
        return True
    return find_dateline(kept).place is not None


def _is_item(kept: Sequence[Block]) -> bool:
    """Whether the text is several sentences, however short the paragraph of each."""
    return _tells_so_much(kept, least=LEAST_SENTENCES)


def _tells_so_much(kept: Sequence[Block], *, least: int) -> bool:
    """Whether the lines that end as sentences do are as long as a breaking item, and ``least`` sentences."""
    told = [
        block.text
        for block in kept
        if block.kind in PROSE_KINDS and block.link_share <= 0.5 and SENTENCE_END.search(block.text[-60:])
    ]
    return sum(map(len, told)) >= _BRIEF and sum(max(sentences(text), 1) for text in told) >= least
