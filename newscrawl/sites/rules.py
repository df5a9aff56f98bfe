"""Site rules: the facts a publisher or a family states about its pages.

A rule is a hint. Extraction gives a good article without any; each field's provenance says whether a rule
or something else produced it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from newscrawl.record.addresses import NO_URL_RULES, UrlRules

DEFAULT_ZONE = "Asia/Jakarta"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRules:
    """Facts about the article pages of one publisher or family.

    All selectors are CSS; the first that matches something wins. ``drop`` names elements inside the body
    container that are no text of the article, ``drop_text`` regular expressions that a whole line of
    widget text matches. ``outlets`` are names of the publisher itself, which are no authors. ``zone`` is
    the IANA zone of times that name none. ``pages`` says how the parts of a split article are addressed:
    a whole view (``?page=all``, ``?single=1``, ``/all``) or numbered parts (``?page={n}``, ``/{n}``).
    ``urls`` says how its addresses are folded and where an article's number stands in them.
    """

    title: tuple[str, ...] = ()
    description: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    editor: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    drop_text: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    zone: str = DEFAULT_ZONE
    language: str = "id"
    name: str = field(default="")
    urls: UrlRules = NO_URL_RULES

    def extended(self, **facts: Any) -> SiteRules:
        """These rules with a publisher's own facts: tuples are put before the family's, the rest replaced."""
        merged: dict[str, Any] = {
            key: (*value, *getattr(self, key)) if isinstance(value, tuple) else value
            for key, value in facts.items()
        }
        return replace(self, **merged)


NO_RULES = SiteRules()
