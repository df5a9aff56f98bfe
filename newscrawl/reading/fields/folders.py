"""Folders of a site, as addresses and links name them: where a publisher files articles."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from newscrawl import words
from newscrawl.reading.byline.names import is_person
from newscrawl.reading.fields.byline_lines import is_author_link
from newscrawl.reading.tree.outline import own_marks
from newscrawl.reading.tree.text import fold, text_of, tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources

TOPIC_PATHS = words.texts("tags", "path")
_NUMBER_BEHIND = re.compile(r"-\d{1,6}$")
_TERMS = "taxonomy-category"
"""The box around an article's categories in block themes, which mark them as tags (``rel="tag"``)."""

MOST_FOLDERS = 2
"""Folders in the address of a section: one below another. What stands deeper is a page."""


def names_folder(anchor: HtmlElement) -> bool:
    """Whether a link leads to a folder of the site that is called as the link is: ``/gaya/hidup-sehat``.

    One that may be a person's full name leads to a profile, and one of topics to no section.
    """
    if leads_to_topic(anchor.get("href") or ""):
        return False
    text = tidy(text_of(anchor))
    folders = folders_of(anchor)
    called = bool(folders) and folders[-1] in (fold(text).replace(" ", "-"), fold(text).replace(" ", ""))
    return called and len(folders) <= MOST_FOLDERS and not leads_to_person(anchor, text)


def says_folder(anchor: HtmlElement) -> bool:
    """Whether the name of a link has all words of the folder it leads to: "Usaha Kecil" to ``/usaha``."""
    folders = folders_of(anchor)
    if not 0 < len(folders) <= MOST_FOLDERS or leads_to_topic(anchor.get("href") or ""):
        return False
    return set(folders[-1].split("-")) <= set(fold(text_of(anchor)).split())


def leads_to_topic(href: str) -> bool:
    """Whether an address is one of a page of topics."""
    return any(map(href.__contains__, TOPIC_PATHS))


def folders_of(anchor: HtmlElement) -> list[str]:
    """The folders in the address of a link; the program that makes all pages is none."""
    path = (anchor.get("href") or "").partition("?")[0].partition("#")[0]
    with suppress(ValueError):
        path = urlsplit(path).path if path.startswith(("http", "//")) else path
    path = path.casefold().strip("/").removeprefix("index.php").lstrip("/")
    return path.split("/") if path else []


def is_category(anchor: HtmlElement) -> bool:
    """Whether WordPress says that a link leads to a category: by its rel, or by the box of a block theme."""
    box = anchor.getparent()
    return "category" in anchor.get("rel", "").split() or (
        box is not None and _TERMS in own_marks(box).split()
    )


def leads_to_person(anchor: HtmlElement, text: str) -> bool:
    """Whether a link leads to somebody: it says so, or its folder has the full name of a person.

    Portals number people of one name: "/sari-wulandari-1684".
    """
    if is_author_link(anchor):
        return True
    is_full = " " in text and not text.isupper() and is_person(text)
    folder = _NUMBER_BEHIND.sub("", folders_of(anchor)[-1]) if is_full and folders_of(anchor) else ""
    return is_full and folder == fold(text).replace(" ", "-")


def own_folders(sources: Sources) -> frozenset[str]:
    """The folders in the page's address as words: a site files its articles in them."""
    found: set[str] = set()
    for address in (sources.page.url, *sources.page.meta.get("og:url", ())):
        with suppress(ValueError):
            parts = urlsplit(address)
            found.update(map(fold, parts.path.split("/")[:-1]))
            # "index.asp?Berita=Samarinda&id=271233": old systems have a folder's name in the query.
            found.update(fold(value) for _, value in parse_qsl(parts.query) if value[:1].isupper())
    return frozenset(found)
