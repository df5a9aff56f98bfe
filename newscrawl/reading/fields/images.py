"""The article's pictures, with the lines under them and who made them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newscrawl import words
from newscrawl.items import Image
from newscrawl.reading.fields.captions import Caption, caption_of, clean
from newscrawl.reading.fields.credits import credit_of
from newscrawl.reading.fields.pictures import (
    Picture,
    absolute,
    file_of,
    is_same,
    is_site_card,
    seen_pictures,
    stands_with_date,
    stated_pictures,
)
from newscrawl.reading.fields.statements import TELLING_WORD
from newscrawl.reading.tree.measures import LONGEST_CAPTION
from newscrawl.reading.tree.outline import signature
from newscrawl.reading.tree.selecting import values
from newscrawl.reading.tree.structured import as_list

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from newscrawl.reading.fields.sources import Sources

_CARD_WORDS = frozenset(words.texts("pictures", "card word"))
_BETWEEN = re.compile(r"[\W\d_]+(?:x\d{1,4})?")
"""What parts the words in the name of a file: signs, numbers, and the size of the picture."""

MOST_IMAGES = 30
"""Bound: pictures of a record, for a page of thumbnails has hundreds."""


def images(sources: Sources) -> tuple[list[Image], str] | None:
    """The article's pictures, the main one first, and what produced the main one.

    The main picture is the one that the page's head states, unless that stands for the whole site; else the
    first that a reader sees. Those in the text follow, each with the line under it.
    """
    seen = seen_pictures(sources)
    main = _main(sources, seen)
    if main is None:
        return None
    url, origin, shown = main
    said = caption_of(sources, shown, seen) if shown is not None else Caption()
    further = []
    for picture in seen:
        if picture is not shown and not is_same(picture.url, url) and not stands_with_date(sources, picture):
            below = caption_of(sources, picture, seen)
            further.append(Image(url=picture.url, caption=below.text, credit=below.credit))
    if said.text is None:
        said, by_rule = _by_rule(sources, said, {image.caption for image in further})
        origin += by_rule
    main_image = Image(url=url, caption=said.text, credit=said.credit)
    return [main_image, *further][:MOST_IMAGES], origin


def _by_rule(sources: Sources, said: Caption, others: Set[str | None]) -> tuple[Caption, str]:
    """The caption that the site's rule finds, where it is none of another picture, and what found it."""
    for selector, found in values(sources.page, sources.page.rules.caption):
        text = clean(found[0][:LONGEST_CAPTION])
        if text not in others:
            credit = said.credit or credit_of(text, known=sources.extent.quotes)
            return Caption(text, credit), f", caption rule: {selector}"
    return said, ""


def _main(sources: Sources, seen: Sequence[Picture]) -> tuple[str, str, Picture | None] | None:
    """The main picture's address, what says so, and the picture that shows it on the page."""
    for url, origin in _stated(sources):
        if is_site_card(url) or _is_called_as_site(sources, url):
            continue
        shown = next((picture for picture in seen if is_same(picture.url, url)), None)
        return url, origin, shown or _lead(sources, seen)
    if not seen:
        return None
    first = seen[0]
    return first.url, f"page: {signature(first.element)}", first


def _is_called_as_site(sources: Sources, url: str) -> bool:
    """Whether a picture's file has the site's name and nothing else but sizes, "share", "logo" and the like.

    A part of the name needs such a word beside it: "nuansa-big.jpg" of "Tabloid Nuansa".
    """
    parts = [part for part in _BETWEEN.split(file_of(url)) if part]
    own = "".join(part for part in parts if part not in _CARD_WORDS)
    is_whole = own == sources.host.partition(".")[0] or own in sources.sites_run_together
    is_part = len(own) < len("".join(parts)) and len(own) >= TELLING_WORD and sources.names_site(own)
    return bool(own) and (is_whole or is_part)


def _lead(sources: Sources, seen: Sequence[Picture]) -> Picture | None:
    """The picture before the text: whatever its file is called, it is the one that the head states."""
    return next((picture for picture in seen if picture.line <= sources.extent.first), None)


def _stated(sources: Sources) -> Iterator[tuple[str, str]]:
    yield from stated_pictures(sources)
    if sources.data.article is not None:
        for value in as_list(sources.data.article.get("image")):
            if (url := absolute(sources.page.url, _address_in(value))) is not None:
                yield url, "json-ld: image"


def _address_in(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("url") or value.get("contentUrl")
        if isinstance(value, list):
            value = value[0] if value else None
    return value if isinstance(value, str) else None
