"""What sites put between the paragraphs of an article, and what a reader would not call its text."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from tests.newsroom.stories import Brief, Story


@dataclass(frozen=True, slots=True)
class Widget:
    """A block between paragraphs: its HTML and the lines of text that a reader sees in it."""

    html: str
    lines: tuple[str, ...]


def read_also(other: Brief, url: str) -> Widget:
    """A link to another article."""
    text = f"Baca juga: {other.title}"
    link = f'<a href="{url}">{escape(other.title)}</a>'
    if other.number % 2:
        return Widget(f"<p><strong>Baca juga: {link}</strong></p>", (text,))
    return Widget(f'<div class="baca-juga"><p>Baca Juga</p><p>{link}</p></div>', ("Baca Juga", other.title))


ADVERTISEMENT = Widget(
    '<p style="text-align:center">ADVERTISEMENT</p><div class="ads-slot" id="div-gpt-ad-3"></div>'
    '<p style="text-align:center">SCROLL TO CONTINUE WITH CONTENT</p>',
    ("ADVERTISEMENT", "SCROLL TO CONTINUE WITH CONTENT"),
)
EMBED = Widget(
    '<p>[Gambas:Video]</p><iframe src="https://video.example/embed/7" width="560" height="315"></iframe>',
    ("[Gambas:Video]",),
)
SHARE = Widget("<p>Bagikan artikel ini: Facebook | WhatsApp | Telegram</p>", ("Bagikan artikel ini",))


def follow(brand: str) -> Widget:
    """A line that asks readers to follow the site elsewhere."""
    text = f"Ikuti berita terbaru {brand} di Google News"
    return Widget(f'<p><em>{text} <a href="https://news.google.com/">di sini</a>.</em></p>', (text,))


def widgets_of(story: Story, other: Brief | None, url: str, brand: str) -> dict[int, list[Widget]]:
    """The widgets of an article by the number of paragraphs that stand before them.

    About two articles in three have some; which ones depends on the article's number alone.
    """
    number, count = story.number, len(story.paragraphs)
    placed: dict[int, list[Widget]] = {}
    if number % 3 == 0 and other:
        placed.setdefault(2, []).append(read_also(other, url))
    if number % 4 == 1:
        placed.setdefault(1, []).append(ADVERTISEMENT)
    if number % 7 == 3:
        placed.setdefault(3, []).append(EMBED)
    if number % 5 == 2:
        placed.setdefault(count, []).append(follow(brand))
    if number % 11 == 4:
        placed.setdefault(count, []).append(SHARE)
    return placed


def paragraphs_html(paragraphs: tuple[str, ...], widgets: dict[int, list[Widget]], first: int = 0) -> str:
    """Paragraphs with their widgets; ``first`` is how many of the article stand on earlier pages."""
    out = []
    for position, text in enumerate(paragraphs, first + 1):
        out.append(f"<p>{escape(text, quote=False)}</p>")
        out.extend(widget.html for widget in widgets.get(position, ()))
    return "\n".join(out)
