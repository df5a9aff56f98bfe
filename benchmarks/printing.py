"""Article pages to be crawled: saved or invented ones, each in several editions with a text of its own.

A crawler that compares texts must not meet the same one again and again. So an edition has the markup of its
page, every script and every byte of it, and the words of its texts in another order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from random import Random

from benchmarks.pages import read_index
from benchmarks.report import Options
from newscrawl.reading import UnreadablePageError
from newscrawl.reading.extracting import judge
from tests.newsroom.messages import Request
from tests.newsroom.sites.kinds import KINDS, make_site

NUMBER = b"@@NUMBER@@"
"""Where the server writes the number of the article: at the head of the title."""

ADDRESS = b"@@ADDRESS@@"
"""Where it writes the article's address: wherever the page names its own."""

_TITLE = re.compile(rb"<(?:title|h1)\b[^>]{0,300}>\s{0,50}", re.IGNORECASE)
_UNSEEN = re.compile(rb"(<script\b.*?</script>|<style\b.*?</style>|<!--.*?-->)", re.IGNORECASE | re.DOTALL)
_TEXT = re.compile(rb"(?<=>)[^<>]{60,}(?=<)")
_WORD = re.compile(rb"(?<=\s)[a-z]{4,30}(?=[\s,.])")
_INVENTED_A_SITE = 12


@dataclass(frozen=True, slots=True)
class Print:
    """Pages with their addresses, and what they are in words."""

    pages: list[tuple[bytes, str]]
    kind: str

    @property
    def words(self) -> str:
        """How many, of what kind and size."""
        size = sum(len(page) for page, _ in self.pages) / len(self.pages) / 1024
        return f"{len(self.pages)} {self.kind}, {size:,.0f} kB on average, each in several editions"


def saved_or_invented(options: Options) -> Print:
    """The saved pages where the options name any, else those of the replica sites."""
    if options.index.is_file():
        return Print([*_saved(options)], "saved article pages of real sites")
    return invented()


def invented() -> Print:
    """Article pages of the replica sites."""
    return Print([*_invented()], "article pages of the replica sites")


def print_pages(printed: Print, folder: Path, count: int) -> None:
    """Write ``count`` editions of the pages into ``folder``."""
    for number, page in enumerate(islice(editions(printed.pages), count)):
        (folder / f"{number:05}.html").write_bytes(page)


def editions(pages: Sequence[tuple[bytes, str]]) -> Iterator[bytes]:
    """Editions of the pages in turn, without end."""
    for number, (page, url) in enumerate(cycle(pages)):
        yield _edition(page, url, Random(number))


def _saved(options: Options) -> Iterator[tuple[bytes, str]]:
    """The article pages of the folder that are in one piece: the bare spider fetches no others."""
    for page in read_index(options.pages, options.index):
        source = page.path.read_bytes()
        if _in_one_piece(source, page.url):
            yield source, page.url


def _in_one_piece(source: bytes, url: str) -> bool:
    try:
        raw = judge(source, url)
    except UnreadablePageError:
        return False
    return raw.article.page_type == "article" and raw.announced.total == 1


def _invented() -> Iterator[tuple[bytes, str]]:
    for kind in KINDS:
        host = f"{kind}.example"
        site = make_site(kind, host, articles=_INVENTED_A_SITE)
        for url in site.urls():
            path = url.partition(host)[2]
            page = site.answer(Request("GET", host, path, "", {})).content
            if _in_one_piece(page, url):
                yield page, url


def _edition(page: bytes, url: str, rng: Random) -> bytes:
    for own in (url, url.replace("/", r"\/")):
        page = page.replace(own.encode(), ADDRESS)
    page = _TITLE.sub(lambda found: found.group() + NUMBER + b" ", page)
    parts = _UNSEEN.split(page)
    parts[::2] = [_TEXT.sub(lambda found: _shuffled(found.group(), rng), part) for part in parts[::2]]
    return b"".join(parts)


def _shuffled(text: bytes, rng: Random) -> bytes:
    words = _WORD.findall(text)
    rng.shuffle(words)
    return _WORD.sub(lambda _: words.pop(), text)
