"""The pictures that a reader of the article sees: at its headline and in its text, no teasers or logos."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from newscrawl import words
from newscrawl.reading.byline import roles
from newscrawl.reading.fields.folders import leads_to_person
from newscrawl.reading.tree.measures import (
    AROUND,
    BOXES,
    LONG_SENTENCE,
    SENTENCE,
    SHORT_HEADLINE,
    SMALLEST_PICTURE,
)
from newscrawl.reading.tree.outline import own_marks
from newscrawl.reading.tree.regions import names_of, region_of
from newscrawl.reading.tree.structured import texts
from newscrawl.reading.tree.tags import PICTURES
from newscrawl.reading.tree.text import fold, text_of, tidy
from newscrawl.record.links import joined

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources

_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-image", "longdesc", "src")
_SOURCE_SETS = ("data-srcset", "srcset")
_JUNK = re.compile(words.patterns("pictures", "junk"), re.IGNORECASE)
_SITE_CARD = re.compile(words.patterns("pictures", "site card"), re.IGNORECASE)
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|bmp)(?:$|[?&])", re.IGNORECASE)
_BANNER = 4
"""Times that a masthead or an advertisement is wider than high; photographs are not twice as wide."""
_LAYOUT = re.compile(r"\.gif(?:$|\?)", re.IGNORECASE)
"""Mastheads and lines of old templates above a headline; pictures of articles are photographs."""
# What the sizes of one picture differ in at the end of its file's name: "-150x150", "_720", "-scaled", "@2x",
# Blogger's "=w640-h360".
_SIZE = re.compile(
    r"(?:[-_]?\d{2,4}x\d{0,4}|[-_](?:\d{3,4}|\dx\d|scaled|large|medium|small|thumb(?:nail)?|[smlb]|wm)|@\dx"
    r"|=[swh]\d{2,5}(?:-[a-z0-9]{1,5}){0,6})$"
)
_FACE = re.compile(words.patterns("pictures", "face"))
_FACE_FOLDER = re.compile(rf"/(?:{words.patterns('pictures', 'face folder')})/", re.IGNORECASE)
_PLAIN_NAMES = frozenset(words.texts("pictures", "plain name"))
_HOST = re.compile(r"(?:www\.)?[\w-]{1,63}\.(?:com|co\.id|id|net|org|tv)")
_NUMBER = re.compile(r"\s{0,3}(\d{1,5})\s{0,3}(?:px)?\s{0,3}$")
# Numbers in a path, of a date or of a picture: other numbers, another picture, whatever the file is called.
_ID = re.compile(r"(?<=/)\d{2,}(?=/)")
_WIDTH = re.compile(r"[2-9]\d\d|1\d{3}(?<!19\d\d)")
# The service of a framework that makes sizes of a picture; the picture's own address is in its query.
_RESIZER = re.compile(r"/(?:_next|_vercel)/image/?$|^/_image/?$")
_WRAPPED = ("url", "href")
_AUTHOR_METAS = ("author", "article:author", "content_author")
_LEVELS = 12
"""Boxes from a picture to one that it shares with the article; a picture deeper in another box is that one's.
Half changes 1 of 73 pages, twice none."""
_WITH_HEADLINE = 4
"""Boxes around the headline in which a picture above it is the article's. Half and twice change none of 73
pages."""
_NO_PART = frozenset(("header", "nav", "body", "ad", "ads"))
_PORTRAIT_LEVELS = 2
"""Boxes around a line that names an author which may hold the face too."""


@dataclass(slots=True)
class Picture:
    """A picture on the page: its element, the line that follows it, and its address."""

    element: HtmlElement
    line: int
    url: str


def seen_pictures(sources: Sources) -> list[Picture]:
    """The pictures at the headline and in the text, in document order, each once.

    Of those above the headline the nearest counts, where none stands between headline and text.
    """
    found: list[Picture] = []
    authors = _stated_authors(sources)
    stated = next((url for url, _ in stated_pictures(sources)), "")
    before: HtmlElement | None = None
    for element, line in sources.outline.pictures:
        is_within = _is_within(sources, element, line) or _goes_on(sources, element, before)
        if not is_within or _is_icon(element) or _is_foreign(sources, element, stated):
            continue
        if fold(element.get("alt") or "") in authors or _is_portrait(sources, element, line):
            continue
        url = absolute(sources.page.url, source_of(element))
        if url is None or _is_teaser(sources, element):
            continue
        if not any(is_same(url, known.url) for known in found):
            found.append(Picture(element, line, url))
            before = element
    head = sources.headline.line
    above = [picture for picture in found if picture.line <= head]
    below = [picture for picture in found if picture.line > head]
    has_lead = any(picture.line <= sources.extent.first for picture in below)
    return below if has_lead else [*above[-1:], *below]


def _stated_authors(sources: Sources) -> set[str]:
    """The folded names that the head and the data give for the author: what the picture of one is called."""
    stated = [name for key in _AUTHOR_METAS for name in sources.page.meta.get(key, ())]
    if sources.data.article is not None:
        stated += texts(sources.data.resolve(sources.data.article.get("author")))
    return {name for name in map(fold, stated) if name}


def _is_portrait(sources: Sources, picture: HtmlElement, at: int) -> bool:
    """Whether a picture is called one of a writer, in its own box or itself, or stands right before a line
    that is a link to the author, in one box with it."""
    boxes = list(islice(picture.iterancestors(), _PORTRAIT_LEVELS))
    own = list(takewhile(lambda box: box not in sources.extent.holders, boxes))
    if any(_FACE.search(own_marks(element)) for element in (picture, *own)):
        return True
    if at <= sources.extent.first and _FACE_FOLDER.search(source_of(picture) or ""):
        return True
    if at >= len(sources.outline.lines) or picture.tag == "figure":
        return False
    line = sources.outline.lines[at]
    links = [element for element in line.inline if element.tag == "a"]
    if len(line.text) > SENTENCE or not any(leads_to_person(a, tidy(text_of(a))) for a in links):
        return False
    head = sources.headline.line
    # Themes put the article's picture and a line with its author above the headline, in the headline's box.
    heading = sources.outline.lines[head].around if at <= head else []
    return any(box in own and box not in heading for box in line.around[:_PORTRAIT_LEVELS])


def stands_with_date(sources: Sources, picture: Picture) -> bool:
    """Whether a picture above the text stands in one small box with the date or a role word, as faces do."""
    if picture.line >= sources.extent.first:
        return False
    for box in islice(picture.element.iterancestors(), BOXES):
        if len(tidy(text_of(box))) > LONG_SENTENCE:
            return False
        near = sources.outline.lines[picture.line : picture.line + BOXES]
        if any(line.is_dated or roles.has_label(line.text) for line in near if box in line.around):
            return True
    return False


def is_same(one: str, other: str) -> bool:
    """Whether two addresses are of one picture in different sizes."""
    if picture_key(one) != picture_key(other):
        return False
    numbers, others = (_ID.findall(urlsplit(url).path) for url in (one, other))
    if len(numbers) == len(others):
        # A width in the path: "/media/600/...", "/media/820/...".
        parted = [pair for pair in zip(numbers, others, strict=True) if pair[0] != pair[1]]
        return not parted or (len(parted) == 1 and all(map(_WIDTH.fullmatch, parted[0])))
    return set(numbers) <= set(others) or set(others) <= set(numbers)


@lru_cache(maxsize=512)
def picture_key(url: str) -> str:
    """What the addresses of one picture share: its file's name without size, or all where that is plain."""
    path = unquote(urlsplit(url).path)
    bare = _SIZE.sub("", file_of(path))
    if len(bare) < 4 or bare in _PLAIN_NAMES:
        return url.partition("?")[0] if _FILE.search(path) else url
    return bare


