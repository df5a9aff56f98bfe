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

_NUMBER = re.compile(r"[1-9]\d?")
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
    here, there = own.path.strip("/").split("/"), parts.path.strip("/").split("/")
    if parts.netloc != own.netloc or here[-1] != there[-1] or "-" not in here[-1] or here == there:
        return None
    here_number, there_number = _number(here), _number(there)
    if there_number and there[:-2] == here[:-1]:
        return 1, there_number
    if here_number and there[:-1] == here[:-2]:
        return here_number, 1
    if here_number and there_number and there[:-2] == here[:-2]:
        return here_number, there_number
    return None


def _number(folders: list[str]) -> int:
    """The number of a part before the last of ``folders``; 0 where there is none."""
    if len(folders) < 2 or _NUMBER.fullmatch(folders[-2]) is None or int(folders[-2]) > MAX_PARTS:
        return 0
    return int(folders[-2])


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
    *folders, name = parts.path.rstrip("/").split("/")
    if _number([*folders, name]) == other:
        folders.pop()
    folders += str(number), name
    return urlunsplit((parts.scheme, parts.netloc, "/".join(folders), parts.query, ""))


def resolved(base: str, href: str) -> str | None:
    """The address that a link leads to, without its fragment; None where it is none."""
    try:
        return joined(base, href.strip()).partition("#")[0]
    except ValueError:
        return None
