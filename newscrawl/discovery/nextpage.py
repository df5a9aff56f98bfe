"""The link to the next page of a listing, where nobody said how it is addressed."""

from __future__ import annotations

import re

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


_NUMBERED = "//a[@href][string-length(normalize-space(.)) < 6][number(normalize-space(.)) > 1]"


def last_page(response: TextResponse) -> int:
    """The highest number among the links between pages: links that read 2, 3, ... and lead there; else 0."""
    if not response.text.strip():
        return 0
    numbers = [0]
    for link in response.xpath(_NUMBERED):
        shown = "".join(link.xpath(".//text()").getall()).strip()
        if shown.isdecimal() and re.search(rf"(?<!\d){int(shown)}(?!\d)", link.attrib["href"]):
            numbers.append(int(shown))
    # One number alone may stand for anything; pages that go on have a row of them, or lead back to the first.
    return max(numbers)


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
