"""JSON Feed (jsonfeed.org, versions 1 and 1.1)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from newscrawl.discovery.addresses import whole_address
from newscrawl.discovery.source import Found, IncompleteListingError, UnreadableListingError
from newscrawl.discovery.xml import what_there_is

_ITEMS = re.compile(r'"items"\s{0,99}:\s{0,99}\[')
_VERSION = re.compile(r'"version"\s{0,99}:\s{0,99}"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version')
_BETWEEN = re.compile(r"[\s,]*")
_PERMALINK = re.compile(r"(?:https?:)?//", re.IGNORECASE)


def json_text(body: bytes, url: str) -> str | None:
    """The text of a body that is a JSON object, gzipped or not; None where it is something else."""
    start = body[:4].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith((b"{", b"\x1f\x8b")) and start:
        return None
    text = what_there_is(body, url)[0].decode("utf-8-sig", "replace").lstrip()
    return text if text.startswith("{") else None


def is_json_feed(body: bytes, url: str) -> bool:
    """Whether a body is a JSON Feed, by the version that each must name."""
    text = json_text(body, url)
    return text is not None and _VERSION.search(text) is not None


def json_entries(text: str, url: str) -> Iterator[Found]:
    """The entries of a JSON Feed, in its order.

    Raises:
        IncompleteListingError: it ends before its end; the whole entries were given.
        UnreadableListingError: it is no feed.
    """
    try:
        feed = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        yield from _of_cut(text, url)
        return
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise UnreadableListingError(f"{url}: JSON without a list of items is no feed")
    yield from filter(None, (_found(item, url) for item in items))


def _of_cut(text: str, url: str) -> Iterator[Found]:
    """The entries of a feed that breaks off, as far as they are whole."""
    begin = _ITEMS.search(text)
    if begin is None:
        raise UnreadableListingError(f"{url}: neither XML nor JSON that can be read")
    decoder = json.JSONDecoder(strict=False)
    place = begin.end()
    while True:
        between = _BETWEEN.match(text, place)
        assert between is not None
        try:
            item, place = decoder.raw_decode(text, between.end())
        except (ValueError, RecursionError):
            break
        found = _found(item, url)
        if found:
            yield found
    raise IncompleteListingError(f"{url}: the feed ends before its end")


def _found(item: Any, url: str) -> Found | None:
    """An item; ``external_url`` is of the page that a link blog speaks of, and no address of the site's."""
    if not isinstance(item, dict):
        return None
    told = {name: value.strip() for name, value in item.items() if isinstance(value, str) and value.strip()}
    named = told.get("id", "")
    address = whole_address(told.get("url") or (named if _PERMALINK.match(named) else ""), url)
    if not address:
        return None
    return Found(
        address,
        published=told.get("date_published"),
        title=told.get("title"),
        modified=told.get("date_modified"),
    )
