"""The link to the next page of a listing, where nobody said how it is addressed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrapy.http import TextResponse

MARKED = (
    "a[rel~=next], link[rel~=next], li.next a, a.next, .pagination .next a, .paging__link--next,"
    " a.blog-pager-older-link, .nav-previous a"
)
"""How systems mark it: HTML's own relation, and the classes of common themes. WordPress calls older posts
previous."""

_WORDS = (
    "next",
    "next page",
    "selanjutnya",
    "halaman selanjutnya",
    "berikutnya",
    "older posts",
    "pos-pos lama",
    "postingan lama",
    "lihat selanjutnya",
    "muat lainnya",
    "›",
    "»",
    ">",
    ">>",
    "next ›",
    "next »",
    "selanjutnya ›",
    "selanjutnya »",
)
_UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_TEXT = f"translate(normalize-space(.), '{_UPPER}', '{_UPPER.lower()}')"
_BY_WORD = "//a[@href][" + " or ".join(f"{_TEXT}='{word}'" for word in _WORDS) + "]/@href"
_BY_NUMBER = "//a[@href][normalize-space(.)='{number}'][../a or ../../*/a]/@href"


_NUMBERED = "//a[@href][string-length(normalize-space(.)) < 6][number(normalize-space(.)) >= 1]"
_BACK = (
    "a[rel~=prev], link[rel~=prev], li.prev a, li.previous a, a.prev, .pagination .prev a, .nav-next a,"
    " a.blog-pager-newer-link"
)


def shows_its_place(response: TextResponse) -> bool:
    """Whether a page shows where it stands among the others: by numbers of pages, or by a link back."""
    if not response.text.strip():
        return False
    return bool(response.css(_BACK)) or any(shown.isdecimal() for shown, _ in _numbers(response))


def last_page(response: TextResponse, page: int, *, marked: str = MARKED) -> int:
    """How far the links of page ``page`` go: the highest number that a link shows and leads to.

    A link to the next page is one to ``page + 1``, if it stays on the listing. 0 where there are none.
    """
    if not response.text.strip():
        return 0
    numbers = [0]
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
        yield "".join(link.xpath(".//text()").getall()).strip(), link.attrib["href"]


def _bare(url: str) -> str:
    """What the pages of a listing have in common: the address up to its query, without numbers."""
    return re.sub(r"\d+", "", url.partition("?")[0]).rstrip("/")


def next_page(response: TextResponse, page: int, *, marked: str = MARKED) -> str | None:
    """The address of the page after ``page``: by its mark, by its words, or by its number."""
    href = (
        response.css(marked).xpath("@href").get()
        or response.xpath(_BY_WORD).get()
        or response.xpath(_BY_NUMBER.format(number=page + 1)).get()
    )
    if not href or href.strip().startswith(("#", "javascript:")):
        return None
    try:
        url = response.urljoin(href.strip())
    except ValueError:
        return None
    return url if url.startswith(("http://", "https://")) and url != response.url else None