def is_file(address: str) -> bool:
    """Whether an address is that of a picture's file."""
    return _FILE.search(address) is not None


def absolute(base: str, value: str | None) -> str | None:
    """The absolute address of a picture; None for what shows nothing or is no address."""
    if not value or _is_junk(value):
        return None
    try:
        url = joined(base, _unwrapped(tidy(value)).replace(" ", "%20"))
        parts = urlsplit(url)
    except ValueError:
        return None
    named = parts.path.strip("/") or parts.query
    return url if parts.scheme in ("http", "https") and parts.hostname and named else None


def _unwrapped(address: str) -> str:
    """The picture's own address in that of a service that makes sizes of it; any other address as it is."""
    parts = urlsplit(address)
    if not _RESIZER.search(parts.path):
        return address
    stated = parse_qs(parts.query)
    return next((stated[name][0] for name in _WRAPPED if name in stated), address)


@lru_cache(maxsize=1024)
def _is_junk(address: str) -> bool:
    """Whether an address is one of a spacer, a logo or the like; it is asked of each more than once."""
    return _JUNK.search(address) is not None


def is_site_card(url: str) -> bool:
    """Whether the address is one of a picture that stands for the whole site: its logo or sharing card."""
    parts = urlsplit(url)
    path = unquote(parts.path)
    return _SITE_CARD.search(path) is not None or _is_host(path, parts.hostname or "")


def file_of(path: str) -> str:
    """The name of a picture's file, without its ending, in lower case."""
    return _FILE.sub("", path.rpartition("/")[2]).casefold()


def _is_host(path: str, host: str) -> bool:
    """Whether a picture's file is called as a site: ``/og/bola.com.jpg``."""
    stem = file_of(path)
    return (
        re.fullmatch(r"(?:www\.)?[\w-]{1,63}\.(?:com|co\.id|id|net|org|tv)", stem) is not None or stem == host
    )


