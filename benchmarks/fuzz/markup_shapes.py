"""Extreme markup: too deep, too long, too many."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain

from benchmarks.fuzz.building import SENTENCE, TEXT, Named, fill, page

_DEPTH = 50_000
_MANY = 20_000


def markup_shapes(size: int) -> Iterator[Named]:
    """Tags, texts, lines and attributes; the long ones have ``size`` characters."""
    return chain(_nested(), _many(size), _long(size), _lines(), _attributes(), _repeated())


_NESTABLE = (
    "div", "b", "p", "span", "font", "a", "li", "ul", "blockquote", "article", "section", "h1", "form",
    "svg", "template", "table><tr><td", "ul><li", "div><b><p><a href=x><table",
)  # fmt: skip


def _nested() -> Iterator[Named]:
    for tag in _NESTABLE:
        yield f"{_DEPTH} nested <{tag}>", partial(_nest, f"<{tag}>", "", _DEPTH)
    yield f"{_DEPTH} nested and closed <div>", partial(_nest, "<div>", "</div>", _DEPTH)
    yield f"{_DEPTH} <div> around the article", lambda: b"<div>" * _DEPTH + page("")
    yield "10000 paragraphs each one deeper", partial(_nest, f"<div><p>{SENTENCE}</p>", "", 10_000)


def _nest(opening: str, closing: str, depth: int) -> bytes:
    return page(opening * depth + SENTENCE + closing * depth + TEXT)


_UNITS = (
    "<b>", "<br>", "<p>", "</p>", "</div>", "<div>", "<p>a</p>", "<a href=/x>a</a>", "<img src=a>",
    "<h2>a</h2>", "<td>", "<li>a", "<time datetime=2025-01-20>", "<meta name=author content=a>",
    "<script>", "<script></script>", "<style></style>", "<option>", "<h1>Tiga Jembatan</h1>", "<!---->",
    "<!--", "<?a?>", "<", "<>", "</", "<a ", "&", "&amp;", "&#1;", "&lt;", "&#0;", "&#xD800;",
    "&#99999999999;", "&amp;amp;", "&notanentity", "&#x", "&nbsp;", "<article>a</article>",
    "<iframe></iframe>", "<figure><figcaption>a</figcaption></figure>", "<input>",
    "<link rel=canonical href=/a>", f"<p>{SENTENCE}</p>", f"{SENTENCE}<br>", "<span>a</span> ",
    "<a href='?page=2'>2</a>", "<blockquote>a</blockquote>", "<table><tr><td>a</td></tr></table>",
)  # fmt: skip


def _many(size: int) -> Iterator[Named]:
    for unit in _UNITS:
        yield f"{size} characters of {unit}", partial(_body_of, "{}", unit, size)
    yield (
        f"{size} characters of <meta> in the head",
        partial(_head_of, "{}", "<meta name=author content=a>", size),
    )
    yield f"{size} characters of <b> and nothing else", lambda: b"<b>" * (size // 3)


_PLACES = {
    "a paragraph": "<p>{}</p>",
    "no element": "{}",
    "a link": "<p><a href=/x>{}</a></p>",
    "a list item": "<ul><li>{}</ul>",
    "a heading": "<h2>{}</h2>",
    "a byline": '<div class="author">{}</div>',
    "a date": '<div class="date">{}</div><time>{}</time>',
    "a caption": "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>",
    "a comment": "<!--{}-->",
    "a script": "<script>{}</script>",
    "a textarea": "<textarea>{}</textarea>",
    "a class": '<div class="{}">a</div>',
    "a style attribute": '<p style="{}">a</p>',
    "an href": '<a href="{}">a</a>',
    "an alt text": '<img src=a.jpg alt="{}">',
    "hydration": '<div id=app data-page="{}"></div>',
}
_FIELDS = {
    "the title": "<title>{}</title>",
    "og:title": '<meta property="og:title" content="{}">',
    "the description": '<meta name="description" content="{}">',
    "the author": '<meta name="author" content="{}">',
    "the date": '<meta property="article:published_time" content="{}">',
    "the keywords": '<meta name="keywords" content="{}">',
    "the canonical link": '<link rel="canonical" href="{}">',
    "the base": '<base href="{}">',
    "the charset": '<meta charset="{}">',
}
_RUNS = {
    "letters": "a",
    "words": "kata ",
    "spaces": " ",
    "lines": "\n",
    "no-break spaces": "\u00a0",
    "zero-width spaces": "\u200b",
    "combining marks": "a\u0301\u0302",
    "digits": "1",
    "emoji": "\U0001f600",
}


def _long(size: int) -> Iterator[Named]:
    for place, around in _PLACES.items():
        yield f"{size} characters in {place}", partial(_body_of, around, SENTENCE, size)
    for name, unit in _RUNS.items():
        yield f"{size} {name} in a paragraph", partial(_body_of, "<p>{}</p>", unit, size)
    for field, around in _FIELDS.items():
        yield f"{size} characters in {field}", partial(_head_of, around, SENTENCE, size)
        yield f"100 kB of digits in {field}", partial(_head_of, around, "1", 100_000)


def _body_of(around: str, unit: str, size: int) -> bytes:
    return page(_within(around, unit, size))


def _head_of(around: str, unit: str, size: int) -> bytes:
    return page("", _within(around, unit, size))


def _within(around: str, unit: str, size: int) -> str:
    return around.replace("{}", fill(unit, size // around.count("{}")))


LINES = (
    "Baca juga: ", "(", ")", "()", "[", "* ", "-", "- ", ". ", "A ", "A.", "A. ", "/", "1/", "1 ", "1. ",
    "Editor: ", "Penulis: A | ", "Oleh ", "Reporter : ", "Laporan ", "Jakarta, ", "JAKARTA - ",
    "(ANTARA) - ", "“", '"', "'", ", ", "dan ", " dan A", "Senin, ", "20 Januari ", "20/1/", "09.35 ",
    "WIB ", "2 jam ", "jam lalu ", "Diperbarui ", "Halaman 1 dari ", "2025-01-20T", "+07:00", "&", "@a ",
    "#a ", "http://a ", "pic.twitter.com/", "a@", ": ", ":", "|", "•", ">", "»", "—", " \t", "\u00a0 ",
    "\u200b", "é", "MG", "mg-1/", "foto ", "Foto: ", "(Foto: ", "ADVERTISEMENT ", "SCROLL ", "like 0 ",
    "Tags: ", "Sumber: ", "[Gambas:", "Simak ", "\\", "{", "%", "=",
)  # fmt: skip
"""What a line of 100 kB is made of, so that it looks like something that is read with care."""

_LINE_PLACES = (
    '<p>{0}</p><p>{0}!</p><ul><li>{0}x</ul><div class="author">{0}</div><div class="date">{0}</div>'
    '<time datetime="{0}">{0}</time>'
)


def _lines() -> Iterator[Named]:
    for unit in LINES:
        yield f"lines of 100 kB of {unit!r}", partial(_line_page, unit)


def _line_page(unit: str) -> bytes:
    line = fill(unit, 100_000).replace('"', "&quot;").replace("<", "&lt;")
    fields = "".join(around.replace("{}", line) for name, around in _FIELDS.items() if name != "the base")
    return page(_LINE_PLACES.replace("{0}", line), fields)


def _attributes() -> Iterator[Named]:
    yield "200,000 attributes", lambda: page(f"<p {_numbered('a{}=b', 200_000)}>a</p>")
    yield "200,000 equal attributes", lambda: page(f"<p {fill('a=b ', 800_000)}>a</p>")
    yield "200,000 classes", lambda: page(f'<div class="{_numbered("c{}", 200_000)}"><p>a</p></div>')
    yield "100,000 elements of 20 attributes", lambda: page(f"<p {_numbered('a{}=b', 20)}>a</p>" * 100_000)
    yield (
        "10,000 lines of long style",
        lambda: page(f'<p style="{fill("color:red;", 2000)}">a b c</p>' * 10_000),
    )


def _numbered(unit: str, times: int) -> str:
    return " ".join(unit.format(number) for number in range(times))


_REPEATED = {
    "dates": "<time datetime='2025-01-20T09:35:00Z'>20 Januari 2025</time>",
    "bylines": "<div class='author'>Penulis: Siti Aminah</div>",
    "widget lines": "<p>Baca juga: Jembatan Lama Akan Dibongkar</p>",
    "containers": f'<div class="content"><p>{SENTENCE}</p></div>',
    "boxes": f"<div>{SENTENCE}</div>",
    "boxes with a picture each": f"<div><img src=a.jpg><div>{SENTENCE}</div></div>",
    "lines in bold": f"<div><b>{SENTENCE}</b></div>",
    "rows": f"<tr><td>{SENTENCE}<td>1</tr>",
    "titles": "<h1>Tiga Jembatan Ditutup</h1><p>Tiga Jembatan Ditutup</p>",
    "embeds": f'<blockquote class="twitter-tweet"><p>{SENTENCE}</p></blockquote>',
    "hidden lines": f'<div style="display:none"><p>{SENTENCE}</p></div>',
    "captions": "<figure><img src=a.jpg><figcaption>Foto: Contoh</figcaption></figure>",
    "code lines": "<p>(mg-1/jae)</p>",
    "reactions": "<span>like</span><span>0</span>",
    "counters": "<p>Halaman 1 dari 3</p>",
    "headlines in links": "<p><a href=/x>Jembatan Lama Akan Dibongkar Tahun Depan</a></p>",
}


_ODD_LINKS = (
    "http://[tiga-jembatan-ditutup", "?http://[", "//[", "http://a:b/tiga-jembatan-ditutup", "?page=\ud800",
    "javascript:tiga-jembatan-ditutup", "http://[::1]tiga-jembatan-ditutup", "//\u2100/tiga-jembatan-ditutup",
)  # fmt: skip


def _repeated() -> Iterator[Named]:
    for name, unit in _REPEATED.items():
        yield f"{_MANY} {name}", partial(_repeat, unit)
    yield "100,000 page links", lambda: page("".join(f'<a href="?page={n}">{n}</a>' for n in range(100_000)))
    yield (
        "links that are no addresses",
        lambda: page(
            "".join(f'<a href="{href}">2</a><img src="{href}">' for href in _ODD_LINKS),
            "".join(f'<link rel="canonical" href="{href}"><base href="{href}">' for href in _ODD_LINKS),
        ),
    )
    yield (
        "a page count without end",
        lambda: page(f"<p>Halaman 1 dari {'9' * 10_000}</p><a href='?page={'9' * 10_000}'>Selanjutnya</a>"),
    )


def _repeat(unit: str) -> bytes:
    return page(unit * _MANY)
