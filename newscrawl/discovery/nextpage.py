"""The link to the next page of a listing, where nobody said how it is addressed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scrapy.http import TextResponse

from newscrawl.words import texts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MARKED = (
    "a[rel~=next], link[rel~=next], li.next a, a.next, .pagination .next a, .paging__link--next,"
    " a.blog-pager-older-link, .nav-previous a, a.nextpostslink, a.next-page, .next-page a,"
    " a.pagination-next, .pagination-next a, a.pagination__next,"
    " .pagination__next a, a.page-next, .page-next a"
)
"""How systems mark it: HTML's own relation, and the classes of common themes. WordPress calls older posts
previous."""


def _any(kind: str) -> str:
    return "|".join(map(re.escape, texts("next_page", kind)))


_WORDS = frozenset(texts("next_page", "words"))
_ARROWS = frozenset(texts("next_page", "arrow"))
_LONGEST_LABEL = 200
"""Blanks of the markup counted; a longer one is a headline."""
_AROUND_WORDS = " \t\r\n.…()[]<>«»‹›←→❮❯⟨⟩◀▶▸►"
_SHOWN = "translate(normalize-space(.), '[]()', '')"
_BY_NUMBER = f"//a[@href][number({_SHOWN})={{number}}][../a or ../../*/a]/@href"


_GAP = r"(?:\s|<[^<>]{1,80}>){0,6}"
_STATED = re.compile(
    rf"(?<![\w-])(?:{_any('page')}){_GAP}(\d{{1,5}}){_GAP}(?:{_any('of')}){_GAP}(\d{{1,5}})(?![\w-])",
    re.IGNORECASE,
)
"""'Halaman 3 dari 6', with its numbers in elements of their own or not."""

_NUMBERED = f"//a[@href][string-length(normalize-space(.)) < 6][number({_SHOWN}) >= 1]"
_BACK = (
    "a[rel~=prev], link[rel~=prev], li.prev a, li.previous a, a.prev, .pagination .prev a, .nav-next a,"
    " a.blog-pager-newer-link"
)


def shows_its_place(response: TextResponse) -> bool:
    """Whether a page shows where it stands among the others: by numbers of pages, or by a link back."""
    if not response.text.strip():
        return False
    numbered = any(shown.isdecimal() for shown, _ in _numbers(response))
    return numbered or bool(response.css(_BACK)) or _STATED.search(response.text) is not None


def last_page(response: TextResponse, page: int, *, marked: str = MARKED) -> int:
    """How far the links of page ``page`` go: the highest number that a link shows and leads to.

    A link to the next page is one to ``page + 1``, if it stays on the listing; a page that says that it is
    one of so many has said it itself. 0 where there are none.
    """
    if not response.text.strip():
        return 0
    numbers = [0]
    numbers += (int(last) for number, last in _STATED.findall(response.text) if int(number) == page)
    for shown, href in _numbers(response):
        if shown.isdecimal() and int(shown) > 1 and re.search(rf"(?<!\d){int(shown)}(?!\d)", href):
            numbers.append(int(shown))
    following = next_page(response, page, marked=marked)
    if following is not None and _bare(following).startswith(_bare(response.url)):
        numbers.append(page + 1)
    return max(numbers)


def _numbers(response: TextResponse) -> Iterator[tuple[str, str]]:
    """Words and address of each link that reads like the number of a page."""
    for link in response.xpath(_NUMBERED):
        yield "".join(link.xpath(".//text()").getall()).strip("[]() \t\r\n"), link.attrib["href"]


def _bare(url: str) -> str:
    """What the pages of a listing have in common: the address up to its query, without numbers."""
    return re.sub(r"\d+", "", url.partition("?")[0]).rstrip("/")


def next_page(response: TextResponse, page: int, *, marked: str = MARKED) -> str | None:
    """The address of the page after ``page``: by its mark, by its words, or by its number."""
    href = (
        response.css(marked).xpath("@href").get()
        or _by_word(response)
        or response.xpath(_BY_NUMBER.format(number=page + 1)).get()
    )
    if not href or href.strip().startswith(("#", "javascript:")):
        return None
    try:
        url = response.urljoin(href.strip())
    except ValueError:
        return None
    return url if url.startswith(("http://", "https://")) and url != response.url else None


def _by_word(response: TextResponse) -> str | None:
    """The first link that says it leads on: by its text, or by what it says to readers who see no arrow."""
    for link in response.selector.root.iter("a"):
        if not (href := link.get("href")):
            continue
        if "next" in link.get("rel", "").lower().split() or any(map(_leads_on, _labels(link))):
            return str(href)
    return None


def _labels(link: HtmlElement) -> Iterator[str]:
    yield "".join(link.itertext())
    yield link.get("aria-label", "")
    yield link.get("title", "")
    for picture in link.iter("img"):
        yield picture.get("alt", "")


def _leads_on(label: str) -> bool:
    if len(label) > _LONGEST_LABEL:
        return False
    plain = " ".join(label.lower().split())
    return plain in _ARROWS or plain.strip(_AROUND_WORDS) in _WORDS
