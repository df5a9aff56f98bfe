"""Tells pages that are shells: what is sent holds no text, and scripts are to draw it in a browser.

Only asked of pages that gave no article, so that a script that draws nothing but a widget deceives nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.tree.measures import OPENING
from newscrawl.reading.tree.page import Page, UnreadablePageError, parse
from newscrawl.reading.tree.passages import LEAST_LENGTH

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOUNTS = frozenset(words.texts("shells", "mount"))
_NEEDED = re.compile(words.patterns("shells", "needed"))
_WIDGET = re.compile(rf"\b(?:{words.patterns('shells', 'widget')})\b")

_OWN_ELEMENT = re.compile(r"(?!amp-)[a-z]+-")
"""Elements that scripts define; those of AMP are widgets."""

_UNSEEN = frozenset({"script", "style", "noscript", "template", "title", "head", "svg"})
_SHOWN = frozenset({"a", "img", "picture", "video", "audio", "iframe", "form", "input", "article"})
_MAIN = frozenset({"main", "article"})

_PLACEHOLDER = 80
"""Characters that stand where a script has not drawn yet: "Memuat...", "Mohon tunggu sebentar"."""

_AROUND = 2000
"""Characters of menus and a foot that may be sent around a text that is not; a listing has more."""


def needs_browser(html: bytes, url: str) -> bool:
    """:func:`is_shell` of a page as it was sent; what cannot be parsed is none."""
    try:
        return is_shell(parse(html, url))
    except UnreadablePageError:
        return False


def awaits_scripts(html: bytes, url: str) -> bool:
    """Whether a page holds an element that scripts are known to fill, with nothing in it yet."""
    try:
        body = parse(html, url).root.find("body")
    except UnreadablePageError:
        return False
    return body is not None and any(map(_is_bare, _mounts(body)))


def is_shell(page: Page, texts: Iterable[str] = ()) -> bool:
    """Whether scripts draw the text of a page that has none as it was sent.

    ``texts`` are those that a reader sees, where they are known: that they are many is told at once.

    A sign of it are an element that is known to be filled by scripts, or the page's main part, with nothing
    in it; words to readers without scripts; or scripts on a page that shows nothing else.
    """
    body = page.root.find("body")
    if sum(len(text.strip()) for text in texts) > _AROUND:
        return False
    if body is None or not _has_scripts(page.root) or _text_length(body, _AROUND) > _AROUND:
        return False
    return _asks_for_scripts(body) or any(map(_is_bare, _mounts(body))) or _shows_nothing(body)


def _has_scripts(root: HtmlElement) -> bool:
    return any(script.get("src") or script.get("type") == "module" for script in root.iter("script"))


def _asks_for_scripts(body: HtmlElement) -> bool:
    """Whether the page says that it is nothing without scripts: it, and not a widget on it."""
    for element in body.iter("noscript"):
        notice = " ".join(" ".join(element.itertext()).split())[:OPENING].lower()
        if _NEEDED.search(notice) and not _WIDGET.search(notice):
            return True
    return False


def _mounts(body: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that scripts fill: by their id, by a name that is no element of HTML, the main part."""
    for element in body.iter():
        if (
            (element.get("id") or "").lower() in _MOUNTS
            or element.tag in _MAIN
            or (element.getparent() is body and _OWN_ELEMENT.match(str(element.tag)))
        ):
            yield element


def _is_bare(element: HtmlElement) -> bool:
    """Whether nothing but a placeholder is in an element."""
    return _text_length(element, _PLACEHOLDER) <= _PLACEHOLDER and not any(
        part.tag in _SHOWN for part in element.iterdescendants()
    )


def _shows_nothing(body: HtmlElement) -> bool:
    return not any(part.tag in _SHOWN for part in body.iterdescendants()) and (
        _text_length(body, LEAST_LENGTH) <= LEAST_LENGTH
    )


def _text_length(element: HtmlElement, enough: int) -> int:
    """Characters that a reader sees in an element; not counted on beyond ``enough``."""
    length = 0
    waiting = [element]
    while waiting and length <= enough:
        part = waiting.pop()
        length += len((part.text or "").strip())
        for child in part:
            length += len((child.tail or "").strip())
            if child.tag not in _UNSEEN:
                waiting.append(child)
    return length
