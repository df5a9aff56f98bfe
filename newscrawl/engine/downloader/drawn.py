"""Which pages of a crawl a browser draws, and how a response says that one did."""

from __future__ import annotations

from typing import Literal

DRAW = "newscrawl_draw"
"""Key of a request's meta: its answer is to be drawn, if it is a web page; the value is a :data:`Kind`."""

DRAWN = "drawn"
"""Flag of a response whose body is what a browser has made of the page that was sent."""

DRAWN_BY = "X-Newscrawl-Drawn"
"""Header of such a response, with the browser; a WARC that the page is kept in has it too."""

PART_OF_PAGE = "newscrawl_part_of_page"
"""Key of a request's meta: a script of a page that is being drawn asks for it."""

NEEDS_BROWSER = (
    "the page is a shell that scripts fill; a browser may show its text: -a browser=1 (docs/browser.md)"
)

page_drawn = object()
"""Signal with ``request`` and ``response``: a browser has drawn the page of a request."""

Kind = Literal["listing", "article"]

_MEANT: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(("", "0", "false", "no"), frozenset[Kind]()),
    **dict.fromkeys(("1", "true", "yes", "all"), frozenset[Kind]({"listing", "article"})),
    "listing": frozenset[Kind]({"listing"}),
    "article": frozenset[Kind]({"article"}),
}


def drawn_kinds(text: str) -> frozenset[Kind]:
    """What the fact ``browser`` of a site file and ``-a browser`` mean.

    Raises:
        ValueError: they mean nothing.
    """
    try:
        return _MEANT[text.strip().lower()]
    except KeyError:
        raise ValueError(
            f"'{text}' says not what a browser is to draw: listing, article, all (or 1), or 0 for nothing"
        ) from None
