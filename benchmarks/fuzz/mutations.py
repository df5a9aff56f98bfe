"""Ways to spoil a page. Each takes a source of chance and the page's bytes, and returns other bytes."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from typing import Any

Mutation = Callable[[random.Random, bytes], bytes]

TOKENS = (
    "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?", "<!DOCTYPE", "</body>", "</html>",
    "</article>", "<script>", "</script>", "<style>", "<template>", "<noscript>", "<table>", "<svg>",
    "<math>", "<plaintext>", "<textarea>", "<select><option>", "<iframe>", "<base href='//['>", "&",
    "&#0;", "&#xD800;", "&#99999999999;", "&lt;p&gt;", "\x00", "\x0b", "\x1b", "\u200b", "\u202e",
    "\ufeff", "\ufffe", "\U0010ffff", "a\u0301" * 9, "{{", "}}", "[[", "\\u0000", "\\ud800",
    "Baca juga: ", "Halaman 2 dari 999999999", "Penulis: ", "Editor: ", "(", ")", "***",
    "31 Februari 2025 25:61 WIB", "0000-00-00T00:00:00Z", "9999-12-31T23:59:59-23:59", "20/13/2025",
    "2 jam yang lalu", "99999999999 tahun lalu", "1e999", "null WIB", "display:none",
    'style="display:none"', "http://[::1", "//", "?page=all",
)  # fmt: skip
_TAGS = (
    "p", "div", "span", "td", "li", "b", "a", "h1", "article", "blockquote", "figure", "font", "ul",
    "table", "time",
)  # fmt: skip
_PIECE = re.compile(rb"(?=<)")
_TAG_NAME = re.compile(rb"(</?)(p|div|span|h[1-6]|article|section|li|td|a|b|strong)\b")
_TEXT = re.compile(rb">[^<]{4,}<")
_VALUE = re.compile(rb"(content|datetime|href|src|class|id|itemprop|property|name|type)=([\"'])([^\"'<>]*)\2")
_JSON = re.compile(rb"(<script[^>]*json[^>]*>)(.*?)(</script>)", re.DOTALL | re.IGNORECASE)
_CHARSETS = (
    "utf-7", "utf-16", "utf-32", "rot13", "base64", "zip", "idna", "punycode", "unicode_escape", "big5",
    "windows-1252", "x" * 99,
)  # fmt: skip
_RUNS = (
    "a", " ", "\t\n", "1", "1/", "(", "[", "* ", ".", "-", '"', "A ", "A.", "kata ", "Baca juga: ", "2 jam ",
    "\u00a0", "&nbsp;", "é",
)  # fmt: skip


def _place(rng: random.Random, page: bytes) -> int:
    return rng.randrange(len(page) + 1)


def _span(rng: random.Random, page: bytes, most: int) -> tuple[int, int]:
    start = _place(rng, page)
    return start, min(len(page), start + rng.randint(1, most))


def cut(rng: random.Random, page: bytes) -> bytes:
    """Ends in the middle, as after a broken connection; now and then begins there."""
    at = _place(rng, page)
    return page[at:] if rng.random() < 0.2 else page[:at]


def drop(rng: random.Random, page: bytes) -> bytes:
    start, end = _span(rng, page, 5000)
    return page[:start] + page[end:]


def repeat(rng: random.Random, page: bytes) -> bytes:
    """A stretch stands there many times, up to a megabyte."""
    start, end = _span(rng, page, 2000)
    times = rng.choice((2, 10, 100, 1000))
    return page[:end] + page[start:end] * min(times, 2**20 // max(end - start, 1)) + page[end:]


def shuffle(rng: random.Random, page: bytes) -> bytes:
    """The tags of a stretch, or of the whole page, in another order."""
    pieces = _PIECE.split(page)
    start = rng.randrange(len(pieces))
    end = len(pieces) if rng.random() < 0.2 else start + rng.randint(2, 60)
    stretch = pieces[start:end]
    rng.shuffle(stretch)
    return b"".join([*pieces[:start], *stretch, *pieces[end:]])


def flip(rng: random.Random, page: bytes) -> bytes:
    spoilt = bytearray(page)
    for _ in range(rng.choice((1, 10, 100, 1000)) if spoilt else 0):
        spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
    return bytes(spoilt)


def insert(rng: random.Random, page: bytes) -> bytes:
    """Tokens that mean something to a parser, anywhere."""
    for _ in range(rng.choice((1, 5, 50))):
        at = _place(rng, page)
        page = page[:at] + rng.choice(TOKENS).encode() + page[at:]
    return page


def nest(rng: random.Random, page: bytes) -> bytes:
    """A stretch lies deep inside tags, closed or not."""
    start, end = _span(rng, page, 3000)
    tag = rng.choice(_TAGS).encode()
    depth = rng.choice((10, 200, 300, 1000, 3000))
    closing = b"</%s>" % tag * depth if rng.random() < 0.5 else b""
    return page[:start] + b"<%s>" % tag * depth + page[start:end] + closing + page[end:]


def rename(rng: random.Random, page: bytes) -> bytes:
    """Some tags become others."""
    share = rng.random()
    return _TAG_NAME.sub(
        lambda match: match[1] + rng.choice(_TAGS).encode() if rng.random() < share else match[0], page
    )


def blow_text(rng: random.Random, page: bytes) -> bytes:
    """One text becomes a run of up to 100 kB."""
    places = [match.span() for match in _TEXT.finditer(page)]
    start, end = rng.choice(places) if places else (0, 0)
    return page[: start + 1] + long_run(rng).encode() + page[max(end - 1, start + 1) :]


def blow_value(rng: random.Random, page: bytes) -> bytes:
    """One attribute's value becomes a run, a token, or another's value."""
    values = list(_VALUE.finditer(page))
    if not values:
        return page
    start, end = rng.choice(values).span(3)
    other = rng.choice(values)[3]
    new = rng.choice((long_run(rng).encode(), rng.choice(TOKENS).encode(), other, b""))
    return page[:start] + new.replace(b'"', b"") + page[end:]


def long_run(rng: random.Random) -> str:
    unit = rng.choice(_RUNS)
    return unit * (rng.choice((100, 10_000, 100_000)) // len(unit)) + rng.choice(
        ("", "x", "!", rng.choice(TOKENS))
    )


def spoil_json(rng: random.Random, page: bytes) -> bytes:
    """A block of structured data is cut, spoilt, or holds values of other types."""
    blocks = list(_JSON.finditer(page))
    if not blocks:
        return page
    block = rng.choice(blocks)
    data = block[2]
    try:
        data = json.dumps(_retyped(rng, json.loads(data)), ensure_ascii=rng.random() < 0.5).encode(
            "utf-8", "replace"
        )
    except (ValueError, RecursionError):
        data = rng.choice((cut, flip, insert, drop))(rng, data)
    if rng.random() < 0.3:
        data = rng.choice((cut, insert, drop, repeat))(rng, data)
    return page[: block.start(2)] + data + page[block.end(2) :]


def _retyped(rng: random.Random, value: Any) -> Any:
    """``value`` with some of its parts replaced by parts of another type."""
    if rng.random() < 0.08:
        odd: list[Any] = [
            None,
            True,
            -1,
            10**400,
            1.5,
            "",
            [],
            {},
            [[value]],
            {"@value": value},
            [value, None],
            long_run(rng),
        ]
        return rng.choice([*odd, rng.choice(TOKENS)])
    if isinstance(value, dict):
        return {key: _retyped(rng, item) for key, item in value.items()}
    if isinstance(value, list):
        return [_retyped(rng, item) for item in value]
    return value


def recode(rng: random.Random, page: bytes) -> bytes:
    """Other bytes than the stated charset, or another statement."""
    text = page.decode("utf-8", "replace")
    kind = rng.randrange(4)
    if kind == 0:
        return text.encode(rng.choice(("utf-16", "utf-32", "cp1252", "utf-8-sig")), "replace")
    if kind == 1:
        return text.encode().decode("latin-1").encode()
    if kind == 2:
        return f'<meta charset="{rng.choice(_CHARSETS)}">'.encode() + page
    return rng.choice((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x1f\x8b", b"\x00" * 1000)) + page


def hide(rng: random.Random, page: bytes) -> bytes:
    """Some elements become invisible."""
    share = rng.random() * 0.5
    return re.sub(
        rb"<(p|div|section|span)\b",
        lambda match: match[0] + b' style="display:none"' if rng.random() < share else match[0],
        page,
    )


MUTATIONS: tuple[Mutation, ...] = (
    cut, drop, repeat, shuffle, flip, insert, nest, rename, blow_text, blow_value, spoil_json, recode, hide,
)  # fmt: skip
