"""Text that is not in the HTML: the data a page ships for its scripts to draw the article from.

Next.js keeps it in ``script#__NEXT_DATA__`` or, in pieces, in ``self.__next_f.push``; Nuxt in
``script#__NUXT_DATA__`` or ``window.__NUXT__``; Inertia in ``[data-page]``; others in a global state of some
name. Whatever the framework, the article is a long text in it, marked up as HTML or as a list of nodes, in an
object that often holds its title too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from html import unescape
from typing import TYPE_CHECKING, Any

from lxml import etree, html

from newscrawl.reading.tree.blocks import Block, BlockKind
from newscrawl.reading.tree.folding import one_line, whole
from newscrawl.reading.tree.measures import SHORTEST_DATA
from newscrawl.reading.tree.passages import LEAST_LENGTH
from newscrawl.reading.tree.walking import walk

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.tree.page import Page

# Mark-up that a browser shows to nobody, or scripts alone.
_INERT = etree.XPath(
    "//noscript | //template | //textarea | //script[contains(@type, 'html') or contains(@type, 'template')]"
)
_STATE = re.compile(
    r"__NEXT_DATA__|__NUXT|__next_f|__INITIAL|__PRELOADED|__APOLLO|__STATE|_DATA__|__remixContext|__sveltekit|kit\.start"
)
_ANGULAR = (("&q;", '"'), ("&s;", "'"), ("&l;", "<"), ("&g;", ">"), ("&a;", "&"))
_PROGRAM = "script"
_UNSURE = frozenset((_PROGRAM, "noscript", "template", "textarea"))
"""What holds windows, forms and widgets as often as an article: a text in it must speak of the headline."""
_MARKUP = re.compile(r"(?:<|\\u003[cC])(?:\\{1,2}/|/)p(?:>|\\u003)")
_PUSHED = re.compile(r'self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)')
# A literal that never ends is read to the end too, so that no sign is read twice.
_LITERAL = re.compile(r'"(?:[^"\\]++|\\.)*+"?')
_TEXT_ROW = re.compile(r"(?:^|\n|\])[0-9a-f]{1,4}:T([0-9a-f]{1,6}),")
_WORD = re.compile(r"\w{4,}")
_DECODER = json.JSONDecoder(strict=False)
_TITLE_KEYS = ("title", "headline", "judul", "news_title", "articleTitle", "name")
_HEADING_TYPES = re.compile(r"head|title|^h[1-6]$")
_LIST_TYPES = re.compile(r"list|^li$")
_QUOTE_TYPES = re.compile(r"quote")
_SILENT_TYPES = re.compile(
    r"image|video|embed|gallery|ads?$|advert|related|iframe|figure|caption|divider|html-ads"
)
_TYPE_KEYS = ("type", "_type", "style", "object", "kind", "tag")
# HTML whose mark-up is escaped, as structured data must have it that stands in a page by itself.
_ESCAPED = re.compile(r"&(?:amp;){0,2}lt;(?:/?p|br|/?div)\b")
_MOST_ESCAPED = 3
"""Bound: times that mark-up was escaped, one on the other, as each costs a walk through the text."""
_SHORTEST = 200
"""Characters of a text in data: titles, addresses and descriptions are shorter."""
_AT_HEAD = 200
"""Bound: characters at the head of a program in which a name stands that its data are given."""
_MOST_VALUES, _MOST_LEAVES = 200_000, 5_000
"""Bound: values of data that are walked, and leaves of a document that are read."""


@dataclass(slots=True)
class Candidate:
    """A text that may be the article: its lines, the payload it is from, the title that stood beside it."""

    origin: str
    blocks: list[Block]
    title: str | None = None
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = sum(len(block.text) for block in self.blocks)

    def words(self) -> set[str]:
        """The words of the text, in lower case."""
        return {word for block in self.blocks for word in _WORD.findall(block.text.casefold())}


def find(page: Page, *, title: str | None) -> Candidate | None:
    """The text in the page's payloads that is most likely the article; None without one.

    A text under another article's title is none; of the others the one under the article's own title wins,
    then one that speaks of what the title says, then the longest.
    """
    wanted = _key(title)
    words = set(_WORD.findall(title.casefold())) if title else set()
    best: Candidate | None = None
    rank = (False, False, LEAST_LENGTH - 1)
    for origin, payload in _payloads(page):
        for candidate in _candidates(origin, payload):
            other = _key(candidate.title)
            if wanted and other and wanted not in other and other not in wanted:
                continue
            speaks = bool(words) and 2 * len(words & candidate.words()) >= len(words)
            if origin in _UNSURE and not speaks:
                continue
            found = (bool(wanted and other), speaks, candidate.size)
            if found > rank and candidate.size >= LEAST_LENGTH:
                best, rank = candidate, found
    return best


def _key(title: str | None) -> str:
    return "".join(re.findall(r"\w+", title.casefold())) if title else ""


def _payloads(page: Page) -> Iterator[tuple[str, Any]]:
    """Every payload of the page as parsed JSON or, where it is a program, each long text in it."""
    pushed: list[str] = []
    for name, data in page.data_attributes:
        yield from _loaded(name, data)
    for element, text in _long_scripts(page):
        name = element.get("id") or ""
        if element.get("type") == "application/json" or name in ("__NEXT_DATA__", "__NUXT_DATA__"):
            yield from _loaded(name or "application/json", text)
        elif "__next_f" in text:
            pushed += _PUSHED.findall(text)
        elif found := _STATE.search(text[:2000]):
            # A program may hold its data before the call that they are for.
            rest = text[found.end() :] if found.end() < _AT_HEAD else text
            yield from _from_program(found[0], rest)
        elif _MARKUP.search(text):
            yield from _literals(_PROGRAM, text)
    rows = "".join(value for literal in pushed if (value := _unquoted(literal)))
    for row in _TEXT_ROW.finditer(rows):
        size = int(row[1], 16)
        yield "__next_f", rows[row.end() : row.end() + size].encode()[:size].decode(errors="ignore")
    if rows:
        yield from _literals("__next_f", rows)
    yield from _inert(page)


def _inert(page: Page) -> Iterator[tuple[str, str]]:
    """The mark-up that a browser shows to nobody, or shows where no script runs."""
    for element in _INERT(page.root):
        inner = (etree.tostring(child, encoding="unicode") for child in element)
        text = (element.text or "") + "".join(inner)
        if len(text) > SHORTEST_DATA:
            yield str(element.tag), text


def _long_scripts(page: Page) -> list[tuple[HtmlElement, str]]:
    """The scripts in the page itself that may hold a text, with it."""
    return [entry for entry in page.scripts if len(entry[1]) > SHORTEST_DATA and entry[0].get("src") is None]


def _from_program(origin: str, text: str) -> Iterator[tuple[str, Any]]:
    """The object that a global is set to, where it is plain JSON, else the long texts in the program."""
    start = text.find("{")
    if start >= 0 and text[:start].strip(" =\n\t\r'\"]") == "":
        try:
            yield origin, _DECODER.raw_decode(text, start)[0]
        except (ValueError, RecursionError):
            pass
        else:
            return
    yield from _literals(origin, text)


def _literals(origin: str, text: str) -> Iterator[tuple[str, str]]:
    for literal in _LITERAL.findall(text):
        if len(literal) > _SHORTEST and (value := _unquoted(literal)):
            yield origin, value


def _loaded(origin: str, text: str) -> Iterator[tuple[str, Any]]:
    # Angular escapes by letters of its own.
    plain = reduce(lambda said, sign: said.replace(*sign), _ANGULAR, text) if "&q;" in text else text
    try:
        yield origin, json.loads(plain, strict=False)
    except (ValueError, RecursionError):
        return


def _unquoted(literal: str) -> str | None:
    """The text that a string literal of JavaScript stands for."""
    try:
        value = json.loads(literal, strict=False)
    except ValueError:
        try:
            value = json.loads(
                re.sub(r"\\x([0-9a-fA-F]{2})", r"\\u00\1", literal).replace("\\'", "'"), strict=False
            )
        except ValueError:
            return None
    return value if isinstance(value, str) else None


def _candidates(origin: str, payload: Any) -> Iterator[Candidate]:
    """The long texts in a payload; each value is seen once, and there is no recursion."""
    stack: list[tuple[Any, str | None]] = [(payload, None)]
    seen = 0
    while stack and seen < _MOST_VALUES:
        value, title = stack.pop()
        seen += 1
        if isinstance(value, dict):
            title = _title_of(value) or title
            stack.extend((inner, title) for inner in value.values())
        elif isinstance(value, list):
            if blocks := _from_nodes(value):
                yield Candidate(origin, blocks, title)
            else:
                stack.extend((inner, title) for inner in value)
        elif isinstance(value, str) and len(value) >= _SHORTEST:
            if value[0] in "[{" and (nested := next(_loaded(origin, value), None)):
                stack.append((nested[1], title))
            elif blocks := blocks_of_text(value):
                yield Candidate(origin, blocks, title)


def _title_of(value: dict[Any, Any]) -> str | None:
    for key in _TITLE_KEYS:
        title = value.get(key)
        if isinstance(title, str) and " " in title and len(title) < 300:
            return title
    return None


def blocks_of_text(text: str) -> list[Block]:
    """The blocks of a text in HTML, or in plain lines; none where it is code or an address."""
    for _ in range(_MOST_ESCAPED):
        if not _ESCAPED.search(text):
            break
        text = unescape(text)
    text = whole(text)
    if "</p>" in text or "<br" in text or "</div>" in text:
        try:
            parser = html.HTMLParser(remove_comments=True, remove_pis=True)
            return walk(html.fragment_fromstring(text, create_parent="div", parser=parser))
        except (etree.LxmlError, ValueError, AssertionError):
            return []
    if text.count(" ") < len(text) / 25 or "{" in text[:2] or "function(" in text:
        return []
    return [Block(line) for raw in unescape(text).split("\n") if (line := one_line(raw))]


def _from_nodes(nodes: list[Any]) -> list[Block]:
    """The blocks of a document kept as a list of nodes with a type and text somewhere below each."""
    if len(nodes) < 2:
        return []
    if all(isinstance(node, str) for node in nodes):
        lines = [one_line(re.sub(r"<[^<>]*>", "", node)) for node in nodes]
        return (
            [Block(line) for line in lines if line]
            if sum(len(x) > 60 for x in lines) * 2 > len(lines)
            else []
        )
    if not all(isinstance(node, dict) and any(key in node for key in _TYPE_KEYS) for node in nodes):
        return []
    blocks = []
    for node in nodes:
        kind = " ".join(str(node[key]).lower() for key in _TYPE_KEYS if isinstance(node.get(key), str))
        if not _SILENT_TYPES.search(kind):
            blocks += [Block(line, _kind(kind)) for line in _lines_of(node)]
    return blocks if sum(len(block.text) for block in blocks) >= LEAST_LENGTH else []


def _kind(name: str) -> BlockKind:
    if _HEADING_TYPES.search(name):
        return "heading"
    if _LIST_TYPES.search(name):
        return "list_item"
    return "quote" if _QUOTE_TYPES.search(name) else "paragraph"


def _lines_of(node: dict[str, Any]) -> list[str]:
    """The text under a node: every value named ``text``, in order, broken where its lines break."""
    pieces: list[str] = []
    stack: list[Any] = [node]
    for _ in range(_MOST_LEAVES):
        if not stack:
            break
        value = stack.pop()
        if isinstance(value, dict):
            for key in ("text", "html", "content"):
                if isinstance(value.get(key), str):
                    pieces.append(value[key])
                    break
            stack.extend(
                v
                for k, v in reversed(value.items())
                if isinstance(v, (dict, list)) and k not in ("marks", "attrs")
            )
        elif isinstance(value, list):
            stack.extend(reversed(value))
    text = re.sub(r"<[^<>]*>", "", "".join(pieces).replace("<br>", "\n"))
    return [line for raw in text.split("\n") if (line := one_line(raw))]
