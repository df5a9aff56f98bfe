"""Articles split over several URLs: which parts a page announces, and how parts are joined.

A page is split when it links to parts of itself: the same path with a page parameter (``?page=2``), a
number behind it (``/2``, ``/hal/2``), or the name of a whole view (``?page=all``, ``/all``). A site rule
names the scheme for pages that announce parts without linking to them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from newscrawl.reading.inner_numbers import counter_near, numbered_inside, resolved
from newscrawl.reading.raw import MAX_PARTS, Parts
from newscrawl.reading.tree import core
from newscrawl.reading.tree.measures import HEADLINE
from newscrawl.reading.tree.outline import climb
from newscrawl.reading.tree.regions import names_of
from newscrawl.record.links import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources
    from newscrawl.reading.raw import RawArticle
    from newscrawl.reading.tree.blocks import Block
    from newscrawl.reading.tree.page import Page

_PAGE_KEYS = frozenset({"page", "halaman", "hal", "pg", "p"})
_WHOLE_QUERIES = frozenset({("page", "all"), ("single", "1"), ("showpage", "all"), ("show", "all")})
_WHOLE_WORDS = frozenset({"all", "full"})
_NUMBER = re.compile(r"[1-9]\d{0,2}")
# What names a part behind the article's path: "/2", "/hal/2", "/halaman-2.html".
_TAIL = re.compile(r"/(?:(?:hal|halaman|laman|page|part|bagian)[/_-])?([1-9]\d{0,2})(?:\.html?)?$")
# A search for one letter is quick, one for two is not, and one that ignores the case of all even less so.
_COUNTERS = tuple(
    re.compile(
        rf"{h}(?<!\w.)(?i:al(?:aman)?\.?:?\s{{0,3}}(\d{{1,2}})\s{{0,3}}(?:/|dari)\s{{0,3}}(\d{{1,2}})\b)"
    )
    for h in "hH"
)
_COMMENT_KEYS = ("comment", "komentar")


def announced(sources: Sources, blocks: Sequence[Block] = ()) -> Parts:
    """The other parts that a page announces; a total of 1 where it announces none.

    ``blocks`` is the text found on it: where some of that is hidden, the pager shows parts that the page
    holds already, and nothing more is to be fetched.
    """
    if any(block.hidden and block.kept and len(block.text) >= HEADLINE for block in blocks):
        return Parts()
    page = sources.page
    base = page.url.partition("#")[0]
    bare = _bare(base)
    numbered: dict[int, str] = {}
    named: dict[int, str] = {}
    whole: str | None = None
    held = _links_that_hold(_stem(bare), page)
    for url, text in _own_links(held, base):
        mark = _part_mark(url, bare)
        if mark == "all":
            whole = whole or url
        elif isinstance(mark, int):
            numbered.setdefault(mark, url)
        elif text.isdecimal() and len(text) <= 2 and _is_below(url, bare):
            named.setdefault(int(text) + 1, url)
    own = _part_mark(base, bare) or 1
    counted = max(_counted(sources), _counted_beside(sources, base, set(numbered.values()), own))
    links = _fill_gaps(numbered, counted) or named
    further = tuple(links[number] for number in sorted(links) if number not in (own, 1))
    if not further and counted == 1:
        # Such parts are called as the article is, so that their links are among those that hold its name.
        return numbered_inside(sources, base) if held else Parts()
    total = min(max(1 + len(further) + int(own != 1), counted), MAX_PARTS)
    whole_by_rule, parts_by_rule = _by_rule(page, bare, total)
    if len(further) + 1 < total:
        further = parts_by_rule or further
    return Parts(total, whole or whole_by_rule, further[: MAX_PARTS - 1])


def _fill_gaps(numbered: dict[int, str], counted: int) -> dict[int, str]:
    """The links with those between them that a shortened pager leaves out, and up to the ``counted`` last.

    Only page numbers can be filled in: paths such as ``/15`` and ``/30`` are offsets of lines.
    """
    known = max(numbered, default=0)
    last = max(known, counted)
    if last > MAX_PARTS or known < 2:
        return numbered
    found = re.match(rf"(.*[=/_-]){known}(?!\d)(.*)", numbered[known])
    if found is None or (found[1][-1] != "=" and min(number for number in numbered if number > 1) != 2):
        return numbered
    made = {number: f"{found[1]}{number}{found[2]}" for number in range(2, last + 1)}
    return made | {number: url for number, url in numbered.items() if number > 1}


def join(first: RawArticle, parts: Sequence[RawArticle]) -> None:
    """Append the further parts' text to ``first``, in order and once.

    Lines that stood on an earlier part (title, deck, widgets, an overlap) are dropped with their reason.
    Bylines of later parts count too: the editor often stands on the last one only.
    """
    seen = {block.text for block in first.blocks}
    for part in parts:
        lines = list(part.blocks)
        for block in lines:
            if block.text in seen and (block.kept and len(block.text) >= HEADLINE):
                block.drop("stood on an earlier page of the article")
        first.blocks.extend(lines)
        first.byline_evidence.extend(part.byline_evidence)
        seen.update(block.text for block in lines)


def holds_all(whole: Sequence[Block], first: Sequence[Block]) -> bool:
    """Whether the text of ``whole`` begins as ``first`` does and goes on: else it is no whole view."""
    texts = {block.text for block in whole}
    own = [block.text for block in first if len(block.text) >= HEADLINE]
    found = sum(text in texts for text in own)
    return bool(own) and found >= 0.8 * len(own) and len(whole) > len(first)


def _links_that_hold(stem: str, page: Page) -> list[tuple[HtmlElement, str]]:
    """Links that hold the article's own last path segment, or a query alone, with their addresses."""
    if not stem:
        return []
    if core.compiled is not None:
        found: list[tuple[HtmlElement, str]] = core.compiled.leading(page.root, stem)
        return found
    return [
        (element, href)
        for element in page.root.iter("a", "link")
        if (href := element.get("href")) and (stem in href or href[0] == "?")
    ]


