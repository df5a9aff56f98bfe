"""Parts of an article whose number stands inside the path, before its name: ``/233/2/slug``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from newscrawl.reading.raw import MAX_PARTS, Parts
from newscrawl.reading.tree.measures import LABEL
from newscrawl.record.links import joined

if TYPE_CHECKING:
    from newscrawl.reading.fields.sources import Sources

_PART = re.compile(
    r"/(?:hal|halaman|laman|page|part|bagian)[/_-](?P<called>[1-9]\d?)(?=/)"
    r"|/(?P<bare>[1-9]\d?)(?=/[^/]{1,300}/?$)"
)
"""The number of a part right before the name, or anywhere in a path where a word says so."""
_COUNTER = re.compile(r"(?<!\d)(\d{1,2}) ?(?:of|dari|/) ?(\d{1,2})(?!\d)")


def numbered_inside(sources: Sources, base: str) -> Parts:
    """The parts that links beside the text name so; the counter beside such a link says how many there are.

    Without a counter the highest number is taken. A total of 1 where the page at ``base`` has no such link.
    """
    found: dict[int, str] = {}
    own, total = 1, 1
    name = urlsplit(base).path.rstrip("/").rpartition("/")[2]
    if "-" not in name:
        return Parts()
    for (_, at), href in zip(sources.outline.links, sources.outline.hrefs, strict=True):
        # To resolve every link of a page costs as much as all else that is asked of it here.
        url = resolved(base, href) if name in href else None
        numbers = _numbers(base, url) if url else None
        if numbers is None or url is None:
            continue
        own, number = numbers
        found.setdefault(number, url)
        total = max(total, number, own, counter_near(sources, at))
    if not found:
        return Parts()
    total = min(total, MAX_PARTS)
    further = (_with_number(found, number) for number in range(2, total + 1) if number != own)
    return Parts(total, None, tuple(further))


def _numbers(base: str, url: str) -> tuple[int, int] | None:
    """The number of the page at ``base`` and that of the part at ``url``; None where it is no part."""
    parts, own = urlsplit(url), urlsplit(base)
    here, there = own.path.rstrip("/"), parts.path.rstrip("/")
    name = here.rpartition("/")[2]
    if parts.netloc != own.netloc or name != there.rpartition("/")[2] or "-" not in name or here == there:
        return None
    (here_bare, here_number), (there_bare, there_number) = _without_number(here), _without_number(there)
    if there_number and there_bare == here:
        return 1, there_number
    if here_number and there == here_bare:
        return here_number, 1
    if here_number and there_number and there_bare == here_bare:
        return here_number, there_number
    return None


def _without_number(path: str) -> tuple[str, int]:
    """A path without the number of the part in it, and that number; 0 where it has none."""
    found = _PART.search(path)
    number = int(found["called"] or found["bare"]) if found else 0
    if found is None or number > MAX_PARTS:
        return path, 0
    return path[: found.start()] + path[found.end() :], number


def counter_near(sources: Sources, at: int, own: int | str | None = None) -> int:
    """The total of a counter such as "1 dari 6" in a line or those beside it; 1 without one.

    Where the page's ``own`` number is known, the counter must begin with it.
    """
    for line in sources.outline.lines[max(0, at - 1) : at + 2]:
        counter = _COUNTER.search(line.text) if len(line.text) <= LABEL else None
        if counter and int(counter[1]) <= int(counter[2]) and own in (None, int(counter[1])):
            return int(counter[2])
    return 1


def _with_number(found: dict[int, str], number: int) -> str:
    """The address of a part, from its link or made after that of another part."""
    if number in found:
        return found[number]
    other, url = max(found.items())
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    part = _PART.search(path)
    if part is not None and (part["called"] or part["bare"]) == str(other):
        start, end = part.span(part.lastgroup or 0)
        path = f"{path[:start]}{number}{path[end:]}"
    else:
        folders, _, name = path.rpartition("/")
        path = f"{folders}/{number}/{name}"
    return urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))


def resolved(base: str, href: str) -> str | None:
    """The address that a link leads to, without its fragment; None where it is none."""
    try:
        return joined(base, href.strip()).partition("#")[0]
    except ValueError:
        return None
