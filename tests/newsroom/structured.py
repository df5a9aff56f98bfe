"""schema.org data as sites put it into their pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tests.newsroom.stories import Brief, Story


def news_article(story: Story, url: str, picture: str, brand: str, **changes: Any) -> dict[str, Any]:
    """A NewsArticle; ``changes`` replace or add properties."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
        "headline": story.title,
        "description": story.deck,
        "image": {"@type": "ImageObject", "url": picture},
        "datePublished": story.published_at.isoformat(),
        "dateModified": story.modified_at.isoformat(),
        "author": {"@type": "Person", "name": story.author},
        "publisher": {"@type": "Organization", "name": brand},
        "articleSection": story.section,
        "keywords": list(story.tags),
    }
    return data | changes


def item_list(briefs: list[tuple[str, Brief]]) -> dict[str, Any]:
    """The list of articles that listing pages carry."""
    entries = [
        {"@type": "ListItem", "position": place, "url": url, "name": brief.title}
        for place, (url, brief) in enumerate(briefs, 1)
    ]
    return {"@context": "https://schema.org", "@type": "ItemList", "itemListElement": entries}


def script(data: Mapping[str, Any], *, css: str = "") -> str:
    """A JSON-LD element."""
    attribute = f' class="{css}"' if css else ""
    text = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
    return f'<script type="application/ld+json"{attribute}>{text}</script>'