def _own_links(links: list[tuple[HtmlElement, str]], base: str) -> Iterator[tuple[str, str]]:
    """The addresses that links lead to, with their text; comment pagers and other sites' left out.

    Only what is called by a number may be a part on another host.
    """
    host = urlsplit(base).hostname or ""
    for element, href in links:
        text = (element.text or "").strip()
        if any(key in href for key in _COMMENT_KEYS) or not (text.isdecimal() or _may_be_on(host, href)):
            continue
        try:
            url = joined(base, href.strip())
        except ValueError:
            continue
        yield url.partition("#")[0], text


def _may_be_on(host: str, href: str) -> bool:
    """Whether a link may lead to ``host``: a cheap test, since most that hold an article's name share it."""
    scheme, sign, rest = href.partition("://")
    whole = bool(sign) and scheme in ("http", "https") and rest.isprintable()
    return not whole or host in rest.partition("/")[0].lower()


def _stem(url: str) -> str:
    """The last path segment without its ending: what all parts of an article have in common."""
    return urlsplit(url).path.rstrip("/").rpartition("/")[2].removesuffix(".html")


def _is_below(url: str, bare: str) -> bool:
    """Whether ``url`` is a part with its own name: below the article's path, or its stem and a number."""
    stem = _stem(bare)
    path = urlsplit(url).path
    last = _stem(url)
    return f"/{stem}/" in path or (last.startswith(f"{stem}-") and last[len(stem) + 1 :].isdecimal())


def _bare(url: str) -> str:
    """``url`` without what names a part."""
    parts = urlsplit(url)
    query = [pair for pair in parse_qsl(parts.query) if not _is_part_query(pair)]
    path = parts.path
    head, _, tail = path.rstrip("/").rpartition("/")
    part = _TAIL.search(path.rstrip("/"))
    if part is not None:
        head = path[: part.start()]
    if tail in _WHOLE_WORDS or (part is not None and "-" in head.rpartition("/")[2]):
        path = head + ("/" if path.endswith("/") else "")
    return urlunsplit((parts.scheme, parts.netloc, path, urlencode(query), ""))


def _is_part_query(pair: tuple[str, str]) -> bool:
    return pair in _WHOLE_QUERIES or (pair[0] in _PAGE_KEYS and _NUMBER.fullmatch(pair[1]) is not None)


def _part_mark(url: str, bare_base: str) -> int | Literal["all"] | None:
    """Which part the address ``url`` is of the article at ``bare_base``; None for anything else."""
    parts, stem = urlsplit(url), urlsplit(bare_base)
    own_path = stem.path.rstrip("/").removesuffix(".html")
    if parts.hostname != stem.hostname or not parts.path.startswith(own_path):
        return None
    if urlsplit(_bare(url)).path.rstrip("/").removesuffix(".html") != own_path:
        return None
    for pair in parse_qsl(parts.query):
        if pair in _WHOLE_QUERIES:
            return "all"
        if _is_part_query(pair):
            return int(pair[1])
    tail = parts.path.rstrip("/").removeprefix(own_path).removeprefix(".html")
    if tail.strip("/") in _WHOLE_WORDS:
        return "all"
    part = _TAIL.fullmatch(tail)
    return int(part[1]) if part else None


def _counted(sources: Sources) -> int:
    """The total of a counter such as 'Halaman 1/2' in a pager; 1 without one."""
    lines = sources.outline.lines
    for line in map(lines.__getitem__, sorted({at for each in _COUNTERS for at in lines.matching(each)})):
        for text, holder in zip(line.raw, line.holders, strict=True):
            counters = [each.search(text) for each in _COUNTERS]
            found = min(filter(None, counters), key=lambda counter: counter.start(), default=None)
            if found and int(found[1]) <= int(found[2]) and _is_pager(holder):
                return int(found[2])
    return 1


def _counted_beside(sources: Sources, base: str, parts: set[str], own: int | str) -> int:
    """The total of a counter that stands beside a link to one of the ``parts``: "1 dari 6  Selanjutnya"."""
    totals = [1]
    for (_, at), href in zip(sources.outline.links, sources.outline.hrefs, strict=True) if parts else ():
        url = resolved(base, href)
        if url in parts:
            totals.append(counter_near(sources, at, own))
    return max(totals)


def _is_pager(element: HtmlElement) -> bool:
    return any("pag" in names_of(around) for around in climb(element, 2))


def _by_rule(page: Page, bare: str, total: int) -> tuple[str | None, tuple[str, ...]]:
    """The whole view and the further parts as the site's scheme makes them."""
    whole: str | None = None
    further: tuple[str, ...] = ()
    for scheme in page.rules.pages:
        if "{n}" in scheme:
            further = further or tuple(
                _attach(bare, scheme.replace("{n}", str(number))) for number in range(2, total + 1)
            )
        else:
            whole = whole or _attach(bare, scheme)
    return whole, further


def _attach(bare: str, scheme: str) -> str:
    parts = urlsplit(bare)
    if scheme.startswith("?"):
        query = "&".join(part for part in (parts.query, scheme[1:]) if part)
        return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))
    path = parts.path.rstrip("/") + scheme + ("/" if parts.path.endswith("/") else "")
    return urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))
