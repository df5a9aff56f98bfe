"""What the systems of the corpus are put together from, and what a page of theirs must give."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.corpus.stories import Story

Render = Callable[[Story], str]
Expect = Callable[[Story], dict[str, Any]]


@dataclass(frozen=True)
class System:
    """A system or family: where its articles stand, how it prints them, and what must come out.

    ``gives`` are the fields beside title, body and date that its pages say, as a function of the story.
    """

    name: str
    url: Callable[[Story], str]
    render: Render
    body: Callable[[Story], list[str]]
    gives: Expect
    to_the_day: bool = False


def named(story: Story) -> dict[str, Any]:
    """Author and editor, where both are printed."""
    return {"authors": [story.author], "editors": [story.editor]}


def author_only(story: Story) -> dict[str, Any]:
    """The author alone."""
    return {"authors": [story.author], "editors": []}


def nobody(story: Story) -> dict[str, Any]:
    """No name at all."""
    return {"authors": [], "editors": []}


def filed(story: Story) -> dict[str, Any]:
    """Section and tags, where both are printed."""
    return {"section": story.section, "tags": list(story.tags)}


def both(*expected: Expect) -> Expect:
    """All that each of ``expected`` gives."""
    return lambda story: {key: value for each in expected for key, value in each(story).items()}


def plain(story: Story) -> list[str]:
    """The paragraphs as they are."""
    return list(story.paragraphs)


def datelined(
    pattern: str, *, code: bool = False, heading: int | None = None
) -> Callable[[Story], list[str]]:
    """The paragraphs with a dateline before the first, perhaps a heading before one and the code at the end."""

    def body(story: Story) -> list[str]:
        lines = list(story.paragraphs)
        lines[0] = pattern.format(place=story.place, upper=story.place.upper()) + lines[0]
        if heading is not None:
            lines.insert(heading, story.heading)
        return [*lines, f"({story.code})"] if code else lines

    return body


def meta(story: Story, *, site: str, kind: str = "article") -> str:
    """A head as most systems have it."""
    return (
        f'<title>{story.title} - {site}</title><meta property="og:title" content="{story.title}">'
        f'<meta property="og:type" content="{kind}"><meta property="og:site_name" content="{site}">'
        f'<meta name="description" content="{story.deck}"><meta property="og:description" content="{story.deck}">'
        f'<meta property="og:image" content="https://img.example/{story.number}.jpg">'
    )


def linked_data(story: Story, *, site: str, **more: Any) -> str:
    """A NewsArticle as JSON-LD."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": story.iso,
        "image": [f"https://img.example/{story.number}.jpg"],
        "publisher": {"@type": "Organization", "name": site},
        **more,
    }
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def page(head: str, body: str, *, language: str = "id") -> str:
    """A whole page."""
    return f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def tagged(lines: list[str] | tuple[str, ...], tag: str = "p", name: str = "") -> str:
    """Each line in an element."""
    attribute = f' class="{name}"' if name else ""
    return "\n".join(f"<{tag}{attribute}>{line}</{tag}>" for line in lines)


def with_related(lines: list[str], link: str, at: int = 2) -> str:
    """Paragraphs with a link to another article between two of them."""
    return tagged(lines[:at]) + link + tagged(lines[at:])


def slug_of(words: str) -> str:
    """Words as they stand in an address."""
    return words.lower().replace(" ", "-")


def menu(*names: str) -> str:
    """A navigation."""
    items = names or ("Beranda", "Nasional", "Daerah", "Ekonomi", "Olahraga", "Indeks")
    return (
        "<nav><ul>"
        + "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in items)
        + "</ul></nav>"
    )


def teasers(story: Story, tag: str = "div", name: str = "card") -> str:
    """Cards of other articles."""
    return "".join(
        f'<{tag} class="{name}"><a href="/berita/{number}/lain"><img src="/t/{number}.jpg" alt=""></a>'
        f'<h3><a href="/berita/{number}/lain">{title}</a></h3><time>3 jam lalu</time></{tag}>'
        for number, title in enumerate(story.related * 3, 700)
    )


FOOTER = (
    "<footer><p>Media ini menyajikan kabar dari desa dan kota, diawasi oleh dewan redaksi.</p>"
    "<ul><li><a href='/redaksi'>Redaksi</a></li><li><a href='/pedoman'>Pedoman Media Siber</a></li></ul>"
    "<p>Copyright © 2026. All rights reserved.</p></footer>"
)
