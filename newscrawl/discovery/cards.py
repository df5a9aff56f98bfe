"""How a link stands on a page of links: as a card with a headline, in a menu, in a list of JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

from lxml import html

from newscrawl.reading.tree.loose_json import load_all
from newscrawl.reading.tree.structured import as_list, is_article, texts, types_of

Place = Literal["", "card", "menu"]

HEADLINE = 4
"""So many words make a headline: labels of sections have up to three (as on the front pages of 187
publishers)."""

_HIGHEST = 4
"""A card's picture or date stands no more levels above its link than this."""

_MOST_LINKS = 3
"""A card links its article, the article's section and perhaps its writer; a box of more holds cards."""

_MENUS = frozenset(("nav", "footer", "header"))
_PICTURES = ("img", "picture", "time", "amp-img")
_DATE = re.compile(r"(?:^|[-_ ])(?:date|time|tanggal|waktu|jam|published)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]\w*")
_NO_LIST = {"breadcrumblist", "sitenavigationelement"}
_DEPTH = 6


def is_headline(text: str | None) -> bool:
    """Whether the words of a link are a headline and no label."""
    return len(_WORD.findall(text or "")) >= HEADLINE


def place_of(link: html.HtmlElement, words: str | None) -> Place:
    """How a link with these words stands on its page."""
    if any(parent.tag in _MENUS for parent in link.iterancestors()):
        return "menu"
    return "card" if is_headline(words) and _in_card(link) else ""


def _in_card(link: html.HtmlElement) -> bool:
    box: html.HtmlElement | None = link
    for _ in range(_HIGHEST + 1):
        if box is None or box.tag in ("body", "main"):
            return False
        if len({each.get("href") for each in box.iter("a")}) > _MOST_LINKS:
            return False
        if next(box.iter(*_PICTURES), None) is not None:
            return True
        if any(_DATE.search(each.get("class") or "") for each in box.iter()):
            return True
        box = box.getparent()
    return False


def listed(scripts: Iterator[str]) -> Iterator[tuple[str, str | None]]:
    """Addresses and titles of the articles in the lists that a page's JSON-LD gives."""
    for script in scripts:
        for value in load_all(script):
            yield from _listed(value, _DEPTH)


def _listed(value: Any, depth: int) -> Iterator[tuple[str, str | None]]:
    if depth == 0:
        return
    for node in as_list(value):
        if not isinstance(node, dict) or types_of(node) & _NO_LIST:
            continue
        if "itemlist" in types_of(node):
            for item in as_list(node.get("itemListElement")):
                yield from _item(item)
        for key in ("@graph", "mainEntity"):
            yield from _listed(node.get(key), depth - 1)


def _item(item: Any) -> Iterator[tuple[str, str | None]]:
    if isinstance(item, str):
        yield item, None
        return
    if not isinstance(item, dict):
        return
    inner = item.get("item")
    node = inner if isinstance(inner, dict) else item
    types = types_of(node) - {"listitem"}
    if types and not is_article(node):
        return
    address = node.get("url") or node.get("@id") or (inner if isinstance(inner, str) else item.get("url"))
    if isinstance(address, str):
        yield address, next(texts(node.get("headline") or node.get("name")), None)