def source_of(picture: HtmlElement) -> str | None:
    """The address that a picture is loaded from, where scripts put it off too."""
    for name in _SOURCES:
        value = picture.get(name)
        if value and not _is_junk(value):
            return value
    for name in _SOURCE_SETS:
        first = (picture.get(name) or "").strip().partition(" ")[0].rstrip(",")
        if first and not _is_junk(first):
            return first
    following = picture.getnext()
    if following is not None and following.tag == "noscript":
        return next((source_of(inner) for inner in following.iter(*PICTURES)), None)
    return None


def _is_within(sources: Sources, picture: HtmlElement, line: int) -> bool:
    """Whether a picture before ``line`` stands in the text, before it, or with the headline in one box."""
    head, extent = sources.headline, sources.extent
    if extent.last < 0:
        return False
    if line > head.line:
        return (line >= extent.first or head.line >= 0) and line <= extent.last + 1
    if head.line - line > AROUND or _LAYOUT.search(source_of(picture) or "") or _is_banner(picture):
        return False
    heading = sources.outline.lines[head.line].around[:_WITH_HEADLINE]
    return any(ancestor in heading for ancestor in picture.iterancestors())


def _goes_on(sources: Sources, picture: HtmlElement, before: HtmlElement | None) -> bool:
    """Whether a picture stands in one box with one of the article, as those of a gallery below it do."""
    if before is None:
        return False
    boxes = takewhile(lambda box: box not in sources.extent.holders, before.iterancestors())
    own = set(islice(boxes, BOXES))
    return any(box in own for box in islice(picture.iterancestors(), BOXES))


def _is_icon(picture: HtmlElement) -> bool:
    width, height = (_NUMBER.match(picture.get(name) or "") for name in ("width", "height"))
    if width is not None:
        return int(width[1]) <= SMALLEST_PICTURE
    return height is not None and 1 < int(height[1]) < SMALLEST_PICTURE


def _is_banner(picture: HtmlElement) -> bool:
    """Whether a picture is far wider than high, by its own statement, as mastheads are."""
    width, height = (_NUMBER.match(picture.get(name) or "") for name in ("width", "height"))
    return width is not None and height is not None and int(width[1]) >= _BANNER * int(height[1]) > 0


def _is_foreign(sources: Sources, picture: HtmlElement, stated: str) -> bool:
    """Whether the picture stands in a box that is no part of the article.

    What the head states as the article's picture is no advertisement, whatever its box is called: "parallax"
    names one that stays while the page scrolls, too. A box of the headline called by the byline in it
    ("post_meta_wrapper") holds the article's picture as well.
    """
    is_stated = bool(stated) and source_of(picture) == stated
    shared = sources.extent.holders
    head = sources.headline.line
    near = sources.outline.lines[head].around if head >= 0 else []
    for level, element in enumerate(picture.iterancestors()):
        if element in shared:
            return False
        if level > _LEVELS or (element.tag in _NO_PART and element not in near):
            return True
        # What opens a picture in a box of its own is called a "modal" as such boxes are.
        if element.tag == "a" and is_file(element.get("href") or ""):
            continue
        region = region_of(str(element.tag), names_of(element))
        what = region.reason.partition(":")[0] if region is not None and region.kind != "caption" else ""
        if what == "byline" and element in near:
            continue
        if what not in ("", "summary") and not (is_stated and what == "advertisement"):
            return True
    return True


def _is_teaser(sources: Sources, picture: HtmlElement) -> bool:
    """Whether the picture leads to another article: its link has a headline, in it or on a link beside it."""
    link = next(picture.iterancestors("a"), None)
    if link is None:
        return False
    target = link.get("href") or ""
    if not target or target.startswith(("#", "javascript")) or _FILE.search(target):
        return False
    if len(tidy(text_of(link))) >= SHORT_HEADLINE:
        return True
    box = link
    for _ in range(BOXES):
        parent = box.getparent()
        if parent is None or parent in sources.extent.holders:
            break
        box = parent
        if any(a is not link and a.get("href") == target and tidy(text_of(a)) for a in box.iter("a")):
            return True
    return _leads_off(sources, target) and not is_same(target, source_of(picture) or "")


def _leads_off(sources: Sources, target: str) -> bool:
    """Whether a link leads to another site, as those of advertisements do."""
    try:
        host = (urlsplit(joined(sources.page.url, target)).hostname or "").split(".")
    except ValueError:
        return True
    return bool(host) and host[-2:] != sources.host.split(".")[-2:]


def stated_pictures(sources: Sources) -> Iterator[tuple[str, str]]:
    """The addresses that the page's head and data give for its picture, each with what says so."""
    base, meta = sources.page.url, sources.page.meta
    for key in ("og:image", "og:image:url", "twitter:image", "twitter:image:src"):
        for value in meta.get(key, ()):
            if (url := absolute(base, value)) is not None:
                yield url, f"meta: {key}"
    for element in sources.page.root.iter("link"):
        if element.get("rel") == "image_src" and (url := absolute(base, element.get("href"))) is not None:
            yield url, "link: image_src"
