"""The address that a page states for itself, for saved pages whose own is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.reading.tree.page import UnreadablePageError, parse
from newscrawl.record.links import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawl.reading.tree.page import Page

_NOWHERE = "https://example.invalid/"


def stated_address(source: bytes | str) -> str | None:
    """The canonical link of the page ``source``, or else its ``og:url``; None where neither is whole.

    Raises:
        UnreadablePageError: nothing in ``source`` could be parsed.
    """
    try:
        page = parse(source, _NOWHERE)
    except UnreadablePageError as error:
        raise UnreadablePageError(str(error).removeprefix(f"{_NOWHERE}: ")) from error
    return next((url for url in _stated(page) if _is_whole(url)), None)


def stated_canonical(page: Page) -> str | None:
    """The first canonical link of a page, if it is on the page's own host; None without one."""
    for link in page.root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            try:
                url = joined(page.url, (link.get("href") or "").strip())
                own = urlsplit(url).hostname == urlsplit(page.url).hostname
            except ValueError:
                return None
            return url if own and _is_whole(url) else None
    return None


def _stated(page: Page) -> Iterator[str]:
    for link in page.root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield (link.get("href") or "").strip()
    yield from page.meta.get("og:url", ())


def _is_whole(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    except ValueError:
        return False
