"""Structured data: the JSON-LD of a page, and which of its nodes speaks of the page's own article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from newscrawl.reading.tree.loose_json import load_all
from newscrawl.reading.tree.measures import SHORT_HEADLINE
from newscrawl.reading.tree.text import fold, unescape

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Node = dict[str, Any]

_MAX_DEPTH = 6
"""Bound: levels of structured data that are walked, by a walk that calls itself."""
_MAX_NODES = 400
"""Bound: nodes of structured data that are read, as each is compared with the page's title."""
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "subjectOf")
_ADDRESSES = ("url", "@id", "mainEntityOfPage")
# A name may be a link, and a headline have a word in italics.
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_OTHER_POSTINGS = frozenset(("jobposting", "discussionforumposting"))
"""What is posted and no article: a vacancy, and what people say in a forum."""


@dataclass(slots=True)
class StructuredData:
    """The JSON-LD nodes of a page; ``article`` and ``page`` are those that match the page itself."""

    nodes: list[Node] = field(default_factory=list)
    article: Node | None = None
    page: Node | None = None

    def types(self) -> set[str]:
        """Every ``@type`` on the page, in lower case."""
        return {name for node in self.nodes for name in types_of(node)}

    def text(self, key: str) -> str | None:
        """The first text under ``key`` in the article's node, else in the matching WebPage."""
        for node in (self.article, self.page):
            if node is not None:
                for value in texts(node.get(key)):
                    return value
        return None

    def resolve(self, value: Any) -> Any:
        """``value``, or the node that it refers to by its ``@id``."""
        if isinstance(value, dict) and set(value) == {"@id"}:
            return next((n for n in self.nodes if n.get("@id") == value["@id"] and len(n) > 1), value)
        return value

    def publishers(self) -> list[str]:
        """The names of the bodies that publish the page's article; persons aside."""
        stated = [] if self.article is None else as_list(self.article.get("publisher"))
        found = (self.resolve(value) for value in stated)
        bodies = (node for node in found if isinstance(node, dict) and "person" not in types_of(node))
        return [name for node in bodies for name in texts(node)]

    def breadcrumb(self) -> list[str]:
        """The names of the first breadcrumb list that has any, outermost first."""
        for node in self.nodes:
            if "breadcrumblist" in types_of(node):
                names = [name for item in as_list(node.get("itemListElement")) for name in _item_name(item)]
                if names:
                    return names
        return []


def read_structured(root: HtmlElement, *, url: str, titles: Sequence[str]) -> StructuredData:
    """The JSON-LD of the page at ``url`` whose title is one of ``titles``."""
    data = StructuredData()
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            for value in load_all(script.text):
                data.nodes.extend(_nodes(value, _MAX_DEPTH))
    if data.nodes:
        del data.nodes[_MAX_NODES:]
        page_key, wanted = address_key(url), [fold(title) for title in titles]
        articles = [node for node in data.nodes if is_article(node)]
        data.article = _own(articles, page_key, wanted)
        pages = [node for node in data.nodes if "webpage" in types_of(node) and node.get("headline")]
        data.page = _best(pages, page_key, wanted)
    return data


def types_of(node: Node) -> set[str]:
    """The ``@type`` values of ``node``, in lower case."""
    return {name.lower().rsplit("/", 1)[-1] for name in texts(node.get("@type"))}


def is_article(node: Node) -> bool:
    """Whether schema.org calls ``node`` an article (NewsArticle, ReportageNewsArticle, BlogPosting ...)."""
    kinds = types_of(node)
    return kinds.isdisjoint(_OTHER_POSTINGS) and any(
        name.endswith(("article", "posting", "report")) for name in kinds
    )


def texts(value: Any) -> Iterator[str]:
    """The texts in a JSON-LD value: itself, its members, or an object's ``name`` or ``@value``."""
    if isinstance(value, str):
        if cleaned := unescape(_TAG.sub(" ", value) if "</" in value else value):
            yield cleaned
    elif isinstance(value, list):
        for member in value[:_MAX_NODES]:
            if not isinstance(member, list):
                yield from texts(member)
    elif isinstance(value, dict):
        inner = value.get("name", value.get("@value"))
        if not isinstance(inner, dict):
            yield from texts(inner)


def as_list(value: Any) -> list[Any]:
    """``value`` as a list: JSON-LD writes one member without brackets."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def address_key(url: str) -> str:
    """What two addresses of one page share: the decoded path without slash, ending or "index" at its end."""
    try:
        path = urlsplit(url.strip()).path
    except ValueError:
        return ""
    path = unquote(path).casefold().rstrip("/")
    return path.removesuffix(".html").removesuffix("/index").removesuffix("/amp")


def _nodes(value: Any, depth: int) -> Iterator[Node]:
    if depth == 0:
        return
    if isinstance(value, list):
        for member in value[:_MAX_NODES]:
            yield from _nodes(member, depth - 1)
    elif isinstance(value, dict):
        yield value
        for key in _NESTED:
            if isinstance(value.get(key), (dict, list)):
                yield from _nodes(value[key], depth - 1)


def _own(articles: list[Node], page_key: str, titles: list[str]) -> Node | None:
    """The node of the page's own article; one that stands alone is taken unless it speaks against itself."""
    best = _best(articles, page_key, titles)
    if best is None and len(articles) == 1 and not _is_foreign(articles[0], page_key, titles):
        return articles[0]
    return best


def _best(nodes: Iterable[Node], page_key: str, titles: list[str]) -> Node | None:
    ranked = [(_agreement(node, page_key, titles), node) for node in nodes]
    rank, node = max(ranked, key=lambda pair: pair[0], default=(0, None))
    return node if rank > 0 else None


def _agreement(node: Node, page_key: str, titles: list[str]) -> int:
    """2 for the page's headline, 1 for its address, their sum for both."""
    headlines = [fold(text) for key in ("headline", "name") for text in texts(node.get(key))]
    by_title = any(_same_headline(headline, title) for headline in headlines for title in titles)
    by_address = len(page_key) > 1 and page_key in map(address_key, _addresses(node))
    return 2 * by_title + by_address


def _same_headline(headline: str, title: str) -> bool:
    if not headline or not title:
        return False
    shorter, longer = sorted((headline, title), key=len)
    return headline == title or (len(shorter) >= SHORT_HEADLINE and f" {shorter} " in f" {longer} ")


def _is_foreign(node: Node, page_key: str, titles: list[str]) -> bool:
    """Whether the node names another page, or a headline that shares hardly a word with this page's."""
    words = {word for title in titles for word in title.split()}
    if not words:
        return False
    headline = set(fold(next(texts(node.get("headline")), "")).split())
    if headline and len(headline & words) * 2 >= len(headline):
        return False
    elsewhere = [key for key in map(address_key, _addresses(node)) if key.count("/") > 1 or len(key) > 20]
    return bool(headline) or bool(elsewhere and page_key)


def _addresses(node: Node) -> Iterator[str]:
    for key in _ADDRESSES:
        for value in as_list(node.get(key)):
            if isinstance(value, str):
                yield value
            elif isinstance(value, dict):
                yield from (value[k] for k in ("@id", "url") if isinstance(value.get(k), str))


def _item_name(item: Any) -> Iterator[str]:
    if isinstance(item, dict):
        named = item.get("name") or item.get("item")
        yield from texts(named)
