"""The patterns of a site's article addresses, from samples of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from urllib.parse import SplitResult, urlsplit

from newscrawl.record.addresses import registered_domain

_YEAR = re.compile(r"(?:19|20)\d\d")
_TWO = re.compile(r"\d\d")
_NUMBER = re.compile(r"\d{3,}")
_ALONE = re.compile(r"\d{3,}\.")
_LEADING = re.compile(r"\d{3,}(?=-)")
_CLOSING = re.compile(r"(?<=-)\d{4,}(?=$|\.)")
_ENDING = re.compile(r"\.(?:html?|php|aspx?)$")
_WORDS = r"[\w%.~-]+"
_MOST_PATTERNS = 4
_FEWEST = 0.1
_LONGEST_NAME = 8

Shape = tuple[str, ...]


def article_patterns(articles: Sequence[str], others: Iterable[str]) -> tuple[str, ...]:
    """Regular expressions that match ``articles`` and none of ``others``, the commonest first.

    Each stands for one form of address; forms of less than a tenth of the samples are left out. Empty if
    no form tells the articles from the others.
    """
    forms: dict[Shape, list[SplitResult]] = defaultdict(list)
    for url in dict.fromkeys(articles):
        parts = urlsplit(url)
        forms[_shape(parts)].append(parts)
    host = _host(articles)
    unlike = list(others)
    patterns = []
    for shape, group in sorted(forms.items(), key=lambda form: -len(form[1]))[:_MOST_PATTERNS]:
        if len(group) >= max(1, _FEWEST * len(articles)):
            found = _telling(host, shape, group, unlike)
            if found:
                patterns.append(found)
    return tuple(dict.fromkeys(patterns))


def _telling(host: str, shape: Shape, group: list[SplitResult], others: list[str]) -> str | None:
    """The loosest pattern of a form that matches none of the others."""
    for hyphens in range(2, _LONGEST_NAME):
        pattern = f"^https?://{host}/{_path(shape, group, hyphens)}{_query(group)}"
        fits = all(re.search(pattern, part.geturl()) for part in group)
        if fits and not any(re.search(pattern, url) for url in others):
            return pattern
        if not fits:
            return None
    return None


def _host(urls: Sequence[str]) -> str:
    hosts = {(urlsplit(url).hostname or "").removeprefix("www.") for url in urls}
    domains = Counter(registered_domain(host) for host in hosts)
    domain = domains.most_common(1)[0][0] if domains else ""
    if hosts == {domain}:
        return rf"(?:www\.)?{re.escape(domain)}"
    if len(hosts) == 1:
        return re.escape(hosts.pop())
    return rf"(?:[a-z0-9-]+\.)*{re.escape(domain)}"


def _shape(parts: SplitResult) -> Shape:
    """What each segment of the path is: year, month, day, number or words; and whether a query counts."""
    segments = parts.path.strip("/").split("/")
    kinds: list[str] = []
    for place, segment in enumerate(segments, start=1):
        if _YEAR.fullmatch(segment):
            kinds.append("year")
        elif _TWO.fullmatch(segment) and kinds and kinds[-1] in ("year", "two"):
            kinds.append("two")
        elif _NUMBER.fullmatch(segment):
            kinds.append("number")
        else:
            kinds.append(f"last{_ending(segment)}" if place == len(segments) else "words")
    return (*kinds, "query" if parts.query else "")


def _path(shape: Shape, group: list[SplitResult], hyphens: int) -> str:
    columns = list(zip(*(part.path.strip("/").split("/") for part in group), strict=True))
    numbered = False
    segments = []
    for place, (kind, column) in enumerate(zip(shape, columns, strict=False)):
        last = place == len(columns) - 1
        if kind in ("year", "two"):
            segments.append(r"\d{4}" if kind == "year" else r"\d{2}")
        elif kind == "number":
            segments.append(r"\d+" if numbered else r"(?P<id>\d+)")
            numbered = True
        elif not last:
            segments.append(_section(column))
        else:
            plain = not numbered and "year" not in shape
            script = "query" in shape and len(set(column)) == 1
            slug = re.escape(column[0]) if script else _slug(column, hyphens, numbered=numbered, plain=plain)
            segments.append(slug)
    return "/".join(segments)


def _section(column: tuple[str, ...]) -> str:
    """A segment before the last: itself where it is always the same, else any words."""
    return re.escape(column[0]) if len(set(column)) == 1 and len(column) > 1 else r"[\w-]+"


def _slug(column: tuple[str, ...], hyphens: int, *, numbered: bool, plain: bool) -> str:
    """The last segment, with the article's number in it where all have one there.

    Where nothing else tells an article (``plain``), its name must have so many hyphens.
    """
    ending = re.escape(_ending(column[0]))
    if len(set(column)) == 1 and len(column) > 1:
        return re.escape(column[0])
    if not numbered and all(_ALONE.match(segment) for segment in column):
        return rf"(?P<id>\d+){ending}"
    if not numbered and all(_LEADING.match(segment) for segment in column):
        return rf"(?P<id>\d+)-{_WORDS}"
    if not numbered and all(_CLOSING.search(segment) for segment in column):
        return rf"[\w%-]+-(?P<id>\d+){ending}"
    if plain:
        return rf"[\w%]+(?:-[\w%]+){{{hyphens},}}{ending}"
    return rf"[\w%-]+{ending}" if ending else _WORDS


def _query(group: list[SplitResult]) -> str:
    """The end of the pattern: the parameter that tells the articles apart, else nothing more."""
    names = {part.query.partition("=")[0] for part in group}
    if len(names) == 1 and (name := names.pop()):
        values = [part.query.partition("=")[2] for part in group]
        value = r"(?P<id>\d+)" if all(value.isdecimal() for value in values) else "[^&]+"
        return rf"\?{re.escape(name)}={value}"
    return "/?$"


def _ending(segment: str) -> str:
    found = _ENDING.search(segment)
    return found[0] if found else ""
