"""The page, parsed once. Nothing that it holds refers back to it, so that its tree is freed with it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import cast
from urllib.parse import urlsplit

from lxml import etree, html

from newscrawl.reading.tree import core
from newscrawl.reading.tree.binary import binary_kind
from newscrawl.reading.tree.bounds import bounded
from newscrawl.reading.tree.decoding import to_utf8
from newscrawl.reading.tree.folding import whole
from newscrawl.reading.tree.lightening import BrokenPackingError, lightened, unpacked
from newscrawl.reading.tree.measures import BOXES, CARD, HEADLINE, LONGEST_DATA, SHORTEST_DATA
from newscrawl.reading.tree.naming import Named
from newscrawl.reading.tree.nesting import flatten, free_open_links
from newscrawl.reading.tree.passages import LEAST_LENGTH
from newscrawl.reading.tree.steps import Steps
from newscrawl.reading.tree.text import text_of
from newscrawl.reading.tree.translations import drop_translations
from newscrawl.record.once import once
from newscrawl.record.printable import without_secrets
from newscrawl.sites.rules import NO_RULES, SiteRules

LONGEST = 4_000_000
"""Bound: bytes (or characters) of a source that are read; the longest real pages have about a tenth."""

# A search that begins with a plain sign, outside any group and minding case, is the quickest.
_EDGE = re.compile(rb"</?(?:[hH](?:[tT][mM][lL]|[eE][aA][dD])|[bB][oO][dD][yY])")
_FIRST_END = re.compile(rb"</(?:body|html|BODY|HTML)")
_END = re.compile(rb"</(?:body|html)\s{0,9}>", re.IGNORECASE)
_CLOSED_AT_ONCE = re.compile(
    rb"<(?:[hH](?:[tT][mM][lL]|[eE][aA][dD])|[bB][oO][dD][yY])\b[^<>]{0,2000}?/\s{0,9}>"
)
# The card of another article: a few elements with a linked headline and hardly any other text.
_CARD_TAGS = 20
"""Bound: elements of a card that are looked at; a larger box is none, and reading it would cost its whole
text."""

# How an attribute begins that holds an object or a list of them, whatever its quotes are written as.
_DATA_SIGNS = (b"{&quot;", b"{&#34;", b"'{\"", b"'[{\"")
_DATA_ATTRIBUTES = etree.XPath(
    f"//@*[string-length(.) > {SHORTEST_DATA}][starts-with(., '{{') or starts-with(., '[')]"
)
_PARSELY = {"parsely-author": "author", "parsely-pub-date": "pub_date"}
"""The metas of a service that counts readers, and the keys of the one object that may stand for them."""

_NAMES_OF_PARTS = etree.XPath(
    "//*[@itemprop = 'author' or @itemprop = 'creator' or @itemprop = 'editor' or @itemprop = 'publisher'"
    " or @itemprop = 'itemListElement']/meta[@itemprop = 'name']/@content"
)
# Every element is a plain HtmlElement: the lookup by tag that comes with the parser costs as much as parsing.
_ELEMENTS = etree.ElementDefaultClassLookup(element=html.HtmlElement)


class UnreadablePageError(ValueError):
    """The bytes hold no HTML that could be parsed; the message names the address and the reason."""


@dataclass(slots=False)
class Page:
    """A parsed page: its address, its tree, and the site rules that apply to it.

    ``steps`` are what the one walk over the tree found; ``markup`` is what the tree was made of.
    """

    url: str
    root: html.HtmlElement
    rules: SiteRules = NO_RULES
    markup: bytes = field(default=b"", repr=False, compare=False)
    steps: Steps = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.steps = Steps(self.root)

    @once
    def named(self) -> Named:
        """The elements by their classes and ids."""
        return Named(self.steps.elements)

    @once
    def scripts(self) -> list[tuple[html.HtmlElement, str]]:
        """The scripts that stand in the page itself, with their texts, which are long to make."""
        return [(script, text) for script in self.root.iter("script") if (text := script.text)]

    @once
    def data_attributes(self) -> list[tuple[str, str]]:
        """The long attributes that are data, as components of Vue and Astro have them: name and value."""
        may_be = any(sign in self.markup for sign in _DATA_SIGNS)
        found = _DATA_ATTRIBUTES(self.root) if may_be else []
        return [(str(value.attrname), str(value)) for value in found]

    @once
    def meta(self) -> dict[str, list[str]]:
        """Every ``<meta>`` by lower-case name, property or itemprop; values in document order."""
        found: dict[str, list[str]] = {}
        for element in self.root.iter("meta"):
            key = element.get("property") or element.get("name") or element.get("itemprop")
            content = element.get("content")
            if key and content and content.strip() and not _is_of_card(element):
                found.setdefault(key.strip().lower(), []).append(content.strip())
        for content in found.get("parsely-page", ()):
            for key, value in _parsely(content):
                found.setdefault(key, []).append(value)
        return found

    @once
    def names(self) -> list[str]:
        """What metas call a name, but for those of writer, publisher and sections in microdata."""
        names = self.meta.get("name", [])
        others = {str(name).strip() for name in _NAMES_OF_PARTS(self.root)} if names else set()
        return [name for name in names if name not in others]


def parse(
    source: bytes | str, url: str, *, rules: SiteRules = NO_RULES, content_type: str | None = None
) -> Page:
    """Parse a page.

    ``content_type`` is the HTTP header where there was one; :mod:`newscrawl.reading.tree.decoding` says
    how it and the page's own statement decide on the charset. Of a source that is longer or has more tags
    than any real page, what is no text is taken out, and what then lies beyond is left out.

    Raises:
        UnreadablePageError: the source is empty or no text, nothing in it could be parsed, or ``url`` is no
            address.
    """
    _check_address(url)
    source = _page_of(source, url) if isinstance(source, bytes) else source
    if len(source) > LONGEST:
        source = lightened(source if isinstance(source, bytes) else whole(source).encode(), LONGEST)
    cut = source[:LONGEST]
    encoded = whole(cut).encode() if isinstance(cut, str) else to_utf8(cut, content_type)
    markup = _without_ends(bounded(encoded.replace(b"\x00", b"")))
    if not markup.strip():
        raise UnreadablePageError(f"{without_secrets(url)}: the page is empty")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    parser.set_element_class_lookup(_ELEMENTS)
    try:
        root = cast("html.HtmlElement | None", etree.fromstring(markup, parser))
    except (etree.LxmlError, ValueError) as error:
        raise UnreadablePageError(f"{without_secrets(url)}: the page cannot be parsed: {error}") from error
    if root is None:
        raise UnreadablePageError(f"{without_secrets(url)}: the page cannot be parsed: Document is empty")
    flatten(root)
    drop_translations(root, markup)
    page = Page(url=url, root=root, rules=rules, markup=markup)
    # To look for links in links is dear: where none has a paragraph in it, none reaches over the text.
    if page.steps.has_linked_paragraph and free_open_links(root):
        page = Page(url=url, root=root, rules=rules, markup=markup)
    return page


def _page_of(source: bytes, url: str) -> bytes:
    """The page in ``source``, which may be packed.

    Raises:
        UnreadablePageError: it is broken, or something else than a page.
    """
    try:
        source = unpacked(source)
    except BrokenPackingError as error:
        raise UnreadablePageError(f"{without_secrets(url)}: {error}") from None
    kind = binary_kind(source)
    if kind:
        raise UnreadablePageError(f"{without_secrets(url)}: this is no web page but {kind}")
    return source


def _without_ends(markup: bytes) -> bytes:
    """The markup without its end tags of body and html where more follows them.

    Templates that close the page too early are common, even in its first tag (``<html ... />``). Browsers
    read on; the parser would stop.
    """
    edges = _edges(markup)
    if any(_CLOSED_AT_ONCE.match(markup, at) for at in edges):
        markup = _CLOSED_AT_ONCE.sub(lambda tag: tag[0][: tag[0].rindex(b"/")] + b">", markup)
        edges = _edges(markup)
    first = next((at for at in edges if _FIRST_END.match(markup, at)), len(markup))
    return _END.sub(b"", markup) if first < len(markup) - LEAST_LENGTH else markup


def _edges(markup: bytes) -> list[int]:
    """Where the tags begin that open or close the page or one of its two parts."""
    if core.compiled is not None:
        found: list[int] = core.compiled.edges(markup)
        return found
    return [tag.start() for tag in _EDGE.finditer(markup)]


def _is_of_card(meta: html.HtmlElement) -> bool:
    """Whether microdata belongs to a small item with a link like a headline, and none of the page's own."""
    if not meta.get("itemprop"):
        return False
    item = next((e for e in islice(meta.iterancestors(), BOXES) if e.get("itemscope") is not None), None)
    inside = [*islice(item.iter(), _CARD_TAGS + 1)] if item is not None else []
    if item is None or len(inside) > _CARD_TAGS or any(element.tag == "h1" for element in inside):
        return False
    text = " ".join(text_of(item).split())
    links = (" ".join(text_of(link).split()) for link in item.iter("a"))
    return len(text) <= CARD and any(len(link) >= HEADLINE for link in links)


def _parsely(content: str) -> Iterator[tuple[str, str]]:
    """What the meta "parsely-page" states as one object, by the names of the metas that state each alone."""
    try:
        found = json.loads(content) if len(content) <= LONGEST_DATA else None
    except ValueError:
        return
    stated = found if isinstance(found, dict) else {}
    for key, name in _PARSELY.items():
        values = stated.get(name)
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, str) and value.strip():
                yield key, value.strip()


def _check_address(url: str) -> None:
    """The other stages take addresses apart without asking again."""
    try:
        urlsplit(url).hostname  # noqa: B018 - reading it is the check
        url.encode()
    except ValueError as error:
        raise UnreadablePageError(f"{without_secrets(url[:200])!r} is no address: {error}") from error
