"""What a page says of the people behind its article, as found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BylineRole = Literal["author", "editor", "contributor", "unknown"]


@dataclass(frozen=True, slots=True)
class BylineEvidence:
    """A string that names people: ``text`` as found, the role its place gives it, and that place.

    ``labelled`` tells that a role word stands beside the names: "Penulis: ...", ``stated`` that the head of
    the page and its byline name the same.
    """

    text: str
    role: BylineRole
    detail: str
    labelled: bool = False
    stated: bool = False
