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
from typing import TYPE_CHECKING, Any

from lxml import etree, html

from newscrawl.extraction.blocks import Block, BlockKind
from newscrawl.extraction.folding import one_line
from newscrawl.extraction.walking import walk

if TYPE_CHECKING:
    from newscrawl.extraction.page import Page

_PAYLOADS = etree.XPath("//script[not(@src)][string-length(.) > 300] | //*[@data-page]")
_STATE = re.compile(
    r"__NEXT_DATA__|__NUXT|__next_f|__INITIAL|__PRELOADED|__APOLLO|__STATE|__DATA__|__remixContext|__sveltekit|kit\.start"
)
_PUSHED = re.compile(r'self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)')
_LITERAL = re.compile(r'"(?:[^"\\]|\\.){200,}"')
_ROW = re.compile(r"(?:^|\n)[0-9a-f]{1,4}:T[0-9a-f]{1,6},")
_TITLE_KEYS = ("title", "headline", "judul", "news_title", "articleTitle", "name")
_HEADING_TYPES = re.compile(r"head|title|^h[1-6]$")
_LIST_TYPES = re.compile(r"list|^li$")
_QUOTE_TYPES = re.compile(r"quote")
_SILENT_TYPES = re.compile(
    r"image|video|embed|gallery|ads?$|advert|related|iframe|figure|caption|divider|html-ads"
)
_TYPE_KEYS = ("type", "_type", "style", "object", "kind", "tag")
_SHORTEST = 200
_SHORTEST_BODY = 300
_MOST_VALUES = 200_000
_MOST_LEAVES = 5_000


@dataclass(slots=True)
class Candidate:
    """A text that may be the article: its lines, the payload it is from, the title that stood beside it."""

    origin: str
    blocks: list[Block]
    title: str | None = None
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = sum(len(block.text) for block in self.blocks)


def find(page: Page, *, title: str | None) -> Candidate | None:
    """The longest text in the page's payloads that is not under another article's title; None without one."""
    wanted = _key(title)
    best: Candidate | None = None
    for origin, payload in _payloads(page):
        for candidate in _candidates(origin, payload):
            other = _key(candidate.title)
            if wanted and other and wanted not in other and other not in wanted:
                continue
            if candidate.size >= _SHORTEST_BODY and (
                best is None or _rank(candidate, wanted) > _rank(best, wanted)
            ):
                best = candidate
    return best


def _rank(candidate: Candidate, wanted: str) -> tuple[bool, int]:
    return bool(wanted) and bool(candidate.title), candidate.size


def _key(title: str | None) -> str:
    return "".join(re.findall(r"\w+", title.casefold())) if title else ""


def _payloads(page: Page) -> Iterator[tuple[str, Any]]:
    """Every payload of the page, as parsed JSON or, where it is a program, as the long texts in it."""
    pushed: list[str] = []
    for element in _PAYLOADS(page.root):
        data = element.get("data-page")
        if data is not None:
            yield from _loaded("data-page", data)
            continue
        text = element.text or ""
        name = element.get("id") or ""
        kind = element.get("type") or ""
        if kind == "application/json" or name in ("__NEXT_DATA__", "__NUXT_DATA__"):
            yield from _loaded(name or "application/json", text)
        elif "__next_f" in text:
            pushed += _PUSHED.findall(text)
        elif found := _STATE.search(text[:2000]):
            yield found[0], [value for literal in _LITERAL.findall(text) if (value := _unquoted(literal))]
    if pushed:
        rows = "".join(value for literal in pushed if (value := _unquoted(literal)))
        yield "__next_f", [*_ROW.split(rows), *(v for x in _LITERAL.findall(rows) if (v := _unquoted(x)))]


def _loaded(origin: str, text: str) -> Iterator[tuple[str, Any]]:
    try:
        yield origin, json.loads(text, strict=False)
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
            elif blocks := _from_text(value):
                yield Candidate(origin, blocks, title)


def _title_of(value: dict[Any, Any]) -> str | None:
    for key in _TITLE_KEYS:
        title = value.get(key)
        if isinstance(title, str) and " " in title and len(title) < 300:
            return title
    return None


def _from_text(text: str) -> list[Block]:
    """The blocks of a text in HTML, or in plain lines; none where it is code or an address."""
    if "</p>" in text or "<br" in text or "</div>" in text:
        try:
            return walk(html.fragment_fromstring(text, create_parent="div"))
        except (etree.LxmlError, ValueError, AssertionError):
            return []
    if text.count(" ") < len(text) / 25 or "{" in text[:2] or "function(" in text:
        return []
    return [Block(line) for raw in text.split("\n") if (line := one_line(raw))]


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
    return blocks if sum(len(block.text) for block in blocks) >= _SHORTEST_BODY else []


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
