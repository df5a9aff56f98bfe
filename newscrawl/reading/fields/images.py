"""The article's pictures, with the lines under them and who made them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from newscrawl import words
from newscrawl.items import Image
from newscrawl.reading.byline import roles
from newscrawl.reading.fields.sources import PARAGRAPH
from newscrawl.reading.tree.outline import Line, own_marks, signature
from newscrawl.reading.tree.selecting import values
from newscrawl.reading.tree.structured import as_list
from newscrawl.reading.tree.tags import HEADINGS
from newscrawl.reading.tree.text import fold, tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources

MOST_IMAGES = 30
LONGEST_CAPTION = 600

_CAPTION = re.compile(words.patterns("pictures", "caption mark"))
_BUTTON = re.compile(words.patterns("pictures", "button"))
_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-image", "src")
_NO_PICTURE = re.compile(words.patterns("pictures", "junk"), re.IGNORECASE)
_LABEL = rf"(?:{words.patterns('pictures', 'credit label')})\s?\.?\s?"
_LABELLED = re.compile(
    rf"(?:(?:^|[(\[]|\.\s)\s?{_LABEL}[:/]|\b{_LABEL}:)\s?(?P<name>[^()\[\]]{{2,70}}?)\s{{0,3}}[)\]]?\s{{0,3}}\.?$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\))\s?(?:\d{4}\s)?(?P<name>[^()©]{2,60}?)\s*\.?$", re.IGNORECASE)
_SLASH = re.compile(r"\s/\s?(?P<name>[^/()]{2,60}(?:/[^/()]{2,40})?)$")
_BRACKETS = re.compile(r"[(\[](?P<name>[^()\[\]]{2,70})[)\]]\s*\.?$")
_CREDIT_WORD = re.compile(words.patterns("pictures", "credit word"), re.IGNORECASE)


def images(sources: Sources) -> tuple[list[Image], str] | None:
    """The article's pictures, the main one first, and what produced the main one."""
    found: dict[str, Image] = {}
    main = next(_main(sources), None)
    caption, caption_origin = _main_caption(sources) or (None, "")
    if main is not None:
        url, origin = main
        found[_key(url)] = Image(url=url, caption=caption, credit=credit_of(caption))
    for url, text in _figures(sources):
        known = found.get(_key(url))
        if known is None and text == caption and main is not None:
            continue
        if known is None:
            found[_key(url)] = Image(url=url, caption=text, credit=credit_of(text))
        elif text and not known.caption:
            known.caption, known.credit = text, credit_of(text)
    if not found:
        return None
    origin = main[1] if main is not None else "page: figure"
    if caption and caption_origin.startswith("rule:"):
        origin = f"{origin}, caption {caption_origin}"
    return list(found.values())[:MOST_IMAGES], origin


def credit_of(caption: str | None) -> str | None:
    """Photographer or agency in a caption: "(foto: X)", "Foto: X/Y", "© X", "... /ANTARA FOTO"."""
    if not caption:
        return None
    text = caption[-200:]
    for pattern in (_LABELLED, _COPYRIGHT, _SLASH):
        if (match := pattern.search(text)) is not None:
            return match["name"].strip(" .,:;/-") or None
    match = _BRACKETS.search(text)
    if match is not None and _CREDIT_WORD.search(match["name"]) and not match["name"][:1].isdigit():
        return match["name"].strip(" .,:;/-") or None
    return None


def _main(sources: Sources) -> Iterator[tuple[str, str]]:
    base = sources.page.url
    for key in ("og:image", "og:image:url", "twitter:image", "twitter:image:src"):
        for value in sources.page.meta.get(key, ()):
            if (url := _absolute(base, value)) is not None:
                yield url, f"meta: {key}"
    if sources.data.article is not None:
        for value in as_list(sources.data.article.get("image")):
            if (url := _absolute(base, _address_in(value))) is not None:
                yield url, "json-ld: image"


def _main_caption(sources: Sources) -> tuple[str, str] | None:
    for selector, found in values(sources.page, sources.page.rules.caption):
        return found[0][:LONGEST_CAPTION], f"rule: {selector}"
    other = {fold(sources.headline.text or "")}
    other |= {
        fold(text) for key in ("og:description", "description") for text in sources.page.meta.get(key, ())
    }
    for line in sources.below:
        if not _is_caption(line):
            if len(line.text) >= PARAGRAPH and not line.linked and line.block.tag not in HEADINGS:
                return None
        elif fold(line.text) not in other:
            return line.text[:LONGEST_CAPTION], f"page: {signature(line.block)}"
    return None


def _is_caption(line: Line) -> bool:
    if line.block.tag == "figcaption":
        return True
    if len(line.text) < 3 or len(line.text) > LONGEST_CAPTION or line.linked:
        return False
    if line.is_dated or _BUTTON.search(own_marks(line.block)) or roles.has_closed_label(line.text):
        return False
    return any(map(_CAPTION.search, (*line.marks[:2], *map(own_marks, line.inline))))


def _figures(sources: Sources) -> Iterator[tuple[str, str | None]]:
    """Pictures in figures behind the headline that do not belong to a teaser."""
    lines, end = sources.outline.lines, sources.headline.end
    captions = [
        index for index, block in enumerate(lines.blocks) if block.tag == "figcaption" and index >= end
    ]
    for line in [lines[index] for index in captions[:MOST_IMAGES] if not lines[index].beside]:
        for figure in islice(line.block.iterancestors("figure"), 1):
            for picture in islice(figure.iter("img", "amp-img"), 1):
                if (url := _absolute(sources.page.url, _source_of(picture))) is not None:
                    yield url, line.text[:LONGEST_CAPTION]


def _source_of(picture: HtmlElement) -> str | None:
    for name in _SOURCES:
        value = picture.get(name)
        if value and not _NO_PICTURE.search(value):
            return value
    srcset = picture.get("srcset") or picture.get("data-srcset") or ""
    return srcset.strip().partition(" ")[0] or None


def _address_in(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("url") or value.get("contentUrl")
        if isinstance(value, list):
            value = value[0] if value else None
    return value if isinstance(value, str) else None


def _absolute(base: str, value: str | None) -> str | None:
    if not value or _NO_PICTURE.search(value):
        return None
    try:
        url = urljoin(base, tidy(value).replace(" ", "%20"))
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def _key(url: str) -> str:
    """What the sizes of one picture share: its file's name."""
    return urlsplit(url).path.rpartition("/")[2] or url
