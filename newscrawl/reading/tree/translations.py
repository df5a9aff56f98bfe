"""Pages that hold their text in two languages side by side, of which a switch shows one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_READ, _OTHER = "id", "en"
"""The language that is read, and the one that stands beside it."""

_SIGNS = ((b"data-en", b"data-id"), (b'lang="en', b'lang="id'), (b"lang-en", b"lang-id"))
"""What the markup of a page in two languages has: the marks of one and of the other."""


def drop_translations(root: HtmlElement, markup: bytes) -> None:
    """Take out, in place, what is marked as English right beside its twin that is marked as Indonesian.

    The mark is ``lang``, a class ("lang-en"), or an attribute without a value (``data-en``).
    """
    if not any(other in markup and read in markup for other, read in _SIGNS):
        return
    twins = [element for element in root.iter("*") if _is_marked(element, _OTHER) and _has_twin(element)]
    for element in twins:
        element.drop_tree()


def _has_twin(element: HtmlElement) -> bool:
    beside = (element.getprevious(), element.getnext())
    return any(
        other is not None and other.tag == element.tag and _is_marked(other, _READ) for other in beside
    )


def _is_marked(element: HtmlElement, language: str) -> bool:
    """Whether an element says of itself that it is in ``language``."""
    return (
        element.get(f"data-{language}") == ""
        or (element.get("lang") or "").partition("-")[0].lower() == language
        or f"lang-{language}" in (element.get("class") or "").split()
    )
