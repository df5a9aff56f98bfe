"""What the tag, class and id of an element say about the text in it.

Sites name their boxes for people: ``baca-juga``, ``share-buttons``, ``komentar``. The words in
``words/regions.tsv`` are those that the families of Indonesian news CMSs use; a word counts only as a part of
a name, so that ``tags`` is found in ``box-tags`` and not in ``advantages``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newscrawl import words
from newscrawl.reading.tree.measures import LONGEST_CAPTION, LONGEST_NAMES
from newscrawl.reading.tree.passages import LEAST_LENGTH

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.tree.blocks import BlockKind


class Region(NamedTuple):
    """A part of the page that is no running text.

    ``reason`` is for people, ``kind`` that of its lines. A ``firm`` region may hold much text, as readers'
    comments do; of any other, the name is believed only as long as its text is short. What a site rule
    names is ``sure`` whatever it holds. An ``unnamed`` region is one by its place alone.
    """

    reason: str
    kind: BlockKind = "widget"
    firm: bool = False
    sure: bool = False
    unnamed: bool = False


_BY_TAG: dict[str, Region] = {
    **dict.fromkeys(("nav", "amp-sidebar", "menu"), Region("navigation", firm=True)),
    "aside": Region("aside", firm=True),
    "footer": Region("footer"),
    "form": Region("form"),
    **dict.fromkeys(
        ("figure", "figcaption", "caption", "amp-img", "amp-carousel"), Region("caption", "caption")
    ),
    **dict.fromkeys(("amp-embed", "amp-ad", "amp-sticky-ad"), Region("advertisement", firm=True)),
    "amp-next-page": Region("related links", firm=True),
}

_BY_NAME = (
    Region("comments", firm=True),
    Region("related links", firm=True),
    Region("advertisement"),
    Region("share buttons"),
    Region("tags"),
    Region("caption", "caption"),
    Region("author box"),
    Region("summary"),
    Region("poll or reactions"),
    Region("newsletter or login"),
    Region("navigation"),
    Region("disclaimer"),
    Region("byline"),
)


def _compiled() -> tuple[re.Pattern[str], dict[str, Region]]:
    """One pattern for all words: a part of a name starts where the name does or after one of its signs."""
    named = words.by_kind("regions")
    parts = {f"p{n}": region for n, region in enumerate(_BY_NAME) if region.reason in named}
    whole = {f"w{n}": region for n, region in enumerate(_BY_NAME) if f"{region.reason} (whole name)" in named}
    patterns = [rf"(?<![^\s-])(?P<{key}>{named[region.reason]})(?![^\s-])" for key, region in parts.items()]
    patterns += [
        rf"(?<!\S)(?P<{key}>{named[f'{region.reason} (whole name)']})(?!\S)" for key, region in whole.items()
    ]
    return re.compile("|".join(patterns)), parts | whole


_SIGNS = re.compile(r"[_-]+")
_PATTERN, _GROUPS = _compiled()


# What a box has or lacks, beside what it is: "entry-content with-share", "main no-sidebar".
_HELD = re.compile(r"(?<!\S)(?:with|without|has|no)-\S+")
_MOST_HYPHENS = 6
"""Hyphens of an id that is a name; with more it is a headline, whose words name no widget. Half and twice
change none of 290 pages."""
# WordPress names a post by what it is filed under: "post-12 type-post hentry category-pilihan tag-iklan".
_FILED = re.compile(r"(?:tag|category|kategori|topi[ck]|author|format|status)-\S{1,200}")


def names_of(element: HtmlElement) -> str:
    """The class and the id of an element, in one string; of very long ones the beginning.

    An id of many parts is made of a headline, whose words say nothing of the element; nor do the names of
    the sections and tags that a post is filed under.
    """
    names, ident = element.get("class"), element.get("id")
    if names and ("hentry" in names or "type-post" in names):
        names = _FILED.sub("", names)
    if ident and ident.count("-") > _MOST_HYPHENS:
        ident = None
    if names and ident:
        names = f"{names} {ident}"
    return (names or ident or "")[:LONGEST_NAMES]


def row_of(element: HtmlElement) -> HtmlElement | None:
    """What an element stands in beside others: its parent, or what that stands in where it is alone there."""
    parent: HtmlElement | None = element.getparent()
    return parent.getparent() if parent is not None and len(parent) == 1 else parent


@lru_cache(maxsize=8192)
def region_of(tag: str, names: str) -> Region | None:
    """The region that an element is by its tag, or by its class and id, ``names``; None for plain text.

    The reason names the word that decided, for people who wonder. What a box is said to have or to lack
    beside another name of it does not count.
    """
    if tag in _BY_TAG:
        return _BY_TAG[tag]
    if not names:
        return None
    lowered = _SIGNS.sub("-", names.lower())
    found = _PATTERN.search(_HELD.sub("", lowered).strip() or lowered)
    if found is None or found.lastgroup is None:
        return None
    region = _GROUPS[found.lastgroup]
    return region._replace(reason=f"{region.reason}: {found[0]}")


# A region that is not firm is believed up to the longest captions and boxes that occur, and always where it
# is no passage, whatever share of a short page's text it holds.


def believed(region: Region, size: float, named: float, total: float, *, bare: bool = False) -> bool:
    """Whether a region is what its name says.

    It holds ``size`` of all ``total`` characters of running text, and ``named`` of them stand in regions by
    the same name: of a page whose every paragraph bears a name, the name says nothing. That of a caption
    does, unless it is ``bare``: hardly one of that name has a picture.
    """
    if region.sure:
        return True
    if region.firm:
        return size < 0.6 * total
    if (region.kind != "caption" or region.unnamed or bare) and named > max(LEAST_LENGTH, 0.5 * total):
        return False
    return size < min(LONGEST_CAPTION, max(LEAST_LENGTH, 0.4 * total))
