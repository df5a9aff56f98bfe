"""One invented article, and the page that stands around it: tests say what each place of the page holds."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

from datetime import datetime

from newscrawl import extract
from newscrawl.items import Article

TITLE = "Nelayan Tanjung Elok Menanam Bakau di Muara"
URL = "https://www.suaramuara.example/pesisir/nelayan-tanjung-elok-menanam-bakau"
DATE = "<div>Rabu, 25 November 2026 | 09:15 WIB</div>"
TEXT = [
    "Nelayan Tanjung Elok menanam dua ribu bibit bakau di muara sejak awal pekan untuk menahan abrasi pantai.",
    "Ketua kelompok nelayan mengatakan bibit itu dibeli dari iuran anggota dan ditanam saat air laut surut.",
    "Menurut dia, ikan kembali bertelur di sela akar bakau yang ditanam tiga tahun lalu oleh para pemuda.",
]
PROSE = "".join(f"<p>{line}</p>" for line in TEXT)
MENU = '<div class="menu"><a href="/">Beranda</a> <a href="/pesisir">Pesisir</a> <a href="/niaga">Niaga</a></div>'
FIGURE = '<figure><img src="/f/bakau.jpg"></figure>'


def article(
    head: str = "",
    above: str = "",
    below: str = "",
    text: str = PROSE,
    behind: str = "",
    *,
    title: str = TITLE,
    site: str = "Suara Muara",
    url: str = URL,
    fetched_at: datetime | None = None,
) -> Article:
    """The record of the article with this in its head, above and below its headline, and behind its text."""
    head = f'<title>{title} - {site}</title><meta property="og:title" content="{title}">{head}'
    body = f'{above}<h1>{title}</h1>{below}<div class="isi">{text}</div>{behind}'
    html = f'<html><head>{head}</head><body>{MENU}<div class="konten">{body}</div></body></html>'
    return extract(html, url, site_rules=False, fetched_at=fetched_at)


def record(body: str, *, head: str = "", url: str = URL, title: str = TITLE) -> Article:
    """The record of a page with nothing but this in its body."""
    return extract(f"<title>{title}</title>{head}<body>{body}</body>", url)


def lines(found: Article) -> list[str]:
    """The paragraphs of a record."""
    return (found.body or "").split("\n\n")


def people(below: str = "", text: str = PROSE, behind: str = "") -> tuple[list[str], list[str]]:
    """The authors and editors of the article, with this above its date and behind its text."""
    found = article(below=f"{below}{DATE}", text=text, behind=behind)
    return found.authors, found.editors
