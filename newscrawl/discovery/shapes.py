"""Articles by the shape of their addresses, on sites that nobody wrote a file for."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from newscrawl.words import texts

_LONG_SLUG = 5
"""A last segment of so many words is a headline: sections have fewer."""

_SLUG = 4
_SLUG_LENGTH = 24

_WORD = re.compile(r"[^\W\d_]{2,}")
_DATE = re.compile(r"/(?:19|20)\d\d[/-]?(?:0[1-9]|1[0-2])(?:[/-]?(?:0[1-9]|[12]\d|3[01]))?/")
_NUMBER = re.compile(r"(?<!\d)\d{4,15}(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_IDENTITY = re.compile(
    r"(?:^|&)(?:p|id|judul|berita|artikel|no|nid|aid|(?:berita|news|artikel|article|post)_?id"
    r"|id_?(?:berita|news|artikel|article|post))=[^&]{1,300}",
    re.IGNORECASE,
)
_PROGRAMS = (".php", ".asp", ".aspx", ".jsp", ".jspx", ".cfm", ".cgi", ".do")

_NO_ARTICLE = frozenset(texts("other_places", "system", "place"))
"""Segments that stand before or in place of an article's own, Indonesian and English."""

_SYSTEM = frozenset(texts("other_places", "system"))
"""Segments under which no site has articles, whatever a list of articles may say."""

_OTHER_HOSTS = texts("other_places", "host")

_BEFORE_SECTIONS = frozenset(texts("other_places", "sections"))
_INDEXES = frozenset(texts("other_places", "index"))

_STANDING_PAGE = re.compile(
    r"(?:pedoman|kode-?etik|kebijakan|privacy|syarat|ketentuan|terms|tentang|about|hubungi|kontak|contact|redaksi|"
    r"susunan-redaksi|tim-redaksi|disclaimer|penafian|info-iklan|pasang-iklan|karir|lowongan-kerja-di|cookie)"
    r"(?:-[a-z]{1,20}){0,6}(?:\.\w{1,5})?",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|pdf|docx?|xlsx?|zip|mp[34]|m3u8|xml|json|js|css|txt|apk)$"
)


def is_other_host(url: str) -> bool:
    """Whether the host of ``url`` is by its name one of pictures, videos or printed editions."""
    return urlsplit(url).netloc.startswith(_OTHER_HOSTS)


def excluded(url: str) -> bool:
    """Whether ``url`` cannot be an article's: the front page, a file, a tag, a search, an imprint."""
    parts = urlsplit(url)
    segments = _segments(parts.path)
    if is_other_host(url):
        return True
    if not segments:
        return not _IDENTITY.search(parts.query)
    if _FILE.search(segments[-1].lower()) or _STANDING_PAGE.fullmatch(segments[-1]):
        return True
    return any(segment.lower() in _NO_ARTICLE for segment in segments)


def hopeless(url: str) -> bool:
    """Whether ``url`` is no article's whoever names it: the front page, a file, a search, a feed.

    Under other places, such as ``/foto/`` and ``/profil/``, some sites have articles.
    """
    parts = urlsplit(url)
    segments = _segments(parts.path)
    if not segments:
        return not _IDENTITY.search(parts.query)
    if _FILE.search(segments[-1].lower()) or _STANDING_PAGE.fullmatch(segments[-1]):
        return True
    return any(segment.lower() in _SYSTEM for segment in segments)


def looks_like_article(url: str) -> bool:
    """Whether ``url`` has the shape of an article's: a headline, or a date or number with words.

    Rules seen on 187 Indonesian publishers: headline slugs of four words and more; a number before or after
    the slug; year, month and day in the path; ``?p=`` and ``detail.php?id=`` on old systems.
    """
    if excluded(url):
        return False
    parts = urlsplit(url)
    segments = _segments(parts.path)
    if _IDENTITY.search(parts.query) and (not segments or segments[-1].lower().endswith(_PROGRAMS)):
        return True
    words = max(len(_WORD.findall(segment)) for segment in segments[-2:])
    slug = segments[-1]
    if words >= _LONG_SLUG or (words >= _SLUG and len(slug) >= _SLUG_LENGTH):
        return True
    if words >= 2 and (_DATE.search(parts.path) or slug.lower().endswith(".html")):
        return True
    numbers = [number for number in _NUMBER.findall("/".join(segments)) if not _YEAR.fullmatch(number)]
    return words >= 2 and bool(numbers)


def looks_like_section(url: str) -> bool:
    """Whether ``url`` has the shape of a section's front: one or two short segments, no number, no query."""
    parts = urlsplit(url)
    segments = _segments(parts.path)
    if parts.query or not 1 <= len(segments) <= 2 or excluded(url) or looks_like_article(url):
        return _is_index(segments) and not parts.query
    return all(len(segment) <= 30 and not _NUMBER.search(segment) for segment in segments)


def _is_index(segments: list[str]) -> bool:
    """The index of all articles is a listing, and sections stand under ``/category/`` and the like."""
    if not segments or len(segments) > 3:
        return False
    first = segments[0].lower()
    if first in _BEFORE_SECTIONS:
        return len(segments) > 1
    return len(segments) == 1 and first in _INDEXES


def _segments(path: str) -> list[str]:
    return [unquote(segment) for segment in path.split("/") if segment]
