"""Evidence for an article's dates: a string, and where it stood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DateRole = Literal["published", "modified", "unknown"]
DateOrigin = Literal["rule", "json-ld", "meta", "time-element", "visible", "url", "feed", "hydration"]


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """One statement about when an article was published or changed.

    ``text`` is the string as found (an attribute's value or a visible line), ``role`` what the page says
    it is, ``origin`` the kind of place it stood in, ``detail`` that place exactly (such as
    ``article:published_time`` or ``div.read__time``).
    """

    text: str
    role: DateRole
    origin: DateOrigin
    detail: str = ""
