"""Extreme bytes, structured data and addresses."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from benchmarks.fuzz.building import MB, SENTENCE, URL, Named, fill, page

_NEST = 100_000
_ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Tiga Jembatan Ditutup",
    "url": URL,
    "datePublished": "2025-01-20T09:35:00+07:00",
}
_CHARSETS = (
    "utf-7", "utf-16", "utf-32", "rot13", "base64", "zip", "hex", "idna", "punycode", "undefined",
    "unicode_escape", "mbcs", "../../etc", "nul\x00", "x" * 100,
)  # fmt: skip


def byte_shapes(size: int) -> Iterator[Named]:
    """Bytes that are no page, or in another charset than they say."""
    everything = bytes(range(256)) * 1000
    yield "nothing", lambda: b""
    yield "white space", lambda: b" \n" * MB
    yield f"{size} null bytes", lambda: b"\x00" * size
    yield "null bytes between all others", lambda: b"\x00".join(bytes([byte]) for byte in page(""))
    yield f"{size} bytes of 0xFF", lambda: b"\xff" * size
    yield f"{size} bytes that are no UTF-8", lambda: page("") + b"\xc3\x28\xa0\xa1" * (size // 4)
    yield f"{size} bytes of UTF-8 encoded twice", lambda: page("") + fill("â€œÃ©", size // 2).encode()
    yield "a picture", lambda: b"\x89PNG\r\n\x1a\n" + everything
    yield "a PDF", lambda: b"%PDF-1.7\n" + everything
    yield "gzip", lambda: b"\x1f\x8b\x08\x00" + everything
    yield "plain text", lambda: SENTENCE.encode() * 1000
    yield "JSON", lambda: json.dumps({"content": SENTENCE * 100}).encode()
    for charset in _CHARSETS:
        yield f"charset {charset[:20]!r}", partial(_declared, charset)
    for codec in ("utf-16", "utf-16-be", "utf-32", "utf-8-sig"):
        yield f"in {codec}", partial(_encoded, codec)
    yield "UTF-16 of an odd length", lambda: _encoded("utf-16")[:-1]
    yield "lone surrogates", lambda: page("").decode() + "<p>\ud800\udfff\udc80 a</p>" + "\ud83d" * 100_000
    yield "lone surrogates in every line", lambda: page("").decode().replace("jembatan", "jem\ud83dbatan")
    yield "an entity bomb", _entity_bomb
    yield (
        "an external entity",
        lambda: b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///dev/zero">]><p>&x; a b c</p>',
    )


def _declared(charset: str) -> bytes:
    return f'<meta charset="{charset}">'.encode() + page("")


def _encoded(codec: str) -> bytes:
    return page("").decode().encode(codec)


def _entity_bomb() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
    return f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a0 "ha">{entities}]><html><p>&a19;</p>'.encode()


def json_shapes(size: int) -> Iterator[Named]:
    """Structured data and hydration payloads that are broken, deep or huge."""
    for name, data in _broken_json(size // 2).items():
        yield f"JSON-LD: {name}", partial(_script, "", data)
    for name, value in _huge_fields(size // 2).items():
        yield f"JSON-LD: huge {name}", partial(_script, "", partial(_article_with, name, value))
    yield "100,000 JSON-LD blocks", lambda: page("", _json_ld(json.dumps(_ARTICLE)) * 100_000)
    nested = {
        "nested": lambda: "[" * _NEST,
        "deep": lambda: '{"a":' + "[" * 900 + json.dumps(SENTENCE * 50) + "]" * 900 + "}",
        "huge": lambda: json.dumps({"a": [{"content": f"<p>{SENTENCE * 9}</p>"}] * (size // 2000)}),
        "flat": lambda: json.dumps({f"a{n}": n for n in range(300_000)}),
        "markup": lambda: json.dumps({"body": "<b>" * 300_000}),
    }
    for name, data in nested.items():
        yield f"hydration: {name}", partial(_script, "__NEXT_DATA__", data)
        yield f"hydration in an attribute: {name}", partial(_attribute, data)
    yield (
        "hydration: Nuxt",
        lambda: page(f"<script>window.__NUXT__=(function(a){{return {fill('{a:[b,', size)}</script>"),
    )


def _broken_json(size: int) -> dict[str, Callable[[], str]]:
    return {
        "nested brackets": lambda: "[" * _NEST,
        "closed nested brackets": lambda: "[" * _NEST + "]" * _NEST,
        "nested objects": lambda: '{"a":' * _NEST,
        "nested @graph": lambda: '{"@graph":[' * _NEST + "]}" * _NEST,
        "900 nested @graph": lambda: '{"@graph":[' * 900 + json.dumps(_ARTICLE) + "]}" * 900,
        "an open string": lambda: '{"headline":"' + fill("a", size),
        "backslashes": lambda: '{"headline":"' + fill("\\", size),
        "quotes": lambda: fill('"', size),
        "open comments": lambda: fill("/*", size),
        "line comments": lambda: fill("//a\n", size),
        "commas": lambda: "[" + fill(",", size),
        "objects": lambda: "[" + fill('{"@type":"NewsArticle"},', size) + "{}]",
        "control characters": lambda: '{"@type":"NewsArticle","headline":"' + fill("\n\t\x01", size) + '"}',
        "a number of a million digits": lambda: '{"@type":"NewsArticle","datePublished":' + "9" * MB + "}",
        "an exponent": lambda: '{"@type":"NewsArticle","datePublished":1e999999999,"headline":NaN}',
        "spaces": lambda: fill(" ", size) + json.dumps(_ARTICLE),
        "CDATA": lambda: "<![CDATA[" * _NEST + json.dumps(_ARTICLE),
        "entities": lambda: fill("&quot;", size),
        "lone surrogates": lambda: json.dumps({**_ARTICLE, "headline": "\ud800 Tiga", "author": "\udfff"}),
    }


def _huge_fields(size: int) -> dict[str, Callable[[], Any]]:
    return {
        "articleBody": lambda: fill(SENTENCE, size),
        "keywords": lambda: [f"kata {n}" for n in range(200_000)],
        "author": lambda: [{"@type": "Person", "name": f"Nama {n}"} for n in range(100_000)],
        "image": lambda: [f"https://contoh.example/{n}.jpg" for n in range(100_000)],
        "headline": lambda: ["a"] * 100_000,
        "datePublished": lambda: ["2025-01-20"] * 100_000,
        "url": lambda: {"@id": [[[[URL]]]] * 10_000},
        "hasPart": lambda: [_ARTICLE] * 20_000,
        "mainEntityOfPage": lambda: fill("/", size),
    }


def _article_with(name: str, value: Callable[[], Any]) -> str:
    return json.dumps({**_ARTICLE, name: value()})


def _script(identity: str, data: Callable[[], str]) -> bytes:
    if identity:
        return page(f'<script id="{identity}" type="application/json">{data()}</script>')
    return page("", _json_ld(data()))


def _json_ld(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def _attribute(data: Callable[[], str]) -> bytes:
    escaped = data().replace('"', "&quot;")
    return page(f'<div id="app" data-page="{escaped}"></div>')


def addresses() -> Iterator[tuple[str, str]]:
    """Addresses that are none, or far too long."""
    host = "https://contoh.example"
    yield "no address", ""
    yield "an address of 100 kB", f"{host}/{'a' * 100_000}"
    yield "a path of 50,000 steps", host + "/a" * 50_000
    yield "a host of 50,000 labels", f"https://{'a.' * 50_000}example/x"
    yield "a query of 50,000 parts", f"{host}/x?{'a=b&' * 50_000}"
    yield "an open IPv6 address", "http://[::1/x"
    yield "a port out of range", "http://contoh.example:99999999/x"
    yield "a port that is no number", "http://contoh.example:abc/x"
    yield "control characters", f"{host}/\x00\x01\n\t x"
    yield "lone surrogates in the address", f"{host}/\ud800"
    yield "no host", "https:///x"
    yield "percent signs", f"{host}/{'%' * 100_000}"
    yield "a path of dates", f"{host}/{'2025/01/20/' * 10_000}"
    yield "a path of digits", f"{host}/{'1' * 100_000}"
    yield "a path of dashes", f"{host}/{'-' * 100_000}"
    yield "a host of 100 kB", f"https://{'é' * 100_000}.example/x"
    yield "an IDN that is none", f"https://xn--{'a' * 100}.example/{'é' * 1000}"
